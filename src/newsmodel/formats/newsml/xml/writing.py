"""What writing an element has in common, whatever the element.

Where the schema has no place for a value, writing raises `Inexact`; the field then goes into the
data island, whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from newsmodel.formats._shared.escaping import attributes, quoted, text
from newsmodel.formats._shared.remembering import Kept, Remembered
from newsmodel.formats.newsml.names import (
    LINES,
    QCODE,
    WITH_BREAKS,
    are_qcodes,
    is_name,
    is_uri,
    known_code,
)
from newsmodel.model import Direction, Text
from newsmodel.model.base import joiner

V = TypeVar("V")

_UNDIRECTED = Direction.AUTO
_LARGEST = 1500


class Inexact(Exception):
    """The schema has no place for a value as it is."""


def rewriting(write: Callable[[str, V], str]) -> Callable[[str, V], str]:
    """A writer of elements that keeps the markup of small values, for those that it meets again.

    Readers hand out the same object for an element that a feed repeats.

    Args:
        write: takes the name of an element and a value that cannot change, gives the markup.
    """
    known = Kept[tuple[str, int], tuple[V, str]]()
    find = known.get

    def writer(name: str, value: V) -> str:
        key = name, id(value)
        found = find(key)
        if found is not None and found[0] is value:
            return found[1]
        markup = write(name, value)
        if len(markup) <= _LARGEST:
            known.keep(key, (value, markup))
        return markup

    return writer


def element(name: str, content: str, pairs: Iterable[tuple[str, object]] = ()) -> str:
    """An element with ready markup as its content."""
    start = f"<{name}{attributes(pairs)}"
    return f"{start}>{content}</{name}>" if content else f"{start}/>"


def rank(value: int | None) -> int | None:
    """A number where the standard demands one above zero."""
    if value == 0:
        raise Inexact
    return value


def code(word: str | None) -> str | None:
    """The qualified code for a word of the model (NewsML-G2 2.35: `QCodeType`)."""
    if word is None:
        return None
    return _full_code(word)


def _checked(word: str) -> str:
    full = known_code(word)
    if not QCODE.fullmatch(full):
        raise Inexact
    return full


_full_code = Remembered(_checked).__getitem__


def codes(value: str | None) -> str | None:
    """Qualified codes with a space between (NewsML-G2 2.35: `QCodeListType`)."""
    if value is not None and not are_qcodes(value):
        raise Inexact
    return value


def direction(value: Direction | None) -> str | None:
    """A direction where the standard has it; it knows no `auto`."""
    if value is _UNDIRECTED:
        raise Inexact
    return None if value is None else value.value


def one_line(value: str | None) -> str | None:
    """A string where the standard allows no line ends and tabs (NewsML-G2: `IntlStringType`)."""
    if value is not None and ("\n" in value or "\t" in value):
        raise Inexact
    return value


def as_line(value: str) -> str:
    """A string as one line: what others are told of one that has several."""
    return " ".join(value.split())


def uri(value: str | None) -> str | None:
    """An address in a form the schema takes (XML Schema: `anyURI`)."""
    if value is not None and not is_uri(value):
        raise Inexact
    return value


coded = Remembered(lambda word: quoted(str(code(word)))).__getitem__
"""The code for a word of the model, as it stands between quotation marks."""


# ------------------------------------------------------------------ attributes
Encode = Callable[[Any], object]
"""Takes a value that is not None, gives what stands in the attribute; raises `Inexact`."""


def known(value: str) -> str:
    """A word of some small vocabulary as it is: a language, a media type."""
    return value


_OF_VOCABULARIES = frozenset({code, codes, known})


def attribute_writer(name: str, encode: Encode) -> Callable[[Any], str]:
    """How an attribute is written, with the space before it."""

    def written(value: Any) -> str:
        return f' {name}="{quoted(str(encode(value)))}"'

    return Remembered(written).__getitem__ if encode in _OF_VOCABULARIES else written


def attributes_of(cls: type[Any], places: Mapping[str, tuple[str, Encode]]) -> Callable[[Any], str]:
    """A function that gives the attributes of an element, of those fields that hold something.

    Args:
        cls: the class of the objects it takes.
        places: for each attribute its field, and how a value of it is written.
    """
    fields = [field for field, _ in places.values()]
    return joiner(cls, fields, [attribute_writer(n, encode) for n, (_, encode) in places.items()])


# ------------------------------------------------------------------ words
def enclosed(name: str, attributes: str, content: str) -> str:
    """An element with ready markup as its attributes and its content."""
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


def words(name: str, value: str) -> str:
    """A string as an element of that name."""
    if "&" in value or "<" in value or ">" in value or "\n" in value or "\t" in value:
        value = marked(value, name)
    return f"<{name}>{value}</{name}>" if value else f"<{name}/>"


def labels(name: str, values: tuple[Text, ...]) -> str:
    """Labels as elements of that name."""
    if len(values) == 1:
        return label(name, values[0])
    return "".join([label(name, value) for value in values])


_RANKS = ("rank", "confidence", "relevance")
_LABEL = joiner(Text, ("language", "direction", "role", *_RANKS, "href"))


def _refused(_: Any) -> str:
    raise Inexact


_SAID_OF_ALL = (
    attribute_writer("xml:lang", known),
    attribute_writer("dir", direction),
    attribute_writer("role", code),
)
_RANKED = (
    *_SAID_OF_ALL,
    attribute_writer("rank", rank),
    attribute_writer("confidence", str),
    attribute_writer("relevance", str),
    _refused,
)
_UNRANKED = (*_SAID_OF_ALL, *(_refused for _ in _RANKS), _refused)
_LINKED = (*_UNRANKED[:-1], attribute_writer("href", uri))
_HOW = {
    **dict.fromkeys(("headline", "keyword", "slugline", "description"), _RANKED),
    **dict.fromkeys(("copyrightNotice", "usageTerms"), _LINKED),
}
"""How the attributes of labels are written that may have a rank, or an address; see NewsML-G2's
`Label1Type` and `RightsBlockType`."""


def label(name: str, value: Text) -> str:
    """A label as an element (NewsML-G2 2.35: `Label1Type` and its kin)."""
    said, more = value.value, _LABEL(value, _HOW.get(name, _UNRANKED))
    if "&" in said or "<" in said or ">" in said or "\n" in said or "\t" in said:
        said = marked(said, name)
    return f"<{name}{more}>{said}</{name}>" if said else f"<{name}{more}/>"


def marked(words: str, name: str) -> str:
    """Text as markup, newlines as line breaks where the standard has these."""
    if name in LINES:
        one_line(words)
    shown = text(words)
    return shown.replace("\n", "<br/>") if name in WITH_BREAKS else shown


def is_id(value: str | None) -> str | None:
    """An id in a form the schema takes (XML Schema: `NCName`)."""
    if value is not None and not is_name(value):
        raise Inexact
    return value


def digits(value: float) -> str:
    """A number in its shortest form (XML Schema: `decimal`, which has no exponents)."""
    shown = repr(value).removesuffix(".0")
    if "e" in shown:
        raise Inexact
    return shown
