"""Articles out of pages: the library's own exactly, others' by their main markup."""

from __future__ import annotations

import hashlib
import re
import uuid

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml import BodyReader
from newsmodel.formats.html.elements import Element, language_tag
from newsmodel.formats.html.own import own_article, own_part
from newsmodel.formats.html.visible import FORMAT
from newsmodel.model import Article, Problem, Severity

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:x-newsmodel:html")
_CHARSET = re.compile(rb"<meta[^>]+charset", re.IGNORECASE)


def read(data: str | bytes, *, url: str | None, encoding: str | None) -> Article:
    """The article of a page or of a fragment."""
    root = _tree(data, encoding)
    own = own_part(root)
    return own_article(root, own) if own is not None else _foreign(root, data, url)


def _tree(data: str | bytes, encoding: str | None) -> Element:
    encoding = encoding or _encoding(data)
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    try:
        # Without `huge_tree` libxml2 drops what is nested deeper than 256 levels.
        parser = etree.HTMLParser(
            encoding=encoding, no_network=True, remove_comments=True, huge_tree=True
        )
        root = etree.fromstring(raw.replace(b"\0", b""), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise ParseError(FORMAT, f"it cannot be parsed: {error}") from None
    if root is None:
        raise ParseError(FORMAT, "it holds no markup")
    for entry in parser.error_log:
        if "Excessive depth" in entry.message:
            raise ParseError(FORMAT, "it is nested too deep", f"line {entry.line}")
    return root


def _encoding(data: str | bytes) -> str | None:
    """UTF-8 where the bytes are; otherwise what the page declares, which the parser looks up."""
    if isinstance(data, str):
        return "utf-8"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None if _CHARSET.search(data[:4096]) else "windows-1252"
    return "utf-8"


# ------------------------------------------------------------------ other people's
def _foreign(root: Element, data: str | bytes, url: str | None) -> Article:
    found = (root.find(f".//{name}") for name in ("article", "main", "body"))
    held = next((node for node in found if node is not None), root)
    headline = root.find(".//h1")
    if headline is None:
        headline = root.find(".//title")
    line = "" if headline is None else " ".join("".join(headline.itertext()).split())
    blocks = BodyReader(html=True, exact=False).blocks(held)
    body = tuple(block for block in blocks if block.text != line)
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    made = uuid.uuid5(_NAMESPACE, hashlib.sha256(raw).hexdigest()).urn
    finding = Problem(
        rule="html.unmarked",
        severity=Severity.INFO,
        message="the page is not this library's own: only its main text was read",
    )
    return Article(
        id=url or made,
        url=url,
        language=language_tag(root.get("lang")),
        headline=writable(line) or None,
        body=body,
        findings=(finding,),
    )
