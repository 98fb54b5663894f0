"""What stands in a document is in fields, and nothing of it is carried as markup."""

from __future__ import annotations

from typing import Any

import pytest

from newsmodel import (
    Article,
    Catalog,
    Concept,
    Hash,
    Package,
    Provenance,
    Rating,
    RelatedConcept,
    Rights,
    Scheme,
    Text,
    TimeSpan,
)
from newsmodel.formats import newsml
from tests.formats.newsml.documents import GUID, NAR, news_item, page, triples

CASES: dict[str, tuple[str, str, Any]] = {
    "stretches of a recording": (
        news_item(
            rest="""
            <partMeta partid="p1">
            <timeDelim start="00:02:10" end="00:04:10" timeunit="u:play" renditionref="r:web"/>
            <timeDelim start="3250" end="6250" timeunit="u:edit"/>
            </partMeta>"""
        ),
        "parts[0].spans",
        (
            TimeSpan(start="00:02:10", end="00:04:10", unit="u:play", rendition="r:web"),
            TimeSpan(start="3250", end="6250", unit="u:edit"),
        ),
    ),
    "names of schemes": (
        news_item(
            first="""<catalog><scheme alias="x" uri="http://example.org/x/">
            <name xml:lang="en">Rivers</name>
            <definition xml:lang="en">Those with a ferry</definition></scheme></catalog>"""
        ),
        "catalogs",
        (
            Catalog(
                schemes=(
                    Scheme(
                        alias="x",
                        uri="http://example.org/x/",
                        names=[Text(value="Rivers", language="en")],
                        definitions=[Text(value="Those with a ferry", language="en")],
                    ),
                ),
            ),
        ),
    ),
    "titles of catalogues": (
        news_item(
            first="""<catalogRef href="https://rivers.example/catalog.xml">
            <title xml:lang="en">Schemes of the river desk</title></catalogRef>
            <catalog><title>More</title><scheme alias="x" uri="http://example.org/x/"/></catalog>"""
        ),
        "catalogs",
        (
            Catalog(
                href="https://rivers.example/catalog.xml",
                titles=[Text(value="Schemes of the river desk", language="en")],
            ),
            Catalog(titles=["More"], schemes=(Scheme(alias="x", uri="http://example.org/x/"),)),
        ),
    ),
    "pages that say more of rights": (
        news_item(
            first="""<rightsInfo><copyrightNotice href="https://rivers.example/c">© Rivers
            </copyrightNotice><usageTerms xml:lang="en" href="https://rivers.example/terms">
            No archives.</usageTerms></rightsInfo>"""
        ),
        "rights",
        Rights(
            notices=[Text(value="© Rivers", href="https://rivers.example/c")],
            usage_terms=[
                Text(value="No archives.", language="en", href="https://rivers.example/terms")
            ],
        ),
    ),
    "whether data may be mined, as a code of any alias": (
        news_item(first='<rightsInfo><dataMining qcode="px:DMI-PROHIBITED"/></rightsInfo>'),
        "rights",
        Rights(data_mining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"),
    ),
    "how it came to be, as a code": (
        news_item(content='<digitalSourceType qcode="digsrctype:trainedAlgorithmicMedia"/>'),
        "provenance",
        (Provenance(digital_source_type="trainedAlgorithmicMedia"),),
    ),
    "how it came to be, as an address": (
        news_item(
            content="<digitalSourceType"
            ' uri="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"/>'
        ),
        "provenance",
        (
            Provenance(
                digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
            ),
        ),
    ),
    "how it came to be, as a code of one's own": (
        news_item(content='<digitalSourceType qcode="x:drone"/>'),
        "provenance",
        (Provenance(digital_source_type="x:drone"),),
    ),
    "checksums": (
        news_item(meta='<hash hashtype="h:md5" scope="s:all">900150983cd24fb0</hash>'),
        "hashes",
        (Hash(value="900150983cd24fb0", type="h:md5", scope="s:all"),),
    ),
    "a moment for the number of a version": (
        news_item(attributes=f'guid="{GUID}" version="20240110123456789" xml:lang="en"'),
        "version",
        20240110123456789,
    ),
    "a mark of many digits": (
        news_item(content='<rating value="0.00012345678901234567" scalemin="0" scalemax="1"/>'),
        "ratings",
        (Rating(value=0.00012345678901234567, scale_min=0, scale_max=1),),
    ),
    "a page of a body without words": (news_item(body=page("")), "body", ()),
    "an element for a body that is not there": (
        news_item(body='<inlineXML contenttype="application/nitf+xml">\n</inlineXML>'),
        "body",
        (),
    ),
}


@pytest.mark.parametrize(("document", "field", "value"), CASES.values(), ids=CASES)
def test_it_has_a_field(document: str, field: str, value: Any) -> None:
    article = newsml.loads(document)
    assert _held(article, field) == value
    assert [each.place for each in article.extensions if each.content.startswith("<")] == []
    assert triples(newsml.dumps(article)) == triples(document)


def _held(article: Article, field: str) -> Any:
    return article.parts[0].spans if field == "parts[0].spans" else getattr(article, field)


def test_what_a_provider_adds_to_a_group_has_a_field() -> None:
    document = f"""<packageItem xmlns="{NAR}" guid="urn:x" version="1" standard="NewsML-G2"
        standardversion="2.35" conformance="power" xml:lang="en"><itemMeta>
        <itemClass qcode="ninat:composite"/><provider literal="Example"/>
        <versionCreated>2030-01-01T10:00:00Z</versionCreated></itemMeta><groupSet root="top">
        <group id="top" role="g:root"><itemRef residref="urn:y"/>
        <groupExtProperty rel="r:place" qcode="p:1"/></group></groupSet></packageItem>"""
    (package,) = newsml.loads_message(document).items
    assert isinstance(package, Package)
    tie = RelatedConcept(rel="r:place", concept=Concept(qcode="p:1"))
    assert package.groups[0].properties == (tie,)
    assert package.item.extensions == ()
