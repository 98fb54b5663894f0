"""Pictures that an item links to by their files, without items of their own."""

from __future__ import annotations

import attrs
import pytest

from newsmodel import Article, Image, ImageCaption, Rendition, Video, public
from newsmodel.formats import html, json, newsml
from newsmodel.testing.assertions import assert_same_article
from tests.formats.newsml.documents import news_item, news_message, page, triples

PICTURE = """<link rel="irel:seeAlso" residref="urn:p:1" version="2"
href="https://rivers.example/s/mill.jpeg?size=l"><itemClass qcode="ninat:picture"/>
<title>The mill turns</title></link>"""
SIZES = """<link rel="irel:seeAlso" residref="urn:p:2"><itemClass qcode="ninat:graphic"/>
<title>Corn by year</title>
<remoteContent href="https://rivers.example/l/corn.png" contenttype="image/png" width="900"/>
<remoteContent href="https://rivers.example/s/corn.png" contenttype="image/png" width="90"/>
</link>"""
FILM = """<link rel="irel:seeAlso" href="https://rivers.example/film" contenttype="video/mp4">
<title>Film</title></link>"""
NONE = [
    '<link rel="irel:seeAlso" href="https://rivers.example/mill"/>',
    '<link rel="irel:seeAlso" residref="urn:p:1"><itemClass qcode="ninat:picture"/></link>',
    """<link rel="irel:seeAlso" href="https://rivers.example/mill">
    <itemClass qcode="ninat:picture"/><title>A page about it</title></link>""",
    """<link rel="irel:seeAlso" href="https://rivers.example/mill.jpg" contenttype="text/html">
    <itemClass qcode="ninat:picture"/></link>""",
    """<link rel="irel:seeAlso" href="https://rivers.example/x.jpg"><itemClass qcode="ninat:text"/>
    </link>""",
]


def read(meta: str, body: str = "") -> Article:
    return newsml.loads(news_item(meta=meta, body=body or page("<p>Corn.</p>")))


def test_a_linked_picture_is_one_of_the_article_with_its_caption() -> None:
    (image,) = read(PICTURE).images
    href = "https://rivers.example/s/mill.jpeg?size=l"
    captions = (ImageCaption(text="The mill turns"),)
    assert image == Image(
        id="urn:p:1", version=2, renditions=(Rendition(href=href),), captions=captions
    )


def test_what_a_link_says_of_a_picture_is_said_of_it() -> None:
    inside = """<headline>Mill</headline><creditline>Sam Roe/AP</creditline>
    <description role="drol:caption" xml:lang="en">The mill turns again</description>
    <description role="drol:caption" xml:lang="uk">Млин</description>
    <description role="drol:altText" xml:lang="en">A mill</description><description>x</description>
    <creator><name>Sam Roe</name></creator>"""
    document = news_item(meta=PICTURE.replace("</link>", f"{inside}</link>"))
    article = newsml.loads(document)
    (image,) = article.images
    assert image.captions == (
        ImageCaption(text="The mill turns again", alt_text="A mill", language="en"),
        ImageCaption(text="Млин", language="uk"),
    )
    assert (image.headline, image.credit, str(image.creator)) == ("Mill", "Sam Roe/AP", "Sam Roe")
    assert triples(newsml.dumps(article)) == triples(document)


@pytest.mark.parametrize(
    ("inside", "caption", "headline"),
    [
        ("<title>Mill</title><description>It turns</description>", "It turns", "Mill"),
        ('<title>Mill</title><description role="drol:summary">Sum</description>', "Sum", "Mill"),
        ("<title>Mill</title><headline>Turning</headline>", "Mill", "Turning"),
        ("<headline>Turning</headline>", "Turning", None),
    ],
)
def test_a_description_is_the_caption_before_a_title_and_that_before_a_headline(
    inside: str, caption: str, headline: str | None
) -> None:
    (image,) = read(PICTURE.replace("<title>The mill turns</title>", inside)).images
    assert (image.captions, image.headline) == ((ImageCaption(text=caption),), headline)


