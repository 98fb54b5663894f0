"""Reading newsmodel JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NoReturn, TypeVar

import attrs

from newsmodel.errors import ParseError, UnsupportedVersionError
from newsmodel.formats._shared.files import Source, opened, read_bytes
from newsmodel.formats._shared.gathering import only
from newsmodel.formats._shared.text import decoded
from newsmodel.formats.json.layout import FORMAT, MAJOR, TYPE_KEY, VERSION, VERSION_KEY
from newsmodel.model import Article, Message, Model
from newsmodel.plain import from_plain

M = TypeVar("M", bound=Model)

_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})")


def loads(data: str | bytes) -> Article:
    """The article of a document.

    A message is read too where it holds one article, translations and pictures gathered.

    Raises:
        ParseError: the document is not newsmodel JSON; all that is wrong is listed, each with its
            path.
        UnsupportedVersionError: its layout is newer than this library.
        MultipleArticlesError: it is a message of several articles.
    """
    return _one(_parsed(data))


def loads_message(data: str | bytes) -> Message:
    """The message of a document; an article becomes a message of one item.

    Raises:
        ParseError: the document is not newsmodel JSON; all that is wrong is listed.
        UnsupportedVersionError: its layout is newer than this library.
    """
    plain = _parsed(data)
    if plain.get(TYPE_KEY) == "Message":
        return _built(Message, plain)
    return Message(items=(_built(Article, plain),))


def load(source: Source) -> Article:
    """The article of a file; see `loads`."""
    return loads(read_bytes(source))


def iterload(source: Source) -> Iterator[Article]:
    """The articles of a file, one after another.

    A file of one document gives its articles; a file of JSON Lines, a document a line, is read
    line by line and gives the articles of each.

    Raises:
        ParseError: as for `loads`; in JSON Lines the place begins with the number of the line.
    """
    with opened(source) as file:
        first = next((line for line in file if line.strip()), b"")
        if _is_document(first):
            for number, line in enumerate(chain([first], file), 1):
                if line.strip():
                    yield from _articles_of_line(line, number)
        else:
            yield from _articles(_parsed(first + file.read()))


def _is_document(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _articles_of_line(line: bytes, number: int) -> tuple[Article, ...]:
    try:
        return _articles(_parsed(line))
    except ParseError as error:
        place = f"line {number}, {error.place}" if error.place else f"line {number}"
        reasons = [(f"line {number}, {p}" if p else place, r) for p, r in error.reasons]
        raise ParseError(FORMAT, error.reason, place, reasons) from None


def _articles(plain: dict[str, Any]) -> tuple[Article, ...]:
    if plain.get(TYPE_KEY) == "Message":
        return _built(Message, plain).gather()
    return (_built(Article, plain),)


def _one(plain: dict[str, Any]) -> Article:
    return only(_articles(plain), FORMAT)


def _built(cls: type[M], plain: dict[str, Any]) -> M:
    """An object of the class the document names, its version known."""
    if plain.get(TYPE_KEY) != cls.__name__:
        reason = f"its 'type' is {plain.get(TYPE_KEY)!r}, neither 'Article' nor 'Message'"
        raise ParseError(FORMAT, reason, f"$.{TYPE_KEY}")
    _check_version(plain.get(VERSION_KEY))
    rest = {k: v for k, v in plain.items() if k not in (TYPE_KEY, VERSION_KEY)}
    return from_plain(cls, rest, format=FORMAT)


def _check_version(version: object) -> None:
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        reason = f"it must name the version of its layout, such as {VERSION!r}"
        raise ParseError(FORMAT, reason, f"$.{VERSION_KEY}")
    if int(match[1]) > MAJOR:
        known = f"layouts up to {MAJOR}.x"
        raise UnsupportedVersionError(FORMAT, match[0], known, f"$.{VERSION_KEY}")


# ------------------------------------------------------------------ from text to plain data
@attrs.frozen
class _Doubled(Exception):
    key: str


def _parsed(data: str | bytes) -> dict[str, Any]:
    """The object a document is, with every key once."""
    text = decoded(data, FORMAT)
    try:
        plain = json.loads(text, object_pairs_hook=_single, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ParseError(FORMAT, f"it is not JSON: {error.msg}", place) from None
    except RecursionError:
        raise ParseError(FORMAT, "it is nested too deep") from None
    except _Doubled as error:
        place = _first_place(text, error.key)
        raise ParseError(
            FORMAT, f"the key {error.key!r} stands twice in one object", place
        ) from None
    except ValueError as error:
        raise ParseError(FORMAT, str(error)) from None
    if not isinstance(plain, dict):
        raise ParseError(FORMAT, "an object was expected", "$")
    return plain


def _single(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    pairs = list(pairs)
    plain = dict(pairs)
    if len(plain) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Doubled(next(name for name in names if names.count(name) > 1))
    return plain


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _first_place(text: str, key: str) -> str:
    """The line on which a key of that name first stands: near enough to find it."""
    at = max(text.find(json.dumps(key)), text.find(json.dumps(key, ensure_ascii=False)), 0)
    return f"line {text.count(chr(10), 0, at) + 1}"
