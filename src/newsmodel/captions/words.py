"""The words by which a caption's parts are told apart: data, by language, that callers extend.

A paper often prints credits in another language than its own, so the words of every language
are known at once; only the little words that mean something else elsewhere ("a", "i", "in") are
taken from one language alone.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from types import MappingProxyType
from typing import Any

import attrs

from newsmodel.captions.characters import key, squeezed
from newsmodel.language import meant_tag

__all__ = ["CaptionWords", "caption_words"]

Keys = frozenset[str]

# Short words that join two names in one language and are ordinary words, or initials, in others.
_ONE_LANGUAGE = ("by", "for", "from", "and")


@attrs.frozen(kw_only=True, cache_hash=True)
class CaptionWords:
    """What a parser of captions knows.  All words are folded: lower case, single spaces.

    Take one from `caption_words` and extend it; the original stays as it is::

        words = caption_words("en").with_agencies("Elmwood Wire").with_labels("Snap")
    """

    labels: Keys = frozenset()
    """Words that announce a credit: "photo", "foto", "picture credit"."""
    beside: Keys = frozenset()
    """Labels of what is not the picture: "video", "styling"."""
    by: Keys = frozenset()
    """Words between a label and a name: "by", "von"."""
    courtesy: Keys = frozenset()
    """Phrases before whoever supplied the picture: "courtesy of"."""
    nobody: Keys = frozenset()
    """Credits that name nobody: "handout", "supplied"."""
    archive: Keys = frozenset()
    """Nobody either, and part of a caption when alone in brackets: "file photo"."""
    via: Keys = frozenset()
    """Words between two agencies."""
    client: Keys = frozenset()
    """Words between a photographer and a client: "for"."""
    platform: Keys = frozenset()
    """Words between a photographer and a platform: "on", "from"."""
    both: Keys = frozenset()
    """Words between two names: "and"."""
    after: Keys = frozenset()
    """Credit words that follow the name, as 撮影 does."""
    by_name_after: Keys = frozenset()
    """Those of `after` that follow a person."""
    between: Keys = frozenset()
    """Titles between an agency and a person, where no spaces are printed."""
    shown: Keys = frozenset()
    """Words that turn a label into part of a sentence: "in this" photo."""
    captions: Keys = frozenset()
    """Labels that lead a caption: "caption", "Legende"."""
    interface: Keys = frozenset()
    """Words of the page that cling to a caption: "read more"."""
    organisations: Keys = frozenset()
    """Words found in names of organisations: "agency", "police"."""
    endings: Keys = frozenset()
    """Endings of such words in languages that build compounds."""
    peoples: Keys = frozenset()
    """Words that open names of offices and clubs, and no person's: "Iranian"."""
    agencies: Keys = frozenset()
    """Known agencies, media and platforms: lower case, without spaces, hyphens and full stops."""
    surnames: Keys = frozenset()
    """Characters that open names of persons in Chinese and Korean."""
    particles: Keys = frozenset()
    """Small words inside names of persons: "van", "de la"."""
    small: Keys = frozenset()
    """Small words inside names of organisations: "of", "für"."""
    where: Keys = frozenset()
    """Small words that tell where something is, or with what: "in", "mit"."""
    old: Keys = frozenset()
    """Signs in a label that a picture is one of the past, and what is seen follows: "archiv"."""
    made: Keys = frozenset()
    """Signs that a machine made the picture."""
    rights: Keys = frozenset()
    """Formulas such as "all rights reserved"."""
    instructions: Keys = frozenset()
    """What clients must do, printed in capitals behind a credit: "mandatory credit"."""
    restrictions: Keys = frozenset()
    """The same at the very end of a line, where alone it is no banner's: "no resales"."""
    untitled: Keys = frozenset()
    """Abbreviations after which a sentence goes on: "Sgt."."""

    def is_old(self, label: str) -> bool:
        """Whether a label says that a picture is one of the past, as "FILE PHOTO" does."""
        said = f"{key(label)} "
        return any(sign in said for sign in self.old)

    def with_agencies(self, *names: str) -> CaptionWords:
        """The same with more agencies, in any spelling."""
        return attrs.evolve(self, agencies=self.agencies | {squeezed(name) for name in names})

    def with_labels(self, *labels: str) -> CaptionWords:
        """The same with more words that announce a credit."""
        return attrs.evolve(self, labels=self.labels | {key(label) for label in labels})

    def with_organisation_words(self, *words: str) -> CaptionWords:
        """The same with more words that betray an organisation in a name."""
        return attrs.evolve(self, organisations=self.organisations | {key(word) for word in words})

    def with_interface_words(self, *words: str) -> CaptionWords:
        """The same with more words of the page that are no part of a caption."""
        return attrs.evolve(self, interface=self.interface | {key(word) for word in words})


@functools.lru_cache(maxsize=128)
def caption_words(language: str | None = None) -> CaptionWords:
    """The words for captions in a language (a BCP 47 tag); all languages' when it is unknown.

    Of what is no language those of the one that is meant: "ua" means "uk". Never raises.  The data
    are the files of `newsmodel.captions.data`, one a language.
    """
    bases = (_base(language or ""), _base(meant_tag(language or "") or ""))
    return _words_of(next((base for base in bases if _tables().get(base)), None))


@functools.cache
def _words_of(base: str | None) -> CaptionWords:
    """One object for all languages without words of their own: what is kept by it is found fast."""
    tables = _tables()
    near = list(tables.values()) if base is None else [tables[base], tables["en"]]
    found = {
        field: _gathered(name, field, tables.values(), near) for name, field in _FIELDS.items()
    }
    return CaptionWords(**found)


def _base(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


_FIELDS = {field.name: field.name for field in attrs.fields(CaptionWords)}
_FIELDS = {
    {"client": "for", "platform": "from", "both": "and"}.get(name, name): name for name in _FIELDS
}


def _gathered(
    name: str, field: str, tables: Iterable[dict[str, Any]], near: Iterable[dict[str, Any]]
) -> Keys:
    fold = squeezed if field == "agencies" else key
    chosen = near if name in _ONE_LANGUAGE else tables
    return frozenset(fold(word) for table in chosen for word in table.get(name, ()))


@functools.cache
def _tables() -> Mapping[str, dict[str, Any]]:
    folder = resources.files("newsmodel.captions").joinpath("data")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return MappingProxyType(
        {f.name.removesuffix(".toml"): tomllib.loads(f.read_text("utf-8")) for f in files}
    )
