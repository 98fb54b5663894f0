"""What readers see of an article beside its text, and in which language."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from newsmodel.formats import html
from newsmodel.model import (
    Article,
    Audio,
    BlockQuote,
    Concept,
    Contributor,
    Correction,
    Dateline,
    Direction,
    Embed,
    Image,
    ImageCaption,
    Link,
    Paragraph,
    Provenance,
    Rendition,
    Rights,
    Speaker,
    Table,
    TableCell,
    TableRow,
    Text,
    Video,
    public,
)
from newsmodel.model.base import changed
from tests.formats.html.looking import (
    an_article,
    linked,
    metas,
    page_of,
    seen,
    with_class,
    words,
)


def kept(article: Article) -> Any:
    """The page of an article, which comes back from it as it was."""
    page = html.dumps(article)
    assert html.loads(page) == public(article)
    return seen(page)


def line(page: Any, name: str) -> str:
    return " ".join(words(with_class(page, f"nm-{name}")[0]).split())


# ------------------------------------------------------------------ titles
@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"summary": "It sails again."}, "It sails again."),
        ({}, "urn:x:1"),
        ({"id": "", "provider": Concept(names=(Text(value="Vilkhove Wire"),))}, "Vilkhove Wire"),
        ({"id": ""}, "text"),
    ],
)
def test_no_page_is_without_a_title(fields: dict[str, Any], title: str) -> None:
    article = Article(**{"id": "urn:x:1", "language": "en", **fields})
    page = kept(article)
    (said,), (heading,) = page.iter("title"), page.iter("h1")
    assert words(said) == words(heading) == title


# ------------------------------------------------------------------ names
def friends() -> Concept:
    names = [Text(value="Friends of the River", language="en")]
    return Concept(names=[*names, Text(value="Друзі річки", language="uk")])


def named(language: str) -> Article:
    who = Contributor(concept=friends())
    quote = BlockQuote(blocks=["Ні."], speaker=Speaker(person=friends()))
    fields: dict[str, Any] = {"sponsor": friends(), "publisher": friends(), "authors": [who]}
    return an_article(quote, language=language, rights=Rights(holder=friends()), **fields)


@pytest.mark.parametrize(
    ("language", "name"),
    [("uk", "Друзі річки"), ("uk-UA", "Друзі річки"), ("en", "Friends of the River")],
)
def test_names_are_those_of_the_language_of_the_page(language: str, name: str) -> None:
    page = kept(named(language))
    assert [line(page, css).rpartition(": ")[2] for css in ("sponsor", "byline")] == [name, name]
    assert words(page.find(".//figcaption")) == f"— {name}"
    assert line(page, "rights") == f"© {name}"
    assert (metas(page)["author"], metas(page)["og:site_name"]) == ([name], [name])
    assert linked(page)["author"]["name"] == name


def test_a_code_is_no_name() -> None:
    who, said = Concept(qcode="pers:4711"), Paragraph(content=["x"])
    page = kept(
        an_article(
            said,
            BlockQuote(blocks=["No."], speaker=Speaker(person=who, printed="the mayor")),
            provider=Concept(qcode="nprov:wire"),
            sponsor=Concept(uri="https://example.com/sponsors/9"),
            authors=[Contributor(concept=who)],
            rights=Rights(holder=Concept(uri="https://example.com/holders/17")),
            images=[Image(renditions=files(jpg=None), creator=Contributor(concept=who))],
        )
    )
    shown = words(page.find("body/main")) + str(metas(page))
    assert not any(code in shown for code in ("4711", "nprov", "sponsors", "holders"))
    assert words(page.find(".//figcaption")) == "— the mayor"
    assert "author" not in linked(page)
    assert "4711" not in str(linked(page)["hasPart"])
    by_literal = an_article("x", provider=Concept(literal="Wire"))
    assert metas(kept(by_literal))["og:site_name"] == ["Wire"]


def test_a_name_that_is_known_in_another_language_alone_is_marked_so() -> None:
    page = kept(named("ar"))
    for css in ("sponsor", "byline", "rights"):
        (name,) = [e for e in with_class(page, f"nm-{css}")[0].iter() if e.get("lang")]
        assert (name.get("lang"), name.get("dir"), words(name)[:7]) == ("en", "ltr", "Friends")


def test_a_byline_leads_to_its_authors_in_whatever_order_they_are_told() -> None:
    links = [Link(href=f"https://example.com/{n}") for n in (1, 2)]
    authors = [Contributor(name=n, links=(k,)) for n, k in zip(("Bo", "Ann"), links, strict=True)]
    for each in (authors, authors[::-1]):
        page = kept(an_article("x", byline="By Ann and Bo", authors=each))
        found = with_class(page, "nm-byline")[0]
        assert [(words(a), a.get("href")[-1]) for a in found.iter("a")] == [
            ("Ann", "2"),
            ("Bo", "1"),
        ]
        assert words(found) == "By Ann and Bo"


# ------------------------------------------------------------------ other directions
def test_the_language_of_a_quotation_is_not_that_of_its_attribution() -> None:
    quote = BlockQuote(blocks=["مرحبا"], language="ar", attribution="The mayor")
    page = html.dumps(an_article(quote))
    (figure,) = seen(page).iter("figure")
    said = figure.find("blockquote")
    assert (figure.get("lang"), figure.get("dir")) == (None, None)
    assert (said.get("lang"), said.get("dir")) == ("ar", "rtl")
    assert html.loads(page) == an_article(quote)


def test_a_page_that_tells_the_language_at_the_figure_is_read_as_ever() -> None:
    quote = BlockQuote(blocks=["مرحبا"], language="ar", attribution="The mayor")
    page = html.dumps(an_article(quote))
    told = ' lang="ar" dir="rtl" data-nm-made="dir"'
    older = page.replace(f"<blockquote{told}", "<blockquote")
    older = older.replace('class="nm-blockquote"', f'class="nm-blockquote"{told}')
    assert html.loads(older) == an_article(quote)


def test_what_no_browser_plays_is_no_source_of_a_video() -> None:
    kinds = {"a.mp4": "video/mp4", "a.m3u8": "application/vnd.apple.mpegurl", "a.vtt": "text/vtt",
             "a.xml": "text/xml", "a.jpg": "image/jpeg", "a": None}  # fmt: skip
    files = [Rendition(href=f"https://e.example/{n}", content_type=k) for n, k in kinds.items()]
    page = kept(an_article(videos=[Video(headline="The pier", renditions=tuple(files))]))
    shown = [source.get("src", "").rpartition("/")[2] for source in page.iter("source")]
    assert shown == ["a.mp4", "a.m3u8", "a"]


@pytest.mark.parametrize(("tag", "turned"), [("en", "ltr"), ("ar", "rtl"), (None, "ltr")])
def test_the_bare_article_tells_its_direction_to_any_template(tag: str | None, turned: str) -> None:
    article = an_article("The ferry sails again after nine years, and the town is glad of it.")
    part = html.dumps(changed(article, language=tag), page=False)
    page = f'<!DOCTYPE html><html lang="ar" dir="rtl"><title>t</title><body>{part}'
    (shown,) = seen(page).iter("article")
    assert shown.get("dir") == turned
    assert html.loads(page).language == tag


def test_lines_in_another_direction_are_told_and_stay_in_their_place() -> None:
    film = Rendition(href="https://example.com/a.mp4", content_type="video/mp4")
    page = kept(
        an_article(
            Embed(url="https://example.com/", title="The film"),
            language="ar",
            section="Sport",
            byline="By Ann Lee, AFP.",
            dateline=Dateline(text="KYIV (AFP) -", language="en"),
            credit="Example Wire",
            authors=[Contributor(name="علي", biography="Writes on rivers.")],
            provenance=[Provenance(disclosure="Written by machine.")],
            rights=Rights(notices=["All rights reserved"]),
            videos=[Video(headline="The pier", transcript="Hello.", renditions=(film,))],
        )
    )
    places = ("kicker", "disclosure", "provider", "rights", "biography", "source", "title")
    for css in (*places, "transcript", "byline", "dateline"):
        (around,) = with_class(page, f"nm-{css}")
        (told,) = [e for e in around.iter() if e.get("dir")]
        assert (told.tag, told.get("dir")) == ("bdi", "ltr")


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("zh-HK", "更正"),
        ("zh-TW", "發布"),
        ("zh-Hant-MO", "發布"),
        ("zh-CN", "发布"),
        ("zh", "发布"),
    ],
)
def test_labels_are_in_the_characters_that_are_written_there(tag: str, word: str) -> None:
    when = datetime(2024, 1, 5, tzinfo=UTC)
    fields: dict[str, Any] = {"published": when, "corrections": [Correction(text="x")]}
    assert word in words(kept(an_article("內文", language=tag, **fields)))


# ------------------------------------------------------------------ files that play
def files(**types: str | None) -> tuple[Rendition, ...]:
    """Files by their endings, with the types told of them."""
    return tuple(
        [Rendition(href=f"https://example.com/f.{n}", content_type=t) for n, t in types.items()]
    )


def test_of_the_files_of_a_video_only_what_plays_is_played() -> None:
    beside = files(txt="text/plain", vtt="text/vtt", pdf="application/pdf", srt=None)
    still = files(tiff="image/tiff", jpg="image/jpeg")
    playing = files(mp4="video/mp4", m3u8="application/x-mpegURL; charset=utf-8", webm=None)
    page = kept(an_article("x", videos=[Video(renditions=(*beside, *still, *playing))]))
    (video,) = page.iter("video")
    names = [source.get("src").rpartition(".")[2] for source in video.iter("source")]
    assert names == ["mp4", "m3u8", "webm"]
    assert video.get("poster") == "https://example.com/f.jpg"
    data = linked(page)["video"]
    assert data["contentUrl"] == "https://example.com/f.mp4"
    assert data["thumbnailUrl"] == video.get("poster")


def test_a_poster_counts_more_than_a_picture_among_the_files() -> None:
    poster, still = files(png="image/png"), files(jpg="image/jpeg")
    video = Video(renditions=(*files(mp4="video/mp4"), *still), poster=poster[0])
    (shown,) = kept(an_article("x", videos=[video])).iter("video")
    assert shown.get("poster") == poster[0].href


def test_where_nothing_plays_there_is_no_player() -> None:
    audio = Audio(renditions=files(pdf="application/pdf", txt=None))
    video = Video(renditions=files(vtt="text/vtt", jpg="image/jpeg"))
    page = kept(an_article("x", videos=[video], audios=[audio]))
    assert not [*page.iter("video"), *page.iter("audio")]
    assert not {"video", "audio"} & linked(page).keys()


def test_files_that_nobody_types_are_played_by_their_names() -> None:
    told = files(docx="application/octet-stream", mov="application/octet-stream", mp4="", mxf=None)
    names = ("a.txt", "b.odt", "c.ttml", "d.stl", "e.csv", "f.rtf#page=2", "g.php?v=a.mp4",
             "h.mp4?from=a.txt#t=10", "stream/8")  # fmt: skip
    untold = [Rendition(href=f"https://example.com/{name}") for name in names]
    page = kept(an_article("x", videos=[Video(renditions=(*told, *untold))]))
    shown = [source.get("src").rpartition(".com/")[2] for source in page.iter("source")]
    assert shown == ["f.mov", "f.mp4", "h.mp4?from=a.txt#t=10", "stream/8"]
    assert linked(page)["video"]["contentUrl"] == "https://example.com/f.mov"


@pytest.mark.parametrize("title", [None, "The pier"])
def test_of_what_cannot_be_played_readers_get_still_caption_and_page(title: str | None) -> None:
    caption = ImageCaption(language="en", text="Goats play", credit="Ann/AFP", alt_text="Goats")
    said: dict[str, Any] = {"headline": title, "captions": (caption,)}
    for file, still, link in (
        *[(files(html=kind), None, "f.html") for kind in ("text/html", None)],
        (files(jpg="image/jpeg"), "f.jpg", None),
        (files(mxf="application/mxf", jpg=None, php=None), "f.jpg", "f.php"),
    ):
        page = kept(an_article("x", videos=[Video(renditions=file, **said)]))
        (figure,) = page.iter("figure")
        assert not [*figure.iter("video"), *figure.iter("source")]
        assert "Goats play" in words(figure)
        assert "Ann/AFP" in words(figure)
        assert [(i.get("src"), i.get("alt")) for i in figure.iter("img")] == (
            [(f"https://example.com/{still}", "Goats")] if still else []
        )
        address = f"https://example.com/{link}"
        assert [(a.get("href"), words(a)) for a in figure.iter("a")] == (
            [(address, title or address)] if link else []
        )


# ------------------------------------------------------------------ what newsrooms show
def test_a_standfirst_stands_under_the_headline() -> None:
    teaser = Text(value="A teaser.", role="teaser")
    lead = Text(value="A standfirst.", role="x:standfirst")
    shown = {
        (teaser,): "A teaser.",
        (teaser, lead): "A standfirst.",
    }
    for lines, expected in shown.items():
        assert line(kept(an_article("x", descriptions=lines)), "standfirst") == expected
    for article in (
        an_article("x", descriptions=[teaser], summary="It sails."),
        an_article("A standfirst.", descriptions=[lead]),
        an_article("x", descriptions=[lead], summary="A standfirst."),
    ):
        assert with_class(kept(article), "nm-standfirst") == []


@pytest.mark.parametrize(
    ("genre", "shown"),
    [
        (Concept(qcode="genre:Opinion"), ["Думка"]),
        (Concept(qcode="genre:Opinion", names=[Text(value="Колонка", language="uk")]), ["Колонка"]),
        (Concept(qcode="genre:Opinion", names=[Text(value="Column", language="en")]), ["Думка"]),
        (Concept(qcode="genre:Current"), []),
    ],
)
def test_readers_are_told_what_is_no_plain_news(genre: Concept, shown: list[str]) -> None:
    page = kept(an_article("x", language="uk", genres=[genre]))
    assert [words(e) for e in with_class(page, "nm-genre")] == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, ["Satire"]),
        ({"section": "Satire"}, ["Satire"]),
        ({"section": "Vilkhove"}, ["Satire", "Vilkhove"]),
        ({"headlines": [Text(value="Row", role="kicker")]}, ["Satire", "Row"]),
        ({"section": "Satire", "headlines": [Text(value="Row", role="kicker")]}, ["Satire", "Row"]),
        ({"section": "Town", "headlines": [Text(value="SATIRE", role="kicker")]}, ["SATIRE"]),
    ],
)
def test_the_genre_is_read_once_over_the_headline(fields: Any, shown: list[str]) -> None:
    page = kept(an_article("x", language="en", genres=[Concept(qcode="genre:Satire")], **fields))
    lines = [*with_class(page, "nm-genre"), *with_class(page, "nm-kicker")]
    assert [words(each) for each in lines] == shown


def test_those_who_helped_to_report_are_named_and_desks_are_not() -> None:
    roles = {"Bo": "additional reporting", "Cy": "x:co-author", "desk.7": None, "Di": "editor"}
    people = [Contributor(name=name, role=role) for name, role in roles.items()]
    page = kept(an_article("x", contributors=people))
    assert line(page, "contributors") == "Additional reporting: Bo, Cy"
    page = kept(an_article("x", contributors=people, byline="By Ann, with Bo and Cy"))
    assert with_class(page, "nm-contributors") == []


@pytest.mark.parametrize(
    ("tag", "own", "day"),
    [
        ("uk", None, "10 січня 2031\u202fр."),
        ("en", None, "January 10, 2031"),
        ("en", "uk", "10 січня"),
    ],
)
@pytest.mark.parametrize("when", [date(2031, 1, 10), datetime(2031, 1, 10, 6, 30, tzinfo=UTC)])
def test_the_day_of_a_dateline_is_printed_for_people(
    when: Any, tag: str, own: str | None, day: str
) -> None:
    line = Dateline(place="ВИЛКОВЕ", date=when, agency="Wire", language=own)
    article = an_article("x", language=tag, dateline=line)
    page = html.dumps(article)
    (shown,) = with_class(seen(page), "nm-dateline")
    assert words(shown).startswith(f"ВИЛКОВЕ, {day}")
    assert [time.get("datetime") for time in shown.iter("time")] == [when.isoformat()]
    assert html.loads(page) == article
    assert html.loads(html.dumps(article, page=False)).dateline == Dateline(text=str(line))
    edited = html.loads(page.replace(f">{day}", f">Monday, {day}"))
    assert str(edited.dateline).startswith(f"ВИЛКОВЕ, Monday, {day}")


def test_the_direction_that_is_told_of_words_is_theirs() -> None:
    line = Text(value="abc 5!", language="az", direction=Direction.RIGHT_TO_LEFT, role="kicker")
    holder = Concept(names=[Text(value="(5)", direction=Direction.RIGHT_TO_LEFT)])
    page = kept(an_article("x", headlines=[line], sponsor=holder))
    turned = [(words(e), e.get("lang"), e.get("dir")) for e in page.iter("bdi") if e.get("dir")]
    assert turned == [("(5)", None, "rtl"), ("abc 5!", "az", "rtl")]


def test_the_name_of_a_video_has_the_language_of_its_caption() -> None:
    caption = ImageCaption(text="The ferry leaves.", language="en")
    for headline, tag in ((None, "en"), ("Пором", None)):
        video = Video(headline=headline, renditions=files(a="video/mp4"), captions=(caption,))
        (shown,) = kept(an_article(language="uk", videos=[video])).iter("video")
        assert shown.get("lang") == tag


def test_all_lines_below_the_headline_are_shown_and_may_be_edited() -> None:
    lines = [Text(value=value, role="x:deck") for value in ("One", "Two", "One")]
    article = an_article("x", headlines=lines)
    assert [words(e) for e in with_class(kept(article), "nm-subheadline")] == ["One", "Two"]
    edited = html.loads(html.dumps(article).replace(">Two<", ">Three<"))
    assert [each.value for each in edited.headlines] == ["One", "Three", "One"]


def test_names_are_looked_for_in_whole_words_and_nobody_is_told_twice() -> None:
    links = (Link(href="https://example.com/mara"),)
    mara = Contributor(name="Mara Sample", role="reporter", links=links)
    fields: dict[str, Any] = {"authors": [mara], "contributors": [mara]}
    for byline in ("By Mara Samples", "By Tamara Sample"):
        page = kept(an_article("x", byline=byline, **fields))
        assert line(page, "contributors") == "Additional reporting: Mara Sample"
        assert list(with_class(page, "nm-byline")[0].iter("a")) == []
    for line_ in ("By MARA SAMPLE", "Tamara Sample/Mara Sample", None, " "):
        page = kept(an_article("x", byline=line_, **fields))
        assert with_class(page, "nm-contributors") == []
    taro = Contributor(name="山田太郎", role="reporter")
    page = kept(an_article("x", language="ja", byline="文・山田太郎記者", contributors=[taro]))
    assert with_class(page, "nm-contributors") == []


def test_related_pages_are_named_with_links() -> None:
    links = [
        Link(rel="related", href="https://example.com/1", title="Порони", hreflang="uk"),
        Link(rel="related", href="javascript:alert(1)", title="No"),
        Link(rel="related", href="https://example.com/2"),
        Link(rel="irel:derivedFrom", href="https://example.com/3", title="No"),
    ]
    (shown,) = with_class(kept(an_article("x", links=links)), "nm-related")
    (link,) = shown.iter("a")
    assert (link.get("href"), link.get("hreflang")) == ("https://example.com/1", "uk")
    assert (words(link), link[0].get("lang")) == ("Порони", "uk")


@pytest.mark.parametrize(
    ("notices", "shown"),
    [([], ["© Ex Wire Ltd"]), (["All rights reserved"], ["All rights reserved", "© Ex Wire Ltd"]),
     (["(c) 2024 Ex-Wire Ltd."], ["(c) 2024 Ex-Wire Ltd."]),
     (["(c) 2024 EX WIRE LTD"], ["(c) 2024 EX WIRE LTD"]),
     (["Apex wire, Ltd"], ["Apex wire, Ltd", "© Ex Wire Ltd"])],
)  # fmt: skip
def test_whose_it_is_is_said_once(notices: list[str], shown: list[str]) -> None:
    rights = Rights(holder=Concept(names=["Ex Wire Ltd"]), notices=notices)
    page = kept(an_article("x", rights=rights))
    assert [words(e) for e in with_class(page, "nm-rights")] == shown


# ------------------------------------------------------------------ tables
def a_table(*cells: str) -> Table:
    row = TableRow(cells=tuple([TableCell(content=cell) for cell in cells]))
    return Table(rows=(row,))


@pytest.mark.parametrize(
    ("cells", "boxed"),
    [
        (("Place", "12", "3"), False),
        (("1", "2", "3", "4"), True),
        (("https://example.com/a/long/address", "3"), True),
        (("Donaudampfschifffahrt", "Gesellschaft"), True),
        (("渡し船は月曜日から再び村々の間を運航し、住民はとても喜んでいる。", "3"), False),
    ],
)
def test_a_table_that_a_telephone_cannot_hold_moves_by_itself(
    cells: tuple[str, ...], *, boxed: bool
) -> None:
    assert bool(with_class(page_of(a_table(*cells)), "nm-scroll")) == boxed


def test_a_size_of_nothing_is_no_size() -> None:
    file = Rendition(href="https://example.com/a.jpg", width=0, height=0)
    image = Image(id="a", renditions=(file,))
    article = an_article(images=(image,))
    page = html.dumps(article)
    (img,) = seen(page).iter("img")
    assert "width" not in img.attrib
    assert "height" not in img.attrib
    assert "width" not in html.json_ld(article)["image"]
    assert not [name for name in metas(seen(page)) if "width" in name or "height" in name]
    assert html.loads(page).images == (image,)


def test_no_picture_is_drawn_larger_than_it_is() -> None:
    assert "img[width]" not in html.stylesheet()
