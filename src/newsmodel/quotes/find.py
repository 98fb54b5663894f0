"""Finding quotations in plain text: marked spans, who says them, and which of them are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsmodel.language import guess_language
from newsmodel.model.expected import expect_text
from newsmodel.model.vocabulary import QuoteKind
from newsmodel.quotes import flags as f
from newsmodel.quotes.found import FoundQuote
from newsmodel.quotes.lists import words_for
from newsmodel.quotes.nones import is_none
from newsmodel.quotes.sentences.tokens import Sentence, Token, sentences, tokenise
from newsmodel.quotes.sentences.topics import topic
from newsmodel.quotes.spans.dashes import dash_spans
from newsmodel.quotes.spans.marked import Span, find_spans
from newsmodel.quotes.speakers.attribution import Attribution, attribute
from newsmodel.quotes.speakers.follow import in_sentence, is_first
from newsmodel.quotes.speakers.people import People, Subjects
from newsmodel.quotes.words import QuoteWords

__all__ = ["find_quotes"]

Range = tuple[int, int]

_PARAGRAPH = 3000
_CLAUSE = 3


def find_quotes(
    text: str,
    language: str | None = None,
    *,
    known: Iterable[str] = (),
    words: QuoteWords | None = None,
) -> tuple[FoundQuote, ...]:
    """The quotations of a text, in order, each with its speaker where one is to be found.

    Titles, nicknames and scare quotes are left out; a quotation inside another one is part of it.
    The same text always gives the same answer.

    Args:
        text: plain text, a paragraph a line.
        language: a BCP 47 tag, or what is taken for one ("ua" means "uk"); guessed from the text's
            small words where it is not given.
        known: further texts that name people (captions, headlines), to resolve roles and surnames.
        words: the words to attribute with, instead of those kept for the language.

    Raises:
        ArgumentError: the text is no string.
    """
    expect_text(text)
    guess = guess_language(text) if language is None else None
    language = language or (guess.language if guess else "en")
    words = words or words_for(language)
    spans = dash_spans(text, find_spans(text, language), words)
    finder = _Finder(text=text, spans=spans, words=words)
    found = tuple(finder.find())
    if not found:
        return ()
    return People.of(text, found, known, words).named(found, finder.subjects)


@attrs.define(kw_only=True)
class _Finder:
    """One pass over a text: what was found last decides what goes on with it."""

    text: str
    spans: Sequence[Span]
    words: QuoteWords
    last: FoundQuote | None = None
    ending: FoundQuote | None = None
    group: int = 0
    subjects: dict[Range, Subjects] = attrs.Factory(dict)

    def find(self) -> Iterator[FoundQuote]:
        for start, end, first, count in _paragraphs(self.text, self.spans):
            mine = self.spans[first : first + count]
            tokens = tokenise(self.text, (start, end), mine, first, self.words)
            yield from self._paragraph(tokens, start)

    def _paragraph(self, tokens: Sequence[Token], start: int) -> Iterator[FoundQuote]:
        heard: FoundQuote | None = None
        silent: Sentence | None = None
        for low, high in sentences(self.text, tokens, self.spans):
            sentence = Sentence(tokens=tokens, low=low, high=high, words=self.words)
            quotes = [at for at in range(low, high) if tokens[at].flags & f.QUOTE]
            if not quotes:
                heard, silent = None, sentence
                continue
            before = heard or self._silent(silent) or self._above(start)
            for quote in self._sentence(sentence, quotes, before, heard):
                yield quote
                heard = self.last = quote
            silent = None if heard else sentence
        self.ending = heard

    def _sentence(
        self,
        sentence: Sentence,
        quotes: Sequence[int],
        before: FoundQuote | None,
        heard: FoundQuote | None,
    ) -> Iterator[FoundQuote]:
        found, medium = attribute(sentence), self._medium(sentence)
        for at in quotes:
            number = sentence.tokens[at].quote
            span, attribution = self.spans[number], found.get(number)
            if not span.continues and is_none(sentence, at, self.text, span, attribution):
                continue
            if attribution is not None:
                quote = self._attributed(sentence, at, span, attribution)
                quote = attrs.evolve(quote, medium=medium) if medium else quote
                self._note_subjects(sentence, attribution, quote, before)
                joined = heard is not None and heard.cue_span == quote.cue_span
                interrupted = joined and heard is not None and _between(heard, quote)
            else:
                quote = self._followed(sentence, at, span, before)
                interrupted = heard is not None and is_first(sentence, at)
            quote = self._grouped(quote, same=span.continues or interrupted)
            before = heard = quote
            yield quote

    def _grouped(self, quote: FoundQuote, *, same: bool) -> FoundQuote:
        self.group += not (same and self.last)
        return attrs.evolve(quote, group=self.group)

    def _attributed(
        self, sentence: Sentence, at: int, span: Span, attribution: Attribution
    ) -> FoundQuote:
        """A quotation whose own sentence says who speaks."""
        speaker = self._place(sentence.tokens, attribution.speaker)
        cue = self._place(sentence.tokens, attribution.cue)
        return FoundQuote(
            start=span.start,
            end=span.end,
            marks=span.marks,
            speaker=self._words(speaker),
            speaker_span=speaker,
            cue=self._words(cue),
            cue_span=cue,
            attribution_span=self._place(sentence.tokens, attribution.whole),
            kind=self._kind(sentence, at, span),
            confidence=attribution.confidence,
        )

    def _note_subjects(
        self,
        sentence: Sentence,
        attribution: Attribution,
        quote: FoundQuote,
        before: FoundQuote | None,
    ) -> None:
        """Whom "her" may mean: in "in her words" its sentence's subject, else that before."""
        if quote.speaker_span is None or (quote.speaker or "").lower() not in self.words.gendered:
            return
        speaker, cue = attribution.speaker, attribution.cue
        within = speaker and cue and cue[0] <= speaker[0] < cue[1]
        own = self._place(sentence.tokens, topic(sentence, cue[0])) if cue and within else None
        self.subjects[quote.speaker_span] = (own, before.speaker_span if before else None)

    def _followed(
        self, sentence: Sentence, at: int, span: Span, before: FoundQuote | None
    ) -> FoundQuote:
        """A quotation that goes on from what stands before it."""
        speaker = before.speaker_span if before else None
        confidence = min(before.confidence, 0.7) if before else 0.2
        inside = not span.continues and not is_first(sentence, at)
        if inside and (subject := topic(sentence, at)) is not None:
            speaker, confidence = self._place(sentence.tokens, subject), 0.45
        return FoundQuote(
            start=span.start,
            end=span.end,
            marks=span.marks,
            speaker=self._words(speaker),
            speaker_span=speaker,
            kind=self._kind(sentence, at, span),
            confidence=confidence,
        )

    def _silent(self, sentence: Sentence | None) -> FoundQuote | None:
        """What a sentence without quotation gives the next one: the one it is about."""
        speaker = in_sentence(sentence) if sentence else None
        if sentence is None or speaker is None:
            return None
        place = self._place(sentence.tokens, speaker)
        return FoundQuote(start=0, end=0, speaker_span=place, confidence=0.5)

    def _above(self, start: int) -> FoundQuote | None:
        """What the paragraph above gives: its last quotation, or the one its end is about."""
        if self.ending is not None or start < 1:
            return self.ending
        low = max(0, start - _PARAGRAPH)
        end = low + len(self.text[low:start].rstrip())
        begin = max(low, self.text.rfind("\n", low, end) + 1)
        tokens = tokenise(self.text, (begin, end), (), 0, self.words)
        above = None
        for first, last in sentences(self.text, tokens, ()):
            above = Sentence(tokens=tokens, low=first, high=last, words=self.words)
        return self._silent(above) or self.last

    def _kind(self, sentence: Sentence, at: int, span: Span) -> QuoteKind:
        """Direct where the quotation is a sentence of its own or is introduced as one."""
        introduced = at > 0 and sentence.tokens[at - 1].text in {":", ","}
        if span.continues or introduced or is_first(sentence, at):
            return QuoteKind.DIRECT
        words = self.text[span.start : span.end]
        whole = words[:1].isupper() and words.count(" ") >= _CLAUSE
        return QuoteKind.DIRECT if whole else QuoteKind.PARTIAL

    def _medium(self, sentence: Sentence) -> str | None:
        if self.words.medium is None:
            return None
        start, end = sentence.tokens[sentence.low].start, sentence.tokens[sentence.high - 1].end
        match = self.words.medium.search(self.text, start, end)
        return match[0] if match else None

    def _place(self, tokens: Sequence[Token], at: Range | None) -> Range | None:
        """Where tokens stand in the text; a possessive ending at their end is no part of a name."""
        if at is None:
            return None
        start, end = tokens[at[0]].start, tokens[at[1] - 1].end
        cut = end - start > 2 and self.text.startswith(self.words.endings or "\0", end - 2)
        return start, end - 2 if cut and not self.words.inflected else end

    def _words(self, place: Range | None) -> str | None:
        return self.text[place[0] : place[1]] if place else None


def _between(first: FoundQuote, second: FoundQuote) -> bool:
    """Whether the words that attribute two pieces stand between them."""
    return second.cue_span is not None and first.end < second.cue_span[0] < second.start


def _paragraphs(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, int, int]]:
    """The paragraphs that hold spans: start, end, the first span, how many."""
    n = 0
    while n < len(spans):
        start = text.rfind("\n", 0, spans[n].outer[0]) + 1
        end = text.find("\n", spans[n].end)
        end = len(text) if end < 0 else end
        first = n
        while n < len(spans) and spans[n].end <= end:
            n += 1
        yield start, end, first, n - first
