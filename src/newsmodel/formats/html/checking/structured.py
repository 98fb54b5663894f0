"""The structured data of a page: JSON-LD in its scripts, and which of it is an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn, TypeAlias

import attrs

from newsmodel.formats._shared.json_faults import said_of
from newsmodel.formats.html.elements import Element

__all__ = [
    "Broken",
    "Thing",
    "addresses_of",
    "each_of",
    "is_article",
    "is_data",
    "names_article",
    "read_data",
    "spelt",
    "things_in",
    "things_of_page",
    "types_of",
]

Thing: TypeAlias = dict[str, Any]
"""A node of structured data."""

_ARTICLES = frozenset(
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle "
    "OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting "
    "Report SatiricalArticle ScholarlyArticle MedicalScholarlyArticle TechArticle APIReference "
    "AdvertiserContentArticle SocialMediaPosting DiscussionForumPosting".split()
)
"""What schema.org calls an article, and search engines take for one."""

_OTHERS = frozenset(
    "itemListElement significantLink significantLinks relatedLink citation mentions isBasedOn "
    "liveBlogUpdate comment".split()
)
"""Where a node names other stories than that of its page, or pieces of it."""

_DEEPEST = 40
_NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*+"|-?(?:NaN|Infinity)')


@attrs.frozen
class Broken:
    """A script of structured data that is no JSON."""

    script: Element
    reason: str
    line: int
    column: int | None = None


def is_data(script: Element) -> bool:
    """Whether a script holds JSON-LD; the type may have parameters, as media types do."""
    kind = (script.get("type") or "").partition(";")[0]
    return kind.strip().lower() == "application/ld+json"


def read_data(script: Element) -> tuple[list[Any], Broken | None]:
    """What a script holds, and what is wrong where it is no JSON.

    What a forgiving reader makes of it is there all the same, lest one fault hide the others.
    """
    text = script.text or ""
    try:
        return [json.loads(text, parse_constant=_refused)], None
    except (ValueError, RecursionError) as error:
        return list(_loose(text)), _broken(script, error)


def _refused(constant: str) -> NoReturn:
    raise _NoNumberError(constant)


class _NoNumberError(ValueError):
    """What JavaScript has for numbers that there are not."""


def _loose(text: str) -> Iterator[Any]:
    try:
        yield json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return


def _broken(script: Element, error: Exception) -> Broken:
    line = script.sourceline or 1
    said = "it is nested too deep, or has a number too long"
    if isinstance(error, _NoNumberError):
        text = script.text or ""
        at = next(m.start() for m in _NO_NUMBER.finditer(text) if m[0][0] != '"')
        said = f"{error} is no number: leave the property out"
        error = json.JSONDecodeError(said, text, at)
    if not isinstance(error, json.JSONDecodeError):
        return Broken(script, said, line)
    column = error.colno if error.lineno > 1 else None
    said = f"{said_of(error)} (line {error.lineno}, column {error.colno} of it)"
    return Broken(script, said, line + error.lineno - 1, column)


def things_in(value: Any) -> Iterator[Thing]:
    """Every node of structured data."""
    return _things(value, 0, frozenset())


def things_of_page(value: Any) -> Iterator[Thing]:
    """Those of them that are not only named in a list or a link to something else."""
    return _things(value, 0, _OTHERS)


def _things(value: Any, depth: int, but: frozenset[str]) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _things(each, depth + 1, but)
    elif isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        for name, each in value.items():
            if name not in but:
                yield from _things(each, depth + 1, but)


def types_of(thing: Thing) -> list[str]:
    """The types of a node, without the address of their vocabulary."""
    value = thing.get("@type")
    every = value if isinstance(value, list) else [value]
    return [_local(str(each)) for each in every if each]


def _local(name: str) -> str:
    return name.rpartition("/")[2].rpartition(":")[2]


def is_article(thing: Thing) -> bool:
    """Whether a node is of an article."""
    return not _ARTICLES.isdisjoint(types_of(thing))


def names_article(types: str) -> bool:
    """Whether types of microdata, parted by spaces, are those of an article."""
    return not _ARTICLES.isdisjoint(map(_local, types.split()))


def addresses_of(thing: Thing) -> Iterator[str]:
    """The addresses a node says it is found under."""
    page = thing.get("mainEntityOfPage")
    for value in (thing.get("url"), thing.get("@id"), page):
        yield spelt(value.get("@id") if isinstance(value, dict) else value)


def spelt(value: Any) -> str:
    """A value of structured data as a string; "" for what is none."""
    return value.strip() if isinstance(value, str) else ""


def each_of(value: Any) -> Sequence[Any]:
    """The values of a property, which may have one or many."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)
