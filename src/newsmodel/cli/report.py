"""What the command line says, and to whom."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from newsmodel.errors import NewsModelError

__all__ = ["FAILED", "OK", "USAGE", "attempted", "complain", "say"]

OK, FAILED, USAGE = 0, 1, 2
"""Exit statuses: all went well; something could not be read or written; wrongly called."""

T = TypeVar("T")


def say(text: str) -> None:
    """Tell the user what was done."""
    sys.stdout.write(_printable(text) + "\n")


def complain(text: str) -> None:
    """Tell the user what went wrong."""
    sys.stderr.write(_printable(text) + "\n")


def attempted(subject: object, action: Callable[[], T]) -> T | None:
    """What the action gives; None, after a complaint about the subject, where it fails."""
    try:
        return action()
    except NewsModelError as error:
        complain(f"{subject}: {error}")
    except OSError as error:
        complain(f"{subject}: {error.strerror or error}")
    return None


def _printable(text: str) -> str:
    """The text with what could command a terminal, or not be encoded, spelled out."""
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)
