"""Every rule of the lint finds a broken example, and is silent where nothing is wrong."""

from __future__ import annotations

import pytest

from newsmodel import Problem
from newsmodel.formats import newsml
from newsmodel.formats.newsml.conformance.lint import RULES
from newsmodel.testing import examples

NAR = "http://iptc.org/std/nar/2006-10-01/"
IPTC = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
TEXT = f"""<newsItem xmlns="{NAR}" guid="urn:newsml:example.org:20300110:a" version="2"
    standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
  <catalogRef href="{IPTC}"/>
  <catalog><scheme alias="elm" uri="https://elm.example/cv/"/></catalog>
  <rightsInfo><copyrightHolder literal="Example"/></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider literal="Example"/>
    <versionCreated>2030-01-10T08:55:00+01:00</versionCreated>
    <firstCreated>2030-01-10T08:00:00+01:00</firstCreated>
    <embargoed>2030-01-11T08:00:00+01:00</embargoed>
    <pubStatus qcode="stat:usable"/>
    <edNote>Call the harbour first</edNote>
    <link rel="irel:seeAlso" residref="urn:newsml:example.org:20300110:b" version="3"/>
  </itemMeta>
  <contentMeta>
    <contentCreated>2030-01-10T08:00:00+01:00</contentCreated>
    <creator literal="Ann Lee"/>
    <language tag="en"/>
    <subject type="cpnat:abstract" qcode="medtop:20000587"/>
    <headline>Bridge closed</headline>
  </contentMeta>
  <inlineRef idrefs="q1" qcode="elm:1"/>
  <contentSet original="b1">
    <inlineXML id="b1" contenttype="application/xhtml+xml" wordcount="6"><html
      xmlns="http://www.w3.org/1999/xhtml"><head><title>Bridge</title></head><body>
      <p id="q1">Cracks were found in a pier.</p><img src="1.jpg" alt="A bridge"/>
      <blockquote><p>It holds.</p><cite>Ann Lee</cite></blockquote></body></html></inlineXML>
  </contentSet>
</newsItem>"""
PICTURE = f"""<newsItem xmlns="{NAR}" guid="urn:newsml:example.org:20300110:b" version="3"
    standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
  <catalogRef href="{IPTC}"/>
  <rightsInfo><copyrightNotice>Example</copyrightNotice></rightsInfo>
  <itemMeta><itemClass qcode="ninat:picture"/><provider literal="Example"/>
    <versionCreated>2030-01-10T08:55:00+01:00</versionCreated></itemMeta>
  <contentMeta><creditline>Ann Lee</creditline><description>A bridge</description></contentMeta>
  <contentSet><remoteContent href="https://elm.example/1.jpg" contenttype="image/jpeg" width="640"
    height="480" rendition="rnd:web"/></contentSet>
</newsItem>"""
PACKAGE = f"""<packageItem xmlns="{NAR}" guid="urn:newsml:example.org:20300110:c" version="1"
    standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
  <catalogRef href="{IPTC}"/>
  <itemMeta><itemClass qcode="ninat:composite"/><provider literal="Example"/>
    <versionCreated>2030-01-10T08:55:00+01:00</versionCreated></itemMeta>
  <groupSet root="g1">
    <group id="g1" role="rnd:web"><groupRef idref="g2"/></group>
    <group id="g2" role="rnd:web"><itemRef residref="urn:newsml:example.org:20300110:a"
      version="2"/></group>
  </groupSet>
</packageItem>"""
MESSAGE = f"""<newsMessage xmlns="{NAR}"><header><sent>2030-01-10T09:00:00+01:00</sent></header>
<itemSet>{TEXT}{PICTURE}{PACKAGE}</itemSet></newsMessage>"""


def lint(document: str) -> list[Problem]:
    return [each for each in newsml.check(document) if not each.rule.startswith("schema.")]


