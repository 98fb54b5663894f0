"""What keeps news from readers, however it is spelled: a kill is never published."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

import newsmodel
from newsmodel.formats import html, newsml, ninjs
from newsmodel.model import Article, Embargo, Image, Rights, Status, Text

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
        ("not usable", Status.WITHHELD),
        ("stat: no longer usable", Status.WITHHELD),
        ("Status: killed", Status.CANCELED),
        ("stat: usable", Status.USABLE),
        ("", Status.WITHHELD),
        (7, Status.WITHHELD),
        (["canceled"], Status.WITHHELD),
        ([], Status.WITHHELD),
        ({"name": "usable"}, Status.WITHHELD),
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
        (["2099-01-10T09:00:00Z"], Embargo()),
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


@pytest.mark.parametrize("ends", [
    ("2099-01-10T09:00:00", "2099-01-10T20:00:00Z"),
    ("2099-01-10T20:00:00Z", "2099-01-10T09:00:00"),
])  # fmt: skip
def test_an_end_without_an_offset_comes_where_that_hour_is_last(ends: tuple[str, str]) -> None:
    both = OLD | dict(zip(("embargoed", "embargoedUntil"), ends, strict=True))
    assert ninjs.loads(json.dumps(both)).embargo == NAIVE


def test_what_is_lifted_is_not_written_as_it_came() -> None:
    for document in (OLD, NEW):
        strange = document | {"pubstatus": "killed", "pubStatus": "spiked", "embargoed": "soon"}
        article = ninjs.loads(json.dumps(strange))
        free = attrs.evolve(article, status=Status.USABLE, embargo=None)
        for version in ("1.6", "2.1", "3.1"):
            again = ninjs.loads(ninjs.dumps(free, version=version))
            assert (again.status, again.embargo) == (Status.USABLE, None)


@pytest.mark.parametrize("document", [
    OLD, OLD | {"standard": {"name": "ninjs", "version": "2.1"}, "headlines": []}, NEW,
])  # fmt: skip
@pytest.mark.parametrize("said", [
    {"pubStatus": "canceled", "embargoed": "2099-01-10T09:00:00Z"},
    {"pubstatus": "canceled", "embargoedUntil": "2099-01-10T09:00:00Z"},
    {"pubstatus": "canceled", "pubStatus": "usable", "embargoed": "2099-01-10T09:00:00Z",
     "embargoedUntil": "2098-01-10T09:00:00Z"},
    {"pubStatus": "canceled", "pubstatus": "usable", "embargoedUntil": "2099-01-10T09:00:00Z",
     "embargoed": "2098-01-10T09:00:00Z"},
])  # fmt: skip
def test_what_is_held_back_under_any_name_is_so_in_every_version(
    document: dict[str, Any], said: dict[str, str]
) -> None:
    picture = {"name": "lead", "uri": "urn:example:2", "type": "picture", **said}
    named = document is OLD
    associated = {"lead": picture} if named else [picture]
    article = ninjs.loads(json.dumps(document | said | {"associations": associated}))
    for version in ("1.6", "2.1", "3.1"):
        again = ninjs.loads(ninjs.dumps(article, version=version))
        held_back: list[Article | Image] = [again, *again.images]
        for each in held_back:
            assert (each.status, each.embargo) == (Status.CANCELED, LATER)
        losses = [loss.path for loss in ninjs.losses(article, version=version)]
        assert not [path for path in losses if path.endswith(("status", "embargo"))]


def test_a_check_says_what_a_status_counts_as_where_it_counts() -> None:
    said = {"pubstatus": "canceled", "embargoed": "2099-01-10T09:00:00Z"}
    picture = {"name": "a", "uri": "urn:example:2", "type": "picture", **said}
    document = NEW | said | {
        "headlines": [{"value": "A", **said}], "subjects": [{"name": "A", **said}],
        "associations": [picture],
    }  # fmt: skip
    found = ninjs.check(json.dumps(document))
    paths = {each.path for each in found if "it counts as" in each.message}
    assert len(found) == 8
    assert paths == {
        "$.pubstatus", "$.embargoed", "$.associations[0].pubstatus", "$.associations[0].embargoed",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["picture", "video", "audio"])
@pytest.mark.parametrize("version", ["1.6", "2.1", "3.1"])
def test_a_document_is_no_freer_than_the_picture_it_is_about(kind: str, version: str) -> None:
    document = {
        "uri": "urn:example:1",
        "type": kind,
        "pubStatus": "usable",
        "renditions": [{"name": "web", "href": "https://example.org/1"}],
        "standard": {"name": "ninjs", "version": "3.1"},
    }
    article = ninjs.loads(json.dumps(document))
    field = {"picture": "images", "video": "videos", "audio": "audios"}[kind]
    (medium,) = getattr(article, field)
    held = {"status": Status.CANCELED, "embargo": LATER, "instructions": "NO SALES"}
    for base in (article, attrs.evolve(article, extensions=(), dialect=None)):
        killed: Any = {field: (attrs.evolve(medium, **held),)}
        edited = attrs.evolve(base, **killed)
        again = ninjs.loads(ninjs.dumps(edited, version=version))
        assert (again.status, again.embargo) == (Status.CANCELED, LATER)
        assert [note.text for note in again.editor_notes] == ["NO SALES"]
        stricter = attrs.evolve(edited, status=Status.CANCELED, embargo=Embargo())
        again = ninjs.loads(ninjs.dumps(stricter, version=version))
        assert (again.status, again.embargo) == (Status.CANCELED, Embargo())
        terms: Any = {field: (attrs.evolve(medium, rights=Rights(usage_terms=("No sales.",))),)}
        said = ninjs.loads(ninjs.dumps(attrs.evolve(base, **terms), version=version)).rights
        assert (said and said.usage_terms) == (Text(value="No sales."),)
