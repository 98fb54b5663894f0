"""Documents of others: read with all that is in them, and written as they were."""

from __future__ import annotations

import copy
import io
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsmodel
from newsmodel.errors import MultipleArticlesError, ParseError
from newsmodel.formats import json as own_json, ninjs
from newsmodel.formats.ninjs.versions.dialects import version_of
from newsmodel.model import Article, BlockQuote, Concept, Figure, Image, Kind, Link, Text
from newsmodel.model.base import changed
from tests.formats.ninjs import documents
from tests.formats.ninjs.conftest import Complaints

WRITTEN = {"1": "1.6", "2": "2.1", "3": "3.1"}
VALID = sorted(documents.ALL.keys() - {"video-2", "picture-3"})
"""Agencies still send the coordinates of places under a name that versions 2.x do not know, and the
language of encoded rights under one that no version knows."""


def read(document: Any) -> Article:
    return ninjs.loads(json.dumps(document))


def written(article: Article, version: str) -> Any:
    return json.loads(ninjs.dumps(article, version=version))


@pytest.fixture(params=documents.ALL)
def known(request: pytest.FixtureRequest) -> tuple[str, documents.Object]:
    return documents.ALL[request.param]


def same_version(document: documents.Object, version: str) -> documents.Object:
    """The document as it is written: of the newest minor version."""
    again = copy.deepcopy(document)
    for key in ("standard", "$standard"):
        if again.get(key, {}).get("name") == "ninjs":
            names = {"version": version, "schema": ninjs_schema(version)}
            again[key] |= names
    return again


def ninjs_schema(version: str) -> str:
    return f"http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json"


# ------------------------------------------------------------------ there and back
def test_the_version_is_told(known: tuple[str, documents.Object]) -> None:
    version, document = known
    assert version_of(document) == version


def test_a_document_comes_back_as_it_was(known: tuple[str, documents.Object]) -> None:
    version, document = known
    target = WRITTEN[version[0]]
    assert written(read(document), target) == same_version(document, target)


@pytest.mark.parametrize("name", VALID)
def test_our_documents_are_what_iptc_says(name: str, complaints: Complaints) -> None:
    version, document = documents.ALL[name]
    assert complaints(document, version) == []
    assert ninjs.check(json.dumps(document)) == ()


@pytest.mark.parametrize("target", WRITTEN.values())
def test_in_any_version_it_is_valid(
    known: tuple[str, documents.Object], target: str, complaints: Complaints
) -> None:
    version, document = known
    if version[0] != target[0]:
        assert complaints(written(read(document), target), target) == []


@pytest.mark.parametrize("target", WRITTEN.values())
def test_what_another_version_cannot_say_is_listed(
    known: tuple[str, documents.Object], target: str
) -> None:
    article = read(known[1])
    again = ninjs.loads(ninjs.dumps(article, version=target))
    if again != article:
        assert ninjs.losses(article, version=target)


def test_an_edit_changes_nothing_else(known: tuple[str, documents.Object]) -> None:
    version, document = known
    target = WRITTEN[version[0]]
    article = attrs.evolve(read(document), slugline="edited")
    assert written(article, target) == same_version(document, target) | {"slugline": "edited"}


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("1.6", {"description_text": "A ferry."}),
        ("2.1", {"descriptions": [{"role": "main", "value": "A ferry."}]}),
        ("3.1", {"descriptions": [{"value": "A ferry."}, {"role": "alt", "value": "Ferry"}]}),
    ],
)
def test_an_edited_text_is_written_where_it_stood(version: str, said: documents.Object) -> None:
    picture = {"uri": "urn:example:2", "type": "picture", **said}
    pictures = {"a": picture} if version == "1.6" else [{"name": "a", **picture}]
    document = {
        "uri": "urn:example:1",
        "associations": pictures,
        "standard": {"name": "ninjs", "version": version, "schema": ninjs_schema(version)},
    }
    article = read(document)
    caption = attrs.evolve(article.images[0].captions[0], text="The ferry Vilkhove.")
    image = attrs.evolve(article.images[0], captions=(caption,))
    edited = written(attrs.evolve(article, images=(image,)), version)
    assert edited == json.loads(json.dumps(document).replace("A ferry.", "The ferry Vilkhove."))


