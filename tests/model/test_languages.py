import attrs
import pytest
from hypothesis import assume, given, strategies as st

from newsmodel.errors import NewsModelError, UnknownLanguageError
from newsmodel.model import (
    Article,
    Image,
    ImageCaption,
    ImageRole,
    Translation,
)
from newsmodel.model.article import exchanged
from newsmodel.model.in_text import IN_TEXT
from newsmodel.testing import strategies

RAIN = Article(
    id="rain",
    language="en",
    headline="Rain",
    version=2,
    section="Weather",
    images=(Image(id="i"),),
    translations=(
        Translation(id="regen", language="de-CH", headline="Regen", source_id="rain"),
        Translation(language="uk", url="https://example.com/uk"),
    ),
)


def test_versions_in_one_language_have_ids_of_their_own_and_come_back() -> None:
    versions = tuple(Translation(language="uk", headline=line) for line in "abc")
    article = Article(id="u:1", language="en", headline="a", translations=versions)
    turned = [exchanged(article, index) for index in range(3)]
    assert [each.id for each in turned] == ["u:1#uk", "u:1#uk-2", "u:1#uk-3"]
    assert [exchanged(each, index) for index, each in enumerate(turned)] == [article] * 3


def test_languages_are_named_once_its_own_first() -> None:
    assert RAIN.languages == ("en", "de-CH", "uk")
    twice = attrs.evolve(RAIN, translations=(*RAIN.translations, Translation(language="uk")))
    assert twice.languages == RAIN.languages
    assert Article(id="x", translations=(Translation(),)).languages == ()


def test_in_another_language_the_story_stays_and_the_words_change() -> None:
    german = RAIN.in_language("de-CH")
    assert (german.id, german.headline, german.version) == ("regen", "Regen", None)
    assert (german.section, german.images) == (RAIN.section, RAIN.images)
    assert german.languages == ("de-CH", "en", "uk")
    assert german.translations[0] == Translation(
        id="rain", language="en", headline="Rain", version=2
    )


def test_its_own_language_is_the_article_itself() -> None:
    assert RAIN.in_language("en") is RAIN
    assert RAIN.in_language("EN") is RAIN


def test_a_wider_tag_finds_a_narrower_one_only_where_none_is_equal() -> None:
    assert RAIN.in_language("de").id == "regen"
    plain = attrs.evolve(
        RAIN, translations=(*RAIN.translations, Translation(id="bern", language="de"))
    )
    assert plain.in_language("de").id == "bern"
    with pytest.raises(UnknownLanguageError):
        RAIN.in_language("d")


def test_a_version_nobody_has_sent_gets_an_id_that_tells_whose_it_is() -> None:
    ukrainian = RAIN.in_language("uk")
    assert ukrainian.id == "rain#uk"
    assert ukrainian.url == "https://example.com/uk"
    assert ukrainian.in_language("en") == RAIN


@pytest.mark.parametrize("tag", ["fr", "", "en-GB"])
def test_an_unknown_language_names_those_there_are(tag: str) -> None:
    with pytest.raises(UnknownLanguageError, match="en, de-CH, uk") as caught:
        RAIN.in_language(tag)
    assert (caught.value.language, caught.value.languages) == (tag, RAIN.languages)
    assert isinstance(caught.value, NewsModelError)
    assert isinstance(caught.value, LookupError)


@given(strategies.articles(), strategies.tags(), st.data())
def test_there_and_back_is_the_same_article(
    article: Article, tag: str, data: st.DataObject
) -> None:
    own = article.language or tag
    assume(own.lower() not in [(t.language or "").lower() for t in article.translations])
    article = attrs.evolve(article, language=own)
    for there in article.languages:
        abroad = article.in_language(there)
        assert abroad.language == there
        assert abroad.in_language(own) == article
        further = data.draw(st.sampled_from(article.languages))
        assert abroad.in_language(further).in_language(own).id == article.id


@given(strategies.articles())
def test_no_language_is_lost_on_the_way(article: Article) -> None:
    for tag in article.languages:
        assert set(article.in_language(tag).languages) == set(article.languages)


# ------------------------------------------------------------------ pictures
def test_the_lead_image_is_the_one_marked_so_else_the_first() -> None:
    first, lead = Image(id="a"), Image(id="b", role=ImageRole.LEAD)
    assert Article(id="x").lead_image is None
    assert Article(id="x", images=(first, Image(id="c"))).lead_image is first
    assert Article(id="x", images=(first, lead)).lead_image is lead


def test_a_caption_is_found_by_language_else_the_one_without() -> None:
    german, plain = ImageCaption(language="de-CH", text="Regen"), ImageCaption(text="Rain")
    image = Image(captions=(plain, german))
    assert image.caption_in("DE-ch") is german
    assert image.caption_in("uk") is plain
    assert image.caption_in(None) is plain
    assert Image(captions=(german,)).caption_in("uk") is None


def test_a_caption_in_a_variety_of_a_language_will_do_and_one_in_another_script_will_not() -> None:
    def found(tag: str, *tags: str | None) -> str | None:
        image = Image(captions=tuple(ImageCaption(language=each, text="A") for each in tags))
        caption = image.caption_in(tag)
        return None if caption is None else caption.language or "none"

    assert found("en-US", None, "en-GB", "en") == "en-GB"
    assert found("pt", None, "pt-BR") == "pt-BR"
    assert found("de-CH", "de", "de-CH") == "de-CH"
    assert found("sr-Cyrl", "sr-Latn") is None
    assert found("zh-Hant-TW", "zh-Hans", "zh-TW") == "zh-TW"


ENGLISH, UKRAINIAN, BARE = (
    ImageCaption(text="A ferry", language="en"),
    ImageCaption(text="Пором", language="uk"),
    ImageCaption(text="A ferry"),
)


@pytest.mark.parametrize(
    "captions",
    [
        [(ENGLISH, UKRAINIAN)],
        [(ENGLISH,), (UKRAINIAN,)],
        [(ENGLISH,), (ENGLISH, UKRAINIAN)],
        [(BARE, UKRAINIAN), (ENGLISH, UKRAINIAN)],
        [(BARE,)],
        [(UKRAINIAN,)],
    ],
)
def test_captions_of_pictures_in_the_text_come_back_as_they_were(
    captions: list[tuple[ImageCaption, ...]],
) -> None:
    images = tuple([Image(id=f"{IN_TEXT}{n}", captions=each) for n, each in enumerate(captions)])
    there = (Translation(id="b", language="uk"),)
    article = Article(id="a", language="en", images=images, translations=there)
    ukrainian = article.in_language("uk")
    said = [c for image in ukrainian.images for c in image.captions if c.text == "Пором"]
    assert {c.language for c in said} <= {None, "uk"}
    assert {c.language for i in ukrainian.images for c in i.captions if c not in said} <= {"en"}
    assert ukrainian.in_language("en") == article


def test_a_version_is_found_by_what_its_withdrawn_code_is_called_today() -> None:
    versions = tuple([Translation(language=tag) for tag in ("iw", "no", "zh-Hant")])
    article = Article(id="a", language="en", translations=versions)
    for wanted, found in {"he": "iw", "nb": "no", "zh": "zh-Hant"}.items():
        assert article.in_language(wanted).language == found
    for wanted in ("zh-Hans", "he-IL", "de"):
        with pytest.raises(UnknownLanguageError):
            article.in_language(wanted)
