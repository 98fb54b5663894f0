"""Articles, messages and other objects whose parts must fit together."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from newsmodel.formats.registry import format_named
from newsmodel.model.article import OWN, STORY, Article, Translation, made_id, picked
from newsmodel.model.base import changed, fields_of
from newsmodel.model.blocks import Figure
from newsmodel.model.gathering.items import is_sent
from newsmodel.model.gathering.joining import scattered
from newsmodel.model.media import Media
from newsmodel.model.message import Group, GroupRef, Message, OtherItem, Package
from newsmodel.model.public import public
from newsmodel.model.transmission import Catalog
from newsmodel.model.vocabulary import Kind, Status
from newsmodel.model.walk import transform
from newsmodel.testing.strategies.values import Taste, ids

__all__ = ["carried", "made_whole"]

_MEDIA = {"images": Kind.PICTURE, "videos": Kind.VIDEO, "audios": Kind.AUDIO}
_SHARED = {f.name for f in fields_of(Media)} & set(OWN)
_ELSEWHERE = ("body", "findings", "links", "message_header", "source_id", "translations", *_MEDIA)
"""What a medium's own item has no use for."""
_MARKUP = (
    '<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"'
    ' standardversion="2.35" guid="{id}" version="{version}"><itemMeta>'
    '<itemClass qcode="cinat:concept"/><provider literal="example"/>'
    "<versionCreated>2024-01-10T09:00:00Z</versionCreated></itemMeta>"
    '<concept><conceptId qcode="nm:{code}"/><type qcode="cpnat:abstract"/>'
    "<name>Rain &amp; wind</name></concept></conceptItem>"
)


# ------------------------------------------------------------------ articles
def _article(draw: DrawFn, article: Article, taste: Taste) -> Article:
    article = _with_own_languages(_with_own_ids(article))
    article = _with_known_source(draw, _with_known_figures(draw, article))
    if taste.for_format is not None and format_named(taste.for_format).for_readers:
        article = attrs.evolve(article, status=Status.USABLE, embargo=None)
    return _with_fitting_items(article)


def carried(article: Article, format: str) -> Article:
    """What a format carries of an article: of one for readers, what they may see."""
    if format in ("json", "newsml"):
        return article
    if format == "html":
        return public(article)
    module = format_named(format).module
    read: Article = module.loads(module.dumps(article))
    return attrs.evolve(read, findings=())


def _with_own_ids(article: Article) -> Article:
    """The article with ids that occur once; a second one of its kind is dropped."""
    seen = {article.id}

    def own(part: Any) -> Any:
        if part.id in seen:
            return changed(part, id=None)
        seen.update({part.id} - {None})
        return part

    names = ("translations", *_MEDIA)
    return changed(article, **{n: tuple(map(own, getattr(article, n))) for n in names})


def _with_own_languages(article: Article) -> Article:
    """The article with a single version in each language."""
    seen = {_folded(article.language)}
    kept = []
    for translation in article.translations:
        if (tag := _folded(translation.language)) not in seen:
            seen.add(tag)
            kept.append(translation)
    return attrs.evolve(article, translations=tuple(kept))


def _folded(tag: str | None) -> str:
    return (tag or "").lower()


def _with_known_figures(draw: DrawFn, article: Article) -> Article:
    """The article with most of its figures showing media it has."""
    known = [m.id for m in (*article.images, *article.videos, *article.audios) if m.id]

    def shown(node: Any) -> Any:
        if isinstance(node, Figure) and known:
            return changed(node, image_id=draw(st.sampled_from([*known, node.image_id])))
        return node

    return transform(article, shown)


def _with_known_source(draw: DrawFn, article: Article) -> Article:
    """The article with most of the sources its translations name being the article."""

    def known(translation: Translation) -> Translation:
        if translation.source_id is None:
            return translation
        source = draw(st.sampled_from([article.id, translation.source_id]))
        return attrs.evolve(translation, source_id=source)

    return attrs.evolve(article, translations=tuple(map(known, article.translations)))


