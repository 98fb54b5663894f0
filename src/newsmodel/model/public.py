"""What readers may see."""

from __future__ import annotations

import operator
import typing
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

import attrs

from newsmodel.errors import NotPublicError
from newsmodel.model import comparing
from newsmodel.model.article import MEDIA, Article, LanguageVersion, Translation
from newsmodel.model.base import Model, changed, default_of, fields_of, hints, per_class, remade
from newsmodel.model.blocks import Figure, RawBlock, Section
from newsmodel.model.checks import Attributes
from newsmodel.model.concept import Concept, ContactInfo, RelatedConcept
from newsmodel.model.expected import expect_article, expect_moment
from newsmodel.model.gathering.named_items import stand_ins, with_items_for_names
from newsmodel.model.inlines import Link, RawInline
from newsmodel.model.media import Media
from newsmodel.model.nodes import Block, Node
from newsmodel.model.people import Contributor
from newsmodel.model.quote import Speaker
from newsmodel.model.rendition import Rendition
from newsmodel.model.rights import Embargo
from newsmodel.model.text import Extension
from newsmodel.model.vocabulary import Status
from newsmodel.model.withheld import without_words_of_hidden

__all__ = ["is_for_nobody", "public", "public_blocks", "with_public_people"]

N = TypeVar("N", bound=Node)
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

_OPEN_ATTRIBUTES = frozenset(
    {"class", "id", "itemid", "itemprop", "itemref", "itemscope", "itemtype", "title"}
)
"""The attributes of a source's markup that are for readers or their machines; others may be notes
of its system."""

_JUDGED = ("translations", *MEDIA)
"""Fields whose parts are judged each on its own."""


def public(article: Article, *, at: datetime | None = None, override: bool = False) -> Article:
    """The article as readers may see it.

    Editor notes, contacts, instructions, names for the newsroom, carried extensions, markup and
    attributes (`data-*`), who an anonymous speaker is, and whatever the source keeps from readers
    are left out. Each translation and each medium is judged on its own: one that may not be seen is
    left out, with the figures that show it, and so is a medium of whose files none is for readers.
    With a translation go the captions in its language. A link to a story that may not be seen goes
    with its title.

    Args:
        article: the article.
        at: the moment of publication. An embargo that has ended by then is over; without a
            moment every embargo counts as running, for no clock is ever read.
        override: publish even what is withheld, canceled or embargoed.

    Raises:
        NotPublicError: the article itself is withheld, canceled or embargoed.
        ArgumentError: it is no article, or the moment no datetime.
    """
    expect_article(article)
    expect_moment(at)
    if not override and (reason := reason_not_public(article, at)):
        raise NotPublicError(article.id, reason, _remedy(article, at))

    unseen = stand_ins(article)  # no figure shows them
    article = with_items_for_names(article)

    def allowed(part: Any) -> bool:
        usable = override or reason_not_public(part, at) is None
        return usable and not is_for_nobody(part) and part.id not in unseen

    judged = {name: getattr(article, name) for name in _JUDGED}
    kept = {name: tuple(filter(allowed, parts)) for name, parts in judged.items()}
    changes = {name: parts for name, parts in kept.items() if len(parts) != len(judged[name])}
    if not override:
        changes |= _without_links(article, kept["translations"], at)
    if not changes:
        return _cleaned(article, frozenset())
    shown = without_words_of_hidden(remade(article, **changes), article.translations)
    return _cleaned(shown, _media_ids(article) - _media_ids(shown))


def public_blocks(blocks: Iterable[Block], gone: Gone = frozenset()) -> tuple[Block, ...]:
    """Blocks as readers may see them.

    Args:
        blocks: the blocks.
        gone: the ids of media that they may not see.
    """
    return _cleaned_all(tuple(blocks), gone)


def with_public_people(node: N) -> N:
    """A node without who is not to be named in it, and what nobody may know of the others."""
    for name in ("speaker", "concept"):
        held = getattr(node, name, None)
        if held is not None:
            shown = _cleaner(type(held))(held, frozenset())
            if shown is not held:
                default = default_of(next(f for f in fields_of(type(node)) if f.name == name))
                node = remade(node, **{name: default if shown is None else shown})
    return node


