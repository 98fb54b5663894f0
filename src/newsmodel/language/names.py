"""Names of languages, and which language a label in a page's language switcher means.

Sources: names after the Unicode CLDR; codes from ISO 639-1; countries taken for languages as seen
on news sites (the language of ``ua`` is ``uk``).
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Any

from newsmodel.language.tags import codes, is_registered, normal_tag, script_of, shortest_code

__all__ = ["autonym", "meant_tag", "switcher_languages"]

_TAG = re.compile(
    r"([a-z]{2,3})(-[a-z]{4})?(-(?:[a-z]{2,3}|\d{3}))?((?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)",
    re.IGNORECASE,
)
_LONGEST_LINE = 600
_HARD = re.compile(r"\s*[|·•\n\t/,;]+\s*")
_SURE = re.compile(r"[|·•]")
_MOST_WORDS = 3
_NAMED = 5  # letters tell the name of a script


def autonym(tag: str) -> str | None:
    """A language's own name: ``uk`` gives "Українська", ``ar`` "العربية".

    A tag that is not known falls back to a shorter one (``de-AT`` to ``de``); None without any.
    Withdrawn codes have the names of those in their place (``iw`` is ``he``). A name that is known
    in another script alone has the script of the tag behind it: "اردو (Latn)" for ``ur-Latn``.
    """
    language, *rest = normal_tag(tag).split("-")
    parts = [codes()["instead"].get(language, language), *rest]
    for size in range(len(parts), 0, -1):
        if (row := _names().get("-".join(parts[:size]))) is not None:
            return _in_script(row, parts, size)
    return None


def _in_script(row: Mapping[str, Any], parts: list[str], known: int) -> str:
    """The name of a language in the script of a tag, of which so many parts are known."""
    name = str(row["autonym"])
    if "-".join(parts[:2]).lower() in codes()["rtl_tags"]:
        return str(row.get("scripts", {}).get("Arab", name))
    script = next((part for part in parts[known:2] if len(part) == 4 and part.isalpha()), None)
    if script is None or script == script_of("-".join(parts[:known])):
        return name
    return str(row.get("scripts", {}).get(script) or f"{name} ({script})")


def meant_tag(label: str) -> str | None:
    """The language tag a label of a language switcher, or a wrong tag, probably means.

    Knows language codes, countries put in their place (``ua`` is ``uk``, ``jp`` ``ja``), wrong
    regions (``en-UK`` is ``en-GB``, ``en-EN`` is ``en``, ``us-EN`` and ``en-USA`` are ``en-US``),
    scripts by name (``sr-latin``, ``zh-CHT``), codes of three letters (``ukr``), names in the
    language itself and in English, and abbreviations ("Укр", "Eng"), in any case.
    A right tag comes back in its usual spelling.  A code that is a language stays that language
    (``se`` is Northern Sami, not Swedish).  What comes back is in the IANA registry: a part that is
    not, and means nothing, is left out.

    Returns:
        The tag, or None for anything else ("home", "news").  Words such as "is" and "no" are
        language codes too: whether they are meant, only their company tells (see
        `switcher_languages`).
    """
    text = " ".join(label.split()).strip(" .:[]")
    if not text or len(text) > 40:
        return None
    return _labels().get(text.casefold()) or _from_tag(text.replace("_", "-"))


def _from_tag(text: str) -> str | None:
    """What a tag means; nothing that is not registered itself."""
    first, *rest = text.split("-")
    match = _TAG.fullmatch("-".join([first, *map(_script_or_else, rest)]))
    if match is None:
        return None
    language, region = _place(match[1].lower(), (match[3] or "")[1:].upper())
    if not language:
        return None
    base = language + (match[2] or "")
    known = f"{base}-{region}" if region else base
    # A language in the place of a region leaves open which of the two is meant.
    readings = (known + match[4], known, "" if region.lower() in _codes() else base)
    return next((normal_tag(tag) for tag in readings if tag and is_registered(tag)), None)


def _place(language: str, region: str) -> tuple[str, str]:
    """The codes of the language and the region that are meant, "" where there is none."""
    countries, instead = codes()["countries"], codes()["instead"]
    if countries.get(language) == region.lower():
        return region.lower(), language.upper()  # the wrong way round, as in "us-EN"
    meant = shortest_code(language)
    if meant not in _codes():
        meant = instead.get(meant) or countries.get(meant, "")
    return meant, _region(region, language, meant)


def _region(region: str, language: str, meant: str) -> str:
    from langcodes.data_dicts import TERRITORY_REPLACEMENTS  # noqa: PLC0415  # as it is needed

    if len(region) == 3 and region.isalpha():
        region = TERRITORY_REPLACEMENTS.get(region.lower(), region).upper()
    repeated = {region.lower(), shortest_code(region)} & {language, meant}
    if repeated and not is_registered(f"und-{region}"):
        return ""  # the language once more, as in "en-EN"
    return str(codes()["regions"].get(region, region))


def _script_or_else(part: str) -> str:
    """The code of a script where a part of a tag names one: ``Latn`` for ``latin``."""
    known = _scripts().get(part.lower()) or _scripts().get(part.lower()[:_NAMED])
    return known or part


@functools.cache
def _scripts() -> Mapping[str, str]:
    """Codes of scripts by the beginnings of their names, and by what is put in their place."""
    named = {name.lower()[:_NAMED]: code for code, name in codes()["scripts"].items()}
    long = {name: code for name, code in named.items() if len(name) == _NAMED}
    return MappingProxyType(long | codes()["instead_of_scripts"])


def switcher_languages(line: str) -> tuple[str, ...]:
    """The languages of a language switcher pasted as a line, or () when it is none.

    ``ua en ru`` gives ``("uk", "en", "ru")``; ``EN | DE | FR``, ``Укр / Рус / Eng`` and
    ``English Deutsch`` are read alike.  Every part must be a language and at least two must
    differ.  A line that is a sentence of words which happen to be codes ("so it is") is none
    unless bars or dots part them.
    """
    if len(line) > _LONGEST_LINE or not line.strip():
        return ()
    labels = _parts(line)
    tags = [meant_tag(label) for label in labels]
    found = tuple(dict.fromkeys(tag for tag in tags if tag))
    if None in tags or len(found) < 2 or _is_prose(line, labels):
        return ()
    return found


def _parts(line: str) -> list[str]:
    """The labels of a line: split at signs, then at spaces, keeping names of several words."""
    labels: list[str] = []
    for part in filter(None, _HARD.split(line.strip())):
        words = [part] if meant_tag(part) else part.split()
        while words:
            size = min(_MOST_WORDS, len(words))
            while size > 1 and not meant_tag(" ".join(words[:size])):
                size -= 1
            labels.append(" ".join(words[:size]))
            words = words[size:]
    return labels


def _is_prose(line: str, labels: list[str]) -> bool:
    """Whether the labels are words of one language rather than codes."""
    if _SURE.search(line):
        return False
    low = {label.lower() for label in labels}
    words = codes()["words"]
    english = set(words["en"])
    if low <= english:
        return not ("/" in line and line.isupper())
    if any(len(label) > 3 for label in labels) and any(
        label in english for label in labels if label.islower()
    ):
        return True
    same = any(low <= set(known) for known in words.values())
    return same and bool(low & set(codes()["rare"])) and not line.isupper()


@functools.cache
def _names() -> Mapping[str, dict[str, Any]]:
    data = resources.files("newsmodel.language").joinpath("names.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(data))


@functools.cache
def _labels() -> Mapping[str, str]:
    """Tags by label; a language's own name wins over another's abbreviation."""
    found: dict[str, str] = {}
    for field in ("autonym", "english", "labels"):
        for tag, row in _names().items():
            values = row.get(field, ())
            for label in [values] if isinstance(values, str) else values:
                found.setdefault(label.casefold().strip(" ."), tag)
    return MappingProxyType(found)


@functools.cache
def _codes() -> frozenset[str]:
    known = codes()["languages"]
    return frozenset(known) - {"kr"} | {tag for tag in _names() if "-" not in tag}
