"""What was edited is written nowhere any more: no old word stays in a document unseen.

Each field of an article that holds words is edited wherever the article says the same, and every
format is searched for what it said before: as it is written, without escapes, and without tags.
JSON is not: it holds the article as it is, with all that it carries.
`HYPOTHESIS_PROFILE=thorough` tries every field of every document, those of the corpus too.
"""

from __future__ import annotations

import gzip
import html as markup
import json as plain
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, cast

import attrs
import pytest
from hypothesis import settings

from newsmodel.errors import NewsModelError
from newsmodel.formats import html, json, newsml, ninjs, text
from newsmodel.model import (
    AlternativeText,
    Article,
    Extension,
    ImageCaption,
    Kind,
    Model,
    RawBlock,
    RawInline,
)
from newsmodel.model.base import fields_of
from newsmodel.model.nodes import Node
from newsmodel.testing import examples, samples
from tests.formats.newsml.everything import EVERYTHING
from tests.formats.newsml.test_irregular import CASES
from tests.formats.ninjs import documents

ALL = settings().max_examples >= 1000
STEP = 1 if ALL else 40
"""Of how many edits one is tried."""
WRITE: dict[str, Callable[[Article], str]] = {
    "newsml": newsml.dumps,
    "ninjs": ninjs.dumps,
    "ninjs 1.6": lambda article: ninjs.dumps(article, version="1.6"),
    "html": lambda article: html.dumps(article, override=True),
    "text": lambda article: text.dumps(article, override=True),
}
CODES = frozenset(
    "alt_ids attributes content_type data_mining dialect file_name findings format generators"
    " hashes id image_id language marks qcode residref role source_id type uri".split()
)
"""Fields of codes and keys: they hold no words of the news."""

# ------------------------------------------------------------------ where an old word may stand
RIGHTLY: dict[str, dict[str, str]] = {
    "newsml": {
        r"\{[^}]*\}": "an element or attribute of others: nobody but they knows what it says",
        r"\[[0-9]+\](/|$)": "one of several where the model has one, and not that which it has",
        r"title\b": "a name for machines, in a role that no field has",
    },
    "ninjs": {
        r"^\$\.eventDetails": "an event has its own organisers: they are not those of the article",
    },
}
"""Places of what is carried, each with the reason why it may say an old word in its own format."""
FIELDS = {
    "Catalog.href": "the library names the catalogue of the standard itself, whatever others say",
    "ImageCaption.printed": "a page prints the line anew, of the words and the credit",
}
"""Fields whose words are made anew of others."""
IN_OTHER_TEXTS = re.compile(
    r"(Article|Translation|LanguageVersion)\.(headline|title|summary|byline)|ImageCaption\.\w+"
    r"|Contributor\.name"
)
"""Fields that are told of when another text still says what they said. Which of the rest it
took from the article nobody can tell: a place or a keyword is named in most texts, and
links within a text are not compared."""


def may_stand(holder: Model, name: str, field: str, told: Iterable[str]) -> bool:
    """Whether something carried may be the reason why a format still says an old word."""
    if name in ("html", "text"):
        return False  # readers never see what is carried
    if isinstance(holder, RawBlock | RawInline):
        return True  # it stands in the text, where an editor sees it
    if isinstance(holder, AlternativeText):
        is_told = any(".alternatives[" in path for path in told)  # nobody can edit it for others
        return is_told or not IN_OTHER_TEXTS.fullmatch(field)
    if isinstance(holder, Extension):
        own = name.partition(" ")[0]
        known = RIGHTLY.get(own, {})
        return holder.format != own or any(re.search(each, holder.place) for each in known)
    return False


# ------------------------------------------------------------------ documents
MODULES: dict[str, Any] = {"html": html, "json": json, "newsml": newsml, "ninjs": ninjs}
Source: TypeAlias = tuple[str, Callable[[], Iterable[Article]]]
"""A document's name, and what reads it."""


def own_documents() -> Iterator[Source]:
    """Documents of the project."""
    for name, article in examples.examples().items():
        yield name, partial(list, [article])
        for format in ("newsml", "ninjs", "html"):
            yield f"{name} as {format}", partial(again, article, format)
    for sample in samples.samples():
        if not sample.refused and sample.format in MODULES:
            yield str(sample), partial(MODULES[sample.format].iterload, sample.path)
    for case in CASES:
        if not case.recover:
            yield case.about, partial(gathered, case.document)
    yield "everything", partial(gathered, EVERYTHING)
    for name, value in vars(documents).items():
        if name.isupper() and isinstance(value, dict):
            yield name, partial(map, ninjs.loads, [plain.dumps(value)])


def again(article: Article, format: str) -> list[Article]:
    return [MODULES[format].loads(WRITE[format](article))]


def gathered(document: str) -> tuple[Article, ...]:
    return newsml.loads_message(document).gather()


def of_the_corpus(shared: Path) -> Iterator[Source]:
    for path in sorted((shared / "corpus" / "newsml-g2").rglob("*")):
        if path.is_file() and path.stat().st_size < 60_000:
            yield path.name, partial(newsml.iterload, path)
    for path in sorted((shared / "pages").rglob("*.gz")):
        yield path.name, partial(page_in, path)


def page_in(path: Path) -> list[Article]:
    return [html.loads(gzip.decompress(path.read_bytes()))]


