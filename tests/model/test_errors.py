import copy
import pickle
from pathlib import Path
from typing import Any

import pytest

from newsmodel import errors
from newsmodel.model import Loss, Problem, Severity

PROBLEM = Problem(rule="r-1", message="no headline", severity=Severity.ERROR)
LOSS = Loss(path="$.title", reason="there is no place for it")

RAISED: dict[str, tuple[errors.NewsModelError, dict[str, Any], type, str]] = {
    "ArgumentError": (
        errors.ArgumentError(None, "an Article", "read one"),
        {"value": None, "expected": "an Article"},
        TypeError,
        "an Article was expected, not None: read one",
    ),
    "FieldError": (
        errors.FieldError("Article", "urgency", 10, "is not between 1 and 9"),
        {"owner": "Article", "field": "urgency", "value": 10, "reason": "is not between 1 and 9"},
        ValueError,
        "Article.urgency: 10 is not between 1 and 9",
    ),
    "InvalidError": (
        errors.InvalidError(iter([PROBLEM])),
        {"problems": (PROBLEM,)},
        ValueError,
        "1 problem\n  error: no headline [r-1] (at $)",
    ),
    "LossError": (
        errors.LossError("html", [LOSS]),
        {"format": "html", "losses": (LOSS,)},
        ValueError,
        "html cannot carry all of this\n  $.title: there is no place for it",
    ),
    "MultipleArticlesError": (
        errors.MultipleArticlesError("newsml", 3),
        {"format": "newsml", "count": 3},
        ValueError,
        "holds 3 articles, not one: read it with newsml.iterload",
    ),
    "NotPublicError": (
        errors.NotPublicError("x", "withheld", "wait"),
        {"subject": "x", "reason": "withheld"},
        PermissionError,
        "x is withheld: wait",
    ),
    "ParseError": (
        errors.ParseError("json", "a comma is missing", "line 3"),
        {
            "format": "json",
            "reason": "a comma is missing",
            "place": "line 3",
            "reasons": (("line 3", "a comma is missing"),),
        },
        ValueError,
        "cannot read this as json: a comma is missing (at line 3)",
    ),
    "OptionError": (
        errors.OptionError("on_loss", "rais", "it may be 'ignore' or 'raise'"),
        {"option": "on_loss", "value": "rais"},
        ValueError,
        "on_loss is 'rais': it may be 'ignore' or 'raise'",
    ),
    "UnknownFormatError": (
        errors.UnknownFormatError("a.doc", ["json", "html"]),
        {"subject": "a.doc"},
        LookupError,
        "no format known for 'a.doc'; known formats: json, html",
    ),
    "UnknownLanguageError": (
        errors.UnknownLanguageError("fr", ["en", "uk"]),
        {"language": "fr", "languages": ("en", "uk")},
        LookupError,
        "no version in 'fr'; there are: en, uk",
    ),
    "UnknownProfileError": (
        errors.UnknownProfileError("strict", ["consistent", "publishable"]),
        {"profile": "strict"},
        LookupError,
        "no profile 'strict'; profiles: consistent, publishable",
    ),
    "UnknownRuleError": (
        errors.UnknownRuleError("speaker-mising", ["speaker-missing", "body-missing"]),
        {"rule": "speaker-mising"},
        LookupError,
        "no rule 'speaker-mising': did you mean speaker-missing",
    ),
    "UnsupportedVersionError": (
        errors.UnsupportedVersionError("json", "9", "1 to 2"),
        {"format": "json", "version": "9", "place": None},
        errors.ParseError,
        "it is of version '9' and this library reads 1 to 2",
    ),
}


def test_every_error_is_tried_here() -> None:
    assert set(RAISED) | {"NewsModelError"} == set(errors.__all__)


@pytest.mark.parametrize("name", RAISED)
def test_an_error_says_what_why_and_what_to_do(name: str) -> None:
    error, facts, kind, message = RAISED[name]
    assert isinstance(error, errors.NewsModelError)
    assert isinstance(error, kind)
    assert {key: getattr(error, key) for key in facts} == facts
    assert message in str(error)


@pytest.mark.parametrize("name", RAISED)
@pytest.mark.parametrize("copied", ["pickle", "copy", "deepcopy"])
def test_a_copied_error_keeps_all_its_facts(name: str, copied: str) -> None:
    copies = {
        "pickle": lambda error: pickle.loads(pickle.dumps(error)),
        "copy": copy.copy,
        "deepcopy": copy.deepcopy,
    }
    error, facts, _, _ = RAISED[name]
    twin = copies[copied](error)
    assert type(twin) is type(error)
    assert str(twin) == str(error)
    assert {key: getattr(twin, key) for key in facts} == facts


def test_an_error_about_what_does_not_pickle_pickles_all_the_same(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        for error, name, thing in (
            (errors.FieldError("Article", "body", (_ for _ in ()), "is none"), "value", "<gener"),
            (errors.FieldError("Article", "id", lambda: 1, "is none"), "value", "<function"),
            (errors.ArgumentError(file, "a path", "pass one"), "value", "<_io.Buff"),
            (errors.UnknownFormatError(errors, ["json"]), "subject", "<module"),  # type: ignore[arg-type]
        ):
            twin = pickle.loads(pickle.dumps(error))
            assert str(twin) == str(error)
            assert getattr(twin, name).startswith(thing)


def test_several_reasons_are_listed_each_with_its_place() -> None:
    error = errors.ParseError("json", "two things", None, [("$.id", "is missing"), (None, "ends")])
    assert "2 problems\n  is missing (at $.id)\n  ends" in str(error)
    assert error.reasons == (("$.id", "is missing"), (None, "ends"))


def test_many_problems_are_counted() -> None:
    assert str(errors.InvalidError([PROBLEM, PROBLEM])).startswith("2 problems\n")
    assert str(errors.InvalidError([PROBLEM])).startswith("1 problem\n")


def test_no_article_at_all_is_said_in_words() -> None:
    assert "holds no articles" in str(errors.MultipleArticlesError("html", 0))


def test_findings_read_as_one_line() -> None:
    assert str(Problem(rule="r", message="m", path="$.id")) == "warning: m [r] (at $.id)"
