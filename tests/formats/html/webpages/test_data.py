"""What pages say of themselves: JSON-LD, microdata, RDFa, meta elements."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from newsmodel import (
    Access,
    Concept,
    Correction,
    CorrectionKind,
    Dateline,
    Link,
    Rights,
    Severity,
    Text,
)
from newsmodel.formats import html
from tests.formats.html.webpages.pages import ADDRESS, FERRY, TEXT, news, page, read, read_with

FULL = news(
    articleSection=["Region"], keywords="ferry, river,  ferry", inLanguage="en_GB",
    publisher={"@type": "Organization", "name": "Example News", "url": "https://www.example.org/"},
    isAccessibleForFree="False", description="It sails &amp; sails.", datePublished="2030-03-05T12:30:00Z",
)  # fmt: skip


def assert_full(markup: str) -> None:
    article = read(markup)
    assert article.section == "Region"
    assert [each.value for each in article.keywords] == ["ferry", "river"]
    assert article.language == "en-GB"
    assert article.publisher is not None
    assert article.publisher.name == "Example News"
    assert article.access is Access.PAID
    assert article.summary == "It sails & sails."
    assert article.published is not None


def test_json_ld() -> None:
    assert_full(page(data=FULL))
    assert_full(page(data=[{"@type": "BreadcrumbList"}, FULL]))
    assert_full(
        page(
            data={
                "@context": "https://schema.org",
                "@graph": [{"@type": "WebSite", "name": "x"}, FULL],
            }
        )
    )
    assert_full(page(data={"@type": "WebPage", "name": "x", "mainEntity": FULL}))


TEXT_OF_IT = json.dumps(FULL)


@pytest.mark.parametrize(
    "script",
    [
        TEXT_OF_IT.replace("It sails", "It\nsails").replace("It\nsails &amp;", "It\nsails &amp;"),
        f"<!-- {TEXT_OF_IT} -->",
        f"//<![CDATA[\n{TEXT_OF_IT}\n//]]>",
        f"{TEXT_OF_IT};",
        TEXT_OF_IT.replace("}", ",}"),
        TEXT_OF_IT.replace('"', "&quot;"),
        f'{{"@type": "WebSite"}}\n{TEXT_OF_IT}',
        TEXT_OF_IT.replace("datePublished", "datepublished").replace(
            "articleSection", "articlesection"
        ),
    ],
    ids=["newline", "comment", "cdata", "semicolon", "comma", "entities", "two", "case"],
)
def test_json_ld_that_publishers_broke(script: str) -> None:
    assert_full(
        page().replace("</head>", f'<script type="application/ld+json">{script}</script></head>')
    )


def test_what_no_parser_takes_is_read_as_far_as_possible_and_reported() -> None:
    script = '{"@type": "NewsArticle", "headline": "He said "no" to it", "datePublished": "2030-03-05T12:30:00Z", "author": {"@type": "Person", "name": "Jan Kos"}, }}'
    article = read(
        page().replace("</head>", f'<script type="application/ld+json">{script}</script></head>')
    )
    assert article.published is not None
    assert [each.name for each in article.authors] == ["Jan Kos"]
    (finding,) = article.findings
    assert (finding.rule, finding.severity) == ("html.broken-json-ld", Severity.WARNING)


def test_of_several_nodes_the_one_of_this_article_counts() -> None:
    others = [
        news(headline=f"Something else {n}", author="Other One", url=f"https://www.example.org/{n}")
        for n in range(3)
    ]
    article = read_with([*others, news(author="Olha Marchuk", url=ADDRESS)])
    assert [each.name for each in article.authors] == ["Olha Marchuk"]


def test_microdata() -> None:
    markup = f"""<html lang="en"><body><article itemscope itemtype="https://schema.org/NewsArticle">
      <h1 itemprop="headline">Ferry to sail again</h1>
      <meta itemprop="datePublished" content="2030-03-05T12:30:00Z">
      <span itemprop="author" itemscope itemtype="https://schema.org/Person">By <b itemprop="name">Olha Marchuk</b></span>
      <div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Example News"></div>
      <a itemprop="articleSection" href="/region" content="Region">x</a>
      <div itemprop="articleBody">{TEXT}</div></article></body></html>"""
    article = read(markup)
    assert article.headline == "Ferry to sail again"
    assert [each.name for each in article.authors] == ["Olha Marchuk"]
    assert (article.published is not None, article.section) == (True, "Region")
    assert str(article.publisher) == "Example News"


def test_rdfa() -> None:
    markup = f"""<html lang="en"><body><div vocab="https://schema.org/" typeof="schema:NewsArticle">
      <h1 property="schema:headline">Ferry to sail again</h1>
      <span property="author" typeof="Person"><span property="name">Olha Marchuk</span></span>
      <time property="datePublished" datetime="2030-03-05T12:30:00Z">today</time>
      <div property="articleBody">{TEXT}</div></div></body></html>"""
    article = read(markup)
    assert [each.name for each in article.authors] == ["Olha Marchuk"]
    assert article.published is not None


def test_meta_elements() -> None:
    head = """<meta property="og:site_name" content="Example News"><meta property="article:section" content="Region">
      <meta name="news_keywords" content="ferry,river"><meta name="description" content="It sails.">
      <meta property="og:locale" content="en_GB"><meta property="article:content_tier" content="metered">
      <meta property="article:modified_time" content="2030-03-05T12:30:00Z">
      <link rel="canonical" href="/news/ferry">"""
    article = read_with(head=head)
    assert (article.section, article.summary, article.access) == (
        "Region",
        "It sails.",
        Access.METERED,
    )
    assert str(article.publisher) == "Example News"
    assert [each.value for each in article.keywords] == ["ferry", "river"]
    assert article.url == article.id == "https://www.example.org/news/ferry"
    assert article.modified is not None


def test_the_canonical_address_names_the_article_and_nothing_else_runs() -> None:
    for href in (
        "javascript:alert(1)",
        "data:text/html,x",
        "http://[",
        "//",
        "www.example.org/a",
        "&quot;a&quot;",
        "Ferry news",
    ):
        article = read_with(head=f'<link rel="canonical" href="{href}">')
        assert article.url == ADDRESS


def test_without_an_address_the_same_page_has_the_same_id() -> None:
    one, two, three = (
        read(page(), url=None),
        read(page(), url=None),
        read(page(lang="de"), url=None),
    )
    assert one.id == two.id != three.id
    assert one.url is None


def test_the_language_is_guessed_where_nobody_tells() -> None:
    assert (
        read(f"<html><body><article><h1>Ferry</h1>{TEXT}</article></body></html>").language == "en"
    )


def test_a_wrong_country_for_a_language_is_put_right() -> None:
    assert read(page(lang="ua")).language == "uk"


def test_whose_it_is_and_what_others_may_do_with_it() -> None:
    wire = {
        "@type": "NewsMediaOrganization",
        "name": "Example Wire",
        "url": "https://wire.example/",
    }
    article = read_with(
        news(
            copyrightHolder=wire,
            copyrightNotice="© 2030 Example Wire",
            license={"name": "CC BY 4.0", "url": "https://wire.example/licence"},
            acquireLicensePage={"@id": "https://wire.example/buy"},
            usageInfo={
                "@type": "CreativeWork",
                "text": "No archives.",
                "url": "https://wire.example/terms",
            },
        )
    )
    assert article.rights == Rights(
        holder=Concept(
            type="organisation", names=["Example Wire"], links=(Link(href="https://wire.example/"),)
        ),
        notices=["© 2030 Example Wire"],
        usage_terms=[Text(value="No archives.", href="https://wire.example/terms")],
        links=(
            Link(rel="license", href="https://wire.example/licence", title="CC BY 4.0"),
            Link(rel="acquire-license-page", href="https://wire.example/buy"),
        ),
    )


@pytest.mark.parametrize(
    ("head", "rights"),
    [
        ('<meta name="copyright" content="Example Wire">', Rights(notices=["Example Wire"])),
        (
            '<link rel="license" href="/licence">',
            Rights(links=(Link(rel="license", href="https://www.example.org/licence"),)),
        ),
        ('<link rel="license" href="javascript:alert(1)">', None),
        ("", None),
    ],
)
def test_rights_stand_in_the_head_too(head: str, rights: Rights | None) -> None:
    assert read_with(head=head).rights == rights


def test_terms_that_are_only_an_address_are_a_link() -> None:
    article = read_with(news(usageInfo="https://wire.example/terms", copyrightHolder="Ann Lee"))
    assert article.rights == Rights(
        holder=Concept(type="organisation", names=["Ann Lee"]),
        links=(Link(rel="terms-of-service", href="https://wire.example/terms"),),
    )


def test_a_licence_or_terms_in_words_are_no_address() -> None:
    article = read_with(
        news(license="CC BY 4.0", usageInfo="No archives.", copyrightNotice="x" * 2000)
    )
    assert article.rights == Rights(
        notices=["x" * 2000], usage_terms=[Text(value="CC BY 4.0"), Text(value="No archives.")]
    )


def test_what_it_is_about_are_its_subjects() -> None:
    article = read_with(
        news(
            about=[
                {"@type": "Place", "name": "Vilkhove", "sameAs": ["https://w.example/Q1", "x:"]}
            ],
            mentions=["Ferries", {"@type": "Person", "name": "Ann Lee"}, {"name": "Vilkhove"}, {}],
        )
    )
    assert article.subjects == (
        Concept(type="geoArea", names=["Vilkhove"], same_as=(Concept(uri="https://w.example/Q1"),)),
        Concept(names=["Ferries"]),
        Concept(type="person", names=["Ann Lee"]),
    )


def test_where_it_was_made_by_whom_and_how_else_it_is_called() -> None:
    article = read_with(
        news(
            alternativeHeadline=["Nine years later", "Ferry to sail again"],
            locationCreated={"@type": "Place", "name": "Vilkhove"},
            contentLocation="The river",
            sourceOrganization={"name": "Example Wire"},
            sponsor="Example Bank",
            genre="Report",
        )
    )
    assert article.headlines == (Text(value="Nine years later"),)
    assert article.places == (Concept(type="geoArea", names=["Vilkhove"]),)
    assert article.subjects == (Concept(type="geoArea", names=["The river"]),)
    assert article.info_sources == (Concept(type="organisation", names=["Example Wire"]),)
    assert article.sponsor == Concept(type="organisation", names=["Example Bank"])
    assert article.genres == (Concept(names=["Report"]),)


@pytest.mark.parametrize(
    ("types", "forms"),
    [
        ("OpinionNewsArticle", ["OpinionNewsArticle"]),
        (["NewsArticle", "https://schema.org/liveBlogPosting"], ["LiveBlogPosting"]),
        ("SatiricalArticle", ["SatiricalArticle"]),
        ("NewsArticle", []),
        ("BlogPosting", []),
        ("WebPage", []),
    ],
)
def test_a_type_that_tells_a_form_is_a_genre(types: str | list[str], forms: list[str]) -> None:
    article = read_with(news(genre="Column") | {"@type": types})
    column, *others = article.genres
    assert column == Concept(names=["Column"])
    assert others == [Concept(uri=f"https://schema.org/{form}") for form in forms]


@pytest.mark.parametrize(
    "kind", ["Opinion", "Analysis", "Review", "Background", "Reportage", "AskPublic"]
)
def test_what_a_page_says_it_is_our_page_of_it_says(kind: str) -> None:
    article = read_with(news() | {"@type": f"{kind}NewsArticle"})
    assert html.json_ld(article)["@type"] == f"{kind}NewsArticle"
    labelled = f'<p class="nm-genre">{kind}</p>' in html.dumps(article)
    assert labelled is (kind in ("Opinion", "Analysis", "Review"))


@pytest.mark.parametrize(
    ("kind", "label"),
    [("AdvertiserContentArticle", "Advertisement"), ("SatiricalArticle", "Satire")],
)
def test_what_is_no_news_is_told_whatever_else_it_is(kind: str, label: str) -> None:
    article = read_with(news(genre="Column") | {"@type": kind})
    assert html.json_ld(article)["@type"] == kind
    assert f'<p class="nm-genre">{label}</p>' in html.dumps(article)


def test_a_form_without_a_type_of_news_is_told_by_its_address() -> None:
    article = read_with(news() | {"@type": "LiveBlogPosting"})
    linked = html.json_ld(article)
    assert (linked["@type"], linked["genre"]) == (
        "NewsArticle",
        "https://schema.org/LiveBlogPosting",
    )


def test_who_else_had_a_part_in_it_and_what_stands_before_its_text() -> None:
    article = read_with(
        news(
            author={"@type": "Person", "name": "Ann Lee"},
            editor=[{"@type": "Person", "name": "Kos, Jan"}, "Ann Lee and Olha Marchuk"],
            contributor={"@type": "Organization", "name": "Example Wire, Vilkhove"},
            translator={"@type": "Person", "name": "Marta Ivchenko"},
            expires="2031-01-01",
            dateline="VILKHOVE, March 5 (Example Wire)",
        )
    )
    assert [each.name for each in article.authors] == ["Ann Lee"]
    assert [(each.name, each.role) for each in article.contributors] == [
        ("Jan Kos", "editor"),
        ("Ann Lee", "editor"),
        ("Olha Marchuk", "editor"),
        ("Example Wire, Vilkhove", None),
    ]
    assert [each.name for each in article.translators] == ["Marta Ivchenko"]
    assert article.expires == datetime.fromisoformat("2031-01-01")
    assert article.dateline == Dateline(text="VILKHOVE, March 5 (Example Wire)")


def test_when_it_is_to_be_taken_down_stands_in_the_head_too() -> None:
    head = '<meta property="article:expiration_time" content="2031-01-01T12:00:00Z">'
    assert read_with(head=head).expires == datetime(2031, 1, 1, 12, tzinfo=UTC)


def test_a_graph_within_a_node_is_read_and_what_stands_beside_it() -> None:
    author = {"@type": "Person", "name": "Ann Lee"}
    whole = {"@context": "https://schema.org", "@graph": [news(author=author)], "about": "Ferries"}
    assert [str(each) for each in read_with(whole).authors] == ["Ann Lee"]


TOLD = "<p>The ferry sails again &amp; again.</p><p>The county pays.</p>"


@pytest.mark.parametrize("told", [TOLD, "The ferry sails again & again.\n\nThe county pays."])
@pytest.mark.parametrize(
    "shown", ["<div id='root'></div>", "<article><h1>Ferry to sail again</h1></article>"]
)
def test_a_page_that_shows_no_text_has_that_of_its_data(told: str, shown: str) -> None:
    script = f'<script type="application/ld+json">{json.dumps(news(articleBody=told))}</script>'
    article = read(f"<html lang=en><head>{script}</head><body>{shown}</body></html>")
    assert article.text == "The ferry sails again & again.\nThe county pays."
    assert [finding.rule for finding in article.findings] == ["html.unmarked"]


def test_a_page_that_shows_but_the_beginning_is_read_as_it_is_and_says_so() -> None:
    whole = "\n".join((*FERRY, *FERRY))
    article = read_with(news(articleBody=whole), body=f"<p>{FERRY[0]}</p>")
    assert article.text == FERRY[0]
    assert [finding.rule for finding in article.findings] == ["html.cut-short"]
    for told in ("\n".join(FERRY), " ".join((*FERRY, *FERRY))):
        assert not read_with(news(articleBody=told)).findings


MISNAMED = "An earlier version misnamed the captain."
NOTICES: dict[str, dict[str, Any]] = {
    "<aside class='correction'><p><strong>Correction:</strong> {}</p></aside>": {},
    "<aside><h2>Correction</h2><p>{}</p></aside>": {},
    "<footer><p>Editor's note: {}</p><p>Jan Kos writes of rivers.</p></footer>": {"kind": CorrectionKind.EDITORS_NOTE},
    "<footer><p><b>Editor’s note:</b> {}</p></footer>": {"kind": CorrectionKind.EDITORS_NOTE},
    "<aside><p>Correction, March 6, 2030: {}</p></aside>": {"date": date(2030, 3, 6)},
    "<aside><p>Correction (Wednesday, March 6, 2030, 12:30 p.m.): {}</p></aside>": {
        "date": datetime.fromisoformat("2030-03-06T12:30")},
    "<aside><p>Berichtigung <time datetime='2030-03-06'>am Tag danach</time>: {}</p></aside>": {
        "date": date(2030, 3, 6), "text": f"am Tag danach: {MISNAMED}"},
    "<aside><p>Correction March 6: {}</p></aside>": {"text": f"March 6: {MISNAMED}"},
    "<aside><p>Correction appended March 6: {}</p></aside>": {"text": f"appended March 6: {MISNAMED}"},
    "<aside><p>Correction, 3pm: {}</p></aside>": {"text": f"3pm: {MISNAMED}"},
    "<aside><p>Oikaisu 6.3.2030 klo 14.32: {}</p></aside>": {"date": datetime.fromisoformat("2030-03-06T14:32")},
    "<aside><p>Sprostowanie z dnia 6 marca 2030 r.: {}</p></aside>": {"date": date(2030, 3, 6)},
    "<aside><p>Correction foreseen 6 March 2030: {}</p></aside>": {
        "date": date(2030, 3, 6), "text": f"foreseen 6 March 2030: {MISNAMED}"},
    "<aside><p>Rettifica all’articolo: {}</p></aside>": {"text": f"all’articolo: {MISNAMED}"},
    "<aside><p>Correction: {} Write to desk@news.example if you see another.</p></aside>": {
        "text": f"{MISNAMED} Write to desk@news.example if you see another."},
    "<aside><header><h4>Уточнення</h4></header><p>{}</p></aside>": {"kind": CorrectionKind.CLARIFICATION},
    "<aside><p><strong>Fe de errores</strong> {}</p></aside>": {},
    "<aside class='article-errata'>{}</aside>": {},
}  # fmt: skip


@pytest.mark.parametrize("markup", NOTICES)
def test_a_notice_of_a_correction_that_is_no_paragraph_of_the_text_is_kept(markup: str) -> None:
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{markup.format(MISNAMED)}</article>"
    article = read(page(body))
    (found,) = article.corrections
    assert found == Correction(**{"text": MISNAMED, **NOTICES[markup]})
    assert MISNAMED not in article.text
    (again,) = read(html.dumps(article)).corrections
    assert (again.text, again.date) == (found.text, found.date)


@pytest.mark.parametrize("notice", [
    "Rättelse: Kontaktpersonen på kommunen heter Olha Marchuk.",
    "Errata corrige: Segnalati erroneamente 12 casi, in realtà sono 21.",
    "Korrektur: Wir korrigieren die Einwohnerzahl: Es sind 30.000, nicht 20.000.",
    "Correction: Report author Jan Kos is a captain, not a mate.",
    "Correction: The captain's address is captain@example.org, not mate@example.org.",
    "Correction: Who owns the ferry? The town does, not Jan Kos.",
    "Correction: If you have read this story before noon, it gave the wrong age of the ferry.",
])  # fmt: skip
@pytest.mark.parametrize("name", ["correction", "note"])
def test_a_notice_is_kept_whatever_its_first_words(notice: str, name: str) -> None:
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}<aside class='{name}'>{notice}</aside></article>"
    (found,) = read(page(body)).corrections
    assert found.text == notice.partition(": ")[2]


NO_NOTICES = [
    "<aside class='corrections'><a href='/report'>Tell us of a mistake in this article</a></aside>",
    "<aside class='corrections'>Write to corrections@news.example if something is wrong</aside>",
    "<aside class='corrections'>Have you seen a mistake in this article?</aside>",
    "<aside hidden><p>Correction: An earlier version misnamed the captain.</p></aside>",
    "<div class='comments'><p>Correction: She has never been the captain, I know her.</p></div>",
    "<aside><form class='correction'>Send us a correction <input></form></aside>",
    "<p>Correction: An earlier version misnamed the captain of the ferry, and the ferry too.</p>",
    "<aside><p>Corrections: Did you spot a mistake? Write to desk@news.example and tell us.</p></aside>",
    "<aside><h4>Corrections</h4><p>We aim to get things right. If something is wrong, <a href='/c'>tell us</a>.</p></aside>",
    "<aside><h4>Korrektur</h4><p>Haben Sie einen Fehler entdeckt? Wir freuen uns, davon zu hören.</p></aside>",
    "<aside class='correction'><p>Corrections: An error in this story? Write to desk@news.example.</p></aside>",
    "<aside class='correction'><p>Corrections: If you see a mistake, write to desk@news.example.</p></aside>",
    "<aside><p>Korrektur an den Märkten: Das Holz wird billiger, und die Fähre wartet darauf.</p></aside>",
    "<aside><p>Korrektur an den Märkten: Das Holz wird billiger, und die Fähre wartet. <time datetime='2030-03-06'>6.3.</time></p></aside>",
    "<aside><p>Korrektur 2030: Das Holz wird wieder billiger, und die Fähre wartet darauf.</p></aside>",
    "<aside><p>Rettifica del porto: la barca costa quanto prima, dice chi la costruisce.</p></aside>",
    "<aside><h3>Précision</h3><p>Le mot bac désigne aussi un bateau à fond plat.</p></aside>",
    "<aside><p>Corrections are seldom read by those who have read what was wrong.</p></aside>",
]


@pytest.mark.parametrize("markup", NO_NOTICES)
def test_what_only_tells_of_corrections_is_none_nor_what_the_text_says(markup: str) -> None:
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{markup}</article>"
    article = read(page(body))
    assert article.corrections == ()
    assert ("misnamed" in article.text) == markup.startswith("<p>")


def test_the_data_tell_of_corrections() -> None:
    comment = {"@type": "CorrectionComment", "text": MISNAMED, "datePublished": "2030-03-06"}
    shown = f"<aside><p>Correction: {MISNAMED}</p></aside>"
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{shown}</article>"
    article = read_with(news(correction=[comment, "The fare was wrong."]), body=body)
    assert article.corrections == (
        Correction(text=MISNAMED, date=date(2030, 3, 6)),
        Correction(text="The fare was wrong."),
    )


@pytest.mark.parametrize("line", [
    "Tue, 5 Mar 2030 04:00", "2030-03-05T04:00Z", "Dienstag, 5. März 2030, 10.30 Uhr",
    "Published March 5, 2030", "5 de marzo de 2030", "2030年3月5日 10時30分",
])  # fmt: skip
def test_a_date_of_the_article_is_no_dateline(line: str) -> None:
    for named in ("datePublished", "dateModified"):
        dates = {named: "2030-03-05T23:30:00-05:00"}
        assert read_with(news(dateline=line, **dates)).dateline is None
    assert str(read_with(news(dateline=line)).dateline) == line
    for place in ("VILKHOVE", "Rom"):
        assert str(read_with(news(dateline=f"{place}, {line}")).dateline) == f"{place}, {line}"


@pytest.mark.parametrize("town", ["25 de Mayo", "9 de Julio", "1 de Marzo"])
def test_a_town_called_after_a_day_is_a_dateline(town: str) -> None:
    article = read_with(news(dateline=town, datePublished="2030-03-05T10:00:00Z"))
    assert str(article.dateline) == town


def test_a_day_told_without_its_hour_stays_a_day() -> None:
    video = {"@type": "VideoObject", "contentUrl": "https://example.org/v.mp4"}
    for told in ("2030-03-05", "March 5, 2030"):
        (found,) = read_with(news(video={**video, "uploadDate": told})).videos
        assert found.created == date(2030, 3, 5)
