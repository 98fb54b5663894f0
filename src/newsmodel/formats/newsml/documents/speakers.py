"""Speakers of quotations as subjects, for readers that look into no body.

The body says who speaks; a new document says it once more among its subjects, each marked as such
(`why="nm:speaker"`). Reading takes those away again that the body still bears out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsmodel.model import Block, Concept, Speaker, Text
from newsmodel.model.cleaning import public_blocks
from newsmodel.model.concept import name_to_show
from newsmodel.model.quotations import quotes_in

__all__ = ["WHY", "own_subjects", "speakers_of"]

WHY = "nm:speaker"
"""Why a speaker is among the subjects."""


def speakers_of(body: Iterable[Block], subjects: Iterable[Concept]) -> tuple[Concept, ...]:
    """The speakers of a body as subjects, those that are subjects already left out.

    Only who is known counts: not words such as "she", nobody who is not to be named or not public,
    nor whoever speaks where readers do not see it.
    """
    said = [key for subject in subjects for key in _keys(subject)]
    found: list[Concept] = []
    for quote in quotes_in(public_blocks(body)):
        speaker = None if quote.speaker is None else _as_subject(quote.speaker)
        if speaker is not None and not any(key in said for key in _keys(speaker)):
            found.append(speaker)
            said += _keys(speaker)
    return tuple(found)


def own_subjects(subjects: Sequence[Concept], body: Iterable[Block]) -> tuple[Concept, ...]:
    """The subjects of a new document less the speakers at their end that its body names."""
    end = len(subjects)
    while end and subjects[end - 1].why == WHY:
        end -= 1
    own, marked = tuple(subjects[:end]), tuple(subjects[end:])
    return own if not marked or speakers_of(body, own) == marked else tuple(subjects)


def _as_subject(speaker: Speaker) -> Concept | None:
    who = speaker.person
    if who is None or not _keys(who):
        return None
    kind = who.type or ("organisation" if who.organisation else "person")
    names = tuple(Text(value=name.value, language=name.language) for name in who.names)
    return Concept(qcode=who.qcode, uri=who.uri, type=kind, names=names, why=WHY)


def _keys(concept: Concept) -> list[str]:
    """By what a concept is known."""
    return [key for key in (concept.qcode, concept.uri, name_to_show(concept.names)) if key]
