"""What a page of ours says, and how."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from newsmodel.errors import ArgumentError, LossError, NotPublicError, OptionError
from newsmodel.formats import html, json as json_format, newsml, ninjs
from newsmodel.formats._shared import encoding
from newsmodel.formats.html.pages.words import table, word
from newsmodel.model import (
    Access,
    Article,
    BlockQuote,
    Concept,
    Contributor,
    Correction,
    CorrectionKind,
    Embed,
    Heading,
    Image,
    ImageCaption,
    InlineQuote,
    Link,
    Mention,
    Paragraph,
    PlaceDetails,
    Position,
    Provenance,
    QuoteKind,
    Rendition,
    Rights,
    Section,
    Speaker,
    Status,
    Table,
    TableCell,
    TableRow,
    Text,
    Time,
    Translation,
    Video,
    public,
)
from newsmodel.testing import examples
from tests.formats.html.looking import an_article, metas, page_of, seen, with_class, words

CORNER = TableCell(header=True)


def seen_text(page: str) -> str:
    """The text of a page as readers see it."""
    return words(next(e for e in seen(page).iter() if e.get("class") == "nm-body")).strip()


NOW = datetime(2024, 2, 1, tzinfo=UTC)


# ------------------------------------------------------------------ text
def test_headings_never_skip_and_tell_their_own_level() -> None:
    levels = [4, 6, 4, 2, 3]
    page = page_of(*[Heading(content=str(level), level=level) for level in levels])
    shown = [e for e in page.iter() if re.fullmatch("h[2-6]", str(e.tag))]
    assert [e.tag for e in shown] == ["h2", "h3", "h2", "h2", "h3"]
    assert [e.get("data-nm-level") for e in shown] == ["4", "6", "4", None, None]


@pytest.mark.parametrize("level", [1, 3])
def test_a_heading_that_repeats_the_headline_is_kept_and_not_shown_again(level: int) -> None:
    first = Heading(content="Ferry  to sail", level=level, attributes=(("id", "top"),))
    article = an_article(first, "It sails.", Heading(content="Ferry to sail"))
    page = seen(html.dumps(article))
    shown = [e for e in page.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert [(e.tag, words(e)) for e in shown] == [("h1", "Ferry to sail"), ("h2", "Ferry to sail")]
    (repeated,) = [e for e in page.iter("p") if e.get("hidden") is not None]
    assert words(repeated) == "Ferry  to sail"
    assert html.loads(html.dumps(article)) == article


def test_an_article_without_a_headline_has_a_heading_for_those_who_listen() -> None:
    (heading,) = page_of("It will sail again on Monday.", headline=None).iter("h1")
    assert words(heading) == "It will sail again on Monday."
    assert heading.get("class") == "nm-unseen"


def test_an_attribution_stands_outside_the_quotation() -> None:
    page = page_of(BlockQuote(blocks=["We waited."], attribution="The mayor"))
    (figure,) = page.iter("figure")
    assert [child.tag for child in figure] == ["blockquote", "figcaption"]
    assert words(figure.find("blockquote")) == "We waited."


def test_marks_are_printed_and_the_speaker_is_told() -> None:
    quote = InlineQuote(content="Так", marks=("«", "»"), speaker=Speaker(printed="the mayor"))
    (span,) = (
        e
        for e in page_of(Paragraph(content=[quote])).iter("span")
        if "nm-quote" in e.get("class", "")
    )
    assert words(span) == "«Так»"
    assert span.get("data-nm-speaker") == "the mayor"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2024, 1, 5), "2024-01-05"),
        (datetime(2024, 1, 5, 10, tzinfo=UTC), "2024-01-05T10:00:00+00:00"),
        (datetime.fromisoformat("2024-01-05T10:00:00.123456"), "2024-01-05T10:00:00.123"),
    ],
)
def test_times_are_for_machines_too(value: Any, written: str) -> None:
    article = an_article(Paragraph(content=[Time(content="then", value=value)]))
    page = html.dumps(article)
    assert [e.get("datetime") for e in seen(page).iter("time")] == [written]
    assert html.loads(page) == article


def test_header_cells_say_what_for() -> None:
    head = TableRow(section="head", cells=(TableCell(header=True, content="a"), TableCell()))  # type: ignore[arg-type]
    body = TableRow(cells=(TableCell(header=True, content="b"), TableCell(content="1")))
    cells = list(page_of(Table(rows=(head, body))).iter("th"))
    assert [cell.get("scope") for cell in cells] == ["col", "row"]


def test_a_row_of_header_cells_alone_names_the_columns_wherever_it_stands() -> None:
    names = TableRow(cells=[TableCell(header=True, content=name) for name in "ab"] + [CORNER])  # type: ignore[arg-type]
    body = TableRow(cells=(TableCell(header=True, content="c"), TableCell(content="1")))
    cells = page_of(Table(rows=(names, body))).iter("th")
    assert [cell.get("scope") for cell in cells] == ["col", "col", "row"]
    names = TableRow(cells=[TableCell(content=" "), *names.cells[:2]])  # type: ignore[arg-type]
    empty = TableRow(cells=(TableCell(header=True, content="c"), TableCell()))
    cells = page_of(Table(rows=(names, empty))).iter("th")
    assert [cell.get("scope") for cell in cells] == ["col", "col", "row"]


@pytest.mark.parametrize(
    "rows",
    [
        [("head", 2), ("body", 1)],
        [("head", 3), ("head", 1), ("body", 1), ("foot", 2)],
        [("body", 1), ("head", 9)],
        [("body", 70_000)],
    ],
)
def test_no_cell_spans_more_rows_than_its_group_has(rows: list[tuple[Any, int]]) -> None:
    cell = TableCell(content="a")
    cells = (TableRow(section=s, cells=(evolve(cell, rowspan=n),)) for s, n in rows)
    article = an_article(Table(rows=tuple(cells)))
    page = html.dumps(article)
    for group in (e for e in seen(page).iter() if e.tag in ("thead", "tbody", "tfoot")):
        for place, row in enumerate(group):
            assert place + int(row[0].get("rowspan", "1")) <= len(group)
    assert html.loads(page) == article
    assert html.loads(html.dumps(article, page=False)).body == article.body
    if rows[0] == ("head", 2):
        edited = html.loads(page.replace('rowspan="0"', 'rowspan="1"'))
        assert [row.cells[0].rowspan for row in edited.body[0].rows] == [1, 1]  # type: ignore[attr-defined]


SAID = f"<p>Мер: <q>Це <q>ваше</q> місто</q>.</p><p>{'Коза з’їла троянди мера. ' * 8}</p>"
NEWS_ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" xml:lang="en">
<contentMeta><language tag="uk"/></contentMeta><contentSet><inlineXML contenttype="text/html">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{}</body></html>
</inlineXML></contentSet></newsItem>"""
AGENCY = {"uri": "urn:x:1", "language": "uk", "version": "1", "type": "text"}


