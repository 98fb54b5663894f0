"""Language tags: their usual spelling, their direction, and whether they are registered.

Sources: BCP 47 (RFC 5646, section 2.1.1 for case; the IANA registry through ``langcodes``), and
the Unicode CLDR's likely subtags for the script a language is written in.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

from newsmodel.model.tags import language_of, name_one_language

__all__ = [
    "ANOTHER",
    "ANY",
    "A_VARIETY",
    "IN_ANOTHER_SCRIPT",
    "OF_ANOTHER_REGION",
    "THE_SAME",
    "codes",
    "direction",
    "is_registered",
    "nearness",
    "normal_tag",
    "script_of",
    "share_script",
    "shortest_code",
    "today",
]

ANY = frozenset({"", "mis", "mul", "und", "zxx"})
"""What names no one language (ISO 639-2: uncoded, multiple, undetermined, none); "" for no tag."""


def normal_tag(tag: str) -> str:
    """A tag in the usual spelling: ``EN_us`` becomes ``en-US``, ``zh-hant-tw`` ``zh-Hant-TW``.

    Language in lower case, script in title case, region in capitals, everything behind a
    singleton (extensions, private use) in lower case; underscores become hyphens.  Nothing is
    looked up, and what is no tag comes back no better than it was.  Never raises.
    """
    parts = tag.strip().replace("_", "-").split("-")
    normal, single = [parts[0].lower()], len(parts[0]) == 1
    for part in parts[1:]:
        single = single or len(part) == 1
        normal.append(part.lower() if single else _subtag(part))
    return "-".join(normal)


def _subtag(part: str) -> str:
    if len(part) == 2 and part.isalpha():
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


@functools.lru_cache(maxsize=256)
def direction(tag: str | None) -> Literal["ltr", "rtl"]:
    """The direction a language is written in: ``rtl`` for Arabic, Hebrew, Persian and their like.

    A script in the tag decides (``az-Arab`` is ``rtl``, ``sd-Deva`` ``ltr``), else the language's
    usual one.  Unknown and missing tags are ``ltr``.
    """
    parts = normal_tag(tag or "").lower().split("-")
    for part in parts[1:3]:
        if re.fullmatch("[a-z]{4}", part):
            return "rtl" if part in codes()["rtl_scripts"] else "ltr"
    if parts[0] in codes()["rtl_languages"] or "-".join(parts[:2]) in codes()["rtl_tags"]:
        return "rtl"
    return "ltr"


def share_script(one: str, other: str) -> bool:
    """Whether two tags are of the same script: ``sr-Cyrl`` and ``sr``, ``zh-Hant`` and ``zh-TW``.

    Where neither names a script they are taken for it.  Never raises for strings.
    """
    if not (_names_script(one) or _names_script(other)):
        return True
    scripts = {_likely_script(one), _likely_script(other)}
    return len(scripts) == 1 or "" in scripts


def today(tag: str) -> str:
    """A tag as `normal_tag` gives it, the language by the code it has today: ``he`` for ``iw``."""
    _, hyphen, rest = normal_tag(tag).partition("-")
    return language_of(tag) + hyphen + rest


ANOTHER, IN_ANOTHER_SCRIPT, OF_ANOTHER_REGION, A_VARIETY, THE_SAME = range(5)
"""How near one language may be to another."""


@functools.lru_cache(maxsize=256)
def nearness(tag: str, wanted: str) -> int:
    """How near a language is to the one that is wanted, the more the nearer.

    For ``zh-TW`` that is ``zh-tw``, then ``zh`` and ``zh-Hant``, then ``zh-CN``, then ``zh-Hans``,
    then all others. Tags count in whatever case, with hyphens or underscores.
    """
    one, other = normal_tag(tag), normal_tag(wanted)
    if one == other:
        return THE_SAME
    if not name_one_language(one, other):
        return ANOTHER
    if not share_script(one, other):
        return IN_ANOTHER_SCRIPT
    regions = {_region(one), _region(other)} - {None}
    return OF_ANOTHER_REGION if len(regions) > 1 else A_VARIETY


def _region(tag: str) -> str | None:
    parts = tag.split("-")[1:]
    return next((p for p in parts if p.isupper() or (p.isdigit() and len(p) == 3)), None)


def _names_script(tag: str) -> bool:
    return any(len(part) == 4 and part.isalpha() for part in tag.split("-")[1:3])


@functools.lru_cache(maxsize=256)
def _likely_script(tag: str) -> str:
    """The script a tag names, else the usual one of its language and region; "" if unknown."""
    import langcodes  # noqa: PLC0415  # loaded when first needed

    try:
        return langcodes.Language.get(tag).maximize().script or ""
    except ValueError:
        return ""


def is_registered(tag: str) -> bool:
    """Whether every part of a tag is in the IANA registry: ``uk`` is, ``ua`` and ``en-UK`` are not.

    Nor is ``ukr``: a language that has a code of two letters has no other (RFC 5646, 2.2.1).
    Underscores count as hyphens, though no standard allows them.

    Needs the ``langcodes`` package, which is loaded on the first call.  Never raises for a string.
    """
    import langcodes  # noqa: PLC0415  # loaded when first needed

    if not tag.isascii() or any(part in codes()["regions"] for part in tag.upper().split("-")[1:]):
        return False
    tag = tag.replace("_", "-")
    if not _extends(tag.lower()):
        return False
    if len(language := tag.partition("-")[0]) == 3 and shortest_code(language) != language.lower():
        return False
    return bool(tag) and langcodes.tag_is_valid(tag)


def _extends(tag: str) -> bool:
    """Whether three letters after the language, if there are any, are registered to follow it."""
    language, *rest = tag.split("-")
    if len(language) < 2 or not rest or len(rest[0]) != 3 or not rest[0].isalpha():
        return True
    extensions, whole = _extensions()
    return language in extensions.get(rest[0], ()) or tag in whole


@functools.cache
def _extensions() -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """What may follow which languages (RFC 5646, 2.2.2), and the old tags that count as a whole."""
    from langcodes.registry_parser import parse_registry  # noqa: PLC0415  # as above

    entries = list(parse_registry())  # type: ignore[no-untyped-call]  # it has none
    extensions = {e["Subtag"]: tuple(e["Prefix"]) for e in entries if e["Type"] == "extlang"}
    whole = frozenset([entry["Tag"].lower() for entry in entries if "Tag" in entry])
    return MappingProxyType(extensions), whole


@functools.lru_cache(maxsize=256)
def script_of(tag: str) -> str | None:
    """The script of a text in a language, by its code: what the tag names, else the usual one."""
    import langcodes  # noqa: PLC0415  # as above

    try:
        script: str | None = langcodes.Language.get(tag).maximize().script
    except ValueError:
        return None
    return script


def shortest_code(language: str) -> str:
    """The code of two letters where a language has one: ``uk`` for ``ukr``, ``de`` for ``ger``."""
    language = language.lower()
    return _codes_of_three_letters().get(language, language)


@functools.cache
def _codes_of_three_letters() -> Mapping[str, str]:
    """The codes of two letters by those of three, of both kinds (ISO 639-2/T and /B)."""
    import langcodes  # noqa: PLC0415  # loaded when first needed

    found: dict[str, str] = {}
    for code in codes()["languages"]:
        for variant in ("T", "B"):
            try:
                found[langcodes.Language.get(code, normalize=False).to_alpha3(variant)] = code
            except LookupError:
                continue
    return MappingProxyType(found)


@functools.cache
def codes() -> Mapping[str, Any]:
    """The tables of codes."""
    data = resources.files("newsmodel.language").joinpath("codes.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(data))
