"""What keeps news from readers, however it is spelled: a kill is never published."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

import newsmodel
from newsmodel.formats import html, newsml, ninjs
from newsmodel.model import Article, Embargo, Status

OLD: dict[str, Any] = {"uri": "urn:example:1", "byline": "Ann Lee", "body_text": "Words."}
NEW: dict[str, Any] = {
    "uri": "urn:example:1", "edNote": "Check.", "altIds": [],
    "standard": {"name": "ninjs", "version": "3.1"},
}  # fmt: skip
LATER = Embargo(until=datetime(2099, 1, 10, 9, tzinfo=UTC))
NAIVE = Embargo(until=datetime(2099, 1, 10, 9))  # noqa: DTZ001  # it came without a zone


def held(article: Article) -> bool:
    try:
        html.dumps(article)
    except newsmodel.NotPublicError:
        return True
    return False


def same(article: Article, document: dict[str, Any], version: str) -> bool:
    return bool(json.loads(ninjs.dumps(article, version=version)) == document)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Canceled", Status.CANCELED),
        ("cancelled", Status.CANCELED),
        ("killed", Status.CANCELED),
        ("stat:canceled", Status.CANCELED),
        ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", Status.CANCELED),
        ("Withheld", Status.WITHHELD),
        ("spiked", Status.WITHHELD),
        ("", Status.WITHHELD),
        (7, Status.WITHHELD),
        ("Usable", Status.USABLE),
        (None, Status.USABLE),
    ],
)
@pytest.mark.parametrize(("document", "name", "version"), [
    (OLD, "pubstatus", "1.6"), (NEW, "pubStatus", "3.1"),
    (OLD, "pubStatus", "1.6"), (NEW, "pubstatus", "3.1"),
])  # fmt: skip
def test_a_status_counts_in_any_spelling_and_as_withheld_where_it_cannot_be_read(
    document: dict[str, Any], name: str, version: str, said: Any, status: Status
) -> None:
    document = document | {name: said}
    article = ninjs.loads(json.dumps(document))
    assert article.status is status
    assert held(article) is (status is not Status.USABLE)
    assert newsml.loads(newsml.dumps(article)).status is status
    assert same(article, document, version)
    (found,) = article.findings
    assert found.path == f"$.{name}"
    assert said is None or found.message.endswith(f"it counts as {status}")


@pytest.mark.parametrize(
    ("said", "embargo"),
    [
        ("2099-01-10T09:00:00Z", LATER),
        ("2099-01-10 09:00:00Z", LATER),
        ("2099-01-10 09:00:00", NAIVE),
        ("2099-01-10", Embargo()),
        ("tomorrow", Embargo()),
        ("", Embargo()),
        (4071718800, Embargo()),
        (None, None),
        (False, None),
    ],
)
@pytest.mark.parametrize(("document", "name", "version"), [
    (OLD, "embargoed", "1.6"), (NEW, "embargoedUntil", "3.1"),
    (OLD, "embargoedUntil", "1.6"), (NEW, "embargoed", "3.1"),
])  # fmt: skip
def test_an_embargo_that_cannot_be_read_is_open_ended(
    document: dict[str, Any], name: str, version: str, said: Any, embargo: Embargo | None
) -> None:
    document = document | {name: said}
    article = ninjs.loads(json.dumps(document))
    assert article.embargo == embargo
    assert held(article) is (embargo is not None)
    assert same(article, document, version)


def test_a_picture_may_be_killed_under_the_name_of_another_version() -> None:
    picture = {"uri": "urn:example:2", "type": "picture", "pubStatus": "Killed"}
    article = ninjs.loads(json.dumps(OLD | {"associations": {"lead": picture}}))
    assert [image.status for image in article.images] == [Status.CANCELED]


def test_where_two_names_differ_the_strictest_counts() -> None:
    both = OLD | {
        "pubstatus": "usable", "pubStatus": "killed",
        "embargoed": "2099-01-10T09:00:00Z", "embargoedUntil": "2098-01-10T09:00:00Z",
    }  # fmt: skip
    article = ninjs.loads(json.dumps(both))
    assert (article.status, article.embargo) == (Status.CANCELED, LATER)
    assert same(article, both, "1.6")


def test_what_is_lifted_is_not_written_as_it_came() -> None:
    for document in (OLD, NEW):
        strange = document | {"pubstatus": "killed", "pubStatus": "spiked", "embargoed": "soon"}
        article = ninjs.loads(json.dumps(strange))
        free = attrs.evolve(article, status=Status.USABLE, embargo=None)
        for version in ("1.6", "2.1", "3.1"):
            again = ninjs.loads(ninjs.dumps(free, version=version))
            assert (again.status, again.embargo) == (Status.USABLE, None)
