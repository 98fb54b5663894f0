"""The shape documents are written in: an item by itself or a message, and the version they name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Literal

import pytest
from attrs import evolve
from lxml import etree

from newsmodel import (
    Article,
    Concept,
    Contributor,
    Image,
    ImageCaption,
    Paragraph,
    Rendition,
    Translation,
)
from newsmodel.errors import OptionError
from newsmodel.formats import json, newsml
from newsmodel.model import Message, OtherItem, Package
from newsmodel.model.gathering.sources import TRANSLATED
from tests.formats.newsml.documents import NAR, news_item, news_message, triples

SENT = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
NEW = Article(
    id="urn:newsml:example.org:20300101:1",
    headline="Bridge closed",
    body=(Paragraph(content=("Cracks.",)),),
)


def root_of(markup: str) -> etree._Element:
    return etree.fromstring(markup.encode())


def sent_of(markup: str) -> datetime | None:
    header = newsml.loads_message(markup).header
    return header.sent if header else None


def items_of(markup: str) -> list[etree._Element]:
    root = root_of(markup)
    return list(root.iter(*(f"{{{NAR}}}{name}" for name in ("newsItem", "packageItem"))))


def test_a_new_article_is_a_message_of_the_newest_version() -> None:
    markup = newsml.dumps(NEW)
    assert root_of(markup).tag == f"{{{NAR}}}newsMessage"
    (item,) = items_of(markup)
    assert item.get("standardversion") == "2.35"
    assert item.get("conformance") == "power"


@pytest.mark.parametrize("shape", ["item", "message"])
def test_an_article_with_only_an_id_comes_back(shape: Literal["item", "message"]) -> None:
    article = Article(id="urn:newsml:example.org:20300101:2")
    assert newsml.loads(newsml.dumps(article, shape=shape)) == article


def test_an_article_that_came_alone_goes_alone() -> None:
    document = news_item(content="<headline>Bridge closed</headline>")
    article = evolve(newsml.loads(document), headline="Bridge open")
    written = newsml.dumps(article)
    assert root_of(written).tag == f"{{{NAR}}}newsItem"
    assert newsml.loads(written) == article


def test_an_article_that_came_in_a_message_goes_in_one() -> None:
    document = news_message(
        news_item(), header="<header><sent>2030-01-01T00:00:00Z</sent></header>"
    )
    article = newsml.loads(document)
    assert root_of(newsml.dumps(article)).tag == f"{{{NAR}}}newsMessage"
    assert newsml.loads(newsml.dumps(article)) == article


def test_a_message_keeps_its_shape_unless_another_is_asked_for() -> None:
    alone = newsml.loads_message(news_item())
    assert root_of(newsml.dumps(alone)).tag == f"{{{NAR}}}newsItem"
    wrapped = newsml.dumps(alone, shape="message")
    assert root_of(wrapped).tag == f"{{{NAR}}}newsMessage"
    assert newsml.loads_message(wrapped).items == alone.items
    assert newsml.dumps(newsml.loads_message(wrapped), shape="item") == newsml.dumps(alone)


def test_the_version_is_named_as_asked() -> None:
    older = re.sub(r'standardversion="[0-9.]+"', 'standardversion="2.9"', news_item())
    read = newsml.loads_message(older)
    assert items_of(newsml.dumps(read))[0].get("standardversion") == "2.9"
    for each in (read, NEW, Message(items=(Package(item=NEW),))):
        (item,) = items_of(newsml.dumps(each, standard_version="2.34"))
        assert item.get("standardversion") == "2.34"


OTHERS = ("catalogItem", "conceptItem", "knowledgeItem", "newsItem", "packageItem", "planningItem")


@pytest.mark.parametrize("named", [' standardversion="2.9"', " standardversion='2.9'", ""])
@pytest.mark.parametrize("kind", OTHERS)
def test_the_version_is_named_as_asked_by_items_of_every_kind(kind: str, named: str) -> None:
    inside = "<itemMeta><title>standardversion='2.9'</title></itemMeta>"
    item = f'<{kind} xmlns="{NAR}" guid="urn:x:1"{named} standard="NewsML-G2">{inside}</{kind}>'
    for document in (item, news_message(item, news_item())):
        message = newsml.loads_message(document)
        written = newsml.dumps(message, standard_version="2.34")
        root = root_of(written)
        found = root.findall(f"{{{NAR}}}itemSet/*") or [root]
        assert {each.get("standardversion") for each in found} == {"2.34"}
        assert "standardversion='2.9'</title>" in written


def test_the_time_of_sending_is_in_the_header() -> None:
    assert sent_of(newsml.dumps(NEW, sent=SENT)) == SENT
    alone = newsml.loads_message(news_item())
    assert sent_of(newsml.dumps(alone, sent=SENT)) == SENT


def test_the_time_of_sending_changes_nothing_else_of_a_header() -> None:
    header = "<header><sent>2030-01-01T10:00:00Z</sent><sender>hub</sender></header>"
    message = newsml.loads_message(news_message(news_item(), header=header))
    again = newsml.loads_message(newsml.dumps(message, sent=SENT)).header
    assert again is not None
    assert (again.sent, again.sender) == (SENT, "hub")


def test_what_takes_several_items_is_no_item_by_itself() -> None:
    article = evolve(NEW, translations=(Translation(language="uk", headline="Міст"),))
    with pytest.raises(OptionError, match="message"):
        newsml.dumps(article, shape="item")


@pytest.mark.parametrize(
    "options",
    [{"shape": "page"}, {"standard_version": "latest"}, {"shape": "item", "sent": SENT}],
    ids="shape version sent".split(),
)
def test_what_makes_no_sense_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(OptionError, match=r"\w"):
        newsml.dumps(NEW, **options)  # type: ignore[arg-type]  # wrong on purpose


def test_translations_and_pictures_are_tied_by_a_package_at_the_end() -> None:
    image = Image(
        id="urn:newsml:example.org:20300101:1-picture",
        captions=(
            ImageCaption(language="en", text="The bridge", alt_text="A bridge over a river"),
            ImageCaption(language="uk", text="Міст", alt_text="Міст через річку"),
        ),
        renditions=(Rendition(href="https://example.org/bridge.jpg"),),
    )
    article = evolve(
        NEW,
        language="en",
        translations=(Translation(language="uk", headline="Міст закрито"),),
        images=(image,),
    )
    written = newsml.dumps(article)
    names = [etree.QName(item).localname for item in items_of(written)]
    assert names == ["newsItem", "newsItem", "newsItem", "packageItem"]
    assert 'rel="irel:derivedFrom"' in written
    assert f'rel="{TRANSLATED}"' in written
    assert 'mode="pgrmod:alt"' in written
    assert newsml.loads(written) == article


def test_an_item_that_cannot_be_written_leaves_an_empty_message() -> None:
    message = Message(items=(OtherItem(kind="conceptItem", content=""),), alone=True)
    assert newsml.losses(message)
    assert newsml.loads_message(newsml.dumps(message)).items == ()


PICTURED = news_item(
    body='<remoteContent href="https://example.org/a.jpg" contenttype="image/jpeg"/>'
).replace("ninat:text", "ninat:picture")
TRANSLATORS = (Contributor(name="Ann Lee"),)
SEEN = ImageCaption(language="en", text="A bridge.", alt_text="A bridge with two arches.")
ADDED: dict[str, tuple[str, Callable[[Article], Article]]] = {
    "a translation": (
        news_item(),
        lambda a: evolve(a, translations=(Translation(language="uk", headline="Міст закрито"),)),
    ),
    "its translator": (
        news_item(),
        lambda a: evolve(
            a, translations=(Translation(language="uk", headline="Міст", translators=TRANSLATORS),)
        ),
    ),
    "a translator": (news_item(), lambda a: evolve(a, translators=TRANSLATORS)),
    "words for who cannot see": (
        PICTURED,
        lambda a: evolve(a, images=(evolve(a.images[0], captions=(SEEN,)),)),
    ),
    "nobody as provider": (news_item(), lambda a: evolve(a, provider=None)),
}


@pytest.mark.parametrize("also", ["", "<w:e xmlns:w='urn:w'/>"], ids=["", "with more"])
@pytest.mark.parametrize(("document", "added"), ADDED.values(), ids=ADDED)
def test_what_is_added_to_an_article_of_a_feed_declares_every_code_it_uses(
    document: str, added: Callable[[Article], Article], also: str
) -> None:
    more = added(newsml.loads(document.replace("</itemMeta>", f"{also}</itemMeta>")))
    written = newsml.dumps(more)
    assert '="nm:' in written
    assert not [each for each in newsml.check(written) if each.rule.startswith("codes.")]
    read = newsml.loads(written)
    assert read == evolve(more, message_header=read.message_header)
    assert newsml.dumps(read) == written


def test_a_translation_for_a_feed_with_an_alias_like_ours_does_not_speak_in_its_name() -> None:
    own = '<catalog><scheme alias="nm" uri="https://example.org/codes/"/></catalog>'
    article = newsml.loads(news_item(first=own))
    more = evolve(article, translations=(Translation(language="uk", headline="Міст закрито"),))
    written = newsml.dumps(more)
    assert "nm:translatedFrom" not in written
    assert '<link reluri="urn:x-newsmodel:code:translatedFrom"' in written
    found = [each for each in newsml.check(written) if each.rule == "codes.alias-conflict"]
    assert not [each for each in found if "/newsItem" in str(each.path)]
    read = newsml.loads(written)
    assert read == evolve(more, message_header=read.message_header)


FOREIGN = '<catalog><scheme alias="nm" uri="https://example.org/codes/"/></catalog>'


@pytest.mark.parametrize(("document", "added"), ADDED.values(), ids=ADDED)
def test_where_our_alias_is_taken_what_is_added_is_said_by_another(
    document: str, added: Callable[[Article], Article]
) -> None:
    other = FOREIGN.replace("nm", "newsmodel")
    for taken in (FOREIGN, FOREIGN + other):
        more = added(newsml.loads(document.replace("<itemMeta>", f"{taken}<itemMeta>", 1)))
        written = newsml.dumps(more)
        assert '="nm:' not in written
        assert not [each for each in newsml.check(written) if each.rule.startswith("codes.")]
        read = newsml.loads(written)
        assert read == evolve(more, message_header=read.message_header)
        assert newsml.dumps(read) == written


def test_codes_of_a_feed_that_look_like_ours_stay_its_own() -> None:
    theirs = """
        <contributor role="nm:translator" literal="x"/>
        <subject qcode="nm:unknown" pubconstraint="nm:nonpublic"/>
    """
    document = news_item(first=FOREIGN, content=theirs).replace(
        'provider literal="Example"', 'provider qcode="nm:unknown"'
    )
    message = newsml.loads_message(document)
    article = newsml.loads(document)
    assert article.provider == Concept(qcode="nm:unknown")
    assert triples(newsml.dumps(json.loads_message(json.dumps(message)))) == triples(document)
    picture = Image(captions=(ImageCaption(text="A", alt_text="B"),))
    more = evolve(article, images=(picture,), byline="Ann")
    written = newsml.dumps(more)
    assert written.count('<provider qcode="nm:unknown"/>') == 3
    assert 'role="nm:translator"' in written
    assert 'role="newsmodel:altText"' in written
    assert written.count('alias="nm"') == 3
    read = newsml.loads(written)
    assert read == evolve(more, message_header=read.message_header)


@pytest.mark.parametrize("version", [2.35, "two", "", "2.35\n"])
def test_what_is_no_version_of_the_standard_is_refused(version: Any) -> None:
    with pytest.raises(OptionError, match="is no version of the standard"):
        newsml.dumps(Article(id="a"), standard_version=version)
