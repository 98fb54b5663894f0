from __future__ import annotations

import re
import sys
import time
from collections import Counter

import pytest
from hypothesis import given, strategies as st

from newsmodel.captions import caption_words, parse_caption
from newsmodel.model import ImageCaption

WORD = re.compile(r"\w")
CONTROLS = [
    chr(code)
    for code in (
        *range(9),
        *range(11, 32),
        *range(0x7F, 0xA0),
        *range(0xFDD0, 0xFDF0),
        *[(plane << 16) + last for plane in range(17) for last in (0xFFFE, 0xFFFF)],
    )
]
WRITABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS))
PIECES = st.sampled_from(
    [
        "Photo:", "Foto von", "©", "(", ")", "[", "|", "/", " – ", ". ", "via", "for", "und",
        "Jane Doe", "Reuters", "dpa", "Getty Images", "FILE -", "The mayor speaks", "撮影", "＝",
        "사진=", "Read more", "\n", "…", "Courtesy of", "privat", "nuotr.", "Caption:", " ", "“",
    ]
)  # fmt: skip
LINES = st.one_of(
    WRITABLE, st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES).map("".join)
)


def test_caption_label_and_credit() -> None:
    line = "The ferry leaves Rhodes. Photo: Jane Doe/AFP via Getty Images"
    assert parse_caption(line, "en") == ImageCaption(
        language="en",
        text="The ferry leaves Rhodes.",
        label="Photo",
        credit="Jane Doe/AFP via Getty Images",
        photographers=("Jane Doe",),
        agencies=("AFP", "Getty Images"),
        printed=line,
    )


def test_label_that_leads_the_caption_behind_a_repeated_headline() -> None:
    line = "Talks resume in Geneva on Friday Photo: the envoy, Ann Roe, arrives (GettyImages)"
    caption = parse_caption(line, "en")
    assert caption.text == "the envoy, Ann Roe, arrives"
    assert caption.label == "Photo"
    assert caption.credit == "GettyImages"
    assert caption.photographers == ()
    assert caption.printed == line


def test_credit_before_the_caption() -> None:
    caption = parse_caption("Foto: Jana Nová, Denní ZprávyPrezident na návštěvě v Brně", "cs")
    assert caption.text == "Prezident na návštěvě v Brně"
    assert caption.credit == "Jana Nová, Denní Zprávy"


def test_brackets_of_the_caption_stay_in_it() -> None:
    caption = parse_caption("Ministerin Ute Roth (SPD) vor dem Gericht (BGH)", "de")
    assert caption.text == "Ministerin Ute Roth (SPD) vor dem Gericht (BGH)"
    assert caption.credit is None
    assert caption.label is None


@pytest.mark.parametrize(
    "line",
    [
        "Left, the quay (Photo by Olha Marchuk/Reuters); right, the hull (Photo by Jan Kos/AFP)",
        "From left: Ann Lee (AP Photo/Jan Kos), Bo Kim (AP Photo/Olha Marchuk)",
        "Left, the quay (Olha Marchuk/Reuters); right, the hull (Jan Kos/AFP)",
        "Links der Kai (Foto: Olha Marchuk), rechts der Rumpf (Foto: Jan Kos)",
        "Ліворуч причал (Фото: УНІАН), праворуч корпус (Фото: AFP)",
        "The quay (Photo: Ann Roe). The hull (Photo: Jan Kos). Below, a bus (Photo: dpa)",
        "Olha Marchuk (Getty) and Jan Kos (PA)",
        "Links: Olha Marchuk (dpa), rechts: Jan Kos (AFP)",
        "Ольга Марчук (УНІАН) та Ян Кос (AFP)",
        "Olha Marchuk (Getty), Bo Li (AP) and, right, Jan Kos (PA)",
        "Ann Lee (L, Photo by Jan Kos / AFP) and Bob Roe (R, Photo by Olha Marchuk / AFP)",
    ],
)
def test_credits_of_several_pictures_stay_where_they_are_printed(line: str) -> None:
    assert parse_caption(line) == ImageCaption(text=line, printed=line)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The quay (Photo by Jan Kos/AFP); behind it, the hull", "The quay; behind it, the hull"),
        ("KYIV (AP) - The ferry (left). (AP Photo/Jan Kos)", "KYIV (AP) - The ferry (left)."),
        ("Olha Marchuk (R, Photo by Jan Kos / AFP)", "Olha Marchuk (R)"),
        ("Olha Marchuk (BBC) with the prize (Jan Kos / AFP)", "Olha Marchuk (BBC) with the prize"),
    ],
)  # fmt: skip
def test_one_credit_of_the_whole_line_is_taken_out_of_it(line: str, text: str) -> None:
    caption = parse_caption(line, "en")
    assert (caption.text, caption.photographers) == (text, ("Jan Kos",))


