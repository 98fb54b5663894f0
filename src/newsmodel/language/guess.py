"""The language of a text, guessed offline: by its script, its letters and its little words.

The little words of a language are the most frequent of any running text; the letters tell apart
neighbours that share them (the ``і`` of Ukrainian, the ``ы`` of Russian).
"""

from __future__ import annotations

from collections import Counter

import attrs

from newsmodel.language.evidence import (
    LANGUAGES_BY_SCRIPT,
    main_script,
    scores,
    scripts_in,
    tables,
    words_in,
)

__all__ = ["Guess", "guess_language"]

_SAMPLE = 4_000
_FEWEST_LETTERS = 8
_FEWEST_WORDS = 4


@attrs.frozen(kw_only=True)
class Guess:
    """A language a text is probably in."""

    language: str
    """A BCP 47 tag: ``uk``; for Serbian ``sr-Latn`` or ``sr-Cyrl``."""
    confidence: float
    """From 0 to 1: how far ahead of the next language it is."""


def guess_language(text: str) -> Guess | None:
    """The language of a text, or None when it is too short or could be several.

    Looks at no more than the first 4,000 characters; the same text always gives the same guess.
    """
    sample = text[:_SAMPLE].lower()
    chars = Counter(sample)
    scripts = scripts_in(chars)
    letters = sum(scripts.values())
    if letters < _FEWEST_LETTERS and not scripts.keys() & {"Han", "Kana", "Hangul"}:
        return None
    if not letters:
        return None
    if guess := _by_script(scripts, letters):
        return guess
    script = main_script(scripts)
    return _by_words(sample, chars, script) if script in tables() else None


def _by_script(scripts: Counter[str], letters: int) -> Guess | None:
    """A language that its script alone betrays."""
    kana = scripts["Kana"]
    if kana * 20 > letters and (kana + scripts["Han"]) * 2 > letters:
        return Guess(language="ja", confidence=round(min(1.0, 0.6 + kana / letters), 3))
    for name, language in LANGUAGES_BY_SCRIPT.items():
        if name in scripts and scripts[name] * 2 > letters:
            return Guess(language=language, confidence=round(scripts[name] / letters, 3))
    return None


def _by_words(sample: str, chars: Counter[str], script: str) -> Guess | None:
    words = words_in(sample, script)
    if len(words) < _FEWEST_WORDS:
        return None
    found = scores(Counter(words), chars, script)
    second, first = sorted(found.values())[-2:]
    best = min(language for language, score in found.items() if score == first)
    evidence = first / len(words)
    if first < 1.0 or evidence < 0.05 or first - second < max(0.1, first * 0.02):
        return None
    confidence = min(1.0, evidence * 3) * min(1.0, 0.5 + (first - second) / first)
    if best == "sr":
        best = "sr-Cyrl" if script == "Cyrillic" else "sr-Latn"
    return Guess(language=best, confidence=round(confidence, 3))
