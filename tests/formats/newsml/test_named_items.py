"""Pictures in a text that name the items they show."""

from __future__ import annotations

import io
import json as plain_json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

from newsmodel import (
    Article,
    Embargo,
    Figure,
    ImageCaption,
    Paragraph,
    Status,
    Translation,
    check,
    public,
)
from newsmodel.errors import MultipleArticlesError
from newsmodel.formats import html, json, newsml, ninjs
from newsmodel.formats.newsml.names import NAR
from newsmodel.testing.assertions import assert_same_article
from tests.formats.newsml.documents import for_others, news_item, news_message, page, triples

MILL, LOCK = "urn:x:mill", "urn:x:lock"


def figure(name: str, naming: str = "data-uri", caption: str = "The mill at dawn.") -> str:
    """A figure with a small file, which names the item of its picture."""
    held = f"<figcaption>{caption}</figcaption>" if caption else ""
    file = f"https://rivers.example/small/{name[6:]}.jpg"
    return f'<figure><img src="{file}" {naming}="{name}" data-id="7"/>{held}</figure>'


def text_item(*figures: str, guid: str = "urn:x:1") -> str:
    body = page("<p>Mills.</p>" + "".join(figures) + "<p>More.</p>")
    return news_item(body=body, attributes=f'guid="{guid}" version="1" xml:lang="en"')


def picture_item(guid: str, meta: str = "") -> str:
    large = f"https://rivers.example/large/{guid[6:]}-1.jpg"
    item = news_item(
        meta,
        '<description role="drol:caption">A mill.</description>',
        f'<remoteContent href="{large}" contenttype="image/jpeg" width="3000" height="2000"/>',
        attributes=f'guid="{guid}" version="1"',
        language="",
    )
    return item.replace("ninat:text", "ninat:picture")


def film(name: str = "video") -> str:
    """A figure that plays a small file, and names the item of what it plays."""
    file = f'src="https://rivers.example/small/mill.bin" data-guid="{MILL}"'
    return f"<figure><{name} {file}></{name}><figcaption>The mill at dawn.</figcaption></figure>"


def film_item(kind: str = "video", meta: str = "") -> str:
    item = picture_item(MILL, meta).replace("ninat:picture", f"ninat:{kind}")
    return item.replace("mill-1.jpg", "mill-1.bin").replace("image/jpeg", f"{kind}/mpeg")


ORDERS = [
    '<pubStatus qcode="stat:canceled"/>',
    "<embargoed>2099-01-01T00:00:00Z</embargoed>",
]
DOCUMENT = news_message(text_item(figure(MILL)), picture_item(MILL))


def items_of(document: str) -> list[str]:
    """The news items of a document, each by itself, packages left out."""
    items = newsml.loads_message(document).items
    return sorted([newsml.dumps(item) for item in items if isinstance(item, Article)])


@pytest.mark.parametrize("naming", ["data-uri", "data-guid", "data-residref"])
@pytest.mark.parametrize("ident", [MILL, "3fa85f64-5717-4562-b3fc-2c963f66afa6"])
def test_the_figure_shows_the_picture_of_the_item(naming: str, ident: str) -> None:
    document = news_message(text_item(figure(ident, naming)), picture_item(ident))
    article = newsml.loads(document)
    assert article.body[1] == Figure(image_id=ident)
    assert list(newsml.iterload(io.BytesIO(document.encode()))) == [article]
    shown = html.dumps(article)
    assert f"large/{ident[6:]}-1.jpg" in shown
    assert "/small/" not in shown
    assert shown.count("<img") == 1
    assert "The mill at dawn." in shown


def test_the_caption_of_the_text_is_shown_whatever_language_that_of_the_item_names() -> None:
    for document in (TAGGED, TAGGED.replace('xml:lang="en">A mill', 'xml:lang="en-GB">A mill')):
        article = newsml.loads(document)
        assert captions_shown(article) == ["The mill at dawn."]
        mill = article.images[1]
        captions = (attrs.evolve(mill.captions[0], text="Sails at noon."), *mill.captions[1:])
        mill = attrs.evolve(mill, captions=captions)
        edited = attrs.evolve(article, images=(article.images[0], mill))
        for each in (edited, newsml.loads(newsml.dumps(edited))):
            assert captions_shown(each) == ["Sails at noon."]


