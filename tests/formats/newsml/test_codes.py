"""Codes resolve without a network, by IPTC's catalogue, the document's own and the caller's."""

from __future__ import annotations

import pickle
from pathlib import Path
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given, strategies as st
from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats import newsml
from newsmodel.formats.newsml.codes import Codes, parse_catalog, resolved
from newsmodel.model import (
    AltId,
    Article,
    Catalog,
    Concept,
    Dialect,
    Header,
    Image,
    InlineQuote,
    Link,
    Mention,
    Paragraph,
    RelatedConcept,
    Rendition,
    Scheme,
    Speaker,
    Text,
    Translation,
)
from newsmodel.model.base import changed

NAR = "http://iptc.org/std/nar/2006-10-01/"
IPTC = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_{}.xml"
MEDTOP = "http://cv.iptc.org/newscodes/mediatopic/"
ELM = "https://elm.example/cv/"
HREF = "https://elm.example/catalog.xml"


def inline(**schemes: str) -> Catalog:
    return Catalog(schemes=tuple(Scheme(alias=alias, uri=uri) for alias, uri in schemes.items()))


def sent(*catalogs: Catalog, **fields: object) -> Article:
    """An article as a document of somebody else's brought it."""
    brought = Article(id="urn:x:1", dialect=Dialect(standard="NewsML-G2"), catalogs=catalogs)
    return changed(brought, **fields)


# ------------------------------------------------------------------ IPTC's catalogue
def test_every_alias_of_the_published_catalogue(shared: Path) -> None:
    path = shared / "schemas" / "newsml-g2" / "catalog.IPTC-G2-Standards_41.xml"
    schemes = etree.parse(path).getroot().findall(f"{{{NAR}}}scheme")
    published = {node.get("alias"): node.get("uri") for node in schemes}
    assert len(published) == 147
    assert Codes().aliases([Catalog(href=IPTC.format(41))]) == published
    for alias, uri in published.items():
        assert Codes().resolve(f"{alias}:c1", [Catalog(href=IPTC.format(41))]) == f"{uri}c1"
    assert Codes().aliases([parse_catalog(path.read_bytes())]) == published


@pytest.mark.parametrize(
    "href",
    [
        *(IPTC.format(version) for version in (1, 3, 18, 32, 41)),
        "https://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml",
        "http://iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml",
    ],
)
def test_every_version_of_it_is_known(href: str) -> None:
    catalog = Catalog(href=href)
    assert Codes().knows(catalog)
    assert Codes().resolve("medtop:20000587", [catalog]) == f"{MEDTOP}20000587"


@pytest.mark.parametrize(
    "href",
    [
        "http://www.iptc.org/std/catalog/catalog.IPTC-Sports_1.xml",
        "http://iptc.org.example/std/catalog/catalog.IPTC-G2-Standards_41.xml",
        HREF,
        "",
    ],
)
def test_others_are_not(href: str) -> None:
    assert not Codes().knows(Catalog(href=href))
    assert Codes().resolve("medtop:20000587", [Catalog(href=href)]) is None


def test_a_new_document_needs_no_catalogues() -> None:
    assert Codes().resolve("medtop:20000587") == f"{MEDTOP}20000587"
    assert Codes().resolve("nm:altText") == "urn:x-newsmodel:code:altText"


# ------------------------------------------------------------------ whose catalogue counts
def test_inline_catalogues_count() -> None:
    assert Codes().resolve("elm:1", []) is None
    assert Codes().resolve("elm:1", [inline(elm=ELM)]) == f"{ELM}1"


def test_the_first_of_two_counts_and_the_conflict_is_found() -> None:
    catalogs = [inline(medtop=ELM, elm=ELM), Catalog(href=IPTC.format(18)), inline(elm=ELM)]
    assert Codes().resolve("medtop:1", catalogs) == f"{ELM}1"
    assert Codes().conflicts(catalogs) == {"medtop": (ELM, MEDTOP)}


def test_two_versions_of_one_catalogue_do_not_conflict() -> None:
    assert Codes().conflicts([Catalog(href=IPTC.format(n)) for n in (18, 19)]) == {}


