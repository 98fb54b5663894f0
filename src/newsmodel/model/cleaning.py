"""Objects without what readers may not see of them, at any depth, by their classes."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, TypeVar

import attrs

from newsmodel.model.article import Article, LanguageVersion
from newsmodel.model.base import Model, changed, default_of, fields_of, hints, per_class, remade
from newsmodel.model.blocks import Figure, RawBlock, Section
from newsmodel.model.checks import Attributes
from newsmodel.model.concept import Concept, ContactInfo, RelatedConcept
from newsmodel.model.inlines import RawInline
from newsmodel.model.nodes import Block, Node
from newsmodel.model.people import Contributor
from newsmodel.model.quote import Speaker
from newsmodel.model.rendition import Rendition
from newsmodel.model.text import Extension

__all__ = ["HIDDEN", "Gone", "cleaned", "public_blocks", "with_public_people"]

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


def cleaned(article: Article, gone: Gone) -> Article:
    """An article without what no reader may see.

    Args:
        article: the article.
        gone: the ids of media that they may not see.
    """
    shown: Article = _cleaner(Article)(article, gone)
    return shown


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
    scope |= {f"{field.name}_default": default_of(field) for field in fields}
    if len(fields) > 1 and not issubclass(cls, Node):  # most hold nothing that may be hidden
        empty = " and ".join([f"model.{f.name} is {f.name}_default" for f in fields])
        lines.append(f"    if {empty}: return model")
    lines.append("    changes = {}")
    for field in fields:
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
