"""What somebody puts into the text of a document of ours is part of the article that is read."""

import json
from collections.abc import Callable

import pytest

from newsmodel.formats import html, newsml, ninjs
from newsmodel.model import Article, Figure, Image, ImageCaption
from newsmodel.testing import examples

_PICTURE = '<img src="https://example.com/goat.jpg" alt="A goat"/>'
_IN_A_FIGURE = f"<figure>{_PICTURE}<figcaption>The new goat</figcaption></figure>"


def _in_newsml(article: Article, markup: str) -> Article:
    written = newsml.dumps(article)
    opening = '<body data-nm="body">'
    assert opening in written
    return newsml.loads(written.replace(opening, opening + markup, 1))


def _in_ninjs(article: Article, markup: str) -> Article:
    written = json.loads(ninjs.dumps(article))
    body = next(each for each in written["bodies"] if each["value"].startswith("<div data-nm"))
    body["value"] = body["value"].replace(">", f">{markup}", 1)
    return ninjs.loads(json.dumps(written))


def _in_html(article: Article, markup: str) -> Article:
    written = html.dumps(article, override=True)
    before, opening, after = written.partition('<div class="nm-body"')
    assert opening
    return html.loads(before + opening + after.replace(">", f">{markup}", 1))


@pytest.mark.parametrize("put_in", [_in_newsml, _in_ninjs, _in_html])
@pytest.mark.parametrize("markup", [_IN_A_FIGURE, f"<p>{_PICTURE}</p>", _PICTURE])
def test_a_picture(put_in: Callable[[Article, str], Article], markup: str) -> None:
    """With its file, its alternative text and its caption; those that were there stay."""
    article = examples.many_images()
    found = put_in(article, markup)
    figure = next(block for block in found.body if isinstance(block, Figure))
    picture = next(image for image in found.images if image.id == figure.image_id)
    assert [file.href for file in picture.renditions] == ["https://example.com/goat.jpg"]
    caption = "The new goat" if markup == _IN_A_FIGURE else None
    assert picture.captions == (ImageCaption(text=caption, alt_text="A goat"),)
    for image in article.images:
        assert any(_is_one(image, each) for each in found.images)


def _is_one(one: Image, other: Image) -> bool:
    return one.captions == other.captions and one.renditions == other.renditions
