"""What an item says that the model has no field for: carried as it was, put back where it stood.

A carried thing is an `Extension` whose place says what it is:

`contentMeta/{urn:x}mood`
    an element no field is there for;
`contentMeta/slugline[2]`
    a further element of a field that holds one value;
`contentMeta/headline[0]`
    an element that is not for readers, with the number of its like that stand before it;
`contentMeta/subject`
    an element whose value is in the field, but which said more than the value can, and not in
    pieces: it is written instead of the value while that is what it was;
`contentMeta/headline/@rank`, `contentMeta/subject[='medtop:1']/hierarchyInfo[2]`
    a piece of an element, an attribute or a child or words, that its value lacks; of several
    elements it is told by code, address or words, the second of its like with `[2]` behind it.
    `leftovers` says how pieces are named;
`contentMeta/text()`
    text where only elements should stand.

What the reader knows of it, that it is well-formed and which value was read with it, it remembers
with it, so that a writer need not find out again; `returning` puts it back.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import attrs

from newsmodel.errors import FieldError
from newsmodel.formats._shared.twins import TWINS
from newsmodel.formats.newsml.carrying.completing import completed
from newsmodel.formats.newsml.carrying.leftovers import (
    Piece,
    beyond,
    noted,
    shown_name,
    text_beyond,
)
from newsmodel.formats.newsml.carrying.reducing import most_of
from newsmodel.formats.newsml.names import FORMAT
from newsmodel.formats.newsml.properties.bodies import Body
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.xml.attributes import clean
from newsmodel.formats.newsml.xml.markup import fragment, markup_of
from newsmodel.formats.newsml.xml.reading import Element, N, Reading
from newsmodel.model import Embargo, Extension
from newsmodel.model.base import changed, maker

_MAKE = maker(Extension)
UNREAD = object()
"""What is remembered of an element no value was read from."""
BODY = "contentSet/body"
"""Place of the element a body was read from, where that says more than the body."""
FROM_BODY = "contentSet/body/fields"
"""Place of the names of fields that only the head of the body says."""
IN_BOTH = "contentSet/body/alike"
"""Place of the names of places in the head of the body that say what fields of the item say."""
BEHIND = "contentSet/body/behind"
"""Place of the number of other texts that stood before the body."""
LABEL_BEHIND = "{}/{}/behind"
"""Place of the number of labels of its name that stood before the one that was chosen."""
FIRST_EMBARGO = "itemMeta/embargoed/first"
"""Place of the end of an item's own embargo, "" for none, where a later one beside it counts."""
THEIRS = "newsItem/nm"
"""Place of the words that codes of others say by the library's own alias, which is theirs there."""
SIGNED = "newsItem/signed"
"""Place of the digest of what a signed item said, by which to tell whether it still says that."""
LANGUAGE = "newsItem/language"
"""Place of the language of the content of an item that was in another language itself."""
UNMARKED = "contentSet/inlineXML/head"
"""Place of what the head of a page holds, of which the model can say all the rest: such a body that
others wrote needs no mark of ours."""


def element_extension(
    parent: str,
    node: Element,
    index: int | None = None,
    value: Any = UNREAD,  # or one among others
    name: str | None = None,
) -> Extension:
    """A whole element under its own name or another, and the value read from it, if any."""
    shown = name or shown_name(node)
    number = "" if index is None else f"[{index}]"
    place = f"{parent}/{shown}{number}" if parent else f"{shown}{number}"
    if place == BODY:
        place += "[1]"  # it is called so, and is not what the body was read from
    return _MAKE(format=FORMAT, place=place, content=markup_of(node)).remember(value)


def body_extension(node: Element, body: Body, markup: str | None = None) -> Extension:
    """The element a body was read from, as markup where that is at hand."""
    content = markup_of(node) if markup is None else markup
    found = _MAKE(format=FORMAT, place=BODY, content=content)
    return found.remember(body)


_INDEX = re.compile(r"(?<=\[)[0-9]+(?=\])")


def text_extension(parent: str, text: str) -> Extension:
    """Text where only elements should stand."""
    return _MAKE(format=FORMAT, place=f"{parent or 'newsItem'}/text()", content=text)


def absence(place: str) -> Extension:
    """Says that what the standard demands there was not in the document."""
    return _MAKE(format=FORMAT, place=place, content="")


def from_body(fields: Iterable[str]) -> Extension:
    """The fields that only the body says."""
    return _MAKE(format=FORMAT, place=FROM_BODY, content=" ".join(fields))


def only_named(
    extensions: Iterable[Extension], names: Mapping[str, Container[str]]
) -> tuple[Extension, ...]:
    """What is carried, with none but these words of what has one of these places."""
    kept = []
    for each in extensions:
        if each.place in names:
            words = [word for word in each.content.split() if word in names[each.place]]
            kept += [changed(each, content=" ".join(words))] if words else []
        else:
            kept.append(each)
    return tuple(kept)


