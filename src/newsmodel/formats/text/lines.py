"""What a line of a page's text is: heading, list item, caption, or paragraph."""

from __future__ import annotations

import re

from newsmodel.captions import caption_words, parse_caption, read_credit
from newsmodel.model import ImageCaption

__all__ = ["blocks_of", "bullet", "caption_of", "is_byline", "is_heading", "lines_of"]

_BULLET = re.compile(r"(?:([\u2022\u25aa\u25e6\u2023*])|(\d{1,3})[.)])[^\S\n]+(?=\S)")
_BLANK = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")
_UNSEEN = re.compile(r"^[\s\ufeff]+|[\s\ufeff]+$")
_ENDS = ".!?\u2026:;,\u061f\u06d4\u3002\uff01\uff1f\u0964"
_STOPS = ".!?\u2026\u061f\u06d4\u3002\uff01\uff1f\u0964"
_QUOTES = "\"'\u00ab\u00bb\u201c\u201d\u201e\u2018\u2019\u201a\u2039\u203a\u300c\u300d\u300e\u300f"
_DASHES = "-\u2013\u2014"
_HEADING_LENGTH = 120
_HEADING_WORDS = 16
_OF_PICTURES = frozenset("()[]\N{FULLWIDTH LEFT PARENTHESIS}\N{COPYRIGHT SIGN}")
"""Signs of the credit of a picture, which a line of authors has not."""
_OF_TEXTS = frozenset(
    "source sources quelle quellen fuente fuentes fonte fonti fontes bron bronnen kilde källa "
    "lähde allikas avots šaltinis źródło źródła zdroj zdroje forrás izvor vir sursă sursa kaynak "
    "nguồn sumber font iturria πηγή источник джерело крыніца източник извор منبع مصدر "
    "المصدر מקור स्रोत সূত্র 来源 來源 出典 출처".split()
)
"""Labels of what a text is taken from as much as of a picture."""
_WORD = re.compile(r"[^\W\d_]+")


_PARTED = re.compile(r"([/|])|\s[-–—]\s")
_NAMES, _AGENCY = 2, 3
"""What a credit weighs that names somebody and an organisation, or a known agency, and no more."""
_SIGNED = re.compile(r"(?:[^\W\d_]{3}\.|[。।])\s*[(（][^()（）]*[)）]$")
"""A full stop and what stands in brackets behind it, where a sentence is signed."""


def blocks_of(text: str) -> list[str]:
    """The blocks of a text: what blank lines part, else every line."""
    parts = _BLANK.split(text) if _BLANK.search(text.strip()) else text.split("\n")
    return [block for block in map(_trimmed, parts) if block]


def _trimmed(part: str) -> str:
    """A part without what cannot be seen at its ends; a byte order mark may stand there too."""
    return _UNSEEN.sub("", part)


def lines_of(block: str) -> list[str]:
    """The lines of a block, without white space around them.

    An indented line after a list item goes on with it, after a newline.
    """
    lines: list[str] = []
    for line in filter(str.strip, block.split("\n")):
        if lines and line[0] in " \t" and bullet(lines[-1]):
            lines[-1] += "\n" + line.strip()
        else:
            lines.append(line.strip())
    return lines


def bullet(line: str) -> tuple[bool, int | None, str] | None:
    """Whether a line is a list item: ordered or not, its number, its text."""
    match = _BULLET.match(line)
    if match is None:
        return None
    number = int(match[2]) if match[2] else None
    return number is not None, number, line[match.end() :]


def is_heading(line: str) -> bool:
    """Whether a line within a text reads like a heading: short, and no sentence."""
    bare, item = line.rstrip(_QUOTES), bullet(line)
    if item is not None and not item[0]:
        return False  # a list of one item; a number may well begin a heading
    return (
        "\n" not in line
        and len(line) <= _HEADING_LENGTH
        and len(line.split()) <= _HEADING_WORDS
        and bare == line
        and line[-1] not in _ENDS
        and line[0] not in _QUOTES + _DASHES
        and _SIGNED.search(line) is None
        and any(char.isalpha() for char in line)
    )


def caption_of(
    line: str, language: str | None, headline: str | None, *, first: bool
) -> ImageCaption | None:
    """The caption a line is; None for any other line.

    A line is a caption where a label says so, or where it repeats the headline and goes on; right
    after the headline a credit is enough. What agencies sign as they sign their texts is none.
    """
    if "\n" in line or len(line) > 1000:
        return None
    caption = parse_caption(line, language)
    repeats = bool(headline) and line.startswith(headline or "") and line != headline
    if not (caption.credit or caption.label) or _is_signed(line, caption, language):
        return None
    labelled = caption.label is not None and _leads(line, caption, headline)
    return caption if repeats or labelled or (first and _is_credited(caption)) else None


def _leads(line: str, caption: ImageCaption, headline: str | None) -> bool:
    """Whether the label stands where a caption begins, or its credit where it ends."""
    rest = line.removeprefix(headline or "").lstrip()
    return rest.startswith(caption.label or "") or bool(caption.credit)


def _is_signed(line: str, caption: ImageCaption, language: str | None) -> bool:
    """Whether agencies alone sign a line of text: behind a sentence, or with its last words."""
    label, credit, text = caption.label, caption.credit or "", caption.text
    if (label and label.casefold() not in _OF_TEXTS) or not _names_agencies(caption, language):
        return False
    if text is None or label:
        return label is not None
    behind, credited = line.find(text) + len(text), line.rfind(credit)
    between = line[behind:credited].strip()
    if credited < behind or "\N{COPYRIGHT SIGN}" in between:
        return False
    return not between or text.rstrip(_QUOTES)[-1:] in _STOPS or line[-1] in _STOPS


def _names_agencies(caption: ImageCaption, language: str | None) -> bool:
    """Whether a credit is of agencies and initials alone: "dpa/jk", but not "AP Photo"."""
    known, rest = caption_words(language), caption.credit or ""
    words = [word.casefold() for word in _WORD.findall(rest)]
    for name in (*caption.agencies, *filter(str.islower, caption.photographers)):
        rest = rest.replace(name, " ")
    left = {word.casefold() for word in _WORD.findall(rest)}
    return bool(caption.agencies) and known.labels.isdisjoint(words) and left <= known.both


def _is_credited(caption: ImageCaption) -> bool:
    return bool(caption.credit and (caption.agencies or caption.photographers))


def is_byline(line: str, language: str | None) -> bool:
    """Whether a line right after the headline only names agencies, alone or with people.

    In brackets, or with a sign of copyright, it is the credit of a picture. A dash parts two teams
    as well, and counts only beside a known agency.
    """
    if "\n" in line or len(line) > _HEADING_LENGTH or not _OF_PICTURES.isdisjoint(line):
        return False
    caption = parse_caption(line, language)
    if caption.label is not None:
        return False
    parted = _PARTED.search(line)
    needed = _NAMES if parted and parted[1] else _AGENCY
    named = parted is not None and read_credit(line, language).weight >= needed
    return named or (caption.text is None and caption.credit is not None)
