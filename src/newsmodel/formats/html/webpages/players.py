"""The videos and sounds of an article: those played in it, and what its data say of them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import islice

from lxml import etree

from newsmodel.formats._shared.urls import is_safe_link
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.legends import legend
from newsmodel.formats.html.webpages.lines import line_of
from newsmodel.formats.html.webpages.moments import when
from newsmodel.formats.html.webpages.outline import is_hidden
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.pictures import is_elsewhere
from newsmodel.formats.html.webpages.pruning import drop
from newsmodel.formats.html.webpages.region import Region
from newsmodel.formats.html.webpages.rights import rights_of
from newsmodel.formats.html.webpages.sources import choice, file_name
from newsmodel.formats.html.webpages.things import Thing
from newsmodel.model import Audio, ImageCaption, Rendition, Video
from newsmodel.model.base import changed

__all__ = ["Player", "read_players", "set_captions_apart", "with_told"]

Player = Video | Audio

_CLASSES: Mapping[str, type[Player]] = {"video": Video, "audio": Audio}
"""What is made of an element, and of the values of the property of the same name."""
_OTHERS = ("img", "iframe", "video", "audio", "embed", "object", "table")
_FRAMES = frozenset({"iframe", "embed", "object"})
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:x-newsmodel:html:player")
_TYPE = re.compile(r"(?:video|audio|application)/[\w.+-]+")
_DURATION = re.compile(r"P(?:(\d{1,3})D)?T?(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6}(?:\.\d+)?)S)?")
_MOST = 100


def read_players(
    page: Page, region: Region, language: str | None, pictures: Mapping[Element, str | None]
) -> tuple[tuple[Player, ...], dict[Element, str]]:
    """The videos and sounds in the text, and the elements that show them.

    Args:
        page: the page.
        region: where the article stands.
        language: the language of the article.
        pictures: the elements that show pictures.
    """
    found: dict[str, Player] = {}
    places: dict[Element, str] = {}
    for node in islice(region.text.iter(*_CLASSES), _MOST):
        box, files = _box(node), tuple(_files(page, node))
        taken = any(each in pictures for each in (node, *node.iterancestors()))
        if taken or not files or is_elsewhere(page, box, region):
            continue
        made = _made(str(node.tag), files)
        caption = legend(box, language, page.words) if box is not node else None
        title = node.get("title") or node.get("aria-label")
        made = changed(made, headline=title, captions=(caption,) if caption else ())
        if isinstance(made, Video) and (still := page.address(node.get("poster"))):
            made = changed(made, poster=Rendition(href=still))
        places[box] = str(made.id)
        found.setdefault(str(made.id), made)
    return tuple(found.values()), places


def set_captions_apart(text: Element) -> None:
    """Put the caption of a frame into it, as that is what is said in its place, as of a table."""
    for figure in islice(text.iter("figure"), _MOST):
        shown, caption = list(figure.iter(*_OTHERS)), figure.find(".//figcaption")
        if len(shown) != 1 or caption is None or is_hidden(caption):
            continue
        if shown[0].tag == "table" and shown[0].find("caption") is None:
            drop(caption)
            caption.attrib.clear()
            caption.tag = "caption"
            shown[0].insert(0, caption)
        elif shown[0].tag not in _FRAMES:
            continue
        elif line := line_of(caption):
            said = etree.SubElement(shown[0], "p")
            said.text = line
            drop(caption)


def _made(kind: str, files: tuple[Rendition, ...]) -> Player:
    return _CLASSES[kind](id=uuid.uuid5(_NAMESPACE, files[0].href or "").urn, renditions=files)


def _box(node: Element) -> Element:
    """The figure around a player that shows nothing else, else the player."""
    figure = next(node.iterancestors("figure"), None)
    if figure is None:
        return node
    others = (each for each in figure.iter(*_OTHERS) if node not in (each, each.getparent()))
    return figure if next(others, None) is None else node


def _files(page: Page, node: Element) -> Iterator[Rendition]:
    for each in (node, *node.iter("source")):
        href = page.address(each.get("src") or each.get("data-src"))
        if href is not None and is_safe_link(href):
            kind = each.get("type") or ""
            yield Rendition(href=href, content_type=kind if _TYPE.fullmatch(kind) else None)


# ------------------------------------------------------------------ by the data
def with_told(page: Page, players: tuple[Player, ...], language: str | None) -> tuple[Player, ...]:
    """Players with what the data say of them, and those that are in the data alone.

    Those that the text shows in a frame are among them, as a frame tells no title and no rights.
    """
    told = list(_told(page))
    found = {str(each.id): each for each in players}
    shown = _of_one(
        (key, id_) for id_, each in found.items() for key in _keys(type(each), each.renditions)
    )
    meant = _of_one(
        (key, files[0].href) for kind, _, files in told for key in _keys(_CLASSES[kind], files[:1])
    )
    for kind, thing, files in told:
        keys = (key for key in _keys(_CLASSES[kind], files[:1]) if meant[key] is not None)
        known = next((id_ for key in keys if (id_ := shown.get(key))), None)
        made = found[known] if known else _made(kind, files)
        made = found.get(str(made.id), made)
        found[str(made.id)] = _completed(page, made, thing, language)
    return tuple(found.values())


def _told(page: Page) -> Iterator[tuple[str, Thing, tuple[Rendition, ...]]]:
    for kind in _CLASSES:
        for thing in page.graph.nodes(page.article, kind)[:_MOST]:
            if files := tuple(_told_files(page, thing)):
                yield kind, thing, files


def _keys(kind: type[Player], files: Iterable[Rendition]) -> Iterator[Hashable]:
    """What files are known by, the surest first: in another quality they have a name alike."""
    hrefs = [file.href or "" for file in files]
    yield from hrefs
    yield from map(choice, hrefs)
    for href in hrefs:
        name = file_name(href)
        if not _USUAL.issuperset(_PARTS.findall(name.lower())):
            yield kind, name


_USUAL = frozenset(
    "audio chunklist clip dash default episode file full hd high hls index low main manifest "
    "master media medium mp original output p playlist prog sd segment source stream track v "
    "video".split()
)
"""Words that name files of any film or recording."""
_PARTS = re.compile(r"[^\W\d_]+")


def _of_one(pairs: Iterable[tuple[Hashable, str | None]]) -> dict[Hashable, str | None]:
    """Keys with what they belong to; None where that is more than one."""
    found: dict[Hashable, str | None] = {}
    for key, owner in pairs:
        found[key] = owner if found.get(key, owner) == owner else None
    return found


def _told_files(page: Page, thing: Thing) -> Iterator[Rendition]:
    """The file of a node, and the page that plays it."""
    for name, kind in (("contentUrl", None), ("embedUrl", "text/html")):
        if href := page.address(page.graph.text(thing, name)):
            yield Rendition(href=href, content_type=kind)


def _completed(page: Page, made: Player, thing: Thing, language: str | None) -> Player:
    text = page.graph.text
    told = text(thing, "caption") or text(thing, "description")
    if told and not any(each.text for each in made.captions):
        shown = made.captions[0] if made.captions else ImageCaption(language=language)
        made = changed(made, captions=(changed(shown, text=told),))
    made = changed(
        made,
        headline=made.headline or text(thing, "name") or text(thing, "headline"),
        created=made.created or when(text(thing, "uploadDate") or text(thing, "datePublished")),
        duration=made.duration or _seconds(text(thing, "duration")),
        rights=made.rights or rights_of(page, thing),
    )
    still = page.address(text(thing, "thumbnailUrl"))
    if isinstance(made, Video) and made.poster is None and still:
        made = changed(made, poster=Rendition(href=still))
    return made


def _seconds(value: str | None) -> float | None:
    """A duration of ISO 8601; None for what is none, and for no time at all."""
    match = _DURATION.fullmatch(value or "")
    if match is None:
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds or None
