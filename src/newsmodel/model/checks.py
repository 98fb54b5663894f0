"""What the annotation of a field allows: how a value is brought into normal form, or refused."""

from __future__ import annotations

import operator
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from math import isfinite
from typing import Annotated, Any, TypeAlias

import attrs

__all__ = [
    "TAG",
    "UNWRITABLE",
    "UNWRITABLE_SIGNS",
    "AtLeast",
    "Attributes",
    "Between",
    "Check",
    "Matches",
    "Percent",
    "Refusal",
    "Size",
    "Tag",
    "When",
    "Words",
    "check_for",
    "is_collection",
    "meant_by",
]

Check: TypeAlias = Callable[[Any], Any]
"""Takes a value, gives its normal form, raises `Refusal` for one without meaning."""

# XML 1.0 (section 2.2) has no place for some of these, HTML ("Preprocessing the input stream") for
# any, and JSON only half of one.
UNWRITABLE_SIGNS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Those below U+10000."""
_HELD = "".join([f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(2, 17)])
# One range, and then a look back: to try a range for each plane would take ten times as long.
UNWRITABLE = re.compile(f"[{UNWRITABLE_SIGNS}\U0001fffe-\U0010ffff](?<![{_HELD}])")


def meant_by(character: str) -> str:
    """What stands for one of these: of U+0080 to U+009F what Windows-1252 has, else U+FFFD.

    HTML has it so of references ("Numeric character reference end state").
    """
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1").decode("cp1252", "replace")
    return "\ufffd"


_NO_COLLECTION = "is not a collection: put it in a tuple or a list"


class Refusal(Exception):
    """A value has no meaning; the message says why, to follow the value in a sentence.

    Of a collection it is a member that has none: `place` says which, and `value` holds it.
    """

    place: str = ""
    value: Any = None

    def within(self, number: int, member: Any) -> Refusal:
        """The same of what holds the value as its member of that number."""
        if not self.place:
            self.value = member
        self.place = f"[{number}]{self.place}"
        return self


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


def is_collection(value: object) -> bool:
    """Whether a value may stand for a tuple: an iterable, but no string and no mapping."""
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping)


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
            raise Refusal(f"is not of class {_named(options)}{_but(value)}")
        return check(value)

    return either


def _python_type(kind: Any) -> type:
    if typing.get_origin(kind) is Annotated:
        kind = typing.get_args(kind)[0]
    plain: type = typing.get_origin(kind) or kind
    return plain


def _named(python_types: Iterable[type]) -> str:
    return " or ".join(python_type.__name__ for python_type in python_types)


def _but(value: object) -> str:
    return "" if value is None else f", but {type(value).__name__}"


def _within(refusal: Refusal, values: tuple[Any, ...], rest: Iterator[Any]) -> Refusal:
    """The refusal of the member of a tuple that was the last to be taken from it."""
    number = len(values) - operator.length_hint(rest) - 1
    return refusal.within(number, values[number])


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
        rest = iter(value)
        try:
            normal = tuple([element(item) for item in rest])
        except Refusal as refusal:
            raise _within(refusal, value, rest) from None
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
        rest = iter(value)
        try:
            return tuple([check(item) for check, item in zip(elements, rest, strict=True)])
        except Refusal as refusal:
            raise _within(refusal, value, rest) from None

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
            raise Refusal(f"is not of class {kind.__name__}{_but(value)}")
        return value

    return instance


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Refusal("is not a string")
    if not value.isprintable() and (bad := UNWRITABLE.search(value)):
        which = f"U+{ord(bad[0]):04X}{_after(value, bad.start())}"
        raise Refusal(f"holds {which}, which no format can hold: replace it")
    return value if type(value) is str else str.__str__(value)


def _after(text: str, index: int) -> str:
    """Where in a long text it is, and after what."""
    return "" if len(text) <= 60 else f" at index {index}, after {text[:index][-20:]!r}"


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
