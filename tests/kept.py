"""Documents kept beside the tests, with which those of today are compared to the letter.

After a change that is meant to move them, `NEWSMODEL_WRITE=1` writes them anew; read the
difference before you commit it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path


def changes(path: Path, now: Sequence[str]) -> list[str]:
    """How lines differ from those kept in a file, as far as one wants to read it."""
    if "NEWSMODEL_WRITE" in os.environ:
        path.write_text("\n".join([*now, ""]), encoding="utf-8")
    before = path.read_text(encoding="utf-8").splitlines()
    return list(unified_diff(before, now, "before", "now", n=1, lineterm=""))[:40]