BROKEN = [
    # rule, what is written, what is written instead, the element or attribute it is found at
    ("identity.guid", 'guid="urn:newsml:example.org:20300110:a"', 'guid="my item"', "@guid"),
    ("identity.guid-uri", 'guid="urn:newsml:example.org:20300110:a"', 'guid="BD-17"', "@guid"),
    ("identity.version", 'version="2"\n', "\n", "newsItem[1]"),
    ("identity.standard", 'standard="NewsML-G2"', 'standard="NewsML"', "@standard"),
    ("identity.standard-version", 'standardversion="2.35"', 'standardversion="9.99"',
     "@standardversion"),
    ("identity.standard-newer", 'standardversion="2.35"', 'standardversion="2.99"',
     "@standardversion"),
    ("identity.too-new", "2.35", "2.12", "dataMining"),
    ("identity.too-new-attribute", None, None, "@residrefformat"),
    ("identity.conformance-level", 'conformance="power"', 'conformance="ultra"', "@conformance"),
    ("identity.conformance", 'conformance="power" ', "", "inlineRef"),
    ("identity.duplicate", '20300110:b" version="3"\n', '20300110:a" version="2"\n', "@guid"),
    ("identity.no-item", f'<newsItem xmlns="{NAR}" guid="urn:newsml:example.org:20300110:b"',
     '<foo/><newsItem guid="urn:newsml:example.org:20300110:b"', "foo"),
    ("codes.catalog", (f'<catalogRef href="{IPTC}"/>\n  <catalog><scheme alias="elm"'
     ' uri="https://elm.example/cv/"/></catalog>'), "", "newsItem[1]"),
    ("codes.alias", "elm:1", "oak:1", "@qcode"),
    ("codes.alias-conflict", "</catalog>", '<scheme alias="elm" uri="urn:elm:"/></catalog>',
     "@alias"),
    ("codes.alias-conflict", '<scheme alias="elm"', '<scheme alias="medtop"', "@alias"),
    ("codes.retired", '<scheme alias="elm"', '<scheme schemeretired="2029-01-01" alias="elm"',
     "@schemeretired"),
    ("codes.contradiction", 'qcode="elm:1"', 'qcode="elm:1" uri="https://elm.example/2"', "@uri"),
    ("codes.item-class", '<itemClass qcode="ninat:text"/>', "<itemClass/>", "itemClass"),
    ("codes.item-class-scheme", "ninat:text", "elm:text", "@qcode"),
    ("codes.status", "stat:usable", "stat:bogus", "pubStatus"),
    ("codes.provider", '<provider literal="Example"/>', "<provider/>", "provider"),
    ("codes.empty-concept", '<creator literal="Ann Lee"/>', "<creator><name/></creator>",
     "creator"),
    ("codes.relation", 'rel="irel:seeAlso" ', "", "link"),
    ("codes.group-role", ' role="rnd:web"><groupRef', "><groupRef", "group[1]"),
    ("codes.subject-type", 'type="cpnat:abstract" ', "", "subject"),
    ("codes.facet", 'qcode="medtop:20000587"/>', 'qcode="medtop:20000587"><facet/></subject>',
     "facet"),
    ("codes.guidref", 'residref="urn:newsml:example.org:20300110:b"',
     'guidref="urn:newsml:example.org:20300110:b"', "@guidref"),
    ("language.missing", '<language tag="en"/>', "", "contentMeta"),
    ("language.unregistered", 'tag="en"', 'tag="ua"', "@tag"),
    ("language.unregistered", "<headline>", '<headline xml:lang="ua">', "@xml:lang"),
    ("language.unregistered", "<p id", '<p xml:lang="ua" id', "@xml:lang"),
    ("language.disagreement", 'tag="en"', 'tag="uk"', "@xml:lang"),
    ("language.html", "<head>", None, "inlineXML"),
    ("language.repeated", "<headline>Bridge closed</headline>",
     "<headline>A</headline><headline>B</headline>", "headline[2]"),
    ("language.repeated", "<headline>Bridge closed</headline>",
     '<headline>A</headline><headline xml:lang="en">B</headline>', "headline[2]"),
    ("language.several", 'original="b1">', ('original="b1"><inlineXML'
     ' contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"'
     ' xml:lang="uk"><head><title>A</title></head></html></inlineXML><inlineXML'
     ' contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"'
     ' xml:lang="en"><head><title>A</title></head></html></inlineXML>'), "contentSet"),
    ("language.several", 'original="b1">', ('original="b1"><inlineData xml:lang="en">A</inlineData>'
     '<inlineData xml:lang="uk">B</inlineData>'), "contentSet"),
    ("language.translation", "irel:seeAlso", "irel:translatedFrom", "link"),
    ("dates.zone", "08:00:00+01:00</contentCreated>", "08:00:00</contentCreated>",
     "contentCreated"),
    ("dates.zone", "<link rel", "<expires>2030-02-10T08:00:00</expires><link rel", "expires"),
    ("dates.hop-zone", "<rightsInfo>", ('<hopHistory><hop timestamp="2030-01-10T08:00:00"><party'
     ' literal="Example"/></hop></hopHistory><rightsInfo>'), "@timestamp"),
    ("dates.order", "2030-01-10T08:00:00+01:00</first", "2030-01-12T08:00:00+01:00</first",
     "firstCreated"),
    ("dates.sent", "09:00:00+01:00</sent>", "08:00:00+01:00</sent>", "versionCreated"),
    ("dates.embargo-empty", "<embargoed>2030-01-11T08:00:00+01:00<", "<embargoed><", "embargoed"),
    ("dates.embargo-zone", "11T08:00:00+01:00</emb", "11T08:00:00</emb", "embargoed"),
    ("dates.embargo-past", "2030-01-11T", "2030-01-09T", "embargoed"),
    ("content.empty", None, None, "newsItem[2]"),
    ("content.class", "ninat:text", "ninat:picture", "contentSet"),
    ("content.media-type", "application/xhtml+xml", "xhtml/xml", "@contenttype"),
    ("content.media-type-missing", ' contenttype="application/xhtml+xml"', "", "inlineXML"),
    ("content.payload", "application/xhtml+xml", "text/plain", "@contenttype"),
    ("content.html-namespace", 'xmlns="http://www.w3.org/1999/xhtml"', "", "inlineXML"),
    ("content.nitf-namespace", 'original="b1">', ('original="b1"><inlineXML'
     ' contenttype="application/nitf+xml"><nitf/></inlineXML>'), "inlineXML[1]"),
    ("content.active", "<p id", '<p onclick="x()" id', "p"),
    ("content.active", "<title>", "<script>x()</script><title>", "script"),
    ("content.active", "<p id", '<a href=" javascript:x()">a</a><p id', "a"),
    ("content.active", "<p id", '<a href="java&#10;script:x()">a</a><p id', "a"),
    ("content.active", "<p id", '<a href="VBScript:x()">a</a><p id', "a"),
    ("content.active", "<p id", '<p ONCLICK="x()" id', "p"),
    ("content.active", "<p id", '<a HREF="javascript:x()">a</a><p id', "a"),
    ("content.active", "<p id", '<iframe srcdoc="&lt;script>x()&lt;/script>"/><p id', "iframe"),
    ("content.active", "<p id", '<iframe srcdoc="&lt;img onerror=x()>"/><p id', "iframe"),
    ("content.active", "<p id", "<sCRipt>x()</sCRipt><p id", "sCRipt"),
    ("content.active", "<title>", ('<meta HTTP-EQUIV="Refresh" content="0; URL=javascript:x()"/>'
     "<title>"), "meta"),
    ("content.active", "<p id", ('<iframe srcdoc="&lt;a href=java&amp;#115;&amp;Tab;cript:x()>"/>'
     "<p id"), "iframe"),
    ("content.active", "<p id", '<a href="data:text/html,&lt;b>">a</a><p id', "a"),
    ("content.active", "<p id", '<object data="data:image/svg+xml;base64,PHN2"/><p id', "object"),
    ("content.active", "Call the harbour first", "<script xmlns='http://www.w3.org/1999/xhtml'/>",
     "script"),
    ("content.active", "Call the harbour first", ("<b xmlns='http://www.w3.org/1999/xhtml'>"
     "<i onclick='x()'/></b>"), "i"),
    ("content.active-address", "<link rel", '<link href="javascript:x()" rel', "@href"),
    ("content.active-address", "https://elm.example/1.jpg", "JavaScript:x()", "@href"),
    ("content.active-address", "A bridge</description>",
     "<a href='vbscript:x()'>A bridge</a></description>", "@href"),
    ("content.title", "<head><title>Bridge</title></head>", "", "html"),
    ("content.block-in-paragraph", "Cracks were", "<ul><li>a</li></ul>", "ul"),
    ("content.block-in-paragraph", "Cracks were", "<b><div>a<p>b</p></div></b>", "div"),
    ("content.alt", ' alt="A bridge"', "", "img"),
    ("content.speaker", "<cite>Ann Lee</cite>", "", "blockquote"),
    ("content.speaker", "<p>It holds.</p><cite>Ann Lee</cite>", '<p data-mood="dry">It holds.</p>',
     "blockquote"),
    ("content.speaker", "Cracks were found in a pier.", "<q>It holds.</q>", "q"),
    ("content.escaped", 'original="b1">', ('original="b1"><inlineData contenttype="text/plain">'
     "&lt;p&gt;Hello&lt;/p&gt;</inlineData>"), "inlineData"),
    ("content.escaped-twice", "Bridge closed", "Bridge &amp;amp; road", "headline"),
    ("content.escaped-twice", "found in a pier", "found in Lee&amp;#39;s pier", "inlineXML"),
    ("content.reference", 'href="https://elm.example/1.jpg" ', "", "remoteContent"),
    ("content.size", ' width="640"\n    height="480"', "", "remoteContent"),
    ("content.rendition", "<contentSet><remoteContent", ('<contentSet><remoteContent href="a"'
     ' contenttype="image/jpeg" width="1" height="1" rendition="rnd:web"/><remoteContent'),
     "@rendition"),
    ("content.headline", "<headline>Bridge closed</headline>", "<headline> </headline>",
     "headline"),
    ("content.caption", "<creditline>Ann Lee</creditline>", "", "contentMeta"),
    ("content.word-count", 'wordcount="6"', 'wordcount="0"', "@wordcount"),
    ("content.word-count", 'wordcount="6"', 'wordcount="5000"', "@wordcount"),
    ("rights.missing", "<copyrightNotice>Example</copyrightNotice>", "", "rightsInfo"),
    ("rights.several", "<itemMeta>", "<rightsInfo/><itemMeta>", "rightsInfo[2]"),
    ("rights.data-mining", '<copyrightHolder literal="Example"/>', ('<copyrightHolder'
     ' literal="Example"/><dataMining uri="urn:x:no"/>'), "dataMining"),
    ("rights.data-mining", '<copyrightHolder literal="Example"/>', ('<copyrightHolder'
     ' literal="Example"/><dataMining'
     ' uri="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-SEECONSTRAINT"/>'), "dataMining"),
    ("rights.data-mining", '<copyrightHolder literal="Example"/>', ('<copyrightHolder'
     ' literal="Example"/><dataMining uri="urn:x:DMI-PROHIBITED"/>'), "dataMining"),
    ("language.disagreement", "<html", '<html lang="uk"', "@lang"),
    ("rights.not-public", "<edNote>", '<edNote pubconstraint="elm:x">', "@pubconstraint"),
    ("rights.not-public", "<edNote>", '<edNote pubconstrainturi="urn:x:not">', "@pubconstrainturi"),
    ("rights.private", "Call the harbour first", "Call +1 555 010 0199", "edNote"),
    ("rights.private", "Call the harbour first", "Write to desk@elm.example", "edNote"),
    ("references.dangling", 'idrefs="q1"', 'idrefs="q9"', "@idrefs"),
    ("references.dangling", 'root="g1"', 'root="g9"', "@root"),
    ("references.cycle", "<itemRef residref", '<groupRef idref="g1"/><itemRef residref', "@idref"),
    ("references.package-cycle", '20300110:a"\n      version="2"', '20300110:c"',
     "@residref"),
    ("references.no-group", 'root="g1"', 'root="b1"', "@root"),
    ("references.no-group", 'idref="g2"', 'idref="b1"', "@idref"),
    ("references.unreachable", '<groupRef idref="g2"/>', "", "@id"),
    ("references.version", '20300110:b" version="3"/>', '20300110:b" version="7"/>', "@version"),
    ("references.absent", "<itemRef residref", '<itemRef residref="urn:x:none"/><itemRef residref',
     "@residref"),
]  # fmt: skip
SPECIAL = {
    "identity.too-new": MESSAGE.replace("2.35", "2.12").replace(
        "</rightsInfo>",
        '<dataMining uri="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"/></rightsInfo>',
        1,
    ),
    "identity.too-new-attribute": MESSAGE.replace("2.35", "2.9").replace(
        "<link rel", '<link residrefformat="elm:1" rel', 1
    ),
    "language.html": MESSAGE.replace("><head>", ' lang="en" xml:lang="en-GB"><head>'),
    "content.empty": MESSAGE.replace(
        PICTURE[PICTURE.index("<contentSet>") : PICTURE.index("</newsItem>")], ""
    ),
}


