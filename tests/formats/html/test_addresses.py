"""Addresses that machines are told: whole, and none that does more than lead somewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from newsmodel.errors import LossError
from newsmodel.formats import html
from newsmodel.model import (
    Article,
    Concept,
    Contributor,
    Image,
    ImageCaption,
    Link,
    Paragraph,
    Rendition,
    Rights,
    Text,
    Translation,
    Video,
)
from tests.formats.html.looking import an_article, linked, links, metas, seen

HERE = "https://example.com/news/ferry"
SCRIPT = "java\nscript:alert(1)"


def with_addresses(start: str, **fields: Any) -> Article:
    """An article in which every address begins so."""

    def address(name: str) -> str:
        return f"{start}{name}"

    person = Contributor(
        name="Ann",
        links=(Link(href=address("ann")),),
        image=Rendition(href=address("ann.jpg")),
    )
    film = Rendition(href=address("a.mp4"), content_type="video/mp4")
    return an_article(
        "Text.",
        authors=[person],
        images=[Image(renditions=(Rendition(href=address("a.jpg")),), creator=person)],
        videos=[Video(renditions=(film,), poster=Rendition(href=address("b.jpg")))],
        links=[Link(rel="x:derivedFrom", href=address("source"))],
        rights=Rights(
            links=(Link(rel="license", href=address("licence")),),
            usage_terms=[Text(value="Ask first.", href=address("terms"))],
        ),
        translations=[Translation(language="uk", url=address("uk"))],
        **fields,
    )


def addresses_of(value: Any) -> set[str]:
    """All addresses of linked data that can be followed."""
    if isinstance(value, dict):
        return {each for v in value.values() for each in addresses_of(v)}
    if isinstance(value, list):
        return {each for v in value for each in addresses_of(v)}
    return {value} if isinstance(value, str) and ("/" in value or ":" in value) else set()


@pytest.mark.parametrize("in_site", [False, True])
def test_relative_addresses_are_whole_for_machines(tmp_path: Path, *, in_site: bool) -> None:
    article = with_addresses("/x/", url=None if in_site else HERE)
    if in_site:
        html.dump_site(article, tmp_path, base_url="https://example.com/news")
        page = seen((tmp_path / "en.html").read_text(encoding="utf-8"))
    else:
        page = seen(html.dumps(article))
    root = "https://example.com/x/"
    told = metas(page)
    assert told["og:image"] == told["twitter:image"] == [f"{root}a.jpg"]
    assert told["article:author"] == [f"{root}ann"]
    assert ("uk", f"{root}uk") in links(page)
    data = linked(page)
    assert data["image"]["contentUrl"] == f"{root}a.jpg"
    assert (data["video"]["contentUrl"], data["video"]["thumbnailUrl"]) == (
        f"{root}a.mp4",
        f"{root}b.jpg",
    )
    assert (data["license"], data["usageInfo"]["url"]) == (f"{root}licence", f"{root}terms")
    assert (data["author"]["url"], data["author"]["image"]) == (f"{root}ann", f"{root}ann.jpg")
    assert data["isBasedOn"] == f"{root}source"


def test_addresses_that_run_script_are_nowhere() -> None:
    page = html.dumps(with_addresses(SCRIPT, url=HERE))
    outside = page.partition('<script type="application/json"')[0]
    assert "alert" not in outside


def test_linked_data_names_addresses_as_they_may_be_written() -> None:
    river = Concept(
        names=["Prytula"], uri="https://example.com/a b", links=(Link(href="https://[x/"),)
    )
    data = html.json_ld(an_article("x", subjects=[river]))
    assert data["about"]["sameAs"] == "https://example.com/a%20b"
    assert "url" not in data["about"]


def test_a_page_read_alone_has_whole_addresses_by_the_one_it_gives_itself() -> None:
    page = (
        f"<html><head><link rel=canonical href='{HERE}'></head><body><article>"
        "<h1>Ferry to sail again</h1><figure><img src='/a.jpg'><figcaption>The pier</figcaption>"
        f"</figure><p>{'It sails again on Monday, they say. ' * 9}</p></article></body></html>"
    )
    (image,) = html.loads(page).images
    assert image.renditions[0].href == "https://example.com/a.jpg"
    (image,) = html.loads(page, url="https://example.org/b").images
    assert image.renditions[0].href == "https://example.org/a.jpg"


def test_an_address_in_the_data_that_is_none_stops_no_reader() -> None:
    page = (
        '<script type="application/ld+json">{"@type": "ImageObject", "contentUrl": "http://[x"}'
        "</script><article><h1>Ferry to sail again</h1><img src='https://example.com/a.jpg'>"
        f"<p>{'It sails again on Monday, they say. ' * 9}</p></article>"
    )
    assert len(html.loads(page).images) == 1


# ------------------------------------------------------------------ what no page can name
@pytest.mark.parametrize(
    "start",
    [
        "htps://example.com/",
        "ftp://example.com/",
        "cdn.example.com:80/",
        "https://example.com:65536/",
        SCRIPT,
        "https:/",
    ],
)
def test_what_a_page_cannot_name_is_a_loss_and_a_finding(start: str) -> None:
    address = f"{start}a.jpg"
    words = Paragraph(content=[Link(href=address, content="Fares")])
    article = an_article(
        words,
        url=address,
        images=[Image(renditions=(Rendition(href=address),))],
        translations=[Translation(language="uk", url=address, body=[words])],
    )
    here = ["$.url", "$.images[0].renditions[0].href", "$.body[0].content[0].href"]
    lost = {loss.path for loss in html.losses(article)}
    assert lost == {*here, "$.translations[0].url"}
    with pytest.raises(LossError, match="no page can name"):
        html.dumps(article, on_loss="raise")
    assert lost < {p.path for p in newsmodel.check(article, profile=["publishable", "search"])}


def test_what_readers_do_not_miss_is_no_loss() -> None:
    good, bad = "https://example.com/a.jpg", "ftp://example.com/a.tif"
    picture = Image(renditions=(Rendition(href=good), Rendition(href=bad)))
    article = an_article("x", url=good, images=[picture], links=[Link(href="fares", rel="a:b")])
    assert html.losses(article) == ()
    kept_back = Image(renditions=(Rendition(href=bad, public=False),))
    (kept,) = html.losses(an_article("x", images=[kept_back]))
    assert kept.reason == "not for readers: left out of pages"


# ------------------------------------------------------------------ pictures
CAPTION = ImageCaption(text="The mayor, left", credit="A. Name")


@pytest.mark.parametrize(
    ("files", "caption", "times"),
    [
        ((Rendition(href="https://example.com/a.tif", content_type="image/tiff"),), CAPTION, 0),
        ((), CAPTION, 1),
        ((), ImageCaption(credit="A. Name"), 0),
    ],
    ids=["none that can be shown", "none at all, as in plain text", "a mere credit"],
)
def test_a_picture_that_cannot_be_shown_is_spoken_of_where_its_caption_is_all(
    files: tuple[Rendition, ...], caption: ImageCaption, times: int
) -> None:
    bare = Image(id="a", renditions=files, captions=(caption,))
    page = html.dumps(an_article("x", images=[bare]))
    assert page.partition('<script type="application/json"')[0].count("A. Name") == times
    assert html.loads(page).images == (bare,)


def test_an_alternative_text_that_is_the_caption_is_said_once() -> None:
    caption = ImageCaption(text="The pier", alt_text="The pier")
    picture = Image(renditions=(Rendition(href="https://example.com/a.jpg"),), captions=(caption,))
    article = an_article("x", images=[picture])
    page = html.dumps(article)
    (img,) = seen(page).iter("img")
    assert img.get("alt") == ""
    assert html.loads(page) == article
    (read,) = html.loads(html.dumps(article, page=False)).images
    assert read.captions == (caption,)
    older = page.replace('alt="" data-nm-alt="caption"', 'alt="The pier"')
    assert html.loads(older) == article


def test_what_is_written_of_the_way_things_were_made_is_read() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Ferry to sail again",
        "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
        "image": {
            "@type": "ImageObject",
            "contentUrl": "https://example.com/ferry-at-the-pier.jpg",
            "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
        },
    }
    page = (
        f'<script type="application/ld+json">{json.dumps(data)}</script><article>'
        "<h1>Ferry to sail again</h1><img src='https://example.com/ferry-at-the-pier.jpg'>"
        f"<p>{'It sails again on Monday, they say. ' * 9}</p></article>"
    )
    article = html.loads(page)
    assert [p.digital_source_type for p in article.provenance] == ["trainedAlgorithmicMedia"]
    made = [p.digital_source_type for p in article.images[0].provenance]
    assert made == ["digitalCapture"]
