"""Notices that something in an article was changed: those of the data, and those printed by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

from lxml import etree

from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.pages.words import table
from newsmodel.formats.html.webpages.facts import tag_of
from newsmodel.formats.html.webpages.lines import line_of, squeezed
from newsmodel.formats.html.webpages.moments import is_mere_date, printed_when, when
from newsmodel.formats.html.webpages.names import has_case
from newsmodel.formats.html.webpages.outline import INLINE, is_hidden
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.things import clean
from newsmodel.formats.html.webpages.words import PageWords, page_words, tokens
from newsmodel.model import Block, Correction, CorrectionKind
from newsmodel.model.nodes import lines_of

__all__ = ["corrections", "printed_notices"]

_KINDS = tuple(kind for kind in CorrectionKind if kind is not CorrectionKind.UPDATE)
"""An update is printed over many a box that leads elsewhere."""
_NOTICES = ("aside", "footer", "section", "div", "p", "li", "dd", "small")
_FURNITURE = frozenset({"nav", "form", "button", "dialog"})
_OTHERS = frozenset(
    "comment comments kommentare comentarios commentaires related teaser newsletter".split()
)
_LONGEST, _SHORTEST, _SHORT = 1500, 20, 100
_MOST, _FIRST = 20, 50
_SIGNS = " :：—–"
_ENDS = r"(?P<date>[\s,(]\s*(?:[^:：—–]|:(?=\d\d\D)){3,40}?)?\s*(?!:\d\d\D)[:：—–]\s*|\s*$"
"""What stands behind a label: a date, a colon; or nothing, as an element of its own follows."""
_SENTENCE = re.compile(r"(?<=[.!?])\s|(?<=[。？！])")
_WORD = re.compile(r"\w+")
_FEW_WORDS = 5
"""Among so many words behind its label a date makes a notice sure."""
_MAIL = re.compile(r"\w@\w")
_ASKED = ("?", "？")


def corrections(
    page: Page, notices: Iterable[Correction], body: tuple[Block, ...]
) -> tuple[Correction, ...]:
    """The notices that the data tell, and those printed that stand in no paragraph of the text."""
    found, printed = list(_told(page)), list(notices)
    said = squeezed(lines_of(body)) if printed else ""
    for each in printed:
        words = squeezed(each.text or "")
        if words not in said and all(words not in squeezed(f.text or "") for f in found):
            found.append(each)
    return tuple(found[:_MOST])


def _told(page: Page) -> Iterator[Correction]:
    graph = page.graph
    for value in graph.values(page.article, "correction"):
        if not isinstance(value, Mapping):
            yield from [Correction(text=line)] if (line := clean(value)) else []
        elif text := graph.text(value, "text") or graph.text(value, "name"):
            date = when(graph.text(value, "datePublished") or graph.text(value, "dateCreated"))
            language = tag_of(graph.text(value, "inLanguage"))
            yield Correction(text=text, date=date, language=language)


def printed_notices(whole: Element, words: PageWords) -> list[Correction]:
    """The notices printed with an article: by the names of their classes, or by a label.

    Args:
        whole: the element that holds the article.
        words: the words of pages.
    """
    held: set[Element] = set()
    found: list[Correction] = []
    for node in whole.iter(*_NOTICES):
        if held and any(outer in held for outer in node.iterancestors()):
            continue
        notice = _notice(node, words)
        if notice is not None:
            held.add(node)
            found.append(notice)
    return found[:_MOST]


def _notice(node: Element, words: PageWords) -> Correction | None:
    named = tokens(node.get("class") or "") & words.correction
    if not (named or _begins_with_label(node)) or _is_furniture(node):
        return None
    line = line_of(node, _LONGEST + 1)
    linked = sum(len(line_of(link, _LONGEST)) for link in node.iter("a"))
    if not _SHORTEST < len(line) <= _LONGEST or 2 * linked > len(line):
        return None
    label = _label(node) or (_labels()[0].match(line) if named else None)
    if label is None:
        asks = _MAIL.search(line) or line.endswith(_ASKED) or _asks(line, node, words)
        return Correction(text=line) if named and not asks else None
    found = _labelled(node, line, label)
    if not found.text or _asks(found.text, node, words):
        return None
    return found if named or _is_sure(node, label, found, words) else None


def _labelled(node: Element, line: str, label: re.Match[str]) -> Correction:
    """A notice without its label, which pages print anew; what is no date stays in its words."""
    behind = label["date"] or ""
    date = printed_when(behind)
    whole = not behind or (date is not None and is_mere_date(behind))
    text = line[len(label[0].rstrip() if whole else label["label"]) :].lstrip(f"{_SIGNS},")
    marked = next((when(each.get("datetime")) for each in node.iter("time")), None)
    return Correction(text=text, kind=_kind(label), date=marked or date)


def _kind(label: re.Match[str]) -> CorrectionKind:
    return _labels()[1].get(_folded(label["label"]), CorrectionKind.CORRECTION)


def _is_sure(node: Element, label: re.Match[str], found: Correction, words: PageWords) -> bool:
    """Whether no other sentence begins with the word, and no other box has it for a heading.

    What clarifies may explain anything: over such a box the word alone tells nothing.
    """
    if behind := label["date"]:
        times = filter(None, (line_of(each, _SHORT) for each in node.iter("time")))
        timed = any(map(behind.__contains__, times))
        few = len(behind.split()) <= _FEW_WORDS
        dated = timed or is_mere_date(behind) or (few and printed_when(behind) is not None)
        return dated or _is_of_text(behind, words)
    alone = label[0].rstrip()[-1:] not in tuple(_SIGNS)
    if alone and found.kind is CorrectionKind.CLARIFICATION:
        return _is_of_text(found.text or "", words)
    return True


def _is_of_text(line: str, words: PageWords) -> bool:
    """Whether a line speaks of the text beside it; where words are not parted, anywhere in it."""
    if not has_case(line):
        return any(map(line.__contains__, words.itself))
    return any(word.startswith(words.itself) for word in _WORD.findall(line.casefold()))


def _asks(line: str, node: Element, words: PageWords) -> bool:
    """Whether a notice asks readers for mistakes, or tells how the house treats them.

    Its first words alone tell no such box: it asks something too, or tells where to write.
    """
    mail = _MAIL.search(line) is not None
    asked = _SENTENCE.split(line, maxsplit=1)[0].endswith(_ASKED)
    if asked and mail:
        return True
    linked = any(link.get("href") for link in node.iter("a"))
    return (asked or mail or linked) and _begins_asking(line.casefold(), words)


def _begins_asking(line: str, words: PageWords) -> bool:
    """Whether a line begins with one of the words: with the whole of it, where words are parted."""
    begun = [word for word in words.asks if line.startswith(word)]
    return any(not has_case(word) or not line[len(word) :][:1].isalnum() for word in begun)


def _begins_with_label(node: Element) -> bool:
    """Whether its first words may be a label: most are none, and to read all takes time."""
    first = next(filter(str.strip, islice(node.itertext(), _FIRST)), "").lstrip()
    return _labels()[2].match(first) is not None


def _label(node: Element) -> re.Match[str] | None:
    """The label that begins a notice: on a line of its own, or before the words."""
    pattern, own = _labels()[0], (node.text or "").strip()
    first = next((each for each in node.iterchildren(etree.Element) if line_of(each, 1)), None)
    if first is not None and not own and (alone := pattern.fullmatch(line_of(first, _SHORT))):
        return alone
    runs_on = own or first is None or first.tag in INLINE
    return pattern.match(line_of(node, _SHORT)) if runs_on else None


def _is_furniture(node: Element) -> bool:
    """Whether an element is there to be filled in, unseen, or of readers or other articles."""
    if any(True for _ in node.iter("form", "button", "input")):
        return True
    for each in (node, *node.iterancestors()):
        names = tokens(f"{each.get('class') or ''} {each.get('id') or ''}")
        if each.tag in _FURNITURE or is_hidden(each) or names & _OTHERS:
            return True
    return False


def _folded(label: str) -> str:
    return " ".join(label.replace("’", "'").casefold().split())


@cache
def _labels() -> tuple[re.Pattern[str], Mapping[str, CorrectionKind], re.Pattern[str]]:
    """What finds a label with its end, what notice each announces, what finds one by itself."""
    kinds = dict.fromkeys(map(_folded, page_words().corrected), CorrectionKind.CORRECTION)
    for row in table("words.toml").values():
        kinds |= {_folded(str(row[kind.value])): kind for kind in _KINDS}
    longest = sorted(map(re.escape, kinds), key=len, reverse=True)
    either = "|".join(longest).replace("'", "['’]").replace(r"\ ", r"\s+")
    whole = re.compile(rf"(?P<label>{either})(?:{_ENDS})", re.IGNORECASE)
    return whole, kinds, re.compile(rf"(?:{either})(?!\w)", re.IGNORECASE)
