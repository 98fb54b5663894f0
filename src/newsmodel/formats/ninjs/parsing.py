"""From text to plain data, and from a path in the data back to its line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from json.decoder import scanstring  # type: ignore[attr-defined]  # the stubs lack it
from math import isfinite
from typing import Any, NoReturn, TypeAlias

from newsmodel.errors import ParseError
from newsmodel.formats._shared.json_faults import said_of
from newsmodel.formats._shared.text import decoded
from newsmodel.formats.ninjs.names import FORMAT

__all__ = ["MAX_DEPTH", "Places", "Step", "Steps", "parsed", "shown_path"]

MAX_DEPTH = 100
"""How deep lists and objects may be nested."""

Step: TypeAlias = str | int
"""A key or an index."""

Steps: TypeAlias = tuple[Step, ...]
"""The way from the whole to a part."""

_NAME = re.compile(r"\$?[A-Za-z_][A-Za-z0-9_-]*")
_BLANK = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


class _Twice(Exception):
    """A key stands twice in one object."""


def parsed(text: str | bytes) -> tuple[dict[Steps, dict[str, Any]], str]:
    """The objects of a document, each by its steps into it, and the document's text.

    A document is an object; several may come in a list, as the standard's own collections do, or
    in the answer of a server.

    Raises:
        ParseError: it is no JSON object and no list of them, says something twice, or is nested
            too deep.
    """
    text = decoded(text, FORMAT)
    try:
        data = json.loads(
            text, object_pairs_hook=_single, parse_constant=_refuse, parse_float=_finite
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ParseError(FORMAT, f"it is not JSON: {said_of(error)}", place) from None
    except RecursionError:
        raise _too_deep(text) from None
    except _Twice as error:
        key = str(error)
        reason = f"the key {key!r} stands twice in one object"
        raise ParseError(FORMAT, reason, _first_place(text, key)) from None
    except ValueError as error:
        raise ParseError(FORMAT, _without_advice(str(error)), _number_place(text)) from None
    if _is_deep(data):
        raise _too_deep(text)
    found = dict(_documents(data))
    for steps, each in found.items():
        if not isinstance(each, dict):
            raise ParseError(FORMAT, "an object was expected", shown_path(steps))
    return found, text


_COLLECTIONS = ("item", "items", "_items", "data")
_TELLING = frozenset("uri guid type headline headlines body_html body_text bodies".split())
"""Of names of news objects those that an answer does not have."""


def _documents(data: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """The documents in a list, or in the answer of a server, with the steps to them."""
    if isinstance(data, list) and (data or steps):
        for number, each in enumerate(data):
            yield from _documents(each, (*steps, number))
    elif isinstance(data, dict) and (name := _collection(data)):
        yield from _documents(data[name], (*steps, name))
    else:
        yield steps, data


def _collection(data: dict[str, Any]) -> str | None:
    """Under what name the answer of a server holds documents; None for what is none."""
    if not _TELLING.isdisjoint(data):
        return None
    held = {name: data[name] for name in _COLLECTIONS if _may_hold(data.get(name))}
    return min(held, key=lambda name: not held[name], default=None)  # empty ones last


def _may_hold(value: Any) -> bool:
    if isinstance(value, list):
        return not value or any(isinstance(each, dict) for each in value)
    return isinstance(value, dict)


def _single(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return held


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError(f"the number {digits[:20]} is too large")
    return number


def _without_advice(reason: str) -> str:
    """What Python says of a number that is too long, without the advice for programmers."""
    return "a number in it has too many digits" if "digits" in reason else reason


_LONG = re.compile(r"NaN|-?Infinity|[0-9]{309,}|[0-9][eE]\+?[0-9]{3,}")


def _number_place(text: str) -> str | None:
    found = _LONG.search(text)
    return _line_and_column(text, found.start()) if found else None


def _first_place(text: str, key: str) -> str | None:
    """Where a key of that name stands for the second time: near enough to find it."""
    shown = json.dumps(key), json.dumps(key, ensure_ascii=False)
    for each in shown:
        first = text.find(each)
        second = text.find(each, first + 1)
        if second >= 0:
            return _line_and_column(text, second)
    return None


def _too_deep(text: str) -> ParseError:
    reason = f"it is nested deeper than {MAX_DEPTH} levels"
    return ParseError(FORMAT, reason, _line_and_column(text, _deepest(text)))


_OPENING = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)


def _deepest(text: str) -> int:
    """Where nesting first goes too deep."""
    depth = 0
    for found in _OPENING.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > MAX_DEPTH:
            return found.start()
    return 0


def _is_deep(data: object) -> bool:
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return False
    return True


def _parts(whole: Any) -> list[Any]:
    values = whole.values() if type(whole) is dict else whole if type(whole) is list else ()
    return [value for value in values if type(value) in (dict, list)]


def _line_and_column(text: str, at: int) -> str:
    return "line {}, column {}".format(*_position(text, at))


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def shown_path(steps: Sequence[Step]) -> str:
    """A path that a person can follow: `$.renditions[0].href`."""
    return "$" + "".join(
        f"[{step}]"
        if isinstance(step, int)
        else f".{step}"
        if _NAME.fullmatch(step)
        else f"[{json.dumps(step)}]"
        for step in steps
    )


class Places:
    """Where the values of a document stand in its text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._inner: dict[int, dict[Step, int]] = {}

    def of(self, steps: Sequence[Step]) -> tuple[int, int]:
        """Line and column of a value, both from 1; of the nearest around it where it is not."""
        at = self._skip(0)
        for step in steps:
            inside = self._inner.get(at)
            if inside is None:
                inside = self._inner[at] = self._inside(at)
            if step not in inside:
                break
            at = inside[step]
        return _position(self._text, at)

    def _skip(self, at: int) -> int:
        return _BLANK.match(self._text, at).end()  # type: ignore[union-attr]  # always matches

    def _inside(self, at: int) -> dict[Step, int]:
        """Where the values directly within a value begin."""
        if self._text[at] not in "[{":
            return {}
        places: dict[Step, int] = {}
        pairs, at = self._text[at] == "{", self._skip(at + 1)
        while self._text[at] not in "]}":
            step: Step = len(places)
            if pairs:
                step, at = scanstring(self._text, at + 1)
                at = self._skip(self._skip(at) + 1)
            places[step] = at
            _, at = _DECODER.raw_decode(self._text, at)
            at = self._skip(at)
            if self._text[at] == ",":
                at = self._skip(at + 1)
        return places
