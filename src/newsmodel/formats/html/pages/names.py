"""Names as the readers of a page know them: in its language where there are such."""

from __future__ import annotations

import re

import attrs

from newsmodel.formats._shared.escaping import attributes, text
from newsmodel.formats.html.pages.spoken import own_direction
from newsmodel.formats.html.pages.tags import lang
from newsmodel.formats.html.pages.versions import language_attributes
from newsmodel.language import direction
from newsmodel.language.tags import IN_ANOTHER_SCRIPT, nearness
from newsmodel.model import Concept, Contributor, Direction, Speaker
from newsmodel.model.concept import names_to_show

__all__ = ["Name", "is_named", "marked", "name_for", "place_of"]

_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
)
"""The scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_WITHIN = re.compile(rf"[^\W{_SPACELESS}]{{2}}")
"""Two signs between which no word ends."""
_NO_WORD = re.compile(r"[\W_]+")


@attrs.frozen
class Name:
    """A name, and the language it is in where that is not the page's."""

    words: str
    """The name."""
    language: str | None = None
    """Its language; None for that of the page."""
    direction: Direction | None = None
    """Its direction where it does not follow from the language."""

    def __str__(self) -> str:
        """The name."""
        return self.words

    def markup(self, around: str | None) -> str:
        """The name in a page of that language."""
        return marked(self.words, self.language, around, self.direction)


def name_for(value: Concept | Contributor | Speaker | None, language: str | None) -> Name | None:
    """The name of somebody or something for readers of a language; None where there is none.

    As printed, else in their language, in a variety of it, in none, else any; a mere code is none.
    A contributor's name that is but the first of several, and in another language, is not what was
    printed.
    """
    if isinstance(value, Contributor):
        if value.name and not _is_foreign(value.name, value.concept, language):
            return Name(value.name)
        return name_for(value.concept, language)
    if isinstance(value, Speaker):
        printed = Name(value.printed) if value.printed else None
        return name_for(value.person, language) or printed
    if value is None:
        return None
    return _in_language(value, language) or (Name(value.literal) if value.literal else None)


def _is_foreign(name: str, concept: Concept | None, language: str | None) -> bool:
    names = () if concept is None else names_to_show(concept.names)
    if len(names) < 2 or names[0].value != name:
        return False
    said = names[0].language
    if not said or not language:
        return False
    return max(_nearness(name.language, language) for name in names if name.value) > (
        _nearness(said, language)
    )


def _in_language(concept: Concept, language: str | None) -> Name | None:
    names = names_to_show(concept.names)
    if len(names) > 1:
        names = tuple([name for name in names if name.value])
        names = tuple(sorted(names, key=lambda name: -_nearness(name.language, language)))
    if not names or not names[0].value:
        return None
    tag = names[0].language or concept.language
    own = tag is None or tag == language or tag.lower() == (language or "").lower()
    return Name(names[0].value, None if own else tag, names[0].direction)


def _nearness(tag: str | None, language: str | None) -> float:
    """How near a name is to readers; without a tag it is nearer than in what they cannot read."""
    if not language or not tag:
        return IN_ANOTHER_SCRIPT + (0 if tag else 0.5)
    return nearness(tag, language)


def marked(words: str, tag: str | None, around: str | None, given: Direction | None = None) -> str:
    """Words in a page of a language, told from it where theirs, or their direction, is another.

    Nothing around them is turned with them: they stand where words of the page would stand.

    Args:
        words: the words.
        tag: their language where it is known.
        around: the language of the page.
        given: their direction where it does not follow from the language.
    """
    if given is not None:
        own = attributes([*lang(None if tag == around else tag), ("dir", given.value)])
    elif tag is None:
        own = own_direction(words, around)
    elif tag == around:
        own = ""
    else:
        own = language_attributes(tag, direction(around))
    return f"<bdi{own}>{text(words)}</bdi>" if own else text(words)


# ------------------------------------------------------------------ names in a line
def place_of(line: str, name: str) -> int:
    """Where a name stands in a line in whole words; -1 where it does not."""
    start = line.find(name) if name else -1
    while start >= 0 and (_is_within(line, start) or _is_within(line, start + len(name))):
        start = line.find(name, start + 1)
    return start


def is_named(line: str, name: str) -> bool:
    """Whether a line names somebody, however it spaces, punctuates and capitalises the name."""
    return place_of(_folded(line), _folded(name)) >= 0


def _is_within(line: str, at: int) -> bool:
    return at > 0 and _WITHIN.match(line, at - 1) is not None


def _folded(line: str) -> str:
    return _NO_WORD.sub(" ", line).strip().casefold()
