"""The data island of a page: what its markup cannot say of the article."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._shared.encoding import encode
from newsmodel.formats._shared.island import packed
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.figures import shown_images
from newsmodel.formats.html.pages.known import Known
from newsmodel.formats.html.visible import ROWS, is_shown, shown_translation
from newsmodel.model import Article
from newsmodel.model.base import given
from newsmodel.plain import fields_to_plain

__all__ = ["ISLAND", "OVERLAID", "island", "island_element", "script"]

ISLAND = f"{DATA}-island"
"""Marks the script element that holds the island, and gives its name."""
OVERLAID = frozenset({"images", "translations"})
"""Fields whose value in the island counts, with what was edited in the page laid over it."""

_ALWAYS_SHOWN = frozenset({"id", "language"})
_SHOWN = OVERLAID.union(ROWS)
"""Fields of which a page shows something."""
_ESCAPES = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
"""Signs that may end a script or a line of it, and how they are written there."""


def island(article: Article, known: Known) -> str:
    """What the island says; nothing where the markup says all."""
    meant, seen = _unsaid(article)
    held: dict[str, Any] = {}
    if seen:
        held["fields"] = packed(fields_to_plain(Article, meant), _plain_seen(seen))
    if known.entries:
        held["known"] = known.entries
    return _safe(held) if held else ""


def island_element(data: str, name: str) -> str:
    """The island as a line of the page; nothing where it says nothing."""
    if not data:
        return ""
    return f'<script type="application/json" {ISLAND}="{name}">{data}</script>\n'


def script(data: object, own: str) -> str:
    """Data in a script element."""
    return f"<script {own}>{_safe(data)}</script>"


def _safe(data: object) -> str:
    """Data as they stand in a script; nothing in them can close the element or begin another."""
    content = encode(data)
    for sign, escape in _ESCAPES:
        if sign in content:  # to look for it takes a tenth of the time `replace` does
            content = content.replace(sign, escape)
    return content


def _unsaid(article: Article) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields the markup does not say all of, and what it says of each: a value or None."""
    meant: dict[str, Any] = {}
    seen: dict[str, Any] = {}
    for name, value in given(article):
        shown = _shown(article, name, value) if name in _SHOWN else None
        if shown is value or name in _ALWAYS_SHOWN:
            continue
        meant[name] = value
        seen[name] = None if name in OVERLAID else shown
    return meant, seen


def _shown(article: Article, name: str, value: Any) -> Any:
    """What a reader makes of what is shown of a field: the same object where it is the same."""
    if name == "translations":
        shown: Any = tuple([shown_translation(each) for each in value])
    elif name == "images":
        shown = shown_images(value, article.language)
    else:
        return ROWS[name].shown(value) if is_shown(value) else None
    return value if shown == value else shown


def _plain_seen(seen: dict[str, Any]) -> dict[str, Any]:
    given = {name: value for name, value in seen.items() if value is not None}
    return {**dict.fromkeys(seen), **fields_to_plain(Article, given)}
