"""What kind of news an item is, by its class."""

from __future__ import annotations

from newsmodel.formats.newsml.names import KIND_OF
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Concept, Kind
from newsmodel.model.vocabulary import term

__all__ = ["is_no_kind", "is_unknown", "kind_of", "kind_told", "told_by"]


def told_by(element: Element) -> str:
    """The code, address or word by which an element says what it stands for."""
    return element.get("qcode") or element.get("uri") or element.get("literal") or ""


def kind_of(code: str) -> Kind:
    """The kind a code stands for, whatever its scheme; text for a code that says nothing."""
    return KIND_OF.get(term(code.strip()), Kind.TEXT)


def kind_told(said: Concept | None) -> Kind:
    """The kind an item is of; text where it names none."""
    return kind_of("" if said is None else _word_of(said))


def is_unknown(element: Element) -> bool:
    """Whether the class of an item says no kind that is known."""
    return _is_no_kind(told_by(element))


def is_no_kind(said: Concept | None) -> bool:
    """Whether a code is there, and says no kind that is known."""
    return said is not None and _is_no_kind(_word_of(said))


def _is_no_kind(code: str) -> bool:
    return term(code.strip()) not in KIND_OF


def _word_of(said: Concept) -> str:
    return said.qcode or said.uri or said.literal or ""
