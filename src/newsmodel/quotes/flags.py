"""What a token can be: one bit each."""

from __future__ import annotations

__all__ = ["CUE", "LISTS", "SKIPPED"]

VERB = 1
WEAK = 1 << 1
GERUND = 1 << 2
TOLD = 1 << 3
AUX = 1 << 4
ADVERB = 1 << 5
PRONOUN = 1 << 6
RELATIVE = 1 << 7
DETERMINER = 1 << 8
STOP = 1 << 9
LINK = 1 << 10
CONJUNCTION = 1 << 11
TIME = 1 << 12
TITLE = 1 << 13
ROLE = 1 << 14
NOUN = 1 << 15
BY = 1 << 16
AFTER = 1 << 17
OBJECT = 1 << 18
IMPERSONAL = 1 << 19
WORD = 1 << 20
CAPITAL = 1 << 21
POINT = 1 << 22
QUOTE = 1 << 23
NUMBER = 1 << 24
PARTICLE = 1 << 25

CUE = VERB | WEAK | GERUND
SKIPPED = AUX | ADVERB

LISTS = {
    "verbs": VERB,
    "weak": WEAK,
    "gerunds": GERUND,
    "told": TOLD,
    "auxiliaries": AUX,
    "adverbs": ADVERB,
    "masculine": PRONOUN,
    "feminine": PRONOUN,
    "neuter": PRONOUN,
    "plural": PRONOUN,
    "other_pronouns": PRONOUN,
    "impersonal": IMPERSONAL,
    "objects": OBJECT,
    "relatives": RELATIVE,
    "determiners": DETERMINER,
    "stops": STOP,
    "linkers": LINK,
    "conjunctions": CONJUNCTION,
    "times": TIME,
    "titles": TITLE,
    "roles": ROLE,
    "nouns": NOUN,
    "passive_by": BY,
    "according_after": AFTER,
}
"""The bit of each list of `QuoteWords` whose words are tokens."""