@pytest.mark.parametrize("version", ["2.1", "3.1"])
def test_properties_nobody_knows_are_put_back(version: str) -> None:
    document = {
        "uri": "urn:example:1",
        "headlines": [{"value": "Ferry", "x_mood": "glad"}],
        "subjects": [{"name": "Boats", "x_n": 1}, {"name": "Rain"}],
        "x_desk": {"deep": [1, None, True, {"a": "b"}]},
        "x odd \ud800 name": "kept",
        "associations": [
            {"name": "a", "uri": "urn:example:2", "type": "picture", "x_crop": [1, 2]}
        ],
        "standard": {"name": "ninjs", "version": version, "schema": ninjs_schema(version)},
    }
    article = read(document)
    assert written(article, version) == document
    edited = attrs.evolve(article, subjects=(*article.subjects, Concept(names=["Ships"])))
    subjects = written(edited, version)["subjects"]
    assert subjects == [*document["subjects"], {"name": "Ships"}]


def test_what_is_carried_goes_through_json() -> None:
    from newsmodel.formats import json as newsmodel_json  # one test needs it

    article = read(documents.BODIES_2)
    again = newsmodel_json.loads(newsmodel_json.dumps(article))
    assert written(again, "2.1") == documents.BODIES_2


# ------------------------------------------------------------------ what is read
def test_versions_1_say_what_later_ones_do() -> None:
    article = read(documents.TEXT_1)
    assert (article.kind, article.headline) == (Kind.COMPOSITE, "River ferry to sail again")
    assert article.byline == "M. Ivchenko and P. Danylenko"
    assert article.dateline is not None
    assert article.dateline.place == "Vilkhove, Ukraine"
    assert article.text == "VILKHOVE (EP) -- The ferry sails.\nThe captain is glad."
    assert [each.role for each in article.alternatives] == ["text"]
    by_name = {each.name: each for each in article.subjects}
    assert by_name["Olha Marchuk"].uri == "http://example.com/m/0h"
    assert by_name["Olha Marchuk"].type == "person"
    assert by_name["Ukraine"].role == "mentions"
    delta = by_name["Delta"].place
    assert delta is not None
    assert delta.position is not None
    assert (delta.position.latitude, delta.position.longitude) == (45.5, 29)
    lines = by_name["River Lines SpA"].organisation
    assert lines is not None
    assert lines.instruments[0].symbol == "RIV"


def test_a_picture_comes_with_caption_photographer_and_files() -> None:
    (picture,) = read(documents.TEXT_1).images
    assert picture.id == "http://ninjs.example.com/newsitems/ferry-photo"
    assert picture.headline == "The ferry"
    assert picture.captions[0].text == "The ferry at the landing stage. "
    assert str(picture.creator) == "Marta Ivchenko"
    assert [(r.role, r.width) for r in picture.renditions] == [("main", 429), ("small", None)]
    assert picture.renditions[0].content_type == "image/jpg"


def test_the_document_of_a_video_is_a_video() -> None:
    article = read(documents.VIDEO_2)
    (video,) = article.videos
    assert (article.kind, video.id) == (Kind.VIDEO, None)
    assert video.credit == "EXAMPLE PRESS"
    assert [caption.text for caption in video.captions] == ["The ferry leaves. (Nov. 14)"]
    assert video.renditions[0].size == 1880522908
    assert [problem.rule for problem in article.findings] == ["ninjs-unknown"]


def test_the_richest_body_is_the_articles_and_shows_its_pictures() -> None:
    article = read(documents.BODIES_2)
    assert [each.role for each in article.alternatives] == ["text", "epnitf", "richhtml5"]
    nodes = [node for _, node in _nodes(article)]
    assert [n.image_id for n in nodes if isinstance(n, Figure)] == [article.images[0].id]
    assert any(isinstance(node, BlockQuote) for node in nodes)
    assert article.rights is not None
    assert article.rights.expressions[0].content == "<policy>none</policy>"
    subject = next(each for each in article.subjects if each.type is None)
    assert (subject.relevance, subject.confidence, subject.assigned_by) == (98, 58, "system")


def _nodes(article: Article) -> Any:
    from newsmodel.model.tree import walk_nodes  # an inner part of the model

    return walk_nodes(article.body)


