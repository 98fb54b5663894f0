"""What a rule is, and the sets of rules there are."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from types import MappingProxyType
from typing import Generic, TypeAlias, TypeVar

import attrs

from newsmodel.errors import ArgumentError, OptionError
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
    "findings",
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

    Raises:
        OptionError: a story has no such attribute.
    """
    if over is not None and over not in _parts():
        near = get_close_matches(over, _parts(), 3, 0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else f"one of {', '.join(_parts())}"
        raise OptionError(f"`over` of the rule {id!r}", over, f"a story has no such thing, {hint}")

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


@functools.cache
def _parts() -> tuple[str, ...]:
    """What rules can go over."""
    names = {name for name in dir(Story) if not name.startswith("_")} - {"all"}
    return tuple(sorted({*names, "versions", "texts", "classes"}))


def findings(rule: Rule[Story, Finding], story: Story) -> Iterator[Finding]:
    """What a rule of somebody's own finds.

    Raises:
        ArgumentError: it gives something else than findings.
    """
    try:
        yield from _checked(rule.look(story), rule)
    except Exception as error:
        error.add_note(f"in the rule {rule.id!r}")
        raise


def _checked(found: object, rule: Rule[Story, Finding]) -> Iterator[Finding]:
    if isinstance(found, str) or not isinstance(found, Iterable):
        raise _no_finding(found, "findings", rule)
    for each in found:
        if not (isinstance(each, tuple) and [type(part) for part in each] == [str, str]):
            raise _no_finding(each, "a finding", rule)
        yield each


def _no_finding(given: object, what: str, rule: Rule[Story, Finding]) -> ArgumentError:
    remedy = 'let it yield where and what, as in: yield "$.headline", "it is short: say more"'
    return ArgumentError(given, f"{what} of the rule {rule.id!r}", remedy)


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
