"""From text to plain data: strict JSON (RFC 8259), every key once.

With the extra `fast`, orjson does it twice as fast. It forgives what we do not, such as
a key that stands twice, so what it read counts only if writing it again gives the same document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NoReturn

import attrs

from newsmodel.errors import ParseError
from newsmodel.formats._shared import encoding
from newsmodel.formats._shared.arguments import given_document
from newsmodel.formats._shared.json_faults import said_of
from newsmodel.formats._shared.text import decoded, holds_last_of_plane
from newsmodel.formats.json.layout import FORMAT
from newsmodel.formats.json.places import Lines, Value, values
from newsmodel.plain import MAX_DEPTH

try:
    import orjson
except ImportError:  # the extra is not installed
    orjson = None  # type: ignore[assignment]

__all__ = ["Malformed", "decode", "decode_strictly"]

MAX_DIGITS = 4300
"""How many digits a whole number may have: the most that Python itself reads."""

_SUSPECT_ESCAPE = re.compile(rb"\\[ubfr]")
_SUSPECT_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
_SUSPECT_OTHER = re.compile(rb"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])")


@attrs.frozen
class Malformed(Exception):
    """Text is not JSON, or not such as we take."""

    reason: str
    line: int
    column: int
    path: str | None = None

    @property
    def place(self) -> str:
        """Line, column and path."""
        place = f"line {self.line}, column {self.column}"
        return f"{place}, {self.path}" if self.path and self.path != "$" else place


# ------------------------------------------------------------------ reading
def decode(data: str | bytes) -> tuple[Any, bool]:
    """The plain data of a document, and whether it is clean, as `from_plain` wants to know.

    Raises:
        ParseError: it is not JSON.
    """
    data = given_document(data)
    try:
        return _decode_fast(data)
    except (ValueError, TypeError):
        pass  # not for orjson: read with more patience, or refused with a place
    text = decoded(data, FORMAT)
    try:
        return decode_strictly(text), not _holds_suspect(text)
    except Malformed as error:
        raise ParseError(FORMAT, error.reason, error.place) from None


def _decode_fast(data: str | bytes) -> tuple[Any, bool]:
    """The same by way of orjson; ValueError or TypeError where that will not do."""
    if not encoding.FAST:
        raise ValueError
    encoded = data.encode() if isinstance(data, str) else data
    plain = orjson.loads(encoded)
    if orjson.dumps(plain) != encoded.rstrip(b"\n") and not _is_indented(plain, encoded):
        raise ValueError
    return plain, not _suspect(encoded)


def _holds_suspect(text: str) -> bool:
    try:
        return _suspect(text.encode())
    except UnicodeEncodeError:  # half of a character
        return True


def _suspect(encoded: bytes) -> bool:
    """Whether there may be a character that no format can hold; each test spares the next."""
    if b"\\" in encoded and _SUSPECT_ESCAPE.search(encoded):
        return True
    if b"\x7f" in encoded or (b"\xc2" in encoded and _SUSPECT_CONTROL.search(encoded)):
        return True
    if b"\xef" in encoded and _SUSPECT_OTHER.search(encoded):
        return True
    return holds_last_of_plane(encoded)


def _is_indented(plain: Any, encoded: bytes) -> bool:
    """Whether it is what comes of `indent=2`."""
    if not encoded.startswith((b"{\n", b"[\n")):
        return False
    return orjson.dumps(plain, option=orjson.OPT_INDENT_2) == encoded.rstrip(b"\n")


def decode_strictly(text: str) -> Any:
    """The same by way of the standard library, which can say what is wrong, and where.

    Raises:
        Malformed: it is not JSON, or not such as we take.
    """
    try:
        return json.loads(text, object_pairs_hook=_single, parse_constant=_refused)
    except json.JSONDecodeError as error:
        raise Malformed(f"it is not JSON: {said_of(error)}", error.lineno, error.colno) from None
    except (ValueError, RecursionError):
        raise _trouble(text) from None


def _single(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) < len(pairs):
        raise ValueError
    return plain


def _refused(name: str) -> NoReturn:
    raise ValueError


def _trouble(text: str) -> Malformed:
    """What the standard library stumbled over, and where it stands."""
    for value in values(text):
        reason = next((why for found, why in _TROUBLES if found(value)), None)
        if reason:
            return Malformed(reason, *Lines(text).place(value.offset), value.path)
    return Malformed("it is not JSON that this library takes", 1, 1)


_TROUBLES: tuple[tuple[Callable[[Value], bool], str], ...] = (
    (lambda value: value.again, "this key stands twice in one object"),
    (lambda value: value.first in ("NaN", "Infinity", "-Infinity"), "it is no JSON number"),
    (
        lambda value: value.first in "[{" and value.depth >= MAX_DEPTH,
        f"it is nested deeper than {MAX_DEPTH} levels",
    ),
    (
        lambda value: value.first[:1] != '"' and len(value.first) > MAX_DIGITS,
        f"it is a number of more than {MAX_DIGITS} digits",
    ),
)
