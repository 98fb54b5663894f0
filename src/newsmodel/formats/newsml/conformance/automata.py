"""Content models as automata: each state knows which element may come next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsmodel.formats.newsml.conformance import expressions
from newsmodel.formats.newsml.conformance.expressions import Node, One, Wildcard

if TYPE_CHECKING:
    from newsmodel.formats.newsml.conformance.models import Models, Type

__all__ = ["State", "automaton"]


class State:
    """Where a content model stands after some children."""

    __slots__ = ("demanded", "final", "moves", "steps", "wild")

    def __init__(self, *, final: bool) -> None:
        self.steps: dict[str, tuple[State, Type]] = {}
        """For each element that may come next: the state after it, and its type."""
        self.moves: dict[str, tuple[State, Type]] = {}
        """The same with the elements known everywhere that a wildcard takes."""
        self.wild: tuple[tuple[Wildcard, State], ...] = ()
        """Wildcards that may take the next element, with the state after it."""
        self.demanded: tuple[str, ...] = ()
        """Those of the elements that may come next which have to come, sooner or later."""
        self.final = final
        """Whether the content may end here."""


def automaton(models: Models, content: Node) -> State:
    """The first state of the automaton for a content model."""
    return _Builder(models, content).start


class _Builder:
    """Makes the states of a content model, those alike once."""

    def __init__(self, models: Models, content: Node) -> None:
        self.models = models
        first, empty, self.following, self.last = expressions.steps_of(content)
        self.required = frozenset(expressions.required(content))
        self.states: dict[tuple[expressions.Follow, bool], State] = {}
        self.start = self.state(first, final=empty)

    def state(self, follow: expressions.Follow, *, final: bool) -> State:
        key = (follow, final)
        if key not in self.states:
            made = self.states[key] = State(final=final)
            self._fill(made, follow)
        return self.states[key]

    def _fill(self, state: State, follow: expressions.Follow) -> None:
        by_name: dict[str | Wildcard, set[One]] = {}
        for place in follow:
            by_name.setdefault(place.name, set()).add(place)
        wild = []
        for name, places in by_name.items():
            after = frozenset[One]().union(*[self.following[place] for place in places])
            then = self.state(after, final=not self.last.isdisjoint(places))
            if isinstance(name, Wildcard):
                wild.append((attrs.evolve(name, own=self.models.namespaces["nar"]), then))
            else:
                full = self.models.clark(name)
                kind = next(iter(places)).type
                found = self.models.elements[full] if kind is None else self.models.type(kind)
                state.steps[full] = (then, found)
        state.wild = tuple(wild)
        state.moves = self._known(state) | state.steps
        state.demanded = tuple(
            self.models.clark(place.name)
            for place in follow & self.required
            if isinstance(place.name, str)
        )

    def _known(self, state: State) -> dict[str, tuple[State, Type]]:
        return {
            name: (after, kind)
            for wild, after in reversed(state.wild)
            for name, kind in self.models.elements.items()
            if wild.takes(name) and wild.process != "skip"
        }
