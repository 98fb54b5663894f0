from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from newsmodel import check
from newsmodel.formats import json
from newsmodel.model import (
    Article,
    Audio,
    Figure,
    Group,
    Header,
    Image,
    ImageCaption,
    Kind,
    Link,
    Message,
    OtherItem,
    Package,
    Rendition,
    Status,
    Translation,
    Video,
)
from newsmodel.model.gathering.joining import gathered, scattered
from newsmodel.testing import strategies

PHOTO = Image(
    id="photo",
    version=3,
    headline="A bridge",
    renditions=(Rendition(href="https://example.com/a.jpg"),),
    captions=(ImageCaption(language="en", text="A bridge."),),
    status=Status.WITHHELD,
)
STORY = Article(
    id="rain",
    version=2,
    language="en",
    headline="Rain",
    body=["It rains.", Figure(image_id="photo")],
    section="Weather",
    links=(Link(rel="irel:seeAlso", residref="sun"),),
    images=(PHOTO,),
    videos=(Video(),),
    audios=(Audio(id="sound"),),
    translations=(
        Translation(language="uk"),
        Translation(id="regen", language="de", headline="Regen", body=["Es regnet."]),
        Translation(language="ar", headline="مطر"),
    ),
)


NAMES = ["a", "b", "c", "d", "e"]
RELATIONS = ["irel:translatedFrom", "irel:associatedWith", "irel:seeAlso", "irel:derivedFrom"]
LINKS = st.builds(Link, rel=st.sampled_from(RELATIONS), residref=st.sampled_from(NAMES))


@st.composite
def items_that_refer_to_each_other(draw: st.DrawFn) -> tuple[Article, ...]:
    found = []
    for name in NAMES[: draw(st.integers(2, 5))]:
        links = tuple(draw(st.lists(LINKS, max_size=2)))
        kind = draw(st.sampled_from([Kind.TEXT, Kind.TEXT, Kind.PICTURE, Kind.VIDEO]))
        parts: dict[str, Any] = {"body": ["It rains."]}
        if kind is not Kind.TEXT:
            parts = {"images": (Image(),)} if kind is Kind.PICTURE else {"videos": (Video(),)}
        language = draw(st.sampled_from(["en", "uk", "de"]))
        headline = f"Headline {name}"
        found.append(
            Article(id=name, kind=kind, language=language, headline=headline, links=links, **parts)
        )
    return tuple(found)


# ------------------------------------------------------------------ the law
@given(items_that_refer_to_each_other())
def test_whatever_items_say_of_each_other_none_is_lost(items: tuple[Article, ...]) -> None:
    joined = gathered(items)
    shown = json.dumps(Message(items=joined))
    assert [item.headline for item in items if str(item.headline) not in shown] == []
    assert [gathered(scattered(article)) for article in joined] == [(each,) for each in joined]


def test_what_a_translation_alone_shows_is_the_articles_too() -> None:
    original = Article(id="rain", language="en", headline="Rain")
    links = (
        Link(rel="irel:translatedFrom", residref="rain"),
        Link(rel="irel:associatedWith", residref="photo"),
    )
    german = Article(id="regen", language="de", headline="Regen", links=links)
    photo = Article(id="photo", kind=Kind.PICTURE, images=(Image(),))
    (article,) = gathered((original, german, photo))
    assert [image.id for image in article.images] == ["photo"]
    assert article.links == ()
    assert scattered(article)[1:] == (german, photo)


def test_a_feeds_link_to_a_picture_is_the_only_one() -> None:
    linked = Link(rel="irel:associatedWith", residref="photo", rank=1)
    items = (
        Article(id="rain", language="en", headline="Rain", links=(linked,)),
        Article(id="photo", kind=Kind.PICTURE, images=(Image(),)),
    )
    assert scattered(*gathered(items)) == items


@given(strategies.articles())
def test_taking_apart_and_joining_gives_the_same_article(article: Article) -> None:
    expected = attrs.evolve(article, message_header=None)
    assert gathered(scattered(article)) == (expected,)


