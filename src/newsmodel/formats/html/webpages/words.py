"""The words by which the parts of pages are told apart: data, in many languages."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from itertools import pairwise

import attrs

__all__ = ["PageWords", "page_words", "tokens"]

Keys = frozenset[str]

_LONGEST_NAMES = 1000
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z0-9]+")
_HASH = re.compile(r"(?<=\w)__(?![A-Z]?[a-z]+(?:[A-Z][a-z]+)*\d*$)[A-Za-z0-9_-]{5}$", re.ASCII)
"""What a bundler puts behind a name: five letters and digits, not spelled as words are."""


@attrs.frozen(kw_only=True, eq=False)
class PageWords:
    """What a reader of pages knows of names of classes and of the small words of pages."""

    noise: Keys
    """Words in class names of what stands in an article and is no part of it."""
    network: Keys
    """Those of them that name social networks, whose posts may be quoted."""
    away: Keys
    """Those of them that hold pictures of other articles, of authors, of advertisers."""
    picture: Keys
    """Words in class names of pictures."""
    credit: Keys
    """Words in class names of credits."""
    caption: Keys
    """Words in class names of captions."""
    kicker: Keys
    """Words in class names of what stands over a headline."""
    standfirst: Keys
    """Words in class names of the paragraph under a headline."""
    byline: Keys
    """Words in class names of the line that names the authors."""
    job: Keys
    """Words in class names of what is said of an author beside the name."""
    quotation: Keys
    """Words in class names of quotations."""
    speaker: Keys
    """Words in class names of what says whose words a quotation is."""
    correction: Keys
    """Words in class names of notices that something was changed."""
    hidden: Keys
    """Words in class names of what is there for machines and screen readers only."""
    control: Keys
    """Words in class names of what is there to be pressed, or counts pictures."""
    dated: Keys
    """Words that stand in dates beside the names of months: days of the week, "at", "of"."""
    by: Keys
    """Words before an author's name: "by", "von"."""
    corrected: Keys
    """What stands over such a notice, beside the words that pages of ours have for it."""
    pressed: Keys
    """What buttons on pictures say, whole lines."""
    both: Keys
    """Words between two names."""
    jobs: Keys
    """Words in what authors are: "reporter"."""
    newsroom: Keys
    """Words in names of newsrooms: "redaktion"."""
    more: tuple[str, ...]
    """Beginnings of lines that lead away from an article: "read also"."""
    asks: tuple[str, ...]
    """Beginnings of boxes that ask readers for mistakes, or tell how these are put right."""
    itself: tuple[str, ...]
    """Beginnings of words by which a notice speaks of the text beside it: "version"."""
    advert: tuple[str, ...]
    """Lines that announce an advertisement, whole."""
    titles: tuple[str, ...]
    """Jobs written in one with a name where words have no spaces, the longest first."""
    reported: tuple[str, ...]
    """Endings of what says where an author reports from."""
    months: dict[str, int]
    """Names of months, with their numbers."""
    written: Keys
    """Words before the date of publication."""
    changed: Keys
    """Words before the date of the last change."""


@functools.cache
def page_words() -> PageWords:
    """The words for every language."""
    text = resources.files("newsmodel.formats.html.webpages").joinpath("words.toml")
    data = tomllib.loads(text.read_text("utf-8"))
    return PageWords(
        **{name: frozenset(" ".join(data["classes"][name]).split()) for name in data["classes"]},
        **{name: frozenset(_lines(data["words"][name])) for name in data["words"]},
        more=tuple(_lines(data["lines"]["more"])),
        asks=tuple(_lines(data["lines"]["asks"])),
        itself=tuple(_lines(data["lines"]["itself"])),
        advert=tuple(_lines(data["lines"]["advert"])),
        titles=tuple(
            sorted(_lines(data["lines"]["titles"]), key=lambda title: (-len(title), title))
        ),
        reported=tuple(_lines(data["lines"]["reported"])),
        months={word: int(n) for n, names in data["months"].items() for word in names.split()},
    )


def _lines(values: list[str]) -> list[str]:
    return [word.strip() for value in values for word in value.split("|")]


def tokens(names: str) -> frozenset[str]:
    """The words in the names of classes: `article-relatedLinks__item` has four.

    Two that stand side by side count together too: `read-more` is `readmore` as well.
    """
    return _tokens(names[:_LONGEST_NAMES])


@functools.lru_cache(maxsize=8192)
def _tokens(names: str) -> frozenset[str]:
    found: set[str] = set()
    for name in names.split():
        bare = _HASH.sub("", name)
        parts = [p for p in _PARTS.split(_CAMEL.sub("-", bare).lower()) if p]
        found.update(parts)
        found.update(a + b for a, b in pairwise(parts))
    return frozenset(found)
