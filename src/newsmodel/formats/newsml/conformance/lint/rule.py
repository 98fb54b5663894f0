"""What a rule of the lint is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeAlias, TypeVar

import attrs

from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Severity

__all__ = ["Finding", "InBody", "Rule", "Said", "rule"]

Finding: TypeAlias = tuple[Element, str | None, str]
"""An element, the attribute it is about if it is about one, and what is wrong."""
Said: TypeAlias = tuple[str | None, str] | None
"""What a rule for elements says of one: the attribute it is about, and what is wrong."""
InBody: TypeAlias = tuple[Element, str]
"""An element of a body, and what is wrong."""
F = TypeVar("F", bound=Callable[..., Said | str | Iterable[Finding] | Iterable[InBody]])


@attrs.frozen(eq=False)
class Rule(Generic[F]):
    """A rule no schema can express."""

    id: str
    """What it is called, for good."""
    severity: Severity
    reason: str
    """Why it matters."""
    source: str
    """Where it comes from."""
    look: F
    """Looks at an element, an item or a whole document."""
    tags: tuple[str, ...] = ()
    """The elements it looks at; none for a rule about all items, or about documents."""
    once: bool = False
    """Whether it looks at the item, once, if it holds one of the elements."""
    inside: tuple[str, ...] = ()
    """The elements in bodies it looks at, all of a name at once."""
    at: tuple[str, ...] = ()
    """The attributes it looks at where they are not as usual."""


def rule(
    id: str,
    severity: Severity,
    source: str = "NewsML-G2 guidelines",
    *,
    on: str = "",
    once: str = "",
    inside: str = "",
    at: str = "",
) -> Callable[[F], Rule[Any]]:
    """Make a rule of a function, whose docstring says why it matters.

    Args:
        id: what the rule is called.
        severity: how bad it is to break it.
        source: where it comes from.
        on: the names of the elements it looks at one by one; left out, it looks at an item.
        once: the name of an element an item must hold for the rule to look at it.
        inside: what of the bodies of an item it looks at, as `Bodies` calls it.
        at: the names of the attributes it looks at where they are not as usual (`usual.py`).
    """

    def made(function: F) -> Rule[Any]:
        reason = " ".join((function.__doc__ or "").split())
        tags, held, named = (tuple(names.split()) for names in (on or once, inside, at))
        return Rule(id, severity, reason, source, function, tags, bool(once), held, named)

    return made
