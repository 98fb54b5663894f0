"""Pictures that stand in the text of an item, and not in items of their own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import attrs
import pytest

from newsmodel import (
    Article,
    Audio,
    Figure,
    Image,
    ImageCaption,
    Kind,
    Message,
    Package,
    Paragraph,
    Rendition,
    Rights,
    Status,
    Text,
    Video,
    public,
)
from newsmodel.formats import html, json, newsml, text
from newsmodel.testing.assertions import assert_same_article
from tests.formats.newsml.documents import GUID, news_item, news_message, page, triples

MILL = "https://rivers.example/mill.jpg"
FIGURE = f"""<figure class="wide"><img src="{MILL}" alt="A mill" width="640px" height="480"/>
<figcaption><p>The mill turns.</p>Ten years <b>on</b>.
<span class="photo-credit">Photo: Sam Roe/AP</span></figcaption></figure>"""
NITF = f"""<inlineXML contenttype="application/nitf+xml">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content><p>Mills.</p>
<media media-type="image" id="m"><media-reference source="{MILL}" mime-type="image/jpeg"
alternate-text="A mill" width="640" height="480"/><media-reference source="mill-s.jpg"
mime-type="image/png" width="64"/>
<media-caption>The mill turns.</media-caption><media-producer>Sam Roe/AP</media-producer></media>
<media media-type="video"><media-reference source="https://rivers.example/mill.mp4"/></media>
</body.content></body></nitf></inlineXML>"""


BENEATH = "<media-caption>The mill turns.</media-caption>"
FRENCH = ("fr", "Il tourne.")
IN_LANGUAGES = [
    ("{}<c xml:lang='fr'>Il tourne.</c>", [(None, "The mill turns."), FRENCH]),
    ("<c xml:lang='fr'>Il tourne.</c>{}", [(None, "The mill turns."), FRENCH]),
    ("<c xml:lang='fr'>Il tourne.</c>", [FRENCH]),
    ("<c lang='fr'>Il tourne.</c><c lang='EN-gb'>b</c>", [(None, "b"), FRENCH]),
    ("<c lang='fr'>Il tourne.</c><c lang='x!'>b</c>", [(None, "b"), FRENCH]),
    ("{}<c xml:lang='en'>It stops.</c>", [(None, "The mill turns.\nIt stops.")]),
]


@pytest.mark.parametrize(("captions", "said"), IN_LANGUAGES)
@pytest.mark.parametrize("body", [page(f"<p>Mills.</p>{FIGURE}"), NITF], ids=["XHTML", "NITF"])
def test_there_is_a_caption_for_each_language(
    body: str, captions: str, said: list[tuple[str | None, str]]
) -> None:
    beneath = BENEATH if body == NITF else "<figcaption>The mill turns.</figcaption>"
    held = captions.format(beneath)
    held = re.sub("(</?)c\\b", f"\\1{'media-caption' if body == NITF else 'figcaption'}", held)
    credit = '<span class="credit">Sam Roe/AP</span>'
    marked = re.sub("(?s)<figcaption>.*</figcaption>", held + credit, body).replace(BENEATH, held)
    document = news_item(body=marked)
    article = newsml.loads(document)
    found = article.images[0].captions
    assert [(caption.language, caption.text) for caption in found] == said
    assert (found[0].credit, found[0].alt_text) == ("Sam Roe/AP", "A mill")
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(document)
    for new in (found[1:], (attrs.evolve(found[0], text="New."), *found[1:]), found[:1]):
        edited = attrs.evolve(article, images=(attrs.evolve(article.images[0], captions=new),))
        again = newsml.loads(newsml.dumps(edited))
        assert again.images == edited.images


PLAYED = """<figure><video poster="https://rivers.example/p.jpg" width="640"><source
src="https://rivers.example/v.mp4" type="video/mp4; codecs=x"/>No video here.</video>
<figcaption>The mill turns. <span class="credit">Sam Roe/AP</span></figcaption></figure>
<figure><audio src="https://rivers.example/s.mp3"></audio><figcaption>It creaks.</figcaption>
</figure>"""


def test_videos_and_sounds_in_figures_are_media() -> None:
    document = news_item(body=page(f"<p>Mills.</p>{PLAYED}"))
    article = newsml.loads(document)
    (video,), (sound,) = article.videos, article.audios
    file = Rendition(href="https://rivers.example/v.mp4", content_type="video/mp4", width=640)
    assert (video.renditions, video.poster) == (
        (file,),
        Rendition(href="https://rivers.example/p.jpg"),
    )
    assert [(c.text, c.credit) for c in video.captions] == [("The mill turns.", "Sam Roe/AP")]
    assert [c.text for c in sound.captions] == ["It creaks."]
    assert article.text == "Mills."
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(document)
    new = attrs.evolve(video, captions=(ImageCaption(text="It stands."),))
    for edited in (
        attrs.evolve(article, videos=(new,)),
        attrs.evolve(article, body=article.body[1:]),
    ):
        written = newsml.dumps(edited)
        assert "<video" in written
        again = newsml.loads(written)
        assert (again.videos, again.audios) == (edited.videos, edited.audios)
        assert again.body == edited.body


def test_the_copyright_of_a_picture_in_nitf_is_told() -> None:
    notice = "(c) 2030 Olha Marchuk. No archive."
    source = f'source="{MILL}"'
    document = news_item(body=NITF.replace(source, f'{source} copyright="{notice}"'))
    article = newsml.loads(document)
    assert [image.rights for image in article.images] == [Rights(notices=(notice,))]
    assert notice in html.dumps(article)
    assert triples(newsml.dumps(article)) == triples(document)
    for rights in (None, Rights(notices=("(c) Jan Kos",))):
        images = (attrs.evolve(article.images[0], rights=rights),)
        edited = attrs.evolve(article, images=images)
        assert newsml.loads(newsml.dumps(edited)).images == images


@pytest.mark.parametrize(
    "figure",
    [
        '<figure><video src="javascript:x()"></video><figcaption>Cap.</figcaption></figure>',
        """<figure><video src="https://rivers.example/v.mp4"></video><table><tr><td>Cap.</td></tr>
        </table></figure>""",
    ],
)
def test_what_shows_no_video_or_more_is_none(figure: str) -> None:
    article = newsml.loads(news_item(body=page(figure)))
    assert article.videos == ()
    assert "Cap." in article.text


@pytest.mark.parametrize("name", ["data-src", "data-original", "data-lazy-src"])
def test_a_picture_that_a_script_would_load_is_one(name: str) -> None:
    blank = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    for src in ("", f'src="{blank}"'):
        document = news_item(body=page(f'<p>Mills.</p><img {src} {name}="{MILL}" alt="A mill"/>'))
        article = newsml.loads(document)
        assert [image.renditions[0].href for image in article.images] == [MILL]
        assert triples(newsml.dumps(article)) == triples(document)


def read(body: str) -> Article:
    return newsml.loads(news_item(body=body))


def with_picture() -> Article:
    return read(page(f"<p>Mills.</p>{FIGURE}<p>More.</p>"))


def test_a_figure_is_a_picture_with_caption_credit_and_alternative_text() -> None:
    article = with_picture()
    (image,) = article.images
    assert image.renditions == (Rendition(href=MILL, width=640, height=480),)
    assert image.captions == (
        ImageCaption(
            text="The mill turns.\nTen years on.",
            alt_text="A mill",
            credit="Sam Roe/AP",
            label="Photo",
            photographers=("Sam Roe",),
            agencies=("AP",),
        ),
    )
    assert [type(block).__name__ for block in article.body] == ["Paragraph", "Figure", "Paragraph"]
    assert isinstance(article.body[1], Figure)
    assert article.body[1].image_id == image.id
    assert "turns" not in article.text


OWN, MORE = ImageCaption(text="The mill"), ImageCaption(text="Another")


@pytest.mark.parametrize(
    "captions", [(MORE,), (OWN, MORE), (OWN, attrs.evolve(MORE, language="uk"))]
)
@pytest.mark.parametrize("descriptions", [(), (Text(value="More"),)])
def test_captions_and_descriptions_without_a_role_are_told_apart(
    captions: tuple[ImageCaption, ...], descriptions: tuple[Text, ...]
) -> None:
    document = news_item(content="<description>The mill</description>")
    article = newsml.loads(document.replace("ninat:text", "ninat:picture"))
    for shown in (captions, ()):
        image = attrs.evolve(article.images[0], captions=shown)
        edited = attrs.evolve(article, images=(image,), descriptions=descriptions)
        again = newsml.loads(newsml.dumps(edited))
        assert (again.images[0].captions, again.descriptions) == (shown, descriptions)


CREDIT = ImageCaption(credit="Ann Lee/TT", photographers=("Ann Lee",), agencies=("TT",))
LABELLED = attrs.evolve(CREDIT, label="Photo")


@pytest.mark.parametrize(
    ("inside", "caption"),
    [
        ('<figcaption>Cap.</figcaption><div class="byline">Ann Lee/TT</div>', CREDIT),
        ('<p class="credit">Photo: Ann Lee/TT</p><figcaption>Cap.</figcaption>', LABELLED),
        ('<figcaption>Cap.</figcaption><span itemprop="copyrightHolder">Ann Lee/TT</span>', CREDIT),
        ("<figcaption>Cap.</figcaption><small>Ann Lee/TT</small>", CREDIT),
        ("<p>Cap.</p><small>Photo: Ann Lee/TT</small>", LABELLED),
        ('Cap.<span class="credit">Ann Lee/TT</span>', CREDIT),
        ("<small>Cap.</small>", ImageCaption()),
        ("<noscript>Turn it on.</noscript><p>Cap.</p>", ImageCaption()),
    ],
)
def test_words_anywhere_in_a_figure_are_the_caption_or_the_credit(
    inside: str, caption: ImageCaption
) -> None:
    for picture in ("<img src='{}'/>", "<div class='image-source'><img src='{}'/></div>"):
        document = news_item(body=page(f"<figure>{picture.format(MILL)}{inside}</figure>"))
        article = newsml.loads(document)
        assert article.images[0].captions == (attrs.evolve(caption, text="Cap."),)
        assert article.text == ""
        assert triples(newsml.dumps(article)) == triples(document)


def test_words_beside_a_caption_are_said_below_it() -> None:
    article = read(
        page(f"<figure><p>Two.</p><img src='{MILL}'/><figcaption>One.</figcaption></figure>")
    )
    assert article.images[0].captions == (ImageCaption(text="One.\nTwo."),)


def test_a_table_beside_a_picture_stays_one() -> None:
    rows = "<table><tr><td>1</td></tr></table>"
    article = read(page(f"<figure><img src='{MILL}'/>{rows}<figcaption>Cap.</figcaption></figure>"))
    assert [type(block).__name__ for block in article.body] == ["Figure", "Table", "Paragraph"]


def test_media_of_nitf_are_too() -> None:
    article = read(NITF)
    (image,), (video,) = article.images, article.videos
    assert image.renditions == (
        Rendition(href=MILL, content_type="image/jpeg", width=640, height=480),
        Rendition(href="mill-s.jpg", content_type="image/png", width=64),
    )
    assert image.captions[0].text == "The mill turns."
    assert image.captions[0].alt_text == "A mill"
    assert image.captions[0].photographers == ("Sam Roe",)
    assert video.renditions[0].href == "https://rivers.example/mill.mp4"
    shown = [block.image_id for block in article.body if isinstance(block, Figure)]
    assert shown == [image.id, video.id]


def test_so_are_pictures_in_escaped_markup_and_without_a_figure() -> None:
    escaped = page("").replace("inlineXML", "inlineData")
    escaped = escaped[: escaped.index(">") + 1] + "&lt;p&gt;a&lt;/p&gt;&lt;img src='a.jpg'&gt;"
    assert [i.renditions[0].href for i in read(f"{escaped}</inlineData>").images] == ["a.jpg"]
    bare = read(page('<p>Mills <img src="a.jpg"/> turn.</p>'))
    assert [i.renditions[0].href for i in bare.images] == ["a.jpg"]
    assert bare.text == "Mills\nturn."


@pytest.mark.parametrize(
    "img",
    [
        '<img src="https://count.example/1.gif" width="1" height="1"/>',
        '<img alt="" src="https://news.example/newsroom/ti?nf=MTA"/>',
        '<img src="https://met.vgwort.example/na/7f43"/>',
        '<img src="javascript:alert(1)"/>',
        '<img src="data:image/svg+xml,x"/>',
        '<img src=" "/>',
        '<img alt="nothing"/>',
    ],
)
def test_what_readers_cannot_or_must_not_see_is_none(img: str) -> None:
    article = read(page(f"<p>Mills.</p>{img}"))
    assert article.images == ()
    assert [block for block in article.body if isinstance(block, Figure)] == []


def test_several_pictures_in_a_figure_are_pictures_each() -> None:
    article = read(page('<figure><img src="a.jpg"/><img src="b.jpg"/><p>Both.</p></figure>'))
    assert [image.renditions[0].href for image in article.images] == ["a.jpg", "b.jpg"]
    assert article.text == "Both."


def test_one_picture_twice_is_two_with_ids_of_their_own() -> None:
    article = read(page(FIGURE + FIGURE.replace("turns", "stands")))
    first, second = article.images
    assert first.id != second.id
    assert [block.image_id for block in article.body if isinstance(block, Figure)] == [
        first.id, second.id,
    ]  # fmt: skip


@pytest.mark.parametrize("body", [page(FIGURE), NITF], ids=["XHTML", "NITF"])
def test_an_item_of_a_picture_has_that_one_alone(body: str) -> None:
    document = news_item(body=body).replace("ninat:text", "ninat:picture")
    article = newsml.loads(document)
    assert [medium.id for medium in (*article.images, *article.videos)] == [None]
    assert [block for block in article.body if isinstance(block, Figure)] == []
    assert triples(newsml.dumps(newsml.loads_message(document))) == triples(document)


CHANGES: dict[str, Callable[[Article], Article]] = {
    "another headline": lambda a: attrs.evolve(a, headline="Another"),
    "another paragraph": lambda a: attrs.evolve(a, body=(*a.body, Paragraph(content="New."))),
    "no figure": lambda a: attrs.evolve(a, body=a.body[:1]),
    "another caption": lambda a: attrs.evolve(
        a, images=(attrs.evolve(a.images[0], captions=(ImageCaption(text="New"),)),)
    ),
    "a further picture": lambda a: attrs.evolve(a, images=(*a.images, Image(id="urn:x:2"))),
    "a picture before it": lambda a: attrs.evolve(a, images=(Image(id="urn:x:2"), *a.images)),
}


@pytest.mark.parametrize("body", [page(f"<p>Mills.</p>{FIGURE}"), NITF], ids=["XHTML", "NITF"])
def test_what_is_not_changed_is_written_as_it_was(body: str) -> None:
    document = news_item(body=body)
    message = newsml.loads_message(document)
    assert triples(newsml.dumps(message)) == triples(document)
    assert triples(newsml.dumps(json.loads_message(json.dumps(message)))) == triples(document)
    assert triples(newsml.dumps(newsml.loads(document))) == triples(document)
    edited = newsml.dumps(attrs.evolve(newsml.loads(document), headline="Another"))
    gone = triples(document) - triples(edited)
    assert {words for _, _, words in gone} == {"Bridge closed"}  # the title of a page, too


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_changed_comes_back(change: str) -> None:
    article = CHANGES[change](with_picture())
    again = newsml.loads(newsml.dumps(article))
    again = attrs.evolve(again, dialect=article.dialect, extensions=article.extensions)
    assert_same_article(again, article)


def test_a_text_that_is_taken_back_is_sent_no_more() -> None:
    article = read(page(f"<p>Ada Carr is accused.</p>{FIGURE}"))
    body = (Paragraph(content="Police named nobody."), article.body[1])
    written = newsml.dumps(attrs.evolve(article, body=body))
    assert "Ada Carr" not in written
    assert newsml.loads(written).body == body


def test_a_picture_is_found_by_the_name_of_its_item_when_the_text_around_it_is_edited() -> None:
    figure = FIGURE.replace("<img", '<img data-guid="urn:x:mill"')
    article = read(page(f"<p>Mills.</p>{figure}"))
    edited = attrs.evolve(article, body=(Paragraph(content="Weirs."), article.body[1]))
    written = newsml.dumps(edited)
    assert 'data-guid="urn:x:mill"/>' in written
    assert newsml.loads(written).body == edited.body


# ------------------------------------------------------------------ in texts of our own
SHOWN = Image(
    id="urn:x:mill",
    renditions=(Rendition(href=MILL),),
    captions=(ImageCaption(language="en", text="Left: Olha Marchuk", alt_text="Two at a mill"),),
)
SHOWING = Article(
    id="urn:x:1",
    language="en",
    headline="Mill",
    images=(SHOWN,),
    body=[Figure(image_id="urn:x:mill")],
)
BY_HAND = {
    "caption": ("<figcaption>Left", "<figcaption>Right"),
    "address": ('img src="https://rivers.example/mill', 'img src="https://rivers.example/weir'),
    "alternative text": ('alt="Two at', 'alt="Three at'),
}


@pytest.mark.parametrize("edit", BY_HAND)
def test_what_another_hand_edits_in_a_figure_counts_before_the_island(edit: str) -> None:
    document = newsml.dumps(Message(items=(SHOWING,)))
    assert newsml.loads(document).images == (SHOWN,)
    (image,) = newsml.loads(document.replace(*BY_HAND[edit])).images
    caption, new = SHOWN.captions[0], BY_HAND[edit][1]
    if edit == "caption":
        assert image == attrs.evolve(
            SHOWN, captions=(attrs.evolve(caption, text="Right: Olha Marchuk"),)
        )
    elif edit == "address":
        assert image == attrs.evolve(
            SHOWN, renditions=(Rendition(href="https://rivers.example/weir.jpg"),)
        )
    else:
        assert image.captions == (attrs.evolve(caption, alt_text="Three at a mill"),)
    assert new in newsml.dumps(Message(items=(attrs.evolve(SHOWING, images=(image,)),)))


@pytest.mark.parametrize("edit", BY_HAND)
def test_or_is_told_where_the_item_of_the_picture_says_otherwise(edit: str) -> None:
    document = newsml.dumps(SHOWING)
    assert newsml.loads(document) == SHOWING
    again = newsml.loads(document.replace(*BY_HAND[edit]))
    assert again.images == SHOWING.images
    assert ["the item counts" in each.message for each in again.findings] == [True]


def test_videos_and_sounds_in_a_text_can_be_played() -> None:
    article = Article(
        id="urn:x:1",
        language="en",
        body=[Figure(image_id=f"urn:x:{name}") for name in ("film", "song", "page")],
        videos=(
            Video(
                id="urn:x:film",
                renditions=(Rendition(href="https://rivers.example/m.mp4"),),
                poster=Rendition(href="https://rivers.example/m.jpg"),
            ),
            Video(
                id="urn:x:page",
                headline="The mill",
                renditions=(
                    Rendition(href="https://rivers.example/watch", content_type="text/html"),
                ),
            ),
        ),
        audios=(
            Audio(
                id="urn:x:song",
                renditions=(
                    Rendition(href="https://rivers.example/m.mp3", content_type="audio/mpeg"),
                ),
            ),
        ),
    )
    document = newsml.dumps(article)
    for markup in (
        """<video controls="controls" poster="https://rivers.example/m.jpg">
