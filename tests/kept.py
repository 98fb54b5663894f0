"""Documents kept beside the tests, with which those of today are compared to the letter.

After a change that is meant to move them, `NEWSMODEL_WRITE=1` writes them anew; read the
difference before you commit it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path


def assert_kept(path: Path, now: Sequence[str]) -> None:
    """Check that lines are those kept in a file; say how they differ, and what to do about it."""
    if "NEWSMODEL_WRITE" in os.environ:
        path.write_text("\n".join([*now, ""]), encoding="utf-8")
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = list(unified_diff(before, now, "before", "now", n=1, lineterm=""))
    assert not found, "\n".join([f"{path.name} is not as it was.", _REMEDY, *found[:40]])


_REMEDY = (
    "If that is meant, write it anew with NEWSMODEL_WRITE=1 python -m pytest -k as_they_were, "
    "and read the difference before you commit it."
)
