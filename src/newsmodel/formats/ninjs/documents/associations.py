"""What an article brings along: pictures, videos, sounds, translations, links, quotations.

A picture is an associated object of that type. ninjs has no property for translations and
quotations: they are associations whose `rel` says so, and where a version has no `rel`, whose name
begins with that word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from newsmodel.formats.ninjs.documents import objects
from newsmodel.formats.ninjs.documents.associating import FILE, medium_name, related
from newsmodel.formats.ninjs.documents.figures import as_shown, filled
from newsmodel.formats.ninjs.documents.reading import FIGURES, fields_in, ident_in
from newsmodel.formats.ninjs.documents.sorts import MEDIA, Context
from newsmodel.formats.ninjs.names import ORIGINAL, QUOTE, TRANSLATION
from newsmodel.formats.ninjs.properties import values as v
from newsmodel.formats.ninjs.properties.links import is_trust
from newsmodel.formats.ninjs.versions.shapes import shape_of
from newsmodel.model import (
    Article,
    Image,
    ImageRole,
    Kind,
    Link,
    Media,
    Translation,
)
from newsmodel.model.article import made_id

__all__ = ["read", "telling", "tells"]

Object: TypeAlias = v.Object

MAX_DEPTH = 4
"""Objects associated with objects deeper than this are carried as they are."""

_ROLE = re.compile(r"(lead|inline|gallery)(?:_[0-9]+)?")
_OWN_NAME = re.compile(rf"({TRANSLATION}|{ORIGINAL}|{QUOTE})(?:_[0-9]+)?")
_ORDER = ("images", "videos", "audios")


def read(
    cls: type,
    value: Any,
    ident: str,
    context: Context,
    article: Mapping[str, Any],
    *,
    alone: bool = False,
) -> dict[str, Any]:
    """The fields of an article or a translation that its associations fill.

    Media and translations are those of an article; what a translation is associated with beside
    its links is left to be carried.

    Args:
        cls: `Article` or `Translation`.
        value: the associations.
        ident: the id of the article.
        context: that of the article.
        article: the fields of the article that are known.
        alone: it is an article of a picture that holds none itself: a first picture without an id
            would be taken for its own.
    """
    if not isinstance(value, list) or context.depth >= MAX_DEPTH:
        return {}
    inner = attrs.evolve(context, depth=context.depth + 1, top=False, id=None)
    fields: dict[str, Any] = {}
    translations, links, media = [], [], []
    whole = issubclass(cls, Article)
    for each in value:
        if not isinstance(each, dict):
            continue
        sort = _sort_of(each)
        if sort == TRANSLATION and whole:
            translations.append(each)
        elif sort == ORIGINAL and "source_id" not in fields:
            fields |= _source(each, ident)
        elif sort in set(MEDIA) and whole:
            media.append((each, Kind(sort)))
        elif sort is None:
            links.append(each)
    fields |= _media(media, None if alone else ident, inner)
    if translations:
        fields["translations"] = tuple(
            _translation(each, ident, n, inner) for n, each in enumerate(translations, 1)
        )
    if links:
        found = [_link(each, inner) for each in links]
        related = [link for link in found if not is_trust(link)]  # those are written elsewhere
        fields["links"] = (*article.get("links", ()), *related)
    return fields


def _sort_of(each: Object) -> str | None:
    """A kind of medium, or "translation", "original", "quote"; None for what is just related."""
    rel, name, kind = each.get("rel"), each.get("name"), each.get("type")
    if rel in (TRANSLATION, ORIGINAL, QUOTE):
        return str(rel)
    own = _OWN_NAME.fullmatch(name) if rel is None and isinstance(name, str) else None
    if own:
        return own[1]
    return kind if isinstance(kind, str) and kind in set(MEDIA) else None


def tells(name: Any, rel: Any, context: Context) -> bool:
    """Whether an object of that name is still what it is where a version has no `rel`."""
    if "rel" in shape_of("association", context.version):
        return True
    own = _OWN_NAME.fullmatch(name) if isinstance(name, str) else None
    return (own[1] if own else None) == (rel if rel in (TRANSLATION, ORIGINAL, QUOTE) else None)


def telling(value: Any, said: Any, context: Context) -> Any:
    """Carried associations, those renamed whose names would not tell what they are."""
    if not isinstance(value, list) or not isinstance(said, list) or len(value) != len(said):
        return value
    return [
        each | {"name": new["name"]}
        if isinstance(each, dict) and not tells(each.get("name"), new.get("rel"), context)
        else each
        for each, new in zip(value, said, strict=True)
    ]


def _source(each: Object, ident: str) -> dict[str, Any]:
    """What an article was translated from."""
    uri = ident_in(each)
    number = v.maybe(each.get("version"))
    return {
        "source_id": None if uri == made_id(ident, ORIGINAL) else uri,
        "source_version": int(number) if number and _NUMBER.fullmatch(number) else None,
        "source_language": v.language(each.get("language")),
    }


_NUMBER = re.compile(r"[0-9]{1,18}")


def _media(found: list[tuple[Object, Kind]], ident: str | None, context: Context) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    ordered = sorted(found, key=lambda pair: _ORDER.index(MEDIA[pair[1]][0]))
    for number, (each, kind) in enumerate(ordered, 1):
        name, cls = MEDIA[kind]
        fields[name] = (*fields.get(name, ()), _medium(each, cls, ident, number, context))
    return fields


def _medium(
    each: Object, cls: type[Media], ident: str | None, number: int, context: Context
) -> Media:
    fields, _ = fields_in(each, cls)
    if cls is Image and isinstance(name := each.get("name"), str) and (own := _ROLE.match(name)):
        fields["role"] = ImageRole(own[1])
    own_id = ident_in(each)
    made_up = None if ident is None else made_id(ident, f"media-{number}")
    fields["id"] = None if own_id == made_up else own_id
    made_up = made_up if fields["id"] is None else None
    name = medium_name(fields.get("role"), cls, number)
    inner = attrs.evolve(context, id=made_up, name=name, rel=None)
    medium: Media = objects.build(cls, fields, each, inner)
    return medium


def _translation(each: Object, ident: str, number: int, context: Context) -> Translation:
    fields, _ = fields_in(each, Translation)
    own_id = ident_in(each)
    made_up = made_id(ident, fields.get("language"))
    fields["id"] = None if own_id == made_up else own_id
    fields |= read(Translation, each.get("associations"), own_id or "", context, fields)
    inner = attrs.evolve(
        context, id=None if fields["id"] else made_up, name=f"{TRANSLATION}_{number}",
        rel=TRANSLATION,
    )  # fmt: skip
    translation: Translation = objects.build(Translation, fields, each, inner)
    return translation


def _link(each: Object, context: Context) -> Link:
    """What is related: its id or address, and whatever else is said of it."""
    inner = attrs.evolve(
        context, name=v.maybe(each.get("name")), rel=v.maybe(each.get("rel")), id=None
    )
    target = read_article(each, inner)
    file = _page(each)
    href = None if file is None else v.address(file["href"])
    link = Link(
        href=href,
        residref=None if target.id == href else target.id,
        rel=v.maybe(each.get("rel")),
        title=target.headline,
        version=target.version,
        hreflang=target.language,
        content_type=v.maybe(file.get("contentType")) if file else None,
    )
    if related(link, inner, None) == {key: held for key, held in each.items() if key != "type"}:
        return link if "type" not in each else attrs.evolve(link, target=_bare(target))
    return attrs.evolve(link, target=target)


def _bare(target: Article) -> Article:
    """What a link's target says beside what the link itself says of it."""
    return attrs.evolve(target, extensions=())


def read_article(each: Object, context: Context) -> Article:
    """An associated object as an article."""
    ident = context.id or ident_in(each) or ""
    fields, own = fields_in(each, Article, kind := _kind(each))
    fields |= {"id": ident, "kind": kind}
    alone = kind in MEDIA and not own
    figures = fields.pop(FIGURES, None)
    fields |= read(Article, each.get("associations"), ident, context, fields, alone=alone)
    if figures is not None:
        fields |= filled(fields, figures)
    if own:
        name, medium = MEDIA[kind]
        fields[name] = (medium(**own), *fields.get(name, ()))
    article: Article = objects.build(Article, fields, each, context)
    return as_shown(article)


def _kind(each: Object) -> Kind:
    try:
        return v.kind(each.get("type", "text"))
    except v.Odd:
        return Kind.TEXT


def _page(each: Object) -> Object | None:
    """The address of a page among the files, in the form in which links are written."""
    files = each.get("renditions")
    file = files[0] if isinstance(files, list) and len(files) == 1 else None
    if isinstance(file, dict) and file.get("name") == FILE and isinstance(file.get("href"), str):
        return file
    return None
