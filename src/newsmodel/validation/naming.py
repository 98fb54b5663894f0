"""Who is named, and whose something is."""

from __future__ import annotations

from newsmodel.model import Concept, Contributor, Rights

__all__ = ["is_known", "is_owned", "printed_name"]


def printed_name(who: Contributor | None) -> str:
    """The first name of somebody that a page can print, which a mere code is not; "" for none."""
    if who is None:
        return ""
    concept = who.concept or Concept()
    said = (who.name, *(name.value for name in concept.names), concept.literal)
    return next((words for each in said if each and (words := each.strip())), "")


def is_known(concept: Concept | None) -> bool:
    """Whether anything but blanks tells what or who is meant: a name, a code, an address."""
    if concept is None:
        return False
    said = (concept.literal, concept.qcode, concept.uri, *(name.value for name in concept.names))
    return any(each and not each.isspace() for each in said)


def is_owned(rights: Rights | None) -> bool:
    """Whether rights say whose something is or what may be done with it."""
    if rights is None:
        return False
    words = (text.value for text in (*rights.notices, *rights.usage_terms))
    return bool(rights.links) or is_known(rights.holder) or any(map(str.strip, words))