def test_a_message_that_breaks_no_rule_is_not_blamed() -> None:
    assert newsml.check(MESSAGE) == ()


@pytest.mark.parametrize(("rule", "old", "new", "place"), BROKEN)
def test_each_rule_finds_its_broken_example(
    rule: str, old: str | None, new: str | None, place: str
) -> None:
    broken = SPECIAL.get(rule) or MESSAGE.replace(str(old), str(new), 1)
    assert broken != MESSAGE
    found = [each for each in lint(broken) if each.rule == rule]
    assert {each.path.rpartition("/")[2] for each in found} == {place}
    assert found[0].line
    assert found[0].column


def test_every_rule_has_a_broken_example() -> None:
    alone = {"identity.root"}
    assert {each.id for each in RULES} == {rule for rule, *_ in BROKEN} | alone


ATTRIBUTED = [
    "<figure><blockquote><p>It holds.</p></blockquote><figcaption>Ann Lee</figcaption></figure>",
    "<blockquote data-speaker='Ann Lee'><p>It holds.</p></blockquote>",
    "<blockquote cite='https://elm.example/'><p>It holds.</p></blockquote>",
    "<blockquote><p>It holds.</p><span itemprop='author'>Ann Lee</span></blockquote>",
    "<p>Ann Lee said: <q>It holds.</q></p>",
    "<p><q>It holds.</q> <cite>Ann Lee</cite></p>",
    "<blockquote><p><q>It holds.</q></p><footer>Ann Lee</footer></blockquote>",
]


