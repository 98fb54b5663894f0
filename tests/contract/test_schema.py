"""What is written as NewsML-G2 is valid by its schema."""

import pytest
from hypothesis import given
from lxml import etree

from newsmodel.formats import newsml
from newsmodel.model import (
    Address,
    Article,
    Concept,
    ContactInfo,
    Message,
    Part,
    PersonDetails,
    Translation,
)
from newsmodel.testing import examples, strategies


def complaints(schema: etree.XMLSchema, document: str) -> list[str]:
    """What the schema finds wrong; nothing of the document is taken out before."""
    schema.validate(etree.fromstring(document.encode("utf-8")))
    return [f"line {e.line}: {e.message}" for e in schema.error_log]


def test_the_schema_does_find_what_is_wrong(schema: etree.XMLSchema) -> None:
    wrong = newsml.dumps(examples.an_article()).replace("<itemMeta>", "<itemMeta><x/>", 1)
    assert complaints(schema, wrong)


def test_every_example_is_valid(schema: etree.XMLSchema, example: Article) -> None:
    assert complaints(schema, newsml.dumps(example)) == []


def test_the_seed_is_valid(schema: etree.XMLSchema, seed: Article) -> None:
    assert complaints(schema, newsml.dumps(seed)) == []


def test_the_message_is_valid(schema: etree.XMLSchema) -> None:
    assert complaints(schema, newsml.dumps(examples.a_message())) == []


@given(strategies.articles(for_format="newsml"))
def test_every_article_is_valid(schema: etree.XMLSchema, article: Article) -> None:
    assert complaints(schema, newsml.dumps(article)) == []


@given(strategies.messages(for_format="newsml"))
def test_every_message_is_valid(schema: etree.XMLSchema, message: Message) -> None:
    assert complaints(schema, newsml.dumps(message)) == []


@given(strategies.articles() | strategies.articles(awkward=True))
def test_what_the_schema_has_no_form_for_is_written_validly_too(
    schema: etree.XMLSchema, article: Article
) -> None:
    assert complaints(schema, newsml.dumps(article)) == []


@pytest.mark.parametrize(
    "contact",
    [
        ContactInfo(web=("www.example.com/a", "http://[a", "")),
        ContactInfo(web=("http://example.com:port/",), emails=("desk@example.com",)),
        ContactInfo(addresses=(Address(postal_code="12\t34"),)),
        ContactInfo(addresses=(Address(postal_code="12\n34"),)),
        ContactInfo(addresses=(Address(postal_code=""),)),
        ContactInfo(addresses=(Address(lines=("12\nElm Street",)),)),
    ],
    ids=["brackets", "port", "tab", "newline", "empty", "two lines in one"],
)
def test_a_contact_of_another_form_is_carried_and_comes_back(
    schema: etree.XMLSchema, contact: ContactInfo
) -> None:
    ann = Concept(qcode="nm:ann", names=["Ann"], person=PersonDetails(contacts=(contact,)))
    article = Article(id="urn:x:1", version=1, language="en", headline="Rain", subjects=(ann,))
    document = newsml.dumps(article)
    assert complaints(schema, document) == []
    assert newsml.loads(document) == article


@pytest.mark.parametrize(
    "parts",
    [(Part(id="p1"),), (Part(id="p1"), Part(id="p1")), (Part(content=""),)],
    ids=["an id", "an id twice", "nothing as content"],
)
def test_what_is_said_of_parts_is_said_of_one_item(
    schema: etree.XMLSchema, parts: tuple[Part, ...]
) -> None:
    ukrainian = Translation(language="uk", headline="Дощ")
    article = Article(id="urn:x:1", language="en", parts=parts, translations=(ukrainian,))
    document = newsml.dumps(article)
    assert complaints(schema, document) == []
    assert newsml.loads(document) == article
    assert [item.parts for item in newsml.loads_message(document).articles] == [parts, ()]
