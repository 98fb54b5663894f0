"""What departs from the schema of the standard is found, named and placed."""

from __future__ import annotations

import pytest

from newsmodel import ParseError, Problem, Severity
from newsmodel.formats import newsml
from newsmodel.formats.newsml.conformance import child_order

ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:20300110:a"
    version="2" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
  <rightsInfo><copyrightHolder literal="Example"/></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider literal="Example"/>
    <versionCreated>2030-01-10T08:55:00+01:00</versionCreated>
    <pubStatus qcode="stat:usable"/>
    <title>Bridge</title>
    <edNote>Call the harbour first</edNote>
    <signal qcode="sig:update"/>
  </itemMeta>
  <contentMeta>
    <urgency>4</urgency>
    <contentCreated>2030-01</contentCreated>
    <located qcode="elm:harbour"/>
    <language tag="en"/>
    <keyword>bridge</keyword>
    <subject type="cpnat:person" qcode="elm:17" id="s1"><name>Ann Lee</name></subject>
    <headline id="h1">Bridge closed</headline>
    <dateline>Elmhaven</dateline>
    <description role="drol:summary">Cracks were <a href="https://elm.example/">found</a>.</description>
  </contentMeta>
  <contentSet>
    <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
      <p>Cracks were found in a pier.</p></body></html></inlineXML>
    <remoteContent href="https://elm.example/1.jpg" contenttype="image/jpeg" width="640"/>
  </contentSet>
