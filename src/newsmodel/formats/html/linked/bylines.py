"""Who wrote an article by its printed byline alone, and which names are no person's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import evolve

from newsmodel.captions import CaptionWords, caption_words, read_credit
from newsmodel.captions.labels import Label, labels_in
from newsmodel.captions.names import Kind, is_person as is_person_of, kind_of
from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.html.linked.nodes import Node, node
from newsmodel.formats.html.webpages.names import (
    has_case,
    is_newsroom,
    is_person,
    names_in,
    without_by,
)
from newsmodel.formats.html.webpages.words import page_words

__all__ = ["is_agency", "is_somebody", "kind_by_name", "may_be_somebody", "named_in"]

_LINES = re.compile(r"[\n|]")
_LONGEST = 1_000
_LABELS = frozenset({"colon", "by"})
_JOINTS_OF_PARTS = " \t,;،؛、，:/+&(–—-"
_ROLE = re.compile(r"\s*\(([^()]+)\)[\s,;]*")
"""What somebody did, in brackets behind the name: "A. Name (text)"."""
_WORD = re.compile(r"[^\W\d_]+")
_PLACE = re.compile(r" (?:in|aus|from) [^\W\d_][^,]*$")
"""Where somebody writes from, behind the name."""
_SURE = 3
"""What a credit weighs in which a known agency is named."""
_ACRONYM = 4
"""Letters of an acronym that may be a given name as well."""
_STOPS = re.compile(r"\.(?=[^\W\d_])")
"""Full stops within a name that is printed without spaces: "J.Smith"."""
_ARTICLES = frozenset({"the", "der", "die", "das"})
_WHOSE = frozenset(
    "our guest special author unser unsere unserem unserer notre nuestro nostro".split()
)
"""Words beside a job where nobody is named."""
_PLAIN = 2
"""Words of a name that is as plain as can be."""
_JOINTS = re.compile("['’-]")
_PREFIX = 2
"""Letters of what may stand before a surname: "al-", "O'"."""
_LOGIN = re.compile(r"[a-z-]+\.[a-z]{2}")
"""An address that may be a user's name as well: surname and given name."""
_COMPANY = re.compile(r"[,\s](?:inc|ltd|llc|plc|corp|gmbh|limited)\.?$", re.IGNORECASE)
"""What stands behind the names of companies, and behind no person's."""


def named_in(byline: str, language: str | None, owners: Iterable[str]) -> list[Node | None]:
    """The persons a byline names, else what it says as it stands.

    Who took the pictures is no author where others wrote. Nothing where it names but the house
    itself.

    Args:
        byline: the line.
        language: the language of the article.
        owners: the names of those who publish and provide it.
    """
    line, owners = _joined(_without_pictures(byline)), list(owners)
    if agencies := _CREDITED[without_by(line, page_words())]:
        return [node("Organization", name=name) for name in agencies if name not in owners]
    names = [_PLACE.sub("", name) for name in names_in(line, page_words())]
    houses = [name for name in names if name in owners or _is_house(name, owners)]
    people = [n for n in names if n not in houses and _is_person(n, language, owners)]
    if len(people) + len(houses) < len(names) or not names:  # nobody is left out, or taken for two
        return [node("Thing", name=without_by(line, page_words()).lstrip(" :"))]
    if people:
        return [node("Person", name=name) for name in people]
    return [node("Organization", name=name) for name in houses if name not in owners]


def _joined(lines: Iterable[str]) -> str:
    return ", ".join(filter(None, (" ".join(line.split()) for line in lines)))


def _without_pictures(byline: str) -> list[str]:
    """The parts of a byline that say who wrote; all where none does, as in "Photos: Bo Dahl"."""
    lines = _LINES.split(byline) if len(byline) <= _LONGEST else []
    parts = [part for line in lines for part in _parts(line)]
    if [text for _, text in parts] == lines:  # no label is among them
        return byline.splitlines()
    return [text for wrote, text in parts if wrote and text] or [text for _, text in parts]


def _parts(line: str) -> Iterator[tuple[bool, str]]:
    """The parts of a line at its labels, each with whether it says who wrote."""
    start = 0
    for role in _ROLE.finditer(line):
        if (wrote := _has_written(role[1])) is not None:
            text = line[start : role.start()]
            yield wrote, _without_and(text) if start else text
            start = role.end()
    if start == 0:
        yield from _at_labels(line)
    elif rest := _without_and(line[start:]):
        yield from _at_labels(rest)


def _has_written(role: str) -> bool | None:
    """Whether somebody with a role wrote, as "text and photos" says; None for other words."""
    said = [word for word in _WORD.findall(role.casefold()) if word not in page_words().both]
    known = _label_words().labels | _writing()
    return not _writing().isdisjoint(said) if said and known.issuperset(said) else None


def _without_and(text: str) -> str:
    """A part of a line without the "and" that joins it to the one before."""
    first, _, rest = text.strip().partition(" ")
    return rest if first.casefold() in page_words().both else text.strip()


def _at_labels(line: str) -> Iterator[tuple[bool, str]]:
    labels = [each for each in labels_in(line, _label_words()) if _announces(each, line)]
    starts = [*(each.start for each in labels), len(line)]
    wrote, text = True, line[: starts[0]]
    for label, end in zip(labels, starts[1:], strict=True):
        before = _without_joint(text)
        both = before.rpartition(" ")[2].casefold() in _writing()  # "Text und Fotos: …"
        yield wrote, before.rpartition(" ")[0] if both else before
        wrote = both or (label.text or "").casefold().partition(" ")[0] in _writing()
        text = line[label.end : end]
    yield wrote, text


