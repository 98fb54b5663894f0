"""What a body says of its article, above all its head: in fields that are empty, or in both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from newsmodel.formats.newsml.carrying.taking import (
    FROM_BODY,
    IN_BOTH,
    from_body,
    in_both,
    only_named,
)
from newsmodel.formats.newsml.properties.bodies import Body
from newsmodel.formats.newsml.properties.head_data import data_alike
from newsmodel.formats.newsml.properties.saying import TOLD, places_alike
from newsmodel.formats.newsml.xml.markup import element_of
from newsmodel.model import Article, Extension

__all__ = ["fill_in", "still_said"]

_HIDDEN_HEADLINE = re.compile(r"contentMeta/headline\[[0-9]+\]")
"""The place of a whole headline that is no field's."""


def fill_in(
    fields: dict[str, Any], body: Body | None, extensions: Iterable[Extension]
) -> list[Extension]:
    """Take from a body what nothing else says.

    Args:
        fields: the fields of the item, which are filled.
        body: the body; None for one that says nothing of the kind.
        extensions: what is carried of the item.

    Returns:
        what is to be carried of what the head says: which fields alone, which places in it too.
    """
    if body is None:
        return []
    said, alike = body.said, places_alike(fields, body)
    only = [name for name in said if fields.get(name) is None]
    if "headline" in only and _is_hidden(said["headline"], extensions):
        only.remove("headline")
    fields |= {name: said[name] for name in only}
    told = {name: value for name, value in body.told.items() if not fields.get(name)}
    fields |= told
    only += told
    alike += data_alike(fields, body.data)
    return [*([from_body(only)] if only else []), *([in_both(alike)] if alike else [])]


def still_said(article: Article, body: Body) -> tuple[Extension, ...]:
    """What is carried, where an island says other fields than the head of a body does."""
    now = {field: getattr(article, field) for field in TOLD}
    only = [field for field, said in body.said.items() if now[field] == said]
    only += [field for field, told in body.told.items() if getattr(article, field) == told]
    alike = [*places_alike(now, body), *data_alike(now, body.data)]
    names = {FROM_BODY: only, IN_BOTH: alike}
    return only_named(article.extensions, names)


def _is_hidden(headline: str, extensions: Iterable[Extension]) -> bool:
    """Whether a headline is one of those that an item keeps from readers."""
    held = [e.content for e in extensions if _HIDDEN_HEADLINE.fullmatch(e.place)]
    words = [" ".join("".join(element_of(each).itertext()).split()) for each in held]
    return headline.lower() in [each.lower() for each in words]
