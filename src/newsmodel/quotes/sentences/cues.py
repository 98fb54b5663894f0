"""Cues: the words of a sentence that say someone said something, and who."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences import listeners, phrases, subjects
from newsmodel.quotes.sentences.tokens import Sentence, Token
from newsmodel.quotes.sentences.topics import topic
from newsmodel.quotes.words import QuoteWords

__all__ = ["Cue", "find_cues"]

Range = tuple[int, int]

_SUBJECTS = f.CAPITAL | f.DETERMINER | f.PRONOUN | f.ROLE | f.TITLE


@attrs.frozen(kw_only=True)
class Cue:
    """A verb, a phrase or a noun that attributes, with the words it attributes to."""

    at: int
    """Its first token."""
    end: int
    """The token after its last."""
    speaker: Range | None
    """The tokens of the speaker, if they stand with it."""
    kind: str
    """``verb``, ``weak``, ``phrase`` (according to), ``noun`` (the minister's statement), ``heard``
    (Lee was told): its speaker is who was spoken to, or of, so nobody known says it."""

    @property
    def first(self) -> int:
        """Where the whole attribution begins."""
        return min(self.at, self.speaker[0]) if self.speaker else self.at

    @property
    def last(self) -> int:
        """The token after the whole attribution."""
        return max(self.end, self.speaker[1]) if self.speaker else self.end


def find_cues(sentence: Sentence) -> list[Cue]:
    """The cues of a sentence, in order; a verb without a subject takes that of the one before."""
    cues: list[Cue] = []
    for at in range(sentence.low, sentence.high):
        if cues and at < cues[-1].end:
            continue
        cue = _cue_at(sentence, at, cues)
        if cue is not None:
            cues.append(cue)
    return cues


def _cue_at(sentence: Sentence, at: int, cues: Sequence[Cue]) -> Cue | None:
    token = sentence.tokens[at]
    if not token.flags & f.WORD:
        return None
    if own := _own_phrase_at(sentence, at):
        return _own_cue(sentence, own, cues)
    if (phrase := _phrase_at(sentence, at)) is not None:
        return phrase
    if token.flags & f.AFTER:
        return _postposition(sentence, at)
    if token.flags & f.NOUN and (noun := _noun_at(sentence, at)) is not None:
        return noun
    if listeners.is_hearing(sentence, at) and (heard := _heard(sentence, at)):
        return heard
    if token.flags & f.CUE and not _is_noun_here(sentence, at):
        return _verb_at(sentence, at, cues)
    return _unlisted_at(sentence, at)


def _unlisted_at(sentence: Sentence, at: int) -> Cue | None:
    """A verb in no list, known by its place: "…", fumed Lee; "…", espetó el ingeniero."""
    tokens, words = sentence.tokens, sentence.words
    if tokens[at].flags != f.WORD or at - 2 < sentence.low or at + 1 >= sentence.high:
        return None
    gaps = {",", "—", "–"} if words.dashes else {","}
    n = at - 1
    while n > max(sentence.low, at - 3) and tokens[n].text in gaps:
        n -= 1
    beside = n < at - 1 and tokens[n].flags & f.QUOTE
    if not words.inverted or not beside or not tokens[at + 1].flags & _SUBJECTS:
        return None
    if heard := _heard(sentence, at):
        return heard
    speaker = phrases.after(tokens, at, _next_quote(sentence, at), words, said=True)
    return Cue(at=at, end=at + 1, speaker=speaker, kind="verb") if speaker else None


def _heard(sentence: Sentence, at: int) -> Cue | None:
    """The cue that a verb makes whose seeming subject does not speak."""
    low, high = _last_quote(sentence, at), _next_quote(sentence, at)
    told = listeners.listener(sentence, at, low, high)
    return Cue(at=at, end=at + 1, speaker=told, kind="heard") if told else None


def _is_noun_here(sentence: Sentence, at: int) -> bool:
    """Whether a word that may be a verb is a noun: "the report", "Trump's claims", or a name."""
    token = sentence.tokens[at]
    if token.flags & f.CAPITAL and at > sentence.low and not _after_quote(sentence, at):
        return True
    if at == sentence.low or not token.flags & (f.NOUN | f.ROLE):
        return False
    previous = sentence.tokens[at - 1]
    if _is_possessive(previous, sentence.words) or previous.flags & f.DETERMINER:
        return True
    return not previous.flags & (
        f.PRONOUN | f.CAPITAL | f.ROLE | f.POINT | f.QUOTE | f.SKIPPED | f.RELATIVE | f.CONJUNCTION
    )


def _is_possessive(token: Token, words: QuoteWords) -> bool:
    return bool(words.endings) and token.text.endswith((*words.endings, "s’", "s'"))


def _after_quote(sentence: Sentence, at: int) -> bool:
    return bool(sentence.tokens[at - 1].flags & f.QUOTE)


def _phrase_at(sentence: Sentence, at: int) -> Cue | None:
    """The phrase that begins here, "according to X" and its like."""
    tokens = sentence.tokens
    for phrase in sentence.words.phrases.get(tokens[at].text.lower(), ()):
        if at + len(phrase) >= sentence.high:
            continue
        if at > sentence.low and " ".join(phrase) in sentence.words.according_first:
            continue
        if all(tokens[at + n].text.lower() == word for n, word in enumerate(phrase)):
            end = at + len(phrase)
            speaker = phrases.after(tokens, end - 1, _next_quote(sentence, end), sentence.words)
            speaker = speaker or _pronoun(sentence, end)
            if speaker:
                return Cue(at=at, end=end, speaker=speaker, kind="phrase")
    return None


def _pronoun(sentence: Sentence, at: int) -> Range | None:
    """A pronoun that stands by itself: "according to her, …", but not "to her doctor"."""
    tokens = sentence.tokens
    if at >= sentence.high or tokens[at].text.lower() not in sentence.words.forms:
        return None
    alone = at + 1 == sentence.high or tokens[at + 1].flags & (f.POINT | f.QUOTE | f.AUX)
    return (at, at + 1) if alone else None


def _own_phrase_at(sentence: Sentence, at: int) -> Range | None:
    """The phrase with a pronoun that begins here: "in her words", "за її словами"."""
    tokens = sentence.tokens
    for phrase in sentence.words.own_phrases.get(tokens[at].text.lower(), ()):
        end = at + len(phrase)
        if end <= sentence.high and all(
            tokens[at + n].text.lower() == word for n, word in enumerate(phrase)
        ):
            return at, end
    return None


def _own_cue(sentence: Sentence, place: Range, cues: Sequence[Cue]) -> Cue | None:
    """What such a phrase attributes to its pronoun.

    Nothing where somebody speaks before it, "Lee told Dahl in her words that", nor where it is no
    person's and the sentence has a subject: "the council, in its words, is".
    """
    at, end = place
    tokens, words = sentence.tokens, sentence.words
    own = next(n for n in range(at, end) if tokens[n].text.lower() in words.forms)
    if any(cue.speaker and cue.speaker[1] <= at for cue in cues):
        return None
    if tokens[own].text.lower() not in words.gendered and topic(sentence, at):
        return None
    return Cue(at=at, end=end, speaker=(own, own + 1), kind="phrase")


def _postposition(sentence: Sentence, at: int) -> Cue | None:
    """A speaker and the word after it: "X zufolge", "X:n mukaan"."""
    low = _last_quote(sentence, at)
    speaker = subjects.before(sentence.tokens, low, at, sentence.words)
    return Cue(at=at, end=at + 1, speaker=speaker, kind="phrase") if speaker else None


def _noun_at(sentence: Sentence, at: int) -> Cue | None:
    """What somebody said, as a noun: "Lee's claim", where a quotation follows."""
    tokens, words = sentence.tokens, sentence.words
    if at == sentence.low or _next_quote(sentence, at) == sentence.high:
        return None
    if words.inverted and (owner := _owner(sentence, at)) is not None:
        return Cue(at=at, end=at + 1, speaker=owner, kind="noun")
    n = at - 1
    while n > sentence.low and n > at - 3 and not _is_possessive(tokens[n], words):
        n -= 1
    if not _is_possessive(tokens[n], words):
        return None
    start = n
    while (
        start > sentence.low
        and (
            phrases.is_name_like(tokens[start - 1])
            or tokens[start - 1].flags & (f.DETERMINER | f.TITLE)
        )
        and not tokens[start - 1].flags & (f.STOP | f.LINK | f.CONJUNCTION)
    ):
        start -= 1
    return Cue(at=at, end=at + 1, speaker=(start, n + 1), kind="noun")


def _owner(sentence: Sentence, at: int) -> Range | None:
    """The one named after a noun: "in dem Brief von Ann Lee", "у заяві компанії"."""
    tokens = sentence.tokens
    start = at + 1
    linked = start < sentence.high and bool(tokens[start].flags & f.LINK)
    first = tokens[start + linked].flags if start + linked < sentence.high else 0
    if not first & (f.CAPITAL | f.ROLE | f.TITLE) or (not linked and not sentence.words.inflected):
        return None
    return phrases.after(tokens, start + linked - 1, sentence.high, sentence.words)


def _verb_at(sentence: Sentence, at: int, cues: Sequence[Cue]) -> Cue:
    token = sentence.tokens[at]
    if token.flags & f.IMPERSONAL:
        noun = cues[-1] if cues and cues[-1].kind == "noun" else None
        return Cue(at=at, end=at + 1, speaker=noun.speaker if noun else None, kind="verb")
    low, high = _last_quote(sentence, at), _next_quote(sentence, at)
    if not _agent(sentence, at, low, high) and (heard := _heard(sentence, at)):
        return heard
    kind = "verb" if token.flags & (f.VERB | f.GERUND) else "weak"
    return Cue(at=at, end=at + 1, speaker=_subject(sentence, at, cues), kind=kind)


def _subject(sentence: Sentence, at: int, cues: Sequence[Cue]) -> Range | None:
    """The subject of a verb: after it where it follows a quotation, else before it."""
    tokens, words = sentence.tokens, sentence.words
    low, high = _last_quote(sentence, at), _next_quote(sentence, at)
    if (agent := _agent(sentence, at, low, high)) is not None:
        return agent
    found = subjects.before(tokens, low, at, words)
    if found and _is_agent(sentence, low, found):
        found = topic(sentence, at)
    told = tokens[at].flags & f.TOLD and (found or tokens[at].flags & f.GERUND)
    asked = at + listeners.asked_of(sentence, at, high)
    told = asked == at + 1 or (told and words.oblique is None)
    following = None if told else phrases.after(tokens, asked, high, words, said=True)
    if following and _right_first(sentence, at, low):
        return following
    participle = tokens[at].flags & f.CUE == f.GERUND
    if participle and (shared := _main_subject(sentence, cues)):
        return shared
    if found and not listeners.is_declined(sentence, found, at, high):
        return _stated(sentence, found, at, cues)
    if following and words.inverted and not _coordinated(tokens, low, at):
        return following
    shared = cues[-1].speaker if cues else None
    return shared if shared and not tokens[shared[0] - 1].flags & f.BY else topic(sentence, at)


def _is_agent(sentence: Sentence, low: int, found: Range) -> bool:
    """Whether words name who calls somebody so, not who speaks: "called “a liar” by Lee, said"."""
    tokens = sentence.tokens
    by = low > sentence.low and tokens[low].flags & f.BY
    return bool(by) and not any(t.flags & f.POINT for t in tokens[low : found[0]])


def _right_first(sentence: Sentence, at: int, low: int) -> bool:
    """Whether a subject after the verb is likelier than one before it.

    It is where the verb follows the quotation; in most languages also where it begins the
    sentence or a clause.
    """
    tokens = sentence.tokens
    if low > sentence.low and _only_skipped(tokens, low, at):
        return True
    clause = bool(tokens[at].flags & f.VERB) and tokens[at - 1].text == ","
    begins = at == sentence.low or clause
    return sentence.words.inverted and (begins or listeners.is_fronted(sentence, at, low))


def _stated(sentence: Sentence, found: Range, at: int, cues: Sequence[Cue]) -> Range | None:
    """The subject, unless it is the empty one of "in Lee's statement, it was said that"."""
    tokens, words = sentence.tokens, sentence.words
    empty = tokens[found[0]].text.lower() in words.neuter and not tokens[at].flags & f.GERUND
    if empty and any(t.text.lower() in words.passive for t in tokens[found[1] : at]):
        return cues[-1].speaker if cues and cues[-1].kind == "noun" else None
    return found


def _main_subject(sentence: Sentence, cues: Sequence[Cue]) -> Range | None:
    """The subject a participle shares: that of the verb before it, if not in a relative clause."""
    for cue in reversed(cues):
        if cue.speaker and not sentence.tokens[cue.speaker[0]].flags & f.RELATIVE:
            return cue.speaker
    return None


def _agent(sentence: Sentence, at: int, low: int, high: int) -> Range | None:
    """The one named after "by": "called a fraud by critics"."""
    tokens, words = sentence.tokens, sentence.words
    if not words.passive_by:
        return None
    near = list(range(at + 1, min(high, at + 3)))
    participle = tokens[at - 1].text == "," and high - at <= 2
    if high + 1 < sentence.high and (participle or listeners.is_passive(sentence, at, low)):
        near.append(high + 1)
    for n in near:
        if tokens[n].flags & f.BY:
            until = sentence.high if n > high else high
            found = phrases.after(tokens, n, until, words) or _bare(tokens, n + 1, until)
            more = found and n < high and _says_more(tokens, found[1], high)
            return None if more else found
    return None


def _bare(tokens: Sequence[Token], at: int, high: int) -> Range | None:
    """A noun that nothing tells of: "by friends"."""
    return (at, at + 1) if at < high and tokens[at].flags == f.WORD else None


def _says_more(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether another verb leads to the quotation: "cited by them as saying", "by her and said"."""
    return any(t.flags & (f.VERB | f.GERUND) and not t.flags & f.NOUN for t in tokens[low:high])


def _coordinated(tokens: Sequence[Token], low: int, at: int) -> bool:
    while at - 1 >= low and tokens[at - 1].flags & f.SKIPPED:
        at -= 1
    return at - 1 >= low and bool(tokens[at - 1].flags & f.CONJUNCTION)


def _only_skipped(tokens: Sequence[Token], low: int, at: int) -> bool:
    return all(t.flags & (f.POINT | f.SKIPPED) for t in tokens[low:at])


def _last_quote(sentence: Sentence, at: int) -> int:
    for n in range(at - 1, sentence.low - 1, -1):
        if sentence.tokens[n].flags & f.QUOTE:
            return n + 1
    return sentence.low


def _next_quote(sentence: Sentence, at: int) -> int:
    for n in range(at, sentence.high):
        if sentence.tokens[n].flags & f.QUOTE:
            return n
    return sentence.high
