"""Media of an article of a feed that are no items: in its text, or files it links to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from newsmodel.model.article import Article
from newsmodel.model.base import changed
from newsmodel.model.inlines import Link
from newsmodel.model.media import Audio, Image, ImageCaption, Media, Video
from newsmodel.model.rendition import Rendition
from newsmodel.model.text import Extension

__all__ = ["IN_TEXT", "linked_media", "stands_in_text", "told_unshown", "unshown"]

_CLASSES: dict[str, type[Media]] = {
    "picture": Image, "graphic": Image, "image": Image, "video": Video, "audio": Audio,
}  # fmt: skip
IN_TEXT = "urn:x-newsmodel:figure:"
"""How the ids begin that readers give to media which stand in a text."""
_UNSHOWN = "$.links[].href"
"""The place of an extension that names a file which an article links to and does not show."""
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|mp4|mov|webm|m4v|mp3|m4a|wav|ogg)$", re.IGNORECASE
)


def stands_in_text(medium: Media, article: Article) -> bool:
    """Whether a medium came in the text of an article that was read, and is no item of its own."""
    return article.dialect is not None and (medium.id or "").startswith(IN_TEXT)


def linked_media(article: Article) -> tuple[Media, ...]:
    """The media that an article of a feed links to by their files, and which are no items.

    A link says the kind, a file, and in its title the caption. A picture whose file stands in the
    text already, perhaps in another size, is not shown again.
    """
    if article.dialect is None or not article.links or article.kind.value in _CLASSES:
        return ()
    in_text = [image for image in article.images if stands_in_text(image, article)]
    shown = {name for image in in_text for name in _file_names(image)}
    found = filter(None, map(_medium, article.links))
    return tuple([medium for medium in found if shown.isdisjoint(_file_names(medium))])


def unshown(article: Article) -> tuple[Extension, ...]:
    """What keeps a medium that somebody took out of an article from coming back by its link."""
    linked = linked_media(article)
    if not linked:
        return ()
    every = {*article.images, *article.videos, *article.audios}
    ids = {medium.id for medium in every}
    gone = [m for m in linked if m not in every and (not m.id or m.id not in ids)]
    files = sorted({file.href for medium in gone for file in medium.renditions if file.href})
    said = [Extension(format="newsmodel", place=_UNSHOWN, content=file) for file in files]
    return tuple(said)


def told_unshown(article: Article) -> tuple[Article, frozenset[str]]:
    """An article without what `unshown` has added, and the addresses it names."""
    found = frozenset([e.content for e in article.extensions if e.place == _UNSHOWN])
    if not found:
        return article, found
    kept = tuple([each for each in article.extensions if each.place != _UNSHOWN])
    return changed(article, extensions=kept), found


def _file_names(medium: Media) -> set[str]:
    """The names of its files, whatever folder each size is in."""
    names = {_path(file.href or "").rpartition("/")[2].lower() for file in medium.renditions}
    return names - {""}


def _medium(link: Link) -> Media | None:
    cls = _CLASSES.get(_kind_of(link))
    files = tuple([file for file in link.renditions if file.public and file.href])
    if not files and link.href is not None and _is_file(link):
        files = (Rendition(href=link.href, content_type=link.content_type),)
    if cls is None or not files:
        return None
    captions = () if link.title is None else (ImageCaption(text=link.title),)
    return cls(id=link.residref, version=link.version, renditions=files, captions=captions)


def _kind_of(link: Link) -> str:
    """The kind a link says of its target: by the code of the item, else by the media type."""
    code = link.target.kind_code if link.target is not None else None
    said = "" if code is None else code.qcode or code.uri or ""
    known = re.split("[:/]", said)[-1]
    return known or (link.content_type or "").partition("/")[0].lower()


def _is_file(link: Link) -> bool:
    """Whether an address is that of a file, and not of a page about it."""
    if link.content_type is not None:
        return link.content_type.partition("/")[0].lower() in _CLASSES
    return _FILE.search(_path(link.href or "")) is not None


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""
