"""Articles out of pages: the library's own exactly, others' by their main markup."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from typing import Any

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats._shared.island import unpacked
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml import BodyReader
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html import figures
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.pages import ISLAND, OVERLAID, TRANSLATION
from newsmodel.formats.html.visible import FIELD, FORMAT, ROWS
from newsmodel.model import Article, Image, Problem, Severity, Text, Translation
from newsmodel.model.base import changed
from newsmodel.plain import to_plain

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:x-newsmodel:html")
_CHARSET = re.compile(rb"<meta[^>]+charset", re.IGNORECASE)


def read(data: str | bytes, *, url: str | None, encoding: str | None) -> Article:
    """The article of a page or of a fragment."""
    root = _tree(data, encoding)
    own = root.find(f".//article[@{DATA}='article']")
    return _own(root, own) if own is not None else _foreign(root, data, url)


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


# ------------------------------------------------------------------ our own
def _own(root: Element, node: Element) -> Article:
    article = _visible(node)
    island = _island(root)
    plain = to_plain(article)
    fields = unpacked(Article, island, lambda n: None if n in OVERLAID else plain.get(n))
    found = _images(node)
    if "images" in fields:
        fields["images"] = figures.with_edits(fields["images"], found, article.language)
    if "translations" in fields:
        fields["translations"] = _merged(fields["translations"], article.translations)
    return changed(article, **fields)


def _visible(node: Element) -> Article:
    """What the markup alone says."""
    fields: dict[str, Any] = {}
    for held in node.iterfind(f".//*[@{FIELD}]"):
        row = ROWS.get(held.get(FIELD, ""))
        if row is not None and row.field not in fields:
            fields[row.field] = row.read(held)
    images = _images(node)
    return Article(
        id=writable(node.get(f"{DATA}-id", "")),
        language=_tag(node.get("lang")),
        images=tuple(images[number] for number in sorted(images)),
        translations=_translations(node),
        **fields,
    )


def _images(node: Element) -> dict[int, Image]:
    shown = node.iterfind(f".//*[@{figures.IMAGE}]")
    numbered = [(held.get(figures.IMAGE, ""), held) for held in shown]
    return {int(n): figures.read_image(held) for n, held in numbered if n.isdecimal()}


def _translations(node: Element) -> tuple[Translation, ...]:
    found = []
    for item in node.iterfind(f".//*[@{TRANSLATION}]"):
        shown = next(iter(item), None)
        if shown is not None:
            href = shown.get("href")
            url = None if href is None else writable(href)
            found.append(Translation(language=_tag(shown.get("lang")), url=url))
    return tuple(found)


def _merged(
    known: tuple[Translation, ...], shown: tuple[Translation, ...]
) -> tuple[Translation, ...]:
    """The translations of the island, with addresses edited in the page."""
    if len(known) != len(shown):
        return known
    return tuple(
        changed(one, url=now.url) if now.url is not None and now.url != one.url else one
        for one, now in zip(known, shown, strict=True)
    )


def _tag(value: str | None) -> str | None:
    try:
        return Text(value="", language=value).language
    except ValueError:
        return None


def _island(root: Element) -> object:
    node = root.find(f".//script[@{ISLAND}]")
    try:
        return json.loads((node.text or "") if node is not None else "null")
    except (ValueError, RecursionError):
        return None


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
        language=_tag(root.get("lang")),
        headline=writable(line) or None,
        body=body,
        findings=(finding,),
    )
