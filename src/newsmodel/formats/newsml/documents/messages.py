"""News messages: headers, and items of every kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.island import differing, unpacked
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.taking import (
    attribute_extensions,
    element_extension,
    extensions_of,
    in_order,
    text_extension,
)
from newsmodel.formats.newsml.documents import header, items, losing, marks, packages, writer
from newsmodel.formats.newsml.documents.envelopes import is_message, is_set, item_name
from newsmodel.formats.newsml.documents.figures import edited_figures
from newsmodel.formats.newsml.documents.unseen import unsaid, unseen
from newsmodel.formats.newsml.names import FORMAT, NAR, STANDARD_VERSION
from newsmodel.formats.newsml.xml.attributes import as_number, clean
from newsmodel.formats.newsml.xml.markup import markup_of, serialized
from newsmodel.formats.newsml.xml.reading import Element, N, Reading, local_name, stray_in
from newsmodel.model import Article, Extension, Loss, Media, Message, OtherItem, Package, Problem
from newsmodel.model.base import changed, maker, remade, told_by
from newsmodel.plain import to_plain

NO_HEADER = Extension(format=FORMAT, place="newsMessage/no-header", content="")
"""Says of a message that was read that it has no header, though the standard demands one."""
_NO_SET = Extension(format=FORMAT, place="newsMessage/no-itemSet", content="")
"""Says of a message that was read that its items stand beside its header."""
_SAME_ID = "newsMessage/same-id"
"""Place of an id that stood in several items of a message that was read."""
_MAKE = maker(Message)
_MAKE_OTHER = maker(OtherItem)
_NEWS, _PACKAGE = f"{N}newsItem", f"{N}packageItem"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


# ------------------------------------------------------------------ writing
def written(
    message: Message, media: Mapping[str | None, Media], version: str = STANDARD_VERSION
) -> str:
    """A message as a document; one item without a header is a document by itself.

    Args:
        message: the message.
        media: the media that figures of bodies show, by id.
        version: the version of the standard that new items name.
    """
    if message.alone and len(message.items) == 1 and _is_bare(message):
        markup = _alone(message.items[0], media, version)
        if markup:  # what has none is lost, but what is written must be a document
            return _DECLARATION + markup
    return _enveloped(message, media, version)


_is_bare = told_by(Message, ("items", "alone"))


def _alone(
    item: Article | Package | OtherItem, media: Mapping[str | None, Media], version: str
) -> str:
    markup = _item(item, media, version)
    if isinstance(item, OtherItem):
        return markup
    if isinstance(item, Article) and len(item.parts) > 1:
        (markup,) = marks.unique([markup])
    end = markup.index(" " if " " in markup[: markup.index(">")] else ">")
    return f'{markup[:end]} xmlns="{NAR}"{_types(markup)}{markup[end:]}'


def _enveloped(message: Message, media: Mapping[str | None, Media], version: str) -> str:
    """A message as a newsMessage."""
    carried = Carried(message.extensions)
    top = header.written(message.header, _island(message, carried))
    if NO_HEADER in message.extensions and message.header is None:
        top = ""
    if carried.strange:
        carried = Carried(())
    stray = carried.stray
    same = [each.content for each in message.extensions if each.place == _SAME_ID]
    markup = marks.unique([_item(item, media, version) for item in message.items], same)
    content = "\n".join(filter(None, [text(stray.get("itemSet", "")), *markup]))
    item_set = content
    if not content or _NO_SET not in message.extensions:
        start, end = _tags(carried, "itemSet", "")
        item_set = f"{start}\n{content}\n{end}" if content else "<itemSet/>"
    rest = [markup for _, markup in carried.rest("newsMessage")]
    inside = "\n".join(filter(None, [text(stray.get("newsMessage", "")), top, item_set, *rest]))
    start, end = _tags(carried, "newsMessage", f' xmlns="{NAR}"{_types(inside)}')
    return f"{_DECLARATION}{start}\n{inside}\n{end}"


def _tags(carried: Carried, name: str, more: str) -> tuple[str, str]:
    """The tags around what an element of the envelope holds, as it was spelled."""
    spelt = carried.name("", name)
    return f"<{spelt}{more}{carried.attributes('', name)}>", f"</{spelt}>"


def _island(message: Message, carried: Carried) -> object:
    """What a newsMessage cannot say of a message, as an island; None for nothing."""
    if not carried.strange and not message.alone:
        return None
    kept = message.extensions if carried.strange else ()
    return differing(Message(extensions=kept, alone=message.alone), Message())


def _types(markup: str) -> str:
    """The declaration of the prefix for data types, where a value has one ("xs:boolean")."""
    return ' xmlns:xs="http://www.w3.org/2001/XMLSchema"' if '="xs:' in markup else ""


def _item(
    item: Article | Package | OtherItem, media: Mapping[str | None, Media], version: str
) -> str:
    if isinstance(item, Article):
        return writer.written(item, media=media, version=version)
    if isinstance(item, Package):
        return packages.written(item, version)
    return item.content if is_markup(item) else ""


def is_markup(item: OtherItem) -> bool:
    """Whether an item of another kind is an element that may be written."""
    if item.format != FORMAT:
        return False
    return item.recall(None) is not None or serialized(item.content) is not None


def losses(message: Message) -> tuple[Loss, ...]:
    """What of a message NewsML-G2 cannot carry."""
    unwritable = [
        index
        for index, item in enumerate(message.items)
        if isinstance(item, OtherItem) and not is_markup(item)
    ]
    lost = [
        Loss(path=f"$.items[{i}]", reason="its content is no element of XML") for i in unwritable
    ]
    for index, item in enumerate(message.items):
        if isinstance(item, Article):
            lost += losing.lost(item, f"$.items[{index}]")
            lost += unseen(item, f"$.items[{index}]")
            lost += unsaid(item, f"$.items[{index}]")
        elif isinstance(item, Package):
            lost += packages.lost(item, f"$.items[{index}]")
    others = [each for each in message.items if isinstance(each, OtherItem) and is_markup(each)]
    for mark in marks.twice([each.content for each in others]) if len(others) > 1 else ():
        reason = f"the id {mark!r} stands twice in items of other kinds: the message is not valid"
        lost.append(Loss(path="$.items", reason=reason))
    if len(unwritable) == len(message.items):
        lost.append(Loss(path="$.items", reason="a message without any item is not valid"))
    return tuple(lost)


# ------------------------------------------------------------------ reading
def read(root: Element, departures: list[tuple[int | None, str]]) -> Message:
    """The message of a document: of a newsMessage, or of an item that came alone.

    Args:
        root: the document.
        departures: where it departs from form, as far as is known; what else is met is added.
    """
    if not is_message(root):
        alone = _items([root], departures)
        return _MAKE(items=alone, alone=True, findings=findings_of(departures))
    around = _Envelope(root, departures)
    top = around.header
    read_header = None if top is None else header.read(top, departures)
    read_items = _items(around.items, departures)
    departures += edited_figures(around.items, read_items)
    message = _MAKE(
        header=read_header,
        items=read_items,
        extensions=tuple(sorted(around.extensions, key=in_order)),
        findings=findings_of(departures),
    )
    for island in [] if top is None else header.islands_in(top, "Message"):
        message = changed(message, **unpacked(Message, island, to_plain(message).get))
    return message


def findings_of(departures: Iterable[tuple[int | None, str]]) -> tuple[Problem, ...]:
    """Departures from the standard as findings."""
    return tuple([finding(line, reason) for line, reason in departures])


def finding(line: int | None, reason: str) -> Problem:
    """A departure from the standard as a finding."""
    return Problem(rule="newsml.departure", line=line, message=reason)


class _Envelope:
    """What a newsMessage holds beside its items."""

    def __init__(self, root: Element, departures: list[tuple[int | None, str]]) -> None:
        self.header: Element | None = None
        self.items: list[Element] = []
        self._sets: list[Element] = []
        self._outside: list[tuple[int, Element]] = []
        """Items outside of the itemSet, each with the number of what is told before it."""
        self.extensions: list[Extension] = []
        self._departures = departures
        self._spelt("newsMessage", root)
        for each in root:
            self._take(each)
        self._tell_outside()
        if self.header is None:
            self.extensions.append(NO_HEADER)
            self._depart(root, "the message has no header")
        if not self._sets:
            self._depart(root, "the message has no itemSet")
            self.extensions += [_NO_SET] if self.items else []
        self._around("newsMessage", root)
        self._around("itemSet", *self._sets)
        for mark in marks.shared(self.items) if len(self.items) > 1 else ():
            self._depart(root, f"the id {mark!r} stands in several items: it is kept as it is")
            self.extensions.append(Extension(format=FORMAT, place=_SAME_ID, content=mark))

    def _depart(self, node: Element, reason: str) -> None:
        self._departures.append((node.sourceline, reason))

    def _take(self, node: Element) -> None:
        name = local_name(node)
        if is_set(node):
            if self._sets:
                self._depart(node, "'itemSet' stands more than once: they are read as one")
            else:
                self._spelt("itemSet", node)
            self._sets.append(node)
            self.items += node
        elif item_name(node) is not None:
            self._outside.append((len(self._departures), node))
            self.items.append(node)
        elif self.header is None and name.lower() == "header":
            self.header = node
            if name != "header":
                self._depart(node, f"the message has no {name!r}: it is read")
        elif name:
            second = name == "header"  # of which the first is read
            fault = "has one header, the first" if second else f"has no {name!r}"
            self._depart(node, f"the message {fault}")
            self.extensions.append(element_extension("newsMessage", node))

    def _tell_outside(self) -> None:
        """Tell of items outside of the itemSet; whether there is one shows after them only."""
        so = "it is read, and written in it" if self._sets else "it is read"
        for number, node in reversed(self._outside):
            reason = f"{local_name(node)!r} stands outside of the itemSet: {so}"
            self._departures.insert(number, (node.sourceline, reason))

    def _spelt(self, name: str, node: Element) -> None:
        """Note the name of an element that is spelled in another case."""
        found = local_name(node)
        if found != name:
            self._depart(node, f"there is no {found!r}: it is read as {name!r}")
            self.extensions += extensions_of(name, [("name()", found)])

    def _around(self, name: str, *nodes: Element) -> None:
        """Carry attributes, and text where only elements should stand."""
        reading = Reading(own=False)
        for each in nodes:
            self.extensions += attribute_extensions(name, each)
            reading.check_attributes(each)
        self._departures += reading.departures
        if stray := " ".join(filter(None, map(stray_in, nodes))):
            self._depart(nodes[0], f"text stands in {name!r}: {stray!r}")
            self.extensions.append(text_extension(name, stray))


def _items(
    nodes: Iterable[Element], departures: list[tuple[int | None, str]]
) -> tuple[Article | Package | OtherItem, ...]:
    return tuple([read_item(node, departures) for node in nodes if isinstance(node.tag, str)])


def read_item(
    node: Element, departures: list[tuple[int | None, str]] | None = None
) -> Article | Package | OtherItem:
    """One item of a message; see `items.read`."""
    if node.tag == _NEWS:
        return items.read(node, departures)
    if node.tag == _PACKAGE:
        return packages.read(node, departures)
    meant = item_name(node)
    if meant in (_NEWS, _PACKAGE):
        return _misspelt(node, meant, departures)
    if meant is None and departures is not None:
        departures.append(
            (node.sourceline, f"{local_name(node)!r} is no item: it is kept as it is")
        )
    return _MAKE_OTHER(
        kind=local_name(node),
        id=clean(node.get("guid") or "") or None,
        version=as_number(node.get("version") or ""),
        content=markup_of(node),
    ).remember(node.tag)


def _misspelt(
    node: Element, meant: str, departures: list[tuple[int | None, str]] | None
) -> Article | Package | OtherItem:
    """An item whose name is spelled in another case."""
    name, node.tag = local_name(node), meant
    if departures is not None:
        said = f"{name!r} is no item: it is read as {local_name(node)!r}"
        departures.append((node.sourceline, said))
    found = read_item(node, departures)
    article = found.item if isinstance(found, Package) else found
    if not isinstance(article, Article):
        return found
    spelt = extensions_of("newsItem", [("name()", name)])
    article = remade(article, extensions=tuple(sorted([*article.extensions, *spelt], key=in_order)))
    return remade(found, item=article) if isinstance(found, Package) else article
