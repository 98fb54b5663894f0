"""News items: from articles and back, by the table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from newsmodel.errors import FieldError
from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.island import differing, unpacked
from newsmodel.formats.newsml import contents
from newsmodel.formats.newsml.markup import fragment, serialized
from newsmodel.formats.newsml.names import DATA_NAMESPACE, FORMAT, NAR, STANDARD_VERSION
from newsmodel.formats.newsml.table import MEDIA_ROWS, ORDER, ROWS, Row
from newsmodel.formats.newsml.values import (
    Element,
    element,
    given,
    language,
    number,
    positive,
    string,
)
from newsmodel.model import Article, Audio, Extension, Image, Kind, Media, Video
from newsmodel.model.base import changed
from newsmodel.plain import to_plain

MEDIA: dict[Kind, tuple[str, type[Media]]] = {
    Kind.PICTURE: ("images", Image),
    Kind.GRAPHIC: ("images", Image),
    Kind.VIDEO: ("videos", Video),
    Kind.AUDIO: ("audios", Audio),
}
_ALL = (*MEDIA_ROWS, *ROWS)
_ROWS: dict[tuple[str, str], tuple[Row, ...]] = {
    (row.parent, row.name): tuple(r for r in _ALL if (r.parent, r.name) == (row.parent, row.name))
    for row in _ALL
}
"""The rows an element may belong to, those of media first."""
_ROWS |= {("", "catalogRef"): _ROWS["", "catalog"]}
_PARENTS = ("", "itemMeta", "contentMeta", "contentSet")
DATA = f"{{{DATA_NAMESPACE}}}data"


# ------------------------------------------------------------------ writing
def written(
    article: Article,
    name: str = "newsItem",
    media: Mapping[str, Media] | None = None,
    *,
    inside: str = "",
    data: str = "",
) -> str:
    """An article as an item, its namespace left to what surrounds it.

    What reading it back would not give is put into a data island at the end of its contentMeta.

    Args:
        article: the article, without translations and media that have items of their own.
        name: name of the element.
        media: the media that figures of the body show, by id.
        inside: further markup at the end of the item.
        data: a further data island.
    """
    parts = _parts(article, media or {})
    bare = _assembled(article, name, parts, inside)
    island = differing(article, read(fragment(bare)))
    parts["contentMeta"] += [island_element(island) if island else "", data]
    return _assembled(article, name, parts, inside) if island or data else bare


def island_element(island: object, of: str | None = None) -> str:
    """A data island as an element of the library's own namespace."""
    content = json.dumps(island, ensure_ascii=False, separators=(",", ":"))
    return element("data", text(content), [("xmlns", DATA_NAMESPACE), ("of", of)])


def island_in(node: Element) -> object:
    """The island in an element; None for what is none."""
    try:
        return json.loads(string(node))
    except (ValueError, RecursionError):
        return None


def _assembled(article: Article, name: str, parts: dict[str, list[str]], inside: str) -> str:
    own = list(parts[""])
    position = next((i for i, part in enumerate(own) if part.startswith("<assert")), len(own))
    own[position:position] = [
        element(parent, "".join(parts[parent]))
        for parent in ("itemMeta", "contentMeta")
        if parts[parent]
    ]
    held = element("contentSet", "".join(parts["contentSet"])) if parts["contentSet"] else ""
    pairs = (
        ("guid", article.id),
        ("version", positive(article.version)),
        ("standard", "NewsML-G2"),
        ("standardversion", STANDARD_VERSION),
        ("conformance", "power"),
        ("xml:lang", article.language),
    )
    return element(name, "".join(own) + held + inside, pairs)


def _parts(article: Article, media: Mapping[str, Media]) -> dict[str, list[str]]:
    """The markup of the fields, by the element they stand in, in the order of the schema."""
    found: list[tuple[Row, Any]] = [(row, getattr(article, row.field)) for row in ROWS]
    medium = _own_medium(article)
    if medium is not None:
        found = [(row, getattr(medium, row.field)) for row in MEDIA_ROWS] + found
    parts: dict[str, list[str]] = {parent: [] for parent in _PARENTS}
    for row, value in sorted(found, key=lambda pair: ORDER[pair[0].parent].index(pair[0].name)):
        if row.demanded or row.field == "catalogs" or value not in (None, ()):
            parts[row.parent].append(row.write(row.name, value))
    parts["contentSet"][:0] = contents.written(article, media)
    for extension in article.extensions:
        _put_back(extension, parts)
    return parts


