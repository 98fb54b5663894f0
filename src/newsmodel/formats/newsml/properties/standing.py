"""Where a marked line stands in a text: whether it is the article's, or that of a part of it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import takewhile

from lxml import etree

from newsmodel.captions import caption_words
from newsmodel.captions.characters import key
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.vocabulary import is_hidden, is_kept_back
from newsmodel.formats._shared.xhtml.words import line_of
from newsmodel.formats.newsml.xml.reading import Element, stray_in

__all__ = ["is_apart", "is_of_article"]

_APART = frozenset(
    "figure figcaption blockquote aside table footer nav media caption bq body.head".split()
)
"""What is in these is said of them, not of the article."""
_AROUND_PICTURES = frozenset("div p span a td li".split())
_HEADS = frozenset({"header", "hgroup"})
_HEAD_CLASSES = frozenset({"head", "header", "hgroup"})
_RUNNING = frozenset("p span a b strong i em small".split())
_SILENT = _APART | _HEADS | {"head", "script", "style"}
_HEADINGS = tuple(f"{{*}}h{level}" for level in range(1, 7))
_WORD = re.compile(r"\w")
_WORDS = re.compile(r"\w+")


def is_apart(element: Element, node: Element) -> bool:
    """Whether a line is not for readers, or is of a picture, a quotation or a box in a text."""
    if is_kept_back(element):
        return True
    for each in _around(element, node):
        if each is node:
            break
        name = local_name(each)
        if name in _APART or (name in _AROUND_PICTURES and _holds(each, "{*}img")):
            return True
    return False


def is_of_article(element: Element, node: Element, marked: Container[Element]) -> bool:
    """Whether a line stands above the text, or beneath its lead.

    Further down, right beneath a picture, or in a part with a heading or words of its own it is
    that of something else.

    Args:
        element: the line.
        node: the element that holds the text.
        marked: all lines that are marked, which are no text.
    """
    title = next(node.iter("{*}h1"), None)
    titles = set() if title is None else {title, *title.iterancestors()}
    own = line = _with_what_leads_to_it(element, marked)
    paragraphs, whole = 0, False
    for each in _around(own, node):
        before = list(line.itersiblings(preceding=True))
        between = list(takewhile(lambda other: other not in titles, before))
        is_below_title = len(between) < len(before)
        if _is_head(each):
            paragraphs = 1  # a head stands above the lead
        elif _has_words(None if is_below_title else each.text, *[e.tail for e in between]):
            return False
        else:
            above = _above(between, marked)
            paragraphs += sum(above)
            is_part = above != sorted(above, reverse=True)  # a heading beneath the lead
            whole = whole or (bool(above) and _is_whole(each, node, marked))
            if is_part or (above and not whole):
                return False
        if paragraphs > 1:
            return False
        if is_below_title:
            break
        line = each
    return not (_is_beneath_picture(own, node) or _is_credit(line_of(own)))


def _with_what_leads_to_it(line: Element, marked: Container[Element]) -> Element:
    """A line with the words around it in its paragraph: "By", or others that are marked."""
    around = line.getparent()
    while around is not None and (around in marked or local_name(around) in _RUNNING):
        if around not in marked and not _leads(around, marked):
            break
        line, around = around, around.getparent()
    return line


def _leads(element: Element, marked: Container[Element]) -> bool:
    """Whether no word in an element is unmarked but one such as "By"."""
    lead = caption_words(None).by
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        words = node.text if event == "start" else None if node is element else node.tail
        if event == "start" and node in marked:
            walk.skip_subtree()
        elif not lead.issuperset(map(key, _WORDS.findall(words or ""))):
            return False
    return True


def _is_head(element: Element) -> bool:
    classes = re.split(r"[\s_-]+", (element.get("class") or "").lower())
    return local_name(element) in _HEADS or not _HEAD_CLASSES.isdisjoint(classes)


def _above(elements: Iterable[Element], marked: Container[Element]) -> list[bool]:
    """Of elements, those that are text, and those that hold nothing but a heading: False."""
    found = [(_says(each, marked), _holds(each, *_HEADINGS)) for each in elements]
    return [is_text for is_text, is_headed in found if is_text or is_headed]


def _around(element: Element, node: Element) -> Iterator[Element]:
    """The elements around another, up to that which holds the text."""
    for each in element.iterancestors(etree.Element):
        yield each
        if each is node:
            return


def _is_whole(element: Element, node: Element, marked: Container[Element]) -> bool:
    """Whether no text stands beside an element."""
    each = element
    while each is not node and (above := each.getparent()) is not None:
        if stray_in(above) or any(_says(e, marked) for e in above[:] if e is not each):
            return False
        each = above
    return True


def _says(element: Element, marked: Container[Element]) -> bool:
    """Whether there is text in an element: words that are neither marked, a heading nor apart."""
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event != "start":
            words = None if node is element else node.tail
        elif _is_silent(node, marked):
            walk.skip_subtree()
            continue
        else:
            words = node.text
        if _has_words(words):
            return True
    return False


def _is_silent(element: Element, marked: Container[Element]) -> bool:
    name = local_name(element)
    is_line = element in marked or f"{{*}}{name}" in _HEADINGS
    return is_line or name in _SILENT or is_hidden(element.items())


def _has_words(*strings: str | None) -> bool:
    return any(_WORD.search(each) for each in strings if each)


def _holds(element: Element, *tags: str) -> bool:
    return next(element.iter(*tags), None) is not None


def _is_beneath_picture(element: Element, node: Element) -> bool:
    """Whether a picture that nothing else is said of stands right before an element."""
    for each in (element, *_around(element, node)):
        if each is node:
            break
        before = next(each.itersiblings("*", preceding=True), None)
        if before is not None:
            return _holds(before, "{*}img") and not line_of(before)
    return False


def _is_credit(line: str) -> bool:
    """Whether a line begins with a word such as "Photo:"."""
    label, colon, _ = line.partition(":")
    return bool(colon) and key(label) in caption_words(None).labels
