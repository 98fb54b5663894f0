"""What a new article says beside its fields: speakers, catalogues, and in what order."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib import resources
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from lxml import etree

from newsmodel.errors import LossError
from newsmodel.formats import json, newsml, ninjs
from newsmodel.formats.newsml import conformance
from newsmodel.formats.newsml.codes import Codes
from newsmodel.formats.newsml.conformance import child_order
from newsmodel.formats.newsml.documents.header import HEADER_ROWS
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ORDER, RANKS, ROWS
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.known import ATTRIBUTES, ELEMENTS
from newsmodel.formats.newsml.xml.reading import N
from newsmodel.model import (
    Access,
    Article,
    BlockQuote,
    Catalog,
    Concept,
    Correction,
    Extension,
    Figure,
    Image,
    ImageCaption,
    InlineQuote,
    Kind,
    Link,
    Message,
    OrganisationDetails,
    OtherItem,
    Paragraph,
    Provenance,
    Rendition,
    Scheme,
    Section,
    Speaker,
    Status,
    Text,
    Translation,
)
from newsmodel.testing import strategies
from tests.formats.newsml.documents import NAR, news_item, news_message, triples

ANN = Concept(qcode="nm:ann", names=["Ann"])
FIRM = Concept(names=["Firm"], organisation=OrganisationDetails(founded=date(1990, 1, 1)))
RIVER = Concept(qcode="medtop:20000587", type="abstract")


def quoting(*speakers: Speaker | None, **fields: Any) -> Article:
    body = [
        Paragraph(content=[InlineQuote(content=f"Word {n}.", speaker=each)])
        for n, each in enumerate(speakers)
    ]
    return Article(id="urn:x:1", version=1, language="en", body=body, **fields)


def subjects_of(document: str) -> list[tuple[str | None, str | None, str | None]]:
    nodes = etree.fromstring(document.encode()).iter(f"{{{NAR}}}subject")
    return [(n.get("type"), n.get("qcode"), n.findtext(f"{{{NAR}}}name")) for n in nodes]


# ------------------------------------------------------------------ speakers
SPEAKING = quoting(Speaker(person=ANN), Speaker(person=FIRM), subjects=(RIVER,))


def test_speakers_are_subjects_too() -> None:
    assert subjects_of(newsml.dumps(SPEAKING)) == [
        ("cpnat:abstract", "medtop:20000587", None),
        ("cpnat:person", "nm:ann", "Ann"),
        ("cpnat:organisation", None, "Firm"),
    ]


def test_speakers_do_not_come_back_as_subjects() -> None:
    assert newsml.loads(newsml.dumps(SPEAKING)) == SPEAKING


@pytest.mark.parametrize(
    "speaker",
    [
        None,
        Speaker(printed="she"),
        Speaker(person=ANN, anonymous=True),
        Speaker(person=attrs.evolve(ANN, public=False)),
        Speaker(person=RIVER),
    ],
    ids=["nobody", "words", "anonymous", "not public", "a subject already"],
)
def test_who_speaks_is_no_subject(speaker: Speaker | None) -> None:
    article = quoting(speaker, subjects=(RIVER,))
    document = newsml.dumps(article)
    assert len(subjects_of(document)) == 1
    assert newsml.loads(document) == article


_HIDDEN = Speaker(printed="a driver", person=ANN, anonymous=True)


@pytest.mark.parametrize(
    "speaker",
    [_HIDDEN, attrs.evolve(_HIDDEN, anonymous=False, person=attrs.evolve(ANN, public=False))],
)
def test_who_is_not_to_be_named_is_not_printed_by_name(speaker: Speaker) -> None:
    said = BlockQuote(blocks=("Yes.",), speaker=speaker)
    article = attrs.evolve(quoting(None), body=(said,))
    for document in (newsml.dumps(article), ninjs.dumps(article)):
        assert "\N{EM DASH} a driver</figcaption>" in document
    assert newsml.loads(newsml.dumps(article)) == article


def test_who_speaks_where_readers_do_not_see_it_is_no_subject() -> None:
    article = quoting(Speaker(person=ANN))
    hidden = attrs.evolve(article, body=(Section(public=False, blocks=article.body),))
    assert subjects_of(newsml.dumps(hidden)) == []
    assert newsml.loads(newsml.dumps(hidden)) == hidden
    assert '"rel":"speaker"' not in ninjs.dumps(hidden).replace(": ", ":")


def test_who_speaks_twice_is_one_subject() -> None:
    document = newsml.dumps(quoting(Speaker(person=ANN), Speaker(person=ANN)))
    assert len(subjects_of(document)) == 1


def test_subjects_marked_as_speakers_are_kept_where_nobody_speaks() -> None:
    article = quoting(None, subjects=(attrs.evolve(ANN, why="nm:speaker"),))
    assert newsml.loads(newsml.dumps(article)) == article


def test_a_speaker_that_somebody_has_changed_counts() -> None:
    document = newsml.dumps(SPEAKING).replace(
        "<name>Firm</name></subject>", "<name>Co</name></subject>"
    )
    names = [subject.name for subject in newsml.loads(document).subjects]
    assert names == ["medtop:20000587", "Ann", "Co"]


def test_what_was_read_gets_no_further_subjects() -> None:
    theirs = newsml.dumps(SPEAKING).replace("<generator>newsmodel</generator>", "")
    bare = newsml.loads(theirs)
    without = attrs.evolve(bare, subjects=(RIVER,))
    assert len(subjects_of(newsml.dumps(bare))) == 3
    assert len(subjects_of(newsml.dumps(without))) == 1


# ------------------------------------------------------------------ machines
def made_by(*values: Provenance) -> tuple[list[str | None], Article, Article]:
    """What others are told of how an article came to be, the article, and what comes back."""
    article = Article(id="urn:x:1", version=1, language="en", provenance=values)
    document = newsml.dumps(article)
    nodes = etree.fromstring(document.encode()).iter(f"{{{NAR}}}digitalSourceType")
    told = [node.get("qcode") or node.get("uri") for node in nodes]
    return told, article, newsml.loads(document)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([Provenance(digital_source_type="digitalCapture")], ["digsrctype:digitalCapture"]),
        ([Provenance(digital_source_type="digsrctype:print")], ["digsrctype:print"]),
        ([Provenance(digital_source_type="https://x.example/drone")], ["https://x.example/drone"]),
        ([Provenance(digital_source_type="urn:x:drone")], ["urn:x:drone"]),
        ([Provenance(digital_source_type="x:drone")], ["x:drone"]),
        ([Provenance(digital_source_type="by drone")], []),
        ([Provenance(tool="Writer 3")], []),
        ([Provenance(scope="headline", digital_source_type="algorithmicMedia")], []),
        (
            [
                Provenance(scope="headline", digital_source_type="algorithmicMedia"),
                Provenance(
                    scope="text", digital_source_type="trainedAlgorithmicMedia", disclosure="Yes."
                ),
            ],
            ["digsrctype:trainedAlgorithmicMedia"],
        ),
    ],
)
def test_others_are_told_what_machines_made(values: list[Provenance], told: list[str]) -> None:
    shown, article, again = made_by(*values)
    assert shown == told
    assert again == article


OWED: dict[str, Any] = {
    "corrections": (Correction(text="Jan Kos is mayor of Vilkhove."),),
    "content_warnings": ("violence",),
    "sponsor": FIRM,
    "access": "paid",
    "provenance": (Provenance(scope="text", disclosure="Written by a machine."),),
}


@pytest.mark.parametrize("name", OWED)
def test_what_readers_are_owed_and_others_do_not_see_is_told(name: str) -> None:
    article = Article(id="urn:x:1", language="en", headline="Mill", **{name: OWED[name]})
    assert [each.path.partition("[")[0] for each in newsml.losses(article)] == [f"$.{name}"]
    (told,) = newsml.losses(Message(items=(article,)))
    assert told.path.startswith(f"$.items[0].{name}")
    assert newsml.loads(newsml.dumps(article)) == article
    assert (
        newsml.losses(Article(id="urn:x:1", language="en", headline="Mill", access=Access.FREE))
        == ()
    )


def test_a_picture_made_by_a_machine_says_so_and_keeps_it_when_something_else_is_edited() -> None:
    made = Provenance(scope="image", digital_source_type="compositeSynthetic")
    file = Rendition(href="https://x.example/1.jpg", content_type="image/jpeg")
    article = Article(id="urn:x:1", images=(Image(id="i", provenance=(made,), renditions=(file,)),))
    document = newsml.dumps(article)
    assert document.count('<digitalSourceType qcode="digsrctype:compositeSynthetic"/>') == 1
    edited = newsml.dumps(attrs.evolve(newsml.loads(document), headline="Edited"))
    assert edited.count('<digitalSourceType qcode="digsrctype:compositeSynthetic"/>') == 1


# ------------------------------------------------------------------ catalogues
MINE = Catalog(schemes=(Scheme(alias="mine", uri="https://example.com/codes/"),))
OLD = Catalog(href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_30.xml")


def undeclared(document: str) -> list[str]:
    found = newsml.check(document)
    return [p.message for p in found if p.rule in ("codes.catalog", "codes.alias")]


@pytest.mark.parametrize(
    "catalogs", [(), (MINE,), (OLD,), (MINE, OLD)], ids=["none", "mine", "an old one", "both"]
)
def test_every_alias_is_declared(catalogs: tuple[Catalog, ...]) -> None:
    code = "mine:1" if MINE in catalogs else "medtop:1"
    article = quoting(
        Speaker(person=ANN),
        catalogs=catalogs,
        provider=Concept(qcode=code),
        subjects=(Concept(qcode=code),),
        images=(Image(credit="Ann"),),
        translations=(Translation(language="uk", headline="Міст"),),
    )
    document = newsml.dumps(article)
    assert undeclared(document) == []
    assert document.count("IPTC-G2-Standards") == document.count("standardversion=")
    assert newsml.loads(document) == article


def test_an_alias_that_nothing_declares_is_reported() -> None:
    article = Article(id="urn:x:1", subjects=(Concept(qcode="elsewhere:1"),))
    assert "'elsewhere'" in "".join(undeclared(newsml.dumps(article)))


@given(strategies.articles(for_format="newsml"))
def test_what_resolves_is_declared(article: Article) -> None:
    """An item by itself, as parts that came as items have catalogues of their own."""
    whole = attrs.evolve(
        article, translations=(), images=(), videos=(), audios=(), message_header=None
    )
    if not Codes().unresolved(whole):
        assert undeclared(newsml.dumps(whole)) == []


# ------------------------------------------------------------------ order
TYPES = {
    "": "newsItem",
    "itemMeta": "ItemMetadataType",
    "contentMeta": "ContentMetadataAfDType",
    "header": "newsMessage/header",
}


@pytest.mark.parametrize("parent", TYPES)
def test_elements_are_written_in_the_order_of_the_standard(parent: str) -> None:
    ranks = child_order(TYPES[parent])
    known = [name for name in ORDER[parent] if name in ranks]
    assert [ranks[name] for name in known] == sorted(ranks[name] for name in known)
    assert set(ORDER[parent]) - set(ranks) <= {"Signature", "groupSet"}
    assert set(ranks) <= set(ORDER[parent])


@pytest.mark.parametrize("parent", RANKS)
def test_what_stands_too_late_is_what_the_standard_says(parent: str) -> None:
    theirs, ours = child_order(TYPES[parent]), RANKS[parent]
    for one, other in combinations(ORDER[parent], 2):
        assert (ours[N + one] < ours[N + other]) == (theirs[one] < theirs[other]), (one, other)


def test_the_table_names_what_the_standard_has() -> None:
    rows = [row for row in (*ROWS, *MEDIA_ROWS, *HEADER_ROWS) if row.parent in TYPES]
    assert [r.name for r in rows if r.name not in child_order(TYPES[r.parent])] == []


def test_the_names_that_are_known_are_those_of_the_standard() -> None:
    facts = tomllib.loads(resources.files(conformance).joinpath("data/models.toml").read_text())
    types = facts["types"].values()
    attributes = [*facts["attributes"].values(), *(each.get("attributes", "") for each in types)]
    assert set(re.findall(r"(?<![\w@:/])(\w+)=", " ".join(attributes))) == ATTRIBUTES
    contents = [*facts["groups"].values(), *(each.get("content", "") for each in types)]
    bare = re.sub(r"=[\w/.:-]+|\{[^}]*\}|##\w+|\w+:\w+", "", " ".join(contents))
    named = {each for each in facts["elements"] if ":" not in each}
    found = named | set(re.findall(r"\w+", bare)) - facts["groups"].keys()
    assert found - {"text", "strict"} == ELEMENTS


def test_what_a_header_has_no_field_for_is_written_behind_the_rest() -> None:
    extra = '<headerExtProperty rel="x:desk" value="x"/><mark xmlns="urn:example:foreign"/>'
    rest = "<sent>2030-01-01T10:00:00Z</sent><priority>3</priority>"
    message = newsml.loads_message(
        news_message(news_item(), header=f"<header>{rest}{extra}</header>")
    )
    assert message.findings == ()
    assert message.header is not None
    edited = attrs.evolve(message, header=attrs.evolve(message.header, priority=4))
    written = newsml.dumps(edited)
    assert [each for each in newsml.check(written) if each.rule.startswith("schema.")] == []
    assert written.index("<priority>4<") < written.index("<headerExt") < written.index("<mark")


# ------------------------------------------------------------------ nothing to write
@pytest.mark.parametrize(
    "items", [(), (OtherItem(kind="x", format="text", content="no XML"),)], ids=["none", "no XML"]
)
def test_a_message_without_items_is_said_to_be_none(items: tuple[OtherItem, ...]) -> None:
    message = Message(items=items)
    assert [loss.path for loss in newsml.losses(message)][-1] == "$.items"
    with pytest.raises(LossError, match="without any item"):
        newsml.dumps(message, on_loss="raise")
    assert newsml.loads_message(newsml.dumps(message)) == Message()


# ------------------------------------------------------------------ attributes carried twice
TWICE = (
    Extension(format="newsml", place="itemSet/@{urn:example}n", content="1"),
    Extension(format="newsml", place="itemSet/@{urn:example}n", content="2"),
)


def test_an_attribute_that_is_carried_twice_leaves_a_document() -> None:
    message = Message(items=(SPEAKING,), extensions=TWICE)
    assert newsml.loads_message(newsml.dumps(message)) == message


def test_two_item_sets_with_the_same_attribute_are_written_as_a_document() -> None:
    document = newsml.dumps(SPEAKING)
    start, end = document.index("<itemSet>"), document.index("</newsMessage>")
    twice = document[start:end].replace("<itemSet>", '<itemSet x:n="1" xmlns:x="urn:example">') * 2
    message = newsml.loads_message(document[:start] + twice + document[end:])
    assert newsml.loads_message(newsml.dumps(message)).items == message.items


def test_an_item_outside_of_the_item_set_is_told_to_be_written_in_it() -> None:
    document = newsml.dumps(SPEAKING)
    item = document[document.index("<newsItem") : document.index("</itemSet>")]
    for place in ("<itemSet>", "</newsMessage>"):
        message = newsml.loads_message(document.replace(place, f"{item}{place}", 1))
        said = "'newsItem' stands outside of the itemSet: it is read, and written in it"
        assert said in [finding.message for finding in message.findings]
        written = newsml.dumps(message)
        assert written.index("<itemSet>") < written.index("<newsItem")
        assert written.rindex("</newsItem>") < written.index("</itemSet>")
        assert newsml.loads_message(written).items == message.items
    bare = document.replace("<itemSet>", "").replace("</itemSet>", "")
    message = newsml.loads_message(bare)
    said = "'newsItem' stands outside of the itemSet: it is read"
    assert said in [finding.message for finding in message.findings]
    assert "itemSet" not in newsml.dumps(message)


@pytest.mark.parametrize("own", [None, "Rivers"])
def test_what_a_caption_credits_stands_where_others_look_for_it(own: str | None) -> None:
    caption = ImageCaption(
        language="en", text="The mill", credit="Sam Roe/AP", photographers=("Sam Roe",)
    )
    image = Image(id="urn:x:2", credit=own, captions=(caption,))
    article = Article(id="urn:x:1", language="en", headline="Mill", images=(image,))
    written = newsml.dumps(article)
    picture = etree.fromstring(written.encode()).findall(f".//{{{NAR}}}newsItem")[1]
    assert [e.text for e in picture.iter(f"{{{NAR}}}creditline")] == [own or "Sam Roe/AP"]
    assert [e.text for e in picture.iterfind(f".//{{{NAR}}}creator/{{{NAR}}}name")] == ["Sam Roe"]
    assert [e.get(XML_LANG) for e in picture.iter(f"{{{NAR}}}description")] == ["en"]
    assert newsml.loads(written) == article


_BOTH = ImageCaption(language="en", text="The mill.", alt_text="Sails")


@pytest.mark.parametrize(
    "captions",
    [
        (_BOTH,),
        (_BOTH, _BOTH),
        (attrs.evolve(_BOTH, alt_text=None), _BOTH),
        (attrs.evolve(_BOTH, alt_text=None), attrs.evolve(_BOTH, text=None)),
        (attrs.evolve(_BOTH, text=None), ImageCaption(language="uk"), _BOTH),
        (ImageCaption(text="Млин."), attrs.evolve(_BOTH, text=None), ImageCaption(alt_text="К")),
    ],
)
def test_captions_come_back_as_they_belong_together(captions: tuple[ImageCaption, ...]) -> None:
    article = Article(id="urn:example:mill", images=(Image(id="mill", captions=captions),))
    assert newsml.loads(newsml.dumps(article)) == article


@pytest.mark.parametrize("role", ["summary", "x:abstract", "descRole:intro", "caption", "x:teaser"])
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PICTURE])
@pytest.mark.parametrize("summary", [None, "Shut"])
def test_descriptions_are_not_taken_for_others(role: str, kind: Kind, summary: str | None) -> None:
    described = Text(value="Cracks found", role=role)
    article = Article(id="urn:example:1", kind=kind, summary=summary, descriptions=(described,))
    assert newsml.loads(newsml.dumps(article)) == article


@pytest.mark.parametrize("about", ['role="x:abstract"', 'roleuri="http://example.org/abstract"'])
def test_a_summary_by_another_name_is_edited_and_stays_the_summary(about: str) -> None:
    content = f"<headline>Bridge</headline><description {about}>Cracks</description>"
    article = newsml.loads(news_item(content=content))
    described = (Text(value="Cracks found", role="summary"),)
    for changes in ({"summary": "Shut"}, {"descriptions": described}, {"summary": None}):
        edited = attrs.evolve(article, **changes)
        back = newsml.loads(newsml.dumps(edited))
        assert (back.summary, back.descriptions) == (edited.summary, edited.descriptions)


@pytest.mark.parametrize("address", ["http://example.org/near", "urn:example:near"])
def test_a_relation_that_is_an_address_is_written_as_one(address: str) -> None:
    links = (Link(rel=address, residref="urn:example:2"),)
    written = newsml.dumps(Article(id="urn:example:1", links=links))
    assert f'<link reluri="{address}" residref="urn:example:2"/>' in written
    assert newsml.loads(written).links == links


@pytest.mark.parametrize("name", ["rel", "reluri"])
@pytest.mark.parametrize("word", ["urn:near", "urn:example:near", "http://example.org/near"])
def test_a_relation_stays_a_code_or_an_address_as_it_came(name: str, word: str) -> None:
    document = news_item(meta=f'<link {name}="{word}" residref="urn:example:2"/>')
    article = newsml.loads(document)
    assert article.links[0].rel == word
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(document)


FOREIGN = {
    "an element": ("</itemMeta>", '<w:e xmlns:w="urn:wire">7</w:e></itemMeta>'),
    "an attribute": ("<itemMeta>", '<itemMeta xmlns:w="urn:wire" w:e="7">'),
    "an element of what it is about": ("<contentMeta>", "<contentMeta><e xmlns='urn:wire'/>"),
}


@pytest.mark.parametrize(("before", "after"), FOREIGN.values(), ids=FOREIGN)
@settings(max_examples=30)
@given(article=strategies.articles())
def test_what_stands_for_nothing_is_nothing_whatever_others_put_in(
    before: str, after: str, article: Article
) -> None:
    read = newsml.loads(newsml.dumps(article).replace(before, after))
    for each in (read, newsml.loads(newsml.dumps(read))):
        assert each.version_created == article.version_created
        assert each.provider == article.provider


def test_what_stands_for_nothing_is_nothing_beside_an_extension() -> None:
    carried = Extension(format="newsml", place="itemMeta/{urn:w}e", content='<e xmlns="urn:w"/>')
    article = Article(id="urn:x:1", headline="Rain", extensions=(carried,))
    read = newsml.loads(newsml.dumps(article))
    assert (read.version_created, read.provider) == (None, None)
    assert read.extensions == (carried,)


def test_a_message_of_ours_is_written_as_it_came_pictures_in_its_texts_included() -> None:
    caption = ImageCaption(language="en", text="The mill")
    file = Rendition(href="https://rivers.example/mill.jpg", content_type="image/jpeg")
    image = Image(id="urn:x:2", renditions=(file,), captions=(caption,))
    article = attrs.evolve(quoting(None), images=(image,), body=(Figure(image_id="urn:x:2"),))
    document = newsml.dumps(article)
    assert "<figcaption>The mill</figcaption>" in document
    message = newsml.loads_message(document)
    assert newsml.dumps(message) == document
    killed = [attrs.evolve(i, status=Status.CANCELED) if i.id == "urn:x:2" else i
              for i in message.items if isinstance(i, Article)]  # fmt: skip
    assert "<figcaption>" not in newsml.dumps(attrs.evolve(message, items=tuple(killed)))
