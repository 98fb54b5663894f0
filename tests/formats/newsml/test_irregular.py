"""What real feeds do against the standard, or beside it: read, reported and written back."""

from __future__ import annotations

import io

import pytest

from newsmodel import NotPublicError, ParseError, public
from newsmodel.formats import html, json, newsml
from newsmodel.model import Article, Message
from newsmodel.testing.assertions import assert_same_article
from tests.formats.newsml.documents import Case, line_of, triples
from tests.formats.newsml.irregular_bodies import BODIES, NOT_PUBLIC
from tests.formats.newsml.irregular_items import ENVELOPES, ITEMS
from tests.formats.newsml.irregular_names import NAMES
from tests.formats.newsml.irregular_properties import PROPERTIES

CASES = [*BODIES, *NOT_PUBLIC, *PROPERTIES, *ITEMS, *ENVELOPES, *NAMES]
every_case = pytest.mark.parametrize("case", CASES, ids=str)


def read(case: Case) -> Message:
    return newsml.loads_message(case.document, recover=case.recover)


def words(message: Message) -> str:
    """All that readers may see of a message."""
    shown = []
    for article in message.articles:
        try:
            shown += [article.text, html.dumps(public(article)), json.dumps(public(article))]
        except NotPublicError:
            continue
    return "\n".join(shown)


@every_case
def test_what_is_read(case: Case) -> None:
    message = read(case)
    article = message.articles[0] if message.articles else Article(id="none")
    known = {"message": message, "article": article}
    assert {each: eval(each, dict(known)) for each in case.typed} == case.typed


@every_case
def test_nothing_is_lost(case: Case) -> None:
    message = json.loads_message(json.dumps(read(case)))
    written = newsml.dumps(message)
    assert_same_article(newsml.loads_message(written), message)
    if not case.recover:
        assert triples(written) == triples(case.document)


@every_case
def test_findings_name_the_line(case: Case) -> None:
    findings = read(case).findings
    wanted = [(line_of(case.document, piece), word) for piece, word in case.departs.items()]
    for line, word in wanted:
        assert any(each.place.startswith(line) and word in each.message for each in findings)
    departures = [each for each in findings if each.rule == "newsml.departure"]
    assert {each.place for each in departures} <= {line for line, _ in wanted}


@every_case
def test_strict_reading_stops_where_the_check_finds_the_first_departure(case: Case) -> None:
    found = [each for each in newsml.check(case.document) if each.rule.startswith("schema.")]
    if not found:
        assert newsml.loads_message(case.document, strict=True) == read(case)
        return
    with pytest.raises(ParseError) as caught:
        newsml.loads_message(case.document, strict=True)
    if not case.recover:
        assert (caught.value.place, caught.value.reason) == (found[0].place, found[0].message)


@pytest.mark.parametrize("case", [case for case in CASES if not case.recover], ids=str)
def test_reading_one_after_another_gives_the_same_articles(case: Case) -> None:
    held = [article.id for article in newsml.loads_message(case.document).gather()]
    found = list(newsml.iterload(io.BytesIO(case.document.encode())))
    assert [article.id for article in found] == held
    whole = newsml.loads_message(case.document)
    assert [
        each.text for each in newsml.iterload(io.BytesIO(case.document.encode()), gather=False)
    ] == [each.text for each in whole.articles]


@pytest.mark.parametrize("case", [case for case in CASES if case.hidden], ids=str)
def test_what_is_not_public_stays_so(case: Case) -> None:
    shown = words(read(case))
    assert "Cracks" in shown or "body" not in case.document
    assert [text for text in case.hidden if text in shown] == []
