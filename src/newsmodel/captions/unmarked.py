"""Credits without a label, told by brackets, separators, sentence ends and names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel.captions.characters import (
    LOWER,
    NO_TITLE,
    START,
    TITLES,
    UPPER,
    has_case,
    key,
    plain,
)
from newsmodel.captions.credit import read_credit
from newsmodel.captions.names import Kind, agency_in, kind_of
from newsmodel.captions.separated import (
    ENDS,
    after_separator,
    in_brackets,
    may_end,
    tail_words,
)
from newsmodel.captions.split import Split, of_credit, of_text, weight
from newsmodel.captions.words import CaptionWords

__all__ = ["credit_first", "unmarked", "whole"]

_LONGEST = 160
_STOP = re.compile(
    rf"(?:(?<=[\w)\]%’'*»”\"][\w)\]%’'*»”\"]){NO_TITLE}[.!?…]"
    r"|[。！？])[\"”“’»)\]」』]*"
    rf"(?:\s+|(?={START}|[@(]))|\n+|[\"”»]\s+"
)
_GLUE = re.compile(rf"(?<={LOWER}{LOWER})(?={UPPER})|(?<=[\d)\]”\"»’])(?={UPPER})")
_SOME_WORDS = 4
_AFTER_NAME = re.compile(r"(?<=\S)(?:\s*(?P<bracket>\()|\s*=|\s+[/|•–—-]\s)")


def unmarked(line: str, words: CaptionWords) -> Split | None:
    """Split a line whose credit has no label; None when there seems to be no credit."""
    for way in (_bracketed, _after_sentence, after_separator, _first, _glued, _loud):
        if split := way(line, words):
            return split
    return None


def whole(line: str, words: CaptionWords) -> Split | None:
    """A line that is nothing but a credit."""
    if len(line) > _LONGEST or _shows_somebody(line, words) or _opens_late(line, words):
        return None
    if _is_nobody(line.strip(), words):
        return Split(credit=of_credit(line))
    found = read_credit(line, words=words)
    several = len(found.photographers) + len(found.agencies) > 1
    separated = re.search(r"[/|;()©•]|\s[-–—]\s|—|\svia\s", plain(line))
    alone = not found.photographers and (has_case(line) or not several)
    if found.weight == 3 and (separated or alone):
        return Split(credit=of_credit(line))
    if found.weight == 2 and several and re.search(r"[/|]", plain(line)):
        return Split(credit=of_credit(line))
    return None


def _shows_somebody(line: str, words: CaptionWords) -> bool:
    """Whether it opens with what is seen, which a sign or a bracket parts from the credit.

    That is "A. Name (Agency)" and "A. Name / Agency", but not "A. Name/Agency"; in capitals,
    as credits are printed, it names who took the picture, and so does "By A. Name".
    """
    if (sign := _AFTER_NAME.search(plain(line))) is None:
        return False
    head = line[: sign.start()]
    kind = kind_of(head, words)
    first, _, rest = head.partition(" ")
    if key(first) in words.by and kind_of(rest, words) is Kind.PERSON:
        return False
    if "/" in head or kind is Kind.KNOWN or (kind is Kind.PERSON and head.isupper()):
        return False
    if sign["bracket"] or kind in (Kind.PERSON, Kind.WORD) or _is_sentence(head, words):
        return True
    named = read_credit(head, words=words)
    return len(named.photographers) > 1 and not named.agencies


def _is_sentence(head: str, words: CaptionWords) -> bool:
    """Whether words end with a full stop that shortens none: "… in Bergen." but not "… e.V."."""
    last = plain(head).split()[-1].rstrip(".")
    if not ENDS.search(head) or "." in last or (len(last) == 1 and last.isupper()):
        return False
    known = last.lower() in words.organisations or last.lower() in words.untitled
    return not known and last not in TITLES


def _opens_late(line: str, words: CaptionWords) -> bool:
    """Whether a credit opens with an agency behind what no credit names: "Goat EPA/A. NAME"."""
    head, slash, _ = plain(line).partition("/")
    before, _, agency = head.rstrip().rpartition(" ")
    if not (slash and before and agency.isupper() and agency_in(agency, words)):
        return False
    named = (Kind.PERSON, Kind.KNOWN, Kind.NOBODY, Kind.ARCHIVE)
    return not agency_in(head, words) and kind_of(before, words) not in named


def _bracketed(line: str, words: CaptionWords) -> Split | None:
    """A credit in the brackets at the end."""
    shape = plain(line).rstrip(" .\u200b\n")
    if shape[-1:] not in (")", "]"):
        return None
    opening = _opening(shape)
    if opening is None or len(shape) - opening > _LONGEST:
        return None
    before, inside = line[:opening], line[opening + 1 : len(shape) - 1]
    found = 2 if _is_nobody(inside, words) else weight(inside, words)
    if found < 2 and not (found and (not before.strip() or ENDS.search(before))):
        return None
    if found == 1 and (inside.rstrip().endswith(".") or not has_case(inside)):
        return None
    tail = _tail_of(before)
    if tail and tail != before and _belongs(tail, inside, words):
        return Split(
            text=of_text(before[: len(before) - len(tail)]), credit=of_credit(tail + line[opening:])
        )
    return Split(text=of_text(before), credit=of_credit(inside))


def _is_nobody(inside: str, words: CaptionWords) -> bool:
    """Whether brackets credit nobody, as in "(Contributed photo)" or （代表撮影）."""
    short = len(inside.split()) <= 6 and not inside[:1].islower()
    return short and kind_of(inside, words) is Kind.NOBODY


def _opening(shape: str) -> int | None:
    depth = 0
    for position in range(len(shape) - 1, max(-1, len(shape) - 2 * _LONGEST), -1):
        depth += (shape[position] in ")]") - (shape[position] in "([")
        if depth == 0:
            return position
    return None


def _tail_of(before: str) -> str:
    """What stands between the last sentence and a bracket."""
    stops = list(_STOP.finditer(before[-_LONGEST:]))
    return before[-_LONGEST:][stops[-1].end() :] if stops else ""


def _belongs(tail: str, inside: str, words: CaptionWords) -> bool:
    """Whether a name before the brackets is part of the credit: "A. Name (Agency)"."""
    if not tail.strip() or len(tail.split()) > 6:
        return False
    name = kind_of(tail, words)
    named = name in (Kind.PERSON, Kind.KNOWN) or not has_case(tail)
    return named and weight(f"{tail} ({inside})", words) >= 2


def _after_sentence(line: str, words: CaptionWords) -> Split | None:
    """A credit behind the last full stop."""
    for start in _starts(_STOP, line):
        before, tail = line[:start], line[start:]
        found = weight(tail, words)
        if found >= 2 or (found == 1 and _is_name_behind(before, tail, words)):
            return Split(text=of_text(before), credit=of_credit(tail))
    return None


def _starts(pattern: re.Pattern[str], line: str) -> Iterator[int]:
    """Where a credit may start, from the left, as far from the end as credits are long."""
    first = max(0, len(line) - _LONGEST)
    held = in_brackets(line, first)
    for start in (match.end() for match in pattern.finditer(line, first)):
        if 0 < start < len(line.rstrip()) and not any(a < start < b for a, b in held):
            yield start


def _is_name_behind(before: str, tail: str, words: CaptionWords) -> bool:
    """Whether a lone name behind a sentence is a credit and not a caption's last words."""
    if len(before.split()) < _SOME_WORDS or not has_case(tail) or re.search(r"[.!?…:]\s*$", tail):
        return False
    kind, parts = kind_of(of_credit(tail), words), tail.split()
    if kind is Kind.ORGANISATION:
        loud = [part for part in parts if part.lower() not in words.small]
        return len(tail.strip()) > 2 and not any(part.islower() for part in loud)
    return kind is Kind.PERSON


