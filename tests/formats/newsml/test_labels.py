"""Of several labels, or statements on rights, one is read, and all are written back."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest
from lxml import etree

from newsmodel import Article, Rights, Text
from newsmodel.formats import html, json, newsml, ninjs
from tests.formats.newsml.documents import NAR, news_item, page, triples

N = f"{{{NAR}}}"


def many(start: str, **said: str) -> str:
    """An element for each language; `none` is for one that names no language."""
    name = start.partition(" ")[0]
    tags = {language: language.replace("_", "-") for language in said}
    more = {each: "" if each == "none" else f' xml:lang="{tag}"' for each, tag in tags.items()}
    return "".join(f"<{start}{more[each]}>{words}</{name}>" for each, words in said.items())


SUMMARY = 'description role="drol:summary"'
KICKER = '<headline role="own:kicker">Roads</headline>'
BRIDGE = many("headline", de="Brücke zu", en="Bridge closed")
READ: dict[str, tuple[str, str, str]] = {
    "headline": (BRIDGE, "headline", "Bridge closed"),
    "a variety": (
        many("headline", de="Brücke zu", fr="Pont fermé", en_GB="Bridge closed", it="No"),
        "headline",
        "Bridge closed",
    ),
    "no language": (many("headline", de="Brücke zu", none="Closed"), "headline", "Closed"),
    "none of its language": (many("headline", de="Brücke zu", fr="Pont"), "headline", "Brücke zu"),
    "nothing in the first": ("<headline/><headline>Closed</headline>", "headline", "Closed"),
    "a kicker between": (
        BRIDGE.replace("</headline>", f"</headline>{KICKER}", 1),
        "headline",
        "Bridge closed",
    ),
    "summary": (many(SUMMARY, de="Risse", en="Cracks"), "summary", "Cracks"),
    "no words in the first summary": (
        f"<{SUMMARY}/><{SUMMARY}>Cracks</description>",
        "summary",
        "Cracks",
    ),
    "a kicker before": (
        f"{KICKER}<headline>Bridge closed</headline>",
        "headline",
        "Bridge closed",
    ),
    "a note before the summary": (
        f"<description role='own:note'>No</description><{SUMMARY}>Cracks</description>",
        "summary",
        "Cracks",
    ),
    "byline": (many("by", de="Von A", fr="Par A", en="By A", it="Di A"), "byline", "By A"),
    "dateline": (many("dateline", de="KIEW", en="KYIV"), "dateline.text", "KYIV"),
    "credit": (many("creditline", de="Nach A", en="A"), "credit", "A"),
    "byline, the first": (many("by", en="By A", de="Von A"), "byline", "By A"),
    "credit, the first": (many("creditline", en="A", de="Nach A"), "credit", "A"),
}
FILE = '<remoteContent href="https://example.org/a.jpg" contenttype="image/jpeg"/>'


def labels(document: str) -> list[tuple[object, dict[str, str], str | None]]:
    """The elements of contentMeta, in their order."""
    meta = next(etree.fromstring(document.encode()).iter(f"{N}contentMeta"))
    return [
        (each.tag, {str(k): str(v) for k, v in each.attrib.items()}, each.text) for each in meta
    ]


@pytest.mark.parametrize("kind", ["text", "picture"])
@pytest.mark.parametrize(("content", "field", "value"), READ.values(), ids=READ)
def test_the_label_in_the_language_of_the_item_is_read(
    content: str, field: str, value: str, kind: str
) -> None:
    document = news_item(content=content).replace("ninat:text", f"ninat:{kind}")
    article = newsml.loads(document)
    held: Any = article.images[0] if kind == "picture" and field == "credit" else article
    for name in field.split("."):
        held = getattr(held, name)
    assert held == value
    for each in (article, json.loads(json.dumps(article))):
        assert labels(newsml.dumps(each)) == labels(document)


@pytest.mark.parametrize("kind", ["text", "picture"])
@pytest.mark.parametrize("content", [content for content, _, _ in READ.values()])
@pytest.mark.parametrize(
    "changes",
    [
        {"language": "de"},
        {"language": None},
        {"headline": "Ferry back"},
        {"headline": None},
        {"headline": ""},
        {"headlines": ()},
        {"summary": None},
        {"byline": "Ann Lee"},
        {"byline": None},
        {"dateline": None},
        {"credit": None},
        {"images": ()},
    ],
    ids=str,
)
def test_what_is_changed_beside_other_languages_comes_back(
    content: str, changes: dict[str, Any], kind: str
) -> None:
    document = news_item(content=content, body=FILE if kind == "picture" else "")
    read = newsml.loads(document.replace("ninat:text", f"ninat:{kind}"))
    for each in (read, json.loads(json.dumps(read))):
        changed: Article = attrs.evolve(each, **changes)
        again = newsml.loads(newsml.dumps(changed))
        told: dict[str, Any] = {"extensions": (), "dialect": None, "findings": ()}
        assert attrs.evolve(again, **told) == attrs.evolve(changed, **told)


def test_a_page_names_an_author_in_its_language() -> None:
    names = '<name xml:lang="ja">安</name><name xml:lang="en">An Lee</name>'
    shown = html.dumps(newsml.loads(news_item(about=f"<creator>{names}</creator>")))
    assert '<p class="nm-byline">An Lee</p>' in shown
    assert '"name":"An Lee"' in shown.replace('": "', '":"')


@pytest.mark.parametrize(
    ("language", "said", "nearest"),
    [
        ("zh-TW", ("zh-CN", "zh-TW"), "zh-TW"),
        ("zh-TW", ("zh-Hans", "zh-Hant"), "zh-Hant"),
        ("sr", ("sr-Latn", "sr-Cyrl"), "sr-Cyrl"),
        ("sr-Latn", ("sr", "sr-Latn"), "sr-Latn"),
        ("sr-Latn", ("de", "sr-Cyrl"), "sr-Cyrl"),
        ("pt-BR", ("pt-PT", "pt"), "pt"),
        ("pt-BR", ("pt", "pt-br"), "pt-br"),
        ("en", ("de", "en_US"), "en_US"),
        ("en-GB", ("en-US", "en-AU"), "en-US"),
    ],
)
def test_labels_names_and_the_body_are_in_the_nearest_language(
    language: str, said: tuple[str, ...], nearest: str
) -> None:
    def each(name: str) -> str:
        return "".join([f'<{name} xml:lang="{tag}">{tag}</{name}>' for tag in said])

    document = news_item(
        content=each("headline"),
        about=f'<creator qcode="x:1">{each("name")}</creator>',
        body="".join([page(f"<p>{tag}</p>", more=f' xml:lang="{tag}"') for tag in said]),
        language="",
        attributes=f'guid="urn:x:1" version="1" xml:lang="{language}"',
    )
    article = newsml.loads(document)
    assert article.headline == nearest
    assert article.text == nearest
    shown = html.dumps(article)
    assert re.findall(r'<p class="nm-byline">(?:<[^>]*>)*([^<]*)', shown) == [nearest]
    assert labels(newsml.dumps(article)) == labels(document)
    changed = attrs.evolve(article, headline="Another")
    assert newsml.loads(newsml.dumps(changed)).headline == "Another"


def roles(**said: str) -> str:
    """A headline for each role of a scheme; `none` is for one without a role."""
    more = {role: "" if role == "none" else f' role="own:{role}"' for role in said}
    return "".join(f"<headline{more[role]}>{words}</headline>" for role, words in said.items())


ROLES: dict[str, tuple[str, str | None]] = {
    "one that is not known": (roles(titre="Mill"), "Mill"),
    "several": (roles(kicker="Corn", long="Mill", other="Weir"), "Mill"),
    "the main one behind it": (roles(long="Mill", main="Weir"), "Weir"),
    "one without a role behind it": (roles(long="Mill", none="Weir"), "Weir"),
    "the main one says nothing": (roles(main="", long="Mill"), "Mill"),
    "the main one is not for readers": (
        '<headline role="own:main" pubconstraint="own:desk">Weir</headline>' + roles(long="Mill"),
        "Mill",
    ),
    "not for readers": ('<headline role="own:long" pubconstraint="own:desk">Mill</headline>', None),
    "in its language": ('<headline role="own:long" xml:lang="en">Mill</headline>', "Mill"),
    "in another": ('<headline role="own:long" xml:lang="fr">Moulin</headline>', None),
    "an address": ('<headline roleuri="http://example.org/r/long">Mill</headline>', "Mill"),
    **{
        role: (roles(**{role: "Mill"}), None)
        for role in "subHeadline sub-title short shortTitle kicker seo social-headline".split()
    },
}


@pytest.mark.parametrize("title", ["FEN-MILL/2", ""], ids=["a slug", "no title"])
@pytest.mark.parametrize("kind", ["text", "picture"])
@pytest.mark.parametrize(("content", "headline"), ROLES.values(), ids=ROLES)
def test_a_headline_whose_role_is_not_known_is_the_headline_where_none_is_it(
    content: str, headline: str | None, kind: str, title: str
) -> None:
    body = page("<p>Corn.</p>").replace("Bridge closed", title)
    document = news_item(content=content, body=body).replace("ninat:text", f"ninat:{kind}")
    article = newsml.loads(document)
    of_page = (title or None) if kind == "text" else None
    assert article.headline == (headline or of_page)
    untold: dict[str, Any] = {"extensions": (), "dialect": None, "findings": ()}
    others = article.headlines
    for each in (article, json.loads(json.dumps(article))):
        assert labels(newsml.dumps(each)) == labels(document)
        changes: dict[str, Any]
        for changes in (
            {"headline": "Ferry"},
            {"headline": None},
            {"headlines": (*others, Text(value="Ferry", role="own:long"))},
            {"headline": None, "headlines": (*others, Text(value="Ferry", role="own:long"))},
            {"headlines": (*others, Text(value="Ferry", role="own:main"))},
            {"headlines": (Text(value="Ferry"), *others)},
            {"headlines": ()},
            {"language": "de"},
        ):
            changed: Article = attrs.evolve(each, **changes)
            again = newsml.loads(newsml.dumps(changed))
            assert attrs.evolve(again, **untold) == attrs.evolve(changed, **untold)


def terms(words: str, limit: str = "") -> str:
    """A statement on rights."""
    return f"<rightsInfo{limit}><usageTerms>{words}</usageTerms></rightsInfo>"


PRINT, WEB = terms("Print: free", ' scope="x:print"'), terms("Not for the web", ' idrefs="w1"')
ALL, LATER = terms("All of it"), terms("Later on", ' validfrom="2030-02-01"')
HOLDER = "<rightsInfo><copyrightHolder literal='Mill'/></rightsInfo>"
DESK = terms("Ask us", ' pubconstraint="x:desk"')
ONE_USE, ONE_PART = "of scope='x:print'", "of idrefs='w1'"
STATEMENTS: dict[str, tuple[list[str], str | None, list[str]]] = {
    "all of it": ([ALL], ALL, []),
    "all of it, last": ([PRINT, WEB, ALL], ALL, [ONE_USE, ONE_PART]),
    "all of it, first": ([ALL, PRINT], ALL, [ONE_USE]),
    "between": ([WEB, ALL, PRINT, LATER], ALL, [ONE_PART, ONE_USE, "2030-02-01"]),
    "of two the first": ([ALL, HOLDER], ALL, ["another 'rightsInfo'"]),
    "an empty one first": (["<rightsInfo/>", HOLDER], HOLDER, []),
    "one that says nothing": (["<rightsInfo><usageTerms/></rightsInfo>", PRINT], PRINT, [ONE_USE]),
    "none for all of it": ([PRINT, WEB], PRINT, [f"{ONE_USE} is read as", f"{ONE_PART} is none"]),
    "one alone": ([PRINT], PRINT, [f"{ONE_USE} is read as"]),
    "for the desk": ([DESK, PRINT, ALL], ALL, [ONE_USE]),
}


@pytest.mark.parametrize("kind", ["text", "picture"])
@pytest.mark.parametrize(("said", "read", "told"), STATEMENTS.values(), ids=STATEMENTS)
def test_of_several_statements_on_rights_that_on_all_of_the_item_is_read_and_the_others_told(
    said: list[str], read: str, told: list[str], kind: str
) -> None:
    def document(rights: str) -> str:
        return news_item(first=rights).replace("ninat:text", f"ninat:{kind}")

    def statements(markup: str) -> list[bytes]:
        root = etree.fromstring(markup.encode())
        return [
            etree.tostring(each, method="c14n", exclusive=True).strip()
            for each in root.iter(f"{N}rightsInfo")
        ]

    whole = document("".join(said))
    message = newsml.loads_message(whole)
    (article,) = message.articles
    assert article.rights == newsml.loads(document(read)).rights
    found = [finding.message for finding in message.findings if "rightsInfo" in finding.message]
    assert len(found) == len(told)
    assert all(words in message for words, message in zip(told, found, strict=True))
    untold: dict[str, Any] = {"extensions": (), "dialect": None, "findings": ()}
    for each in (article, json.loads(json.dumps(article))):
        assert statements(newsml.dumps(each)) == statements(whole)
        for rights in (Rights(usage_terms=("Ask.",)), Rights(), None):
            changed: Article = attrs.evolve(each, rights=rights)
            written = newsml.dumps(changed)
            again = newsml.loads(written)
            assert attrs.evolve(again, **untold) == attrs.evolve(changed, **untold)
            others = [s for s in statements(whole) if s not in statements(document(read))]
            assert all(each in statements(written) for each in others)


NAMES = {
    '<name part="nprt:family">Kos</name><name part="nprt:given">Jan</name>': "Jan Kos",
    '<name part="nprt:suffix">Jr</name><name part="nprt:given">Jan</name>'
    '<name part="nprt:family">Kos</name><name part="nprt:prefix">Dr</name>': "Dr Jan Kos Jr",
    '<name>Jan Kos</name><name part="nprt:family">Kos</name><name part="nprt:given">Jan</name>':
        "Jan Kos",
    '<name part="nprt:given">花</name><name part="nprt:family">山田</name>': "山田花",
    '<name xml:lang="hu" part="nprt:given">Jan</name>'
    '<name xml:lang="hu" part="nprt:family">Kos</name>': "Kos Jan",
    '<name part="nprt:family">Kos</name>': "Kos",
    '<name part="nprt:acadTitle">Dr.</name><name part="nprt:given">Jan</name>'
    '<name part="nprt:family">Kos</name>': "Dr. Jan Kos",
    '<name part="nprt:salutation">Mr</name><name>Jan Kos</name>': "Jan Kos",
    '<name part="nprt:given">Jan</name><name role="nrol:mnemonic">JAN</name>': "Jan",
    '<name role="nrol:adjectival">Kosian</name><name>Jan Kos</name>': "Jan Kos",
    '<name role="nrol:sort">Kos, Jan</name><name role="nrol:full">Jan Kos</name>': "Jan Kos",
    '<name role="own:mnemonic">jko</name><name role="nrol:display">Jan Kos</name>': "Jan Kos",
    '<name role="nrol:short">Kos</name><name>Jan Kos</name>': "Jan Kos",
    '<name role="nrol:sort">Kos, Jan</name>': "Kos, Jan",
}  # fmt: skip


@pytest.mark.parametrize(("names", "whole"), NAMES.items())
@pytest.mark.parametrize("code", ["", ' qcode="own:1"'])
def test_a_person_goes_by_the_whole_name(names: str, whole: str, code: str) -> None:
    document = news_item(
        content=f"<creator{code}>{names}</creator><subject{code}>{names}</subject>"
    )
    article = newsml.loads(document)
    assert (article.authors[0].name, article.subjects[0].name) == (whole, whole)
    assert article.subjects[0].name_in(article.subjects[0].names[0].language or "") == whole
    assert f'content="{whole}"' in html.dumps(article)
    assert f'"name":"{whole}"' in ninjs.dumps(article)
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(document)
        edited = attrs.evolve(each, authors=(attrs.evolve(each.authors[0], name="Olha Marchuk"),))
        written = newsml.dumps(edited)
        assert newsml.loads(written).authors == edited.authors
        assert ">Olha Marchuk</name>" in written


@pytest.mark.parametrize("ranks", [("2", "1"), ("3", "2"), ("2", None)])
def test_of_several_languages_the_first_by_rank_is_that_of_the_content(
    ranks: tuple[str, str | None],
) -> None:
    first, second = (f' rank="{rank}"' if rank else "" for rank in ranks)
    document = news_item(
        language=f'<language tag="pl"{first}/><language tag="uk"{second}/>',
        content='<headline xml:lang="pl">Most</headline><headline xml:lang="uk">Міст</headline>',
    )
    article = newsml.loads(document)
    assert (article.language, article.headline) == ("uk", "Міст")
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(document)
        edited = attrs.evolve(each, language="sk")
        assert newsml.loads(newsml.dumps(edited)).language == "sk"