@pytest.mark.parametrize("quoted", ATTRIBUTED)
def test_a_quotation_with_a_speaker_is_not_blamed(quoted: str) -> None:
    assert newsml.check(MESSAGE.replace("<img", f"{quoted}<img", 1)) == ()


BODIES = [
    # what holds the body, before it and after it
    ('<inlineXML contenttype="application/xhtml+xml"><html><body>', "</body></html></inlineXML>"),
    (('<inlineXML contenttype="application/nitf+xml"><nitf'
      ' xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>'),
     "</body.content></body></nitf></inlineXML>"),
    ('<inlineData contenttype="text/html"><![CDATA[', "]]></inlineData>"),
    ('<inlineData contenttype="text/plain"><![CDATA[<br>', "]]></inlineData>"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), BODIES)
def test_bodies_are_looked_through_whatever_they_are_written_in(before: str, after: str) -> None:
    body = f"{before}<p><a href='javascript:x()'>a</a></p><bq><p>It holds.</p></bq>{after}"
    document = TEXT.replace('original="b1">', f'original="b1">{body}')
    rules = [each.rule for each in lint(document)]
    assert rules.count("content.active") == 1
    assert rules.count("content.speaker") == 1


@pytest.mark.parametrize(("before", "after"), BODIES[:3])
def test_blocks_in_paragraphs_are_found_in_all_that_is_xml(before: str, after: str) -> None:
    body = f"{before}<p>One<ul><li>two</li></ul></p><p>Three<table/></p>{after}"
    document = TEXT.replace('original="b1">', f'original="b1">{body}')
    said = [each.message for each in lint(document) if each.rule == "content.block-in-paragraph"]
    assert said == [f"`{name}` stands in a paragraph: put it after" for name in ("ul", "table")]


