"""Marking the quotations of an article."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from newsmodel.model import (
    Article,
    BlockQuote,
    Emphasis,
    Heading,
    Image,
    ImageCaption,
    InlineQuote,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    QuoteKind,
    Section,
    Strong,
    Table,
    TableCell,
    TableRow,
    Translation,
)
from newsmodel.quotes import mark
from tests.quotes.sampled import LANGUAGES, articles


def article(*blocks: object, **facts: object) -> Article:
    return Article(id="a1", language="en", body=blocks, **facts)  # type: ignore[arg-type]


def test_a_quotation_becomes_a_typed_quote() -> None:
    before = article(Paragraph(content="“We stay,” said Mayor Ann Lee in a statement."))
    after = mark(before)
    (quote,) = after.quotes
    assert after.text == before.text
    assert quote.text == "We stay,"
    assert quote.speaker is not None
    assert (quote.speaker.printed, quote.speaker.name) == ("Mayor Ann Lee", "Ann Lee")
    assert quote.attribution == "said Mayor Ann Lee"
    assert (quote.medium, quote.kind) == ("in a statement", QuoteKind.DIRECT)


def test_pieces_share_an_id_and_are_one_quote() -> None:
    after = mark(article("“The money,” Lee said, “is there.”"))
    assert [q.pieces for q in after.quotes] == [("The money,", "is there.")]


def test_paragraphs_share_an_id_too() -> None:
    after = mark(article("Lee wrote: “One day.", "“Two days.”"))
    assert [q.pieces for q in after.quotes] == [("One day.", "Two days.")]


def test_a_quotation_spans_inlines() -> None:
    before = Paragraph(content=("“He said ", Emphasis(content="yes"), " to it,” said Ann Lee."))
    (after,) = mark(article(before)).body
    assert isinstance(after, Paragraph)
    quote = after.content[0]
    assert isinstance(quote, InlineQuote)
    assert quote.content == ("He said ", Emphasis(content="yes"), " to it,")


def test_emphasis_is_cut_in_two_and_a_link_never() -> None:
    cut = mark(article(Paragraph(content=(Strong(content="“We go,” said"), " Ann Lee."))))
    assert len(cut.quotes) == 1
    across = Paragraph(content=(Link(content="Ann Lee said: “We", href="x"), " go there.”"))
    assert mark(article(across)).body == (across,)
    within = Paragraph(content=(Emphasis(content="“We"), " go there,” said Ann Lee."))
    marked = mark(article(within))
    assert marked.text == within.text
    assert marked.quotes[0].text == "We go there,"


def test_what_is_marked_already_stays() -> None:
    old = InlineQuote(id="q7", content="We stay,")
    block = BlockQuote(blocks=("“We never said so,” said Ann Lee.",))
    heading = Heading(content="“We stay,” says Lee")
    before = article(Paragraph(content=(old, " said Ann Lee. “We go.”")), block, heading)
    after = mark(before)
    assert after.body[1:] == (block, heading)
    first = after.body[0]
    assert isinstance(first, Paragraph)
    assert first.content[0] == old
    assert [q.id for q in after.quotes if q.id != "q7" and q.text == "We go."] == ["q8"]


def test_lists_tables_and_sections_are_searched() -> None:
    words = "“We go there,” said Ann Lee."
    before = article(
        Section(blocks=(Paragraph(content=words),)),
        ListBlock(items=(ListItem(content=("Item: ", Emphasis(content="x"))), words)),
        Table(rows=(TableRow(cells=(TableCell(content=(words,)),)),)),
    )
    after = mark(before)
    assert len(after.quotes) == 3
    assert after.text == before.text


def test_a_caption_tells_who_holds_the_office() -> None:
    caption = ImageCaption(text="Envoy of Norland to the League Bo Dahl")
    before = article("“It was long,” said the envoy to the League.",
                     images=(Image(captions=(caption,)),))  # fmt: skip
    (quote,) = mark(before).quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Bo Dahl", "the envoy to the League")


def test_translations_are_marked_in_their_language() -> None:
    german = Translation(language="de", body=("„Wir bleiben hier“, sagte Anna Lehm.",))
    (after,) = mark(article("No quotes.", translations=(german,))).translations
    assert after.quotes[0].speaker is not None
    assert after.quotes[0].speaker.printed == "Anna Lehm"


def test_an_article_without_quotations_is_returned_as_it_is() -> None:
    before = article("Nothing was said.")
    assert mark(before) == before
    assert mark(article()) == article()


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_keep_their_text_and_marking_twice_is_marking_once(language: str) -> None:
    for text, gold in articles(language):
        before = Article(id="a", language=language, body=tuple(text.split("\n")))
        after = mark(before)
        assert after.text == before.text
        assert mark(after) == after
        assert sum(len(q.pieces) for q in after.quotes) >= len(gold)


def test_real_texts_keep_their_text(shared: Path) -> None:
    for path in sorted((shared / "quotes" / "polnear-dev" / "text").glob("*.txt"))[::10]:
        lines = path.read_text(encoding="utf-8").split("\n")
        before = Article(id="a", language="en", body=tuple(filter(None, lines)))
        after = mark(before)
        assert after.text == before.text
        assert mark(after) == after


PLAIN = st.text(alphabet="“”\"'«»„—,. aLe\u00a0", max_size=12)
SAID = st.sampled_from(["“We go,” said Lee. ", "“We ", "go,” Lee said. ", "“", "”", "x "])
LEAF = st.one_of(PLAIN, SAID)
RUN = st.one_of(
    LEAF,
    st.builds(lambda t: Emphasis(content=t), LEAF),
    st.builds(lambda t: Emphasis(content=("a", Strong(content=t))), LEAF),
    st.builds(lambda t: Link(content=t, href="x"), LEAF),
    st.builds(lambda t: InlineQuote(content=t, id="q2"), LEAF),
)
BODIES = st.lists(
    st.lists(RUN, max_size=6).map(lambda runs: Paragraph(content=tuple(runs))), max_size=4
)


@given(BODIES)
def test_marking_changes_no_character_and_is_done_once(body: list[Paragraph]) -> None:
    before = article(*body)
    after = mark(before)
    assert after.text == before.text
    assert mark(after) == after
