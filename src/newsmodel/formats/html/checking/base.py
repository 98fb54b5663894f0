"""What a rule for pages is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs

from newsmodel.formats.html.checking.page import Page
from newsmodel.formats.html.elements import Element
from newsmodel.model import Severity
from newsmodel.validation import Rule

__all__ = ["PageFinding", "PageRule", "page_rule"]


@attrs.frozen
class Line:
    """A place that is no element: a line of the page, and where in it, if that is known."""

    number: int
    column: int | None = None


PageFinding: TypeAlias = tuple[Element | Line | None, str]
"""Where, and what is wrong and what to do about it; None for the page as a whole."""

PageRule: TypeAlias = Rule[Page, PageFinding]
"""A rule for pages."""


def page_rule(
    id: str,
    *,
    severity: Severity = Severity.WARNING,
    source: str | None = None,
    example: str,
) -> Callable[[Callable[[Page], Iterable[PageFinding]]], PageRule]:
    """Make a rule of a function that takes a page and gives findings; its docstring says why."""

    def decorated(look: Callable[[Page], Iterable[PageFinding]]) -> PageRule:
        return Rule(
            id=f"html.{id}",
            look=look,
            severity=severity,
            reason=" ".join((look.__doc__ or "").split()),
            source=source,
            example=example,
        )

    return decorated
