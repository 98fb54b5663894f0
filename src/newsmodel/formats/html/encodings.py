"""From bytes to text by the rules of HTML ("Determining the character encoding").

A byte order mark decides, then what the caller knows from elsewhere, then what the page declares
near its beginning; where none does, the bytes themselves and the page's language tell.  One
departure: a page that is UTF-8 from end to end and says otherwise was saved so by somebody who
left its declaration as it was; it is read as UTF-8.
"""

from __future__ import annotations

import codecs
import re

from newsmodel.errors import ParseError
from newsmodel.formats._shared.arguments import given_document
from newsmodel.formats._shared.xhtml.table import DATA

__all__ = ["decoded_page", "page_text"]

_LARGEST = 20_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 8192
_CHANCE = 8
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_META = re.compile(rb"<meta\b[^<>]{0,1000}?charset\s*=\s*[\"']?\s*([\w.:\-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([\w.:\-]{2,40})")
_LANGUAGE = re.compile(rb"<html\b[^<>]{0,1000}?\blang\s*=\s*[\"']?([a-zA-Z]{2,3})(-[a-zA-Z]+)?")
_LABELS = {
    **dict.fromkeys(
        "ascii us-ascii iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ansi_x3.4-1968 "
        "windows-1252 x-cp1252".split(),
        "cp1252",
    ),
    **dict.fromkeys("iso-8859-9 latin5 iso8859-9 windows-1254".split(), "cp1254"),
    **dict.fromkeys("tis-620 iso-8859-11 windows-874".split(), "cp874"),
    **dict.fromkeys("gb2312 gb_2312-80 gbk x-gbk chinese gb18030".split(), "gb18030"),
    **dict.fromkeys("shift_jis shift-jis sjis x-sjis ms_kanji windows-31j".split(), "cp932"),
    **dict.fromkeys("euc-kr ks_c_5601-1987 ksc5601 korean windows-949".split(), "cp949"),
    **dict.fromkeys("big5 big5-hkscs x-x-big5 cn-big5".split(), "big5hkscs"),
    # A page whose declaration could be read byte by byte is not in UTF-16.
    **dict.fromkeys("utf-16 utf-16le utf-16be unicode ucs-2 utf8 x-user-defined".split(), "utf-8"),
}
"""Names that mean something else on the web than elsewhere (WHATWG Encoding, 4.2)."""

_USUAL = {
    **dict.fromkeys("bg ru uk be mk sr kk ky tg".split(), "cp1251"),
    **dict.fromkeys("cs hu pl sk sl hr ro sq".split(), "cp1250"),
    **dict.fromkeys("et lt lv".split(), "cp1257"),
    **dict.fromkeys("ar fa ur".split(), "cp1256"),
    **dict.fromkeys("tr ku az".split(), "cp1254"),
    "el": "cp1253", "he": "cp1255", "iw": "cp1255", "ja": "cp932", "ko": "cp949",
    "th": "cp874", "vi": "cp1258", "zh": "gb18030",
}  # fmt: skip
"""The encoding pages of a language are in when they do not say (HTML's table of defaults)."""


def page_text(data: str | bytes, encoding: str | None) -> str:
    """The text of a page, as of `decoded_page`; one of ours may be of any size.

    Raises:
        ParseError: as for `decoded_page`, and for a page larger than any article page.
    """
    text = decoded_page(data, encoding)
    if len(text) > _LARGEST and f'{DATA}="article"' not in text:
        raise ParseError("html", f"with {len(text)} letters it is larger than any article page")
    return text


def decoded_page(data: str | bytes, encoding: str | None) -> str:
    """The text of a page; what cannot be decoded becomes U+FFFD.

    Args:
        data: the page; a string is taken as it is.
        encoding: its encoding, where it is known from elsewhere.

    Raises:
        ArgumentError: it is neither a string nor bytes.
        ParseError: nobody knows an encoding of the name given.
    """
    data = given_document(data)
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if encoding is not None:
        known = _codec(encoding)
        if known is None:
            raise ParseError("html", f"nobody knows an encoding {encoding!r}")
        return data.decode(known, "replace")
    declared = _declared(data)
    if declared is None or (declared != "utf-8" and _is_utf_8(data)):
        declared = _detected(data)
    return data.decode(declared, "replace")


def _is_utf_8(data: bytes) -> bool:
    """Whether bytes are UTF-8 beyond chance: valid, with more than a few letters beyond ASCII."""
    try:
        return len(data) - len(data.decode("utf-8")) > _CHANCE
    except UnicodeDecodeError:
        return False


def _codec(label: str) -> str | None:
    name = label.strip().lower()
    name = _LABELS.get(name, name)
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Some codecs of Python turn bytes into bytes: "base64", "zip".
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _declared(data: bytes) -> str | None:
    """What the page declares: the first `meta` that names an encoding, or its XML declaration."""
    head = _COMMENT.sub(b"", data[:_HEAD])
    for pattern in (_META, _XML):
        if match := pattern.search(head):
            return _codec(match[1].decode("ascii", "replace"))
    return None


def _detected(data: bytes) -> str:
    """What the bytes, and the language of the page, make likely."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return "utf-8"  # cut off within its last letter
        sample = data[:_HEAD]
        if sample.count(b"\0") > len(sample) // 4:
            return "utf-16-le" if sample[1:2] == b"\0" else "utf-16-be"
        return _usual(data)
    if data[:_HEAD].count(b"\0") > min(len(data), _HEAD) // 4:
        return "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    return "utf-8"


def _usual(data: bytes) -> str:
    match = _LANGUAGE.search(data[:_HEAD])
    language = match[1].decode("ascii").lower() if match else ""
    if language == "zh" and match and (match[2] or b"").upper() in (b"-TW", b"-HK", b"-HANT"):
        return "big5hkscs"
    return _USUAL.get(language, "cp1252")
