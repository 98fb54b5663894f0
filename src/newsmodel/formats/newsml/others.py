"""Items of a message that are no part of any article: said, since articles alone are given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from newsmodel.model import Message, OtherItem, Problem, Severity
from newsmodel.model.message import alternatives_of

__all__ = ["OTHER_ITEMS", "left_out", "others_of"]

OTHER_ITEMS = ("catalogItem", "conceptItem", "knowledgeItem", "planningItem")
"""The kinds of items that hold no news."""


def others_of(message: Message) -> Mapping[str, int]:
    """How many items of a message are no part of its articles, by kind.

    A package that only says which items are versions of one another is part of them.
    """
    packages = [package for package in message.packages if not alternatives_of(package)]
    others = Counter(item.kind for item in message.items if isinstance(item, OtherItem))
    return Counter(packageItem=len(packages)) + others


def left_out(others: Mapping[str, int]) -> tuple[Problem, ...]:
    """What is said of them, if there are any."""
    counted = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()) if count)
    if not counted:
        return ()
    message = (
        f"its document holds more than articles: {counted}; loads_message gives the whole of it"
    )
    return (Problem(rule="newsml.left-out", severity=Severity.INFO, message=message),)