@pytest.mark.parametrize(
    ("format", "document"),
    [
        (html, f"<html lang=uk><article><h1>Коза</h1>{SAID}</article>"),
        (newsml, NEWS_ITEM.format(SAID)),
        (ninjs, json.dumps(AGENCY | {"body_html": SAID})),
    ],
)
def test_words_that_a_browser_gives_marks_have_those_of_their_language(
    format: Any, document: str
) -> None:
    article = format.loads(document)
    assert article.text.startswith("Мер: «Це „ваше“ місто».\n")
    assert seen_text(html.dumps(article)).startswith("Мер: «Це „ваше“ місто».\n")
    if format is newsml:
        assert "<q>Це <q>ваше</q> місто</q>" in newsml.dumps(article)


@pytest.mark.parametrize(
    ("scope", "shown"),
    [("row", "row"), ("col", "col"), ("ROWGROUP", "rowgroup"), ("colgroup", "col"), ("up", "col")],
)
def test_what_a_source_says_of_a_header_cell_counts_and_comes_back(scope: str, shown: str) -> None:
    head = f"<thead><tr><th scope='{scope}'>Town</th><th>2031</th></tr></thead>"
    text = f"<p>{'The goat ate the roses of the mayor. ' * 5}</p>"
    article = html.loads(
        f"<html lang=en><article><h1>Goat</h1>{text}<table>{head}<tr><td>1<td>2</table></article>"
    )
    page = html.dumps(article)
    assert [cell.get("scope") for cell in seen(page).iter("th")] == [shown, "col"]
    assert html.loads(page) == article
    for format in (html, json_format, newsml, ninjs):
        assert format.loads(format.dumps(article)).body == article.body


def test_what_a_header_cell_of_a_page_is_for_is_not_taken_for_what_a_source_said() -> None:
    table = Table(rows=(TableRow(cells=(TableCell(header=True, content="b"),)),))
    page = html.dumps(an_article(table))
    for scope in ("row", "col"):  # as pages were written once, and are now
        assert html.loads(page.replace('scope="col"', f'scope="{scope}"')).body == (table,)


def test_a_section_without_a_heading_is_a_mere_division() -> None:
    article = an_article(Section(blocks=["a"]), Section(blocks=[Heading(content="b")]))
    assert len(list(seen(html.dumps(article)).iter("section"))) == 1
    assert html.loads(html.dumps(article)) == article


def test_embeds_are_links_or_frames_in_a_sandbox() -> None:
    article = an_article(Embed(url="https://example.com/v", title="The film"))
    assert list(seen(html.dumps(article)).iter("iframe")) == []
    (frame,) = seen(html.dumps(article, frames=True)).iter("iframe")
    assert "allow-same-origin" not in frame.get("sandbox")
    assert frame.get("title") == "The film"
    assert html.loads(html.dumps(article, frames=True)) == article


def test_other_directions_are_told_and_do_not_stay() -> None:
    article = an_article(Paragraph(content="مرحبا", language="ar"))
    page = html.dumps(article)
    assert 'lang="ar" dir="rtl"' in page
    assert html.loads(page) == article


def test_corrections_are_dated_and_named_in_the_language_of_the_page() -> None:
    fixed = Correction(text="Рік був не той.", date=date(2024, 1, 5))
    notice = next(
        e
        for e in page_of(language="uk", corrections=[fixed]).iter("p")
        if e.get("class") == "nm-correction"
    )
    line = " ".join(words(notice).split())
    assert line == "Виправлення 5 січня 2024 р. Рік був не той."
    assert notice.find("time").get("datetime") == "2024-01-05"


@pytest.mark.parametrize(
    ("page", "words", "turned"),
    [("ar", "The year was wrong.", "ltr"), ("en", "كان العام خطأ.", "rtl")],
)
def test_a_correction_that_runs_against_its_page_is_told_to(
    page: str, words: str, turned: str
) -> None:
    article = an_article(language=page, corrections=[Correction(text=words)])
    (notice,) = with_class(seen(html.dumps(article)), "nm-correction")
    assert notice.find("span").get("dir") == turned
    assert html.loads(html.dumps(article)) == article


def test_a_page_of_an_article_without_a_language_is_given_one() -> None:
    line = "Паром знову ходитиме між селами, і мешканці цьому дуже раді."
    article = an_article(line, language=None, headline=None)
    page = html.dumps(article)
    assert seen(page).get("lang") == "uk"
    assert html.loads(page) == article


# ------------------------------------------------------------------ pictures
def a_picture(**fields: Any) -> Image:
    addresses = {width: f"https://example.com/{width}.jpg" for width in (400, 1600, 3200)}
    files = [Rendition(href=a, width=w, height=w // 2) for w, a in addresses.items()]
    caption = ImageCaption(text="The pier", alt_text="A wooden pier", credit="A. Name")
    return Image(renditions=tuple(files), captions=(caption,), **fields)


@pytest.mark.parametrize(
    ("label", "shown"), [("FILE PHOTO", "FILE PHOTO"), ("Archivfoto", "Archivfoto"), ("Photo", "")]
)
def test_that_a_picture_is_an_old_one_is_told_where_nobody_is_credited(
    label: str, shown: str
) -> None:
    caption = ImageCaption(text="Olha Marchuk", label=label)
    image = evolve(a_picture(), captions=(caption,))
    article = an_article("x", images=[image])
    told = words(page_of(images=[image]).find(".//figcaption")).removeprefix("Olha Marchuk")
    assert told.strip() == shown
    assert html.loads(html.dumps(article)).images == article.images


def test_a_picture_has_caption_and_credit_apart_and_its_widths() -> None:
    page = page_of(images=[a_picture()])
    (img,) = page.iter("img")
    assert (img.get("alt"), img.get("src")) == ("A wooden pier", "https://example.com/1600.jpg")
    assert img.get("srcset").count("w,") == 2
    shown = {e.get("class"): words(e) for e in page.find(".//figcaption").iter("span")}
    assert shown == {"nm-caption": "The pier", "nm-credit": "A. Name"}


@pytest.mark.parametrize("tag", ["en", "de", "ar"])
@pytest.mark.parametrize("credited", ["en", "de", "ar"])
def test_a_credit_in_one_language_is_printed_in_every_one(tag: str, credited: str) -> None:
    captions = [
        ImageCaption(language=each, text=f"In {each}", credit="A. Name" if each == credited else "")
        for each in ("en", "de", "ar")
    ]
    image = evolve(a_picture(id="urn:x:2"), captions=tuple(captions))
    versions = [Translation(language=each, body=["x"]) for each in ("de", "ar")]
    article = an_article("x", images=[image], translations=versions).in_language(tag)
    page = html.dumps(article)
    (shown,) = [e for e in seen(page).iter("span") if e.get("class") == "nm-credit"]
    assert (words(shown), shown.get("lang", tag)) == ("A. Name", credited)
    assert html.json_ld(article)["image"]["creditText"] == "A. Name"
    assert html.loads(page) == article
    named = evolve(image, creator=Contributor(name="Bo Lee"))
    assert words(page_of(images=[named]).find(".//figcaption")).endswith(
        "A. Name" if credited == "en" else "Bo Lee"
    )


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({"photographers": ["Olha Marchuk"]}, "Olha Marchuk"),
        ({"agencies": ["Wire"]}, "Wire"),
        (
            {"photographers": ["Olha Marchuk", "Jan Kos"], "agencies": ["Wire"]},
            "Olha Marchuk, Jan Kos/Wire",
        ),
        ({"photographers": ["Jan Kos"], "text": "A pier (Jan KOS)"}, None),
        ({"photographers": ["Jan Kos"], "credit": "J. Kos"}, "J. Kos"),
    ],
)
def test_those_who_took_a_picture_are_credited_where_no_line_does(
    told: dict[str, Any], shown: str | None
) -> None:
    image = evolve(a_picture(), captions=(ImageCaption(**{"text": "A pier", **told}),))
    foreign = ImageCaption(language="uk", text="Причал")
    for captions in (image.captions, (foreign, *image.captions)):
        article = an_article("x", images=[evolve(image, captions=captions)])
        page = html.dumps(article)
        lines = [words(e) for e in seen(page).iter("span") if e.get("class") == "nm-credit"]
        assert lines == ([shown] if shown else [])
        assert html.json_ld(article)["image"].get("creditText") == shown
        assert html.loads(page) == article


