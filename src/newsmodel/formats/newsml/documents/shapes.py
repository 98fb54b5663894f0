"""The shape of a document: an item by itself or a message, and the version it names."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal, TypeAlias

from newsmodel.errors import OptionError
from newsmodel.formats._shared.arguments import expect_word
from newsmodel.formats.newsml.names import FORMAT
from newsmodel.model import Article, Header, Message, OtherItem, Package
from newsmodel.model.base import changed
from newsmodel.model.gathering.feeds import item_dialect

Shape: TypeAlias = Literal["item", "message"]

_VERSION = re.compile(r"\d+\.\d+", re.ASCII)


def shaped(message: Message, shape: Shape | None, sent: datetime | None) -> Message:
    """A message in another shape, or with a time of sending.

    Raises:
        OptionError: what is asked for is no shape, or does not go into one item by itself.
    """
    if shape is not None:
        expect_word("shape", shape, "item", "message")
    if shape == "item":
        return _alone(message, sent)
    header = changed(message.header or Header(), sent=sent) if sent is not None else message.header
    alone = message.alone and shape is None and sent is None
    if header is message.header and alone is message.alone:
        return message
    return changed(message, header=header, alone=alone)


def _alone(message: Message, sent: datetime | None) -> Message:
    if sent is not None:
        raise OptionError("sent", sent, "an item by itself has no header, which would hold it")
    if len(message.items) != 1:
        remedy = f"it takes {len(message.items)} items, and not one: write it as a message"
        raise OptionError("shape", "item", remedy)
    return Message(items=message.items, alone=True)


def in_version(message: Message, version: object) -> Message:
    """A message whose items that were read name another version of the standard.

    Raises:
        OptionError: it is no version.
    """
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        remedy = "it is no version of the standard, such as '2.35'"
        raise OptionError("standard_version", version, remedy)
    return changed(message, items=[_item_in(item, version) for item in message.items])


def _item_in(item: Article | Package | OtherItem, version: str) -> Article | Package | OtherItem:
    if isinstance(item, Package):
        return changed(item, item=_item_in(item.item, version))
    if isinstance(item, Article) and (dialect := item_dialect(item)) is not None:
        return changed(item, dialect=changed(dialect, version=version))
    if isinstance(item, OtherItem) and item.format == FORMAT:
        return changed(item, content=_named(item.content, version))
    return item


def _named(markup: str, version: str) -> str:
    """An item as markup that names another version of the standard."""
    start, end, rest = markup.partition(">")
    if _SAID.search(start):
        return _SAID.sub(rf'\1"{version}"', start, count=1) + end + rest
    return _NAME.sub(rf'\g<0> standardversion="{version}"', start, count=1) + end + rest


_SAID = re.compile(r"""(\sstandardversion\s*=\s*)(?:"[^"]*"|'[^']*')""")
_NAME = re.compile(r"<[^\s/>?!]+")
