"""The text of a page that marks up no article, found by `trafilatura`.

It is an optional extra (`newsmodel[extract]`), loaded when a page needs it and it is there.
"""

from __future__ import annotations

import importlib
import logging
from typing import Any

from newsmodel.formats._shared.xhtml import BodyReader
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.pruning import tidy
from newsmodel.model import Block

__all__ = ["extracted"]

_LARGEST = 2_000_000
_MOST_TAGS = 50_000
_TAGS = {"head": "h2", "item": "li", "quote": "blockquote", "lb": "br", "ref": "a", "body": "div",
         "del": "s", "code": "code", "row": "tr", "cell": "td"}  # fmt: skip
_OPTIONS = {
    "favor_precision": True,
    "include_comments": False,
    "include_formatting": True,
    "include_links": True,
    "with_metadata": False,
}
_LOOKS = {"#b": "strong", "#i": "em", "#u": "span", "#t": "code", "#sub": "sub", "#sup": "sup"}


def extracted(page: Page, text: str) -> tuple[Block, ...] | None:
    """The blocks of the main text; None where `trafilatura` is not there or finds nothing."""
    if len(text) > _LARGEST or text.count("<") > _MOST_TAGS or (body := _body(text)) is None:
        return None
    for node in body.iter():
        if isinstance(node.tag, str):
            _rename(node)
    tidy(body, page.address)
    return BodyReader(html=True, exact=False).blocks(body) or None


def _body(text: str) -> Element | None:
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ImportError:
        return None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found: Any = trafilatura.bare_extraction(text, **_OPTIONS)
    except RecursionError:
        return None
    body: Element | None = getattr(found, "body", None)
    return body


def _rename(node: Element) -> None:
    """From the tags of TEI that trafilatura writes to those of HTML."""
    tag, look = str(node.tag), node.get("rend") or ""
    if tag == "head" and look[:1] == "h" and look[1:].isdecimal():
        node.tag = look if look in ("h1", "h2", "h3", "h4", "h5", "h6") else "h2"
    elif tag == "hi":
        node.tag = _LOOKS.get(look, "span")
    elif tag == "list":
        node.tag = "ol" if look == "ol" else "ul"
    else:
        node.tag = _TAGS.get(tag, tag)
    if tag == "ref" and (target := node.get("target")):
        node.set("href", target)
