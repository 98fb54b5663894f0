"""Whether an item may be used: nothing that may be a kill is taken for usable."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import attrs
import pytest

from newsmodel import Embargo, Status
from newsmodel.formats import json, newsml
from tests.formats.newsml.documents import news_item, triples

READ = {
    "": "usable",
    '<pubStatus qcode="stat:usable"/>': "usable",
    '<pubStatus qcode="own:Usable"><name xml:lang="de">Verwendbar</name></pubStatus>': "usable",
    '<pubStatus qcode="stat:Canceled"/>': "canceled",
    '<pubStatus qcode="STAT:WITHHELD"/>': "withheld",
    '<pubStatus qcode="stat:killed"/>': "canceled",
    '<pubStatus literal="withheld"/>': "withheld",
    '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld/"/>': "withheld",
    '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2#canceled"/>': "canceled",
    "<pubStatus><name>Canceled</name></pubStatus>": "canceled",
    "<pubStatus>stat:withheld</pubStatus>": "withheld",
    '<pubStatus qcode="stat:usable" uri="http://example.org/status/canceled"/>': "canceled",
}
UNREADABLE = {
    "<pubStatus/>": "withheld",
    '<pubStatus qcode="own:17"/>': "withheld",
    '<pubStatus literal="soon"/>': "withheld",
    '<pubStatus qcode="own:17" uri="http://example.org/status/usable"/>': "withheld",
    '<pubStatus qcode="own:17" uri="http://example.org/status/killed"/>': "canceled",
}


@pytest.mark.parametrize(("said", "status"), [*READ.items(), *UNREADABLE.items()])
def test_the_strictest_of_what_it_says_counts(said: str, status: str) -> None:
    document = news_item(meta=said)
    message = newsml.loads_message(document)
    (article,) = message.articles
    assert article.status.value == status
    told = [each for each in message.findings if "cannot be read" in each.message]
    assert [each.message for each in told] == [
        f"'pubStatus' cannot be read: it counts as {status}" for _ in [said] if said in UNREADABLE
    ]
    assert triples(newsml.dumps(message)) == triples(document)
    for other in Status:
        changed = attrs.evolve(json.loads(json.dumps(article)), status=other)
        assert newsml.loads(newsml.dumps(changed)).status is other


CANCELED, SOON = '<pubStatus qcode="stat:canceled"/>', "<embargoed>2031-02-03T06:00Z</embargoed>"
TWICE = {
    f'<pubStatus qcode="stat:usable"/>{CANCELED}': ("canceled", None),
    f"{CANCELED}<PubStatus literal='usable'/>": ("canceled", None),
    '<pubStatus qcode="stat:usable"/><PUBSTATUS/>': ("withheld", None),
    f"</itemMeta><itemMeta>{CANCELED}{SOON}": ("canceled", "2031-02-03 06:00:00+00:00"),
    f"</itemMeta><ITEMMETA>{CANCELED}<embargoed/></ITEMMETA><itemMeta><title>A</title>": (
        "canceled",
        "open",
    ),
    f'<pubStatus qcode="stat:usable"/></itemMeta>{CANCELED}<itemMeta><title>A</title>': (
        "canceled",
        None,
    ),
    f"{SOON}<embargoed>2030-01-01T06:00:00Z</embargoed>": (
        "usable",
        "2031-02-03 06:00:00+00:00",
    ),
    f"<embargoed>2030-01-01T06:00Z</embargoed>{SOON}": ("usable", "2031-02-03 06:00:00+00:00"),
    f"{SOON}<embargoed>2031-02-03T05:00:00</embargoed>": ("usable", "2031-02-03 05:00:00"),
    f"{SOON}<embargoed/>": ("usable", "open"),
    f"<embargoed/>{SOON}": ("usable", "open"),
    f"{SOON}<Embargoed>soon</Embargoed>": ("usable", "open"),
}
UNTIL = Embargo(until=datetime(2030, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(("said", "expected"), TWICE.items())
def test_of_what_is_said_twice_the_strictest_counts_until_it_is_edited(
    said: str, expected: tuple[str, str | None]
) -> None:
    document = news_item(meta=said)
    message = newsml.loads_message(document)
    (article,) = message.articles
    embargo = article.embargo and str(article.embargo.until or "open")
    assert (article.status.value, embargo) == expected
    assert message.findings
    for same in (message, json.loads_message(json.dumps(message))):
        assert triples(newsml.dumps(same)) == triples(document)
        assert newsml.loads_message(newsml.dumps(same)) == message
    for status, until in product(Status, (None, UNTIL, Embargo(), article.embargo)):
        changed = attrs.evolve(json.loads(json.dumps(article)), status=status, embargo=until)
        written = newsml.dumps(changed)
        again = newsml.loads(written)
        assert (again.status, again.embargo) == (status, until)
        others = newsml.loads(written.replace("urn:x-newsmodel:data", "urn:x-others"))
        assert (others.status, others.embargo) == (status, until)
