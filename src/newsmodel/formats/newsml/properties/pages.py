"""The page around a body: its head, what it says, and whether it says more than its body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.words import line_of, title_of
from newsmodel.formats.newsml.names import XHTML
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.reading import Element, stray_in

__all__ = ["as_headline", "body_in", "head_of", "said_by_pages", "says_no_more"]

_XHTML = f"{{{XHTML}}}"
_HTML, _HEAD, _PAGE_BODY = f"{_XHTML}html", f"{_XHTML}head", f"{_XHTML}body"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def said_by_pages(roots: Sequence[Element]) -> Mapping[str, Any]:
    """The title of a page as the headline of its article."""
    page = next((each for each in roots if local_name(each) == "html"), None)
    return as_headline(None if page is None else title_of(page))


def as_headline(title: str | None) -> Mapping[str, Any]:
    """The title of a page as a headline, unless it is what programs put there."""
    return _NOTHING if title is None or title.lower() in _NO_TITLES else {"headline": title}


_NO_TITLES = frozenset({
    "untitled", "untitled document", "untitled page", "no title", "new document", "document",
    "title", "headline", "html",
})  # fmt: skip
"""What programs put where nobody gave a title."""


def body_in(root: Element) -> Element:
    """The body of a page; the root where there is none, or more than a head and that."""
    if root.tag == _HTML and [each.tag for each in root[:]] in _PAGES and not stray_in(root):
        return root[-1]
    bodies = [each for each in root.iter("*") if local_name(each) == "body"]
    return bodies[0] if len(bodies) == 1 and _is_all(bodies[0], root) else root


_PAGES = ([_HEAD, _PAGE_BODY], [_PAGE_BODY])


def _is_all(body: Element, root: Element) -> bool:
    """Whether readers see nothing of a page but its body."""
    node = body
    while node is not root and (parent := node.getparent()) is not None:
        if stray_in(parent) or any(line_of(each) for each in parent[:] if each is not node):
            return False
        node = parent
    return True


def says_no_more(root: Element, body: Element, *, own: bool) -> bool:
    """Whether the page around a body of our making says nothing but what is made for each."""
    known = {"lang", XML_LANG} if own else set()
    if root.tag != _HTML or len(root) != 2 or len(root[0]) != 1 or len(body.attrib) != 1:
        return False
    return known.issuperset(root.attrib) and not (root[0].attrib or root[0][0].attrib)


def head_of(root: Element, body: Element, headline: str | None) -> str | None:
    """What stands in the head of a page that holds nothing but that and its body.

    Returns:
        Words such as "meta=utf-8 title" in the order of their elements; None for a page that
        holds more, or another title than the headline.
    """
    if root.tag != _HTML or len(root) != 2 or body is not root[1] or not _is_xhtml(root):
        return None
    if root.attrib or body.attrib:
        return None
    head = root[0]
    if not all(str(each.tag).islower() for each in (body, head, *head)):
        return None
    parts = [_head_part(each, headline) for each in head]
    if stray_in(head) or any(len(each) for each in head):
        return None
    if local_name(head) != "head" or head.attrib or None in parts or "title" not in parts:
        return None
    return " ".join(filter(None, parts))


def _is_xhtml(node: Element) -> bool:
    """Whether no element is of another namespace than XHTML's."""
    return all(str(each.tag).startswith(_XHTML) for each in node.iter())


def _head_part(node: Element, headline: str | None) -> str | None:
    name, charset = local_name(node), node.get("charset") or ""
    if name == "title" and not node.attrib and (node.text or "") == (headline or ""):
        return "title"
    if name == "meta" and list(node.attrib) == ["charset"] and charset.replace("-", "").isalnum():
        return f"meta={charset}"
    return None
