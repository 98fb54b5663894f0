"""Comparing the children of an element with the nearest list that its content model allows.

Some children are left out, misspelt ones are taken for what they were meant to be, missing ones are
put in; of all the ways to do so the one with the fewest changes is taken.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.newsml.conformance.automata import State
from newsmodel.formats.newsml.conformance.models import Type

__all__ = ["Model", "Step", "Way", "after", "best_way", "model_of"]


class Step(NamedTuple):
    """What becomes of a child: kept, left out, taken for another, or put in before it."""

    act: str
    child: int
    tag: str = ""
    kind: Type | None = None


class Way(NamedTuple):
    """A way to make sense of the children so far; ways are compared by what they cost."""

    cost: int
    state: State
    step: Step | None = None
    before: Way | None = None

    @property
    def steps(self) -> list[Step]:
        """What became of the children, from the first."""
        found: list[Step] = []
        way: Way | None = self
        while way is not None and way.step is not None:
            found.append(way.step)
            way = way.before
        return found[::-1]

    @property
    def left_out(self) -> frozenset[int]:
        """The numbers of the children that are left out."""
        return frozenset(step.child for step in self.steps if step.act == "left out")


_Ways: TypeAlias = dict[State, Way]
_LEFT_OUT, _PUT_IN, _RENAMED = 10, 11, 12
_MOST = 400
"""Children beyond that are left out one by one; looking for the best way would take too long."""
_WIDTH = 4 * _LEFT_OUT
"""A way that costs so much more than the best is given up."""


def best_way(tags: Sequence[str], model: Model) -> Way:
    """The best way to make sense of children.

    Where of two children that have changed places either might be left out, the later one is.

    Args:
        tags: the full names of the children.
        model: the content model.
    """
    if len(tags) > _MOST:
        return _first(tags, model.start)
    return _best(tags, model)


class Model:
    """A content model: where it starts, and all that may stand somewhere in it."""

    def __init__(self, start: State) -> None:
        states = _states(start)
        self.start = start
        self.names: dict[str, Type] = {
            tag: kind for state in reversed(states) for tag, (_, kind) in state.steps.items()
        }
        self._wild = {wild for state in states for wild, _ in state.wild}
        self._own = {_local(name): name for name in self.names}
        self.meant = Remembered(self._meant).__getitem__
        """Gives the name that a name no one knows was meant to be; None for all others."""

    def knows(self, tag: str) -> bool:
        """Whether an element may stand anywhere in it."""
        return tag in self.names or any(wild.takes(tag) for wild in self._wild)

    def namesake(self, tag: str) -> str | None:
        """What has the same name in another namespace, for an element it does not have itself."""
        return None if tag in self.names else self._own.get(_local(tag))

    def _meant(self, tag: str) -> str | None:
        if self.knows(tag):
            return None
        known = {_local(name).lower(): name for name in self.names}
        close = get_close_matches(_local(tag).lower(), known, n=1, cutoff=_CLOSE)
        return known[close[0]] if close else None


@lru_cache(maxsize=256)
def model_of(start: State) -> Model:
    """The content model that starts with a state."""
    return Model(start)


_CLOSE = 0.72
"""How alike two names are of which one is taken for the other misspelt."""


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _states(start: State) -> list[State]:
    seen = {start: None}
    waiting = [start]
    while waiting:
        state = waiting.pop()
        for then in [*(step[0] for step in state.steps.values()), *(w[1] for w in state.wild)]:
            if then not in seen:
                seen[then] = None
                waiting.append(then)
    return list(seen)


# ------------------------------------------------------------------ the best way
def _best(tags: Sequence[str], model: Model) -> Way:
    ways: _Ways = {model.start: Way(0, model.start)}
    unit = 2 * (len(tags) + 1) ** 2
    namesakes = {tag: model.namesake(tag) for tag in set(tags)}
    meant = {tag: model.meant(tag) or namesakes[tag] for tag in namesakes}
    for index, tag in enumerate(tags):
        _put_in(ways, index, unit, meant)
        left_out = (_LEFT_OUT - (namesakes[tag] is not None)) * unit + 2 * (len(tags) - index)
        ways = _taken(ways, index, tag, meant[tag], unit, left_out)
    _put_in(ways, len(tags), unit, meant)
    ends = [way for way in ways.values() if way.state.final] or list(ways.values())
    return min(ends, key=lambda way: way.cost)


def _taken(ways: _Ways, index: int, tag: str, meant: str | None, unit: int, left_out: int) -> _Ways:
    """Go on with the next child: keep it, take it for another, leave it out."""
    found: _Ways = {}
    for way in ways.values():
        then = after(way.state, tag)
        if then is not None and (known := way.state.steps.get(tag)) is not None:
            _offer(found, way, 0, then, "kept", index, tag, known[1])
        elif then is not None:
            _offer(found, way, 0, then, "kept", index, tag)
        if meant is not None and meant in way.state.steps:
            then, kind = way.state.steps[meant]
            _offer(found, way, _RENAMED * unit, then, "renamed", index, meant, kind)
        _offer(found, way, left_out, way.state, "left out", index, tag)
    most = min(way.cost for way in found.values()) + _WIDTH * unit
    return {state: way for state, way in found.items() if way.cost <= most}


def _put_in(ways: _Ways, index: int, unit: int, present: Container[str]) -> None:
    """Put in what a state demands before anything else may come."""
    waiting = [way for way in ways.values() if way.state.demanded]
    while waiting:
        way = waiting.pop()
        for tag in way.state.demanded:
            then, _ = way.state.steps[tag]
            cost = 1 if tag in present else _PUT_IN * unit  # it is left out where it stands
            if _offer(ways, way, cost, then, "put in", index, tag):
                waiting.append(ways[then])


def _offer(
    ways: _Ways,
    way: Way,
    cost: int,
    state: State,
    act: str,
    index: int,
    tag: str,
    kind: Type | None = None,
) -> bool:
    """Note a way to a state if it is the cheapest yet."""
    known = ways.get(state)
    if known is not None and known.cost <= way.cost + cost:
        return False
    ways[state] = Way(way.cost + cost, state, Step(act, index, tag, kind), way)
    return True


def _first(tags: Sequence[str], start: State) -> Way:
    """The way that leaves out whatever does not fit where it stands."""
    way = Way(0, start)
    for index, tag in enumerate(tags):
        then = after(way.state, tag)
        act = "left out" if then is None else "kept"
        kind = way.state.steps[tag][1] if tag in way.state.steps else None
        way = Way(0, then or way.state, Step(act, index, tag, kind), way)
    return way


def after(state: State, tag: str) -> State | None:
    """The state after an element, if it may come."""
    step = state.steps.get(tag)
    if step is not None:
        return step[0]
    return next((after for wild, after in state.wild if wild.takes(tag)), None)