def of_body(extensions: Iterable[Extension]) -> list[Extension]:
    """What is carried of the element that a body was read from."""
    places = (BODY, FROM_BODY, IN_BOTH)
    return [each for each in extensions if each.place in places and each.format == FORMAT]


def in_both(places: Iterable[str]) -> Extension:
    """The places in the head of the body that say what fields of the item say, too."""
    return _MAKE(format=FORMAT, place=IN_BOTH, content=" ".join(places))


def twins(marks: str) -> Extension:
    """The marks of other texts that say what the body says."""
    return _MAKE(format=FORMAT, place=TWINS, content=marks)


def behind(number: int, place: str = BEHIND) -> Extension:
    """The number of others that stood before the body, or before a label."""
    return _MAKE(format=FORMAT, place=place, content=str(number))


def first_embargo(embargo: Embargo | None) -> Extension:
    """The embargo of an item's own element, which ends, where another counts."""
    until = None if embargo is None else embargo.until
    content = "" if until is None else until.isoformat()
    return _MAKE(format=FORMAT, place=FIRST_EMBARGO, content=content)


def theirs(words: Iterable[str]) -> Extension:
    """What codes of others say that look like the library's own."""
    return _MAKE(format=FORMAT, place=THEIRS, content=" ".join(sorted(words)))


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
    if not items:
        return []
    return [
        _MAKE(format=FORMAT, place=f"{place}/@{name}", content=clean(value))
        for name, value in items
        if name not in known
    ]


@attrs.frozen(eq=False)
class Among:
    """A value of a field, as it was read."""

    row: Row
    """Its row."""
    value: Any
    """The value."""
    values: Sequence[Any]
    """All of them, where the field holds several."""


def residue(
    place: str, row: Row, node: Element, value: Any, reading: Reading, values: Sequence[Any] = ()
) -> list[Extension]:
    """What an element says beyond the value read from it: piece by piece, or the whole element.

    Args:
        place: the place of the value among its like, as `Places` gives it.
        row: its row.
        node: the element.
        value: the value.
        reading: what was noted while it was read.
        values: all values of the field, where it holds several.
    """
    if row.plain:
        reading.leave_attributes(node)
    pieces = None if reading.inexact else noted(node, reading, row.parent)
    if pieces is None:
        pieces = _compared(row, node, value, own=reading.own)
    memory = Among(row, value, values)
    if pieces is None:
        return [element_extension(row.parent, node, value=memory, name=row.name)]
    return [each.remember(memory) for each in extensions_of(place, pieces)]


def misspelt(
    row: Row, node: Element, meant: str, reading: Reading
) -> tuple[Any, list[Piece] | None]:
    """The value and the pieces of an element whose name may be spelled in another case.

    Returns:
        no value where none can be read, no pieces where it must be kept whole.
    """
    spelt, node.tag = node.tag, meant
    value, pieces = _understood(row, node, reading)
    if value is None or pieces is None:
        node.tag = spelt
        return value, None
    if spelt == meant:
        return value, pieces
    return value, [("name()", str(spelt).removeprefix(N)), *pieces]


def _understood(row: Row, node: Element, reading: Reading) -> tuple[Any, list[Piece] | None]:
    """The value and the pieces of an element that is not as the standard has it."""
    reading.begin()
    try:
        value = row.read(node, reading)
    except FieldError:
        value = None
    if row.plain:
        reading.leave_attributes(node)
    pieces = None if reading.inexact else noted(node, reading, row.parent)
    if pieces is None:
        pieces = _compared(row, node, value, own=reading.own)
    reading.begin()
    return value, pieces


def extensions_of(place: str, pieces: Iterable[Piece]) -> list[Extension]:
    """The pieces of a value."""
    return [_MAKE(format=FORMAT, place=f"{place}/{path}", content=said) for path, said in pieces]


def _compared(row: Row, node: Element, value: Any, *, own: bool) -> list[Piece] | None:
    """What an element says beyond its value, found out by writing the value."""
    written = None if value is None else most_of(row, value)
    if written and (text := text_beyond(node, written, row.name)) is not None:
        return [("text()", text)]
    pieces = beyond(node, fragment(written), row.parent) if written else None
    if not written or pieces is None:
        return None
    whole = completed(written, pieces, row.parent, over=True)
    return pieces if is_told(whole, row, value, own=own) else None


def is_told(markup: str, row: Row, value: Any, *, own: bool) -> bool:
    """Whether an element says a value."""
    return bool(told_in(markup, row, own=own) == value)


def told_in(markup: str, row: Row, *, own: bool) -> Any:
    """The value an element says; what no field can hold for one that says none."""
    try:
        return row.read(fragment(markup), Reading(own=own))
    except FieldError:
        return UNREAD
