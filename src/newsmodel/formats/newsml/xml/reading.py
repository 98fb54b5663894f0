"""What reading an element has in common, whatever the element."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Any

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.quoted import reading_marks
from newsmodel.formats._shared.xhtml.vocabulary import is_hidden
from newsmodel.formats.newsml.names import LINES, NAR, NOT_PUBLIC, WITH_BREAKS
from newsmodel.formats.newsml.xml.attributes import (
    BY_ADDRESS,
    XML_LANG,
    Attributes,
    as_code,
    as_direction,
    as_number,
    as_percent,
    as_tag,
    attributes,
    by_address,
    clean,
)
from newsmodel.formats.newsml.xml.known import ATTRIBUTES, ELEMENTS
from newsmodel.formats.newsml.xml.leaves import Items, remembering
from newsmodel.model import Text
from newsmodel.model.base import maker

Element = etree._Element  # the only name lxml has for what it gives
N = f"{{{NAR}}}"
"""What stands before the names of the standard's elements."""

_MAKE_TEXT = maker(Text)
CONSTRAINTS = frozenset({"pubconstraint", "pubconstrainturi"})
"""The attributes by which a property is not for readers (NewsML-G2: `commonPowerAttributes`)."""
_LINES = frozenset(f"{N}{name}" for name in LINES)
_WITH_BREAKS = frozenset(f"{N}{name}" for name in WITH_BREAKS)
BREAK = f"{N}br"
_SPACES = re.compile(r"[ \t\n\r]+")
_INDENTED = re.compile(r"\n[ \t]+(?=\S)")
_BLANK_LINES = re.compile(r"\n{3,}")


def absent(name: str) -> str:
    """Noted of an element without an attribute that its value is written with."""
    return f"no({name})"


class Reading:
    """One reading of one item: whether all that was met could be told by the model's fields."""

    __slots__ = (
        "among", "departures", "depth", "hidden", "inexact", "left", "own", "strange", "within",
    )  # fmt: skip

    def __init__(self, *, own: bool) -> None:
        self.own = own
        """Whether the document is the library's own, so that white space counts."""
        self.within = False
        """Whether an element is being read of which all may be kept for the next time."""
        self.depth = 0
        """How many concepts stand around what is being read."""
        self.inexact = False
        """Set where a value read lacks something that only comparing tells: it is carried."""
        self.strange: list[tuple[Element, str]] = []
        """Attributes met that have no place, each with its element; "text()" for text that is not
        spelled as its value is, `absent(…)` for an attribute that is not there."""
        self.left: list[Element] = []
        """Elements met that have no place."""
        self.hidden: list[Element] = []
        """Elements whose values say that they are not for readers."""
        self.departures: list[tuple[int | None, str]] = []
        """Where the document departs from the standard: the line, and what is wrong."""
        self.among: dict[tuple[object, Element, str], Container[Element]] = {}
        """Which elements of a name belong to a field, by its row and what they stand in."""

    def depart(self, node: Element, reason: str) -> None:
        """Note a departure from the standard."""
        self.departures.append((node.sourceline, reason))

    def begin(self) -> None:
        """Forget what was noted of an earlier property."""
        self.inexact = False
        if self.strange or self.left:
            self.strange, self.left = [], []
        if self.hidden:
            self.hidden = []

    def unread(self, node: Element, strange: int) -> bool:
        """Leave an element that has just been read, where it or a part of it is not for readers.

        Values that have no place to say so are not read at all: no reader may see them.

        Args:
            node: the element.
            strange: how many attributes had no place before it was read.
        """
        noted = self.strange[strange:]
        if not any(n in CONSTRAINTS and each not in self.hidden for each, n in noted):
            return False
        del self.strange[strange:]
        self.left = [each for each in self.left if node not in each.iterancestors()]
        self.leave(node)
        return True

    @property
    def complete(self) -> bool:
        """Whether all that was met has its place in the value read."""
        return not (self.inexact or self.strange or self.left)

    def leave(self, node: Element) -> None:
        """Note an element without a place."""
        tag = node.tag
        if not isinstance(tag, str):
            self.inexact = True
            return
        self.left.append(node)
        name = tag.removeprefix(N)
        if name[:1] != "{" and name not in ELEMENTS:
            self.depart(node, f"the standard has no {name!r}: it is kept as it is")

    def leave_attributes(self, node: Element, known: Container[str] = ()) -> None:
        """Note all attributes of an element but those known."""
        if items := node.items():
            strange = [(node, name) for name, _ in items if name not in known]
            self.strange += strange
            for _, name in strange:
                self.check_attribute(node, name)

    def check_attributes(self, node: Element) -> None:
        """Note those attributes of an element as departures of which the standard has none."""
        for name in node.attrib:
            self.check_attribute(node, str(name))

    def check_attribute(self, node: Element, name: str) -> None:
        """Note an attribute as a departure where the standard has none of its name."""
        if name not in ATTRIBUTES and name[0] != "{":
            said = f"{local_name(node)}/@{name}"
            self.depart(node, f"{said}: the standard has no such attribute: it is kept as it is")


