"""A printed caption line taken apart."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import islice

from newsmodel.captions.announced import announced, names_of
from newsmodel.captions.characters import LOWER, clean, key, plain
from newsmodel.captions.credit import Credit, is_service, read_credit, without_note
from newsmodel.captions.names import Kind, agency_in, kind_of
from newsmodel.captions.split import Split, joined, of_text
from newsmodel.captions.unmarked import unmarked, whole
from newsmodel.captions.words import CaptionWords, caption_words
from newsmodel.language import is_registered, meant_tag, normal_tag
from newsmodel.model import ImageCaption
from newsmodel.model.expected import expect_text

__all__ = ["parse_caption"]

# No credit is longer; what stands further from the end than this is caption.
_LONGEST_LINE = 4_000
_MOST_INSTRUCTIONS = 3
_TAG = re.compile(r"(?i:[a-z]{2,8}|[xi])(-[A-Za-z0-9]{1,8})*")
_FILE = re.compile(r"(FILE|ARCHIVO|ARCHIV|ARCHIVES|DOSSIER)\s+[-–—]\s+(?=\S)")
_LABEL = re.compile(r"\s*([^\W\d_][^:/.]{1,30}?)\s*:\s*(?=\S)")


def parse_caption(
    line: str, language: str | None = None, *, words: CaptionWords | None = None
) -> ImageCaption:
    """The parts of a caption line: label, text, credit, photographers and agencies.

    Args:
        line: the line as printed, with whatever clings to it.
        language: a BCP 47 tag, used for the small words that differ; it becomes the caption's. Of
            what is no language ("ua") it is the one that is meant ("uk").
        words: the words to know; those of `caption_words` for the language when not given.

    Returns:
        A caption whose `printed` is the whole line (characters that no format can hold are
        replaced), so that nothing is lost.  Text without a credit is all `text`.

    Works in time linear in the line's length.

    Raises:
        ArgumentError: the line is no string.
    """
    expect_text(line)
    known = words or caption_words(language)
    printed = clean(line)
    split = _split(printed, known)
    credit = read_credit(split.credit, words=known) if split.credit else Credit()
    return ImageCaption(
        language=_tag(language),
        text=split.text or None,
        credit=split.credit or None,
        photographers=credit.photographers,
        agencies=credit.agencies,
        label=split.label,
        printed=printed or None,
    )


def _tag(language: str | None) -> str | None:
    if not language:
        return None
    tag = normal_tag(language)
    if not is_registered(tag):
        tag = meant_tag(language) or tag
    return tag if _TAG.fullmatch(tag) else None


def _split(printed: str, words: CaptionWords) -> Split:
    head, line = _parted(printed)
    line, note = _without_note(line, words)
    line = _without_interface(_without_instructions(_without_interface(line, words), words), words)
    line, led = _without_caption_label(line, words)
    line, file = (line, None) if head else _without_file_label(line, words)
    split = _credited(line, words)
    if split is None or _credits_others(split, line, words):
        split = Split(text=of_text(line) if led or file else line.strip())
        if not (led or file):
            return Split(text=printed.strip())
    label = file or split.label  # that it is an old picture matters more than "Photo"
    text = joined(split.text, note) if note else split.text
    text = f"{head}{text}" if head else text
    return Split(text=text, label=label, credit=split.credit)


def _without_file_label(line: str, words: CaptionWords) -> tuple[str, str | None]:
    """A line without the "FILE PHOTO:" at its beginning, and that label."""
    if file := _FILE.match(line):
        return line[file.end() :], file[1]
    label = _LABEL.match(plain(line[:60]))
    if label and key(label[1]) in words.labels:
        rest, name = line[label.end() :], key(label[1])
        old = words.is_old(name) and kind_of(rest, words) is not Kind.NOBODY
        if old or (name in words.archive and _is_seen(rest, words)):
            return rest, line[label.start(1) : label.end(1)]
    return line, None


def _is_seen(rest: str, words: CaptionWords) -> bool:
    """Whether words behind "Symbolbild:" say what is seen where, and name nobody and no office.

    Others may be a name: "Illustration: The Vilkhove Times".
    """
    found, parts = read_credit(rest, words=words), rest.split()
    if found.weight > 1 or found.photographers or words.where.isdisjoint(parts[1:-1]):
        return False
    office = not words.organisations.isdisjoint(rest.lower().split())
    return not office and not any(agency_in(part, words) for part in parts)


def _parted(printed: str) -> tuple[str, str]:
    """A line longer than any caption, and the end of it that may hold a credit."""
    if len(printed) <= _LONGEST_LINE:
        return "", printed
    cut = printed.find(" ", len(printed) - _LONGEST_LINE) + 1 or len(printed) - _LONGEST_LINE
    return printed[:cut], printed[cut:]


def _without_note(line: str, words: CaptionWords) -> tuple[str, str]:
    """A line without a note between plus signs at its end, and the note as far as it says more.

    The service the line was sent by says no more than the credit, which may stand there, too.
    """
    rest, note = without_note(line)
    if not note or is_service(note, words):
        return rest, ""
    credit = announced(note, words)
    if credit is not None and credit.credit and not credit.text:
        return f"{rest} {note}", ""
    return rest, line[len(rest) :].strip()


def _without_instructions(line: str, words: CaptionWords) -> str:
    """A line without "MANDATORY CREDIT. NO RESALES." at its end.

    They stay where the credit comes behind them: "MANDATORY CREDIT: A. NAME".
    """
    for start in islice(_instructions_in(line, words), _MOST_INSTRUCTIONS):
        before = line[:start].rstrip()
        if before and (_credited(before, words) or not _credited(line[start:], words)):
            return before
    return line


def _instructions_in(line: str, words: CaptionWords) -> Iterator[int]:
    """Where instructions begin: those that signs show, too, where all that follows is as loud."""
    pattern = _instructions(words.instructions, words.restrictions)
    if (found := pattern.search(line)) is None:
        return
    quiet = max((each.end() for each in _QUIET.finditer(line) if each[1]), default=0)
    while found is not None:
        if found["sure"] or found.start() >= quiet:
            yield found.start()
        found = pattern.search(line, found.end())


_QUIET = re.compile(rf"[\"“„][^\"“”„]*[\"“”]|({LOWER}+)")
"""What is quoted, which says nothing, or small letters."""


@functools.lru_cache(maxsize=128)
def _instructions(sure: frozenset[str], loud: frozenset[str]) -> re.Pattern[str]:
    first, others = _any_of(sure), _any_of(loud)
    end = rf"(?=\s*(?:$|[^\w\s]|(?:{first}|{others})))"
    return re.compile(rf"(?<!\w)(?:(?P<sure>{first})|(?:{others}){end})(?!(?<=\w)\w)")


def _any_of(phrases: frozenset[str]) -> str:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase.upper()) for phrase in ordered) or "(?!)"


def _credited(line: str, words: CaptionWords) -> Split | None:
    return announced(line, words) or whole(line, words) or unmarked(line, words)


def _credits_others(split: Split, line: str, words: CaptionWords) -> bool:
    """Whether a caption without its credit has the credit of another picture still."""
    brackets = list(_BRACKETS.finditer(split.text))
    found = [_credit_in(each[1], words) for each in brackets]
    if brackets and _is_bracketed(split, line):
        found += [each[1] for each in brackets if _is_agency_of_one(each, words)]
    others = list(filter(None, found))
    named = names_of(split.credit or "", words) if others else set()
    return any(not names_of(each, words) <= named for each in others)


_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,250})[)\]]")
_AGENCY = 3
"""What a credit weighs in which a known agency is named."""
_FEW_WORDS = 2
_NAME_SIZES = (2, 3, 4)


def _is_bracketed(split: Split, line: str) -> bool:
    """Whether a credit stands in brackets within a sentence: "… and Jan Kos (Agency)"."""
    before, _, credit = plain(line).rpartition("(")
    return before.rstrip()[-1:].isalnum() and credit.rstrip(" .") == f"{split.credit})"


def _is_agency_of_one(bracket: re.Match[str], words: CaptionWords) -> bool:
    """Whether an agency stands behind a name, and the next name behind a comma or an "and".

    Elsewhere it may be an acronym: "the Vilkhove Space Agency (VSA), …".
    """
    if kind_of(bracket[1], words) is not Kind.KNOWN:
        return False
    between = bracket.string[bracket.end() :].partition("(")[0].split()
    if not between or not (between[0][0] in ",;" or key(between[0]) in words.both):
        return False
    before = bracket.string[: bracket.start()].split()
    return _name_ends(before, words) is not None and _is_next(between[1:], words)


def _is_next(between: list[str], words: CaptionWords) -> bool:
    """Whether words are a name, or little more: "right: A. Name", but not "in New Delhi"."""
    start = _name_ends(between, words)
    few = start is not None and start <= _FEW_WORDS
    return few and (words.small - words.both).isdisjoint(between[:start])


def _name_ends(parts: list[str], words: CaptionWords) -> int | None:
    """Where the person's name starts that words end with."""
    starts = (len(parts) - size for size in _NAME_SIZES if size <= len(parts))
    persons = (each for each in starts if kind_of(" ".join(parts[each:]), words) is Kind.PERSON)
    return next(persons, None)


def _credit_in(inside: str, words: CaptionWords) -> str | None:
    """The credit in brackets: behind a label ("left, photo by …"), or a name and an agency."""
    split = announced(inside, words)
    if split is not None and len(split.text.split()) <= _FEW_WORDS:
        return split.credit
    credit = read_credit(inside, words=words)
    return inside if credit.photographers and credit.weight >= _AGENCY else None


def _without_interface(line: str, words: CaptionWords) -> str:
    """A line without the page's "Read more" at its end."""
    shape = line.rstrip()
    parts = shape.split()
    for size in (5, 4, 3, 2, 1):
        tail = " ".join(parts[-size:])
        if len(parts) > size and key(tail) in words.interface and tail[:1].isupper():
            return shape[: -len(tail)].rstrip() if shape.endswith(tail) else line
    return line


def _without_caption_label(line: str, words: CaptionWords) -> tuple[str, bool]:
    """A line without "Caption:" at its beginning, and whether there was one."""
    start, colon, _ = plain(line[:60]).partition(":")
    if colon and key(start) in words.captions:
        return line[len(start) + 1 :].lstrip(), True
    return line, False
