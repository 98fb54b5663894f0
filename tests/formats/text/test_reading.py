"""The text of a page, as somebody pastes it: what each block of it is."""

from __future__ import annotations

import pytest

from newsmodel import (
    Article,
    Dateline,
    Heading,
    Image,
    ImageCaption,
    ListBlock,
    ListItem,
    Paragraph,
    ParseError,
)
from newsmodel.errors import FieldError
from newsmodel.formats import text
from newsmodel.model import ImageRole

PAGE = """ua en ru

Ferry to sail again at Vilkhove

Photo: The captain on the landing stage. Marta Ivchenko / Example Press

The ferry will sail in spring, nine years after it was laid up.

What it takes

“The engine is new,” said Olha Marchuk, its captain.

• a crew
• a landing stage
  of wood

It sails on Sunday.
"""


def test_a_page_is_told_apart() -> None:
    article = text.loads(PAGE, language="en")
    assert article.languages == ("en", "uk", "ru")
    assert article.headline == "Ferry to sail again at Vilkhove"
    (image,) = article.images
    assert (image.role, image.captions[0].text) == (
        ImageRole.LEAD,
        "The captain on the landing stage.",
    )
    assert (image.captions[0].photographers, image.captions[0].agencies) == (
        ("Marta Ivchenko",),
        ("Example Press",),
    )
    assert [type(block).__name__ for block in article.body] == [
        *("Paragraph", "Heading", "Paragraph", "ListBlock", "Paragraph")
    ]
    assert [str(quote.speaker) for quote in article.quotes] == ["Olha Marchuk"]
    assert article.findings == ()


LIST = ListBlock(items=[ListItem(content="a crew"), ListItem(content="a stage")])
BLOCKS = {
    "What it takes": Heading(content="What it takes"),
    "What does it take?": Paragraph(content="What does it take?"),
    "1. What it takes": Heading(content="1. What it takes"),
    "“What it takes”": Paragraph(content="“What it takes”"),
    "– what it takes": Paragraph(content="– what it takes"),
    "2030": Paragraph(content="2030"),
    "• a crew\n• a stage": LIST,
    "* a crew\n*\u00a0a stage": LIST,
    "▪\ta crew\n▪ \u2028a stage": LIST,
    "• a crew": ListBlock(items=[ListItem(content="a crew")]),
    "3. a crew\n4. a stage": ListBlock(ordered=True, start=3, items=LIST.items),
    "• \u2028A": ListBlock(items=[ListItem(content="A")]),
    "•a crew": Heading(content="•a crew"),
}


@pytest.mark.parametrize(("block", "meant"), BLOCKS.items(), ids=repr)
def test_what_a_block_is(block: str, meant: object) -> None:
    article = text.loads(f"Ferry to sail\n\nFirst.\n\n{block}\n\nLast.", find_quotes=False)
    assert article.body[1:-1] == (meant,)
    assert text.loads(text.dumps(article), find_quotes=False).body == article.body


def test_without_blank_lines_each_line_is_a_block() -> None:
    article = text.loads("Ferry to sail\nIt sails in spring.\nTickets cost as much as a bus.")
    assert article.headline == "Ferry to sail"
    assert [block.text for block in article.body] == [
        "It sails in spring.",
        "Tickets cost as much as a bus.",
    ]


def test_a_caption_within_the_text_keeps_its_place() -> None:
    caption = "Photo: The landing stage. Marta Ivchenko / Example Press"
    article = text.loads(f"Ferry to sail\n\nIt sails.\n\n{caption}\n\nIt sails on Sunday.")
    kinds = [type(block).__name__ for block in article.body]
    assert kinds == ["Paragraph", "Figure", "Paragraph"]
    assert article.images[0].role is ImageRole.INLINE


def test_a_headline_that_stands_there_twice_is_told() -> None:
    article = text.loads("Ferry to sail\n\nFerry to sail\n\nIt sails in spring.", language="en")
    assert [block.text for block in article.body] == ["It sails in spring."]
    assert [each.rule for each in article.findings] == ["text.repeated-headline"]


def test_a_language_that_was_guessed_is_told() -> None:
    (finding,) = text.loads("Ferry to sail\n\nThe ferry will sail in spring again.").findings
    assert finding.rule == "text.guessed-language"
    assert [each.rule for each in text.loads("Ab").findings] == ["text.no-language"]


def test_the_same_text_has_the_same_id() -> None:
    one, two, three = (
        text.loads(each) for each in (PAGE, PAGE.replace("ua", "de"), "Ferry\n\nIt.")
    )
    assert one.id == two.id != three.id
    assert text.loads(PAGE, id="urn:x:1").id == "urn:x:1"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ParseError):
        text.loads(b"\xff\xfe\xfa")
    with pytest.raises(FieldError):
        text.loads(PAGE, language="no tag")


