"""Checking an article against the rules."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.errors import InvalidError, UnknownProfileError
from newsmodel.model import Article, Problem, Severity
from newsmodel.validation.rules import PROFILES

__all__ = ["check", "validate"]


def check(article: Article, *, profile: str = "publishable") -> tuple[Problem, ...]:
    """What is wrong with an article, the gravest first.

    Args:
        article: the article.
        profile: the set of rules: "consistent" (nothing contradicts itself) or "publishable"
            (what an editor expects).

    Raises:
        UnknownProfileError: there is no such profile.
    """
    if profile not in PROFILES:
        raise UnknownProfileError(profile, PROFILES)
    found = (problem for rule in PROFILES[profile] for problem in rule(article))
    return tuple(sorted(found, key=lambda problem: _GRAVITY.index(problem.severity)))


_GRAVITY = list(Severity)


def validate(article: Article, *, profile: str = "publishable") -> None:
    """Refuse an article with a problem of severity error.

    Raises:
        InvalidError: with everything `check` finds, `problems`.
        UnknownProfileError: there is no such profile.
    """
    problems: Iterable[Problem] = check(article, profile=profile)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InvalidError(problems)
