"""Other texts of the same content, as elements and back."""

from __future__ import annotations

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml.xml.attributes import (
    XML_LANG,
    as_qcode,
    as_size,
    as_tag,
    attributes,
    same,
)
from newsmodel.formats.newsml.xml.reading import (
    Element,
    Reading,
    attributes_in,
    constraint_of,
    text_in,
)
from newsmodel.formats.newsml.xml.writing import Inexact, attributes_of, code, enclosed, known
from newsmodel.model import AlternativeText
from newsmodel.model.base import maker

_MAKE = maker(AlternativeText)
_ALTERNATIVE = attributes(
    {
        XML_LANG: ("language", as_tag),
        "rendition": ("role", as_qcode),
        "contenttype": ("content_type", same),
        "wordcount": ("word_count", as_size),
        "pubconstraint": ("constraint", as_qcode),
        "custom": ("custom", lambda value: True if value == "true" else None),
    }
)


def alternative_in(node: Element, reading: Reading) -> AlternativeText:
    """Another text from an element."""
    fields = attributes_in(node, _ALTERNATIVE, reading)
    if constraint_of(node) is not None:
        fields["public"], reading.inexact = False, True
    elif "nonpublic" in fields.get("role", ""):
        fields["public"] = False
    return _MAKE(content=text_in(node, reading), **fields)


def alternative(value: AlternativeText) -> str:
    """Another text as an element."""
    if value.public and (value.constraint is not None or "nonpublic" in (value.role or "")):
        raise Inexact
    by_role = "nonpublic" in (value.role or "") and value.constraint is None
    if not value.public and not by_role:
        raise Inexact  # the standard has no place for that
    custom = ' custom="true"' if value.custom else ""
    return enclosed("inlineData", _attributes(value) + custom, text(value.content))


_attributes = attributes_of(
    AlternativeText,
    {
        "xml:lang": ("language", known),
        "rendition": ("role", code),
        "contenttype": ("content_type", known),
        "wordcount": ("word_count", str),
    },
)