@given(strategies.articles())
def test_in_whatever_order_the_other_items_come(article: Article) -> None:
    own, *others = scattered(article)
    (whole,) = gathered([own, *reversed(others)])
    assert attrs.evolve(whole, translations=()) == attrs.evolve(
        article, message_header=None, translations=()
    )
    assert set(whole.translations) == set(article.translations)


@given(strategies.articles())
def test_any_language_version_can_be_taken_apart(article: Article) -> None:
    for tag in article.languages:
        version = attrs.evolve(article.in_language(tag), message_header=None)
        assert gathered(scattered(version)) == (version,)


@given(strategies.articles())
def test_every_item_has_an_id_of_its_own_and_says_what_it_is(article: Article) -> None:
    items = scattered(article)
    assert items[0].id == article.id
    assert len({item.id for item in items}) == len(items)
    assert all(item.message_header is None for item in items)


@given(strategies.articles())
def test_versions_and_media_with_ids_of_their_own_do_get_items(article: Article) -> None:
    media = (*article.images, *article.videos, *article.audios)
    article = attrs.evolve(article, kind=Kind.TEXT, source_id=None)
    sent = [t for t in article.translations if t.headline is not None or t.body]
    assert len(scattered(article)) == 1 + len(sent) + len(media)


# ------------------------------------------------------------------ taking apart
def test_each_version_and_each_medium_becomes_an_item() -> None:
    items = scattered(STORY)
    assert [(item.id, item.kind, item.language) for item in items] == [
        ("rain", Kind.TEXT, "en"),
        ("regen", Kind.TEXT, "de"),
        ("rain#ar", Kind.TEXT, "ar"),
        ("photo", Kind.PICTURE, None),
        ("rain#media-2", Kind.VIDEO, None),
        ("sound", Kind.AUDIO, None),
    ]
    assert [item.section for item in items[:3]] == ["Weather"] * 3


def test_a_picture_item_says_by_its_own_fields_what_it_has_fields_for() -> None:
    photo = scattered(STORY)[3]
    assert (photo.headline, photo.version, photo.status) == ("A bridge", 3, Status.WITHHELD)
    assert photo.images == (Image(renditions=PHOTO.renditions, captions=PHOTO.captions),)


@pytest.mark.parametrize("tag", [None, "uk"])
def test_the_captions_of_an_item_in_another_language_are_in_that(tag: str | None) -> None:
    words = ImageCaption(language=tag, text="Міст")
    photo = Article(id="p", kind=Kind.PICTURE, language="uk", images=(Image(captions=(words,)),))
    link = Link(rel="irel:associatedWith", residref="p")
    (article,) = gathered((Article(id="a", language="en", body=["x"], links=(link,)), photo))
    (image,) = article.images
    assert [caption.language for caption in image.captions] == ["uk"]
    assert scattered(article)[1] == photo
    more = attrs.evolve(image, captions=(*image.captions, ImageCaption(text="A bridge")))
    captions = scattered(attrs.evolve(article, images=(more,)))[1].images[0].captions
    assert [caption.language for caption in captions] == [tag, "en"]
    english = ImageCaption(language="en", text="A bridge", alt_text="Piers")
    for edited in (
        (*image.captions, english),
        (english,),
        (),
        (attrs.evolve(words, text="Міст!"),),
    ):
        changed = attrs.evolve(article, images=(attrs.evolve(image, captions=edited),))
        assert [item.id for item in scattered(changed)] == ["a", "p"]
    german = attrs.evolve(photo, language="en-GB")
    (article,) = gathered((Article(id="a", language="en", body=["x"], links=(link,)), german))
    assert [caption.language for caption in article.images[0].captions] == [tag]


def test_links_tell_what_belongs_together() -> None:
    own, german, _, photo, *_ = scattered(STORY)
    assert [(link.rel, link.residref) for link in own.links] == [
        ("irel:seeAlso", "sun"),
        ("irel:associatedWith", "photo"),
        ("irel:associatedWith", "rain#media-2"),
        ("irel:associatedWith", "sound"),
    ]
    assert {(link.rel, link.residref, link.version) for link in german.links} == {
        ("irel:derivedFrom", "rain", None),
        ("nm:translatedFrom", "rain", None),
    }
    assert photo.links == ()