SEEN = {
    "en": "Olha Marchuk",
    "de": "Jan Kos",
    "uk": "Ольга Марчук",
    "el": "Άννα Ρω",
    "tr": "Ece Su",
}


@pytest.mark.parametrize("language", SEEN)
@pytest.mark.parametrize(
    "agency", ["(AFP)", "(Ute Roth/AFP)", "/ AFP", "- Reuters", "| dpa", "— AP"]
)
def test_nobody_took_the_picture_in_which_they_are_named(language: str, agency: str) -> None:
    caption = parse_caption(f"{SEEN[language]} {agency}", language)
    assert caption.text == SEEN[language]
    assert SEEN[language] not in caption.photographers
    assert caption.credit == agency.strip("()/-|— ")


@pytest.mark.parametrize("credit", ["AFP", "Getty Images", "Jan Kos/AFP"])
@pytest.mark.parametrize(
    ("language", "seen"),
    [
        ("en", "Followers of the Vilkhove People's Party (PTI), the party of Bo Li, in Elmbach"),
        ("en", "The Vilkhove Space Agency (ESA) and NASA launch a rocket"),
        ("en", "The Vilkhove Party (AAP) and leaders at a rally in New Vilkhove"),
        ("en", "Followers of Vilkhove Ahead (PTI), in New Vilkhove"),
        ("es", "Miembros de la agencia espacial (NASA) y Ana Gil en Vilkhove"),
        ("fr", "Le siège du parti vilkhovien (PA), à Vilkhove"),
    ],
)
def test_an_acronym_in_brackets_is_no_credit_of_another_picture(
    language: str, seen: str, credit: str
) -> None:
    caption = parse_caption(f"{seen} ({credit})", language)
    assert (caption.text, caption.credit) == (seen, credit)


@pytest.mark.parametrize("agency", ["Reuters", "dpa"])
@pytest.mark.parametrize(
    "name",
    [
        "DRK Vilkhove e.V.",
        "Vilkhove Media, L.L.C.",
        "Olha Marchuk, Ph.D.",
        "Olha Marchuk, Esq.",
        "Jan Kos Jr.",
        "O. M.",
        "Vilkhove Pictures Intl.",
    ],
)
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(name: str, agency: str) -> None:
    line = f"{name} / {agency}"
    caption = parse_caption(line)
    assert agency in caption.agencies
    assert caption.text == (name if name == "Jan Kos Jr." else None)  # a person, who is seen


@pytest.mark.parametrize("sign", ["—", "–", "-", "/", "|"])
@pytest.mark.parametrize(
    ("language", "seen"),
    [
        ("en", "Rain in Vilkhove."),
        ("en", "Prime Minister Olha Marchuk."),
        ("de", "Regen in Vilkhove."),
        ("en", "Olha Marchuk (No. 10)"),
    ],
)
def test_what_ends_before_an_agency_is_seen(language: str, seen: str, sign: str) -> None:
    caption = parse_caption(f"{seen} {sign} Reuters", language)
    assert (caption.text, caption.credit) == (seen, "Reuters")
    assert caption.agencies == ("Reuters",)


@pytest.mark.parametrize("label", ["Symbolbild", "Symbolfoto", "Themenbild"])
def test_behind_a_label_of_symbols_stands_what_is_seen_or_who_took_it(label: str) -> None:
    seen = parse_caption(f"{label}: Regen in Vilkhove", "de")
    assert (seen.label, seen.text, seen.credit) == (label, "Regen in Vilkhove", None)
    told = parse_caption(f"{label}: Ein Wagen steht am Kai", "de")
    assert (told.text, told.credit) == ("Ein Wagen steht am Kai", None)
    for credit in ("Jan Kos", "Jan Kos / dpa", "Feuerwehr in Vilkhove", "Polizei"):
        assert parse_caption(f"{label}: {credit}", "de").credit == credit