def test_related_items_are_links() -> None:
    article = read(documents.RELATED_3)
    assert [each.value for each in article.headlines] == ["Ships"]
    background, part = article.links
    assert (background.rel, background.title) == ("seeAlso", "Nine years without")
    assert background.target is not None
    assert background.target.text == "There was no ferry."
    assert part == Link(residref="http://example.com/text/2")
    assert [image.id for image in article.images] == ["http://example.com/graphic/1"]
    assert article.provenance[0].digital_source_type == "humanEdits"


@pytest.mark.parametrize("version", ["1.6", "2.1", "3.1"])
def test_a_link_to_a_picture_is_no_picture_of_the_article(version: str) -> None:
    dam = Article(id="urn:x:2", headline="Dam", kind=Kind.PICTURE)
    article = Article(id="urn:x:1", links=(Link(residref="urn:x:2", target=dam),))
    again = ninjs.loads(ninjs.dumps(article, version=version))
    assert (again.images, [each.residref for each in again.links]) == ((), ["urn:x:2"])


def test_trust_indicators_are_links() -> None:
    (link,) = read(documents.NEW_IN_14).links
    assert link.rel == "http://cv.iptc.org/newscodes/trustindicator/editorialPolicy"
    assert (link.title, link.href) == ("Our standards", "https://example.com/standards")


@pytest.mark.parametrize("code", ["", "x y", "<p>x", "a\x00b", "\ud800", "é"])
@pytest.mark.parametrize("version", ["1.4", "3.1"])
def test_what_is_no_trust_indicator_is_carried_and_no_link(version: str, code: str) -> None:
    scheme = "http://cv.iptc.org/newscodes/trustindicator/"
    document: dict[str, Any] = {"uri": "urn:x:1"}
    if version == "1.4":
        document |= {"$standard": {"name": "ninjs", "version": "1.4"}}
        document |= {"trustindicator": [{"scheme": scheme, "code": code, "title": "Ours"}]}
    else:
        document |= {"standard": {"name": "ninjs", "version": "3.1"}}
        document |= {"trustIndicators": [{"role": scheme + code, "title": "Ours"}]}
    again = written(read(document), WRITTEN[version[0]])
    assert {**again, **{name: document[name] for name in again if "standard" in name}} == document


@pytest.mark.parametrize(
    "more",
    [{"uri": "urn:x:2"}, {}, {"renditions": [{"name": "web", "href": "https://example.com/a"}]}],
)
@pytest.mark.parametrize("code", ["editorialPolicy", ""])
def test_a_related_item_is_never_written_as_a_trust_indicator(more: Any, code: str) -> None:
    rel = f"http://cv.iptc.org/newscodes/trustindicator/{code}"
    related = {"name": "a", "rel": rel, "headlines": [{"value": "Ours"}], **more}
    document = {"uri": "urn:x:1", "associations": [related]}
    assert written(read(document), "3.1") == document


def test_documents_in_a_list_are_read_one_after_another(tmp_path: Any) -> None:
    first, second = {"uri": "urn:x:1", "title": "One"}, {"uri": "urn:x:2", "urgency": "high"}
    text = json.dumps([first, second], indent=1)
    path = tmp_path / "a.ninjs.json"
    path.write_text(text)
    one, two = newsmodel.iterread(path)
    assert [written(each, "3.1") for each in (one, two)] == [first, second]
    assert [(each.path, each.line) for each in two.findings] == [("$[1].urgency", 8)]
    assert ninjs.check(text) == two.findings
    with pytest.raises(MultipleArticlesError, match="holds 2 articles"):
        ninjs.loads(text)
    assert ninjs.loads(json.dumps([first])) == one


