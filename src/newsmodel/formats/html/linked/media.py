"""Pictures, videos and sounds."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._shared.shown_files import File, main_file, shown_files, still_of
from newsmodel.formats._shared.urls import whole
from newsmodel.formats.html.linked.nodes import Node, moment, node, several
from newsmodel.formats.html.linked.rights import digital_source, rights
from newsmodel.formats.html.linked.things import contributor, houses_of, place, thing
from newsmodel.formats.html.pages.figures import caption_for, credit_for
from newsmodel.formats.html.pages.titles import is_free
from newsmodel.model import Article, Audio, Image, ImageCaption, Media, Video

__all__ = ["MEDIA", "audio", "image", "video"]

_SORTS = {
    "ImageObject": ("images", frozenset({"image", "picture", "photo", "graphic"})),
    "VideoObject": ("videos", frozenset({"video"})),
    "AudioObject": ("audios", frozenset({"audio"})),
}
"""The field of an article that holds a sort of media, and how `Provenance.scope` names them."""
MEDIA = frozenset(scope for _, scopes in _SORTS.values() for scope in scopes)
"""All words of `Provenance.scope` for media."""


def image(medium: Image, article: Article, base: str | None) -> Node | None:
    """A picture with those who made it and what may be done with it; None without a file.

    Sources: Google's image metadata, IPTC Photo Metadata ("Creator", "Credit Line", "Copyright
    Notice", "Web Statement of Rights", "Licensor URL").
    """
    lead = True if medium is article.lead_image else None
    return _medium("ImageObject", medium, article, base, representativeOfPage=lead)


def video(medium: Video, article: Article, base: str | None) -> Node | None:
    """A video; None without a file."""
    still = still_of(medium)
    thumbnail = whole(still, base) if still else None
    return _played("VideoObject", medium, article, base, thumbnailUrl=thumbnail)


def audio(medium: Audio, article: Article, base: str | None) -> Node | None:
    """A sound; None without a file."""
    return _played("AudioObject", medium, article, base)


def _played(
    kind: str, medium: Video | Audio, article: Article, base: str | None, **more: Any
) -> Node | None:
    made = _medium(kind, medium, article, base)
    if made is None:
        return None
    shown = made.pop("caption", None)
    made.setdefault("name", shown or article.headline or article.id)
    made.setdefault("description", shown or article.summary or made["name"])
    return made | node(
        None,
        duration=None if medium.duration is None else f"PT{medium.duration:.0f}S",
        transcript=medium.transcript if is_free(article) else None,
        uploadDate=moment(article.published or medium.created),
        **more,
    )


def _medium(
    kind: str, medium: Media, article: Article, base: str | None, **more: Any
) -> Node | None:
    file = main_file(shown_files(medium))
    if file is None:
        return None
    language = article.language
    caption, credit = caption_for(medium, language) or ImageCaption(), credit_for(medium, language)
    return (
        node(
            kind,
            contentUrl=whole(file.address, base),
            name=medium.headline,
            caption=caption.text,
            description=caption.alt_text,
            creditText=credit[0] if credit else None,
            creator=several(_creators(medium, caption, article, base)),
            dateCreated=moment(medium.created),
            contentLocation=several([place(each, language) for each in medium.places]),
            about=several([thing(each, language) for each in medium.people_shown]),
            digitalSourceType=_source(kind, medium, article),
        )
        | _shape(file)
        | rights(medium.rights, language, base)
        | node(None, **more)
    )


def _source(kind: str, medium: Media, article: Article) -> Any:
    """How it was made: what it says itself, else the article of the only one of its sort."""
    field, scopes = _SORTS[kind]
    told = digital_source(medium.provenance, scopes | {""})
    if told or medium.provenance or len(getattr(article, field)) > 1:
        return told
    return digital_source(article.provenance, scopes)


def _creators(
    medium: Media, caption: ImageCaption, article: Article, base: str | None
) -> list[Node | None]:
    if medium.creator:
        made = contributor(medium.creator, article.language, base, houses_of(article))
        if made is not None:
            return [made]
    people = [node("Person", name=name) for name in caption.photographers]
    agencies = [node("Organization", name=name) for name in caption.agencies]
    return [*(people or agencies)]


def _shape(file: File) -> Node:
    kind = file.rendition.content_type
    return node(None, width=file.width, height=file.height, encodingFormat=kind)
