"""A credit read: who took the picture and which organisations stand behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest

import attrs

from newsmodel.captions.characters import clean, has_case, key, plain
from newsmodel.captions.names import Kind, agency_in, is_person, kind_of
from newsmodel.captions.pieces import Piece, pieces_of
from newsmodel.captions.words import CaptionWords, caption_words
from newsmodel.model.expected import expect_text

__all__ = ["Credit", "is_service", "read_credit", "without_note"]

_LONGEST = 400
_COPYRIGHT = re.compile(
    r"\s*(?:copyright|©|ⓒ|\(c\))?[\s:]*(?:(?<![\w.])\d{4}(?:[-–]\d{2,4})?\s+(?=[^\W\d]))?(?:by\s)?",
    re.IGNORECASE,
)
_ROLE = re.compile(r"([^\W\d][^:=/\s]*(?:\s[^:=/\s]+){0,2})\s*[:=]\s*(.+)", re.DOTALL)
_PROMPT = re.compile(r"[(（]\s*[„“\"«‚‘].*[“”\"»‘’]\s*[)）]")
_DATE_BEHIND = re.compile(r"(?<=\w)[\s,]+\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$")
_RANK = re.compile(
    r"(?:[A-Z\d]\S*\s){0,5}(?:[A-Z]\S*\s(?:1st|2nd|3rd|First|Second|Third)\sClass"
    r"|(?:Pfc|Spc|Cpl|Sgt|Lt|Capt|Maj|Col|Gen|Adm)\.)\s(?=\S+\s\S)"
)
_HANDLE_BEHIND = re.compile(r"(?<=\w)\s+@\w+$")
_NOTE = re.compile(r"(?<=\S)\s*\+{3}([^+]{1,100})\+{3}\s*$")
_SERVICE = re.compile(r"[-\s]?(?:bildfunk|fotofunk|bilderdienst|photo service)$", re.IGNORECASE)
_EDGES = " \t\n\u200b.,;:-–—'’‘\"“”„«»‹›()[]（）【】"
_OUTSIDE = frozenset({Kind.PERSON, Kind.WORD, Kind.USER})


@attrs.frozen(kw_only=True)
class Credit:
    """The names in a credit."""

    photographers: tuple[str, ...] = ()
    """Persons, as printed."""
    agencies: tuple[str, ...] = ()
    """Agencies, media, platforms and other organisations, as printed."""
    weight: int = 0
    """How much the words look like a credit: 3 a known agency is among them, 2 a person and an
    organisation are, 1 one name, 0 running text."""


@attrs.frozen(kw_only=True)
class _Name:
    join: str
    kind: Kind
    text: str
    forced: bool = False


def read_credit(
    text: str, language: str | None = None, *, words: CaptionWords | None = None
) -> Credit:
    """The names in a credit such as "A. Name/Agency via Another", printed without its label.

    Use it for a credit that stands in an element of its own; for one at the end of a caption
    there is `parse_caption`.

    Raises:
        ArgumentError: the text is no string.
    """
    expect_text(text)
    known = words or caption_words(language)
    if len(text) > _LONGEST:
        return Credit()
    text = _PROMPT.sub("", clean(without_note(text)[0]))
    names = _resolved(_named(pieces_of(text, known), known), known)
    weight = _weight(names)
    names = _settled(names)
    people = _distinct(name.text for name in names if name.kind is Kind.PERSON)
    agencies = _distinct(
        name.text for name in names if name.kind in (Kind.KNOWN, Kind.ORGANISATION)
    )
    agencies = tuple(name for name in agencies if key(name) not in {key(p) for p in people})
    return Credit(photographers=people, agencies=agencies, weight=weight)


def without_note(line: str) -> tuple[str, str]:
    """A line without what stands between plus signs at its end, and that, as in "+++ dpa +++"."""
    found = _NOTE.search(line) if line.rstrip().endswith("+++") else None
    return (line[: found.start()], found[1].strip()) if found else (line, "")


def is_service(note: str, words: CaptionWords) -> bool:
    """Whether a note is but the service that a line was sent by: "dpa-Bildfunk"."""
    return kind_of(_SERVICE.sub("", note), words) is Kind.KNOWN


def _named(pieces: list[Piece], words: CaptionWords) -> list[_Name]:
    names: list[_Name] = []
    for piece, following in zip_longest(pieces, pieces[1:]):
        if following is not None and _is_introduced(piece, following, words):
            continue
        thanks = piece.join == "stop" and _courtesy(piece.text, words) is not None
        if not (thanks and any(name.kind is not Kind.NOTHING for name in names)):
            names.append(_name(piece, words))
    return names


def _is_introduced(piece: Piece, following: Piece, words: CaptionWords) -> bool:
    """Whether a name is but a label ("Photo by A. Name"), or the place an agency reports from."""
    if following.join == "by":
        return key(piece.text) in words.labels
    placed = piece.join == "open" and following.join == "equal" and " " not in piece.text
    return placed and not agency_in(piece.text, words) and bool(agency_in(following.text, words))


def _name(piece: Piece, words: CaptionWords) -> _Name:
    text = piece.text
    if role := _ROLE.fullmatch(plain(text)):
        if key(role[1]) not in words.labels:
            return _Name(join=piece.join, kind=Kind.NOTHING, text="")
        text = text[role.start(2) :]
        return attrs.evolve(_name(Piece(join=piece.join, start=0, text=text), words), forced=True)
    if key(text) in words.labels and key(text) not in words.organisations:
        empty = kind_of(text, words) if key(text) in words.archive else Kind.NOBODY
        return _Name(join=piece.join, kind=empty, text="")
    text = _without_formula(text, words)
    if key(text) in words.nobody:
        return _Name(join=piece.join, kind=kind_of(text, words), text="")
    if (owner := _courtesy(text, words)) is not None:
        return _forced(piece.join, owner, Kind.ORGANISATION, words)
    if found := _with_suffix(piece.join, text, words):
        return found
    text = _DATE_BEHIND.sub("", _without_label(_without_join(text, words), words))
    text = _HANDLE_BEHIND.sub("", text[_COPYRIGHT.match(text).end() :])  # type: ignore[union-attr]
    text = text[rank.end() :] if (rank := _RANK.match(text)) else text
    kind = kind_of(text, words)
    bare = agency_in(text, words) if kind is Kind.KNOWN else None
    return _Name(
        join=piece.join, kind=_east_asian_person(kind, text, words), text=_tidy(bare or text)
    )


def _without_join(text: str, words: CaptionWords) -> str:
    """A name without the "via" or "for" that a slash parts from the one before."""
    first, space, rest = text.partition(" ")
    joined = space and (key(first) in words.via or key(first) in words.client)
    return rest if joined else text


def _without_label(text: str, words: CaptionWords) -> str:
    """A person's name without a "Photo" before it that no colon parts from it."""
    first, space, rest = text.partition(" ")
    named = space and key(first) in words.labels and not agency_in(text, words)
    return rest if named and kind_of(rest, words) is Kind.PERSON else text