def test_a_catalogue_with_an_address_counts_where_it_is_named() -> None:
    codes = Codes().with_catalog(inline(elm=ELM), HREF)
    assert codes.resolve("elm:1", [Catalog(href=HREF)]) == f"{ELM}1"
    assert codes.resolve("elm:1") is None
    assert codes.knows(Catalog(href=HREF))


def test_a_catalogue_without_one_counts_everywhere_but_last() -> None:
    codes = Codes().with_catalog(inline(elm=ELM, medtop=ELM))
    assert codes.resolve("elm:1", []) == f"{ELM}1"
    assert codes.resolve("medtop:1") == f"{MEDTOP}1"


def test_a_catalogue_takes_the_place_of_its_namesake() -> None:
    first = Codes().with_catalog(inline(elm="urn:old:"), HREF)
    second = first.with_catalog(inline(elm=ELM), HREF)
    assert second.resolve("elm:1", [Catalog(href=HREF)]) == f"{ELM}1"
    assert first.resolve("elm:1", [Catalog(href=HREF)]) == "urn:old:1"
    newer = Codes().with_catalog(inline(soon="urn:soon:"), IPTC.format(42))
    assert newer.resolve("soon:1", [Catalog(href=IPTC.format(42))]) == "urn:soon:1"


def test_codes_are_values() -> None:
    codes = Codes(published=[attrs.evolve(inline(elm=ELM), href=HREF)])
    assert codes == Codes().with_catalog(inline(elm=ELM), HREF)
    assert hash(pickle.loads(pickle.dumps(codes))) == hash(codes)


# ------------------------------------------------------------------ addresses
@pytest.mark.parametrize(
    ("code", "ending"),
    [
        ("20000587", "20000587"),
        ("a:b", "a:b"),
        ("TSX VENTURE", "TSX%20VENTURE"),
        ("göpel", "g%C3%B6pel"),
        ("G%C3%B6pel", "G%C3%B6pel"),
        ("100%", "100%25"),
        ("a[1]", "a%5B1%5D"),
        ("a/b?c=d#e#f", "a/b?c=d#e%23f"),
        ("\ud800", "%ED%A0%80"),
    ],
)
def test_what_no_address_may_hold_is_encoded(code: str, ending: str) -> None:
    assert Codes().resolve(f"elm:{code}", [inline(elm=ELM)]) == ELM + ending


def test_an_address_has_one_fragment() -> None:
    assert Codes().resolve("skos:a#b") == "http://www.w3.org/2004/02/skos/core#a%23b"


@pytest.mark.parametrize("qcode", ["", "medtop", "medtop:", ":1", "elm:1", "MEDTOP:1", " medtop:1"])
def test_what_is_no_known_code_has_no_address(qcode: str) -> None:
    assert Codes().resolve(qcode) is None


def test_declarations_without_sense_are_passed_over() -> None:
    catalogs = [inline(**{"": ELM, "a b": ELM, "a:b": ELM, "c": ""})]
    assert Codes().aliases(catalogs) == {}
    assert Codes().shorten(f"{ELM}1", catalogs) is None


@pytest.mark.parametrize("alias", sorted(Codes().aliases()))
def test_shortening_undoes_resolving(alias: str) -> None:
    address = Codes().resolve(f"{alias}:c1")
    assert address is not None
    assert Codes().shorten(address) == f"{alias}:c1"


@given(st.text(min_size=1))
def test_resolving_undoes_shortening(code: str) -> None:
    catalogs = [inline(elm=ELM)]
    address = Codes().resolve(f"elm:{code}", catalogs)
    assert address is not None
    assert address.isascii()
    short = Codes().shorten(address, catalogs)
    assert short is not None
    assert Codes().resolve(short, catalogs) == address
    if "%" not in code:
        assert unquote(short, errors="surrogatepass") == f"elm:{code}"


