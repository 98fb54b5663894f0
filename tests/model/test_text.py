import pytest
from attrs import evolve
from hypothesis import given

from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Code,
    Concept,
    Contributor,
    Dateline,
    Divider,
    EditorNote,
    Embed,
    Emphasis,
    Figure,
    Heading,
    ImageCaption,
    InlineQuote,
    LanguageSpan,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Mention,
    Paragraph,
    Preformatted,
    Quote,
    RawBlock,
    RawInline,
    Section,
    Speaker,
    Table,
    TableCell,
    TableRow,
    Text,
    Time,
    walk,
)
from newsmodel.testing import strategies


def article(*body: object) -> Article:
    return Article(id="x", body=body)  # type: ignore[arg-type]


def test_each_block_with_text_is_a_line() -> None:
    text = article(
        "One.",
        Heading(content=["T", Emphasis(content="wo")]),
        Divider(),
        Paragraph(),
        Section(blocks=["Three.", BlockQuote(blocks=["“Four.”"], attribution="a witness said")]),
        Preformatted(content="5\n6"),
    ).text
    assert text == "One.\nTwo\nThree.\n“Four.”\na witness said\n5\n6"


def test_captions_embeds_and_what_is_not_public_have_no_text_of_the_article() -> None:
    body = (
        Figure(image_id="i"),
        Embed(title="A map", fallback=["See the map."]),
        Section(public=False, blocks=["Secret."]),
        RawBlock(format="xhtml", content="<p>x</p>"),
        Paragraph(content=["a", RawInline(format="xhtml", content="<u>b</u>"), "c"]),
    )
    assert article(*body).text == "ac"


def test_inlines_read_as_printed() -> None:
    content = [
        Link(content="Kyiv", href="https://example.com/"),
        LineBreak(),
        Mention(content="Ms Example", concept=Concept(names=["Ann Example"])),
        Code(content=" x"),
        Time(content=" today"),
        InlineQuote(content=["no ", Emphasis(content="rain")]),
        InlineQuote(content="так", marks=("«", "»")),
    ]
    assert Paragraph(content=content).text == "Kyiv\nMs Example x today“no rain”«так»"


def test_lists_and_tables_read_line_by_line() -> None:
    items: list[ListItem | str] = [ListItem(content=["one", Paragraph(content="more")]), "two", ""]
    assert ListBlock(items=items).text == "one\nmore\ntwo"
    rows = (
        TableRow(cells=(TableCell(content="a"), TableCell(content="b"))),
        TableRow(cells=(TableCell(content=["c", Paragraph(content="d"), "e"]),)),
    )
    assert Table(caption="Rain", rows=rows).text == "Rain\na\tb\nc d e"


def test_headings_are_found_at_any_depth() -> None:
    deep = Heading(content="B", level=3)
    found = article(Heading(content="A"), Section(blocks=[BlockQuote(blocks=[deep])])).headings
    assert found == (Heading(content="A"), deep)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Rain, at last.", 3),
        ("Дев\u2019ять слів", 2),
        ("mother-in-law’s", 1),
        ("مرحبا بالعالم", 2),
        ("新闻", 2),
        ("100 %", 1),
        ("— …", 0),
    ],
    ids=ascii,
)
def test_words_are_counted_in_every_script(text: str, count: int) -> None:
    assert article(text).word_count == count


# ------------------------------------------------------------------ quotations
ANN = Speaker(printed="Example", person=Concept(names=["Ann Example"]), role="mayor")


def test_a_quotation_knows_its_words_marks_and_place() -> None:
    piece = InlineQuote(content="It rains", speaker=ANN, attribution="said Example")
    (quote,) = article(Paragraph(content=[piece, ", said Example."])).quotes
    assert quote == Quote(
        pieces=("It rains",),
        speaker=ANN,
        attribution="said Example",
        marks=("“", "”"),
        places=("$.body[0].content[0]",),
    )
    assert (quote.text, str(quote)) == ("It rains", "“It rains”")


def test_pieces_with_one_id_are_one_quotation() -> None:
    first = InlineQuote(id="q", content="It rains,", speaker=ANN, marks=("«", "»"))
    second = InlineQuote(id="q", content="and rains.", attribution="said Ann", marks=("«", "»"))
    (quote,) = article(Paragraph(content=[first, " said Ann, ", second])).quotes
    assert quote.pieces == ("It rains,", "and rains.")
    assert quote.text == "It rains, and rains."
    assert (quote.speaker, quote.attribution) == (ANN, "said Ann")
    assert quote.places == ("$.body[0].content[0]", "$.body[0].content[2]")


FRENCH = InlineQuote(content="Il pleut.")


