"""What is added to a value that carries something goes beside it, where the standard has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import zip_longest
from typing import Any

import attrs
import pytest
from lxml import etree

from newsmodel import (
    Address,
    AltId,
    Article,
    Concept,
    ContactInfo,
    Contributor,
    Message,
    PersonDetails,
    Region,
    Rights,
    Text,
)
from newsmodel.formats import json, newsml
from newsmodel.model import Model
from newsmodel.model.base import fields_of, given, remade
from tests.formats.newsml.documents import NAR, news_item, triples
from tests.formats.newsml.everything import EVERYTHING

OWN = '<x:own xmlns:x="urn:example:own"/>'
N = f"{{{NAR}}}"
SECTIONS = {f"{N}{each}" for each in ("itemMeta", "contentMeta", "contentSet")}
BODY = f"{N}inlineXML"
NOT_LOOKED_INTO = {"extensions", "body", "dialect", "findings", "catalogs", "dateline", "role"}


WITH_ID = {"parts", "renditions"}
"""Fields whose values have an id, which none can have twice."""


def is_valid(document: str | bytes) -> bool:
    return not any(each.rule.startswith("schema.") for each in newsml.check(document))


def with_own(item: etree._Element) -> etree._Element:
    """An item with an element of another namespace wherever the standard lets one stand."""
    for node in list(item.iterdescendants(f"{N}*")):
        held = node.tag in SECTIONS or (node.text or "").strip()
        if held or node.tag == BODY or next(node.iterancestors(BODY), None) is not None:
            continue
        own = etree.fromstring(OWN)
        for place in (len(node), len(node) - 1):  # before the bag of a subject
            node.insert(max(place, 0), own)
            if is_valid(etree.tostring(item)):
                break
            node.remove(own)
    return item


@cache
def message() -> Message:
    """Items in which no words hold markup: of such a property no piece can be told."""
    plain = re.sub(r"<a\s[^>]*>([^<]*)</a>", r"\1", EVERYTHING)
    items = list(etree.fromstring(plain.encode()).iter(f"{N}newsItem"))
    kept = b"".join([etree.tostring(with_own(each), with_tail=False) for each in items])
    envelope = f'<newsMessage xmlns="{NAR}"><header><sent>2030-01-01T00:00:00Z</sent></header>'
    return newsml.loads_message(
        envelope.encode() + b"<itemSet>" + kept + b"</itemSet></newsMessage>"
    )


def models_in(value: object) -> Iterator[Model]:
    """All objects within one."""
    if isinstance(value, tuple):
        for each in value:
            yield from models_in(each)
    elif isinstance(value, Model):
        yield value
        for _, held in given(value):
            yield from models_in(held)


@cache
def known() -> dict[str, Any]:
    """For each field that is written as elements something it may hold."""
    return {
        name: held
        for article in message().articles
        for model in models_in(article)
        for name, held in given(model)
        if isinstance(held, Model) or (isinstance(held, tuple) and isinstance(held[0], Model))
    }


def enriched(value: Any) -> Iterator[tuple[str, Any]]:
    """A value with one thing more in it, and where."""
    if isinstance(value, tuple):
        for place, each in enumerate(value):
            for path, more in enriched(each):
                yield f"[{place}]{path}", (*value[:place], more, *value[place + 1 :])
        return
    for field in fields_of(type(value)) if isinstance(value, Model) else ():
        name, held = field.name, getattr(value, field.name)
        if name in NOT_LOOKED_INTO:
            continue
        for path, more in enriched(held):
            yield f".{name}{path}", remade(value, **{name: more})
        one_more = known().get(name)
        if (
            isinstance(held, tuple)
            and isinstance(one_more, tuple)
            and not (held and name in WITH_ID)
        ):
            yield f".{name}+", remade(value, **{name: (*held, *one_more)})
        elif one_more is not None and held is None:
            yield f".{name}", remade(value, **{name: one_more})


def several(article: Article) -> Iterator[tuple[tuple[str, ...], Article]]:
    """An article with one thing more in each field of it, until all were there, and where."""
    skipped = NOT_LOOKED_INTO | ({"images"} if article.body else set())  # those stand in the body
    fields = [f.name for f in fields_of(Article) if f.name not in skipped]
    ways = [
        [(f"{name}{path}", {name: more}) for path, more in enriched(getattr(article, name))]
        for name in fields
    ]
    for together in zip_longest(*ways):
        changes = [each for each in together if each is not None]
        merged = {name: value for _, change in changes for name, value in change.items()}
        yield tuple(path for path, _ in changes), attrs.evolve(article, **merged)


@pytest.mark.parametrize("number", [0, 1], ids=["text", "picture"])
def test_each_field_may_be_filled_beside_what_is_carried(number: int) -> None:
    article = message().articles[number]
    assert newsml.dumps(article).count("<x:own") > (20 if article.body else 2)
    for paths, more in several(article):
        written = newsml.dumps(more)
        assert is_valid(written), paths
        assert newsml.loads(written) in (more, with_counts(more, newsml.loads(written))), paths


def with_counts(article: Article, read: Article) -> Article:
    """An article that says of how many of their like values are one, as one that was read does."""
    counts = [each for each in read.extensions if each.place.endswith("/count()")]
    kept = sorted([*article.extensions, *counts], key=lambda each: (each.place, each.content))
    return attrs.evolve(article, extensions=tuple(kept))


SECOND = (Text(value="Puente", language="es"), Text(value="Bridge", language="en"))
NAMED = '<name xml:lang="es">Puente</name>'
ID = AltId(value="7")


def with_holder(article: Article) -> dict[str, Any]:
    """Rights with a holder in them."""
    rights = article.rights or Rights()
    return {"rights": attrs.evolve(rights, holder=Concept(literal="Example"), notices=SECOND)}


def first(article: Any, field: str, **changes: Any) -> dict[str, Any]:
    """The first value of a field with changes."""
    return {field: (attrs.evolve(getattr(article, field)[0], **changes),)}


@pytest.mark.parametrize(
    ("section", "markup", "edit"),
    [
        (
            "content",
            f'<subject qcode="x:1">{NAMED}{OWN}</subject>',
            lambda a: first(a, "subjects", names=SECOND),
        ),
        (
            "content",
            f'<genre qcode="x:1">{NAMED}<mainConcept qcode="x:2"/></genre>',
            lambda a: first(a, "genres", names=SECOND),
        ),
        (
            "about",
            f'<creator qcode="x:1">{NAMED}{OWN}</creator>',
            lambda a: first(a, "authors", concept=Concept(qcode="x:1", names=SECOND)),
        ),
        (
            "body",
            f'<remoteContent href="https://example.org/1.jpg">{OWN}</remoteContent>',
            lambda a: first(a, "images", **first(a.images[0], "renditions", alt_ids=(ID,))),
        ),
        (
            "first",
            '<rightsInfo><dataMining qcode="plus:DMI-PROHIBITED"/></rightsInfo>',
            with_holder,
        ),
        (
            "first",
            '<rightsInfo><usageTerms pubconstraint="x:desk">Pay Bob.</usageTerms></rightsInfo>',
            with_holder,
        ),
        (
            "rest",
            f'<partMeta partid="p1"><language tag="en"/>{OWN}</partMeta>',
            lambda a: first(a, "parts", region=Region(width=1, height=2)),
        ),
    ],
    ids=["subject", "genre", "creator", "file", "data mining", "terms", "part"],
)
def test_what_is_added_goes_where_the_standard_has_it(
    section: str, markup: str, edit: Callable[[Article], dict[str, Any]]
) -> None:
    document = news_item(**{section: markup})
    assert is_valid(document)
    article = newsml.loads(document)
    edited = json.loads(json.dumps(attrs.evolve(article, **edit(article))))
    assert edited != article
    written = newsml.dumps(edited)
    assert is_valid(written)
    assert newsml.loads(written) == edited
    kept = ("x:own", "DMI-PROHIBITED", "Pay Bob", "mainConcept")
    assert [each for each in kept if each in document and each not in written] == []


@pytest.mark.parametrize(
    ("section", "markup"),
    [
        (
            "content",
            (
                '<genre qcode="x:1"><definition>d</definition><name>n</name>'
                '<mainConcept qcode="x:2"/></genre>'
            ),
        ),
        (
            "content",
            (
                '<subject qcode="x:1"><related rel="x:r" qcode="x:2"/><sameAs qcode="x:3">'
                "<hierarchyInfo>x:4</hierarchyInfo></sameAs>"
                '<bag><bit type="x:t" qcode="x:5"/></bag></subject>'
            ),
        ),
        (
            "about",
            (
                '<located qcode="x:1"><broader qcode="x:2"/><sameAs qcode="x:3">'
                f"<hierarchyInfo>x:4</hierarchyInfo></sameAs>{OWN}</located>"
            ),
        ),
        (
            "rest",
            "<partMeta><digitalSourceType/><by/><dateline/><partMetaExtProperty/></partMeta>",
        ),
    ],
    ids=["genre", "subject", "place", "part"],
)
def test_what_stands_in_free_order_leaves_what_is_carried_in_its_place(
    section: str, markup: str
) -> None:
    document = news_item(**{section: markup})
    message = newsml.loads_message(document)
    written = newsml.dumps(json.loads_message(json.dumps(message)))
    assert is_valid(document)
    assert is_valid(written)
    assert triples(written) == triples(document)
    assert newsml.loads_message(written) == message


def test_order_within_a_rank_stays_as_it_came() -> None:
    markup = f'<name>a</name><note pubconstraint="x:k">n</note><definition>d</definition>{OWN}'
    document = news_item(content=f'<subject qcode="x:1">{markup}</subject>')
    article = newsml.loads(document)
    places = [each.place.rpartition("/")[2] for each in article.extensions]
    assert places == ["note[2]", "{urn:example:own}own[1]"]
    written = newsml.dumps(article)
    names = ["<name", "<note", "<definition", "<x:own"]
    assert sorted(names, key=written.index) == names


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("subjects", {"type": "cpnat:abstract"}),
        ("subjects", {"rank": 1}),
        ("subjects", {"names": SECOND}),
        ("images", {"role": "rnd:web"}),
        ("images", {"width": 5}),
    ],
    ids=str,
)
def test_a_code_spelled_in_full_leaves_what_is_carried(field: str, changes: dict[str, Any]) -> None:
    document = news_item(
        content=f'<subject qcode="x:1" x:score="9"><name>n</name>{OWN}</subject>',
        body=f'<remoteContent href="https://example.org/1.jpg" x:score="7">{OWN}</remoteContent>',
    )
    article = newsml.loads(document)
    if field == "images":
        changes = first(article.images[0], "renditions", **changes)
    edited = attrs.evolve(article, **first(article, field, **changes))
    written = newsml.dumps(edited)
    assert written.count("<x:own") == len(re.findall(r':score="\d"', written)) == 2
    assert newsml.loads(written).extensions == edited.extensions


def test_a_role_of_a_country_in_an_address_is_told_apart() -> None:
    """The standard lets areas and localities have one, and no country."""
    somewhere = Concept(literal="x", role="x:home")
    address = Address(areas=(somewhere,), locality=somewhere, country=somewhere)
    person = PersonDetails(contacts=(ContactInfo(addresses=(address,)),))
    article = Article(
        id="urn:x:1", authors=(Contributor(concept=Concept(literal="a", person=person)),)
    )
    written = newsml.dumps(article)
    assert is_valid(written)
    assert newsml.loads(written) == article
