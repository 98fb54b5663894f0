"""Characters: from bytes to text, and out of text what no format can hold."""

from __future__ import annotations

import re

from newsmodel.errors import ParseError
from newsmodel.formats._shared.arguments import given_document
from newsmodel.model.checks import UNWRITABLE, meant_by

__all__ = ["decoded", "holds_last_of_plane", "meant", "normal", "writable"]

_LAST_OF_PLANE = re.compile(rb"[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]")
_BEYOND = tuple([bytes([start]) for start in range(0xF0, 0xF5)])
"""The bytes with which characters beyond U+FFFF begin."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(data: str | bytes, format: str) -> str:
    """The text of a document in UTF-8, without a byte order mark.

    Raises:
        ArgumentError: it is neither a string nor bytes.
        ParseError: the bytes are not UTF-8; the place is the offset of the first that is wrong.
    """
    data = given_document(data)
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    if data[:2] in _UTF16:
        raise ParseError(format, "it is in UTF-16: convert it to UTF-8 first", "byte 0")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ParseError(format, "it is not UTF-8", f"byte {error.start}") from None


def holds_last_of_plane(data: bytes) -> bool:
    """Whether UTF-8 has one of the characters that no format can hold beyond U+FFFF."""
    if not any(start in data for start in _BEYOND):  # a single byte is found in no time
        return False
    likely = b"\xbf\xbe" in data or b"\xbf\xbf" in data
    return likely and _LAST_OF_PLANE.search(data) is not None


def writable(text: str) -> str:
    """The text in normal form: line ends as newlines, what no format can hold as `meant` has it."""
    if text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text  # told without looking at each character
    return meant(text)


def meant(text: str) -> str:
    """The text with another character for each that no format can hold.

    U+0080 to U+009F are what Windows-1252 has there, as HTML has it of references; others are
    U+FFFD.
    """
    return UNWRITABLE.sub(lambda found: meant_by(found[0]), text)


def normal(text: str) -> str:
    """The same of text from a parser of XML, which lets nothing else pass that no format can hold.

    Told without looking at each character: a carriage return stands there by reference alone.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