@pytest.mark.parametrize(
    ("block", "language"),
    [
        (Paragraph(content=[FRENCH]), None),
        (Paragraph(language="fr", content=[FRENCH]), "fr"),
        (Section(language="de", blocks=[Paragraph(content=[FRENCH])]), "de"),
        (Section(language="de", blocks=[Paragraph(language="fr", content=[FRENCH])]), "fr"),
        (Paragraph(content=[LanguageSpan(language="fr", content=[FRENCH, " dit-il"])]), "fr"),
        (Paragraph(language="de", content=[evolve(FRENCH, language="fr")]), "fr"),
        (
            Paragraph(
                content=[InlineQuote(content=[LanguageSpan(language="fr", content="Oui"), " "])]
            ),
            "fr",
        ),
        (
            Paragraph(
                content=[InlineQuote(content=["Yes, ", LanguageSpan(language="fr", content="oui")])]
            ),
            None,
        ),
        (BlockQuote(blocks=[Paragraph(language="fr", content="Il pleut.")]), "fr"),
        (BlockQuote(blocks=[Paragraph(language="fr", content="Il pleut."), "It rains."]), None),
        (BlockQuote(blocks=[]), None),
    ],
)
def test_a_quotation_is_in_the_language_told_nearest_to_its_words(
    block: Block, language: str | None
) -> None:
    (quote,) = article("It rains.", block).quotes
    assert quote.language == language


def test_a_quotation_may_go_on_over_paragraphs_and_close_once() -> None:
    pieces = [
        Paragraph(content=[InlineQuote(id="q", content="One.", marks=("“", ""))]),
        Paragraph(content=[InlineQuote(id="q", content="Two.", marks=("“", "”"))]),
    ]
    (quote,) = article(*pieces).quotes
    assert quote.marks == ("“", "”")
    assert len(quote.pieces) == 2


def test_pieces_without_an_id_are_quotations_of_their_own() -> None:
    same = InlineQuote(content="Yes")
    assert len(article(Paragraph(content=[same, " and ", same])).quotes) == 2


@pytest.mark.parametrize(
    ("printed", "words", "marks"),
    [
        ("“It rains.”", "It rains.", ("“", "”")),
        ("« Il pleut. »", "Il pleut.", ("«", "»")),
        ("„Es regnet.“", "Es regnet.", ("„", "“")),
        ("It rains.", "It rains.", ("", "")),
        ("“”", "“”", ("", "")),
        ("“It rains", "“It rains", ("", "")),
    ],
    ids=ascii,
)
def test_the_marks_around_a_block_quotation_are_not_its_words(
    printed: str, words: str, marks: tuple[str, str]
) -> None:
    (quote,) = article(BlockQuote(blocks=[printed])).quotes
    assert (quote.text, quote.marks) == (words, marks)


def test_a_pull_quote_counts_only_where_the_text_does_not_say_it() -> None:
    said = Paragraph(content=[InlineQuote(content="It rains and rains", speaker=ANN)])
    repeats = BlockQuote(blocks=["It rains"], kind="pull")  # type: ignore[arg-type]
    adds = BlockQuote(blocks=["It snows"], kind="pull")  # type: ignore[arg-type]
    assert [quote.text for quote in article(said, repeats).quotes] == ["It rains and rains"]
    assert [quote.text for quote in article(said, adds).quotes] == [
        "It rains and rains",
        "It snows",
    ]


@given(strategies.articles())
def test_every_quotation_stands_where_it_says(article: Article) -> None:
    nodes = dict(walk(article))
    marked = {p for p, n in nodes.items() if isinstance(n, InlineQuote | BlockQuote)}
    places = [place for quote in article.quotes for place in quote.places]
    assert set(places) <= marked
    assert len(set(places)) == len(places)
    assert all(len(quote.pieces) == len(quote.places) > 0 for quote in article.quotes)


# ------------------------------------------------------------------ as strings
@pytest.mark.parametrize(
    ("model", "printed"),
    [
        (Text(value="rain"), "rain"),
        (Concept(), ""),
        (Concept(names=["Rain", "Дощ"], qcode="x:1"), "Rain"),
        (Concept(qcode="x:1", uri="https://example.com/"), "x:1"),
        (Contributor(concept=Concept(names=["Ann"])), "Ann"),
        (Contributor(name="By Ann", concept=Concept(names=["Ann"])), "By Ann"),
        (Speaker(printed="she"), "she"),
        (ANN, "Ann Example"),
        (Dateline(text="", place="KYIV"), ""),
        (Dateline(place="KYIV", agency="Example"), "KYIV, Example"),
        (ImageCaption(text="Rain.", credit="A. Name"), "Rain. (A. Name)"),
        (ImageCaption(text="Rain.", printed="Rain. Photo: A. Name"), "Rain. Photo: A. Name"),
        (EditorNote(blocks=["Hold."]).blocks[0].text, "Hold."),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_str_is_what_a_reader_sees(model: object, printed: str) -> None:
    assert str(model) == printed


def test_a_concept_is_named_in_the_language_asked_for() -> None:
    city = Concept(names=[Text(value="Kyiv", language="en"), Text(value="Київ", language="uk")])
    assert [city.name_in(tag) for tag in ("UK", "en", "ar")] == ["Київ", "Kyiv", "Kyiv"]
    assert Concept().name_in("uk") is None