def test_the_names_of_those_who_took_a_picture_may_be_edited() -> None:
    caption = ImageCaption(language="en", text="A pier", photographers=("Olha Marchuk",))
    page = html.dumps(an_article("x", images=[evolve(a_picture(), captions=(caption,))]))
    (now,) = html.loads(page.replace(">Olha Marchuk<", ">Jan Kos/AFP<")).images[0].captions
    assert (now.credit, now.photographers, now.agencies) == ("Jan Kos/AFP", ("Jan Kos",), ("AFP",))


@pytest.mark.parametrize("name", ["STR", "Marchuk, Olha", "olha marchuk"])
def test_who_stands_in_an_edited_line_of_names_stays_what_they_were(name: str) -> None:
    caption = ImageCaption(text="A pier, by Jan", photographers=("Jan", name), agencies=("AP",))
    page = html.dumps(an_article("x", images=[evolve(a_picture(), captions=(caption,))]))
    assert f">{name}/AP<" in page
    (now,) = html.loads(page.replace(f">{name}/AP<", f">{name}/dpa<")).images[0].captions
    assert (now.photographers, now.agencies) == (("Jan", name), ("dpa",))


def test_of_two_files_of_one_width_the_first_is_named() -> None:
    image = a_picture()
    marked = [
        evolve(file, href=f"https://example.com/marked-{file.width}.jpg")
        for file in image.renditions
    ]
    (img,) = page_of(images=[evolve(image, renditions=(*image.renditions, *marked))]).iter("img")
    assert img.get("src") == "https://example.com/1600.jpg"
    assert "1600.jpg 1600w" in img.get("srcset")
    assert "marked" not in img.get("srcset")


def test_files_that_are_not_public_are_nowhere() -> None:
    secret = Rendition(href="https://example.com/secret.jpg", public=False)
    assert "secret" not in html.dumps(an_article(images=[Image(renditions=(secret,))]))


# ------------------------------------------------------------------ languages
def in_three() -> Article:
    return an_article(
        url="https://example.com/en",
        translations=[
            Translation(language="uk", url="https://example.com/uk", source_language="en"),
            Translation(language="ar"),
        ],
    )


def test_the_switcher_names_each_language_in_itself() -> None:
    items = {words(e): e[0] for e in seen(html.dumps(in_three())).find(".//nav").iter("li")}
    assert list(items) == ["English", "العربية", "Українська"]
    assert items["English"].get("aria-current") == "page"
    assert items["العربية"].tag == "span"
    other = items["Українська"]
    assert [other.get(n) for n in ("href", "hreflang", "lang")] == [
        "https://example.com/uk",
        "uk",
        "uk",
    ]


def test_two_translations_into_one_language_are_set_apart(tmp_path: Path) -> None:
    versions = [Translation(language="uk", headline=h, body=["х"]) for h in "аб"]
    files = html.dump_site(
        an_article("x", translations=versions), tmp_path, base_url="https://example.com"
    )
    pages = {file.name: seen(file.read_text("utf-8")) for file in files}
    for page in pages.values():
        names = [words(item) for nav in page.iter("nav") for item in nav.iter("li")]
        assert names == ["English", "Українська", "Українська (2)"]
    ids = {page.find(".//article").get("data-nm-id") for page in pages.values()}
    assert ids == {"urn:x:1", "urn:x:1#uk", "urn:x:1#uk-2"}


def test_alternates_name_this_page_and_the_original() -> None:
    links = [e for e in seen(html.dumps(in_three())).iter("link") if e.get("rel") == "alternate"]
    pairs = {e.get("hreflang"): e.get("href") for e in links}
    assert pairs == {
        "en": "https://example.com/en",
        "uk": "https://example.com/uk",
        "x-default": "https://example.com/en",
    }


def test_every_page_of_a_site_leads_to_the_others(tmp_path: Any) -> None:
    files = html.dump_site(examples.full_featured(), tmp_path, at=NOW)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["ar.html", "en.html", "uk.html"]
    for file in files:
        page = file.read_text(encoding="utf-8")
        links = [e.get("href") for e in seen(page).find(".//nav").iter("a")]
        assert links == ["uk.html", "ar.html", "en.html"]
        version = public(examples.full_featured().in_language(file.stem), at=NOW)
        assert html.loads(page) == version


def test_what_a_version_says_itself_is_in_its_own_language(tmp_path: Any) -> None:
    """What all versions share is in the article's, and marked where that is another."""
    html.dump_site(examples.full_featured(), tmp_path, at=NOW)
    kickers = {
        tag: seen((tmp_path / f"{tag}.html").read_text()).find(".//p[@class='nm-kicker']")
        for tag in ("en", "uk", "ar")
    }
    told = {tag: [bdi.get("lang") for bdi in kicker] for tag, kicker in kickers.items()}
    assert told == {"en": [], "uk": [], "ar": ["en"]}


