"""The language versions of an article, as its page names them and links to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs

from newsmodel.formats._shared.escaping import attributes
from newsmodel.formats._shared.urls import whole, written_link
from newsmodel.formats.html.pages.spoken import spoken_in
from newsmodel.formats.html.pages.tags import known_tag, lang
from newsmodel.language import autonym, direction, normal_tag
from newsmodel.model import Article, Image, LanguageVersion, Media, Translation, Video
from newsmodel.model.addresses import bare
from newsmodel.model.article import is_made_id
from newsmodel.model.base import told_by

__all__ = ["Place", "Shared", "Version", "language_attributes", "original_of", "versions_of"]


@attrs.frozen
class Place:
    """Where a page written together with others is to be found."""

    link: str
    """Its address from the pages beside it: the name of its file."""
    address: str | None = None
    """Its address in full, where that is known."""


@attrs.frozen
class Shared:
    """The languages of what a version has in common with others, where they are not its own."""

    story: str | None = None
    """That of section, warnings and credit."""
    images: str | None = None
    """That of what pictures say beside their captions."""
    videos: str | None = None
    """That of videos."""
    audios: str | None = None
    """That of sounds."""

    def of(self, medium: Media) -> str | None:
        """That of a medium."""
        if isinstance(medium, Image):
            return self.images
        return self.videos if isinstance(medium, Video) else self.audios


@attrs.frozen
class Version:
    """One language version."""

    number: int | None
    """Its place among the translations; None for the version of the page itself."""
    language: str | None
    """Its language."""
    link: str | None
    """The address to link to; None where none is known."""
    address: str | None
    """The address to tell machines: the full one where it is known."""
    original: bool | None
    """Whether the others were translated from it; None where nobody tells."""
    made: bool
    """Whether the link leads to a page written together with this one."""

    @property
    def current(self) -> bool:
        """Whether it is the version of the page itself."""
        return self.number is None

    @property
    def name(self) -> str:
        """The name of its language in that language."""
        return _name(self.language)

    @property
    def full_name(self) -> str:
        """The same with what sets it apart from others of that name: region, script."""
        variety = normal_tag(self.language or "").partition("-")[2]
        return f"{self.name} ({variety})" if variety not in self.name else self.name

    @property
    def hreflang(self) -> str | None:
        """Its language as links name it; not one that means none."""
        tag = self.language
        return None if tag is None or tag == "und" else known_tag(tag)

    @property
    def absolute(self) -> bool:
        """Whether its address is one that means the same wherever it is read."""
        return self.address is not None and "://" in self.address


@lru_cache(maxsize=256)
def _name(tag: str | None) -> str:
    return "?" if tag is None else autonym(tag) or tag


@lru_cache(maxsize=256)
def language_attributes(tag: str | None, around: str | None = None) -> str:
    """The attributes that name a language, and its direction where that is not the one around it.

    Args:
        tag: the language; None gives nothing.
        around: the direction of what stands around; None for that of a page nobody told of.
    """
    if tag is None:
        return ""
    own = direction(tag)
    return attributes([*lang(tag), ("dir", own if own != (around or "ltr") else None)])


def versions_of(
    article: Article, places: Mapping[int, Place] | None = None, original: int | None = None
) -> tuple[Version, ...]:
    """All versions, in an order that is the same on the page of each: the original, then by tag.

    Args:
        article: the article of the page.
        places: pages written together with it: 0 for its own, then one for each translation.
        original: with `places`, which of them is the original; None where that is not among them.
    """
    known = places or {}
    if not article.translations:
        return (_version(article, 0, known.get(0), None, original=not _is_translated(article)),)
    every: Sequence[LanguageVersion] = (article, *article.translations)
    first = original_of(every) if places is None else original
    told = places is not None or _tells_original(article, first)
    is_first = [n == first if told else None for n in range(len(every))]
    own = _version(article, 0, known.get(0), None, original=is_first[0])
    base = own.address if own.absolute else None
    others = enumerate(article.translations, 1)
    made = [own, *[_version(v, n, known.get(n), base, original=is_first[n]) for n, v in others]]
    return tuple(sorted(made, key=_order))


_is_link = told_by(Translation, ["language", "url"])


def _tells_original(article: Article, first: int | None) -> bool:
    """Whether it is more than a page that links to others, of which none came first for certain."""
    known = first is not None and _is_translated(article)
    return known or not all(map(_is_link, article.translations))


def _order(version: Version) -> tuple[bool, str, str]:
    return not version.original, (version.language or "~").lower(), version.address or ""


def _version(
    version: LanguageVersion,
    index: int,
    place: Place | None,
    base: str | None,
    *,
    original: bool | None,
) -> Version:
    number = index - 1 if index else None
    url = written_link(version.url) if version.url else None
    link = place.link if place else url
    address = (place and place.address) or (whole(url, base) if url else link)
    # Its own page says the same (`with_language`).
    return Version(number, spoken_in(version), link, address, original, made=place is not None)


def original_of(versions: Sequence[LanguageVersion]) -> int | None:
    """The place of the version all others were translated from, as far as they tell.

    None where one of them was translated from something that is not among them.
    """
    place = _root(versions)
    if place is None or not all(_fits(versions[place], each) for each in _sourceless(versions)):
        return None
    return place


def _root(versions: Sequence[LanguageVersion]) -> int | None:
    """Where the sources lead to from the first version, else the only one that names none."""
    place = 0
    for _ in versions:
        source = _source(versions, versions[place])
        if source in (None, place):
            break
        place = source or 0
    if not _is_translated(versions[place]) or _source(versions, versions[place]) is not None:
        return place
    untold = [n for n, version in enumerate(versions) if not _is_translated(version)]
    return untold[0] if len(untold) == 1 else None


def _sourceless(versions: Sequence[LanguageVersion]) -> list[LanguageVersion]:
    """The translations whose source none of the versions is for certain."""
    return [v for v in versions if _is_translated(v) and _source(versions, v) is None]


def _is_translated(version: LanguageVersion) -> bool:
    return version.source_id is not None or version.source_language is not None


def _source(versions: Sequence[LanguageVersion], version: LanguageVersion) -> int | None:
    made = (
        n
        for n, v in enumerate(versions)
        if v.id and version.id and is_made_id(version.id, v.id, version.language)
    )
    named = (n for n, v in enumerate(versions) if _is_named(v, version.source_id))
    tag = (version.source_language or "").lower()
    by_language = (
        n
        for n, v in enumerate(versions)
        if tag and (v.language or "").lower() == tag and _fits(v, version)
    )
    return next(named, next(by_language, next(made, None)))


def _fits(version: LanguageVersion, translation: LanguageVersion) -> bool:
    """Whether a version can be what a translation names as its source."""
    source = translation.source_id
    if _is_named(version, source):
        return True
    if source is not None and (version.id is not None or (version.url and "://" in source)):
        return False
    tags = (version.language, translation.source_language)
    return None in tags or _is_variety(*tags) or _is_variety(*reversed(tags))


def _is_named(version: LanguageVersion, source: str | None) -> bool:
    """Whether an id or an address is that of a version."""
    return source is not None and (
        version.id == source or (version.url is not None and bare(version.url) == bare(source))
    )


def _is_variety(tag: str | None, wider: str | None) -> bool:
    """Whether a language is another, or that of a region or script."""
    return f"{tag}-".lower().startswith(f"{wider}-".lower())
