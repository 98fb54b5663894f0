"""Names as the readers of a page know them: in its language where there are such."""

from __future__ import annotations

import attrs

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.html.pages.spoken import own_direction
from newsmodel.formats.html.pages.versions import language_attributes
from newsmodel.language import direction
from newsmodel.model import Concept, Contributor, Speaker

__all__ = ["Name", "marked", "name_for"]


@attrs.frozen
class Name:
    """A name, and the language it is in where that is not the page's."""

    words: str
    """The name."""
    language: str | None = None
    """Its language; None for that of the page."""

    def __str__(self) -> str:
        """The name."""
        return self.words

    def markup(self, around: str | None) -> str:
        """The name in a page of that language."""
        return marked(self.words, self.language, around)


def name_for(value: Concept | Contributor | Speaker | None, language: str | None) -> Name | None:
    """The name of somebody or something for readers of a language; None where there is none.

    As printed, else in their language, in a variety of it, in none, else any.
    """
    concept = value
    if isinstance(value, Contributor):
        if value.name:
            return Name(value.name)
        concept = value.concept
    elif isinstance(value, Speaker):
        concept = value.person
    named = _in_language(concept, language) if isinstance(concept, Concept) else None
    words = "" if named or value is None else str(value)
    return named or (Name(words) if words else None)


def _in_language(concept: Concept, language: str | None) -> Name | None:
    names = concept.names
    if len(names) > 1:
        wanted = (language or "").lower()
        names = tuple([name for name in names if name.value])
        names = tuple(sorted(names, key=lambda name: _distance(name.language or "", wanted)))
    if not names or not names[0].value:
        return None
    tag = names[0].language or concept.language
    own = tag is None or tag == language or tag.lower() == (language or "").lower()
    return Name(names[0].value, None if own else tag)


def _distance(tag: str, wanted: str) -> int:
    tag = tag.lower()
    if tag == wanted:
        return 0
    return 1 if tag.partition("-")[0] == wanted.partition("-")[0] else 3 if tag else 2


def marked(words: str, tag: str | None, around: str | None) -> str:
    """Words in a page of a language, told from it where theirs, or their direction, is another.

    Nothing around them is turned with them: they stand where words of the page would stand.
    """
    if tag is None:
        own = own_direction(words, around)
    elif tag == around:
        own = ""
    else:
        own = language_attributes(tag, direction(around))
    return f"<bdi{own}>{text(words)}</bdi>" if own else text(words)
