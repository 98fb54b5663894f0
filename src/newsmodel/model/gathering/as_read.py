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
from newsmodel.model.in_text import named_item
from newsmodel.model.media import Media
from newsmodel.model.rights import Embargo
from newsmodel.model.text import Extension
from newsmodel.model.vocabulary import Status

__all__ = ["is_noted", "media_as_read", "naming", "noted", "shown_for", "unnoted"]

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
    ids = shown_in(article)

    def turn(medium: Media) -> Media:
        shown = shown_for(medium, held)
        if medium.id not in ids or not _is_kept_back(shown):
            return medium
        note = Extension(format=_FORMAT, place=_PLACE, content=_standing(shown, article))
        return changed(medium, extensions=(*_unnoted(medium).extensions, note))

    return changed(article, **{n: tuple(map(turn, getattr(article, n))) for n in MEDIA})


def naming(article: Article) -> frozenset[str | None]:
    """The ids of media in the text of an article of a feed that name one which it has."""
    if item_dialect(article) is None:
        return frozenset()
    held = {medium.id: medium for medium in _media(article)}
    return frozenset([m.id for m in held.values() if shown_for(m, held) is not m])


def unnoted(article: Article) -> Article:
    """The article without such notes."""
    if not any(map(is_noted, _media(article))):
        return article
    return changed(article, **{n: tuple(map(_unnoted, getattr(article, n))) for n in MEDIA})


def is_noted(medium: Media) -> bool:
    """Whether there is such a note at a medium."""
    return _note(medium) is not None


def media_as_read(article: Article) -> dict[str | None, Media]:
    """The media by id; those for which things stand otherwise now are without their notes."""
    held: dict[str | None, Media] = {medium.id: medium for medium in _media(article)}
    for ident, medium in held.items():
        note = _note(medium)
        if note is not None and note.content != _standing(shown_for(medium, held), article):
            held[ident] = _unnoted(medium)
    return held


def shown_for(medium: Media, held: Mapping[str | None, Media]) -> Media:
    """The medium whose orders count where one is shown: that of the item it names, if here."""
    return held.get(named_item(medium) or named_by(medium) or medium.id, medium)


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


def _unnoted(medium: Media) -> Media:
    note = _note(medium)
    if note is None:
        return medium
    return changed(medium, extensions=tuple([e for e in medium.extensions if e is not note]))
