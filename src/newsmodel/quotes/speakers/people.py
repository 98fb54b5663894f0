"""Who a speaker is: surnames, offices and pronouns resolved to names the text has in full."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from newsmodel.quotes import flags as f
from newsmodel.quotes.found import FoundQuote
from newsmodel.quotes.speakers.forms import gender_of, is_but_whose
from newsmodel.quotes.speakers.heads import full_name, head_of, is_addressed, names_several
from newsmodel.quotes.speakers.names import Mention, fold, names_in, same_word
from newsmodel.quotes.speakers.offices import Office, office_of, without_office
from newsmodel.quotes.words import QuoteWords

__all__ = ["People", "Subjects"]

Range = tuple[int, int]
Subjects = tuple[Range | None, Range | None]
"""Where the subject of a sentence stands, and that of the sentence before."""

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_EMPTY = f.DETERMINER | f.STOP | f.LINK | f.CONJUNCTION | f.AUX
_GOES_WITH = _EMPTY | f.RELATIVE | f.ADVERB | f.TIME
_NEAR = 60
_ENOUGH = 12
_UNSURE = 0.4
_STEM = 4
_WIDE = 12
_STOPS = re.compile(r"[.!?;:\n][“”\"«»]?(?=\s|$)")


@attrs.frozen(kw_only=True)
class People:
    """The full names of a text, and of what else is known of it."""

    text: str = attrs.field(repr=False)
    """The text."""
    words: QuoteWords
    """The words of its language."""
    mentions: tuple[Mention, ...]
    """The names in the text, in order."""
    known: tuple[Mention, ...]
    """Those in the other texts."""
    starts: tuple[int, ...]
    """Where each name of the text begins."""
    quoted: frozenset[int]
    """The numbers of those within quotations, whom no pronoun outside means."""

    @classmethod
    def of(
        cls, text: str, quotes: Sequence[FoundQuote], known: Iterable[str], words: QuoteWords
    ) -> People:
        """The people of a text; ``known`` are captions, headlines and the like."""
        mentions = tuple(names_in(text, words))
        others = tuple(m for other in known for m in names_in(other, words))
        starts = tuple(m.start for m in mentions)
        within = [
            (bisect.bisect_left(starts, q.start), bisect.bisect_left(starts, q.end)) for q in quotes
        ]
        quoted = frozenset(n for place in within for n in range(*place))
        return cls(
            text=text, words=words, mentions=mentions, known=others, starts=starts, quoted=quoted
        )

    def named(
        self, quotes: Sequence[FoundQuote], subjects: Mapping[Range, Subjects]
    ) -> tuple[FoundQuote, ...]:
        """The quotations, each with the name of its speaker where it can be told.

        Args:
            quotes: the quotations, in order.
            subjects: what the pronouns of phrases like "in her words" may mean, by their places.
        """
        out: list[FoundQuote] = []
        for quote in quotes:
            person = self._person(quote, out[-1] if out else None, subjects)
            out.append(attrs.evolve(quote, person=person) if person else self._unnamed(quote))
        return tuple(out)

    def _unnamed(self, quote: FoundQuote) -> FoundQuote:
        """A quotation of nobody known; who is but "his" and "their" is not sure at all."""
        if (quote.speaker or "").lower() not in self.words.forms:
            return quote
        return attrs.evolve(quote, confidence=min(quote.confidence, _UNSURE))

    def _person(
        self, quote: FoundQuote, last: FoundQuote | None, subjects: Mapping[Range, Subjects]
    ) -> str | None:
        if quote.speaker is None or quote.speaker_span is None:
            return None
        if last is not None and last.speaker_span == quote.speaker_span:
            return last.person
        at = quote.speaker_span[0]
        words = _WORD.findall(quote.speaker)
        if len(words) == 1 and self.words.flags(words[0]) & f.RELATIVE:
            return self._antecedent(at)
        if len(words) == 1 and self._is_pronoun(words[0]):
            meant = subjects.get(quote.speaker_span)
            if meant is not None:
                return self._of_form(words[0].lower(), at, last, meant)
            return self._of_pronoun(words[0].lower(), at, last)
        person = self._of_words(quote.speaker, at)
        return None if person and is_but_whose(quote, person, self.words) else person

    def _of_words(self, speaker: str, at: int) -> str | None:
        """The person that words name in full, by surname or by office."""
        return (
            self._full_name(speaker) or self._of_surname(speaker, at) or self._of_role(speaker, at)
        )

    def _of_form(
        self, form: str, at: int, last: FoundQuote | None, subjects: Subjects
    ) -> str | None:
        """Whom "her" in "in her words" means: its subject, else that of the sentence before.

        A subject nobody is known by leaves it open, but where every noun may begin a sentence
        without an article: "Міст, за її словами, …".
        """
        own, before = subjects
        for place in filter(None, (own, before)):
            words = self.text[slice(*place)]
            pronoun = self._is_pronoun(words)
            person = None if pronoun else self._of_words(words, place[0])
            if person and self._may_be(person, self._genders_of(form)):
                return person
            if place is own and not (person or pronoun or self.words.inflected):
                return None
        return self._of_pronoun(form, at, last)

    def _full_name(self, speaker: str) -> str | None:
        """A full name within the speaker's own words, at the end of a part of them."""
        mention = full_name(speaker, self.words)
        return self._best_form(mention) if mention else None

    def _best_form(self, mention: Mention) -> str:
        """The name as the text has it first, which is seldom in an oblique case."""
        if not self.words.inflected:
            return mention.name
        parts = [fold(p) for p in mention.name.split()]
        for n in self._by_last.get(parts[-1][:_STEM], ()):
            other = self.mentions[n]
            forms = [fold(p) for p in other.name.split()]
            if len(forms) == len(parts) and all(
                same_word(a, b, inflected=True) for a, b in zip(parts, forms, strict=True)
            ):
                return other.name
        return mention.name

    def _of_surname(self, speaker: str, at: int) -> str | None:
        """The full name whose last part is the last capitalised word of the first part."""
        first = head_of(speaker, self.words)
        if names_several(first, self.words):
            return None
        names = [w for w in _WORD.findall(first) if w[0].isupper() and not self._is_small(w)]
        if not names or self._article_before(first, names[-1]) or self._owns(first, names[-1]):
            return None
        told = self._told(map(fold, _WORD.findall(first)))
        return self._by_surname(fold(names[-1]), at, told or "mf")

    def _is_small(self, word: str) -> bool:
        flags = self.words.flags(word)
        month = flags & f.TIME and word.lower() in self.words.given
        return bool(flags & (_EMPTY | f.TITLE | f.ROLE | f.PRONOUN)) and not month

    def _article_before(self, phrase: str, name: str) -> bool:
        """Whether an article rules out a name: "the Times", but not "the lawyer Lee"."""
        before = phrase[: phrase.rfind(name)].split()
        if not before or not self.words.flags(before[0]) & f.DETERMINER:
            return False
        return not self.words.flags(before[-1]) & (f.ROLE | f.TITLE)

    def _owns(self, phrase: str, name: str) -> bool:
        """Whether somebody of theirs is meant: "Lee's lawyer", "Dahls advokat"."""
        place = phrase.rfind(name)
        after = _WORD.findall(phrase[place + len(name) :])
        if not after or self.words.flags(after[0]) & _GOES_WITH:
            return False
        genitive = self.words.compounds and name.endswith("s")
        return genitive or name.endswith(("'s", "’s")) or self._names_office(after[0])

    def _by_surname(self, surname: str, at: int, genders: str) -> str | None:
        for mention in self._nearest(self._by_last.get(surname[:_STEM], ()), at):
            last = fold(mention.name.split()[-1])
            if same_word(surname, last, inflected=self.words.inflected) and self._may_be(
                mention.name, genders
            ):
                return mention.name
        return None

    def _nearest(self, places: Sequence[int], at: int, most: int = 200) -> Iterator[Mention]:
        """The names at some places, the nearest before first; then those after; then the known."""
        cut = bisect.bisect_right(places, at, key=self.starts.__getitem__)
        for n in (*reversed(places[max(0, cut - most) : cut]), *places[cut : cut + most]):
            yield self.mentions[n]
        yield from self.known

    @functools.cached_property
    def _by_last(self) -> Mapping[str, Sequence[int]]:
        """The places of the names by the first letters of their last part."""
        table: dict[str, list[int]] = {}
        for n, mention in enumerate(self.mentions):
            table.setdefault(fold(mention.name.split()[-1])[:_STEM], []).append(n)
        return table

    def _antecedent(self, at: int) -> str | None:
        """The name right before "who"."""
        cut = bisect.bisect_left(self.starts, at)
        mention = self.mentions[cut - 1] if cut else None
        return mention.name if mention and 0 <= at - mention.end <= 2 else None

    def _of_pronoun(self, pronoun: str, at: int, last: FoundQuote | None) -> str | None:
        """The person named last before a pronoun, if their gender may be its own."""
        genders = self._genders_of(pronoun)
        if not genders:
            return None
        cut = bisect.bisect_left(self.starts, at)
        near = [n for n in range(cut - 1, max(-1, cut - _NEAR), -1) if n not in self.quoted]
        if near and is_addressed(self.mentions[near[0]], at, self.words):
            told = self.mentions[near[0]].name
            near = [n for n in near if self.mentions[n].name != told]
            last = None if last and last.person == told else last
        if last is not None and last.person and last.speaker_span:
            newer = near and self.mentions[near[0]].start > last.end
            if not (newer and self._fits(near[0], genders)) and self._may_be(last.person, genders):
                return last.person
        for n in near:
            if self._fits(n, genders):
                meant = self._meant(n, genders, last.person if last else None)
                return self._best_form(meant) if meant else None
        return None

    def _meant(self, n: int, genders: str, last: str | None) -> Mention | None:
        """Which of the names of one sentence a pronoun means, the last of which may be it.

        The one whose gender is known, or who spoke last; of two of whom no more is known, neither.
        """
        other = self.mentions[n]
        found = {fold(other.name.split()[-1]): other}
        low = max(0, n - _ENOUGH)
        while n > low and not _STOPS.search(self.text, self.mentions[n - 1].end, other.start):
            n -= 1
            other = self.mentions[n]
            if (
                n not in self.quoted
                and self._fits(n, genders)
                and not self.text.startswith(("'s", "’s"), other.end)
            ):
                found.setdefault(fold(other.name.split()[-1]), other)
        names = list(found.values())
        known = [m for m in names if self._gender_of(m.name)]
        spoke = [m for m in names if m.name == last and not self._is_agent(m)]
        return next((some[0] for some in (names, known, spoke) if len(some) == 1), None)

    def _is_agent(self, mention: Mention) -> bool:
        """Whether a name is but that of whom something is done by: "called so by Ann Lee"."""
        before = _WORD.findall(self.text[max(0, mention.start - _WIDE) : mention.start])
        return bool(before) and bool(self.words.flags(before[-1]) & f.BY)

    def _is_pronoun(self, word: str) -> bool:
        return bool(self.words.flags(word) & f.PRONOUN) or word.lower() in self.words.forms

    def _genders_of(self, pronoun: str) -> str:
        words = self.words
        male = pronoun in words.masculine or pronoun in words.masculine_forms
        female = pronoun in words.feminine or pronoun in words.feminine_forms
        return "m" * male + "f" * female

    def _fits(self, n: int, genders: str) -> bool:
        mention = self.mentions[n]
        if self.words.capital_nouns and not self._is_sure(mention):
            return False
        return self._may_be(mention.name, genders)

    def _may_be(self, name: str, genders: str) -> bool:
        """Whether a name can be that of one of these genders; one that tells none can."""
        return self._gender_of(name) in genders

    def _is_sure(self, mention: Mention) -> bool:
        """Whether an office stands before a name: where all nouns have capitals, any two may."""
        before = _WORD.findall(mention.text[max(0, mention.start - 40) : mention.start])
        return bool(before) and self._names_office(before[-1])

    @functools.cached_property
    def _gender_of(self) -> Callable[[str], str]:
        """``m`` or ``f`` where a title or an office beside the name tells, or its form; else ""."""
        return functools.lru_cache(maxsize=4096)(self._gender)

    def _gender(self, name: str) -> str:
        beside: set[str] = set()
        last = fold(name.rsplit(maxsplit=1)[-1])
        for n in self._by_last.get(last[:_STEM], ())[:_ENOUGH]:
            if fold(self.mentions[n].name.rsplit(maxsplit=1)[-1]) == last:
                beside.update(self._office(self.mentions[n]).heads)
        return self._told(beside) or gender_of(name, self.words)

    def _told(self, offices: Iterable[str]) -> str:
        """``m`` or ``f`` where titles and offices tell it: of "Mr", "spokeswoman"; else ""."""
        beside = set(offices)
        male = not beside.isdisjoint(self.words.male_titles)
        female = not beside.isdisjoint(self.words.female_titles)
        return "" if male == female else "m" if male else "f"

    def _of_role(self, speaker: str, at: int) -> str | None:
        """The person whose office, beside their name, has all the words of the speaker's."""
        role = [fold(w) for w in _WORD.findall(re.split(r"[,(]", speaker)[0])]
        role = [w for w in role if not self.words.flags(w) & _EMPTY or self.words.flags(w) & f.ROLE]
        if not any(self._names_office(word) for word in role) or self._is_named(speaker):
            return None
        for mention in self._nearest(range(len(self.mentions)), at):
            bare = without_office(mention, role)
            if self._describes(bare, role):
                return bare.name
        return None

    def _is_named(self, speaker: str) -> bool:
        """Whether a surname stands behind the office: "Mr Lee", whom the text has not in full."""
        parts = _WORD.findall(head_of(speaker, self.words))
        return (
            len(parts) > 1
            and parts[-1][0].isupper()
            and not self._names_office(parts[-1])
            and bool(self.words.flags(parts[-2]) & (f.ROLE | f.TITLE))
        )

    def _names_office(self, word: str) -> bool:
        return any(self.words.flags(part) & (f.ROLE | f.TITLE) for part in word.split("-") if part)

    def _describes(self, mention: Mention, role: Sequence[str]) -> bool:
        held = [word for word in role if self._names_office(word)]
        return self._office(mention).has(role, held, inflected=self.words.inflected)

    @functools.cached_property
    def _office(self) -> Callable[[Mention], Office]:
        """The words of the office beside a name."""
        return functools.lru_cache(maxsize=4096)(lambda mention: office_of(mention, self.words))