def _without_formula(text: str, words: CaptionWords) -> str:
    """A name without "all rights reserved" before or behind it."""
    low = plain(text).lower()
    for formula in words.rights:
        if low.startswith(formula):
            return text[len(formula) :].strip(_EDGES) or text
        if low.endswith(formula):
            return text[: -len(formula)].strip(_EDGES) or text
    return text


def _courtesy(text: str, words: CaptionWords) -> str | None:
    """Whoever supplied the picture, after a phrase such as "courtesy of"."""
    low = plain(text).lower().replace("’", "'")
    for size in range(min(len(low), 60), 2, -1):
        if low[:size] in words.courtesy and (
            size == len(low) or not low[size - 1 : size + 1].isalpha()
        ):
            return text[size:]
    return None


def _with_suffix(join: str, text: str, words: CaptionWords) -> _Name | None:
    """A name before a word such as 撮影, nuotr. or 제공."""
    low = plain(text).lower().rstrip()
    ends = [end for end in words.after if low.endswith(end) and len(low) > len(end)]
    suffix = max(ends, key=lambda end: (len(end), end), default=None)
    if suffix is None or key(text) in words.nobody or agency_in(text, words):
        return None
    if has_case(suffix) and low[-len(suffix) - 1].isalnum():
        return None
    bare = text.rstrip()[: -len(suffix)]
    if suffix in words.by_name_after:
        return _forced(join, bare, Kind.PERSON, words)
    if suffix in words.labels and has_case(suffix):
        return _Name(join=join, kind=kind_of(bare, words), text=_tidy(bare), forced=True)
    return _forced(join, bare, Kind.ORGANISATION, words)


