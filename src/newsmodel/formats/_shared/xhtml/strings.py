"""Bodies that come as one string: escaped markup, and plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.reading import XHTML
from newsmodel.formats._shared.xhtml.spaces import folded
from newsmodel.formats._shared.xhtml.vocabulary import Element
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.model import Block, Paragraph, Preformatted

__all__ = ["has_long_tag", "is_markup", "markup_blocks", "plain_blocks"]

MAX_LENGTH = 20_000_000
"""Longer markup is not parsed but read as plain text."""

_MARKUP = re.compile(r"</?[A-Za-z][\w-]*(?::[\w-]+)?(?:[\s/][^<>]*)?>|<!")
_LONG_TAG = re.compile(r"<[^<>]{20000}")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_SCRIPT = re.compile(r"(?is)<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)")
_TAG = re.compile(r"<[^<>]*>")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_COLUMN = re.compile(r"\S(?:\t| {3})[ \t]*\S")


def is_markup(text: str) -> bool:
    """Whether a string holds markup; "<" alone does not tell, nor an address in such brackets."""
    return "<" in text and _MARKUP.search(text) is not None


def has_long_tag(text: str) -> bool:
    """Whether a tag in a string is so long that it may hold a thousand attributes."""
    return _LONG_TAG.search(text) is not None


def markup_blocks(
    text: str, figure: Callable[[Element], str | None] = lambda element: None
) -> tuple[Block, ...]:
    """The blocks of a string of markup.

    References that were escaped twice (`&amp;#39;`) are resolved once more. What no parser takes
    is read as plain text without its tags.

    Args:
        text: the markup.
        figure: is told of each picture and gives the id of what it shows, as in `BodyReader`.
    """
    root = _tree(text)
    if root is None:
        return plain_blocks(unescape(_TAG.sub(" ", _SCRIPT.sub(" ", text))))
    walker = Walker(XHTML, html=True, exact=False, figure=figure)
    walker.clean = _resolved
    return walker.blocks(root)


def _tree(text: str) -> Element | None:
    """The markup parsed; None where it is too long or nested too deep."""
    if len(text) > MAX_LENGTH or not text.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    data = writable(text).replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        root: Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return None if len(parser.error_log.filter_from_fatals()) else root


def _resolved(text: str) -> str:
    return folded(_REFERENCE.sub(lambda match: unescape(match[0]), text) if "&" in text else text)


def plain_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of plain text: what blank lines part, else every line.

    Lines with columns keep their white space.
    """
    text = writable(text).strip("\n")
    parts = _BLANK_LINE.split(text) if _BLANK_LINE.search(text) else text.split("\n")
    return tuple([_plain(part) for part in parts if part.strip()])


def _plain(part: str) -> Block:
    lines = part.strip("\n").split("\n")
    if sum(_COLUMN.search(line) is not None for line in lines) > 1:
        return Preformatted(content="\n".join(lines))
    return Paragraph(content=folded(part).strip(" "))
