"""Several articles in one newsMessage: each comes back as it was, or it is said."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Literal

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from newsmodel import LossError
from newsmodel.formats import json, newsml
from newsmodel.model import (
    Article,
    Embargo,
    Figure,
    Group,
    GroupRef,
    Header,
    Image,
    ImageCaption,
    Kind,
    Link,
    Message,
    OtherItem,
    Package,
    Paragraph,
    Part,
    Rendition,
    Rights,
    Status,
    Translation,
)
from newsmodel.testing import strategies
from tests.formats.newsml.documents import NAR, news_item, news_message, page, triples

PHOTO = Image(id="urn:photo:1", captions=(ImageCaption(text="The bridge at noon."),))
OTHER = Image(id="urn:photo:1", captions=(ImageCaption(text="The ferry at dawn."),))
PICTURE = Article(id="urn:photo:1", kind=Kind.PICTURE, images=(Image(credit="Ann Lee"),))
GERMAN = Translation(language="de", headline="Brücke", body=[Paragraph(content="Sie ist zu.")])
FILE = "https://example.org/bridge.jpg"
HEADER = Header(sent=datetime(2030, 1, 1, tzinfo=UTC))


def story(number: int, **more: Any) -> Article:
    return Article(
        id=f"urn:story:{number}",
        language="en",
        headline=f"Story {number}",
        body=(Paragraph(content="It rained."),),
        **more,
    )


def together(*articles: Article) -> tuple[bytes, tuple[str, ...]]:
    """Their message, and the places of what it does not carry."""
    file = BytesIO()
    lost = newsml.dump_all(articles, file)
    return file.getvalue(), tuple(loss.path for loss in lost)


def back(data: bytes) -> list[Article]:
    return list(newsml.iterload(BytesIO(data)))


def faults(data: bytes) -> list[str]:
    """What the schema of the standard says against a message."""
    return [str(each) for each in newsml.check(data) if each.rule.startswith("schema.")]


CAN_MEET = {
    "translations": (story(1, translations=[GERMAN]), story(2, translations=[GERMAN])),
    "one photo": (story(1, images=[PHOTO]), story(2, images=[PHOTO])),
    "one photo, captions": (story(1, images=[PHOTO]), story(2, images=[OTHER])),
    "one photo, dates": (
        story(1, images=[PHOTO]),
        story(2, images=[PHOTO], version_created=HEADER.sent),
    ),
    "two versions": (
        story(1, version=1, translations=[GERMAN]),
        story(1, version=2, translations=[GERMAN]),
    ),
    "the same twice": (story(1, translations=[GERMAN]), story(1, translations=[GERMAN])),
    "shown, and not there": (
        story(1, images=[PHOTO]),
        Article(id="urn:story:2", body=(Figure(image_id="urn:photo:1"),)),
    ),
    "made of a translation": (
        story(1, translations=[Translation(id="urn:story:1:de", language="de", headline="Brücke")]),
        Article(id="urn:story:3", language="fr", headline="Pont", source_id="urn:story:1:de"),
    ),
    "a photo that is a story": (
        story(1, images=[PHOTO]),
        PICTURE,
    ),
}


UNSEEN = ("one photo, captions", "two versions", "the same twice", "a photo that is a story")
"""Where others do not see all of what meets."""


@pytest.mark.parametrize("name", CAN_MEET)
def test_what_goes_in_comes_out(name: str) -> None:
    articles = CAN_MEET[name]
    for order in (articles, articles[::-1], (story(8, images=[PHOTO]), *articles, story(9))):
        data, lost = together(*order)
        assert back(data) == list(order)
        assert list(newsml.loads_message(data).gather()) == list(order)
        assert (lost != ()) == (name in UNSEEN)
        assert faults(data) == []


def test_a_photo_of_which_two_say_something_else_is_an_item_as_the_first_says_it() -> None:
    other = Image(id="urn:photo:2", captions=(ImageCaption(text="The pier."),))
    articles = [story(1, images=[PHOTO]), story(2, images=[OTHER, other])]
    data, lost = together(*articles)
    assert lost == ("$[1].images[0]",)
    items = newsml.loads_message(data).articles
    assert [i.id for i in items if i.kind is Kind.PICTURE] == ["urn:photo:1", "urn:photo:2"]
    assert items[1].images[0].captions == PHOTO.captions
    assert [link.residref for link in items[2].links] == ["urn:photo:1", "urn:photo:2"]
    assert back(data) == articles


ORDERS: dict[str, tuple[dict[str, Any], str, bool]] = {
    "killed": ({"status": Status.CANCELED}, '<pubStatus qcode="stat:canceled"/>', False),
    "embargoed": ({"embargo": Embargo(until=HEADER.sent)}, "<embargoed>2030", False),
    "restricted": ({"rights": Rights(usage_terms=["Not in print"])}, ">Not in print<", True),
    "a file for nobody": ({"renditions": [Rendition(href=FILE, public=False)]}, "", False),
}
"""Orders for a photo, what its item says of them, and whether texts may show it."""


@pytest.mark.parametrize(("orders", "said", "shown"), ORDERS.values(), ids=ORDERS)
def test_a_photo_that_two_show_is_for_others_as_strict_as_both(
    orders: dict[str, Any], said: str, *, shown: bool
) -> None:
    plain = attrs.evolve(PHOTO, renditions=(Rendition(href=FILE),))
    kept, other = (
        attrs.evolve(plain, **orders),
        attrs.evolve(plain, rights=Rights(notices=("Kos",))),
    )
    text = (Paragraph(content="It rained."), Figure(image_id=PHOTO.id or ""))
    stories = [
        attrs.evolve(story(number, images=[each]), body=text)
        for number, each in enumerate((plain, kept, other))
    ]
    for order in (stories, stories[::-1], [stories[1], stories[0], stories[2]]):
        data, lost = together(*order)
        assert back(data) == order
        assert lost == ("$[1].images[0]", "$[2].images[0]")
        assert faults(data) == []
        items = [e.decode() for e in re.findall(rb"<newsItem.*?</newsItem>", data, re.DOTALL)]
        (item,) = [each for each in items if 'guid="urn:photo:1"' in each]
        assert said in item.partition("<data")[0]
        assert data.count(b"<img") == 3 * shown
        assert ("<remoteContent" in item) == (orders.keys() != {"renditions"})


def test_instructions_for_a_photo_that_two_show_are_those_of_both() -> None:
    said = ("No cropping", "Not for the web\nNo crop", None, "No cropping")
    stories = [story(n, images=[attrs.evolve(PHOTO, instructions=s)]) for n, s in enumerate(said)]
    for order in (stories, stories[::-1]):
        data, _ = together(*order)
        assert back(data) == order
        (note,) = re.findall(rb"<edNote>(.*?)</edNote>", data, re.DOTALL)
        lines = re.sub(rb"<br ?/>|\n", b"|", note).decode().split("|")
        assert sorted(filter(None, lines)) == ["No crop", "No cropping", "Not for the web"]


def test_a_text_is_edited_in_a_message_with_photos_kept_back_that_share_a_file() -> None:
    files = '<remoteContent href="https://example.org/pier.jpg" contenttype="image/jpeg"/>'
    photo = news_item('<pubStatus qcode="stat:withheld"/>', body=files, attributes='guid="urn:p"')
    shown = page('<p>It rained.</p><figure><img src="https://example.org/pier.jpg"/></figure>')
    story = news_item(body=shown, attributes='guid="urn:s"')
    items = (story, photo.replace("ninat:text", "ninat:picture"))
    message = newsml.loads_message(news_message(*items))
    first, *others = message.articles
    first = attrs.evolve(first, body=(Paragraph(content="It snowed."), *first.body[1:]))
    written = newsml.dumps(attrs.evolve(message, items=(first, *others)))
    assert ("It snowed." in written, "It rained." in written, "<img" in written) == (
        True,
        False,
        False,
    )


def test_a_text_of_a_feed_no_more_shows_a_photo_that_another_article_kills() -> None:
    figure = '<figure><img src="small.jpg" data-guid="urn:photo:1"/></figure>'
    picture = news_item(
        body='<remoteContent href="https://example.org/large.jpg" contenttype="image/jpeg"/>',
        attributes='guid="urn:photo:1"',
        language="",
    ).replace("ninat:text", "ninat:picture")
    first, second = (
        newsml.loads(
            news_message(
                news_item(body=page(f"<p>It rained.</p>{figure}"), attributes=f'guid="urn:{n}"'),
                picture,
            )
        )
        for n in (1, 2)
    )
    images = [
        attrs.evolve(i, status=Status.CANCELED) if i.id == PHOTO.id else i for i in second.images
    ]
    killed = attrs.evolve(second, images=tuple(images))
    for order in ((first, killed), (killed, first)):
        data, lost = together(*order)
        assert b"small.jpg" in together(first, second)[0]
        assert b"<img" not in data
        assert any(".images" in path for path in lost)


def test_an_article_is_not_read_as_what_another_names_as_its_translation_in_silence() -> None:
    named = Translation(id="urn:story:2", language="de")
    articles = [story(1, translations=[named]), attrs.evolve(story(2), language="de")]
    for order in (articles, articles[::-1]):
        assert together(*order)[1] == ("$[1]",)


def test_a_photo_of_which_both_say_the_same_is_one_item() -> None:
    data, _ = together(*CAN_MEET["one photo"])
    items = [item.id for item in newsml.loads_message(data).articles]
    assert items == ["urn:story:1", "urn:photo:1", "urn:story:2"]


def test_headers_of_several_are_lost_and_it_is_said() -> None:
    first, second = (story(number, message_header=HEADER) for number in (1, 2))
    data, lost = together(first, second)
    assert lost == ("$[1].message_header", "$[1].message_header")
    assert [article.message_header for article in back(data)] == [None, None]
    assert together(first)[1] == ()
    assert back(together(first)[0]) == [first]
    with pytest.raises(LossError, match=r"\$\[1\]\.message_header: .*'urn:story:1', written"):
        newsml.dump_all([first, story(2)], BytesIO(), on_loss="raise")


@pytest.mark.parametrize(
    "articles",
    [
        (story(1), Article(id="b", language="de", headline="Brücke", source_id="urn:story:1")),
        (
            Article(id="b", body=(Figure(image_id="urn:photo:1"),)),
            PICTURE,
        ),
    ],
    ids=["a translation of the other", "a picture the other shows"],
)
def test_two_that_would_be_read_as_one_are_said(articles: tuple[Article, ...]) -> None:
    for order in (articles, articles[::-1]):
        data, lost = together(*order)
        assert len(back(data)) == 1
        assert lost == ("$[1]",)
    file = BytesIO()
    with pytest.raises(LossError, match="read as one article"):
        newsml.dump_all(articles, file, on_loss="raise")
    assert file.getvalue() == b""


WITH_IDS = {
    "files": {"body": '<remoteContent id="a" href="https://example.org/a.pdf"/>'},
    "parts": {"rest": '<partMeta partid="a" contentrefs="b"/><partMeta partid="b"/>'},
    "properties": {"content": '<subject id="a" qcode="medtop:1"/><genre id="a-2" literal="b"/>'},
    "a body": {"body": page('<p xml:id="a">It rained.</p><p><a href="#a">There</a></p>')},
    "what is carried": {"meta": '<x:e xml:id="a"/>'},
    "the groups of a package": {"content": '<keyword id="root">rain</keyword>'},
}


@pytest.mark.parametrize("parts", WITH_IDS.values(), ids=WITH_IDS)
def test_ids_within_items_that_meet_stand_once_and_come_back(parts: dict[str, str]) -> None:
    first, second, third = (
        newsml.loads(news_item(attributes=f'guid="{name}" xml:lang="en"', **parts))
        for name in ("a", "b", "c")
    )
    whole = attrs.evolve(first, translations=(attrs.evolve(GERMAN, item=second),))
    articles = [whole, second, attrs.evolve(third, translations=(GERMAN,))]
    data, lost = together(*articles)
    assert back(data) == articles
    assert lost == ("$[0].translations[0]",)  # it is one item with everything in it
    assert faults(data) == []
    message = Message(items=(first, second, third))
    unseen = ["$.items[0].translations[0]"]
    for each, told in ((message, []), (newsml.loads_message(data), unseen)):
        assert newsml.loads_message(newsml.dumps(each)).items == each.items
        assert faults(newsml.dumps(each).encode()) == []
        assert [loss.path for loss in newsml.losses(each)] == told
    assert newsml.loads(newsml.dumps(whole)) == whole
    assert faults(newsml.dumps(whole).encode()) == []


def test_what_refers_to_an_id_follows_it() -> None:
    stories = [
        story(n, parts=[Part(id="shot", content="film"), Part(content="shot")]) for n in (1, 2)
    ]
    data, _ = together(*stories)
    assert re.findall(rb'(?:partid|contentrefs)="[^"]*"', data) == [
        b'partid="shot"', b'contentrefs="film"', b'contentrefs="shot"',
        b'partid="shot-2"', b'contentrefs="film"', b'contentrefs="shot-2"',
    ]  # fmt: skip


@pytest.mark.parametrize("shape", ["item", "message"])
def test_parts_of_one_id_come_back(shape: Literal["item", "message"]) -> None:
    article = story(1, parts=[Part(id="a"), Part(id="a"), Part(id="a-2")])
    document = newsml.dumps(article, shape=shape)
    assert newsml.loads(document).parts == article.parts
    assert faults(document.encode()) == []


def test_two_packages_with_the_same_groups_come_back() -> None:
    groups = (
        Group(id="root", role="nm:a", members=(GroupRef(idref="g"),)),
        Group(id="g", role="nm:b", members=(Link(residref="urn:story:1"),)),
    )
    about = [Article(id=f"urn:package:{number}", kind=Kind.COMPOSITE) for number in (1, 2)]
    message = Message(items=tuple(Package(item=i, root="root", groups=groups) for i in about))
    document = newsml.dumps(message)
    assert newsml.loads_message(document) == message
    assert faults(document.encode()) == []


def test_ids_that_stand_twice_in_items_of_other_kinds_are_said() -> None:
    item = OtherItem(kind="conceptItem", content=f'<conceptItem xmlns="{NAR}" id="a"/>')
    lost = newsml.losses(Message(items=(item, item)))
    assert [each.path for each in lost] == ["$.items"]


@settings(max_examples=30)
@given(st.lists(strategies.articles(), min_size=2, max_size=3), st.data())
def test_whatever_is_not_said_comes_back(articles: list[Article], data: st.DataObject) -> None:
    names = st.sampled_from(["a", "b", "p"])
    meeting = [attrs.evolve(article, id=data.draw(names)) for article in articles]
    file = BytesIO()
    lost = newsml.dump_all(meeting, file)
    document = file.getvalue()
    alone = {f"$[{n}]{loss.path[1:]}" for n, a in enumerate(meeting) for loss in newsml.losses(a)}
    common = [each.path for each in lost if each.path not in alone and "others" not in each.reason]
    assert common == [each.path for each in lost if each.path.endswith("message_header")]
    assert back(document) == [attrs.evolve(article, message_header=None) for article in meeting]


def test_ids_that_a_feed_gives_twice_in_one_item_stay_as_they_came() -> None:
    parts = '<partMeta partid="p1"><by>Ann</by></partMeta>' * 2
    document = news_item(rest=parts, attributes='guid="urn:example:twice" xml:lang="en"')
    assert triples(newsml.dumps(newsml.loads(document))) == triples(document)


def test_and_so_do_those_of_several_items_of_a_message_which_are_told() -> None:
    part = '<partMeta partid="{}"><by>Ann</by></partMeta>'
    items = [
        news_item(rest=part.format(mark), attributes=f'guid="urn:{n}" xml:lang="en"')
        for n, mark in enumerate(("p1", "p1", "p2"))
    ]
    document = news_message(*items)
    message = newsml.loads_message(document)
    told = [each.message for each in message.findings if "several" in each.message]
    assert told == ["the id 'p1' stands in several items: it is kept as it is"]
    for same in (message, json.loads_message(json.dumps(message))):
        assert triples(newsml.dumps(same)) == triples(document)
    more = attrs.evolve(message, items=(*message.items, newsml.loads(items[2])))
    again = newsml.loads_message(newsml.dumps(more))
    assert [item.parts[0].id for item in again.articles] == ["p1", "p1", "p2", "p2"]
    assert newsml.dumps(more).count('partid="p2"') == 1


def test_an_item_whose_ids_are_changed_keeps_the_names_it_came_with() -> None:
    item = news_item(rest='<partMeta partid="p1"><by>Ann</by></partMeta>')
    item = item.replace("itemMeta", "ItemMeta")
    one, two = (attrs.evolve(newsml.loads(item), id=f"urn:{n}") for n in range(2))
    assert newsml.dumps(Message(items=(one, two))).count("<ItemMeta>") == 2


def test_what_has_no_item_in_a_message_is_listed() -> None:
    article = story(1, images=(PHOTO,), translations=(GERMAN,))
    whole = Message(items=(article,))
    assert newsml.loads_message(newsml.dumps(whole)) == whole
    lost = [loss.path for loss in newsml.losses(whole)]
    assert lost == ["$.items[0].translations[0]", "$.items[0].images[0]"]
    data, _ = together(article)
    for each in (newsml.loads_message(data), Message(items=(PICTURE, story(2)))):
        assert newsml.losses(each) == ()


def test_a_text_that_shows_the_file_of_a_killed_picture_beside_it_is_told() -> None:
    shown = page(f'<p>Rain.</p><figure><img src="{FILE}"/></figure>')
    text = newsml.loads(news_item(body=shown))
    killed = attrs.evolve(
        PICTURE,
        status=Status.CANCELED,
        images=(Image(renditions=(Rendition(href=FILE),)),),
    )
    for articles in ((text, killed), (killed, text)):
        document, lost = together(*articles)
        assert lost == ("$[1]",)
        assert len(newsml.loads_message(document).gather()) == 1
