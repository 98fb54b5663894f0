"""What a new article says beside its fields: speakers, catalogues, and in what order."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime
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
from newsmodel.formats.newsml.names import SIGNATURE
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
    Contributor,
    Correction,
    Dateline,
    Embargo,
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
from newsmodel.testing import examples, strategies
from tests.formats.newsml.documents import NAR, for_others, news_item, news_message, triples

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


def test_the_aliases_that_the_full_example_declares_are_declared_where_it_uses_them() -> None:
    article = examples.full_featured()
    declared = {scheme.alias for each in article.catalogs for scheme in each.schemes}
    said = "".join(undeclared(newsml.dumps(article)))
    assert [alias for alias in declared if f"'{alias}'" in said] == []


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
    assert set(ORDER[parent]) - set(ranks) <= {SIGNATURE, "groupSet"}
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


# ------------------------------------------------------------------ what others see
def others_read(article: Article) -> Article:
    """What others read of a document, which must be valid and come back as it was."""
    written = newsml.dumps(article)
    back = newsml.loads(written)
    assert attrs.evolve(back, message_header=article.message_header) == article
    assert [str(p) for p in newsml.check(written) if p.rule.startswith(("schema", "codes"))] == []
    return newsml.loads(for_others(written))


def test_who_is_known_by_a_concept_alone_is_named() -> None:
    person = Concept(names=["Olha Marchuk"], type="person")
    desk = Concept(names=["Vilkhove desk"])
    two = Concept(names=[Text(value="Jan Kos", language="pl"), Text(value="J. Kos")])
    seen = others_read(
        Article(
            id="urn:x:1",
            authors=(Contributor(concept=person), Contributor(concept=desk)),
            contributors=(Contributor(concept=desk, role="nm:desk"),),
            translators=(Contributor(concept=two),),
        )
    )
    people = (*seen.authors, *seen.contributors, *seen.translators)
    assert [each.name for each in people] == [
        "Olha Marchuk", "Vilkhove desk", "Vilkhove desk", "Jan Kos",
    ]  # fmt: skip
    assert [each.concept for each in people] == [person, None, None, two]


def test_a_dateline_that_is_no_line_is_one_for_others() -> None:
    line = Dateline(place="VILKHOVE", date=date(2030, 1, 2), agency="Rivers")
    seen = others_read(Article(id="urn:x:1", language="en", dateline=line))
    assert str(seen.dateline) == str(line) == "VILKHOVE, 2030-01-02, Rivers"


def test_plain_words_for_roles_and_relations_are_codes_of_the_library_for_others() -> None:
    words = ["kicker", "short", "standfirst", "photographer", "editor", "license"]
    kicker, short, standfirst, photographer, editor, license = words  # the word
    article = Article(
        id="urn:x:1",
        headlines=(Text(value="Rivers", role=kicker), Text(value="Closed", role=short)),
        descriptions=(Text(value="For a week.", role=standfirst),),
        authors=(Contributor(name="Jan Kos", role=photographer),),
        contributors=(Contributor(name="Olha Marchuk", role=editor),),
        links=(Link(href="https://rivers.example/terms", rel=license, title="Terms"),),
    )
    foreign = '<catalog><scheme alias="nm" uri="https://rivers.example/nm/"/></catalog>'
    codes = '<headline xml:lang="pl" role="nm:own">Most</headline>'
    added: Any = ("headlines", "descriptions", "authors", "contributors", "links")
    for alias, base in (
        ("nm", article),
        ("nm", newsml.loads(news_item())),
        ("newsmodel", newsml.loads(news_item(first=foreign + news_catalog(), content=codes))),
    ):
        more: Any = {name: (*getattr(base, name), *getattr(article, name)) for name in added}
        edited = article if base is article else attrs.evolve(base, **more)
        seen = others_read(edited)
        said: Any = (*seen.headlines, *seen.descriptions, *seen.authors, *seen.contributors)
        found = [*(each.role for each in said), *(each.rel for each in seen.links)]
        assert [each for each in found if each != "nm:own"] == [f"{alias}:{each}" for each in words]
        assert seen.headline == base.headline


def news_catalog() -> str:
    return '<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>'


def test_a_word_that_is_no_role_of_others_is_left_out_for_them() -> None:
    article = Article(id="urn:x:1", authors=(Contributor(name="Jan Kos", role="Chief of desk"),))
    assert others_read(article).authors == (Contributor(name="Jan Kos"),)


DAM = Article(id="urn:x:2", headline="Dam")
TARGETS = [
    attrs.evolve(DAM, status=Status.WITHHELD),
    attrs.evolve(DAM, status=Status.CANCELED, kind=Kind.PICTURE),
    attrs.evolve(DAM, status=Status.CANCELED, status_code=Concept(qcode="stat:usable")),
    attrs.evolve(DAM, kind=Kind.VIDEO, kind_code=Concept(qcode="ninat:text")),
    attrs.evolve(
        DAM,
        status=Status.WITHHELD,
        kind=Kind.GRAPHIC,
        embargo=Embargo(until=datetime(2031, 1, 1, tzinfo=UTC)),
        section="Rivers",
        url="https://rivers.example/dam",
        headlines=(Text(value="Dam closed", role="a role of many words"),),
    ),
]


@pytest.mark.parametrize("target", TARGETS)
def test_a_link_tells_others_whether_what_it_leads_to_may_be_used(target: Article) -> None:
    link = Link(residref="urn:x:2", rel="irel:seeAlso", target=target)
    outer = Link(residref="urn:x:3", rel="irel:seeAlso", links=(link,))
    read = newsml.loads(news_item(meta='<link rel="irel:seeAlso" residref="urn:x:2"/>'))
    for article in (Article(id="urn:x:1"), read):
        seen = others_read(attrs.evolve(article, links=(link, outer)))
        for each in (seen.links[0], seen.links[1].links[0]):
            told = each.target
            assert told is not None
            assert (told.headline, told.kind, told.status, told.embargo) == (
                target.headline, target.kind, target.status, target.embargo,
            )  # fmt: skip


def test_an_order_that_is_edited_in_the_target_of_a_link_is_written() -> None:
    about = '<itemClass qcode="ninat:picture"/><pubStatus qcode="stat:usable"/>'
    document = news_item(meta=f'<link rel="irel:seeAlso" residref="urn:x:2">{about}</link>')
    article = newsml.loads(document)
    assert triples(newsml.dumps(article)) == triples(document)
    (link,) = article.links
    assert link.target is not None
    assert link.target.kind is Kind.PICTURE
    killed = attrs.evolve(link, target=attrs.evolve(link.target, status=Status.CANCELED))
    (told,) = others_read(attrs.evolve(article, links=(killed,))).links
    assert told.target is not None
    assert told.target.status is Status.CANCELED
