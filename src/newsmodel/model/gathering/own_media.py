"""Media of an article of a feed that are no items: in its text, or files it links to."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from html import unescape
from typing import Any

from newsmodel.model.article import MEDIA, Article, Translation
from newsmodel.model.base import changed, told_by
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.figures import alone, completed
from newsmodel.model.gathering.shown_items import file_names, is_kept_back, named_by, path
from newsmodel.model.in_text import (
    captions_in,
    is_in_text,
    placed,
    tagged,
    without_captions_in,
)
from newsmodel.model.inlines import Link
from newsmodel.model.media import Audio, Image, ImageCaption, Media, Video
from newsmodel.model.rendition import Rendition
from newsmodel.model.text import Extension
from newsmodel.model.vocabulary import Status, term

__all__ = [
    "kept_media",
    "linked_media",
    "own_medium",
    "stands_beside_text",
    "stands_in_text",
    "told_unshown",
    "unshown",
    "version_media",
    "with_media_of",
    "with_named_files",
    "without_captions",
    "without_named_files",
]

_CLASSES: dict[str, type[Media]] = {
    "picture": Image, "graphic": Image, "image": Image, "video": Video, "audio": Audio,
}  # fmt: skip
_UNSHOWN = "$.links[].href"
"""The place of an extension that names a file which an article links to and does not show."""
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|mp4|mov|webm|m4v|mp3|m4a|wav|ogg)$", re.IGNORECASE
)


def stands_in_text(medium: Media, article: Article) -> bool:
    """Whether a medium came in the text of an article that was read, and is no item of its own."""
    return item_dialect(article) is not None and is_in_text(medium)


_is_mere_file: dict[type[Media], Callable[[Any], bool]] = {
    cls: told_by(cls, ["renditions"]) for cls in (Image, Video, Audio)
}


def stands_beside_text(medium: Media, article: Article) -> bool:
    """Whether the item of a feed is about a medium, or has just its files beside the text."""
    return item_dialect(article) is not None and (
        _is_mere_file[type(medium)](medium) or medium is own_medium(article)
    )


def own_medium(article: Article) -> Media | None:
    """The picture, video or sound that an article of such a kind is about.

    It has no id but the article's. Of several it is the one whose file is named by something
    carried, or that has none, as in an item of text alone; else the first.
    """
    cls = _CLASSES.get(article.kind.value)
    if cls is None:
        return None
    every = [m for name in MEDIA for m in getattr(article, name) if isinstance(m, cls)]
    if len(every) < 2:
        return every[0] if every else None
    apart = [medium for medium in every if not is_in_text(medium)]
    found = [medium for medium in apart if medium.id is None] or apart or every[-1:]
    return next((medium for medium in found if _came_as_it_is(medium, article)), found[0])


def _came_as_it_is(medium: Media, article: Article) -> bool:
    """Whether a medium has no file, or one that is named by something carried."""
    files = [name for file in medium.renditions if (name := file.residref or file.href)]
    carried = [each.place + each.content for each in article.extensions] if files else []
    return not files or any(name in each for each in carried for name in files)


def linked_media(article: Article) -> tuple[Media, ...]:
    """The media that an article of a feed links to by their files, and which are no items.

    A link says the kind, a file, and the caption: in what it says of its target, else in its title.
    A picture that the text names, or whose file stands in the text already, perhaps in another
    size, is not shown again. What may not be shown is one all the same, though only a translation
    links to it: no text may show it.
    """
    theirs = [link for each in article.translations for link in each.links]
    is_about_one = article.kind.value in _CLASSES
    if item_dialect(article) is None or is_about_one or not (article.links or theirs):
        return ()
    in_text = [image for image in article.images if stands_in_text(image, article)]
    shown = {name for image in in_text for name in file_names(image)}
    named = {named_by(image) for image in in_text} - {None}
    own = filter(None, map(_medium, article.links))
    found = [m for m in own if is_kept_back(m) or shown.isdisjoint(file_names(m))]
    found += [m for m in map(_medium, theirs) if m is not None and is_kept_back(m)]
    return tuple([m for m in found if not (m.id in named and isinstance(m, Image))])


def with_named_files(article: Article) -> Article:
    """The article, its media that are only named in the text with the files of what they name."""
    return _each_named(article, completed)


def without_named_files(article: Article) -> Article:
    """The article, its media that are named in the text as the text alone tells them."""

    def turn(image: Image, sources: Sequence[Media]) -> Image:
        return alone(image, sources, _markup(article))

    return _each_named(article, turn)


def _markup(article: Article) -> str:
    """What is kept of the markup of its texts, as one line."""
    versions = (article, *article.translations)
    kept = [each.content for version in versions for each in version.extensions]
    return " ".join(unescape(" ".join(kept)).split())


def _each_named(article: Article, turn: Callable[[Image, Sequence[Media]], Image]) -> Article:
    if not any(named_by(i) is not None and stands_in_text(i, article) for i in article.images):
        return article
    own = [medium for medium in article.images if not is_in_text(medium)]
    sources = [*own, *filter(None, map(_medium, article.links))]
    return changed(article, images=tuple([turn(image, sources) for image in article.images]))


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


def _medium(link: Link) -> Media | None:
    cls = _CLASSES.get(_kind_of(link))
    files = tuple([file for file in link.renditions if file.public and file.href])
    if not files and link.href is not None and _is_file(link):
        files = (Rendition(href=link.href, content_type=link.content_type),)
    if cls is None or not files:
        return None
    captions, about = _captions(link), link.target
    told = captions[0].text if captions else None
    names = (about.headline if about is not None else None, link.title)
    return cls(
        id=link.residref,
        version=link.version,
        renditions=files,
        captions=captions,
        headline=next((name for name in names if name and name != told), None),
        credit=about.credit if about is not None else None,
        creator=about.authors[0] if about is not None and about.authors else None,
        rights=None if about is None else about.rights,
        status=Status.USABLE if about is None else about.status,
        embargo=None if about is None else about.embargo,
    )


def _captions(link: Link) -> tuple[ImageCaption, ...]:
    """The captions that a link tells of its target, one for each language."""
    about = () if link.target is None else link.target.descriptions
    of_role = {role: [text for text in about if term(text.role) == role] for role in _ROLES}
    said: dict[str | None, dict[str, Any]] = {}
    for text in of_role["caption"] or of_role[""]:
        said.setdefault(text.language, {}).setdefault("text", text.value)
    if not said and (words := _words_of(link)) is not None:
        said[None] = {"text": words}
    for text in of_role["alttext"]:
        said.setdefault(text.language, {}).setdefault("alt_text", text.value)
    return tuple([ImageCaption(language=tag, **fields) for tag, fields in said.items()])


_ROLES = ("caption", "", "alttext")


def _words_of(link: Link) -> str | None:
    """What stands for a caption where a link describes nothing: summary, title or headline."""
    about = link.target
    said = (None, None) if about is None else (about.summary, about.headline)
    return next(filter(None, (said[0], link.title, said[1])), None)


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
    return _FILE.search(path(link.href or "")) is not None


# ------------------------------------------------------------------ of several language versions
def kept_media(
    article: Article, sent: Iterable[Translation], held: Container[int], *, alone: bool
) -> dict[str, tuple[Media, ...]]:
    """The media that stay with an article: those in its text, without what translations say.

    Args:
        article: the article.
        sent: its translations that have items.
        held: the identities of media that stay, too.
        alone: no medium has an item of its own or is linked, so that all stay.
    """
    here = placed(article.body)
    theirs: dict[str, set[str]] = {}
    for each in sent:
        for ident in placed(each.body):
            theirs.setdefault(ident, set()).update(filter(None, [each.language]))
    kept: dict[str, tuple[Media, ...]] = {}
    for name in MEDIA:
        media = []
        for medium in getattr(article, name):
            if not stands_in_text(medium, article):
                stays = alone or id(medium) in held or stands_beside_text(medium, article)
                media += [medium] if stays else []
            elif medium.id in here or medium.id not in theirs:
                languages = frozenset(theirs.get(medium.id or "", ()))
                media.append(without_captions_in(medium, languages))
        kept[name] = tuple(media)
    return kept


def version_media(translation: Translation, article: Article) -> dict[str, tuple[Media, ...]]:
    """The media in the text of a translation, with its captions alone.

    What its item says otherwise of one than the article does is kept there.
    """
    ids, language = placed(translation.body), translation.language
    here = frozenset(placed(article.body))
    found: dict[str, tuple[Media, ...]] = {}
    article = without_named_files(article)
    for name in MEDIA:
        kept: tuple[Media, ...] = getattr(translation.item, name) if translation.item else ()
        held = {m.id: m for m in getattr(article, name) if stands_in_text(m, article)}
        own = {i: captions_in(held[i], language) for i in ids if i in held and language}
        media = [m if m.captions else changed(m, captions=own.get(m.id or "", ())) for m in kept]
        known = {medium.id for medium in kept}
        media += [
            changed(held[ident], captions=captions)
            for ident, captions in own.items()
            if ident not in known and (captions or ident not in here)
        ]
        found[name] = tuple(media)
    return found


def with_media_of(article: Article, versions: Sequence[Article]) -> Article:
    """The article with the media in its translations' texts, and their captions of its own."""
    if not versions:
        return article
    changes = {}
    for name in MEDIA:
        media: list[Media] = [*getattr(article, name)]
        at = {m.id: n for n, m in enumerate(media) if stands_in_text(m, article)}
        for version in versions:
            if not version.language or version.language == article.language:
                continue
            for medium in getattr(version, name):
                if not stands_in_text(medium, version):
                    continue
                new = tagged(medium, version.language)
                number = at.setdefault(medium.id, len(media))
                if number == len(media):
                    media.append(new)
                elif new.captions:
                    old = media[number]
                    more = [each for each in new.captions if each not in old.captions]
                    media[number] = changed(old, captions=(*old.captions, *more))
        changes[name] = tuple(media)
    return changed(article, **changes)


def without_captions(item: Article) -> dict[str, tuple[Media, ...]]:
    """The media of a translation's item, those in its text without the captions these have."""
    media = {name: getattr(item, name) for name in MEDIA}
    return {
        name: tuple([changed(m, captions=()) if stands_in_text(m, item) else m for m in each])
        for name, each in media.items()
    }
