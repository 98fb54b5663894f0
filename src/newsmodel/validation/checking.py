"""Checking an article against the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from newsmodel.errors import InvalidError, UnknownProfileError, UnknownRuleError
from newsmodel.model import Article, Problem, Severity
from newsmodel.model.expected import expect_article
from newsmodel.validation.base import PROFILES, PUBLISHABLE, problem
from newsmodel.validation.rules import RULES, ArticleRule, rules_of
from newsmodel.validation.story import Story

__all__ = ["check", "validate"]

_GRAVITY = {severity: number for number, severity in enumerate(Severity)}


def check(
    article: Article,
    *,
    profile: str | Iterable[str] = PUBLISHABLE,
    off: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
    extra: Iterable[ArticleRule] = (),
) -> tuple[Problem, ...]:
    """What is wrong with an article, the gravest first.

    Args:
        article: the article.
        profile: the set of rules, or several: "consistent" (nothing contradicts itself),
            "publishable" (what an editor expects), "exchange" (what a receiving agency needs),
            "search" (what search engines ask of news), "accessible" (what helps readers who
            cannot see, hear or point), "personal-data" (what should perhaps not be public).
        off: ids of rules that do not count.
        severity: other severities, by id of the rule.
        extra: rules of one's own, made with `newsmodel.validation.rule`.

    Raises:
        UnknownProfileError: there is no such profile.
        UnknownRuleError: `off` or `severity` names a rule that there is not.
        ArgumentError: it is no article.
        ValueError: `severity` gives a rule one that there is not.
    """
    expect_article(article)
    extra = tuple(extra)
    severity = {r: _severity(r, given) for r, given in severity.items()} if severity else {}
    dropped = {off} if isinstance(off, str) else set(off)
    if dropped or severity:
        _known({*dropped, *severity}, extra)
    profiles = (profile,) if isinstance(profile, str) else tuple(profile)
    story = Story(article)
    parts = _parts_to_see(profiles, story.classes)
    there = tuple([name for name in parts if getattr(story, name)])
    asked = _asked(profiles, story.classes, there)
    if extra:
        others = [rule for rule in extra if rule.over is None or getattr(story, rule.over)]
        asked = (*asked, *others)
    if dropped:
        asked = tuple([rule for rule in asked if rule.id not in dropped])
    found = [
        problem(rule, severity.get(rule.id, rule.severity), path, message)
        for rule in asked
        for path, message in rule.look(story)
    ]
    found.sort(key=_gravity)
    return tuple(found)


def _severity(rule: str, given: str) -> Severity:
    try:
        return Severity(given)
    except ValueError:
        known = ", ".join(Severity)
        raise ValueError(f"the severity of {rule!r} is {given!r}: it may be {known}") from None


def _gravity(problem: Problem) -> int:
    return _GRAVITY[problem.severity]


@lru_cache(maxsize=1024)
def _asked(
    profiles: tuple[str, ...], classes: frozenset[type], there: tuple[str, ...]
) -> tuple[ArticleRule, ...]:
    """The rules of some profiles, each once, that an article can break.

    Args:
        profiles: the profiles.
        classes: the classes of the objects it holds.
        there: what of its story rules go through and is not empty.
    """
    about = _about(profiles, classes)
    return tuple([rule for rule in about if rule.over is None or rule.over in there])


@lru_cache(maxsize=256)
def _parts_to_see(profiles: tuple[str, ...], classes: frozenset[type]) -> tuple[str, ...]:
    """What of a story the rules of some profiles go through that are about some classes.

    Raises:
        UnknownProfileError: there is no such profile.
    """
    over = [rule.over for rule in _about(profiles, classes)]
    return tuple(dict.fromkeys([name for name in over if name is not None]))


def _about(profiles: tuple[str, ...], classes: frozenset[type]) -> list[ArticleRule]:
    """The rules of some profiles that are about some classes.

    Raises:
        UnknownProfileError: there is no such profile.
    """
    for profile in profiles:
        if profile not in PROFILES:
            raise UnknownProfileError(profile, PROFILES)
    every = dict.fromkeys(rule for profile in profiles for rule in rules_of(profile))
    return [rule for rule in every if not rule.about or not classes.isdisjoint(rule.about)]


def _known(ids: set[str], extra: tuple[ArticleRule, ...]) -> None:
    """Refuse a misspelt id rather than do nothing about it."""
    known = [*RULES, *(rule.id for rule in extra)]
    for unknown in sorted(ids.difference(known)):
        raise UnknownRuleError(unknown, known)


def validate(
    article: Article,
    *,
    profile: str | Iterable[str] = PUBLISHABLE,
    off: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
    extra: Iterable[ArticleRule] = (),
) -> None:
    """Refuse an article with a problem of severity error.

    Takes what `check` takes. To refuse for what is no error of itself, give it that severity.

    Raises:
        InvalidError: with everything `check` finds, `problems`.
        UnknownProfileError: there is no such profile.
        UnknownRuleError: `off` or `severity` names a rule that there is not.
    """
    problems = check(article, profile=profile, off=off, severity=severity, extra=extra)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InvalidError(problems)
