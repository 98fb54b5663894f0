"""Whose words a quotation is, wherever its page says so: made one footer that ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

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
_HELD = ("blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol")
_AROUND = frozenset({"div", "figure", "section", "aside"})
_DASHES = "–—―-"
_SIGNS = f"{_DASHES} \t\n\r\f\N{NO-BREAK SPACE}"
_CLOSED = re.compile(r"""[.!?…,:;。！？"'”“„«»‹›’」』–—―-]\s*$|^\s*$""")
"""The words of a line before whoever said them."""
_OPENING, _CLOSING = "\"“”„«»‹›‘「『'", "\"“”«»‹›’」』'"
_CALLED = ("pullquote", "pull-quote", "blockquote", "block-quote")
"""Classes of nothing but quotations; of a mere "quote" that on the stock exchange is one, too."""
"""Words in quotation marks, all of them."""
_ENDED = re.compile(r"""[.!?…。！？]["'”“»›’」』]*$""")
_MOST = 200
_SHOWN = ("img", "picture", "video", "iframe", "table")
_BOXES = ("div", "figure", "section")
_LONGEST_BOX, _MOST_WITHIN, _FEWEST_WORDS = 1000, 12, 3


def set_signatures_apart(text: Element, words: PageWords) -> None:
    """Make of what attributes a quotation, in it or behind it, a `footer` that ends it.

    The name of a class tells it, an element that is there for it, or a dash before a name.

    Args:
        text: the element of the text.
        words: the words of pages.
    """
    for box in list(text.iter(*_BOXES)):
        if tokens(box.get("class") or "") & words.quotation and _is_quotation(box, words):
            box.tag = "blockquote"
    for quote in list(text.iter("blockquote")):
        if not is_post(quote):
            found = next((e for e in _places(quote, text) if _signs(e, quote, words)), None)
            if found is not None:
                _sign(quote, found)


def _is_quotation(box: Element, words: PageWords) -> bool:
    """Whether an element that is called a quotation is one: words in marks, and a person's name.

    What is quoted on the stock exchange is called so too; a pull quote needs no marks.
    """
    if len(list(islice(box.iter(etree.Element), _MOST_WITHIN))) == _MOST_WITHIN:
        return False
    line, last = line_of(box, _LONGEST_BOX), _last(box)
    if len(line) > _LONGEST_BOX or last is None or any(True for _ in box.iter(*_SHOWN, *_HELD)):
        return False
    said = line.removesuffix(name := line_of(last))
    named = _is_named(name.lstrip(_SIGNS)) and len(said.split()) >= _FEWEST_WORDS
    called = (box.get("class") or "").lower()
    marked = _is_marked(said) or box.find(".//q") is not None or any(c in called for c in _CALLED)
    return named and marked and _signs(last, box, words)


def _is_marked(said: str) -> bool:
    """Whether words begin and end with quotation marks."""
    last = len(said)
    while last and not (said[last - 1].isalnum() or said[last - 1] in _CLOSING):
        last -= 1
    return last > 1 and said[0] in _OPENING and said[last - 1] in _CLOSING


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
    if not within and (_goes_on(element) or _captions_another(element)):
        return False
    if element.tag in ("figcaption", "cite") or (within and element.tag == "footer"):
        return True
    called = _is_called_so(element, words, within=within) and not _is_sentence(line)
    return called or _is_dashed(element, line, quote)


def _ends_a_line(element: Element) -> bool:
    """Whether no sentence goes on with the words of an element."""
    before, parent = element.getprevious(), element.getparent()
    if element.tag not in INLINE or parent is None:
        return True
    lead = parent.text if before is None else before.tail
    return _CLOSED.search(lead or "") is not None


def _goes_on(element: Element) -> bool:
    """Whether the words behind an element run on from it."""
    behind = _next(element)
    inline = behind is not None and behind.tag in INLINE and behind.tag != "br"
    return element.tag in INLINE and (bool((element.tail or "").strip()) or inline)


