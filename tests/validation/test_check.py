"""How rules are chosen, switched off, made graver, and added."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve

import newsmodel
from newsmodel import (
    ArgumentError,
    Article,
    InvalidError,
    Severity,
    UnknownProfileError,
    UnknownRuleError,
)
from newsmodel.errors import OptionError
from newsmodel.testing import examples
from newsmodel.validation import PROFILES, Finding, Story, rule

BROKEN = Article(id="urn:example:1", headline="Ferry &amp; bridge", language="ua", body=["a"])


def ids(article: Article, **options: object) -> list[str]:
    return [problem.rule for problem in newsmodel.check(article, **options)]  # type: ignore[arg-type]  # any options


@rule("house-short", severity=Severity.INFO, source="the house")
def short(story: Story) -> Iterator[Finding]:
    """Our headlines
    have four words."""
    if len((story.article.headline or "").split()) < 4:
        yield "$.headline", "the headline is short: say what happened"


def test_the_gravest_come_first() -> None:
    assert ids(BROKEN) == ["language-unregistered", "entity-left"]


def test_publishable_and_exchange_hold_what_is_consistent() -> None:
    article = Article(id="urn:example:1", version=1, kind="picture", language="ua")  # type: ignore[arg-type]  # a plain word
    assert "language-unregistered" in ids(article, profile="publishable")
    assert "language-unregistered" in ids(article, profile="exchange")
    assert ids(article, profile="consistent") == ["language-unregistered"]


def test_a_rule_of_two_profiles_counts_once() -> None:
    found = ids(BROKEN, profile=["search", "accessible"])
    assert found.count("language-unregistered") == 1
    assert "author-missing" in found


def test_rules_are_switched_off() -> None:
    assert ids(BROKEN, off=["language-unregistered"]) == ["entity-left"]
    assert ids(BROKEN, off="language-unregistered") == ["entity-left"]


def test_a_severity_is_changed() -> None:
    found = newsmodel.check(BROKEN, severity={"language-unregistered": Severity.INFO})
    assert [(p.rule, p.severity) for p in found] == [
        ("entity-left", Severity.WARNING),
        ("language-unregistered", Severity.INFO),
    ]


def test_a_rule_is_added() -> None:
    found = newsmodel.check(BROKEN, extra=[short])[-1]
    assert str(found) == (
        "info: the headline is short: say what happened [house-short] (at $.headline)"
    )
    assert found.source == "the house"
    assert short.reason == "Our headlines have four words."
    assert "house-short" not in ids(BROKEN, extra=[short], off=["house-short"])


def test_an_added_rule_can_be_the_only_one() -> None:
    assert ids(BROKEN, profile=(), extra=[short]) == ["house-short"]


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownProfileError, match="publishable"):
        newsmodel.check(BROKEN, profile="printable")
    with pytest.raises(UnknownRuleError, match="did you mean entity-left"):
        newsmodel.check(BROKEN, off=["entities-left"])
    with pytest.raises(UnknownRuleError):
        newsmodel.validate(BROKEN, severity={"entities-left": Severity.ERROR})


def test_validate_raises_what_check_finds() -> None:
    with pytest.raises(InvalidError) as caught:
        newsmodel.validate(BROKEN)
    assert caught.value.problems == newsmodel.check(BROKEN)


def test_validate_lets_pass_what_is_no_error() -> None:
    mended = evolve(BROKEN, language="uk")
    assert newsmodel.check(mended)
    newsmodel.validate(mended)
    with pytest.raises(InvalidError):
        newsmodel.validate(mended, severity={"entity-left": Severity.ERROR})


def test_the_same_article_gives_the_same_findings_in_many_threads() -> None:
    article = examples.full_featured()
    wanted = newsmodel.check(article, profile=PROFILES)
    found: list[object] = []

    def check() -> None:
        found.append(newsmodel.check(article, profile=PROFILES))

    threads = [threading.Thread(target=check) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 8


@pytest.mark.parametrize("name", examples.examples())
def test_our_own_examples_contradict_themselves_only_where_they_mean_to(name: str) -> None:
    meant = {"stale_translation": "translation-stale", "full_featured": "embargo-not-shared"}
    found = ids(examples.examples()[name], profile="consistent")
    assert set(found) == ({meant[name]} if name in meant else set())


def test_a_severity_that_there_is_not_is_answered_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="'fatal': it may be error, warning, info"):
        newsmodel.check(BROKEN, severity={"language-unregistered": "fatal"})  # type: ignore[dict-item]  # the mistake


def nothing(story: Story) -> None:
    """It forgot to say what it found."""


def words(story: Story) -> Iterator[str]:
    yield "the headline is short"


def broken(story: Story) -> Iterator[Finding]:
    yield "$.headline", str(story.article.summary.split())  # type: ignore[union-attr]  # the mistake


MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "a single rule": ({"extra": short}, r"write extra=\[my_rule\]"),
    "a function": ({"extra": [nothing]}, r"@rule\("),
    "no findings": ({"extra": [rule("house-a")(nothing)]}, "findings of the rule 'house-a'"),  # type: ignore[arg-type]  # the mistake
    "a string": ({"extra": [rule("house-b")(words)]}, "a finding of the rule 'house-b'"),  # type: ignore[arg-type]  # the mistake
    "no profile": ({"profile": None}, "for `profile`.*publishable"),
    "no ids": ({"off": None}, "for `off`"),
    "a number for an id": ({"off": ["entity-left", 3]}, "in `off`"),
    "a list for an id": ({"off": [["entity-left"]]}, "in `off`"),
    "a number for a graver one": (
        {"severity": {3: "info", "entity-left": "info"}},
        "in `severity`",
    ),
    "no severities": ({"severity": ["entity-left"]}, "for `severity`"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_the_arguments_is_answered_with_what_to_do(name: str) -> None:
    options, said = MISTAKES[name]
    with pytest.raises(ArgumentError, match=said):
        newsmodel.check(BROKEN, **options)


def test_an_error_in_a_rule_of_ones_own_names_the_rule() -> None:
    with pytest.raises(AttributeError) as caught:
        newsmodel.check(BROKEN, extra=[rule("house-c")(broken)])
    assert caught.value.__notes__ == ["in the rule 'house-c'"]


def test_a_rule_goes_over_a_part_that_a_story_has() -> None:
    with pytest.raises(OptionError, match="did you mean translated"):
        rule("house-d", over="transalted")


def test_plain_data_is_no_article() -> None:
    with pytest.raises(ArgumentError, match=r"newsmodel.Article\(\*\*fields\)"):
        newsmodel.check({"a": 1})  # type: ignore[arg-type]  # the mistake
