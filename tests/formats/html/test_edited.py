"""Pages of ours that somebody edited: what was edited counts, or it is said that it does not."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from newsmodel import changes
from newsmodel.formats import html
from newsmodel.model import (
    Article,
    Audio,
    BlockQuote,
    Concept,
    Contributor,
    Correction,
    CorrectionKind,
    Dateline,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Image,
    ImageCaption,
    InlineQuote,
    LineBreak,
    Link,
    ListBlock,
    Mention,
    Paragraph,
    Preformatted,
    Provenance,
    Rendition,
    Rights,
    Section,
    Speaker,
    Status,
    Text,
    Time,
    Translation,
    Video,
    public,
)
from newsmodel.model.nodes import text_of
from newsmodel.testing import examples, strategies
from tests.formats.html.looking import an_article

PICTURE = '<img src="https://example.com/goat.jpg" alt="A goat" width="640" height="480">'
CREDITED = f"<figure>{PICTURE}<figcaption>The new goat. Photo: Ann Lee/AFP</figcaption></figure>"


def full() -> Article:
    sizes = tuple([Rendition(href=f"https://example.com/{n}.jpg", width=n) for n in (400, 1200)])
    ferry = ImageCaption(language="en", text="A ferry")
    return an_article(
        "One.",
        "Two.",
        section="Polltics",
        credit="Wire",
        content_warnings=["violence", "blood"],
        rights=Rights(notices=["(c) 2023 Wire", "All rights reserved"]),
        headlines=[Text(value="Kicker", role="x:kicker"), Text(value="Deck", role="subheadline")],
        descriptions=[Text(value="The standfirst", role="standfirst")],
        sponsor=Concept(names=[Text(value="Friends of the River")]),
        images=[Image(id="urn:x:p", renditions=sizes, captions=(ferry,))],
    )


def edited(old: str, new: str, article: Article | None = None) -> Article:
    page = html.dumps(article or full())
    head, body = page[: page.index("<body")], page[page.index("<body") :]
    assert body.count(old) == 1
    return html.loads(head + body.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "place", "value"),
    [
        (">Kicker<", ">A new kicker<", "$.headlines[0].value", "A new kicker"),
        (">Deck<", ">A new <b>deck</b><", "$.headlines[1].value", "A new deck"),
        (">The standfirst<", ">New standfirst<", "$.descriptions[0].value", "New standfirst"),
        (">(c) 2023 Wire<", ">(c) 2024 Wire<", "$.rights.notices[0].value", "(c) 2024 Wire"),
        (">Wire</p>", ">Another wire</p>", "$.credit", "Another wire"),
        ('1200.jpg" alt', 'b.jpg" alt', None, None),
    ],
)  # fmt: skip
def test_an_edited_line_counts(old: str, new: str, place: str | None, value: Any) -> None:
    article = edited(old, new)
    assert not article.findings
    found = {change.path: change.after for change in changes(full(), article)}
    if place is not None:
        assert found == {place: value}
    else:
        assert [f.href for f in article.images[0].renditions] == ["https://example.com/b.jpg"]
        assert article.images[0].captions == full().images[0].captions


def test_edited_warnings_and_sections_count_where_they_are_what_is_shown() -> None:
    assert edited("violence, blood", "blood, nudity").content_warnings == ("blood", "nudity")
    bare = an_article("One.", section="Polltics", descriptions=[Text(value="x", role="teaser")])
    assert edited(">Polltics<", ">Politics<", bare).section == "Politics"
    assert edited(">x<", ">y<", bare).descriptions[0].value == "y"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<bdi>Friends of the River<", "<bdi>Friends of the Sea<"),
        ('<p class="nm-provider">Wire</p>', ""),
        ('<p class="nm-provider">', '<p class="nm-rights">Ours</p><p class="nm-provider">'),
        ('<header class="nm-header">', f'{PICTURE}<header class="nm-header">'),
        ('<figure class="nm-lead" data-nm-image="0">', "<figure>"),
    ],
)
def test_what_cannot_be_read_back_is_told(old: str, new: str) -> None:
    article = edited(old, new)
    assert article == full()
    assert {found.rule for found in article.findings} == {"html.edit-unread"}


@pytest.mark.parametrize(
    "markup", [CREDITED, f"<p>{PICTURE}</p>", f"<section>\n{CREDITED}\n</section>"]
)
def test_a_picture_put_into_the_text_is_one_of_the_article(markup: str) -> None:
    article = edited("<p>Two.</p>", f"{markup}<p>Two.</p>")
    assert not article.findings
    first, new = article.images
    assert first == full().images[0]
    assert new.renditions[0].href == "https://example.com/goat.jpg"
    (caption,) = new.captions
    assert caption.alt_text == "A goat"
    if "figcaption" in markup:
        assert (caption.text, caption.credit) == ("The new goat.", "Ann Lee/AFP")
    block: Any = article.body[1]
    shown = block.blocks[0] if isinstance(block, Section) else block
    assert shown == Figure(image_id=new.id or "")
    assert html.loads(html.dumps(article)) == article
    again = edited("<p>Two.</p>", f"<p>Two.</p>{markup}", article)
    assert len(again.images) == 2, "the same picture, once more"


# ------------------------------------------------------------------ captions
def illustrated(*captions: ImageCaption) -> Article:
    """An article with a picture in front of its text, whose rights the page does not show."""
    file = Rendition(href="https://example.com/a.jpg")
    terms = Rights(usage_terms=["No sales"])
    image = Image(id="urn:x:p", renditions=(file,), captions=captions, rights=terms)
    return an_article("One.", "Two.", images=[image])


CAPTION = ImageCaption(
    language="en",
    text="The goat",
    credit="Ann Lee/AFP",
    photographers=("Ann Lee",),
    agencies=("AFP",),
)


@pytest.mark.parametrize("before", [(CAPTION,), ()])
@pytest.mark.parametrize(
    ("written", "text", "credit", "people"),
    [
        ("A new goat. Photo: Zoe Hill/AP", "A new goat.", "Zoe Hill/AP", ("Zoe Hill",)),
        ("<p>A new goat (Zoe Hill/AP)</p>", "A new goat", "Zoe Hill/AP", ("Zoe Hill",)),
        ("<p>A new</p><p>go<b>at</b></p>", "A new goat", None, ()),
    ],
)
def test_a_caption_that_was_written_anew_counts(
    before: tuple[ImageCaption, ...],
    written: str,
    text: str,
    credit: str | None,
    people: tuple[str, ...],
) -> None:
    page = html.dumps(illustrated(*before))
    start, _, rest = page.partition("</figure>")
    start = start.partition("<figcaption>")[0]
    article = html.loads(f"{start}<figcaption>{written}</figcaption></figure>{rest}")
    (image,) = article.images
    (caption,) = image.captions
    assert (caption.text, caption.credit) == (text, credit)
    assert (caption.photographers, caption.language) == (people, "en")
    assert not article.findings
    assert image.rights == illustrated().images[0].rights


def test_words_put_around_a_caption_are_part_of_it() -> None:
    span = '<span class="nm-caption">The goat</span>'
    for new in (
        f"{span} is nine.",
        f"<p>{span} is nine.</p>",
        '<i class="nm-caption">The goat</i> is nine.',
    ):
        article = edited(span, new, illustrated(CAPTION))
        assert article.images[0].captions == (evolve(CAPTION, text="The goat is nine."),)
        assert not article.findings
    assert edited(span, f"<p>{span}</p>", illustrated(CAPTION)) == illustrated(CAPTION)


# ------------------------------------------------------------------ figures moved and copied
def test_a_picture_moved_into_the_text_stays_the_one_it_was() -> None:
    page = html.dumps(illustrated(CAPTION))
    start, end = page.index("<figure"), page.index("</figure>") + len("</figure>")
    lead, without = page[start:end], page[:start] + page[end:]
    article = html.loads(without.replace("<p>Two.", f"{lead}<p>Two."))
    assert article.images == illustrated(CAPTION).images
    assert article.body[1] == Figure(image_id="urn:x:p")
    assert not article.findings
    assert html.dumps(article).count("<figure") == 1


def test_a_moved_picture_without_an_id_gets_one() -> None:
    for caption in (CAPTION, ImageCaption(text="The goat", alt_text="")):
        file = Rendition(href="https://example.com/a.jpg")
        whole = an_article("One.", images=[Image(renditions=(file,), captions=(caption,))])
        page = html.dumps(whole)
        start, end = page.index("<figure"), page.index("</figure>") + len("</figure>")
        article = html.loads(
            (page[:start] + page[end:]).replace("<p>One.", f"{page[start:end]}<p>One.")
        )
        (image,) = article.images
        assert article.body[0] == Figure(image_id=image.id or "")
        assert evolve(image, id=None) == whole.images[0]
        assert not article.findings
        assert html.dumps(article).count("<figure") == 1


def test_a_video_moved_into_the_text_stays_the_one_it_was() -> None:
    film = Rendition(href="https://example.com/a.mp4", content_type="video/mp4")
    clip = Video(id="urn:x:v", headline="The pier", renditions=(film,))
    page = html.dumps(an_article("One.", "Two.", videos=[clip]))
    figure = page[page.index("<figure") : page.index("</figure>") + len("</figure>")]
    article = html.loads(page.replace(figure, "").replace("<p>Two.", f"{figure}<p>Two."))
    assert article.body[1] == Figure(image_id="urn:x:v")
    assert (article.videos, article.images) == ((clip,), ())
    assert not article.findings


def test_a_number_too_large_for_any_picture_is_none() -> None:
    page = html.dumps(illustrated(CAPTION))
    article = html.loads(page.replace('data-nm-image="0"', f'data-nm-image="{"9" * 5000}"'))
    assert article.images == illustrated(CAPTION).images


@pytest.mark.parametrize("in_text", [False, True])
def test_a_copy_with_another_file_is_another_picture(*, in_text: bool) -> None:
    before = illustrated(CAPTION)
    if in_text:
        before = evolve(before, body=(Figure(image_id="urn:x:p"), *before.body))
    page = html.dumps(before)
    figure = page[page.index("<figure") : page.index("</figure>") + len("</figure>")]
    copy = figure.replace("a.jpg", "b.jpg").replace("The goat", "The sheep")
    for place in ("<p>One.", "<p>Two."):
        article = html.loads(page.replace(place, copy + place))
        first, second = article.images
        assert first == before.images[0]
        assert second.renditions[0].href == "https://example.com/b.jpg"
        assert [(c.text, c.credit) for c in second.captions] == [("The sheep", "Ann Lee/AFP")]
        assert Figure(image_id=second.id or "") in article.body
        assert not article.findings


# ------------------------------------------------------------------ what is told
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">A clip</", ">Two clips</"),
        (">Bo/AFP</", ">Zoe/AP</"),
        ('/a.mp4">', '/b.mp4">'),
        (">Words spoken<", ">Other words<"),
        ("<p>Two.</p>\n</div>", "<p>Two.</p>\n</div>\n<p>A paragraph behind the text</p>"),
        ("<p>Two.</p>\n</div>", "<p>Two.</p>\n</div>\nWords behind the text"),
        ("</h1>", "</h1>\n<h2>A second headline</h2>"),
        ("</header>", "<p>A standfirst</p></header>"),
        ('src="https://example.com/a.jpg"', 'src="data:image/png;base64,AA=="'),
        (">Made by a machine<", ">Made by hand<"),
    ],
)
def test_an_edit_that_is_not_read_back_is_told_wherever_it_was(old: str, new: str) -> None:
    clip = Video(
        id="urn:x:v",
        renditions=(Rendition(href="https://example.com/a.mp4"),),
        captions=(ImageCaption(language="en", text="A clip", credit="Bo/AFP"),),
        transcript="Words spoken",
    )
    made = (Provenance(disclosure="Made by a machine"),)
    picture = evolve(illustrated(CAPTION).images[0], provenance=made)
    before = evolve(illustrated(), images=(picture,), videos=(clip,))
    article = edited(old, new, before)
    assert article == before
    (found,) = article.findings
    assert found.rule == "html.edit-unread"
    assert "was edited in the page" in found.message


def test_words_put_into_a_page_of_which_all_is_shown_are_told_too() -> None:
    bare = an_article("One.")
    page = html.dumps(bare)
    assert "island" not in page
    article = html.loads(page.replace("</h1>", "</h1><h2>A second headline</h2>"))
    assert (article, [f.rule for f in article.findings]) == (bare, ["html.edit-unread"])


def test_of_lines_that_say_the_same_the_one_that_was_edited_changes() -> None:
    lines = [Text(value="Goats", role="seo"), Text(value="Goats", role="kicker")]
    article = edited('nm-kicker">Goats', 'nm-kicker">Sheep', an_article("x", headlines=lines))
    assert [line.value for line in article.headlines] == ["Goats", "Sheep"]
    rights = Rights(notices=["(c) Wire", "(c) Ann"])
    page = html.dumps(an_article("x", rights=rights))
    first, second = (f'<p class="nm-rights">{notice.value}</p>' for notice in rights.notices)
    assert f"{first}\n{second}" in page
    article = html.loads(page.replace(f"{first}\n{second}", f"{second}\n{first}"))
    assert article.rights == Rights(notices=["(c) Ann", "(c) Wire"])
    assert not article.findings


def test_a_line_that_the_text_repeats_is_put_right_in_both_places() -> None:
    body = [Heading(content="Mayor stole goats"), Paragraph(content="By Ann Lee"), "It rained, as"]
    article = an_article(*body, headline="Mayor stole goats", byline="By Ann Lee")
    found = edited('headline">Mayor stole goats', 'headline">Who has them?', article)
    assert (found.headline, found.text) == (
        "Who has them?",
        "Who has them?\nBy Ann Lee\nIt rained, as",
    )
    found = edited('"byline">By Ann Lee', '"byline">From our desk', article)
    assert found.text == "Mayor stole goats\nFrom our desk\nIt rained, as"
    found = edited('data-nm-field="byline">By Ann Lee', ">", article)
    assert found.text == "Mayor stole goats\nBy Ann Lee\nIt rained, as"
    assert "html.edit-unread" in [finding.rule for finding in found.findings]
    found = edited('"byline">By Ann Lee', '"byline">By Anna Lee', article)
    assert (found.byline, found.text) == (
        "By Anna Lee",
        "Mayor stole goats\nBy Anna Lee\nIt rained, as",
    )
    assert not found.findings


def test_a_summary_that_the_text_begins_with_follows_it() -> None:
    article = an_article("It rained on Monday.", "And so on.", summary="It rained on Monday.")
    said = 'repeats="summary">It rained on Monday.'
    found = edited(said, said.replace("Mon", "Tues"), article)
    assert (found.summary, found.findings) == ("It rained on Tuesday.", ())
    found = edited(said, said.replace("rained on", "rained</p><p>on"), article)
    assert (found.summary, found.findings) == ("It rained on Monday.", ())
    for new in (said.replace("It rained on Monday", "Goats"), 'x="">It rained, they say.'):
        found = edited(said, new, article)
        assert found.summary == "It rained on Monday."
        assert [finding.rule for finding in found.findings] == ["html.edit-unread"]


@pytest.mark.parametrize("name", sorted(examples.examples()))
def test_of_a_page_that_nobody_edited_nothing_is_told(name: str) -> None:
    article = evolve(examples.examples()[name], findings=())
    assert not html.loads(html.dumps(article, override=True)).findings


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("January 10, 2031", "January 11, 2031"),
        ("Published", "Printed"),
        ("Clarification", "Correction"),
        ("A film", "A play"),
        ("The ferrywoman", "The mayor"),
        ("Sponsor", "Paid by"),
    ],
)
def test_words_that_a_page_makes_itself_revert_and_that_is_told(words: str, other: str) -> None:
    quote = BlockQuote(blocks=["No."], speaker=Speaker(printed="The ferrywoman"))
    article = an_article(
        Embed(url="https://example.com/v", title="A film"),
        quote,
        published=datetime(2031, 1, 10, 6, tzinfo=UTC),
        sponsor=Concept(names=["Harbour"]),
        corrections=[
            Correction(kind=CorrectionKind.CLARIFICATION, text="t", date=date(2031, 1, 9))
        ],
    )
    page = html.dumps(article)
    assert not html.loads(page).findings
    for before in (">", "\N{EM DASH} "):
        page = page.replace(f"{before}{words}", f"{before}{other}")
    edited = html.loads(page)
    assert edited == article
    (found,) = edited.findings
    assert found.rule == "html.edit-unread"
    assert other in found.message


# ------------------------------------------------------------------ pages nobody touched
DIGEST = re.compile(' data-nm-digest="[^"]*"')
EMPTY_FIGURE = Image(id="i", renditions=(Rendition(href="a.tif", content_type="image/tiff"),))


@pytest.mark.parametrize(
    "article",
    [
        an_article("It rained.", Figure(image_id="i"), byline="By Ann", images=[EMPTY_FIGURE]),
        an_article("Mayor resigns", "She went.", headline="Mayor resigns", summary="Mayor resigns"),
        an_article("Two  spaces\nand a line", headline=" A  headline\n", credit="\xa0Wire "),
    ],
)
def test_of_a_page_as_it_was_written_nothing_is_told_whatever_it_keeps(article: Article) -> None:
    page = html.dumps(article)
    without_digest = DIGEST.sub("", page)
    assert without_digest != page
    for unedited in (page, page.replace("\n", "\r\n"), without_digest):
        found = html.loads(unedited)
        assert (found, found.findings) == (article, ())


@given(strategies.articles())
def test_of_pages_whose_digest_is_another_or_none_nothing_is_told(article: Article) -> None:
    shown = public(evolve(article, findings=()), override=True)
    page = html.dumps(shown, override=True)
    assert html.loads(page) == shown
    older = html.loads(DIGEST.sub("", page, count=1))
    assert (older, older.findings) == (shown, ())
    assert not html.loads(re.sub('(?<= data-nm-digest=")[0-9a-f]{8}', "0" * 8, page)).findings


@pytest.mark.parametrize("microsecond", [0, 500, 1_000, 123_456])
def test_a_time_finer_than_a_page_tells_stays_in_an_edited_page(microsecond: int) -> None:
    when = datetime(2031, 5, 4, 3, 2, 1, microsecond, tzinfo=UTC)
    article = an_article(Paragraph(content=["It sails in ", Time(value=when, content="May")]))
    edited = html.loads(html.dumps(article).replace("It sails", "It swims"))
    assert edited.body[0].content[1] == article.body[0].content[1]  # type: ignore[attr-defined]


def test_what_stands_around_an_article_is_no_edit_of_it() -> None:
    article = an_article("one\ntwo", summary="It rained.\n\nIt snowed.", credit="Wire")
    page = html.dumps(article)
    for old, new in (
        ("</main>", "<aside>Newsletter</aside>\n</main>"),
        ("</main>", "</main>\n<article class='nm-article'>\nOther news\n</article>"),
        ('<article class="nm-article"', '<article class="nm-article big" data-own="x"'),
        ('<article class="nm-article"', '<article id="story" class="nm-article"'),
    ):
        assert page.count(old) == 1
        found = html.loads(page.replace(old, new))
        assert (found, found.findings) == (article, ())


def test_an_edited_page_with_a_copy_of_the_one_before_it_is_edited() -> None:
    page = html.dumps(an_article("It rained.", credit="Wire"))
    start, end = page.index("<article"), page.index("</main>")
    article = page[start:end]
    edited = article.replace("It rained.", "It\nsnowed.")
    for both in (f"<!-- {article}-->{edited}", f"{edited}<!-- {article}-->"):
        found = html.loads(page[:start] + both + page[end:])
        assert (found.text, found.credit) == ("It snowed.", "Wire")


# ------------------------------------------------------------------ times
@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-01-02", datetime.fromisoformat("2024-01-02")),
        (" 2024-01-02 ", datetime.fromisoformat("2024-01-02")),
        ("2024-01-02 10:00", datetime.fromisoformat("2024-01-02T10:00")),
        ("2024-01-02T10:00Z", datetime(2024, 1, 2, 10, tzinfo=UTC)),
        ("2024-01-02 10:00+0000", datetime(2024, 1, 2, 10, tzinfo=UTC)),
        ("2024-01-02T10:00+23:00", None),
        ("2024-13-02", None),
        ("tomorrow", None),
    ],
)  # fmt: skip
def test_times_are_read_as_html_allows_them_and_others_are_told(written: str, read: Any) -> None:
    then = datetime(2031, 1, 10, 6, tzinfo=UTC)
    said = Paragraph(content=[Time(content="Then", value=then)])
    article = an_article(said, published=then)
    page = html.dumps(article).replace('time datetime="2031-01-10T06:00:00+00:00"', "time @")
    assert page.count("time @") == 2
    found = html.loads(page.replace("@", f'datetime="{written}"'))
    assert found.published == read
    (time,) = (run for run in found.body[0].content if isinstance(run, Time))  # type: ignore[attr-defined]
    assert str(time.value).partition(" ")[0] == str(read).partition(" ")[0]
    told = [finding.message for finding in found.findings if "Then" in finding.message]
    assert bool(told) == (read is None)
    assert any("Published" in finding.message for finding in found.findings)


# ------------------------------------------------------------------ what was hidden
HIDING = ("hidden", 'style="display: none"')


@pytest.mark.parametrize("own", HIDING)
def test_words_that_were_hidden_in_the_page_are_not_for_readers(own: str) -> None:
    article = an_article(
        "One.",
        BlockQuote(blocks=["A witness."]),
        ListBlock(items=["first", "second"]),
        Paragraph(content=["Two ", Emphasis(content="Jane Roe"), " three."]),
    )
    page = html.dumps(article)
    found = html.loads(page.replace("<p>One.", f"<p {own}>One."))
    assert not found.findings
    assert isinstance(found.body[0], Section)
    assert (found.body[0].public, text_of(found.body[0].blocks)) == (False, "One.")
    assert "One." not in html.dumps(found)
    quote = '<figure data-nm="BlockQuote"'
    found = html.loads(page.replace(quote, f"{quote} {own}"))
    assert "witness" not in html.dumps(found)
    for tag, words, left in (("<li>", "first", "second"), ("<em>", "Jane Roe", "Two  three.")):
        found = html.loads(page.replace(f"{tag}{words}", f"{tag[:-1]} {own}>{words}"))
        assert words not in found.text
        assert left in found.text
        assert [words in finding.message for finding in found.findings] == [True]


@pytest.mark.parametrize("own", HIDING)
def test_words_that_were_hidden_around_the_text_are_taken_out_and_told(
    own: str, tmp_path: Path
) -> None:
    retracted = Correction(text="It rained.", kind=CorrectionKind.RETRACTION)
    article = evolve(full(), summary="She went home.", byline="By Ann", corrections=(retracted,))
    page = html.dumps(article).replace("<main>", "<main><ul><li>")
    start = page.index("<article")
    lines = ("Ferry to sail</h1>", "She went", "By Ann<", "It rained.</span>", "Kicker<", "Deck<")
    for old in (*lines, "Wire<", "(c) 2023", "All rights", "A ferry<", "blood", "<figcaption"):
        assert page.count(old, start), old
        for tag in ("span", "div") if "h1" in old else ("span",):
            hidden = f"<{tag} {own}>Secret</{tag}>{old}"
            found = html.loads(page[:start] + page[start:].replace(old, hidden, 1))
            assert ["'Secret'" in finding.message for finding in found.findings] == [True]
            assert found.findings[0].line
            assert found == article
    (notice,) = html.dump_site(evolve(article, status=Status.CANCELED), tmp_path)
    hidden = f"<span {own}>Secret </span>It rained"
    found = html.loads(notice.read_text("utf-8").replace("It rained", hidden))
    assert found.corrections == (retracted,)
    assert ["'Secret '" in finding.message for finding in found.findings] == [True]


@pytest.mark.parametrize("own", HIDING)
def test_a_text_or_a_caption_that_was_hidden_as_a_whole_is_not_for_readers(own: str) -> None:
    notices = (Correction(text="It was Monday."), Correction(text="It was noon."))
    article = evolve(full(), corrections=notices)
    found = edited('<div class="nm-body"', f'<div {own} class="nm-body"', article)
    (part,) = found.body
    assert isinstance(part, Section)
    assert (part.public, part.blocks, found.findings) == (False, article.body, ())
    assert "One." not in html.dumps(found)
    found = edited("<figcaption>", f"<figcaption {own}>", article)
    assert ["'A ferry'" in finding.message for finding in found.findings] == [True]
    assert "A ferry" not in html.dumps(found)
    page = html.dumps(article)
    notice = re.search('<p class="nm-correction".*Monday.*</p>', page)
    assert notice is not None
    found = html.loads(page.replace(notice[0], notice[0].replace("<p", f"<p {own}")))
    assert found.corrections == article.corrections[1:]
    assert ["Monday" in finding.message for finding in found.findings] == [True]


def test_a_line_that_was_hidden_above_the_text_is_told() -> None:
    article = an_article("One.", byline="By Ann Lee", images=illustrated(CAPTION).images)
    for old in ('<p class="nm-byline"', '<figure class="nm-lead"'):
        found = edited(old, f"{old} hidden", article)
        assert found == article
        assert [finding.rule for finding in found.findings] == ["html.edit-unread"]


def test_a_picture_in_a_part_that_was_hidden_is_not_shown_elsewhere() -> None:
    picture = illustrated(CAPTION).images
    article = an_article("One.", Section(blocks=[Figure(image_id="urn:x:p")]), images=picture)
    found = edited('<div data-nm="Section"', '<div hidden data-nm="Section"', article)
    assert (found.images, found.findings) == (picture, ())
    assert "<figure" not in html.dumps(found)


# ------------------------------------------------------------------ white space
def test_white_space_of_a_formatter_is_none_of_the_text() -> None:
    line = Dateline(text="KYIV, Jan 10 (Wire) -", place="Kyiv", date=date(2024, 1, 10))
    article = an_article(
        "She went.",
        ListBlock(items=["one", "two"]),
        Paragraph(content=["It is ", Emphasis(content="very"), " late.", LineBreak(), "A  night."]),
        Preformatted(content="a\n   b"),
        Paragraph(
            content=[InlineQuote(content="No,", speaker=Speaker(printed="Roe")), " said Roe"]
        ),
        byline="By Ann Lee",
        dateline=line,
        corrections=[Correction(text="It was Monday.")],
    )
    page = html.dumps(article)
    start, end = page.index("<main>"), page.index("</main>")
    body = page[start:end]
    laid_out = re.sub(
        r"<(p|h1|li|em|div|span)( [^>]*)?>(.*?)</\1>", r"<\1\2>\n\t  \3\n </\1>", body
    )
    laid_out = laid_out.replace("is ", "is\n      ").replace("She went", "She\n   went")
    assert laid_out != body
    found = html.loads(page[:start] + laid_out + page[end:])
    assert (found, found.findings) == (article, ())


def test_a_line_break_in_a_line_parts_words() -> None:
    article = an_article(
        "One.",
        headline="Mayor resigns after",
        byline="By Ann Lee",
        summary="She went.",
        corrections=[Correction(text="It was Monday.")],
    )
    page = html.dumps(article)
    start = page.index("<main>")
    for new in ("<br>", " <br>", "<br>\n  ", " <br> "):
        body = page[start:]
        for word in ("after", "Lee", "went", "Monday"):
            body = body.replace(f" {word}", f"{new}{word}")
        assert body.count("<br>") == 4
        found = html.loads(page[:start] + body)
        assert (found, found.findings) == (article, ())


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("\x0b", "\ufffd"),
        ("&#31;", "\ufffd"),
        ("\ufffe", "\ufffd"),
        ("&#146;", "\u2019"),
        ("\f", " "),
    ],
)
def test_characters_that_no_format_holds_are_read_wherever_they_are_pasted(
    pasted: str, read: str, tmp_path: Path
) -> None:
    article = an_article(
        Paragraph(content=["One ", Emphasis(content="two"), " three four."]),
        Preformatted(content="five six"),
        summary="In short words.",
        corrections=[Correction(text="It rained long.", kind=CorrectionKind.RETRACTION)],
    )
    killed = evolve(article, status=Status.CANCELED)
    (notice,) = html.dump_site(killed, tmp_path)
    for new in (pasted, f"{pasted}\n", f"<br>\n{pasted}", f"<span hidden>x</span>{pasted} "):
        page = html.dumps(article)
        for old in ("three four", "In short", "rained long", "five six", "two</em>"):
            page = page.replace(old, old.replace(" ", new).replace("</", f"{new}</"))
        found = html.loads(page)
        shown = (found.text, found.summary, found.corrections[0].text)
        assert all(read in (each or "") for each in shown)
        html.loads(html.dumps(found))
        page = notice.read_text("utf-8").replace("rained ", f"rained{new}")
        assert read in (html.loads(page).corrections[0].text or "")


# ------------------------------------------------------------------ notices
@pytest.mark.parametrize(
    ("old", "new", "texts", "told"),
    [
        ("</span></p>", "</span> Nobody was there.</p>", ["It rained. Nobody was there."], False),
        ("</span></p>", "</span></p><p>A note.</p>", ["It rained.", "A note."], False),
        ("</span></p>", "</span></p><ul><li>A note.</li></ul>", ["It rained."], True),
        ("</span></p>", "</span></p>A note.", ["It rained."], True),
        ("</article>", "<p>A note.</p></article>", ["It rained."], True),
    ],
)
def test_what_is_put_into_a_notice_counts_or_is_told(
    old: str, new: str, texts: list[str], *, told: bool, tmp_path: Path
) -> None:
    kind = CorrectionKind.RETRACTION
    article = an_article("One.", corrections=[Correction(text="It rained.", kind=kind)])
    killed = evolve(article, status=Status.CANCELED)
    (notice,) = html.dump_site(killed, tmp_path)
    for page in (html.dumps(article), notice.read_text("utf-8")):
        assert not html.loads(page).findings
        found = html.loads(page.replace(old, new))
        assert [each.text for each in found.corrections] == texts
        assert ["note" in finding.message for finding in found.findings] == [True] * told
        assert all(finding.line for finding in found.findings)
        if not told and found.status is Status.CANCELED:
            (again,) = html.dump_site(found, tmp_path)
            assert html.loads(again.read_bytes()) == found


def test_a_notice_that_leads_to_other_languages_is_not_edited_by_that(tmp_path: Path) -> None:
    others = [
        Translation(language=tag, headline="H", body=["Text"])
        for tag in ("de", "de-AT", "pl", "he")
    ]
    killed = an_article("One.", status=Status.CANCELED, translations=others, language=None)
    for language in ("en", "de", None):
        notice, *pages = html.dump_site(evolve(killed, language=language), tmp_path)
        written = notice.read_text("utf-8")
        assert written.count("<li") == 5
        found = html.loads(written)
        assert (found.status, found.language, found.findings) == (Status.CANCELED, language, ())
        (finding,) = html.loads(written.replace("</ul>", "<li>And more</li></ul>")).findings
        assert "And more" in finding.message
        assert len(pages) == 4
        assert not any(html.load(page).findings for page in pages)


# ------------------------------------------------------------------ whose work and words
ANN = Contributor(name="Ann Lee", links=(Link(href="https://example.com/ann"),))


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("By Bob Roe", True),
        ("By Ann Lee and Bob Roe", True),
        ("BY ANN LEE AND BOB ROE", True),
        ("BY ANN LEE", False),
        ("By Ann  Lee", False),
    ],
)
@pytest.mark.parametrize("author", [ANN, evolve(ANN, links=())])
def test_a_byline_of_others_than_the_authors_is_told(
    now: str, author: Contributor, *, told: bool
) -> None:
    article = an_article("One.", byline="By Ann Lee", authors=[author])
    page = html.dumps(article)
    line = re.search('(?<=field="byline")[^>]*>(.*)(?=</p>)', page)
    assert line is not None
    found = html.loads(page.replace(f"{line[1]}</p>", f"{now}</p>"))
    assert found.authors == (author,)
    unsure = [each for each in found.findings if "authors are still" in each.message]
    assert [each.line is not None for each in unsure] == [True] * told


def test_an_attribution_to_somebody_else_is_told_where_it_was_edited() -> None:
    roe = Speaker(printed="Roe", person=Concept(names=["Jane Roe"]))
    said = InlineQuote(content="We lied,", speaker=roe, attribution="said Roe")
    article = an_article(
        Paragraph(content=[said, " said Roe."]),
        BlockQuote(blocks=["We did."], speaker=roe, attribution="Jane Roe, mayor"),
    )
    for old, new, words in (
        (" said Roe.", " said Smith.", "We lied"),
        (">Jane Roe, mayor", ">Max Smith, mayor", "We did"),
    ):
        (finding,) = edited(old, new, article).findings
        assert (words in finding.message, "'Jane Roe'" in finding.message) == (True, True)
        assert finding.line
    for old, new in ((" said Roe.", " said Roe on Monday."), (", mayor<", ", the mayor<")):
        assert not edited(old, new, article).findings


def test_an_attribution_beside_a_quotation_counts_where_it_is_no_other_ones() -> None:
    roe = Speaker(printed="Roe", person=Concept(names=["Jane Roe"]))
    one, two = (
        InlineQuote(content=words, speaker=roe, attribution="Roe said")
        for words in ("We lied,", "We did,")
    )
    both = an_article(
        Paragraph(content=[one, " Roe said. It rained."]), Paragraph(content=[two, " Roe said."])
    )
    (finding,) = edited(" Roe said.</p>", " Smith said.</p>", both).findings
    assert ("We did" in finding.message, finding.line is not None) == (True, True)
    (finding,) = edited(" Roe said. It", " Smith said. It", both).findings
    assert "We lied" in finding.message
    assert not edited("It rained", "It snowed", both).findings
    before = an_article("Then Roe said this:", Paragraph(content=[two, " and it rained."]))
    assert not edited("it rained", "it snowed", before).findings
    assert len(edited("Roe said this", "Smith said this", before).findings) == 1
    split = an_article(Paragraph(content=[one, " Roe said, ", two, " and it rained."]))
    assert not edited("it rained", "it snowed", split).findings
    assert len(edited("</span> Roe", "</span> Smith", split).findings) == 2


def test_a_speaker_without_an_attribution_is_looked_for_where_the_words_named_him() -> None:
    kos = Speaker(printed="Kos", person=Concept(names=["Jan Kos"], qcode="p:1"))
    said = InlineQuote(content="We will go", speaker=kos)
    article = an_article(Paragraph(content=["Kos said: ", said, ". It rained."]))
    (finding,) = edited("Kos said:", "Olha Marchuk said:", article).findings
    assert ("We will go" in finding.message, "'Jan Kos'" in finding.message) == (True, True)
    assert not edited("Kos said:", "Jan Kos said:", article).findings
    assert not edited("It rained", "It snowed", article).findings


@pytest.mark.parametrize(
    ("printed", "known", "now", "told"),
    [
        ("Jan Kos", ["Jan Kos"], "Olha Marchuk", True),
        ("Jan Kos", [], "Olha Marchuk", True),
        ("the mayor", ["Jan Kos"], "the clerk", True),
        ("Jan Kos", ["Jan Kos"], "Kos", False),
        ("Kos", ["Jan Kos"], "Mr Jan Kos", False),
        ("Vilkhove", ["Vilkhove", "Wilchowe"], "Wilchowe", False),
    ],
)
def test_a_mention_of_something_else_than_its_concept_is_told(
    printed: str, known: list[str], now: str, *, told: bool
) -> None:
    named = Mention(content=printed, concept=Concept(names=known, qcode="p:1"))
    article = an_article(Paragraph(content=["In March ", named, " left."]))
    found = edited(f">{printed}<", f">{now}<", article)
    assert (now in found.text, [f.line is not None for f in found.findings]) == (
        True,
        [True] * told,
    )
    assert not edited(" left.", " stayed.", article).findings


def test_words_that_tell_another_time_than_machines_are_told_is_told() -> None:
    article = an_article(Paragraph(content=[Time(content="Monday", value=date(2024, 1, 8)), "."]))
    (finding,) = edited(">Monday<", ">Tuesday<", article).findings
    assert ("Tuesday" in finding.message, "2024-01-08" in finding.message) == (True, True)
    page = html.dumps(article).replace(">Monday<", ">Tuesday<")
    found = html.loads(page.replace('"2024-01-08"', '"2024-01-09"'))
    assert (found.findings, 'datetime="2024-01-09"' in html.dumps(found)) == ((), True)


@pytest.mark.parametrize(
    ("now", "fields"),
    [
        ("Olha Marchuk/Agency Two", ["creator", "credit", "rights"]),
        ("Jan Kos/Agency Two", ["credit", "rights"]),
        ("Jan Kos / Agency One", []),
    ],
)
def test_what_a_picture_says_of_those_whom_its_credit_names_no_more_is_told(
    now: str, fields: list[str]
) -> None:
    image = Image(
        renditions=(Rendition(href="https://example.com/1.jpg"),),
        captions=(ImageCaption(language="en", text="A ferry", credit="Jan Kos/Agency One"),),
        creator=Contributor(name="Jan Kos"),
        credit="Agency One",
        rights=Rights(notices=[Text(value="(c) Agency One")]),
    )
    found = edited(">Jan Kos/Agency One<", f">{now}<", an_article("One.", images=[image]))
    assert found.images[0].captions[0].credit == now
    assert [f.line is not None for f in found.findings] == [True] * len(fields)
    for finding, field in zip(found.findings, fields, strict=True):
        assert f"the field '{field}'" in finding.message


def test_a_name_for_machines_that_was_edited_counts() -> None:
    kos = Concept(names=["Jan Kos"], qcode="p:1")
    article = an_article(
        Paragraph(
            content=[
                InlineQuote(content="Go", speaker=Speaker(person=kos)),
                Mention(content="the mayor", concept=kos),
            ]
        )
    )
    for name, other in (("speaker", "concept"), ("concept", "speaker")):
        old = f'data-nm-{name}="Jan Kos"'
        for new, now in ((f'data-nm-{name}="Olha Marchuk"', "Olha Marchuk"), ("", "")):
            found = edited(old, new, article)
            (paragraph,) = found.body
            assert isinstance(paragraph, Paragraph)
            quote, mention = paragraph.content
            assert isinstance(quote, InlineQuote)
            assert isinstance(mention, Mention)
            names = {"speaker": str(quote.speaker or ""), "concept": str(mention.concept)}
            assert (names[name], names[other]) == (now, "Jan Kos")
    swapped = re.sub(
        r'( data-nm-speaker="Jan Kos")(.*?)( data-nm-known="\d")', r"\3\2\1", html.dumps(article)
    )
    assert html.loads(swapped) == article


@pytest.mark.parametrize(("rank", "level"), [("h1", 2), ("h3", 4), ("h6", 6)])
def test_a_heading_that_was_given_another_rank_has_another_level(rank: str, level: int) -> None:
    article = an_article(Heading(content="Why", level=3), "One.")
    page = html.dumps(article)
    found = html.loads(re.sub("<h2( .*)</h2>", rf"<{rank}\1</{rank}>", page))
    assert found == evolve(article, body=[Heading(content="Why", level=level), "One."])
    assert not found.findings


def test_a_canonical_address_that_was_edited_is_told() -> None:
    article = an_article("One.", url="https://example.com/a")
    page = html.dumps(article)
    old = '<link rel="canonical" href="https://example.com/a">'
    found = html.loads(page.replace(old, old.replace("/a", "/b")))
    assert [(found, finding.rule) for finding in found.findings] == [(article, "html.edit-unread")]
    assert not html.loads(page.replace("https://example.com/a", "https://example.com/b")).findings


def test_an_edited_name_that_is_read_out_of_a_video_is_told() -> None:
    film = Video(renditions=(Rendition(href="https://example.com/v.mp4"),), headline="A ferry")
    article = an_article("One.", videos=[film])
    (finding,) = edited('aria-label="A ferry"', 'aria-label="A goat"', article).findings
    assert finding.rule == "html.edit-unread"


# ------------------------------------------------------------------ addresses and links
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<a href="https://example.com/v">', '<a href="https://example.com/w">'),
        ('href="https://example.com/ann', 'href="https://example.com/bob'),
        ('href="https://example.com/rights', 'href="https://example.com/lefts'),
        ('<li><a href="https://example.com/old">Old story</a></li>', ""),
        ("</li></ul></nav>", '</li><li><a href="https://example.com/x">X</a></li></ul></nav>'),
    ],
)
def test_an_edited_address_is_told(old: str, new: str) -> None:
    article = an_article(
        "One.",
        Embed(url="https://example.com/v", title="A film"),
        byline="By Ann Lee",
        authors=[ANN],
        links=[Link(rel="related", href="https://example.com/old", title="Old story")],
        rights=Rights(notices=[Text(value="(c) Wire", href="https://example.com/rights")]),
    )
    found = edited(old, new, article)
    assert found == article
    assert [finding.rule for finding in found.findings] == ["html.edit-unread"]


def test_related_links_that_were_edited_count() -> None:
    old = Link(rel="related", href="https://example.com/old", title="Old story", hreflang="en")
    other = Link(rel="related", href="https://example.com/other", title="Other story")
    article = an_article("One.", links=[Link(href="https://example.com/a", rel="seo"), old, other])
    found = edited('old" hreflang="en">Old story', 'new" hreflang="en">New <b>story</b>', article)
    new = evolve(old, href="https://example.com/new", title="New story")
    assert (found.links, found.findings) == ((article.links[0], new, other), ())


def test_of_related_links_that_were_moved_or_replaced_only_what_is_true_stays() -> None:
    flood = Link(
        href="https://example.com/flood?a=1&b=2",
        rel="related",
        title="The flood",
        residref="urn:x:flood",
        version=3,
        rank=2,
        hreflang="en",
    )
    bridge = Link(href="https://example.com/b", rel="related", title="Міст", language="uk")
    bridge = evolve(bridge, residref="urn:x:bridge")
    advert = Link(href="https://example.com/a", rel="seo")
    page = html.dumps(an_article("One.", links=[flood, advert, bridge]))
    first, second = re.findall("<li><a.*?</li>", page)

    def found(one: str, other: str) -> tuple[Link, ...]:
        article = html.loads(page.replace(first + second, one + other))
        assert article.findings == ()
        return article.links

    assert found(first, second) == (flood, advert, bridge)
    assert found(second, first) == (bridge, advert, flood)
    retitled = second.replace("Міст", "Новий міст")
    assert found(retitled, first) == (evolve(bridge, title="Новий міст"), advert, flood)
    mayor = Link(href="https://example.com/m", rel="related", title="Mayor", hreflang="en")
    item = '<li><a href="https://example.com/m" hreflang="en">Mayor</a></li>'
    assert found(item, second) == (evolve(mayor, rank=2), advert, bridge)
    assert found(second, item) == (bridge, advert, evolve(mayor, rank=2))
    moved = Link(href="https://example.com/c", rel="related", title="Міст", language="uk")
    assert found(first, second.replace("com/b", "com/c")) == (flood, advert, moved)
    assert found(second, second) == (bridge, advert, evolve(moved, href=bridge.href, rank=2))


def test_pictures_beside_the_text_in_another_order_are_told() -> None:
    pictures = [
        Image(id=name, renditions=(Rendition(href=f"https://example.com/{name}.jpg"),))
        for name in "abc"
    ]
    page = html.dumps(an_article("One.", images=pictures))
    _, second, third = re.findall("<figure.*?</figure>", page)
    swapped = page.replace(second, "@").replace(third, second).replace("@", third)
    (finding,) = html.loads(swapped).findings
    assert "another order" in finding.message


def test_of_figures_beside_the_text_only_those_taken_out_are_told() -> None:
    film = Video(headline="The film", renditions=(Rendition(href="https://example.com/v.mp4"),))
    talk = Audio(headline="The talk", renditions=(Rendition(href="https://example.com/a.mp3"),))
    for sounds in ([talk], [talk, evolve(talk, id="again")]):
        article = an_article("One.", videos=[film], audios=sounds)
        page = html.dumps(article)
        shown = re.findall('<figure class="nm-more">.*?</figure>\n', page)
        assert len(shown) == 1 + len(sounds)
        found = html.loads(page.replace(shown[-1], "", 1))
        assert ["The talk" in finding.message for finding in found.findings] == [True]
        found = html.loads(page.replace(shown[0], shown[-1]))
        assert ["The film" in finding.message for finding in found.findings] == [True]


# ------------------------------------------------------------------ the data island
def test_data_that_cannot_be_read_are_told_with_their_line() -> None:
    article = an_article("The Bridge is open.", keywords=["Bridge"], urgency=3)
    page = html.dumps(article)
    found = html.loads(page.replace("Bridge", '"Bridge"'))
    assert (found.keywords, found.urgency, found.text) == ((), None, 'The "Bridge" is open.')
    (finding,) = found.findings
    assert "cannot be read" in finding.message
    assert "data-nm-island" in page.splitlines()[(finding.line or 0) - 1]
    found = html.loads(page.replace('"value":3', '"value":"three"'))
    assert ([word.value for word in found.keywords], found.urgency) == (["Bridge"], None)
    (finding,) = found.findings
    assert "$.urgency" in finding.message


def test_data_that_are_gone_or_of_another_article_are_told_once_and_not_taken_over() -> None:
    pages = [
        html.dumps(an_article(f"{name} writes.", id=name, authors=[author(name)], credit=name))
        for name in ("Ann", "Bob")
    ]
    (start, end, data), (from_, to, others) = map(parts_of, pages)
    ann, bob = pages
    own = ann[start:end]
    for page, words in (
        (ann.replace(data, ""), "are gone"),
        (ann.replace(data, others), "belong to another article"),
        (bob[:from_] + own + bob[to:], "belong to another article"),
    ):
        for text in ("Ann writes.", "Ann\nwrote."):
            found = html.loads(page.replace("Ann writes.", text))
            assert (found.id, found.text) == ("Ann", " ".join(text.split()))
            assert (found.authors, found.credit) == ((), None)
            (finding,) = found.findings
            assert (words in finding.message, finding.line is not None) == (True, True)
    for both in (bob[:to] + own + bob[to:], bob[:from_] + own + bob[from_:]):
        found = html.loads(both.replace("</body>", f"{data}</body>"))
        assert [each.name for each in found.authors] == [found.id]
        assert not found.findings


def test_an_article_without_data_takes_none_of_others_and_nothing_is_told() -> None:
    article = an_article("One.", byline="By Ann Lee")
    page, other = html.dumps(article), html.dumps(an_article("Two.", credit="Wire"))
    start, end, _ = parts_of(page)
    from_, to, _ = parts_of(other)
    found = html.loads(other[:from_] + page[start:end] + other[to:])
    assert (found, found.findings) == (article, ())


def author(name: str) -> Contributor:
    return Contributor(name=name, biography=f"{name} writes.")


def parts_of(page: str) -> tuple[int, int, str]:
    """Where the article of a page begins and ends, and its data island."""
    data = re.search("<script[^>]*data-nm-island.*</script>\n", page)
    return page.index("<article"), page.index("</main>"), data[0] if data else ""
