"""Signed items: a signature is sent on while the item still says what was signed.

Nobody but the signer can sign anew. What an item said when it was read is remembered by a digest
of it, in which white space, the order of elements of different names, and the way a time is
written count for nothing: the library keeps none of them.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterable

from lxml import etree

from newsmodel.formats.newsml.carrying.taking import SIGNED
from newsmodel.formats.newsml.names import FORMAT, SIGNATURE
from newsmodel.formats.newsml.xml.attributes import as_moment
from newsmodel.formats.newsml.xml.markup import fragment
from newsmodel.formats.newsml.xml.reading import Element, N
from newsmodel.model import Extension

__all__ = ["is_outdated", "is_signed", "seals", "unsigned"]

_PLACES = (SIGNED, SIGNATURE)


def seals(item: Element) -> list[Extension]:
    """The digest of an item as it came, if it is signed."""
    if next(item.iterchildren(SIGNATURE), None) is None:
        return []
    return [Extension(format=FORMAT, place=SIGNED, content=_digest(item))]


def is_signed(extensions: Iterable[Extension]) -> bool:
    """Whether a signature is carried, or what is left of one."""
    return bool([e for e in extensions if e.place in _PLACES and e.format == FORMAT])


def unsigned(extensions: Iterable[Extension]) -> tuple[Extension, ...]:
    """What is carried beside a signature."""
    return tuple([e for e in extensions if e.place not in _PLACES or e.format != FORMAT])


def is_outdated(extensions: Iterable[Extension], markup: str) -> bool:
    """Whether a signature is carried for an item that says something else by now.

    Args:
        extensions: what is carried for the item.
        markup: the item as it is written.
    """
    if not is_signed(extensions):
        return False
    held = {e.place: e.content for e in extensions if e.place in _PLACES}
    return len(held) < len(_PLACES) or held[SIGNED] != _digest(fragment(markup))


def _digest(item: Element) -> str:
    """What an item says beside its signature, in a few signs."""
    said = copy.deepcopy(item)
    said.tail = None
    etree.strip_elements(said, SIGNATURE, etree.Comment, etree.PI, with_tail=False)
    texts = {e for content in said.iterchildren(f"{N}contentSet") for e in content.iter()}
    for each in list(said.iter()):
        if each not in texts:
            each[:] = sorted(each, key=lambda child: str(child.tag))
    found = hashlib.sha256()
    for event, each in etree.iterwalk(said, events=("start", "end")):
        attributes = sorted((name, _plain(value)) for name, value in each.items())
        words = (each.tag, attributes, _plain(each.text)) if event == "start" else _plain(each.tail)
        found.update(repr(words).encode("utf-8", "backslashreplace"))
    return found.hexdigest()


def _plain(said: str | None) -> str:
    """Words without the white space around them, and a time as it is written anew."""
    words = " ".join((said or "").split())
    moment = as_moment(words)
    return words if moment is None else moment.isoformat()
