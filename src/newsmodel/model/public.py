"""What readers may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from newsmodel.errors import NotPublicError
from newsmodel.model.article import Article, LanguageVersion
from newsmodel.model.base import Model, changed, default_of, fields_of, per_class
from newsmodel.model.blocks import Figure, RawBlock, Section
from newsmodel.model.concept import Concept, ContactInfo
from newsmodel.model.inlines import RawInline
from newsmodel.model.media import Media
from newsmodel.model.people import Contributor
from newsmodel.model.rendition import Rendition
from newsmodel.model.rights import Embargo
from newsmodel.model.text import Extension
from newsmodel.model.vocabulary import Status

__all__ = ["public"]

T = TypeVar("T", bound=Model)

HIDDEN: dict[str, Any] = {
    "editor_notes": (),
    "extensions": (),
    "contacts": (),
    "instructions": None,
    "message_header": None,
    "item": None,
    "title": None,
    "alternatives": (),
    "dialect": None,
    "generators": (),
    "file_name": None,
    "hops": (),
    "target": None,
    "properties": (),
    "item_properties": (),
}
"""Fields that are never public, with what stands in their place."""


def public(article: Article, *, at: datetime | None = None, override: bool = False) -> Article:
    """The article as readers may see it.

    Editor notes, contacts, instructions, names for the newsroom, carried extensions and markup,
    and whatever the source keeps from readers are left out. Each translation and each medium is
    judged on its own: one that may not be seen is left out, with the figures that show it.

    Args:
        article: the article.
        at: the moment of publication. An embargo that has ended by then is over; without a
            moment every embargo counts as running, for no clock is ever read.
        override: publish even what is withheld, canceled or embargoed.

    Raises:
        NotPublicError: the article itself is withheld, canceled or embargoed.
    """
    if not override and (reason := reason_not_public(article, at)):
        remedy = (
            "pass at=… if the embargo is over by then, or override=True to publish all the same"
        )
        raise NotPublicError(article.id, reason, remedy)

    def allowed(part: Any) -> bool:
        return override or reason_not_public(part, at) is None

    shown = changed(
        article,
        translations=tuple(filter(allowed, article.translations)),
        **{n: tuple(filter(allowed, getattr(article, n))) for n in ("images", "videos", "audios")},
    )
    hidden = _media_ids(article) - _media_ids(shown)
    return _cleaned(shown, lambda node: isinstance(node, Figure) and node.image_id in hidden)


def reason_not_public(part: LanguageVersion | Media, at: datetime | None) -> str | None:
    """Why readers may not see an article, a translation or a medium; None where they may."""
    if part.status is not Status.USABLE:
        return part.status.value
    if part.embargo is not None and _running(part.embargo, at):
        until = part.embargo.until
        return f"embargoed until {until.isoformat()}" if until else "embargoed with no end given"
    return None


def _running(embargo: Embargo, at: datetime | None) -> bool:
    if embargo.until is None or at is None:
        return True
    if (embargo.until.tzinfo is None) != (at.tzinfo is None):
        return True  # which comes first cannot be told
    return at < embargo.until


def _media_ids(article: Article) -> set[str | None]:
    return {medium.id for medium in (*article.images, *article.videos, *article.audios)}


def _cleaned(model: T, unwanted: Callable[[Any], bool]) -> T:
    """An object without what is not public in it, at any depth; the same one where all is."""
    changes = {}
    for name, default in _open_fields(type(model)).items():
        value = getattr(model, name)
        if _is_hidden(value):
            value, changes[name] = default, default
        new = HIDDEN[name] if name in HIDDEN and _hides(model, name) else _clean(value, unwanted)
        if new is not value and new != value:
            changes[name] = new
    return changed(model, **changes) if changes else model


def _hides(model: Model, name: str) -> bool:
    """`title` is hidden only where it is a name for the newsroom."""
    return name != "title" or isinstance(model, LanguageVersion)


def _clean(value: Any, unwanted: Callable[[Any], bool]) -> Any:
    if isinstance(value, Model):
        return _cleaned(value, unwanted)
    if not isinstance(value, tuple):
        return value
    return tuple(
        [_clean(part, unwanted) for part in value if not (_is_hidden(part) or unwanted(part))]
    )


def _is_hidden(part: Any) -> bool:
    if isinstance(part, RawBlock | RawInline | ContactInfo | Extension):
        return True
    if isinstance(part, Contributor):
        return part.concept is not None and not part.concept.public
    return isinstance(part, Section | Rendition | Concept) and not part.public


@per_class
def _open_fields(cls: type) -> dict[str, Any]:
    """The fields that count when objects are compared, with their defaults."""
    return {field.name: default_of(field) for field in fields_of(cls) if field.eq}


def hidden_places(article: Article, shown: Article) -> tuple[str, ...]:
    """The fields of the article in which something was left out of what is shown."""
    return tuple(
        f"$.{name}"
        for name in _open_fields(Article)
        if getattr(article, name) != getattr(shown, name)
    )