@pytest.mark.parametrize(
    "credit",
    [
        "Olha Marchuk Fotografie",
        "Kreisfeuerwehr Vilkhove e.V.",
        "Shutterstock ID 12345 Jan",
        "The Vilkhove Times",
        "Jan Kos, photo: Bo Li",
        "elm by Jan Kos",
        "Jan Kos i NRK",
    ],
)
@pytest.mark.parametrize("label", ["Symbolbild", "Illustration", "Stock photo"])
def test_a_name_behind_a_label_of_symbols_is_a_credit(label: str, credit: str) -> None:
    assert parse_caption(f"{label}: {credit}").credit == credit


@pytest.mark.parametrize("label", sorted(filter(caption_words().is_old, caption_words().labels)))
def test_behind_a_label_of_archives_stands_what_is_seen(label: str) -> None:
    caption = parse_caption(f"{label.title()}: Olha Marchuk (AFP)")
    assert (caption.text, caption.credit) == ("Olha Marchuk", "AFP")
    assert parse_caption(f"{label.title()}: Olha Marchuk").photographers == ()
    assert parse_caption(f"{label.title()}: Olha Marchuk/AFP").photographers == ("Olha Marchuk",)


@pytest.mark.parametrize(
    ("language", "seen"),
    [
        ("es", "Foto de archivo de Olha Marchuk."),
        ("es", "Fotografía de archivo de Olha Marchuk en Vilkhove."),
        ("it", "Foto d’archivio di Olha Marchuk."),
        ("fr", "Photo d’archives de Olha Marchuk."),
        ("pt", "Foto de arquivo de Olha Marchuk."),
        ("de", "Archivfoto von Olha Marchuk."),
        ("sv", "Arkivbild av Olha Marchuk."),
        ("nl", "Archieffoto van Olha Marchuk."),
    ],
)
def test_a_picture_of_the_past_is_of_somebody_and_by_who_is_named_behind(
    language: str, seen: str
) -> None:
    caption = parse_caption(f"{seen} AFP/Jan Kos", language)
    assert (caption.text, caption.credit) == (seen, "AFP/Jan Kos")
    alone = parse_caption(f"{seen[:-1]}/AFP", language)
    assert "AFP" in alone.agencies


def test_a_headline_about_a_photo_is_no_label() -> None:
    line = "In this photo: the harbour (left) and the old town"
    assert parse_caption(line, "en").text == line


def test_words_of_the_page_are_no_part_of_the_credit() -> None:
    caption = parse_caption("Laget jublet. Foto: NTB Vis mer", "nb")
    assert caption.credit == "NTB"
    assert caption.printed == "Laget jublet. Foto: NTB Vis mer"


def test_instructions_are_no_part_of_the_credit() -> None:
    caption = parse_caption("Smoke over the port. Jane Doe/Reuters MANDATORY CREDIT. NO RESALES.")
    assert caption.credit == "Jane Doe/Reuters"


def test_non_photographers_are_not_credited() -> None:
    caption = parse_caption("Mantel von X.Foto: Ute Roth. Styling: Ina Kern", "de")
    assert caption.photographers == ("Ute Roth",)
    assert caption.agencies == ()


def test_a_known_agency_of_the_caller() -> None:
    line = "The mayor speaks to a crowd Elmwood Wire Desk"
    assert parse_caption(line, "en").credit is None
    words = caption_words("en").with_agencies("Elmwood Wire Desk")
    assert parse_caption(line, words=words).agencies == ("Elmwood Wire Desk",)


@pytest.mark.parametrize("language", ["en_us", "EN-us", "en-US"])
def test_language_in_its_usual_spelling(language: str) -> None:
    assert parse_caption("Rain.", language).language == "en-US"


@pytest.mark.parametrize("language", ["", "?", "e", "x" * 99, "\ud800", "en--us"])
def test_what_is_no_language_is_left_out(language: str) -> None:
    assert parse_caption("Rain.", language) == ImageCaption(text="Rain.", printed="Rain.")


def test_empty_line() -> None:
    assert parse_caption("") == ImageCaption()


