"""Whose words a quotation is, wherever its page says so: made one footer that ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.lines import line_of, squeezed
from newsmodel.formats.html.webpages.names import is_person
from newsmodel.formats.html.webpages.outline import INLINE, is_hidden, is_unseen
from newsmodel.formats.html.webpages.posts import is_post
from newsmodel.formats.html.webpages.pruning import drop
from newsmodel.formats.html.webpages.words import PageWords, tokens

__all__ = ["set_signatures_apart"]

_LONGEST = 200
_HIGH = 3
_AROUND = frozenset({"div", "figure", "section", "aside"})
_DASHES = "–—―-"
_SIGNS = f"{_DASHES} \t\n\r\f\N{NO-BREAK SPACE}"
_CLOSED = re.compile(r"""[.!?…,:;。！？"'”“„«»‹›’」』–—―-]\s*$|^\s*$""")
"""The words of a line before the name of who said them."""


def set_signatures_apart(text: Element, words: PageWords) -> None:
    """Make of what attributes a quotation, in it or behind it, a `footer` that ends it.

    The name of a class tells it, an element that is there for it, or a dash before a name.

    Args:
        text: the element of the text.
        words: the words of pages.
    """
    for quote in list(text.iter("blockquote")):
        if not is_post(quote):
            found = next((e for e in _places(quote, text) if _signs(e, quote, words)), None)
            if found is not None:
                _sign(quote, found)


def _places(quote: Element, text: Element) -> Iterator[Element]:
    """The elements where an attribution may stand: the last ones within, then the one behind."""
    last = _last(quote)
    for _ in range(_HIGH):
        if last is None or (last.tail or "").strip(_SIGNS):
            break
        yield last
        last = _last(last)
    outer = quote
    for _ in range(_HIGH):
        behind, parent = _next(outer), outer.getparent()
        if outer is text or (outer.tail or "").strip(_SIGNS):
            return
        if behind is not None:
            yield behind
            return
        if parent is None or parent is text or parent.tag not in _AROUND:
            return
        outer = parent


def _last(element: Element) -> Element | None:
    return next(element.iterchildren(etree.Element, reversed=True), None)


def _next(element: Element) -> Element | None:
    return next(element.itersiblings(etree.Element), None)


def _signs(element: Element, quote: Element, words: PageWords) -> bool:
    """Whether an element attributes a quotation: it is no longer than a name and a job."""
    within = quote in element.iterancestors()
    line = line_of(element, _LONGEST)
    if not any(map(str.isalpha, line)) or len(line) > _LONGEST or is_unseen(element):
        return False
    if within and (squeezed(line) == squeezed(line_of(quote)) or not _ends_a_line(element)):
        return False
    if element.tag in ("figcaption", "cite") or (within and element.tag == "footer"):
        return True
    return _is_called_so(element, words, within=within) or _is_dashed(line, quote)


def _ends_a_line(element: Element) -> bool:
    """Whether no sentence goes on with the words of an element."""
    before, parent = element.getprevious(), element.getparent()
    if element.tag not in INLINE or parent is None:
        return True
    lead = parent.text if before is None else before.tail
    return _CLOSED.search(lead or "") is not None


def _is_called_so(element: Element, words: PageWords, *, within: bool) -> bool:
    """Whether its class says so; behind a quotation an author may be that of the article."""
    named, parent = tokens(element.get("class") or ""), element.getparent()
    around = frozenset[str]() if parent is None else tokens(parent.get("class") or "")
    quoting = within or "attribution" in named or (named | around) & words.quotation
    return bool(quoting and named & words.speaker)


def _is_dashed(line: str, quote: Element) -> bool:
    """Whether a line is a dash and a name; where all lines have a dash, people talk."""
    bare = line.lstrip(_SIGNS)
    if line[0] not in _DASHES or not is_person(bare.partition(",")[0]) or bare[-1] in ".!?…":
        return False
    return not line_of(quote, _LONGEST).startswith(tuple(_DASHES))


def _sign(quote: Element, found: Element) -> None:
    for each in [each for each in found.iter(etree.Element) if is_hidden(each)]:
        if each is not found:
            drop(each)
    signature = etree.Element("footer")
    signature.text = _line(found)
    before, parent = found.getprevious(), found.getparent()
    drop(found)
    if before is not None:
        before.tail = (before.tail or "").rstrip(_SIGNS) or None
    elif parent is not None:
        parent.text = (parent.text or "").rstrip(_SIGNS) or None
    quote.append(signature)


def _line(found: Element) -> str:
    """The words of an attribution; name and job in elements of their own are parted by a comma."""
    while len(found) == 1 and not (found.text or found[0].tail or "").strip():
        found = found[0]
    loose = "".join([found.text or "", *[each.tail or "" for each in found]])
    parts = list(found.iterchildren(etree.Element))
    if any(map(str.isalpha, loose)) or any(p.tag in INLINE and not p.get("class") for p in parts):
        return line_of(found).strip(_SIGNS)
    lines = [line_of(each).strip(f"{_SIGNS},") for each in parts] or [line_of(found).strip(_SIGNS)]
    return ", ".join(filter(None, lines))
