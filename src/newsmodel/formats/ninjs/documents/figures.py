"""What the figures of a body say of pictures: beside associated objects, or instead of them.

An associated picture gets from its figure what it does not say itself, and a picture that no object
is associated for is one of the article all the same. Both are marked by an extension, so that
neither gets into the associations of a document while its body still says it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsmodel.formats.ninjs.names import FORMAT
from newsmodel.formats.ninjs.properties.bodies import Figures
from newsmodel.model import Article, Extension, Figure, ImageCaption, Media
from newsmodel.model.base import changed, given
from newsmodel.model.gathering.as_read import noted
from newsmodel.model.tree import nodes_in

__all__ = ["as_shown", "associated", "filled", "remembered", "still_said"]

_PLACE = "$.bodies.figure"
"""Place of the marks; the content of one names the parts of a caption that only a figure says."""
_CREDIT = ("credit", "label", "photographers", "agencies")
_IMAGES = ("images", "videos", "audios")


# ------------------------------------------------------------------ reading
def filled(fields: dict[str, Any], figures: Figures) -> dict[str, Any]:
    """The media of an article with what the figures of its body say."""
    known = (fields.get("body", ()), figures)
    media = [medium for name in _IMAGES for medium in fields.get(name, ())]
    figures.media = frozenset(figures.captions.keys() & {medium.id for medium in media})
    found = {
        name: tuple([_with_caption(m, figures.captions.get(m.id or ""), known) for m in media])
        for name in _IMAGES
        if (media := fields.get(name, ()))
    }
    own = [changed(image, extensions=(_mark((), known),)) for image in figures.images]
    return found | ({"images": (*found.get("images", ()), *own)} if own else {})


def as_shown(article: Article) -> Article:
    """The article that was read, with notes at what it shows in a text that is carried."""
    if not any(e.place == "$.bodies" and e.format == FORMAT for e in article.extensions):
        return article
    return noted(article, _shown_in)


def _shown_in(article: Article) -> set[str | None]:
    return {node.image_id for node in nodes_in(article.body) if isinstance(node, Figure)}


def _mark(parts: Iterable[str], known: object) -> Extension:
    return Extension(format=FORMAT, place=_PLACE, content=" ".join(parts)).remember(known)


def _with_caption(medium: Media, said: ImageCaption | None, known: object) -> Media:
    """A medium with those parts of a caption that it lacks."""
    first = medium.captions[0] if medium.captions else ImageCaption()
    held = dict(given(first))
    lacking = {name: part for name, part in given(said or first) if name not in held}
    if medium.credit or medium.creator or not held.keys().isdisjoint(_CREDIT):
        lacking = {name: part for name, part in lacking.items() if name not in _CREDIT}
    if not lacking:
        return medium
    captions = (changed(first, **lacking), *medium.captions[1:])
    return changed(
        medium, captions=captions, extensions=(*medium.extensions, _mark(lacking, known))
    )


# ------------------------------------------------------------------ writing
def remembered(media: Iterable[Media]) -> tuple[bool, Any]:
    """Whether figures said anything of media, and body and figures as far as they are known."""
    first = next(filter(None, map(_mark_of, media)), None)
    return first is not None, None if first is None else first.recall(None)


def still_said(media: Iterable[Media], figures: Figures) -> bool:
    """Whether figures show media that are all there, and say of them what they once said."""
    held = {medium.id: medium for medium in media}
    return held.keys() >= {*figures.media, *(image.id for image in figures.images)} and all(
        _is_said(medium, mark, figures)
        for medium in held.values()
        if (mark := _mark_of(medium)) is not None
    )


def _is_said(medium: Media, mark: Extension, figures: Figures) -> bool:
    if not mark.content:
        return _unmarked(medium, mark) in figures.images
    said, first = figures.captions.get(medium.id or ""), medium.captions[:1]
    names = mark.content.split()
    return said is not None and all(
        first and getattr(first[0], name, None) == getattr(said, name, "") for name in names
    )


def associated(media: Iterable[Media], *, said: bool) -> list[Media]:
    """The media that are written as associated objects.

    Args:
        media: the media of an article.
        said: the body that is written says by its figures what these said: that is left out.
    """
    found: list[Media] = []
    for medium in media:
        mark = _mark_of(medium)
        if mark is None:
            found.append(medium)
        elif not said:
            found.append(_unmarked(medium, mark))
        elif mark.content:
            found.append(_less_said(_unmarked(medium, mark), mark.content.split()))
    return found


def _mark_of(medium: Media) -> Extension | None:
    if not medium.extensions:
        return None
    return next((e for e in medium.extensions if e.place == _PLACE and e.format == FORMAT), None)


def _unmarked(medium: Media, mark: Extension) -> Media:
    return changed(medium, extensions=tuple([e for e in medium.extensions if e is not mark]))


def _less_said(medium: Media, told: list[str]) -> Media:
    first, *others = medium.captions
    rest = {name: part for name, part in given(first) if name not in told}
    return changed(medium, captions=(*((ImageCaption(**rest),) if rest else ()), *others))
