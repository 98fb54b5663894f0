"""What every class of the model has in common: checked fields and a readable `repr`.

A field's annotation is its rule. `Model` reads the annotations of a class once and, whenever an
object is made, brings each value that is not the default into normal form (any iterable becomes a
tuple, a time's zone a fixed offset) or refuses it with a `FieldError` that names field and value.
"""

from __future__ import annotations

import operator
import re
import sys
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from functools import cache
from math import isfinite
from typing import Annotated, Any, TypeAlias, TypeVar

import attrs

from newsmodel.errors import FieldError

__all__ = [
    "TAG",
    "AtLeast",
    "Attributes",
    "Between",
    "Matches",
    "Model",
    "Percent",
    "Refusal",
    "Size",
    "Tag",
    "When",
    "Words",
    "changed",
    "check_for",
    "default_of",
    "fields_of",
    "given",
    "hints",
    "is_collection",
    "maker",
    "per_class",
    "remade",
    "told_by",
    "unsealed",
]

M = TypeVar("M", bound="Model")
R = TypeVar("R")

Check: TypeAlias = Callable[[Any], Any]
"""Takes a value, gives its normal form, raises `Refusal` for one without meaning."""

# XML 1.0 (section 2.2) has no place for these, and HTML and JSON only half of one.
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


_NO_COLLECTION = "is not a collection: put it in a tuple or a list"


class Refusal(Exception):
    """A value has no meaning; the message says why, to follow the value in a sentence."""


@attrs.frozen
class Between:
    """A number's bounds, both included."""

    low: float
    high: float

    def __call__(self, value: float) -> None:
        """Refuse a number outside the bounds."""
        if not self.low <= value <= self.high:
            raise Refusal(f"is not between {self.low} and {self.high}")


@attrs.frozen
class AtLeast:
    """A number's lower bound, included."""

    low: int

    def __call__(self, value: float) -> None:
        """Refuse a smaller number."""
        if value < self.low:
            raise Refusal(f"is less than {self.low}")


@attrs.frozen
class Matches:
    """A pattern a string must match as a whole."""

    pattern: re.Pattern[str]
    meaning: str

    def __call__(self, value: str) -> None:
        """Refuse a string of another form."""
        if not self.pattern.fullmatch(value):
            raise Refusal(f"is not {self.meaning}")


TAG = re.compile(r"([A-Za-z]{2,8}|[XxIi])(-[A-Za-z0-9]{1,8})*")

Tag: TypeAlias = Annotated[
    str, Matches(TAG, "a language tag such as 'uk', 'pt-BR' or 'zh-Hant' (BCP 47)")
]
"""A well-formed language tag (BCP 47, RFC 5646 section 2.1); whether it is registered is a matter
for validation."""

Size: TypeAlias = Annotated[int, AtLeast(0)]
"""A count or a measure that cannot be negative."""

Percent: TypeAlias = Annotated[int, Between(0, 100)]
"""A share in per cent."""

When: TypeAlias = datetime | date
"""A moment, or a day where no more is known."""

Words: TypeAlias = tuple[str, ...]
"""Short plain strings."""

Attributes: TypeAlias = tuple[tuple[str, str], ...]
"""Names and values, sorted by name; a mapping is accepted too."""


class Model:
    """Base of every class: checks its fields and prints only what differs from the default."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        """Bring each field into normal form.

        Raises:
            FieldError: a value has no meaning in its field.
        """
        for name, default, check in checks(type(self)):
            value = getattr(self, name)
            if value is default:
                continue
            try:
                normal = check(value)
            except Refusal as refusal:
                raise FieldError(type(self).__name__, name, value, str(refusal)) from None
            if normal is not value:
                object.__setattr__(self, name, normal)

    def __repr__(self) -> str:
        """The constructor call that makes an equal object, defaults left out."""
        shown = [f"{name}={value!r}" for name, value in given(self)]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled, and copied, as the fields that are not the default, without checking again."""
        return _remade, (type(self), _filled(type(self))(self))

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001  # IPython's protocol
        """What IPython and Hypothesis print: the same as `repr`."""
        printer.text(repr(self))


def is_collection(value: object) -> bool:
    """Whether a value may stand for a tuple: an iterable, but no string and no mapping."""
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping)


def per_class(function: Callable[[type], R]) -> Callable[[type], R]:
    """`functools.cache` for functions of a class, in a form type checkers accept."""
    return cache(function)


def changed(model: M, **fields: Any) -> M:
    """The object with some fields changed; for field names known only when the program runs.

    Where they are known before, `attrs.evolve` is checked by type checkers and reads better.
    """
    return attrs.evolve(model, **fields)  # type: ignore[misc]  # every Model is an attrs class


