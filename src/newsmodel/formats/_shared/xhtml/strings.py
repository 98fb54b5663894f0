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

__all__ = [
    "REFERENCE", "has_overfull_tag", "is_markup", "is_overfull_page", "markup_blocks",
    "parsed_html", "plain_blocks",
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
_MARKUP = re.compile(rf"(?i)</?(?:{_NAMES})(?:[\s/][^<>]*)?>|<!(?:--|doctype|\[CDATA\[)")
"""A tag of HTML or NITF. Wire copy has codes and addresses in such brackets: <TSLA.O>."""
_ANY_TAG = re.compile(r"\s*<(?:[A-Za-z][\w-]*(?::[\w-]+)?(?:[\s/][^<>]*)?>|[?!])")
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
"""A reference to a character, by its number or its name."""
_SCRIPT = re.compile(r"(?is)<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)")
_TAG = re.compile(r"<[^<>]*>")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_COLUMN = re.compile(r"\S(?:\t| {3})[ \t]*\S")


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


def is_markup(text: str) -> bool:
    """Whether a string holds markup; "<" alone does not tell, nor an address in such brackets."""
    if "<" not in text:
        return False
    return _MARKUP.search(text) is not None or _is_document(text)


def _is_document(text: str) -> bool:
    """Whether a string begins and ends with tags, as documents of other vocabularies do."""
    return _ANY_TAG.match(text) is not None and text.rstrip().endswith(">")


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
    root = parsed_html(text)
    if root is None:
        return plain_blocks(unescape(_TAG.sub(" ", _SCRIPT.sub(" ", text))))
    walker = Walker(XHTML, html=True, exact=False, figure=figure)
    walker.clean = _resolved
    return walker.blocks(root)


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
