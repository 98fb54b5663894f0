"""What a reader of markup knows of tags: for each, how it is read and into what."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
from lxml import etree

from newsmodel.formats._shared.xhtml.table import DATA, PLAIN_ATTRIBUTE, Row
from newsmodel.model.base import maker

if TYPE_CHECKING:
    from newsmodel.formats._shared.xhtml.walking import Walker

__all__ = [
    "ANY",
    "BLOCK",
    "DECODED",
    "HIDING",
    "PLAIN",
    "RUN",
    "XML_LANG",
    "Element",
    "Entry",
    "Items",
    "Read",
    "Vocabulary",
    "entry",
    "hides",
    "is_hidden",
    "kind_of_attribute",
    "split_name",
]

Element: TypeAlias = etree._Element

Items: TypeAlias = Sequence[tuple[str, str]]
"""The attributes of an element: names and values."""

Read: TypeAlias = "Callable[[Walker, Element, Items, Entry, list[Any]], int]"
"""Reads an element, appends what it found to the list, and says of what kind that is."""

RUN, BLOCK, ANY = 1, 2, 3
"""What was appended: one run of text, blocks, or what needs a second look."""

PLAIN, DECODED = "", "?"
"""Attributes kept as they are, and those whose value must be understood first."""

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_COMMON = {
    **dict.fromkeys(("class", "id", "title"), PLAIN),
    **dict.fromkeys(("lang", XML_LANG, "dir"), DECODED),
}


@attrs.frozen(eq=False)
class Entry:
    """How one tag is read."""

    read: Read
    """What reads it."""
    row: Row
    """The class it becomes, if it becomes one."""
    make: Callable[..., Any]
    """Makes an object of that class from values in normal form."""
    known: Mapping[str, str]
    """Its attributes: for each the field it fills, `PLAIN` or `DECODED`."""
    value: Any = None
    """What tells it from other tags read alike: a level, a type, its own name."""


def entry(read: Read, row: Row, value: Any = None) -> Entry:
    """How a tag is read, with what follows from the class it becomes."""
    strings = {html: name for name, html in row.native if name in _STRINGS}
    others = {html: DECODED for name, html in row.native if name not in _STRINGS}
    return Entry(read, row, maker(row.cls), {**_COMMON, **others, **strings}, value)


_STRINGS = frozenset({"href", "rel", "title", "content_type"})


@lru_cache(maxsize=512)
def kind_of_attribute(name: str) -> str | None:
    """`PLAIN` or `DECODED` for an attribute of any element; None for one that is not kept."""
    if name.startswith(DATA):
        return DECODED
    return PLAIN if PLAIN_ATTRIBUTE.fullmatch(name) else None


def split_name(element: Element) -> tuple[str, str]:
    """The namespace of an element, "" without one, and its name in it; "" for a comment."""
    tag = element.tag
    if not isinstance(tag, str):
        return "", ""
    namespace, _, name = tag.rpartition("}")
    return namespace[1:], name


_CONSTRAINTS = frozenset({"pubconstraint", "pubconstrainturi"})
"""By these NewsML-G2 keeps from readers what has them; feeds have them within their texts, too."""
HIDING = frozenset({"class", "hidden", "style"}) | _CONSTRAINTS
"""The attributes that may say that an element is not for readers, in whatever capitals."""
_UNSEEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)\b")


def hides(name: str, value: str) -> bool:
    """Whether an attribute of those that may say that its element is not for readers."""
    name, value = name.lower(), value.lower()
    if name == "class":
        return "nonpublic" in value
    if name == "hidden":
        return value.strip() != "until-found"
    if name in _CONSTRAINTS:
        return True
    return ("none" in value or "hidden" in value) and _UNSEEN.search(value) is not None


def is_hidden(items: Items) -> bool:
    """Whether its attributes say that an element is not for readers."""
    for name, value in items:  # noqa: SIM110  # a generator would cost more than what it does
        if name.lower() in HIDING and hides(name, value):
            return True
    return False


def is_kept_back(element: Element) -> bool:
    """Whether an element, or one around it, is not for readers."""
    around = (element, *element.iterancestors(etree.Element))
    return any(is_hidden(each.items()) for each in around)


@attrs.frozen(eq=False)
class Vocabulary:
    """All tags a reader knows."""

    tags: Mapping[str, Entry]
    """How each tag is read, by its name without namespace."""
    classes: Mapping[str, Entry]
    """How an element is read that names the class it stands for."""
    hidden: Entry
    """How an element is read that is not for readers."""
    other: Entry
    """How an element of any other name is read."""

    @lru_cache(maxsize=64)  # noqa: B019  # vocabularies are few and live as long as the program
    def within(self, namespace: str) -> Mapping[Any, Entry]:
        """The tags as they are called in a namespace."""
        prefix = f"{{{namespace}}}" if namespace else ""
        return {prefix + name: entry for name, entry in self.tags.items()}
