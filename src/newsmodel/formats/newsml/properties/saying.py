"""The markup of a body whose head says something else than it did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsmodel.formats._shared.nitf import nitf_in, with_nitf
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats.newsml.properties.payloads import nitf_holder
from newsmodel.formats.newsml.xml.markup import element_of, markup_of
from newsmodel.formats.newsml.xml.reading import Element

__all__ = ["SAYING", "said_with_markup", "saying"]

SAYING = {
    "headline": {"hl1", "title"},
    "headlines": {"hl2"},
    "byline": {"byline"},
    "dateline": {"dateline"},
    "summary": {"abstract"},
}
"""The elements that say these fields."""
_TOLD = {"summary": {"p"}, "dateline": {"location", "story.date"}}
"""What these hold that is told by the value itself."""


def saying(markup: str, fields: Mapping[str, Any]) -> str:
    """The markup of a body whose head says other values of some fields, or nothing of them.

    A line is put in the place of the old one; all else is taken out, so that nobody reads on there
    what is no longer said.
    """
    root = element_of(markup)
    holder, escaped = _escaped_in(root)
    _say_in(root if escaped is None else escaped, fields)
    if holder is not None and escaped is not None:
        holder.text = with_nitf(holder.text or "", escaped)
    return markup_of(root)


def said_with_markup(markup: str, fields: Iterable[str]) -> list[str]:
    """Those of some fields whose line in the head of a body holds markup that goes with it."""
    root = element_of(markup)
    _, escaped = _escaped_in(root)
    elements = _named_in(root if escaped is None else escaped)
    return [
        field
        for field in fields
        if any(_says_more(e, field) for name, e in elements if name in SAYING[field])
    ]


def _says_more(node: Element, field: str) -> bool:
    told = _TOLD.get(field, ())
    return any(local_name(each) not in told or each.attrib for each in node.iterdescendants("*"))


def _escaped_in(root: Element) -> tuple[Element | None, Element | None]:
    """The element that holds a document of NITF as text, and that document."""
    holder = nitf_holder(root)
    return holder, None if holder is None else nitf_in(holder.text or "")


def _named_in(root: Element) -> list[tuple[str, Element]]:
    return [(local_name(each), each) for each in _heads_in(root)]


def _say_in(root: Element, fields: Mapping[str, Any]) -> None:
    elements = _named_in(root)
    for field, value in fields.items():
        line = value if isinstance(value, str) and field != "summary" else None
        for name in sorted(SAYING[field]):
            line = _say([e for n, e in elements if n == name], line)


_HEADS = frozenset({"head", "body.head"})


def _heads_in(root: Element) -> Iterator[Element]:
    """What stands above the text: in the head of a page, in that of a body of NITF."""
    for head in root.iter("*"):
        if local_name(head) in _HEADS:
            yield from head.iterdescendants("*")


def _say(nodes: Iterable[Element], line: str | None) -> str | None:
    """Put a line into the first of some elements, take out the others; give it if it is not in."""
    for node in nodes:
        above = node.getparent()
        if above is None:
            continue
        is_title = local_name(node) == "title"
        if line is None and not is_title:
            _take_out(node, above)
        else:
            del node[:]
            node.text = line
            line = line if is_title else None
    return line


def _take_out(node: Element, above: Element) -> None:
    """Take an element out, and with the last headline what holds them; text behind it stays."""
    before = node.getprevious()
    if before is None:
        above.text = (above.text or "") + (node.tail or "")
    else:
        before.tail = (before.tail or "") + (node.tail or "")
    above.remove(node)
    further = above.getparent()
    if not len(above) and local_name(above) == "hedline" and further is not None:
        _take_out(above, further)
