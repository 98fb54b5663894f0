"""Whether an item may be used: nothing that may be a kill is taken for usable."""

from __future__ import annotations

import attrs
import pytest

from newsmodel import Status
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
