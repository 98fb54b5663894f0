"""Links as elements and back."""

from __future__ import annotations

from functools import cache
from typing import Any

from newsmodel.formats.newsml.properties.about import Properties
from newsmodel.formats.newsml.properties.files import rendition, rendition_in
from newsmodel.formats.newsml.xml.attributes import as_number, as_qcode, as_tag, attributes, same
from newsmodel.formats.newsml.xml.reading import (
    Element,
    N,
    Reading,
    attributes_in,
    no_text,
    tails,
    text_in,
)
from newsmodel.formats.newsml.xml.writing import (
    Inexact,
    attributes_of,
    code,
    enclosed,
    known,
    rank,
    uri,
    words,
)
from newsmodel.model import Article, Link
from newsmodel.model.base import maker

_MAKE_ARTICLE = maker(Article)
_MAKE_LINK = maker(Link)
_LINK = attributes(
    {
        "rel": ("rel", as_qcode),
        "rank": ("rank", as_number),
        "href": ("href", same),
        "residref": ("residref", same),
        "version": ("version", as_number),
        "contenttype": ("content_type", same),
    }
)


def link(value: Link, name: str = "link") -> str:
    """A link as an element."""
    if value.content or value.attributes or value.language or value.direction:
        raise Inexact
    attributes = _link_attributes(value)
    inside = words("title", value.title) if value.title is not None else ""
    if value.hreflang:
        inside += f'<language tag="{value.hreflang}"/>'
    if value.target is not None:
        inside += _properties().written(value.target)
    if value.renditions:
        inside += "".join([rendition(each) for each in value.renditions])
    if value.links:
        inside += "".join([link(each) for each in value.links])
    return enclosed(name, attributes, inside)


_link_attributes = attributes_of(
    Link,
    {
        "rel": ("rel", code),
        "rank": ("rank", rank),
        "href": ("href", uri),
        "residref": ("residref", str),
        "version": ("version", rank),
        "contenttype": ("content_type", known),
    },
)


_TITLE, _LANGUAGE, _FURTHER, _FILE = (
    f"{N}{name}" for name in ("title", "language", "link", "remoteContent")
)


def link_in(node: Element, reading: Reading) -> Link:
    """A link from an element."""
    fields = attributes_in(node, _LINK, reading)
    target: dict[str, Any] = {}
    no_text(node, reading)
    for part in node[:]:
        tag = part.tag
        if tag == _TITLE and not part.attrib and "title" not in fields:
            fields["title"] = text_in(part, reading)
        elif tag == _LANGUAGE and list(part.attrib) == ["tag"]:
            fields["hreflang"] = as_tag(part.get("tag", ""))
        elif tag == _FURTHER:
            fields["links"] = (*fields.get("links", ()), link_in(part, reading))
        elif tag == _FILE:
            fields["renditions"] = (*fields.get("renditions", ()), rendition_in(part, reading))
        elif not _properties().read(part, target, reading):
            reading.leave(part)
    tails(node, reading)
    if target:
        fields["target"] = _MAKE_ARTICLE(id=fields.get("residref", ""), **target)
    return _MAKE_LINK(**fields)


@cache
def _properties() -> Properties:
    from newsmodel.formats.newsml.properties.table import of_targets  # noqa: PLC0415  # the table needs links

    return of_targets()
