"""What an item says of its status and its embargo more than once: the strictest counts.

The first of each is the field's. Others, and those of a second `itemMeta`, are carried as they
came, and obeyed all the same; where the article has become freer than they are, they are left out.
So is the embargo of NITF beside the body obeyed, where the item names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import attrs

from newsmodel.errors import FieldError
from newsmodel.formats._shared.nitf import is_nitf, nitf_in
from newsmodel.formats._shared.strictest import latest, strictest
from newsmodel.formats._shared.xhtml import has_overfull_tag
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.taking import FIRST_EMBARGO
from newsmodel.formats.newsml.names import FORMAT
from newsmodel.formats.newsml.properties.concepts import concept_in
from newsmodel.formats.newsml.properties.docdata import is_over, times_in
from newsmodel.formats.newsml.properties.simple import embargo_in
from newsmodel.formats.newsml.properties.statuses import status_of
from newsmodel.formats.newsml.properties.table import ROWS
from newsmodel.formats.newsml.xml.attributes import as_moment
from newsmodel.formats.newsml.xml.markup import element_of, fragment, markup_of, serialized
from newsmodel.formats.newsml.xml.reading import Element, Reading, name_of
from newsmodel.model import AlternativeText, Article, Embargo, Extension, Status
from newsmodel.model.base import changed
from newsmodel.model.gathering.feeds import item_dialect

__all__ = [
    "COUNTING", "Beside", "amended", "beside", "nitf_beside", "released_beside",
    "without_overruled",
]  # fmt: skip

_STATUS, _EMBARGO = "pubstatus", "embargoed"
_SECTIONS = ("itemmeta", "contentmeta", "contentset", "rightsinfo")
COUNTING = (*_SECTIONS, _STATUS, _EMBARGO)
"""What counts, or holds what does, by its names in small letters."""
_PLACE = re.compile(
    rf"(?:(?:{'|'.join(_SECTIONS)})/)?(?:{'|'.join(COUNTING)})(?:\[\d+\])?", re.IGNORECASE
)
_OF_FIELDS = frozenset({"itemMeta/embargoed", "itemMeta/pubStatus"})
"""Places of what is carried for the fields themselves."""
_RIGHTS = next(row for row in ROWS if row.field == "rights")


@attrs.frozen
class Beside:
    """The strictest of what is said beside the fields."""

    status: Status = Status.USABLE
    embargo: Embargo | None = None


def beside(nodes: Iterable[Element]) -> Beside:
    """What is said by elements that stand beside those of the fields."""
    statuses, embargoes = [], []
    for node in (found for each in nodes for found in _counting(each)):
        if name_of(node).lower() == _STATUS:
            statuses.append(_status_in(node))
        else:
            embargoes.append(embargo_in(node, Reading(own=False)))
    return Beside(strictest(statuses), latest(embargoes))


def nitf_beside(texts: Iterable[AlternativeText]) -> Iterator[Element]:
    """The public texts beside a body that are NITF which says when it may be seen."""
    for each in texts:
        said = (each.content_type or "").lower()
        if not each.public or "docdata" not in each.content or has_overfull_tag(each.content):
            continue
        root = nitf_in(each.content) if is_nitf(each.content) or "nitf" in said else None
        if root is not None:
            yield root


def released_beside(texts: Iterable[AlternativeText], created: datetime | None) -> Embargo | None:
    """The embargo that ends last of those that NITF beside the body says.

    Args:
        texts: the texts beside the body.
        created: when the item was made, after which alone a release is an embargo.
    """
    said = [times_in(root).get("embargo") for root in nitf_beside(texts)]
    return latest([each for each in said if not is_over(each, created)])


def _counting(node: Element) -> Iterator[Element]:
    """The elements of status and embargo in a section, or an element that is one itself."""
    name = name_of(node).lower()
    if name in _SECTIONS:
        for each in node[:]:
            yield from _counting(each)
    elif name in (_STATUS, _EMBARGO):
        yield node


def _status_in(node: Element) -> Status:
    try:
        return status_of(concept_in(node, Reading(own=False)))
    except FieldError:
        return Status.WITHHELD


# ------------------------------------------------------------------ writing
def without_overruled(article: Article) -> Article:
    """An article without what is carried that is stricter than it has become."""
    article = _without_lost(article)
    said, gone = _carried(article), set()
    if strictest([article.status, said.status]) is not article.status:
        gone.add(_STATUS)
    if latest([article.embargo, said.embargo]) != article.embargo:
        gone.add(_EMBARGO)
    is_first = said.embargo == article.embargo  # another is written in its place
    kept = [
        _without(each, gone) if gone and _is_beside(each) else each
        for each in article.extensions
        if is_first or each.place != FIRST_EMBARGO
    ]
    return changed(article, extensions=tuple(filter(None, kept)))


def _without_lost(article: Article) -> Article:
    """An article without what counts in its rights, where they are not written as they came.

    It is said by the elements of status and embargo themselves, then.
    """
    held = [e for e in article.extensions if _is_of_rights(e.place) and _is_beside(e)]
    held = [each for each in held if [*_counting(element_of(each.content))]]
    if not held:
        return article
    carried = Carried(article.extensions)
    markup = carried.original(_RIGHTS, article.rights)
    if markup is None:
        markup = "" if article.rights is None else carried.markup(_RIGHTS, article.rights)[0]
    if markup and beside([fragment(markup)]) == beside(element_of(e.content) for e in held):
        return article
    gone = {*map(id, held)}
    return changed(article, extensions=tuple(e for e in article.extensions if id(e) not in gone))


def amended(changes: dict[str, Any], article: Article) -> dict[str, Any]:
    """The fields that an item must say otherwise, where others beside them count."""
    said, status = _carried(article), status_of(article.status_code)
    if item_dialect(article) is not None and strictest([status, said.status]) is article.status:
        changes.pop("status_code", None)
    for each in article.extensions:
        if each.place == FIRST_EMBARGO:
            until = as_moment(each.content)
            changes["embargo"] = None if until is None else Embargo(until=until)
    return changes


def _carried(article: Article) -> Beside:
    said = beside(element_of(each.content) for each in article.extensions if _is_beside(each))
    if said.embargo is not None or not article.alternatives:
        return said
    embargo = released_beside(article.alternatives, article.version_created)
    return attrs.evolve(said, embargo=embargo)


def _is_beside(extension: Extension) -> bool:
    place = extension.place
    if extension.format != FORMAT or place in _OF_FIELDS or not _PLACE.fullmatch(place):
        return False
    return serialized(extension.content) is not None


def _is_of_rights(place: str) -> bool:
    """Whether it is that of the article's rights, or of a piece of them: not of others."""
    return place.partition("/")[0] == _RIGHTS.name


def _without(extension: Extension, names: set[str]) -> Extension | None:
    """What is carried less the elements of some names; None where nothing is left."""
    node = element_of(extension.content)
    for each in _counting(node):
        if name_of(each).lower() in names:
            around = each.getparent()
            if around is None:
                return None
            around.remove(each)
    return changed(extension, content=markup_of(node))
