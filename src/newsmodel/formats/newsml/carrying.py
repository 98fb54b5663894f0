"""What an item says that the model has no field for: carried as it was, put back where it stood.

A carried thing is an `Extension` whose place says what it is:

`contentMeta/rating`
    an element no field is there for;
`contentMeta/slugline[2]`
    a further element of a field that holds one value;
`contentMeta/subject`
    an element whose value is in the field, but which said more than the value can, and not in
    pieces: it is written instead of the value while that is what it was;
`contentMeta/headline/@rank`, `contentMeta/subject[='medtop:1']/hierarchyInfo[2]`
    a piece of an element, an attribute or a child or words, that its value lacks; of several
    elements it is told by code, address or words, the second of its like with `[2]` behind it.
    `leftovers` says how pieces are named;
`contentMeta/text()`
    text where only elements should stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import Any

from newsmodel.errors import FieldError
from newsmodel.formats._shared.escaping import attribute
from newsmodel.formats.newsml.leftovers import PATH, Piece, beyond, completed, is_piece, noted
from newsmodel.formats.newsml.markup import element_of, fragment, markup_of, serialized
from newsmodel.formats.newsml.names import FORMAT
from newsmodel.formats.newsml.reading import MOST_ATTRIBUTES, Element, N, Reading, clean, few
from newsmodel.formats.newsml.reducing import most_of, shown_of
from newsmodel.formats.newsml.table import MEDIA_ROWS, ORDER, ROWS, Row
from newsmodel.formats.newsml.writing import Inexact
from newsmodel.model import Contributor, Extension
from newsmodel.model.base import maker

_MAKE = maker(Extension)
_PLACE = re.compile(
    r"(?P<parent>header/|newsMessage/|groupSet/|itemMeta/|contentMeta/|contentSet/)?"
    r"(?P<name>\{[^{}]*\}[^/@\[\]]+|[^\W\d][\w.-]*)"
    r"(?:(?P<index>\[[0-9]+\])"
    r"|(?:\[=(?P<key>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\](?:\[(?P<number>[0-9]{1,9})\])?)?"
    rf"(?:/(?P<path>{PATH}))?)",
    re.DOTALL,
)
BODY = "contentSet/body"
"""Place of the element a body was read from, where that says more than the body."""
UNMARKED = "contentSet/inlineXML/head"
"""Place of what the head of a page holds, of which the model can say all the rest: such a body that
others wrote needs no mark of ours."""
_HEAD = re.compile(r"(?:meta=[\w-]+|title)(?: (?:meta=[\w-]+|title))*", re.ASCII)
_FIELDS = frozenset((row.parent, row.name) for row in (*ROWS, *MEDIA_ROWS))
_ATTRIBUTE = re.compile(r"(?:\{[!-z~|]*\})?[^\W\d][\w.-]*")


# ------------------------------------------------------------------ reading
def element_extension(parent: str, node: Element, index: int | None = None) -> Extension:
    """A whole element."""
    shown = str(node.tag).removeprefix(N)
    number = "" if index is None else f"[{index}]"
    content = markup_of(node)
    place = f"{parent}/{shown}{number}" if parent else f"{shown}{number}"
    return _MAKE(format=FORMAT, place=place, content=clean(content))


def body_extension(node: Element) -> Extension:
    """The element a body was read from."""
    return _MAKE(format=FORMAT, place=BODY, content=clean(markup_of(node)))


_INDEX = re.compile(r"(?<=\[)[0-9]+(?=\])")
_STRAY = re.compile(r"(?:newsItem|(newsMessage|itemSet|itemMeta|contentMeta))/text\(\)")


def text_extension(parent: str, text: str) -> Extension:
    """Text where only elements should stand."""
    return _MAKE(format=FORMAT, place=f"{parent or 'newsItem'}/text()", content=text)


def stray_in(node: Element) -> str:
    """The text that stands between the children of an element."""
    texts = [node.text, *[each.tail for each in node]]
    return " ".join([clean(text).strip() for text in texts if text and not text.isspace()])


def unmarked(head: str) -> Extension:
    """What the head of a page holds, of which the model can say all the rest."""
    return _MAKE(format=FORMAT, place=UNMARKED, content=head)


def in_order(extension: Extension) -> tuple[str, str]:
    """The order in which carried things are kept, the same wherever they stood."""
    place = extension.place
    if "[" in place:
        place = _INDEX.sub(lambda match: match[0].zfill(12), place)
    return place, extension.content


def attribute_extensions(place: str, node: Element, known: Container[str] = ()) -> list[Extension]:
    """The attributes of an element, those known left out."""
    items = node.items()
    if len(items) > MOST_ATTRIBUTES:
        few(node)
    return [
        _MAKE(format=FORMAT, place=f"{place}/@{name}", content=clean(value))
        for name, value in items
        if name not in known
    ]


def residue(place: str, row: Row, node: Element, value: Any, reading: Reading) -> list[Extension]:
    """What an element says beyond the value read from it: piece by piece, or the whole element.

    Args:
        place: the place of the value among its like, as `Places` gives it.
        row: its row.
        node: the element.
        value: the value.
        reading: what was noted while it was read.
    """
    pieces = None if reading.inexact else noted(node, reading)
    if pieces is None:
        pieces = _compared(row, node, value, own=reading.own)
    if pieces is None:
        return [element_extension(row.parent, node)]
    return extensions_of(place, pieces)


def misspelt(row: Row, node: Element, reading: Reading) -> tuple[Any, list[Piece]] | None:
    """The value and the pieces of an element whose name is spelled in another case.

    Returns:
        None where it must be kept whole.
    """
    spelt, node.tag = node.tag, f"{N}{row.name}"
    reading.begin()
    try:
        value = row.read(node, reading)
    except FieldError:
        value = None
    if row.plain:
        reading.leave_attributes(node)
    pieces = None if reading.inexact else noted(node, reading)
    if pieces is None:
        pieces = _compared(row, node, value, own=reading.own)
    if value is None or pieces is None:
        node.tag = spelt
        return None
    return value, [("name()", str(spelt).removeprefix(N)), *pieces]


def extensions_of(place: str, pieces: Iterable[Piece]) -> list[Extension]:
    """The pieces of a value."""
    return [_MAKE(format=FORMAT, place=f"{place}/{path}", content=said) for path, said in pieces]


def _compared(row: Row, node: Element, value: Any, *, own: bool) -> list[Piece] | None:
    """What an element says beyond its value, found out by writing the value."""
    written = None if value is None else most_of(row, value)
    pieces = beyond(node, fragment(written)) if written else None
    if pieces is None or not _is_told(completed(written or "", pieces, over=True), row, value, own):
        return None
    return pieces


def _is_told(markup: str, row: Row, value: Any, own: bool) -> bool:  # noqa: FBT001  # a fact, no switch
    """Whether an element says a value."""
    try:
        return bool(row.read(fragment(markup), Reading(own=own)) == value)
    except FieldError:
        return False


class Places:
    """The places of values among their like, which stay the same when others are added."""

    def __init__(self) -> None:
        self._seen: dict[Row, tuple[int, Counter[str]]] = {}

    def last(self, row: Row, values: Sequence[Any]) -> str:
        """The place of the last value of those of a row."""
        base = f"{row.parent}/{row.name}" if row.parent else row.name
        if not row.many:
            return base
        known, counts = self._seen.get(row, (0, Counter[str]()))
        counts.update(map(key_of, values[known:]))
        self._seen[row] = len(values), counts
        key = key_of(values[-1])
        number = f"[{counts[key]}]" if counts[key] > 1 else ""
        return f"{base}[={key!r}]{number}"


def key_of(value: Any) -> str:
    """What tells a value from its like: its code, its address, its name, its text; cut short."""
    if isinstance(value, Contributor):
        value = value.concept or value
    for name in ("qcode", "uri", "literal", "residref", "href", "id", "name", "value", "text"):
        found = getattr(value, name, None)
        if isinstance(found, str):
            return found[:_LONGEST_KEY]
    return ""


_LONGEST_KEY = 120


# ------------------------------------------------------------------ writing
class Carried:
    """The carried things of one item, ready to be put back."""

    def __init__(
        self, extensions: Iterable[Extension], rows: Iterable[Row] = (), *, own: bool = False
    ) -> None:
        self._fields = {(row.parent, row.name) for row in rows}
        self.strange: list[Extension] = []
        """Those whose place or content is none of ours."""
        self.stray: dict[str, str] = {}
        """Text where only elements should stand, by the element it stands in."""
        self._own = own
        self._bodies: list[str] = []
        self._elements: dict[tuple[str, str], list[str]] = {}
        self._pieces: dict[tuple[str, str], dict[tuple[str | None, int], list[Piece]]] = {}
        self._met: Counter[tuple[str, str, str]] = Counter()
        self._extra: dict[tuple[str, str], list[str]] = {}
        for extension in extensions:
            if not self._sort(extension):
                self.strange.append(extension)

    def _sort(self, extension: Extension) -> bool:
        if extension.format == FORMAT and extension.place == "newsMessage/no-header":
            return True
        if extension.format == FORMAT and extension.place == UNMARKED:
            return _HEAD.fullmatch(extension.content) is not None
        stray = _STRAY.fullmatch(extension.place) if extension.format == FORMAT else None
        if stray and (stray[1] or "") not in self.stray:
            self.stray[stray[1] or ""] = extension.content
            return True
        if extension.format == FORMAT and extension.place == BODY and not self._bodies:
            self._bodies.append(extension.content)
            return serialized(extension.content) is not None
        match = _PLACE.fullmatch(extension.place) if extension.format == FORMAT else None
        if match is None:
            return False
        key = ((match["parent"] or "").rstrip("/"), match["name"])
        if match["path"]:
            piece = match["path"], extension.content
            number = int(match["number"] or 1)
            self._pieces.setdefault(key, {}).setdefault((match["key"], number), []).append(piece)
            return is_piece(piece)
        if serialized(extension.content) is None:
            return False
        known = match["index"] is None and (key in _FIELDS or key in self._fields)
        (self._elements if known else self._extra).setdefault(key, []).append(extension.content)
        return True

    def attributes(self, parent: str, name: str) -> str:
        """The attributes to write on an element that is no field's."""
        return _attributes(self._pieces.get((parent, name), {}).get((None, 1), ()))

    def name(self, parent: str, name: str) -> str:
        """The name of an element that is no field's, as it was spelled."""
        pieces = self._pieces.get((parent, name), {}).get((None, 1), ())
        return next((said for path, said in pieces if path == "name()"), name)

    def markup(self, row: Row, value: Any) -> tuple[str, bool]:
        """The markup of a value with what is carried for it, and whether it says all of both."""
        pieces = self._taken(row, value)
        try:
            plain = row.write(row.name, value)
        except Inexact:
            plain = None
        if not pieces:
            return (shown_of(row, value), False) if plain is None else (plain, True)
        if row.plain and plain is not None and all(_SIMPLE.fullmatch(path) for path, _ in pieces):
            return plain.replace(f"<{row.name}", f"<{row.name}{_attributes(pieces)}", 1), True
        base = most_of(row, value) if plain is None else plain
        for over in (True, False) if base is not None else ():
            whole = completed(base or "", pieces, over=over)
            if _is_told(whole, row, value, self._own):
                return whole, True
        return (shown_of(row, value), False) if plain is None else (plain, True)

    def _taken(self, row: Row, value: Any) -> list[Piece]:
        """What is carried for a value; it is asked for once, in the order of the values."""
        known = self._pieces.get((row.parent, row.name))
        if known is None:
            return []
        if not row.many:
            return known.get((None, 1), [])
        key = repr(key_of(value))
        self._met[row.parent, row.name, key] += 1
        return known.get((key, self._met[row.parent, row.name, key]), [])

    def original(self, row: Row, value: Any) -> str | None:
        """The element as it stood in the document, where that is still its value."""
        waiting = self._elements.get((row.parent, row.name))
        for content in waiting or ():
            node = element_of(content)
            if row.accepts(node) and row.read(node, Reading(own=self._own)) == value:
                waiting.remove(content)  # type: ignore[union-attr]  # it was just looked into
                return content
        return None

    def body_original(self) -> str | None:
        """The element the body was read from, where it is carried."""
        return self._bodies[0] if self._bodies else None

    def rest(self, parent: str) -> list[tuple[float, str]]:
        """Elements without a field, each with its position in the order of the schema."""
        order = ORDER.get(parent, ())
        return [
            (order.index(name) + 0.5 if name in order else len(order), content)
            for (place, name), contents in self._extra.items()
            if place == parent
            for content in contents
        ]


_SIMPLE = re.compile(r"@.*")


def _attributes(pieces: Iterable[Piece]) -> str:
    """Attributes of an element that is ready as a string."""
    found = [(path[1:], said) for path, said in pieces if path.startswith("@")]
    return "".join([_attribute(name, said, i) for i, (name, said) in enumerate(found)])


def _attribute(name: str, value: str, number: int) -> str:
    """An attribute by its full name; the number keeps prefixes apart."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    if not namespace:
        return attribute(local, value)
    if namespace == "http://www.w3.org/XML/1998/namespace":
        return attribute(f"xml:{local}", value)
    return attribute(f"xmlns:x{number}", namespace) + attribute(f"x{number}:{local}", value)