def captions_shown(article: Article) -> list[str]:
    return re.findall('<span class="nm-caption">([^<]*)', html.dumps(article))


@pytest.mark.parametrize("version", ["1.6", "2.1", "3.1"])
def test_ninjs_has_the_picture_once_and_says_so(version: str) -> None:
    article = newsml.loads(DOCUMENT)
    again = ninjs.loads(ninjs.dumps(article, version=version))
    assert [image.id for image in again.images] == [MILL]
    (lost,) = [
        each for each in ninjs.losses(article, version=version) if each.path == "$.images[0]"
    ]
    assert "item, which is written itself" in lost.reason


def test_an_alternative_text_leaves_the_words_of_the_item() -> None:
    small = f'img src="https://rivers.example/small/mill.jpg" data-uri="{MILL}"'
    for start in (small, f'feed-image ref="{MILL}"'):
        body = page(f'<p>Mills.</p><{start} alt="Sails"/>')
        text = news_item(body=body, attributes='guid="urn:x:1" version="1" xml:lang="en"')
        document = news_message(text, picture_item(MILL))
        article = newsml.loads(document)
        shown = html.dumps(article)
        assert '<span class="nm-caption">A mill.</span>' in shown
        assert 'alt="Sails"' in shown
        assert_same_article(newsml.loads(newsml.dumps(article)), article)


@pytest.mark.parametrize("credit", ["CREDIT_ALONE", "CREDIT_NO_FILE"])
def test_a_credit_leaves_the_words_of_the_item(credit: str) -> None:
    item = picture_item(MILL).replace("A mill.", "A mill. (Photo: Olha Marchuk/EX)")
    for each in (picture_item(MILL), item):
        article = newsml.loads(news_message(text_item(globals()[credit]), each))
        shown = re.sub("<[^>]*>", "", html.dumps(article))
        assert "A mill." in shown
        assert "Jan Kos" in shown
        assert_same_article(newsml.loads(newsml.dumps(article)), article)


@pytest.mark.parametrize("kind", ["video", "audio"])
def test_what_plays_in_a_text_is_the_item_it_names(kind: str) -> None:
    article = newsml.loads(news_message(text_item(film(kind)), film_item(kind)))
    assert article.body[1] == Figure(image_id=MILL)
    shown = html.dumps(article)
    assert ("large/mill-1.bin" in shown, "small/" in shown) == (True, False)
    assert "The mill at dawn." in shown
    for order in ORDERS:
        article = newsml.loads(news_message(text_item(film(kind)), film_item(kind, order)))
        assert not re.search(r"mill-1|small/|at dawn", html.dumps(article))


def test_what_plays_is_not_a_picture_it_names() -> None:
    article = newsml.loads(news_message(text_item(film()), picture_item(MILL)))
    assert "small/mill.bin" in html.dumps(article)


def test_no_caption_in_the_text_leaves_that_of_the_item() -> None:
    article = newsml.loads(news_message(text_item(figure(MILL, caption="")), picture_item(MILL)))
    assert "A mill." in html.dumps(article)


