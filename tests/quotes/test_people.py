"""Who a speaker is: the person that an office, a surname or a pronoun means."""

from __future__ import annotations

import attrs
import pytest

from newsmodel.quotes import find_quotes, words_for


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“It was hard,” the minister said of Ann Lee."),
        ("en", "The judge told Bob Roe: “You are a danger.”"),
        ("en", "The judge met Bob Roe. “You are a danger,” the judge said."),
        ("en", "The mayor of Vilkhove met Bob Roe. “It was good,” the mayor said."),
        ("en", "The teacher said Bob Roe was “a bully”."),
        ("en", "“Who knows,” the victim told Detective Ann Lee."),
        ("en", "The mayor and Bob Roe came. “It was good,” said the mayor."),
        ("en", "According to Bob Roe, the mayor said it was “good”."),
        ("en", "Bob Roe, a lawyer for the mayor, came. “It was good,” said the mayor."),
        ("en", "Bob Roe, the spokesman of the ministry, came. “It was good,” said the ministry."),
        ("en", "The spokesman for President Bob Roe came. “It was good,” said the spokesman."),
        ("en", "“We go on,” said Mr Lee, whose sister Ann Lee died."),
        ("en", "A spokesman for Ann Marie Lee came. “It was good,” said the spokesman."),
        ("en", "Ann Lee, who was appointed by the mayor, left. “It was good,” said the mayor."),
        ("en", "Ann Lee, who was the mayor’s lawyer, left. “It was good,” said the mayor."),
        ("en", "Ann Lee, who is a friend of the mayor, left. “It was good,” said the mayor."),
        ("en", "The woman who was with Ann Lee in Bergen said: “It was good.”"),
        ("en", "The leader, who was in Bergen with Ann Lee, said: “It was good.”"),
        ("en", "Ann Lee came. A man who was at the ferry with Mayor Lee said: “It was good.”"),
        ("de", "„Ich freue mich“, sagte der Minister über Anna Lehm."),
        ("de", "Der Richter traf Anna Lehm. „Ich freue mich“, sagte der Richter."),
        ("fr", "« C’est dur », a dit le maire à Anne Roux."),
        ("es", "«Es duro», dijo el alcalde sobre Ana Gil."),
        ("it", "«Il ponte tiene», ha detto il ministro ad Anna Neri."),
        ("nl", "“De brug houdt”, zei de minister tegen Anna de Berg."),
        ("sv", "”Bron håller”, sade ministern till Anna Berg."),
        ("nb", "«Broen holder», sa ministeren til Anna Berg."),
        ("uk", "Журналісти запитали Олену Марчук: «Чому?»"),
        ("ru", "«Почему?» — спросили у Олены Марчук."),
        ("ru", "«Почему?» — спросил у Олены Марчук журналист."),
        ("uk", "«Чому?» – запитав у Олени Марчук журналіст."),
        ("ru", "«Почему?» — спросили у секретаря Олены Марчук."),
        ("ru", "Журналисты спросили Олену Марчук: «Почему?»"),
    ],
)
def test_who_stands_near_an_office_does_not_hold_it(language: str, text: str) -> None:
    assert find_quotes(text, language)[-1].person is None


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "Mayor Ann Lee came. “Good,” said the mayor.", "Ann Lee"),
        ("en", "The mayor, Ann Lee, came. “Good,” said the mayor.", "Ann Lee"),
        ("en", "Ann Lee, the mayor of Vilkhove, came. “Good,” said the mayor.", "Ann Lee"),
        ("en", "Ann Lee (mayor) came. “Good,” said the mayor.", "Ann Lee"),
        ("en", "The new health minister Ann Lee came. “Good,” said the minister.", "Ann Lee"),
        ("en", "The head of the agency, Ann Lee, came. “Good,” said the head.", "Ann Lee"),
        ("de", "Die neue Ministerin Anna Lehm kam. „Gut“, sagte die Ministerin.", "Anna Lehm"),
        ("fr", "La ministre belge Anne Roux est là. « Bien », a dit la ministre.", "Anne Roux"),
        ("es", "Llegó la ministra belga Ana Gil. «Bien», dijo la ministra.", "Ana Gil"),
        ("it", "La ministra belga Anna Neri arriva. «Bene», ha detto la ministra.", "Anna Neri"),
        ("nl", "De nieuwe minister Anna Berg kwam. “Goed”, zei de minister.", "Anna Berg"),
        ("uk", "Прийшов міністр оборони Іван Коваль. «Добре», – сказав міністр.", "Іван Коваль"),
        (
            "en",
            "Minister of Trade Ann Lee came. “Good,” said the minister of trade.",
            "Ann Lee",
        ),
        ("en", "The mayor of Vilkhove, Sir Bob Roe, came. “Good,” said the mayor.", "Bob Roe"),
        ("en", "Ann Lee, who is the mayor of Vilkhove, left. “Good,” said the mayor.", "Ann Lee"),
        ("en", "Ann Lee, who has been mayor since 2016, left. “Good,” said the mayor.", "Ann Lee"),
        ("de", "Anna Lehm, seit 2020 Ministerin, kam. „Gut“, sagte die Ministerin.", "Anna Lehm"),
        ("fr", "Anne Roux, qui est maire ici, est là. « Bien », a dit la maire.", "Anne Roux"),
        ("it", "Anna Neri, dal 2015 sindaco, arriva. «Bene», ha detto il sindaco.", "Anna Neri"),
    ],
)
def test_who_holds_an_office_is_told_beside_the_name(language: str, text: str, person: str) -> None:
    assert find_quotes(text, language)[-1].person == person