def local_name(node: Element) -> str:
    """The name of an element without its namespace, "" for a comment and its like."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def name_of(node: Element) -> str:
    """The name of an element of the standard's namespace, "" for any other."""
    tag = node.tag
    return tag[len(N) :] if isinstance(tag, str) and tag.startswith(N) else ""


def text_in(node: Element, reading: Reading) -> str:
    """The text of an element that should hold nothing else.

    Of a line, line ends and indentation are not part; that they were there is noted.
    """
    value = node.text
    if value is None or len(node) or not value.isprintable():
        return _text_in(node, value or "", reading)
    return value


def _text_in(node: Element, value: str, reading: Reading) -> str:
    if len(node):
        if node.tag in _WITH_BREAKS and all(_is_break(c) for c in node):
            return _broken_text(node, reading)
        value = _words_in(node)
        reading.inexact = True
        for part in node.iterdescendants("*"):  # words that are not for readers are no words of it
            reading.strange += [(part, name) for name, _ in part.items() if name in CONSTRAINTS]
    if not value.isprintable():
        value = writable(value)
        if node.tag in _LINES and ("\n" in value or "\t" in value):
            return respelt(node, " ".join(value.split()), reading)
        if node.tag in _WITH_BREAKS and "\n" in value and not reading.own:
            return respelt(node, unindented(value), reading)
    return value


_BLOCKS = frozenset("p div li ul ol dd dt tr table blockquote pre h1 h2 h3 h4 h5 h6".split())
"""Elements of XHTML whose words stand on lines of their own."""


def _words_in(node: Element) -> str:
    """The words of an element with markup in it, those on both sides of a break on two lines.

    Without those that are not for readers.
    """
    parts = [node.text or ""]
    walk = etree.iterwalk(node, events=("start", "end"))
    for event, each in walk:
        if each is node:
            continue
        name = local_name(each).lower()
        if name in _BLOCKS or (name == "br" and event == "end"):
            parts.append("\0")
        if event == "start" and is_hidden(each.items()):
            walk.skip_subtree()
            continue
        around = reading_marks(each) if name == "rt" else ("", "")
        parts += (around[0], each.text or "") if event == "start" else (around[1], each.tail or "")
    if "\0" not in parts:
        return "".join(parts)
    lines = [" ".join(line.split()) for line in "".join(parts).split("\0")]
    return "\n".join(filter(None, lines))


def respelt(node: Element, value: str, reading: Reading) -> str:
    """A text that is not written as it stands there, which is noted."""
    differs = value != node.text or node.tag in _WITH_BREAKS  # a newline is written as an element
    if differs and not len(node) and not reading.own:
        reading.strange.append((node, "text()"))
    return value


def unindented(text: str) -> str:
    """The lines of a text without white space around them; one line where they are indented.

    XML does not tell line ends that were meant from those a program put in with the indentation.
    """
    text = text.strip()
    if _INDENTED.search(text):
        return " ".join(text.split())
    return _BLANK_LINES.sub("\n\n", "\n".join([line.strip() for line in text.split("\n")]))


def _is_break(node: Element) -> bool:
    return bool(node.tag == BREAK and not (node.attrib or len(node) or node.text))


