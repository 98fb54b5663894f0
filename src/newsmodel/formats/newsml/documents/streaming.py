"""Reading long messages in bounded memory.

Two passes: the first notes of each item only what ties it to others; the second reads items one
after another and holds back no more than the sets that belong together and are not complete yet.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from lxml import etree

from newsmodel.formats._shared.characters import Watched, mend
from newsmodel.formats._shared.files import Source, opened
from newsmodel.formats.newsml.documents import header, messages
from newsmodel.formats.newsml.documents.envelopes import (
    ITEM_NAMES,
    is_member,
    is_message,
    is_set,
    item_name,
)
from newsmodel.formats.newsml.documents.ties import Ties
from newsmodel.formats.newsml.names import NAR
from newsmodel.formats.newsml.others import left_out
from newsmodel.formats.newsml.xml.legible import UNHELD, Note
from newsmodel.formats.newsml.xml.parsers import new_pull_parser
from newsmodel.formats.newsml.xml.parsing import (
    has_doctype,
    malformed,
    not_newsml,
    refuse_entities,
    refuse_overfull,
    undefined,
)
from newsmodel.formats.newsml.xml.reading import Element, local_name
from newsmodel.model import Article, OtherItem, Package, Problem, Severity
from newsmodel.model.base import changed
from newsmodel.model.gathering.joining import gathered

MOST_HELD = 1000
"""How many articles are held back at most until the last of those that belong together comes."""
_PIECE = 32 * 1024
"""How many bytes are parsed at once."""
_HEADER = f"{{{NAR}}}header"
_NEWS = ITEM_NAMES[:2]
_TAGS = (_HEADER, *ITEM_NAMES)


def iterload(source: Source, *, gather: bool) -> Iterator[Article]:
    """The articles of a file, one after another."""
    with _twice_readable(source) as file:
        if not gather:
            yield from (item for item in _items(file) if isinstance(item, Article))
            return
        start = file.tell()
        ties = Ties()
        for item in _items(file, ties):
            ties.add(item)
        file.seek(start)
        articles = _in_order(_items(file), ties)
        noted = (*messages.findings_of(ties.departures), *left_out(ties.others))
        for first in islice(articles, 1):
            yield changed(first, findings=(*first.findings, *noted)) if noted else first
        yield from articles


@contextlib.contextmanager
def _twice_readable(source: Source) -> Iterator[BinaryIO]:
    with opened(source) as file:
        if file.seekable():
            yield file
        else:
            with tempfile.TemporaryFile() as copy:
                shutil.copyfileobj(file, copy)
                copy.seek(0, os.SEEK_SET)
                yield copy


def _items(file: BinaryIO, ties: Ties | None = None) -> Iterator[Article | Package | OtherItem]:
    """The news items and packages of a document, each dropped from memory once it is read."""
    first, headed, watched = True, False, Watched(file)
    for node in _nodes(file, watched):
        noted = mend(node) if watched.suspect else None
        if first:
            first = False
            head = header.find(node.getroottree().getroot())
            if ties is not None and head is not None:
                ties.read_header(head)
        if ties is not None and node.tag == _HEADER and _is_head(node) and not headed:
            headed = True
            ties.read_header(node)
        if node.tag == _HEADER or not is_member(node):
            continue
        if item_name(node) in _NEWS:
            yield _with_findings(node, [] if noted is None else [(noted, UNHELD)])
        elif ties is not None:
            ties.others[local_name(node)] += 1
        if node.tag in _TAGS:
            _drop(node)


def _nodes(file: BinaryIO, watched: Watched) -> Iterator[Element]:
    """The header and the items of a document, each as soon as it is parsed to its end."""
    parser = new_pull_parser([*_TAGS], _utf32(file))
    declared, wrong, root = None, None, None
    try:
        for node in _ended(watched, parser):
            if declared is None:
                declared = _has_doctype(node.getroottree().getroot())
            if declared and next(node.iter(etree.Entity), None) is not None:
                break  # the log, which takes longer to look at, says where
            if is_member(node):
                yield from _taken_out(_unforeseen_before(node))
            yield node
        root = parser.close()
        if declared or (declared is None and _has_doctype(root)):
            wrong = undefined(parser.feed_error_log)
    except etree.XMLSyntaxError as error:
        wrong = malformed(error, parser.feed_error_log)
    if wrong is not None:
        raise wrong  # not in the handler, as in `parsed`
    if root is None or not str(root.tag).startswith(f"{{{NAR}}}"):
        raise not_newsml(root)
    yield from filter(_is_unforeseen, _members(root))


def _has_doctype(root: Element) -> bool:
    """Whether a document has a DOCTYPE; one that declares entities is refused."""
    refuse_entities(root)
    return has_doctype(root)


def _members(root: Element) -> list[Element]:
    """What is left of a document that may be its items."""
    return _in_sets(root) if is_message(root) else [root]


def _in_sets(nodes: Iterable[Element]) -> list[Element]:
    """Elements, those in sets in the place of these."""
    return [member for each in nodes for member in (each if is_set(each) else (each,))]


def _unforeseen_before(item: Element) -> list[Element]:
    """What was passed over before an item, beside it and beside the set it stands in, in order."""
    found: list[Element] = []
    node: Element | None = item
    while node is not None:
        before = _in_sets(reversed([*node.itersiblings(preceding=True)]))
        found[:0] = filter(_is_unforeseen, before)
        node = node.getparent()
    return found


def _is_unforeseen(node: Element) -> bool:
    """Whether an element is an item, or stands for one, and yet of no name the parser looks for."""
    if not isinstance(node.tag, str) or node.tag in _TAGS:
        return False
    around = node.getparent()
    return item_name(node) is not None or (around is not None and is_set(around))


def _ended(file: Watched, parser: etree.XMLPullParser) -> Iterator[Element]:
    """The elements that a parser tells of; lxml's own loop (`iterparse`) looks at ids."""
    while data := file.read(_PIECE):
        parser.feed(data)
        for _, node in parser.read_events():
            yield node


