"""What the command line says, and to whom."""

from __future__ import annotations

import sys

__all__ = ["FAILED", "INTERRUPTED", "OK", "USAGE", "complain", "printable", "say"]

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: all went well; something failed, or was found wrong; wrongly called; stopped by
the user (as shells have it: 128 and the number of the signal)."""


def say(text: str) -> None:
    """Tell the user what was done."""
    sys.stdout.write(printable(text) + "\n")


def complain(text: str) -> None:
    """Tell the user what went wrong."""
    sys.stderr.write(printable(text) + "\n")


def printable(text: str) -> str:
    """The text with what could command a terminal, or not be encoded, spelled out."""
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)
