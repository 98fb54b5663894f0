"""The commands, gathered. Each does its importing when it runs, so that `--help` is quick."""

from __future__ import annotations

from cyclopts import App

import newsmodel
from newsmodel.cli.convert import convert
from newsmodel.cli.diff import diff
from newsmodel.cli.schema import schema
from newsmodel.cli.show import show
from newsmodel.cli.validate import validate

__all__ = ["app"]

app = App(
    name="newsmodel",
    help="News articles, read, checked, converted and written.",
    version=newsmodel.__version__,
)
app.command(convert, usage="Usage: newsmodel convert SOURCE... --to FORMAT [-o TARGET]")
app.command(validate, usage="Usage: newsmodel validate SOURCE... [--profile PROFILE]")
app.command(show, usage="Usage: newsmodel show SOURCE")
app.command(diff, usage="Usage: newsmodel diff BEFORE AFTER")
app.command(schema, usage="Usage: newsmodel schema")
app.register_install_completion_command()
