"""What the markup of a body is: NITF or a page, as elements or escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsmodel.formats._shared.nitf import is_nitf as begins_as_nitf
from newsmodel.formats._shared.xhtml import is_markup
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.vocabulary import is_kept_back
from newsmodel.formats.newsml.names import XHTML
from newsmodel.formats.newsml.xml.reading import Element, N, stray_in

__all__ = [
    "DATA_ELEMENT", "contents_in", "escaped_in", "is_nitf", "is_string_of_nitf", "nitf_holder",
    "page_holder",
]  # fmt: skip

DATA_ELEMENT = f"{N}inlineData"

_HOLDERS = frozenset("inlinexml html body div section article p nitf body.content block".split())
_ONLY_OF_PAGES = "html div section article figure main".split()
_ONLY_OF_NITF = "media block hedline hl1 hl2 byline abstract".split()
_PAGE_TAG = re.compile(rf"(?i)<(?:!doctype\s+html|(?:{'|'.join(_ONLY_OF_PAGES)})\b)")
_NITF_TAG = re.compile(rf"(?i)<(?:{'|'.join(_ONLY_OF_NITF)})\b")


def is_nitf(node: Element, roots: Sequence[Element]) -> bool:
    """Whether elements are NITF: by their names, or by what is said of them."""
    names = frozenset(map(local_name, roots))
    if "nitf" in names or any(name.startswith("body.") for name in names):
        return True
    if not roots or not names.isdisjoint(_ONLY_OF_PAGES):
        return False
    tag = str(roots[0].tag).lower()
    return "/nitf/" in tag or (_says_nitf(node) and not _is_page(node, tag))


def _is_page(node: Element, tag: str) -> bool:
    """Whether what is called NITF is a page without its root, whose first tag this is."""
    names = frozenset(map(local_name, node.iter("*")))
    told = tag.startswith(f"{{{XHTML}}}") or not names.isdisjoint(_ONLY_OF_PAGES)
    return told and names.isdisjoint(_ONLY_OF_NITF)


def _says_nitf(node: Element) -> bool:
    return _NITF_TYPE.search((node.get("contenttype") or "").lower()) is not None


_NITF_TYPE = re.compile(r"(?<![a-z])nitf")
"""A media type of NITF, not of what somebody has called after it, such as TT's `ttnitf`."""


def is_string_of_nitf(words: str, node: Element) -> bool:
    """Whether a string of markup is NITF: by its first element, or by what is said of it."""
    return begins_as_nitf(words) or (_says_nitf(node) and not _is_string_of_page(words))


def _is_string_of_page(words: str) -> bool:
    if _PAGE_TAG.match(words.lstrip()):
        return True
    told = XHTML in words or _PAGE_TAG.search(words) is not None
    return told and _NITF_TAG.search(words) is None


def nitf_holder(node: Element) -> Element | None:
    """The element in which NITF stands escaped, within one that a body is read from."""
    held = node if node.tag == DATA_ELEMENT and not len(node) else _escaped_alone_in(node)
    words = "" if held is None else held.text or ""
    return held if is_markup(words) and is_string_of_nitf(words, node) else None


def page_holder(node: Element, names: Iterable[str] = ("<",)) -> Element | None:
    """The element in which a page stands escaped; None where it stands in another page.

    Args:
        node: the element that a body is read from.
        names: what the page holds one of; to look for that is quick.
    """
    held = _alone_in(node)
    words = held.text or ""
    if "<" not in words or not any(name in words for name in names):
        return None
    is_escaped = _is_escaped(held) or (held.tag == DATA_ELEMENT and is_markup(words))
    if not is_escaped or len(held) or is_string_of_nitf(words, node):
        return None
    around = (held, *held.iterancestors("*"))
    return None if any(local_name(each) in ("html", "nitf") for each in around) else held


def escaped_in(held: Element, *, nitf: bool) -> str | None:
    """The markup that stands escaped where the text of a body is nothing else: in one part or all.

    Args:
        held: the body.
        nitf: whether it is one of NITF, of which the text is a part.
    """
    contents = contents_in(held) if nitf else []
    around = _alone_in(contents[0] if len(contents) == 1 else held)
    if not len(around):
        return around.text if _is_escaped(around) else None
    parts = around[:]
    if len(parts) < 2 or "<" not in (parts[0].text or "") or stray_in(around):
        return None
    return "\n".join([each.text or "" for each in parts]) if all(map(_is_escaped, parts)) else None


def contents_in(held: Element) -> list[Element]:
    """The elements that hold the text of NITF; a note has one of its own."""
    contents = held.iter("{*}body.content")
    return [each for each in contents if next(each.iterancestors("{*}note"), None) is None]


def _alone_in(held: Element) -> Element:
    """The innermost element that stands alone in another, and that in the next."""
    while len(held) == 1 and isinstance(held[0].tag, str) and not stray_in(held):
        held = held[0]
    return held


def _escaped_alone_in(held: Element) -> Element | None:
    held = _alone_in(held)
    return held if _is_escaped(held) else None


def _is_escaped(held: Element) -> bool:
    words = held.text
    if words is None or len(held) or local_name(held) not in _HOLDERS:
        return False
    return is_markup(words) and not is_kept_back(held)