@pytest.mark.parametrize("name", ["item", "items", "_items"])
def test_the_answer_of_a_server_is_read_as_the_documents_in_it(name: str) -> None:
    first, second = {"uri": "urn:x:1", "title": "One"}, {"uri": "urn:x:2", "urgency": "high"}
    text = json.dumps({"total": 2, "title": "Latest", name: [first, second]}, indent=1)
    one, two = ninjs.iterload(io.BytesIO(text.encode()))
    assert [written(each, "3.1") for each in (one, two)] == [first, second]
    assert [(each.path, each.line) for each in two.findings] == [(f"$.{name}[1].urgency", 11)]
    assert ninjs.check(text) == two.findings
    with pytest.raises(MultipleArticlesError, match="holds 2 articles"):
        ninjs.loads(text)
    assert ninjs.loads(json.dumps({"total": 1, name: [first]})) == one
    with pytest.raises(MultipleArticlesError, match="holds no articles"):
        ninjs.loads(json.dumps({"total": 0, name: []}))
    assert ninjs.loads(json.dumps({"item": [], "items": [], "_items": [], name: [first]})) == one
    for known in ("uri", "guid", "headline"):
        article = read({known: "urn:x:3", name: [first]})
        assert f"$.{name}" in [each.place for each in article.extensions]


@pytest.mark.parametrize(
    "around",
    [
        {"data": {"item": ...}},
        {"data": {"items": [{"meta": {"n": 1}, "item": ...}]}},
        {"_links": {"next": "b"}, "_items": [...]},
        [...],
    ],
)
@pytest.mark.parametrize("known", ["uri", "guid", "body_html"])
def test_a_file_of_json_is_known_as_ninjs_and_read(around: Any, known: str, tmp_path: Path) -> None:
    document = {"headline": "Ferry", known: "urn:x:1"}
    text = json.dumps(around, default=lambda _: document)
    (tmp_path / "ferry.json").write_text(text, "utf-8")
    assert [each.headline for each in newsmodel.iterread(tmp_path / "ferry.json")] == ["Ferry"]


@pytest.mark.parametrize(("text", "place"), [
    ('[{"uri": "urn:x:1"}, 5]', "$[1]"), ("[]", "$"),
    ('{"items": [{"uri": "urn:x:1"}, null]}', "$.items[1]"),
])  # fmt: skip
def test_a_list_of_anything_else_is_refused(text: str, place: str) -> None:
    with pytest.raises(ParseError, match="an object was expected") as caught:
        list(ninjs.iterload(io.BytesIO(text.encode())))
    assert caught.value.place == place


@pytest.mark.parametrize("version", ["1.6", "2.1"])
def test_what_named_no_standard_names_it_in_another_version(version: str) -> None:
    described = [{"role": "text", "contentType": "text/plain", "value": "Rain."}]
    document = {"uri": "urn:x:1", "title": "Rain", "descriptions": described}
    again = written(read(document), version)
    assert version in (again.get("$standard") or again["standard"])["version"]
    assert ninjs.check(json.dumps(again)) == ()
    assert written(read(document), "3.1") == document


def test_other_ids_of_versions_1_have_roles() -> None:
    ids = read(documents.NEW_IN_14).alt_ids
    assert [(each.role, each.value) for each in ids] == [
        ("itemid", "(ep):f40b"), ("etag", "(ep):6868"),
    ]  # fmt: skip


def test_events_and_plans_are_kept_whole() -> None:
    article = read(documents.EVENT_3)
    kept = {each.place: each.content for each in article.extensions}
    assert json.loads(kept["$.eventDetails"]) == documents.EVENT_3["eventDetails"]
    assert json.loads(kept["$.plannedCoverage"]) == documents.EVENT_3["plannedCoverage"]


def test_a_nitf_body_is_read() -> None:
    nitf = "<nitf><body><body.content><p>It <em>sails</em>.</p></body.content></body></nitf>"
    bodies = [{"role": "nitf", "contentType": "application/nitf+xml", "value": nitf}]
    assert read({"uri": "urn:x:1", "bodies": bodies}).text == "It sails."


def test_data_are_no_body() -> None:
    bodies = [
        {"contentType": "text/csv", "value": "ship,sails\nA,1"},
        {"contentType": "text/plain", "value": "It sails."},
    ]
    article = read({"uri": "urn:x:1", "bodies": bodies})
    assert article.text == "It sails."
    assert [each.content_type for each in article.alternatives] == ["text/csv"]


def test_a_document_without_an_id_gets_one_that_does_not_change() -> None:
    first, second = read({"title": "a"}), read({"title": "a"})
    assert first.id == second.id != read({"title": "b"}).id
    assert [problem.rule for problem in first.findings] == ["ninjs-missing"]


# ------------------------------------------------------------------ as systems write it
PICTURE = {
    "type": "picture",
    "description_text": "The pier",
    "renditions": {"original": {"href": "https://example.org/pier.jpg"}, "thumb": None},
}


