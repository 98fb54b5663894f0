"""Pages of one article in several languages: what they tell of each other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from newsmodel.formats import html
from newsmodel.model import (
    Article,
    BlockQuote,
    Correction,
    CorrectionKind,
    Image,
    ImageCaption,
    InlineQuote,
    Link,
    Paragraph,
    Rendition,
    Speaker,
    Status,
    Text,
    Translation,
)
from tests.formats.html.looking import an_article, linked, links, seen, with_class

BASE = "https://example.com/b"


def translated(**fields: Any) -> Translation:
    fields = {"headline": "x", "body": ["y"], "source_id": "urn:x:1", **fields}
    return Translation(source_language="en", **fields)


def in_three(status: Status = Status.USABLE) -> Article:
    others = [
        translated(language="uk", id="urn:x:1-uk"),
        translated(language="ar", id="urn:x:1-ar"),
    ]
    return an_article("Text.", status=status, translations=others)


def without_original() -> Article:
    own = {"id": "urn:x:2", "source_id": "urn:x:1", "source_language": "en"}
    return an_article("Текст.", language="uk", translations=[translated(language="pl")], **own)


def pictured(caption: ImageCaption) -> Image:
    return Image(renditions=(Rendition(href="https://example.com/a.jpg"),), captions=(caption,))


def site(article: Article, folder: Path) -> dict[str, Any]:
    files = html.dump_site(article, folder, base_url=BASE)
    return {file.name: seen(file.read_text(encoding="utf-8")) for file in files}


# ------------------------------------------------------------------ pictures of all of them
@pytest.mark.parametrize("tag", [None, "en"])
@pytest.mark.parametrize("language", [None, "en"])
def test_captions_of_a_killed_article_are_in_no_page(
    tag: str | None, language: str | None, tmp_path: Path
) -> None:
    photo = pictured(ImageCaption(language=tag, text="Ann is led away."))
    article = evolve(in_three(Status.CANCELED), language=language, images=(photo,))
    html.dump_site(article, tmp_path)
    pages = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert "a.jpg" in pages["uk.html"]
    told = any("Ann" in page for page in pages.values())
    assert told == (tag == "en" and language is None), "captions tell whose they are"


def test_no_page_links_to_a_killed_article_by_its_headline(tmp_path: Path) -> None:
    article = in_three(Status.CANCELED)
    link = Link(href=article.id, rel="related", title="Ann is led away")
    line = Paragraph(content=["Before: ", Link(href=article.id, content=["here"], title="Ann")])
    others = [evolve(each, links=(link,), body=(line,)) for each in article.translations]
    html.dump_site(evolve(article, translations=tuple(others)), tmp_path)
    pages = [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()]
    assert not any("Ann" in page for page in pages)
    assert sum("Before: here" in page for page in pages) == 2


def test_what_names_no_language_is_in_that_of_its_article(tmp_path: Path) -> None:
    photo = pictured(ImageCaption(text="A ferry"))
    told: dict[str, Any] = {"section": "Politics", "credit": "Wire", "content_warnings": ["Blood"]}
    pages = site(evolve(in_three(), images=(photo,), **told), tmp_path)
    for css in ("kicker", "provider", "warning"):
        shown = [with_class(pages[f"{tag}.html"], f"nm-{css}")[0] for tag in ("en", "uk", "ar")]
        spoken = [[e.get("lang") for e in line.iter("bdi") if e.get("lang")] for line in shown]
        assert spoken == [[], ["en"], ["en"]]
    tags = {name: page.find(".//figcaption/span").get("lang") for name, page in pages.items()}
    assert tags == {"en.html": None, "uk.html": "en", "ar.html": "en"}


# ------------------------------------------------------------------ what was taken back
def test_a_notice_says_of_which_article_and_that_it_may_not_be_used(tmp_path: Path) -> None:
    told = Correction(text="We retract it.", kind=CorrectionKind.RETRACTION)
    article = an_article("Text.", status=Status.CANCELED, corrections=[told])
    (path,) = html.dump_site(article, tmp_path, base_url=BASE)
    assert html.load(path) == Article(
        id=article.id, language="en", status=Status.CANCELED, corrections=(told,)
    )


# ------------------------------------------------------------------ one original, or none
@pytest.mark.parametrize(
    ("article", "tags", "original"),
    [
        (in_three(), ["en", "ar", "uk"], "en"),
        (in_three(Status.CANCELED), ["ar", "uk"], None),
        (in_three(Status.WITHHELD), ["ar", "uk"], None),
        (without_original(), ["pl", "uk"], None),
    ],
)
def test_all_pages_of_a_site_say_the_same_of_each_other(
    article: Article, tags: list[str], original: str | None, tmp_path: Path
) -> None:
    pages = site(article, tmp_path)
    expected = [(tag, f"{BASE}/{tag}.html") for tag in tags]
    expected.append(("x-default", expected[0][1]))
    for tag in tags:
        page = pages[f"{tag}.html"]
        assert links(page) == expected
        data = linked(page)
        assert ("workTranslation" in data) == (tag == original)
        if tag != original:
            told = {"@type": "NewsArticle", "inLanguage": "en"}
            assert told.items() <= data["translationOfWork"].items()
    assert all(links(pages[name]) == [] for name in pages if name[:2] not in tags)


def test_pages_made_one_by_one_agree_on_where_they_come_from() -> None:
    article = evolve(without_original(), url="https://example.com/uk")
    other = evolve(article.translations[0], url="https://example.com/pl")
    article = evolve(article, translations=(other,))
    pages = [seen(html.dumps(each)) for each in (article, article.in_language("pl"))]
    assert links(pages[0]) == links(pages[1])
    for page in pages:
        assert linked(page)["translationOfWork"] == {"@type": "NewsArticle", "inLanguage": "en"}


@pytest.mark.parametrize(
    ("source", "other", "told"),
    [
        (("https://example.org/a", "uk"), {}, {"@id": "https://example.org/a", "inLanguage": "uk"}),
        (("https://example.org/a", None), {}, {"@id": "https://example.org/a"}),
        (
            ("https://example.org/a", "de"),
            {},
            {"@id": "https://example.org/a", "inLanguage": "de"},
        ),
        ((None, "uk"), {}, {"inLanguage": "uk"}),
        (("urn:x:9", "de"), {"id": "urn:x:8"}, {"inLanguage": "de"}),
        ((f"http://{BASE[8:]}/de/", None), {}, None),
        (("urn:x:9", None), {"id": "urn:x:9"}, None),
        (("urn:x:9", "de"), {}, None),
        ((None, "de"), {"language": "de-AT"}, None),
        ((None, "de-AT"), {}, None),
    ],
)
def test_only_what_fits_the_named_source_is_the_original(
    source: tuple[str | None, str | None], other: dict[str, Any], told: dict[str, str] | None
) -> None:
    fields: dict[str, Any] = {"language": "de", "url": f"{BASE}/de", **other}
    version = Translation(**fields)
    article = an_article(
        "Text.",
        url=f"{BASE}/en",
        translations=[version],
        source_id=source[0],
        source_language=source[1],
    )
    page = seen(html.dumps(article))
    found = linked(page)["translationOfWork"]
    if told is None:
        assert found["@id"] == f"{BASE}/de"
        assert ("x-default", f"{BASE}/de") in links(page)
    else:
        assert found == {"@type": "NewsArticle", **told}
        # Of more than a link it is known which is read first: no claim that it was written first.
        assert ("x-default" in dict(links(page))) is ("id" in other)


def test_what_was_translated_from_elsewhere_is_not_said_to_be_from_here(tmp_path: Path) -> None:
    other = Translation(language="uk", headline="x", body=["y"], source_language="pl")
    pages = site(an_article("Text.", translations=[other]), tmp_path)
    assert not {"workTranslation", "translationOfWork"} & {*linked(pages["en.html"])}
    assert linked(pages["uk.html"])["translationOfWork"]["inLanguage"] == "pl"


def test_of_two_versions_in_one_language_search_engines_learn_of_one(tmp_path: Path) -> None:
    others = [Translation(language=tag, headline="x", body=["y"]) for tag in ("en", "uk")]
    pages = site(an_article("Text.", translations=others), tmp_path)
    named = {href for _, href in links(pages["en.html"])}
    assert named == {f"{BASE}/{name}" for name in ("en.html", "uk.html")}
    assert links(pages["uk.html"]) == links(pages["en.html"])
    assert not links(pages["en_2.html"])  # it is none of those that the others name
    assert all(len([*page.find(".//nav").iter("li")]) == 3 for page in pages.values())


@pytest.mark.parametrize(
    ("tag", "known", "locale"),
    [
        ("en-UK", "en-GB", "en_GB"),
        ("iw", "he", "he_IL"),
        ("ua", "uk", "uk_UA"),
        ("de-DE", "de-DE", "de_DE"),
        ("en-EN", "en", "en_US"),
        ("zh-Hant", "zh-Hant", "zh_TW"),
    ],
)
def test_languages_are_called_as_browsers_know_them_and_come_back_as_they_were(
    tag: str, known: str, locale: str
) -> None:
    other = Translation(language="pl", url="https://example.com/pl", headline="x")
    link = Link(href="https://example.com/x", hreflang=tag)
    body = [Paragraph(content=["He said ", link]), Paragraph(content="x", language=tag)]
    for article in (
        an_article(*body, language=tag, url="https://example.com/a", translations=[other]),
        an_article(*body, language="pl", translations=[evolve(other, language=tag)]),
    ):
        page = html.dumps(article)
        tree = seen(page)
        told = {e.get(name) for e in tree.iter() for name in ("lang", "hreflang")}
        assert told - {None} == {known, "pl", "x-default"}
        assert locale in (e.get("content") for e in tree.iter("meta"))
        assert html.loads(page) == article
        edited = html.loads(page.replace("He said", "He told"))
        assert (edited.languages, edited.findings) == (article.languages, ())
        assert edited.body[1] == article.body[1]
    put_right = page.replace(f'<p lang="{known}"', '<p lang="cs"')
    assert html.loads(put_right).body[1].language == "cs"


def test_linked_data_call_languages_as_their_page_does() -> None:
    said = Text(value="כן", language="iw")
    speaker = Speaker(printed="Jan Kos")
    article = an_article(
        Paragraph(content=[InlineQuote(content=["Yes"], speaker=speaker, original=said)]),
        BlockQuote(blocks=["Ja"], language="deu", speaker=speaker),
        language="en-UK",
        source_language="iw",
        corrections=[Correction(text="כן", language="iw", kind=CorrectionKind.CORRECTION)],
    )
    told = {"en-GB", "he", "de"}
    translation = Translation(language="iw", url="https://example.com/he", headline="x")
    for each in (article, an_article("x", language="en-UK", translations=[translation])):
        data = json.dumps(html.json_ld(each))
        assert {*re.findall(r'"inLanguage": "([^"]*)"', data)} == told
        told = {"en-GB", "he"}


def test_two_tags_of_one_language_are_one_to_search_engines() -> None:
    others = [
        Translation(language=tag, url=f"https://example.com/{tag}", headline="x")
        for tag in ("en-UK", "EN-GB", "en-GB")
    ]
    page = seen(html.dumps(an_article("Text.", url="https://example.com/a", translations=others)))
    assert len([tag for tag, _ in links(page) if tag.lower() == "en-gb"]) == 1


def test_a_version_in_no_language_anyone_knows_is_no_alternate(tmp_path: Path) -> None:
    unknown = Translation(language="und", headline="x", body=["y"])
    pages = site(an_article("Text.", translations=[unknown]), tmp_path)
    assert [tag for tag, _ in links(pages["en.html"])] == ["en", "x-default"]
    assert all(a.get("hreflang") != "und" for a in pages["en.html"].iter("a"))


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        (["de", "de-AT", "uk"], ["Deutsch", "Deutsch (AT)", "Українська"]),
        (["de-AT", "uk"], ["Deutsch", "Українська"]),
        (["en", "en-NZ"], ["English", "English (NZ)"]),
    ],
)
def test_versions_of_one_name_are_told_apart(tags: list[str], names: list[str]) -> None:
    article = an_article(language=tags[0], translations=[Translation(language=t) for t in tags[1:]])
    page = html.dumps(article)
    assert ["".join(e.itertext()) for e in seen(page).find(".//nav").iter("li")] == names
    assert html.loads(page) == article
