"""The command line: `newsmodel convert`, `validate`, `show`, `diff` and `schema`.

It needs the extra `cli`. Everything it does is a call of the library away; nothing is done here
that a program could not do.
"""

from __future__ import annotations

import io
import sys

__all__ = ["main"]


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
    app()
