"""Simple values: strings, labels, numbers and times as elements, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from lxml import etree

from newsmodel.errors import FieldError
from newsmodel.formats._shared.escaping import attributes, text
from newsmodel.formats._shared.text import writable
from newsmodel.formats.newsml.names import code, word
from newsmodel.model import Direction, Text

Element = etree._Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_YEAR = re.compile(r"\d{4}-\d\d-\d\d")


def element(name: str, content: str, pairs: Iterable[tuple[str, object]] = ()) -> str:
    """An element with ready markup as its content."""
    start = f"<{name}{attributes(pairs)}"
    return f"{start}>{content}</{name}>" if content else f"{start}/>"


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
_AUTHORITY = re.compile(r"//[^/?#]*:(?!\d*(?:[/?#]|$))")


def uri(value: str | None) -> str | None:
    """An address in a form the schema takes (XML Schema: `anyURI`); None for any other."""
    if value is None or "[" in value or "]" in value or value.count("#") > 1:
        return None
    scheme, colon, _ = re.split(r"[/?#]", value, maxsplit=1)[0].partition(":")
    wrong = (
        (colon and not _SCHEME.fullmatch(scheme))
        or re.search(r"%(?![0-9A-Fa-f]{2})", value)
        or _AUTHORITY.search(value)
    )
    return None if wrong else value


def positive(number: int | None) -> int | None:
    """A number where the standard demands one above zero."""
    return number or None


def string(node: Element) -> str:
    """All text of an element."""
    return writable("".join(node.itertext()))


def given(node: Element, name: str) -> str | None:
    """An attribute in normal form."""
    value = node.get(name)
    return None if value is None else writable(value)


def number(value: str | None) -> int | None:
    """A whole number that is not negative; None for anything else."""
    value = (value or "").strip()
    return int(value) if value.isdecimal() and len(value) < 16 else None


def language(node: Element) -> str | None:
    """The language an element names, where it is well-formed."""
    tag = (node.get(XML_LANG) or "").strip()
    return tag if _is_tag(tag) else None


def _is_tag(tag: str) -> bool:
    try:
        Text(value="", language=tag)
    except FieldError:
        return False
    return True


def tag(value: str | None) -> str | None:
    """A language tag as an attribute gives it, where it is well-formed."""
    value = (value or "").strip()
    return value if value and _is_tag(value) else None


def direction(node: Element) -> Direction | None:
    """The direction an element names."""
    value = node.get("dir")
    return Direction(value) if value in ("ltr", "rtl") else None


def direction_code(value: Direction | None) -> str | None:
    """A direction where the standard has it; it knows no `auto`."""
    return value.value if value in (Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT) else None


def labels(name: str, values: Iterable[Text], *, ranked: bool = True, roles: bool = True) -> str:
    """Labels as elements of that name."""
    return "".join([label(name, value, ranked=ranked, roles=roles) for value in values])


_ONE_LINE = frozenset("name keyword slugline creditline altId profile".split())


def one_line(value: str | None) -> str | None:
    """A string where the standard allows no line ends and tabs (NewsML-G2: `IntlStringType`)."""
    return None if value is None or "\n" in value or "\t" in value else value


def label(name: str, value: Text, *, ranked: bool = True, roles: bool = True) -> str:
    """A label as an element (NewsML-G2 2.35: `Label1Type` and its kin); "" for one it cannot be."""
    if name in _ONE_LINE and one_line(value.value) is None:
        return ""
    pairs = (
        ("xml:lang", value.language),
        ("dir", direction_code(value.direction)),
        ("role", code(value.role) if roles else None),
        ("rank", positive(value.rank) if ranked else None),
    )
    return element(name, text(value.value), pairs)


def read_label(node: Element) -> Text:
    """A label from an element."""
    return Text(
        value=string(node),
        language=language(node),
        role=word(given(node, "role")),
        rank=number(node.get("rank")),
        direction=direction(node),
    )


def read_labels(nodes: Sequence[Element]) -> tuple[Text, ...]:
    """Labels from elements."""
    return tuple([read_label(node) for node in nodes])


def moment(value: str) -> datetime | None:
    """A date and time (XML Schema: `dateTime`); None for what is none."""
    value = value.strip()
    if "T" not in value:
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def when(value: str) -> datetime | date | None:
    """A date, with a time or without; None for what is neither."""
    value = value.strip()
    if _YEAR.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return moment(value)
