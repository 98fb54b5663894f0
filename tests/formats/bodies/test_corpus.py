"""Bodies of real documents: no word is lost, and what is said to be faithful is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from newsmodel.formats._shared.nitf import NitfBody, read as read_nitf
from newsmodel.formats._shared.xhtml import BodyReader, markup_blocks, plain_blocks
from tests.formats.bodies.markup import (
    Element,
    letters,
    missing,
    name_of,
    parsed,
    reader,
    shape,
    written,
)

NAR = "{http://iptc.org/std/nar/2006-10-01/}"


def roots(folder: Path) -> Iterator[Element]:
    """The roots of all documents in a folder that are XML."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        root = etree.fromstring(path.read_bytes(), parser)
        if root is not None:
            yield root


@pytest.fixture(scope="module")
def payloads(shared: Path) -> list[Element]:
    """What stands in the inlineXML of the real NewsML-G2 documents, and markup in notes."""
    found = []
    for root in roots(shared / "corpus" / "newsml-g2"):
        held = root.iter(f"{NAR}inlineXML", f"{NAR}edNote")
        found += [each[0] for each in held if len(each) and name_of(each[0])]
    assert found
    return found


def body_of(payload: Element) -> Element:
    return next((each for each in payload.iter() if name_of(each) == "body"), payload)


def test_no_word_is_lost(payloads: list[Element]) -> None:
    for body in map(body_of, payloads):
        assert missing(body, letters(reader().blocks(body))) == []


def test_bodies_are_stable_and_faithful_ones_are_written_as_they_were(
    payloads: list[Element],
) -> None:
    faithful = 0
    for body in map(body_of, payloads):
        one = reader()
        blocks = one.blocks(body)
        again = written(blocks)
        assert BodyReader(html=False, exact=True).blocks(again) == blocks
        if one.faithful:
            faithful += 1
            assert shape(again) == shape(body)
            assert reader().blocks(again) == blocks
    assert faithful / len(payloads) > 0.3


def test_what_is_not_for_readers_is_in_no_text(payloads: list[Element]) -> None:
    for payload in payloads:
        for part in payload.iterfind(".//{*}section[@class='np-nonpublic']"):
            (block,) = reader().blocks(parsed_copy(part))
            assert block.text == ""
            assert missing(part, letters([block])) == []


def parsed_copy(part: Element) -> Element:
    body = parsed("")
    body.append(etree.fromstring(etree.tostring(part, with_tail=False)))
    return body


def test_texts_keep_their_words(shared: Path) -> None:
    for root in roots(shared / "corpus" / "newsml-g2"):
        for held in root.iter(f"{NAR}inlineData"):
            text = "".join(held.itertext())
            blocks = markup_blocks(text) if "<p" in text else plain_blocks(text)
            if "<" not in text:
                assert letters(blocks) == "".join(text.split())


def kept(body: NitfBody) -> str:
    lines = [body.headline, *body.subheadlines, body.byline, body.distributor]
    lines += [body.dateline.text] if body.dateline else []
    lines += [image.credit for image in body.images]
    lines += [line for image in body.images for _, line in image.captions]
    said = letters([*body.blocks, *body.abstract, *body.notes])
    return said + "".join("".join(filter(None, lines)).split())


def test_no_word_of_nitf_is_lost(shared: Path) -> None:
    seen = 0
    for folder in ("nitf", "newsml-g2"):
        for root in roots(shared / "corpus" / folder):
            for document in [each for each in root.iter() if name_of(each) == "nitf"]:
                seen += 1
                assert missing(body_of(document), kept(read_nitf(document))) == []
    assert seen
