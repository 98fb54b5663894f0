"""Each rule finds what it is for, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

import newsmodel
from docs import make_rules
from newsmodel import Article
from newsmodel.testing import strategies
from newsmodel.validation import PROFILES, RULES
from newsmodel.validation.rules import GROUPS
from tests.validation.found import FINDS
from tests.validation.mended import MENDED

NAMES: dict[str, Any] = {name: getattr(newsmodel, name) for name in dir(newsmodel)}
NAMES |= {"UTC": UTC, "date": date, "datetime": datetime}


def made(arguments: str) -> Article:
    fields = eval(f"dict({arguments})", NAMES)
    return Article(**{"id": "urn:example:1"} | fields)


def rules_broken(article: Article) -> set[str]:
    return {problem.rule for problem in newsmodel.check(article, profile=PROFILES)}


@pytest.mark.parametrize("id", RULES)
def test_a_rule_finds_its_own_example(id: str) -> None:
    assert id in rules_broken(make_rules.made(RULES[id]))


def test_every_rule_has_a_sample_on_which_it_is_silent() -> None:
    assert MENDED.keys() == RULES.keys()


@pytest.mark.parametrize(
    ("id", "arguments"), [(id, each) for id, samples in MENDED.items() for each in samples]
)
def test_a_rule_is_silent_where_nothing_is_wrong(id: str, arguments: str) -> None:
    assert id not in rules_broken(made(arguments))


@pytest.mark.parametrize(
    ("id", "arguments", "place"), [(id, *each) for id, samples in FINDS.items() for each in samples]
)
def test_a_rule_finds_this_too(id: str, arguments: str, place: str) -> None:
    found = newsmodel.check(made(arguments), profile=PROFILES)
    assert place in {problem.path for problem in found if problem.rule == id}


def test_a_part_that_has_no_name_is_called_one() -> None:
    article = made('provenance=[Provenance(digital_source_type="x:trainedAlgorithmicMedia")]')
    said = [p.message for p in newsmodel.check(article) if p.rule == "machine-made-undisclosed"]
    assert said == ["a machine made a part of it and readers are not told: say so in `disclosure`"]


@pytest.mark.parametrize("id", RULES)
def test_a_rule_says_what_it_is(id: str) -> None:
    rule = RULES[id]
    assert rule.reason.endswith(".")
    assert rule.example
    assert rule.profiles
    assert set(rule.profiles) <= PROFILES.keys()
    assert rule.look.__name__ == id.replace("-", "_")


def test_no_two_rules_have_one_id() -> None:
    decorated = [r for group in GROUPS for r in vars(group).values() if type(r).__name__ == "Rule"]
    assert len({rule.id for rule in decorated}) == len(decorated) == len(RULES)


def test_the_pages_of_rules_are_what_the_rules_say() -> None:
    for path, page in make_rules.pages().items():
        assert path.read_text(encoding="utf-8") == page, "run: python docs/make_rules.py"


@given(strategies.articles())
def test_checking_never_fails_and_every_finding_has_a_place(article: Article) -> None:
    for problem in newsmodel.check(article, profile=PROFILES):
        assert problem.path.startswith("$")
        assert problem.message
        assert found_at(article, problem.path) is not MISSING


MISSING = object()


def found_at(article: Article, path: str) -> object:
    """What stands at a path; a place where something is missing has its field."""
    value: Any = article
    for step in path.removeprefix("$").replace("[", ".[").split(".")[1:]:
        if step.startswith("["):
            value = value[int(step[1:-1])]
        elif value is None or not hasattr(value, step):
            return MISSING
        else:
            value = getattr(value, step)
    return value
