"""Who wrote an article, where its printed byline alone says it."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.captions import read_credit
from newsmodel.formats.html.linked.nodes import Node, node
from newsmodel.formats.html.webpages.names import is_newsroom, is_person, names_in
from newsmodel.formats.html.webpages.words import page_words

__all__ = ["named_in"]

_SURE = 3
"""What a credit weighs in which a known agency is named."""


def named_in(byline: str, language: str | None, owners: Iterable[str]) -> list[Node | None]:
    """The persons a byline names, else what it says as it stands.

    Nothing where it names but the house itself.

    Args:
        byline: the line.
        language: the language of the article.
        owners: the names of those who publish and provide it.
    """
    names, owners = names_in(byline, page_words()), list(owners)
    people = [name for name in names if _is_person(name, language, owners)]
    if people:
        return [node("Person", name=name) for name in people]
    if names and all(name in owners for name in names):
        return []
    line = ", ".join(names) or byline.strip()
    return [node("Organization" if _is_house(line, language, owners) else "Thing", name=line)]


def _is_person(name: str, language: str | None, owners: Iterable[str]) -> bool:
    return (
        is_person(name)
        and not is_newsroom(name, owners, page_words())
        and read_credit(name, language).photographers == (name,)
    )


def _is_house(line: str, language: str | None, owners: Iterable[str]) -> bool:
    """Whether a line names an agency, or a newsroom."""
    return read_credit(line, language).weight >= _SURE or is_newsroom(line, owners, page_words())
