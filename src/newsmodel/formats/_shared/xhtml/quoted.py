"""Marks that browsers print and no source writes, or show in another way: those of `q` and `rt`."""

from __future__ import annotations

from itertools import islice

from newsmodel.formats._shared.xhtml.vocabulary import Element, split_name
from newsmodel.language.marks import marks_for

__all__ = ["has_marks", "marks_around", "marks_in", "printed_marks", "reading_marks"]

_DEPTH = 100
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MARKS = frozenset('"“”„‟‘‚‛«»‹›「」『』《》〈〉')


def printed_marks(element: Element) -> tuple[str, str]:
    """What a browser prints around a `q`; nothing where the source prints marks of its own.

    Nor around one in a third: nobody quotes so deep, and to tell would take long.
    """
    around = list(islice(element.iterancestors(), _DEPTH))
    outer = sum(split_name(each)[1].lower() == "q" for each in around)
    if outer > 1 or has_marks(element, "".join(element.itertext())):
        return "", ""
    tags = (each.get("lang") or each.get(_XML_LANG) for each in around)
    return marks_in(next(filter(None, tags), None), nested=outer > 0)


def reading_marks(element: Element) -> tuple[str, str]:
    """Parentheses around the reading of a word (`rt` in `ruby`), which stands above it elsewhere.

    Nothing where the source has some itself (`rp`), where it says nothing, and outside of `ruby`.
    """
    parent, before = element.getparent(), element.getprevious()
    around = "" if parent is None else split_name(parent)[1].lower()
    has_own = before is not None and split_name(before)[1].lower() == "rp"
    if has_own or around not in ("ruby", "rtc") or not "".join(element.itertext()).strip():
        return "", ""
    return "(", ")"


def marks_around(element: Element, name: str) -> tuple[str, str]:
    """What is to be read around a `q` or an `rt`, by its name."""
    return printed_marks(element) if name == "q" else reading_marks(element)


def marks_in(language: str | None, *, nested: bool) -> tuple[str, str]:
    """The marks of a language; others within another quotation."""
    pair = next(pair for pair in marks_for(language) if pair.nested == nested)
    gap = "\N{NO-BREAK SPACE}" if pair.spaced else ""
    return pair.open + gap, gap + pair.close


def has_marks(element: Element, words: str) -> bool:
    """Whether the source prints marks of its own around a quotation: before it, or in it.

    Args:
        element: the `q`.
        words: what stands in it.
    """
    words = words.strip()
    if words[:1] in _MARKS and words[-1:] in _MARKS and _is_one_pair(words):
        return True
    before, parent = element.getprevious(), element.getparent()
    lead = before.tail if before is not None else None if parent is None else parent.text
    lead = (lead or "").rstrip("\N{NO-BREAK SPACE}")
    opens = len(lead) < 2 or not (lead[-2].isalnum() or lead[-2] in ".,;:!?…")
    return lead[-1:] in _MARKS and opens


def _is_one_pair(words: str) -> bool:
    """Whether the first mark of some words has its counterpart in the last."""
    if len(words) < 2:
        return False
    first, inner, last = words[0], words[1:-1], words[-1]
    return first not in inner if first == last else inner.count(last) <= inner.count(first)
