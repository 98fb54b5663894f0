"""Whether a text can be in the language its tag names."""

from __future__ import annotations

import functools
from collections import Counter

from newsmodel.language.evidence import (
    little_words,
    main_script,
    scores,
    scripts_in,
    tables,
    words_in,
)
from newsmodel.language.guess import guess_language
from newsmodel.language.tags import ANY, codes

__all__ = ["UNKNOWN", "is_of_another", "is_taken_for", "other_language"]

_SAMPLE = 300
_GLANCE = 240
_LATER = slice(600, 840)
_SCRIPT = 4  # letters
_ENOUGH = 60  # bytes of UTF-8: that many letters of English, a third of it of Chinese
_USUAL = 0.07  # of the words of a text speak for its language, at least
_EVIDENCE = 2.0
_MARGIN = 3
_TELLING = 16  # words have one of them, at least
_PROSE = 15  # words in small letters, or in a script without capitals
_SIGNS = ".,;:!?()\"'«»“”„‚‘’…"
_MANY, _LONG = 100, 2000
_PARTING, _LISTED = ",;\n\t•", 5  # a sign of these for so many words
_DISTINCT, _SHARE = 7, 0.07

UNKNOWN = "und"
"""Another language, whichever it is (ISO 639-2)."""


def other_language(text: str, tag: str) -> str | None:
    """The language a text is in beyond doubt, where that is not the one its tag names.

    Proof is a script that the named language is not written in, several times as much that speaks
    for another language, or that nothing speaks for the named one. Only the first 300 characters
    count, for the last proof a hundred words; what is short, and what reads like a language that
    texts in the named one are taken for, is left alone.

    Returns:
        a tag; `UNKNOWN` where it can only be told that it is another language.
    """
    whole, text = text, text[:_SAMPLE]
    language, *rest = tag.lower().replace("_", "-").split("-")
    if language in ANY or len(text[:_ENOUGH].encode("utf-8", "replace")) < _ENOUGH:
        return None
    # Many texts of feeds begin with lines of keywords and dates, and go on as texts do. A region
    # changes nothing, a script may.
    plain = not rest or all(len(part) < _SCRIPT for part in rest)
    if plain and (_is_usual(text, language) or _is_usual(whole[_LATER], language)):
        return None
    guess = guess_language(text)
    if guess is None:
        strange = _is_written_otherwise(text, tag) and _is_prose(text)
        return UNKNOWN if strange or (plain and _is_strange(whole, language)) else None
    found = guess.language.partition("-")[0]
    if found == language and not guess.language.startswith("sr-"):
        return None
    if _is_written_otherwise(text, tag) or _stands_out(text, found, language):
        return guess.language if _is_told(text, found) else UNKNOWN
    far = plain and not is_taken_for(language, found)
    return UNKNOWN if far and _is_strange(whole, language) else None


def _is_told(text: str, language: str) -> bool:
    """Whether words tell a language, and no letters alone that others have, too."""
    known, words = little_words(language), _words(text)
    told = len({*known}.intersection(words))
    return not known or (told > 1 and told * _TELLING >= len(words))


def _is_prose(text: str) -> bool:
    """Whether a text is no list of names and figures, which may be in any script."""
    words = [word for word in text.split() if len(word) > 2 and word == word.lower()]
    return len([word for word in words if not any(map(str.isdigit, word))]) >= _PROSE


def _is_strange(text: str, language: str) -> bool:
    """Whether so many words in small letters are none of a language's little words.

    Of a hundred of any text they are ten to forty.
    """
    known, pieces = little_words(language), text[:_LONG].split()
    if sum(map(text[:_LONG].count, _PARTING)) * _LISTED > len(pieces):
        return False  # what is listed, such as what goes into a dish, is no prose
    if not known or len(pieces) < _MANY or sum(map(known.__contains__, pieces)) > 1:
        return False
    words = [each.strip(_SIGNS) for each in pieces]
    words = [word for word in words if len(word) > 1 and word.islower() and word.isalpha()]
    return len(words) >= _MANY and sum(map(known.__contains__, words[:_MANY])) <= 1


