"""What is wrong with a document, by the table of shapes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any, TypeAlias

from newsmodel.errors import ParseError
from newsmodel.formats._shared.arguments import given_document
from newsmodel.formats.ninjs.languages import RULE as LANGUAGE, odd_languages
from newsmodel.formats.ninjs.parsing import Places, Steps, parsed, shown_path
from newsmodel.formats.ninjs.properties import holding
from newsmodel.formats.ninjs.value_forms import FORM_MESSAGES, FORMS
from newsmodel.formats.ninjs.versions.dialects import version_of
from newsmodel.formats.ninjs.versions.kinds import (
    Choice,
    Kind,
    ListOf,
    Number,
    Plain,
    Property,
    Shaped,
)
from newsmodel.formats.ninjs.versions.shapes import ONE_OF, OPEN, shape_of
from newsmodel.model import Problem, Severity
from newsmodel.model.choosing import chosen
from newsmodel.model.misnamed import meant_name

__all__ = ["check", "is_valid", "located", "problems_in"]

Found: TypeAlias = tuple[Steps, str, str]
"""Where something is wrong, the rule it breaks, and what is wrong."""

Said: TypeAlias = tuple[Steps, str, str, str]
"""The same, and the version whose rule it is."""

MOST = 1000
"""No more problems of one document are listed."""

_LONGEST = 60
_ENDED = re.compile(r"^[a-zA-Z0-9_]+")


_RULES = (
    "ninjs-json", "ninjs-type", "ninjs-unknown", "ninjs-missing", "ninjs-choice", "ninjs-value",
    "ninjs-format", LANGUAGE,
)  # fmt: skip


def check(
    data: str | bytes,
    *,
    off: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with a document as it stands; an empty tuple where it is valid ninjs.

    A document is measured by the version it names, else by the one its properties belong to. The
    facts are those of IPTC's schema of that version, forms of addresses and times included; that a
    language is no tag is a warning of ours. Of several documents in a list each is measured by its
    own.

    Args:
        data: the document.
        off: ids of rules that do not count.
        severity: other severities, by id of the rule.

    Returns:
        The problems, each with its path, its line and its column; a thousand at the most.

    Raises:
        UnknownRuleError: `off` or `severity` names a rule that there is not.
        ValueError: `severity` gives a rule one that there is not.
        ArgumentError: it is no document.
    """
    choice = chosen(off, severity, _RULES)
    data = given_document(data)
    try:
        documents, text = parsed(data)
        found = [problems_in(each, version_of(each), steps) for steps, each in documents.items()]
    except ParseError as error:
        return choice.applied((_refused(data, error),))
    return choice.applied(located(chain.from_iterable(found), Places(text)))


def _refused(data: str | bytes, error: ParseError) -> Problem:
    """Why a document holds no news object, and where."""
    path = error.place if error.place and error.place.startswith("$") else "$"
    line, column = _place_in(error.place)
    if line is None:
        line, column = _place_of(data, path)
    return Problem(
        rule="ninjs-json", severity=Severity.ERROR, path=path, line=line, column=column,
        message=error.reason, source="RFC 8259; ninjs",
    )  # fmt: skip


def _place_of(data: str | bytes, path: str) -> tuple[int, int]:
    """Where the item of a list stands to which a path leads; else where it cannot be decoded."""
    if isinstance(data, bytes):
        text = data.decode("utf-8-sig", "backslashreplace")
        if path == "$" and (wrong := _first_undecodable(data)) is not None:
            before = data[:wrong].decode("utf-8-sig", "replace")
            return before.count("\n") + 1, len(before) - before.rfind("\n")
        data = text
    number = _NUMBER.fullmatch(path)
    try:
        line, column = Places(data).of((int(number[1]),) if number else ())
    except ValueError:
        return 1, 1
    return line or 1, column or 1


def _first_undecodable(data: bytes) -> int | None:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start
    return None


_NUMBER = re.compile(r"\$\[([0-9]+)\]")


def located(found: Iterator[Said], places: Places) -> tuple[Problem, ...]:
    """Problems with their lines and columns."""
    return tuple(_located(*each, places) for each in islice(found, MOST))


def _located(steps: Steps, rule: str, message: str, version: str, places: Places) -> Problem:
    line, column = places.of(steps)
    severity = Severity.WARNING if rule == LANGUAGE else Severity.ERROR
    return Problem(
        rule=rule, severity=severity, path=shown_path(steps), line=line, column=column,
        message=message, source=f"ninjs {version}",
    )  # fmt: skip


_PLACE = re.compile(r"line ([0-9]+)(?:, column ([0-9]+))?")


def _place_in(place: str | None) -> tuple[int | None, int | None]:
    found = _PLACE.match(place or "")
    return (int(found[1]), int(found[2]) if found[2] else None) if found else (None, None)


def problems_in(document: Mapping[str, Any], version: str, steps: Steps = ()) -> Iterator[Said]:
    """What is wrong with a document of a version, to which some steps lead."""
    for found in _shaped(document, "item", version, steps):
        yield (*_with_effect(found, document, len(steps)), version)
    for found in odd_languages(document, steps):
        yield (*found, version)


def _with_effect(found: Found, document: Any, above: int) -> Found:
    """What is wrong, and where it is a status or an embargo what it counts as."""
    steps, rule, message = found
    if rule == "ninjs-missing" or not _holds_back(steps[above:]):
        return found
    value = document
    for step in steps[above:]:
        value = value[step]
    counts = holding.effect(str(steps[-1]), value)
    return (steps, rule, f"{message}; {counts}") if counts else found


