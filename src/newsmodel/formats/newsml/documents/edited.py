"""What is carried for values that were edited: it stays with them, or it is told.

It is found by the code, the address or the words of its value. Where these are others now, it goes
along with the value that has the old ones still, or stands in its place while all others are the
same: unless that has a code or an address of another thing, of which it would not be true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from newsmodel.formats.newsml.carrying.held import PLACES, UNKNOWN, Whole
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.taking import BODY, UNREAD, Among, key_of, keys_of
from newsmodel.formats.newsml.documents.media import own_media
from newsmodel.formats.newsml.names import FORMAT, MEDIA, QCODE
from newsmodel.formats.newsml.properties.row import Row, by_place
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ROWS
from newsmodel.formats.newsml.xml.markup import element_of
from newsmodel.formats.newsml.xml.reading import Reading
from newsmodel.model import Article, Extension
from newsmodel.model.base import changed

__all__ = ["WHOLE", "outdated", "settled"]

_Key: TypeAlias = tuple[str, int]
"""What a value is told by, as a place has it, and its number among its like."""
_Held: TypeAlias = dict[_Key, list[Extension]]
_THINGS = "qcode uri residref href id".split()
_ROWS = by_place((*MEDIA_ROWS[:-1], *ROWS))  # a file has an address
WHOLE = frozenset([BODY, *(f"{parent}/{name}".removeprefix("/") for parent, name in _ROWS)])
"""The places of elements that are carried whole, and were read into a field."""


def settled(article: Article) -> tuple[Article, list[tuple[str, str]]]:
    """An article whose carried things belong to the values it has now.

    Returns:
        the article, and what stays behind all the same: the path of the field, and what its value
        was told by.
    """
    keyed = [each for each in article.extensions if "[=" in each.place and each.format == FORMAT]
    if all(_is_as_it_was(article, each) for each in keyed):
        return article, []
    names: dict[str, str] = {}
    left: list[tuple[str, str]] = []
    for place, held in _by_element(keyed).items():
        _settle(article, place, held, names, left)
    if names:
        moved = [_renamed(each, names) for each in article.extensions]
        article = changed(article, extensions=tuple(moved))
    return article, left


def _is_as_it_was(article: Article, extension: Extension) -> bool:
    """Whether the values of a field are remembered as just those it has."""
    memory = extension.recall(UNKNOWN)
    if not isinstance(memory, Among):
        return False
    return [*getattr(article, memory.row.field, ())] == memory.values


def _by_element(extensions: Sequence[Extension]) -> dict[tuple[str, str], _Held]:
    """What is carried for values that are told apart, by the element they are and their keys."""
    found: dict[tuple[str, str], _Held] = {}
    for each in extensions:
        match = PLACES[each.place]
        if match is not None and match["key"] is not None:
            held = found.setdefault(((match["parent"] or "").rstrip("/"), match["name"]), {})
            held.setdefault((match["key"], int(match["number"] or 1)), []).append(each)
    return found


def values_of(article: Article, row: Row) -> list[Any]:
    """The values of a field, each of which an element says."""
    if row.of_medium and article.kind not in MEDIA:
        return []
    holders = own_media(article) if row.of_medium else (article,)
    held = [getattr(each, row.field) for each in holders]
    values = [value for each in held for value in ((each or ()) if row.many else (each,))]
    return values if row.singles is None else [s for each in values for s in row.singles(each)]


def _path(article: Article, row: Row) -> str:
    return f"{MEDIA[article.kind][0]}[0].{row.field}" if row.of_medium else row.field


def _settle(
    article: Article,
    place: tuple[str, str],
    held: _Held,
    names: dict[str, str],
    left: list[tuple[str, str]],
) -> None:
    """Find the values that what is carried for those of one element belongs to.

    Args:
        article: the article.
        place: the element.
        held: what is carried, by keys.
        names: gets the new places of what goes along, by the old ones.
        left: gets what belongs to none.
    """
    values = {row: values_of(article, row) for row in _ROWS.get(place, ()) if row.many}
    keyed = [pair for each in values.values() for pair in _numbered(each)]
    known = {key for key, _ in keyed}
    orphans = [key for key in held if key not in known]
    free = [pair for pair in keyed if pair[0] not in held] if orphans else []
    for orphan in orphans:
        memory = held[orphan][0].recall(UNKNOWN)
        found = next((each for each in free if orphan[0] in map(repr, keys_of(each[1]))), None)
        is_edited = bool(free) and not QCODE.fullmatch(orphan[0][1:-1])
        if found is None and isinstance(memory, Among):
            found, is_edited = _in_place(memory, values.get(memory.row, []), free)
        if found is not None:
            free.remove(found)
            names.update({each.place: _place(each.place, found[0]) for each in held[orphan]})
        elif is_edited and values:
            left.append((_path(article, next(iter(values))), orphan[0]))


_Pair: TypeAlias = tuple[_Key, Any]


def _in_place(old: Among, values: list[Any], free: list[_Pair]) -> tuple[_Pair | None, bool]:
    """The value that stands in the place of one that is edited; and whether it was, at all."""
    if len(values) < len(old.values):
        return None, False
    new = [index for index, value in enumerate(values) if value not in old.values]
    if len(values) > len(old.values) or len(new) != 1:
        return None, bool(new) and _thing(old.value) is None
    if old.values[new[0]] is not old.value:
        return None, False
    if _thing(old.value) is not None:
        return None, True
    return next((each for each in free if each[1] is values[new[0]]), None), True


def _thing(value: Any) -> str | None:
    """The code or the address of what a value is about."""
    value = getattr(value, "concept", None) or value
    found = (getattr(value, name, None) for name in _THINGS)
    return next((each for each in found if isinstance(each, str)), None)


def _numbered(values: Sequence[Any]) -> Iterator[_Pair]:
    counts: Counter[str] = Counter()
    for value in values:
        key = repr(key_of(value))
        counts[key] += 1
        yield (key, counts[key]), value


def _place(place: str, key: _Key) -> str:
    """The place of a piece, for a value with another key."""
    match = PLACES[place]
    if match is None:
        return place
    number = f"[{key[1]}]" if key[1] > 1 else ""
    return f"{place[: match.start('key')]}{key[0]}]{number}/{match['path']}"


def _renamed(extension: Extension, names: dict[str, str]) -> Extension:
    place = names.get(extension.place)
    if place is None:
        return extension
    moved = changed(extension, place=place)
    return moved.remember(extension.recall(UNKNOWN))


# ------------------------------------------------------------------ whole elements
def outdated(article: Article, carried: Carried) -> Iterator[str]:
    """The paths of fields of which an element is carried whole that says another value."""
    for place, wholes in carried.wholes.items():
        for row in _ROWS.get(place, ()):
            values = [v for v in values_of(article, row) if v is not None and v != row.nothing]
            if values and any(_is_edited(row, whole, values, carried) for whole in wholes):
                yield _path(article, row)


def _is_edited(row: Row, whole: Whole, values: list[Any], carried: Carried) -> bool:
    """Whether an element says a value that was edited, not taken out."""
    if whole.value is UNREAD or any(carried.is_said(whole, row, value) for value in values):
        return False
    if not row.many:
        return True
    if whole.among is not None:
        return whole.among.row is row and _in_place(whole.among, values, [])[1]
    node = element_of(whole.content)
    key = key_of(row.read(node, Reading(own=False))) if row.accepts(node) else ""
    return key != "" and any(key in keys_of(value) for value in values)
