"""Who says what."""

import time

import attrs
import pytest
from hypothesis import example, given, strategies as st

from newsmodel.language.marks import marks_for
from newsmodel.model import QuoteKind
from newsmodel.quotes import FoundQuote, QuoteWords, find_quotes, languages, words_for
from tests.quotes.sampled import LANGUAGES, articles


def only(text: str, language: str = "en", known: tuple[str, ...] = ()) -> FoundQuote:
    (quote,) = find_quotes(text, language, known=known)
    return quote


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We will not go," said Ann Lee.', "Ann Lee"),
        ('Ann Lee said, "We will not go."', "Ann Lee"),
        ('"We will not go," Ann Lee, a lawyer, told reporters.', "Ann Lee, a lawyer"),
        ('According to Ann Lee, it was "a bad day".', "Ann Lee"),
        ('It was "a bad day", according to the ministry.', "the ministry"),
        ('Ann Lee: "We will not go."', "Ann Lee"),
        ("“Never again.” — Ann Lee", "Ann Lee"),
        ('In the ministry\'s statement, it was said that "all is well with us."', "the ministry"),
        ('She called the plan "a farce".', "She"),
        ('Ann Lee, who was there, said they had "no idea at all".', "Ann Lee, who was there"),
        ('"We will not go," said the Rev. Ann Lee (D-Ohio).', "the Rev. Ann Lee (D-Ohio)"),
        ('On Monday the company said it was "very sorry".', "the company"),
        ('He was called "a fool" by Ann Lee.', "Ann Lee"),
        ('"Why not?" asked Ann Lee.', "Ann Lee"),
        ('"Be careful," warned the mayor.', "the mayor"),
        ('Ann Lee told Bob Roe: "We will not go."', "Ann Lee"),
        ('Ann Lee said no, telling Bob Roe: "We will not go."', "Ann Lee"),
    ],
)
def test_where_the_speaker_stands(text: str, speaker: str) -> None:
    quote = only(text)
    assert quote.speaker == speaker
    assert quote.speaker_span is not None
    assert text[slice(*quote.speaker_span)] == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "According to {}, the ferry is “a gift to the village”.", "Ann Lee"),
        ("en", "According to {}, this ferry remains “a gift to the village”.", "mayor Ann Lee"),
        ("en", "According to {}, the ferry is “a gift to all”.", "Ann Lee, the mayor of Vilkhove"),
        ("fr", "Selon {}, le bac reste « un cadeau pour tout le village ».", "Anne Durand"),
        ("es", "Según {}, el ferry sigue siendo “un regalo para el pueblo”.", "Ana Ruiz"),
        ("it", "Secondo {}, il traghetto resta “un regalo per il paese”.", "Anna Berti"),
        ("uk", "На думку {}, Вільхове отримало «подарунок для села».", "Ольги Марчук"),
        ("ru", "По мнению {}, Вильхово получило «подарок для деревни».", "Ольги Марчук"),
    ],
)
def test_what_the_quotation_is_of_is_no_apposition(language: str, text: str, speaker: str) -> None:
    assert only(text.format(speaker), language).speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "According to {}, the ferry is “a gift to the whole village”.", "Jan Kos"),
        ("en", "“We will sail again in the spring,” said mayor {} on Monday.", "Jan Kos"),
        ("en", "“We will sail again in the spring,” {} said in May.", "April Novak"),
        ("en", "Mayor {} said: “We will sail again in the spring.”", "May Novak"),
        ("de", "„Wir fahren wieder“, sagte Bürgermeister {} Anfang August.", "August Becker"),
        ("de", "Laut {} ist die Fähre „ein Geschenk für alle“.", "August Becker"),
        ("es", "“Volveremos en primavera”, dijo el alcalde {} en julio.", "Julio Ruiz"),
        ("fr", "« Nous repartirons », a dit la maire {} en avril.", "Avril Durand"),
        ("it", "“Torneremo in primavera”, ha detto la sindaca {} domenica.", "Domenica Berti"),
        ("sv", "”Vi seglar igen i vår”, säger {} i maj.", "Maj Berg"),
        ("nb", "«Vi seiler igjen», sier ordfører {} i august.", "August Dahl"),
        ("nl", "“We varen weer”, zei burgemeester {} in juni.", "Juni Visser"),
        ("en", "“We will sail again in the spring,” said {}.", "Ann May"),
        ("en", "“We will sail again in the spring,” {} said.", "Olha May"),
        ("it", "{} ha detto: “Torneremo in primavera”.", "Domenica Berti"),
        ("es", "{} dijo: “Volveremos en primavera”.", "Julio César Ruiz"),
    ],
)
def test_a_month_beside_a_name_is_a_part_of_it(language: str, text: str, person: str) -> None:
    quote = only(text.format(person), language)
    assert quote.person == person
    assert person in (quote.speaker or "")


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "In May Novak said: “We will sail again in the spring.”", "Novak"),
        ("en", "“We will sail again,” said Lee in early May. Ann Novak agreed.", "Lee"),
        ("de", "„Wir fahren wieder“, sagte Becker Ende August Gästen im Rathaus.", "Becker"),
        ("es", "“Volveremos en primavera”, dijo en julio Ana Ruiz.", "Ana Ruiz"),
        ("en", "“We will sail again,” said Lee on May 5.", "Lee"),
        ("en", "“We will sail again,” Mrs May said.", "Mrs May"),
        ("en", "“We will sail again,” May said.", "May"),
        ("en", "The mayor may say: “We will sail again.”", "The mayor"),
        ("de", "Am 5. Mai sagte Anna Becker: „Wir fahren wieder.“", "Anna Becker"),
    ],
)
def test_a_month_stays_one_where_no_name_is_led_to(language: str, text: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        'He sang in the film "The Long Road" for years.',
        'Robert "Bobby" Scott came.',
        'The so-called "summit" failed.',
        'On "Face the Harbour," they talk.',
        '<a href="index">',
        'He is 6\'3" tall, and it is 5" wide.',
    ],
)
def test_titles_nicknames_and_scare_quotes_are_none(text: str) -> None:
    assert find_quotes(text, "en") == ()


