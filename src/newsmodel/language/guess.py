"""The language of a text, guessed offline: by its script, its letters and its little words.

The little words of a language are the most frequent of any running text; the letters tell apart
neighbours that share them (the ``і`` of Ukrainian, the ``ы`` of Russian).
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

import attrs

__all__ = ["Guess", "guess_language", "little_words"]

_SAMPLE = 4_000
_FEWEST_LETTERS = 8
_FEWEST_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Vowel signs are parts of words, which \w does not know.
_DEVANAGARI_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0963])+")

# One language a script, or the one news is written in.
_SCRIPTS = (
    ("Greek", 0x370, 0x3FF, "el"),
    ("Cyrillic", 0x400, 0x52F, None),
    ("Armenian", 0x530, 0x58F, "hy"),
    ("Hebrew", 0x590, 0x5FF, "he"),
    ("Arabic", 0x600, 0x77F, None),
    ("Thaana", 0x780, 0x7BF, "dv"),
    ("Devanagari", 0x900, 0x97F, None),
    ("Bengali", 0x980, 0x9FF, "bn"),
    ("Gurmukhi", 0xA00, 0xA7F, "pa"),
    ("Gujarati", 0xA80, 0xAFF, "gu"),
    ("Oriya", 0xB00, 0xB7F, "or"),
    ("Tamil", 0xB80, 0xBFF, "ta"),
    ("Telugu", 0xC00, 0xC7F, "te"),
    ("Kannada", 0xC80, 0xCFF, "kn"),
    ("Malayalam", 0xD00, 0xD7F, "ml"),
    ("Sinhala", 0xD80, 0xDFF, "si"),
    ("Thai", 0xE00, 0xE7F, "th"),
    ("Lao", 0xE80, 0xEFF, "lo"),
    ("Tibetan", 0xF00, 0xFFF, "bo"),
    ("Myanmar", 0x1000, 0x109F, "my"),
    ("Georgian", 0x10A0, 0x10FF, "ka"),
    ("Hangul", 0x1100, 0x11FF, "ko"),
    ("Ethiopic", 0x1200, 0x137F, "am"),
    ("Khmer", 0x1780, 0x17FF, "km"),
    ("Latin", 0x1E00, 0x1EFF, None),
    ("Greek", 0x1F00, 0x1FFF, "el"),
    ("Kana", 0x3040, 0x30FF, "ja"),
    ("Han", 0x3400, 0x9FFF, "zh"),
    ("Hangul", 0xAC00, 0xD7AF, "ko"),
)

# Letters that only these languages of a script use, or use most.
_LETTERS = {
    "Cyrillic": {
        "uk": "іїєґ",
        "ru": "ыэё",
        "be": "ўі",
        "bg": "",
        "sr": "јљњћђџ",
        "mk": "ѓќѕјљњџ",
        "kk": "әғқңөұүһі",
        "mn": "өү",
        "tg": "ғӣқӯҳҷ",
        "ky": "ңөү",
    },
    "Arabic": {"ar": "ةىإأؤئ", "fa": "پچژگکی", "ur": "ٹڈڑےںھہ", "ps": "ټډړښځڅېۍګ", "ckb": "ڕڵۆێە"},
    "Latin": {
        "de": "äöüß",
        "fr": "éèêàçùœ",
        "es": "ñ¿¡áéíóú",
        "pt": "ãõçáéâêô",
        "it": "àèìòù",
        "sv": "äöå",
        "nb": "æøå",
        "nn": "æøå",
        "da": "æøå",
        "fi": "äö",
        "is": "þðæö",
        "et": "äöüõ",
        "lv": "āčēģīķļņšūž",
        "lt": "ąčęėįšųūž",
        "pl": "ąćęłńóśźż",
        "cs": "ěščřžýáíéůúť",
        "sk": "ľĺŕäôščťžýáíéú",
        "hu": "őűáéíóöüú",
        "ro": "ăâîșțşţ",
        "sl": "čšž",
        "hr": "čćšžđ",
        "sr": "čćšžđ",
        "sq": "ëç",
        "tr": "ğışçöüİ",
        "az": "əğışçöü",
        "vi": "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        "ca": "çàèòïü·",
        "mt": "ħġċż",
    },
}
# Letters a language does not have: one of them speaks against it.
_FOREIGN = {
    "uk": "ыэёъў",
    "ru": "іїєґўјљњћђ",
    "bg": "ыэёіїєў",
    "be": "иїєґщъ",
    "sr": "ыэёщъіїєйюяќѓѕ",
    "mk": "ыэёщъіїєйюяћђ",
    "ar": "پچژگکی",
    "fa": "ةٹڈڑےں",
}


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
    scripts = _scripts(chars)
    letters = sum(scripts.values())
    if letters < _FEWEST_LETTERS and not scripts.keys() & {"Han", "Kana", "Hangul"}:
        return None
    if not letters:
        return None
    if guess := _by_script(scripts, letters):
        return guess
    script = max(scripts, key=lambda name: (scripts[name], name))
    return _by_words(sample, chars, script) if script in _tables() else None


def _scripts(chars: Counter[str]) -> Counter[str]:
    """How many characters there are of each script."""
    scripts: Counter[str] = Counter()
    for char, count in chars.items():
        if script := _script(char):
            scripts[script] += count
    return scripts


@functools.lru_cache(maxsize=4096)
def _script(char: str) -> str | None:
    code = ord(char)
    if code < 0x370:
        return "Latin" if char.isalpha() else None
    for name, first, last, _ in _SCRIPTS:
        if first <= code <= last:
            return name if char.isalpha() or name in ("Devanagari", "Thai") else None
    return None


def _by_script(scripts: Counter[str], letters: int) -> Guess | None:
    """A language that its script alone betrays."""
    kana = scripts["Kana"]
    if kana * 20 > letters and (kana + scripts["Han"]) * 2 > letters:
        return Guess(language="ja", confidence=round(min(1.0, 0.6 + kana / letters), 3))
    for name, _, _, language in _SCRIPTS:
        if language and name in scripts and scripts[name] * 2 > letters:
            return Guess(language=language, confidence=round(scripts[name] / letters, 3))
    return None


def _by_words(sample: str, chars: Counter[str], script: str) -> Guess | None:
    pattern = _DEVANAGARI_WORD if script == "Devanagari" else _WORD
    words = pattern.findall(sample.replace("’", "'"))
    if len(words) < _FEWEST_WORDS:
        return None
    scores = _scores(Counter(words), chars, script)
    second, first = sorted(scores.values())[-2:]
    best = min(language for language, score in scores.items() if score == first)
    evidence = first / len(words)
    if first < 1.0 or evidence < 0.05 or first - second < max(0.1, first * 0.02):
        return None
    confidence = min(1.0, evidence * 3) * min(1.0, 0.5 + (first - second) / first)
    if best == "sr":
        best = "sr-Cyrl" if script == "Cyrillic" else "sr-Latn"
    return Guess(language=best, confidence=round(confidence, 3))


def _scores(words: Counter[str], chars: Counter[str], script: str) -> dict[str, float]:
    """How much speaks for each language: its words, the rarer the better, and its letters."""
    speakers = _speakers(script)
    scores = dict.fromkeys(_tables()[script], 0.0)
    for word in filter(speakers.__contains__, words):
        languages = speakers[word]
        for language in languages:
            scores[language] += words[word] / len(languages)
    owners, strangers = _owners(script), _strangers()
    accented = 0
    for char in filter(_telling(script).__contains__, chars):
        count, known = chars[char], char in _accented()
        accented += count if known else 0
        for language in owners.get(char, ()):
            scores[language] += 0.6 * count if known else 0.2 * count
        for language in strangers.get(char, ()):
            if language in scores:
                scores[language] -= count
    # An accented letter speaks against every language that does not have it.
    return {language: score - 0.4 * accented for language, score in scores.items()}


@functools.cache
def little_words(language: str) -> frozenset[str]:
    """The little words a language is known by, by its primary subtag; empty for one not kept."""
    tables = _tables().values()
    return next((table[language] for table in tables if language in table), frozenset())


@functools.cache
def _owners(script: str) -> Mapping[str, tuple[str, ...]]:
    """The languages of a script that use a letter most."""
    letters = _LETTERS.get(script, {})
    return _turned({language: letters.get(language, "") for language in _tables()[script]})


@functools.cache
def _strangers() -> Mapping[str, tuple[str, ...]]:
    """The languages that do not have a letter of their script."""
    return _turned(_FOREIGN)


def _turned(letters: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Languages by letter, from letters by language."""
    found: dict[str, tuple[str, ...]] = {}
    for language, own in letters.items():
        for char in own:
            found[char] = (*found.get(char, ()), language)
    return MappingProxyType(found)


@functools.cache
def _accented() -> frozenset[str]:
    return frozenset("".join(_LETTERS["Latin"].values()))


@functools.cache
def _telling(script: str) -> frozenset[str]:
    """The letters that speak for or against a language."""
    return _accented().union(_owners(script), _strangers())


@functools.cache
def _tables() -> Mapping[str, Mapping[str, frozenset[str]]]:
    data = resources.files("newsmodel.language").joinpath("words.toml").read_text("utf-8")
    return MappingProxyType(
        {
            script: {language: frozenset(words) for language, words in table.items()}
            for script, table in tomllib.loads(data).items()
        }
    )


@functools.cache
def _speakers(script: str) -> Mapping[str, tuple[str, ...]]:
    """The languages of a script that have each word."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _tables()[script].items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return MappingProxyType(found)
