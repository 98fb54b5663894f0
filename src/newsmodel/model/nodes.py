"""What blocks and inlines have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from newsmodel.model.base import Model
from newsmodel.model.checks import Attributes, Tag, is_collection
from newsmodel.model.vocabulary import Direction

__all__ = ["Block", "Inline", "Node", "merged"]


@attrs.frozen(kw_only=True, repr=False)
class Node(Model):
    """A piece of a body, a block or an inline."""

    attributes: Attributes = ()
    """The harmless attributes it was read with (class, id, data-*), sorted by name."""
    language: Tag | None = None
    """Language where it is not that of what surrounds it."""
    direction: Direction | None = None
    """Direction of the script where it does not follow from the language."""

    @property
    def text(self) -> str:
        """Its plain text."""
        return ""


@attrs.frozen(kw_only=True, repr=False)
class Inline(Node):
    """A piece of running text that is more than a plain string."""


@attrs.frozen(kw_only=True, repr=False)
class Block(Node):
    """A piece of a body that stands on lines of its own."""


def merged(value: Any) -> tuple[Any, ...]:
    """Running content in normal form: neighbouring strings joined, empty ones dropped.

    What is no collection is left as it is, for the check to refuse by name.
    """
    if isinstance(value, str):
        return (value,) if value else ()
    if not is_collection(value):
        return value  # type: ignore[no-any-return]  # no tuple, and refused for it
    if type(value) is tuple and len(value) == 1 and value[0] != "":
        return value
    run: list[Any] = []
    for item in value:
        if isinstance(item, str) and run and isinstance(run[-1], str):
            run[-1] += item
        elif item != "":
            run.append(item)
    return tuple(run)


def text_of(content: tuple[Node | str, ...]) -> str:
    """The plain text of running content."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return "".join([item if isinstance(item, str) else item.text for item in content])


def lines_of(blocks: Iterable[Node]) -> str:
    """The plain text of blocks, a block a line, those without text left out."""
    return "\n".join(filter(None, [block.text for block in blocks]))