def _own_medium(article: Article) -> Media | None:
    """The picture, video or sound an item of that kind is about."""
    if article.kind not in MEDIA:
        return None
    held: tuple[Media, ...] = getattr(article, MEDIA[article.kind][0])
    return held[0] if len(held) == 1 else None


def _put_back(extension: Extension, parts: dict[str, list[str]]) -> None:
    """Write a carried element where it stood, at the end, as the schema allows."""
    _, _, parent = extension.place.partition("/")
    known = parent in ("", "itemMeta", "contentMeta")
    if extension.format == FORMAT and known and serialized(extension.content) == extension.content:
        parts[parent].append(extension.content)


# ------------------------------------------------------------------ reading
def read(node: Element) -> Article:
    """The article of an item; the data island is used where it still fits."""
    claims: dict[Row, list[Element]] = {}
    extensions: list[Extension] = []
    islands: list[Element] = []
    kind = _kind(node)
    for parent, child in _properties(node):
        if child.tag == DATA:
            islands += [child] if child.get("of") is None else []
        elif row := _row_for(parent, child, kind):
            claims.setdefault(row, []).append(child)
        elif parent != "contentSet" and name_of(child) != "groupSet":
            extensions.append(_carried(node, parent, child))
    return _with_islands(_built(node, kind, claims, extensions), islands)


def _properties(node: Element) -> Iterator[tuple[str, Element]]:
    """The properties of an item, each with the name of the element it stands in."""
    for child in node:
        name = name_of(child)
        if name in ("itemMeta", "contentMeta", "contentSet"):
            yield from ((name, each) for each in child if isinstance(each.tag, str))
        elif isinstance(child.tag, str):
            yield "", child


def name_of(node: Element) -> str:
    """The name of an element of the standard's namespace, "" for any other."""
    name = etree.QName(node) if isinstance(node.tag, str) else None
    return name.localname if name is not None and name.namespace == NAR else ""


def _kind(node: Element) -> Kind:
    path = f"{{{NAR}}}itemMeta/{{{NAR}}}itemClass"
    found = node.find(path)
    kind_row = next(row for row in ROWS if row.field == "kind")
    return Kind.TEXT if found is None else Kind(kind_row.read([found]))


def _row_for(parent: str, node: Element, kind: Kind) -> Row | None:
    for row in _ROWS.get((parent, name_of(node)), ()):
        if row.accepts(node) and (kind in MEDIA or row not in MEDIA_ROWS):
            return row
    return None


def _carried(item: Element, parent: str, node: Element) -> Extension:
    content = etree.tostring(node, encoding="unicode", with_tail=False)
    place = "/".join(filter(None, [etree.QName(item).localname, parent]))
    return Extension(format=FORMAT, place=place, content=content)


def _built(
    node: Element,
    kind: Kind,
    claims: Mapping[Row, Sequence[Element]],
    extensions: Sequence[Extension],
) -> Article:
    fields: dict[str, Any] = {"extensions": extensions}
    medium: dict[str, Any] = {}
    for row, nodes in claims.items():
        (medium if row in MEDIA_ROWS else fields)[row.field] = _value(row, nodes)
    if kind in MEDIA:
        name, cls = MEDIA[kind]
        fields[name] = (cls(**medium),)
    fields.setdefault("language", None)
    return Article(
        **fields
        | {
            "id": given(node, "guid") or "",
            "version": number(node.get("version")),
            "language": fields["language"] or language(node),
            "body": contents.read(node),
        }
    )


def _value(row: Row, nodes: Sequence[Element]) -> Any:
    try:
        return row.read(nodes)
    except FieldError:
        return () if isinstance(getattr(_EMPTY, row.field, None), tuple) else None


_EMPTY = Article(id="")


def _with_islands(article: Article, islands: Sequence[Element]) -> Article:
    for node in islands:
        fields = unpacked(Article, island_in(node), to_plain(article).get)
        article = changed(article, **fields) if fields else article
    return article