def test_a_version_nobody_has_sent_stays_with_the_article() -> None:
    assert scattered(STORY)[0].translations[0] == Translation(language="uk")


def test_what_shares_an_id_is_not_taken_apart() -> None:
    twins = Article(id="x", images=(Image(id="x"),))
    assert scattered(twins) == (twins,)
    assert gathered(scattered(twins)) == (twins,)


# ------------------------------------------------------------------ joining what others have sent
ENGLISH = Article(id="en", language="en", headline="Rain")
GERMAN = Article(id="de", language="de", headline="Regen")
PICTURE = Article(id="p", kind=Kind.PICTURE, headline="A bridge", images=(Image(credit="A."),))
VIDEO = Article(id="v", kind=Kind.VIDEO, videos=(Video(),))


def of(*items: Any, **fields: Any) -> tuple[Article, ...]:
    return Message(items=items, **fields).gather()


def alternatives(*ids: str, mode: str = "pgrmod:alt") -> Package:
    members = tuple(Link(residref=ident) for ident in ids)
    return Package(item=Article(id="pkg"), groups=(Group(mode=mode, members=members),))


@pytest.mark.parametrize(
    "child",
    [
        attrs.evolve(GERMAN, links=(Link(rel="nm:translationOf", residref="en"),)),
        attrs.evolve(GERMAN, source_id="en"),
    ],
    ids=["link", "source id"],
)
@pytest.mark.parametrize("first", [0, 1], ids=["article first", "translation first"])
def test_what_names_its_source_becomes_a_translation(child: Article, first: int) -> None:
    items = [ENGLISH, child] if first == 0 else [child, ENGLISH]
    (article,) = of(*items)
    assert (article.id, [t.headline for t in article.translations]) == ("en", ["Regen"])


def test_alternatives_in_different_languages_are_translations() -> None:
    (article,) = of(ENGLISH, GERMAN, alternatives("en", "de"))
    assert (article.id, article.languages) == ("en", ("en", "de"))


@pytest.mark.parametrize(
    "package",
    [
        alternatives("en", "de", mode="pgrmod:seq"),
        alternatives("en", "missing"),
        Package(item=Article(id="pkg")),
    ],
    ids=["sequence", "missing", "no groups"],
)
def test_other_groups_tie_no_translations(package: Package) -> None:
    assert of(ENGLISH, GERMAN, package) == (ENGLISH, GERMAN)


def test_alternatives_in_one_language_are_not_translations() -> None:
    again = attrs.evolve(ENGLISH, id="en-2")
    assert of(ENGLISH, again, alternatives("en", "en-2")) == (ENGLISH, again)


def test_derived_from_alone_makes_no_translation() -> None:
    derived = attrs.evolve(GERMAN, links=(Link(rel="irel:derivedFrom", residref="en"),))
    assert of(ENGLISH, derived) == (ENGLISH, derived)


def test_a_circle_of_sources_is_left_as_it_came() -> None:
    circle = [attrs.evolve(ENGLISH, source_id="de"), attrs.evolve(GERMAN, source_id="en")]
    assert of(*circle) == tuple(circle)


def test_a_translation_that_names_its_source_can_be_taken_apart_from_either_side() -> None:
    german = Translation(id="de", language="de", headline="Regen", source_id="en")
    article = attrs.evolve(ENGLISH, translations=(german,))
    for version in (article, article.in_language("de")):
        assert gathered(scattered(version)) == (version,)
        assert len(scattered(version)) == 2


def test_a_translation_of_a_translation_belongs_to_the_first() -> None:
    german = attrs.evolve(GERMAN, source_id="en")
    third = Article(id="uk", language="uk", source_id="de")
    (article,) = of(ENGLISH, german, third)
    assert article.languages == ("en", "de", "uk")


