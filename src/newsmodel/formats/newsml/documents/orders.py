"""What an item says of the medium it is about: others look there for what the model has with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.formats._shared.orders import joint_orders
from newsmodel.formats._shared.strictest import latest, strictest
from newsmodel.formats.newsml.names import FORMAT, MEDIA
from newsmodel.model import Article, Concept, Media, Rights
from newsmodel.model.base import changed
from newsmodel.model.gathering.as_read import without_note
from newsmodel.model.gathering.own_media import own_medium
from newsmodel.model.in_text import AnyMedia

__all__ = ["has_rights", "under", "with_orders"]

_RIGHTS, _FILE = "rightsInfo", "contentSet/remoteContent"


def with_orders(article: Article, others: Media | None = None) -> Article:
    """The article as its item tells it: no freer than the picture, video or sound it is about.

    Orders to editors, who is shown, and how long it plays stand there, too. The very article where
    its item says no more than it.

    Args:
        article: the article.
        others: its medium as all that show it tell of it.
    """
    medium = own_medium(article) if article.kind in MEDIA else None
    changes = {} if medium is None else _orders(article, medium, others)
    return changed(article, **changes) if changes else article


def under(medium: AnyMedia, order: Media) -> AnyMedia:
    """A medium no freer than another that is the same: in all orders, terms and files."""
    hidden = {file.href for file in order.renditions if not file.public} - {None}
    new: dict[str, Any] = {
        "status": strictest([medium.status, order.status]),
        "embargo": latest([medium.embargo, order.embargo]),
        "instructions": _together(medium.instructions, order.instructions),
        "rights": _with_terms(medium.rights, order.rights),
        "renditions": tuple([
            changed(file, public=False) if file.public and file.href in hidden else file
            for file in medium.renditions
        ]),
    }  # fmt: skip
    new = {name: value for name, value in new.items() if value != getattr(medium, name)}
    return changed(without_note(medium), **new) if new else medium


def _together(instructions: str | None, others: str | None) -> str | None:
    """Instructions of both, line by line, each line once."""
    if not instructions or not others or instructions == others:
        return instructions or others
    return "\n".join(dict.fromkeys([*instructions.split("\n"), *others.split("\n")]))


def _with_terms(rights: Rights | None, others: Rights | None) -> Rights | None:
    """Rights with the terms of use that others name beside."""
    own = rights.usage_terms if rights else ()
    more = [each for each in (others.usage_terms if others else ()) if each not in own]
    return changed(rights or Rights(), usage_terms=(*own, *more)) if more else rights


def _orders(article: Article, medium: Media, others: Media | None) -> dict[str, Any]:
    """The fields that the item must say otherwise than the article."""
    strict = medium if others is None else under(medium, others)
    rights = article.rights if has_rights(article) else medium.rights
    told: dict[str, Any] = {
        **joint_orders(article, strict),
        "rights": rights if strict.rights == medium.rights else _with_terms(rights, strict.rights),
        "subjects": (*article.subjects, *_people(article, medium)),
    }
    medium_with_files = _playing(article, strict)
    if medium_with_files is None and strict.renditions != medium.renditions:
        medium_with_files = changed(medium, renditions=strict.renditions)
    if medium_with_files:
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
