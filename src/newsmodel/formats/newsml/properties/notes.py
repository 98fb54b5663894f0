"""Editors' notes as elements and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.xhtml import BodyReader, BodyWriter
from newsmodel.formats.newsml.names import NOT_PUBLIC, XHTML
from newsmodel.formats.newsml.xml.attributes import (
    XML_LANG,
    as_code,
    as_qcode,
    as_tag,
    attributes,
    clean,
)
from newsmodel.formats.newsml.xml.reading import (
    Element,
    Reading,
    attributes_in,
    constraint_of,
    respelt,
    unindented,
)
from newsmodel.formats.newsml.xml.writing import (
    Inexact,
    attributes_of,
    code,
    coded,
    enclosed,
    known,
)
from newsmodel.model import Block, EditorNote, Paragraph
from newsmodel.model.base import maker, told_by

_MAKE_NOTE = maker(EditorNote)
_MAKE_PARAGRAPH = maker(Paragraph)


def markup(blocks: Iterable[Block]) -> str:
    """Blocks as XHTML elements."""
    writer = BodyWriter(html=False)
    return "".join([_in_namespace(writer.node(block)) for block in blocks])


def _in_namespace(written: str) -> str:
    """An element in the namespace of XHTML."""
    start = _START.match(written)
    end = start.end() if start else 0
    return f'{written[:end]} xmlns="{XHTML}"{written[end:]}'


_START = re.compile("<[^ />]+")


def blocks_in(node: Element, reading: Reading) -> tuple[Block, ...]:
    """Blocks from an element that holds text, markup or both."""
    if not len(node):
        value = clean(node.text or "")
        if "\n" in value and not reading.own:
            value = respelt(node, unindented(value), reading)
        return (_MAKE_PARAGRAPH(content=(value,)),) if value else ()
    reader = BodyReader(html=False, exact=reading.own)
    blocks = reader.blocks(node)
    if not reader.faithful or reader.namespace != XHTML:
        reading.inexact |= not (reading.own and _is_xhtml(node))
    return blocks


def _is_xhtml(node: Element) -> bool:
    """Whether no element within another is of another namespace than XHTML's."""
    return all(str(each.tag).startswith(f"{{{XHTML}}}") for each in node.iterdescendants())


_NOTE = attributes(
    {
        XML_LANG: ("language", as_tag),
        "role": ("role", as_code),
        "pubconstraint": ("constraint", as_qcode),
    }
)


def note(value: EditorNote) -> str:
    """An editor's note as an element: plain text where it is a plain paragraph."""
    plain = _plain(value.blocks)
    if value.public and value.constraint is not None:
        raise Inexact
    more = _attributes(value)
    if not value.public:
        constraint = NOT_PUBLIC if value.constraint is None else value.constraint
        more += f' pubconstraint="{coded(constraint)}"'
    return enclosed("edNote", more, markup(value.blocks) if plain is None else text(plain))


_attributes = attributes_of(EditorNote, {"xml:lang": ("language", known), "role": ("role", code)})


_is_mere_content = told_by(Paragraph, ["content"])


def _plain(blocks: tuple[Block, ...]) -> str | None:
    """The text of blocks that say no more than it; None for others."""
    if not blocks:
        return ""
    first, *rest = blocks
    if rest or not isinstance(first, Paragraph) or not _is_mere_content(first):
        return None
    said = first.content
    return said[0] if len(said) == 1 and isinstance(said[0], str) else None


def note_in(node: Element, reading: Reading) -> EditorNote:
    """An editor's note from an element."""
    fields = attributes_in(node, _NOTE, reading) if node.attrib else {}
    if node.attrib and constraint_of(node) is not None:
        fields["public"] = False
        reading.inexact |= "constraint" not in fields  # our own would be written beside theirs
        if fields.get("constraint") == NOT_PUBLIC:
            del fields["constraint"]
    return _MAKE_NOTE(blocks=blocks_in(node, reading), **fields)