<source src="https://rivers.example/m.mp4"/></video>""",
        """<audio controls="controls">
<source src="https://rivers.example/m.mp3" type="audio/mpeg"/></audio>""",
        '<a href="https://rivers.example/watch">The mill</a>',
    ):
        assert markup.replace("\n", "") in document
    assert newsml.loads(document) == article
    assert newsml.losses(article) == ()


def test_a_picture_beside_a_text_that_was_read_is_said_to_be_a_file_alone() -> None:
    message = newsml.loads_message(news_message(news_item(body=page("<p>Mills.</p>"))))
    told = []
    for image in (Image(renditions=SHOWN.renditions), SHOWN):
        item = attrs.evolve(message.articles[0], images=(image,))
        told.append(newsml.losses(attrs.evolve(message, items=(item,))))
    assert told[0] == ()
    assert [each.path for each in told[1]] == ["$.items[0].images[0]"]


def test_a_page_shows_it() -> None:
    shown = html.dumps(with_picture())
    assert f'src="{MILL}"' in shown
    assert "Sam Roe/AP" in shown


def test_an_article_and_its_translation_show_one_picture_each_its_own() -> None:
    link = f'<link rel="irel:translatedFrom" residref="{GUID}"/>'
    other = news_item(
        attributes='guid="urn:uk" version="1" xml:lang="uk"', meta=link,
        language='<language tag="uk"/>', body=page(FIGURE + FIGURE.replace("mill.jpg", "weir.jpg")),
    )  # fmt: skip
    first = news_item(attributes=f'guid="{GUID}" version="1" xml:lang="en"', body=page(FIGURE))
    message = newsml.loads_message(news_message(first, other))
    (article,) = message.gather()
    (translation,) = article.translations
    shown = [block.image_id for block in translation.body if isinstance(block, Figure)]
    assert shown[0] == article.images[0].id
    assert shown[1] != article.images[0].id
    assert triples(newsml.dumps(message)) == triples(news_message(first, other))
    assert_same_article(newsml.loads(newsml.dumps(article)), article)


WEIR = FIGURE.replace("mill.jpg", "weir.jpg")
TURNS = FIGURE.replace("The mill turns.", "Млин крутиться.").replace("A mill", "Млин")


def in_two_languages(first: str, second: str) -> str:
    """A message of a text and its translation."""
    link = f'<link rel="irel:translatedFrom" residref="{GUID}"/>'
    return news_message(
        news_item(attributes=f'guid="{GUID}" version="1" xml:lang="en"', body=page(first)),
        news_item(
            attributes='guid="urn:uk" version="1" xml:lang="uk"', meta=link,
            language='<language tag="uk"/>', body=page(second),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIGURE, TURNS),
        (FIGURE, TURNS.replace("640px", "320px")),
        (FIGURE, WEIR + TURNS),
        ("<p>Mills.</p>", TURNS),
        (FIGURE, f'<p>Млини.</p><img src="{MILL}"/>'),
    ],
    ids=["captions", "sizes", "a further one", "one alone", "no caption"],
)
def test_a_picture_of_two_versions_has_the_captions_of_both(first: str, second: str) -> None:
    document = in_two_languages(first, second)
    article = newsml.loads(document)
    (translation,) = article.translations
    by_file = {image.renditions[0].href: image for image in article.images}
    shown = [block.image_id for block in translation.body if isinstance(block, Figure)]
    assert {image.id for image in article.images} >= set(shown)
    if "Млин к" in second:
        caption = by_file[MILL].caption_in("uk")
        assert caption is not None
        assert caption.alt_text == "Млин"
    if "mill" in first:
        caption = by_file[MILL].caption_in("en")
        assert caption is not None
        assert caption.alt_text == "A mill"
    assert not triples(document) - triples(newsml.dumps(article))
    assert_same_article(newsml.loads(newsml.dumps(article)), article)
    assert_same_article(json.loads(json.dumps(article)), article)
    assert_same_article(article.in_language("uk").in_language("en"), article)


def without_scripts(page: str) -> str:
    return re.sub("<script.*?</script>", "", page, flags=re.DOTALL)


def test_each_page_shows_the_pictures_of_its_text_with_its_own_captions() -> None:
    article = newsml.loads(in_two_languages(FIGURE, WEIR.replace("turns", "waits")))
    english, ukrainian = html.dumps(article), html.dumps(article.in_language("uk"))
    assert "waits" not in without_scripts(english)
    assert "weir.jpg" not in without_scripts(english)
    assert '<meta property="og:image" content="https://rivers.example/mill.jpg">' in english
    assert '<meta property="og:image" content="https://rivers.example/weir.jpg">' in ukrainian
    assert "turns" not in without_scripts(ukrainian)
    assert html.json_ld(article)["image"]["contentUrl"] == MILL
    assert "waits" not in text.dumps(article)
    assert article.lead_image is article.images[0]
    assert article.in_language("uk").lead_image == article.in_language("uk").images[1]


def test_a_caption_edited_in_a_translation_is_written_there() -> None:
    article = newsml.loads(in_two_languages(FIGURE, TURNS))
    (image,) = article.images
    english, ukrainian = image.captions
    assert (english.language, ukrainian.language) == (None, "uk")
    edited = attrs.evolve(ukrainian, text="Млин стоїть.")
    changed = attrs.evolve(article, images=(attrs.evolve(image, captions=(english, edited)),))
    written = newsml.dumps(changed)
    again = newsml.loads(written)
    assert again.images[0].captions[0] == english
    assert again.images[0].captions[1].text == "Млин стоїть."
    *items, package = newsml.loads_message(written).items
    assert len(items) == 2
    assert isinstance(package, Package)
    assert [group.mode for group in package.groups if group.id == "versions"] == ["pgrmod:alt"]
    assert len(package.groups) == 2


NINE = Image(id="urn:x:9", renditions=(Rendition(href="https://rivers.example/9.jpg"),))
EDITS: dict[str, Callable[[Article], Article]] = {
    "captions in another order": lambda a: attrs.evolve(
        a, images=(attrs.evolve(a.images[0], captions=a.images[0].captions[::-1]), *a.images[1:])
    ),
    "a further caption": lambda a: attrs.evolve(
        a, images=(
            attrs.evolve(
                a.images[0], captions=(*a.images[0].captions, ImageCaption(language="it", text="M"))
            ),
            *a.images[1:],
        ),
    ),
    "a picture behind": lambda a: attrs.evolve(a, images=(*a.images, NINE)),
    "a picture before": lambda a: attrs.evolve(a, images=(NINE, *a.images)),
    "pictures in another order": lambda a: attrs.evolve(a, images=a.images[::-1]),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("second", [TURNS, WEIR + TURNS], ids=["one picture", "two pictures"])
def test_each_version_keeps_its_item_whatever_is_edited(edit: str, second: str) -> None:
    article = EDITS[edit](newsml.loads(in_two_languages(FIGURE, second)))
    written = newsml.dumps(article)
    items = [each for each in newsml.loads_message(written).items if isinstance(each, Article)]
    assert len([each for each in items if each.body]) == 2
    assert ('guid="urn:x:9"' in written) is ("picture be" in edit)
    assert_same_article(newsml.loads(written), article)
    assert newsml.losses(article) == ()
    assert [p.rule for p in newsml.check(written) if p.severity == "error"] == []


def test_what_stands_in_a_hidden_translation_is_not_public() -> None:
    article = newsml.loads(in_two_languages(FIGURE, WEIR + TURNS))
    (translation,) = article.translations
    withheld = attrs.evolve(translation, status=Status.WITHHELD)
    shown = public(attrs.evolve(article, translations=(withheld,)))
    assert [image.renditions[0].href for image in shown.images] == [MILL]
    assert shown.images[0].captions == article.images[0].captions[:1]


HIDDEN = {
    "a figure": f"""<figure class="nonpublic"><img src="{MILL}"/>
    <figcaption>desk only</figcaption></figure>""",
    "a part of the text": f"""<div class="x-nonpublic"><p>desk only</p><img src="{MILL}"/></div>""",
    "what a figure shows": f"""<figure><div class="x-nonpublic"><img src="{MILL}"/></div>
    <figcaption class="nonpublic">desk only</figcaption></figure>""",
    "words of a caption": """<figure><img src="https://rivers.example/w.jpg"/><figcaption>Weir
    <i class="nonpublic">desk only</i> <b class="nonpublic credit">desk only</b></figcaption>
    </figure>""",
}


@pytest.mark.parametrize("part", HIDDEN)
def test_what_is_not_for_readers_is_nowhere(part: str) -> None:
    article = read(page(f"<p>Mills.</p>{HIDDEN[part]}"))
    assert "desk only" not in json.dumps(public(article))
    assert MILL not in json.dumps(public(article))
    assert "desk only" not in html.dumps(article)


def test_nor_is_what_nitf_hides() -> None:
    hidden = (
        NITF.replace("<media-caption>", '<media-caption class="nonpublic">desk only')
        .replace("<media-producer>", '<media-producer class="nonpublic">')
        .replace(
            "<body>", '<body><body.head><byline class="nonpublic">desk only</byline></body.head>'
        )
    )
    article = read(hidden)
    assert article.byline is None
    assert article.images[0].captions == (ImageCaption(alt_text="A mill"),)
    assert "desk only" not in json.dumps(public(article))


def test_pictures_without_a_size_to_see_are_none() -> None:
    assert read(page('<p>a</p><img src="https://count.example/0.gif" width="0"/>')).images == ()


FILES = {
    "a film": (('href="https://rivers.example/f.mp4" contenttype="video/mp4"',), (0, 1, 0)),
    "a film by its name": (('href="https://rivers.example/f.mp4"',), (0, 1, 0)),
    "a sound": (('href="https://rivers.example/f" contenttype="audio/mpeg"',), (0, 0, 1)),
    "sizes of a picture": (
        ('href="a.jpg" rendition="rnd:web"', 'href="b.jpg" rendition="rnd:thumb"'), (1, 0, 0),
    ),
    "two pictures": (('href="a.jpg" contenttype="image/jpeg"', 'href="b.jpg"'), (2, 0, 0)),
    "two of one role": (
        ('href="a" rendition="rnd:web"', 'href="b" rendition="rnd:web"'), (2, 0, 0),
    ),
    "a picture, a sound": (
        ('href="a.jpg"', 'href="c.mp3" contenttype="audio/mpeg"'), (1, 0, 1),
    ),
    "a page": (('href="https://rivers.example/a.pdf" contenttype="application/pdf"',), (0, 0, 0)),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_files_beside_a_text_are_media_of_their_kind(case: str) -> None:
    files, counts = FILES[case]
    beside = "".join([f"<remoteContent {each}/>" for each in files])
    document = news_item(body=page("<p>Mills.</p>") + beside)
    article = newsml.loads(document)
    assert (len(article.images), len(article.videos), len(article.audios)) == counts
    assert triples(newsml.dumps(article)) == triples(document)
    assert triples(newsml.dumps(json.loads(json.dumps(article)))) == triples(document)
    more = attrs.evolve(article, images=(*article.images, Image(renditions=(Rendition(href="n"),))))
    again = newsml.loads(newsml.dumps(more))
    assert [[f.href for f in i.renditions] for i in again.images] == [
        [f.href for f in i.renditions] for i in more.images
    ]


FILE = (
    '<remoteContent href="https://example.org/{0}" contenttype="{1}" persistidref="p-7" x:e="e-7">'
    '<channel chnlid="7"/><x:e>e-8</x:e></remoteContent>'
)
SAID = ImageCaption(language="en", text="The bridge at noon.")
TOLD_MORE: dict[str, tuple[str, Callable[[Article], Article]]] = {
    "a caption of a picture beside a text": (
        news_item(body=page("<p>Mills.</p>") + FILE.format("a.jpg", "image/jpeg")),
        lambda a: attrs.evolve(a, images=(attrs.evolve(a.images[0], captions=(SAID,)),)),
    ),
    "a credit of one of two sounds beside a text": (
        news_item(
            body=page("<p>Mills.</p>")
            + "".join(FILE.format(f"{n}.mp3", "audio/mpeg") for n in "ab")
        ),
        lambda a: attrs.evolve(
            a, audios=(attrs.evolve(a.audios[0], credit="Ann Lee"), *a.audios[1:])
        ),
    ),
    "the text of a video": (
        news_item(
            content='<description role="drol:caption">The bridge at noon.</description>',
            body=FILE.format("a.mp4", "video/mp4"),
        ).replace("ninat:text", "ninat:video"),
        lambda a: attrs.evolve(a, body=(Paragraph(content="It rained."),)),
    ),
}


@pytest.mark.parametrize(("document", "told"), TOLD_MORE.values(), ids=TOLD_MORE)
def test_what_is_carried_for_a_file_stays_with_it_wherever_that_stands(
    document: str, told: Callable[[Article], Article]
) -> None:
    article = newsml.loads(document)
    written = newsml.dumps(told(article))
    for said in ('persistidref="p-7"', '"e-7"', 'chnlid="7"', ">e-8<"):
        assert written.count(said) == document.count(said)
    again = newsml.loads(written)
    assert newsml.loads(newsml.dumps(again)) == again


CREATOR = '<creator qcode="x:ann" x:e="e-1"><name>Ann Lee</name><x:e>e-2</x:e></creator>'
DESCRIBED = """<headline>Noon</headline><creditline x:e="e-3">Ann Lee/AP</creditline>
<description role="drol:caption" x:e="e-4">The bridge at noon.</description>"""
WORDS = '<inlineData contenttype="text/plain">It rained.</inlineData>'
CONTENTS = {
    "words": WORDS,
    "a page": page("<p>It rained.</p>"),
    "words and a file": WORDS + FILE.format("a.jpg", "image/jpeg"),
    "a page and a file": page("<p>It rained.</p>") + FILE.format("a.jpg", "image/jpeg"),
    "a file": FILE.format("a.jpg", "image/jpeg"),
}
ADDED = Image(renditions=(Rendition(href="https://example.org/new.jpg"),))


def about(kind: str, content: str) -> str:
    document = news_item(about=CREATOR, content=DESCRIBED, body=content)
    return document.replace("ninat:text", f"ninat:{kind}")


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
@pytest.mark.parametrize("kind", ["picture", "graphic", "video", "audio"])
def test_what_an_item_is_about_stays_in_it_whatever_text_it_has(kind: str, content: str) -> None:
    document = about(kind, content)
    article = newsml.loads(document)
    for each in (article, json.loads(json.dumps(article))):
        written = newsml.dumps(each)
        assert triples(written) == triples(document)
        assert newsml.loads(written) == article
    target = io.BytesIO()
    newsml.dump_all([article], target)
    assert target.getvalue().count(b"<newsItem") == 1


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
@pytest.mark.parametrize("ident", [None, "urn:example:new"])
@pytest.mark.parametrize("where", ["before it", "behind it"])
def test_a_picture_that_is_added_does_not_take_the_place_of_the_one_an_item_is_about(
    where: str, ident: str | None, content: str
) -> None:
    document = about("picture", content)
    article = newsml.loads(document)
    added = attrs.evolve(ADDED, id=ident)
    both = (added, *article.images)
    images = both if where == "before it" else both[::-1]
    more = attrs.evolve(article, images=images)
    for each in (more, json.loads(json.dumps(more))):
        written = newsml.dumps(each)
        for said in (
            '"e-1"',
            ">e-2<",
            '"e-3"',
            '"e-4"',
            '"e-7"',
            ">e-8<",
            'href="https://example.org/a.jpg"',
        ):
            assert written.count(said) == document.count(said)
        again = newsml.loads(written)
        assert attrs.evolve(again, message_header=None) == more
        assert newsml.dumps(again) == written


@pytest.mark.parametrize(("code", "found"), [("x:clip", 1), ("ninat:text", 0)])
def test_files_of_an_item_of_no_kind_that_is_known_are_found(code: str, found: int) -> None:
    file = '<remoteContent href="https://rivers.example/a.mp4" contenttype="video/mp4"/>'
    document = news_item(body=file).replace("ninat:text", code)
    (article,) = newsml.loads_message(document).articles
    assert [each.renditions[0].href for each in article.videos] == ["https://rivers.example/a.mp4"]
    said = [each.message for each in newsml.loads_message(document).findings]
    assert sum("'itemClass' 'x:clip' is unknown" in each for each in said) == found


def test_of_two_media_with_one_id_neither_takes_the_figure_of_the_other() -> None:
    lead, other = (
        Image(id="urn:m", renditions=(Rendition(href=f"https://example.org/{name}.jpg"),))
        for name in ("lead", "other")
    )
    article = Article(id="urn:x:1", body=(Figure(image_id="urn:m"),), images=(lead, other))
    assert newsml.loads(newsml.dumps(article)).images == (lead, other)


@pytest.mark.parametrize(
    "body", [Figure(image_id="urn:x-newsmodel:figure:1"), "The bridge is shut."]
)
def test_a_picture_whose_item_is_withheld_by_then_is_not_shown_by_a_text_with_its_file(
    body: Figure | str,
) -> None:
    file = Rendition(href="https://elm.example/vilkhove.jpg")
    withheld = Image(renditions=(file,), status=Status.WITHHELD)
    image = Image(id="urn:x-newsmodel:figure:1", renditions=(file,))
    article = Article(id="urn:x:text", body=[body], images=(image,))
    item = Article(id="urn:x:picture", kind=Kind.PICTURE, images=(withheld,))
    written = newsml.dumps(Message(items=(article, item)))
    assert "<img" not in written
    assert [each.id for each in newsml.loads_message(written).articles] == [article.id, item.id]
