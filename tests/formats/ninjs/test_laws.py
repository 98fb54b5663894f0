"""The laws of writing ninjs, over whatever the model holds."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import given

from newsmodel.errors import LossError
from newsmodel.formats import newsml, ninjs
from newsmodel.formats.ninjs.names import WRITTEN
from newsmodel.model import (
    AlternativeText,
    Article,
    BlockQuote,
    Concept,
    Contributor,
    Embargo,
    Image,
    ImageCaption,
    InlineQuote,
    Kind,
    Paragraph,
    Rendition,
    Speaker,
    Translation,
    Video,
)
from newsmodel.testing import examples, strategies
from newsmodel.testing.assertions import assert_same_article, differences
from tests.formats.ninjs.conftest import Complaints

ARTICLES = strategies.articles() | strategies.articles(awkward=True)
ITEM = re.compile(r"\[\d+\]$")


VERSIONS = pytest.mark.parametrize("version", WRITTEN)


@VERSIONS
@given(article=ARTICLES)
def test_every_document_is_valid(version: str, complaints: Complaints, article: Article) -> None:
    document = ninjs.dumps(article, version=version)
    assert complaints(json.loads(document), version) == []
    assert ninjs.check(document) == ()
    assert ninjs.loads(document).findings == ()


@VERSIONS
@pytest.mark.parametrize("name", [name for name, _ in examples.ALL])
def test_every_example_is_valid(version: str, complaints: Complaints, name: str) -> None:
    document = ninjs.dumps(examples.examples()[name], version=version)
    assert complaints(json.loads(document), version) == []
    assert ninjs.check(document) == ()


@VERSIONS
@given(article=ARTICLES)
def test_all_comes_back_but_what_losses_lists(version: str, article: Article) -> None:
    again = ninjs.loads(ninjs.dumps(article, version=version))
    listed = {loss.path for loss in ninjs.losses(article, version=version)}
    # Where an item of a list is lost, those after it have other numbers.
    prefixes = tuple(listed | {ITEM.sub("[", path) for path in listed if ITEM.search(path)})
    changed = [line.partition(": ")[0] for line in differences(article, again)]
    untold = [path for path in changed if not path.startswith(prefixes)]
    # Of two items that come back alike, either may be the one that lost something.
    assert [path for path in untold if not _of_list_in(path, listed)] == []
    assert bool(listed) == bool(changed)


def _of_list_in(path: str, listed: set[str]) -> bool:
    """Whether a path leads into a list in which something is listed."""
    before, bracket, _ = path.rpartition("[")
    return any(each.startswith(before + bracket) for each in listed if bracket)


@VERSIONS
@given(article=ARTICLES)
def test_a_second_time_nothing_is_lost(version: str, article: Article) -> None:
    first = ninjs.loads(ninjs.dumps(article, version=version))
    assert ninjs.losses(first, version=version) == ()
    assert_same_article(ninjs.loads(ninjs.dumps(first, version=version)), first)


@VERSIONS
def test_a_caption_in_a_language_stays_beside_a_translation_and_a_quotation(version: str) -> None:
    captions = (ImageCaption(), ImageCaption(language="en", text=""))
    article = Article(
        id="urn:example:1",
        body=(BlockQuote(),),
        translations=(Translation(),),
        videos=(Video(captions=captions),),
    )
    first = ninjs.loads(ninjs.dumps(article, version=version))
    assert ninjs.losses(first, version=version) == ()


@VERSIONS
def test_a_picture_whose_first_caption_names_nobody_is_by_nobody(version: str) -> None:
    captions = (ImageCaption(), ImageCaption(language="en", text="", photographers=("Ann",)))
    article = Article(id="urn:x:1", kind=Kind.PICTURE, images=(Image(captions=captions),))
    first = ninjs.loads(ninjs.dumps(article, version=version))
    assert ninjs.losses(first, version=version) == ()
    assert "by" not in json.loads(ninjs.dumps(first, version=version))


# ------------------------------------------------------------------ translations and quotations
def _story() -> Article:
    speaker = Speaker(printed="Olha Marchuk", person=Concept(uri="http://example.com/p/1"))
    quote = InlineQuote(content="The hull is older than I am", speaker=speaker, marks=("“", "”"))
    ukrainian = Translation(
        id="urn:example:2",
        language="uk",
        headline="Пором повертається",
        body=[Paragraph(content=["Пором ", InlineQuote(content="старший", marks=("«", "»"))])],
        source_id="urn:example:1",
        source_language="en",
        source_version=3,
        translators=(Contributor(name="Petro"),),
    )
    known = Translation(language="pl", url="https://example.com/pl")
    return Article(
        id="urn:example:1",
        version=3,
        language="en",
        headline="Ferry",
        body=[Paragraph(content=["She says: ", quote])],
        translations=(ukrainian, known),
    )


@VERSIONS
def test_translations_and_quotations_come_back(version: str) -> None:
    article = _story()
    again = ninjs.loads(ninjs.dumps(article, version=version))
    assert_same_article(again, article)
    assert again.in_language("uk").quotes[0].text == "старший"


def test_translations_and_quotations_are_told_by_associations() -> None:
    associations = json.loads(ninjs.dumps(_story()))["associations"]
    assert [(each["rel"], each["name"]) for each in associations] == [
        ("translation", "translation_1"), ("translation", "translation_2"), ("quote", "quote_1"),
    ]  # fmt: skip
    assert associations[0]["language"] == "uk"
    assert associations[2]["bodies"][0]["value"] == "The hull is older than I am"
    assert associations[2]["people"] == [
        {"name": "Olha Marchuk", "rel": "speaker", "uri": "http://example.com/p/1"}
    ]


@pytest.mark.parametrize(
    ("language", "printed", "named"),
    [
        ("de", "Anna Lehm", "Anna Lehm"),
        ("de", "die Sprecherin Anna Lehm", "Anna Lehm"),
        ("de", "Die Polizei", None),
        ("de", "der Anwalt von Anna Lehm", None),
        ("fr", "Marine Le Pont", "Marine Le Pont"),
        ("nb", "Hans Olsen", "Hans Olsen"),
        ("pt", "Maria dos Montes", "Maria dos Montes"),
        ("en", "Ann Lee, a lawyer", "Ann Lee"),
        ("en", "a lawyer for Ann Lee", None),
        ("en", "Ann Lee and Bo Dahl", None),
        ("es", "José y Pedro", None),
        ("en", "The Sample", None),
    ],
)
def test_a_quotation_tells_of_whom_the_printed_words_name(
    language: str, printed: str, named: str | None
) -> None:
    quote = InlineQuote(content="No", speaker=Speaker(printed=printed))
    body = [Paragraph(content=[quote, "."])]
    article = Article(id="urn:example:1", language=language, headline="Ferry", body=body)
    (told,) = json.loads(ninjs.dumps(article))["associations"]
    assert [person["name"] for person in told.get("people", ())] == [named] * (named is not None)
    assert_same_article(ninjs.loads(ninjs.dumps(article)), article)


@pytest.mark.parametrize("rel", ["illustration", "translation", "original", "quote", "seeAlso"])
@pytest.mark.parametrize("kind", ["picture", "video", "audio", "text"])
def test_what_a_translation_is_associated_with_is_kept(kind: str, rel: str) -> None:
    inner = {"name": "m", "rel": rel, "type": kind, "uri": "urn:example:m", "language": "uk"}
    said = {"uri": "urn:example:2", "language": "uk", "headlines": [{"value": "Пором"}]}
    outer = {"name": "translation_1", "rel": "translation", **said, "associations": [inner]}
    document = {"uri": "urn:example:1", "language": "en", "associations": [outer]}
    article = ninjs.loads(json.dumps(document))
    written = ninjs.dumps(article)
    assert inner in json.loads(written)["associations"][0]["associations"]
    assert ninjs.loads(written) == article


def test_where_there_is_no_rel_the_name_tells() -> None:
    assert list(json.loads(ninjs.dumps(_story(), version="1.6"))["associations"]) == [
        "translation_1", "translation_2", "quote_1",
    ]  # fmt: skip


# ------------------------------------------------------------------ pictures
@VERSIONS
def test_every_part_of_a_caption_comes_back(version: str) -> None:
    english = ImageCaption(
        language="en", text="The ferry", alt_text="A white ship", credit="M. Ivchenko/EP",
        photographers=("M. Ivchenko",), agencies=("EP",), label="Photo", printed="Photo: …",
    )  # fmt: skip
    ukrainian = ImageCaption(language="uk", text="Пором", photographers=("М. Івченко",))
    picture = Image(
        role="lead",  # type: ignore[arg-type]  # the word does
        captions=(english, ukrainian),
        instructions="MANDATORY CREDIT",
        renditions=(Rendition(role="web", href="https://example.com/a.jpg", width=3),),
    )
    article = Article(id="urn:example:1", language="en", headline="h", images=(picture,))
    assert_same_article(ninjs.loads(ninjs.dumps(article, version=version)), article)


# ------------------------------------------------------------------ what must not get out
@VERSIONS
def test_an_embargo_without_an_end_stays_one(version: str) -> None:
    article = Article(id="urn:example:1", embargo=Embargo())
    assert ninjs.loads(ninjs.dumps(article, version=version)) == article


def test_an_embargo_without_a_zone_ends_where_the_day_ends_last() -> None:
    article = Article(id="urn:example:1", embargo=Embargo(until=datetime(2024, 1, 10, 9)))  # noqa: DTZ001  # that is the point
    again = ninjs.loads(ninjs.dumps(article))
    assert again.embargo is not None
    assert again.embargo.until == datetime(2024, 1, 10, 21, tzinfo=UTC)
    assert [loss.path for loss in ninjs.losses(article)] == ["$.embargo.until"]


def test_what_is_not_for_everybody_is_left_out_where_ninjs_has_no_mark_for_it() -> None:
    article = Article(
        id="urn:example:1",
        body=["Open."],
        subjects=(Concept(names=["secret one"], public=False),),
        provider=Concept(names=["secret two"], public=False),
        authors=(Contributor(name="secret three", concept=Concept(public=False)),),
        alternatives=(AlternativeText(content="secret four", public=False),),
        images=(Image(renditions=(Rendition(href="https://secret/5", public=False),)),),
    )  # fmt: skip
    assert "secret" not in ninjs.dumps(article)
    lost = {loss.path for loss in ninjs.losses(article)}
    assert {"$.subjects[0]", "$.provider", "$.authors[0]", "$.alternatives[0]"} <= lost


# ------------------------------------------------------------------ options
def test_other_versions_are_refused() -> None:
    with pytest.raises(ValueError, match=r"version is '3\.0': it may be '1\.6' or '2\.1'"):
        ninjs.dumps(examples.minimal(), version="3.0")


def test_who_asks_is_stopped_by_what_the_version_cannot_say() -> None:
    article = Article(id="urn:example:1", priority=3)
    with pytest.raises(LossError) as caught:
        ninjs.dumps(article, on_loss="raise", version="2.1")
    assert [loss.path for loss in caught.value.losses] == ["$.priority"]


def test_a_document_may_be_indented() -> None:
    assert '\n  "uri"' in ninjs.dumps(examples.minimal(), indent=2)


# ------------------------------------------------------------------ on to NewsML-G2
def as_read(article: Article, version: str) -> Article:
    """An article as a document of ninjs gives it that says more than the model has fields for."""
    document = json.loads(ninjs.dumps(article, version=version)) | {"mood": "calm"}
    return ninjs.loads(json.dumps(document))


def bare(article: Article) -> Article:
    return attrs.evolve(article, dialect=None)


@VERSIONS
@given(article=ARTICLES)
def test_what_ninjs_gave_comes_back_from_newsml(version: str, article: Article) -> None:
    read = as_read(article, version)
    assert read.dialect is not None
    assert_same_article(newsml.loads(newsml.dumps(read)), read)


@VERSIONS
@pytest.mark.parametrize("name", [name for name, _ in examples.ALL])
def test_a_news_item_out_of_ninjs_is_written_as_any_new_one(version: str, name: str) -> None:
    read = as_read(examples.examples()[name], version)
    message = newsml.dumps(read)
    assert re.findall(r' standard="([^"]*)" standardversion="([^"]*)"', message) == [
        ("NewsML-G2", "2.35")
    ] * message.count(" standard=")
    told = [(each.rule, each.message) for each in newsml.check(message)]
    assert told == [(each.rule, each.message) for each in newsml.check(newsml.dumps(bare(read)))]
    item = newsml.loads(newsml.dumps(read, standard_version="2.34"))
    assert_same_article(item, read)
