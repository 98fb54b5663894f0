"""Text and attributes as markup, well-formed in XML and in HTML alike."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["attribute", "attributes", "text"]

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# White space in an attribute is folded by XML parsers unless it is written as a reference.
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)


def text(value: str) -> str:
    """Text as markup."""
    return value.translate(_TEXT)


def attribute(name: str, value: object) -> str:
    """An attribute with the space before it."""
    return f' {name}="{str(value).translate(_ATTRIBUTE)}"'


def attributes(pairs: Iterable[tuple[str, object]]) -> str:
    """Attributes, those whose value is None left out."""
    return "".join([attribute(name, value) for name, value in pairs if value is not None])