def test_the_longest_scheme_shortens() -> None:
    catalogs = [inline(elm=ELM, deep=f"{ELM}deep/")]
    assert Codes().shorten(f"{ELM}deep/1", catalogs) == "deep:1"
    assert Codes().shorten(f"{ELM}deeper", catalogs) == "elm:deeper"


@pytest.mark.parametrize("uri", ["", "https://other.example/1", MEDTOP, f"{MEDTOP}a b"])
def test_what_no_scheme_covers_stays_long(uri: str) -> None:
    assert Codes().shorten(uri) is None


# ------------------------------------------------------------------ whole articles
def test_codes_are_found_wherever_they_are() -> None:
    person = Concept(qcode="a:1", type="person", role="a:2", same_as=(Concept(qcode="a:3"),))
    tie = RelatedConcept(rel="a:4", concept=Concept(qcode="a:5"), value_type="xs:string")
    mention = Mention(content="A.", concept=Concept(qcode="a:6", related=(tie,)))
    speech = InlineQuote(content="No.", speaker=Speaker(person=person, role="Chair:woman"))
    article = sent(
        body=[Paragraph(content=["by ", mention, speech])],
        headlines=[Text(value="News", role="a:7 drol:summary a:8")],
        links=(Link(rel="license"), Link(rel="a:9"), Link(rel="https://elm.example/rel")),
        alt_ids=(AltId(value="1", type="a:10", environment="a:11"),),
    )
    found = Codes().unresolved(article)
    assert {code for _, code in found} == {f"a:{n}" for n in range(1, 12)} | {"drol:summary"}
    assert ("$.headlines[0].role", "a:8") in found
    assert ("$.body[0].content[2].speaker.person.same_as[0].qcode", "a:3") in found


def test_undeclared_is_what_no_catalogue_can_declare() -> None:
    subjects = (Concept(qcode="elm:1"), Concept(qcode="medtop:1"))
    known, unknown = Catalog(href=IPTC.format(19)), Catalog(href=HREF)
    missing = (("$.subjects[0].qcode", "elm:1"),)
    assert Codes().unresolved(sent(known, unknown, subjects=subjects)) == missing
    assert Codes().undeclared(sent(known, unknown, subjects=subjects)) == ()
    assert Codes().undeclared(sent(known, subjects=subjects)) == missing


def test_a_new_article_counts_on_what_will_be_written_with_it() -> None:
    subjects = (Concept(qcode="medtop:1"), Concept(qcode="nm:1"), Concept(qcode="elm:1"))
    article = Article(id="urn:x:1", subjects=subjects)
    assert Codes().unresolved(article) == (("$.subjects[2].qcode", "elm:1"),)
    named = attrs.evolve(article, catalogs=(inline(elm=ELM),))
    assert Codes().unresolved(named) == ()


def test_each_item_goes_by_its_own_catalogues() -> None:
    mine, theirs = inline(x="urn:mine:"), inline(x="urn:theirs:")
    same = (Concept(qcode="x:1"),)
    article = sent(
        mine,
        subjects=same,
        images=(Image(subjects=same), Image(subjects=same, item=sent(theirs))),
        translations=(Translation(subjects=same), Translation(signals=same, item=sent())),
        message_header=Header(channels=same, catalogs=(theirs,)),
    )
    full = resolved(article)
    assert full.subjects[0].uri == "urn:mine:1"
    assert [image.subjects[0].uri for image in full.images] == ["urn:mine:1", "urn:theirs:1"]
    assert full.translations[0].subjects[0].uri == "urn:mine:1"
    assert full.message_header is not None
    assert full.message_header.channels[0].uri == "urn:theirs:1"
    assert Codes().unresolved(full) == (("$.translations[1].signals[0].qcode", "x:1"),)


def test_a_header_without_catalogues_goes_by_those_of_its_item() -> None:
    header = Header(channels=(Concept(qcode="x:1"),))
    assert Codes().unresolved(sent(inline(x=ELM), message_header=header)) == ()