def remade(model: M, **fields: Any) -> M:
    """The object with some fields changed to values that are in normal form: nothing is checked."""
    cls = type(model)
    return maker(cls)(**_filled(cls)(model) | fields)


def given(model: Model) -> list[tuple[str, Any]]:
    """The fields of an object that differ from their defaults, with their values."""
    filled, defaults = _filled(type(model))(model), _defaults(type(model))
    return [(n, value) for n, value in filled.items() if n in defaults and value != defaults[n]]


@per_class
def _defaults(cls: type) -> dict[str, Any]:
    """What the fields of a class hold that make objects equal, where nothing was given."""
    return {field.name: default_of(field) for field in fields_of(cls) if field.eq}


def default_of(field: attrs.Attribute[Any]) -> Any:
    """What a field holds where nothing was given; `attrs.NOTHING` where something must be."""
    default: Any = field.default
    return default.factory() if hasattr(default, "factory") else default


def told_by(cls: type[M], names: Iterable[str]) -> Callable[[M], bool]:
    """A test whether an object of a class says nothing beyond some of its fields."""
    others = [field for field in fields_of(cls) if field.eq and field.name not in set(names)]
    nothing = tuple(map(default_of, others))
    # With one name the getter would give a bare value; with the class before it, always a tuple.
    held = operator.attrgetter("__class__", *(field.name for field in others))
    return lambda model: held(model)[1:] == nothing


def maker(cls: type[M]) -> Callable[..., M]:
    """A constructor without checks, for readers whose values are in normal form already.

    It is made as source text, as attrs makes its own, and takes the fields by name. A constructor
    that checks costs ten times as much, which is most of what reading a document costs.
    """
    made: Callable[..., M] = _maker(cls)
    return made


@per_class
def _maker(cls: type) -> Callable[..., Any]:
    # Required fields come first, so that the others may have positional defaults: those cost
    # nothing, where the default of a keyword-only parameter is looked up in each call.
    fields = sorted(fields_of(cls), key=lambda field: field.default is not attrs.NOTHING)
    scope: dict[str, Any] = {f"d{n}": default_of(field) for n, field in enumerate(fields)}
    scope |= {"unsealed": unsealed(cls), "cls": cls}
    parameters = [
        field.name if field.default is attrs.NOTHING else f"{field.name}=d{number}"
        for number, field in enumerate(fields)
    ]
    body = ["self = unsealed()", *(f"self.{f.name} = {f.name}" for f in fields)]
    lines = [f"def make({', '.join(parameters)}):", *body, "self.__class__ = cls", "return self"]
    exec("\n    ".join(lines), scope)  # noqa: S102  # made of the names of our own fields alone
    made: Callable[..., Any] = scope["make"]
    return made


def _remade(cls: type[M], fields: dict[str, Any]) -> M:
    return maker(cls)(**fields)


@per_class
def _filled(cls: type) -> Callable[[Any], dict[str, Any]]:
    """A function that gives the fields of an object whose value is not the default itself."""
    scope: dict[str, Any] = {f"d{n}": default_of(f) for n, f in enumerate(fields_of(cls))}
    lines = ["def filled(self):", "fields = {}"]
    for number, field in enumerate(fields_of(cls)):
        lines.append(f"if self.{field.name} is not d{number}:")
        lines.append(f"    fields[{field.name!r}] = self.{field.name}")
    exec("\n    ".join([*lines, "return fields"]), scope)  # noqa: S102  # the same
    made: Callable[[Any], dict[str, Any]] = scope["filled"]
    return made


@per_class
def unsealed(cls: type) -> Any:
    """A class of the same shape whose objects can be filled field by field, then made a `cls`.

    The interpreter fills a field of such an object ten times as fast as it passes the lock of a
    frozen one. Nobody else ever sees an object of it: whoever fills one sets its `__class__`.
    """
    names = ("__init__", "__setattr__", "__delattr__")
    open_again = {name: getattr(object, name) for name in names}
    return type(cls.__name__, (cls,), {"__slots__": (), **open_again})