def test_what_all_versions_share_of_media_is_in_the_language_of_the_article(tmp_path: Any) -> None:
    machine = (Provenance(disclosure="Made by a machine."),)
    files = (Rendition(href="https://example.com/a.mp4", content_type="video/mp4"),)
    pages = (Rendition(href="https://example.com/a", content_type="text/html"),)
    media = [
        Video(headline="The ferry", renditions=files, transcript="We sail.", provenance=machine),
        Video(headline="Its page", renditions=pages),
    ]
    arabic = Translation(language="ar", headline="عبارة", body=["تبحر."])
    item = an_article(section="Locales")
    plain = Translation(language="fr", headline="Le bac", body=["Il part."], item=item)
    own = Translation(
        language="de", headline="x", body=["y"], item=evolve(item, videos=tuple(media))
    )
    article = an_article("It sails.", videos=media, translations=[arabic, plain, own])
    html.dump_site(article, tmp_path, at=NOW)
    marks = {"en": (None, None), "ar": ("en", "ltr"), "fr": ("en", None), "de": (None, None)}
    shown = {tag: seen((tmp_path / f"{tag}.html").read_text()) for tag in marks}
    for tag, told in marks.items():
        (player,) = shown[tag].iter("video")
        assert (player.get("lang"), player.get("dir")) == told
        assert player.get("aria-label") == "The ferry"
        marked = {e.text: (e.get("lang"), e.get("dir")) for e in shown[tag].iter("bdi")}
        for line in ("The ferry", "Made by a machine.", "We sail.", "Its page"):
            assert marked.get(line, (None, None)) == told


def test_versions_that_name_no_language_are_named_alike_on_all_pages(tmp_path: Any) -> None:
    body = ["The goat was seen on the hill by all of the people of the town on Monday."]
    article = an_article(
        *body, language=None, translations=[Translation(language="uk", body=["т"])]
    )
    for file in html.dump_site(article, tmp_path, base_url="https://example.com"):
        links = seen(file.read_text()).findall(".//link[@rel='alternate']")
        assert {e.get("hreflang") for e in links} == {"en", "uk", "x-default"}


def test_a_killed_version_is_a_notice_that_says_nothing_of_it(tmp_path: Any) -> None:
    gone = Translation(language="uk", headline="Секрет", body=["Текст"], status=Status.CANCELED)
    html.dump_site(an_article("Text.", translations=[gone]), tmp_path)
    notice = (tmp_path / "uk.html").read_text(encoding="utf-8")
    assert "Секрет" not in notice
    assert "Цей матеріал відкликано." in notice
    assert "noindex" in notice
    assert "uk.html" not in (tmp_path / "en.html").read_text(encoding="utf-8")