def _announces(label: Label, line: str) -> bool:
    """Whether a label says what those behind it did: "Photos: …", "…, photo Jan Kos"."""
    if label.kind in _LABELS:
        return True
    before = line[: label.start].split()
    apart = label.after_break or bool(before and before[-1].casefold() in page_words().both)
    return label.kind == "bare" and apart and _names_somebody(line[label.end :])


def _names_somebody(text: str) -> bool:
    """Whether a text begins with a name: not so in the names "Bild Redaktion", "Image Group"."""
    first = next(iter(names_in(text, page_words())), "").partition("/")[0]
    return is_somebody(first) or _is_sure_agency(first)


def _without_joint(text: str) -> str:
    """A part of a line without the "and" and the signs that join the next to it."""
    words = text.rstrip(_JOINTS_OF_PARTS).split()
    while words and words[-1].casefold() in page_words().both:
        words.pop()
    return " ".join(words).rstrip(_JOINTS_OF_PARTS)


@cache
def _label_words() -> CaptionWords:
    """The words that announce who took pictures, and who did something else."""
    words = caption_words()
    return evolve(words, labels=words.labels | words.beside)


@cache
def _writing() -> frozenset[str]:
    """First words of what announces who wrote; "Foto" is among those before names on pages."""
    return frozenset(by.partition(" ")[0] for by in page_words().by) - {"foto"}


def _agencies_in(line: str) -> tuple[str, ...]:
    """The agencies of a line that names nothing else: "ANSA/dpa"."""
    credit = read_credit(line)
    if credit.weight < _SURE or credit.photographers:
        return ()
    return credit.agencies if all(map(is_agency, credit.agencies)) else ()


def _is_person(name: str, language: str | None, owners: Iterable[str]) -> bool:
    return (
        is_person(name)
        and not _is_job(name)
        and not is_newsroom(name, owners, page_words())
        and read_credit(name, language).photographers == (name,)
    )


def _is_job(name: str) -> bool:
    """Whether a name says but what somebody does: "Our Correspondent"."""
    words = page_words()
    return all(each in words.jobs or each in _WHOSE for each in name.casefold().split())


def _is_house(line: str, owners: Iterable[str]) -> bool:
    """Whether a line names an agency, or a newsroom."""
    return is_agency(line) or is_newsroom(line, owners, page_words())


_AGENCIES = Remembered(lambda name: bool(_COMPANY.search(name)) or _is_sure_agency(name))
_NEWSROOMS = Remembered(lambda name: is_newsroom(name, (), page_words()))
_SOMEBODY = Remembered(lambda name: _is_person(name, None, ()))
_CREDITED = Remembered(_agencies_in)


def _is_sure_agency(name: str) -> bool:
    """Whether a known agency is meant: "MIA" is one, "Mia" may be somebody."""
    if (len(name) <= _ACRONYM and name.istitle()) or _LOGIN.fullmatch(name):
        return False
    credit = read_credit(name)
    return credit.weight >= _SURE and credit.agencies == (name,) and not credit.photographers


def is_agency(name: str) -> bool:
    """Whether a name is that of a known agency, or of a company."""
    return _AGENCIES[name]


def is_somebody(name: str) -> bool:
    """Whether a name can be nothing but a person's."""
    return _SOMEBODY[name]


def kind_by_name(name: str) -> str:
    """The type of what a name alone is sure to be that of; "Thing" where it is not."""
    if is_agency(name) or _NEWSROOMS[name]:
        return "Organization"
    return "Person" if is_somebody(name) else "Thing"


def may_be_somebody(name: str) -> bool:
    """Whether one of that name can be a person, where it is said that it is who wrote or spoke."""
    return _ALLOWED[name]


def _may_be_somebody(name: str) -> bool:
    if _is_job(name):
        return False
    forms = {name, _STOPS.sub(". ", name)}
    return any(map(_is_like_a_person, forms)) or _is_turned_round(name)


def _is_like_a_person(name: str) -> bool:
    """Whether a name is a person's, a user's or journalist's, or a surname alone."""
    given, words = name.split(), caption_words()
    if len(given) == _PLAIN and all(map(_is_plain, given)) and given[0].lower() not in _ARTICLES:
        return True
    kind = kind_of(name, words)
    if kind is Kind.UNKNOWN:
        return not has_case(name)
    return kind in (Kind.USER, Kind.WORD) or is_person_of(name, words, kind)


def _is_turned_round(name: str) -> bool:
    """Whether it is a name as library data have it: "Lee, Ann"."""
    surname, comma, given = name.partition(", ")
    words = caption_words()
    known = Kind.KNOWN in (kind_of(surname, words), kind_of(given, words))
    return bool(comma) and not known and kind_of(f"{given} {surname}", words) is Kind.PERSON


def _is_plain(word: str) -> bool:
    """Whether a word is written as a part of a name is: "Lee", "O'Neill", "al-Lee", "Sun-hee"."""
    first, *others = _JOINTS.split(word)
    prefixed = len(first) <= _PREFIX and any(each[:1].isupper() for each in others)
    return (prefixed or first[:1].isupper()) and all(map(_is_syllable, (first, *others)))


def _is_syllable(part: str) -> bool:
    return part.isalpha() and not (len(part) > 1 and part.isupper())


_ALLOWED = Remembered(_may_be_somebody)
