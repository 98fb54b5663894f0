"""Rules about what no reader should see: markup, entities, garbled and hidden characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from itertools import groupby

from newsmodel.model import Severity
from newsmodel.validation.base import CONSISTENT, EXCHANGE, PUBLISHABLE, Finding, rule, shortened
from newsmodel.validation.garbling import garbling_in
from newsmodel.validation.leftovers import MARKUP, TEMPLATES, Signs
from newsmodel.validation.story import Story

__all__ = ["ENTITY", "OVERRIDE", "hidden", "told_of"]

# Browsers read some without the semicolon too, and so do readers of addresses: `&amp=1`.
ENTITY = re.compile(
    r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};|nbsp|(?:amp|lt|gt|quot)(?![\w=])"
    r"|[a-zA-Z](?:acute|grave|circ|uml|tilde|cedil|ring)(?!=))"
)
# Where words are not parted by spaces, or are long, some show where a line may end.
_SPACED = "[A-Za-zÀ-ʯͰ-ԯԱ-֏א-תؠ-يႠ-ჿḀ-ῼ]"
_UNSEEN = (
    "[\u2028\u2029\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]"
    f"|(?<={_SPACED})[\u180e\u200b\u2060\u3164](?={_SPACED})"
    f"|(?<={_SPACED}{{2}})[\u2061-\u2064](?={_SPACED}{{2}})"
)
_PRIVATE = "[\ue000-\uf8ff\U000f0000-\U0010ffff]"
_HIDDEN = re.compile(_UNSEEN)
_CONTROL = re.compile(f"{_UNSEEN}|{_PRIVATE}")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
OVERRIDE = re.compile("[\u202d\u202e]")
_TURNS = re.compile("[\u202a-\u202c\u2066-\u2069]")
_BACK = {"\u202c": "\u202a\u202b", "\u2069": "\u2066\u2067\u2068"}
_LOST = re.compile("\ufffd")


def _found(
    story: Story, signs: Signs, *, code: bool = False
) -> Iterator[tuple[str, re.Match[str]]]:
    """The first place in each string readers see that matches, program text left out or not."""
    shown = story.shown
    there = [pattern for sign, pattern in signs if sign in shown and pattern.search(shown)]
    return _all(story, there, code=code)


def _all(
    story: Story, patterns: list[re.Pattern[str]], *, code: bool
) -> Iterator[tuple[str, re.Match[str]]]:
    for spot, field, words in story.words if patterns else ():
        matches = [match for pattern in patterns if (match := pattern.search(words))]
        if matches and spot.is_public and (code or not spot.is_code):
            yield f"{spot.path}.{field}", min(matches, key=re.Match.start)
    for path, address in _strange(story) if patterns else ():
        matches = [match for pattern in patterns if (match := pattern.search(address))]
        if matches:
            yield path, min(matches, key=re.Match.start)


def _written(story: Story) -> Iterator[tuple[str, str]]:
    """Every string that readers see, and the addresses they follow."""
    yield from story.strings
    yield from _strange(story)


def _strange(story: Story) -> Iterator[tuple[str, str]]:
    strange = frozenset(story.strange_addresses)
    for spot, field, address in story.addresses if strange else ():
        if address in strange:
            yield f"{spot.path}.{field}", address


def _odd(story: Story, pattern: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str]]]:
    return _found(story, (("", pattern),), code=True)


@rule(
    "markup-left",
    PUBLISHABLE,
    EXCHANGE,
    example='headline="Ferry <b>sails</b> again"',
    over="has_signs",
)
def markup_left(story: Story) -> Iterable[Finding]:
    """Readers would see the markup itself."""
    for path, match in _found(story, MARKUP):
        yield (
            path,
            (
                f"markup was left in the text, {shortened(match[0])}: take it out, or use a class "
                "such as `Strong` for what it means"
            ),
        )


@rule(
    "entity-left",
    PUBLISHABLE,
    EXCHANGE,
    example='headline="Ferry &amp; bridge"',
    over="has_signs",
)
def entity_left(story: Story) -> Iterable[Finding]:
    """Readers would see the code instead of the character."""
    for path, match in _found(story, (("&", ENTITY),)):
        if match[0][1] == "#" or match[0][1:] in html5:
            yield path, f"{match[0]!r} is a character in disguise: write the character itself"


@rule(
    "character-hidden",
    PUBLISHABLE,
    EXCHANGE,
    source="Unicode 16, 23.1 and 23.8",
    example='headline="Ferry\\ufeffs first day"',
    over="is_odd",
)
def character_hidden(story: Story) -> Iterable[Finding]:
    """Characters that nobody sees, or that only one font knows, upset programs."""
    for path, first in _odd(story, _CONTROL):
        if match := _CONTROL.search(_FLAG.sub("", first.string)):
            yield path, f"there is {told_of(match)}: take it out, or put in the right one"


def hidden(words: str) -> re.Match[str] | None:
    """The first character that nobody sees; what fonts of a page show as pictures is none."""
    return None if words.isascii() else _HIDDEN.search(_FLAG.sub("", words))


def told_of(match: re.Match[str]) -> str:
    """A hidden character, and where it is."""
    unseen = _HIDDEN.match(match.string, match.start())
    what = "an unseen character" if unseen else "a character that only one font knows"
    before = match.string[max(0, match.start() - 20) : match.start()]
    return f"{what}, U+{ord(match[0]):04X}, after {shortened(before)}"


@rule(
    "character-reversing",
    CONSISTENT,
    severity=Severity.ERROR,
    source="Unicode Technical Report 36, 2.5 (bidirectional text spoofing)",
    example='headline="Ferry \\u202Eslias"',
    over="is_odd",
)
def character_reversing(story: Story) -> Iterable[Finding]:
    """Some characters turn what follows around, so that readers see other words than programs."""
    for path, match in _odd(story, OVERRIDE):
        yield (
            path,
            (
                f"U+{ord(match[0]):04X} turns the text around from here on: take it out; where the "
                "text changes direction, set `direction` on a `LanguageSpan`"
            ),
        )
    if _TURNS.search(story.shown):
        for path, sign in _left_open(story):
            yield (
                path,
                (
                    f"U+{ord(sign):04X} changes the direction of the text and nothing changes "
                    "it back: take it out"
                ),
            )


def _left_open(story: Story) -> Iterator[tuple[str, str]]:
    """The first sign in each passage that turns the text and is not followed by its counterpart.

    What begins in one run of a paragraph may end in another.
    """
    passages = [list(strings) for _, strings in groupby(_written(story), _passage)]
    for strings in passages:
        turns = [(path, sign) for path, words in strings for sign in _TURNS.findall(words)]
        stack: list[tuple[str, str]] = []
        for path, sign in turns:
            if sign in _BACK:
                last = [n for n, (_, opener) in enumerate(stack) if opener in _BACK[sign]]
                del stack[last[-1] if last else len(stack) :]
            else:
                stack.append((path, sign))
        yield from stack[:1]


def _passage(string: tuple[str, str]) -> str:
    """The paragraph a string belongs to, by its path."""
    return string[0].partition(".content[")[0]


@rule(
    "character-lost",
    PUBLISHABLE,
    EXCHANGE,
    source="Unicode 16, 23.8 (replacement character)",
    example='headline="Caf\\ufffd by the ferry"',
    over="is_odd",
)
def character_lost(story: Story) -> Iterable[Finding]:
    """Where a program could not read a character it put this sign."""
    for path, match in _odd(story, _LOST):
        yield (
            path,
            (
                f"a character was lost after {shortened(match.string[: match.start()][-20:])}: "
                "look it up where the text comes from"
            ),
        )


@rule(
    "text-garbled",
    PUBLISHABLE,
    EXCHANGE,
    example='headline="The ferryâ€™s first day"',
    over="is_suspect",
)
def text_garbled(story: Story) -> Iterable[Finding]:
    """UTF-8 read as another encoding looks like this."""
    for path, match in _all(story, garbling_in(story.shown, odd=story.is_odd), code=True):
        yield (
            path,
            (
                f"{match[0]!r} looks like a character read in the wrong encoding: read the source "
                "again as UTF-8"
            ),
        )


@rule(
    "placeholder-left",
    PUBLISHABLE,
    example='body=["The ferry costs TKTK hryvnias."]',
    over="has_signs",
)
def placeholder_left(story: Story) -> Iterable[Finding]:
    """What was to be filled in later was forgotten."""
    for path, match in _found(story, TEMPLATES):
        yield path, f"{shortened(match[0])} waits to be filled in: fill it in, or take it out"
