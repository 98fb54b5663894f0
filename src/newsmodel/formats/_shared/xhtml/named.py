"""Pictures that elements of a feed's own name, caption and credit as attributes or elements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import PICTURE_FILE, is_safe_image
from newsmodel.formats._shared.xhtml.vocabulary import Element, is_hidden, split_name
from newsmodel.formats._shared.xhtml.words import words_of
from newsmodel.model import Block, ImageCaption, Paragraph

__all__ = ["Named", "is_empty", "named_in", "paragraphs_told_by"]

_PICTURE = frozenset("image img picture pic photo foto bild graphic".split())
_NO_PICTURE = frozenset("video audio embed iframe player".split())
"""What the last word of an element's name says of what it shows."""
_REFERENCE = re.compile(
    r"(?:image|img|media|picture|pic|photo|item)?(?:id)?(?:ref|refid|residref|href|src|ur[il]|guid|guidref)"
    r"|(?:image|img|media|picture|pic|photo)id"
)
_CREDIT = re.compile(r".*credit.*|.*photographer|.*copyright|byline|.*creator|.*fotograf|.*skapare")
_CAPTION = re.compile(r".*caption|description|legend|(?:bild|image|photo|picture)te?xte?")
_FILE = "(?:file|fil|datei|ur[il]|href|src|ref)"
_FILE_OF_PICTURE = re.compile(rf"(?:{'|'.join(sorted(_PICTURE))}){_FILE}?")
_FILE_IN_PICTURE = re.compile(_FILE)
_ADDRESS = re.compile(r"\s*(https?://\S+)\s*", re.IGNORECASE)
_ALT = re.compile(r"alt|alt(?:ernat(?:e|ive))?text")
_OTHER_FILE = re.compile(r"\.[A-Za-z]\w{1,4}$")


class Named(NamedTuple):
    """What an element names, and what it says of it."""

    href: str | None
    """The address of its file."""
    ident: str | None
    """The id of its item, where it is known by that."""
    caption: str | None
    """Its caption."""
    alt_text: str | None
    """Its alternative text."""
    credits: Sequence[str]
    """Who is credited."""


def named_in(element: Element) -> Named | None:
    """The picture that an element names; None for any other element.

    An empty one names it by its attributes: the element's name says that it is one, or they have
    caption and credit. Another holds nothing but its address, or that and elements for caption and
    credit. What it names by the address of anything but a picture is none.
    """
    named = _said_by(element)
    if named is None or named.href is named.ident:
        return _named_alone(element) or _named_by_elements(element)
    last = _last_word(element)
    sure = last in _PICTURE
    if last in _NO_PICTURE or not (sure or (named.caption and named.credits)):
        return None
    if named.href is not None and not _may_be_picture(named.href, sure=sure):
        return None
    return named


def _last_word(element: Element) -> str:
    return re.split(r"[-_.]", split_name(element)[1].lower())[-1]


def _named_alone(element: Element) -> Named | None:
    """The picture whose address is all that an element holds.

    That it is one the name of its file tells, or that of the element, or of the one around that.
    """
    told = None if len(element) else _ADDRESS.fullmatch(element.text or "")
    if told is None:
        return None
    parent, name = element.getparent(), _last_word(element)
    in_picture = parent is not None and _last_word(parent) in _PICTURE
    wanted = _FILE_IN_PICTURE if in_picture else _FILE_OF_PICTURE
    sure = (_FILE_OF_PICTURE.fullmatch(name) or wanted.fullmatch(name)) is not None
    href = writable(told[1])
    return Named(href, None, None, None, ()) if _may_be_picture(href, sure=sure) else None


def _named_by_elements(element: Element) -> Named | None:
    """The picture that elements tell of: one its address, the others its caption and its credit."""
    if _last_word(element) not in _PICTURE or _holds_more(element):
        return None
    parts = list(element.iterchildren(etree.Element))
    files = {each: named for each in parts if (named := _named_alone(each)) is not None}
    lines = [(_short(split_name(e)[1]), words_of(e, exact=False)) for e in parts if e not in files]
    said = {name: line for name, line in lines if line}
    known = all(_CAPTION.fullmatch(name) or _CREDIT.fullmatch(name) for name in said)
    if len(files) != 1 or not known or len(dict(lines)) < len(lines):
        return None
    (file,) = files.values()
    return file._replace(caption=_first(said, _CAPTION), credits=_credits(said))


def _holds_more(element: Element) -> bool:
    """Whether an element holds words beside its elements, or something that is not for readers."""
    strings = [element.text, *[each.tail for each in element]]
    stray = "".join(filter(None, strings)).strip()
    return bool(stray) or any(is_hidden(each.items()) for each in element.iter("*"))


def paragraphs_told_by(element: Element) -> tuple[Block, ...]:
    """The caption and the credit that an element has of its picture, as a paragraph."""
    named = _said_by(element) or named_in(element)
    if named is None:
        return ()
    line = str(ImageCaption(text=named.caption, credit=" ".join(named.credits) or None))
    return (Paragraph(content=line),) if line else ()


def _said_by(element: Element) -> Named | None:
    """What the attributes of an element say that holds nothing."""
    if not element.attrib or not is_empty(element):
        return None
    said = _attributes(element)
    reference = _first(said, _REFERENCE)
    href = reference if reference and _is_address(reference, said) else None
    ident = reference if href is None else None
    return Named(href, ident, _first(said, _CAPTION), _first(said, _ALT), _credits(said))


def is_empty(element: Element) -> bool:
    """Whether an element holds neither words nor elements."""
    words = [element.text, *[child.tail for child in element]]
    holds = any(isinstance(child.tag, str) for child in element)
    return not holds and not "".join(filter(None, words)).strip()


def _attributes(element: Element) -> dict[str, str]:
    """The attributes that say something, by names without namespace, dashes, capitals, `data-`."""
    said: dict[str, str] = {}
    for name, value in element.items():
        short = _short(name.rpartition("}")[2])
        line = " ".join(writable(value).split())
        if line:
            said.setdefault(short, line)
    return said


def _short(name: str) -> str:
    return re.sub("[-_.]", "", name.lower().removeprefix("data-"))


def _first(said: dict[str, str], wanted: re.Pattern[str]) -> str | None:
    return next((value for name, value in said.items() if wanted.fullmatch(name)), None)


def _credits(said: dict[str, str]) -> list[str]:
    """The credits, less those that a longer one says."""
    every = dict.fromkeys(value for name, value in said.items() if _CREDIT.fullmatch(name))
    return [one for one in every if not any(one != other and one in other for other in every)]


def _is_address(reference: str, said: dict[str, str]) -> bool:
    """Whether a reference is an address, and no id."""
    if reference in (said.get("src"), said.get("href"), said.get("url")):
        return True
    return re.match(r"https?:|//", reference, re.IGNORECASE) is not None or (
        is_safe_image(reference) and PICTURE_FILE.search(reference) is not None
    )


def _may_be_picture(address: str, *, sure: bool) -> bool:
    """Whether a page may load an address as a picture: by the name of the file, if it has one."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return False
    if not is_safe_image(address):
        return False
    return PICTURE_FILE.search(path) is not None or (sure and not _OTHER_FILE.search(path))