def test_resolving_fills_in_addresses_and_nothing_else() -> None:
    concepts = (
        Concept(qcode="medtop:1", names=("News",), broader=(Concept(qcode="medtop:2"),)),
        Concept(qcode="medtop:3", uri="urn:mine:3"),
        Concept(qcode="elm:4", role="drol:caption"),
        Concept(literal="5"),
    )
    article = sent(Catalog(href=IPTC.format(41)), subjects=concepts, images=(Image(id="i"),))
    full = resolved(article)
    first = attrs.evolve(
        concepts[0], uri=f"{MEDTOP}1", broader=(Concept(qcode="medtop:2", uri=f"{MEDTOP}2"),)
    )
    assert full == attrs.evolve(article, subjects=(first, *concepts[1:]))
    assert full.subjects[1:] == article.subjects[1:]
    assert full.images is article.images
    assert resolved(full) is full


def test_resolving_with_more_catalogues() -> None:
    article = Article(id="urn:x:1", subjects=(Concept(qcode="elm:1"),))
    assert resolved(article) is article
    full = resolved(article, Codes().with_catalog(inline(elm=ELM)))
    assert full.subjects == (Concept(qcode="elm:1", uri=f"{ELM}1"),)


def test_a_role_that_is_a_concept_is_resolved_as_concepts_are() -> None:
    article = Article(id="urn:x:1", role=Concept(qcode="elm:1"))
    assert Codes().unresolved(article) == (("$.role.qcode", "elm:1"),)
    full = resolved(article, Codes().with_catalog(inline(elm=ELM)))
    assert full.role == Concept(qcode="elm:1", uri=f"{ELM}1")


def test_renditions_have_codes_too() -> None:
    image = Image(renditions=(Rendition(role="elm:big", colour_space="colsp:sRGB"),))
    article = Article(id="urn:x:1", images=(image,))
    assert Codes().unresolved(article) == (("$.images[0].renditions[0].role", "elm:big"),)


# ------------------------------------------------------------------ catalogue documents
SCHEME = f'<scheme alias="elm" uri=" {ELM} "><name>Elm</name></scheme>'
PLAIN = f'<catalog xmlns="{NAR}" url="{HREF}">{SCHEME}<scheme alias="bad"/></catalog>'
ITEM = f'<catalogItem xmlns="{NAR}"><catalogContainer>{PLAIN}</catalogContainer></catalogItem>'


@pytest.mark.parametrize("data", [PLAIN, PLAIN.encode(), ITEM, f"<!-- v 1 -->{PLAIN}"])
def test_a_catalogue_document_is_read(data: str | bytes) -> None:
    catalog = parse_catalog(data)
    assert catalog == Catalog(href=HREF, schemes=(Scheme(alias="elm", uri=ELM),))
    codes = Codes().with_catalog(catalog)
    assert codes.resolve("elm:1", [Catalog(href=HREF)]) == f"{ELM}1"


@pytest.mark.parametrize(
    "data",
    [
        "",
        "<catalog",
        "\ud800",
        "<catalog/>",
        f'<newsItem xmlns="{NAR}"/>',
        f'<catalogItem xmlns="{NAR}"/>',
        f'<!DOCTYPE catalog [<!ENTITY e "elm">]><catalog xmlns="{NAR}"/>',
    ],
)
def test_anything_else_is_refused(data: str) -> None:
    with pytest.raises(ParseError):
        parse_catalog(data)


# ------------------------------------------------------------------ real feeds
@pytest.mark.parametrize(
    "agency", ["ansa", "dpa", "globenewswire", "reuters", "scoop-nz", "stt", "vg"]
)
def test_codes_of_real_feeds(shared: Path, agency: str) -> None:
    """No code makes it fail, and those of IPTC's schemes all resolve where declared."""
    for path in sorted((shared / "corpus" / "newsml-g2" / "agencies" / agency).iterdir()):
        for article in newsml.loads_message(path.read_bytes()).articles:
            left = Codes().unresolved(resolved(article))
            assert left == Codes().unresolved(article)
            known = Codes().aliases(article.catalogs)
            kept = [code for place, code in left if not place.startswith("$.message_header")]
            assert [code for code in kept if code.partition(":")[0] in known] == []
            assert set(Codes().undeclared(article)) <= set(left)
