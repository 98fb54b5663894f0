"""Articles out of pages: the library's own exactly, others' by all that they say."""

from __future__ import annotations

import re

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats._shared.characters import are_suspect, mend
from newsmodel.formats._shared.xhtml.strings import is_overfull_page
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.encodings import page_text
from newsmodel.formats.html.own import notice_part, noticed, own_article, own_part
from newsmodel.formats.html.untouched import DIGEST, is_untouched
from newsmodel.formats.html.visible import FORMAT
from newsmodel.formats.html.webpages import read_webpage
from newsmodel.model import Article
from newsmodel.quotes import mark

__all__ = ["read"]

_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
"""What no XML holds, and any page may."""


def read(data: str | bytes, *, url: str | None, encoding: str | None, find_quotes: bool) -> Article:
    """The article of a page or of a fragment."""
    text = page_text(data, encoding)
    root = _tree(text)
    own, notice = own_part(root), notice_part(root)
    if own is not None:
        untouched = own.get(DIGEST) is not None and is_untouched(text)
        if not untouched:
            mend(root)  # what is edited is put right in the tree, which takes no such characters
        article = own_article(root, own, untouched=untouched)
    elif notice is not None:
        mend(root)
        article = noticed(notice)
    else:
        raw = text.encode("utf-8", "replace")
        if are_suspect(raw) or _CONTROL.search(raw):
            mend(root)
        article = read_webpage(root, text, url=url)
    return mark(article) if find_quotes else article


def _tree(text: str) -> Element:
    if is_overfull_page(text):  # the parser would take minutes
        raise ParseError(FORMAT, "a tag has more than a thousand attributes")
    # A form feed is a blank in HTML, and what lxml gives out but does not take back.
    raw = text.encode("utf-8", "replace").replace(b"\0", b"").replace(b"\f", b" ")
    root, wrong = None, None
    try:
        # Without `huge_tree` libxml2 drops what is nested deeper than 256 levels.
        parser = etree.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, huge_tree=True
        )
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        wrong = ParseError(FORMAT, f"it cannot be parsed: {error}")
    if wrong is not None:
        # Not in the handler: lxml's errors cannot be pickled, and would go along as the context.
        raise wrong
    if root is None:
        raise ParseError(FORMAT, "it holds no markup")
    for entry in parser.error_log:
        if "Excessive depth" in entry.message:
            raise ParseError(FORMAT, "it is nested too deep", f"line {entry.line}")
    return root
