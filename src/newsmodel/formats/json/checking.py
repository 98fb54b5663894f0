"""What is wrong with a document, all of it, each thing with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from newsmodel.errors import ParseError, UnsupportedVersionError
from newsmodel.formats._shared.text import decoded
from newsmodel.formats.json.decoding import Malformed, decode_strictly
from newsmodel.formats.json.layout import FORMAT
from newsmodel.formats.json.mending import RULE, mend
from newsmodel.formats.json.places import Lines, values
from newsmodel.formats.json.reading import Unknown, document
from newsmodel.model import Problem, Severity
from newsmodel.model.choosing import chosen

__all__ = ["check"]


_RULES = ("json-encoding", "json-syntax", "json-version", "json-layout", RULE)


def check(
    data: str | bytes,
    *,
    unknown: Unknown = "refuse",
    off: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with a document: everything `loads` would refuse it for, or replace in it.

    No document, however broken, makes it raise.

    Args:
        data: the document.
        unknown: "keep" to pass over keys this library does not know; see `loads`.
        off: ids of rules that do not count.
        severity: other severities, by id of the rule.

    Returns:
        The problems in the order in which they stand in the document, each with path, line and
        column; no error where `loads` or `loads_message` reads it.

    Raises:
        UnknownRuleError: `off` or `severity` names a rule that there is not.
        ValueError: `severity` gives a rule one that there is not.
        ArgumentError: it is no document.
    """
    choice = chosen(off, severity, _RULES)
    return choice.applied(_checked(data, unknown))


def _checked(data: str | bytes, unknown: Unknown) -> tuple[Problem, ...]:
    try:
        text = decoded(data, FORMAT)
    except ParseError as error:
        return (_undecodable(bytes(data), error),)  # type: ignore[arg-type]  # strings are decoded
    try:
        plain = decode_strictly(text)
    except Malformed as error:
        path = error.path or "$"
        return (_problem("json-syntax", error.reason, path, (error.line, error.column)),)
    mended = mend(plain)
    found = [] if mended is None else [mended.problem(*_places(text, [mended.path])[mended.path])]
    try:
        document(plain, clean=False, unknown=unknown)
    except ParseError as error:
        found += _located(error, text)
    return tuple(sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0)))


def _undecodable(data: bytes, error: ParseError) -> Problem:
    try:
        data.decode("utf-8-sig")
        start = 0
    except UnicodeDecodeError as wrong:
        start = wrong.start
    before = data[:start].decode("utf-8-sig", "replace")
    return _problem("json-encoding", error.reason, "$", Lines(before).place(len(before)))


def _located(error: ParseError, text: str) -> Iterator[Problem]:
    """What an error says, each piece with the place in the text its path leads to."""
    rule = "json-version" if isinstance(error, UnsupportedVersionError) else "json-layout"
    found = [(path or "$", reason) for path, reason in error.reasons]
    places = _places(text, [path for path, _ in found])
    return (_problem(rule, reason, path, places[path]) for path, reason in found)


def _places(text: str, paths: list[str]) -> dict[str, tuple[int, int]]:
    """Line and column that each path leads to."""
    wanted = {start for path in paths for start in _starts(path)}
    offsets = {value.path: value.offset for value in values(text) if value.path in wanted}
    lines = Lines(text)
    return {path: lines.place(_offset(path, offsets)) for path in paths}


def _offset(path: str, offsets: dict[str, int]) -> int:
    """Where a path leads, or else the nearest object or list around it."""
    return next((offsets[start] for start in reversed(_starts(path)) if start in offsets), 0)


def _starts(path: str) -> list[str]:
    """A path, and the paths of all around it: "$", "$.body", "$.body[2]"."""
    ends = [match.start() for match in re.finditer(r"[.\[]", path)]
    return [*(path[:end] for end in ends), path]


def _problem(rule: str, reason: str, path: str, place: tuple[int, int]) -> Problem:
    line, column = place
    return Problem(
        rule=rule,
        severity=Severity.ERROR,
        path=path,
        line=line,
        column=column,
        message=reason,
        source="RFC 8259" if rule in ("json-syntax", "json-encoding") else "newsmodel JSON",
    )
