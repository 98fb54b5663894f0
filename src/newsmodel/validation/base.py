"""What a rule is, and the sets of rules there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Generic, TypeAlias, TypeVar

import attrs

from newsmodel.model import Problem, Severity
from newsmodel.validation.story import Story

__all__ = [
    "ACCESSIBLE",
    "CONSISTENT",
    "EXCHANGE",
    "PERSONAL_DATA",
    "PROFILES",
    "PUBLISHABLE",
    "SEARCH",
    "Finding",
    "Rule",
    "rule",
    "shortened",
]

CONSISTENT = "consistent"
PUBLISHABLE = "publishable"
EXCHANGE = "exchange"
SEARCH = "search"
ACCESSIBLE = "accessible"
PERSONAL_DATA = "personal-data"

PROFILES = MappingProxyType(
    {
        CONSISTENT: "nothing contradicts itself",
        PUBLISHABLE: "what an editor expects; holds all of `consistent`",
        EXCHANGE: "what a receiving agency needs; holds all of `consistent`",
        SEARCH: "what search engines ask of news",
        ACCESSIBLE: "what readers need who cannot see, hear or point",
        PERSONAL_DATA: "e-mail addresses, telephone and account numbers where readers see them",
    }
)
"""The sets of rules by name, each with what it is for."""

Finding: TypeAlias = tuple[str, str]
"""What a rule gives: where, as a path, and what is wrong and what to do about it."""

Subject = TypeVar("Subject")
Found = TypeVar("Found")


@attrs.frozen(kw_only=True)
class Rule(Generic[Subject, Found]):
    """One thing that good news keeps to."""

    id: str
    """Its name, which stays the same for ever."""
    look: Callable[[Subject], Iterable[Found]]
    """Finds what breaks it."""
    severity: Severity = Severity.WARNING
    """How bad that is, if the caller does not say otherwise."""
    profiles: tuple[str, ...] = ()
    """The sets of rules it belongs to."""
    reason: str = ""
    """Why it is a rule, in a sentence."""
    source: str | None = None
    """Where it comes from: a standard and its section."""
    example: str | None = None
    """Something that breaks it, as Python or as markup."""
    about: tuple[type, ...] = ()
    """The classes it looks at: an article without any of them keeps to it; () for any article."""
    over: str | None = None
    """What of a story it goes through, by name: where that is empty, it is kept to."""


def rule(
    id: str,
    *profiles: str,
    severity: Severity = Severity.WARNING,
    source: str | None = None,
    example: str | None = None,
    about: type | tuple[type, ...] = (),
    over: str | None = None,
) -> Callable[[Callable[[Story], Iterable[Finding]]], Rule[Story, Finding]]:
    """Make a rule of a function that takes a `Story` and gives findings, `(path, message)`.

    The function's docstring is the reason.

    Args:
        id: the name of the rule.
        profiles: the sets of rules it belongs to; one's own needs none, it is passed as `extra`.
        severity: how bad it is.
        source: where it comes from.
        example: arguments of an `Article` that breaks it.
        about: the classes it looks at, if an article without any of them cannot break it.
        over: the attribute of a `Story` it goes through, if an article where that is empty cannot
            break it: "translated".
    """

    def decorated(look: Callable[[Story], Iterable[Finding]]) -> Rule[Story, Finding]:
        return Rule(
            id=id,
            look=look,
            severity=Severity(severity),
            profiles=profiles,
            reason=" ".join((look.__doc__ or "").split()),
            source=source,
            example=example,
            about=about if isinstance(about, tuple) else (about,),
            over=over,
        )

    return decorated


def problem(
    rule: Rule[Subject, Found],
    severity: Severity,
    path: str,
    message: str,
    *,
    line: int | None = None,
    column: int | None = None,
) -> Problem:
    """A finding of a rule as the caller gets it."""
    return Problem(
        rule=rule.id,
        severity=severity if type(severity) is Severity else Severity(severity),
        path=path,
        line=line,
        column=column,
        message=message,
        source=rule.source,
    )


def shortened(words: str, longest: int = 40) -> str:
    """Words in quotation marks, to be shown in a message: the beginning where they are long."""
    line = " ".join(words.split())
    return repr(line if len(line) <= longest else line[: longest - 1] + "\N{HORIZONTAL ELLIPSIS}")
