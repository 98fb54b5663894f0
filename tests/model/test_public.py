import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

import newsmodel
from newsmodel import bulk
from newsmodel.errors import ArgumentError, NotPublicError
from newsmodel.formats import html, text
from newsmodel.model import (
    Article,
    Audio,
    BlockQuote,
    Concept,
    ContactInfo,
    Contributor,
    EditorNote,
    Embargo,
    Embed,
    Emphasis,
    Extension,
    Figure,
    Header,
    Image,
    ImageCaption,
    Link,
    Media,
    Mention,
    Model,
    OrganisationDetails,
    Paragraph,
    PersonDetails,
    PlaceDetails,
    RawBlock,
    RawInline,
    Rendition,
    Section,
    Speaker,
    Status,
    Translation,
    Video,
    public,
)
from newsmodel.model.base import fields_of
from newsmodel.model.in_text import IN_TEXT
from newsmodel.testing import strategies

NINE = dt.datetime(2024, 1, 10, 9, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
SECRET = ContactInfo(emails=("ann@example.com",))
CLASS, NOTE, ID = ("class", "lead"), ("data-editor", "ann@example.com"), ("id", "p")


def within(model: Any) -> Iterator[Model]:
    """An object and every object in it, at any depth."""
    if isinstance(model, tuple):
        for part in model:
            yield from within(part)
    elif isinstance(model, Model):
        yield model
        for field in fields_of(type(model)):
            yield from within(getattr(model, field.name))


def usable(article: Article) -> Article:
    return attrs.evolve(article, status=Status.USABLE, embargo=None)


def known(contacts: tuple[ContactInfo, ...]) -> Concept:
    """A person, an organisation and a place in one, with ways to reach each."""
    return Concept(
        person=PersonDetails(contacts=contacts),
        organisation=OrganisationDetails(contacts=contacts),
        place=PlaceDetails(contacts=contacts),
    )


def noted(note: str) -> Emphasis:
    return Emphasis(content=["b"], attributes=(("data-note", note),))


# ------------------------------------------------------------------ what is left out
HIDDEN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "editor notes, marked public or not": (
        {"editor_notes": [EditorNote(blocks=["Hold."], public=True)]},
        {},
    ),
    "extensions": ({"extensions": [Extension(format="newsml", place="$", content="<x/>")]}, {}),
    "message header": ({"message_header": Header(sender="us")}, {}),
    "name in the newsroom": ({"title": "rain-1"}, {}),
    "concepts": ({"subjects": [Concept(literal="a", public=False)]}, {}),
    "a concept's concepts": (
        {"subjects": [Concept(broader=(Concept(public=False),))]},
        {"subjects": [Concept()]},
    ),
    "a concept that stands alone": ({"provider": Concept(literal="a", public=False)}, {}),
    "who speaks": (
        {"body": [BlockQuote(speaker=Speaker(printed="she", person=Concept(public=False)))]},
        {"body": [BlockQuote(speaker=Speaker(printed="she"))]},
    ),
    "who an anonymous speaker is": (
        {"body": [BlockQuote(speaker=Speaker(person=Concept(literal="a"), anonymous=True))]},
        {"body": [BlockQuote(speaker=Speaker(anonymous=True))]},
    ),
    "who is mentioned": (
        {"body": [Paragraph(content=[Mention(content="A", concept=Concept(public=False))])]},
        {"body": [Paragraph(content=[Mention(content="A")])]},
    ),
    "contacts": ({"publisher": known((SECRET,))}, {"publisher": known(())}),
    "contacts of an author": (
        {"authors": [Contributor(name="Ann", concept=known((SECRET,)))]},
        {"authors": [Contributor(name="Ann", concept=known(()))]},
    ),
    "raw blocks": ({"body": [RawBlock(format="xhtml", content="<p>x</p>")]}, {}),
    "raw inlines": (
        {"body": [Paragraph(content=["a", RawInline(format="nitf", content="<x/>"), "b"])]},
        {"body": ["ab"]},
    ),
    "nothing of a file's characteristics": (
        {"images": [Image(renditions=(Rendition(href="b", characteristics=(NOTE,)),))]},
        {"images": [Image(renditions=(Rendition(href="b", characteristics=(NOTE,)),))]},
    ),
    "what a system notes in its markup": (
        {"body": [Paragraph(content=["a", noted("Do not name X")], attributes=(CLASS, NOTE, ID))]},
        {"body": [Paragraph(content=["a", Emphasis(content=["b"])], attributes=(CLASS, ID))]},
    ),
    "sections": ({"body": [Section(public=False, blocks=["x"])]}, {}),
    "sections in sections": (
        {"body": [Section(blocks=[Section(public=False), "x"])]},
        {"body": [Section(blocks=["x"])]},
    ),
    "files": (
        {"images": [Image(renditions=(Rendition(href="a", public=False), Rendition(href="b")))]},
        {"images": [Image(renditions=(Rendition(href="b"),))]},
    ),
    "media of which no file is for readers": (
        {"images": [Image(renditions=(Rendition(href="a", public=False),)), Image(credit="A")]},
        {"images": [Image(credit="A")]},
    ),
    "posters": ({"videos": [Video(poster=Rendition(public=False))]}, {"videos": [Video()]}),
    "orders to editors": (
        {"images": [Image(instructions="MANDATORY CREDIT", credit="A. Name")]},
        {"images": [Image(credit="A. Name")]},
    ),
    "the rest of a picture's item": (
        {"images": [Image(item=Article(id="i"))]},
        {"images": [Image()]},
    ),
    "the rest of a translation": (
        {"translations": [Translation(language="uk", title="t", item=Article(id="u"))]},
        {"translations": [Translation(language="uk")]},
    ),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_readers_must_not_see_is_left_out(name: str) -> None:
    given_fields, shown_fields = HIDDEN[name]
    plain: dict[str, Any] = {"id": "x", "headline": "Rain"}
    assert public(Article(**plain, **given_fields)) == Article(**plain, **shown_fields)


@given(strategies.articles().map(usable))
def test_nothing_hidden_is_left_at_any_depth(article: Article) -> None:
    shown = public(article)
    for part in within(shown):
        assert not isinstance(part, RawBlock | RawInline | ContactInfo | Extension | EditorNote)
        assert getattr(part, "public", True)
        for name in ("instructions", "message_header", "item", "contacts", "extensions"):
            assert not getattr(part, name, None)
    versions = (shown, *shown.translations)
    assert all(version.title is None and version.editor_notes == () for version in versions)


@given(strategies.articles().map(usable))
def test_what_is_shown_may_all_be_shown(article: Article) -> None:
    shown = public(article)
    assert public(shown) == shown
    parts: list[Any] = [shown, *shown.translations, *shown.images, *shown.videos, *shown.audios]
    for part in parts:
        assert part.status is Status.USABLE
        assert part.embargo is None


def test_a_link_keeps_its_title_which_readers_see() -> None:
    link = Link(href="https://example.com/", title="More")
    assert public(Article(id="x", links=(link,))).links == (link,)


@given(strategies.articles())
def test_an_article_with_nothing_to_hide_is_shown_as_it_is(article: Article) -> None:
    shown = public(article, override=True)
    assert public(shown, override=True) == shown


# ------------------------------------------------------------------ what may not be shown at all
OVER, RUNNING = Embargo(until=NINE), Embargo(until=NINE + 2 * HOUR)
KEPT_BACK: dict[str, dict[str, Any]] = {
    "withheld": {"status": Status.WITHHELD},
    "canceled": {"status": Status.CANCELED},
    "embargoed until 2024-01-10T11:00:00+00:00": {"embargo": RUNNING},
    "embargoed with no end given": {"embargo": Embargo()},
}


@pytest.mark.parametrize("reason", KEPT_BACK)
def test_an_article_kept_back_is_refused_with_the_reason_and_the_remedy(reason: str) -> None:
    article = Article(id="x", **KEPT_BACK[reason])
    with pytest.raises(NotPublicError, match="override=True") as caught:
        public(article, at=NINE + HOUR)
    assert (caught.value.subject, caught.value.reason) == ("x", reason)
    assert public(article, override=True) == article


@pytest.mark.parametrize("reason", KEPT_BACK)
@pytest.mark.parametrize(
    ("field", "cls"),
    [("translations", Translation), ("images", Image), ("videos", Video), ("audios", Audio)],
    ids=["translation", "image", "video", "audio"],
)
def test_a_part_kept_back_is_left_out_alone(field: str, cls: Any, reason: str) -> None:
    kept_back, free = cls(id="a", **KEPT_BACK[reason]), cls(id="b", embargo=OVER)
    parts: dict[str, Any] = {field: (kept_back, free)}
    article = Article(id="x", **parts)
    assert getattr(public(article, at=NINE), field) == (free,)
    assert getattr(public(article, override=True), field) == (kept_back, free)


@pytest.mark.parametrize("reason", KEPT_BACK)
def test_captions_for_readers_of_a_version_kept_back_go_with_it(reason: str) -> None:
    tags = ("en", "de", "DE-at", "fr", None)
    photo = Image(captions=tuple([ImageCaption(language=tag, text=f"In {tag}") for tag in tags]))
    german = Translation(language="de", headline="Festnahme", **KEPT_BACK[reason])
    article = Article(id="x", language="en", images=(photo,), translations=(german,))
    (shown,) = public(article).images
    assert [caption.language for caption in shown.captions] == ["en", "fr", None]
    again = attrs.evolve(article, translations=(german, Translation(language="de")))
    assert public(again).images[0].caption_in("de") == photo.captions[1]
    assert public(article, override=True) == article


def test_a_credit_is_owed_even_where_its_caption_may_not_be_seen() -> None:
    caption = ImageCaption(language="de", text="Ein Mann", alt_text="Ein Mann", credit="A. Name")
    killed = Translation(language="de", status=Status.CANCELED)
    article = Article(
        id="x", language="en", images=(Image(captions=(caption,)),), translations=(killed,)
    )
    assert public(article).images == (Image(credit="A. Name"),)
    own = ImageCaption(language="en", text="A man")
    both = attrs.evolve(article, images=(Image(captions=(own, caption)),))
    assert public(both).images == (Image(captions=(own,), credit="A. Name"),)


def test_a_figure_goes_with_the_picture_it_shows() -> None:
    body = (Figure(image_id="a"), Section(blocks=(Figure(image_id="b"), Figure(image_id="c"))))
    images = (Image(id="a", status=Status.WITHHELD), Image(id="b", embargo=Embargo()))
    article = Article(
        id="x", body=body, images=images, translations=(Translation(language="uk", body=body),)
    )
    shown = public(article)
    assert shown.body == (Section(blocks=(Figure(image_id="c"),)),)
    assert shown.translations[0].body == shown.body


def test_a_picture_goes_with_the_figures_that_show_it() -> None:
    image, figure = Image(id="a"), Figure(image_id="a")
    desk = Section(public=False, blocks=(figure,))
    shown = {(desk,): (), (figure, desk): (image,), (): (image,)}
    for body, images in shown.items():
        assert newsmodel.public(Article(id="1", body=body, images=(image,))).images == images
    german = Translation(language="de", body=(figure,))
    both = Article(id="1", body=(desk,), images=(image,), translations=(german,))
    assert newsmodel.public(both).images == (image,)


def test_an_embargo_ends_at_its_moment_in_any_zone() -> None:
    article = Article(id="x", embargo=OVER)
    kyiv = dt.timezone(2 * HOUR)
    assert public(article, at=dt.datetime(2024, 1, 10, 11, tzinfo=kyiv)) == article
    with pytest.raises(NotPublicError):
        public(article, at=dt.datetime(2024, 1, 10, 10, 59, tzinfo=kyiv))


def test_without_a_moment_every_embargo_is_running() -> None:
    with pytest.raises(NotPublicError):
        public(Article(id="x", embargo=Embargo(until=dt.datetime(1, 1, 1, tzinfo=dt.UTC))))


@pytest.mark.parametrize("aware", ["until", "at"])
def test_where_only_one_time_has_an_offset_the_embargo_is_running(aware: str) -> None:
    times = {"until": dt.datetime(2000, 1, 1), "at": dt.datetime(2024, 1, 1)}  # noqa: DTZ001
    times[aware] = times[aware].replace(tzinfo=dt.UTC)
    with pytest.raises(NotPublicError):
        public(Article(id="x", embargo=Embargo(until=times["until"])), at=times["at"])


@pytest.mark.parametrize(
    ("until", "at", "advice"),
    [
        (None, None, "given: pass override=True"),
        (None, NINE, "given: pass override=True"),
        (NINE, None, r"pass at=… \(--at\) if the embargo is over by then, or override=True"),
        (NINE, NINE - HOUR, r"at=2024-01-10 08:00:00\+00:00 is before that: pass a later"),
        (NINE, dt.datetime(2024, 1, 11), r"names no offset, as in 2024-01-11 00:00:00\+00:00"),  # noqa: DTZ001
        (dt.datetime(2024, 1, 10), NINE, "the embargo names no offset, and at does: give it one"),  # noqa: DTZ001
    ],
)
def test_what_is_advised_can_be_done(
    until: dt.datetime | None, at: dt.datetime | None, advice: str
) -> None:
    article = Article(id="x", embargo=Embargo(until=until))
    with pytest.raises(NotPublicError, match=advice):
        public(article, at=at)
    assert public(article, at=at, override=True) == article
    killed = attrs.evolve(article, status=Status.CANCELED)
    with pytest.raises(NotPublicError, match="is canceled: pass override=True"):
        public(killed, at=at)


@pytest.mark.parametrize("moment", ["2025-01-01", dt.date(2025, 1, 1), 0])
def test_a_moment_is_a_datetime(moment: Any, tmp_path: Path) -> None:
    article = Article(id="x", headline="H", language="en")
    newsmodel.write(article, tmp_path / "a.json")
    for call in (
        lambda: public(article, at=moment),
        lambda: html.dumps(article, at=moment),
        lambda: html.dump_site(article, tmp_path, at=moment),
        lambda: text.dumps(article, at=moment),
        lambda: newsmodel.write(article, tmp_path / "b.json", at=moment),
        lambda: newsmodel.convert(tmp_path / "a.json", tmp_path / "b.html", at=moment),
        lambda: bulk.convert_all(tmp_path / "a.json", tmp_path / "b.html", at=moment),
    ):
        with pytest.raises(ArgumentError, match="a datetime as the moment of publication"):
            call()
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("suffix", ["html", "txt", "json", "newsml.xml", "ninjs.json"])
@pytest.mark.parametrize("options", [{"at": NINE}, {"override": True}])
def test_files_are_written_for_the_moment_of_publication(
    suffix: str, options: Any, tmp_path: Path
) -> None:
    held = Article(id="x", headline="H", language="en", embargo=Embargo(until=NINE - HOUR))
    source, target = tmp_path / "held.json", tmp_path / f"shown.{suffix}"
    newsmodel.write(held, source)
    newsmodel.write(held, target, **options)
    written = target.read_bytes()
    for call in (
        lambda: newsmodel.convert(source, target, **options),
        lambda: bulk.convert_all(source, target, **options),
    ):
        target.unlink()
        call()
        assert target.read_bytes().strip() == written.strip()
    if suffix in ("html", "txt"):
        with pytest.raises(NotPublicError):
            newsmodel.write(held, target)


def test_text_around_what_is_left_out_is_joined() -> None:
    raw = RawInline(format="xhtml", content="<u/>")
    paragraph = Paragraph(content=["a", raw, "b", Emphasis(content=[raw])])
    (shown,) = public(Article(id="x", body=(paragraph,))).body
    assert shown == Paragraph(content=["ab", Emphasis()])


def test_media_and_versions_are_all_judged() -> None:
    judged = {cls.__name__ for cls in (Article, Translation, Image, Video, Audio)}
    able = {
        cls.__name__
        for cls in (Article, Translation, *Media.__subclasses__())
        if getattr(newsmodel, cls.__name__, None) is cls  # other tests make classes of their own
        and {"status", "embargo"} <= {field.name for field in attrs.fields(cls)}
    }
    assert able == judged


@pytest.mark.parametrize("hidden", [{"status": Status.CANCELED}, {"embargo": Embargo(until=NINE)}])
def test_a_link_to_a_story_that_may_not_be_seen_goes_with_its_title(hidden: dict[str, Any]) -> None:
    shown = Link(title="Mill", target=Article(id="b"))
    other = Link(title="Mayor", target=Article(id="c", **hidden))
    german = Translation(language="de", links=(other, shown))
    article = Article(id="a", links=(shown, other, Link(title="Page")), translations=(german,))
    assert [link.title for link in public(article).translations[0].links] == ["Mill"]

    def titles(**options: Any) -> list[str | None]:
        return [link.title for link in public(article, **options).links]

    assert titles() == ["Mill", "Page"]
    assert titles(override=True) == ["Mill", "Mayor", "Page"]
    assert ("Mayor" in titles(at=NINE)) == ("embargo" in hidden)
    assert "Mayor" not in html.dumps(article)


@pytest.mark.parametrize("reason", KEPT_BACK)
@pytest.mark.parametrize(
    "address",
    [
        {"residref": "b"},
        {"href": "b"},
        {"href": "https://vilkhove.example/de/"},
        {"href": "http://vilkhove.example/de#top"},
        {"href": "/de"},
        {"href": "https://www.Vilkhove.example:443/de/?utm_source=feed"},
        {"links": (Link(href="https://vilkhove.example/de"),)},
    ],
)
def test_a_link_to_a_version_kept_back_goes_and_the_words_of_the_text_stay(
    reason: str, address: dict[str, Any]
) -> None:
    german = Translation(
        id="b", url="https://vilkhove.example/de", language="de", **KEPT_BACK[reason]
    )
    other = Link(href="https://vilkhove.example/en#map", title="Map")
    line = Paragraph(content=["See ", Link(content=["that"], title="Festnahme", **address), "."])
    fields: dict[str, Any] = {"links": (Link(title="Festnahme", **address), other), "body": [line]}
    article = Article(
        id="a",
        url="https://vilkhove.example/en",
        translations=(german, Translation(language="uk", **fields)),
        **fields,
    )
    shown = public(article)
    for version in (shown, *shown.translations):
        assert version.links == (other,)
        assert version.body == (Paragraph(content=["See that."]),)
    assert "Festnahme" not in html.dumps(article)
    assert public(article, override=True) == article


def test_a_relative_link_is_of_the_version_it_stands_in() -> None:
    """And what is shown from elsewhere goes like a link."""
    killed = Translation(
        language="szl", url="https://pl.vilkhove.example/szl", status=Status.CANCELED
    )
    other = Translation(language="de", url="https://vilkhove.example/de", status=Status.CANCELED)
    body = (Embed(url="/szl", title="Titel"), Embed(url="/de", title="Other"))
    links = (Link(href="/szl", title="Titel"), Link(href="/de", title="Other"))
    polish = Translation(
        language="pl", url="https://pl.vilkhove.example/pl", links=links, body=body
    )
    url = "https://vilkhove.example/en"
    article = Article(id="a", url=url, language="en", translations=(polish, killed, other))
    (shown,) = public(article).translations
    assert (shown.links, shown.body) == (links[1:], body[1:])


def test_a_link_to_a_version_that_may_be_seen_stays() -> None:
    """Also where another that may not be is at the same address."""
    url = "https://vilkhove.example/"
    links = (Link(href=f"{url}#map", title="Map"), Link(residref="a#de", href=url, title="Titel"))
    killed = Translation(language="de", url=url, status=Status.CANCELED)
    assert public(Article(id="a", url=url, links=links, translations=(killed,))).links == links[:1]


def test_of_a_picture_whose_embargo_is_over_each_without_an_id_stays() -> None:
    over = Embargo(until=NINE)
    shown = f"{IN_TEXT}1"
    files = [(Rendition(href=f"https://mills.example/{n}.jpg"),) for n in (1, 2)]
    article = Article(
        id="urn:mills",
        body=[Figure(image_id=shown)],
        images=(
            Image(id=shown, renditions=files[0]),
            Image(renditions=files[1]),
            Image(renditions=files[0], embargo=over),
        ),
    )
    assert len(public(article, at=NINE).images) == 3
