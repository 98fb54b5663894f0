"""Words and signs that announce a credit: where they stand in a line."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs

from newsmodel.captions.characters import folded, plain
from newsmodel.captions.names import Kind, kind_of, owns_label
from newsmodel.captions.words import CaptionWords

__all__ = ["Label", "labels_in"]

_COLON = re.compile(r"\s{0,3}(?::|=|\.{3}|…)|/(?=[^\W\d_])")
_SIGN = re.compile(r"©|ⓒ|\(c\)|\bcopyright\b(?=\s+(?:©|\d{4}))", re.IGNORECASE)
_BREAK = re.compile(r"(?:^|[\n.!?…:;,|\[(\])\"”’»“*。、•]|\s[-–—~/])\s*$|\s{2,}$")
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"(?:\w[\w)\]”\"’»][.!?…]|[。！？()（）\[\]\n|,:;/–—•])[”\"’»)\]]*\s*")
_YEAR = re.compile(r"\s+(?:19|20)\d\d(?!\w)")
_CLOSED = re.compile(r"[^/|]*?(?:(?<=[\w)][\w)])[.!?…]\s+\S|[(（])")
_LONGEST = 40


@attrs.frozen(kw_only=True)
class Label:
    """A word or sign that announces a credit."""

    start: int
    """Where it begins."""
    end: int
    """Where the credit begins."""
    text: str | None
    """The words of the label as printed; None for a sign such as ©."""
    kind: str
    """"colon" (a label and a colon), "sign", "by" ("photo by"), "courtesy" (the phrase belongs
    to the credit) or "bare" (a label with nothing behind it)."""
    after_break: bool
    """Whether a sentence, a bracket or a separator ends before it, or the line begins."""


def labels_in(line: str, words: CaptionWords) -> list[Label]:
    """The labels of a line in order; neighbours ("Foto: Bild:") are one."""
    low = folded(line).replace("’", "'")
    found = [*_colons(line, low, words), *_signs(line, low), *_phrases(line, low, words)]
    found.sort(key=lambda label: (label.start, -label.end))
    return [each for label in _joined(found, line) for each in (*_owned(label, line, words), label)]


def _owned(label: Label, line: str, words: CaptionWords) -> Iterator[Label]:
    """A label together with the agency right before it, which belongs to the credit."""
    text, colon = label.text or "", label.kind == "colon"
    first = max(0, label.start - 2 * _LONGEST)
    start = max((each.end() for each in _CLAUSE.finditer(line, first, label.start)), default=first)
    agency = line[start : label.start]
    if not agency.endswith((" ", "-")) or not (colon or label.kind == "by"):
        return
    if " " in text and not words.is_old(text):
        return
    if not owns_label(agency, text, words, colon=colon):
        return
    if " " in text:  # "ST FILE PHOTO:"
        yield attrs.evolve(label, start=start, text=agency + text, after_break=True)
    else:
        yield Label(start=start, end=start, text=None, kind="by", after_break=True)


def _colons(line: str, low: str, words: CaptionWords) -> list[Label]:
    found, known = [], _announcing(words)
    for colon in _COLON.finditer(low):
        text = low[max(0, colon.start() - _LONGEST) : colon.start()]
        for size in _sizes(known):
            start = colon.start() - size
            if size > len(text) or text[-size:] not in known:
                continue
            if _starts_word(line, start) and not _is_described(low, start, words):
                if colon[0] == "/" and text[-size:] in words.courtesy:
                    continue
                kind = "bare" if colon[0] == "/" else "colon"
                found.append(_label(line, start, colon.end(), colon.start(), kind))
                break
    return found


@functools.lru_cache(maxsize=128)
def _announcing(words: CaptionWords) -> frozenset[str]:
    return words.labels | words.beside


@functools.lru_cache(maxsize=128)
def _sizes(labels: frozenset[str]) -> tuple[int, ...]:
    return tuple(sorted({len(label) for label in labels}, reverse=True))


@functools.lru_cache(maxsize=128)
def _sizes_by_first(labels: frozenset[str]) -> Mapping[str, tuple[int, ...]]:
    """The sizes of labels, the longest first, by the sign they begin with."""
    found: dict[str, set[int]] = {}
    for label in labels:
        found.setdefault(label[:1], set()).add(len(label))
    return MappingProxyType({first: tuple(sorted(found[first], reverse=True)) for first in found})


def _signs(line: str, low: str) -> list[Label]:
    found = []
    for sign in _SIGN.finditer(low):
        year = re.compile(r"[\s:]*(?:\d{4}\s+(?:by\s+)?(?=[^\W\d]))?").match(low, sign.end())
        end = year.end() if year else sign.end()
        kind = "bare" if line[sign.start() : sign.end()] == "(c)" else "sign"
        label = _label(line, sign.start(), end, end, kind)
        found.append(attrs.evolve(label, text=None))
    return found


def _phrases(line: str, low: str, words: CaptionWords) -> list[Label]:
    """Labels without a colon: "Photo by", "Courtesy of", "Foto"."""
    found = [
        _phrase_at(line, low, start, words)
        for word in _WORD.finditer(plain(line))
        for start in _word_starts(line, word.start(), word.end())
    ]
    return [label for label in found if label is not None]


def _word_starts(line: str, start: int, end: int) -> list[int]:
    """Where a word begins, and where another is glued to it ("nightPhoto")."""
    glued = [i for i in range(start + 2, end - 2) if line[i].isupper() and line[i - 1].islower()]
    return [start, *glued]


def _phrase_at(line: str, low: str, start: int, words: CaptionWords) -> Label | None:
    first = low[start : start + 1]
    for size in _sizes_by_first(words.courtesy).get(first, ()):
        if low[start : start + size] in words.courtesy and _ends_word(low, start + size):
            return _label(line, start, start, start + size, "courtesy")
    for size in _sizes_by_first(words.labels).get(first, ()):
        end = start + size
        if low[start:end] in words.labels and low[end : end + 1].isspace():
            rest = _WORD.match(low, end + 1)
            if rest and rest[0] in words.by and low[rest.end() : rest.end() + 1].isspace():
                told = _is_told(low, start, rest, words)
                return None if told else _label(line, start, rest.end(), end, "by")
            if rest and not _is_agency(line[start:], words):
                return _label(line, start, end, end, "bare")
    return None


def _is_told(low: str, start: int, by: re.Match[str], words: CaptionWords) -> bool:
    """Whether "picture of" goes on with what it shows: "of 2019", "in a picture of … (Agency)".

    So does a picture of the past ("foto de archivo de …. Agency"), where a word means "of", too.
    """
    if _YEAR.match(low, by.end()):
        return True
    if any(low.startswith(each, start) for each in words.archive if len(each) > by.end() - start):
        return True
    if not _CLOSED.match(low, by.end()):
        return False
    following = _WORD.match(low, by.end() + 1)
    said = low[start : following.end() if following else by.end()]
    old = by[0] in words.particles and words.is_old(said)
    return old or _is_described(low, start, words)


def _is_agency(text: str, words: CaptionWords) -> bool:
    """Whether the label's word begins an agency's name, as in "picture alliance"."""
    return kind_of(re.split(r"[/|(),;:]", plain(text[:60]))[0], words) is Kind.KNOWN


def _label(line: str, start: int, end: int, text_end: int, kind: str) -> Label:
    near = line[max(0, start - 8) : start]
    glued = bool(near) and near[-1].islower() and line[start].isupper()
    after_break = start == 0 or glued or bool(_BREAK.search(near))
    text = line[start:text_end].strip()
    return Label(start=start, end=end, text=text or None, kind=kind, after_break=after_break)


def _starts_word(line: str, start: int) -> bool:
    """Whether a word begins here, or is glued to another ("eveningPhoto")."""
    before, here = line[start - 1 : start], line[start]
    if not before.isalpha() or here.upper() == here.lower():
        return True
    return here.isupper() and before.islower()


def _ends_word(low: str, end: int) -> bool:
    return end >= len(low) or not low[end].isalpha() or not low[end - 1].isalpha()


def _is_described(low: str, start: int, words: CaptionWords) -> bool:
    """Whether the words before make it "in this photo:", which says what is seen."""
    before = low[max(0, start - _LONGEST) : start].rstrip()
    tail = before.split()[-3:]
    return any(" ".join(tail[i:]) in words.shown for i in range(len(tail)))


def _joined(found: list[Label], line: str) -> list[Label]:
    done: list[Label] = []
    for label in found:
        if done and label.start < done[-1].end:
            continue
        if done and _continues(done[-1], label, line):
            kind = label.kind if label.kind != "courtesy" else done[-1].kind
            done[-1] = attrs.evolve(done[-1], end=label.end, kind=kind)
        else:
            done.append(label)
    return done


def _continues(before: Label, label: Label, line: str) -> bool:
    """Whether nothing stands between two labels, the first of which announces anything."""
    gap = line[before.end : label.start]
    return not gap.strip() and label.kind in ("colon", "sign", "by") and before.kind != "courtesy"