def _forced(join: str, text: str, kind: Kind, words: CaptionWords) -> _Name:
    text = _tidy(text)
    found = kind_of(text, words)
    if not text or found in (Kind.NOBODY, Kind.ARCHIVE, Kind.NOTHING):
        return _Name(join=join, kind=Kind.NOBODY, text="", forced=not text)
    if text.islower() and has_case(text) and found is not Kind.KNOWN:
        return _Name(join=join, kind=Kind.NOBODY, text="")
    return _Name(join=join, kind=found if found is Kind.KNOWN else kind, text=text, forced=True)


def _east_asian_person(kind: Kind, text: str, words: CaptionWords) -> Kind:
    """Two to four characters that open with a surname are a person."""
    bare = text.replace(" ", "")
    if kind is Kind.WORD and 2 <= len(bare) <= 4 and bare[0] in words.surnames:
        return Kind.PERSON
    return kind


def _tidy(text: str) -> str:
    bare = text.strip(_EDGES + "©/|")
    if bare.endswith((" Jr", " Sr")) and f"{bare}." in text:
        return f"{bare}."
    return bare + ")" if bare.count("(") > bare.count(")") else bare


def _resolved(names: list[_Name], words: CaptionWords) -> list[_Name]:
    """Names judged by their company: a second person behind a slash is a paper, and so on."""
    done: list[_Name] = []
    for name in names:
        client = name.kind in _OUTSIDE and _is_client(name, done)
        paper = name.join in ("hard", "equal") and name.kind is Kind.PERSON and not name.forced
        second = paper and any(
            other.kind is Kind.PERSON and key(other.text) != key(name.text) for other in done
        )
        kind = Kind.ORGANISATION if client or second else name.kind
        if kind is Kind.ORGANISATION and not client and _is_loud(names, len(done), words):
            kind = Kind.PERSON
        done.append(attrs.evolve(name, kind=kind))
    return done


def _is_loud(names: list[_Name], at: int, words: CaptionWords) -> bool:
    """Whether a name's surname is but printed in capitals: "Ann LEE / Agency", "… and Ann LEE"."""
    before, behind = names[:at], names[at + 1 :]
    if before and names[at].join == "and":
        beside = before[-1:]
    elif before or not behind:
        return False
    elif behind[0].join == "and":
        beside = behind[:1]
    elif behind[0].join == "hard" and behind[0].kind is Kind.KNOWN:
        beside = []
    else:
        return False
    return all(is_person(each.text, words, each.kind) for each in (names[at], *beside))


def _is_client(name: _Name, before: list[_Name]) -> bool:
    """Whether a name stands where whoever a photographer works for does."""
    if name.join in ("via", "for", "from") or not before:
        return name.join in ("via", "for", "from")
    last = before[-1]
    screenshot = last.forced and last.kind is Kind.NOBODY
    return screenshot or (name.join == "open" and last.kind is Kind.PERSON)


def _settled(names: list[_Name]) -> list[_Name]:
    """Single words are organisations, user names persons beside an agency."""
    real = [name for name in names if name.text and name.kind is not Kind.NOTHING]
    alone = len(real) == 1
    kinds = {Kind.WORD: Kind.ORGANISATION, Kind.USER: Kind.PERSON}
    if alone and real[0].kind is Kind.UNKNOWN and len(real[0].text.split()) <= 8:
        return real
    if any(name.kind is Kind.PERSON for name in names):
        known = any(name.kind is Kind.KNOWN for name in names)
        kinds[Kind.USER] = Kind.NOBODY if known else Kind.ORGANISATION
    return [attrs.evolve(name, kind=kinds.get(name.kind, name.kind)) for name in names]


def _weight(names: list[_Name]) -> int:
    kinds = [name.kind for name in names if name.kind is not Kind.NOTHING]
    empty = (Kind.NOTHING, Kind.NOBODY, Kind.ARCHIVE)
    signed = kinds == [Kind.PERSON, Kind.KNOWN]  # "A. Name. Agency"
    if not signed and any(n.join == "stop" and not n.forced and n.kind not in empty for n in names):
        return 0
    if not kinds or Kind.UNKNOWN in kinds:
        return 0
    if Kind.KNOWN in kinds:
        return 3
    behind = [n for n in names if n.kind in (Kind.WORD, Kind.USER) and n.join != "comma"]
    company = bool({Kind.ORGANISATION, Kind.NOBODY} & set(kinds)) or (len(names) > 1 and behind)
    if any(name.forced for name in names) or (Kind.PERSON in kinds and company):
        return 2
    return 0 if set(kinds) <= {Kind.ARCHIVE, Kind.USER} else 1


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(key(name), name)
    return tuple(found.values())
