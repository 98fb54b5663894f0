"""What is wrong with text that is to be JSON, in plain words."""

from __future__ import annotations

from json import JSONDecodeError

__all__ = ["said_of"]

_SAID: dict[str, str] = {
    "Expecting property name": "a key in double quotes is missing here, or a comma is too many",
    "Illegal trailing comma": "there is a comma before a closing bracket: take it out",
    "Expecting value": "a value is missing here, or words are not in double quotes",
    "Expecting ':'": "the colon between a key and its value is missing here",
    "Expecting ','": (
        "a comma or a closing bracket is missing here, or a quotation mark in a string is not "
        'written as \\"'
    ),
    "Unterminated string": "the string that begins here is not closed: add its quotation mark",
    "Invalid control character": (
        "there is a line break or another control character in a string: write \\n, \\t or \\u "
        "with its number"
    ),
    "Invalid \\": "a backslash begins nothing that JSON knows: write \\\\ for the sign itself",
    "Extra data": (
        "something follows the end of the document: take it out, or a bracket is closed too early"
    ),
    "Unexpected UTF-8 BOM": "it begins with a byte order mark: take it out",
}
"""How the messages of the standard library begin, and what we say."""


def said_of(error: JSONDecodeError) -> str:
    """What the standard library could not read, in plain words."""
    if not error.doc.strip():
        return "it is empty"
    known = (said for start, said in _SAID.items() if error.msg.startswith(start))
    return next(known, error.msg)
