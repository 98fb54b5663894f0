from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import newsmodel.model
from newsmodel.errors import NotPublicError
from newsmodel.model import Article, Dialect, Kind, Message, Model, Quote, Status, public
from newsmodel.model.base import fields_of, given
from newsmodel.model.gathering.joining import gathered, scattered
from newsmodel.testing import examples

UNTOUCHED = {
    "Article.dialect": "how a document was written; only reading one gives it",
    "Article.findings": "a fixed article has no reader that could find something",
    "LanguageVersion.status": "usable is the default; killed() and withheld() show the others",
    "Message.alone": "said only of a document that was read",
    "Message.extensions": "found only in documents",
    "Message.findings": "as for articles",
    "OtherItem.format": "NewsML-G2 is the only format that has such items",
}
NOT_FOUND = {Model, Quote, Dialect}
"""The base class, what is derived and never stored, and what only reading a document gives."""


def classes() -> list[Any]:
    found = [getattr(newsmodel.model, name) for name in newsmodel.model.__all__]
    return [c for c in found if isinstance(c, type) and issubclass(c, Model) and c not in NOT_FOUND]


def field_names(cls: type) -> Iterator[tuple[str, str]]:
    """Each field of a class: its name, and that name after the class that declares it."""
    for field in fields_of(cls):
        declaring = [c for c in cls.__mro__ if field.name in vars(c).get("__annotations__", {})]
        yield field.name, f"{declaring[-1].__name__}.{field.name}"


def touched(value: Any) -> set[str]:
    """The classes in an object, and the fields in it that differ from their defaults."""
    if isinstance(value, tuple):
        return {name for part in value for name in touched(part)}
    if not isinstance(value, Model):
        return set()
    found = {type(value).__name__}
    changed = dict(given(value))
    for name, declared in field_names(type(value)):
        if name in changed:
            found |= {declared, *touched(changed[name])}
    return found


def everything() -> set[str]:
    named = {declared for cls in classes() for _, declared in field_names(cls)}
    leaves = {
        c.__name__ for c in classes() if not any(o is not c and issubclass(o, c) for o in classes())
    }
    return named | leaves


def test_the_full_example_and_the_message_use_everything_there_is() -> None:
    used = touched(examples.full_featured()) | touched(examples.a_message())
    assert sorted(everything() - used) == sorted(UNTOUCHED)


def test_the_full_example_has_what_it_promises() -> None:
    article = examples.full_featured()
    assert article.languages == ("en", "uk", "ar")
    assert all(version.text for version in (article, *article.translations))
    assert len(article.quotes) == 3
    assert max(len(quote.pieces) for quote in article.quotes) == 2
    for image in article.images:
        captions = {caption.language: caption for caption in image.captions}
        assert set(captions) == set(article.languages)
        assert all(caption.alt_text for caption in captions.values())


def test_names_and_functions_agree() -> None:
    assert [name for name, _ in examples.ALL] == sorted(examples.examples())
    assert all(getattr(examples, name) is make for name, make in examples.ALL)
    assert set(examples.examples()) | {"ALL", "examples", "a_message"} == set(examples.__all__)


@pytest.mark.parametrize("name", examples.examples())
def test_ids_within_an_article_occur_once(name: str) -> None:
    article = examples.examples()[name]
    parts: tuple[Any, ...] = (
        *article.translations,
        *article.images,
        *article.videos,
        *article.audios,
    )
    ids = [article.id, *(part.id for part in parts if part.id)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", examples.examples())
def test_every_example_can_be_taken_apart_and_joined(name: str) -> None:
    article = attrs.evolve(examples.examples()[name], message_header=None)
    assert gathered(scattered(article)) == (article,)


def test_the_full_example_is_taken_apart_into_seven_items() -> None:
    assert len(scattered(examples.full_featured())) == 7


@pytest.mark.parametrize("name", examples.examples())
def test_no_example_holds_a_real_host(name: str) -> None:
    text = repr(examples.examples()[name])
    known = ("example.com", "example.org", "iptc.org", "useplus.org", "w3.org")
    hosts = [part.split("/")[0] for part in text.split("://")[1:]]
    assert all(host.endswith(known) for host in hosts)


def test_each_example_shows_what_its_name_says() -> None:
    assert examples.minimal() == Article(id=examples.minimal().id)
    assert examples.killed().id == examples.an_article().id
    assert (examples.killed().version or 0) > (examples.an_article().version or 0)
    assert examples.killed().status is Status.CANCELED
    assert examples.withheld().status is Status.WITHHELD
    assert examples.right_to_left().language == "he"
    assert len(examples.corrected().corrections) == 3
    assert len(examples.many_images().images) == 12
    stale = examples.stale_translation()
    assert (stale.translations[0].source_version or 0) < (stale.version or 0)


@pytest.mark.parametrize("make", [examples.killed, examples.withheld, examples.embargoed])
def test_what_is_kept_back_is_not_public(make: Any) -> None:
    with pytest.raises(NotPublicError):
        public(make())


def test_an_article_takes_changes() -> None:
    article = examples.an_article(headline="Other", kind=Kind.PICTURE)
    assert (article.headline, article.kind) == ("Other", Kind.PICTURE)
    assert attrs.evolve(article, headline="x") == examples.an_article(
        headline="x", kind=Kind.PICTURE
    )


def test_the_message_holds_an_item_of_each_kind_and_gathers_to_one_article() -> None:
    message = examples.a_message()
    assert isinstance(message, Message)
    assert [type(item).__name__ for item in message.items] == [
        "Article",
        "Article",
        "Package",
        "OtherItem",
    ]
    (article,) = message.gather()
    assert [image.id for image in article.images] == ["picture-1"]
