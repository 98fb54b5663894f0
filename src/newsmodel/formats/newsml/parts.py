"""An article as a part of a newsMessage of many."""

from __future__ import annotations

import hashlib
from typing import Any

import attrs
from lxml import etree

from newsmodel.formats.newsml.documents import messages
from newsmodel.formats.newsml.documents.shapes import shaped
from newsmodel.formats.newsml.documents.ties import sources_of
from newsmodel.formats.newsml.names import MEDIA, NAR
from newsmodel.formats.newsml.verbs import message_of
from newsmodel.formats.newsml.xml.parsing import parsed
from newsmodel.model import Article
from newsmodel.model.expected import expect_article
from newsmodel.model.gathering.joining import shown_by
from newsmodel.model.gathering.shown_items import names_of

__all__ = ["ITEM_SET", "PACKAGE", "Part", "items_of", "part"]

ITEM_SET, PACKAGE = f"{{{NAR}}}itemSet", f"{{{NAR}}}packageItem"


@attrs.frozen(kw_only=True)
class Part:
    """An article as a document of its own, and what ties it to others."""

    document: bytes
    """It as a newsMessage of its own."""
    id: str
    """The id of its own item."""
    medium: bool
    """Whether it is a picture, video or sound itself, which others may show."""
    headed: bool
    """Whether it came with the header of a message."""
    called: dict[str, frozenset[str]]
    """By the ids of its items that are media, of itself if it is one, what texts show them by."""
    others: dict[str, bytes]
    """The ids of its further items, with a digest of each that is a picture, video or sound."""
    media: dict[str, tuple[str, bytes]]
    """By their ids the paths of its media, and a digest of what it says of each."""
    names: frozenset[str]
    """What the article itself refers to: ids, and files that it shows."""
    sources: frozenset[str]
    """Those of them that it names as what it was translated from."""
    further: frozenset[str]
    """What of others any of its items refers to."""
    translated: frozenset[str]
    """Those of them that its translations name as what they were translated from."""


def part(article: Article) -> Part:
    """An article as a part of a message of many."""
    expect_article(article)
    message, media = message_of(article)
    document = messages.written(shaped(message, "message", None), media).encode()
    nodes = items_of(parsed(document))
    first, *rest = items = message.articles
    own = {item.id for item in items}
    called = {i.id: frozenset(names_of(i, i.id)) for i in items if i.kind in MEDIA}
    named = {name for item in items for name in (*shown_by(item), *sources_of(item))}
    return Part(
        document=document,
        id=first.id,
        medium=first.kind in MEDIA,
        headed=article.message_header is not None,
        called=called,
        others={
            item.id: _digest(etree.tostring(node, with_tail=False)) if item.kind in MEDIA else b""
            for item, node in zip(rest, nodes[1:], strict=False)  # a package follows
        },
        media={
            medium.id: (f"$.{name}[{number}]", _digest(repr(medium).encode()))
            for name in dict(MEDIA.values())
            for number, medium in enumerate(getattr(article, name))
            if medium.id is not None
        },
        names=frozenset([*shown_by(article), *sources_of(article)]),
        sources=frozenset(sources_of(article)),
        further=frozenset(named - own.union(*called.values())),
        translated=frozenset(name for item in rest for name in sources_of(item)) - own,
    )


def items_of(root: Any) -> list[Any]:
    """The items of a newsMessage."""
    return [item for items in root.iterchildren(ITEM_SET) for item in items]


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:16]
