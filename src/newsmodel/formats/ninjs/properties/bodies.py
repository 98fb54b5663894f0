"""Bodies: the richest is the article's, the others are kept beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from lxml import etree

from newsmodel.formats._shared.characters import are_suspect, mend
from newsmodel.formats._shared.nitf import is_nitf, nitf_in, read as read_nitf
from newsmodel.formats._shared.twins import followed, left_behind, marks_of
from newsmodel.formats._shared.xhtml import (
    BodyReader,
    BodyWriter,
    has_overfull_tag,
    has_tags,
    is_data,
    is_markup,
    markup_blocks,
    plain_blocks,
)
from newsmodel.formats._shared.xhtml.figures import figure_of
from newsmodel.formats._shared.xhtml.pictures import Pictures, caption_in
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats._shared.xhtml.vocabulary import is_kept_back
from newsmodel.formats.ninjs.properties.values import Object, maybe, whole, without_none
from newsmodel.model import (
    AlternativeText,
    Block,
    Figure,
    Image,
    ImageCaption,
    LanguageVersion,
    Media,
)

__all__ = ["Figures", "main_of", "outdated", "read", "written"]

_OPENING = f'<div {DATA}="body">'
_HTML_ROLE = re.compile(r"html", re.IGNORECASE)

_EMBEDDED = re.compile(r'<!--\s*EMBED START \w+ \{id: "([^"]{1,200})"\}', re.ASCII)
_SHOWN = re.compile(r"""<img\s[^>]*?\bsrc\s*=\s*["']([^"'>]*)""", re.IGNORECASE)
_NEAR = 4000
"""No such figure has more signs."""
_REFERENCES = ("data-uri", "src", "data-assoc-ref", "uri")
Files = Mapping[str, str]
"""The ids of what belongs to the article, by addresses and names of files."""


class Figures:
    """What the figures of a body show and say.

    Args:
        files: the files of what belongs to the article.
        alone: whether pictures count that do not belong to it otherwise.
    """

    def __init__(self, files: Files, *, alone: bool) -> None:
        self.files = files
        self.captions: dict[str, ImageCaption] = {}
        """What they say of associated objects, by the ids of these."""
        self.media: frozenset[str] = frozenset()
        """The ids of those of these objects that are media of the article."""
        self._alone = Pictures() if alone else None

    @property
    def images(self) -> list[Image]:
        """Pictures for which there is no associated object."""
        return self._alone.found if self._alone is not None else []

    def tie(self, markup: str) -> None:
        """Note which associated objects are shown by figures that comments around them name.

        Superdesk writes `<!-- EMBED START Image {id: "editor_0"} -->` before a figure.
        """
        tied: dict[str, str] = {}
        for start in _EMBEDDED.finditer(markup):
            ident = self.files.get(start[1])
            end = markup.find("EMBED END", start.end(), start.end() + _NEAR)
            shown = _SHOWN.search(markup, start.end(), end) if end > 0 else None
            if ident is not None and shown is not None:
                tied.setdefault(unescape(shown[1]), ident)
        if tied:
            self.files = {**self.files, **tied}

    def take(self, element: Any) -> str | None:
        """The id of what a figure or a picture shows; None for what shows none."""
        image = element if element.tag == "img" else next(element.iter("img"), None)
        if image is None:
            return None
        names = (self.files.get(image.get(name)) for name in _REFERENCES)
        ident = next(filter(None, names), None)
        if ident is None:
            return self._alone.take(element) if self._alone is not None else None
        if not is_kept_back(element):
            self.captions.setdefault(ident, caption_in(element, image))
        return ident

    def take_added(self, element: Any) -> str | None:
        """The same in a body of ours: its own figures say themselves what they show."""
        return None if element.get(DATA) is not None else self.take(element)


# ------------------------------------------------------------------ reading
def read(
    items: Sequence[Any], figures: Figures, language: str | None
) -> tuple[tuple[Block, ...], tuple[AlternativeText, ...]]:
    """The blocks of the richest body, and the other bodies as they are."""
    best = main_of(items)
    others = tuple(_alternative(each) for each in _texts_in(items) if each is not best)
    return ((), others) if best is None else (_blocks(best, figures, language), others)


def main_of(items: Sequence[Any]) -> Object | None:
    """The richest body for everybody, which is the article's."""
    public = [each for each in _texts_in(items) if not (_is_hidden(each) or _is_data(each))]
    return max(public, key=_richness, default=None)


def _texts_in(items: Sequence[Any]) -> list[Object]:
    return [each for each in items if isinstance(each, dict) and maybe(each.get("value"))]


def _is_hidden(item: Object) -> bool:
    return "nonpublic" in (maybe(item.get("role")) or "").lower()


def _is_data(item: Object) -> bool:
    return is_data(maybe(item.get("contentType")) or "")


def _richness(item: Object) -> int:
    """Marked as ours, markup, NITF, text; and last whatever else there is."""
    value: str = item["value"]
    if value.startswith(_OPENING):
        return 5
    role, kind = maybe(item.get("role")) or "", (maybe(item.get("contentType")) or "").lower()
    if is_nitf(value):
        return 3
    if "html" in kind or (not kind and _HTML_ROLE.search(role)):
        return 4
    if "xml" in kind or "json" in kind or "nitf" in role.lower():
        return 1
    return 2


def _alternative(item: Object) -> AlternativeText:
    return AlternativeText(
        content=maybe(item.get("value")) or "",
        role=maybe(item.get("role")),
        content_type=maybe(item.get("contentType")),
        word_count=whole(item.get("wordCount")),
        public=not _is_hidden(item),
    )


def _blocks(item: Object, figures: Figures, language: str | None) -> tuple[Block, ...]:
    value: str = item["value"]
    if value.startswith(_OPENING) and (root := _tree(value)) is not None:
        return BodyReader(
            html=False, exact=True, figure=figures.take_added, language=language
        ).blocks(root)
    if has_overfull_tag(value):
        return plain_blocks(value)
    if _richness(item) == 3 and (root := nitf_in(value)) is not None:
        return read_nitf(
            root, lambda hrefs: next(filter(None, map(figures.files.get, hrefs)), None), language
        ).blocks
    kind = (maybe(item.get("contentType")) or "").lower()
    tells = has_tags if "html" in kind else is_markup
    if kind == "text/plain" or not tells(value):
        return plain_blocks(value)
    figures.tie(value)
    return markup_blocks(value, figures.take, language)


def _tree(value: str) -> etree._Element | None:
    """Our own markup where it is well-formed XML, nothing in it expanded or loaded; else None."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True,
        remove_pis=True, huge_tree="<!" not in value, encoding="utf-8",
    )  # fmt: skip
    try:
        root: etree._Element = etree.fromstring(value.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if are_suspect(value.encode("utf-8", "replace")):
        mend(root)
    entities = any(not isinstance(node.tag, str) for node in root.iter())
    return None if entities else root


# ------------------------------------------------------------------ writing
def written(
    version: LanguageVersion, media: Mapping[str, Media], before: Any = None
) -> list[Object]:
    """The body, marked as ours so that its white space counts, and other texts beside it.

    A text that is not for everybody is left out, since ninjs has no way to say so.

    Args:
        version: the article or translation.
        media: the media that its figures show, by id.
        before: the bodies it was read with, where they are carried.
    """
    body = version.body
    texts = followed(version, _marks(version, before)).alternatives
    others = [_as_item(each) for each in texts if each.public]
    if not body and not others:
        return []

    def figure(node: Figure) -> str:
        medium = media.get(node.image_id)
        return figure_of(medium, version) if medium else ""

    markup = f"{_OPENING}{BodyWriter(html=False, figure=figure, open_only=True).blocks(body)}</div>"
    return [{"role": "html", "contentType": "text/html", "value": markup}, *others]


def outdated(version: LanguageVersion, before: Any) -> list[int]:
    """The numbers of other texts that say what the body says no more; `before` as in `written`."""
    return left_behind(version, _marks(version, before))


def _marks(version: LanguageVersion, before: Any) -> str:
    if not (version.alternatives and isinstance(before, list)):
        return ""
    blocks, _ = read(before, Figures({}, alone=False), version.language)
    return marks_of(blocks, version.alternatives)


def _as_item(each: AlternativeText) -> Object:
    return without_none(
        role=each.role, contentType=each.content_type, wordCount=each.word_count,
        value=each.content,
    )  # fmt: skip