def test_a_site_is_written_whole_or_not_at_all(tmp_path: Any) -> None:
    (tmp_path / "en.html").write_text("before", encoding="utf-8")
    (tmp_path / "uk.html").mkdir()  # no file can be put there
    other = Translation(language="uk", headline="Пором", body=["Текст"])
    with pytest.raises(OSError):  # noqa: PT011  # which one, the system decides
        html.dump_site(an_article("Text.", translations=[other]), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["en.html", "uk.html"]
    assert (tmp_path / "en.html").read_text(encoding="utf-8") == "before"


def test_a_site_of_which_nothing_may_be_seen_is_refused(tmp_path: Any) -> None:
    with pytest.raises(NotPublicError):
        html.dump_site(evolve(an_article(), status=Status.WITHHELD), tmp_path / "site")
    assert not (tmp_path / "site").exists()


# ------------------------------------------------------------------ for machines
def test_metadata_says_what_networks_ask() -> None:
    found = metas(seen(html.dumps(examples.full_featured(), at=NOW)))
    assert found["og:locale"] == ["en_US"]
    assert found["og:locale:alternate"] == ["uk_UA", "ar_EG"]
    assert found["twitter:card"] == ["summary_large_image"]
    assert found["article:tag"] == ["bridge", "river"]
    assert found["robots"][0].startswith("max-image-preview:large")
    assert found["description"] == ["The bridge over the Prytula is open."]


def test_linked_data_tells_all() -> None:
    linked = html.json_ld(examples.full_featured(), at=NOW)
    assert linked["author"]["name"] == "Ann Sample"
    assert linked["image"][0]["creator"]["name"] == "Pat Shutter"
    assert linked["image"][0]["creditText"] == "Pat Shutter/Example Wire"
    assert (
        linked["image"][0]["digitalSourceType"] == "https://schema.org/DigitalCaptureDigitalSource"
    )
    assert linked["translationOfWork"]["@id"] == "https://example.com/uk/bridge"
    assert linked["correction"]["text"] == "An earlier version gave the wrong year."
    assert (linked["isAccessibleForFree"], linked["copyrightYear"]) == (False, 2024)
    assert json.loads(json.dumps(linked)) == linked
    free = evolve(examples.full_featured(), access=Access.FREE)
    quoted = html.json_ld(free, at=NOW)["hasPart"][0]
    assert quoted["text"] == "We waited four years, and today we walk."
    assert quoted["spokenByCharacter"]["jobTitle"] == "mayor"


@pytest.mark.parametrize("access", [Access.PAID, Access.METERED])
@pytest.mark.parametrize("headline", ["Ferry to sail", None])
def test_what_is_paid_for_is_in_the_text_alone(access: Access, headline: str | None) -> None:
    body = (
        Heading(content="Secret heading"),
        Paragraph(
            content=[InlineQuote(content="A secret plan", speaker=Speaker(printed="Jan Kos"))]
        ),
        BlockQuote(blocks=["Another secret"], attribution="Olha Marchuk, of secrets"),
        Table(rows=(TableRow(cells=(TableCell(content="Secret cell"),)),)),
    )
    film = Rendition(href="https://example.com/ferry.mp4", content_type="video/mp4")
    videos = [Video(headline="The ferry", renditions=(film,), transcript="Secret words")]
    article = an_article(*body, headline=headline, access=access, videos=videos)
    assert "secret" not in (html.head(article) + json.dumps(html.json_ld(article))).lower()
    assert html.json_ld(article)["hasPart"] == [
        {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".nm-body"}
    ]
    told = evolve(article, summary="A plan is ready.")
    assert metas(seen(html.dumps(told)))["description"] == ["A plan is ready."]
    free = html.head(evolve(article, access=Access.FREE))
    assert "secret plan" in free
    assert "Secret words" in free


@pytest.mark.parametrize(
    ("rel", "named"), [("license", True), ("irel:license", True), ("related", False)]
)
def test_a_licence_is_told_of_in_data_and_links_alike(rel: str, *, named: bool) -> None:
    address = "https://creativecommons.org/licenses/by/4.0/"
    article = an_article(rights=Rights(links=(Link(href=address, rel=rel),)))
    told = [e.get("href") for e in seen(html.dumps(article)).iter("link")]
    assert (address in told) is ("license" in html.json_ld(article)) is named


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Jane Roe and John Doe in Paris", ["Person: Jane Roe", "Person: John Doe"]),
        ("By Jane Roe in London and John Doe", ["Person: Jane Roe", "Person: John Doe"]),
        ("By\nJane Roe\nJohn Doe", ["Person: Jane Roe", "Person: John Doe"]),
        ("By Jane Roe\nPolitical Editor", ["Person: Jane Roe"]),
        ("By Jane Roe and Banksy", ["Thing: Jane Roe and Banksy"]),
        ("By Jane Roe for The Guardian", ["Thing: Jane Roe for The Guardian"]),
        ("By Ann Sample and Bo Test, Example Wire", ["Person: Ann Sample", "Person: Bo Test"]),
        ("ANN SAMPLE", ["Person: ANN SAMPLE"]),
        ("By our man in Vyhadane", ["Thing: our man in Vyhadane"]),
        ("By the Editorial Board", ["Organization: the Editorial Board"]),
        ("By AFP", ["Organization: AFP"]),
        ("ANSA/dpa", ["Organization: ANSA", "Organization: dpa"]),
        ("By ANSA/Sample", ["Thing: ANSA/Sample"]),
        ("By Mia", ["Thing: Mia"]),
        ("Texte : Anne Durand / Photos : Jan Kos", ["Person: Anne Durand"]),
        ("By Jane Roe | Photographs by Jan Kos", ["Person: Jane Roe"]),
        ("By Jane Roe\nPhotos by Jan Kos", ["Person: Jane Roe"]),
        ("By Jane Roe with photographs by Jan Kos and Bo Dahl", ["Person: Jane Roe"]),
        ("By Jane Roe | Video by Jan Kos/AFP", ["Person: Jane Roe"]),
        ("Текст: Ольга Марчук, фото: Ян Кос", ["Person: Ольга Марчук"]),
        ("Tekst: Jan Kos i Bo Dahl, zdjęcia: PAP", ["Person: Jan Kos", "Person: Bo Dahl"]),
        ("Text und Fotos: Jan Kos", ["Person: Jan Kos"]),
        ("Text and photos: Jan Kos", ["Person: Jan Kos"]),
        ("Photos by Jan Kos", ["Person: Jan Kos"]),
        ("Von Olha Marchuk (Text) und Jan Kos (Fotos)", ["Person: Olha Marchuk"]),
        ("Olha Marchuk (tekst) og Jan Kos (foto)", ["Person: Olha Marchuk"]),
        ("Olha Marchuk (text) Jan Kos (foto)", ["Person: Olha Marchuk"]),
        ("Olha Marchuk (Text) | Jan Kos (Grafik)", ["Person: Olha Marchuk"]),
        ("Olha Marchuk (words) and Jan Kos", ["Person: Olha Marchuk", "Person: Jan Kos"]),
        ("Jan Kos (Text und Fotos)", ["Person: Jan Kos"]),
        ("Jan Kos (Fotos)", ["Person: Jan Kos"]),
        ("Jan Kos (Reuters)", ["Person: Jan Kos"]),
        ("Tekst Olha Marchuk, foto Jan Kos", ["Person: Olha Marchuk"]),
        ("Texte Olha Marchuk et photos Jan Kos", ["Person: Olha Marchuk"]),
        ("Text und Fotos Jan Kos", ["Person: Jan Kos"]),
        ("Olha Marchuk, Aufnahme vom See", ["Thing: Olha Marchuk, Aufnahme vom See"]),
        ("Bild Redaktion", ["Organization: Bild Redaktion"]),
        ("Jane Roe, Image Group", ["Thing: Jane Roe, Image Group"]),
        ("Picture Desk", ["Organization: Picture Desk"]),
        ("Jane Roe, foto Reuters", ["Person: Jane Roe"]),
        ("Teksti: Olha Marchuk Kuvat: Jan Kos", ["Person: Olha Marchuk"]),
        ("Kuvat: Jan Kos Teksti: Olha Marchuk", ["Person: Olha Marchuk"]),
        ("Olha Marchuk (teksti) ja Jan Kos (kuvat)", ["Person: Olha Marchuk"]),
        ("كتب: سامي علي، تصوير: نادر حسن", ["Person: سامي علي"]),
        ("Aufgezeichnet von Jan Kos", ["Person: Jan Kos"]),
        ("Texte : Banksy / Photos : Jan Kos", ["Thing: Banksy"]),
        ("By Our Correspondent", ["Thing: Our Correspondent"]),
        ("Example Wire", ["NewsMediaOrganization: Example Wire"]),
        (None, ["NewsMediaOrganization: Example Wire"]),
    ],
)
def test_the_author_is_who_the_byline_says_and_not_the_agency(
    byline: str | None, authors: list[str]
) -> None:
    article = an_article("x", byline=byline, provider=Concept(names=["Example Wire"]))
    told = html.json_ld(article)["author"]
    told = told if isinstance(told, list) else [told]
    assert [f"{each['@type']}: {each['name']}" for each in told] == authors


@pytest.mark.parametrize(
    ("author", "kind"),
    [
        (Contributor(name="Ann Sample"), "Person"),
        (Contributor(name="Sample"), "Person"),
        (Contributor(name="sample.annett"), "Person"),
        (Contributor(name="sample.bo"), "Thing"),
        (Contributor(name="A.Sample"), "Person"),
        (Contributor(name="Sample, Ann"), "Person"),
        (Contributor(name="Reuters, Vyhadane"), "Thing"),
        (Contributor(name="Ann Post"), "Person"),
        (Contributor(name="Tim al-Sample"), "Person"),
        (Contributor(name="Tim Sa-mple"), "Person"),
        (Contributor(name="dpa-Sample Sport"), "Thing"),
        (Contributor(name="Erin Chief"), "Person"),
        (Contributor(name="Олена Зразок"), "Person"),
        (Contributor(name="محمد"), "Person"),
        (Contributor(name="王毅"), "Person"),
        (Contributor(name="Mia"), "Thing"),
        (Contributor(name="ANSA/dpa"), "Thing"),
        (Contributor(name="Ministry of Health"), "Thing"),
        (Contributor(name="Міністерство охорони здоров’я"), "Thing"),
        (Contributor(name="World Bridge Organization"), "Thing"),
        (Contributor(name="VYH News"), "Thing"),
        (Contributor(name="The Sports Network"), "Thing"),
        (Contributor(name="Sportredaktion"), "Thing"),
        (Contributor(name="Our Correspondent"), "Thing"),
        (Contributor(name="Anonymous"), "Thing"),
        (Contributor(name="Associated Press"), "Organization"),
        (Contributor(concept=Concept(names=["Reuters"], type="x:unheardOf")), "Organization"),
        (Contributor(name="Vyhadane Sports, Inc."), "Organization"),
        (Contributor(name="Editorial Board"), "Organization"),
        (Contributor(name="Example Wire"), "Organization"),
        (Contributor(name="Desk", concept=Concept(type="cpnat:person")), "Person"),
        (Contributor(name="Nobody", concept=Concept(type="cpnat:organisation")), "Organization"),
    ],
)
def test_an_agency_is_no_person_where_it_wrote_a_text_or_took_a_picture(
    author: Contributor, kind: str
) -> None:
    file = Rendition(href="https://example.com/a.jpg")
    picture = Image(renditions=(file,), creator=author)
    provider = Concept(names=["Example Wire"])
    linked = html.json_ld(an_article(authors=[author], images=[picture], provider=provider))
    assert linked["author"]["@type"] == kind
    assert linked["image"]["creator"]["@type"] == kind