def test_a_quotation_interrupted_by_its_attribution_is_one() -> None:
    first, second = find_quotes('"The money," she added, "is there."', "en")
    assert first.group == second.group
    assert (first.kind, second.kind) == (QuoteKind.DIRECT, QuoteKind.DIRECT)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("– Silta kestää, Salo sanoo.", "Silta kestää", "Salo"),
        ("– Jos se nousee, Silta vastaa, sanoo Salo.", "Jos se nousee, Silta vastaa", "Salo"),
        (
            "– Jos se nousee, Salo vastaa. Se on noin, sanoo Kos.",
            "Jos se nousee, Salo vastaa. Se on noin",
            "Kos",
        ),
        ("– Silta kestää, hän sanoo.", "Silta kestää", "hän"),
        ("– Silta kestää, pormestari Anna Salo sanoo.", "Silta kestää", "pormestari Anna Salo"),
        ("– Silta kestää, sanoo Salo.", "Silta kestää", "Salo"),
    ],
)
def test_behind_a_dash_a_finnish_verb_may_come_last(text: str, words: str, speaker: str) -> None:
    quote = only(text, "fi")
    assert (text[quote.start : quote.end], quote.speaker) == (words, speaker)


def test_two_fragments_of_a_sentence_are_two() -> None:
    first, second = find_quotes('Lee called it "a big mess" and "a shame".', "en")
    assert first.group != second.group
    assert first.kind is QuoteKind.PARTIAL
    assert first.speaker == second.speaker == "Lee"


def test_all_parts_of_an_attribution() -> None:
    text = 'In a statement, Lee said: "We are here to stay."'
    quote = only(text)
    assert (quote.cue, quote.medium, quote.kind) == ("said", "In a statement", QuoteKind.DIRECT)
    assert quote.attribution_span is not None
    assert text[slice(*quote.attribution_span)] == "Lee said"
    assert quote.marks == ('"', '"')
    assert 0.8 < quote.confidence <= 1


def test_a_surname_a_pronoun_and_a_role_are_resolved() -> None:
    text = (
        "Mayor Ann Lee met the Envoy of Norland to the League, Bo Dahl.\n"
        '"It was good," said Lee. "It was fine," she said.\n'
        '"It was long," said Norland\'s Envoy to the League.'
    )
    assert [q.person for q in find_quotes(text, "en")] == ["Ann Lee", "Ann Lee", "Bo Dahl"]


def test_a_pronoun_passes_over_a_name_of_the_other_gender() -> None:
    text = 'Mrs Ann Lee met the spokesman Bo Dahl.\n"It was a good day for us," she said.'
    assert only(text).person == "Ann Lee"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Addressing Parliament, Mr Roe said: "No."'),
        ("en", 'Leaving Vilkhove Street, he said: "No."'),
        ("fr", "Visitant Vilkhove, il a dit : « Non. »"),
        ("es", "Visitando Vilkhove, él dijo: «No»."),
        ("pt", 'Segundo Ana Gil, Roe disse: "É falso".'),
        ("pt", 'Ontem Ana Gil disse: "É falso".'),
        ("pl", "Wczoraj Jan Kos powiedział: „Nie”."),
        ("en", 'Ann Lee met Bob Roe. "It went well," she said.'),
        ("uk", "У Вільхові Петрук сказав: «Ні»."),
    ],
)
def test_nobody_is_made_up(language: str, text: str) -> None:
    assert only(text, language).person is None


def test_a_pronoun_means_the_one_of_two_whose_gender_is_told() -> None:
    assert only('Mrs Ann Lee met Bob Roe. "It went well," she said.').person == "Ann Lee"


def test_a_turkish_verb_behind_a_short_quotation_leaves_it_one() -> None:
    assert only('Kos, "Köprü hazır" dedi.', "tr").speaker == "Kos"


