"""Articles out of the library's own pages: exactly as they were, with what was edited since."""

from __future__ import annotations

import json
from typing import Any

from newsmodel.formats._shared.island import unpacked
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html import figures
from newsmodel.formats.html.elements import Element, language_tag
from newsmodel.formats.html.pages import ISLAND, OVERLAID, TRANSLATION
from newsmodel.formats.html.visible import FIELD, ROWS
from newsmodel.model import Article, Image, Translation
from newsmodel.model.base import changed
from newsmodel.plain import to_plain

__all__ = ["own_article", "own_part"]


def own_part(root: Element) -> Element | None:
    """The element of a page that holds an article the library wrote."""
    return root.find(f".//article[@{DATA}='article']")


def own_article(root: Element, node: Element) -> Article:
    """The article of the element that `own_part` gives; its data island is anywhere in the page."""
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
        language=language_tag(node.get("lang")),
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
            found.append(Translation(language=language_tag(shown.get("lang")), url=url))
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


def _island(root: Element) -> object:
    node = root.find(f".//script[@{ISLAND}]")
    try:
        return json.loads((node.text or "") if node is not None else "null")
    except (ValueError, RecursionError):
        return None
