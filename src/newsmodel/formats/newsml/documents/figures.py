"""What figures that the library wrote say of media now: somebody may have edited them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newsmodel.formats._shared.xhtml.figures import as_shown
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats._shared.xhtml.words import line_of
from newsmodel.formats.newsml.names import MEDIA, XHTML
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Article, Media
from newsmodel.model.base import changed, told_by
from newsmodel.model.gathering.own_media import own_medium

__all__ = ["edited_figures", "with_edited_figures"]

_FIELDS = tuple(dict(MEDIA.values()))
_IS_REFERENCE = {cls: told_by(cls, ["id"]) for _, cls in MEDIA.values()}
_OTHER = "the figure {!r} says another caption or file than the item {!r}: the item counts"


def with_edited_figures(article: Article, item: Element) -> Article:
    """The article with what figures in its text say of media that only its island tells.

    Args:
        article: the article of one item.
        item: the item.
    """
    if not any(getattr(article, name) for name in _FIELDS):
        return article

    def turned(medium: Media) -> Media:
        figure = figures.get(medium.id or "")
        if figure is None or _IS_REFERENCE[type(medium)](medium):  # its item tells it
            return medium
        return as_shown(figure, medium, article.language)

    figures = _of_one_medium(article, item)
    for name in _FIELDS if figures else ():
        media = getattr(article, name)
        now = tuple(map(turned, media))
        if any(one is not other for one, other in zip(media, now, strict=True)):
            article = changed(article, **{name: now})
    return article


def _of_one_medium(article: Article, item: Element) -> dict[str, Element]:
    """The figures that show a medium each, by its id: of an id that stands twice none is known."""
    found = list(_figures(item))
    shown = Counter([ident for ident, _ in found])
    held = Counter([medium.id for name in _FIELDS for medium in getattr(article, name)])
    return {ident: each for ident, each in found if shown[ident] == held[ident] == 1}


def edited_figures(
    nodes: Iterable[Element], items: Sequence[object]
) -> Iterator[tuple[int | None, str]]:
    """Where texts and items of a message say different things of a medium, and what counts.

    Either may be what was put right: so nothing is taken from one into the other.
    """
    media = dict(_own(items))
    for node in nodes if media else ():
        for ident, figure in _figures(node):
            medium = media.get(ident)
            if medium is not None and as_shown(figure, medium, None) is not medium:
                yield figure.sourceline, _OTHER.format(line_of(figure)[:80], ident)


def _own(items: Sequence[object]) -> Iterator[tuple[str, Media]]:
    for item in items:
        medium = own_medium(item) if isinstance(item, Article) and item.kind in MEDIA else None
        if isinstance(item, Article) and medium is not None:
            yield item.id, medium


def _figures(item: Element) -> Iterator[tuple[str, Element]]:
    for figure in item.iter(f"{{{XHTML}}}figure"):
        ident = figure.get(f"{DATA}-image-id")
        if ident and figure.get(DATA) == "Figure":
            yield ident, figure
