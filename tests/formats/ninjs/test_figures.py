"""Pictures in bodies: what their figures say where the associated objects do not."""

from __future__ import annotations

import json as plain_json
from typing import Any

import attrs
import pytest

from newsmodel.formats import html, json, newsml, ninjs
from newsmodel.model import (
    Article,
    Embargo,
    Figure,
    Image,
    ImageCaption,
    Paragraph,
    Rendition,
    Status,
)

MILL, CORN = "https://rivers.example/mill.jpg", "https://rivers.example/corn.jpg"
MILL_ID = "https://rivers.example/pictures/1"
SAID = ImageCaption(
    text="The mill turns.",
    alt_text="A mill",
    credit="Ann Lee/TT",
    photographers=("Ann Lee",),
    agencies=("TT",),
)
BODY = f"""<p>Corn.</p><figure><img src="{MILL}" alt="A mill"/><figcaption>The mill turns.
<span class="credit">Ann Lee/TT</span></figcaption></figure>
<figure><img src="{CORN}" alt="Corn"/><figcaption>Corn is ground.</figcaption></figure>"""


def document(body: str = BODY, **more: Any) -> dict[str, Any]:
    """An article with one associated picture."""
    picture = {
        "name": "main",
        "uri": MILL_ID,
        "type": "picture",
        "renditions": [{"name": "web", "href": MILL}],
    }
    return {
        "uri": "urn:example:1",
        "type": "text",
        "standard": {"name": "ninjs", "version": "3.1"},
        "headlines": [{"role": "main", "value": "Mills"}],
        "bodies": [{"role": "main", "contentType": "text/html", "value": body}],
        "associations": [picture | more],
    }


def read(known: dict[str, Any]) -> Article:
    return ninjs.loads(plain_json.dumps(known))


def again(article: Article) -> Article:
    return ninjs.loads(ninjs.dumps(article))


def bare(article: Article) -> tuple[Image, ...]:
    """The pictures of an article without what is carried for them."""
    return tuple(attrs.evolve(image, extensions=()) for image in article.images)


def test_a_figure_says_what_its_associated_object_does_not() -> None:
    image = read(document()).images[0]
    assert (image.id, image.captions) == (MILL_ID, (SAID,))


def test_what_the_object_says_itself_counts() -> None:
    own: dict[str, Any] = {
        "descriptions": [{"role": "caption", "value": "Wheels."}],
        "infoSources": [{"role": "credit", "name": "AP"}],
    }
    article = read(document(**own))
    assert article.images[0].captions == (
        ImageCaption(text="Wheels.", alt_text="A mill", credit="AP"),
    )


def test_a_picture_without_an_object_is_one_of_the_article() -> None:
    article = read(document())
    image = article.images[1]
    assert image.renditions == (Rendition(href=CORN),)
    assert image.captions == (ImageCaption(text="Corn is ground.", alt_text="Corn"),)
    shown = [block.image_id for block in article.body if isinstance(block, Figure)]
    assert shown == [MILL_ID, image.id]
    page = html.dumps(article)
    assert CORN in page
    assert "Corn is ground." in page


@pytest.mark.parametrize("status", ["usable", "canceled"])
def test_a_figure_in_another_size_shows_what_the_comment_before_it_names(status: str) -> None:
    small = MILL.replace(".jpg", "-200.jpg?a=1&amp;b=2")
    video = '<!-- EMBED START Video {id: "film"} --><video></video><!-- EMBED END Video -->'
    figure = f'<figure><img alt="A mill" src="{small}"></figure>'
    picture = f'<!-- EMBED START Image {{id: "main"}} -->{figure}<!-- EMBED END Image -->'
    article = read(document(f"<p>Corn.</p>{video}{picture}{figure}", pubStatus=status))
    assert [image.id for image in article.images] == [MILL_ID]
    assert [block.image_id for block in article.body if isinstance(block, Figure)] == [MILL_ID] * 2
    assert again(article) == article
    assert (small in html.dumps(article)) is False
    assert (MILL in html.dumps(article)) == (status == "usable")


@pytest.mark.parametrize(
    "known",
    [
        document(),
        document(descriptions=[{"role": "alt", "value": "Wheels"}]),
        document() | {"associations": []},
        document() | {"standard": {"name": "ninjs", "version": "3.0"}},
        document("<p>Corn.</p>"),
    ],
)
def test_neither_gets_into_the_associations_of_a_document(known: dict[str, Any]) -> None:
    article = read(known)
    through_json = json.loads(json.dumps(article))
    for each in (article, through_json, attrs.evolve(article, byline="By Ann")):
        written = plain_json.loads(ninjs.dumps(each))
        assert written["bodies"] == known["bodies"]
        assert written.get("associations", []) == known["associations"]


