"""Pages of ours that somebody edited: what was edited counts, or it is said that it does not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve

from newsmodel import changes
from newsmodel.formats import html
from newsmodel.model import (
    Article,
    BlockQuote,
    Concept,
    Correction,
    CorrectionKind,
    Embed,
    Figure,
    Heading,
    Image,
    ImageCaption,
    Paragraph,
    Provenance,
    Rendition,
    Rights,
    Section,
    Speaker,
    Text,
    Video,
)
from newsmodel.testing import examples
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
