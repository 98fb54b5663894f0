"""The words a language attributes quotations with."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from newsmodel.quotes import flags as f

__all__ = ["SMALL", "QuoteWords"]

Words = tuple[str, ...]

SMALL = frozenset(
    "af al av bin da das de del della den der di do dos du e el la le ten ter van von y zu".split()
)
"""The small words in names, which keep them in every language."""

_ADVERB = 6
_LONGEST_STEM = 24


@attrs.frozen(kw_only=True, cache_hash=True)
class QuoteWords:
    """The words of one language.  A word may end in ``*``: any word that begins so.

    ``attrs.evolve(words_for("en"), verbs=words_for("en").verbs + ("opines",))`` adds one.
    """

    language: str = "und"
    """The language, as in the name of the data file."""
    verbs: Words = ()
    """Verbs of saying, in every form that attributes: "said", "says"."""
    weak: Words = ()
    """Verbs that attribute the fragment they govern: "called", "denounced"."""
    gerunds: Words = ()
    """Forms whose subject is that of the sentence: "adding", "um hinzuzufügen"."""
    told: Words = ()
    """Those of the verbs that a person addressed may follow: their subject only where none stands
    before them."""
    hearing: Words = ()
    """Verbs whose subject is told it: "heard", "bekam", "sanottiin"."""
    accused: Words = ()
    """Participles whose passive has for its subject who is said to have done it: "vorgeworfen"."""
    cited: Words = ()
    """Verbs whose passive has the speaker for its subject: "zitiert"."""
    fronted: Words = ()
    """Words that begin a sentence whose subject stands behind its verb: "Nach", "Efter"; none but
    where the verb comes second."""
    focusing: Words = ()
    """Phrases that begin so and leave the subject before its verb: "onder meer"."""
    about: Words = ()
    """Verbs that go with a word names begin with: "sprach", for "Von Betrug sprach Kern"."""
    passive_by: Words = ()
    """What names the speaker of a passive: "by"."""
    auxiliaries: Words = ()
    """Words between a subject and its verb: "has", "hat", "a"."""
    adverbs: Words = ()
    """Adverbs that may stand there too."""
    adverb_endings: Words = ()
    """Endings that make a word one: "ly"."""
    participle_endings: Words = ()
    """Endings of a word that begins a sentence and is no name: "Visiting"."""
    plural_endings: Words = ()
    """Endings of a verb that no one person is the subject of."""
    according: Words = ()
    """Phrases before a speaker: "according to"."""
    according_first: Words = ()
    """Those that attribute only at the beginning of a sentence: "for", as in "for Lee it is …"."""
    according_after: Words = ()
    """Words after one: "zufolge", "mukaan"."""
    according_own: Words = ()
    """Phrases with a pronoun where "_" stands: "in _ words", for "in her words".  One without "_"
    names nobody and is passed over."""
    masculine: Words = ()
    """Pronouns of a man as subject."""
    feminine: Words = ()
    """Pronouns of a woman."""
    neuter: Words = ()
    """Pronouns of a thing, also of an organisation."""
    plural: Words = ()
    """Pronouns of several."""
    other_pronouns: Words = ()
    """Further pronouns: of either, of the speaker, of the reader."""
    masculine_forms: Words = ()
    """What stands for a man otherwise, as object or possessive: "him", "his"."""
    feminine_forms: Words = ()
    """The same for a woman: "her"."""
    other_forms: Words = ()
    """The same for either, a thing or several: "their"."""
    relatives: Words = ()
    """Relative pronouns."""
    determiners: Words = ()
    """Articles, possessives, numbers: a noun phrase begins with them."""
    stops: Words = ()
    """Prepositions and subordinators that end the words of a speaker."""
    linkers: Words = ()
    """Prepositions that go on with them: "of"."""
    addressing: Words = ()
    """Those of them before whom it is said to, where a full name follows: "à Anne Roux"."""
    conjunctions: Words = ()
    """Words that begin another clause: "and", "that"; also "when", which is among the stops too."""
    times: Words = ()
    """Days, months and their like: no names."""
    titles: Words = ()
    """Words before a name: "Mr", "Dr"."""
    male_titles: Words = ()
    """Those of a man, with roles that name a man."""
    female_titles: Words = ()
    """Those of a woman."""
    roles: Words = ()
    """Nouns of those who speak: "minister", "spokesman"."""
    nouns: Words = ()
    """What is said, after a possessive: "the minister's statement"."""
    media: Words = ()
    """Phrases that tell the medium: "in a statement"."""
    title_hints: Words = ()
    """Words before the title of a work: "titled", "film"."""
    scare_hints: Words = ()
    """Words before a scare quote: "so-called"."""
    scare_as: Words = ()
    """Words that put somebody's name for a thing after them, so no title: "as"."""
    abbreviations: Words = ()
    """Words whose full stop ends no sentence."""
    organisations: Words = ()
    """Words in the names of organisations."""
    particles: Words = ()
    """Small words in names: "von", "de"."""
    given: Words = ()
    """Small words, and months, that are given names as well: "Hans", "April"."""
    days: Words = ()
    """Those of them that are days and begin a sentence by themselves: "Domenica"."""
    endings: Words = ()
    """Endings to cut off a name: "’s"."""
    enclitics: Words = ()
    """Pronouns joined to the verb by a hyphen: "-t-il"."""
    elisions: Words = ()
    """Beginnings joined to the next word by an apostrophe: "l", "dell"."""
    contractions: Words = ()
    """Verbs joined to a pronoun by an apostrophe: "s", "ve"."""
    objects: Words = ()
    """Pronouns that are no subject: "him", "them"."""
    impersonal: Words = ()
    """Verbs that have no speaker for a subject: "heißt", "йдеться"."""
    inner_comma: bool = False
    """Whether an attribution stands between commas inside the marks, as in French."""
    passive: Words = ()
    """Forms of the verb that makes a passive: "was" in "it was said"."""
    reflexives: Words = ()
    """What makes no passive of one: "s’" in "s’est dit"."""
    compounds: bool = False
    """Whether a noun of one who speaks ends longer ones too: "Polizeisprecherin"."""
    inverted: bool = False
    """Whether a subject may follow its verb before a quotation too, as in most languages."""
    dashes: bool = False
    """Whether the language prints dialogue after a dash."""
    subject_first: bool = False
    """Whether a subject may stand before its verb behind such dialogue: "– Ei, Salo sanoo."."""
    inflected: bool = False
    """Whether names change their endings by case."""
    patronymics: Words = ()
    """Endings of middle names that tell the father's; where there are none, of three names after
    an office the first is no person's: "мер Києва Іван Зразок"."""
    masculine_names: Words = ()
    """Patterns of full names, in small letters, whose form tells that they are a man's."""
    feminine_names: Words = ()
    """The same for a woman's."""
    genitives: Words = ()
    """Patterns of those that may stand in the genitive, so that behind an office it is theirs."""
    obliques: Words = ()
    """Patterns of names in a case that is no subject's: "Олені Марчук"; one word or in full."""
    datives: Words = ()
    """Patterns of an article and a noun, in small letters, that are no subject: "der Zeitung"."""
    foreign_names: Words = ()
    """Patterns of those that are a subject's as well where nobody else is: "Раду Зразок"."""
    told_surnames: Words = ()
    """Patterns of surnames that no verb in the plural has for a subject: "Ковалю сказали"."""
    capital_nouns: bool = False
    """Whether every noun begins with a capital, as in German."""

    @functools.cached_property
    def lexicon(self) -> Mapping[str, int]:
        """The flags of each whole word."""
        table: dict[str, int] = {}
        for word, flag in self._flagged():
            if not word.endswith("*"):
                table[word] = table.get(word, 0) | flag
        return table

    @functools.cached_property
    def stems(self) -> Mapping[str, int]:
        """The flags of each beginning that ends in ``*`` in the lists."""
        table: dict[str, int] = {}
        for word, flag in self._flagged():
            if word.endswith("*"):
                table[word[:-1]] = table.get(word[:-1], 0) | flag
        return table

    def _flagged(self) -> Iterator[tuple[str, int]]:
        for phrase in self.according:
            if " " not in phrase:
                yield phrase.lower(), f.STOP
        for name, flag in f.LISTS.items():
            for word in getattr(self, name):
                if " " not in word:
                    yield word.lower(), flag

    @functools.cached_property
    def phrases(self) -> Mapping[str, Sequence[Words]]:
        """The phrases before a speaker by their first word, in small letters, longest first."""
        return _by_first_word((*self.according, *self.according_first))

    @functools.cached_property
    def particle_rows(self) -> Mapping[str, Sequence[Words]]:
        """The small words in names, in the same way."""
        return _by_first_word(self.particles)

    @functools.cached_property
    def focusing_rows(self) -> Mapping[str, Sequence[Words]]:
        """The phrases that leave the subject before its verb, in the same way."""
        return _by_first_word(self.focusing)

    @functools.cached_property
    def own_phrases(self) -> Mapping[str, Sequence[Words]]:
        """The phrases in which a pronoun names the speaker, in the same way."""
        rows = [p for p in self.according_own if "_" in p.split()]
        filled = [p.replace("_", form) for p in rows for form in self.forms]
        return _by_first_word(filled)

    @functools.cached_property
    def forms(self) -> frozenset[str]:
        """What stands for a speaker and is no subject: "him", "her", "their"."""
        return frozenset((*self.gendered, *self.other_forms))

    @functools.cached_property
    def gendered(self) -> frozenset[str]:
        """Those of them that stand for a man or a woman."""
        return frozenset((*self.masculine_forms, *self.feminine_forms))

    @functools.cached_property
    def mans_name(self) -> re.Pattern[str] | None:
        """A pattern of the full names that are a man's by their form; None without any."""
        return _any_of(self.masculine_names)

    @functools.cached_property
    def womans_name(self) -> re.Pattern[str] | None:
        """A pattern of those that are a woman's."""
        return _any_of(self.feminine_names)

    @functools.cached_property
    def genitive(self) -> re.Pattern[str] | None:
        """A pattern of those that may stand in the genitive."""
        return _any_of(self.genitives)

    @functools.cached_property
    def oblique(self) -> re.Pattern[str] | None:
        """A pattern of those that are in a case that is no subject's."""
        return _any_of(self.obliques)

    @functools.cached_property
    def dative(self) -> re.Pattern[str] | None:
        """A pattern of nouns with an article that shows their case."""
        return _any_of(self.datives)

    @functools.cached_property
    def foreign_name(self) -> re.Pattern[str] | None:
        """A pattern of those that are a subject's as well."""
        return _any_of(self.foreign_names)

    @functools.cached_property
    def told_surname(self) -> re.Pattern[str] | None:
        """A pattern of surnames in a case that is no subject's."""
        return _any_of(self.told_surnames)

    @functools.cached_property
    def media_rows(self) -> Mapping[str, Sequence[Words]]:
        """The phrases that tell the medium, in the same way."""
        return _by_first_word(self.media)

    @functools.cached_property
    def medium(self) -> re.Pattern[str] | None:
        """A pattern of the phrases that tell the medium; None without any."""
        if not self.media:
            return None
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.media))})\b", re.IGNORECASE)

    @functools.cached_property
    def short(self) -> frozenset[str]:
        """The abbreviations, as a set."""
        return frozenset(self.abbreviations)

    @functools.cached_property
    def flags(self) -> Callable[[str], int]:
        """What a word may be, by the lists and by its first letter: bits of `flags`."""
        return functools.lru_cache(maxsize=8192)(self._flags)

    @functools.cached_property
    def role_endings(self) -> Words:
        """What may end a compound that names one who speaks; none in most languages."""
        roles = (role.rstrip("*") for role in self.roles) if self.compounds else ()
        return tuple(role for role in roles if len(role) > 4)

    def _flags(self, word: str) -> int:
        lower = word.lower().replace("’", "'").rstrip("'")
        found = self.lexicon.get(lower, 0)
        sizes = range(min(len(lower), _LONGEST_STEM), 2, -1)
        for size in sizes if self.stems and not found else ():
            if found := self.stems.get(lower[:size], 0):
                break
        if not found and self.role_endings and lower.endswith(self.role_endings):
            found = f.ROLE
        if (
            not found
            and lower.endswith(self.adverb_endings)
            and (lower == word or len(word) > _ADVERB)
        ):
            found = f.ADVERB
        if word[0].isupper():
            return found | f.WORD | f.CAPITAL
        return found | f.WORD | (f.NUMBER if word[0].isdigit() else 0)


def _any_of(patterns: Words) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, Sequence[Words]]:
    """Phrases by their first word, in small letters, longest first."""
    table: dict[str, list[Words]] = {}
    for row in sorted((tuple(p.lower().split()) for p in phrases), key=len, reverse=True):
        table.setdefault(row[0], []).append(row)
    return table