def _broken_text(node: Element, reading: Reading) -> str:
    """The text of an element with line breaks in it, as newlines."""
    lines = [node.text or "", *(each.tail or "" for each in node)]
    if not reading.own:
        lines = [_SPACES.sub(" ", line) if "\n" in line else line for line in lines]
    return writable("\n".join(lines))


def attributes_in(
    node: Element, known: Attributes, reading: Reading, items: Items | None = None
) -> dict[str, Any]:
    """The fields that attributes give; one that is unknown or makes no sense is noted."""
    fields: dict[str, Any] = {}
    for name, value in node.items() if items is None else items:
        place = known.get(name)
        if place is None:
            reading.strange.append((node, name))
            reading.check_attribute(node, name)
            if name in BY_ADDRESS and (said := by_address(name, value, node.attrib, known)):
                code, fields[known[code][0]] = said
                reading.strange.append((node, absent(code)))
            continue
        field, told = place
        found, allowed = told[value]
        if found is not None:
            fields[field] = found
        if not allowed:
            if allowed is None:
                reading.strange.append((node, name))
                continue
            if found is None:
                reading.strange.append((node, name))
            else:  # it is kept, yet only the original can be written
                reading.inexact = True
            reading.depart(node, f"{etree.QName(node).localname}/@{name} cannot be {value!r}")
    return fields


def hide(node: Element, fields: dict[str, Any], reading: Reading) -> None:
    """Note that a property is not for readers, where its attributes say so."""
    if reading.strange and (found := constraint_of(node)) is not None:
        fields["public"] = False
        reading.hidden.append(node)
        if node.get("pubconstraint") is None:
            reading.inexact = True  # our own would be written beside theirs
        elif found == NOT_PUBLIC:
            reading.strange.remove((node, "pubconstraint"))


def is_blank(node: Element) -> bool:
    """Whether no words stand in an element."""
    text = node.text
    if text and not text.isspace():
        return False
    return not len(node) or not "".join(node.itertext()).strip()


def constraint_of(node: Element) -> str | None:
    """The code or address by which an element is not for readers."""
    code = node.get("pubconstraint")
    return node.get("pubconstrainturi") if code is None else code


LABEL = attributes(
    {
        XML_LANG: ("language", as_tag),
        "dir": ("direction", as_direction),
        "role": ("role", as_code),
        "rank": ("rank", as_number),
        "confidence": ("confidence", as_percent),
        "relevance": ("relevance", as_percent),
    }
)
"""What the attributes of every label say."""
_RANKS = frozenset({"rank", "confidence", "relevance"})
_RANKED = frozenset(f"{N}{name}" for name in ("headline", "keyword", "slugline", "description"))
"""The labels on which the standard has those three; elsewhere they are carried."""


@remembering
def label_in(node: Element, items: Items, reading: Reading) -> Text:
    """A label from an element."""
    fields = attributes_in(node, LABEL, reading, items)
    if not _RANKS.isdisjoint(fields) and node.tag not in _RANKED:
        for name in _RANKS & fields.keys():
            del fields[name]
            reading.strange.append((node, name))
    fields["value"] = text_in(node, reading)
    return _MAKE_TEXT(**fields)


def no_text(node: Element, reading: Reading) -> None:
    """Note text where only elements should stand."""
    text = node.text
    if text and not text.isspace():
        reading.inexact = True


def nothing_in(node: Element, reading: Reading) -> None:
    """Note all that stands in an element that should be empty."""
    if len(node) or node.text:
        no_text(node, reading)
        tails(node, reading)
        for child in node:
            reading.leave(child)


def tails(nodes: Iterable[Element], reading: Reading) -> None:
    """Note text between elements."""
    reading.inexact |= any(each.tail and not each.tail.isspace() for each in nodes)


def stray_in(node: Element) -> str:
    """The text that stands between the children of an element."""
    texts = [node.text or "", *[each.tail or "" for each in node[:]]]
    if not "".join(texts).strip():
        return ""
    return " ".join([clean(text).strip() for text in texts if text and not text.isspace()])