def _with_fitting_items(article: Article) -> Article:
    """The article whose translations and media keep of their items what others do not say."""
    sent = [_item_id(article, t) for t in article.translations if is_sent(t)]
    media = [(name, medium) for name in _MEDIA for medium in getattr(article, name)]
    own = [m.id or made_id(article.id, f"media-{n}") for n, (_, m) in enumerate(media, 1)]
    unique = len({article.id, *sent, *own}) == 1 + len(sent) + len(own)
    alone = article.kind not in (Kind.TEXT, Kind.COMPOSITE) and not article.body
    fitting: dict[str, list[Media]] = {name: [] for name in _MEDIA}
    for (name, medium), ident in zip(media, own, strict=True):
        fitting[name].append(_medium(medium, _MEDIA[name], ident, keep=unique and not alone))
    translations = [_translation(t, article, keep=unique) for t in article.translations]
    return changed(article, translations=translations, **fitting)


def _item_id(article: Article, translation: Translation) -> str:
    return translation.id or made_id(article.id, translation.language)


def _translation(translation: Translation, article: Article, *, keep: bool) -> Translation:
    """A translation whose item says of the story what the article does not."""
    if translation.item is None or not keep or not is_sent(translation):
        return attrs.evolve(translation, item=None)
    story = picked(translation.item, STORY) | {"message_header": None}
    story["section"] = f"not {article.section}"
    return attrs.evolve(translation, item=Article(id=_item_id(article, translation), **story))


def _medium(medium: Media, kind: Kind, ident: str, *, keep: bool) -> Media:
    """A medium whose item says what the medium has no field for."""
    if medium.item is None or not keep:
        return changed(medium, item=None)
    spared = {*_SHARED, *_ELSEWHERE, "id", "kind", "section"}
    rest = {
        f.name: getattr(medium.item, f.name) for f in fields_of(Article) if f.name not in spared
    }
    return changed(medium, item=Article(id=ident, kind=kind, section="pictures", **rest))


# ------------------------------------------------------------------ messages
def _message(draw: DrawFn, message: Message, taste: Taste) -> Message:
    if not taste.strict:
        return message
    # The schema wants an item at least.
    items = _in_pieces(message) or (Article(id=draw(ids(taste))),)
    return attrs.evolve(message, items=items)


def _in_pieces(message: Message) -> tuple[Any, ...]:
    """The items of a message, articles taken apart: one for each news item; each id once."""
    items: dict[str | None, Any] = {}
    for item in message.items:
        for piece in scattered(item) if isinstance(item, Article) else (item,):
            items.setdefault(piece.id, piece)
    return tuple(items.values())


def _package(draw: DrawFn, package: Package, taste: Taste) -> Package:
    if not taste.strict:
        return package
    # As ids of elements they count in the whole message.
    home = re.sub(r"\W+", "-", package.item.id)
    names = [f"{home}-{number}" for number in range(len(package.groups))]
    groups = [_group(draw, group, names[number:]) for number, group in enumerate(package.groups)]
    item = changed(package.item, **_NOT_IN_A_PACKAGE)
    return Package(item=item, root=names[0] if names else None, groups=tuple(groups))


_NOT_IN_A_PACKAGE: dict[str, Any] = {
    "kind": Kind.COMPOSITE,
    "message_header": None,
    **dict.fromkeys(("body", "translations", *_MEDIA), ()),
}


def _group(draw: DrawFn, group: Group, names: list[str]) -> Group:
    """A group with the first of the names, which refers only to groups after itself."""
    own, *later = names
    members = [
        GroupRef(idref=draw(st.sampled_from(later))) if isinstance(member, GroupRef) else member
        for member in group.members
        if later or not isinstance(member, GroupRef)
    ]
    return attrs.evolve(group, id=own, members=tuple(members))


def _other_item(draw: DrawFn, other: OtherItem, taste: Taste) -> OtherItem:
    if not taste.strict:
        return other
    ident, version = draw(ids(taste)), draw(st.integers(1, 99))
    code = draw(st.sampled_from(("rain", "wind")))
    markup = _MARKUP.format(id=ident, version=version, code=code)
    return OtherItem(kind="conceptItem", id=ident, version=version, content=markup)


def _catalog(draw: DrawFn, catalog: Catalog, taste: Taste) -> Catalog:
    if taste.strict and catalog.href is not None:
        return Catalog(href=catalog.href, titles=catalog.titles)
    return catalog


_WHOLE: dict[type, Callable[[DrawFn, Any, Taste], Any]] = {
    Article: _article,
    Catalog: _catalog,
    Message: _message,
    OtherItem: _other_item,
    Package: _package,
}
"""Classes whose objects are more than the sum of their fields."""


def made_whole(draw: DrawFn, made: Any, taste: Taste) -> Any:
    """The object with its parts brought into agreement."""
    agree = _WHOLE.get(type(made))
    return agree(draw, made, taste) if agree else made
