"""The plugin: fixtures with prefixed names, and nothing that runs by itself."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

SUITE = """
    import newsmodel

    def test_article(newsmodel_article):
        assert newsmodel_article.headline

    def test_example(newsmodel_example):
        assert newsmodel_example.id

    def test_story(newsmodel_story):
        assert newsmodel.read(newsmodel_story["html"]).headline

    def test_awkward(newsmodel_awkward):
        assert newsmodel_awkward.about

    def test_refused(newsmodel_refused):
        assert newsmodel_refused.refused
"""


def test_its_fixtures_are_there_for_who_asks(pytester: pytest.Pytester) -> None:
    pytester.makeconftest('pytest_plugins = ["newsmodel.testing.plugin"]')
    pytester.makepyfile(SUITE)
    outcomes = pytester.runpytest_inprocess("-p", "no:cacheprovider").parseoutcomes()
    assert outcomes["passed"] > 60
    assert set(outcomes) == {"passed"}


def test_without_asking_there_are_none(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_article(newsmodel_article): pass")
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    result.stdout.fnmatch_lines(["*fixture 'newsmodel_article' not found*"])