def test_a_word_in_brackets_is_no_markup_in_plain_text() -> None:
    text = "They found a &lt;table&gt; tag.\n\nIt was empty."
    data = f'<inlineData contenttype="text/plain">{text}</inlineData>'
    document = TEXT.replace('original="b1">', f'original="b1">{data}')
    assert "content.escaped" not in {each.rule for each in lint(document)}


@pytest.mark.parametrize(
    "harmless",
    [
        '<stats on-base="7" alt="javascript: a primer"/>',
        '<stats once="1" online="yes"/>',
        '<meta name="description" content="javascript: a primer"/>',
        '<meta http-equiv="refresh" content="5; url=https://elm.example/?javascript:"/>',
        '<iframe srcdoc="&lt;p>http: the transcript: a primer&lt;/p>"/>',
    ],
)
def test_what_looks_like_script_and_is_none_is_not_called_so(harmless: str) -> None:
    bare = harmless.replace(" ", ' xmlns="urn:x" ', 1)
    document = TEXT.replace('original="b1">', f'original="b1"><inlineXML>{bare}</inlineXML>')
    assert "content.active" not in {each.rule for each in lint(document)}


@pytest.mark.parametrize("name", examples.examples())
def test_times_that_nobody_gave_are_not_compared(name: str) -> None:
    written = newsml.dumps(examples.examples()[name])
    assert {each.rule for each in newsml.check(written)}.isdisjoint({"dates.sent", "dates.order"})


def test_a_link_to_either_of_two_versions_is_right() -> None:
    older = PICTURE.replace('version="3"', 'version="1"')
    for asked, wrong in (("1", []), ("3", []), ("2", ["version 3 and 1 is here"])):
        document = MESSAGE.replace("</itemSet>", f"{older}</itemSet>")
        document = document.replace('20300110:b" version="3"/>', f'20300110:b" version="{asked}"/>')
        found = [each for each in lint(document) if each.rule == "references.version"]
        assert [each.message.partition("and ")[2] for each in found] == wrong


