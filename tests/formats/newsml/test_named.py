"""Pictures that a text names by the ids of their items, in an element of a feed's own."""

from __future__ import annotations

import io

import attrs
import pytest

from newsmodel import Article, Embed, Figure, Image, ImageCaption, public
from newsmodel.formats import html, json, newsml
from newsmodel.testing.assertions import assert_same_article
from tests.formats.newsml.documents import GUID, news_item, news_message, page, triples

NAMED = '<x-image ref="urn:p:1" caption="The mill turns." creditline="Sam Roe/AP"/>'
CAPTION = ImageCaption(
    text="The mill turns.", credit="Sam Roe/AP", photographers=("Sam Roe",), agencies=("AP",)
)
TEXT = page(f"<p>Corn.</p>{NAMED}<p>Flour.</p>")
FILE = "https://rivers.example/mill.jpg"
LINK = f"""<link rel="irel:seeAlso" residref="urn:p:1" href="{FILE}">
<itemClass qcode="ninat:picture"/><title>Autumn</title></link>"""
ALONE = news_item(body=TEXT)
LINKED = news_item(meta=LINK, body=TEXT)
PICTURE = news_item(
    attributes='guid="urn:p:1" version="1" xml:lang="en"',
    content="<headline>Mill</headline><description role='drol:caption'>Autumn</description>",
    body=f'<remoteContent href="{FILE}" contenttype="image/jpeg" width="900"/>',
).replace("ninat:text", "ninat:picture")
SENT = news_message(news_item(body=TEXT), PICTURE)
TRANSLATED = news_message(
    LINKED,
    news_item(
        attributes='guid="urn:uk" version="1" xml:lang="uk"', language='<language tag="uk"/>',
        meta=f'{LINK}<link rel="irel:translatedFrom" residref="{GUID}"/>',
        body=page(NAMED.replace("The mill turns.", "Млин крутиться.")),
    ),
)  # fmt: skip


def shown_on(article: Article) -> str:
    """What readers see of a page."""
    return html.dumps(article).split("<main")[1].split("<script")[0]


@pytest.mark.parametrize(
    ("document", "files"),
    [(ALONE, 0), (LINKED, 1), (SENT, 1), (TRANSLATED, 1)],
    ids=["alone", "linked", "sent along", "of two versions"],
)
def test_it_stands_in_its_place_with_caption_and_credit_and_what_file_there_is(
    document: str, files: int
) -> None:
    article = newsml.loads(document)
    image = article.images[0]
    assert image.captions[0] == CAPTION
    assert [type(b).__name__ for b in article.body] == ["Paragraph", "Figure", "Paragraph"]
    assert isinstance(article.body[1], Figure)
    assert article.body[1].image_id == image.id
    page = shown_on(article)
    assert page.count("<figure") == 1
    assert page.index("Corn.") < page.index("The mill turns.") < page.index("Flour.")
    assert "Sam Roe/AP" in page
    assert page.count(FILE) == files
    assert "Autumn" not in page


@pytest.mark.parametrize("document", [ALONE, LINKED, SENT, TRANSLATED])
def test_it_is_written_as_it_was_and_what_is_changed_comes_back(document: str) -> None:
    message = newsml.loads_message(document)
    assert triples(newsml.dumps(message)) == triples(document)
    (article,) = message.gather()
    (streamed,) = newsml.iterload(io.BytesIO(document.encode()))
    assert_same_article(streamed, article)
    assert_same_article(json.loads(json.dumps(article)), article)
    edited = newsml.dumps(attrs.evolve(article, headline="Another"))
    assert not [words for _, _, words in triples(document) - triples(edited) if "Br" not in words]
    captions = (ImageCaption(text="It stands."), *article.images[0].captions[1:])
    image = attrs.evolve(article.images[0], captions=captions)
    changes = [attrs.evolve(article, images=(image, *article.images[1:]))]
    if not article.translations:
        changes.append(attrs.evolve(article, images=article.images[1:], body=article.body[:1]))
    for changed in changes:
        again = newsml.loads(newsml.dumps(changed))
        assert_same_article(attrs.evolve(again, extensions=article.extensions), changed)


def test_what_may_not_be_shown_yet_is_shown_in_no_text() -> None:
    wait = "<embargoed>2040-01-01T00:00:00+00:00</embargoed>"
    picture = PICTURE.replace("</itemMeta>", f"{wait}</itemMeta>")
    article = newsml.loads(news_message(LINKED, picture))
    assert any(file.href == FILE for file in article.images[0].renditions)
    assert public(article).images == ()


