"""Findings as a caller wants them: rules switched off, others graver or lighter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from newsmodel.errors import ArgumentError, OptionError, UnknownRuleError
from newsmodel.model.problem import Problem, Severity

__all__ = ["Choice", "chosen"]


@attrs.frozen
class Choice:
    """Which rules do not count, and how bad others are here."""

    off: frozenset[str]
    """The ids of rules that do not count."""
    severity: Mapping[str, Severity]
    """Other severities than the rules', by their ids."""

    def applied(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Problems without those of rules that do not count, the others as bad as they are here."""
        if not self.off and not self.severity:
            return problems
        return tuple([self._as_here(each) for each in problems if each.rule not in self.off])

    def _as_here(self, problem: Problem) -> Problem:
        severity = self.severity.get(problem.rule or "", problem.severity)
        return problem if severity is problem.severity else attrs.evolve(problem, severity=severity)


_NOTHING = Choice(frozenset(), {})


def chosen(
    off: Iterable[str], severity: Mapping[str, Severity] | None, known: Collection[str]
) -> Choice:
    """What a caller says of rules.

    Args:
        off: ids of rules that do not count.
        severity: other severities, by id of the rule.
        known: the ids there are.

    Raises:
        UnknownRuleError: one of them names a rule that there is not.
        ValueError: `severity` gives a rule one that there is not.
        ArgumentError: they are no ids.
    """
    if off == () and not severity:
        return _NOTHING
    dropped = frozenset(_ids([off] if isinstance(off, str) else _many(off), "off"))
    if severity is not None and not isinstance(severity, Mapping):
        remedy = "give a dict from ids of rules to severities, or leave it out"
        raise ArgumentError(severity, "a mapping, for `severity`,", remedy)
    graded = _ids(severity or {}, "severity")
    severities = {rule: _severity(rule, (severity or {})[rule]) for rule in graded}
    for unknown in sorted({*dropped, *severities}.difference(known)):
        raise UnknownRuleError(unknown, known)
    return Choice(dropped, severities)


def _many(off: Iterable[str]) -> Iterable[str]:
    if isinstance(off, Iterable):
        return off
    raise ArgumentError(off, "ids of rules, for `off`,", "give a list of them, or leave it out")


def _ids(given: Iterable[object], argument: str) -> Iterator[str]:
    for each in given:
        if not isinstance(each, str):
            remedy = 'give the id of a rule, such as "headline-missing"'
            raise ArgumentError(each, f"an id, in `{argument}`,", remedy)
        yield each


def _severity(rule: str, given: str) -> Severity:
    try:
        return Severity(given)
    except ValueError:
        known = ", ".join(Severity)
        raise OptionError(f"the severity of {rule!r}", given, f"it may be {known}") from None
