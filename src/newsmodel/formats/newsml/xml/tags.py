"""Tags that are none: signs of lesser that begin no tag, and attributes written carelessly."""

from __future__ import annotations

import re

from newsmodel.formats._shared.xhtml import has_tags
from newsmodel.formats.newsml.xml.known import ELEMENTS
from newsmodel.formats.newsml.xml.legible import Note

__all__ = ["with_plain_tags"]

_NAME = r"[^\W\d][\w:.-]*+"
_GOOD = re.compile(rf"""<{_NAME}(?:\s++{_NAME}\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'))*+\s*+/?>""")
_PARTS = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    rf"|<(?P<name>{_NAME})(?P<tells>[\s/>]|\Z)?",
    re.DOTALL,
)
"""What may hold no tag, and what may begin one."""
_CLOSED = re.compile(rf"</({_NAME})")
_AFTER = rf"(?=[\s/<>]|\Z|{_NAME}\s*+=\s*+[\"'])"
_ATTRIBUTE = re.compile(
    rf"(?P<start>\s*+{_NAME})(?:(?P<equals>\s*+=\s*+)(?:"
    rf"(?P<whole>\"[^\"<]*+\"{_AFTER}|'[^'<]*+'{_AFTER}|\"[^\">]*+\"{_AFTER}|'[^'>]*+'{_AFTER})"
    r"|(?P<open>[\"'](?P<rest>[^\"'<>]*+)(?=[\"'>]))"
    r"|(?P<bare>[^\s\"'<>]++)[\"']?+))?"
)
"""An attribute as it comes: without a quotation mark, without a value, with a tag's sign in it."""
_NEXT = re.compile(rf"{_NAME}=")
_MARKS = re.compile(r"[\"']*+")
_END = re.compile(r"\s*+/?>")
_BEFORE_TAG = re.compile(r"\s*+(?=<)")
_REST = re.compile(r"[^<>]*+")
_MOST = 1000
"""How many attributes of a tag are mended."""

_MEANT = "it is read as it seems to be meant"

_Mended = tuple[int, str, str]
"""Where something ends, what should stand in its place, and what is wrong: "" for nothing."""


def with_plain_tags(text: str) -> tuple[str, list[Note]]:
    """A document in which what begins like a tag is one, and what was wrong.

    A quotation mark that is left open in a tag does not swallow what stands behind it, and a sign
    of lesser before a letter takes no words with it.
    """
    closed = frozenset(_CLOSED.findall(text))
    pieces: list[str] = []
    notes: dict[str, int] = {}
    at = done = counted = 0
    line = 1
    while (part := _PARTS.search(text, at)) is not None:
        if part["name"] is None:
            at = part.end()
            continue
        at, mended, reason = _tag(text, part, closed)
        if not reason:
            continue
        line += text.count("\n", counted, part.start())
        counted = part.start()
        pieces += [text[done:counted], mended]
        done = at
        notes.setdefault(reason, line)
    return "".join([*pieces, text[done:]]), [(line, reason) for reason, line in notes.items()]


def _tag(text: str, part: re.Match[str], closed: frozenset[str]) -> _Mended:
    """What begins like a tag, as a tag or as text."""
    name, start, behind = part["name"], part.start(), part.end("name")
    as_text = (start + 1, "&lt;", f"'<{name[:80]}' begins no tag: its sign is read as '&lt;'")
    good = _GOOD.match(text, start)
    if good is not None:
        rest = good[0][len(name) + 1 : -1]
        return as_text if not rest and _is_word(name, rest, closed) else (good.end(), "", "")
    if part["tells"] is None:
        return as_text
    attributes, at = _attributes(text, behind)
    end = _END.match(text, at)
    if end is None:
        return _unended(text, behind, attributes, at, name) or as_text
    if _is_word(name, text[behind:at], closed):
        return as_text
    return (
        end.end(),
        f"<{name}{attributes}{end[0]}",
        f"the attributes of {name!r} are no XML: {_MEANT}",
    )


def _unended(text: str, behind: int, attributes: str, at: int, name: str) -> _Mended | None:
    """What is no tag with its end: one that lacks it, or what is left to the parser."""
    if "=" in text[behind:at] and (gap := _BEFORE_TAG.match(text, at)):
        return gap.end(), f"<{name}{attributes}>", f"the tag {name!r} has no end: {_MEANT}"
    rest = _REST.match(text, behind)
    stop = len(text) if rest is None else rest.end()
    cut_off = stop == len(text)
    if cut_off or (text[stop] == ">" and "=" in text[behind:stop]):
        return stop, "", ""
    return None


def _is_word(name: str, rest: str, closed: frozenset[str]) -> bool:
    """Whether a name in angle brackets is no element: a symbol of wire copy, somebody's address."""
    if name in closed or ":" in name or "=" in rest or "/" in rest:
        return False
    told = name == name.upper() or bool(rest.strip())
    return told and name not in ELEMENTS and not has_tags(f"<{name}>")


# ------------------------------------------------------------------ attributes
def _attributes(text: str, at: int) -> tuple[str, int]:
    """The attributes from a place on as XML has them, and where they end."""
    pieces: list[str] = []
    while len(pieces) < _MOST and (found := _ATTRIBUTE.match(text, at)):
        value, at = _value(found)
        start = found["start"]
        pieces += [start if start[0].isspace() else f" {start}", found["equals"] or "=", value]
    return "".join(pieces), at


def _value(found: re.Match[str]) -> tuple[str, int]:
    """The value of an attribute in quotation marks, and where it ends."""
    if found["whole"] is not None:
        return found["whole"].replace("<", "&lt;"), found.end()
    if found["open"] is not None:
        value = _closed_value(found["rest"], before=found.string[found.end()])
        end = found.start("rest") + len(value)
        return f'"{value}"', _MARKS.match(found.string, end).end()  # type: ignore[union-attr]
    return f'"{found["bare"] or ""}"', found.end()


def _closed_value(rest: str, *, before: str) -> str:
    """What belongs to a value whose quotation mark is left open, of what stands behind that."""
    value = rest.rstrip()
    if before == ">":
        return value[:-1].rstrip() if value.endswith((" /", "\n/")) else value
    *head, last = value.rsplit(maxsplit=1) or [""]
    return head[0].rstrip() if head and _NEXT.fullmatch(last) else rest
