"""The text of an element as one line."""

from __future__ import annotations

import pytest
from lxml import etree

from newsmodel.formats.html.webpages.lines import line_of

LINES = {
    "<p>The <b>ferry</b>, again</p>": "The ferry, again",
    "<p>Ferry<b>man</b></p>": "Ferry man",
    "<div><p>It sails.</p><p>In May.</p></div>": "It sails. In May.",
    "<div>One<br/>Two</div>": "One Two",
    "<p>a<script>b</script>c</p>": "a c",
    "<p>a<!-- b -->, c</p>": "a, c",
    "<p>Mayor: <q>I <q>quit</q></q></p>": "Mayor: “I ‘quit’”",
}


@pytest.mark.parametrize("markup", LINES)
def test_words_of_two_elements_do_not_run_together(markup: str) -> None:
    assert line_of(etree.fromstring(markup)) == LINES[markup]