@pytest.mark.parametrize(
    ("language", "office", "text"),
    [
        ("en", "the Mayor of Vilkhove", "{} Olha Marchuk came. “Good,” said {}."),
        ("en", "the minister for Europe", "{} Olha Marchuk came. “Good,” said {}."),
        ("es", "la ministra de Sanidad", "{} Olha Marchuk vino. «Bien», dijo {}."),
        ("fr", "la maire de Vilkhove", "{} Olha Marchuk est là. « Bien », a dit {}."),
        ("it", "il sindaco di Vilkhove", "{} Olha Marchuk arriva. «Bene», ha detto {}."),
        ("nl", "de burgemeester van Vilkhove", "{} Olha Marchuk kwam. “Goed”, zei {}."),
    ],
)
def test_of_what_an_office_is_is_no_part_of_the_name(language: str, office: str, text: str) -> None:
    begun = text.format(office[0].upper() + office[1:], office)
    assert find_quotes(begun, language)[-1].person == "Olha Marchuk"


@pytest.mark.parametrize(
    ("speaker", "person"),
    [
        ("Ann Sample’s lawyer", None),
        ("Sample's lawyer", None),
        ("Ann Sample’s lawyer Bo Dahl", "Bo Dahl"),
        ("Sample", "Ann Sample"),
    ],
)
def test_whose_lawyer_speaks_does_not_speak(speaker: str, person: str | None) -> None:
    text = f"Ann Sample was in court. “He will say so in court,” {speaker} said."
    (quote,) = find_quotes(text, "en")
    assert (quote.speaker, quote.person) == (speaker, person)


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "Ann Lee met Bo Dahl. The bridge, in her view, is “a disaster for all”.", None),
        ("en", "Mrs Ann Lee came. Mr Bo Dahl, in her view, is “a disaster for all”.", "Ann Lee"),
        ("en", "Ann Lee came. Bo Dahl is, according to her, “a disaster for all”.", "Ann Lee"),
        ("en", "Bo Dahl, in his own words, is “a disaster for all”.", "Bo Dahl"),
        ("uk", "Дональд Зразок зустрів Олену Марчук. За її словами, «усе добре».", "Олену Марчук"),
        ("uk", "Учора прийшла Олена Марчук. Міст, за її словами, «ще тримається».", "Олена Марчук"),
        ("uk", "Учора прийшов Микола Коваль. За її словами, «міст ще тримається».", None),
        ("ru", "Иван Петров встретил Анну Марчук. По её словам, «всё хорошо».", "Анну Марчук"),
        ("ru", "Анна Марчук встретила Петра Коваля. По её словам, «всё хорошо».", "Анна Марчук"),
        ("es", "Ana Ruiz habló con Juan Pérez. A su juicio, «todo está bien».", "Ana Ruiz"),
    ],
)
def test_whose_words_they_are_is_the_subject_whose_gender_fits_or_nobody(
    language: str, text: str, person: str | None
) -> None:
    (quote,) = find_quotes(text, language)
    assert quote.person == person
    assert (quote.confidence < 0.5) == (person is None)


