"""What goes out."""

from publisher.importing import prepared
from publisher.site import publish

from newsmodel.testing import examples
from newsmodel.testing.assertions import assert_not_public, assert_valid_html


def test_pages_are_valid_and_show_nothing_they_must_not(tmp_path, newsmodel_example):
    for page in publish([prepared(newsmodel_example)], tmp_path):
        assert_valid_html(page.read_bytes())
    for page in tmp_path.iterdir():
        assert_not_public(page.read_bytes(), newsmodel_example)


def test_a_killed_story_disappears(tmp_path):
    (page,) = publish([examples.an_article()], tmp_path)
    assert publish([examples.killed()], tmp_path) == []
    assert not page.exists()
    assert examples.an_article().headline not in (tmp_path / "index.html").read_text("utf-8")


def test_the_index_names_every_page(tmp_path):
    pages = publish([examples.an_article(), examples.right_to_left()], tmp_path)
    index = (tmp_path / "index.html").read_text("utf-8")
    assert all(page.name in index for page in pages)
