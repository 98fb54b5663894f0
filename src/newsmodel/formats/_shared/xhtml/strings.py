"""Bodies that come as one string of markup, and how such are told from plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.bases import base_of, made_whole
from newsmodel.formats._shared.xhtml.plain import BLANK_LINE, plain_blocks
from newsmodel.formats._shared.xhtml.reading import XHTML
from newsmodel.formats._shared.xhtml.spaces import folded
from newsmodel.formats._shared.xhtml.vocabulary import Element, is_hidden
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.model import Block

__all__ = [
    "REFERENCE", "has_overfull_tag", "has_tags", "is_markup", "is_overfull_page", "markup_blocks",
    "parsed_html",
]  # fmt: skip

MAX_LENGTH = 20_000_000
"""Longer markup is not parsed but read as plain text."""

_NAMES = (
    "a abbr acronym address article aside audio b bdi bdo big blockquote body br button canvas"
    " caption center cite code col colgroup data dd del details dfn dir div dl dt em embed fieldset"
    " figcaption figure font footer form frame frameset h[1-6r] head header hgroup hl[12] html i"
    " iframe img input ins kbd label legend li link main map mark media menu meta meter nav nitf"
    " nobr noscript object ol optgroup option org p param person picture pre progress q rp rt ruby"
    " s samp script section select small source span strike strong style sub summary sup svg table"
    " tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr"
    r" body\.(?:content|head|end) byline byttl chron copyrite dateline docdata event function"
    " hedline lang location money num pubdata series tagline virtloc"
).replace(" ", "|")
_NAMED = re.compile(rf"(?i)<(/?)({_NAMES})(?:[\s/][^<>]*)?>")
"""A tag of HTML or NITF. Wire copy has codes and addresses in such brackets: <TSLA.O>."""
_ALONE = frozenset("p br hr li img dt dd td tr".split())
"""Elements whose tags stand alone, as nearly all markup has them."""
_VALUED = re.compile(r"""\s[\w:-]+=["']""")
_RUNNING = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt"
    " ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_UNSEEN = frozenset({"script", "style"})
_DOCTYPE = re.compile(r"(?i)\s*<!doctype\s")
_DECLARED = (("<!--", "-->"), ("<![CDATA[", "]]>"))
_ANY_TAG = re.compile(r"\s*<(?:[A-Za-z][\w-]*(?::[\w-]+)?(?:[\s/][^<>]*)?>|[?!])")
_LAST_TAG = re.compile(r"</[^<>]*>\s*\Z|<[^<>]*/>\s*\Z")
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
"""A reference to a character, by its number or its name."""
_SCRIPT = re.compile(r"(?is)<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)")
_TAG = re.compile(r"<[^<>]*>")


MOST_ATTRIBUTES = 1000
_TAG_WITH_VALUES = re.compile(r"""<[A-Za-z](?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+""")
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')|/""")


def has_overfull_tag(text: str) -> bool:
    """Whether a tag of markup has more than a thousand attributes.

    Parsers of HTML take time by the square of their number and more. Values may hold the signs
    that begin and end a tag.
    """
    if len(text) < 2 * MOST_ATTRIBUTES:
        return False
    tags = (tag[0] for tag in _TAG_WITH_VALUES.finditer(text))
    long = (tag for tag in tags if len(tag) > 2 * MOST_ATTRIBUTES)
    return any(len(_VALUE.sub(" ", tag).split()) > MOST_ATTRIBUTES + 1 for tag in long)


def is_overfull_page(text: str) -> bool:
    """The same of a page, whose scripts may hold signs of lesser and greater."""
    return has_overfull_tag(text) and has_overfull_tag(_SCRIPT.sub("", text))


def has_tags(text: str) -> bool:
    """Whether a string holds a tag, which is enough where it is said to be markup."""
    return "<" in text and ("<!" in text or _NAMED.search(text) is not None or is_markup(text))


def is_markup(text: str) -> bool:
    """Whether a string is markup, told by what stands in it.

    Neither "<" tells that, nor an address or a single word in such brackets, even one that is the
    name of an element: an element has an end or attributes, or is one of those that go without.
    """
    if "<" not in text:
        return False
    return _has_elements(text) or _is_document(text) or _is_declared(text)


def _has_elements(text: str) -> bool:
    opened: set[str] = set()
    alone = 0
    for tag in _NAMED.finditer(text):
        name = tag[2].lower()
        if tag[1]:
            if name in opened:
                return True
        elif name not in _UNSEEN:
            opened.add(name)
            alone += name in _ALONE
            if alone > 1 or _VALUED.search(tag[0]) or (alone and _may_stand_alone(text, tag)):
                return True
    return False


def _may_stand_alone(text: str, tag: re.Match[str]) -> bool:
    """Whether a single tag is one: it begins the text, or nothing else parts the paragraphs."""
    return not text[: tag.start()].strip() or BLANK_LINE.search(text) is None


def _is_declared(text: str) -> bool:
    if "<!" not in text:
        return False
    ends = any(0 <= text.find(start) < text.rfind(end) for start, end in _DECLARED)
    return ends or _DOCTYPE.match(text) is not None


def _is_document(text: str) -> bool:
    """Whether a string begins and ends with tags, as documents of other vocabularies do."""
    if _ANY_TAG.match(text) is None:
        return False
    return _LAST_TAG.match(text, max(text.rfind("<"), 0)) is not None


def markup_blocks(
    text: str,
    figure: Callable[[Element], str | None] = lambda element: None,
    language: str | None = None,
) -> tuple[Block, ...]:
    """The blocks of a string of markup.

    References that were escaped twice (`&amp;#39;`) are resolved once more. Where only words are
    marked, blank lines part the paragraphs, as in plain text. What no parser takes is read as plain
    text without its tags.

    Args:
        text: the markup.
        figure: is told of each picture and gives the id of what it shows, as in `BodyReader`.
        language: the language of the text, as in `BodyReader`.
    """
    root = parsed_html(_in_paragraphs(text))
    if root is None:
        return plain_blocks(unescape(_TAG.sub(" ", _SCRIPT.sub(" ", text))))
    if (base := base_of(root)) is not None:
        made_whole(root, base)
    walker = Walker(XHTML, html=True, exact=False, figure=figure, language=language)
    walker.clean = _resolved
    if not is_hidden(root.items()):
        return walker.blocks(root)
    found: list[Any] = []
    walker.one(root, found)
    return tuple(walker.gathered(found))


def _in_paragraphs(text: str) -> str:
    if BLANK_LINE.search(text) is None or "<!" in text:
        return text
    if not _RUNNING.issuperset(tag[2].lower() for tag in _NAMED.finditer(text)):
        return text
    return "".join([f"<p>{part}</p>" for part in BLANK_LINE.split(text) if part.strip()])


def parsed_html(text: str) -> Element | None:
    """Markup as a parser of HTML takes it; None where it is too long or nested too deep."""
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
    return folded(REFERENCE.sub(lambda match: unescape(match[0]), text) if "&" in text else text)
