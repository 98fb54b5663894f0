"""The language that a tag names."""

from __future__ import annotations

__all__ = ["language_of", "name_one_language"]

_TODAY = {
    "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "tl": "fil", "no": "nb",
    "cmn": "zh",
}  # fmt: skip
"""Withdrawn codes, and those of a group that stand for one language of it, each with what it is
called today (IANA registry: preferred values; CLDR: aliases)."""


def language_of(tag: str) -> str:
    """The code that a tag's language has today: ``he`` for ``iw-IL``."""
    code = _code(tag)
    return _TODAY.get(code, code)


def name_one_language(one: str, other: str) -> bool:
    """Whether two tags name one language, whatever its varieties: ``no`` is ``nb`` and ``nn``."""
    said = {language_of(one), language_of(other)}
    return len(said) == 1 or (said == {"nb", "nn"} and "no" in (_code(one), _code(other)))


def _code(tag: str) -> str:
    return tag.strip().replace("_", "-").partition("-")[0].lower()
