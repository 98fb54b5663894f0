"""Rules about words in another script than the text around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsmodel.language.tags import ANY, script_of
from newsmodel.validation.base import ACCESSIBLE, Finding, rule, shortened
from newsmodel.validation.story import Story, Version


def _run(letters: str, words: int) -> re.Pattern[str]:
    """So many words in letters of a script, one after another."""
    return re.compile(f"[{letters}]{{2,40}}(?:[\\s,.،-]{{1,3}}[{letters}]{{1,40}}){{{words},20}}")


_OTHER = {
    "Cyrl": _run("\u0400-\u052f", 3),
    "Latn": _run("A-Za-z\u00c0-\u024f", 5),
    "Arab": _run("\u0600-\u06ff", 3),
    "Hebr": _run("\u0590-\u05ff", 3),
    "Grek": _run("\u0370-\u03ff\u1f00-\u1fff", 3),
    "Jpan": re.compile("[\u3040-\u30ff\u3400-\u9fff]{8,40}"),
}
_NOT_LATIN = re.compile("[\u0370-\u06ff\u1f00-\u1fff\u3040-\u9fff]{2}")
_AT_HOME = {
    "Cyrl": frozenset("uk ru be bg sr mk kk ky mn tg tt ba cv os sah ce av ab bs sh uz".split()),
    "Arab": frozenset("ar fa ur ps ckb ku sd ug prs arz ary ks pa az".split()),
    "Hebr": frozenset("he yi iw ji lad".split()),
    "Grek": frozenset({"el", "grc"}),
    "Jpan": frozenset("ja zh yue wuu cmn ko nan".split()),
}


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
        language = tag.partition("-")[0]
        mixed = language in _ANY_HOME or _NOT_LATIN.search(version.text)
        for script, pattern in _OTHER.items() if mixed and language not in ANY else ():
            home = _AT_HOME.get(script)
            foreign = language not in home if home else language in _ANY_HOME
            if foreign and pattern.search(version.text) and not _is_at_home(script, tag):
                yield from _unmarked(version, pattern)


_WRITTEN = {"Jpan": {"Jpan", "Hans", "Hant", "Hani", "Hrkt", "Kore"}}
_ANY_HOME = frozenset().union(*_AT_HOME.values()) - {"sr", "bs", "sh", "az", "uz", "ku"}


def _is_at_home(script: str, tag: str) -> bool:
    """Whether a language is written in a script where its tag says so, or usually is."""
    own = script_of(tag)
    return own is None or own in _WRITTEN.get(script, {script})


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