def _cleaned(article: Article, gone: Gone) -> Article:
    cleaned: Article = _cleaner(Article)(article, gone)
    return cleaned


def reason_not_public(part: LanguageVersion | Media, at: datetime | None) -> str | None:
    """Why readers may not see an article, a translation or a medium; None where they may."""
    if part.status is not Status.USABLE:
        return part.status.value
    if part.embargo is not None and _running(part.embargo, at):
        until = part.embargo.until
        return f"embargoed until {until.isoformat()}" if until else "embargoed with no end given"
    return None


def _remedy(article: Article, at: datetime | None) -> str:
    """What to do to publish an article all the same."""
    override = "override=True (on the command line --override) to publish all the same"
    until = article.embargo.until if article.embargo else None
    if article.status is not Status.USABLE or until is None:
        return f"pass {override}"
    if at is None:
        return f"pass at=… (--at) if the embargo is over by then, or {override}"
    if at.tzinfo is None and until.tzinfo is not None:
        return f"at={at} names no offset, as in {at}+00:00: pass it with one, or {override}"
    if until.tzinfo is None and at.tzinfo is not None:
        return f"the embargo names no offset, and at does: give it one, or pass {override}"
    return f"at={at} is before that: pass a later moment, or {override}"


def _without_links(
    article: Article, translations: tuple[Translation, ...], at: datetime | None
) -> dict[str, Any]:
    """The fields without links to what readers may not learn of; the title is its headline."""

    def leads(version: LanguageVersion) -> tuple[Link, ...]:
        return tuple([
            link
            for link in version.links
            if link.target is None or reason_not_public(link.target, at) is None
        ])  # fmt: skip

    if all(link.target is None for each in (article, *translations) for link in each.links):
        return {}
    changes: dict[str, Any] = {}
    if len(own := leads(article)) != len(article.links):
        changes["links"] = own
    if any(len(leads(each)) != len(each.links) for each in translations):
        changes["translations"] = tuple([remade(each, links=leads(each)) for each in translations])
    return changes


def is_for_nobody(part: LanguageVersion | Media) -> bool:
    """Whether it is a medium of whose files none is for readers."""
    files = part.renditions if isinstance(part, Media) else ()
    return bool(files) and not any(file.public for file in files)


def _running(embargo: Embargo, at: datetime | None) -> bool:
    if embargo.until is None or at is None:
        return True
    if (embargo.until.tzinfo is None) != (at.tzinfo is None):
        return True  # which comes first cannot be told
    return at < embargo.until


def _media_ids(article: Article) -> Gone:
    return frozenset([m.id for m in (*article.images, *article.videos, *article.audios)])


_HIDEABLE = (
    RawBlock, RawInline, ContactInfo, Extension, Contributor, Section, Rendition, Concept,
    RelatedConcept,
)  # fmt: skip
"""Classes of which an object, or all of them, may not be for readers."""


Cleaner: TypeAlias = Callable[[Any, Gone], Any]
"""Takes an object, gives it without what is not public in it; None where none of it is."""


@per_class
def _cleaner(cls: type) -> Cleaner:
    """What cleans the objects of a class, at any depth; the same object comes back where all is.

    It is made as source text, as attrs makes its own: every page begins with it.
    """
    fields = _open_fields(cls)
    lines = ["def clean(model, gone):", *_judging(cls)]
    scope: dict[str, Any] = {"cleaner": _cleaner, "clean_all": _cleaned_all}
    scope |= {"remade": remade, "opened": _opened, "open_ones": _OPEN_ATTRIBUTES}
    if len(fields) > 1 and not issubclass(cls, Node):  # most hold nothing that may be hidden
        lines.append("    if held(model) == nothing: return model")
        scope["held"] = operator.attrgetter(*[field.name for field in fields])
        scope["nothing"] = tuple([default_of(field) for field in fields])
    lines.append("    changes = {}")
    for field in fields:
        scope[f"{field.name}_default"] = default_of(field)
        lines += [f"    value = model.{field.name}", f"    if value is not {field.name}_default:"]
        lines.append(f"        new = {_way(cls, field.name)}")
        lines.append(f"        if new is None: new = {field.name}_default")
        lines.append(f"        if new is not value: changes[{field.name!r}] = new")
    scope["changed"] = _joined if issubclass(cls, Node) else remade
    lines.append("    return changed(model, **changes) if changes else model")
    exec("\n".join(lines), scope)  # noqa: S102  # made of the names of our own fields alone
    clean: Cleaner = scope["clean"]
    return clean


