"""What an article brings along: pictures, videos, sounds, translations, links, quotations.

A picture is an associated object of that type. ninjs has no property for translations and
quotations: they are associations whose `rel` says so, and where a version has no `rel`, whose name
begins with that word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from newsmodel.formats.ninjs.documents import objects
from newsmodel.formats.ninjs.documents.carrying import carried_in, fits
from newsmodel.formats.ninjs.documents.figures import associated, filled, remembered, still_said
from newsmodel.formats.ninjs.documents.reading import FIGURES, fields_in, files_of, ident_in
from newsmodel.formats.ninjs.documents.sorts import MEDIA, Context, own_medium
from newsmodel.formats.ninjs.names import ORIGINAL, QUOTE, TRANSLATION
from newsmodel.formats.ninjs.properties import bodies, values as v
from newsmodel.formats.ninjs.properties.bodies import Figures
from newsmodel.formats.ninjs.properties.concepts import as_concept
from newsmodel.formats.ninjs.properties.links import is_trust
from newsmodel.formats.ninjs.uris import as_address, as_uri
from newsmodel.formats.ninjs.versions.shapes import shape_of
from newsmodel.model import (
    Article,
    Block,
    Concept,
    Image,
    ImageRole,
    Kind,
    Link,
    Media,
    Quote,
    Translation,
)
from newsmodel.model.article import LanguageVersion, made_id
from newsmodel.model.in_text import is_in_text

__all__ = ["read", "telling", "tells", "written"]

Object: TypeAlias = v.Object

MAX_DEPTH = 4
"""Objects associated with objects deeper than this are carried as they are."""

_ROLE = re.compile(r"(lead|inline|gallery)(?:_[0-9]+)?")
_OWN_NAME = re.compile(rf"({TRANSLATION}|{ORIGINAL}|{QUOTE})(?:_[0-9]+)?")
_FILE = "web"
_ORDER = ("images", "videos", "audios")


# ------------------------------------------------------------------ reading
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
    name = _medium_name(fields.get("role"), cls, number)
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
    if _related(link, inner, None) == {key: held for key, held in each.items() if key != "type"}:
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
    return article


def _kind(each: Object) -> Kind:
    try:
        return v.kind(each.get("type", "text"))
    except v.Odd:
        return Kind.TEXT


def _page(each: Object) -> Object | None:
    """The address of a page among the files, in the form in which links are written."""
    files = each.get("renditions")
    file = files[0] if isinstance(files, list) and len(files) == 1 else None
    if isinstance(file, dict) and file.get("name") == _FILE and isinstance(file.get("href"), str):
        return file
    return None


# ------------------------------------------------------------------ writing
def written(article: LanguageVersion, context: Context) -> list[Object]:
    """The associations of an article or a translation."""
    inner = attrs.evolve(context, depth=context.depth + 1, top=False, id=None, rel=None)
    items: list[Object] = []
    if isinstance(article, Article):
        own = own_medium(article)
        media = [medium for medium in _media_in(article) if medium is not own]
        media = associated(media, said=is_body_kept(article, context))
        for number, medium in enumerate(media, 1):
            items.append(_medium_document(medium, article.id, number, inner))
        for number, translation in enumerate(article.translations, 1):
            items.append(_translation_document(translation, article.id, number, inner))
    items += _original(article, context.id if context.id is not None else article.id or "")
    related = [link for link in article.links if not is_trust(link)]
    for number, link in enumerate(related, 1):
        rel = link.rel
        items.append(_related(link, attrs.evolve(inner, name=f"link_{number}", rel=rel),
                              link.target))  # fmt: skip
    ident = context.id if context.id is not None else article.id
    return [*items, *_quotations(article, ident or "")]


def is_body_kept(article: Article, context: Context) -> bool:
    """Whether the body an article was read with may be written: it still says all of the media.

    An article whose media got nothing from its figures may have it in any case.
    """
    media = _media_in(article)
    marked, known = remembered(media)
    if not marked:
        return True
    items = carried_in(article.extensions).get("bodies")
    same = context.source == context.version
    if not same and not fits("bodies", items, context.source, context.version):
        return False
    blocks, figures = known or _read_again(items, article, context)
    return figures is not None and blocks == article.body and still_said(media, figures)


def _media_in(article: Article) -> tuple[Media, ...]:
    return (*article.images, *article.videos, *article.audios)


def _read_again(
    items: Any, article: Article, context: Context
) -> tuple[tuple[Block, ...], Figures | None]:
    """The body of carried bodies, and what its figures say."""
    if not isinstance(items, list):
        return (), None
    bare = [medium for medium in _media_in(article) if not is_in_text(medium)]
    inner = attrs.evolve(context, depth=context.depth + 1, top=False, id=None, rel=None)
    documents = [_medium_document(m, article.id, n, inner) for n, m in enumerate(bare, 1)]
    figures = Figures(files_of(documents), alone=True)
    return bodies.read(items, figures, article.language)[0], figures


def _medium_name(role: ImageRole | None, cls: type[Media], number: int) -> str:
    word = role.value if role else {"Image": "picture"}.get(cls.__name__, cls.__name__.lower())
    return f"{word}_{number}"


def _medium_document(medium: Media, ident: str, number: int, context: Context) -> Object:
    if (known := context.read_from(medium)) is not None:
        return dict(known)
    name = _medium_name(getattr(medium, "role", None), type(medium), number)
    made_up = made_id(ident, f"media-{number}") if medium.id is None else None
    return objects.document_of(medium, attrs.evolve(context, id=made_up, name=name))


def _translation_document(each: Translation, ident: str, number: int, context: Context) -> Object:
    if (known := context.read_from(each)) is not None:
        return dict(known)
    made_up = made_id(ident, each.language) if each.id is None else None
    name = f"{TRANSLATION}_{number}"
    return objects.document_of(each, attrs.evolve(context, id=made_up, name=name, rel=TRANSLATION))


def _original(article: LanguageVersion, ident: str) -> list[Object]:
    """What an article was translated from, as far as it is known."""
    source = (article.source_id, article.source_language, article.source_version)
    if source == (None, None, None):
        return []
    uri = article.source_id if article.source_id is not None else made_id(ident, ORIGINAL)
    number = None if article.source_version is None else str(article.source_version)
    return [
        v.without_none(
            name=ORIGINAL, rel=ORIGINAL, uri=as_uri(uri), version=number,
            language=article.source_language,
        )
    ]  # fmt: skip


def _related(link: Link, context: Context, target: Article | None) -> Object:
    ident = link.residref if link.residref is not None else link.href
    if ident is None:
        ident = target.id if target else ""
    shown: Object = {}
    if target is not None:
        known = context.read_from(target)
        shown = dict(known or objects.document_of(target, attrs.evolve(context, id=ident)))
    shown |= v.without_none(
        name=context.name,
        rel=context.rel,
        uri=as_uri(ident),
        version=None if link.version is None else str(link.version),
        language=link.hreflang,
    )
    if link.title is not None and (target is None or target.headline is None):
        shown["headlines"] = [{"role": "main", "value": link.title}, *shown.get("headlines", ())]
    if link.href is not None and "renditions" not in shown:
        address, kind = as_address(link.href), link.content_type
        shown["renditions"] = [v.without_none(name=_FILE, href=address, contentType=kind)]
    return shown


# ------------------------------------------------------------------ quotations
def _quotations(article: LanguageVersion, ident: str) -> Iterator[Object]:
    """The quotations of the body, for those who do not look for them in it."""
    for number, quote in enumerate(article.quotes, 1):
        yield _quotation(quote, made_id(ident, f"{QUOTE}-{number}"), f"{QUOTE}_{number}")


def _quotation(quote: Quote, ident: str, name: str) -> Object:
    shown: Object = {
        "name": name,
        "rel": QUOTE,
        "uri": as_uri(ident),
        "type": "text",
        "bodies": [{"role": QUOTE, "contentType": "text/plain", "value": quote.text}],
    }
    if quote.attribution is not None:
        shown["by"] = quote.attribution
    person = _speaker(quote)
    return shown if person is None else {**shown, "people": [person]}


def _speaker(quote: Quote) -> Object | None:
    speaker = quote.speaker
    if speaker is None or not speaker.name or (speaker.person and not speaker.person.public):
        return None
    person = speaker.person or Concept()
    name = person.names[0].value if person.names else speaker.printed or speaker.name
    known = as_concept(attrs.evolve(person, names=(), role=None)) or {}
    return {"name": name, "rel": "speaker", **known}
