"""Who speaks in a quotation."""

from __future__ import annotations

from newsmodel.formats.html.linked.bylines import is_agency, is_somebody
from newsmodel.formats.html.linked.nodes import Node, node
from newsmodel.formats.html.linked.things import kind_of, person_or_body, thing
from newsmodel.formats.html.pages.names import name_for
from newsmodel.model import Speaker
from newsmodel.quotes import words_for
from newsmodel.quotes.speakers.heads import full_name
from newsmodel.quotes.speakers.names import has_title, is_name, names_nobody

__all__ = ["speaker"]


def speaker(value: Speaker | None, language: str | None) -> Node | None:
    """Who speaks; one who wants not to be named is described, not named.

    So is one of whom there are words alone, and these no name: "a police spokesman". Of "she"
    nothing is said.

    Args:
        value: who speaks.
        language: the language of the page.
    """
    if value is None:
        return None
    if value.anonymous:
        name = str(name_for(value, language) or "")
        return node("Person", description=name) if name else None
    known = thing(value.person, language) if value.person else None
    if known is None or not known.get("name"):
        return _printed(" ".join((value.printed or "").split()), value.role, language)
    kind = person_or_body(known["name"], kind_of(value.person))
    return {**known, **node(kind, jobTitle=value.role if kind == "Person" else None)}


def _printed(line: str, role: str | None, language: str | None) -> Node | None:
    """One of whom nothing is known but the words printed, and perhaps an office."""
    words = words_for(language)
    if names_nobody(line, words):
        return node("Person", jobTitle=role) if role else None
    if is_agency(line):
        return node("Organization", name=line)
    if (found := full_name(line, words)) is not None and is_somebody(found.name):
        return node("Person", name=found.name, jobTitle=role)
    if not is_name(line, words):
        return node("Person" if role else "Thing", description=line, jobTitle=role)
    return node("Person" if role or has_title(line, words) else "Thing", name=line, jobTitle=role)
