"""A credit cut into names at the signs and words that join them."""

from __future__ import annotations

import functools
import re

import attrs

from newsmodel.captions.characters import NO_TITLE, START, UPPER, key, plain
from newsmodel.captions.names import Kind, agency_in, is_person, kind_of, owns_label
from newsmodel.captions.words import CaptionWords

__all__ = ["Join", "Piece", "pieces_of"]

Join = str
"""What stands before a name: "" at the start, else "hard" (``/ | ;``), "equal", "open" or "close"
(a bracket), "comma", "stop" (the end of a sentence), "loud" (a last word in capitals: HANDOUT),
"label" ("photo by" behind an agency), "hyphen" (no spaces around it), "via", "for", "from", "by",
"and", "title"."""

_BLANK = " \n\t\u200b\u00a0\u3000"
_ROLE = re.compile(r"^[^:/]{1,30}:\s+")
_FIRM = frozenset({"hard", "equal", "open", "close", "via", "title"})
_NAMES = frozenset({Kind.PERSON, Kind.KNOWN, Kind.NOBODY, Kind.ARCHIVE, Kind.USER, Kind.NOTHING})


@attrs.frozen(kw_only=True)
class Piece:
    """A name as printed and what joins it to the one before."""

    join: Join
    """What stands before it."""
    start: int
    """Where it begins in the credit."""
    text: str
    """The name, perhaps with a role or a phrase before it."""


def pieces_of(credit: str, words: CaptionWords) -> list[Piece]:
    """The names of a credit, in order, with nothing decided about what they are."""
    done: list[Piece] = []
    for piece in _cut(credit, words):
        if done and not _holds(done[-1].text, piece, words):
            done[-1] = attrs.evolve(
                done[-1], text=credit[done[-1].start : piece.start + len(piece.text)]
            )
        else:
            done.append(piece)
    return done


def _cut(credit: str, words: CaptionWords) -> list[Piece]:
    shape = plain(credit)
    matches = list(_separators(words).finditer(shape))
    joins = ["", *(match.lastgroup or "hard" for match in matches)]
    starts = [0, *(match.end() for match in matches)]
    ends = [*(match.start() for match in matches), len(shape)]
    pieces = []
    for join, start, end in zip(joins, starts, ends, strict=True):
        if text := credit[start:end].strip(_BLANK):
            pieces.append(Piece(join=join, start=credit.index(text, start), text=text))
    return pieces


@functools.lru_cache(maxsize=128)
def _separators(words: CaptionWords) -> re.Pattern[str]:
    groups = {
        "via": words.via,
        "for": words.client,
        "from": words.platform,
        "and": words.both,
        "by": words.by,
    }
    spaced = "|".join(
        rf"\s(?P<{name}>(?i:{_any(found)}))\s" for name, found in groups.items() if found
    )
    by = _any(words.by) or "(?!)"
    label = rf"[^\W\d_]{{3,}}(?:\s?:|\s(?:{by})\s)"
    loud = _any(frozenset({w.upper() for w in words.nobody | words.archive if w.isalpha()}))
    title = rf"(?P<title>{_any(words.between)})" if words.between else "(?!)"
    return re.compile(
        r"(?P<equal>\s*=\s*)|(?P<hard>\s*[/|;•\n、]\s*|\s*—\s*|\s[-–·~]\s|\sPHOTOS?(?=\s[A-Z]{2})\s|[-–](?=\s)(?<=\w-))"
        r"|(?P<open>\s*[(\[]\s*)|(?P<close>\s*[)\]]\s*)"
        r"|(?P<comma>\s*,\s+(?!(?:[JS]r|III?|IV)\b))"
        rf"|(?P<stop>(?<=\w\w){NO_TITLE}\.\s+(?={START}))|{title}|{spaced}"
        rf"|(?P<label>(?:\s+|(?<=\w)-)(?={label}))"
        rf"|(?P<loud>\s+(?=(?:POOL|{loud})\W*$))"
        rf"|(?P<hyphen>(?<=\w\w)-(?={UPPER}))",
    )


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _holds(left: str, right: Piece, words: CaptionWords) -> bool:
    """Whether a sign or word between two pieces parts two names, or belongs to one."""
    join = right.join
    if join in _FIRM:
        return True
    if join in ("label", "by"):
        return _label_holds(left, right, words)
    if join == "hyphen":
        known = agency_in(right.text, words) is not None
        return known and kind_of(_ROLE.sub("", left), words) is Kind.PERSON
    before, after = kind_of(_ROLE.sub("", left), words), kind_of(right.text, words)
    if join == "comma":
        return _comma_holds(before, after)
    if join == "loud":
        return before is Kind.PERSON
    if join == "stop":
        return key(left).rpartition(" ")[2] not in words.untitled
    if join == "from":
        return after is Kind.KNOWN
    if join == "and":
        if Kind.KNOWN in (before, after):
            return True
        return is_person(left, words, before) and is_person(right.text, words, after)
    return before in _NAMES or before is Kind.WORD


def _label_holds(left: str, right: Piece, words: CaptionWords) -> bool:
    if right.join == "label":
        label, colon, _ = plain(right.text).partition(":")
        return owns_label(left, label, words, colon=bool(colon))
    low = key(left)
    return low in words.labels or any(sign in low for sign in words.made)


def _comma_holds(before: Kind, after: Kind) -> bool:
    if after in (Kind.KNOWN, Kind.NOBODY, Kind.ARCHIVE):
        return True
    return before in (_NAMES | {Kind.WORD}) and after is not Kind.UNKNOWN