@pytest.mark.parametrize(
    ("titles", "captions", "title"),
    [
        ('<title role="drol:caption">Mill</title>', [(None, "Mill", None)], None),
        (
            """<title>IMG_0041</title><title role="own:Caption" xml:lang="fi">Mylly</title>
            <title role="drol:caption" xml:lang="sv" x:by="7">Kvarn</title>""",
            [("fi", "Mylly", None), ("sv", "Kvarn", None)],
            "IMG_0041",
        ),
        (
            """<title roleuri="https://own.example/roles/altText">A mill</title>
            <description>Mill</description>""",
            [(None, "Mill", "A mill")],
            None,
        ),
        (
            """<title xml:lang="fr">Moulin</title><title xml:lang="en-GB">Mill</title>
            <title role="own:short">M</title>""",
            [(None, "Mill", None)],
            "Mill",
        ),
        ('<title xml:lang="fr">Moulin</title>', [(None, "Moulin", None)], "Moulin"),
        (
            '<title>Mill</title><title role="drol:caption" pubconstraint="x:desk">Who?</title>',
            [(None, "Mill", None)],
            "Mill",
        ),
    ],
)
def test_titles_say_captions_by_their_roles(
    titles: str, captions: list[tuple[str | None, ...]], title: str | None
) -> None:
    document = news_item(meta=PICTURE.replace("<title>The mill turns</title>", titles))
    article = newsml.loads(document)
    (image,) = article.images
    assert [(c.language, c.text, c.alt_text) for c in image.captions] == captions
    assert article.links[0].title == title
    for again in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(again)) == triples(document)
        links = (attrs.evolve(again.links[0], title="Weir"),)
        edited = attrs.evolve(again, headline="Another", links=links)
        back = newsml.loads(newsml.dumps(edited))
        assert (back.headline, back.links) == ("Another", links)
        assert back.images == article.images


LIMITED = '<rightsInfo scope="x:print"><usageTerms>Ask us.</usageTerms></rightsInfo>'
TERMS = """<rightsInfo><copyrightHolder><name>Olha Marchuk</name></copyrightHolder>
<usageTerms>Not online.</usageTerms></rightsInfo>"""


@pytest.mark.parametrize("rights", [TERMS, LIMITED + TERMS, TERMS + LIMITED])
def test_the_rights_that_a_link_tells_are_those_of_the_picture(rights: str) -> None:
    document = news_item(meta=PICTURE.replace("</link>", f"{rights}</link>"), body=page("<p>x</p>"))
    article = newsml.loads(document)
    told = article.images[0].rights
    assert told is not None
    assert told.holder is not None
    assert (str(told.holder), told.usage_terms[0].value) == ("Olha Marchuk", "Not online.")
    assert "Not online." in html.dumps(article)
    found = [each.message for each in newsml.loads_message(document).findings]
    assert len(found) == ("x:print" in rights)
    for again in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(again)) == triples(document)
        (link,) = again.links
        assert link.target is not None
        target = attrs.evolve(link.target, rights=attrs.evolve(told, holder=None))
        edited = attrs.evolve(again, links=(attrs.evolve(link, target=target),))
        assert newsml.loads(newsml.dumps(edited)).links == edited.links


def test_so_are_graphics_with_their_files_and_films() -> None:
    article = read(SIZES + FILM)
    assert [file.width for file in article.images[0].renditions] == [900, 90]
    assert [type(medium) for medium in article.videos] == [Video]


@pytest.mark.parametrize("link", NONE)
def test_what_names_no_file_of_a_picture_is_a_link_alone(link: str) -> None:
    article = read(link)
    assert (article.images, article.videos, len(article.links)) == ((), (), 1)


def test_what_stands_in_the_text_is_not_shown_again() -> None:
    shown = page('<figure><img src="https://rivers.example/xl/mill.jpeg"/></figure>')
    assert len(read(PICTURE, shown).images) == 1


def test_what_comes_as_an_item_is_that_item() -> None:
    item = news_item(attributes='guid="urn:p:1" version="2" xml:lang="en"', content="")
    item = item.replace("ninat:text", "ninat:picture")
    message = newsml.loads_message(news_message(news_item(meta=PICTURE), item))
    (article,) = message.gather()
    assert [image.id for image in article.images] == ["urn:p:1"]
    assert article.images[0].captions == ()


def test_a_picture_that_links_to_others_is_one_picture() -> None:
    document = news_item(meta=PICTURE).replace("ninat:text", "ninat:picture")
    assert len(newsml.loads(document).images) == 1