</newsItem>"""


def schema_problems(document: str) -> list[Problem]:
    return [each for each in newsml.check(document) if each.rule.startswith("schema.")]


def only(old: str, new: str) -> Problem:
    """The one departure after one change."""
    assert old in ITEM
    (problem,) = schema_problems(ITEM.replace(old, new, 1))
    assert problem.severity is Severity.ERROR
    return problem


def test_a_valid_item_has_none() -> None:
    assert schema_problems(ITEM) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "path", "said"),
    [
        (' guid="urn:newsml:example.org:20300110:a"', "", "missing-attribute", "/newsItem/@guid",
         "`guid` is missing on `newsItem`: give the item its id"),
        ('version="2" ', 'version="0" ', "type", "/newsItem/@version",
         "`version` is '0', which is not a whole number, 1 or more"),
        ('xml:lang="en"', 'lang="en"', "unknown-attribute", "/newsItem/@lang",
         "`newsItem` has no attribute `lang`: `xml:lang` is meant, it seems"),
        ('xml:lang="en"', 'xml:lang="en_US"', "type", "/newsItem/@xml:lang",
         "`xml:lang` is 'en_US', which is not a language tag such as \"uk\" or \"pt-BR\""),
        ('<provider literal="Example"/>', "", "missing", "/newsItem/itemMeta",
         "`provider` is missing in `itemMeta` before `versionCreated`: say who provides the item"),
        ("edNote", "ednote", "xml", "$", None),
        ("<title>Bridge</title>", "<titel>Bridge</titel>", "unknown-element",
         "/newsItem/itemMeta/titel", "`itemMeta` has no `titel`: `title` is meant, it seems"),
        ("<urgency>4</urgency>", "<urgency>4</urgency><urgency>5</urgency>", "repeated",
         "/newsItem/contentMeta/urgency[2]",
         "there is no place for a further `urgency` in `contentMeta`: keep one"),
        ("<urgency>4<", "<urgency>12<", "type", "/newsItem/contentMeta/urgency",
         "`urgency` is '12', which is not a whole number from 1 to 9"),
        (">2030-01<", ">2030-13<", "type", "/newsItem/contentMeta/contentCreated", None),
        ("08:55:00+01:00", "08:55:00+0100", "type", "/newsItem/itemMeta/versionCreated", None),
        ('id="h1"', 'id="s1"', "id", "/newsItem/contentMeta/headline/@id",
         "the id 's1' is given twice: ids are unique in a document"),
        ('qcode="elm:17"', 'qcode="elm 17"', "type", "/newsItem/contentMeta/subject/@qcode", None),
        ("<contentSet>", "<contentSet>Hello", "text", "/newsItem/contentSet",
         "text may not stand in `contentSet`: 'Hello'"),
        ('<language tag="en"/>', "<language/>", "missing-attribute",
         "/newsItem/contentMeta/language/@tag", None),
        ("<p>", '<p xml:lang="en_US">', "type",
         "/newsItem/contentSet/inlineXML/xhtml:html/body/p/@xml:lang", None),
        ('width="640"', 'width="-640"', "type", "/newsItem/contentSet/remoteContent/@width", None),
        ('id="h1"', 'dir="up"', "type", "/newsItem/contentMeta/headline/@dir",
         "`dir` is 'up', which is not one of ltr, rtl"),
        ('id="h1"', 'id="\u0664"', "type", "/newsItem/contentMeta/headline/@id", None),
        ('width="640"', 'width="wide"', "type", "/newsItem/contentSet/remoteContent/@width", None),
    ],
)  # fmt: skip
def test_each_departure_is_named_and_placed(
    old: str, new: str, rule: str, path: str, said: str | None
) -> None:
    problem = only(old, new)
    assert problem.rule == f"schema.{rule}"
    assert problem.path == path.replace("xhtml:", "")
    assert said is None or problem.message == said


def moved(element: str, before: str) -> str:
    """The item with one element in another place."""
    return ITEM.replace(element, "", 1).replace(before, element + before, 1)


def test_what_stands_too_late_must_come_before_the_first_it_may_not_follow() -> None:
    (problem,) = schema_problems(moved("<title>Bridge</title>", "</itemMeta>"))
    assert problem.message == "`title` must come before `edNote`"
    assert problem.path == "/newsItem/itemMeta/title"


def test_of_two_that_have_changed_places_the_later_is_named_with_its_line() -> None:
    (problem,) = schema_problems(moved("<title>Bridge</title>", "<signal"))
    assert problem.message == "`title` must come before `edNote`"
    assert (problem.path, problem.line) == ("/newsItem/itemMeta/title", 13)


@pytest.mark.parametrize("before", ["<headline", "<description", "</contentMeta>"])
def test_an_element_of_another_namespace_is_told_where_it_belongs(before: str) -> None:
    foreign = '<dateline xmlns="urn:x">Elmhaven</dateline>'
    found = schema_problems(ITEM.replace(before, foreign + before, 1))
    last = before == "</contentMeta>"  # where any element of other namespaces may stand
    assert [each.message.partition(" belongs ")[0] for each in found] == (
        [] if last else ["`dateline` in `contentMeta` is in the wrong namespace: it"]
    )


def test_what_is_missing_and_stands_elsewhere_is_one_departure() -> None:
    provider = '<provider literal="Example"/>'
    (problem,) = schema_problems(moved(provider, "<title>"))
    assert problem.message == "`provider` must come before `versionCreated`"
    assert problem.path == "/newsItem/itemMeta/provider"


def test_all_departures_are_found_at_once_in_order() -> None:
    document = (
        ITEM.replace('version="2"', 'version="x"')
        .replace("<urgency>4", "<urgency>40")
        .replace("<signal", "<sign", 1)
        .replace('<itemClass qcode="ninat:text"/>', "")
        .replace("<keyword>", '<keyword rank="-1">')
    )
    found = schema_problems(document)
    assert [(each.rule.removeprefix("schema."), each.line) for each in found] == [
        ("type", 3), ("missing", 6), ("unknown-element", 13), ("type", 16), ("type", 20),
    ]  # fmt: skip


def test_line_and_column_point_at_the_tag_or_the_attribute() -> None:
    problem = only("<urgency>4", "<urgency>40")
    assert (problem.line, problem.column) == (16, 5)
    problem = only('version="2" ', 'version="-" ')
    assert (problem.line, problem.column) == (3, 5)


@pytest.mark.parametrize("declared", ["", "<?xml version='1.0' encoding='utf-16'?>"])
def test_columns_of_text_are_those_of_the_text_as_it_is_given(declared: str) -> None:
    item = ITEM.partition("?>\n")[2].replace('version="2" ', 'version="-" ').replace("\n", " ", 1)
    place = (1, len(declared) + item.index("version=") + 1)
    (problem,) = schema_problems(declared + item)
    assert (problem.line, problem.column) == place
    with pytest.raises(ParseError, match=f"line 1, column {place[1]},"):
        newsml.loads_message(declared + item, strict=True)


def test_columns_count_characters_and_do_not_heed_comments() -> None:
    document = ITEM.replace("    <urgency>4", "<!-- <urgency> ї --><?x <y>?> <urgency>x")
    (problem,) = schema_problems(document)
    assert (problem.line, problem.column) == (16, 31)


def test_an_element_known_here_by_another_type_is_checked_by_that_type() -> None:
    catalog = (
        '<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>'
    )
    message = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>{}</sent>'
        f"<priority>{{}}</priority></header><itemSet>{ITEM.partition('?>')[2]}</itemSet>"
        "</newsMessage>"
    )
    assert catalog in ITEM
    assert schema_problems(message.format("2030-01-10T09:00:00Z", 5)) == []
    found = schema_problems(message.format("2030-01-10", 10))
    places = [each.path.rpartition("/")[2] for each in found]
    assert places == ["sent", "priority"]


def test_the_order_of_children_is_there_for_writers() -> None:
    order = child_order("ItemMetadataType")
    assert order["itemClass"] < order["provider"] < order["title"] < order["link"]
    assert (
        child_order("ContentMetadataAfDType")["keyword"]
        == (child_order("ContentMetadataAfDType")["headline"])
    )