def _joined(node: Node, **changes: Any) -> Node:
    """The node with what is left of it; running text out of which something was taken is joined."""
    for name, new in changes.items():
        if name != "attributes" and new.__class__ is tuple and len(new) != len(getattr(node, name)):
            return changed(node, **changes)
    return remade(node, **changes)


def _way(cls: type, name: str) -> str:
    """The source of an expression that gives what readers may see of the value of a field."""
    if _hides(cls, name):
        return f"{name}_default"
    if _are_of_markup(cls, name):
        return "value if len(value) == 1 and value[0][0] in open_ones else opened(value)"
    kind = hints(cls)[name]
    if typing.get_origin(kind) is not tuple:
        return "cleaner(value.__class__)(value, gone)"
    every = "clean_all(value, gone)"
    if str not in typing.get_args(typing.get_args(kind)[0]):
        return every
    # Most running text is one string.
    return f"value if len(value) == 1 and value[0].__class__ is str else {every}"


def _are_of_markup(cls: type, name: str) -> bool:
    """Whether a field holds the attributes of a source's markup."""
    return name == "attributes" and issubclass(cls, Node)


def _opened(pairs: Attributes) -> Attributes:
    """The attributes that may be seen; the same where all may."""
    for name, _ in pairs:
        if name not in _OPEN_ATTRIBUTES:
            return tuple([pair for pair in pairs if pair[0] in _OPEN_ATTRIBUTES])
    return pairs


def _judging(cls: type) -> list[str]:
    """The lines that tell whether an object of a class, or part of it, is hidden."""
    if issubclass(cls, RawBlock | RawInline | ContactInfo | Extension):
        return ["    return None"]
    if issubclass(cls, Contributor | RelatedConcept):
        return ["    if model.concept is not None and not model.concept.public: return None"]
    if issubclass(cls, Figure):
        return ["    if model.image_id in gone: return None"]
    if issubclass(cls, Speaker):
        return ["    if model.anonymous and model.person: model = remade(model, person=None)"]
    return ["    if not model.public: return None"] if issubclass(cls, _HIDEABLE) else []


def _hides(cls: type, name: str) -> bool:
    """Whether a field is never public; `title` only where it is a name for the newsroom."""
    return name in HIDDEN and (name != "title" or issubclass(cls, LanguageVersion))


def _cleaned_all(values: tuple[Any, ...], gone: Gone) -> tuple[Any, ...]:
    """The parts that readers may see; the same tuple where that is all of them."""
    for number, value in enumerate(values):
        if value.__class__ is not str:
            new = _cleaner(value.__class__)(value, gone)
            if new is not value:
                rest = [_cleaned_part(each, gone) for each in values[number + 1 :]]
                kept = [*values[:number], new, *rest]
                return tuple([each for each in kept if each is not None])
    return values


def _cleaned_part(value: Any, gone: Gone) -> Any:
    return value if value.__class__ is str else _cleaner(value.__class__)(value, gone)


@per_class
def _open_fields(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """The fields in which something may be hidden."""
    return tuple(
        [f for f in fields_of(cls) if f.eq and (_hides(cls, f.name) or _may_hide(cls, f.name))]
    )


def _may_hide(cls: type, name: str) -> bool:
    if _are_of_markup(cls, name):
        return True
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
    if issubclass(cls, (*_HIDEABLE, Node)) or any(f.name in HIDDEN for f in fields_of(cls)):
        return True
    kinds = hints(cls).values()
    return any(_reached(each, seen) for kind in kinds for each in _classes_in(kind))


def hidden_places(article: Article, shown: Article) -> tuple[str, ...]:
    """The places of the article where something was left out of what is shown."""
    return tuple(change.path for change in comparing.changes(article, shown))
