"""Links as elements and back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from newsmodel.formats.newsml.names import is_address, is_uri
from newsmodel.formats.newsml.properties.about import Properties
from newsmodel.formats.newsml.properties.files import rendition, rendition_in
from newsmodel.formats.newsml.properties.headlines import is_role_of_headline
from newsmodel.formats.newsml.properties.kinds import kind_told
from newsmodel.formats.newsml.properties.simple import code_of_caption, is_role_of_caption, role_of
from newsmodel.formats.newsml.properties.statuses import status_of
from newsmodel.formats.newsml.properties.terms import told_apart
from newsmodel.formats.newsml.xml.attributes import (
    XML_LANG,
    as_number,
    as_qcode,
    as_tag,
    attributes,
    same,
)
from newsmodel.formats.newsml.xml.reading import (
    Element,
    N,
    Reading,
    absent,
    attributes_in,
    constraint_of,
    is_blank,
    label_in,
    no_text,
    tails,
    text_in,
)
from newsmodel.formats.newsml.xml.writing import (
    Inexact,
    attribute_writer,
    code,
    enclosed,
    known,
    rank,
    uri,
    words,
)
from newsmodel.language.tags import THE_SAME, nearness
from newsmodel.model import Article, Concept, Kind, Link, Status
from newsmodel.model.base import changed, joiner, maker

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
        inside += _properties().written(_as_told(value.target))
    if value.renditions:
        inside += "".join([rendition(each) for each in value.renditions])
    if value.links:
        inside += "".join([link(each) for each in value.links])
    return enclosed(name, attributes, inside)


def _as_told(target: Article) -> Article:
    """The target of a link as elements tell it: its kind and its status by their codes alone."""
    if target is not _by_its_codes(target):
        raise Inexact
    return changed(target, kind=Kind.TEXT, status=Status.USABLE)


def as_ordered(value: Link) -> Link:
    """A link that tells the kind of what it leads to, and whether that may be used, by codes."""
    target = None if value.target is None else _by_its_codes(value.target)
    return changed(value, target=target, links=tuple(map(as_ordered, value.links)))


def _by_its_codes(target: Article) -> Article:
    """The target of a link whose codes say its kind and its status."""
    codes = {}
    if target.kind is not kind_told(target.kind_code):
        codes["kind_code"] = Concept(qcode=f"ninat:{target.kind.value}")
    if target.status is not status_of(target.status_code):
        codes["status_code"] = Concept(qcode=f"stat:{target.status.value}")
    return changed(target, **codes) if codes else target


_BY_CODE, _BY_ADDRESS = attribute_writer("rel", code), attribute_writer("reluri", uri)


def _relation(value: str) -> str:
    """The relation of a link as an attribute: a code, or an address."""
    return _BY_ADDRESS(value) if is_address(value) else _BY_CODE(value)


_link_attributes = joiner(
    Link,
    ("rel", "rank", "href", "residref", "version", "content_type"),
    (
        _relation,
        attribute_writer("rank", rank),
        attribute_writer("href", uri),
        attribute_writer("residref", str),
        attribute_writer("version", rank),
        attribute_writer("contenttype", known),
    ),
)


_TITLE, _LANGUAGE, _FURTHER, _FILE, _RIGHTS = (
    f"{N}{name}" for name in ("title", "language", "link", "remoteContent", "rightsInfo")
)


def link_in(node: Element, reading: Reading) -> Link:
    """A link from an element."""
    fields = attributes_in(node, _LINK, reading)
    if reading.strange:
        _read_former(node, fields, reading)
    _read_address(node, fields, reading)
    target: dict[str, Any] = {}
    titles: list[Element] = []
    no_text(node, reading)
    for part in node[:]:
        tag = part.tag
        if tag == _TITLE:
            titles.append(part)
        elif tag == _LANGUAGE and list(part.attrib) == ["tag"]:
            fields["hreflang"] = as_tag(part.get("tag", ""))
        elif tag == _FURTHER:
            fields["links"] = (*fields.get("links", ()), link_in(part, reading))
        elif tag == _FILE:
            fields["renditions"] = (*fields.get("renditions", ()), rendition_in(part, reading))
        elif not _properties().read(part, target, reading):
            reading.leave(part)
    tails(node, reading)
    _read_titles(titles, fields, target, reading)
    if target:
        _tell_rights_apart(node, target, reading)
        target["kind"] = kind_told(target.get("kind_code"))
        target["status"] = status_of(target.get("status_code"))
        fields["target"] = _MAKE_ARTICLE(id=fields.get("residref", ""), **target)
    return _MAKE_LINK(**fields)


def _tell_rights_apart(node: Element, target: Mapping[str, Any], reading: Reading) -> None:
    if "rights" in target:
        for each, said in told_apart([*node.iterchildren(_RIGHTS)]):
            reading.depart(each, said)


def _read_titles(
    titles: list[Element], fields: dict[str, Any], target: dict[str, Any], reading: Reading
) -> None:
    """The title of a link, and captions of what it leads to: some feeds have them as titles."""
    if len(titles) == 1 and not titles[0].attrib:
        fields["title"] = text_in(titles[0], reading)
        return
    named: list[Element] = []
    for each in titles:
        role = role_of(each)
        if constraint_of(each) is None and is_role_of_headline(role):
            named.append(each)
        elif constraint_of(each) is None and is_role_of_caption(role):
            label = label_in(each, reading)
            label = changed(label, role=label.role or code_of_caption(role))
            target["descriptions"] = (*target.get("descriptions", ()), label)
            reading.inexact = True  # such a label is written as a description
        else:
            reading.leave(each)
    if named:
        title = max(named, key=_nearness)
        fields["title"] = text_in(title, reading)
        reading.leave_attributes(title)
        for each in named:
            if each is not title:
                reading.leave(each)


def _nearness(label: Element) -> float:
    """How near the language of a label is to that of the item; one that says nothing is none."""
    if is_blank(label):
        return -1
    said = label.get(XML_LANG)
    wanted = next(filter(None, (each.get(XML_LANG) for each in label.iterancestors())), None)
    return nearness(said, wanted) if said and wanted else THE_SAME


_FORMER = {"guidref": ("residref", "residref"), "hreftype": ("content_type", "contenttype")}
"""What attributes were called in drafts of the standard, and feeds still call them; the field, and
what they are called today."""


def _read_former(node: Element, fields: dict[str, Any], reading: Reading) -> None:
    for name, (field, today) in _FORMER.items():
        value = node.get(name)
        if value and field not in fields:
            fields[field] = value
            reading.strange.append((node, absent(today)))
            reading.depart(node, f"link/@{name} is of a draft: it is read as {today!r}")


def _read_address(node: Element, fields: dict[str, Any], reading: Reading) -> None:
    """The relation of a link that gives its address; as a code an address cannot be written."""
    relation = node.get("reluri")
    if "rel" in fields:
        reading.inexact |= is_address(fields["rel"])
    elif relation is not None and is_address(relation) and is_uri(relation):
        fields["rel"] = relation
        reading.strange.remove((node, "reluri"))


@cache
def _properties() -> Properties:
    from newsmodel.formats.newsml.properties.table import of_targets  # noqa: PLC0415  # the table needs links

    return of_targets()
