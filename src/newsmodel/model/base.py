"""What every class of the model has in common: checked fields and a readable `repr`.

A field's annotation is its rule. `Model` reads the annotations of a class once and, whenever an
object is made, brings each value that is not the default into normal form (any iterable becomes a
tuple, a time's zone a fixed offset) or refuses it with a `FieldError` that names field and value,
and of a collection the member that is wrong.
"""

from __future__ import annotations

import sys
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import attrs

from newsmodel.errors import FieldError
from newsmodel.model.checks import Check, Refusal, check_for

__all__ = [
    "Model",
    "changed",
    "default_of",
    "fields_of",
    "given",
    "hints",
    "joiner",
    "maker",
    "per_class",
    "picker",
    "remade",
    "told_by",
    "unsealed",
    "without_id",
]

M = TypeVar("M", bound="Model")
R = TypeVar("R")
T = TypeVar("T")


class Model:
    """Base of every class: checks its fields and prints only what differs from the default."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Refuse classes of other packages: formats, copies and checks would not know them."""
        if cls.__module__.partition(".")[0] != __name__.partition(".")[0]:
            bases = " and ".join(base.__name__ for base in cls.__bases__)
            raise TypeError(
                f"{cls.__name__} cannot be a class below {bases}: no format would carry what it "
                "adds. Keep what is yours in the article's `extensions`, or let a class of your "
                "own hold the article"
            )

    def __attrs_post_init__(self) -> None:
        """Bring each field into normal form.

        Raises:
            FieldError: a value has no meaning in its field.
        """
        _normalise(self, checks(type(self)))

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


def _normalise(model: Model, checked: Iterable[tuple[str, Any, Check]]) -> None:
    """Bring some fields of an object into normal form."""
    for name, default, check in checked:
        value = getattr(model, name)
        if value is default:
            continue
        try:
            normal = check(value)
        except Refusal as refusal:
            raise _error(model, name, value, refusal) from None
        if normal is not value:
            object.__setattr__(model, name, normal)


def _error(model: Model, name: str, value: object, refusal: Refusal) -> FieldError:
    wrong = refusal.value if refusal.place else value
    return FieldError(type(model).__name__, name, wrong, str(refusal), refusal.place)


def per_class(function: Callable[[type], R]) -> Callable[[type], R]:
    """`functools.cache` for functions of a class, in a form type checkers accept."""
    return cache(function)


def changed(model: M, **fields: Any) -> M:
    """The object with some fields changed; for field names known only when the program runs.

    Where they are known before, `attrs.evolve` is checked by type checkers and reads better. This
    checks what is changed alone: all else of an object is in normal form.
    """
    for name, convert in _converters(type(model)):
        if name in fields:
            fields[name] = convert(fields[name])
    made = remade(model, **fields)
    _normalise(made, [each for each in checks(type(model)) if each[0] in fields])
    return made


def remade(model: M, **fields: Any) -> M:
    """The object with some fields changed to values that are in normal form: nothing is checked."""
    made: M = _remaker(type(model))(model, fields)
    return made


@per_class
def _remaker(cls: type) -> Callable[[Any, dict[str, Any]], Any]:
    lines = ["def remake(model, changes):", "self = unsealed()"]
    lines += [f"self.{field.name} = model.{field.name}" for field in fields_of(cls)]
    lines += ["for name, value in changes.items():", "    setattr(self, name, value)"]
    scope: dict[str, Any] = {"unsealed": unsealed(cls), "cls": cls}
    exec("\n    ".join([*lines, "self.__class__ = cls", "return self"]), scope)  # noqa: S102  # made of the names of our own fields alone
    made: Callable[[Any, dict[str, Any]], Any] = scope["remake"]
    return made


def given(model: Model) -> list[tuple[str, Any]]:
    """The fields of an object that differ from their defaults, with their values."""
    filled, defaults = _filled(type(model))(model), _defaults(type(model))
    return [(n, value) for n, value in filled.items() if n in defaults and value != defaults[n]]


def without_id(model: Model | None) -> Model | None:
    """An object as it counts where its id is said by what holds it."""
    return None if model is None else changed(model, id="")


