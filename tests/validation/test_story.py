"""What rules look at: an article at a glance, and place by place, says the same."""

from __future__ import annotations

import re
from typing import Any

import pytest

import newsmodel
from newsmodel import Article, Heading, Image, ImageCaption, Link, Paragraph, Translation
from newsmodel.testing import examples
from newsmodel.validation import Finding, Story, rule
from newsmodel.validation.garbling import GARBLED, PLAIN, TAME
from newsmodel.validation.walking import Spot

ODD = (
    "[\x7f-\x84\x86-\x9f\u180e\u200b\u2028-\u202e\u2060-\u2064\u2066-\u2069\u3164\ue000-\uf8ff"
    "\ufeff\ufff9-\ufffd\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)


@pytest.mark.parametrize("name", sorted(examples.examples()))
def test_a_glance_sees_what_a_visit_finds(name: str) -> None:
    story = Story(examples.examples()[name])
    seen = [version.seen for version in story.versions]
    assert {tag for each in seen for tag in each.tags} == {tag for *_, tag in story.tags}
    assert {a for each in seen for a in each.addresses} == {a for *_, a in story.addresses}
    assert all(words in story.shown for _, words in story.strings)
    assert sorted(str(t) for each in seen for t in each.times) == sorted(
        str(time) for *_, time in story.times
    )
    met = [kinds for version in story.versions for kinds in (version.kinds, version.beside[0])]
    assert story.classes >= {kind for kinds in met for kind in kinds}


@pytest.mark.parametrize("name", sorted(examples.examples()))
def test_what_is_of_a_class_beside_a_body_is_what_a_visit_finds(name: str) -> None:
    for version in Story(examples.examples()[name]).versions:
        for kind, spots in version.beside[0].items():
            found: list[Spot[Any]] = version.all_beside(kind)
            assert [spot.path for spot in found] == [spot.path for spot in spots]


def test_places_are_in_the_order_of_the_versions() -> None:
    links = [Link(href="/a", content="A")]
    uk = Translation(language="uk", url="/uk", body=[Paragraph(content=links)])
    article = Article(id="urn:example:1", language="en", url="/en", translations=(uk,))
    assert [f"{spot.path}.{field}" for spot, field, _ in Story(article).addresses] == [
        "$.url",
        "$.translations[0].url",
        "$.translations[0].body[0].content[0].href",
    ]


def test_what_is_of_a_class_is_found_in_every_version() -> None:
    picture = Image(id="urn:example:2", captions=(ImageCaption(text="A ferry"),))
    story = Story(Article(id="urn:example:1", images=(picture,), body=[Heading(content="Fares")]))
    captions = story.all(ImageCaption)
    assert [spot.path for spot in captions] == ["$.images[0].captions[0]"]
    assert isinstance(captions[0], Spot)
    assert [spot.path for spot in story.versions[0].all(Heading)] == ["$.body[0]"]
    assert not story.all(Heading)  # bodies are asked for version by version


def test_a_rule_is_not_asked_where_there_is_nothing_for_it() -> None:
    asked: list[Story] = []

    @rule("house-translations", over="translated")
    def house(story: Story) -> list[Finding]:
        """Counts how often it is asked."""
        asked.append(story)
        return []

    uk = Translation(language="uk", body=["Пором."])
    newsmodel.check(Article(id="urn:example:1"), extra=[house])
    assert not asked
    newsmodel.check(Article(id="urn:example:1", translations=(uk,)), extra=[house])
    assert len(asked) == 1


def test_plain_text_is_all_text_without_odd_characters() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert PLAIN.fullmatch(re.sub(ODD, "", every))
    odd = re.findall(ODD, every)
    assert len(odd) == 185 + 6_400 + 131_072
    assert not any(PLAIN.fullmatch(char) for char in odd)
    assert {char for char in re.sub(ODD, "", every) if not TAME.fullmatch(char)} == {*GARBLED}


def test_a_hidden_character_is_found_in_plain_english_too() -> None:
    article = Article(id="urn:example:1", headline="Ferry\u2028")
    assert "character-hidden" in [problem.rule for problem in newsmodel.check(article)]