def test_what_is_linked_for_the_desk_alone_is_not_shown() -> None:
    document = news_item(meta=PICTURE.replace("<link ", '<link pubconstraint="x:desk" '))
    article = newsml.loads(document)
    assert (article.images, article.links) == ((), ())
    assert triples(newsml.dumps(article)) == triples(document)


def test_it_is_written_as_it_was() -> None:
    document = news_item(meta=PICTURE + SIZES, body=page("<p>Corn.</p>"))
    assert triples(newsml.dumps(newsml.loads(document))) == triples(document)


@pytest.mark.parametrize("kept", [[], [0], [1], [1, 0], [0, 1]])
def test_what_is_taken_out_stays_out(kept: list[int]) -> None:
    article = read(PICTURE + SIZES)
    fewer = attrs.evolve(article, images=tuple(article.images[n] for n in kept))
    again = newsml.loads(newsml.dumps(fewer))
    assert_same_article(again, fewer)
    edited = attrs.evolve(again, headline="Another")
    assert_same_article(newsml.loads(newsml.dumps(edited)), edited)


def test_what_is_edited_comes_back() -> None:
    article = read(PICTURE)
    caption = ImageCaption(text="The mill of Fenny turns", credit="Sam Roe")
    edited = attrs.evolve(article, images=(attrs.evolve(article.images[0], captions=(caption,)),))
    assert newsml.loads(newsml.dumps(edited)).images[0].captions == (caption,)


def test_a_page_shows_it() -> None:
    shown = html.dumps(read(PICTURE))
    assert "The mill turns" in shown
    assert 'src="https://rivers.example/s/mill.jpeg?size=l"' in shown


def test_a_linked_picture_is_one_though_another_stands_in_the_text() -> None:
    linked = PICTURE.replace(' residref="urn:p:1" version="2"', "")
    article = read(linked, page('<p>Corn.</p><img src="https://rivers.example/river.jpg"/>'))
    assert {file.href for image in article.images for file in image.renditions} == {
        "https://rivers.example/river.jpg",
        "https://rivers.example/s/mill.jpeg?size=l",
    }


@pytest.mark.parametrize(
    "order", ['<pubStatus qcode="stat:canceled"/>', "<embargoed>2031-01-01T00:00:00Z</embargoed>"]
)
def test_what_a_link_says_may_not_be_used_is_neither_linked_nor_shown(order: str) -> None:
    kind = '<itemClass qcode="ninat:picture"/>'
    document = news_item(meta=PICTURE.replace(kind, kind + order), body=page("<p>Corn.</p>"))
    article = newsml.loads(document)
    assert [image.id for image in article.images] == ["urn:p:1"]
    shown = public(article)
    assert (shown.images, shown.links) == ((), ())
    assert "mill.jpeg" not in html.dumps(article)
    assert triples(newsml.dumps(article)) == triples(document)


@pytest.mark.parametrize(
    "order", ['<pubStatus qcode="stat:canceled"/>', "<embargoed>2031-01-01T00:00:00Z</embargoed>"]
)
@pytest.mark.parametrize("start", ['src="', 'data-guid="urn:p:1" src="'])
@pytest.mark.parametrize("folder", ["s", "xl"])
def test_nor_does_a_text_show_it(folder: str, start: str, order: str) -> None:
    kind = '<itemClass qcode="ninat:picture"/>'
    file = f"https://rivers.example/{folder}/mill.jpeg"
    shown = page(f'<p>Corn.</p><figure><img {start}{file}?size=l"/></figure>')
    document = news_item(meta=PICTURE.replace(kind, kind + order), body=shown)
    article = newsml.loads(document)
    assert "mill.jpeg" not in html.dumps(article)
    assert triples(newsml.dumps(article)) == triples(document)
    link = '<link rel="irel:isTranslationOf" residref="urn:x:1"/>'
    texts = (
        news_item(body=shown, attributes='guid="urn:x:1" version="1" xml:lang="en"'),
        news_item(
            meta=link + PICTURE.replace(kind, kind + order),
            body=shown,
            language='<language tag="de"/>',
            attributes='guid="urn:x:de" version="1" xml:lang="de"',
        ),
    )
    both = newsml.loads(news_message(*texts))
    for language in ("en", "de"):
        assert "mill.jpeg" not in html.dumps(both.in_language(language))
    assert_same_article(newsml.loads(newsml.dumps(both)), both)