@per_class
def _defaults(cls: type) -> dict[str, Any]:
    """What the fields of a class hold that make objects equal, where nothing was given."""
    return {field.name: default_of(field) for field in fields_of(cls) if field.eq}


def default_of(field: attrs.Attribute[Any]) -> Any:
    """What a field holds where nothing was given; `attrs.NOTHING` where something must be."""
    default: Any = field.default
    return default.factory() if hasattr(default, "factory") else default


def told_by(cls: type[M], names: Iterable[str]) -> Callable[[M], bool]:
    """A test whether an object of a class says nothing beyond some of its fields.

    It is made as source text, so that it only looks at what is there: to fetch the values of all
    fields and to compare them with all defaults costs several times as much.
    """
    others = [field for field in fields_of(cls) if field.eq and field.name not in set(names)]
    scope = {f"d{n}": default_of(field) for n, field in enumerate(others)}
    tests = [
        f"self.{field.name} is None"
        if scope[f"d{n}"] is None
        else f"(self.{field.name} is d{n} or self.{field.name} == d{n})"
        for n, field in enumerate(others)
    ]
    exec(f"def told(self):\n    return {' and '.join(tests) or True}", scope)  # noqa: S102  # the same
    made: Callable[[M], bool] = scope["told"]
    return made


def joiner(
    cls: type[M], names: Iterable[str], write: Sequence[Callable[[Any], str]] = ()
) -> Callable[..., str]:
    """A function that joins what is written of the fields of an object that hold something.

    It takes the object and, where that is not always the same, for each of the fields how a value
    of it is written. It is made as source text, too: most fields of most objects hold nothing, and
    so to ask them costs little else than the asking.
    """
    scope, tests = _asked(cls, names)
    lines = ["def joined(self, write=write):", "said = ''"]
    for number, (name, test) in enumerate(tests):
        lines.append(f"if {test}:")
        lines.append(f"    said += write[{number}](self.{name})")
    scope["write"] = tuple(write)
    exec("\n    ".join([*lines, "return said"]), scope)  # noqa: S102  # the same
    made: Callable[..., str] = scope["joined"]
    return made


def picker(cls: type[M], things: Mapping[T, str]) -> Callable[[M], list[tuple[T, Any]]]:
    """A function that gives what the fields of an object hold, of those that hold something.

    Args:
        cls: the class of the objects it takes.
        things: the fields, each under the thing that comes with its value.
    """
    scope, tests = _asked(cls, things.values())
    scope |= {f"t{number}": thing for number, thing in enumerate(things)}
    lines = ["def picked(self):", "found = []"]
    for number, (name, test) in enumerate(tests):
        lines.append(f"if {test}:")
        lines.append(f"    found.append((t{number}, self.{name}))")
    exec("\n    ".join([*lines, "return found"]), scope)  # noqa: S102  # the same
    made: Callable[[M], list[tuple[T, Any]]] = scope["picked"]
    return made


def _asked(cls: type, names: Iterable[str]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """How to ask, for each of some fields, whether it does not hold its default."""
    defaults = {field.name: default_of(field) for field in fields_of(cls)}
    scope = {f"d_{name}": default for name, default in defaults.items()}
    return scope, [(name, _test(f"self.{name}", f"d_{name}", defaults[name])) for name in names]


def _test(held: str, name: str, default: Any) -> str:
    if default is None or default is attrs.NOTHING:
        return f"{held} is not None"
    if default is True:
        return f"{held} is not True"
    return held if default == () else f"{held} is not {name} and {held} != {name}"


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
def _converters(cls: type) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The fields of a class that take values in a shorter form, with what makes them whole."""
    found: list[tuple[str, Any]] = [(field.name, field.converter) for field in fields_of(cls)]
    return tuple([each for each in found if each[1] is not None])


@per_class
def checks(cls: type) -> tuple[tuple[str, Any, Check], ...]:
    """For each field of a class its name, its default and the check its annotation asks for."""
    kinds = hints(cls)
    return tuple((f.name, f.default, check_for(kinds[f.name])) for f in fields_of(cls))
