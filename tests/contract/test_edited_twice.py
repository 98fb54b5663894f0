"""Edited, saved, read, edited again and saved: both edits hold, and no old word is left.

Each kind of edit comes first in one way or another, the second and the document are others each
time. With `HYPOTHESIS_PROFILE=thorough` every pair of edits is tried in every way, and so is the
corpus.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
import pytest

from newsmodel.errors import NewsModelError
from newsmodel.formats import newsml
from newsmodel.model import Article, Extension, Message, Model
from newsmodel.model.base import fields_of
from newsmodel.testing import examples, samples
from newsmodel.testing.assertions import differences
from newsmodel.testing.published import _folded, _said, _says, _shown, _strings
from tests.contract.conftest import Format, format_named
from tests.contract.edits import EDITS
from tests.formats.newsml.documents import XHTML, news_item, news_message

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
WAYS = (
    *("json", "newsml", "ninjs", "html"),
    *("newsml html", "html newsml", "ninjs newsml", "newsml ninjs", "json html"),
)
"""The formats of the first and of the second save; one where both are the same."""
CHOSEN = ("an_article", "corrected", "full_featured", "many_images", "right_to_left")
FIRST, SECOND = "einwort17", "zweiwort18"
PAGE = f"""<inlineXML><html xmlns="{XHTML}"><head><title>Mills</title><meta name="desk"
content="city"/></head><body><p>The mills of Vilkhove.</p>
<figure><img src="mill.jpg" data-uri="urn:x:mill"/>
<figcaption>The mill of Jan Kos.</figcaption></figure></body></html></inlineXML>"""
ITEM = re.compile(r"\[\d+\]$")
OF_DOCUMENTS = re.compile(r"\.(extensions|dialect|status_code)\b")
"""Fields that say how a document is written: what belonged to an old value goes with it."""


@cache
def sources() -> dict[str, Article]:
    """Articles as they come, by name."""
    found = {name: make() for name, make in examples.ALL if THOROUGH or name in CHOSEN}
    for format in ("newsml", "ninjs", "html"):
        for path in samples.paths(format):
            try:
                found[f"{format} {path.name}"] = format_named(format).module.load(path)
            except NewsModelError:
                continue  # one that must be refused, or that holds several
    found["a page with a picture"] = newsml.loads(news_item(body=PAGE))
    return {name: each for name, each in found.items() if each.id}  # without: another error each


def told_of(format: Format, article: Article) -> tuple[str, ...]:
    """The paths that a format lists as lost; behind a lost item the others have other numbers."""
    listed = {loss.path for loss in format.module.losses(article)}
    return tuple(listed | {ITEM.sub("[", path) for path in listed if ITEM.search(path)})


def changed_untold(format: Format, article: Article, again: Article) -> list[str]:
    """Where another article is read than was written, though nothing says so."""
    lost = told_of(format, article)
    found = differences(format.kept(article), again)
    own = f".language: {article.language!r} != None"
    return [
        each
        for each in found
        if not (each.startswith(lost) or OF_DOCUMENTS.search(each))
        and not (".captions[" in each and each.endswith(own))
        and ".item: None != " not in each  # a picture that had to get an item of its own
    ]


def old_words(document: str, now: Article, *before: Article) -> list[str]:
    """The words of earlier states that the article does not say any more and its document does."""
    carried = [words for each in _carried(now) for words in (each.place, *_said(each.content))]
    held = "\n".join(map(_folded, [*_shown(now), *carried]))
    known = {_folded(words) for each in before for words in _strings(each)}
    gone = [words for words in known if " " in words or FIRST in words.lower()]
    said = "\n".join(map(_folded, _said(document)))
    return [words for words in gone if words not in held and _says(said, words)]


def _carried(value: object) -> Iterator[Extension]:
    """All that is carried with an article, by whatever of it: that is its own matter."""
    if isinstance(value, Extension):
        yield value
    elif isinstance(value, Model):
        for field in fields_of(type(value)):
            yield from _carried(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _carried(each)


def errors(format: Format, document: str) -> set[str]:
    return {each.rule for each in format.module.check(document) if each.severity == "error"}


def saved(format: Format, article: Article, *before: Article) -> tuple[str, Article]:
    """An article as it is saved and read, after the laws of one save have been tried."""
    document = format.module.dumps(article)
    again = format.module.loads(document)
    assert changed_untold(format, article, again) == []
    assert old_words(document, article, *before) == []
    once_more = format.module.dumps(format.fit(again))
    if once_more != document:  # what was carried for an old value is left out of it
        third = format.module.loads(once_more)
        assert changed_untold(format, again, third) == []
        assert format.module.dumps(format.fit(third)) == once_more
    return document, again


def edited_twice(way: str, source: Article, first: str, second: str) -> None:
    """Try the law on an article, for two kinds of edit."""
    one, *others = map(format_named, way.split())
    other = others[0] if others else one
    edited = EDITS[first](source, FIRST)
    assert edited is not None
    edited = one.fit(edited)
    document, again = saved(one, edited, source)
    finished = EDITS[second](again, SECOND)
    if finished is None:
        return
    finished = other.fit(finished)
    last, _ = saved(other, finished, source, edited)
    kept = other.kept(finished)
    carried = {each.content for each in _carried(kept)}  # of an old value, it may go with that
    words = "\n".join([each for each in _strings(kept) if each not in carried]).lower()
    if one == other and FIRST in document.lower() and FIRST in words:
        assert FIRST in last.lower()
    before = other.module.dumps(other.fit(source))
    assert errors(other, last) <= errors(other, before)


def rounds(way: str, first: str) -> Iterator[tuple[str, str]]:
    """Names of the articles and of the second edits for a way and a first edit."""
    number = WAYS.index(way) * 17 + list(EDITS).index(first) * 5
    names, seconds = list(sources()), list(EDITS)
    fit = [name for name in names if EDITS[first](sources()[name], FIRST) is not None]
    if not THOROUGH:
        yield fit[number % len(fit)], seconds[number * 7 % len(seconds)]
        return
    for step, second in enumerate(seconds):
        yield fit[(number + step) % len(fit)], second


STARTS = [
    (way, first)
    for number, way in enumerate(WAYS)
    for place, first in enumerate(EDITS)
    if THOROUGH or (number + place) % 16 == 0
]


@pytest.mark.parametrize(("way", "first"), STARTS)
def test_both_edits_hold_and_no_old_word_is_left(way: str, first: str) -> None:
    for name, second in rounds(way, first):
        try:
            edited_twice(way, sources()[name], first, second)
        except AssertionError as wrong:
            wrong.add_note(f"{name}: {first}, then {second}")
            raise


WITHHELD = news_item(
    '<pubStatus qcode="stat:withheld"/>',
    body='<remoteContent href="large-mill.jpg"/>',
    attributes='guid="urn:x:mill"',
    language="",
).replace("ninat:text", "ninat:picture")


def messages() -> list[Message]:
    """Messages as they come, each with an item or more."""
    found = [newsml.loads_message(news_message(news_item(body=PAGE), WITHHELD))]
    for path in samples.paths("newsml"):
        try:
            found.append(newsml.loads_message(path.read_bytes()))
        except NewsModelError:
            continue
    return found


def test_items_of_messages_are_edited_like_articles() -> None:
    names = list(EDITS)
    for number, message in enumerate(messages()):
        for place, item in enumerate(message.items):
            pairs = [(names[(number * 5 + k) % len(names)], names[k]) for k in range(len(names))]
            for first, second in pairs if THOROUGH else pairs[number + place :: len(names) // 3]:
                if isinstance(item, Article):
                    item_edited_twice(message, place, first, second)


def item_edited_twice(message: Message, place: int, first: str, second: str) -> None:
    """Try the law on an item of a message, for two kinds of edit."""
    for kind, word in ((first, FIRST), (second, SECOND)):
        before = message.items[place]
        assert isinstance(before, Article)
        edited = EDITS[kind](before, word)
        if edited is None:
            return
        items = (*message.items[:place], edited, *message.items[place + 1 :])
        meant = attrs.evolve(message, items=items)
        message = newsml.loads_message(newsml.dumps(meant))
        lost = tuple(each.path for each in newsml.losses(meant))
        found = differences(meant, message)
        wrong = [e for e in found if not (e.startswith(lost) or OF_DOCUMENTS.search(e))]
        assert wrong == [], f"{before.id}: {first}, then {second}"


@pytest.mark.skipif(not THOROUGH, reason="only where the laws are tried at length")
@pytest.mark.parametrize("way", WAYS)
def test_they_hold_in_real_feeds(way: str, shared: Path) -> None:
    names = list(EDITS)
    wrong: list[str] = []
    for number, path in enumerate(sorted((shared / "corpus" / "newsml-g2").rglob("*"))):
        for step in range(10):
            first, second = (names[(number * k + step * 11) % len(names)] for k in (3, 7))
            wrong += complaint(way, path, first, second)
    assert wrong == []


def complaint(way: str, path: Path, first: str, second: str) -> list[str]:
    """What is wrong with a document of the corpus after two edits, in a list."""
    if not path.is_file():
        return []
    try:
        articles = newsml.loads_message(path.read_bytes()).gather()
    except NewsModelError:
        return []
    if not articles or EDITS[first](articles[0], FIRST) is None:
        return []
    try:
        edited_twice(way, articles[0], first, second)
    except AssertionError as error:
        return [f"{path.name}: {first}, then {second}: {str(error)[:200]}"]
    return []
