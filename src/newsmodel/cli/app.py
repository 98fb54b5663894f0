"""The commands, gathered. Each does its importing when it runs, so that `--help` is quick."""

from __future__ import annotations

from cyclopts import App

import newsmodel
from newsmodel.cli.convert import convert

__all__ = ["app"]

app = App(
    name="newsmodel",
    help="News articles, read, converted and written.",
    version=newsmodel.__version__,
)
app.command(convert, usage="Usage: newsmodel convert SOURCE... --to FORMAT [-o TARGET]")
