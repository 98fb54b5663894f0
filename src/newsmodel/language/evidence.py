"""What a text tells of its language: its scripts, its letters and its little words.

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

__all__ = [
    "LANGUAGES_BY_SCRIPT",
    "little_words",
    "main_script",
    "scores",
    "scripts_in",
    "tables",
    "words_in",
]

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


def scripts_in(chars: Counter[str]) -> Counter[str]:
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


LANGUAGES_BY_SCRIPT: Mapping[str, str] = MappingProxyType(
    {script: language for script, _, _, language in _SCRIPTS if language}
)
"""The language a script alone betrays."""


def main_script(scripts: Counter[str]) -> str:
    """The script of most letters, of the last by name where two have as many."""
    return max(scripts, key=lambda name: (scripts[name], name))


def words_in(text: str, script: str) -> list[str]:
    """The words of a text in small letters."""
    pattern = _DEVANAGARI_WORD if script == "Devanagari" else _WORD
    return pattern.findall(text.replace("’", "'"))


def scores(words: Counter[str], chars: Counter[str], script: str) -> dict[str, float]:
    """How much speaks for each language: its words, the rarer the better, and its letters."""
    speakers = _speakers(script)
    scores = dict.fromkeys(tables()[script], 0.0)
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
def little_words(language: str) -> Mapping[str, float]:
    """The little words of a language, by its primary subtag; empty where none are kept.

    Each with what it tells: 1 for one that no other language has, less the more have it.
    """
    found: dict[str, float] = {}
    for script, table in tables().items():
        for word in table.get(language, ()):
            found[word] = 1 / len(_speakers(script)[word])
    return MappingProxyType(found)


@functools.cache
def _owners(script: str) -> Mapping[str, tuple[str, ...]]:
    """The languages of a script that use a letter most."""
    letters = _LETTERS.get(script, {})
    return _turned({language: letters.get(language, "") for language in tables()[script]})


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
def tables() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The little words by script and language."""
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
    for language, words in tables()[script].items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return MappingProxyType(found)
