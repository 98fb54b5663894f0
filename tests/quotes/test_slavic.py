"""What Ukrainian and Russian do to who speaks: addressees before names, places after offices."""

from __future__ import annotations

import pytest

from newsmodel.quotes import find_quotes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "«Двигун новий», – сказала журналістам Ольга Марчук."),
        ("uk", "«Двигун новий», – сказала журналістам Ольга Марчук, яка водитиме пором."),
        ("uk", "«Двигун новий», – зазначила в інтерв'ю Ольга Марчук."),
        ("uk", "«Двигун новий», — сказала Ольга Марчук журналістам."),
        ("ru", "«Двигатель новый», – сказала журналистам Ольга Марчук."),
        ("ru", "«Двигатель новый», – отметила в интервью Ольга Марчук."),
    ],
)
def test_who_it_is_said_to_stands_before_who_says_it(language: str, text: str) -> None:
    (quote,) = find_quotes(text, language=language)
    assert quote.person == "Ольга Марчук"


def test_pieces_around_such_an_attribution_are_one_quotation() -> None:
    text = "«Двигун новий, – сказала журналістам Ольга Марчук, – а корпус старший за мене»."
    first, second = find_quotes(text, language="uk")
    assert first.group == second.group
    assert first.person == second.person == "Ольга Марчук"


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("uk", "«Їдьмо», – сказав мер Києва Віталій Зразок.", "Віталій Зразок"),
        (
            "uk",
            "Є мер Вільхового Петро Зразок. «Їдьмо», – сказав Зразок.",
            "Петро Зразок",
        ),
        ("uk", "«Їдьмо», – сказав мер Іван Петрович Зразок.", "Іван Петрович Зразок"),
        ("ru", "«Едем», – сказал мэр Ольхового Пётр Примеров.", "Пётр Примеров"),
        ("ru", "«Едем», – сказала директор Анна Сергеевна Примерова.", "Анна Сергеевна Примерова"),
    ],
)
def test_the_place_of_an_office_is_no_part_of_a_name(language: str, text: str, person: str) -> None:
    (quote,) = find_quotes(text, language=language)
    assert quote.person == person


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("uk", "Учора прийшла Олена Марчук. «Не винна», – сказав адвокат Олени Марчук.", None),
        ("uk", "«Не винна», – сказав адвокат Олени Марчук.", None),
        ("uk", "«Не винен», – сказав адвокат Петра Коваля.", None),
        ("uk", "Учора прийшов Дональд Зразок. «Ні», – сказав речник Дональда Зразка.", None),
        ("uk", "Учора прийшов Дональд Зразок. «Ні», – сказав речник Зразка.", None),
        ("uk", "«Не винна», – сказала адвокат Олена Марчук.", "Олена Марчук"),
        ("uk", "Учора бачили Олену Марчук. «Ні», – сказала адвокат Олена Марчук.", "Олену Марчук"),
        ("uk", "«Ні», – сказав речник Дональда Зразка.", None),
        ("uk", "«Ні», – сказала голова ради Олена Зразківська.", "Олена Зразківська"),
        ("uk", "За словами адвоката Олени Марчук, вона «не винна».", "Олени Марчук"),
        ("ru", "«Не виновата», – сказал адвокат Анны Петровой.", None),
        ("ru", "Вчера пришла Анна Петрова. «Нет», – сказал адвокат Петровой.", None),
        ("ru", "«Не виновата», – сказала адвокат Анна Петрова.", "Анна Петрова"),
    ],
)
def test_whose_lawyer_speaks_the_genitive_tells(
    language: str, text: str, person: str | None
) -> None:
    (quote,) = find_quotes(text, language=language)
    assert quote.person == person