def test_pictures_and_videos_an_article_refers_to_become_its_own() -> None:
    story = attrs.evolve(
        ENGLISH,
        body=(Figure(image_id="p"),),
        links=(Link(rel="irel:seeAlso", residref="v"),),
    )
    (article,) = of(PICTURE, story, VIDEO)
    assert [(i.id, i.headline, i.credit) for i in article.images] == [("p", "A bridge", "A.")]
    assert [video.id for video in article.videos] == ["v"]
    assert article.links == story.links


def test_a_picture_nobody_refers_to_stays_an_article() -> None:
    assert of(ENGLISH, PICTURE) == (ENGLISH, PICTURE)


def test_of_several_versions_only_the_highest_is_joined() -> None:
    old = attrs.evolve(GERMAN, version=1, source_id="en")
    new = attrs.evolve(old, version=2, headline="Mehr Regen")
    article, left = of(ENGLISH, new, old)
    assert [t.headline for t in article.translations] == ["Mehr Regen"]
    assert left == old


def test_an_article_that_came_alone_keeps_the_header() -> None:
    header = Header(sender="us")
    other = OtherItem(kind="conceptItem", content="<conceptItem/>")
    assert of(ENGLISH, other, header=header) == (attrs.evolve(ENGLISH, message_header=header),)
    assert all(a.message_header is None for a in of(ENGLISH, GERMAN, header=header))


def test_packages_and_other_items_are_left_out_but_kept_in_the_message() -> None:
    message = Message(items=(ENGLISH, alternatives("en")))
    assert (message.articles, len(message.packages)) == ((ENGLISH,), 1)
    assert message.gather() == (ENGLISH,)


# ------------------------------------------------------------------ translations of older versions
@pytest.mark.parametrize(
    "rel",
    [
        "irel:translatedFrom",
        "nm:translatedFrom",
        "irel:isTranslationOf",
        "ir:translatedFrom",
        "http://cv.iptc.org/newscodes/itemrelation/translatedFrom",
    ],
)
def test_a_feeds_link_tells_of_which_version_a_translation_was_made(rel: str) -> None:
    source = Article(id="rain", version=3, language="en", headline="Rain")
    link = Link(rel=rel, residref="rain", version=2)
    german = Article(id="regen", version=1, language="de", headline="Regen", links=(link,))
    (article,) = gathered((source, german))
    assert article.translations[0].source_version == 2
    assert scattered(article)[1] == german
    assert "translation-stale" in {problem.rule for problem in check(article)}


def test_a_link_to_the_present_version_says_that_when_there_is_a_newer_one() -> None:
    source = Article(id="rain", version=3, language="en", headline="Rain")
    link = Link(rel="irel:translatedFrom", residref="rain", version=3)
    german = Article(id="regen", version=1, language="de", headline="Regen", links=(link,))
    (article,) = gathered((source, german))
    assert article.translations[0].source_version == 3
    newer = attrs.evolve(article, version=4)
    assert scattered(newer)[1] == scattered(article)[1] == german
    assert "translation-stale" in {problem.rule for problem in check(newer)}


# ------------------------------------------------------------------ who was translated from whom
UKRAINIAN = Translation(id="uk", language="uk", headline="Дощ", source_id="regen")
MADE_OF_RAIN = Translation(
    id="regen", language="de", headline="Regen", source_id="rain", source_version=2
)
CHAIN = attrs.evolve(STORY, translations=(MADE_OF_RAIN, UKRAINIAN))


def sources(article: Article) -> dict[str, list[tuple[str | None, int | None]]]:
    """What the items of an article say of their sources, by their ids."""
    return {
        item.id: [(i.residref, i.version) for i in item.links if i.rel == "nm:translatedFrom"]
        for item in scattered(article)
        if item.kind is Kind.TEXT
    }


def test_each_item_names_what_it_was_translated_from_whichever_is_the_article() -> None:
    told = {"rain": [], "regen": [("rain", 2)], "uk": [("regen", None)]}
    for tag in CHAIN.languages:
        assert sources(CHAIN.in_language(tag)) == told


def test_an_article_that_is_a_translation_names_its_source() -> None:
    german = Article(id="regen", language="de", source_id="rain", source_version=2)
    assert sources(german) == {"regen": [("rain", 2)]}
    assert gathered(scattered(german)) == (german,)