# ------------------------------------------------------------------ edits
def held(value: Any, field: str = "") -> Iterator[tuple[str, Any]]:
    """Every string and every carried thing in an article, each with its class and field."""
    if isinstance(value, str | AlternativeText | Extension | RawBlock | RawInline):
        yield field, value
    elif isinstance(value, tuple):
        for each in value:
            yield from held(each, field)
    elif isinstance(value, Model):
        for each in fields_of(type(value)):
            yield from held(getattr(value, each.name), f"{type(value).__name__}.{each.name}")


def edited(value: Any, words: dict[str, str]) -> Any:
    """The value with other words wherever it says these."""
    if type(value) is str:
        return words.get(value, value)
    if isinstance(value, tuple):
        new = tuple([edited(each, words) for each in value])
        return value if all(a is b for a, b in zip(value, new, strict=True)) else new
    if not isinstance(value, Model) or isinstance(
        value, AlternativeText | Extension | RawBlock | RawInline
    ):
        return value
    changes = {}
    for field in fields_of(type(value)):
        old = getattr(value, field.name)
        new = old if field.name in CODES else edited(old, words)
        if new is not old:
            changes[field.name] = new
    return attrs.evolve(cast(Any, value), **changes) if changes else value


def edits(article: Article) -> Iterator[tuple[str, dict[str, str]]]:
    """For each field that holds words what is to stand in their place."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    made_anew = FIELDS.keys() | ({"Rendition.href"} if shows_itself(article) else set())
    for field, value in held(article):
        if isinstance(value, str) and field not in made_anew and field.split(".")[1] not in CODES:
            is_address = re.match(r"https?://\S+$", value)
            if is_address or len(re.findall(r"[^\W\d_]{2,}", value)) > 1 < len(value.split()):
                number = len(found[field])
                new = f"https://example.com/zqx{number}" if is_address else f"Zqxvor{number}"
                found[field].setdefault(value, new)
    yield from found.items()


def shows_itself(article: Article) -> bool:
    """Whether an item of a medium has a text that shows it.

    Still open: an address edited at the medium stays in such a text as it was.
    """
    media = (*article.images, *article.videos, *article.audios)
    items = [medium.item for medium in media if medium.item]
    items += [article] if article.kind is not Kind.TEXT else []
    extensions = [extension for each in media for extension in each.extensions]
    extensions += [extension for each in items for extension in each.extensions]
    return any(e.place == "contentSet/body" and "<figure" in e.content for e in extensions)


# ------------------------------------------------------------------ search
def folded(words: str) -> str:
    return " ".join(markup.unescape(words).split())  # some pages escape their words twice


def forms(document: str) -> list[str]:
    """A document as it is, without escapes, and without tags."""
    read = markup.unescape(markup.unescape(document))
    read = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), read)
    read = read.replace("\\n", " ").replace('\\"', '"').replace('\\"', '"')
    return [folded(each) for each in (document, read, re.sub(r"<[^<>]*>", "", read))]


def remainders(article: Article, field: str, words: dict[str, str]) -> Iterator[str]:
    """What each format still says of the old words, where it may not."""
    new = edited(article, words)
    nodes = [value for _, value in held(new)]
    said = [each for each in nodes if isinstance(each, str)] + texts_in(new)
    still = "\n".join(map(folded, said))
    old = [each for each in map(folded, words) if each not in still]
    carried = [(e, forms(e.content)) for e in nodes if not isinstance(e, str)] if old else []
    for name, write in WRITE.items() if old else ():
        try:
            written = forms(write(new))
        except NewsModelError:
            continue  # not for readers
        left = [each for each in old if any(each in form for form in written)]
        module = {"newsml": newsml, "ninjs": ninjs}.get(name.partition(" ")[0])
        told = [loss.path for loss in module.losses(new)] if module and left else []
        for each in left:
            holders = [e for e, shown in carried if any(each in form for form in shown)]
            if not any(may_stand(holder, name, field, told) for holder in holders):
                yield f"{name}: {each[:60]!r}, {[getattr(h, 'place', '') for h in holders]}"


def texts_in(value: Any) -> list[str]:
    """The plain texts of an article: of its nodes, and of what is said in several of them."""
    found: list[str] = []
    if isinstance(value, tuple):
        found += [words for each in value for words in texts_in(each)]
    elif isinstance(value, Model):
        if isinstance(value, Article):
            found += [value.text, *(quote.text for quote in value.quotes)]
        if isinstance(
            value, ImageCaption
        ):  # a page prints its credit behind it, and says what it is
            found += [f"{value.text} {value.credit}", f"Credit: {value.credit}"]
        found += [value.text] if isinstance(value, Node) and hasattr(value, "text") else []
        for field in fields_of(type(value)):
            found += texts_in(getattr(value, field.name))
    return found


def assert_none_left(sources: Iterable[Source], step: int) -> None:
    found, number = [], 0
    for name, load in sources:
        try:
            articles = list(load())
        except NewsModelError:
            continue  # refused, which other tests look at
        for article, (field, words) in [(a, each) for a in articles for each in edits(a)]:
            number += 1
            if number % step == 0:
                found += [f"{name}, {field}: {each}" for each in remainders(article, field, words)]
    assert number
    assert not found, "\n".join(found)


def test_no_old_word_stays_in_documents_of_ours() -> None:
    assert_none_left(own_documents(), STEP)


@pytest.mark.skipif(not ALL, reason="takes minutes: HYPOTHESIS_PROFILE=thorough")
def test_no_old_word_stays_in_real_documents(shared: Path) -> None:
    assert_none_left(of_the_corpus(shared), STEP)
