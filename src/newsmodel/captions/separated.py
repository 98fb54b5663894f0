"""Credits behind a separator: "Caption | A. Name/Agency", "Caption – Agency", "…＝共同"."""

from __future__ import annotations

import re

from newsmodel.captions.characters import TITLES, has_case, plain
from newsmodel.captions.credit import read_credit
from newsmodel.captions.names import Kind, kind_of
from newsmodel.captions.split import Split, of_credit, of_text, weight
from newsmodel.captions.words import CaptionWords

__all__ = ["ENDS", "after_separator", "in_brackets", "may_end", "tail_words"]

_LONGEST = 160
_SOME_WORDS = 4
_FEW_WORDS = 2
ENDS = re.compile(r"(?:[.!?…。！？][\"”“’»)\]*]*|[\"”»])\s*$")
"""Where a sentence ends, or a quotation."""
_SEPARATOR = re.compile(
    r"\s*[|•]\s*|\s*\n\s*|\s+[–—―~-]\s+|(?<=[.!?…\"”])(?:\s*[–—―]\s*|-\s+)|\s*[/／]\s*|＝|=|、|\s+(?:via|VIA|Via)\s+"
)
_WEAK_SEPARATORS = "|•\n/"
_IN_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]")


def after_separator(line: str, words: CaptionWords) -> Split | None:
    """Split a line at the first separator with a credit behind it."""
    first = max(0, len(line) - _LONGEST)
    held = in_brackets(line, first)
    for match in _SEPARATOR.finditer(line, first):
        before, tail = line[: match.start()], line[match.end() :]
        if not before.strip() or not tail.strip():
            continue
        if any(start < match.start() < end for start, end in held):
            continue
        if split := _at_separator(before, match[0], tail, words):
            return split
    return None


def in_brackets(line: str, first: int) -> list[tuple[int, int]]:
    """Where brackets open and close behind a place in a line; no caption ends between."""
    return [match.span() for match in _IN_BRACKETS.finditer(plain(line), first)]


def _at_separator(before: str, sign: str, tail: str, words: CaptionWords) -> Split | None:
    found = weight(tail, words)
    if not found:
        return None
    mark = plain(sign).strip() or "\n"
    if mark == "、" and "、" in tail:
        return None
    if names := _names_before(before, tail, words):
        credit = names + sign + tail
        if sign != sign.strip() and _names_who_is_seen(before, names, words):
            return Split(text=of_text(before), credit=of_credit(tail))
        if weight(credit, words) >= (2 if mark in _WEAK_SEPARATORS else 3):
            return Split(text=of_text(before[: -len(names)]), credit=of_credit(credit))
    tight = sign == sign.strip() and mark == "/"
    if (tight and not ENDS.search(before)) or mark.lower() == "via":
        return None
    if found >= 2 or ENDS.search(before) or _is_weak_credit(before, mark, tail, words):
        return Split(text=of_text(before), credit=of_credit(tail))
    return None


def _names_who_is_seen(before: str, names: str, words: CaptionWords) -> bool:
    """Whether a name belongs to the words before it: "President A. Name / Agency", "… and"."""
    rest = before[: -len(names)].split()
    if not rest or names.isupper() or kind_of(names, words) is not Kind.PERSON:
        return False
    few = len(rest) <= _FEW_WORDS and not ENDS.search(rest[-1])
    last = rest[-1].lower()
    return few or last in words.small or last in words.both


def _is_weak_credit(before: str, mark: str, tail: str, words: CaptionWords) -> bool:
    """Whether a lone name behind a bar or slash is a credit."""
    long = len(before.split()) >= _SOME_WORDS and not tail.rstrip().endswith(".")
    return long and mark in _WEAK_SEPARATORS and kind_of(of_credit(tail), words) is Kind.PERSON


def _names_before(before: str, tail: str, words: CaptionWords) -> str:
    """The names printed right before a separator that belong to the credit behind it."""
    parts = list(re.finditer(r"\S+", before[-_LONGEST:]))
    if not parts or (before[-1:].isspace() and ENDS.search(before)):
        return ""
    if parts[-1][0].startswith("@"):
        return before[-_LONGEST:][parts[-1].start() :]
    if agency := _agency_before(before, parts, words):
        return agency
    if read_credit(tail, words=words).photographers:
        return ""
    return _person_before(before, parts, words)


def _agency_before(before: str, parts: list[re.Match[str]], words: CaptionWords) -> str:
    for size in (4, 3, 2, 1):
        text = tail_words(before, parts, size) if len(parts) > size else ""
        loud = text[:1].isupper() or size > 1
        if text and loud and kind_of(text, words) is Kind.KNOWN:
            return text if may_end(before[: -len(text)], words) else ""
    return ""


def tail_words(before: str, parts: list[re.Match[str]], size: int) -> str:
    """The last words of a text, as many as asked for, with the space between them."""
    return before[-_LONGEST:][parts[-size].start() :]


def _person_before(before: str, parts: list[re.Match[str]], words: CaptionWords) -> str:
    """The last two words, or more with particles and initials, when they are a person's name."""
    for size in (2, 3, 4):
        if len(parts) <= size:
            return ""
        text = tail_words(before, parts, size)
        if kind_of(text, words) is not Kind.PERSON or not text[0].isupper():
            continue
        if _is_cut(parts[-size][0], parts[-1][0], parts[-size - 1][0], size):
            continue
        # "Mr. John Doe | Agency": who is seen, not who took the picture
        return "" if parts[-size - 1][0].rstrip(".") in TITLES else text
    return ""


def _is_cut(first: str, last: str, before: str, size: int) -> bool:
    """Whether the name goes on to the left: "J. | Doe", "Doe | III", "J. | K. Doe"."""
    if not before[:1].isupper():
        return False
    initial = r"(?:[^\W\d_]\.?){1,2}"
    if size == 2 and (re.fullmatch(initial, first) or re.fullmatch("[IVX]+|[JS]r\\.?", last)):
        return True
    return bool(re.fullmatch(r"(?:[^\W\d_]\.)+", before))


def may_end(before: str, words: CaptionWords) -> bool:
    """Whether a caption may end here: not on a small word, as in "told to Getty Images"."""
    last = (before.split() or [""])[-1].lower()
    joins = (
        words.small, words.particles, words.via, words.client, words.platform, words.by,
    )  # fmt: skip
    return has_case(last) and not any(last in each for each in joins)
