"""Languages: tags, names, switchers, direction and a guess by the words of a text."""

from newsmodel.language.guess import Guess, guess_language
from newsmodel.language.names import autonym, meant_tag, switcher_languages
from newsmodel.language.tags import direction, is_registered, normal_tag

__all__ = [
    "Guess",
    "autonym",
    "direction",
    "guess_language",
    "is_registered",
    "meant_tag",
    "normal_tag",
    "switcher_languages",
]
