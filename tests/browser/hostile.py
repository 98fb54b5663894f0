"""Articles that try to run a script: a payload in every text, attribute and address."""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from newsmodel.formats._shared.text import writable
from newsmodel.model import Article, Figure, Media
from newsmodel.model.base import Model, hints
from newsmodel.model.checks import Attributes

OUR_OWN = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</script><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    "</title></style></textarea></noscript><svg onload=alert(1)>",
    "\u2028alert(1)\u2029",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '" style="background:url(https://evil.test/x)" onfocus="alert(1)" autofocus="',
)
"""Payloads for where the list of all of them is absent, and what that list does not have."""

ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "\u00a0javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "blob:https://news.test/1",
    "view-source:javascript:alert(1)",
    '//evil.test/"onload=alert(1)',
    "https://example.com/' onerror='alert(1)",
    'https://example.com/"><script>alert(1)</script>',
    "https:javascript:alert(1)",
    "\\\\evil.test\\x",
    "x,https://evil.test/x 1w",
)
"""What is no address that a page may name, in all its disguises."""

_ADDRESS_FIELDS = frozenset({"href", "url", "uri", "source_url", "image_url"})


def payloads(shared: Path | None) -> Iterator[str]:
    """Every payload there is."""
    yield from OUR_OWN
    listed = shared / "security" / "xss-payloads.json" if shared else None
    if listed is not None and listed.is_file():
        for entry in json.loads(listed.read_text(encoding="utf-8")):
            yield writable(entry["payload"].encode("utf-16", "replace").decode("utf-16"))


def filled(article: Article, words: str, address: str) -> Article:
    """The article with every string replaced: addresses by an address, all others by words."""
    made: Article = _filled(article, words, address)
    return made


def _filled(model: Any, words: str, address: str) -> Any:
    kinds = hints(type(model))
    changes = {}
    for field in attrs.fields(type(model)):
        if field.eq and not _ties(model, field.name):
            put = address if field.name in _ADDRESS_FIELDS else words
            value = getattr(model, field.name)
            changes[field.name] = _value(value, kinds[field.name], put, (words, address))
    return attrs.evolve(model, **changes)


def _ties(model: Any, name: str) -> bool:
    """Whether a field ties parts together, so that nothing would be shown without it."""
    if isinstance(model, Figure):
        return name == "image_id"
    return isinstance(model, Media) and name == "id"


def _value(value: Any, kind: Any, put: str, puts: tuple[str, str]) -> Any:
    if isinstance(value, Model):
        return _filled(value, *puts)
    if kind == Attributes:
        return tuple((name, puts[0]) for name, _ in value)
    if isinstance(value, tuple):
        return tuple(_part(part, puts) for part in value)
    is_text = str in (typing.get_args(kind) or (kind,))
    return put if is_text and (type(value) is str or value is None) else value


def _part(part: Any, puts: tuple[str, str]) -> Any:
    if type(part) is str:
        return puts[0]
    return _filled(part, *puts) if isinstance(part, Model) else part
