"""How fast newsmodel JSON is read and written, next to other libraries on the same model.

    python benchmarks/json_peers.py [FOLDER ...]

Takes the articles of every NewsML-G2 document below the folders, or without any the examples of
`newsmodel.testing`, writes them as newsmodel JSON, and measures how long each library takes to
read and to write those documents, in one run and in turns. The others' models are made from our
own classes: the same fields, limits, tagged unions and defaults; unknown keys are refused wherever
a library can do that. Printed is the time as a multiple of what orjson takes for plain data.
"""

from __future__ import annotations

import argparse
import gc
import json as stdlib
import statistics
import sys
import time
import types
import typing
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Union

import attrs
import msgspec
import orjson
import pydantic

from newsmodel.errors import NewsModelError
from newsmodel.formats import json, newsml
from newsmodel.formats._shared import encoding
from newsmodel.model import Model
from newsmodel.model.base import default_of, fields_of, hints
from newsmodel.model.checks import AtLeast, Attributes, Between
from newsmodel.plain.classes import concrete, model_classes, tagged_options
from newsmodel.testing import examples

ROUNDS = 15


# ------------------------------------------------------------------ the same model, elsewhere
def fields(cls: type) -> list[tuple[str, Any, Any]]:
    """Name, annotation and default of each field that is written."""
    kinds = hints(cls)
    return [(f.name, kinds[f.name], default_of(f)) for f in fields_of(cls) if f.eq]


def named(cls: type, *, tagged: bool) -> str:
    """The name of the other library's class; one that stands in a union has a `type`."""
    return f"Tagged{cls.__name__}" if tagged else cls.__name__


def wanted() -> list[tuple[type, bool]]:
    """The classes of the model, each as itself and, where it stands in a union, with its tag."""
    plain = [cls for cls in model_classes() if concrete(cls) == (cls,)]
    kinds = [part for cls in plain for _, kind, _ in fields(cls) for part in parts(kind)]
    unions = [options for kind in kinds if (options := tagged_options(kind))]
    tagged = dict.fromkeys(cls for options in unions for cls in options.values())
    return [*((cls, False) for cls in plain), *((cls, True) for cls in tagged)]


def parts(kind: Any) -> list[Any]:
    """An annotation and all it is made of."""
    return [kind, *(part for inner in typing.get_args(kind) for part in parts(inner))]


def translated(kind: Any, limit: Callable[[Any], Any], union: Callable[[Any, Any], Any]) -> Any:
    """An annotation in terms of the other library."""

    def inner(kind: Any) -> Any:
        return translated(kind, limit, union)

    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    options = tagged_options(kind)
    if kind == Attributes:
        return dict[str, str]
    if options:
        return union(kind, options)
    if origin is Annotated:
        return Annotated[(inner(arguments[0]), *map(limit, arguments[1:]))]
    if origin in (Union, types.UnionType):
        return Union[tuple(a if a is type(None) else inner(a) for a in arguments)]  # noqa: UP007
    if origin is tuple:
        return tuple[tuple(a if a is Ellipsis else inner(a) for a in arguments)]
    if isinstance(kind, type) and issubclass(kind, Model):
        return typing.ForwardRef(named(kind, tagged=False))
    return kind


def with_strings(kind: Any, objects: Any) -> Any:
    """A union, with `str` where the annotation admits strings too."""
    return Union[str, objects] if str in typing.get_args(kind) else objects  # noqa: UP007


def of_tagged(options: dict[str, type]) -> Any:
    """The union of the classes with a tag."""
    names = [named(cls, tagged=True) for cls in options.values()]
    return Union[tuple(typing.ForwardRef(name) for name in names)]  # noqa: UP007


def whole(pattern: str) -> str:
    """A pattern that a string must match as a whole."""
    return f"^(?:{pattern})$"


