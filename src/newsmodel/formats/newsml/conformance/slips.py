"""Telling what is wrong with the children of an element, with as few findings as explain it.

A child that is left out on the best way and has a place elsewhere stands in the wrong order; one
that has no place any more stands too often.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsmodel.formats.newsml.conformance.aligning import (
    Model,
    Step,
    Way,
    after,
    best_way,
    model_of,
)
from newsmodel.formats.newsml.conformance.automata import State
from newsmodel.formats.newsml.conformance.models import Type

__all__ = ["Slip", "aligned"]


@attrs.frozen
class Slip:
    """One thing wrong with the children of an element."""

    rule: str
    index: int | None
    """The child it is about; None if it is about the element."""
    tag: str = ""
    """The name of the child, or of the one that is missing."""
    meant: str | None = None
    """What a misspelt name was meant to be."""
    before: str | None = None
    """The child it must come before."""
    after: str | None = None
    """The child it must come after."""
    expected: tuple[str, ...] = ()
    """What might stand there."""


def aligned(tags: Sequence[str], start: State) -> tuple[list[Slip], list[Type | None]]:
    """What is wrong with a list of children, and the types of those that have a place.

    Args:
        tags: the full names of the children.
        start: the first state of the content model.
    """
    model = model_of(start)
    way = best_way(tags, model)
    kinds: list[Type | None] = [model.names.get(tag) for tag in tags]
    for step in way.steps:
        if step.act in {"kept", "renamed"}:
            kinds[step.child] = step.kind
    return list(_slips(tags, way, model)), kinds


def _slips(tags: Sequence[str], way: Way, model: Model) -> Iterator[Slip]:
    found = _Found(way, model)
    missing = [step for step in found.steps if step.act == "put in"]
    for position, step in enumerate(found.steps):
        if step.act == "renamed":
            wrong = tags[step.child]
            yield Slip("schema.unknown-element", step.child, wrong, meant=step.tag)
        elif step.act == "left out":
            home = next((each for each in missing if each.tag == step.tag), None)
            if home is not None:
                missing.remove(home)
                yield _moved(step, home, tags)
            else:
                yield found.superfluous(position)
    for step in missing:
        before = tags[step.child] if step.child < len(tags) else None
        yield Slip("schema.missing", None, step.tag, before=before)
    if not way.state.final:
        yield Slip("schema.missing", None, expected=tuple(way.state.steps))


def _moved(step: Step, home: Step, tags: Sequence[str]) -> Slip:
    """A child that is missing elsewhere."""
    if home.child <= step.child:
        return Slip("schema.order", step.child, step.tag, before=tags[home.child])
    return Slip("schema.order", step.child, step.tag, after=tags[home.child - 1])


class _Found:
    """The best way, and the states along it."""

    def __init__(self, way: Way, model: Model) -> None:
        self.model = model
        self.steps = way.steps
        self.stays = [each if each.act != "left out" else None for each in self.steps]
        self.states = [model.start]
        for step in self.stays:
            then = None if step is None else after(self.states[-1], step.tag)
            self.states.append(then or self.states[-1])

    def superfluous(self, position: int) -> Slip:
        """A child that has no place where it stands."""
        step = self.steps[position]
        namesake = self.model.namesake(step.tag)
        if namesake is not None or not self.model.knows(step.tag):
            meant = self.model.meant(step.tag) or namesake
            expected = tuple(self.states[position].steps)
            return Slip("schema.unknown-element", step.child, step.tag, meant, expected=expected)
        for place in range(position - 1, max(position - _FAR, -1), -1):
            other = self.stays[place]
            if other is not None and self._fits(step.tag, place):
                return Slip("schema.order", step.child, step.tag, before=other.tag)
        for place in range(position + 1, min(position + _FAR, len(self.steps))):
            other = self.stays[place]
            if other is not None and self._fits(step.tag, place + 1):
                return Slip("schema.order", step.child, step.tag, after=other.tag)
        return Slip("schema.repeated", step.child, step.tag)

    def _fits(self, tag: str, place: int) -> bool:
        """Whether an element might stand before a step, and what follows after it."""
        state = after(self.states[place], tag)
        for index in range(place, min(place + _FAR, len(self.stays))):
            if state is None or state is self.states[index]:
                break
            other = self.stays[index]
            state = state if other is None else after(state, other.tag)
        return state is not None


_FAR = 200
"""How many places away the right place of a child is looked for."""