def _is_usual(text: str, language: str) -> bool:
    """Whether enough of a text's words are little words of the language."""
    known = little_words(language)
    if not known:
        return False
    words = text[:_GLANCE].lower().split()
    spoken = sum([known[word] for word in words if word in known])
    return spoken >= max(_EVIDENCE, len(words) * _USUAL)


def is_taken_for(language: str, other: str) -> bool:
    """Whether a text in one language may read like another, by their primary subtags."""
    return language == other or language in codes()["taken_for"].get(other, ())


def is_of_another(line: str, tag: str | None, other: str | None) -> bool:
    """Whether a line, however short, is in the language of one tag and cannot be in another.

    Names may be the same in both; a line of words is told by its script, or by little words that
    the one language has and the other has not.
    """
    if not tag or not other:
        return False
    one, two = (each.lower().partition("-")[0] for each in (tag, other))
    if {one, two} & ANY or is_taken_for(two, one):
        return False
    words, own, theirs = line.lower().split(), little_words(one), little_words(two)
    telling = [word for word in words if word in own and word not in theirs]
    if _is_written_otherwise(line, other):
        return bool(telling) or main_script(scripts_in(Counter(line))) != "Latin"
    return len(words) > 3 and len(telling) > 1


def _is_written_otherwise(text: str, tag: str) -> bool:
    """Whether hardly a letter is of the script that the language of a tag is written in."""
    script = _script_of(tag)
    if script is None:
        return False
    scripts = scripts_in(Counter(text))
    letters = sum(scripts.values())
    if script == "Han" and scripts["Kana"]:
        return scripts["Kana"] * 20 > letters
    # A line of names in Japanese may do without kana, a text does not.
    least = 60 if script == "Kana" and scripts["Han"] else 1
    return letters >= least and scripts[script] * 10 < letters


@functools.lru_cache(maxsize=256)
def _script_of(tag: str) -> str | None:
    """The script a tag names, or its language is always written in; None where that is open."""
    import langcodes  # noqa: PLC0415  # loaded when first needed

    names = codes()["scripts"]
    try:
        known = langcodes.Language.get(tag.replace("_", "-"))
        if known.script is None and known.language in codes()["several_scripts"]:
            return None
        script: str | None = names.get(known.maximize().script)
    except ValueError:
        return None
    return script


def _stands_out(text: str, found: str, language: str) -> bool:
    """Whether far more speaks for one language than for the other."""
    if is_taken_for(language, found):
        return False
    sample = text.lower()
    chars = Counter(sample)
    script = main_script(scripts_in(chars))
    if script not in tables():
        return False
    if language not in tables()[script]:
        return found == _usual_in(language) or _is_clearly(text, found)
    known = scores(Counter(words_in(sample, script)), chars, script)
    one, other = known.get(found, 0.0), max(known.get(language, 0.0), 0.0)
    return one >= _EVIDENCE and one >= other * _MARGIN


@functools.lru_cache(maxsize=256)
def _usual_in(country: str) -> str | None:
    """The language of a country, whose code many take for it: `se` is Northern Sami, not Swedish.

    Source: Unicode CLDR, likely subtags.
    """
    import langcodes  # noqa: PLC0415  # loaded when first needed

    try:
        return langcodes.Language.get(f"und-{country.upper()}").maximize().language
    except ValueError:
        return None


def _is_clearly(text: str, language: str) -> bool:
    """Whether so many of a language's little words stand in a text that it is in no other."""
    known, words = little_words(language), _words(text)
    told = [word for word in words if word in known]
    share = sum([known[word] for word in told]) / len(words)
    return len({*told}) >= _DISTINCT and share >= _SHARE


def _words(text: str) -> list[str]:
    return [each.strip(_SIGNS) for each in text.lower().split()]
