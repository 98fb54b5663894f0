"""Who stands beside a verb of saying and does not speak: the one told, asked, met or accused."""

from __future__ import annotations

import pytest

from newsmodel.quotes import FoundQuote, find_quotes


def only(text: str, language: str) -> FoundQuote:
    (quote,) = find_quotes(text, language)
    return quote


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nach dem Treffen mit Anna Lehm sagte Jan Kos: „Nein.“"),
        ("de", "Auf die Frage von Anna Lehm antwortete Jan Kos: „Nein.“"),
        ("de", "In einem Brief an Anna Lehm schrieb Jan Kos: „Nein.“"),
        ("de", "Gegenüber Anna Lehm sagte Jan Kos: „Nein.“"),
        ("de", "Dem Reporter Karl Roth sagte Jan Kos: „Nein.“"),
        ("de", "Nach dem Treffen mit Anna Lehm hat Jan Kos gesagt: „Nein.“"),
        ("de", "Der Vilkhover Zeitung sagte Jan Kos: „Nein.“"),
        ("de", "Der Norländischen Presse-Agentur sagte Jan Kos: „Nein.“"),
        ("de", "Der Polizei sagte Jan Kos: „Nein.“"),
        ("de", "Ihrer Anwältin sagte Jan Kos: „Nein.“"),
        ("de", "„Nein“, sagte Jan Kos der Norländischen Presse-Agentur."),
        ("de", "Dem „Boten“ sagte Jan Kos, das sei „falsch“."),
        ("nl", 'Na een gesprek met Anna Berg zei Jan Kos: "Nee."'),
        ("sv", 'Efter att Anna Berg avgått sade Jan Kos: "Nej."'),
        ("sv", 'Efter mötet med Anna Berg sade Jan Kos: "Nej."'),
        ("sv", 'I en intervju med Vilkhove Nyheter säger Jan Kos: "Nej."'),
        ("nb", "På spørsmål fra Anna Berg svarte Jan Kos: «Nei.»"),
        ("nb", "I en melding til Anna Berg skriver Jan Kos: «Nei.»"),
        ("da", "Efter mødet med Anna Berg sagde Jan Kos: »Nej.«"),
    ],
)
def test_where_the_verb_comes_second_who_speaks_stands_behind_it(language: str, text: str) -> None:
    quote = only(text, language)
    assert (quote.speaker, quote.person) == ("Jan Kos", "Jan Kos")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"Get out," Ann Lee was told.'),
        ("en", '"Get out," Ann Lee was ordered.'),
        ("en", '"Where were you?" Ann Lee was asked.'),
        ("en", 'Ann Lee was told: "Get out."'),
        ("en", 'Ann Lee was accused of "lying to the public".'),
        ("en", '"You are a danger," Lee heard the judge say.'),
        ("de", "„Nein“, wurde Anna Lehm mitgeteilt."),
        ("de", "Anna Lehm wurde gefragt: „Warum?“"),
        ("de", "„Nein“, bekam Anna Lehm zu hören."),
        ("de", "Nach dem Treffen mit Anna Lehm antwortete: „Nein.“"),
        ("de", "Anna Lehm wurde vorgeworfen, „gelogen“ zu haben."),
        ("nl", '"Nee", kreeg Anna Berg te horen.'),
        ("sv", '"Nej", fick Anna Berg höra.'),
        ("nb", '"Nei", fikk Anna Berg høre.'),
        ("fi", "”Ei”, kuuli Anna Salo."),
        ("fi", "Anna Salo kuuli: ”Ei.”"),
        ("fi", "”Ei”, sanottiin Anna Salolle."),
        ("fr", "Anne Roux a été accusée de « mentir »."),
        ("fr", "Anne Roux est accusée de « mentir »."),
        ("es", "Ana Gil fue acusada de «mentir»."),
        ("it", "Anna Neri è stata accusata di «mentire»."),
        ("uk", "«Ні», – почув Іван Петрук."),
        ("ru", "«Нет», — услышал Иван Петров."),
    ],
)
def test_who_is_told_asked_or_accused_does_not_speak(language: str, text: str) -> None:
    quote = only(text, language)
    assert (quote.speaker, quote.person) == (None, None)
    assert quote.confidence < 0.5


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", 'Ann Lee was described by Bob Roe as "a thief".', "Bob Roe"),
        ("en", 'Ann Lee, called "a thief" by Bob Roe, laughed.', "Bob Roe"),
        ("en", 'Ann Lee was quoted as saying: "No."', "Ann Lee"),
        ("en", 'Ann Lee was asked about it and said: "No."', "Ann Lee"),
        ("en", 'Ann Lee, however, said she was "very moved" by the news.', "Ann Lee, however"),
        ("de", "„Nein“, wird Anna Lehm zitiert.", "Anna Lehm"),
        ("de", "Jan Kos hat Anna Lehm vorgeworfen, „gelogen“ zu haben.", "Jan Kos"),
        ("de", "Der Sprecher der Polizei sagte: „Nein, nie.“", "Der Sprecher der Polizei"),
        ("de", "„Nein“, sagte ein Sprecher der Partei.", "ein Sprecher der Partei"),
        ("fr", "Jean Petit a été accusé de « mentir » par Anne Roux.", "Anne Roux"),
        ("fr", "Anne Roux l’a qualifié de « menteur ».", "Anne Roux"),
        ("es", "Juan Paz fue tildado de «mentiroso» por Ana Gil.", "Ana Gil"),
        ("it", "Marco Neri è stato accusato di «mentire» da Anna Rossi.", "Anna Rossi"),
        ("en", 'Ann Lee was cited by the Norland Herald as saying "no".', "Ann Lee"),
        ("en", 'Ann Lee was asked by a reporter and said: "No."', "Ann Lee"),
        ("en", 'Ann Lee was described by friends as "a fox".', "friends"),
        ("es", "Ana Gil fue descrita por amigos como «una zorra».", "amigos"),
        ("it", "Anna Neri è stata descritta da amici come «una volpe».", "amici"),
        (
            "en",
            'A man who was briefed on the ferry said "no".',
            "A man who was briefed on the ferry",
        ),
    ],
)
def test_beside_a_passive_still_speaks_who_does(language: str, text: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", 'Ann Lee, called "a thief" by Bob Roe, said "no".', ["Bob Roe", "Ann Lee"]),
        ("en", 'Ann Lee was called "a thief" by Bob Roe and said "no".', ["Bob Roe", "Ann Lee"]),
        (
            "fr",
            "Anne Roux, qualifiée de « folle » par Jean Petit, a dit « non ».",
            ["Jean Petit", "Anne Roux"],
        ),
        ("es", "Ana Gil, tildada de «loca» por Juan Paz, dijo: «No».", ["Juan Paz", "Ana Gil"]),
        ("it", "Anna Neri, definita «pazza» da Jan Kos, ha detto: «No».", ["Jan Kos", "Anna Neri"]),
    ],
)
def test_who_calls_another_so_does_not_say_what_follows(
    language: str, text: str, speakers: list[str]
) -> None:
    assert [quote.speaker for quote in find_quotes(text, language)] == speakers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lee was at home when Roe said it was “a bad joke”."),
        ("en", "The ferry stopped because Roe said it was “a bad joke”."),
        ("en", "While Roe said it was “a bad joke”, Lee went home."),
        ("de", "Die Fähre hielt, weil Roe meinte, es sei „ein schlechter Witz“."),
        ("nl", "Lee ging naar huis, terwijl Roe zei dat het “een slechte grap” was."),
        ("sv", "Lee gick hem medan Roe sade att det var ”ett dåligt skämt”."),
        ("nb", "Lee gikk hjem mens Roe sa at det var «en dårlig spøk»."),
        ("es", "Lee se fue, mientras Roe dijo que era «una mala broma»."),
        ("it", "Lee è andata via mentre Roe ha detto che era «un brutto scherzo»."),
        ("fr", "Lee est partie lorsque Roe a dit que c’était « une mauvaise blague »."),
    ],
)
def test_a_clause_has_a_subject_of_its_own(language: str, text: str) -> None:
    assert only(text, language).speaker == "Roe"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "Von der Au warf Viktor Kos „Verrat“ vor.", "Von der Au"),
        ("de", "Von der Au nannte Viktor Kos einen „Freund“.", "Von der Au"),
        ("de", "Von Lehm nannte die Ministerin „überfordert“.", "Von Lehm"),
        ("de", "Von der EU forderte Anna Lehm „Mut“.", "Anna Lehm"),
        ("de", "Von Betrug sprach Anna Lehm: „Nein.“", "Anna Lehm"),
        ("de", "Von der Regierung sagte Anna Lehm: „Nein.“", "Anna Lehm"),
        ("de", "Von Jan Kos sagte Anna Lehm: „Nein.“", "Anna Lehm"),
        ("de", "Von Lehm sagte Kos: „Nein.“", "Kos"),
        ("de", "Von Lehm wollte Kos wissen: „Wann?“", "Kos"),
        ("de", "Von Lehm wollte wissen: „Wann?“", "Von Lehm"),
        ("de", "Von der Au sagte Kos: „Nein.“", "Von der Au"),
        ("nl", "Van Vilkhove zei Kos: “Nee.”", "Kos"),
        ("nl", "Van Berg zei: “Nee.”", "Van Berg"),
        ("nl", "Van der Berg noemde Viktor Kos een “vriend”.", "Van der Berg"),
        ("nl", "Van der Berg zei: “Nee.”", "Van der Berg"),
        ("nl", "Onder meer Jan Kos zei: “Nee.”", "Jan Kos"),
        ("de", "Unter anderem sagte Jan Kos: „Nein.“", "Jan Kos"),
        ("de", "Unter anderem Jan Kos sagte: „Nein.“", "Jan Kos"),
    ],
)
def test_what_begins_like_a_preposition_may_be_a_name(
    language: str, text: str, speaker: str
) -> None:
    assert only(text, language).speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "« C’est fini », a dit le ministre à Anne Roux.", "le ministre"),
        ("fr", "« C’est fini », a dit le ministre à la Santé.", "le ministre à la Santé"),
        (
            "fr",
            "« Fini », dit la candidate à Vilkhove Anne Roux.",
            "la candidate à Vilkhove Anne Roux",
        ),
        (
            "it",
            "«No», dice la candidata a Vilkhove Anna Neri.",
            "la candidata a Vilkhove Anna Neri",
        ),
        ("es", "«No», dijo el candidato a Alcalde Juan Gil.", "el candidato a Alcalde Juan Gil"),
        ("de", "„Nein“, sagte Dekan der Universität Jan Kos.", "Dekan der Universität Jan Kos"),
        ("de", "„Nein“, sagte Obmann der Vereinigung Jan Kos.", "Obmann der Vereinigung Jan Kos"),
        ("de", "„Nein“, sagte Kos der Zeitung.", "Kos"),
        ("de", "„Nein“, sagte Jan Kos der Zeitung Neue Woche.", "Jan Kos"),
        ("es", "«Se acabó», dijo el alcalde a Ana Gil.", "el alcalde"),
        ("it", "«È finita», ha detto il ministro ad Anna Neri.", "il ministro"),
        ("sv", "”Det är slut”, sade ministern till Anna Berg.", "ministern"),
        ("nb", "«Det er slutt», sa ministeren til Anna Berg.", "ministeren"),
    ],
)
def test_who_an_office_says_it_to_is_no_part_of_it(language: str, text: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "On Monday the mayor smiled. “{}”", "the mayor"),
        ("en", "On Tuesday night Mayor Lee smiled. “{}”", "Mayor Lee"),
        ("en", "In May the mayor smiled. “{}”", "the mayor"),
        ("en", "On “Good Morning,” Mayor Lee, who lives here, smiled. “{}”", "Mayor Lee"),
        ("en", "When Roe came, Mayor Lee smiled. “{}”", "Mayor Lee"),
        ("fr", "En mai le maire a souri. « {} »", "le maire"),
        ("es", "En mayo la alcaldesa sonrió. «{}»", "la alcaldesa"),
        ("it", "In maggio il sindaco sorrise. «{}»", "il sindaco"),
    ],
)
def test_a_day_that_begins_a_sentence_leaves_it_its_subject(
    language: str, text: str, speaker: str
) -> None:
    before = "Jan Kos: “We have to go away now.”\n\n"
    said = "The ferry has to go on and on for all of them."
    assert find_quotes(before + text.format(said), language)[-1].speaker == speaker
