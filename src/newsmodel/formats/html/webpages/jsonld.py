"""JSON-LD out of pages, mended where publishers broke it."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from newsmodel.formats.html.elements import Element

__all__ = ["read_json_ld"]

_LONGEST = 5_000_000
_SALVAGE = 60_000
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)")
_ENDS = ("-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>")
_COMMA = re.compile(r",(\s*[}\]])")
_SALVAGED = re.compile(
    r'"(@type|headline|alternativeHeadline|description|datePublished|dateModified|inLanguage'
    r'|articleSection|articleBody)"\s*:\s*"(.{0,5000}?)"\s*(?=,\s*"[@\w]+"\s*:|[}\]]|,?\s*$)',
    re.DOTALL,
)
_AUTHOR = re.compile(r'"author"\s*:.{0,200}?"name"\s*:\s*"([^"]*)"', re.DOTALL)


def read_json_ld(root: Element) -> tuple[list[Any], int]:
    """What the JSON-LD scripts of a page hold, and how many of them no parser could take."""
    found: list[Any] = []
    broken = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = "".join(script.itertext())
        if not text.strip() or len(text) > _LONGEST:
            continue
        values = _values(text)
        broken += values is None
        found += _salvaged(text) if values is None else values
    return found, broken


def _values(text: str) -> list[Any] | None:
    for mended in (lambda t: t, _unwrapped, _without_commas, _unescaped):
        try:
            return _all(mended(text).strip())
        except (ValueError, RecursionError):
            continue
    return None


def _all(text: str) -> list[Any]:
    """All values of a text: some pages put one after another."""
    decoder = json.JSONDecoder(strict=False)
    values = []
    while text:
        value, end = decoder.raw_decode(text)
        values.append(value)
        text = text[end:].lstrip(" \t\r\n;,")
    return values


def _unwrapped(text: str) -> str:
    """Without what was to hide a script from browsers of the nineties."""
    text = _WRAPPING.sub("", text.strip(), count=1).rstrip(" \t\r\n;")
    for end in _ENDS:
        text = text.removesuffix(end)
    return text.rstrip(" \t\r\n;")


def _without_commas(text: str) -> str:
    return _COMMA.sub(r"\1", _unwrapped(text))


def _unescaped(text: str) -> str:
    if "&quot;" not in text:
        raise ValueError(text[:1])
    return _without_commas(unescape(text))


def _salvaged(text: str) -> list[Any]:
    """The plain properties of what is no JSON, as far as they can be told."""
    thing: dict[str, Any] = {}
    for match in _SALVAGED.finditer(text[:_SALVAGE]):
        thing.setdefault(match[1], match[2].replace('\\"', '"').replace("\\/", "/"))
    names = _AUTHOR.findall(text[:_SALVAGE])
    return [{**thing, "author": names}] if thing.get("@type") else []