def fields_of(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a class of the model, in order."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return fields


@per_class
def hints(cls: type) -> dict[str, Any]:
    """The resolved annotations of a class, `Annotated` kept."""
    # An article holds images and an image may hold the rest of its own item, an article: such
    # circles are resolved by name once the whole package is there.
    names = vars(sys.modules["newsmodel.model"])
    return typing.get_type_hints(cls, localns=names, include_extras=True)


@per_class
def checks(cls: type) -> tuple[tuple[str, Any, Check], ...]:
    """For each field of a class its name, its default and the check its annotation asks for."""
    kinds = hints(cls)
    return tuple((f.name, f.default, check_for(kinds[f.name])) for f in fields_of(cls))


def check_for(kind: Any) -> Check:
    """The check an annotation asks for."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is Annotated:
        return _limited(check_for(arguments[0]), arguments[1:])
    if origin in (typing.Union, types.UnionType):
        return _either(arguments)
    if origin is tuple:
        return _tuple(arguments, pairs=kind == Attributes)
    return _PLAIN.get(kind) or (_choice(kind) if issubclass(kind, Enum) else _instance(kind))


def _limited(check: Check, limits: Iterable[Check]) -> Check:
    def limited(value: Any) -> Any:
        normal = check(value)
        for limit in limits:
            limit(normal)
        return normal

    return limited


def _either(kinds: tuple[Any, ...]) -> Check:
    """One of several kinds: the first whose Python type the value has; None stands for itself."""
    optional = type(None) in kinds
    wanted = tuple(kind for kind in kinds if kind is not type(None))
    if len(wanted) == 1:
        only = check_for(wanted[0])
        return lambda value: None if value is None else only(value)
    options = {_python_type(kind): check_for(kind) for kind in wanted}

    def either(value: Any) -> Any:
        if value is None and optional:
            return None
        check = options.get(type(value)) or next(
            (check for kind, check in options.items() if isinstance(value, kind)), None
        )
        if check is None:
            raise Refusal(f"is not of class {_named(options)}")
        return check(value)

    return either


def _python_type(kind: Any) -> type:
    if typing.get_origin(kind) is Annotated:
        kind = typing.get_args(kind)[0]
    plain: type = typing.get_origin(kind) or kind
    return plain


def _named(python_types: Iterable[type]) -> str:
    return " or ".join(python_type.__name__ for python_type in python_types)


def _tuple(arguments: tuple[Any, ...], *, pairs: bool) -> Check:
    if arguments[-1] is not Ellipsis:
        return _fixed_tuple([check_for(argument) for argument in arguments])
    element = check_for(arguments[0])

    def collect(value: Any) -> tuple[Any, ...]:
        if pairs and isinstance(value, Mapping):
            value = value.items()
        if not is_collection(value):
            raise Refusal(_NO_COLLECTION)
        if type(value) is not tuple:
            value = tuple(value)
        normal = tuple([element(item) for item in value])
        if pairs:
            return _sorted_pairs(normal)
        return value if all(map(operator.is_, normal, value)) else normal

    return collect


def _sorted_pairs(pairs: tuple[Any, ...]) -> tuple[Any, ...]:
    if len({name for name, _ in pairs}) < len(pairs):
        raise Refusal("names something twice")
    return tuple(sorted(pairs))


def _fixed_tuple(elements: list[Check]) -> Check:
    def collect(value: Any) -> tuple[Any, ...]:
        value = tuple(value) if is_collection(value) else ()
        if len(value) != len(elements):
            raise Refusal(f"does not have {len(elements)} parts")
        return tuple([check(item) for check, item in zip(elements, value, strict=True)])

    return collect


def _choice(kind: type[Enum]) -> Check:
    def choice(value: Any) -> Any:
        try:
            return kind(value)
        except ValueError:
            raise Refusal(f"is none of {', '.join(str(m.value) for m in kind)}") from None

    return choice


def _instance(kind: type) -> Check:
    def instance(value: Any) -> Any:
        if not isinstance(value, kind):
            raise Refusal(f"is not of class {kind.__name__}")
        return value

    return instance


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Refusal("is not a string")
    if not value.isprintable() and (bad := UNWRITABLE.search(value)):
        raise Refusal(f"holds U+{ord(bad[0]):04X}, which no format can hold: replace it")
    return value if type(value) is str else str.__str__(value)


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refusal("is not a whole number")
    return int(value)


def _number(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            if isfinite(number := float(value)):
                return number
        except OverflowError:
            pass  # a whole number beyond every float: refused below
    raise Refusal("is not a finite number")


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Refusal("is neither True nor False")
    return value


def _moment(value: Any) -> datetime:
    if not isinstance(value, datetime):
        hint = ": datetime.fromisoformat may make one of it" if isinstance(value, str) else ""
        raise Refusal(f"is not a datetime{hint}")
    offset = value.utcoffset()
    if offset is None:
        return value.replace(tzinfo=None, fold=0) if value.fold or value.tzinfo else value
    if offset % timedelta(minutes=1) or abs(offset) > timedelta(hours=14):
        raise Refusal("has an offset that is not of whole minutes up to 14 hours")
    if type(value.tzinfo) is timezone and not value.fold:
        return value
    return value.replace(tzinfo=timezone(offset) if offset else UTC, fold=0)


def _day(value: Any) -> date:
    if not isinstance(value, date):
        raise Refusal("is not a date")
    return value


_PLAIN: dict[Any, Check] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _flag,
    datetime: _moment,
    date: _day,
}