ALT_ALONE = f'<img src="https://rivers.example/small/mill.jpg" data-uri="{MILL}" alt="Sails"/>'
CREDIT_ALONE = figure(MILL, caption='<span class="credit">Jan Kos</span>')
CREDIT_NO_FILE = f'<feed-image ref="{MILL}" creditline="Jan Kos/EX"/>'
TAGGED = DOCUMENT.replace(
    '<description role="drol:caption">A mill.</description>',
    '<description role="drol:caption" xml:lang="en">A mill.</description>'
    '<description role="drol:caption" xml:lang="de">Eine Mühle.</description>',
)
DOCUMENTS = {
    "an alternative text alone": news_message(text_item(ALT_ALONE), picture_item(MILL)),
    "a credit alone": news_message(text_item(CREDIT_ALONE), picture_item(MILL)),
    "a credit and no file": news_message(text_item(CREDIT_NO_FILE), picture_item(MILL)),
    "a video": news_message(text_item(film()), film_item()),
    "a sound": news_message(text_item(film("audio")), film_item("audio")),
    "one": DOCUMENT,
    "two": news_message(
        text_item(figure(MILL), figure(LOCK)), picture_item(LOCK), picture_item(MILL)
    ),
    "without a caption": news_message(text_item(figure(MILL, caption="")), picture_item(MILL)),
    "one item twice": news_message(text_item(figure(MILL), figure(MILL)), picture_item(MILL)),
    "one of two is there": news_message(text_item(figure(MILL), figure(LOCK)), picture_item(MILL)),
    "nothing is there": news_message(text_item(figure(MILL))),
    "captions in languages": TAGGED,
    "captions in another": TAGGED.replace('xml:lang="en">A mill', 'xml:lang="fr">Un moulin'),
}


@pytest.mark.parametrize(
    "name", ["one item twice", "captions in languages", "captions in another", "without a caption"]
)
def test_a_translation_shows_a_picture_with_the_caption_in_its_language(name: str) -> None:
    german = (
        '<description role="drol:caption" xml:lang="de">Eine Mühle.</description></contentMeta>'
    )
    parted = DOCUMENTS[name].replace(german.partition("</con")[0], "").rpartition("</contentMeta>")
    article = newsml.loads(parted[0] + german + parted[2])
    ident = next(block.image_id for block in article.body if isinstance(block, Figure))
    other = Translation(id="urn:x:2", language="de", headline="M", body=(Figure(image_id=ident),))
    edited = attrs.evolve(article, translations=(other,))
    item = newsml.dumps(edited).partition('guid="urn:x:2"')[2].partition("</newsItem>")[0]
    assert "<figcaption>Eine Mühle.</figcaption>" in item
    assert captions_shown(edited.in_language("de")) == ["Eine Mühle."]
    assert "<figcaption>Eine Mühle.</figcaption>" in ninjs_body(edited.in_language("de"))
    assert_same_article(newsml.loads(newsml.dumps(edited)), edited)


def ninjs_body(article: Article) -> str:
    return str(plain_json.loads(ninjs.dumps(article))["bodies"][0]["value"])


@pytest.mark.parametrize("naming", ["data-uri", "data-guid", "data-residref"])
def test_others_find_the_item_of_a_picture_whose_caption_is_edited(naming: str) -> None:
    article = newsml.loads(news_message(text_item(figure(MILL, naming)), picture_item(MILL)))
    small, mill = article.images
    for image in (mill, attrs.evolve(mill, captions=(ImageCaption(text="Sails."),))):
        edited = attrs.evolve(article, headline="Mill", body=("Mills.", Figure(image_id=MILL)))
        edited = attrs.evolve(edited, images=(small, image))
        text = newsml.dumps(edited)
        assert f'data-guid="{MILL}"' in text
        again = newsml.loads(text)
        assert f'data-guid="{MILL}"' in newsml.dumps(attrs.evolve(again, body=again.body[1:]))


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_items_are_written_as_they_came(document: str) -> None:
    article = newsml.loads(document)
    again = newsml.dumps(article)
    assert [*map(triples, items_of(again))] == [*map(triples, items_of(document))]
    assert_same_article(newsml.loads(again), article)
    assert_same_article(json.loads(json.dumps(article)), article)


def test_two_texts_may_show_one_picture() -> None:
    texts = (text_item(figure(MILL)), text_item(figure(MILL), guid="urn:x:2"))
    document = news_message(*texts, picture_item(MILL))
    with pytest.raises(MultipleArticlesError):
        newsml.loads(document)
    for article in newsml.loads_message(document).gather():
        assert [image.id for image in public(article).images] == [MILL]