@pytest.mark.parametrize("language", ["de", "pl"])
def test_what_was_made_of_another_language_is_not_said_to_be_of_the_article(language: str) -> None:
    arabic = Translation(id="ar", language="ar", headline="مطر", source_language=language)
    article = attrs.evolve(STORY, translations=(arabic,))
    assert sources(article)["ar"] == []
    assert gathered(scattered(article)) == (article,)


def test_a_source_that_was_put_right_is_written() -> None:
    link = Link(rel="irel:isTranslationOf", residref="rain", version=1)
    made = Translation(id="regen", language="de", headline="Regen", links=(link,))
    cases: list[tuple[tuple[str, int | None], dict[str, Any]]] = [
        (("rain", 2), {"source_version": 2}),
        (("uk", None), {"source_id": "uk"}),
    ]
    for told, fields in cases:
        article = attrs.evolve(STORY, translations=(attrs.evolve(made, **fields),))
        assert sources(article)["regen"] == [told]
        assert gathered(scattered(article)) == (article,)


# ------------------------------------------------------------------ edited after joining
LINKED = gathered(
    (
        Article(
            id="rain", version=2, language="en", headline="Rain", section="Weather",
            links=(Link(rel="irel:associatedWith", residref="photo"),),
        ),
        Article(
            id="regen", language="de", headline="Regen", section="Wetter",
            links=(Link(rel="irel:isTranslationOf", residref="rain", version=2),),
        ),
        Article(id="photo", kind=Kind.PICTURE, section="Views", images=(Image(credit="J. Kos"),)),
    ),
    header=Header(sender="us"),
)[0]  # fmt: skip
PICTURED, TRANSLATED = LINKED.images[0], LINKED.translations[0]
EDITS: dict[str, Article] = {
    "version": attrs.evolve(LINKED, version=3),
    "id": attrs.evolve(LINKED, id="rain-2"),
    "a translation's id": attrs.evolve(
        LINKED, translations=(attrs.evolve(TRANSLATED, id="regen-2"),)
    ),
    "a translation's language": attrs.evolve(
        LINKED, translations=(attrs.evolve(TRANSLATED, language="nl"),)
    ),
    "a picture's id": attrs.evolve(LINKED, images=(attrs.evolve(PICTURED, id="photo-2"),)),
    "a translation's links": attrs.evolve(
        LINKED, translations=(attrs.evolve(TRANSLATED, links=()),)
    ),
    "the language": LINKED.in_language("de"),
}


@pytest.mark.parametrize("article", EDITS.values(), ids=EDITS)
def test_an_edited_article_has_the_items_it_had(article: Article) -> None:
    items = scattered(article)
    assert [item.kind for item in items] == [Kind.TEXT, Kind.TEXT, Kind.PICTURE]
    assert gathered(items, header=article.message_header) == (article,)
    assert article.message_header == LINKED.message_header


def test_what_would_not_come_back_alone_has_no_item() -> None:
    twins = (Image(id="pier", credit="A"), Image(id="pier", credit="B"))
    article = attrs.evolve(LINKED, images=(*twins, PICTURED))
    assert [item.id for item in scattered(article)] == ["rain", "regen", "photo"]
    unsaid = attrs.evolve(TRANSLATED, source_version=None)  # its link says another thing
    article = attrs.evolve(LINKED, translations=(unsaid,))
    assert [item.id for item in scattered(article)] == ["rain", "photo"]
    for each in (article, attrs.evolve(LINKED, images=(*twins, PICTURED))):
        assert gathered(scattered(each), header=each.message_header) == (each,)


def test_an_older_source_stands_in_the_link_and_comes_back() -> None:
    older = attrs.evolve(STORY.translations[1], source_version=1)
    article = attrs.evolve(STORY, translations=(older,))
    items = scattered(article)
    item = next(each for each in items if each.id == "regen")
    assert (item.source_version, {link.version for link in item.links}) == (None, {1})
    assert gathered(items) == (article,)