@pytest.mark.parametrize("name", sorted(examples.examples()))
def test_a_page_holds_the_linked_data_that_are_given_alone(name: str) -> None:
    article = examples.examples()[name]
    scripts = seen(html.dumps(article, override=True)).iter("script")
    held = next(each for each in scripts if each.get("type") == "application/ld+json")
    assert json.loads(held.text) == html.json_ld(article, override=True)


def test_who_is_mentioned_in_the_text_stands_in_the_linked_data_of_a_page() -> None:
    river = Mention(concept=Concept(names=(Text(value="Prytula"),)), content=("the river",))
    article = an_article(Section(blocks=(Paragraph(content=("It crosses ", river, ".")),)))
    held = html.dumps(article).partition('application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(held)["mentions"] == {"@type": "Thing", "name": "Prytula"}


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("The ferry sails again, yes. " * 9, ("The ferry sails again, yes. " * 7).strip()),
        (f"{'It sails again and ' * 20}soon.", f"{'It sails again and ' * 10}It sails…"),
    ],
)
def test_a_description_ends_with_a_sentence_or_says_that_more_follows(
    text: str, described: str
) -> None:
    assert metas(page_of(Paragraph(content=(text,))))["description"] == [described]


def test_lines_in_the_language_of_the_page_come_before_others() -> None:
    def told(*body: str, **fields: Any) -> list[list[str]]:
        page = html.dumps(an_article(*body, **fields))
        found = metas(seen(page))
        lines = [
            e for e in seen(page).iter("p") if e.get("class") in ("nm-standfirst", "nm-kicker")
        ]
        names = ("description", "og:description", "twitter:description")
        return [*[found.get(name, []) for name in names], [words(e) for e in lines]]

    foreign = Text(value="Пором", language="uk", role="teaser")
    own = Text(value="A ferry.", language="en-GB", role="teaser")
    kickers = [
        Text(value=w, language=t, role="kicker") for w, t in (("Ріка", "uk"), ("River", None))
    ]
    both = told("It sails.", descriptions=[foreign, own], headlines=kickers)
    assert both == [["A ferry."]] * 3 + [["River", "A ferry."]]
    assert told("It sails.", descriptions=[foreign]) == [["It sails."]] * 3 + [["Пором"]]
    assert told(descriptions=[foreign]) == [["Пором"]] * 4
    assert told(descriptions=[foreign], summary="So.")[0] == ["So."]


@pytest.mark.parametrize(
    ("notice", "year"),
    [
        ("© 2024 Example", 2024),
        ("© 1996–2024 Example", 2024),
        ("© 1996 - 2024. 7", 2024),
        ("© 1996–97 Example", None),
        ("© Example, 2024-05-01", 2024),
        ("© Example", None),
    ],
)
def test_the_year_of_a_copyright_is_the_last_of_a_span(notice: str, year: int | None) -> None:
    linked = html.json_ld(an_article(rights=Rights(notices=[notice])))
    assert linked.get("copyrightYear") == year


@pytest.mark.parametrize(
    ("made", "published", "told"),
    [
        (datetime(2024, 1, 5, tzinfo=UTC), datetime(2024, 1, 8, tzinfo=UTC), False),
        (datetime(2024, 1, 9, tzinfo=UTC), datetime(2024, 1, 8, tzinfo=UTC), True),
        (datetime(2024, 1, 9), datetime(2024, 1, 8, tzinfo=UTC), False),  # noqa: DTZ001  # nobody told
        (datetime(2024, 1, 5, tzinfo=UTC), None, True),
    ],
)
def test_what_was_ready_before_it_was_published_was_not_changed(
    made: datetime, published: datetime | None, *, told: bool
) -> None:
    linked = html.json_ld(an_article(version_created=made, published=published))
    assert ("dateModified" in linked) is told


def test_tiny_numbers_are_spelled_one_way_and_are_plain_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spot = PlaceDetails(position=Position(latitude=0.00001, longitude=-1e-09))
    place = Concept(names=["Null Island"], type="cpnat:geoArea", place=spot)
    article = an_article(places=[place])
    page = html.dumps(article)
    assert '"latitude":1e-05,"longitude":-1e-09' in page
    monkeypatch.setattr(encoding, "FAST", False)
    assert html.dumps(article) == page
    geo = html.json_ld(article)["locationCreated"]["geo"]
    assert (type(geo["latitude"]), geo["latitude"]) == (float, 0.00001)


def test_the_language_of_a_quotation_is_that_of_its_place() -> None:
    quote = InlineQuote(content="Il pleut.")
    blocks = [Paragraph(content=[quote], language=tag) for tag in ("fr", None)]
    parts = html.json_ld(an_article(*blocks))["hasPart"]
    assert [part["inLanguage"] for part in parts] == ["fr", "en"]


def test_one_who_wants_no_name_gets_none() -> None:
    driver = Speaker(printed="a bus driver", anonymous=True)
    quote = BlockQuote(blocks=["We swam."], speaker=driver, kind=QuoteKind.DIRECT)
    (part,) = html.json_ld(an_article(quote))["hasPart"]
    assert part["spokenByCharacter"] == {"@type": "Person", "description": "a bus driver"}


