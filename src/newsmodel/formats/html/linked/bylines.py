"""Who wrote an article by its printed byline alone, and which names are no person's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel.captions import read_credit
from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.html.linked.nodes import Node, node
from newsmodel.formats.html.webpages.names import is_newsroom, is_person, names_in, without_by
from newsmodel.formats.html.webpages.words import page_words

__all__ = ["is_agency", "is_organisation", "is_somebody", "named_in"]

_PLACE = re.compile(r" (?:in|aus|from) [^\W\d_][^,]*$")
"""Where somebody writes from, behind the name."""
_SURE = 3
"""What a credit weighs in which a known agency is named."""
_ACRONYM = 4
"""Letters of an acronym that may be a given name as well."""
_COMPANY = re.compile(r"[,\s](?:inc|ltd|llc|plc|corp|gmbh|limited)\.?$", re.IGNORECASE)
"""What stands behind the names of companies, and behind no person's."""


def named_in(byline: str, language: str | None, owners: Iterable[str]) -> list[Node | None]:
    """The persons a byline names, else what it says as it stands.

    Nothing where it names but the house itself.

    Args:
        byline: the line.
        language: the language of the article.
        owners: the names of those who publish and provide it.
    """
    lines, owners = [" ".join(line.split()) for line in byline.splitlines()], list(owners)
    line = ", ".join(filter(None, lines))
    names = [_PLACE.sub("", name) for name in names_in(line, page_words())]
    houses = [name for name in names if name in owners or _is_house(name, language, owners)]
    people = [n for n in names if n not in houses and _is_person(n, language, owners)]
    if len(people) + len(houses) < len(names) or not names:  # nobody is left out, or taken for two
        return [node("Thing", name=without_by(line, page_words()))]
    if people:
        return [node("Person", name=name) for name in people]
    return [node("Organization", name=name) for name in houses if name not in owners]


def _is_person(name: str, language: str | None, owners: Iterable[str]) -> bool:
    return (
        is_person(name)
        and not is_newsroom(name, owners, page_words())
        and read_credit(name, language).photographers == (name,)
    )


def _is_house(line: str, language: str | None, owners: Iterable[str]) -> bool:
    """Whether a line names an agency, or a newsroom."""
    return _is_agency(line, language) or is_newsroom(line, owners, page_words())


def _is_agency(line: str, language: str | None) -> bool:
    credit = read_credit(line, language)
    return credit.weight >= _SURE and not credit.photographers and line in credit.agencies


_AGENCIES = Remembered(lambda name: bool(_COMPANY.search(name)) or _is_sure_agency(name))
_NEWSROOMS = Remembered(lambda name: is_newsroom(name, (), page_words()))
_SOMEBODY = Remembered(lambda name: _is_person(name, None, ()))


def _is_sure_agency(name: str) -> bool:
    """Whether a known agency is meant: "MIA" is one, "Mia" may be somebody."""
    is_given_name = len(name) <= _ACRONYM and name.istitle()
    return not is_given_name and _is_agency(name, None)


def is_agency(name: str) -> bool:
    """Whether a name is that of a known agency, or of a company."""
    return _AGENCIES[name]


def is_organisation(name: str) -> bool:
    """Whether a name is that of an agency, a company or a newsroom, and so no person's."""
    return is_agency(name) or _NEWSROOMS[name]


def is_somebody(name: str) -> bool:
    """Whether a name can be nothing but a person's."""
    return _SOMEBODY[name]
