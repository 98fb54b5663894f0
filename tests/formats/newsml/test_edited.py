"""What is edited in an article of a feed is written, and around it everything stays."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import attrs
import pytest
from lxml import etree

from newsmodel import (
    Article,
    Concept,
    Extension,
    ImageCaption,
    Kind,
    Link,
    Loss,
    LossError,
    Paragraph,
    Rendition,
    Rights,
    Status,
    Text,
)
from newsmodel.formats import json, newsml
from newsmodel.model import Package
from tests.formats.newsml.documents import CATALOG, GUID, NAR, XHTML, news_item, page, triples

ATTRIBUTES = (
    'id="c1" rendition="rnd:text" xml:lang="en" custom="true" creator="x:desk"'
    ' contenttype="application/xhtml+xml"'
)
PAGE = f"""<inlineXML {ATTRIBUTES} wordcount="1"><html xmlns="{XHTML}" lang="en" xml:lang="en"
dir="ltr"><head><title>Old</title><meta name="desk" content="city"/></head>
<body class="wide"><p>Helo.</p></body></html></inlineXML>"""
DOCUMENT = news_item(body=PAGE).replace("<contentSet>", '<contentSet original="c1">')
BODY = (Paragraph(content="Hello."),)


def is_valid(document: str) -> bool:
    return [each.rule for each in newsml.check(document) if each.severity == "error"] == []


def test_what_an_element_says_of_itself_stays_when_its_text_is_edited() -> None:
    article = attrs.evolve(newsml.loads(DOCUMENT), body=BODY)
    for _ in range(3):
        written = newsml.dumps(article)
        assert f"<inlineXML {ATTRIBUTES}>" in written.replace(f' xmlns="{NAR}"', "")
        assert 'lang="en" xml:lang="en" dir="ltr"' in written
        assert 'name="desk" content="city"' in written
        assert '<body class="wide"' in written
        assert "wordcount" not in written
        assert "Helo" not in written
        assert [p.rule for p in newsml.check(written) if p.severity == "error"] == []
        article = json.loads(json.dumps(newsml.loads(written)))
        assert article.body == BODY


def test_a_picture_in_a_text_that_was_edited_before_is_edited_there_too() -> None:
    """What the head of its page says besides is kept, without the text that stood below it."""
    figure = (
        '<figure><img src="mill.jpg"/><figcaption>The mill of Jan Kos.</figcaption></figure>'
        "<p>Helo.</p></body>"
    )
    article = newsml.loads(DOCUMENT.replace("<p>Helo.</p></body>", figure))
    (mill,) = article.images
    article = attrs.evolve(article, images=(attrs.evolve(mill, credit="Olha Marchuk"),))
    article = newsml.loads(newsml.dumps(article))
    assert newsml.loads(newsml.dumps(article)) == article
    weir = attrs.evolve(
        mill,
        renditions=(Rendition(href="weir.jpg"),),
        captions=(ImageCaption(text="The weir."),),
    )
    article = attrs.evolve(article, images=(weir,))
    for each in (article, json.loads(json.dumps(article))):
        written = newsml.dumps(each)
        assert newsml.loads(written).images == (weir,)
        assert 'name="desk" content="city"' in written
        assert "mill" not in written
        assert newsml.losses(each) == ()


def test_a_text_written_anew_is_written_to_the_letter_the_second_time() -> None:
    came = '<inlineData contenttype="text/plain">Helo.</inlineData>'
    article = attrs.evolve(newsml.loads(news_item(body=came)), body=BODY)
    written = newsml.dumps(article)
    assert '<body data-nm="body"><p>Hello.' in written
    assert newsml.dumps(newsml.loads(written)) == written


@pytest.mark.parametrize(
    "body",
    [
        '<inlineData id="c1" contenttype="text/plain" wordcount="1">Helo.</inlineData>',
        (
            '<inlineXML id="c1" contenttype="application/nitf+xml" format="x:nitf"><nitf><body>'
            "<body.content><p>Helo.</p></body.content></body></nitf></inlineXML>"
        ),
    ],
    ids=["text", "NITF"],
)
def test_a_text_in_another_form_keeps_its_id(body: str) -> None:
    article = attrs.evolve(newsml.loads(news_item(body=body)), body=BODY)
    written = newsml.dumps(article)
    assert 'id="c1"' in written
    assert 'contenttype="application/xhtml+xml"' in written
    assert "x:nitf" not in written
    assert [p.rule for p in newsml.check(written) if p.severity == "error"] == []
    assert newsml.loads(written).body == BODY


def test_markup_that_goes_with_an_old_text_is_said_to_be_lost() -> None:
    article = newsml.loads(news_item(body=page('<p style="color:red">Helo.</p>')))
    assert newsml.losses(article) == ()
    edited = attrs.evolve(article, body=BODY)
    (loss,) = newsml.losses(edited)
    assert loss == Loss(
        path="$.body",
        reason="it is another now: what the markup of its source said besides is left out",
    )
    with pytest.raises(LossError):
        newsml.dumps(edited, on_loss="raise")
    message = newsml.loads_message(news_item(body=page('<p style="color:red">Helo.</p>')))
    (loss,) = newsml.losses(attrs.evolve(message, items=(edited,)))
    assert loss.path == "$.items[0].body"


@pytest.mark.parametrize("section", ["contentMeta", "contentSet"])
@pytest.mark.parametrize("empty", ["<{}/>", "<{}></{}>", '<{} x:desk="city"/>'])
def test_a_section_that_came_empty_is_filled(section: str, empty: str) -> None:
    bare = news_item(content="", language="", body="<inlineXML/>")
    start, end = bare.index(f"<{section}"), bare.index(f"</{section}>") + len(f"</{section}>")
    document = bare[:start] + empty.format(section, section) + bare[end:]
    assert triples(newsml.dumps(newsml.loads_message(document))) == triples(document)
    edited = attrs.evolve(newsml.loads(document), headline="Bridge open", body=BODY)
    written = newsml.dumps(edited)
    assert ("city" in written) is ("city" in empty)
    assert written.count("<contentMeta") == written.count("<contentSet") == 1
    assert [p.rule for p in newsml.check(written) if p.severity == "error"] == []
    assert (newsml.loads(written).headline, newsml.loads(written).body) == ("Bridge open", BODY)


@pytest.mark.parametrize("name", ["provider", "version_created", "kind_code"])
def test_what_the_standard_demands_is_written_where_it_is_taken_out(name: str) -> None:
    gone: dict[str, Any] = {name: None}
    edited = attrs.evolve(newsml.loads(DOCUMENT), **gone)
    for _ in range(2):
        written = newsml.dumps(edited)
        assert [p.rule for p in newsml.check(written) if p.severity == "error"] == []
        edited = newsml.loads(written)
        assert getattr(edited, name) is None


@pytest.mark.parametrize("extra", ["", 'id="k1"', 'xmlns:own="urn:example:own" own:desk="city"'])
@pytest.mark.parametrize("said", [Concept(literal="brief"), Concept(rank=1, type="own:kind")])
def test_a_kind_that_no_code_names_leaves_the_document_valid(said: Concept, extra: str) -> None:
    read = newsml.loads(DOCUMENT.replace("<itemClass", f"<itemClass {extra}"))
    edited = attrs.evolve(read, kind_code=said)
    written = newsml.dumps(edited)
    assert is_valid(written)
    again = newsml.loads(written)
    assert (again.kind_code, again.kind) == (said, read.kind)


@pytest.mark.parametrize("name", ["provider", "versionCreated", "itemClass"])
def test_what_never_was_there_is_not_added(name: str) -> None:
    root = etree.fromstring(DOCUMENT.encode())
    node = next(root.iter(f"{{{NAR}}}{name}"))
    node.getparent().remove(node)  # type: ignore[union-attr]  # it has one
    document = etree.tostring(root)
    article = json.loads(json.dumps(newsml.loads(document)))
    assert triples(newsml.dumps(article)) == triples(document)
    edited = newsml.dumps(attrs.evolve(article, headline="Bridge open"))
    assert name not in edited


@pytest.mark.parametrize(
    ("creator", "names"),
    [
        ('literal="Ann Ro"/>', ["Ann Roe"]),
        ('qcode="x:1"/>', ["Ann Roe"]),
        ('qcode="x:1"><name>Ann Ro</name></creator>', ["Ann Roe"]),
        (
            (
                'uri="https://example.org/1"><name xml:lang="en">Ann Ro</name>'
                '<name xml:lang="uk">Анна Ро</name></creator>'
            ),
            ["Ann Roe", "Анна Ро"],
        ),
    ],
)
def test_the_name_of_an_author_is_mended_and_his_codes_stay(creator: str, names: list[str]) -> None:
    read = newsml.loads(news_item(content=f"<creator {creator}\n<headline>Bridge</headline>"))
    (author,) = read.authors
    mended = attrs.evolve(read, authors=(attrs.evolve(author, name="Ann Roe"),))
    written = newsml.dumps(mended)
    (element,) = etree.fromstring(written.encode()).iter(f"{{{NAR}}}creator")
    assert [name.text for name in element.iter(f"{{{NAR}}}name")] == names
    assert dict(element.items()).items() <= dict(re.findall(r'(\w+)="(.*?)"', creator)).items()
    assert element.keys()
    assert newsml.loads(written) == mended


@pytest.mark.parametrize("version", ["1.0", "", "0", "0012", "20300101T120000Z"])
def test_a_version_that_is_no_plain_number_gives_way_to_one_that_is_set(version: str) -> None:
    document = DOCUMENT.replace(' version="1"', f' version="{version}"', 1)
    article = newsml.loads(document)
    assert triples(newsml.dumps(article)) == triples(document)
    written = newsml.dumps(attrs.evolve(article, version=5))
    assert is_valid(written)
    assert newsml.loads(written).version == 5


def test_an_attribute_of_an_item_that_has_a_field_is_not_written_twice() -> None:
    names = ("guid", "standard", "{http://www.w3.org/XML/1998/namespace}lang")
    own = [Extension(format="newsml", place=f"newsItem/@{name}", content="x") for name in names]
    article = newsml.loads(DOCUMENT)
    edited = attrs.evolve(article, extensions=(*article.extensions, *own))
    written = newsml.dumps(edited)
    assert is_valid(written)
    assert newsml.loads(written).id == article.id


@pytest.mark.parametrize("name", ["\u00d7x", "{urn:x:q}\u00d7x", "a b"])
def test_an_attribute_that_no_element_can_have_stays_in_the_island(name: str) -> None:
    """Only what others have made of an article can name one."""
    article = newsml.loads(DOCUMENT.replace("<contentMeta>", '<contentMeta><genre qcode="x:y"/>'))
    place = f"contentMeta/genre[='x:y']/@{name}"
    odd = Extension(format="newsml", place=place, content="mill")
    edited = attrs.evolve(article, headline="Mill", extensions=(*article.extensions, odd))
    written = newsml.dumps(edited)
    assert written.count("mill") == 1
    assert odd in newsml.loads(written).extensions


@pytest.mark.parametrize("first", ["<inlineData/>", "<inlineXML>Mill</inlineXML>"])
def test_what_is_carried_for_values_that_nobody_edited_stays(first: str) -> None:
    """Though something else, as an element astray, is told by its place alone."""
    texts = f"{first}<inlineXML>a b</inlineXML><inlineXML>&lt;p>a b c d e f&lt;/p></inlineXML>"
    item = f'<newsItem xmlns="{NAR}"><genre/><contentSet>{texts}</contentSet></newsItem>'
    message = newsml.loads_message(item)
    written = newsml.dumps(message)
    assert "urn:x-newsmodel:data" not in written
    assert newsml.loads_message(written) == message


def test_a_number_of_values_that_are_no_more_goes_when_others_are_edited() -> None:
    subject = '<contentMeta><subject qcode="x:mill" x:a="1"/>'
    article = newsml.loads(DOCUMENT.replace("<contentMeta>", subject))
    count = Extension(format="newsml", place="contentMeta/genre[='x:y']/count()", content="2")
    odd = Extension(format="newsml", place="no place", content="x")  # so that there is an island
    more = Concept(qcode="x:quay")
    edited = attrs.evolve(
        article,
        subjects=(*article.subjects, more),
        extensions=(*article.extensions, count, odd),
    )
    extensions = newsml.loads(newsml.dumps(edited)).extensions
    assert odd in extensions
    assert count not in extensions


def test_a_section_that_came_twice_is_written_as_one_document() -> None:
    twice = DOCUMENT.replace("<contentMeta>", '<contentMeta x:a="1">')
    twice = twice.replace("<contentSet", '<contentMeta x:a="2"/><contentSet')
    message = newsml.loads_message(twice)
    written = newsml.dumps(message)
    assert triples(written) == triples(twice)
    assert newsml.loads_message(written) == message


EMPTY_META = ["<contentMeta/>", "<contentMeta></contentMeta>", '<contentMeta id="c1"/>']


@pytest.mark.parametrize("meta", [*EMPTY_META, "<contentMeta/><contentMeta/>", ""])
@pytest.mark.parametrize("body", [PAGE, ""])
@pytest.mark.parametrize(
    "edit",
    [{"section": "Town"}, {"extensions": (Extension(format="own", place="x", content="y"),)}],
)
def test_what_has_no_element_comes_back_where_a_section_came_empty(
    meta: str, body: str, edit: dict[str, Any]
) -> None:
    document = re.sub("(?s)<contentMeta>.*</contentMeta>", meta, news_item(body=body))
    article = newsml.loads(document)
    extensions = (*article.extensions, *edit.get("extensions", ()))
    edited = attrs.evolve(article, **edit | {"extensions": extensions})
    for same in (edited, json.loads(json.dumps(edited))):
        again = newsml.loads(newsml.dumps(same))
        assert again == edited
        assert newsml.loads(newsml.dumps(again)) == edited


@pytest.mark.parametrize("meta", EMPTY_META)
def test_so_does_what_a_package_says_of_its_groups(meta: str) -> None:
    groups = '<groupSet root="g"><group id="g"><itemRef residref="urn:x:2"/></group></groupSet>'
    document = re.sub("(?s)<contentMeta>.*</contentMeta>", meta, news_item(rest=groups))
    message = newsml.loads_message(document.replace("newsItem", "packageItem"))
    (package,) = message.items
    assert isinstance(package, Package)
    (member,) = package.groups[0].members
    assert isinstance(member, Link)
    link = attrs.evolve(member, content=("The mill",))
    group = attrs.evolve(package.groups[0], members=(link,))
    edited = attrs.evolve(message, items=(attrs.evolve(package, groups=(group,)),))
    assert newsml.loads_message(newsml.dumps(edited)) == edited


@pytest.mark.parametrize("around", ["", ' lang="de" xml:lang="de"'], ids=["item", "page"])
@pytest.mark.parametrize("language", ["en", "fr", "ja", "de-AT", None])
def test_quotations_keep_their_marks_when_the_language_is_put_right(
    around: str, language: str | None
) -> None:
    body = page("<p>Jan Kos said <q>It <q>turns</q> again</q>.</p>")
    body = body.replace("<html", f"<html{around}")
    document = news_item(body=body, language="").replace('xml:lang="en"', 'xml:lang="de"', 1)
    edited = attrs.evolve(newsml.loads(document), language=language)
    for same in (edited, json.loads(json.dumps(edited))):
        written = newsml.dumps(same)
        again = newsml.loads(written)
        assert (again.language, again.body) == (language, edited.body)
        assert "<q>" in written or newsml.losses(same)


@pytest.mark.parametrize("language", ["", '<language tag="en"/>'])
def test_a_language_that_is_taken_out_is_gone(language: str) -> None:
    article = newsml.loads(news_item(language=language))
    assert article.language == "en"
    written = newsml.dumps(attrs.evolve(article, language=None))
    assert is_valid(written)
    assert newsml.loads(written).language is None


@pytest.mark.parametrize("language", ["", "fi FI"])
def test_a_language_that_is_none_stays_as_it_came(language: str) -> None:
    document = news_item(language="").replace('xml:lang="en"', f'xml:lang="{language}"', 1)
    article = newsml.loads(document)
    assert article.language is None
    assert triples(newsml.dumps(article)) == triples(document)


def test_a_status_set_on_an_item_without_its_section_is_written_in_a_valid_one() -> None:
    start, _, rest = DOCUMENT.partition("<itemMeta>")
    document = start + rest.partition("</itemMeta>")[2]
    article = json.loads(json.dumps(newsml.loads(document)))
    assert triples(newsml.dumps(article)) == triples(document)
    edited = attrs.evolve(article, status=Status.CANCELED)
    for _ in range(2):
        written = newsml.dumps(edited)
        assert [p.rule for p in newsml.check(written) if p.severity == "error"] == []
        edited = newsml.loads(written)
        assert (edited.status, edited.provider, edited.kind_code) == (Status.CANCELED, None, None)


_SUBJECTS = """
    <headline>Bridge closed</headline>
    <subject literal="Jon" x:seen="1"><x:own>kept</x:own></subject>
    <subject qcode="a:b" x:seen="2"/>
    <subject literal="Ann"/>
