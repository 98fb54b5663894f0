"""Media that were kept from readers already when the text was read that shows them.

A text that came with a picture which may not be used goes on as it came. So a reader notes at the
picture how things stood; once they stand otherwise, the text may not go on with it unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from newsmodel.model.article import MEDIA, Article
from newsmodel.model.base import changed
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.named_media import named_by
from newsmodel.model.in_text import AnyMedia, named_item
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
    if not any(map(_is_kept_back, held.values())):
        return article
    ids, strict = shown_in(article), as_strict(held)

    def turn(medium: Media) -> Media:
        shown = strict.get(medium.id, medium)
        if medium.id not in ids or not _is_kept_back(shown):
            return medium
        note = Extension(format=_FORMAT, place=_PLACE, content=_standing(shown, article))
        return changed(medium, extensions=(*without_note(medium).extensions, note))

    return changed(article, **{n: tuple(map(turn, getattr(article, n))) for n in MEDIA})


def naming(article: Article) -> frozenset[str | None]:
    """The ids of media in the text of an article of a feed that name one which it has."""
    if item_dialect(article) is None:
        return frozenset()
    held = {medium.id: medium for medium in _media(article)}
    return frozenset([m.id for m in held.values() if _item_named(m) in held])


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
    """The media by id, an item and those of a text that name it being one: the strictest counts."""
    if not any(map(_is_kept_back, media.values())):
        return media
    named: dict[str, list[Media]] = {}
    for medium in media.values():
        item = _item_named(medium)
        if item is not None and item in media:
            named.setdefault(item, [media[item]]).append(medium)
    strict = dict(media)
    for same in named.values():
        status, embargo = strictest(m.status for m in same), latest(m.embargo for m in same)
        strict |= {m.id: changed(m, status=status, embargo=embargo) for m in same}
    return strict


def _item_named(medium: Media) -> str | None:
    """The id of the item that a medium in a text names as what it shows."""
    return named_item(medium) or named_by(medium)


def _media(article: Article) -> Iterator[Media]:
    return (medium for name in MEDIA for medium in getattr(article, name))


def _is_kept_back(medium: Media) -> bool:
    return medium.status is not Status.USABLE or medium.embargo is not None


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
