"""Telling what is wrong with the children of an element, with as few findings as explain it.

The children are compared with the nearest list that the content model allows: some are left out,
misspelt ones are taken for what they were meant to be, missing ones are put in. A child left out
whose place is elsewhere stands in the wrong order; one that has no place any more stands too often.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TypeAlias

import attrs

from newsmodel.formats.newsml.conformance.expressions import Wildcard
from newsmodel.formats.newsml.conformance.models import State, Type

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


@attrs.frozen(eq=False)
class _Way:
    """A way to make sense of the children so far; ways are compared by what they cost."""

    cost: int
    state: State
    step: _Step | None = None
    before: _Way | None = None

    @property
    def steps(self) -> list[_Step]:
        """What became of the children, from the first."""
        found: list[_Step] = []
        way: _Way | None = self
        while way is not None and way.step is not None:
            found.append(way.step)
            way = way.before
        return found[::-1]


@attrs.frozen
class _Step:
    """What becomes of a child: kept, left out, taken for another, or put in before it."""

    act: str
    index: int
    tag: str = ""
    kind: Type | None = None


_Ways: TypeAlias = dict[State, _Way]
_LEFT_OUT, _PUT_IN, _RENAMED = 10, 11, 12
_MOST = 400
"""Children beyond that are left out one by one; looking for the best way would take too long."""
_WIDTH = 4 * _LEFT_OUT
"""A way that costs so much more than the best is given up."""


def aligned(tags: Sequence[str], start: State) -> tuple[list[Slip], list[Type | None]]:
    """What is wrong with a list of children, and the types of those that have a place.

    Args:
        tags: the full names of the children.
        start: the first state of the content model.
    """
    names = _names(start)
    model = _Model(start, names, {wild for state in _states(start) for wild, _ in state.wild})
    way = _best(tags, model) if len(tags) <= _MOST else _first(tags, start)
    kinds: list[Type | None] = [names.get(tag) for tag in tags]
    for step in way.steps:
        if step.act in {"kept", "renamed"}:
            kinds[step.index] = step.kind
    return list(_slips(tags, way, model)), kinds


@attrs.frozen(eq=False)
class _Model:
    """A content model: where it starts, and all that may stand somewhere in it."""

    start: State
    names: dict[str, Type]
    wild: set[Wildcard]

    def knows(self, tag: str) -> bool:
        """Whether an element may stand anywhere in it."""
        return tag in self.names or any(wild.takes(tag) for wild in self.wild)

    def meant(self, tag: str) -> str | None:
        """The name that a name no one knows was meant to be."""
        if self.knows(tag):
            return None
        known = {_local(name).lower(): name for name in reversed(self.names)}
        close = get_close_matches(_local(tag).lower(), known, n=1, cutoff=_CLOSE)
        return known[close[0]] if close else None


_CLOSE = 0.72
"""How alike two names are of which one is taken for the other misspelt."""


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _names(start: State) -> dict[str, Type]:
    """All elements of a content model with their types."""
    found: dict[str, Type] = {}
    for state in _states(start):
        found.update({tag: kind for tag, (_, kind) in state.steps.items()})
    return found


def _states(start: State) -> list[State]:
    seen = {start: None}
    waiting = [start]
    while waiting:
        state = waiting.pop()
        for after in [*(step[0] for step in state.steps.values()), *(w[1] for w in state.wild)]:
            if after not in seen:
                seen[after] = None
                waiting.append(after)
    return list(seen)


# ------------------------------------------------------------------ the best way
def _best(tags: Sequence[str], model: _Model) -> _Way:
    ways: _Ways = {model.start: _Way(0, model.start)}
    size = len(tags) + 1
    for index, tag in enumerate(tags):
        _put_in(ways, index, size)
        later: _Ways = {}
        meant = model.meant(tag)
        for way in ways.values():
            _take(later, way, index, tag, meant, size)
        best = min(way.cost for way in later.values())
        ways = {s: w for s, w in later.items() if w.cost <= best + _WIDTH * size * size}
    _put_in(ways, len(tags), size)
    ends = [way for way in ways.values() if way.state.final] or list(ways.values())
    return min(ends, key=lambda way: way.cost)


def _take(later: _Ways, way: _Way, index: int, tag: str, meant: str | None, size: int) -> None:
    """Go on from a way with the next child: keep it, take it for another, leave it out."""
    unit = size * size
    step = way.state.steps.get(tag)
    if step is not None:
        _offer(later, way, 0, step[0], _Step("kept", index, tag, step[1]))
    else:
        for wild, after in way.state.wild:
            if wild.takes(tag):
                _offer(later, way, 0, after, _Step("kept", index, tag))
    if meant is not None and meant in way.state.steps:
        after, kind = way.state.steps[meant]
        _offer(later, way, _RENAMED * unit, after, _Step("renamed", index, meant, kind))
    # of two that might change places the later one is said to stand wrong
    _offer(later, way, _LEFT_OUT * unit + size - index, way.state, _Step("left out", index, tag))


def _put_in(ways: _Ways, index: int, size: int) -> None:
    """Put in what a state demands before anything else may come."""
    waiting = list(ways.values())
    while waiting:
        way = waiting.pop()
        for tag in way.state.demanded:
            after, _ = way.state.steps[tag]
            step = _Step("put in", index, tag)
            better = _offer(ways, way, _PUT_IN * size * size, after, step)
            if better is not None:
                waiting.append(better)


def _offer(ways: _Ways, way: _Way, cost: int, state: State, step: _Step) -> _Way | None:
    """Note a way to a state if it is the cheapest yet."""
    known = ways.get(state)
    if known is not None and known.cost <= way.cost + cost:
        return None
    better = ways[state] = _Way(way.cost + cost, state, step, way)
    return better


def _first(tags: Sequence[str], start: State) -> _Way:
    """The way that leaves out whatever does not fit where it stands."""
    way = _Way(0, start)
    for index, tag in enumerate(tags):
        after = _after(way.state, tag)
        act = "left out" if after is None else "kept"
        kind = way.state.steps[tag][1] if tag in way.state.steps else None
        way = _Way(0, after or way.state, _Step(act, index, tag, kind), way)
    return way


def _after(state: State, tag: str) -> State | None:
    """The state after an element, if it may come."""
    step = state.steps.get(tag)
    if step is not None:
        return step[0]
    return next((after for wild, after in state.wild if wild.takes(tag)), None)


# ------------------------------------------------------------------ what it tells
def _slips(tags: Sequence[str], way: _Way, model: _Model) -> Iterator[Slip]:
    steps = way.steps
    missing = [step for step in steps if step.act == "put in"]
    for position, step in enumerate(steps):
        if step.act == "renamed":
            wrong = tags[step.index]
            yield Slip("schema.unknown-element", step.index, wrong, meant=step.tag)
        elif step.act == "left out":
            home = next((each for each in missing if each.tag == step.tag), None)
            if home is not None:
                missing.remove(home)
                yield _moved(step, home, tags)
            else:
                yield _superfluous(steps, position, model)
    for step in missing:
        before = tags[step.index] if step.index < len(tags) else None
        yield Slip("schema.missing", None, step.tag, before=before)
    if not way.state.final:
        yield Slip("schema.missing", None, expected=tuple(way.state.steps))


def _moved(step: _Step, home: _Step, tags: Sequence[str]) -> Slip:
    """A child that is missing elsewhere."""
    if home.index <= step.index:
        return Slip("schema.order", step.index, step.tag, before=tags[home.index])
    return Slip("schema.order", step.index, step.tag, after=tags[home.index - 1])


def _superfluous(steps: list[_Step], position: int, model: _Model) -> Slip:
    """A child that has no place where it stands."""
    step = steps[position]
    states = _states_along(steps, model.start)
    if not model.knows(step.tag):
        expected = tuple(states[position].steps)
        meant = model.meant(step.tag)
        return Slip("schema.unknown-element", step.index, step.tag, meant, expected=expected)
    stays = [each if each.act != "left out" else None for each in steps]
    for place in range(position - 1, -1, -1):
        other = stays[place]
        if other is not None and _fits(step.tag, place, stays, states):
            return Slip("schema.order", step.index, step.tag, before=other.tag)
    for place in range(position + 1, len(steps)):
        other = stays[place]
        if other is not None and _fits(step.tag, place + 1, stays, states):
            return Slip("schema.order", step.index, step.tag, after=other.tag)
    return Slip("schema.repeated", step.index, step.tag)


def _states_along(steps: list[_Step], start: State) -> list[State]:
    """The states before each step, and the last one."""
    states = [start]
    for step in steps:
        after = None if step.act == "left out" else _after(states[-1], step.tag)
        states.append(after or states[-1])
    return states


def _fits(tag: str, place: int, stays: Sequence[_Step | None], states: list[State]) -> bool:
    """Whether an element might stand before a step, and all that follows as well."""
    state = _after(states[place], tag)
    for index in range(place, len(stays)):
        if state is None or state is states[index]:
            return state is not None
        other = stays[index]
        state = state if other is None else _after(state, other.tag)
    return state is not None and (state is states[-1] or state.final)
