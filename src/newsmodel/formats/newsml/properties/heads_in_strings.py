"""The `meta` in the head of a page that stands escaped: found there, and put in as a string."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from newsmodel.formats._shared.xhtml.strings import has_overfull_tag, parsed_html
from newsmodel.formats.newsml.xml.reading import Element

__all__ = ["HeadInString", "head_in"]

_WITHIN = r"""(?:[^<>"']|"[^"]{0,5000}"|'[^']{0,5000}')*+"""
"""What stands in a tag; a value may hold the sign that ends it."""
_HEAD = re.compile(rf"(?i)<head(?:\s{_WITHIN})?>")
_META = re.compile(
    rf"(?i)(?P<meta><meta\b{_WITHIN}>)|(?P<end></head\b|<body\b)"
    r"|<!--|<(?:script|style|noscript|template|svg|title)\b"
)
_COMMENT_END = re.compile("-->")
_ELEMENT_END = re.compile(r"(?i)</(?:script|style|noscript|template|svg|title)\b")


class HeadInString(NamedTuple):
    """The head of a page that is a string."""

    page: str
    """The page."""
    root: Element
    """A page with its head, which holds nothing but `meta`."""
    metas: Sequence[Element]
    """These."""
    spans: Sequence[tuple[int, int]]
    """Where each stands in the page."""

    def saying(self, edited: Container[Element]) -> str:
        """The page with some `meta` as they are now; those in the head no more are taken out."""
        parts, before = list[str](), 0
        for node, (start, end) in zip(self.metas, self.spans, strict=True):
            if node in edited:
                parts += [self.page[before:start], _as_it_is(node, self.page[start:end])]
                before = end
        return "".join([*parts, self.page[before:]])


def head_in(page: str) -> HeadInString | None:
    """The head of a page that stands escaped in another document; None for one without `meta`.

    Args:
        page: the markup of the page.
    """
    head = _HEAD.search(page)
    spans = [] if head is None else [*_metas(page, head.end())]
    if head is None or not spans:
        return None
    markup = "".join(["<html>", head[0], *[page[start:end] for start, end in spans], "</head>"])
    root = None if has_overfull_tag(markup) else parsed_html(markup)
    metas = [] if root is None else [*root.iterfind("head/meta")]
    if root is None or len(metas) != len(spans):
        return None
    return HeadInString(page, root, metas, spans)


def _metas(page: str, start: int) -> Iterator[tuple[int, int]]:
    found = _META.search(page, start)
    while found is not None and not found["end"]:
        behind: re.Match[str] | None = found
        if found["meta"]:
            yield found.span()
        else:
            closing = _COMMENT_END if found[0] == "<!--" else _ELEMENT_END
            behind = closing.search(page, found.end())
        found = None if behind is None else _META.search(page, behind.end())


def _as_it_is(meta: Element, before: str) -> str:
    if meta.getparent() is None:
        return ""
    node = etree.tostring(meta, encoding="unicode", with_tail=False)
    return node if before.endswith("/>") else f"{node.removesuffix('/>')}>"
