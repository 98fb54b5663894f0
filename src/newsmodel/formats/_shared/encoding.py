"""Plain data as JSON: with the extra `fast` much faster, and the same without it."""

from __future__ import annotations

import json
from typing import Any

from newsmodel.plain import UnusualFloat

try:
    import orjson
except ImportError:  # the extra is not installed
    orjson = None  # type: ignore[assignment]

__all__ = ["FAST", "encode", "unmarked"]

FAST = orjson is not None
"""Whether the extra is there."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
"""Plain data holds nothing of which it is a part; looking for that takes a fifth of the time."""


def encode(plain: Any, indent: int | None = None) -> str:
    """Plain data as a document.

    Args:
        plain: what to write.
        indent: spaces an inner level is set in by; everything on one line without it.
    """
    if FAST and indent in (None, 2):
        option = 0 if indent is None else orjson.OPT_INDENT_2
        try:
            return orjson.dumps(plain, _spelled, option).decode()
        except TypeError:
            pass  # a whole number of more than 64 bits
    if indent is None:
        return _ENCODER.encode(plain)
    return json.dumps(plain, ensure_ascii=False, indent=indent, separators=(",", ": "))


def unmarked(plain: Any) -> Any:
    """Plain data for encoders of others, to which a number must be no more than a number."""
    if isinstance(plain, dict):
        return {name: unmarked(value) for name, value in plain.items()}
    if isinstance(plain, list):
        return [unmarked(item) for item in plain]
    return float(plain) if isinstance(plain, UnusualFloat) else plain


def _spelled(value: object) -> orjson.Fragment:
    """A number as Python spells it."""
    if isinstance(value, UnusualFloat):
        return orjson.Fragment(float.__repr__(value))
    raise TypeError
