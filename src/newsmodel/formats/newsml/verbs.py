"""The verbs of the format."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import datetime
from typing import Literal

from newsmodel.errors import LossError, ParseError
from newsmodel.formats._shared.arguments import expect_word, given_document
from newsmodel.formats._shared.files import Source, Target, read_bytes, write_text
from newsmodel.formats._shared.gathering import only
from newsmodel.formats._shared.orders import joint_orders
from newsmodel.formats.newsml.conformance import departures as departures_of
from newsmodel.formats.newsml.conformance.documents import encoded, opened
from newsmodel.formats.newsml.documents import losing, messages, packages, streaming
from newsmodel.formats.newsml.documents.media import with_their_files
from newsmodel.formats.newsml.documents.shapes import Shape, in_version, shaped
from newsmodel.formats.newsml.documents.unseen import unsaid, unseen
from newsmodel.formats.newsml.names import FORMAT, MEDIA
from newsmodel.formats.newsml.others import left_out, others_of
from newsmodel.formats.newsml.xml.parsing import mended_characters, not_newsml, parsed
from newsmodel.formats.newsml.xml.reading import Element, N
from newsmodel.model import Article, Loss, Media, Message
from newsmodel.model.base import changed, fields_of
from newsmodel.model.expected import expect_news
from newsmodel.model.gathering.as_read import media_as_read
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.figures import with_captions_of_items
from newsmodel.model.gathering.items import is_sent, translation_id
from newsmodel.model.gathering.joining import scattered
from newsmodel.model.gathering.own_media import own_medium


def loads_message(data: str | bytes, *, strict: bool = False, recover: bool = False) -> Message:
    """The message of a document, its items as they came.

    What departs from the standard is read as well as it can be, kept as it was, and reported in
    `findings`, each with its line.

    Args:
        data: a document whose root is a newsMessage or an item.
        strict: raise at the first departure from the standard's schema, with line and column; it
            is the first that `check` finds.
        recover: read on where the XML is not well-formed, as far as the parser can; entities of
            HTML become their characters. And take a document without any namespace for one of the
            standard's.

    Raises:
        ParseError: it is not well-formed XML, declares entities, or is not NewsML-G2; or it
            departs from the standard and `strict` is set.
    """
    departures: list[tuple[int | None, str]] = []
    document = _encoded(data)
    root = parsed(document, recover=recover, departures=departures)
    if not str(root.tag).startswith(N):
        raise not_newsml(root)
    if strict:
        _refuse_departures(root, data, departures)
    departures += mended_characters(root, document)
    return messages.read(root, departures)


def _refuse_departures(
    root: Element, data: str | bytes, of_form: list[tuple[int | None, str]]
) -> None:
    """Raise the error for the first departure from the standard's schema, if there is one."""
    if of_form:
        first = messages.finding(*of_form[0])
        raise ParseError(FORMAT, first.message, first.place)
    if departures_of(root):
        document = opened(data)  # once more, with its text, which tells the columns
        found = departures_of(root if document.root is None else document.root, document.text)[0]
        raise ParseError(FORMAT, found.message, found.place)


def _encoded(data: str | bytes) -> bytes:
    data = given_document(data)
    return data if isinstance(data, bytes) else encoded(data)


def loads(data: str | bytes) -> Article:
    """The one article of a document, its translations and pictures gathered.

    What departs from the standard anywhere in the document stands in its `findings`.

    Raises:
        ParseError: as for `loads_message`.
        MultipleArticlesError: there are several articles, or none.
    """
    message = loads_message(data)
    article = only(message.gather(), FORMAT)
    findings = (*message.findings, *left_out(others_of(message)))
    return changed(article, findings=findings) if findings else article


def load(source: Source) -> Article:
    """The one article of a file; see `loads`."""
    return loads(read_bytes(source))


def iterload(source: Source, *, gather: bool = True) -> Iterator[Article]:
    """The articles of a file, in the order of their items, in bounded memory.

    Args:
        source: a path or an open binary file; one that cannot be read twice is copied to disk.
        gather: join translations and media with the articles they belong to. Where that would hold
            back more than a thousand articles until the last of those that belong together has
            come, these are given item by item, and the `findings` of each say so.

    Raises:
        ParseError: as for `loads_message`.
    """
    yield from streaming.iterload(source, gather=gather)