"""
_JON, _AB, _ANN = newsml.loads(news_item(content=_SUBJECTS)).subjects
STAYS = [
    (Concept(literal="John"), _AB, _ANN),
    (Concept(qcode="p:jon"), _AB, _ANN),
    (Concept(qcode="p:jon", literal="Jon"), _AB, Concept(literal="Anna")),
    (_ANN, _AB, Concept(qcode="p:jon", literal="Jon")),
]
STAYS_BEHIND = {
    (_JON, Concept(qcode="a:c"), _ANN): "'a:b'",
    (Concept(literal="John"), _AB, Concept(literal="Anna")): "'Jon'",
}


def test_what_is_carried_for_a_value_stays_with_it_when_its_name_is_edited() -> None:
    article = newsml.loads(news_item(content=_SUBJECTS))
    for subjects in STAYS:
        edited = attrs.evolve(article, subjects=subjects)
        for _ in range(3):
            assert newsml.losses(edited) == ()
            written = newsml.dumps(edited)
            number = next(n for n, each in enumerate(subjects) if each not in (_AB, _ANN))
            changed = etree.fromstring(written.encode()).findall(f".//{{{NAR}}}subject")[number]
            assert changed.get("{urn:example:own}seen") == "1"
            assert changed.findtext("{urn:example:own}own") == "kept"
            edited = json.loads(json.dumps(newsml.loads(written)))
            assert edited.subjects == subjects


def test_or_is_said_to_stay_behind() -> None:
    article = newsml.loads(news_item(content=_SUBJECTS))
    for subjects, name in STAYS_BEHIND.items():
        (loss,) = newsml.losses(attrs.evolve(article, subjects=subjects))
        assert (loss.path, loss.reason.partition(" ")[0]) == ("$.subjects", name)
    for taken_out in ((), (_ANN,), (_AB, _ANN), (_ANN, _AB, _JON)):
        assert newsml.losses(attrs.evolve(article, subjects=taken_out)) == ()
    stored = attrs.evolve(json.loads(json.dumps(article)), subjects=(Concept(literal="John"), _AB))
    assert [loss.path for loss in newsml.losses(stored)] == ["$.subjects"]
    assert [loss.path for loss in newsml.dump_all([article, stored], BytesIO())] == [
        "$[1].subjects"
    ]


def test_markup_of_terms_that_are_edited_is_said_to_be_lost() -> None:
    terms = "<rightsInfo><usageTerms>See <x:b>there</x:b></usageTerms></rightsInfo>"
    article = newsml.loads(news_item(first=terms))
    for same in (article, json.loads(json.dumps(article))):
        assert newsml.losses(same) == ()
        assert newsml.losses(attrs.evolve(same, rights=None)) == ()
        edited = attrs.evolve(same, rights=Rights(usage_terms=(Text(value="None"),)))
        assert [loss.path for loss in newsml.losses(edited)] == ["$.rights"]


def test_a_group_that_nobody_edited_stays_as_it_came() -> None:
    groups = (
        '<groupSet root="a"><group id="a" role="x:a"><groupRef idref="b"/><edNote>Desk</edNote>'
        '</group><group id="b" role="x:b"><itemRef residref="urn:1"/><itemRef residref="urn:2"/>'
        "<edNote>Later</edNote></group></groupSet>"
    )
    document = news_item().replace("newsItem", "packageItem")
    message = newsml.loads_message(document.replace("</packageItem>", f"{groups}</packageItem>"))
    for same in (message, json.loads_message(json.dumps(message))):
        (package,) = same.packages
        assert newsml.losses(same) == ()
        first, second = package.groups
        fewer = attrs.evolve(second, members=second.members[:1])
        edited = attrs.evolve(same, items=(attrs.evolve(package, groups=(first, fewer)),))
        written = newsml.dumps(edited)
        assert "Desk" in written
        assert "urn:2" not in written
        assert newsml.loads_message(written).packages[0].groups == (first, fewer)
        assert [loss.path for loss in newsml.losses(edited)] == ["$.items[0].groups"]
        added = attrs.evolve(package, groups=(*package.groups, attrs.evolve(fewer, id="c")))
        edited = attrs.evolve(same, items=(added,))
        assert "Later" in newsml.dumps(edited)
        assert newsml.losses(edited) == ()


PLUS = "http://ns.useplus.org/ldf/vocab/"
MINING = [
    '<dataMining qcode="plus:DMI-ALLOWED"/>',
    f'<dataMining uri="{PLUS}DMI-ALLOWED" qcode="own:yes"/>',
    f'<dataMining uri="{PLUS}DMI-ALLOWED" literal="yes"/>',
    '<dataMining qcode="own:none"/>',
    '<dataMining literal="no"/>',
    f'<dataMining literal="no"/><dataMining uri="{PLUS}DMI-ALLOWED"/>',
]


@pytest.mark.parametrize("mining", MINING)
def test_data_mining_that_is_set_is_said_alone(mining: str) -> None:
    document = news_item(first=f"<rightsInfo>{mining}</rightsInfo>")
    read = newsml.loads(document)
    rights = read.rights or Rights()
    for each in (read, json.loads(json.dumps(read))):
        assert triples(newsml.dumps(each)) == triples(document)
        assert newsml.losses(each) == ()
        other = attrs.evolve(rights, data_mining=f"{PLUS}DMI-PROHIBITED")
        edited = attrs.evolve(each, rights=other)
        written = newsml.dumps(edited)
        said = re.findall("<dataMining.*?/>", written)
        assert said == [f'<dataMining uri="{PLUS}DMI-PROHIBITED"/>']
        assert is_valid(written)
        assert newsml.loads(written).rights == other
        assert [loss.path for loss in newsml.losses(edited)] == ["$.rights"]


SIGNATURE = (
    '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod'
    ' Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><SignatureMethod'
    ' Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI="">'
    '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>AA==</DigestValue>'
    "</Reference></SignedInfo><SignatureValue>AA==</SignatureValue></Signature>"
)
SIGNED = news_item(
    '<pubStatus qcode="stat:usable"/>',
    "<headline>Bridge closed</headline>\n<keyword>bridge</keyword>\n<keyword>river</keyword>",
    PAGE,
    first=SIGNATURE + f'<catalogRef href="{CATALOG}"/>',
)
PACKED = (
    SIGNED.partition("<contentSet>")[0].replace("newsItem", "packageItem")
    + '<groupSet root="a"><group id="a" role="x:a"><itemRef residref="urn:1"/></group></groupSet>'
    + "</packageItem>"
)


@pytest.mark.parametrize("document", [SIGNED, PACKED], ids=["item", "package"])
def test_a_signature_stays_where_it_was_until_something_else_is_said(document: str) -> None:
    message = newsml.loads_message(document)
    for same in (message, json.loads_message(json.dumps(message))):
        written = newsml.dumps(same)
        assert triples(written) == triples(document)
        assert is_valid(written)
        assert newsml.losses(same) == ()
        (item,) = same.items
        article = item.item if isinstance(item, Package) else item
        assert isinstance(article, Article)
        for changes in (
            {"headline": "Bridge open"},
            {"keywords": article.keywords[::-1]},
            {"status": Status.CANCELED},
        ):
            edited: Any = attrs.evolve(article, **changes)
            edited = attrs.evolve(item, item=edited) if isinstance(item, Package) else edited
            other = attrs.evolve(same, items=(edited,))
            written = newsml.dumps(other)
            assert "Signature" not in written
            assert is_valid(written)
            (lost,) = newsml.losses(other)
            assert "signature" in lost.reason
            assert newsml.losses(newsml.loads_message(written)) == ()


def test_a_signature_goes_with_a_group_that_is_edited() -> None:
    message = newsml.loads_message(PACKED)
    (package,) = message.packages
    fewer = attrs.evolve(message, items=(attrs.evolve(package, root=None, groups=()),))
    assert "Signature" not in newsml.dumps(fewer)
    assert "signature" in "".join(loss.reason for loss in newsml.losses(fewer))


TAGGED = '<headline xml:lang="en">Bridge closed</headline><slugline xml:lang="en">BRIDGE</slugline>'


@pytest.mark.parametrize("named", ['<language tag="en"/>', ""], ids=["named", "not named"])
@pytest.mark.parametrize("body", [BODY, None], ids=["new text", "old text"])
def test_an_item_that_is_translated_in_place_names_no_other_language(
    named: str, body: tuple[Paragraph, ...] | None
) -> None:
    document = news_item("", TAGGED, PAGE, language=named)
    read = newsml.loads(document)
    for each in (read, json.loads(json.dumps(read))):
        edited = attrs.evolve(each, language="uk", headline="Міст", body=body or each.body)
        written = newsml.dumps(edited)
        tags = re.findall(r'(?:xml:lang|lang|tag)="(\w+)"', written)
        assert {*tags} == {"uk"}
        assert len(tags) == len(re.findall(r'(?:xml:lang|lang|tag)="(\w+)"', document))
        assert is_valid(written)
        back = newsml.loads(written)
        assert (back.language, back.headline, back.body) == ("uk", "Міст", edited.body)


def test_an_item_in_another_language_than_its_content_stays_so_until_that_is_edited() -> None:
    document = news_item(body=PAGE, language='<language tag="uk"/>')
    read = newsml.loads(document)
    for each in (read, json.loads(json.dumps(read))):
        assert triples(newsml.dumps(each)) == triples(document)
        assert triples(newsml.dumps(attrs.evolve(each, language="uk-UA"))) != triples(document)
        for language in ("pl", "en"):
            written = newsml.dumps(attrs.evolve(each, language=language))
            assert root_language(written) == "en"
            again = newsml.loads(written)
            assert again.language == language
            assert newsml.dumps(again) == written


@pytest.mark.parametrize(
    ("item", "language", "now", "then"),
    [
        ("zh-Hans", "zh-Hans", "zh-Hant", "zh-Hant"),
        ("zh-CN", "zh-Hans", "zh-Hant", "zh-Hant"),
        ("zh", "zh-Hans", "zh-Hant", "zh-Hant"),
        ("sr-Latn", "sr-Latn", "sr-Cyrl", "sr-Cyrl"),
        ("sr", "sr-Latn", "sr-Cyrl", "sr"),
        ("en-US", "en-US", "en-GB", "en-GB"),
        ("en-us", "en-US", "en-GB", "en-GB"),
        ("en-US", "en-US", "en", "en"),
        ("en", "en-US", "en-GB", "en"),
        ("en", "en-US", "nl", "nl"),
        ("en", "en", "en-GB", "en-GB"),
        ("en-GB", "en-US", "en-AU", "en-GB"),
        ("no", "nb", "nn", "no"),
        ("nb", "nb", "nn", "nn"),
    ],
)
def test_what_named_the_old_variety_rather_than_the_new_names_that(
    item: str, language: str, now: str, then: str
) -> None:
    document = news_item(
        "", TAGGED.replace('"en"', f'"{item}"'), PAGE, language=f'<language tag="{language}"/>'
    )
    document = re.sub('lang="en"', f'lang="{item}"', document)
    read = newsml.loads(document)
    for each in (read, json.loads(json.dumps(read))):
        assert triples(newsml.dumps(each)) == triples(document)
        written = newsml.dumps(attrs.evolve(each, language=now, body=BODY))
        assert {*re.findall(r'lang="([\w-]+)"', written)} == {then}
        again = newsml.loads(written)
        assert (again.language, again.headline) == (now, read.headline)
        assert triples(newsml.dumps(again)) == triples(written)


def test_a_language_that_the_text_alone_named_is_named_anew_there() -> None:
    text = PAGE.replace('"en"', '"sv"')
    document = news_item("", "", text, language="", attributes=f'guid="{GUID}" version="1"')
    read = newsml.loads(document)
    assert read.language == "sv"
    for each in (read, json.loads(json.dumps(read))):
        assert triples(newsml.dumps(each)) == triples(document)
        written = newsml.dumps(attrs.evolve(each, language="nb"))
        assert 'lang="nb"' in written
        assert '"sv"' not in written
        assert newsml.loads(written).language == "nb"


def root_language(document: str) -> str | None:
    return etree.fromstring(document.encode()).get("{http://www.w3.org/XML/1998/namespace}lang")


def test_an_empty_section_with_a_prefix_is_filled_as_one_without() -> None:
    document = news_item(body="").replace("<", "<n:").replace("<n:/", "</n:").replace("<n:?", "<?")
    document = document.replace("xmlns=", "xmlns:n=")
    start, end = (document.index(f"<{sign}n:contentMeta>") for sign in ("", "/"))
    bare = document[:start] + "<n:contentMeta/>" + document[end + len("</n:contentMeta>") :]
    article = newsml.loads(bare)
    for edited in (attrs.evolve(article, headline="New"), attrs.evolve(article, section="Town")):
        written = newsml.dumps(edited)
        assert written.count("<contentMeta>") == 1
        assert written.count("contentMeta/>") == 0
        again = newsml.loads(written)
        assert (again.headline, again.section) == (edited.headline, edited.section)


def test_an_item_with_two_classes_astray_is_of_no_kind_but_a_text_whenever_it_is_saved() -> None:
    document = news_item().replace('<itemClass qcode="ninat:text"/>', "", 1)
    both = '<itemClass qcode="ninat:picture"/><itemClass qcode="ninat:video"/><contentMeta>'
    article = newsml.loads(document.replace("<contentMeta>", both, 1))
    for _ in range(3):
        assert article.kind is Kind.TEXT
        article = newsml.loads(newsml.dumps(article))


def test_quotations_keep_their_marks_where_an_item_without_a_language_is_given_one() -> None:
    document = news_item(body=page("<p>He said <q>so</q>.</p>"), language="")
    document = re.sub(r"<language [^>]*>", "", document)
    edited = attrs.evolve(newsml.loads(document), language="fr")
    again = newsml.loads(newsml.dumps(edited))
    assert (again.text, [loss.path for loss in newsml.losses(edited)]) == (edited.text, ["$.body"])
