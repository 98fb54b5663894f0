"""Documents that are no XML, as text of which a parser in recovery loses as little as can be."""

from __future__ import annotations

import codecs
import re
from html.entities import html5

from newsmodel.formats._shared.text import meant, normal
from newsmodel.formats.newsml.xml.left_open import with_closed_sections
from newsmodel.model.checks import UNWRITABLE

__all__ = ["UNHELD", "Note", "legible", "told_by_start"]

UNHELD = "it holds characters that no document may: others stand for them"
"""What is said of control characters and the like, which pages may not hold."""

Note = tuple[int | None, str]
"""A line, and what is wrong there."""


def legible(data: bytes) -> tuple[str, list[Note]]:
    """The text of a document, and what was wrong with it.

    It holds no character that none may hold, and refers to characters alone: nothing in it is an
    entity but the five of XML itself.
    """
    text, notes = _decoded(data)
    text = normal(text)
    start = max(text.find("<"), 0)
    if not text[:start].isspace() and start:
        notes.append((1, "it does not begin with markup: what stands before is left out"))
    text = "\n" * text.count("\n", 0, start) + text[start:]
    if bad := UNWRITABLE.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        notes.append((line, UNHELD))
        text = meant(text)
    text, left_open = with_closed_sections(text)
    notes += left_open
    return _with_plain_references(text, notes), notes


# ------------------------------------------------------------------ characters
_STARTS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"<\0\0\0": "utf-32-le",
    b"\0\0\0<": "utf-32-be",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
"""The first bytes of a document, the longer ones first, and what they say of its encoding."""
_DECLARED = re.compile(rb"\s*<\?xml[^<>]*?\sencoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]{,40})[\"']")
_ASCII = (
    rb"""<?xml version="1.0"?><a b='c-d'>~{ +AGE- \x41 \u0041 &; [x]#^`|$@%*! .xn--maana-pta.</a>"""
)
"""What codecs that are none of documents read as something else."""


def told_by_start(data: bytes) -> tuple[bytes, str | None]:
    """The first bytes of a document that tell its encoding, and that; none of any other."""
    found = (pair for pair in _STARTS.items() if data.startswith(pair[0]))
    return next(found, (b"", None))


def _decoded(data: bytes) -> tuple[str, list[Note]]:
    notes: list[Note] = []
    start, encoding = told_by_start(data)
    if b"<" in start and b"?" not in data[:8]:
        notes.append((1, f"it does not say that it is in {encoding}"))
    if encoding is None:
        declared = _DECLARED.match(data)
        encoding = declared[1].decode() if declared else "utf-8"
        if not _writes_markup_as_ascii(encoding):
            notes.append((1, f"its encoding is not {encoding!r}: it is read as UTF-8"))
            encoding = "utf-8"
    try:
        return data.decode(encoding).removeprefix("\ufeff"), notes
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
    notes.append((line, f"it holds bytes that are not {encoding}: U+FFFD stands for them"))
    return data.decode(encoding, "replace").removeprefix("\ufeff"), notes


def _writes_markup_as_ascii(encoding: str) -> bool:
    """Whether a document in that encoding can begin as this one does, which was read as ASCII."""
    try:
        return _ASCII.decode(encoding) == _ASCII.decode("ascii")
    except (LookupError, UnicodeError):
        return False


# ------------------------------------------------------------------ references
_PARTS = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|(?P<doctype><!(?i:doctype)\b[^<>\[]{0,1000}+(?:\[[^\]]{0,1000}+\]\s*+)?+>)"
    r"|&#(?P<high>x[Dd][89ABab][0-9A-Fa-f]{2}|5[56][0-9]{3});"
    r"&#(?P<low>x[Dd][C-Fc-f][0-9A-Fa-f]{2}|5[67][0-9]{3});"
    r"|&(?:#(?P<number>x[0-9A-Fa-f]++|[0-9]++);?|(?P<name>[^\W\d][\w.-]*+);)?"
    r"|<(?![^\W\d]|[_:/!?])|\]\]>",
    re.DOTALL,
)
"""What may hold no reference, references, and signs of markup that are none. Two references may
stand where one should: the halves of a character, as UTF-16 has them."""
_BEGUN = re.compile(r"<[^\W\d]")
_ALONE = {"<": "&lt;", "]]>": "]]&gt;", "&": "&amp;"}
_OF_XML = frozenset("amp lt gt quot apos".split())


def _with_plain_references(text: str, notes: list[Note]) -> str:
    """The text, each reference in it one that a parser knows."""
    pieces: list[str] = []
    noted: set[str] = set()
    start, line = 0, 1
    for part in _PARTS.finditer(text):
        mended, reason = _mended(part)
        if not reason:
            continue
        line += text.count("\n", start, part.start())
        pieces += [text[start : part.start()], mended]
        start = part.end()
        if reason not in noted:
            noted.add(reason)
            notes.append((line, reason))
    return "".join([*pieces, text[start:]])


def _mended(part: re.Match[str]) -> tuple[str, str]:
    """What should stand in place of a part, and what is wrong with it; "" for nothing."""
    found = part[0]
    if part["doctype"]:
        is_within = _BEGUN.search(part.string, 0, part.start()) is not None
        return "", "a DOCTYPE stands within the document: it is left out" if is_within else ""
    if found in _ALONE:
        return _ALONE[found], f"{found!r} stands by itself: it is read as {_ALONE[found]!r}"
    if found.startswith("<"):
        whole = not found.startswith("<![CDATA[") or found.endswith("]]>")
        return ("", "") if whole else (f"{found}]]>", "a CDATA section is not closed")
    if part["high"]:
        return _joined(_number(part["high"]), _number(part["low"]), found)
    if part["number"]:
        return _character(_number(part["number"]), found)
    return _entity(part["name"])


def _number(digits: str) -> int:
    """The number that a reference names; 0, which is no character, for those far too large."""
    digits, base = (digits[1:], 16) if digits.startswith("x") else (digits, 10)
    digits = digits.lstrip("0")
    return int(digits, base) if 0 < len(digits) <= 7 else 0


def _joined(high: int, low: int, found: str) -> tuple[str, str]:
    if not 0xD800 <= high < 0xDC00 <= low < 0xE000:
        return _character(0, found)
    character = 0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00
    return f"&#{character};", f"{found!r} are the halves of a character: they are put together"


def _character(number: int, found: str) -> tuple[str, str]:
    allowed = 0 < number < 0x110000 and (number == 0x0D or not UNWRITABLE.match(chr(number)))
    if not allowed:
        other = meant(chr(number)) if 0 < number < 0x110000 else "\ufffd"
        code = f"{ord(other):04X}"
        return f"&#x{code};", f"{found[:20]!r} is no character: U+{code} stands for it"
    return ("", "") if found.endswith(";") else (f"{found};", f"{found!r} lacks its semicolon")


def _entity(name: str) -> tuple[str, str]:
    if name in _OF_XML:
        return "", ""
    known = html5.get(f"{name};")
    if known is None:
        return f"&amp;{name};", f"entity {name[:80]!r} is not defined: it stays as text"
    reason = f"entity {name!r} is not defined: it is read as HTML's"
    return "".join([f"&#{ord(character)};" for character in known]), reason
