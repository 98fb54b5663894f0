"""Long messages: one article after another, what belongs together joined, in bounded memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from newsmodel import ParseError
from newsmodel.formats import newsml
from newsmodel.formats.newsml.documents import streaming
from newsmodel.model import Article, Image, Kind, Link, Message, Paragraph
from newsmodel.model.gathering.joining import scattered
from tests.formats.newsml.documents import GUID, NAR, news_item, news_message

MEGABYTE = 1 << 20

MEASURED = """
import resource, sys
from newsmodel.formats import newsml
assert sum(1 for _ in newsml.iterload(sys.argv[1]))
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)
"""


class OneWay(BytesIO):
    """A stream that cannot go back, such as a network gives."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError("a stream cannot go back")


def numbered(number: int) -> Article:
    """One of many articles; every tenth has a picture of its own."""
    picture = Image(id=f"picture-{number}", credit="Ann Lee/Example")
    return Article(
        id=f"article-{number}",
        language="en",
        headline=f"Bridge {number}",
        body=(Paragraph(content=f"Cracks were found in pier {number}."),),
        images=(picture,) if number % 10 == 0 else (),
    )


def document(articles: list[Article]) -> bytes:
    """A message of all items of the articles, the pictures at its end."""
    items = [item for article in articles for item in scattered(article)]
    ordered = sorted(items, key=lambda item: item.kind == "picture")
    return newsml.dumps(Message(items=tuple(ordered))).encode()


def many(count: int) -> Iterator[bytes]:
    """A message of small items, piece by piece."""
    before, after = news_message("<!-- here -->").encode().split(b"<!-- here -->")
    item = news_item(attributes='guid="article-%d" version="1" xml:lang="en"').encode()
    yield before
    yield from (item.replace(b"%d", b"%d" % number) for number in range(count))
    yield after


def test_sets_whose_items_stand_apart_are_joined_in_order() -> None:
    articles = [numbered(number) for number in range(200)]
    read = list(newsml.iterload(BytesIO(document(articles))))
    assert [article.id for article in read] == [article.id for article in articles]
    assert [len(article.images) for article in read] == [1, *[0] * 9] * 20
    assert read[10].images[0].credit == "Ann Lee/Example"
    assert not any(article.findings for article in read)


def test_it_gives_what_gathering_the_whole_message_gives() -> None:
    data = document([numbered(number) for number in range(40)])
    assert list(newsml.iterload(BytesIO(data))) == list(newsml.loads_message(data).gather())


def test_items_as_they_came() -> None:
    data = document([numbered(number) for number in range(40)])
    items = list(newsml.iterload(BytesIO(data), gather=False))
    assert tuple(items) == newsml.loads_message(data).articles
    assert [item.kind for item in items[-4:]] == ["picture"] * 4


@pytest.mark.parametrize("gather", [True, False])
def test_streams_that_cannot_go_back(gather: bool) -> None:  # noqa: FBT001
    data = document([numbered(number) for number in range(40)])
    expected = list(newsml.iterload(BytesIO(data), gather=gather))
    assert len(expected) == (40 if gather else 44)
    assert list(newsml.iterload(OneWay(data), gather=gather)) == expected


def test_a_path_and_a_stream_that_was_read_into(tmp_path: Path) -> None:
    data = document([numbered(number) for number in range(3)])
    path = tmp_path / "message.xml"
    path.write_bytes(data)
    assert len(list(newsml.iterload(path))) == 3
    further = BytesIO(b"PREFACE" + data)
    further.seek(7)
    assert len(list(newsml.iterload(further))) == 3