def test_a_phrase_without_a_place_for_its_pronoun_names_nobody() -> None:
    words = attrs.evolve(words_for("en"), according_own=("in short",))
    text = "Ann Lee came. In short, “the bridge is closed for ever”."
    assert [q.person for q in find_quotes(text, "en", words=words)] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "“It is over,” said a spokesman for Ann Lee.", None),
        ("en", "“It is over,” said a spokesman for Mayor Ann Lee.", None),
        ("en", "“It is over,” said the minister for health Ann Lee.", "Ann Lee"),
        ("en", "“It is over,” said Ann Lee of the Norland Herald.", "Ann Lee"),
        ("en", "Ann Lee came. “It is over,” said Lee of the Norland Herald.", "Ann Lee"),
        ("en", "Ann Lee came. “It is over,” said a lawyer for Lee.", None),
        ("en", "Ann Lee came. “It is over,” the Lee campaign said.", None),
        ("en", "“It is over,” said Ann Lee and Bo Dahl.", None),
        ("en", "Bo Dahl came. “It is over,” said Lee and Dahl.", None),
        ("en", "“It is over,” said the writer and lawyer Ann Lee.", "Ann Lee"),
        ("de", "„Es ist vorbei“, sagte der Anwalt von Anna Lehm.", None),
        ("de", "„Es ist vorbei“, sagte Jan Maier von der Partei der Mitte.", "Jan Maier"),
        ("de", "„Es ist vorbei“, sagte Ursula von der Lehm.", "Ursula von der Lehm"),
        ("fr", "« C’est fini », a déclaré l’avocat d’Anne Martin.", None),
        ("fr", "« C’est fini », a déclaré la ministre de la santé Anne Martin.", "Anne Martin"),
        ("fr", "« C’est fini », a déclaré Marine Le Pont.", "Marine Le Pont"),
        ("fr", "Marine Le Pont vient. « Fini », a déclaré Mme Le Pont.", "Marine Le Pont"),
        ("fr", "« Fini », a déclaré le porte-parole du gouvernement Paul Roux.", "Paul Roux"),
        ("fr", "« C’est fini », a déclaré Charles de Lyonne.", "Charles de Lyonne"),
        ("es", "«Se acabó», dijo el abogado de Ana Ruiz.", None),
        ("es", "«Se acabó», dijo Juan de la Cumbre.", "Juan de la Cumbre"),
        ("it", "«È finita», ha detto l’avvocato di Anna Rossi.", None),
        ("nl", '"Het is klaar", zei Anna Smits advocaat.', None),
        ("nl", '"Het is klaar", zei de advocaat van Anna Smit.', None),
        ("nl", '"Het is klaar", zei Bart De Wieker.', "Bart De Wieker"),
        ("fi", "”Se on ohi”, sanoi Anna Virtasen asianajaja.", None),
        ("sv", "”Det är slut”, sade Anna Dahls advokat.", None),
        ("sv", "”Det är slut”, sade Hans Olsson.", "Hans Olsson"),
        ("nb", "«Det er slutt», sa advokaten til Anna Dahl.", None),
        ("nb", "«Det er slutt», sa Hans Olsen.", "Hans Olsen"),
    ],
)
def test_of_what_somebody_is_of_the_first_is_meant(
    language: str, text: str, person: str | None
) -> None:
    (quote,) = find_quotes(text, language)
    assert quote.person == person


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "Ann Lee spoke. “It’s Roe’s bridge,” she added.", "Ann Lee"),
        ("en", "Ann Lee spoke. \"That's Bob's bridge,\" she added.", "Ann Lee"),
        ("en", "Ann Lee spoke. “Bob Roe has a bridge,” she added.", "Ann Lee"),
        ("en", "Here’s Ann Lee. “Good,” she said.", "Ann Lee"),
        ("en", "Norland’s Ann Lee came. “Good,” she said.", "Ann Lee"),
        ("nl", "Vilkhove’s Anna Berg kwam. “Goed”, zei Berg.", "Anna Berg"),
        ("fr", "Lorsqu’Anne Roux est venue, « enfin », a dit Roux.", "Anne Roux"),
    ],
)
def test_a_name_begins_behind_a_word_with_an_ending_joined_to_it(
    language: str, text: str, person: str
) -> None:
    assert find_quotes(text, language)[-1].person == person


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ann Lee, called “a witch” by Bob Roe, denied it. “No,” she said.", None),
        ("Bob Roe, called “a witch” by Mrs Ann Lee, denied it. “No,” he said.", "Bob Roe"),
        ("The ferry was built by Ann Lee. “Good,” she said.", "Ann Lee"),
    ],
)
def test_a_pronoun_means_the_subject_rather_than_who_calls_it_so(
    text: str, person: str | None
) -> None:
    assert find_quotes(text, "en")[-1].person == person


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "On 5 May Olha Kos came. “Yes,” Kos said.", "Olha Kos"),
        ("en", "Ann May came. “Yes,” May said.", "Ann May"),
        ("de", "Am 5. Mai Anna Becker zu treffen war gut. „Ja“, sagte Becker.", "Anna Becker"),
        ("it", "Domenica Anna Neri ha detto: «Sono felice».", "Anna Neri"),
    ],
)
def test_a_date_is_no_part_of_a_name(language: str, text: str, person: str) -> None:
    assert find_quotes(text, language)[-1].person == person


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("pt", "Ana Rebelo de Souto"),
        ("pt", "Olga da Silva"),
        ("pt", "Jan Eduardo dos Campos"),
        ("gl", "Ana de Castro"),
        ("da", "Olga Løkke Berg"),
        ("nl", "Jan de Jonge"),
        ("nl", "Jan van der Berg"),
        ("de", "Jan van der Berg"),
        ("sv", "Jan de Berg"),
        ("en", "Ann van der Berg"),
        ("ru", "Анна фон дер Берг"),
    ],
)
def test_small_words_within_a_name_are_parts_of_it(language: str, name: str) -> None:
    verb = "siger" if language == "da" else next(iter(words_for(language).verbs), "disse")
    quote = find_quotes(f"«No», {verb} {name}.", language)[0]
    assert (quote.speaker, quote.person) == (name, name)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("id", "“Ya”, ujar Jan Kos di Vilkhove.", "Jan Kos"),
        ("pl", "„Nie”, powiedział Jan Kos do Anny Berg.", "Jan Kos"),
        ("da", "»Nej«, siger Jan Kos til Anna Berg.", "Jan Kos"),
    ],
)
def test_where_they_are_prepositions_they_are_none(language: str, text: str, speaker: str) -> None:
    quote = find_quotes(text, language)[0]
    assert (quote.speaker, quote.person) == (speaker, speaker)