@pytest.mark.parametrize(
    ("element", "image"),
    [
        ('<photo href="a.jpg" caption="Cap." credit="Ann Lee"/>', "a.jpg"),
        ('<asset guid="urn:x:3" imageCaption="Cap." photographer="Ann Lee"/>', "urn:x:3"),
        ('<image data-ref="urn:x:4" data-caption="Cap." data-photo-credit="Ann Lee"/>', "urn:x:4"),
        ('<x-foto uri="https://e.example/img?id=5" caption="Cap." byline="Ann Lee"/>',
         "https://e.example/img?id=5"),
    ],
)  # fmt: skip
def test_whatever_a_feed_calls_it(element: str, image: str) -> None:
    (found,) = newsml.loads(news_item(body=page(f"<p>One.</p>{element}"))).images
    assert image in (found.renditions[0].href, found.renditions[0].residref)
    assert found.captions == (
        ImageCaption(text="Cap.", credit="Ann Lee", photographers=("Ann Lee",)),
    )


OWN = "<TEXT><HEADING>Mill</HEADING><P>One.</P><BILD>{}</BILD></TEXT>"
PARTS = "<BILDFIL> https://e.example/4 </BILDFIL><BILDTEXT><P>Cap.</P><P>Up.</P></BILDTEXT>"
WHOLE = f"{PARTS}<BILDSKAPARE>Ann Lee</BILDSKAPARE>"


def in_words_of_its_own(markup: str) -> Article:
    held = f'<inlineXML contenttype="application/ownnitf+xml"><BODY>{markup}</BODY></inlineXML>'
    return newsml.loads(news_item(body=held))


def test_elements_may_say_what_a_picture_is() -> None:
    article = in_words_of_its_own(OWN.format(WHOLE))
    (image,) = article.images
    assert image.renditions[0].href == "https://e.example/4"
    assert image.captions == (
        ImageCaption(text="Cap. Up.", credit="Ann Lee", photographers=("Ann Lee",)),
    )
    assert [block.text for block in article.body] == ["Mill", "One.", ""]
    assert WHOLE in newsml.dumps(article)


@pytest.mark.parametrize(
    ("markup", "texts", "pictures"),
    [
        (OWN.format(f"{PARTS}<DESK>Lee</DESK>"), ["Mill", "One.", "", "Cap.", "Up.", "Lee"], 1),
        (OWN.format("<BILDFIL>https://e.example/4</BILDFIL>"), ["Mill", "One.", ""], 1),
        ("<A1>One.</A1><FILE>https://e.example/a.jpg</FILE>", ["One.", ""], 1),
        ("<A1>One.</A1><PAGE>https://e.example/a</PAGE>", ["One.", "https://e.example/a"], 0),
        (OWN.format("<WEB>https://e.example/a</WEB>"), ["Mill", "One.", "https://e.example/a"], 0),
        ("<A1>See <URL>https://e.example/a.jpg</URL>.</A1>", ["See https://e.example/a.jpg."], 0),
        (OWN.format(f"{WHOLE} Sold."), ["Mill", "One.", "", "Cap.", "Up.", "Ann Lee Sold."], 1),
    ],
    ids=["more", "no words", "by its file", "a page", "another page", "in a line", "words beside"],
)
def test_of_an_address_alone_readers_see_the_picture_if_it_is_one(
    markup: str, texts: list[str], pictures: int
) -> None:
    article = in_words_of_its_own(markup)
    assert [block.text for block in article.body] == texts
    assert len(article.images) == pictures


def test_the_address_of_a_picture_is_no_text_of_an_item_of_one() -> None:
    document = news_item(body=f"<inlineXML><BODY>{OWN.format(WHOLE)}</BODY></inlineXML>")
    article = newsml.loads(document.replace("ninat:text", "ninat:picture"))
    assert "e.example" not in article.text
    assert "Cap. Up. (Ann Lee)" in article.text


@pytest.mark.parametrize(
    "element",
    [
        '<x-quote ref="#q" author="Ann Lee" caption="No."/>',
        '<related href="https://e.example/a.html" caption="More" credit="AP"/>',
        '<x-image src="https://e.example/gone.gif" width="1" height="1"/>',
        '<x-image src="https://e.example/pictures.json" caption="Cap."/>',
        '<x-image src="javascript:alert(1)" caption="Cap."/>',
        '<x-video ref="urn:x:5" caption="Cap." credit="Ann Lee"/>',
        '<x-image ref="urn:x:6" caption="Cap.">Words</x-image>',
    ],
)
def test_what_names_none_is_none(element: str) -> None:
    article = newsml.loads(news_item(body=page(f"<p>One.</p>{element}")))
    assert article.images == ()
    assert Figure not in map(type, article.body)


def test_what_is_shown_from_elsewhere_says_caption_and_credit_too() -> None:
    chart = '<x-chart src="https://e.example/c" caption="Seats." creditline="AP"/>'
    article = newsml.loads(news_item(body=page(f"<p>One.</p>{chart}")))
    assert isinstance(article.body[1], Embed)
    assert [block.text for block in article.body[1].fallback] == ["Seats. (AP)"]


def test_in_an_item_of_a_picture_its_words_are_text() -> None:
    article = newsml.loads(ALONE.replace("ninat:text", "ninat:picture"))
    assert article.text == "Corn.\nThe mill turns. (Sam Roe/AP)\nFlour."
    assert [image for image in article.images if image != Image()] == []