@pytest.mark.parametrize("odd", [None, [], "x", 3])
def test_one_odd_association_takes_no_other_along(odd: Any) -> None:
    named = {"editor_0": odd, "featuremedia": {"uri": "urn:x:pier", **PICTURE}, "editor_1": odd}
    document = {"uri": "urn:x:1", "type": "text", "associations": named}
    article = read(document)
    (image,) = article.images
    assert [file.href for file in image.renditions] == ["https://example.org/pier.jpg"]
    assert written(article, "1.6")["associations"] == named
    assert ninjs.losses(article, version="1.6") == ()

    more = attrs.evolve(article, images=(image, Image(id="urn:x:2")))
    assert set(written(more, "1.6")["associations"]) == {*named, "picture_2"}
    assert read(written(more, "1.6")).images == more.images
    assert ninjs.check(ninjs.dumps(article, version="3.1")) == ()


FILE = {"href": "https://example.org/pier.jpg", "width": 40, "height": 30}


@pytest.mark.parametrize(
    "more",
    [
        {"poi": {"x": 10, "y": 20}},
        {"name": "pier.jpg"},
        {"contentType": "image/jpeg"},
        {"contenttype": "image/jpeg", "sizeinbytes": 5, "sizeInBytes": 5},
        {"aspectRatio": "16:9", "unheard_of": [1]},
    ],
)
@pytest.mark.parametrize("version", ["1.6", "2.1"])
def test_what_a_version_does_not_know_of_a_file_takes_no_file_from_its_picture(
    version: str, more: documents.Object
) -> None:
    files: Any = {"original": FILE | more, "thumb": FILE, "é": FILE}
    named: Any = {"lead": {"uri": "urn:x:pier", "type": "picture", "renditions": files}}
    rest = {"byline": "Ann Lee", "body_text": "Words."}
    if version == "2.1":
        files = [more | {"name": "original"} | FILE, {"name": "thumb"} | FILE]
        named = [{"name": "lead", "uri": "urn:x:pier", "type": "picture", "renditions": files}]
        rest = {"by": "Ann Lee", "ednote": "Check."}
    document = {"uri": "urn:x:1", "type": "text", **rest, "associations": named}
    article = read(document)
    (image,) = article.images
    assert [file.role for file in image.renditions] == ["original", "thumb"]
    assert written(article, version) == document
    assert ninjs.losses(article, version=version) == ()
    for other in {"1.6", "2.1", "3.1"} - {version}:
        again = read(written(article, other))
        assert [file.href for file in again.images[0].renditions] == [FILE["href"]] * 2
        assert ".x)" not in ninjs.dumps(article, version=other)
    fewer = attrs.evolve(article, images=(attrs.evolve(image, renditions=image.renditions[:1]),))
    kept = written(fewer, version)["associations"]
    if version == "1.6":
        assert kept["lead"]["renditions"]["original"] == files["original"]
    else:
        assert kept[0]["renditions"] == files[:1]


def test_files_say_their_type_and_size_under_the_names_of_later_versions_too() -> None:
    files = {"original": FILE | {"contentType": "image/jpeg", "sizeInBytes": 5}}
    picture = {"uri": "urn:x:pier", "type": "picture", "renditions": files}
    (image,) = read({"uri": "urn:x:1", "associations": {"lead": picture}}).images
    assert [(file.content_type, file.size) for file in image.renditions] == [("image/jpeg", 5)]


@pytest.mark.parametrize("version", ["2.1", "3.1"])
def test_what_is_read_under_the_names_of_later_versions_is_written_in_these(version: str) -> None:
    files = {"original": FILE | {"contentType": "image/jpeg", "sizeInBytes": 5, "format": "a"}}
    picture = {"uri": "urn:x:pier", "type": "picture", "renditions": files}
    listed = ("person", "organisation", "place", "subject", "event", "object", "infosource")
    concept = {"name": "Ann Lee", "uri": "https://example.org/1"}
    article = read({
        "uri": "urn:x:1", "byline": "A", "associations": {"lead": picture},
        **{name: [concept] for name in listed},
    })  # fmt: skip
    again = read(written(article, version))
    assert again.subjects == article.subjects
    assert again.info_sources == article.info_sources
    assert again.images[0].renditions == article.images[0].renditions
    assert written(again, version)["associations"][0]["renditions"][0]["format"] == "a"