@pytest.mark.parametrize(
    ("speaker", "language", "told"),
    [
        (Speaker(printed="Ann Sample"), "en", ("Person", "name", "Ann Sample")),
        (Speaker(printed="Ann Sample, a lawyer,"), "en", ("Person", "name", "Ann Sample")),
        (Speaker(printed="Олена Зразок"), "uk", ("Person", "name", "Олена Зразок")),
        (Speaker(printed="Die Sprecherin Ann Sample"), "de", ("Person", "name", "Ann Sample")),
        (Speaker(printed="Mr Sample"), "en", ("Person", "name", "Mr Sample")),
        (Speaker(printed="Sample"), "en", ("Thing", "name", "Sample")),
        (Speaker(printed="Ann Sample’s lawyer"), "en", ("Thing", "description", None)),
        (Speaker(printed="a lawyer for Ann Sample"), "en", ("Thing", "description", None)),
        (Speaker(printed="адвокат Олени Зразок"), "uk", ("Thing", "description", None)),
        (Speaker(printed="Ann Sample of Norland"), "en", ("Person", "name", "Ann Sample")),
        (Speaker(printed="Ann Sample and Bo Dahl"), "en", ("Thing", "description", None)),
        (Speaker(printed="José y Pedro"), "es", ("Thing", "description", None)),
        (Speaker(printed="José Ortega y Campo"), "es", ("Person", "name", "José Ortega y Campo")),
        (Speaker(printed="Marine Le Pont"), "fr", ("Person", "name", "Marine Le Pont")),
        (Speaker(printed="An Nguyen"), "en", ("Thing", "name", "An Nguyen")),
        (Speaker(printed="Maria dos Montes"), "pt", ("Thing", "name", "Maria dos Montes")),
        (Speaker(printed="Jean d’Ormes"), "fr", ("Thing", "name", "Jean d’Ormes")),
        (Speaker(printed="The Sample"), "en", ("Thing", "description", "The Sample")),
        (Speaker(printed="Mia"), "en", ("Thing", "name", "Mia")),
        (
            Speaker(printed="a driver", person=Concept(names=[""])),
            "en",
            ("Thing", "description", "a driver"),
        ),
        (Speaker(printed="رئيسة البلدية"), "ar", ("Thing", "name", "رئيسة البلدية")),
        (Speaker(printed="Vyhadane Department"), "en", ("Thing", "name", "Vyhadane Department")),
        (Speaker(printed="Associated Press"), "en", ("Organization", "name", "Associated Press")),
        (Speaker(printed="his editors"), "en", ("Thing", "description", "his editors")),
        (Speaker(printed="the agency"), "en", ("Thing", "description", "the agency")),
        (Speaker(printed="a police spokesman"), "en", ("Thing", "description", None)),
        (Speaker(printed="Police"), "en", ("Thing", "description", "Police")),
        (Speaker(printed="Anwohner"), "de", ("Thing", "description", "Anwohner")),
        (Speaker(printed="a Labor Department study"), "en", ("Thing", "description", None)),
        (Speaker(printed="she", role="mayor"), "en", ("Person", "jobTitle", "mayor")),
        (
            Speaker(printed="it", person=Concept(names=["Reuters"])),
            "en",
            ("Organization", "name", "Reuters"),
        ),
    ],
)
def test_words_that_name_nobody_are_no_name(
    speaker: Speaker, language: str, told: tuple[str, str, str | None]
) -> None:
    quote = BlockQuote(blocks=["We swam."], speaker=speaker)
    (part,) = html.json_ld(an_article(quote, language=language))["hasPart"]
    kind, field, words = told
    assert part["spokenByCharacter"] == {"@type": kind, field: words or speaker.printed}


@pytest.mark.parametrize(
    ("words", "language"),
    [("she", "en"), ("They", "en"), ("which", "en"), ("it", "en"), ("Вони", "uk"), ("man", "de"),
     ("The two", "en"), ("—", "en")],
)  # fmt: skip
def test_nothing_is_said_of_a_mere_pronoun(words: str, language: str) -> None:
    quote = BlockQuote(
        blocks=["We swam."], speaker=Speaker(printed=words, person=Concept(qcode="x:1"))
    )
    (part,) = html.json_ld(an_article(quote, language=language))["hasPart"]
    assert "spokenByCharacter" not in part


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        ("genre:Analysis", "AnalysisNewsArticle"),
        ("genre:Opinion", "OpinionNewsArticle"),
        ("genre:Satire", "SatiricalArticle"),
        ("genre:Sponsored", "AdvertiserContentArticle"),
        ("x:y", "NewsArticle"),
    ],
)
def test_the_type_follows_the_genre(genre: str, kind: str) -> None:
    article = an_article(genres=[Concept(qcode=genre)])
    assert html.json_ld(article)["@type"] == kind


KINDS = {
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "review": "ReviewNewsArticle",
    "advertisement": "AdvertiserContentArticle",
    "satire": "SatiricalArticle",
}


@pytest.mark.parametrize("language", sorted(table("words.toml")))
def test_the_genres_of_every_language_a_page_has_words_of_are_known(language: str) -> None:
    for name, kind in KINDS.items():
        own = word(name, language)
        article = an_article(language=language, genres=[Concept(names=[own])])
        assert html.json_ld(article)["@type"] == kind
        assert f'<p class="nm-genre">{own}</p>' in html.dumps(article)


@pytest.mark.parametrize(
    ("language", "name", "kind"),
    [
        ("de-AT", "Kommentar", "OpinionNewsArticle"),
        ("fr", "Éditorial", "OpinionNewsArticle"),
        ("es", "Tribuna", "OpinionNewsArticle"),
        ("uk", "Колонка", "OpinionNewsArticle"),
        ("uk", "Analysis", "AnalysisNewsArticle"),
        ("de", "Hintergrund", "BackgroundNewsArticle"),
        # What is news, or may be, or is another word in another language, stays news.
        ("de", "Bericht", "NewsArticle"),
        ("de", "Interview", "NewsArticle"),
        ("tr", "Röportaj", "NewsArticle"),
        ("el", "Ρεπορτάζ", "NewsArticle"),
        ("pt", "Reportagem", "NewsArticle"),
        ("uk", "Коментар", "NewsArticle"),
        ("es", "Crónica", "NewsArticle"),
        ("nb", "Barn", "NewsArticle"),
        (None, "Kommentar", "NewsArticle"),
    ],
)
def test_what_newsrooms_call_a_genre(language: str | None, name: str, kind: str) -> None:
    article = an_article(language=language, genres=[Concept(names=[name])])
    assert html.json_ld(article)["@type"] == kind


def test_the_name_of_a_genre_counts_in_its_own_language() -> None:
    genre = Concept(names=[Text(value="Kommentar", language="de")])
    assert html.json_ld(an_article(language="en", genres=[genre]))["@type"] == "OpinionNewsArticle"


def test_a_notice_put_right_or_added_leaves_all_else_of_them_as_it_was() -> None:
    notices = (
        Correction(text="We retract it.", kind=CorrectionKind.RETRACTION, date=date(2024, 1, 5)),
        Correction(text="Updted.", kind=CorrectionKind.UPDATE, date=NOW, version=3, language="en"),
        Correction(text="Оновлено.", kind=CorrectionKind.UPDATE, version=0, language="uk"),
    )
    page = html.dumps(an_article(corrections=notices))
    right = evolve(notices[1], text="Updated.")
    assert html.loads(page.replace("Updted", "Updated")).corrections == (
        notices[0],
        right,
        notices[2],
    )
    last = '<p class="nm-correction" data-kind="clarification"><span>It sails.</span></p><p>So.</p>'
    more = page.replace("Оновлено.</span></p>", f"Оновлено.</span></p>{last}")
    assert html.loads(more).corrections == (
        *notices,
        Correction(text="It sails.", kind=CorrectionKind.CLARIFICATION),
        Correction(text="So."),
    )


