"""Changes to documents, one at a time, such as feeds and hands make them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from tests.formats.newsml.documents import NAR

VALUES = (
    *(" ", "x y", "é:", "1e9", "", "0", "-3", "true", "2030-13-01", "a:b", "http://[", "a\tb"),
    *(" 2 ", "2030", "2030-01-01", "2030-01-01T10:00:00", "2030-01-01T10:00:00.5Z", "a:b c:d"),
)
ATTRIBUTES = (
    "id creator modified custom how why pubconstraint rank role type qcode uri literal mark value"
    " version contenttype dir href residref"
).split()
FOREIGN = "urn:example:foreign"
NAMES = ("mark", "name", "title", "headline", "p", "role")

Draw = Callable[[st.SearchStrategy[Any]], Any]


def _attribute(draw: Draw, node: etree._Element) -> None:
    names = [str(name) for name in node.attrib] or ATTRIBUTES
    node.set(draw(st.sampled_from(names)), draw(st.sampled_from(VALUES)))


def _new_attribute(draw: Draw, node: etree._Element) -> None:
    node.set(draw(st.sampled_from(ATTRIBUTES)), draw(st.sampled_from(VALUES)))


def _foreign_attribute(draw: Draw, node: etree._Element) -> None:
    node.set(f"{{{FOREIGN}}}mark", draw(st.sampled_from(VALUES)))


def _text(draw: Draw, node: etree._Element) -> None:
    if not len(node):
        node.text = draw(st.sampled_from((*VALUES, "Some new  words\nover lines", "<b>x</b>")))


def _stray_text(draw: Draw, node: etree._Element) -> None:
    if len(node):
        child = node[draw(st.integers(0, len(node) - 1))]
        child.tail = f"{child.tail or ''}stray words"


def _element(draw: Draw, node: etree._Element) -> None:
    namespace = draw(st.sampled_from((FOREIGN, NAR, None)))
    name = draw(st.sampled_from(NAMES))
    new = etree.Element(f"{{{namespace}}}{name}" if namespace else name, k="v")
    new.text = "said"
    node.insert(draw(st.integers(0, len(node))), new)


def _removal(draw: Draw, node: etree._Element) -> None:  # one shape for all
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _copy(draw: Draw, node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.insert(draw(st.integers(0, len(parent))), copy.deepcopy(node))


CHANGES = (
    *(_attribute, _new_attribute, _foreign_attribute),
    *(_text, _stray_text, _element, _removal, _copy),
)


def changed(draw: Draw, document: bytes) -> bytes:
    """A document with one thing in it changed."""
    parser = etree.XMLParser(remove_comments=True, remove_pis=True, resolve_entities=False)
    root = etree.fromstring(document, parser)
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    draw(st.sampled_from(CHANGES))(draw, draw(st.sampled_from(nodes)))
    return etree.tostring(root, encoding="utf-8")
