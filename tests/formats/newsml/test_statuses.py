"""Whether an item may be used: nothing that may be a kill is taken for usable."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import product
from typing import Any

import attrs
import pytest

from newsmodel import (
    Article,
    Concept,
    EditorNote,
    Embargo,
    Image,
    Kind,
    Paragraph,
    Rendition,
    Rights,
    Status,
    Text,
    Translation,
    Video,
)
from newsmodel.formats import json, newsml
from tests.formats.newsml.documents import for_others, news_item, page, triples

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
    f"</itemMeta><rightsInfo>{CANCELED}</rightsInfo><itemMeta><title>A</title>": ("canceled", None),
    f"{SOON}</itemMeta><rightsinfo><usageTerms>None</usageTerms><Embargoed/></rightsinfo>"
    "<itemMeta><title>A</title>": ("usable", "open"),
    f"</itemMeta><rightsInfo><usageTerms>None</usageTerms></rightsInfo><rightsInfo scope='x:a'>"
    f"{CANCELED}{SOON}</rightsInfo><itemMeta><title>A</title>": (
        "canceled",
        "2031-02-03 06:00:00+00:00",
    ),
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


HOLDERS = {
    "alone": "",
    "beside a holder": '<copyrightHolder literal="Vilkhove"/>',
    "beside two": '<copyrightHolder literal="Vilkhove"/><copyrightHolder literal="Jan Kos"/>',
    "kept whole": '<copyrightholder literal="Vilkhove"/>',
}


@pytest.mark.parametrize("holder", HOLDERS.values(), ids=HOLDERS)
@pytest.mark.parametrize("rights", [None, Rights(), Rights(usage_terms=[Text(value="None")])])
def test_what_rights_say_of_status_and_embargo_counts_where_they_are_edited(
    rights: Rights | None, holder: str
) -> None:
    article = newsml.loads(news_item(first=f"<rightsInfo>{holder}{CANCELED}{SOON}</rightsInfo>"))
    assert (article.status, article.embargo is None) == (Status.CANCELED, False)
    for same in (article, json.loads(json.dumps(article))):
        written = newsml.dumps(attrs.evolve(same, rights=rights))
        others = written.replace("urn:x-newsmodel:data", "urn:x-others")
        for again in (newsml.loads(written), newsml.loads(others)):
            assert (again.status, again.embargo) == (article.status, article.embargo)
            assert (again.rights or Rights()) == (rights or Rights())


# ------------------------------------------------------------------ the picture an item is about
LATER = Embargo(until=datetime(2031, 1, 1, tzinfo=UTC))
LICENSED, EDITORIAL = (Rights(usage_terms=[Text(value=v)]) for v in ("Licensed", "Editorial use"))
FILE = (Rendition(href="https://example.org/a.jpg"),)
SHOT = Article(id="urn:x:shot", kind=Kind.PICTURE, language="en", images=(Image(renditions=FILE),))
FROM_FEED = news_item(body='<remoteContent href="a.jpg"/>').replace("ninat:text", "ninat:picture")
TOLD_TWICE = FROM_FEED.replace("</itemMeta>", f"<embargoed/>{SOON}{'<pubStatus/>' * 2}</itemMeta>")
ORDERS: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[str, Embargo | None]]] = {
    "usable": ({}, {}, ("usable", None)),
    "killed": ({}, {"status": "canceled"}, ("canceled", None)),
    "held": ({"status": "canceled"}, {"status": "withheld"}, ("canceled", None)),
    "later": ({}, {"embargo": LATER}, ("usable", LATER)),
    "sooner": ({"embargo": LATER}, {"embargo": UNTIL}, ("usable", LATER)),
    "open": ({"embargo": UNTIL}, {"embargo": Embargo()}, ("usable", Embargo())),
}


@pytest.mark.parametrize("source", [None, FROM_FEED], ids=["new", "a feed"])
@pytest.mark.parametrize("name", ORDERS)
def test_an_item_is_no_freer_than_the_picture_it_is_about(name: str, source: str | None) -> None:
    own, of_picture, (status, embargo) = ORDERS[name]
    base = SHOT if source is None else newsml.loads(source)
    base = attrs.evolve(base, **{"status": "usable", "embargo": None} | own)
    article = attrs.evolve(base, images=(attrs.evolve(base.images[0], **of_picture),))
    written = newsml.dumps(article)
    assert newsml.loads(written) == article
    others = newsml.loads(for_others(written))
    assert (others.status.value, others.embargo) == (status, embargo)
    assert newsml.losses(article) == ()
    assert [each for each in newsml.check(written) if each.severity == "error"] == []


def test_what_it_says_twice_comes_back_beside_what_the_picture_adds() -> None:
    read = newsml.loads(TOLD_TWICE)
    assert (read.status, read.embargo) == (Status.WITHHELD, Embargo())
    for status, embargo in product(Status, (None, LATER, Embargo())):
        picture = attrs.evolve(read.images[0], status=status, embargo=embargo)
        article = attrs.evolve(read, images=(picture,))
        written = newsml.dumps(article)
        assert newsml.loads(written) == article
        others = newsml.loads(for_others(written))
        assert others.status is (status if status is Status.CANCELED else Status.WITHHELD)
        assert others.embargo == Embargo()


def test_rights_of_a_picture_are_its_item_s_where_that_has_none() -> None:
    for own, of_picture in product((None, LICENSED, EDITORIAL), (None, LICENSED)):
        picture = attrs.evolve(SHOT.images[0], rights=of_picture)
        article = attrs.evolve(SHOT, rights=own, images=(picture,))
        written = newsml.dumps(article)
        assert newsml.loads(written) == article
        assert newsml.loads(for_others(written)).rights == (own or of_picture)
        lost = [loss.path for loss in newsml.losses(article)]
        is_lost = (own, of_picture) == (EDITORIAL, LICENSED)
        assert lost == (["$.images[0].rights"] if is_lost else [])


def test_pictures_that_an_item_has_no_place_for_are_listed() -> None:
    files = [Rendition(href=f"https://example.org/{name}.jpg") for name in "abc"]
    gallery = attrs.evolve(SHOT, images=tuple([Image(renditions=(file,)) for file in files]))
    assert newsml.loads(newsml.dumps(gallery)) == gallery
    assert [loss.path for loss in newsml.losses(gallery)] == ["$.images[1]", "$.images[2]"]


def test_so_is_what_has_no_item_because_it_would_not_join_again() -> None:
    picture = Image(id="urn:x:2", renditions=FILE)
    german = Translation(id="urn:x:de", language="de", headline="Regen", body=["Es regnete."])
    video = attrs.evolve(SHOWN["new"].videos[0], id="urn:x:clip")
    clip = attrs.evolve(SHOWN["new"], body=["It rained."], videos=(video,), images=(picture,))
    clip = attrs.evolve(clip, translations=(german,))
    story = Article(id="urn:x:1", language="en", body=["It rained."], translations=(german,))
    assert newsml.losses(story) == ()
    shared = attrs.evolve(story, translations=(attrs.evolve(german, id="urn:x:1"),))
    twice = attrs.evolve(story, images=(picture, attrs.evolve(picture, credit="Ann Lee")))
    cases = [
        (clip, ["urn:x:clip", "urn:x:de", "urn:x:2"], []),
        (shared, ["urn:x:1"], ["$.translations[0]"]),
        (twice, ["urn:x:1", "urn:x:de"], ["$.images[0]", "$.images[1]"]),
    ]
    for article, sent, hidden in cases:
        assert newsml.loads(newsml.dumps(article)) == article
        assert [each.id for each in newsml.loads_message(newsml.dumps(article)).articles] == sent
        assert [loss.path for loss in newsml.losses(article)] == hidden


def test_files_beside_a_text_that_are_taken_back_are_sent_no_more() -> None:
    files = '<remoteContent href="a.jpg" x:n="1"/><remoteContent href="b.jpg" x:n="2"/>'
    read = newsml.loads(news_item(body=page("<p>It rained.</p>") + files))
    killed = attrs.evolve(read.images[0], status=Status.CANCELED)
    article = attrs.evolve(read, images=(killed, read.images[1]))
    written = newsml.dumps(article)
    assert newsml.loads(written) == article
    assert "a.jpg" not in for_others(written)
    assert re.search('href="b.jpg" [^ ]*:n="2"', written)


@pytest.mark.parametrize(
    "kept", [{"status": "canceled"}, {"status": "withheld"}, {"embargo": UNTIL}]
)
def test_a_package_tells_a_headline_no_sooner_than_the_article(kept: dict[str, Any]) -> None:
    german = Translation(
        language="de", headline="Regen", body=["Es regnete."], status=Status.WITHHELD
    )
    article = Article(id="urn:x:1", language="en", headline="Rain", translations=(german,), **kept)
    (package,) = newsml.loads_message(for_others(newsml.dumps(article))).packages
    told = (package.item.headline, package.item.status, package.item.embargo)
    assert told == ("Rain", article.status, article.embargo)
    usable = attrs.evolve(article, status=Status.USABLE, embargo=None)
    (package,) = newsml.loads_message(newsml.dumps(usable)).packages
    assert package.item.status is Status.USABLE


ANN = Concept(qcode="x:ann", names=("Ann Lee",))
SHOWN = {
    "new": Article(
        id="urn:x:clip", kind=Kind.VIDEO, language="en", videos=(Video(renditions=FILE),)
    ),
    "a feed": newsml.loads(FROM_FEED.replace("ninat:picture", "ninat:video")),
}


@pytest.mark.parametrize("source", SHOWN)
def test_an_item_tells_of_its_video_what_others_look_for_there(source: str) -> None:
    base = SHOWN[source]
    for known in ((), (ANN,)):
        video = attrs.evolve(
            base.videos[0],
            instructions="NO SALES",
            people_shown=(ANN, Concept(literal="Bo")),
            duration=90,
        )
        article = attrs.evolve(base, videos=(video,), subjects=known)
        written = newsml.dumps(article)
        assert newsml.loads(written) == article
        others = newsml.loads(for_others(written))
        assert [note.text for note in others.editor_notes] == ["NO SALES"]
        assert [each.qcode or each.literal for each in others.subjects] == ["x:ann", "Bo"]
        assert others.subjects[1].type == "person"
        assert [file.duration for file in others.videos[0].renditions] == [90]
        assert newsml.losses(article) == ()


def test_and_what_it_says_already_it_says_once() -> None:
    said = EditorNote(blocks=(Paragraph(content="NO SALES"),))
    picture = attrs.evolve(SHOT.images[0], instructions="NO SALES", people_shown=(ANN,))
    article = attrs.evolve(SHOT, images=(picture,), editor_notes=(said,), subjects=(ANN,))
    others = newsml.loads(for_others(newsml.dumps(article)))
    assert (others.editor_notes, others.subjects) == ((said,), (ANN,))
    half = Video(renditions=FILE, duration=90.5)
    clip = attrs.evolve(SHOWN["new"], videos=(half,))
    assert newsml.loads(newsml.dumps(clip)) == clip
    assert newsml.loads(for_others(newsml.dumps(clip))).videos[0].renditions == FILE


@pytest.mark.parametrize(
    "code",
    [
        {"kind_code": Concept(qcode="own:17")},
        {"kind_code": Concept(literal="own", names=[Text(value="Foto")])},
        {"status_code": Concept(qcode="own:17")},
        {"status_code": Concept(uri="https://example.org/status/17")},
        {"kind_code": Concept(qcode="own:17"), "status_code": Concept(qcode="own:18")},
    ],
)
def test_a_code_of_somebodys_own_comes_back_and_others_read_what_it_means(
    code: dict[str, Any],
) -> None:
    document = news_item('<pubStatus qcode="stat:usable"/>').replace("ninat:text", "ninat:picture")
    edited = attrs.evolve(newsml.loads(document), **code)
    for same in (edited, json.loads(json.dumps(edited))):
        written = newsml.dumps(same)
        assert newsml.loads(written) == edited
        others = newsml.loads(for_others(written))
        assert (others.kind, others.status) == (Kind.PICTURE, Status.USABLE)
