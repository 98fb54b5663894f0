"""Headlines and descriptions that say in markup what another of theirs says: they go with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsmodel.formats._shared.escaping import text as escaped
from newsmodel.formats._shared.twins import untagged
from newsmodel.formats._shared.xhtml import has_tags
from newsmodel.formats.ninjs.properties.values import Object

__all__ = ["TEXTS", "followed", "repeating"]

TEXTS = ("headlines", "descriptions")
"""The properties that hold several texts, each for another use."""
_ELEMENT = re.compile(r"\s*(<([A-Za-z][\w-]*)(?:\s[^<>]*)?>)[^<]*(</\2\s*>)\s*")


def repeating(document: Mapping[str, Any]) -> list[str]:
    """The properties of a document in which a text in markup repeats another."""
    return [name for name in TEXTS if _repeats(document.get(name))]


def _repeats(items: Any) -> bool:
    texts = [each for each in items if _is_text(each)] if isinstance(items, list) else []
    if len(texts) < 2:
        return False
    plain = {_letters(each) for each in texts if not _is_markup(each)}
    return any(_letters(each) in plain for each in texts if _is_markup(each))


def followed(
    shown: Sequence[Object], kept: Mapping[int, Any], gone: Iterable[Any]
) -> dict[int, Object | None]:
    """The texts in markup that repeat one which is said no more, as they are to be written.

    Args:
        shown: all texts, as the fields give them.
        kept: those that stand as they stood in the document, by their numbers.
        gone: those in the document that are said no more.

    Returns:
        each by its number; None for what repeats one that none has come for.
    """
    new = {each.get("role"): each for n, each in enumerate(shown) if n not in kept}
    still = {_letters(e) for e in kept.values() if _is_text(e) and not _is_markup(e)}
    lost = [e for e in gone if _is_text(e) and not _is_markup(e) and _letters(e) not in still]
    heirs: dict[str, Object | None] = {}
    for each in lost:
        heirs[_letters(each)] = heirs.get(_letters(each)) or new.get(each.get("role"))
    return {
        number: _anew(each, heirs[_letters(each)])
        for number, each in (kept.items() if heirs else ())
        if _is_text(each) and _is_markup(each) and _letters(each) in heirs
    }


def _anew(item: Object, heir: Object | None) -> Object | None:
    """A text in markup that says what another says; its element stays where it is the only one."""
    if heir is None:
        return None
    only, words = _ELEMENT.fullmatch(item["value"]), escaped(heir["value"])
    return item | {"value": f"{only[1]}{words}{only[3]}" if only else words}


def _is_text(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("value"), str)


def _is_markup(item: Object) -> bool:
    said = f"{item.get('contentType')} {item.get('role')}".lower()
    return "html" in said or has_tags(item["value"])


def _letters(item: Object) -> str:
    """The words of a text without the spaces between them, which markup may have or not."""
    value: str = item["value"]
    return "".join((untagged(value) if _is_markup(item) else value).split())
