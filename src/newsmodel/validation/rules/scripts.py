"""Rules about words in another script than the text around them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from newsmodel.language.tags import ANY, script_of
from newsmodel.validation.base import ACCESSIBLE, Finding, rule, shortened
from newsmodel.validation.story import Story, Version


@attrs.frozen
class _Script:
    """A script by its letters."""

    letters: str
    """Its letters, as in a pattern between brackets."""
    words: int | None = 3
    """So many words of it, one after another, are no name; None where it parts none with spaces."""

    @cached_property
    def run(self) -> re.Pattern[str]:
        """Words in it, one after another."""
        if self.words is None:
            return re.compile(f"[{self.letters}]{{8,40}}")
        more = f"(?:[\\s,.،-]{{1,3}}[{self.letters}]{{1,40}}){{{self.words},20}}"
        return re.compile(f"[{self.letters}]{{2,40}}{more}")

    @cached_property
    def letters_and_spaces(self) -> re.Pattern[str]:
        """A stretch of its letters and of white space."""
        return re.compile(f"[{self.letters}\\s]+")

    @cached_property
    def letter(self) -> re.Pattern[str]:
        """One letter of it."""
        return re.compile(f"[{self.letters}]")


_SCRIPTS = {
    "Cyrl": _Script("\u0400-\u052f"),
    "Latn": _Script("A-Za-z\u00c0-\u024f", words=5),
    "Arab": _Script("\u0600-\u06ff"),
    "Hebr": _Script("\u0590-\u05ff"),
    "Grek": _Script("\u0370-\u03ff\u1f00-\u1fff"),
    "Jpan": _Script("\u3040-\u30ff\u3400-\u9fff", words=None),
    "Kore": _Script("\uac00-\ud7af"),
    "Armn": _Script("\u0530-\u058f"),
    "Geor": _Script("\u10a0-\u10ff"),
    "Ethi": _Script("\u1200-\u137f"),
    "Deva": _Script("\u0900-\u097f"),
    "Beng": _Script("\u0980-\u09ff"),
    "Guru": _Script("\u0a00-\u0a7f"),
    "Gujr": _Script("\u0a80-\u0aff"),
    "Orya": _Script("\u0b00-\u0b7f"),
    "Taml": _Script("\u0b80-\u0bff"),
    "Telu": _Script("\u0c00-\u0c7f"),
    "Knda": _Script("\u0c80-\u0cff"),
    "Mlym": _Script("\u0d00-\u0d7f"),
    "Sinh": _Script("\u0d80-\u0dff"),
    "Thai": _Script("\u0e00-\u0e7f", words=None),
    "Laoo": _Script("\u0e80-\u0eff", words=None),
    "Tibt": _Script("\u0f00-\u0fff", words=None),
    "Mymr": _Script("\u1000-\u109f", words=None),
    "Khmr": _Script("\u1780-\u17ff", words=None),
}
_NOT_LATIN = re.compile("[\u0370-\u1cff\u1f00-\u1fff\u3040-\u9fff\uac00-\ud7af]{2}")
_BEYOND = re.compile("[\u0370-\U0010ffff]{2}")
"""Whatever is beyond Latin letters, quotation marks among it: one range is soon looked through."""
_AT_HOME = {
    "Cyrl": frozenset("uk ru be bg sr mk kk ky mn tg tt ba cv os sah ce av ab bs sh uz".split()),
    "Arab": frozenset("ar fa ur ps ckb ku sd ug prs arz ary ks pa az".split()),
    "Hebr": frozenset("he yi iw ji lad".split()),
    "Grek": frozenset({"el", "grc"}),
    "Jpan": frozenset("ja zh yue wuu cmn ko nan".split()),
    "Deva": frozenset("hi mr ne sa bho mai kok doi brx sd ks".split()),
}
"""The languages that are written in a script, beside those whose usual one it is."""
_OPEN = frozenset("sr bs sh az uz ku".split())
"""Languages that are written in Latin letters, too."""


@rule(
    "language-unmarked",
    ACCESSIBLE,
    source="WCAG 2.2, 3.1.2",
    example='language="en", body=["She quoted the poem: Реве та стогне Дніпр широкий, сердитий."]',
)
def language_unmarked(story: Story) -> Iterable[Finding]:
    """Words in another script are read out wrongly unless their language is marked."""
    for version in story.texts:
        tag = (version.language or "").lower()
        if tag.partition("-")[0] in ANY or not (_is_mixed(tag) or _is_foreign(version.text)):
            continue
        own = script_of(tag) or ""
        letters = "".join({*_without_own(version.text, own)})
        for script, known in _SCRIPTS.items():
            is_there = known.letter.search(letters) and known.run.search(version.text)
            if is_there and not (_is_at_home(script, tag) or _is_doubted(version, own)):
                yield from _unmarked(version, known.run)


def _is_foreign(text: str) -> bool:
    """Whether words of a text are not in Latin letters."""
    if text.isascii() or _BEYOND.search(text) is None:
        return False
    return _NOT_LATIN.search(text) is not None


def _is_doubted(version: Version, script: str) -> bool:
    """Whether a text as a whole is told of: it is in another language, and hardly in the script."""
    if not version.doubt:
        return False
    own = _SCRIPTS.get(script)
    return own is None or len(own.letter.findall(version.text)) * 20 < len(version.text)


def _without_own(text: str, script: str) -> str:
    """A text without the letters of a script, of which it mostly is: little is left to look at."""
    own = _SCRIPTS.get(script)
    return text if own is None else own.letters_and_spaces.sub("", text)


@functools.lru_cache(maxsize=256)
def _is_mixed(tag: str) -> bool:
    """Whether a language is written in other letters than Latin, which its texts may hold, too."""
    return script_of(tag) not in (None, "Latn")


_WRITTEN = {"Jpan": {"Jpan", "Hans", "Hant", "Hani", "Hrkt", "Kore"}}


def _is_at_home(script: str, tag: str) -> bool:
    """Whether a language is written in a script where its tag says so, or usually is."""
    language, own = tag.partition("-")[0], script_of(tag)
    if own is None or language in _AT_HOME.get(script, ()):
        return True
    return own in _WRITTEN.get(script, {script}) or (script == "Latn" and language in _OPEN)


def _unmarked(version: Version, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for spot, field, index, text in version.runs:
        if (match := pattern.search(text)) and spot.language is None:
            yield (
                f"{spot.path}.{field}[{index}]",
                (
                    f"{shortened(match[0])} is not in the script of {version.language!r}: put it "
                    "in a `LanguageSpan` with its `language`"
                ),
            )
