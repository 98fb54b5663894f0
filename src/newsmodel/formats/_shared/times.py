"""Times that are not written as the standards have it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

__all__ = ["MOST_OFFSET", "loosely"]

MOST_OFFSET = timedelta(hours=14)
"""No clock on Earth is further from UTC."""
_LOOSE = re.compile(
    r"\d{4}-?\d\d-?\d\d[T ](?!24)\d\d:?\d\d(:?\d\d([.,]\d+)?)? ?(Z|[+-]\d\d:?\d\d)?", re.ASCII
)


def loosely(text: str) -> datetime | None:
    """A time with a space for its T, without seconds or colons, with many decimals; else None."""
    try:
        found = datetime.fromisoformat(text.replace(" Z", "Z")) if _LOOSE.fullmatch(text) else None
    except ValueError:
        return None
    offset = found.utcoffset() if found is not None else None
    return None if offset is not None and abs(offset) > MOST_OFFSET else found
