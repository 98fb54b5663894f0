"""Calls that make no sense say what to do instead, and write nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from newsmodel.testing.examples import an_article


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda at: newsmodel.write("a.json", at), TypeError, "put the article first"),  # type: ignore[arg-type]  # what is tested
        (
            lambda at: newsmodel.write(an_article(), at / "a.docx"),
            LookupError,
            r"format=.* text \(\.txt\)",
        ),
        (lambda at: newsmodel.write(an_article(), at / "no" / "a.json"), OSError, "no such folder"),
        (
            lambda at: newsmodel.write(an_article(), at / "a.json", on_loss="rais"),  # type: ignore[arg-type]  # what is tested
            ValueError,
            "'ignore' or 'raise'",
        ),
    ],
    ids=["swapped", "suffix", "folder", "on_loss"],
)
def test_what_is_said(
    call: Callable[[Path], Any], error: type[Exception], said: str, tmp_path: Path
) -> None:
    with pytest.raises(error, match=said):
        call(tmp_path)
    assert not list(tmp_path.iterdir())
