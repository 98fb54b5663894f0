"""Quotations and their counterparts in other versions, by their ids."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.model import Concept
from newsmodel.validation.base import Finding
from newsmodel.validation.versions import Piece

__all__ = ["by_id", "said_by_others"]


def by_id(quotations: list[list[Piece]]) -> dict[str, list[Piece]]:
    """Those of some quotations that have an id, by it."""
    return {q[0].node.id: q for q in quotations if q[0].node.id is not None}


def said_by_others(
    original: dict[str, list[Piece]], translated: dict[str, list[Piece]]
) -> Iterator[Finding]:
    """The quotations that are told to be of another person than in the article, by the codes."""
    for ident, quotation in translated.items():
        for spot in quotation:
            for first in original.get(ident, ()):
                one, two = _person(first), _person(spot)
                if _are_others(one, two):
                    yield (
                        f"{spot.path}.speaker.person",
                        (
                            f"the quotation {ident!r} is said by {two} here and by {one} in the "
                            "article: correct one of them, or give them different ids"
                        ),
                    )
                    break


def _person(spot: Piece) -> Concept | None:
    speaker = spot.node.speaker
    return None if speaker is None else speaker.person


def _are_others(one: Concept | None, two: Concept | None) -> bool:
    """Whether two concepts are different ones: one scheme has another code for each."""
    if one is None or two is None:
        return False
    pairs = [(a, b) for a, b in ((one.qcode, two.qcode), (one.uri, two.uri)) if a and b]
    return bool(pairs) and all(a != b and _scheme(a) == _scheme(b) for a, b in pairs)


def _scheme(code: str) -> str:
    return code[: max(map(code.rfind, ":/#")) + 1]
