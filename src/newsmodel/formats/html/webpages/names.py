"""Names of authors, out of the lines they are printed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsmodel.formats.html.webpages.words import PageWords

__all__ = [
    "are_initials",
    "folded",
    "has_case",
    "is_newsroom",
    "is_person",
    "names_in",
    "without_by",
]

_MAIL = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|(?<!\S)@\w+")
_BRACKET = re.compile(r"\s*[(\[（][^()\[\]（）]{0,60}[)\]）]\s*")
_SIGNS = re.compile(r"\s*(?:[|;؛•·\n\t/／｜]|\s[-–—]\s|、|،|，|\u2022)\s*")
_COMMA = re.compile(r"\s*,\s*")
_DIGITS = re.compile(r"\d{3,}|\d+[:.]\d+")
_EDGES = " \t\n\u00a0\u200b.,;:-–—'\"“”„«»*|/"
_WIDE = re.compile(r"[\u4e00-\u9fff\uac00-\ud7af々·]{1,6}\s?[\u4e00-\u9fff\uac00-\ud7af々·]{1,6}")
_CASED = re.compile(r"[^\W\d_]")
_LONGEST = 80
_LONGEST_LINE = 1000
_MOST_WORDS = 6
_MOST_WIDE = 12


def folded(name: str) -> str:
    """A name for comparison: letters and digits only."""
    return "".join(c for c in name.casefold() if c.isalnum())


def names_in(line: str, words: PageWords, *, commas: bool = True) -> list[str]:
    """The names in a line such as "By A. Name and B. Name, political reporter".

    Args:
        line: the line.
        words: the small words of pages.
        commas: whether a comma parts names; in "Name, Given" of library data it does not.
    """
    line = _MAIL.sub(" ", " ".join(line[:_LONGEST_LINE].split()))
    line = without_by(line, words)
    found: list[str] = []
    for number, part in enumerate(_parts(line, words, commas=commas)):
        name = _BRACKET.sub(" ", without_by(part, words)).strip(_EDGES + "()[]")
        name = _without_title(" ".join(name.split()), words)
        if _is_name(name, words, first=number == 0):
            found.append(name)
    return list(dict.fromkeys(found))


def _without_title(name: str, words: PageWords) -> str:
    """A name without the job that is written in one with it where there are no capitals."""
    for title in words.titles:
        for rest in (name.removeprefix(title), name.removesuffix(title)):
            bare = rest.strip(f"{_EDGES}：")
            if rest != name and _WIDE.fullmatch(bare):
                return bare
    return name


def _parts(line: str, words: PageWords, *, commas: bool) -> Iterator[str]:
    for piece in _SIGNS.split(line):
        for part in _COMMA.split(piece) if commas else (piece,):
            yield from _at_ands(part, words)


def _at_ands(part: str, words: PageWords) -> Iterator[str]:
    """A part taken apart at each "and" between two names."""
    pieces = part.split()
    held: list[str] = []
    for number, word in enumerate(pieces):
        if held and word.lower() in words.both and number < len(pieces) - 1:
            yield " ".join(held)
            held = []
        else:
            held.append(word)
    yield " ".join(held)


def without_by(line: str, words: PageWords) -> str:
    """A line without the "By" before its names.

    Args:
        line: the line.
        words: the small words of pages.
    """
    line = line.strip(_EDGES)
    while True:
        pieces = line.split()
        for size in (4, 3, 2, 1):
            start = " ".join(pieces[:size]).lower().rstrip(":")
            if len(pieces) > size and start in words.by:
                line = " ".join(pieces[size:])
                break
        else:
            return line


def _is_name(name: str, words: PageWords, *, first: bool) -> bool:
    """Whether a part can be a name: short, of letters, and no job or place-holder."""
    if (
        name.endswith(words.reported)
        or not 1 < len(name) <= _LONGEST
        or _DIGITS.search(name)
        or not _CASED.search(name)
    ):
        return False
    low = [word.strip(".,").lower() for word in name.split()]
    whole = " ".join(low)
    if len(low) > _MOST_WORDS or whole in words.by or whole in words.jobs:
        return False
    if first:
        return True
    jobs = sum(word in words.jobs for word in low)
    starts = sum(not word[:1].islower() for word in name.split())
    return not jobs and starts * 2 > len(low)


_SMALL = frozenset(
    "de di da del della dos van von der den la le el al bin ibn y e zu zum af av ter ten st".split()
)


def is_person(name: str) -> bool:
    """Whether a name has the shape of a person's: two words or more, all with capitals."""
    words = name.split()
    if not has_case(name):
        return 1 < len(name) < _MOST_WIDE
    large = [word for word in words if word.lower() not in _SMALL]
    return len(words) > 1 and all(word[:1].isupper() or word[:1] in "'’" for word in large)


def has_case(name: str) -> bool:
    """Whether a name is written in a script that has capitals."""
    return name.lower() != name.upper()


def are_initials(name: str, publishers: Iterable[str]) -> bool:
    """Whether a publisher goes by the first letters of a name."""
    initials = "".join(word[0] for word in name.split() if word[0].isalpha()).casefold()
    return len(initials) > 1 and any(folded(each) == initials for each in publishers)


def is_newsroom(name: str, publishers: Iterable[str], words: PageWords) -> bool:
    """Whether a name is that of the publisher, or of a newsroom."""
    low = folded(name)
    owners = [folded(each) for each in publishers if each]
    if any(low == each or (len(each) > 3 and each in low) for each in owners):
        return True
    if any(len(low) > 3 and low in each for each in owners):
        return True
    pieces = name.casefold().split()
    return any(word in words.newsroom for word in (*pieces, " ".join(pieces)))
