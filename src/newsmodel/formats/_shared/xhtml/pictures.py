"""Pictures, videos and sounds that stand in a body, with their captions and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2s
from types import MappingProxyType
from typing import Any, TypeVar

from newsmodel.captions import caption_words, read_credit
from newsmodel.captions.characters import key
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.files import (
    address_of,
    file_of,
    files_of,
    is_tiny,
    safe_address,
)
from newsmodel.formats._shared.xhtml.named import named_in
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats._shared.xhtml.vocabulary import XML_LANG, Element, is_kept_back, split_name
from newsmodel.formats._shared.xhtml.words import BLOCKS, line_of, visible
from newsmodel.language.tags import IN_ANOTHER_SCRIPT, nearness
from newsmodel.model import Audio, Image, ImageCaption, Media, Rendition, Video
from newsmodel.model.base import changed
from newsmodel.model.checks import TAG
from newsmodel.model.in_text import IN_TEXT

__all__ = ["Pictures", "caption_in", "caption_of", "made_id", "own_first", "tag_of"]

Said = TypeVar("Said")

_CREDITING = frozenset(
    "credit credits copyright byline photographer creator source agency rights author"
    " credittext copyrightholder copyrightnotice provider publisher".split()
)
"""Words in the class or the property of an element that holds a credit."""
_UNSAID = frozenset("noscript template button svg video audio".split())
"""What is in a figure and says nothing of its picture."""
_PLAYED: Mapping[str, type[Video | Audio]] = {"video": Video, "audio": Audio}
_NAMING = ("data-uri", "data-guid", "data-residref")
_IDENTITY = re.compile(
    r"(?!data:)[A-Za-z][\w.+-]*:\S{1,500}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
)
"""What names an item: an address, a name with a scheme, or a bare UUID (RFC 9562)."""


class Pictures:
    """The pictures of one body, in the order in which they are met.

    `take` is what a `BodyReader` asks for the id of a figure.

    Args:
        language: the language of the text.
        played: whether videos and sounds in figures are taken, too.
    """

    def __init__(self, language: str | None = None, *, played: bool = False) -> None:
        self.found: list[Image] = []
        self.played: list[Video | Audio] = []
        """The videos and sounds."""
        self._ids: set[str] = set()
        self._language, self._takes_played = language, played

    @property
    def media(self) -> tuple[Media, ...]:
        """All that was found."""
        return (*self.found, *self.played)

    def take(self, element: Element) -> str | None:
        """Keep the picture a figure shows, and give its id; None for what shows none, or more.

        A figure of our own making names what it shows, and is none of a source's; what is not for
        readers is no picture of the article.
        """
        if element.get(DATA) is not None or is_kept_back(element):
            return None
        every = [each for event, each in visible(element) if event == "start"]
        played = [e for e in every if _kind_of(e) in _PLAYED] if self._takes_played else []
        if played:
            return self._take_played(element, played, every)
        shown = [each for each in every if _is(each, "img")]
        more = any(_is(each, "table") for each in every)
        if not shown:
            return self._take_named(element)
        href = address_of(shown[0]) if len(shown) == 1 and not more else None
        if href is None:
            return None
        image = Image(
            id=made_id(href, self._ids, _item(element, shown[0])),
            renditions=(file_of(shown[0], href),),
            captions=captions_in(element, shown[0], self._language),
        )
        self.found.append(image)
        return image.id

    def _take_played(
        self, element: Element, played: Sequence[Element], every: Sequence[Element]
    ) -> str | None:
        """Keep the one video or sound that a figure shows; what else is in it stands for that."""
        (first, *more) = played
        within = frozenset(first.iter("*"))
        more += [
            each for each in every if _kind_of(each) in ("img", "table") and each not in within
        ]
        files = files_of(first)
        if more or not files:
            return None
        medium = _PLAYED[_kind_of(first)](
            id=made_id(files[0].href or "", self._ids, _item(element, first)),
            renditions=files,
            captions=captions_in(element, first, self._language),
        )
        poster = safe_address(first.get("poster"))
        if isinstance(medium, Video) and poster is not None:
            medium = changed(medium, poster=Rendition(href=poster))
        self.played.append(medium)
        return medium.id

    def _take_named(self, element: Element) -> str | None:
        """Keep what an empty element of a feed's own names."""
        named = named_in(element)
        if named is None or is_tiny(element):
            return None
        caption = caption_of(named.caption, named.alt_text, named.credits)
        image = Image(
            id=made_id(named.href or named.ident or "", self._ids),
            renditions=(file_of(element, named.href, named.ident),),
            captions=() if caption == ImageCaption() else (caption,),
        )
        self.found.append(image)
        return image.id