EDITS: dict[str, Callable[[Article], Article]] = {
    "the headline": lambda a: attrs.evolve(a, headline="Mills close"),
    "no figure": lambda a: attrs.evolve(a, body=a.body[:1]),
    "no small file": lambda a: attrs.evolve(a, images=a.images[1:]),
    "no picture": lambda a: attrs.evolve(a, images=a.images[:1]),
    "no caption": lambda a: attrs.evolve(
        a, images=(a.images[0], attrs.evolve(a.images[1], captions=()))
    ),
    "a translation": lambda a: attrs.evolve(
        a, translations=(Translation(language="de", headline="Mühlen", body=a.body),)
    ),
    "a translation in front": lambda a: EDITS["a translation"](a).in_language("de"),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("document", [DOCUMENT, TAGGED], ids=["one", "captions in languages"])
def test_whatever_is_edited_comes_back(edit: str, document: str) -> None:
    article = EDITS[edit](newsml.loads(document))
    again = newsml.loads(newsml.dumps(article))
    assert_same_article(without_carried(again), without_carried(article))


def without_carried(article: Article) -> Article:
    """An article without the markup of a body that is another now, which is sent no more.

    Nor does its item name the language that it was in.
    """
    translations = tuple([attrs.evolve(each, extensions=()) for each in article.translations])
    return attrs.evolve(article, extensions=(), translations=translations, dialect=None)


def test_a_picture_that_may_not_be_seen_is_nowhere() -> None:
    withheld = picture_item(MILL, '<pubStatus qcode="stat:withheld"/>')
    article = newsml.loads(news_message(text_item(figure(MILL)), withheld))
    assert article.images[1].status is Status.WITHHELD
    edited = attrs.evolve(article.images[1], captions=())
    for each in (article, attrs.evolve(article, images=(article.images[0], edited))):
        assert "mill.jpg" not in html.dumps(each)
        assert "mill at dawn" not in html.dumps(each)


def test_a_text_edited_in_its_message_shows_no_picture_that_may_not_be_seen() -> None:
    withheld = picture_item(MILL, '<pubStatus qcode="stat:withheld"/>')
    message = newsml.loads_message(news_message(text_item(figure(MILL)), withheld))
    article, picture = message.items
    assert isinstance(article, Article)
    edited = attrs.evolve(article, body=(*article.body, Paragraph(content="Olha Marchuk walks.")))
    written = newsml.dumps(attrs.evolve(message, items=(edited, picture)))
    again, kept = newsml.loads_message(written).items
    assert isinstance(again, Article)
    assert again.body[-1] == edited.body[-1]
    assert kept == picture
    assert "<img" not in written


def german(figures: str) -> str:
    """A translation of the text."""
    link = '<link rel="irel:isTranslationOf" residref="urn:x:1"/>'
    attributes = 'guid="urn:x:de" version="1" xml:lang="de"'
    body, language = page(f"<p>Mühlen.</p>{figures}"), '<language tag="de"/>'
    return news_item(link, body=body, language=language, attributes=attributes)


SMALLER = figure(MILL, caption="Die Mühle.").replace("small/mill", "small/mill-de")
SEVERAL = {
    "two figures": (text_item(figure(MILL), figure(MILL, caption="Again.")),),
    "a figure of its own in each language": (text_item(figure(MILL)), german(SMALLER)),
}


@pytest.mark.parametrize("texts", SEVERAL.values(), ids=SEVERAL.keys())
def test_each_of_several_pictures_that_name_an_item_is_that_of_the_item(
    texts: tuple[str, ...],
) -> None:
    document = news_message(*texts, picture_item(MILL))
    article = newsml.loads(document)
    seen = public(article)
    assert public(seen) == seen
    for language in [article.language, *[each.language for each in article.translations]]:
        shown = html.dumps(article.in_language(language or ""))
        assert "small/" not in shown
        assert shown.count("<img") == shown.count('<img src="https://rivers.example/large/mill-1')
    assert "The mill at dawn." in html.dumps(article)
    assert_same_article(newsml.loads(newsml.dumps(article)), article)


@pytest.mark.parametrize("texts", SEVERAL.values(), ids=SEVERAL.keys())
@pytest.mark.parametrize("order", ORDERS)
def test_none_of_several_pictures_that_name_an_item_outlives_it(
    texts: tuple[str, ...], order: str
) -> None:
    article = newsml.loads(news_message(*texts, picture_item(MILL, order)))
    assert public(article).images == ()
    assert "mill.jpg" not in html.dumps(article)
    assert "<img" not in html.dumps(article.in_language("de") if article.translations else article)
    killed = "canceled" in order
    assert ("media-not-usable" in [each.rule for each in check(article)]) == killed


NO_FILE = f'<image data-ref="{MILL}"/>'
TEXTS = SEVERAL | {
    "one figure": (text_item(figure(MILL)),),
    "a figure without a file": (text_item(NO_FILE),),
    "in the translation alone": (text_item(), german(figure(MILL))),
}


def texts_of(article: Article) -> list[str]:
    """The texts of an article as its items hold them."""
    return re.findall("<inlineXML.*?</inlineXML>", newsml.dumps(article), re.DOTALL)


def with_mill(article: Article, *, in_text: bool = False, **orders: Any) -> Article:
    """The article with orders for the picture of the mill, or the first in the text that names it.

    Args:
        article: the article.
        in_text: whether they are for that in the text.
        orders: the orders.
    """
    kept = next(i for i in article.images if (i.id != MILL) is in_text)
    images = [attrs.evolve(i, **orders) if i is kept else i for i in article.images]
    return attrs.evolve(article, images=tuple(images))


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("order", [{"status": Status.CANCELED}, {"embargo": Embargo()}])
@pytest.mark.parametrize("in_text", [False, True], ids=["its item", "that in the text"])
def test_a_picture_held_back_after_reading_goes_out_of_the_texts_that_show_it(
    texts: tuple[str, ...], order: dict[str, Any], *, in_text: bool
) -> None:
    article = newsml.loads(news_message(*texts, picture_item(MILL)))
    for each in (article, json.loads(json.dumps(article))):
        edited = with_mill(each, in_text=in_text, **order)
        assert "mill.jpg" not in html.dumps(edited)
        assert set(order) == {"status"} or "<embargoed/>" in newsml.dumps(edited)
        assert set(order) == {"embargo"} or "stat:canceled" in newsml.dumps(edited)
        shown = " ".join(texts_of(edited))
        assert "Mills." in shown
        assert not re.search(r"small/|large/|at dawn|Die M|A mill", shown)
        assert any(loss.path.endswith(".body") for loss in newsml.losses(edited))
        other = plain_json.loads(ninjs.dumps(edited))
        assert "small/" not in str(other["bodies"])
        pictures = [each for each in other["associations"] if each.get("type") == "picture"]
        assert pictures
        assert all({"pubStatus", "embargoedUntil"} & each.keys() for each in pictures)


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("order", ORDERS)
def test_but_a_text_that_came_with_it_goes_on_as_it_came(
    texts: tuple[str, ...], order: str
) -> None:
    document = news_message(*texts, picture_item(MILL, order))
    article = newsml.loads(document)
    came = re.findall("<inlineXML.*?</inlineXML>", document, re.DOTALL)
    for each in (article, json.loads(json.dumps(article))):
        assert newsml.losses(each) == ()
        for edited in (each, attrs.evolve(each, slugline="mills")):
            now = [text.replace(f' xmlns="{NAR}"', "") for text in texts_of(edited)]
            assert [text.replace("\n", "") for text in now] == came
            assert newsml.loads(newsml.dumps(edited)) == edited
        stricter = " ".join(texts_of(with_mill(each, status=Status.WITHHELD)))
        assert not re.search(r"small/|large/|at dawn|A mill", stricter)


# ------------------------------------------------------------------ that are not named
LARGE = "https://rivers.example/large/mill-1.jpg"
OF_FILE = f'<img src="{LARGE}"/><figcaption>The mill at dawn.</figcaption>'
SHOWING = {
    "a figure": f"<figure>{OF_FILE}</figure>",
    "a picture in a line": f'<p>Look: <img src="{LARGE}"/></p>',
    "the still of a video": f'<figure><video src="https://rivers.example/m.mp4" poster="{LARGE}"/>'
    "<figcaption>The mill at dawn.</figcaption></figure>",
}
LINK = f'<link rel="irel:associatedWith" residref="{MILL}"/>'


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("link", ["", LINK], ids=["not linked", "linked"])
@pytest.mark.parametrize("shown", SHOWING.values(), ids=SHOWING.keys())
@pytest.mark.parametrize("language", ["en", "de"])
def test_no_text_shows_the_very_file_of_an_item_that_may_not_be_shown(
    shown: str, link: str, order: str, language: str
) -> None:
    texts = [text_item(shown).replace("<provider", f"{link}<provider")]
    if language == "de":
        texts = [text_item(), german(shown)]
    document = news_message(*texts, picture_item(MILL, order))
    article = newsml.loads(document)
    assert list(newsml.iterload(io.BytesIO(document.encode()))) == [article]
    for each in (article, newsml.loads(newsml.dumps(article)), json.loads(json.dumps(article))):
        assert not re.search("mill-1|at dawn", html.dumps(each.in_language(language)))
    written = items_of(for_others(newsml.dumps(article)))
    assert [*map(triples, written)] == [*map(triples, items_of(document))]


@pytest.mark.parametrize("credit", ["", "<creditline>Olha Marchuk</creditline>"])
def test_once_its_embargo_is_over_it_is_shown_once_but_for_whose_it_is(credit: str) -> None:
    item = picture_item(MILL, ORDERS[1]).replace("<description", f"{credit}<description")
    article = newsml.loads(news_message(text_item(SHOWING["a figure"]), item))
    late = html.dumps(article, at=datetime(2100, 1, 1, tzinfo=UTC))
    assert late.count("<img") == 1 + bool(credit)
    assert "The mill at dawn." in late
    assert ("Olha Marchuk" in re.sub(r"<script.*?</script>", "", late, flags=re.DOTALL)) == bool(
        credit
    )


def test_the_file_of_an_item_that_is_killed_after_reading_goes_out_of_the_text() -> None:
    text = text_item(SHOWING["a figure"]).replace("<provider", f"{LINK}<provider")
    article = newsml.loads(news_message(text, picture_item(MILL)))
    edited = with_mill(article, status=Status.CANCELED)
    assert "mill-1" not in html.dumps(edited)
    assert "mill-1" not in "".join(texts_of(edited))
    assert "mill-1" not in html.dumps(with_mill(article, in_text=True, status=Status.CANCELED))


def test_a_file_of_another_name_is_another_picture() -> None:
    text = text_item(SHOWING["a figure"].replace("mill-1.jpg", "mill-2.jpg"))
    (article, _) = newsml.loads_message(news_message(text, picture_item(MILL, ORDERS[0]))).gather()
    assert "mill-2.jpg" in html.dumps(article)


@pytest.mark.parametrize("other", ["weir/mill-1.jpg", "photo.php?id=2"])
def test_a_picture_of_the_same_name_is_shown_where_the_killed_one_stands_beside_it(
    other: str,
) -> None:
    killed = "large/mill-1.jpg" if other.endswith("jpg") else "photo.php?id=1"
    item = picture_item(MILL, ORDERS[0]).replace("large/mill-1.jpg", killed)
    figure = '<figure><img src="https://rivers.example/{}"/></figure>'
    text = text_item(figure.format(other) + figure.format(killed))
    (article,) = newsml.loads_message(news_message(text, item)).gather()
    assert other in html.dumps(article)
    assert killed not in html.dumps(article)


def test_nobody_is_told_to_mend_the_small_file_or_to_drop_a_caption() -> None:
    found = check(newsml.loads(DOCUMENT))
    assert [each for each in found if each.path.startswith("$.images[0]")] == []
    assert "caption-repeated" not in [each.rule for each in found]
