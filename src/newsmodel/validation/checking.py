"""Checking an article against the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from newsmodel.errors import ArgumentError, InvalidError, UnknownProfileError
from newsmodel.model import Article, Problem, Severity
from newsmodel.model.choosing import chosen
from newsmodel.model.expected import expect_article
from newsmodel.validation.base import PROFILES, PUBLISHABLE, Rule, findings, problem
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
        ArgumentError: it is no article, or a rule of one's own is none, or gives no findings.
        ValueError: `severity` gives a rule one that there is not.
    """
    expect_article(article)
    extra = () if extra == () else _rules(extra)
    known = [*RULES, *(rule.id for rule in extra)] if extra else RULES
    choice = chosen(off, severity, known)
    profiles = _names(profile)
    story = Story(article)
    parts = _parts_to_see(profiles, story.classes)
    there = tuple([name for name in parts if getattr(story, name)])
    asked = _asked(profiles, story.classes, there)
    if choice.off:
        asked = tuple([rule for rule in asked if rule.id not in choice.off])
    severities = choice.severity
    found = [
        problem(rule, severities.get(rule.id, rule.severity), path, message)
        for rule in asked
        for path, message in rule.look(story)
    ]
    for rule in extra:
        if rule.id not in choice.off and (rule.over is None or getattr(story, rule.over)):
            grave = severities.get(rule.id, rule.severity)
            found += [problem(rule, grave, *each) for each in findings(rule, story)]
    found.sort(key=_gravity)
    return tuple(found)


def _rules(extra: Iterable[ArticleRule]) -> tuple[ArticleRule, ...]:
    """Rules of one's own.

    Raises:
        ArgumentError: one of them is none.
    """
    if not isinstance(extra, Iterable):
        remedy = "write extra=[my_rule]" if isinstance(extra, Rule) else "leave it out"
        raise ArgumentError(extra, "a list of rules, for `extra`,", remedy)
    rules = tuple(extra)
    for each in rules:
        if not isinstance(each, Rule):
            remedy = 'make one of a function by writing @rule("its-id") above it'
            raise ArgumentError(each, "a rule, in `extra`,", remedy)
    return rules


def _names(profile: str | Iterable[str]) -> tuple[str, ...]:
    if isinstance(profile, str):
        return (profile,)
    if isinstance(profile, Iterable):
        return tuple(profile)
    remedy = f"name some of {', '.join(PROFILES)}, or leave it out"
    raise ArgumentError(profile, "names of profiles, for `profile`,", remedy)


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