# ------------------------------------------------------------------ pydantic
def pydantic_models() -> dict[str, Any]:
    """Every class as a model of pydantic's, strict, and closed to unknown keys."""

    def limit(given: Any) -> Any:
        if isinstance(given, Between):
            return pydantic.Field(ge=given.low, le=given.high)
        if isinstance(given, AtLeast):
            return pydantic.Field(ge=given.low)
        return pydantic.Field(pattern=whole(given.pattern.pattern))

    def union(kind: Any, options: dict[str, type]) -> Any:
        tag = pydantic.Field(discriminator="type")
        return with_strings(kind, Annotated[of_tagged(options), tag])

    def default(kind: Any, value: Any) -> Any:
        if isinstance(value, Model):
            name = type(value).__name__
            return pydantic.Field(default_factory=lambda: made[name]())  # noqa: PLW0108  # it is not there yet
        if kind == Attributes:
            return pydantic.Field(default_factory=dict)
        return ... if value is attrs.NOTHING else value

    made: dict[str, Any] = {}
    config = pydantic.ConfigDict(strict=True, extra="forbid", frozen=True)
    for cls, tagged in wanted():
        own = {n: (translated(k, limit, union), default(k, d)) for n, k, d in fields(cls)}
        tag = {"type": (Literal[cls.__name__], ...)} if tagged else {}
        name = named(cls, tagged=tagged)
        made[name] = pydantic.create_model(
            name, __config__=config, __module__="peers", **(tag | own)
        )
    made["Document"] = pydantic.create_model(
        "Document",
        __base__=made["Article"],
        __module__="peers",
        newsmodel=(str, ...),
        type=(Literal["Article"], ...),
    )
    for model in made.values():
        model.model_rebuild(_types_namespace=made)
    return made


# ------------------------------------------------------------------ msgspec
def limit_of_msgspec(given: Any) -> Any:
    """A limit as msgspec says it."""
    if isinstance(given, Between):
        return msgspec.Meta(ge=given.low, le=given.high)
    if isinstance(given, AtLeast):
        return msgspec.Meta(ge=given.low)
    return msgspec.Meta(pattern=whole(given.pattern.pattern))


def of_time(kind: Any) -> Any:
    """Msgspec has no union of `date` and `datetime`: there it is a string."""
    if typing.get_origin(kind) in (Union, types.UnionType) and date in typing.get_args(kind):
        return str | None if type(None) in typing.get_args(kind) else str
    return kind


def structs() -> dict[str, Any]:
    """Every class as a struct of msgspec's, tagged, and closed to unknown keys."""
    module = types.ModuleType("structs")
    made: dict[str, Any] = vars(module)

    def union(kind: Any, options: dict[str, type]) -> Any:
        return with_strings(kind, of_tagged(options))

    def default(kind: Any, value: Any) -> Any:
        if isinstance(value, Model):
            name = type(value).__name__
            return msgspec.field(default_factory=lambda: made[name]())  # noqa: PLW0108  # it is not there yet
        if kind == Attributes:
            return msgspec.field(default_factory=dict)
        return msgspec.NODEFAULT if value is attrs.NOTHING else value

    def struct(name: str, cls: type, tag: str | None, first: list[Any]) -> Any:
        own = [
            (n, translated(of_time(k), limit_of_msgspec, union), default(k, d))
            for n, k, d in fields(cls)
        ]
        return msgspec.defstruct(
            name,
            [*first, *own],
            tag=tag,
            module="structs",
            namespace={},
            kw_only=True,
            frozen=True,
            omit_defaults=True,
            forbid_unknown_fields=True,
        )

    sys.modules["structs"] = module
    for cls, tagged in wanted():
        name = named(cls, tagged=tagged)
        made[name] = struct(name, cls, cls.__name__ if tagged else None, [])
    article = next(cls for cls in model_classes() if cls.__name__ == "Article")
    made["Document"] = struct("Document", article, "Article", [("newsmodel", str)])
    return made


class Tagged(type):
    """The type of unions that msgspec leaves to a hook, and of whose answers it takes any."""

    def __instancecheck__(cls, instance: object) -> bool:
        """Whatever the hook gives is right."""
        return True


def attrs_classes() -> tuple[Any, Callable[[type, Any], Any]]:
    """Every class as a plain attrs class for msgspec, and its hook for tagged unions.

    msgspec passes over unknown keys here, and has no way to leave out defaults in writing.
    """
    module = types.ModuleType("plain_attrs")
    sys.modules["plain_attrs"] = module
    made: dict[str, Any] = vars(module)
    unions: dict[Any, Any] = {}

    def union(kind: Any, options: dict[str, type]) -> Any:
        return unions.setdefault(kind, Tagged("Union", (), {"options": options}))

    def hook(kind: Any, value: Any) -> Any:
        if isinstance(value, str):
            return value
        name = value.pop("type")
        return msgspec.convert(value, made[kind.options[name].__name__], dec_hook=hook)

    def default(kind: Any, value: Any) -> Any:
        if kind == Attributes:
            return attrs.field(factory=dict)
        if isinstance(value, Model):
            return attrs.field(factory=lambda: made[type(value).__name__]())  # noqa: PLW0108  # the same
        return attrs.field() if value is attrs.NOTHING else attrs.field(default=value)

    def cls_of(name: str, cls: type, extra: dict[str, Any]) -> Any:
        own = {n: translated(of_time(k), limit_of_msgspec, union) for n, k, _ in fields(cls)}
        body = {n: default(k, d) for n, k, d in fields(cls)}
        space = {"__annotations__": {**extra, **own}, "__module__": "plain_attrs", **body}
        return attrs.frozen(kw_only=True)(type(name, (), space))

    for cls in model_classes():
        if concrete(cls) == (cls,):
            made[cls.__name__] = cls_of(cls.__name__, cls, {})
    article = next(cls for cls in model_classes() if cls.__name__ == "Article")
    made["Document"] = cls_of("Document", article, {"newsmodel": str, "type": str})
    return made["Document"], hook


