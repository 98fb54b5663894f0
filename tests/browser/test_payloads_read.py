"""No payload runs that stood in a page of somebody else's, once it is read and written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsmodel import ParseError
from newsmodel.formats import html
from tests.browser.hostile import OUR_OWN, payloads
from tests.browser.samples import LATER
from tests.browser.tools import EVERYTHING, asked, needed, written
from tests.formats.html.webpages.hostile import OURS, around

STEP = 32
"""Of so many payloads one is tried in a browser where not all are wanted."""


def read_and_written(shared: Path | None) -> list[tuple[str, str]]:
    """Payloads read as a page, in a body, in a headline and caption, and in data.

    All of them in all places where everything is wanted; else a spread of them, each in one place.
    """
    listed = list(payloads(shared))
    others = listed[len(OUR_OWN) :: 1 if EVERYTHING else STEP]
    pages = []
    for number, payload in enumerate((*OUR_OWN, *OURS, *others)):
        for place, markup in enumerate(around(payload)):
            if not (EVERYTHING or place == number % 4):
                continue
            try:
                article = html.loads(markup, url="https://www.example.org/news/ferry")
            except ParseError:
                continue
            pages.append((f"{number}-{place}", html.dumps(article, at=LATER, frames=True)))
    return pages


@pytest.fixture(scope="session")
def shared_or_none(request: pytest.FixtureRequest) -> Path | None:
    try:
        found: Path = request.getfixturevalue("shared")
    except pytest.skip.Exception:
        return None
    return found


def test_no_payload_runs_after_reading(shared_or_none: Path | None, tmp_path: Path) -> None:
    needed("node", "node modules", "chromium")
    pages = read_and_written(shared_or_none)
    assert len(pages) > 0.7 * len((*OUR_OWN, *OURS))
    found: list[dict[str, Any]] = asked("fire.mjs", *written(tmp_path, pages))
    assert len(found) == len(pages)
    assert [page for page in found if page["fired"] or page["asked"]] == []