def test_a_set_too_far_apart_is_given_item_by_item(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MOST_HELD", 20)
    data = document([numbered(number) for number in range(60)])
    read = list(newsml.iterload(BytesIO(data)))
    assert {article.id for article in read} >= {f"article-{number}" for number in range(60)}
    alone = [article for article in read if article.findings]
    assert read[0] in alone
    assert {finding.rule for article in alone for finding in article.findings} == {
        "newsml.not-gathered"
    }
    order = [article.id for article in read]
    assert order == [item.id for item in newsml.loads_message(data).articles if item.id in order]
    assert all(a.images == () for a in alone if a.kind == "text")


def test_each_item_of_a_set_too_far_apart_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MOST_HELD", 20)
    picture = Link(rel="irel:associatedWith", residref="picture")
    source = Link(rel="nm:translatedFrom", residref="a")
    others = [Article(id=f"other-{number}", language="en") for number in range(40)]
    items = (
        Article(id="a", language="en", links=(picture,)),
        *others,
        Article(id="picture", kind=Kind.PICTURE, images=(Image(),)),
        Article(id="a-uk", language="uk", links=(source,)),
    )
    read = list(newsml.iterload(BytesIO(newsml.dumps(Message(items=items)).encode())))
    assert [article.id for article in read] == [item.id for item in items]
    assert [article.id for article in read if article.findings] == ["a", "picture", "a-uk"]


def test_a_set_near_enough_is_joined_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MOST_HELD", 20)
    items = [item for number in range(60) for item in scattered(numbered(number))]
    data = newsml.dumps(Message(items=tuple(items))).encode()
    read = list(newsml.iterload(BytesIO(data)))
    assert [len(article.images) for article in read] == [1, *[0] * 9] * 6
    assert not any(article.findings for article in read)


@pytest.mark.parametrize("gather", [True, False])
def test_objects_do_not_pile_up(gather: bool) -> None:  # noqa: FBT001
    data = b"".join(many(1500))
    tracemalloc.start()
    count = sum(1 for _ in newsml.iterload(BytesIO(data), gather=gather))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1500
    assert peak < MEGABYTE  # all 1,500 articles at once take 3


def test_memory_does_not_grow_with_the_message(tmp_path: Path) -> None:
    """What the parser holds counts here, which Python does not know of."""
    pytest.importorskip("resource")

    def peak(count: int) -> int:
        path = tmp_path / f"{count}.xml"
        path.write_bytes(b"".join(many(count)))
        call = [sys.executable, "-c", MEASURED, str(path)]
        path_for_it = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        return int(subprocess.check_output(call, env=path_for_it))

    grown = peak(10_000) - peak(100)
    assert grown < 8 * MEGABYTE  # the tree of the longer one takes 45


def test_a_document_that_breaks_off_gives_what_came_before() -> None:
    data = b"".join(many(50))[:-400]
    read = newsml.iterload(BytesIO(data), gather=False)
    first = [next(read) for _ in range(40)]
    assert [article.id for article in first] == [f"article-{number}" for number in range(40)]
    with pytest.raises(ParseError, match="not well-formed") as caught:
        list(read)
    assert (caught.value.place or "").startswith("line ")


def test_a_document_that_breaks_off_is_refused_before_anything_is_joined() -> None:
    with pytest.raises(ParseError, match="not well-formed"):
        next(newsml.iterload(BytesIO(b"".join(many(50))[:-400])))


def test_findings_of_the_header_come_with_the_first_article() -> None:
    header = "<header>\n<sent>yesterday</sent><mood>calm</mood>\n</header>"
    other = news_item(attributes='guid="urn:example:other"')
    data = news_message(news_item(), other, header=header)
    first, second = newsml.iterload(BytesIO(data.encode()))
    assert [each.message for each in first.findings] == [
        each.message for each in newsml.loads_message(data).findings
    ]
    assert first.findings
    assert second.findings == ()


def test_of_two_headers_the_first_counts() -> None:
    sent = "<header><sent>203{}-01-01T00:00:00Z</sent></header>"
    data = news_message(news_item(), header=sent.format(0) + sent.format(1))
    (article,) = newsml.iterload(BytesIO(data.encode()))
    message = newsml.loads_message(data)
    assert article.message_header == message.header
    assert message.header is not None
    assert message.header.sent == datetime(2030, 1, 1, tzinfo=UTC)
    assert [each.message for each in message.findings] == ["the message has one header, the first"]


def test_findings_come_with_their_article() -> None:
    data = news_message(news_item(), news_item(meta="<ednote>Call</ednote>")).encode()
    message = newsml.loads_message(data)
    fine, odd = newsml.iterload(BytesIO(data), gather=False)
    assert fine.findings == ()
    assert [each.message for each in odd.findings] == [each.message for each in message.findings]


def test_one_item_alone_and_no_item_at_all() -> None:
    (article,) = newsml.iterload(BytesIO(news_item().encode()))
    assert article == newsml.loads(news_item())
    assert list(newsml.iterload(BytesIO(news_message().encode()))) == []


def test_items_without_an_id_belong_to_nothing() -> None:
    """However many there are, none waits for another."""
    item = news_item(content="<headline>Bridge</headline>", attributes="")
    document = news_message(item * 1100)
    found = list(newsml.iterload(BytesIO(document.encode())))
    assert len(found) == 1100
    assert not any(p.rule == "newsml.not-gathered" for each in found for p in each.findings)


def test_what_is_no_article_is_said() -> None:
    item = news_item()
    concept = item.replace("newsItem", "conceptItem").replace(GUID, f"{GUID}-concept")
    document = news_message(item, concept, concept.replace("-concept", "-other"))
    said = "its document holds more than articles: 2 conceptItem"
    for article in (newsml.loads(document), *newsml.iterload(BytesIO(document.encode()))):
        (finding,) = [f for f in article.findings if f.rule == "newsml.left-out"]
        assert finding.message.startswith(said)
    alone = newsml.loads(news_message(item))
    assert not [f for f in alone.findings if f.rule == "newsml.left-out"]


@pytest.mark.parametrize(("mode", "said"), [("pgrmod:alt", False), ("pgrmod:seq", True)])
def test_a_package_is_left_out_unless_it_only_ties_versions(mode: str, said: bool) -> None:  # noqa: FBT001  # a fact
    other = news_item(
        attributes='guid="urn:uk" version="1" xml:lang="uk"', language='<language tag="uk"/>'
    )
    refs = f'<itemRef residref="{GUID}"/><itemRef residref="urn:uk"/>'
    package = f"""<packageItem xmlns="{NAR}" guid="urn:pkg" version="1" standard="NewsML-G2"
        standardversion="2.35"><itemMeta><itemClass qcode="ninat:composite"/>
        <provider literal="Example"/><versionCreated>2030-01-01T10:00:00Z</versionCreated>
        </itemMeta><groupSet root="g"><group id="g" role="x:all" mode="{mode}">{refs}</group>
        </groupSet></packageItem>"""
    items = (news_item(), package) if said else (news_item(), other, package)
    document = news_message(*items)
    for article in (newsml.loads(document), *newsml.iterload(BytesIO(document.encode()))):
        rules = {finding.rule for finding in article.findings}
        assert ("newsml.left-out" in rules) is said


def test_a_message_within_a_payload_is_none() -> None:
    inner = news_message(news_item(attributes='guid="urn:inner" version="1" xml:lang="en"'))
    payload = inner[inner.index("<newsMessage") :]
    body = f'<inlineXML contenttype="application/xml">{payload}</inlineXML>'
    for document in (news_item(body=body), news_message(news_item(body=body))):
        message = newsml.loads_message(document)
        assert len(message.articles) == 1
        for gather, read in ((True, message.gather()), (False, message.articles)):
            assert tuple(newsml.iterload(BytesIO(document.encode()), gather=gather)) == read


def in_capitals(number: int) -> str:
    return plain(number).replace("newsItem", "NewsItem")


def plain(number: int) -> str:
    return news_item(attributes=f'guid="urn:x:{number}" version="1" xml:lang="en"')


PLACES = {
    "a set, then an item beside it": f"<itemSet>{in_capitals(1)}{in_capitals(2)}</itemSet>"
    f"{plain(3)}",
    "two sets": f"<itemSet>{plain(1)}{in_capitals(2)}</itemSet><itemSet>{plain(3)}</itemSet>",
    "an item before the set": f"{in_capitals(1)}<itemSet>{plain(2)}</itemSet>{in_capitals(3)}",
    "sets in capitals": f"<ItemSet>{in_capitals(1)}</ItemSet><itemSet>{plain(2)}"
    f"{in_capitals(3)}</itemSet>",
}


@pytest.mark.parametrize("gather", [True, False])
@pytest.mark.parametrize("items", PLACES.values(), ids=PLACES.keys())
def test_items_in_capitals_keep_their_places(items: str, gather: bool) -> None:  # noqa: FBT001  # a fact
    document = f'<newsMessage xmlns="{NAR}">{items}</newsMessage>'
    found = [each.id for each in newsml.iterload(BytesIO(document.encode()), gather=gather)]
    assert found == [item.id for item in newsml.loads_message(document).articles]
    assert found == ["urn:x:1", "urn:x:2", "urn:x:3"]


def test_entities_are_refused_where_no_item_is_called_as_it_should_be() -> None:
    item = in_capitals(1).replace("Bridge", "Bri&a;dge")
    message = f'<newsMessage xmlns="{NAR}"><itemSet>{item}</itemSet></newsMessage>'
    data = f'<!DOCTYPE newsMessage [<!ENTITY a "A">]>{message}'.encode()
    for read in (newsml.loads_message, lambda data: list(newsml.iterload(BytesIO(data)))):
        with pytest.raises(ParseError, match="declares entities"):
            read(data)