def _holds_back(steps: Steps) -> bool:
    """Whether some steps lead to a status or an embargo of the document or of an associated one."""
    around = set(steps[:-1:2])
    return len(steps) % 2 == 1 and steps[-1] in holding.NAMES and around <= {"associations"}


def is_valid(name: str, value: Any, version: str) -> bool:
    """Whether a property of a news object may have that value in a version, under that name."""
    known = _known(name, shape_of("association", version))
    return known is not None and not any(_wrong(value, known.kind, version, ()))


def _wrong(value: Any, kind: Kind, version: str, steps: Steps) -> Iterator[Found]:
    if isinstance(kind, Shaped):
        return _shaped(value, kind.name, version, steps)
    if isinstance(kind, ListOf):
        return _list(value, kind, version, steps)
    if isinstance(kind, Plain):
        return _plain(value, kind.form, steps)
    return _number(value, kind, steps) if isinstance(kind, Number) else _choice(value, kind, steps)


def _type(steps: Steps, wanted: str, value: Any) -> Found:
    return steps, "ninjs-type", f"{wanted} was expected, not {_named(value)}: give one"


def _named(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    return f"the {'string' if isinstance(value, str) else 'number'} {_shown(value)}"


def _shown(value: Any) -> str:
    """A value as it stands in the document, the beginning where it is long."""
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


# ------------------------------------------------------------------ objects and lists
def _shaped(value: Any, shape: str, version: str, steps: Steps) -> Iterator[Found]:
    if not isinstance(value, dict):
        yield _type(steps, "an object", value)
        return
    properties = shape_of(shape, version)
    for name, held in value.items():
        known = _known(name, properties)
        if known is not None:
            yield from _wrong(held, known.kind, version, (*steps, name))
        elif version > OPEN.get(shape, ""):
            remedy = _remedy(name, properties, value)
            yield (
                (*steps, name),
                "ninjs-unknown",
                f"ninjs {version} has no property {name!r} here: {remedy}",
            )
    yield from _missing(value, properties, steps)
    yield from _combined(value, shape, steps, version)


def _remedy(name: str, properties: Mapping[str, Property], value: dict[str, Any]) -> str:
    """What to do about a property that there is not."""
    meant = meant_name(name, properties)
    is_new = meant is not None and meant not in value
    return f"write {meant!r}, if that is meant" if is_new else "correct or drop it"


def _known(name: str, properties: Mapping[str, Property]) -> Property | None:
    """The property of a name, or the one whose names begin like it."""
    if name in properties:
        return None if name.endswith("_") else properties[name]
    stem, sign, rest = name.partition("_")
    family = properties.get(stem + sign) if sign else None
    return family if family is not None and _ENDED.match(rest) else None


def _missing(value: dict[str, Any], properties: Mapping[str, Property], steps: Steps) -> Any:
    for name, each in properties.items():
        if each.required and name not in value:
            yield steps, "ninjs-missing", f"{name!r} is missing: add it"


def _combined(value: dict[str, Any], shape: str, steps: Steps, version: str) -> Iterator[Found]:
    for modern in ONE_OF.get(shape, ()):
        names = modern if version >= "3.0" else tuple(map(str.lower, modern))
        if sum(name in value for name in names) != 1:
            yield (
                steps,
                "ninjs-choice",
                (f"just one of {' and '.join(map(repr, names))} is wanted: give one of them"),
            )
    if shape == "dates":
        pairs = (("startDate", "expectedStartDate"), ("endDate", "expectedEndDate"))
        if not any((a in value) != (b in value) for a, b in pairs):
            message = "give a start or an end, actual or expected, and not both of one"
            yield steps, "ninjs-choice", message


def _list(value: Any, kind: ListOf, version: str, steps: Steps) -> Iterator[Found]:
    if not isinstance(value, dict if kind.named else list):
        yield _type(steps, "an object" if kind.named else "a list", value)
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for step, held in pairs:
        if isinstance(step, str) and not _name_fits(step, version):
            yield (
                (*steps, step),
                "ninjs-unknown",
                (f"{step!r} is no name: write it with letters, digits and _ alone"),
            )
        else:
            yield from _wrong(held, kind.kind, version, (*steps, step))


def _name_fits(name: str, version: str) -> bool:
    found = _ENDED.match(name)
    return found is not None and (version >= "1.3" or not name.startswith("_"))


# ------------------------------------------------------------------ single values
def _number(value: Any, kind: Number, steps: Steps) -> Iterator[Found]:
    wanted = "a whole number" if kind.whole else "a number"
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield _type(steps, wanted, value)
    elif kind.whole and value != int(value):
        yield steps, "ninjs-type", f"a whole number was expected, not {_shown(value)}: give one"
    elif kind.low is not None and kind.high is not None and not kind.low <= value <= kind.high:
        message = f"{_shown(value)} is not between {kind.low} and {kind.high}: give one that is"
        yield steps, "ninjs-value", message


def _choice(value: Any, kind: Choice, steps: Steps) -> Iterator[Found]:
    if not isinstance(value, str):
        yield _type(steps, "a string", value)
    elif value not in kind.words:
        message = f"{_shown(value)} may not stand here: write one of {', '.join(kind.words)}"
        yield steps, "ninjs-value", message


def _plain(value: Any, form: str, steps: Steps) -> Iterator[Found]:
    wanted, python_type = ("an object", dict) if form in ("object", "geojson") else _STRING
    if not isinstance(value, python_type):
        yield _type(steps, wanted, value)
    elif form in FORMS and not FORMS[form](value):
        shown = _shown(value.get("type") if isinstance(value, dict) else value)
        yield steps, "ninjs-format", f"{shown} is {FORM_MESSAGES[form]}"


_STRING: tuple[str, type] = ("a string", str)
