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


_ONE_WORD = re.compile(r"\s*(?:\S+:\s+)?\S+\s*")


def _meant(code: str) -> Status | None:
    parts = [each for each in _BETWEEN.split(code.lower()) if each]
    status = _STATUS_OF.get(parts[-1]) if parts else None
    phrase = status is Status.USABLE and not _ONE_WORD.fullmatch(code)  # "no longer usable"
    return None if phrase else status


MEANT = Remembered(_meant)
"""For a code, an address or a word the status it stands for, whatever its scheme and its case; None
for one that is not known."""