# ------------------------------------------------------------------ measuring
def without_extra(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The function as it runs where the extra `fast` is not installed."""

    def run(value: Any) -> Any:
        encoding.FAST = False
        try:
            return function(value)
        finally:
            encoding.FAST = True

    return run


def seconds(work: Callable[[Any], object], inputs: list[Any]) -> float:
    """Processor time for doing something with each input, once."""
    gc.collect()
    started = time.process_time()
    for each in inputs:
        work(each)
    return time.process_time() - started


def compared(contestants: dict[str, tuple[Callable[[Any], object], list[Any]]]) -> dict[str, float]:
    """The median time of each, as a multiple of the first's in the same round."""
    first, *_ = contestants
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(ROUNDS):
        now = {name: seconds(work, inputs) for name, (work, inputs) in contestants.items()}
        for name in contestants:
            taken[name].append(now[name] / now[first])
    return {name: statistics.median(ratios) for name, ratios in taken.items()}


def measured(documents: list[bytes]) -> None:
    """Print how the libraries compare on some documents."""
    plain = [orjson.loads(document) for document in documents]
    articles = [json.loads(document) for document in documents]
    model = pydantic_models()["Document"]
    models = [model.model_validate_json(document) for document in documents]
    decoder, encoder = msgspec.json.Decoder(structs()["Document"]), msgspec.json.Encoder()
    own = [decoder.decode(document) for document in documents]
    cls, hook = attrs_classes()
    attrs_decoder = msgspec.json.Decoder(cls, dec_hook=hook)
    for document, one in zip(documents, models, strict=True):
        assert len(one.model_dump_json(exclude_defaults=True)) > 0.9 * len(document.decode())  # noqa: S101
    dump: Callable[[Any], object] = lambda one: one.model_dump_json(exclude_defaults=True)  # noqa: E731
    reading = {
        "orjson, plain data": (orjson.loads, documents),
        "newsmodel": (json.loads, documents),
        "newsmodel without the extra": (without_extra(json.loads), documents),
        "pydantic": (model.model_validate_json, documents),
        "msgspec.Struct": (decoder.decode, documents),
        "attrs through msgspec": (attrs_decoder.decode, documents),
        "json, plain data": (stdlib.loads, documents),
    }
    writing = {
        "orjson, plain data": (orjson.dumps, plain),
        "newsmodel": (json.dumps, articles),
        "newsmodel without the extra": (without_extra(json.dumps), articles),
        "pydantic": (dump, models),
        "msgspec.Struct": (encoder.encode, own),
        "json, plain data": (stdlib.dumps, plain),
    }
    read, written = compared(reading), compared(writing)
    size = statistics.mean(map(len, documents)) / 1000
    print(f"{len(documents)} articles of {size:.1f} kB; orjson = 1")
    print(f"{'':30}{'loads':>8}{'dumps':>8}")
    for name in read:
        print(f"{name:30}{read[name]:8.2f}{written.get(name, float('nan')):8.2f}")
    ratios = read["newsmodel"] / read["pydantic"], written["newsmodel"] / written["pydantic"]
    print(f"{'newsmodel / pydantic':30}{ratios[0]:8.2f}{ratios[1]:8.2f}")


def articles_below(folders: list[str]) -> list[Any]:
    """The articles of the NewsML-G2 documents below some folders."""
    found: list[Any] = []
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*")):
        try:
            found += newsml.loads_message(path.read_bytes()).gather() if path.is_file() else ()
        except NewsModelError:
            continue
    return found


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", help="folders of NewsML-G2 documents")
    folders = parser.parse_args().folders
    articles = articles_below(folders) if folders else [*examples.examples().values()] * 20
    measured([json.dumps(article).encode() for article in articles])


if __name__ == "__main__":
    main()
