"""Other identifiers, and the programs that had a hand in a document, as elements and back."""

from __future__ import annotations

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml.xml.attributes import as_qcode, attributes, same
from newsmodel.formats.newsml.xml.reading import Element, Reading, attributes_in, text_in
from newsmodel.formats.newsml.xml.writing import (
    attributes_of,
    code,
    codes,
    enclosed,
    known,
    one_line,
)
from newsmodel.model import AltId, Generator
from newsmodel.model.base import maker

_MAKE_ALT_ID = maker(AltId)
_MAKE_GENERATOR = maker(Generator)

_ALT_ID = attributes(
    {
        "type": ("type", as_qcode),
        "environment": ("environment", same),
        "role": ("role", as_qcode),
    }
)
_GENERATOR = attributes({"versioninfo": ("version", same)})


def alt_id(value: AltId) -> str:
    """Another identifier as an element."""
    return enclosed("altId", _alt_id_attributes(value), text(str(one_line(value.value))))


_alt_id_attributes = attributes_of(
    AltId, {"type": ("type", code), "environment": ("environment", codes), "role": ("role", code)}
)


def alt_id_in(node: Element, reading: Reading) -> AltId:
    """Another identifier from an element."""
    fields = attributes_in(node, _ALT_ID, reading) if node.attrib else {}
    return _MAKE_ALT_ID(value=text_in(node, reading), **fields)


def generator(value: Generator) -> str:
    """A program as an element."""
    return enclosed("generator", _generator_attributes(value), text(str(one_line(value.name))))


_generator_attributes = attributes_of(Generator, {"versioninfo": ("version", known)})


def generator_in(node: Element, reading: Reading) -> Generator:
    """A program from an element."""
    fields = attributes_in(node, _GENERATOR, reading)
    return _MAKE_GENERATOR(name=text_in(node, reading), **fields)