def test_an_element_that_is_no_document_is_told_to_be_none() -> None:
    (problem,) = lint(f'<headline xmlns="{NAR}">A</headline>')
    assert problem.rule == "identity.root"


def test_ids_of_rules_are_unique_and_each_says_why_and_from_where() -> None:
    assert len({each.id for each in RULES}) == len(RULES)
    assert all(each.reason.endswith(".") and each.source for each in RULES)


def test_an_unknown_catalogue_may_declare_anything() -> None:
    unknown = MESSAGE.replace(IPTC, "https://elm.example/catalog.xml").replace("elm:1", "oak:1")
    assert not [each for each in lint(unknown) if each.rule == "codes.alias"]


@pytest.mark.parametrize("mark", ['pubconstraint="elm:x"', 'pubconstrainturi="urn:x"'])
def test_what_is_marked_as_not_public_is_not_told_to_be_unmarked(mark: str) -> None:
    noted = MESSAGE.replace("<edNote>", f"<edNote {mark}>Call +1 555 010 0199. ", 1)
    assert {each.rule for each in lint(noted)} == {"rights.not-public"}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("08:00:00+01:00</firstCreated>", "09:00:00</firstCreated>", "dates.order"),
        ("2030-01-11T08:00:00+01:00</embargoed>", "2030-01-10T08:00:00</embargoed>",
         "dates.embargo-past"),
    ],
)  # fmt: skip
def test_times_without_zones_are_compared_with_one_another_only(
    old: str, new: str, rule: str
) -> None:
    one = TEXT.replace(old, new)
    both = one.replace("08:55:00+01:00</versionCreated>", "08:55:00</versionCreated>")
    assert [rule in {each.rule for each in lint(each)} for each in (one, both)] == [False, True]


@pytest.mark.parametrize(
    ("count", "text", "wrong"),
    [
        ("9", "It holds, they said at noon.", False),
        ("90", "It holds, they said at noon.", False),
        ("300", "It holds, they said at noon.", True),
        ("12", "橋は閉鎖された。" * 90, False),
        ("700", "橋は閉鎖された。" * 90, False),
        ("9000", "橋は閉鎖された。" * 90, True),
        ("20", "It holds. " * 200, True),
        ("0", "", False),
    ],
)
def test_counts_of_words_are_told_where_they_are_plainly_wrong(
    count: str, text: str, wrong: bool  # noqa: FBT001  # a fact, no switch
) -> None:  # fmt: skip
    data = f'<inlineData contenttype="text/plain" wordcount="{count}">{text}</inlineData>'
    document = TEXT.replace('original="b1">', f'original="b1">{data}')
    assert ("content.word-count" in {each.rule for each in lint(document)}) is wrong


def test_a_tag_nobody_registered_is_told_once_however_often_it_stands() -> None:
    document = MESSAGE.replace("<headline>", '<headline xml:lang="ua">').replace(
        "<description>", '<description xml:lang="ua">'
    )
    document = document.replace("</headline>", '</headline><headline xml:lang="ua" rank="2"/>')
    said = [each.message for each in lint(document) if each.rule == "language.unregistered"]
    assert said == [
        "'ua' is no registered language tag (and 1 more)",
        "'ua' is no registered language tag",
    ]


def test_a_withdrawn_item_may_be_empty() -> None:
    gone = MESSAGE.replace("stat:usable", "stat:canceled")
    gone = gone.replace(gone[gone.index("<contentMeta>") : gone.index("</newsItem>")], "", 1)
    assert "content.empty" not in {each.rule for each in lint(gone)}


@pytest.mark.parametrize("name", examples.examples())
def test_what_the_library_writes_breaks_no_rule_of_severity_error(name: str) -> None:
    written = newsml.dumps(examples.examples()[name])
    assert [each for each in newsml.check(written) if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("tag", "found"),
    [("uk", True), ("en", False), ("en-GB", False), ("und", False), ("mul", False)],
)
def test_content_in_a_language_that_is_not_named_is_found(tag: str, found: bool) -> None:  # noqa: FBT001  # a fact, no switch
    document = TEXT.replace('<inlineXML id="b1"', f'<inlineXML id="b1" xml:lang="{tag}"')
    places = [each.path for each in lint(document) if each.rule == "language.disagreement"]
    assert places == (["/newsItem/contentSet/inlineXML/@xml:lang"] if found else [])
