"""Names of the format that several of its parts know."""

from __future__ import annotations

FORMAT = "ninjs"

READ = ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.0", "2.1", "2.2", "3.0", "3.1")
"""The versions that are read, as IPTC has published them."""
WRITTEN = ("1.6", "2.1", "3.1")
"""The versions that are written."""
LATEST = WRITTEN[-1]

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_{}.json"
"""Address of the schema of a version."""

TRANSLATION, ORIGINAL, QUOTE = "translation", "original", "quote"
"""How an article refers to its translations, to what it was translated from, and to what is quoted
in it: the `rel` of an association, and the beginning of its name where a version has no `rel`."""

NO_END = "9999-12-31T23:59:59Z"
"""The end of an embargo that has none."""


def standard(version: str) -> dict[str, str]:
    """What a document says of the version it is written in."""
    return {"name": FORMAT, "version": version, "schema": SCHEMA.format(version)}
