"""The annotated samples: reading them, and the figures of a finder on them."""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from newsmodel.quotes import FoundQuote, find_quotes

SAMPLES = Path(__file__).parent / "samples"
LANGUAGES = tuple(sorted(path.stem for path in SAMPLES.glob("*.txt")))

_QUOTED = re.compile(r"\[\[(.*?)\]\]\{(.*?)\|(.*?)\}", re.DOTALL)
_IDLE = {"the", "a", "an", "mr", "mrs", "of", "and"}


@attrs.frozen
class Gold:
    """One annotated piece of a quotation."""

    start: int
    end: int
    speaker: str
    person: str


@attrs.frozen(kw_only=True)
class Figures:
    """What share was found, was right, had its speaker, and had its person."""

    recall: float
    precision: float
    speaker: float
    named: float


def articles(language: str) -> Iterator[tuple[str, list[Gold]]]:
    """The texts of a language with their annotated quotations."""
    lines = (SAMPLES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    printed = "\n".join(line for line in lines if not line.startswith("#"))
    for part in re.split(r"^===.*\n", printed, flags=re.MULTILINE)[1:]:
        yield _parsed(part.rstrip("\n"))


def _parsed(part: str) -> tuple[str, list[Gold]]:
    text, gold, at = "", [], 0
    for match in _QUOTED.finditer(part):
        text += part[at : match.start()]
        gold.append(Gold(len(text), len(text) + len(match[1]), match[2], match[3]))
        text += match[1]
        at = match.end()
    return text + part[at:], gold


def figures(language: str) -> Figures:
    """The figures of `find_quotes` on the samples of a language."""
    pairs: list[tuple[Gold, FoundQuote | None]] = []
    reported = right = 0
    for text, gold in articles(language):
        found = find_quotes(text, language)
        pairs += [(g, next((q for q in found if overlap(g, q)), None)) for g in gold]
        reported += len(found)
        right += sum(any(overlap(g, q) for g in gold) for q in found)
    hits = [(g, q) for g, q in pairs if q is not None]
    persons = [q.person == g.person for g, q in hits if g.person]
    return Figures(
        recall=len(hits) / len(pairs),
        precision=right / reported,
        speaker=_share([same_speaker(g.speaker, q.speaker) for g, q in hits if g.speaker]),
        named=_share(persons),
    )


def misses(language: str) -> list[str]:
    """What `find_quotes` says otherwise than the annotations, to the letter."""
    return [line for text, gold in articles(language) for line in _misses(text, gold, language)]


def _misses(text: str, gold: list[Gold], language: str) -> Iterator[str]:
    found = find_quotes(text, language)
    for g in gold:
        words = text[g.start : g.end]
        quote = next((q for q in found if overlap(g, q)), None)
        if quote is None:
            yield f"missed: {words}"
            continue
        if _bare(text[quote.start : quote.end]) != _bare(words):
            yield f"words of {words}: {text[quote.start : quote.end]}"
        if (quote.speaker or "") != g.speaker:
            yield f"said by {g.speaker}: {quote.speaker}"
        if g.person and quote.person != g.person:
            yield f"person {g.person}: {quote.person}"
    extra = [q for q in found if not any(overlap(g, q) for g in gold)]
    yield from (f"none: {text[q.start : q.end]}" for q in extra)


def _bare(words: str) -> str:
    """Words without the stop or comma at their end, which some annotate, and the first mark."""
    return words.strip(" .,'’")


def _share(results: list[bool]) -> float:
    return sum(results) / len(results)


def overlap(gold: Gold, quote: FoundQuote) -> bool:
    """Whether they share four fifths of both."""
    shared = min(gold.end, quote.end) - max(gold.start, quote.start)
    return shared >= 0.8 * max(gold.end - gold.start, quote.end - quote.start) - 2 and shared > 0


def same_speaker(printed: str, reported: str | None) -> bool:
    """Whether the last name of the annotated words, else their last word, is reported."""
    words = re.findall(r"[\w’'-]+", printed)
    names = [word for word in words if word[0].isupper() and word.lower() not in _IDLE]
    head = (names or words)[-1].lower()
    return head in re.findall(r"[\w’'-]+", (reported or "").lower())