def made_id(href: str, taken: set[str], item: str | None = None) -> str:
    """An id for a picture that stands in a text, which is no item of its own.

    It follows from the address, so that a text and its translation say the same of one picture, and
    nothing of each other's.

    Args:
        href: the address.
        taken: the ids of pictures met before, to which it is added.
        item: the id of the item that it shows, where the text says so.
    """
    base = IN_TEXT + blake2s(href.encode(), digest_size=8).hexdigest()
    made = base if base not in taken else f"{base}-{len(taken) + 1}"
    taken.add(made)
    return f"{made}@{item}" if item else made


def _item(figure: Element, img: Element) -> str | None:
    """The id of the item that a picture shows, where the text names it beside the file."""
    said = (each.get(name) for name in _NAMING for each in (img, figure))
    return next((i for i in map(writable, filter(None, said)) if _IDENTITY.fullmatch(i)), None)


def _is(element: Element, name: str) -> bool:
    return split_name(element)[1].lower() == name


def _kind_of(element: Element) -> str:
    return split_name(element)[1].lower()


def captions_in(figure: Element, img: Element, language: str | None) -> tuple[ImageCaption, ...]:
    """What is said of a medium: beneath it, or anywhere in its figure, and in its place.

    There is a caption for each language that a `figcaption` names; all else is said in the one that
    is nearest to the language of the text, which comes first.
    """
    said: dict[str, list[Element]] = {}
    for each in _figcaptions(figure):
        said.setdefault(_language_of(each, figure) or language or "", []).append(each)
    (tag, own), *others = own_first(said, language) or [(None, [])]
    told = [each for _, elements in others for each in elements]
    first = changed(caption_in(figure, img, own, told), language=tag)
    found = [first] if first != ImageCaption(language=tag) else []
    for tag, elements in others:
        credits: list[str] = []
        lines = [line for each in elements for line in _lines(each, credits)]
        if lines or credits:
            caption = caption_of("\n".join(lines) or None, None, list(dict.fromkeys(credits)))
            found.append(changed(caption, language=tag))
    return tuple(found)


def own_first(said: Mapping[str, Said], language: str | None) -> list[tuple[str | None, Said]]:
    """What is said in several languages, that which is nearest to the one of the text first.

    It names none where that is the text's.
    """
    wanted = language or ""
    if not said:
        return []
    own = max(said, key=lambda tag: nearness(tag, wanted))
    is_own = not own or nearness(own, wanted) > IN_ANOTHER_SCRIPT
    others = [(tag, told) for tag, told in said.items() if tag != own]
    return [(None if is_own else own, said[own]), *others]


def _language_of(caption: Element, figure: Element) -> str | None:
    """The language that a caption names, or something around it in its figure, or all in it."""
    held = caption[0] if len(caption) == 1 and not (caption.text or "").strip() else caption
    for each in (held, caption, *caption.iterancestors()):
        if tag := tag_of(each):
            return tag
        if each is figure:
            break
    return None


def tag_of(element: Element) -> str | None:
    """The language that an element names; None for what is no tag of one."""
    said = (element.get(XML_LANG) or element.get("lang") or "").strip()
    return said if TAG.fullmatch(said) else None


def _figcaptions(figure: Element) -> list[Element]:
    return [e for event, e in visible(figure) if event == "start" and _is(e, "figcaption")]