def test_behind_a_condition_a_finnish_clause_is_no_attribution() -> None:
    assert not find_quotes("– Jos Salo kysyy, Kos vastaa.", "fi")
    assert only("– Jos Salo kysyy, vastaan, Kos sanoo.", "fi").speaker == "Kos"


def test_where_no_words_are_kept_a_name_is_still_one() -> None:
    assert only('Ana Maria Gil: "É falso".', "pt").person == "Ana Maria Gil"
    assert only("Podle Jana Kose: „Ne.“", "cs").person == "Jana Kose"


def test_a_caption_names_who_the_text_does_not() -> None:
    text = '"It was long," said the envoy to the League.'
    assert only(text).person is None
    assert only(text, known=("Envoy of Norland to the League Bo Dahl",)).person == "Bo Dahl"


def test_case_endings_are_looked_through() -> None:
    text = "Учора прийшов Іван Петрук. За словами Петрука, усе «вже дуже добре»."
    assert only(text, "uk").person == "Іван Петрук"


def test_own_words() -> None:
    text = "“We go,” Lee burbled. The minister of Ohio wept."
    words = words_for("en")
    more = attrs.evolve(words, verbs=(*words.verbs, "burbled"))
    assert [q.speaker for q in find_quotes(text, "en", words=more)] == ["Lee"]
    assert find_quotes(text, words=more)[0].cue == "burbled"


def test_an_unknown_language_still_finds_marks() -> None:
    assert words_for("xx") == QuoteWords(language="xx", inverted=True)
    assert only("Blah blah: „Gorp florp nork“.", "xx").confidence > 0


def test_every_file_of_words_loads_and_says_something() -> None:
    assert set(languages()) >= {"en", "de", "fr", "uk", "ru", "es", "it", "fi", "sv"}
    assert all(words_for(tag).verbs and words_for(tag).roles for tag in languages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_text_always_gives_the_same_answer(language: str) -> None:
    text = "\n".join(text for text, _ in articles(language))
    assert find_quotes(text, language) == find_quotes(text, language)


PIECES = st.sampled_from(
    ["said", "Lee", "Ann", " ", ", ", ". ", "“", "”", '"', "'", "«", "»", "\n", "— ", "-", "he",
     "according to", "(", ")", ":", "сказав", "X", "U.S.", "’s", "dit-il", "l’", "…", "\u00a0", "="]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from([*LANGUAGES, None]))
def test_any_text_gives_quotations_in_order_and_within_it(text: str, language: str | None) -> None:
    check(text, find_quotes(text, language))


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    check(text, find_quotes(text))


UNPAIRED = st.sampled_from(["a", "Ann Lee", "the mayor", "who", ",", "(", ")", "[", "]", "“", "”"])


@given(st.lists(UNPAIRED, max_size=8).map(" ".join), st.sampled_from([*LANGUAGES, None]))
@example("a ) The mayor, Ann Lee", "en")
def test_brackets_and_marks_need_no_partner(subject: str, language: str | None) -> None:
    for text in (f"{subject}, said: “No.”", f"“No,” said {subject}."):
        check(text, find_quotes(text, language))


def check(text: str, quotes: tuple[FoundQuote, ...]) -> None:
    end = 0
    for quote in quotes:
        low, high = quote.start - len(quote.marks[0]), quote.end + len(quote.marks[1])
        assert end <= low <= quote.start < quote.end <= high <= len(text)
        assert text[low : quote.start] == quote.marks[0]
        assert text[quote.end : high] == quote.marks[1]
        assert (quote.speaker is None) == (quote.speaker_span is None)
        assert quote.speaker_span is None or text[slice(*quote.speaker_span)] == quote.speaker
        assert 0 <= quote.confidence <= 1
        end = high


@pytest.mark.parametrize(
    "text",
    [
        '"' * 200_000,
        "“" * 50_000 + "a" + "”" * 50_000,
        "He said “we are here,” and then " * 6_000,
        "“Yes, we can,” he said. Minister Ann Lee left.\n" * 4_000,
        "said " * 40_000 + "“well, well,” said Ann Lee",
        "— a, сказав Іван.\n" * 10_000,
        "O’" * 100_000 + "“yes, yes,” he said",
        "Der A" + "a" * 200_000 + " sagte Lehm: „Ja, wir auch.“",
    ],
    ids=["marks", "nested", "line", "paragraphs", "verbs", "dashes", "apostrophes", "word"],
)
def test_hostile_texts_take_no_longer_than_their_length(text: str) -> None:
    started = time.process_time()
    find_quotes(text, "de" if text.startswith("Der ") else "uk")
    assert time.process_time() - started < 20  # quadratic work would take minutes


@pytest.mark.parametrize(("wrong", "right"), [("ua", "uk"), ("jp", "ja"), ("en-UK", "en-GB")])
def test_a_wrong_tag_is_taken_for_what_it_means(wrong: str, right: str) -> None:
    assert words_for(wrong) == words_for(right)
    assert marks_for(wrong) == marks_for(right)
    text = "«Пором знову ходитиме», – сказала Анна Лі."
    assert find_quotes(text, wrong) == find_quotes(text, right)
