"""When it was published and changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsmodel.formats.html.webpages.moments import moment, printed_moment
from tests.formats.html.webpages.pages import TEXT, news, read, read_with

PLUS_2 = timezone(timedelta(hours=2))
NOON = datetime(2030, 3, 5, 12, 30)  # noqa: DTZ001  # some pages tell no zone


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2030-03-05T12:30:00+02:00", NOON.replace(tzinfo=PLUS_2)),
        ("2030-03-05T12:30:00.123Z", NOON.replace(tzinfo=UTC)),
        ("2030-03-05T12:30+0200", NOON.replace(tzinfo=PLUS_2)),
        ("2030-03-05 12:30:00 +02:00", NOON.replace(tzinfo=PLUS_2)),
        ("2030-03-05 12:30:00.0", NOON),
        ("20300305T123000Z", NOON.replace(tzinfo=UTC)),
        ("Tue, 05 Mar 2030 12:30:00 GMT", NOON.replace(tzinfo=UTC)),
        ("1898944200", NOON.replace(tzinfo=UTC)),
        ("1898944200000", NOON.replace(tzinfo=UTC)),
        ("2030-03-05", NOON.replace(hour=0, minute=0)),
        ("2030-03-04T24:00:00Z", NOON.replace(hour=0, minute=0, tzinfo=UTC)),
        ("2030-03-04T24:30:00Z", None),
        ("2030-03-04T25:00:00Z", None),
        ("2030-13-45T12:30:00Z", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_times_for_machines(written: str | None, meant: datetime | None) -> None:
    assert moment(written) == meant


@pytest.mark.parametrize(
    "printed",
    [
        "Stand: 05.03.2030 | 12:30 Uhr",
        "Di 05.03.30 | 12.30 Uhr",
        "March 5, 2030, 12:30 PM",
        "Published 5 March 2030 at 12:30pm",
        "Publié le 5 mars 2030 à 12h30",
        "5 de marzo de 2030 - 12:30",
        "2030年3月5日 12時30分",
        "2030.03.05 12:30",
        "2030. 3. 5. 오후 12:30",
        "5. března 2030 12:30",
    ],
)
def test_times_for_readers(printed: str) -> None:
    assert printed_moment(printed) == NOON


def test_afternoons() -> None:
    assert printed_moment("March 5, 2030 3:05 p.m.") == NOON.replace(hour=15, minute=5)
    assert printed_moment("2030. 3. 5. 오후 3:05") == NOON.replace(hour=15, minute=5)
    assert printed_moment("March 5, 2030 12:30 AM") == NOON.replace(hour=0)


def test_a_printed_zone_is_read() -> None:
    assert printed_moment("5 March 2030 12:30 UTC") == NOON.replace(tzinfo=UTC)
    assert printed_moment("5 March 2030, 12:30 (GMT+2)") == NOON.replace(tzinfo=PLUS_2)


def test_the_zone_may_come_from_another_source_that_means_the_same() -> None:
    head = '<meta name="date" content="2030-03-05T12:30:00+02:00">'
    assert read_with(news(datePublished="2030-03-05 12:30:00.0"), head=head).published == NOON.replace(tzinfo=PLUS_2)  # fmt: skip
    other = '<meta name="date" content="2030-03-05T14:00:00+02:00">'
    assert read_with(news(datePublished="2030-03-05 12:30:00.0"), head=other).published == NOON


def test_the_time_may_come_from_another_source_of_the_same_day() -> None:
    head = '<meta property="article:published_time" content="2030-03-05T12:30:00+02:00">'
    assert read_with(news(datePublished="2030-03-05"), head=head).published == NOON.replace(tzinfo=PLUS_2)  # fmt: skip


def test_first_publication_and_last_change() -> None:
    article = read_with(
        news(datepublished="2030-03-05T12:30:00Z", dateModified="2030-03-06T01:00:00Z")
    )
    assert article.published == NOON.replace(tzinfo=UTC)
    assert article.modified == datetime(2030, 3, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "stamp",
    [
        '<time datetime="2030-03-05T12:30:00+02:00">yesterday</time>',
        '<span itemprop="datePublished" content="2030-03-05T12:30:00+02:00">yesterday</span>',
    ],
)
def test_the_markup_tells_where_the_data_do_not(stamp: str) -> None:
    body = f"<article><h1>Ferry to sail again</h1><div>{stamp}</div>{TEXT}</article>"
    assert read(f"<html><body>{body}</body></html>").published == NOON.replace(tzinfo=PLUS_2)


def test_the_date_of_an_article_that_is_linked_to_is_not_its_own() -> None:
    links = '<a href="/other"><span class="date">01.01.2029 10:00</span> Other</a>'
    stamp = '<p class="stamp">05.03.2030, 12:30</p>'
    body = f"<article><h1>Ferry to sail again</h1>{links}{stamp}{TEXT}</article>"
    assert read(f"<html><body>{body}</body></html>").published == NOON
