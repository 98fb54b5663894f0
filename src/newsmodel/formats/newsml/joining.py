"""Many articles in one newsMessage, written one after another, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any, BinaryIO

from lxml import etree

from newsmodel.formats._shared.arguments import expect_many
from newsmodel.formats._shared.files import Target, writing
from newsmodel.formats.newsml.names import NAR
from newsmodel.formats.newsml.verbs import dumps
from newsmodel.formats.newsml.xml.parsing import parsed
from newsmodel.model import Article, Message

__all__ = ["Joined", "dump_all"]

_MESSAGE, _ITEM_SET = f"{{{NAR}}}newsMessage", f"{{{NAR}}}itemSet"


def dump_all(articles: Iterable[Article], target: Target) -> None:
    """Write articles as one newsMessage, to a path all at once or to an open binary file.

    A single article keeps the header it came with; several get a new one, which says nothing.
    """
    expect_many(articles)
    with writing(target) as file:
        joined = Joined(file)
        for article in articles:
            joined.add(dumps(article, shape="message").encode())
        joined.close()


class Joined:
    """A newsMessage that takes the items of others."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._first: bytes | None = None
        self._open = ExitStack()
        self._xml: Any = None

    def add(self, document: bytes) -> None:
        """Take the items of one more newsMessage; the first is held back, as it may be alone."""
        if self._first is None:
            self._first = document
            return
        if self._xml is None:
            self._begin()
            self._write(self._first)
        self._write(document)

    def close(self) -> None:
        """End the message."""
        if self._xml is None:
            self._file.write(self._first or dumps(Message()).encode())
        self._open.close()

    def _begin(self) -> None:
        frame = parsed(dumps(Message()).encode())
        self._xml = self._open.enter_context(etree.xmlfile(self._file, encoding="utf-8"))
        self._xml.write_declaration()
        attributes = {str(name): str(value) for name, value in frame.attrib.items()}
        self._open.enter_context(self._xml.element(frame.tag, attributes, nsmap=frame.nsmap))
        for child in frame:
            if child.tag != _ITEM_SET:
                self._xml.write(child)
        self._open.enter_context(self._xml.element(_ITEM_SET))

    def _write(self, document: bytes) -> None:
        for item in _items(document):
            self._xml.write(item)


def _items(document: bytes) -> Iterator[Any]:
    root = parsed(document)
    if root.tag != _MESSAGE:
        yield root
    for items in root.iterchildren(_ITEM_SET):
        yield from items