@pytest.mark.parametrize("version", ["1.6", "2.1", "3.1"])
@pytest.mark.parametrize("name", [{"name": "german"}, {"name": "quote"}, {}])
def test_a_translation_of_any_name_is_one_in_every_version(
    name: documents.Object, version: str
) -> None:
    german = {**name, "rel": "translation", "uri": "urn:x:2", "language": "de",
              "headlines": [{"value": "Fähre"}]}  # fmt: skip
    link = {"name": "translation", "rel": "related", "uri": "urn:x:3"}
    article = read({"uri": "urn:x:1", "edNote": "Check.", "associations": [german, link]})
    again = read(written(article, version))
    assert [(each.id, each.headline) for each in again.translations] == [("urn:x:2", "Fähre")]
    assert [each.residref for each in again.links] == ["urn:x:3"]


def test_an_associated_object_may_have_a_name_of_its_own() -> None:
    named = {"lead": {"uri": "urn:x:pier", "name": "The pier", **PICTURE}}
    document = {"uri": "urn:x:1", "type": "text", "associations": named}
    article = read(document)
    assert [image.id for image in article.images] == ["urn:x:pier"]
    assert written(article, "1.6") == document


def test_concepts_under_the_names_of_later_versions_take_no_others_along() -> None:
    known = {"name": "Piers", "uri": "https://example.org/piers"}
    subjects = [known, {"name": "Ferries", "geoJSON": {}, "id": "x"}, {"literal": "a:b"}]
    document = {
        "uri": "urn:x:1", "type": "text", "subject": subjects, "byline": "Ann Lee",
        "infosource": [{"name": "A", "role": "b"}, {"name": "C"}],
    }  # fmt: skip
    article = read(document)
    assert [(each.name, each.uri, each.qcode) for each in article.subjects] == [
        ("Piers", "https://example.org/piers", None), ("Ferries", None, None), ("a:b", None, "a:b"),
    ]  # fmt: skip
    assert len(article.info_sources) + (article.credit is not None) == 2
    assert written(article, "1.6") == document


@pytest.mark.parametrize("target", WRITTEN.values())
def test_who_names_a_guid_and_no_uri_is_known_by_it(target: str) -> None:
    one, other = (
        {
            "guid": "urn:x:pier-closed",
            "version": version,
            "type": "text",
            "body_html": '<figure><img src="https://example.org/pier.jpg"></figure>',
            "associations": {"featuremedia": {"guid": "urn:x:pier", **PICTURE}},
        }
        for version in ("1", "2")
    )
    article = read(one)
    assert article.id == read(other).id == "urn:x:pier-closed"
    assert [image.id for image in article.images] == ["urn:x:pier"]
    assert article.body == (Figure(image_id="urn:x:pier"),)
    again = written(article, target)
    assert again["uri"] == "urn:x:pier-closed"
    assert [image.id for image in read(again).images] == ["urn:x:pier"]
    assert written(article, "1.6") == {**one, "uri": "urn:x:pier-closed"}


@pytest.mark.parametrize(
    ("said", "language"),
    [("en_US", "en-US"), ("EN_us", "en-US"), ("en-US ", "en-US"), ("Elbonian (north)", None)],
)
def test_a_language_in_another_spelling_is_read_and_told(said: str, language: str | None) -> None:
    german = {"name": "translation", "rel": "translation", "uri": "urn:x:2", "language": "de_AT"}
    document = {"uri": "urn:x:1", "type": "text", "language": said, "edNote": "Check.",
                "associations": [german]}  # fmt: skip
    article = read(document)
    assert article.language == language
    assert [each.language for each in article.translations] == ["de-AT"]
    assert [(each.path, each.severity, each.line) for each in article.findings] == [
        ("$.language", "warning", 1), ("$.associations[0].language", "warning", 1),
    ]  # fmt: skip
    assert article.findings[0].message.endswith(f"'{language}'" if language else "it is not read")
    assert written(article, "3.1")["language"] == said
    edited = attrs.evolve(article, language="uk")
    assert written(edited, "3.1")["language"] == "uk"


