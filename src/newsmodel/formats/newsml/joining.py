"""Many articles in one newsMessage, so that each comes back as it was.

Items of two articles may meet in one message: two stories show one photo, a story comes in two
versions. A photo is written once, as the first article tells of it, under the orders of all; one
that says otherwise keeps its own words in its item. What else meets has no item and stands in that
of its article. So all must be known before any is written: until then the documents wait on the
disk, and of each only its ids are held.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, BinaryIO, Literal

import attrs
from lxml import etree

from newsmodel.errors import LossError
from newsmodel.formats._shared.arguments import expect_many, expect_word
from newsmodel.formats._shared.files import Target, writing
from newsmodel.formats.newsml.documents import messages
from newsmodel.formats.newsml.documents.marks import made_unique
from newsmodel.formats.newsml.documents.orders import under
from newsmodel.formats.newsml.documents.shapes import shaped
from newsmodel.formats.newsml.names import FORMAT
from newsmodel.formats.newsml.parts import ITEM_SET, PACKAGE, Part, items_of, part
from newsmodel.formats.newsml.verbs import dumps, loads, losses, media_of, message_of
from newsmodel.formats.newsml.xml.parsing import parsed
from newsmodel.model import Article, Loss, Media, Message
from newsmodel.model.base import changed
from newsmodel.model.gathering.as_read import media_as_read
from newsmodel.model.gathering.joining import gathered

__all__ = ["Joined", "dump_all", "joined"]


def dump_all(
    articles: Iterable[Article],
    target: Target,
    *,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> tuple[Loss, ...]:
    """Write articles as one newsMessage, to a path all at once or to an open binary file.

    A single article keeps the header it came with; several get a new one, which says nothing.

    Args:
        articles: what to write.
        target: the path or the file.
        on_loss: "raise" to stop where something cannot be carried.

    Returns:
        What is not carried, of each article what `losses` says of it, and what the common message
        cannot say: of the second article `$[1].message_header`.

    Raises:
        LossError: something cannot be carried and `on_loss` is "raise".
        ValueError: `on_loss` is none of what it may be.
    """
    expect_many(articles)
    expect_word("on_loss", on_loss, "ignore", "raise")
    lost: list[Loss] = []
    with writing(target) as file, joined(file) as message:
        for number, article in enumerate(articles):
            piece = part(article)
            lost += [
                attrs.evolve(each, path=f"$[{number}]{each.path[1:]}")
                for each in (*losses(article), *message.losses(piece))
            ]
            if lost and on_loss == "raise":
                raise LossError(FORMAT, lost)
            message.add(piece)
    return tuple(lost)


_SHARED = "others see that, under the strictest orders of all, and so do the texts that show it"
_CROWDED = "translations and media that meet there have no items, and others do not see them"


@contextmanager
def joined(file: BinaryIO) -> Iterator[Joined]:
    """A newsMessage to which articles are added one after another; at the end it is written."""
    with tempfile.TemporaryFile() as waiting:
        message = Joined(file, waiting)
        yield message
        message.close()


# ------------------------------------------------------------------ all of them
class Joined:
    """A newsMessage that takes many articles; it is written when it is closed."""

    def __init__(self, file: BinaryIO, waiting: BinaryIO) -> None:
        self._file = file
        self._waiting = waiting
        self._parts: list[Part] = []  # without their documents
        self._ends: list[int] = [0]
        self._by_name: dict[str, list[int]] = {}
        self._shown: dict[str, list[int]] = {}
        self._told: dict[str, bytes] = {}
        self._media: dict[str, bytes] = {}

    def losses(self, piece: Part) -> tuple[Loss, ...]:
        """What would not come back if this article were added, of it or those before."""
        unseen = (*self._told_otherwise(piece), *self._crowded(piece))
        return (*self._headers(piece), *self._swallowed(piece), *unseen)

    def add(self, piece: Part) -> None:
        """Take one more article."""
        number = len(self._parts)
        self._waiting.write(piece.document)
        self._ends.append(self._waiting.tell())
        self._parts.append(attrs.evolve(piece, document=b""))
        for name in _called(piece):
            self._by_name.setdefault(name, []).append(number)
        for name in piece.names:
            self._shown.setdefault(name, []).append(number)
        for name, digest in piece.others.items():
            self._told.setdefault(name, digest)
        for name, (_, digest) in piece.media.items():
            if name in piece.others:
                self._media.setdefault(name, digest)

    def close(self) -> None:
        """Write the message."""
        if len(self._parts) == 1:
            self._file.write(self._document(0))
        elif self._parts:
            self._write_all()
        else:
            self._file.write(dumps(Message()).encode())

    def _document(self, number: int) -> bytes:
        start, end = self._ends[number : number + 2]
        self._waiting.seek(start)
        document = self._waiting.read(end - start)
        self._waiting.seek(self._ends[-1])
        return document

    # what is lost
    def _headers(self, piece: Part) -> Iterator[Loss]:
        reason = "a message of several articles has one header, and it is none of theirs"
        if len(self._parts) == 1 and self._parts[0].headed:
            first = f"{reason}: this is the header of {self._parts[0].id!r}, written before"
            yield Loss(path="$.message_header", reason=first)
        if piece.headed and self._parts:
            yield Loss(path="$.message_header", reason=reason)

    def _swallowed(self, piece: Part) -> Iterator[Loss]:
        """Where one article would be read as a part of another: its translation, or picture."""
        tied = {
            n
            for name in _called(piece)
            for n in self._shown.get(name, ())
            if _may_join(self._parts[n], piece)
        }
        for name in piece.names:
            tied |= {n for n in self._by_name.get(name, ()) if _may_join(piece, self._parts[n])}
        for number in sorted(tied):
            pair = (_whole(self._document(number)), _whole(piece.document))
            if gathered(pair) != pair:
                other = self._parts[number].id
                reason = f"in one message with {other!r} it is read as one article with that"
                yield Loss(path="$", reason=reason)

    def _told_otherwise(self, piece: Part) -> Iterator[Loss]:
        """Where the item of a medium is that of another article, which says something else."""
        for name, (path, digest) in piece.media.items():
            if self._media.get(name, digest) != digest:
                reason = f"another article of the message tells of {name!r}: {_SHARED}"
                yield Loss(path=path, reason=reason)

    def _crowded(self, piece: Part) -> Iterator[Loss]:
        """Where an id is that of two things, which so have no items of their own."""
        for name in (piece.id, *piece.others):
            same = [piece, *(self._parts[number] for number in self._by_name.get(name, ()))]
            is_root = len(same) > 1 and any(each.others for each in same)
            known = self._told.get(name)
            if is_root or (known is not None and not (known and piece.others.get(name))):
                yield Loss(path="$", reason=f"{name!r} stands twice in the message: {_CROWDED}")

    # writing
    def _write_all(self) -> None:
        frame = parsed(dumps(Message()).encode())
        attributes = {str(name): str(value) for name, value in frame.attrib.items()}
        with ExitStack() as open_elements:
            xml = open_elements.enter_context(etree.xmlfile(self._file, encoding="utf-8"))
            xml.write_declaration()
            open_elements.enter_context(xml.element(frame.tag, attributes, nsmap=frame.nsmap))
            for child in frame:
                if child.tag != ITEM_SET:
                    xml.write(child)
            open_elements.enter_context(xml.element(ITEM_SET))
            for item in self._all_items():
                xml.write(item)

    def _all_items(self) -> Iterator[Any]:
        """The items of all articles, those that are shared once."""
        meeting, written, taken = self._meeting(), set[str](), set[str]()
        orders = self._orders()
        for number, piece in enumerate(self._parts):
            document = self._document(number)
            strict = {name: orders[name] for name in (piece.id, *piece.media) if name in orders}
            if number in meeting or strict:
                staying, told = meeting.get(number, (set[str](), set[str]()))
                message, media = message_of(_whole(document), staying=staying, told=told)
                media |= {n: under(media[n], m) if n in media else m for n, m in strict.items()}
                document = messages.written(shaped(message, "message", None), media).encode()
            for item in items_of(parsed(document)):
                guid = str(item.get("guid"))
                if guid in written:
                    continue
                if piece.others.get(guid):
                    written.add(guid)
                made_unique(item, taken, first=max(number, 1) + 1, told=item.tag != PACKAGE)
                yield item

    def _orders(self) -> dict[str, Media]:
        """The media of which articles say different things, as strict as all say that they are."""
        said: dict[str, set[bytes]] = {}
        for piece in self._parts:
            for name, (_, digest) in piece.media.items():
                said.setdefault(name, set()).add(digest)
            if piece.medium:
                said.setdefault(piece.id, set()).add(b"")
        several = {name for name, digests in said.items() if len(digests) > 1}
        orders: dict[str, Media] = {}
        for number, piece in enumerate(self._parts):
            if several.isdisjoint((piece.id, *piece.media)):
                continue
            whole = _whole(self._document(number))
            told = media_as_read(whole) | media_of(Message(items=(whole,)))
            for ident in several.intersection(told):
                order = orders.get(ident, told[ident])
                files = (*order.renditions, *told[ident].renditions)
                hidden = tuple([file for file in files if not file.public])
                orders[ident] = changed(under(order, told[ident]), renditions=hidden)
        return orders

    def _meeting(self) -> dict[int, tuple[set[str], set[str]]]:
        """The articles whose items would be mixed up with those of others.

        Returns:
            for each the ids of what can have no item, and of media that another has told otherwise.
        """
        roots = Counter(piece.id for piece in self._parts)
        counts = Counter(name for piece in self._parts for name in piece.others)
        named = {name for piece in self._parts for name in piece.further}
        single = {name for piece in self._parts for name, d in piece.others.items() if not d}
        first: dict[str, bytes] = {}
        found: dict[int, tuple[set[str], set[str]]] = {}
        for number, piece in enumerate(self._parts):
            others = piece.others
            is_twice = roots[piece.id] > 1 or piece.id in counts
            met = is_twice or not piece.translated.isdisjoint({*roots, *counts})
            staying = {
                name
                for name in others
                if met
                or name in roots
                or not named.isdisjoint(piece.called.get(name, {name}))
                or (name in single and counts[name] > 1)
            }
            media = [name for name in others if name not in staying and others[name]]
            told = {name for name in media if first.setdefault(name, others[name]) != others[name]}
            if staying or told:
                found[number] = staying, told
        return found


def _called(piece: Part) -> frozenset[str]:
    """What others name an article by."""
    return piece.called.get(piece.id) or frozenset([piece.id])


def _may_join(one: Part, other: Part) -> bool:
    """Whether an article that names another may be joined with it when they are read."""
    return other.medium or other.id in one.sources


def _whole(document: bytes) -> Article:
    """The article of a document, to be written as one item."""
    return changed(loads(document), message_header=None, findings=())