def test_characters_no_format_can_hold() -> None:
    caption = parse_caption("A\x00b\ud800c\ufffed\ufdd0\x80.\r\nPhoto: AFP\x7f\x1f")
    assert caption.printed == "A b\ufffdc\ufffdd\ufffd\u20ac.\nPhoto: AFP  "
    assert caption.text == "A b\ufffdc\ufffdd\ufffd\u20ac."
    assert caption.credit == "AFP"


@given(LINES)
def test_nothing_is_lost(line: str) -> None:
    caption = parse_caption(line)
    assert (caption.printed or "") == line
    if caption.credit is None and caption.label is None and caption.text:
        assert caption.text in line


@given(LINES, st.sampled_from([None, "de", "ja", "und"]))
def test_parts_are_of_the_line(line: str, language: str | None) -> None:
    caption = parse_caption(line, language)
    squeezed = re.sub(r"\W", "", line)
    names = (*caption.photographers, *caption.agencies)
    for part in (caption.credit, caption.label, *names):
        assert re.sub(r"\W", "", part or "") in squeezed
    assert set(WORD.findall(caption.text or "")) <= set(WORD.findall(line))
    if names:
        assert caption.credit


@given(LINES)
def test_the_same_line_always_gives_the_same(line: str) -> None:
    assert parse_caption(line, "en") == parse_caption(line, "en")


@given(st.text(st.characters(exclude_categories=())), st.text())
def test_never_raises(line: str, language: str) -> None:
    assert isinstance(parse_caption(line, language), ImageCaption)


@pytest.mark.parametrize(
    "piece",
    ["word ", "(", ")", "()", "/", "Photo: ", "A. ", "JANE ", "Jane Doe, ", "a|", " ", "photo ",
     "撮影", '("', "© ", "=", "Aa Bb, ", "Aa via ", "\n", "Photo by ", "courtesy of ",
     "NO SALES (Photo by "],
)  # fmt: skip
def test_long_lines_take_time_in_proportion(piece: str) -> None:
    line = piece * (1_000_000 // len(piece))
    parse_caption(piece)
    start = time.process_time()
    caption = parse_caption(line)
    assert time.process_time() - start < 5
    assert caption.printed == line


def calls(line: str) -> int:
    """How many functions are called to take a line apart."""
    made: Counter[str] = Counter()
    sys.setprofile(lambda frame, event, arg: made.update([event]))
    try:
        parse_caption(line, "en")
    finally:
        sys.setprofile(None)
    return made["call"]


@pytest.mark.parametrize(
    "piece",
    ["US Photo: ", "(Photo: a) ", "Photo: Jan Kos. ", "© ", "Photo by ", "[Photo: ", "(a) "],
)
def test_each_of_many_labels_takes_as_much_work(piece: str) -> None:
    parse_caption(piece * 400, "en")  # what is remembered from then on costs nothing
    some, more = (calls((piece * size)[: size - 1]) for size in (1_000, 4_000))
    assert more < 6 * some


def test_credit_at_the_end_of_a_very_long_line() -> None:
    caption = parse_caption("The mayor speaks. " * 60_000 + "Photo: Jane Doe/AFP")
    assert caption.credit == "Jane Doe/AFP"
    assert caption.text == ("The mayor speaks. " * 60_000).strip()


@pytest.mark.parametrize(("wrong", "right"), [("ua", "uk"), ("en-UK", "en-GB")])
def test_a_wrong_tag_is_taken_for_what_it_means(wrong: str, right: str) -> None:
    line = "Пором у порту. Фото: Анна Лі/AFP"
    assert parse_caption(line, wrong) == parse_caption(line, right)
    assert parse_caption(line, wrong).language == right
    assert caption_words(wrong) == caption_words(right)


@pytest.mark.parametrize(
    "line", ["By John Sample / Reuters", "Par Jean Sample (AFP)", "PARIS Photo: Jean Sample / AFP"]
)
def test_who_is_named_behind_by_or_a_label_took_the_picture(line: str) -> None:
    parsed = parse_caption(line)
    (photographer,) = parsed.photographers
    assert "Sample" in photographer
    assert parsed.text in (None, "PARIS")
    assert "PARIS" not in parsed.agencies