def _captions_another(element: Element) -> bool:
    """Whether an element is the caption of something that its figure shows beside the words."""
    figure = next(element.iterancestors("figure"), None)
    if element.tag != "figcaption" or figure is None:
        return False
    shown = (each for each in islice(figure.iter(etree.Element), _MOST) if each.tag in _SHOWN)
    return any(element not in each.iterancestors() for each in shown)


def _is_named(line: str) -> bool:
    """Whether a line is a person's name, with a job behind a comma or without."""
    return is_person(line.partition(",")[0])


def _is_sentence(line: str) -> bool:
    return _ENDED.search(line) is not None and not _is_named(line)


def _is_called_so(element: Element, words: PageWords, *, within: bool) -> bool:
    """Whether its class says so; behind a quotation an author may be that of the article."""
    before, parent = element.getprevious(), element.getparent()
    alike = before is not None and before.get("class") == element.get("class")
    if alike and not (within and _named_before(element) is not None):
        return False  # what all lines are called tells none of them apart
    named = tokens(element.get("class") or "")
    around = frozenset[str]() if parent is None else tokens(parent.get("class") or "")
    quoting = within or "attribution" in named or (named | around) & words.quotation
    return bool(quoting and named & words.speaker)


def _named_before(element: Element) -> Element | None:
    """The element before, where it names whoever this tells the job of, behind what they said.

    Both are called the same, and the words are not.
    """
    before, name, parent = element.getprevious(), element.get("class"), element.getparent()
    if before is None or parent is None or not name or before.get("class") != name:
        return None
    said = before.getprevious()
    called = not (parent.text or "").strip() if said is None else said.get("class") == name
    loose = (before.tail or "").strip()
    return before if not (called or loose) and _is_named(line_of(before, _LONGEST)) else None


def _is_dashed(element: Element, line: str, quote: Element) -> bool:
    """Whether a line is a dash and a name; where others have a dash, people talk or are listed."""
    bare = line.lstrip(_SIGNS)
    if line[0] not in _DASHES or not _is_named(bare) or bare[-1] in ".!?…":
        return False
    others, behind = (quote, element.getprevious()), _next(element)
    if any(line_of(o, _LONGEST)[:1] in tuple(_DASHES) for o in others if o is not None):
        return False
    listed = "" if behind is None else line_of(behind, _LONGEST)
    return listed[:1] not in tuple(_DASHES) or not _is_named(listed.lstrip(_SIGNS))


def _sign(quote: Element, found: Element) -> None:
    around, outer = {quote, *quote.iterancestors()}, found.getparent()
    while outer is not None and outer not in around and _says_no_more(outer, found):
        found, outer = outer, outer.getparent()
    for each in [each for each in found.iter(etree.Element) if is_hidden(each)]:
        if each is not found:
            drop(each)
    within = quote in found.iterancestors()
    if within and (name := _named_before(found)) is not None:
        found = _together(name, found)
    signature = etree.Element("footer")
    signature.text = _line(found)
    before, parent = found.getprevious(), found.getparent()
    drop(found)
    if before is not None and before.tag == "br" and not (before.tail or "").strip(_SIGNS):
        drop(before)
    elif before is not None:
        before.tail = (before.tail or "").rstrip(_SIGNS) or None
    elif parent is not None:
        parent.text = (parent.text or "").rstrip(_SIGNS) or None
    quote.append(signature)


def _together(name: Element, job: Element) -> Element:
    """An element that holds both."""
    both = etree.Element("div")
    both.tail, job.tail = job.tail, None
    name.addprevious(both)
    both.extend((name, job))
    return both


def _says_no_more(outer: Element, inner: Element) -> bool:
    return squeezed(line_of(outer, 2 * _LONGEST)) == squeezed(line_of(inner, 2 * _LONGEST))


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