def test_a_plain_body_that_says_what_the_other_says_goes_with_it() -> None:
    plain = "The mill turns.\n\nCorn."
    page = "<p>The mill turns.</p><p>Corn.</p>"
    document = {"uri": "urn:x:1", "type": "text", "body_html": page, "body_text": plain}
    article = read(document)
    for each in (article, own_json.loads(own_json.dumps(article))):
        assert written(each, "1.6")["body_text"] == plain
        edited = attrs.evolve(each, body=("The mill rests.",))
        for version in WRITTEN.values():
            assert "turns" not in str(written(edited, version))
        assert written(edited, "1.6")["body_text"] == "The mill rests."
        other = attrs.evolve(each.alternatives[0], content="It turns, says Jan Kos.")
        again = written(attrs.evolve(edited, alternatives=(other,)), "1.6")
        assert again["body_text"] == other.content


def test_markup_that_says_what_the_body_said_and_says_no_more_is_told() -> None:
    page = "<p>Jan Kos turns.</p>"
    document = {"uri": "urn:x:1", "body_html": page, "body_xhtml": f"<div>{page}</div>"}
    article = read(document)
    assert len(article.alternatives) == 1
    assert not [each for each in ninjs.losses(article) if "alternatives" in each.path]
    edited = attrs.evolve(article, body=("Jan Koss turns.",))
    lost = [each.path for each in ninjs.losses(edited)]
    assert "$.alternatives[0]" in lost


REPEATED = {
    "<p>{}</p>": "<p>{}</p>",
    '<p class="x">{}</p>\n': '<p class="x">{}</p>',
    "{}": "{}",
    "<p>Jan <b>Kos</b> rests.</p>": "{}",
}


@pytest.mark.parametrize(("markup", "then"), REPEATED.items(), ids=REPEATED)
@pytest.mark.parametrize("name", ["headline", "description"])
@pytest.mark.parametrize("version", WRITTEN)
def test_markup_of_a_headline_or_summary_goes_with_it(
    markup: str, then: str, name: str, version: str
) -> None:
    field, others = {
        "headline": ("headline", "headlines"), "description": ("summary", "descriptions"),
    }[name]  # fmt: skip
    old, words = "Jan Kos rests.", markup.format("Jan Kos rests.")
    document: dict[str, Any] = {"uri": "urn:x:1", "type": "text", others: [
        {"role": {"headline": "main"}.get(name, "text"), "value": old},
        {"role": "html", {"2": "contenttype"}.get(version, "contentType"): "text/html",
         "value": words},
    ]}  # fmt: skip
    if version == "1":
        usual = {"headline": "headline"}.get(name, f"{name}_text")
        document = {"uri": "urn:x:1", "type": "text", usual: old, f"{name}_html": words}
    article = read(document)
    new, none, mine = (
        {field: "Jan Koss & <Ida> rest."}, {field: None}, {others: (Text(value="Me", role="html"),)}
    )  # fmt: skip
    for each in (article, own_json.loads(own_json.dumps(article))):
        assert written(each, WRITTEN[version]).items() >= document.items()
        for target in WRITTEN.values():
            said = str(written(changed(each, **new), target))
            assert said.count("Jan Koss") == 2
            assert then.format("Jan Koss &amp; &lt;Ida&gt; rest.") in said
            assert "Kos" not in str(written(changed(each, **none), target))
            assert "'Me'" in str(written(changed(each, **new, **mine), target))


def test_markup_stays_while_any_text_says_the_same() -> None:
    texts = [{"role": role, "value": "Jan Kos rests."} for role in ("main", "short")]
    page = {"role": "web", "contentType": "text/html", "value": "<b>Jan</b> Kos rests."}
    standard = {"name": "ninjs", "version": "3.1"}
    article = read({"uri": "urn:x:1", "standard": standard, "headlines": [*texts, page]})
    short, web = article.headlines
    for others in ((changed(short, value="Kos rests."), web), (web,)):
        edited = changed(article, headlines=others)
        assert page in written(edited, "3.1")["headlines"]
        assert ninjs.losses(edited) == ()
    (loss,) = ninjs.losses(changed(article, headline="Kos rests.", headlines=(web,)))
    assert (loss.path, "anew" in loss.reason) == ("$.headlines[0].value", True)
