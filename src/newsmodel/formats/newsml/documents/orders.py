"""What an item says of the medium it is about: others look there for what the model has with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.formats._shared.orders import joint_orders
from newsmodel.formats.newsml.names import FORMAT, MEDIA
from newsmodel.model import Article, Concept, Media
from newsmodel.model.base import changed
from newsmodel.model.gathering.own_media import own_medium

__all__ = ["has_rights", "with_orders"]

_RIGHTS, _FILE = "rightsInfo", "contentSet/remoteContent"


def with_orders(article: Article) -> Article:
    """The article as its item tells it: no freer than the picture, video or sound it is about.

    Orders to editors, who is shown, and how long it plays stand there, too. The very article where
    its item says no more than it.
    """
    medium = own_medium(article) if article.kind in MEDIA else None
    changes = {} if medium is None else _orders(article, medium)
    return changed(article, **changes) if changes else article


def _orders(article: Article, medium: Media) -> dict[str, Any]:
    """The fields that the item must say otherwise than the article."""
    told: dict[str, Any] = {
        **joint_orders(article, medium),
        "rights": article.rights if has_rights(article) else medium.rights,
        "subjects": (*article.subjects, *_people(article, medium)),
    }
    if medium_with_files := _playing(article, medium):
        name = MEDIA[article.kind][0]
        every: tuple[Media, ...] = getattr(article, name)
        told[name] = tuple([medium_with_files if each is medium else each for each in every])
    return {name: value for name, value in told.items() if value != getattr(article, name)}


def has_rights(article: Article) -> bool:
    """Whether an item says anything of rights itself."""
    return article.rights is not None or any(
        e.format == FORMAT and e.place.startswith(_RIGHTS) for e in article.extensions
    )


def _people(article: Article, medium: Media) -> Iterator[Concept]:
    """Who is shown, as subjects: those that are none yet."""
    known = {key for each in article.subjects for key in _keys(each)}
    for person in medium.people_shown:
        if known.isdisjoint(_keys(person)):
            yield person if person.type else changed(person, type="person")


def _keys(concept: Concept) -> set[str]:
    codes = {concept.qcode, concept.uri, concept.literal} - {None}
    return {str(code) for code in codes or [name.value for name in concept.names]}


def _playing(article: Article, medium: Media) -> Media | None:
    """A video or a sound whose files say how long it plays, where these say nothing of it.

    Where something is carried for its files, that is told by what they said.
    """
    seconds = getattr(medium, "duration", None)
    files = medium.renditions
    if not seconds or any(file.duration is not None for file in files):
        return None
    if any(e.place.startswith(_FILE) for e in article.extensions):
        return None
    return changed(medium, renditions=tuple([changed(f, duration=seconds) for f in files]))
