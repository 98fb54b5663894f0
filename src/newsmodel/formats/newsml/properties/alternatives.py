"""Other texts of the same content, as elements and back."""

from __future__ import annotations

import re

from lxml import etree

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml.names import says_not_public
from newsmodel.formats.newsml.xml.attributes import (
    XML_LANG,
    as_qcode,
    as_size,
    as_tag,
    attributes,
    clean,
    same,
)
from newsmodel.formats.newsml.xml.markup import fragment, markup_of, serialized
from newsmodel.formats.newsml.xml.parsing import overfull
from newsmodel.formats.newsml.xml.reading import (
    Element,
    N,
    Reading,
    attributes_in,
    constraint_of,
    stray_in,
    text_in,
)
from newsmodel.formats.newsml.xml.writing import Inexact, attributes_of, code, enclosed, known
from newsmodel.model import AlternativeText
from newsmodel.model.base import maker

__all__ = [
    "INLINE_XML",
    "alternative",
    "alternative_in",
    "is_alternative",
    "is_encoded",
    "is_markup_type",
]

INLINE_XML = f"{N}inlineXML"
_MAKE = maker(AlternativeText)
_ELEMENT = re.compile("<[^!?]")
_ABOVE, _BELOW = "<x>" * 4, "</x>" * 4
"""As many elements as it stands in: a parser takes no more than it can hold in all."""
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


def is_markup_type(content_type: str | None) -> bool:
    """Whether a media type is that of text with markup, however it is spelled."""
    said = (content_type or "").lower()
    return "html" in said or "nitf" in said


def is_encoded(node: Element) -> bool:
    """Whether what an element holds is no text but a file put into letters."""
    encoding = node.get("encoding") or node.get("encodinguri")
    return encoding is not None and "utf" not in encoding.lower()


def is_alternative(node: Element) -> bool:
    """Whether an element is another text: not a file, and not empty XML."""
    if len(node):
        return len(node) == 1 and not (stray_in(node) or is_encoded(node))
    return bool(node.text) if node.tag == INLINE_XML else not is_encoded(node)


def alternative_in(node: Element, reading: Reading) -> AlternativeText:
    """Another text from an element; markup is its content as it is."""
    fields = attributes_in(node, _ALTERNATIVE, reading)
    if constraint_of(node) is not None:
        fields["public"], reading.inexact = False, True
    elif says_not_public(fields.get("role")):
        fields["public"] = False
    if len(node):
        markup = markup_of(node[0])
        fields["content"] = clean(markup)
        reading.inexact |= fields["content"] != markup
    else:
        fields["content"] = text_in(node, reading)
    found = _MAKE(**fields)
    is_inline = node.tag == INLINE_XML
    reading.inexact |= _is_xml(found) is not is_inline or bool(len(node) and not is_inline)
    return found


def alternative(value: AlternativeText) -> str:
    """Another text as an element: XML as such, all else as text."""
    if value.public and (value.constraint is not None or says_not_public(value.role)):
        raise Inexact
    by_role = says_not_public(value.role) and value.constraint is None
    if not value.public and not by_role:
        raise Inexact  # the standard has no place for that
    custom = ' custom="true"' if value.custom else ""
    more = _attributes(value) + custom
    if _is_xml(value):
        return enclosed("inlineXML", more, value.content)
    return enclosed("inlineData", more, text(value.content))


def _is_xml(value: AlternativeText) -> bool:
    """Whether a text is an element that would come back from XML as it is."""
    said, content = value.content_type, value.content
    if said is None or "xml" not in said or not _ELEMENT.match(content):
        return False
    if serialized(content) is None:
        return False
    try:
        around = fragment(f"{_ABOVE}<inlineXML>{content}</inlineXML>{_BELOW}")
    except etree.XMLSyntaxError:
        return False
    return (
        overfull(around, content.encode()) is None
        and markup_of(next(around.iter(INLINE_XML))[0]) == content
    )


_attributes = attributes_of(
    AlternativeText,
    {
        "xml:lang": ("language", known),
        "rendition": ("role", code),
        "contenttype": ("content_type", known),
        "wordcount": ("word_count", str),
    },
)
