"""Content models: what may stand in an element, as expressions and as automata.

An expression is read as the head of `tools/newsml_models.py` explains. From it comes an automaton
that takes the children of an element one by one: each state knows which may come next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

__all__ = ["Choice", "Many", "Node", "One", "Sequence", "Wildcard", "parsed", "steps_of"]


@attrs.frozen
class Wildcard:
    """Elements or attributes of some namespaces, whatever their names."""

    namespace: str
    """`##any`, `##other` (any but the standard's own, and not none), `##local` (none), or one."""
    process: str = "lax"
    """`lax`: what is known has to be valid; `strict`: it must be known; `skip`: never looked at."""
    own: str = ""
    """The namespace `##other` leaves out."""

    def takes(self, name: str) -> bool:
        """Whether it stands for a name, written `{namespace}name`."""
        if self.namespace == "##any":
            return True
        namespace = name[1:].partition("}")[0] if name.startswith("{") else ""
        if self.namespace == "##other":
            return namespace not in ("", self.own)
        return namespace == ("" if self.namespace == "##local" else self.namespace)


@attrs.frozen(eq=False)
class One:
    """One element; each place it has in an expression is an object of its own."""

    name: str | Wildcard
    type: str | None = None


@attrs.frozen(eq=False)
class Sequence:
    """One after the other."""

    parts: tuple[Node, ...]


@attrs.frozen(eq=False)
class Choice:
    """One of several."""

    parts: tuple[Node, ...]


@attrs.frozen(eq=False)
class Many:
    """As often as the count says: `?`, `*` or `+`."""

    part: Node
    count: str


Node: TypeAlias = One | Sequence | Choice | Many

_TOKEN = re.compile(r"\s*([()|?*+]|\s|(?:##\w+|\{[^}]*\})(?:!\w+)?|&?[^\s()|?*+]+)")


def parsed(shown: str, groups: Mapping[str, str]) -> Node:
    """An expression as a tree.

    Args:
        shown: the expression.
        groups: expressions by the name they are referred to with.
    """
    tokens = [token for token in _TOKEN.findall(shown) if token.strip()]
    return _alternatives(tokens, groups)


def _alternatives(tokens: list[str], groups: Mapping[str, str]) -> Node:
    parts = [_sequence(tokens, groups)]
    while tokens and tokens[0] == "|":
        tokens.pop(0)
        parts.append(_sequence(tokens, groups))
    return parts[0] if len(parts) == 1 else Choice(tuple(parts))


def _sequence(tokens: list[str], groups: Mapping[str, str]) -> Node:
    parts = []
    while tokens and tokens[0] not in "|)":
        node = _atom(tokens, groups)
        counted = tokens and tokens[0] in "?*+"
        parts.append(Many(node, tokens.pop(0)) if counted else node)
    return parts[0] if len(parts) == 1 else Sequence(tuple(parts))


def _atom(tokens: list[str], groups: Mapping[str, str]) -> Node:
    shown = tokens.pop(0)
    if shown == "(":
        inner = _alternatives(tokens, groups)
        tokens.pop(0)
        return inner
    if shown.startswith("&"):
        return parsed(groups[shown[1:]], groups)
    if shown.startswith(("##", "{")):
        return One(wildcard(shown))
    name, _, kind = shown.partition("=")
    return One(name, kind or None)


def wildcard(shown: str) -> Wildcard:
    """A wildcard as it is written."""
    namespace, _, process = shown.partition("!")
    return Wildcard(namespace.strip("{}"), process or "lax")


# ------------------------------------------------------------------ automata
Follow: TypeAlias = frozenset[One]


@attrs.define(eq=False)
class _Facts:
    """What Glushkov's construction needs of a part: can it be empty, begin and end with what."""

    empty: bool
    first: Follow
    last: Follow


_NOTHING: Follow = frozenset()


def steps_of(root: Node) -> tuple[Follow, bool, Mapping[One, Follow], Follow]:
    """What may come first, whether nothing may come, what may follow each place, and the last."""
    following: dict[One, Follow] = {}
    facts = _facts(root, following)
    return facts.first, facts.empty, following, facts.last


def _facts(node: Node, following: dict[One, Follow]) -> _Facts:
    if isinstance(node, One):
        following[node] = _NOTHING
        return _Facts(empty=False, first=frozenset([node]), last=frozenset([node]))
    if isinstance(node, Many):
        inner = _facts(node.part, following)
        if node.count in "*+":
            _tie(following, inner.last, inner.first)
        return _Facts(inner.empty or node.count in "?*", inner.first, inner.last)
    parts = [_facts(part, following) for part in node.parts]
    if isinstance(node, Choice):
        first = _NOTHING.union(*[part.first for part in parts])
        last = _NOTHING.union(*[part.last for part in parts])
        return _Facts(empty=any(part.empty for part in parts), first=first, last=last)
    return _in_sequence(parts, following)


def _in_sequence(parts: list[_Facts], following: dict[One, Follow]) -> _Facts:
    whole = _Facts(empty=True, first=_NOTHING, last=_NOTHING)
    for part in parts:
        _tie(following, whole.last, part.first)
        first = whole.first | part.first if whole.empty else whole.first
        last = whole.last | part.last if part.empty else part.last
        whole = _Facts(empty=whole.empty and part.empty, first=first, last=last)
    return whole


def _tie(following: dict[One, Follow], before: Follow, after: Follow) -> None:
    for place in before:
        following[place] |= after


def places(node: Node) -> Iterator[One]:
    """The places of an expression, in order."""
    if isinstance(node, One):
        yield node
    elif isinstance(node, Many):
        yield from places(node.part)
    else:
        for part in node.parts:
            yield from places(part)


def required(node: Node) -> Iterator[One]:
    """The places of an expression that cannot all be empty."""
    if isinstance(node, One):
        yield node
    elif isinstance(node, Many):
        yield from required(node.part) if node.count == "+" else ()
    else:
        for part in node.parts:
            yield from required(part)
