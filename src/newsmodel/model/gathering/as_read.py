"""Media that were kept from readers already when the text was read that shows them.

A text that came with a picture which may not be used goes on as it came. So a reader notes at the
picture how things stood; once they stand otherwise, the text may not go on with it unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from newsmodel.model.article import MEDIA, Article
from newsmodel.model.base import changed
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.shown_items import is_kept_back, items_shown
from newsmodel.model.in_text import AnyMedia
from newsmodel.model.media import Media
from newsmodel.model.rights import Embargo
from newsmodel.model.strictness import latest, strictest
from newsmodel.model.text import Extension
from newsmodel.model.vocabulary import Status

__all__ = ["as_strict", "is_noted", "media_as_read", "naming", "noted", "unnoted", "without_note"]

_FORMAT, _PLACE = "newsmodel", "$.body.figure"


def noted(article: Article, shown_in: Callable[[Article], Container[str | None]]) -> Article:
    """The article with a note at each of these media of its text that is kept from readers now.

    Args:
        article: the article, as it was read.
        shown_in: gives the ids of the media that count.
    """
    held = {medium.id: medium for medium in _media(article)}
    if not any(map(is_kept_back, held.values())):
        return article
    ids, strict = shown_in(article), as_strict(held)

    def turn(medium: Media) -> Media:
        shown = strict.get(medium.id, medium)
        if medium.id not in ids or not is_kept_back(shown):
            return medium
        note = Extension(format=_FORMAT, place=_PLACE, content=_standing(shown, article))
        return changed(medium, extensions=(*without_note(medium).extensions, note))

    return changed(article, **{n: tuple(map(turn, getattr(article, n))) for n in MEDIA})


def naming(article: Article) -> frozenset[str | None]:
    """The ids of media in the text of an article of a feed that show an item which it has."""
    if item_dialect(article) is None:
        return frozenset()
    held = {medium.id: medium for medium in _media(article)}
    return frozenset([ident for shown in items_shown(held) for ident in shown.in_text])


def unnoted(article: Article) -> Article:
    """The article without such notes."""
    if not any(map(is_noted, _media(article))):
        return article
    return changed(article, **{n: tuple(map(without_note, getattr(article, n))) for n in MEDIA})


def is_noted(medium: Media) -> bool:
    """Whether there is such a note at a medium."""
    return _note(medium) is not None


def media_as_read(article: Article) -> dict[str | None, Media]:
    """The media by id, `as_strict`; where things stand otherwise now, without their notes."""
    held = dict(as_strict({medium.id: medium for medium in _media(article)}))
    for ident, medium in held.items():
        note = _note(medium)
        if note is not None and note.content != _standing(medium, article):
            held[ident] = without_note(medium)
    return held


def as_strict(media: Mapping[str | None, Media]) -> Mapping[str | None, Media]:
    """The media by id, an item and those of a text that show it being one: the strictest counts."""
    if not any(map(is_kept_back, media.values())):
        return media
    strict = dict(media)
    for shown in items_shown(media):
        items, in_text = ([media[ident] for ident in each] for each in shown)
        all_orders, of_texts = _orders([*items, *in_text]), _orders(in_text)
        strict |= {ident: _under(all_orders, strict[ident]) for ident in shown.in_text}
        strict |= {ident: _under(of_texts, strict[ident]) for ident in shown.items}
    return strict


Orders = tuple[Status, Embargo | None]


def _orders(media: Iterable[Media]) -> Orders:
    each = [(medium.status, medium.embargo) for medium in media]
    return strictest(status for status, _ in each), latest(embargo for _, embargo in each)


def _under(orders: Orders, medium: Media) -> Media:
    status, embargo = orders
    return changed(
        medium,
        status=strictest([status, medium.status]),
        embargo=latest([embargo, medium.embargo]),
    )


def _media(article: Article) -> Iterator[Media]:
    return (medium for name in MEDIA for medium in getattr(article, name))


def _standing(medium: Media, article: Article) -> str:
    """The orders for a medium and for its article, as words to compare."""
    return " ".join([medium.status, _end(medium.embargo), article.status, _end(article.embargo)])


def _end(embargo: Embargo | None) -> str:
    if embargo is None:
        return "-"
    return "open" if embargo.until is None else embargo.until.isoformat()


def _note(medium: Media) -> Extension | None:
    if not medium.extensions:
        return None
    return next((e for e in medium.extensions if e.place == _PLACE and e.format == _FORMAT), None)


def without_note(medium: AnyMedia) -> AnyMedia:
    """A medium without such a note."""
    note = _note(medium)
    if note is None:
        return medium
    return changed(medium, extensions=tuple([e for e in medium.extensions if e is not note]))