def test_an_empty_text_is_an_empty_article() -> None:
    article = text.loads("\n \ufeff\n")
    assert (article.headline, article.body) == (None, ())


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        ("FENNY (Rivers) - The mill turns.", "FENNY (Rivers) - The mill turns."),
        ("The mill turns.", "FENNY (Rivers) -\n\nThe mill turns."),
        ("FENNY (Rivers) -", "FENNY (Rivers) -"),
    ],
)
def test_a_dateline_that_the_text_begins_with_is_said_once(first: str, shown: str) -> None:
    line = Dateline(text="FENNY (Rivers) -")
    article = Article(id="x", headline="Mill", dateline=line, body=[first])
    assert text.dumps(article) == f"Mill\n\n{shown}\n"


@pytest.mark.parametrize(
    "line",
    ["Reuters", "Ann Roe / Reuters", "Ann Roe - Reuters", "Jan Kos | Elmwood News", "Укрінформ"],
)
def test_a_line_of_names_under_the_headline_is_the_byline_and_no_picture(line: str) -> None:
    article = text.loads(f"Ferry to sail again\n\n{line}\n\nThe ferry will sail again in spring.")
    assert (article.byline, article.images) == (line, ())
    assert [block.text for block in article.body] == ["The ferry will sail again in spring."]
    assert text.loads(text.dumps(article)).byline == line


@pytest.mark.parametrize("dash", ["-", "–", "—"])
@pytest.mark.parametrize("pair", [("Elmwood United", "Real Vilkhove"), ("Ann Roe", "The Lords")])
def test_a_pair_under_the_headline_is_no_byline(pair: tuple[str, str], dash: str) -> None:
    line = f" {dash} ".join(pair)
    article = text.loads(f"Match report\n\n{line}\n\nThe match was on Monday.\n", language="en")
    assert article.byline is None
    assert [(type(block), block.text) for block in article.body][:1] == [(Heading, line)]


@pytest.mark.parametrize("agency", ["APA", "dpa", "Reuters"])
def test_a_short_sentence_that_an_agency_signs_is_no_heading(agency: str) -> None:
    lines = ("The bridge is closed.", f"So says the city. ({agency})", "More on Tuesday.")
    article = text.loads("\n\n".join(("Bridge", *lines)), language="en")
    assert [(type(block), block.text) for block in article.body] == [(Paragraph, x) for x in lines]


@pytest.mark.parametrize(
    "caption",
    [
        ImageCaption(credit="Getty Images"),
        ImageCaption(credit="Ann Roe/AFP"),
        ImageCaption(text="The bridge", credit="Getty Images"),
        ImageCaption(text="Kyiv today", credit="Reuters"),
    ],
)
def test_the_caption_of_the_lead_picture_is_no_byline(caption: ImageCaption) -> None:
    image = Image(role=ImageRole.LEAD, captions=(caption,))
    article = Article(id="a", language="en", headline="Ferry", body=["It sails."], images=(image,))
    again = text.loads(text.dumps(article), language="en")
    assert again.byline is None
    (found,) = again.images
    assert (found.captions[0].text, found.captions[0].credit) == (caption.text, caption.credit)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "de",
            "Der Sturm riss Dächer herunter. Verletzt wurde niemand. (dpa)",
        ),
        ("de", "Der Sturm riss Dächer herunter. (dpa/jk)"),
        ("de", "Der Sturm riss Dächer herunter. (AFP und dpa)"),
        ("de", "Der Sturm kam am Montag. Quelle: dpa"),
        ("en", "A storm hit Vilkhove. Nobody was hurt, police said. (AP)"),
        ("en", "A storm hit Vilkhove on Monday (Reuters)."),
        ("en", "A storm hit Vilkhove on Monday. Reuters"),
        ("en", "Storm in Vilkhove tears roofs from houses. (AP)"),
        ("en", "The mayor of Vilkhove quit on Monday, she told the BBC"),
        ("fr", "Le maire de Vilkhove a démissionné, a-t-il dit à l’AFP"),
        ("pl", "Burza zerwała dachy. Nikt nie ucierpiał. (PAP) jk/ ann/"),
        ("ja", "台風が月曜日に上陸した。けが人はいない。（共同）"),
        ("hi", "तूफ़ान में कोई घायल नहीं हुआ। (PTI)"),
    ],
)
@pytest.mark.parametrize("page", ["Storm in Vilkhove\n\n{}", "Storm in Vilkhove\n\nA.\n\n{}"])
def test_a_sentence_that_an_agency_signs_is_text_and_no_picture(
    page: str, language: str, line: str
) -> None:
    article = text.loads(page.format(line), language=language, find_quotes=False)
    assert (article.images, article.body[-1]) == ((), Paragraph(content=line))


@pytest.mark.parametrize(
    "line",
    [
        "The storm over Vilkhove (AP)",
        "A storm hits Vilkhove. (AP Photo)",
        "A storm hits Vilkhove. (Getty Images)",
        "A storm hits Vilkhove. (Jan Kos/AP)",
        "A storm hits Vilkhove. © AFP",
        "A storm hits Vilkhove. Photo: AP",
        "IMAGO/ZUMA Press The storm over the houses of Vilkhove",
    ],
)
def test_a_credit_that_only_pictures_have_makes_a_caption(line: str) -> None:
    article = text.loads(f"Storm in the north\n\n{line}\n\nIt came on Monday.", language="en")
    assert [image.captions[0].printed for image in article.images] == [line]