def caption_in(
    figure: Element,
    img: Element,
    own: Sequence[Element] | None = None,
    told: Sequence[Element] = (),
) -> ImageCaption:
    """What a figure says of the picture in it.

    Args:
        figure: the figure.
        img: the picture.
        own: the `figcaption` elements that count; left out, all.
        told: those that say something else.
    """
    lines: list[str] = []
    credits: list[str] = []
    captions = _figcaptions(figure) if own is None else own
    for each in captions:
        lines += _lines(each, credits)
    if figure is not img:
        lines += _lines(figure, credits, frozenset([*captions, *told]))
    alt = img.get("alt")
    return caption_of(
        "\n".join(lines) or None,
        None if alt is None else writable(alt),
        list(dict.fromkeys(credits)),
    )


def caption_of(text: str | None, alt_text: str | None, credits: Sequence[str]) -> ImageCaption:
    """A caption whose credit stands in an element of its own, or in several."""
    if not credits:
        return ImageCaption(text=text, alt_text=alt_text)
    first, *others = found = [_credit_of(each) for each in credits]
    if not others:
        return ImageCaption(text=text, alt_text=alt_text, **first)
    return ImageCaption(
        text=text,
        alt_text=alt_text,
        credit=" ".join([each["credit"] for each in found]),
        label=next((each["label"] for each in found if each["label"]), None),
        photographers=tuple(dict.fromkeys(n for each in found for n in each["photographers"])),
        agencies=tuple(dict.fromkeys(n for each in found for n in each["agencies"])),
    )


@lru_cache(maxsize=256)
def _credit_of(line: str) -> Mapping[str, Any]:
    """The fields of a caption that a credit says; few photographers take most pictures."""
    label, colon, rest = line.partition(":")
    labelled = _is_labelled(label, colon, rest)
    credit = rest.strip() if labelled else line
    found = read_credit(credit)
    return MappingProxyType({
        "credit": credit,
        "label": label.strip() if labelled else None,
        "photographers": found.photographers,
        "agencies": found.agencies,
    })  # fmt: skip


def _lines(
    caption: Element, credits: list[str], told: frozenset[Element] = frozenset()
) -> Iterator[str]:
    """The lines of a caption; credits in elements of their own are taken out of it.

    Args:
        caption: the element that holds it.
        credits: gets the credits.
        told: elements in it that were read already.
    """
    parts: list[str] = []
    within: Element | None = None  # what is being passed over
    for event, node in visible(caption):
        if within is not None:
            if node is not within:
                continue
            within = None
        elif event == "start" and node is not caption and _is_apart(node, credits, told):
            within = node
            continue
        if split_name(node)[1].lower() in BLOCKS:
            parts.append("\n")
        if event == "start":
            parts.append(" ".join((node.text or "").split("\n")))
        elif node is not caption:
            parts.append(" ".join((node.tail or "").split("\n")))
    for line in writable("".join(parts)).split("\n"):
        if line.strip():
            yield " ".join(line.split())


def _is_apart(element: Element, credits: list[str], told: frozenset[Element]) -> bool:
    """Whether an element is no part of the words around it; a credit is taken."""
    if element in told or split_name(element)[1].lower() in _UNSAID:
        return True
    if not (_is_credit(element) or _is_small_credit(element, beside_caption=bool(told))):
        return False
    credits.extend(filter(None, [line_of(element)]))
    return True


def _is_small_credit(element: Element, *, beside_caption: bool) -> bool:
    """Whether small print is a credit: by the word before its colon, or as it is no caption."""
    if not _is(element, "small"):
        return False
    return beside_caption or _is_labelled(*line_of(element).partition(":"))


def _is_labelled(label: str, colon: str, rest: str) -> bool:
    """Whether a credit begins with a word such as "Photo:"."""
    return bool(colon and rest.strip()) and key(label) in caption_words(None).labels


def _is_credit(element: Element) -> bool:
    told = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    if told == " " or _CREDITING.isdisjoint(re.split(r"[\s_-]+", told)):
        return False
    return not any(_is(each, "img") or _is(each, "figcaption") for each in element.iter("{*}*"))
