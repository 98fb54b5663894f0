"""The data types of XML Schema that NewsML-G2 uses, as tests of strings.

Source: XML Schema Part 2: Datatypes, second edition, section 3. Where that leaves addresses to an
older standard, they are read as RFC 3986 has them, which is what libxml2 does, too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from newsmodel.formats.newsml.conformance.name_characters import CHARS, START

__all__ = ["BUILT_IN", "NAME", "Test", "made", "words_of"]

Test: TypeAlias = Callable[[str], object]
"""Gives something true for a string that is valid."""

_SPACE = " \t\n\r"
_S = f"[{_SPACE}]*+"

_NCNAME = f"[{START}][{CHARS}]*"
_TOKEN = f"[{CHARS}:]+"

_YEAR = "-?(?!0000)(?:[1-9][0-9]{4,}|[0-9]{4})"
_ZONE = "(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_TIME = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_MONTH_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP = (
    "-?(?!0000)(?:[1-9][0-9]*)?(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])"
    "|(?:[02468][048]|[13579][26])00)-02-29"
)
_DATE = f"(?:{_YEAR}-{_MONTH_DAY}|{_LEAP})"
_NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_DURATION = (
    r"-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?"
    r"(?:T(?=[0-9.])(?:[0-9]+H)?(?:[0-9]+M)?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)S)?)?"
)


# Addresses: RFC 3986; any other character counts as escaped (XML Schema Part 2, 3.2.17).
def _but(excluded: str) -> str:
    """Any characters but some; a percent sign only where it begins an escaped one."""
    others = f"[^%{excluded}]*+"
    return f"{others}(?:%[0-9A-Fa-f]{{2}}{others})*+"


_USER = _but(r"\[\]#?/@") + "@"
_HOST = r"(?:\[[^\]]*+\]|" + _but(r"\[\]#?/@:") + ")"
_PATH = _but(r"\[\]#?")
_QUERY = r"\?" + _but(r"\[\]#")
_FRAGMENT = r"\#" + _but("#")
_ADDRESS = (
    rf"(?![{_SPACE}])(?:[A-Za-z][A-Za-z0-9+.-]*+:|(?![^#?/:]*+:))"
    rf"(?://(?:{_USER})?{_HOST}(?::[0-9]{{1,8}})?(?:/{_PATH})?|(?!//){_PATH})"
    rf"(?:{_QUERY})?(?:{_FRAGMENT})?"
)

_PATTERNS = {
    "anyURI": _ADDRESS,
    "boolean": "true|false|1|0",
    "date": _DATE + _ZONE,
    "dateTime": f"{_DATE}T{_TIME}{_ZONE}",
    "decimal": _NUMBER,
    "double": rf"{_NUMBER}(?:[Ee][+-]?[0-9]+)?|-?INF|NaN",
    "duration": _DURATION,
    "gDay": f"---{_DAY}{_ZONE}",
    "gMonth": f"--{_MONTH}{_ZONE}",
    "gMonthDay": f"--(?:{_MONTH_DAY}|02-29){_ZONE}",
    "gYear": _YEAR + _ZONE,
    "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
    "integer": "[+-]?[0-9]+",
    "language": "[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*",
    "nonNegativeInteger": r"\+?[0-9]+|-0+",
    "positiveInteger": r"\+?0*[1-9][0-9]*",
    "ID": _NCNAME,
    "IDREF": _NCNAME,
    "IDREFS": f"{_NCNAME}(?:[{_SPACE}]+{_NCNAME})*",
    "NCName": _NCNAME,
    "NMTOKEN": _TOKEN,
    "NMTOKENS": f"{_TOKEN}(?:[{_SPACE}]+{_TOKEN})*",
    "QName": f"(?:{_NCNAME}:)?{_NCNAME}",
}

NAME = re.compile(_NCNAME)
"""A name without a colon."""


_anything: Test = id  # true of every string, and quicker than any function of ours


BUILT_IN: Mapping[str, Test] = {
    "string": _anything,
    "anySimpleType": _anything,
    **{name: re.compile(f"{_S}(?:{shown}){_S}").fullmatch for name, shown in _PATTERNS.items()},
}


def words_of(value: str) -> list[str]:
    """The members of a list."""
    return re.sub(f"[{_SPACE}]+", " ", value).strip(" ").split(" ") if value.strip(_SPACE) else []


def made(facts: Any, named: Callable[[str], Test]) -> Test:
    """The test for a type the schema makes of others.

    Args:
        facts: the name of a type, or how it is made: `union`, `list`, or `base` with facets.
        named: gives the test for a name.
    """
    if isinstance(facts, str):
        return named(facts)
    if "union" in facts:
        return _union(facts["union"], named)
    if "list" in facts:
        return _list(made(facts["list"], named))
    return _restricted(facts, made(facts["base"], named))


def _union(kinds: list[Any], named: Callable[[str], Test]) -> Test:
    if all(isinstance(kind, str) and kind in _PATTERNS for kind in kinds):
        either = "|".join(_PATTERNS[kind] for kind in kinds)
        return re.compile(f"{_S}(?:{either}){_S}").fullmatch
    members = [made(kind, named) for kind in kinds]
    return lambda value: any(test(value) for test in members)


def _list(member: Test) -> Test:
    def test(value: str) -> bool:
        return bool(" " not in value and member(value)) or all(map(member, words_of(value)))

    return test


def _restricted(facts: Mapping[str, Any], base: Test) -> Test:
    tests = [make(facts[name]) for name, make in _FACETS.items() if name in facts]
    if base is _anything and len(tests) == 1:
        return tests[0]
    return lambda value: base(value) and all(test(value) for test in tests)


def _pattern(shown: str) -> Test:
    r"""The test for a pattern; `\s` and `\S` mean XML's white space, not Unicode's."""
    shown = re.sub(r"\[\\S ([^]]*)\]", r"[^\\t\\n\\r\1]", shown).replace(r"\s", _SPACE)
    if r"\S" in shown:
        raise ValueError(shown)
    return re.compile(shown).fullmatch


def _between(least: float, most: float) -> Test:
    """The test for whole numbers; a number of more digits than Python reads is in no range."""

    def test(value: str) -> bool:
        digits = value.strip(_SPACE)
        sign = -1 if digits.startswith("-") else 1
        size = digits.lstrip("+-").lstrip("0") or "0"
        return len(size) < 20 and least <= sign * int(size) <= most

    return test


_FACETS: Mapping[str, Callable[[Any], Test]] = {
    "pattern": _pattern,
    "values": lambda values: frozenset(values).__contains__,
    "min": lambda least: _between(least, math.inf),
    "max": lambda most: _between(-math.inf, most),
    "length": lambda length: lambda value: len(value) == length,
    "least": lambda least: lambda value: len(words_of(value)) >= least,
}