def test_a_surname_with_small_words_means_the_name_in_full() -> None:
    text = "Olga von der Au kam. Von der Au sagte: „Nein.“"
    assert find_quotes(text, "de")[0].person == "Olga von der Au"
    assert find_quotes("Von Lehm sagte: „Nein.“", "de")[0].person is None


def test_the_body_an_office_is_of_begins_no_name() -> None:
    text = "«Нет», — сказал глава МИД Ольховии Иван Примеров."
    assert find_quotes(text, "ru")[0].person == "Иван Примеров"


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("nl", "Tegen Jan Bakker zei hij: “Nee.”", None),
        ("nl", "Over minister Jan Bakker zei ze: “Hij liegt.”", None),
        ("sv", "Till Anna Berg sade hon: ”Du ljuger.”", None),
        ("sv", "Anna Berg kom. Till Olga Ek sade hon: ”Du ljuger.”", "Anna Berg"),
        ("nb", "Om Anna Berg har hun sagt: «Hun lyver.»", None),
        ("en", "To Ann Lee she said: “No.”", None),
        ("en", "After Ann Lee said she was “very tired”, the ferry left.", "Ann Lee"),
        ("en", "According to Ann Lee, she said “no”.", "Ann Lee"),
        ("sv", "Efter Anna Bergs seger sade hon: ”Ja.”", "Anna Bergs"),
    ],
)
def test_who_is_spoken_to_or_of_is_not_who_speaks(
    language: str, text: str, person: str | None
) -> None:
    assert find_quotes(text, language)[-1].person == person
