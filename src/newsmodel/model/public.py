"""What readers may see."""

from __future__ import annotations

import operator
import typing
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from newsmodel.errors import NotPublicError
from newsmodel.model.article import Article, LanguageVersion
from newsmodel.model.base import Model, changed, default_of, fields_of, hints, maker, per_class
from newsmodel.model.blocks import Figure, RawBlock, Section
from newsmodel.model.concept import Concept, ContactInfo
from newsmodel.model.inlines import RawInline
from newsmodel.model.media import Media
from newsmodel.model.nodes import Node
from newsmodel.model.people import Contributor
from newsmodel.model.rendition import Rendition
from newsmodel.model.rights import Embargo
from newsmodel.model.text import Extension
from newsmodel.model.vocabulary import Status

__all__ = ["public"]

T = TypeVar("T", bound=Model)
Gone: TypeAlias = frozenset[str | None]
"""The ids of media that readers may not see."""

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

_JUDGED = ("translations", "images", "videos", "audios")
"""Fields whose parts are judged each on its own."""


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

    judged = {name: getattr(article, name) for name in _JUDGED}
    kept = {name: tuple(filter(allowed, parts)) for name, parts in judged.items()}
    changes = {name: parts for name, parts in kept.items() if len(parts) != len(judged[name])}
    if not changes:
        return _cleaned(article, frozenset())
    shown = with_fields(article, changes)
    return _cleaned(shown, _media_ids(article) - _media_ids(shown))


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


def _media_ids(article: Article) -> Gone:
    return frozenset([m.id for m in (*article.images, *article.videos, *article.audios)])


_HIDEABLE = (RawBlock, RawInline, ContactInfo, Extension, Contributor, Section, Rendition, Concept)
"""Classes of which an object, or all of them, may not be for readers."""


def _cleaned(model: T, gone: Gone) -> T:
    """An object without what is not public in it, at any depth; the same one where all is."""
    names, defaults, values_of = _open_fields(type(model))
    values = values_of(model)
    if values == defaults:
        return model
    changes = {}
    for name, value, default in zip(names, values, defaults, strict=True):
        if value is default:
            continue
        hidden = name in HIDDEN and _hides(model, name)
        new = default if hidden else _clean(value, default, gone)
        if new is not value:
            changes[name] = new
    if not changes:
        return model
    # Running text must be joined anew where something was taken out of it.
    return changed(model, **changes) if isinstance(model, Node) else with_fields(model, changes)


def with_fields(model: T, fields: dict[str, Any]) -> T:
    """The object with some fields changed to values in normal form, which are not checked again."""
    every = {field.name: getattr(model, field.name) for field in fields_of(type(model))}
    made: T = maker(type(model))(**every | fields)
    return made


def _hides(model: Model, name: str) -> bool:
    """`title` is hidden only where it is a name for the newsroom."""
    return name != "title" or isinstance(model, LanguageVersion)


def _clean(value: Any, hidden: Any, gone: Gone) -> Any:
    """A value that readers may see; `hidden` in place of one they may not."""
    if type(value) is tuple:
        return _clean_all(value, gone)
    if not isinstance(value, Model):
        return value
    return hidden if _is_hidden(value, gone) else _cleaned(value, gone)


def _clean_all(values: tuple[Any, ...], gone: Gone) -> tuple[Any, ...]:
    """The parts that readers may see; the same tuple where that is all of them."""
    if len(values) == 1 and type(values[0]) is str:
        return values
    kept = []
    for part in values:
        if type(part) is str:
            kept.append(part)
        elif (new := _clean(part, None, gone)) is not None:
            kept.append(new)
    same = len(kept) == len(values) and all(map(operator.is_, kept, values))
    return values if same else tuple(kept)


def _is_hidden(part: Model, gone: Gone) -> bool:
    judge = _judge_for(type(part))
    return judge is not None and judge(part, gone)


@per_class
def _judge_for(cls: type) -> Callable[[Any, Gone], bool] | None:
    """Tells whether an object of a class is hidden; None where none ever is."""
    if issubclass(cls, RawBlock | RawInline | ContactInfo | Extension):
        return lambda part, gone: True
    if issubclass(cls, Contributor):
        return lambda part, gone: part.concept is not None and not part.concept.public
    if issubclass(cls, Figure):
        return lambda part, gone: part.image_id in gone
    return (lambda part, gone: not part.public) if issubclass(cls, _HIDEABLE) else None


@per_class
def _open_fields(cls: type) -> tuple[tuple[str, ...], tuple[Any, ...], Callable[[Any], Any]]:
    """The fields in which something may be hidden: names, defaults, and what gives their values."""
    fields = [f for f in fields_of(cls) if f.eq and (f.name in HIDDEN or _may_hide(cls, f.name))]
    names = tuple([field.name for field in fields])
    get = operator.attrgetter(*names) if names else None

    def values_of(model: Any) -> Any:
        values = get(model) if get else ()
        return values if len(names) != 1 else (values,)

    return names, tuple([default_of(field) for field in fields]), values_of


def _may_hide(cls: type, name: str) -> bool:
    return any(not _is_inert(each) for each in _classes_in(hints(cls)[name]))


def _classes_in(kind: Any) -> Iterator[type]:
    """The classes of the model an annotation names, and those below them."""
    if isinstance(kind, type) and issubclass(kind, Model):
        yield kind
        for narrower in kind.__subclasses__():
            yield from _classes_in(narrower)
    for argument in typing.get_args(kind):
        yield from _classes_in(argument)


@per_class
def _is_inert(cls: type) -> bool:
    """Whether no object of a class can hold anything hidden, nor be hidden itself."""
    return not _reached(cls, set())


def _reached(cls: type, seen: set[type]) -> bool:
    """Whether something that may be hidden can be reached from objects of a class."""
    if cls in seen:
        return False
    seen.add(cls)
    if issubclass(cls, (*_HIDEABLE, Figure)) or any(f.name in HIDDEN for f in fields_of(cls)):
        return True
    kinds = hints(cls).values()
    return any(_reached(each, seen) for kind in kinds for each in _classes_in(kind))


def hidden_places(article: Article, shown: Article) -> tuple[str, ...]:
    """The fields of the article in which something was left out of what is shown."""
    return tuple(
        f"$.{name}"
        for name in _open_fields(Article)[0]
        if getattr(article, name) != getattr(shown, name)
    )
