"""Which status a code or a word stands for: what may be a kill is never read as usable."""

from __future__ import annotations

import re

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.model import Status

__all__ = ["MEANT"]

_BETWEEN = re.compile(r"[\s/:#?=]+")
_STATUS_OF = {status.value: status for status in Status} | dict.fromkeys(
    ("cancelled", "killed", "kill"), Status.CANCELED
)


def _meant(code: str) -> Status | None:
    parts = [each for each in _BETWEEN.split(code.lower()) if each]
    return _STATUS_OF.get(parts[-1]) if parts else None


MEANT = Remembered(_meant)
"""For a code, an address or a word the status it stands for, whatever its scheme and its case; None
for one that is not known."""
