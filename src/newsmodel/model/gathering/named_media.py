"""Pictures that a text names by the ids of their items, and which get their files from these."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsmodel.model.base import changed, fields_of
from newsmodel.model.in_text import is_in_text
from newsmodel.model.media import Image, ImageCaption, Media

__all__ = ["alone", "completed", "named_by", "with_words"]

Captions = tuple[ImageCaption, ...]


def named_by(medium: Media) -> str | None:
    """The id of the item that a medium in a text names, having no file of its own."""
    first = medium.renditions[0] if medium.renditions and is_in_text(medium) else None
    return first.residref if first is not None and first.href is None else None


def completed(image: Image, sources: Iterable[Media]) -> Image:
    """The picture with the files of the source that it names, and what else it does not say."""
    ident = named_by(image)
    if ident is None or len(image.renditions) > 1:
        return image
    found = (each for each in sources if each.id == ident and isinstance(each, Image))
    source = next(found, None)
    return image if source is None else _completed(image, source)


def alone(image: Image, sources: Iterable[Media], said: str) -> Image:
    """The picture as the text alone tells it: without what its source has given it.

    Args:
        image: the picture.
        sources: what it may name.
        said: the markup of the text; the words of a caption that it does not hold are the source's.
    """
    ident = named_by(image)
    if ident is None or len(image.renditions) == 1:
        return image
    for source in sources:
        if source.id == ident and isinstance(source, Image):
            own = image.captions
            given = any(each.text is not None and each.text not in said for each in own)
            less = [tuple(map(fewer, own)) for fewer in (_mute, _credited, _wordless)]
            for captions in ((), *less, own) if given else (own, ()):
                mere = Image(id=image.id, renditions=image.renditions[:1], captions=captions)
                if _completed(mere, source) == image:
                    return mere
    return image


_OWN = frozenset({"id", "version", "renditions", "captions", "extensions", "item"})
_GIVEN = tuple([field.name for field in fields_of(Image) if field.name not in _OWN])
"""What else a picture has of its source; orders not to show it are among them."""

_CREDIT = ("credit", "photographers", "agencies", "label")


def _completed(image: Image, source: Image) -> Image:
    return changed(
        image,
        renditions=(*image.renditions, *source.renditions),
        captions=with_words(image.captions, source.captions) or source.captions,
        **{name: getattr(source, name) for name in _GIVEN},
    )


def with_words(in_text: Iterable[ImageCaption], own: tuple[ImageCaption, ...]) -> Captions:
    """The captions of a text; where one is an alternative text or a credit, the item has the words.

    Args:
        in_text: the captions of the text.
        own: those of the item.
    """
    source = Media(captions=own)
    return tuple([
        each
        if each != _wordless(each) or (words := source.caption_in(each.language)) is None
        else _with_words(each, words)
        for each in in_text
    ])  # fmt: skip


def _with_words(caption: ImageCaption, words: ImageCaption) -> ImageCaption:
    alt_text = caption.alt_text or words.alt_text
    told = changed(words, language=caption.language, alt_text=alt_text)
    if caption.credit is None:
        return told
    printed = told.printed if told.text is None else None  # it would tell another credit
    return changed(told, printed=printed, **_credit(caption))


def _wordless(caption: ImageCaption) -> ImageCaption:
    return changed(_mute(caption), **_credit(caption))


def _mute(caption: ImageCaption) -> ImageCaption:
    return ImageCaption(language=caption.language, alt_text=caption.alt_text)


def _credited(caption: ImageCaption) -> ImageCaption:
    return changed(_wordless(caption), alt_text=None)


def _credit(caption: ImageCaption) -> dict[str, Any]:
    return {name: getattr(caption, name) for name in _CREDIT}
