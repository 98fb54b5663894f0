"""Pages of ours that somebody edited: what was edited counts, or it is said that it does not."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from newsmodel import changes
from newsmodel.formats import html
from newsmodel.model import (
    Article,
    Concept,
    Figure,
    Image,
    ImageCaption,
    Rendition,
    Rights,
    Section,
    Text,
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


@pytest.mark.parametrize("name", sorted(examples.examples()))
def test_of_a_page_that_nobody_edited_nothing_is_told(name: str) -> None:
    article = evolve(examples.examples()[name], findings=())
    assert not html.loads(html.dumps(article, override=True)).findings