def _first(line: str, words: CaptionWords) -> Split | None:
    return credit_first(line, words, announced=False)


def credit_first(line: str, words: CaptionWords, *, announced: bool) -> Split | None:
    """A credit before the caption: up to a known agency, or a name where a label announced it."""
    ends = [m.start() for m in re.finditer(rf"\s+(?={START}|[\"“„«])", line[:_LONGEST])]
    glue = [m.start() for m in _GLUE.finditer(line[:_LONGEST])] if announced else []
    for end in sorted({*ends[:10], *glue[:10]}, reverse=True):
        head, rest = line[:end], line[end:]
        if len(rest.split()) < 3:
            continue
        if _is_head(head, rest, words, glued=end in glue, announced=announced):
            return Split(text=of_text(rest), credit=of_credit(head))
    return None


def _is_head(head: str, rest: str, words: CaptionWords, *, glued: bool, announced: bool) -> bool:
    found = read_credit(head, words=words)
    last = re.split(r"\s*[/|]\s*", head)[-1]
    if found.weight == 3 and re.search(r"[/|]", head) and kind_of(last, words) is Kind.KNOWN:
        return True
    if not announced:
        return False
    if found.weight >= 2 and "/" in head and kind_of(last, words) is Kind.PERSON:
        return len(last.split()) == 2
    if glued:
        return found.weight >= 1
    named = kind_of(head, words) in (Kind.PERSON, Kind.KNOWN) and len(head.split()) <= 2
    return named and not _goes_on(head, rest, words)


def _goes_on(head: str, rest: str, words: CaptionWords) -> bool:
    """Whether a name is longer than its first words: "Mayor Ann | Roe speaks to reporters"."""
    following, after = rest.split()[:2]
    if not after[:1].islower() or following.lower() in words.small:
        return False
    return kind_of(f"{head} {following}", words) is Kind.PERSON


def _glued(line: str, words: CaptionWords) -> Split | None:
    """A credit that follows the caption without even a space."""
    for start in _starts(_GLUE, line):
        before, tail = line[:start], line[start:]
        if weight(tail, words) == 3 and not re.search(r"(?:^|\s)(?:Mac|Mc)$", before):
            return Split(text=of_text(before), credit=of_credit(tail))
    return _known_at_end(line, words)


def _known_at_end(line: str, words: CaptionWords) -> Split | None:
    """An agency's name of two words, or in capitals, behind a caption with nothing between."""
    parts = list(re.finditer(r"\S+", line[-_LONGEST:]))
    for size in (4, 3, 2, 1):
        if len(parts) < size + _SOME_WORDS:
            continue
        tail = tail_words(line, parts, size)
        before = line[: len(line) - len(tail)]
        if tail.endswith("."):
            return None
        clear = size > 1 or (len(tail) > 3 and tail.isupper())
        if clear and kind_of(tail, words) is Kind.KNOWN and may_end(before, words):
            return Split(text=of_text(before), credit=of_credit(tail))
    return None


def _loud(line: str, words: CaptionWords) -> Split | None:
    """A credit in capitals behind a caption that is not: "on stage BELGA PHOTO JANE DOE"."""
    tail = line[-_LONGEST:] if not line.rstrip().endswith(".") else ""
    quiet = [part.end() for part in re.finditer(r"\S+", tail) if not part[0].isupper()]
    credit = tail[quiet[-1] :] if quiet else ""
    if len(credit.split()) > 1 and weight(credit, words) == 3:
        return Split(text=of_text(line[: len(line) - len(credit)]), credit=of_credit(credit))
    return None
