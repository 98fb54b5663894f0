"""Pages and pictures that are made from the code are what the code says today."""

from __future__ import annotations

import pytest

from docs import make_carried, make_diagrams


def test_the_page_of_what_formats_carry() -> None:
    written = make_carried.PAGE.read_text(encoding="utf-8")
    assert written == make_carried.page(), "run: python docs/make_carried.py"


@pytest.mark.parametrize("name", sorted(make_diagrams.PICTURES))
def test_the_pictures(name: str) -> None:
    written = (make_diagrams.HERE / "pictures" / name).read_text(encoding="utf-8")
    assert written == make_diagrams.PICTURES[name](), "run: python docs/make_diagrams.py"
