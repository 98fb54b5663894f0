"""The title of a page, where it is the one line above the text: found and put in as a string.

Most pages of feeds say their headline there and nowhere else, and to parse them for it would take
a third of the time in which an edited message is written.
"""

from __future__ import annotations

import re
from html import unescape as resolved
from typing import NamedTuple
from xml.sax.saxutils import unescape

from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.xhtml.vocabulary import HIDING

__all__ = ["LoneTitle", "lone_title", "title_in"]

_TITLE = re.compile(
    r"""<inlineXML(?:\ [^<>]*)?>\s*<html(?:\ [^<>]*)?>\s*<head>\s*
    (?:<(?:meta|link)(?:\ [^<>]*)?/>\s*)*<title>(?P<line>(?:[^<>&]|&(?:amp|lt|gt);)+)</title>\s*
    (?:<(?:meta|link)(?:\ [^<>]*)?/>\s*)*</head>""",
    re.VERBOSE,
)
_HIDING = re.compile(rf"(?i)<(?:inlineXML|html)[^<>]*\s(?:{'|'.join(sorted(HIDING))})\s*=")
_IN_STRING = re.compile(r"(?i)<title>([^<>]+)</title\s*>")
_NO_TITLE = re.compile(rf"(?i)<!--|<(?:body|svg|script)\b|\s(?:{'|'.join(sorted(HIDING))})\b")
"""What may stand before the title of something else, or one that is not for readers."""
_HEADS = ("head", "HEAD", "Head")
_BEFORE = ("<", ":", "body.", "BODY.")
"""What stands before the name of a head, which so is looked for thrice in a text, not oftener."""
_ENDS = frozenset(" />\t\n\r")


class LoneTitle(NamedTuple):
    """The one line above the text of a page."""

    words: str
    """What it says."""
    before: str
    """The markup up to these."""
    behind: str
    """The markup behind them."""

    def saying(self, line: str) -> str:
        """The markup with another line in its place."""
        return f"{self.before}{text(line)}{self.behind}"


def lone_title(markup: str) -> LoneTitle | None:
    """The title of a page, None where any other line may be told of its article as well.

    Args:
        markup: the inlineXML element of a body.
    """
    found = _TITLE.match(markup)
    if found is None or _HIDING.search(markup, 0, found.start("line")):
        return None
    behind = markup[found.end("line") :]
    if any(_begins(head, behind) for head in _HEADS if head in behind):
        return None
    words = " ".join(unescape(found["line"]).split())
    return LoneTitle(words, markup[: found.start("line")], behind) if words else None


def title_in(page: str) -> LoneTitle | None:
    """The title of a page that stands escaped in another document.

    Args:
        page: the markup of the page.
    """
    found = _IN_STRING.search(page)
    if found is None or _NO_TITLE.search(page, 0, found.start()):
        return None
    words = " ".join(resolved(found[1]).split())
    return LoneTitle(words, page[: found.start(1)], page[found.end(1) :]) if words else None


def _begins(head: str, markup: str) -> bool:
    """Whether an element of a name begins in markup, not one of a longer name."""
    at = markup.find(head)
    while at >= 0:
        if markup[at + len(head)] in _ENDS and markup.endswith(_BEFORE, 0, at):
            return True
        at = markup.find(head, at + 1)
    return False