def dumps(
    article: Article | Message,
    *,
    shape: Shape | None = None,
    standard_version: str | None = None,
    sent: datetime | None = None,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> str:
    """An article or a message as a document.

    What was read is written in the shape and the version it had. A new article becomes a message:
    an item for each language version and each picture, and a package that ties them, where there
    is more than one, at the end. Times the standard demands and nobody gave are written as the
    start of 1970 in UTC, a missing provider as `nm:unknown`; the reader takes neither for real.

    Args:
        article: what to write. An article becomes a message of the items it needs; a message is
            written item by item.
        shape: "item" for an item by itself, "message" for a newsMessage.
        standard_version: the version of the standard that items name, such as "2.34"; 2.35 for new
            ones where not given. Only the name changes.
        sent: the time of sending, for the header of a message.
        on_loss: "raise" to stop where something cannot be carried.

    Raises:
        LossError: something cannot be carried and `on_loss` is "raise".
        OptionError: several items, or a time of sending, do not go into one item by itself; or an
            argument is none of what it may be.
    """
    expect_news(article)
    expect_word("on_loss", on_loss, "ignore", "raise")
    if on_loss == "raise" and (lost := losses(article)):
        raise LossError(FORMAT, lost)
    if isinstance(article, Message):
        message, media = article, media_of(article)
    else:
        message, media = message_of(article)
    message = shaped(message, shape, sent)
    if standard_version is None:
        return messages.written(message, media)
    return messages.written(in_version(message, standard_version), media, standard_version)


def media_of(message: Message) -> dict[str | None, Media]:
    """The media that items of a message are about, by the ids of these: texts show them."""
    found: dict[str | None, Media] = {}
    for item in message.articles:
        medium = own_medium(item) if item.kind in MEDIA else None
        if medium is not None and item.id:
            orders = joint_orders(item, medium)
            rights = item.rights if medium.rights is None else medium.rights
            found[item.id] = changed(
                medium, status=orders["status"], embargo=orders["embargo"], rights=rights
            )
    return found


def message_of(
    article: Article, *, staying: Iterable[str] = (), told: Container[str] = ()
) -> tuple[Message, dict[str | None, Media]]:
    """The message an article becomes, and its media by id; for the others see `scattered`."""
    media = with_captions_of_items(article, media_as_read(article))
    items = with_their_files(scattered(article, staying=staying, told=told))
    if len(items) == 1 and item_dialect(article) is not None and article.message_header is None:
        return Message(items=items, alone=True), media
    tie = (packages.tying(items),) if len(items) > 1 else ()
    return Message(header=article.message_header, items=(*items, *tie)), media


def dump(
    article: Article | Message,
    target: Target,
    *,
    shape: Shape | None = None,
    standard_version: str | None = None,
    sent: datetime | None = None,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> None:
    """Write an article or a message to a path, all at once, or to an open binary file.

    See `dumps` for the arguments.
    """
    document = dumps(
        article, shape=shape, standard_version=standard_version, sent=sent, on_loss=on_loss
    )
    write_text(document, target)


def losses(article: Article | Message) -> tuple[Loss, ...]:
    """What NewsML-G2 cannot carry, or shows to nobody but this library.

    Of an article what the markup of its source said besides of a body, or of another value, that is
    another now; where it is a picture, video or sound itself, any but the one it is about, for
    which its item has no place; and the translations and media that have no items, since these
    would not join to it again. Of a message also translations and media
    that are within an article and have no item (`dump_all` makes one for each); content that is no
    XML, ids that items of other kinds have in common, and that there is no item at all: the
    document is written and read back, but is not valid. Of both what readers are owed and the
    standard has no place for: corrections, content warnings, sponsors, what is paid for, and what
    is disclosed of machines.
    """
    expect_news(article)
    if isinstance(article, Message):
        return messages.losses(article)
    orders = tuple(unsaid(article))
    if not (_carries(article) or _brings_along(article)):
        return orders
    own, *others = with_their_files(scattered(article))
    shown = with_captions_of_items(article, media_as_read(article))
    lost = losing.lost(own, media=shown)
    places = {
        translation_id(each, article): f"$.translations[{number}]"
        for number, each in enumerate(article.translations)
    }
    paths = {medium.id: path for path, medium in _media(article)}
    for item in others:
        if item.id in places:
            lost += losing.lost(item, places[item.id], shown)
        else:
            name = MEDIA[item.kind][0]
            lost += _of_medium(losing.lost(item), name, paths.get(item.id, f"$.{name}"))
    return (*lost, *unseen(article, others={item.id for item in others}), *orders)


def _brings_along(article: Article) -> bool:
    """Whether an article has media, or translations that would have items."""
    return any(map(is_sent, article.translations)) or any(True for _ in _media(article))


def _carries(article: Article) -> bool:
    """Whether anything is carried for an article, its translations or its media."""
    media = [medium for _, medium in _media(article)]
    items = [medium.item for medium in media if medium.item is not None]
    if any(each.extensions for each in (article, *article.translations)):
        return True
    return any(each.extensions for each in media) or any(each.extensions for each in items)


def _media(article: Article) -> Iterator[tuple[str, Media]]:
    """The media of an article, each with its path."""
    for name in dict(MEDIA.values()):
        for number, medium in enumerate(getattr(article, name)):
            yield f"$.{name}[{number}]", medium


def _of_medium(lost: Iterable[Loss], name: str, path: str) -> tuple[Loss, ...]:
    """What is lost in the item of a medium, by paths from the article.

    Args:
        lost: what is lost, by paths from the item.
        name: the field of the media of that kind.
        path: the path of the medium.
    """
    fields = {field.name for field in fields_of(Media)}
    found = []
    for each in lost:
        inner = each.path.removeprefix(f"$.{name}[0].").removeprefix("$.")
        held = inner if inner.partition(".")[0].partition("[")[0] in fields else f"item.{inner}"
        found.append(Loss(path=f"{path}.{held}", reason=each.reason))
    return tuple(found)
