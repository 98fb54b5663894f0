"""Figures of the library's own pages that somebody moved, or copied."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.formats._shared.urls import written_image
from newsmodel.formats._shared.xhtml.pictures import made_id
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import Element, number_in
from newsmodel.formats.html.pages.figures import IMAGE
from newsmodel.formats.html.visible import FIELD
from newsmodel.model import Audio, Image, Media, Video
from newsmodel.model.base import changed

__all__ = ["put_right", "with_ids"]

_PLACE = f"{DATA}-image-id"


def put_right(
    node: Element, images: Sequence[Image], played: Sequence[Video | Audio]
) -> dict[int, str]:
    """Have each figure stand for what it shows now.

    One that was moved into the text is the place of its picture, video or sound there; a copy with
    another file is a picture somebody put in.

    Args:
        node: the element that shows the article; it is changed.
        images: the pictures of the article, as far as they are known.
        played: its videos and sounds.

    Returns:
        The ids of pictures, by their numbers, that need one to stand in the text.
    """
    needed = {}
    for number, figures in _numbered(node).items():
        known = images[number] if number < len(images) else Image()
        own = next((each for each in figures if _file(each) in _files(known)), figures[0])
        ident = known.id or made_id(_file(own) or str(number), set())
        for figure in figures:
            if _file(figure) != _file(own):
                _set_free(figure)
            elif _was_moved(figure):
                _place(figure, ident)
                needed[number] = ident
        for copy in figures:
            if copy is not own:
                copy.attrib.pop(IMAGE, None)
    for figure in node.iter("figure") if played else ():
        if figure.get("class") == "nm-more" and figure.get(IMAGE) is None and _was_moved(figure):
            of_it = (m.id for m in played if m.id and _file(figure) in _files(m))
            if ident := next(of_it, ""):
                _place(figure, ident)
    return needed


def with_ids(images: Sequence[Image], needed: dict[int, str]) -> tuple[Image, ...]:
    """The pictures with the ids that `put_right` gave."""
    return tuple(
        [
            changed(image, id=needed[number]) if number in needed else image
            for number, image in enumerate(images)
        ]
    )


def _numbered(node: Element) -> dict[int, list[Element]]:
    found: dict[int, list[Element]] = {}
    for figure in node.iterfind(f".//*[@{IMAGE}]"):
        number = number_in(figure.get(IMAGE))
        if number is not None:
            found.setdefault(number, []).append(figure)
    return found


def _file(figure: Element) -> str | None:
    shown = figure.find(".//*[@src]")
    return None if shown is None else shown.get("src")


def _files(medium: Media) -> set[str | None]:
    return {written_image(file.href) for file in medium.renditions if file.href}


def _was_moved(figure: Element) -> bool:
    """Whether a figure that stood beside the text stands in it."""
    around = figure.iterancestors("div")
    return figure.get(DATA) is None and any(each.get(FIELD) == "body" for each in around)


def _place(figure: Element, ident: str) -> None:
    """Make a figure the place of a picture in the text."""
    figure.set(DATA, "Figure")
    figure.set(_PLACE, ident)
    figure.set("class", "nm-figure")


def _set_free(figure: Element) -> None:
    """Make a figure one that is none of ours."""
    for name in (DATA, _PLACE, "class"):
        figure.attrib.pop(name, None)