NITF = f"""<nitf><body><body.content><p>Corn.</p><media media-type="image">
<media-reference source="{MILL}"/><media-caption>The mill turns.</media-caption></media>
</body.content></body></nitf>"""


@pytest.mark.parametrize("body", [BODY, BODY.replace("img ", "img data-x='1' "), NITF])
@pytest.mark.parametrize("version", ["2.1", "3.1"])
@pytest.mark.parametrize("order", [{"status": Status.CANCELED}, {"embargo": Embargo()}])
def test_a_picture_held_back_after_reading_goes_out_of_the_body(
    body: str, version: str, order: dict[str, Any]
) -> None:
    article = read(document(body))
    for each in (article, json.loads(json.dumps(article))):
        mill = attrs.evolve(each.images[0], **order)
        edited = attrs.evolve(each, images=(mill, *each.images[1:]))
        text = str(plain_json.loads(ninjs.dumps(edited, version=version))["bodies"])
        assert "Corn." in text
        assert MILL not in text
        assert "mill turns" not in text
        assert "$.extensions[0]" in [loss.path for loss in ninjs.losses(edited, version=version)]
        assert again(edited).images[0].status is mill.status
        held = attrs.evolve(edited, **order)
        assert MILL in ninjs.dumps(held)  # the article may be used no sooner
        assert plain_json.loads(ninjs.dumps(held))["bodies"][0]["value"] == body


@pytest.mark.parametrize("body", [BODY, NITF])
@pytest.mark.parametrize(
    "order", [{"pubStatus": "canceled"}, {"embargoedUntil": "2099-01-10T09:00:00Z"}]
)
def test_but_a_body_that_came_with_it_goes_on_as_it_came(body: str, order: dict[str, str]) -> None:
    known = document(body, **order)
    article = read(known)
    for each in (article, json.loads(json.dumps(article))):
        assert plain_json.loads(ninjs.dumps(each)) == known
        assert again(each) == article
        assert ninjs.losses(each) == ()
        other = attrs.evolve(each, byline="By Ann")
        assert plain_json.loads(ninjs.dumps(other)) == known | {"by": "By Ann"}
        stricter = attrs.evolve(each.images[0], status=Status.WITHHELD)
        other = attrs.evolve(each, images=(stricter, *each.images[1:]))
        assert "mill turns" not in str(plain_json.loads(ninjs.dumps(other))["bodies"])


def edits() -> dict[str, Article]:
    article = read(document())
    mill, corn = article.images
    other = attrs.evolve(mill, captions=(attrs.evolve(SAID, text="Wheels."),))
    return {
        "another body": attrs.evolve(article, body=(Paragraph(content="New."), *article.body)),
        "another caption": attrs.evolve(article, images=(other, corn)),
        "a caption less": attrs.evolve(article, images=(mill, attrs.evolve(corn, captions=()))),
        "a picture less": attrs.evolve(article, images=(mill,)),
        "no associated picture": attrs.evolve(article, images=(corn,)),
        "no picture": attrs.evolve(article, images=()),
        "nothing": attrs.evolve(article, images=(), body=()),
    }


@pytest.mark.parametrize("edited", edits().values(), ids=edits())
def test_what_is_edited_comes_back(edited: Article) -> None:
    for each in (again(edited), again(json.loads(json.dumps(edited)))):
        assert each.body == edited.body
        assert bare(each) == bare(edited)


def test_a_picture_taken_out_leaves_each_text_what_it_is() -> None:
    plain = {"role": "text", "contentType": "text/plain", "value": "Corn.\n\nIt is ground."}
    known = document('<p>Corn.</p><figure><img src="mill.jpg"/></figure><p>It is ground.</p>')
    known["bodies"].append(plain)
    article = read(known)
    less = [block for block in article.body if not isinstance(block, Figure)]
    edited = attrs.evolve(article, body=less, images=article.images[:1])
    first, second = plain_json.loads(ninjs.dumps(edited))["bodies"]
    assert (first["contentType"], second) == ("text/html", plain)
    assert {"body_html", "body_text"} <= plain_json.loads(ninjs.dumps(edited, version="1.6")).keys()


@pytest.mark.parametrize("version", ["1.6", "2.1"])
def test_in_another_version_nothing_is_lost(version: str) -> None:
    article = read(document())
    written = ninjs.loads(ninjs.dumps(article, version=version))
    assert [i.captions for i in written.images] == [i.captions for i in article.images]


def test_in_another_format_they_are_pictures_like_others() -> None:
    article = read(document())
    assert newsml.losses(article) == ()
    assert bare(newsml.loads(newsml.dumps(article))) == bare(article)
