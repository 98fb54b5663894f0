"""What one name in a credit is: a person, an organisation, or nobody."""

from __future__ import annotations

import functools
import re
from enum import Enum

from newsmodel.captions.characters import has_case, key, plain, squeezed
from newsmodel.captions.words import CaptionWords

__all__ = ["Kind", "agency_in", "is_person", "kind_of", "owns_label"]


class Kind(Enum):
    """What a name in a credit is."""

    KNOWN = "a known agency, medium or platform"
    ORGANISATION = "something that is named as only organisations are"
    PERSON = "a person's name"
    USER = "a user name or a journalist's initials"
    WORD = "one capitalised word: a surname, a paper"
    NOBODY = "handout, private"
    ARCHIVE = "archive, file photo"
    NOTHING = "a dash, a year"
    UNKNOWN = "running text, or too long for a name"


# Of the longer endings those of media alone: "lee.annett" is somebody who logs in.
_DOMAIN = re.compile(
    r"(?:[\w-]{2,}\.)+(?:[a-z]{2}|com|net|org|info|biz|gov|edu|int|cat|eus|news|press|media|photos?"
    r"|images|pics|agency|studio|online|live|today|world|blog|site)",
    re.ASCII,
)
_HANDLE = re.compile(r"@\w[\w.]*")
_DATE = re.compile(r"[\d\s.:,/–-]+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,3}")
_ROMAN = re.compile(r"[IVX]+|[JS]r\.?|MD")
_SON = re.compile(r",(?=\s(?:[JS]r|III?|IV)\b)")
_NAME_PART = re.compile(r"[^\W\d_]+(?:['’ʼ`.·-][^\W\d_]+)*\.?")
_ARTICLES = frozenset({"the", "die", "der", "das", "il"})
# Words a sentence may open with, and no name.
_OPENERS = frozenset(
    {"a", "an", "this", "these", "his", "her", "ein", "eine", "einen", "einer", "un", "une", "una"}
)
_PHOTO = re.compile(r"(?:photos?|fotos?|pix|pool|images?|фото)$", re.IGNORECASE)
_LONGEST_OWNER = 6
_INNER = frozenset({"of", "the", "and"})
_MARKS = '"“”„«»‹›&+'
_HIRAGANA = re.compile("[ぁ-ゖ]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def kind_of(name: str, words: CaptionWords) -> Kind:
    """What a name is, judged by itself.  Never raises."""
    name = name.strip(" \t\n.,;:-–—")
    shape, low = plain(name), key(name)
    if not any(c.isalnum() for c in shape) or _DATE.fullmatch(shape):
        return Kind.NOTHING
    if low in words.nobody or low in words.rights:
        return Kind.ARCHIVE if low in words.archive else Kind.NOBODY
    if low in words.archive:
        return Kind.ARCHIVE
    if agency_in(name, words):
        return Kind.KNOWN
    if any(sign in low for sign in words.made):
        return Kind.NOBODY
    if low.startswith(("www.", "http:", "https:")):
        return Kind.ORGANISATION
    if _DOMAIN.fullmatch(shape) or _HANDLE.fullmatch(shape):
        return Kind.KNOWN
    return _by_shape(shape, words)


def is_person(name: str, words: CaptionWords, kind: Kind) -> bool:
    """Whether a name of a kind can be a person's, one with a short surname in capitals, too.

    "Ann LEE" alone is as likely a club; beside an agency or another person it is none.
    """
    if kind is not Kind.ORGANISATION:
        return kind is Kind.PERSON
    *given, surname = plain(name).split()
    if not given or len(surname) < 2 or not (surname.isalpha() and surname.isupper()):
        return False
    if any(part.isupper() or part.lower() in words.organisations for part in given):
        return False
    if surname.lower() in words.organisations or agency_in(surname, words):
        return False
    if not words.peoples.isdisjoint((given[0].lower(), key(name))):
        return False
    return _is_person([*given, surname.title()], words)


def agency_in(name: str, words: CaptionWords) -> str | None:
    """The known agency a name is, without a "Photo" behind it; None when it is none."""
    if squeezed(name) in words.agencies:
        return name
    shorter = _PHOTO.sub("", name).rstrip()
    return shorter if shorter != name and squeezed(shorter) in words.agencies else None


_INITIALS = 3
"""A word in capitals that is longer may be a place: "PARIS Photo: …"."""


def owns_label(name: str, label: str, words: CaptionWords, *, colon: bool) -> bool:
    """Whether a name before a label is the agency whose picture it is: "U.S. Navy photo by".

    Before a colon it is so only of known agencies and initials ("ST PHOTO:"); a few words may be
    all there is of the caption.
    """
    parts, low = name.split(), key(name)
    if not parts or len(parts) > _LONGEST_OWNER:
        return False
    whole = {low, f"{low} {key(label)}"}
    known = not (words.labels.isdisjoint(whole) and words.nobody.isdisjoint(whole))
    if known or key(label) not in words.labels:
        return False
    if agency_in(name, words):
        return True
    if colon:
        return len(low) <= _INITIALS and low.isalpha() and name.strip().isupper()
    loud = all(not part[0].islower() or part in _INNER for part in parts)
    return loud and _organised(plain(name).strip(), parts, words)


def _by_shape(shape: str, words: CaptionWords) -> Kind:
    shape = _SON.sub("", shape)
    parts = shape.split()
    first = parts[0].lower()
    if first in _OPENERS or (
        len(parts) > 1 and first == parts[0] and _is_never_first(first, words)
    ):
        return Kind.UNKNOWN
    if _CJK.search(shape):
        return _east_asian(parts, words)
    if _organised(shape, parts, words):
        return Kind.ORGANISATION if _all_names(parts, words, 9) else Kind.UNKNOWN
    if len(parts) == 1:
        return _single(shape, words)
    if _is_person(parts, words):
        return Kind.PERSON
    if not has_case(shape):
        return Kind.WORD if len(parts) <= 4 else Kind.UNKNOWN
    named = _all_names(parts, words, 7) and not any(part.strip(".,").isdigit() for part in parts)
    return Kind.ORGANISATION if named else Kind.UNKNOWN


def _is_never_first(word: str, words: CaptionWords) -> bool:
    return word in words.small and word not in words.particles and word not in _ARTICLES


def _single(shape: str, words: CaptionWords) -> Kind:
    if len(shape) <= 4 and any(c.isdigit() for c in shape):
        return Kind.USER
    if shape.islower() and has_case(shape):
        small = shape in words.small or shape in words.particles
        return Kind.UNKNOWN if small else Kind.USER
    if not has_case(shape):
        return Kind.WORD
    letters = [c for c in shape if c.isalpha()]
    mixed = any(c.isupper() for c in letters[1:]) and not _looks_scottish(shape)
    return Kind.ORGANISATION if mixed else Kind.WORD


def _looks_scottish(word: str) -> bool:
    return bool(re.match(r"(?:Ma?c|De|Di|La|Le|Van|Fitz|O['’])[A-Z][a-z]+$", word))


def _organised(shape: str, parts: list[str], words: CaptionWords) -> bool:
    """Whether a sign, a word or a spelling betrays an organisation."""
    if any(c in _MARKS for c in shape):
        return True
    low = [part.strip("()[].,'’").lower() for part in parts]
    if low[0] in _ARTICLES and len(low) > 1:
        return True
    if any(part in words.organisations for part in low) and not _surname_only(low, words):
        return True
    endings = _in_order(words.endings)
    if any(low_part.endswith(endings) and len(low_part) > 6 for low_part in low):
        return True
    return len(parts) > 1 and any(_is_acronym(part, parts) for part in parts)


@functools.lru_cache(maxsize=128)
def _in_order(endings: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(endings))


def _surname_only(low: list[str], words: CaptionWords) -> bool:
    """Two words with an initial ("J. Post") are a person, whatever the surname means."""
    return len(low) == 2 and len(low[0]) <= 2 and low[0] not in words.organisations


def _is_acronym(part: str, parts: list[str]) -> bool:
    """Capitals among other spelling: "VS Tristach", but not "JR Smith" or "Jean DUPONT"."""
    if all(p.isupper() for p in parts) or _ROMAN.fullmatch(part):
        return False
    head = re.split("[-–]", part)[0]
    return 2 <= len(head) <= 4 and head.isalpha() and head.isupper() and "J" not in head


def _is_person(parts: list[str], words: CaptionWords) -> bool:
    real = [
        part
        for part in parts
        if part.lower().rstrip("'’") not in words.particles or part[0].isupper()
    ]
    if not 2 <= len(real) <= 4 or len(parts) > 6:
        return False
    if _capitals_then_not(real):
        return False
    if not has_case("".join(real)):
        return len(real) <= 3 and all(
            _NAME_PART.fullmatch(part) or not part.isascii() for part in real
        )
    longer = any(len(part) > 2 for part in real) or all(part[1:].islower() for part in real)
    return longer and all(_is_name_part(part) for part in real)


def _capitals_then_not(parts: list[str]) -> bool:
    """Whether a name in capitals ends among other words: "JANE DOE Nationaler Trauertag"."""
    loud = [part.isupper() and len(part) > 2 for part in parts]
    return len(parts) > 2 and loud[0] and loud[1] and not all(loud)


def _is_name_part(part: str) -> bool:
    if _INITIAL.fullmatch(part) or _ROMAN.fullmatch(part):
        return True
    start = part[2:3] if part[1:2] in "'’" and part[2:3] else part[0]
    return bool(_NAME_PART.fullmatch(part)) and start.isupper()


def _all_names(parts: list[str], words: CaptionWords, most: int) -> bool:
    """Whether capitalised words make up a name, with no more than small words between."""
    if len(parts) > most:
        return False
    if not has_case("".join(parts)):
        return len(parts) <= 7
    low = [part.strip("(),.'’\"“”„«»‚‘") for part in parts]
    lower = [part for part in low if part.islower() and part not in words.small]
    strange = [part for part in lower if part not in words.organisations]
    hinted = any(part.lower() in words.organisations for part in low)
    acronym = len(parts) == 2 and any(part.isupper() for part in low)
    return len(strange) <= (
        1 if acronym else min(1, len(parts) // 3) if hinted and len(parts) < 5 else 0
    )


def _east_asian(parts: list[str], words: CaptionWords) -> Kind:
    """Names in Chinese, Japanese and Korean, which have no capitals and few spaces."""
    joined = "".join(parts)
    if any(
        joined.endswith(end) and len(joined) > len(end) for end in words.endings if _CJK.search(end)
    ):
        return Kind.ORGANISATION if len(joined) <= 24 else Kind.UNKNOWN
    if len(_HIRAGANA.findall(joined)) > 1 or re.search(r"\d[日月年時분일월년]", joined):
        return Kind.UNKNOWN
    if re.search("[。、,.]|습니다|한다$|있다$", joined) or len(joined) > 20:
        return Kind.UNKNOWN
    return Kind.WORD