def test_linked_data_call_nothing_a_correction_that_is_none() -> None:
    notices = [Correction(text=kind.value, kind=kind) for kind in CorrectionKind]
    told = html.json_ld(an_article(corrections=notices))["correction"]
    assert {each["text"] for each in told} == {"correction", "clarification", "retraction"}


@pytest.mark.parametrize(
    ("code", "member"),
    [
        ("trainedAlgorithmicMedia", "TrainedAlgorithmicMedia"),
        ("https://schema.org/TrainedAlgorithmicMediaDigitalSource", "TrainedAlgorithmicMedia"),
        ("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation", "DigitalArt"),
        ("digsrctype:humanEdits", "MinorHumanEdits"),
        ("x:unheardOf", None),
    ],
)
def test_the_way_it_was_made_is_told_in_the_words_of_linked_data(
    code: str, member: str | None
) -> None:
    made = an_article(provenance=[Provenance(digital_source_type=code)])
    told = html.json_ld(made).get("digitalSourceType")
    assert told == (member and f"https://schema.org/{member}DigitalSource")


@pytest.mark.parametrize(
    ("scope", "article", "picture"),
    [
        (None, True, False),
        ("text", True, False),
        ("Translation", True, False),
        ("headline", False, False),
        ("summary", False, False),
        ("image", False, True),
        ("video", False, False),
        ("anything else", False, False),
    ],
)
def test_what_a_machine_made_is_told_of_that_alone(
    scope: str | None, *, article: bool, picture: bool
) -> None:
    machine = Provenance(scope=scope, digital_source_type="trainedAlgorithmicMedia")
    files = (Rendition(href="https://example.com/a.jpg"),)
    image = Image(renditions=files)
    linked = html.json_ld(an_article("x", provenance=[machine], images=[image]))
    assert ("digitalSourceType" in linked) is article
    assert ("digitalSourceType" in linked["image"]) is picture
    several = html.json_ld(an_article("x", provenance=[machine], images=[image, image]))
    assert not any("digitalSourceType" in each for each in several["image"])
    caption = Image(renditions=files, provenance=(evolve(machine, scope="caption"),))
    linked = html.json_ld(an_article("x", provenance=[machine], images=[caption]))
    assert "digitalSourceType" not in linked["image"]


def test_of_an_article_that_is_a_picture_the_picture_is_all() -> None:
    machine = Provenance(scope="image", digital_source_type="trainedAlgorithmicMedia")
    assert "digitalSourceType" in html.json_ld(an_article(kind="picture", provenance=[machine]))


# ------------------------------------------------------------------ other sheets, other templates
def test_a_sheet_of_ones_own_takes_the_place_of_ours() -> None:
    page = html.dumps(an_article(), stylesheet="/own.css")
    assert "<style>" not in page
    assert '<link rel="stylesheet" href="/own.css">' in page
    with pytest.raises(OptionError, match="no address"):
        html.dumps(an_article(), stylesheet="javascript:x")
    with pytest.raises(ArgumentError, match="the address of a sheet"):
        html.dumps(an_article(), stylesheet=Path("/own.css"))  # type: ignore[arg-type]  # what is tested


@pytest.mark.parametrize(
    "base",
    ["example.com/bridge", "https://example.com/?p=1", "/bridge", "javascript:x", "https://", 5],
)
def test_the_address_of_a_site_is_a_whole_one(base: Any, tmp_path: Path) -> None:
    with pytest.raises((OptionError, ArgumentError), match=r"https://example\.com/news"):
        html.dump_site(an_article(), tmp_path, base_url=base)
    assert not [*tmp_path.iterdir()]


def test_a_page_asks_for_nothing_and_runs_nothing() -> None:
    sheet = html.stylesheet()
    assert not re.search(r"url\(|@import|@font-face", sheet)
    types = {e.get("type") for e in seen(html.dumps(an_article("Text."))).iter("script")}
    assert types <= {"application/json", "application/ld+json"}


@pytest.mark.parametrize(
    ("rel", "shown", "edited"),
    [
        ("nofollow", "nofollow", "tag"),
        ("Sponsored nofollow", "Sponsored nofollow", "ugc"),
        ("sponsored irel:seeAlso nofollow", "sponsored nofollow", "sponsored"),
        ("irel:seeAlso", None, None),
    ],
)
def test_relations_of_links_are_told_in_words_of_html_and_come_back(
    rel: str, shown: str | None, edited: str | None
) -> None:
    link = Link(content="here", href="https://example.com/", rel=rel)
    article = an_article(Paragraph(content=[link]))
    page = html.dumps(article)
    (found,) = seen(page).iter("a")
    assert found.get("rel") == shown
    assert html.loads(page) == article
    if edited:
        now = html.loads(page.replace(f'rel="{shown}"', f'rel="{edited}"', 1))
        assert now.body[0].content[0].rel == edited  # type: ignore[attr-defined]


def test_links_nobody_may_follow_are_text() -> None:
    article = an_article(Paragraph(content=[Link(content="here", href="java\nscript:alert(1)")]))
    page = html.dumps(article)
    assert list(seen(page).iter("a")) == []
    assert html.loads(page) == article


@pytest.mark.parametrize(
    ("href", "links"),
    [
        ("https://example.com/terms", {"url": "https://example.com/terms"}),
        ("javascript:alert(1)", {}),
    ],
)
def test_notices_and_terms_lead_to_the_page_that_says_more(
    href: str, links: dict[str, str]
) -> None:
    said = Text(value="© Example Wire", href=href)
    article = an_article(rights=Rights(notices=[said], usage_terms=[said]))
    page = seen(html.dumps(article))
    found = [a.get("href") for a in page.findall(".//p[@class='nm-rights']/a")]
    assert found == list(links.values())
    terms = {"@type": "CreativeWork", "text": "© Example Wire", **links}
    assert html.json_ld(article)["usageInfo"] == terms


def test_odd_addresses_are_written_so_that_browsers_take_them() -> None:
    article = an_article(Paragraph(content=[Link(content="a", href="https://example.com/a b|[c]")]))
    page = html.dumps(article)
    (link,) = seen(page).iter("a")
    assert link.get("href") == "https://example.com/a%20b%7C%5Bc%5D"
    assert html.loads(page) == article
    edited = page.replace('href="https://example.com/a%20b', 'href="https://example.com/new')
    (content,) = html.loads(edited).body[0].content  # type: ignore[attr-defined]
    assert content.href == "https://example.com/new%7C%5Bc%5D"


def test_what_is_nested_too_deep_is_refused_with_a_reason() -> None:
    block: Any = Paragraph(content="x")
    for _ in range(1000):
        block = Section(blocks=(block,))
    for write in (html.dumps, html.head):
        with pytest.raises(LossError, match="too deep"):
            write(an_article(block))
