"""The command line: `newsmodel convert`, `validate`, `show`, `diff` and `schema`.

It needs the extra `cli`. Everything it does is a call of the library away; nothing is done here
that a program could not do.
"""

from __future__ import annotations

import io
import os
import sys

__all__ = ["main"]

_READER_GONE = 141
"""Exit status where nobody reads the output any more (128 and the number of SIGPIPE)."""


def main() -> None:
    """Run the command line, or say what to install where its extra is missing."""
    try:
        from newsmodel.cli.app import app  # noqa: PLC0415  # without the extra there is none
    except ModuleNotFoundError as error:
        if error.name not in ("cyclopts", "rich"):
            raise
        sys.exit('the command line needs its extra: pip install "newsmodel[cli]"')
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what it cannot encode it spells out
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except BrokenPipeError:
        # Whoever read what we write has had enough, as `head` has; nor is there anybody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_READER_GONE)
