"""The element a body was read from, where it says more than the body: is it still that body?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsmodel.formats._shared.strictest import shows_forbidden
from newsmodel.formats.newsml.carrying.held import UNKNOWN
from newsmodel.formats.newsml.carrying.taking import BODY, FROM_BODY, IN_BOTH
from newsmodel.formats.newsml.names import MEDIA
from newsmodel.formats.newsml.properties.bodies import Body, body_of, with_head_of
from newsmodel.formats.newsml.properties.head_data import changed_data
from newsmodel.formats.newsml.properties.saying import (
    SAYING,
    TOLD,
    Change,
    changes_of,
    said_with_markup,
    saying,
    words_of,
)
from newsmodel.formats.newsml.xml.markup import element_of, serialized
from newsmodel.formats.newsml.xml.reading import Element, local_name
from newsmodel.model import Article, Extension, Media
from newsmodel.model.in_text import own_captions
from newsmodel.model.nodes import lines_of

__all__ = ["CarriedBody"]

_HOLDERS = ("inlineXML", "inlineData", "html", "nitf")
_NOTHING: tuple[None, tuple[Media, ...], frozenset[str]] = (None, (), frozenset())


class CarriedBody:
    """The element of one item that a body was read from, if it is carried.

    Args:
        own: whether the item is the library's own.
    """

    def __init__(self, *, own: bool) -> None:
        self.edited: Mapping[str, Change] = {}
        """What its head says otherwise than it did, by field."""
        self.fills = False
        """Whether its head says a field that the article has not: it would be read from there."""
        self.left: list[str] = []
        """The fields that are others now, and of which its text says what it alone said."""
        self.extensions: list[Extension] = []
        """What is carried of it."""
        self._own = own
        self._content: str | None = None
        self._known: Any = UNKNOWN
        self._names: list[str] = []
        self._alike: list[str] = []
        self._data: Mapping[str, str | None] = {}

    def takes(self, extension: Extension, value: Any) -> bool:
        """Take in what is carried of it; False for anything else.

        Args:
            extension: what is carried.
            value: the body that was read with it, as far as that is remembered.
        """
        if extension.place == FROM_BODY:
            self._names = extension.content.split()
        elif extension.place == IN_BOTH:
            self._alike = extension.content.split()
        elif extension.place == BODY and self._content is None and _is_body(extension, value):
            self._content, self._known = extension.content, value
        else:
            return False
        self.extensions.append(extension)
        return True

    def frame(self) -> Element | None:
        """The element, whether the body is still that or not; its head in data says what holds."""
        if self._content is None:
            return None
        content = self._content
        return element_of(saying(content, {}, self._data)[0] if self._data else content)

    def returned(
        self, article: Article, shown: Mapping[str | None, Media]
    ) -> tuple[str | None, tuple[Media, ...], frozenset[str]]:
        """The element, the media that stand in it, and the fields it alone says.

        None and none where it is not carried, or no longer that body, or other media, or where it
        shows what may not be used by now.

        Args:
            article: the article.
            shown: the media that figures of the body may show, by id.
        """
        if self._content is None:
            return _NOTHING
        content, known = self._content, self._known
        media = (*article.images, *article.videos, *article.audios)
        held = {medium.id: medium for medium in media}
        read = self._read(content, article) if known is UNKNOWN else known
        now = {field: getattr(article, field) for field in TOLD}
        self._data = changed_data(now, read.data, self._alike)
        self.left = _left_in(article, {f: v for f, v in read.told.items() if f in self._names})
        same = read.blocks is article.body or read.blocks == article.body
        if not same or any(not _is_held(medium, held) for medium in read.media):
            return _NOTHING
        if shows_forbidden(article, shown):
            return _NOTHING
        if article.kind in MEDIA:
            return content, read.media, frozenset()  # of the medium, its body says nothing
        self.edited = changes_of(now, read, self._names, self._alike)
        if self.edited or self._data:
            content, title = saying(content, self.edited, self._data)
            read = with_head_of(read, content, title) or self._read(content, article)
        self.fills = any(not now.get(field) for field in read.said)
        anew = {place.partition(":")[0] for place in self._data}.difference(SAYING)
        names = [f for f in self._names if f in now and f not in anew]  # a time: the item says it
        said = [field for field in names if read.said.get(field) == now[field]]
        told = [f for f, v in read.told.items() if f in self._names and getattr(article, f) == v]
        return content, read.media, frozenset([*said, *told])

    def unsaid(self) -> list[str]:
        """The fields that its head says anew, without the markup that the old line held."""
        if self._content is None or not self.edited:
            return []
        return said_with_markup(self._content, self.edited)

    def _read(self, content: str, article: Article) -> Body:
        pictured = article.kind not in MEDIA
        return body_of(
            element_of(content),
            headline=None,
            pictured=pictured,
            language=article.language,
            own=self._own,
        )


def _left_in(article: Article, told: Mapping[str, Any]) -> list[str]:
    """The fields that are others than their lines in the text, which stay there."""
    others = [f for f, said in told.items() if f in SAYING and getattr(article, f) != said]
    words = " ".join(lines_of(article.body).split()) if others else ""
    return [f for f in others if (words_of(told[f]) or "") in words]


def _is_held(medium: Media, held: Mapping[str | None, Media]) -> bool:
    """Whether an article has a medium as its text has it."""
    now = held.get(medium.id)
    return now is not None and own_captions(now, medium) == medium


def _is_body(extension: Extension, value: Any) -> bool:
    """Whether a body was read from an element, which may also be one that has no place there."""
    if value is not UNKNOWN:
        return isinstance(value, Body)
    content = extension.content
    return serialized(content) is not None and local_name(element_of(content)) in _HOLDERS
