"""Who is named, and not only known by a code."""

from __future__ import annotations

from newsmodel.model import Concept, Contributor

__all__ = ["printed_name"]


def printed_name(who: Contributor | None) -> str:
    """The first name of somebody that a page can print, which a mere code is not; "" for none."""
    if who is None:
        return ""
    concept = who.concept or Concept()
    said = (who.name, *(name.value for name in concept.names), concept.literal)
    return next((words for each in said if each and (words := each.strip())), "")