def _utf32(file: BinaryIO) -> str | None:
    """The encoding where it is UTF-32, whose mark lxml takes for one of UTF-16."""
    start = file.tell()
    mark = file.read(4)
    file.seek(start)
    return "utf-32" if mark in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE) else None


def _with_findings(node: Element, departures: list[Note]) -> Article | Package | OtherItem:
    """An item, an article with what the reader noted of it."""
    refuse_overfull(node)
    item = messages.read_item(node, departures)
    if not departures or not isinstance(item, Article):
        return item
    return changed(item, findings=messages.findings_of(departures))


def _is_head(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.getparent() is None


def _drop(item: Element) -> None:
    """Empty an item, and forget all before it: nothing there waits to be read."""
    item.clear()
    node: Element | None = item
    while node is not None:
        parent = node.getparent()
        while parent is not None and node.getprevious() is not None:
            del parent[0]
        node = parent


def _taken_out(nodes: Iterable[Element]) -> Iterator[Element]:
    """Elements that are taken out of the document, each once it is read."""
    for node in nodes:
        yield node
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)


# ------------------------------------------------------------------ the second pass
class _Queue:
    """Articles that wait for their turn, and the items of sets that are not complete."""

    def __init__(self, ties: Ties) -> None:
        self._sets = ties.sets()
        self._missing = Counter(self._sets)
        self._members: dict[int, list[int]] = {}
        for number, mine in enumerate(self._sets):
            self._members.setdefault(mine, []).append(number)
        self._header = ties.header if len(self._missing) == 1 else None
        self._waiting = 0
        self._ties = ties
        self._held: dict[int, list[tuple[int, Article]]] = {}
        self._ready: dict[int, Article | None] = {}
        self._next = 0

    def add(self, number: int, item: Article) -> None:
        """Take the next article; its set is joined when its last has come."""
        mine = self._sets[number]
        if mine < 0:
            item = _by_itself(item)
        self._missing[mine] -= 1
        self._held.setdefault(mine, []).append((number, item))
        self._waiting += 1
        if not self._missing[mine]:
            self._finish(self._held.pop(mine))

    def _finish(self, items: list[tuple[int, Article]]) -> None:
        """Join the items of a set; those that went into others give nothing."""
        self._ready |= dict.fromkeys((number for number, _ in items), None)
        waiting = list(items)
        for whole in gathered([item for _, item in items], self._ties.alternatives, self._header):
            place = next(p for p in waiting if (p[1].id, p[1].version) == (whole.id, whole.version))
            waiting.remove(place)
            self._ready[place[0]] = whole

    def ripe(self) -> Iterator[Article]:
        """The articles whose turn has come."""
        if self._waiting > MOST_HELD:
            self._give_up()
        while self._next in self._ready:
            article = self._ready.pop(self._next)
            self._waiting -= 1
            self._next += 1
            if article is not None:
                yield article

    def _give_up(self) -> None:
        """Let the set go that everything waits for: its items are given as they came."""
        mine = self._sets[self._next]
        for number, item in self._held.pop(mine, ()):
            self._ready[number] = _by_itself(item)
        for number in self._members.pop(mine, ()):
            if number not in self._ready and number >= self._next:
                self._sets[number] = -1 - number  # a set of its own, told by that from all others
                self._missing[-1 - number] = 1


_NOT_JOINED = Problem(
    rule="newsml.not-gathered",
    severity=Severity.WARNING,
    message=f"to join it with what it belongs to would hold back more than {MOST_HELD} articles: "
    "it is given by itself; read the message with loads_message to gather it",
)


def _by_itself(item: Article) -> Article:
    """An item that is not joined with what it belongs to, and says so."""
    return changed(item, findings=(*item.findings, _NOT_JOINED))


def _in_order(items: Iterable[Article | Package | OtherItem], ties: Ties) -> Iterator[Article]:
    queue = _Queue(ties)
    articles = (item for item in items if isinstance(item, Article))
    for number, item in enumerate(articles):
        queue.add(number, item)
        yield from queue.ripe()
