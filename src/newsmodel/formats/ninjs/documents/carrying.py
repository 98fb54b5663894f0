"""What a document says that the model has no field for: carried as it was, put back where it stood.

A carried property is an `Extension` whose place is its path, by its name in the newest version, and
whose content is its value as JSON; no content says that the property was not there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsmodel.formats.ninjs.checking import is_valid
from newsmodel.formats.ninjs.names import FORMAT
from newsmodel.formats.ninjs.parsing import MAX_DEPTH, shown_path
from newsmodel.formats.ninjs.versions.dated import dated
from newsmodel.model import Extension
from newsmodel.model.checks import UNWRITABLE

__all__ = ["ABSENT", "carried_in", "fits", "leftovers"]

ABSENT = object()
"""Stands for a property that was not there."""

_PLACE = re.compile(r'\$\.(?P<name>\$?[A-Za-z_][A-Za-z0-9_-]*)|\$\[(?P<quoted>".*")\]')


def leftovers(document: Mapping[str, Any], shown: Mapping[str, Any]) -> list[Extension]:
    """What of a document would not be written as it stood, and what would be written besides."""
    found = [_extension(name, v) for name, v in document.items() if shown.get(name, ABSENT) != v]
    found += [_extension(name, ABSENT) for name in shown if name not in document]
    return sorted(found, key=lambda each: each.place)


def _extension(name: str, value: Any) -> Extension:
    content = "" if value is ABSENT else json.dumps(value, ensure_ascii=False)
    if UNWRITABLE.search(content):
        content = json.dumps(value)
    return Extension(format=FORMAT, place=shown_path([name]), content=content)


def carried_in(extensions: Iterable[Extension]) -> dict[str, Any]:
    """The carried properties by name; of two of one name the first counts."""
    carried: dict[str, Any] = {}
    for each in extensions:
        if each.format == FORMAT and (pair := _pair(each)):
            carried.setdefault(*pair)
    return carried


def _pair(extension: Extension) -> tuple[str, Any] | None:
    found = _PLACE.fullmatch(extension.place)
    if found is None:
        return None
    try:
        name = found["name"] or json.loads(found["quoted"])
        value = json.loads(extension.content) if extension.content else ABSENT
    except (ValueError, RecursionError):
        return None
    if not isinstance(name, str) or extension.content.count("[") > MAX_DEPTH * 1000:
        return None
    return name, value


def fits(name: str, value: Any, source: str | None, target: str) -> bool:
    """Whether a carried property may stand in a document of a version.

    It may where its version is the same, or where the schema allows it. What was no ninjs in its
    own document may go on as it was, within one major version.
    """
    if source == target:
        return True
    if all(is_valid(*pair, target) for pair in _dated(name, value, target)):
        return True
    if source is None or source[0] != target[0]:
        return False
    return not all(is_valid(*pair, source) for pair in _dated(name, value, source))


def _dated(name: str, value: Any, version: str) -> Iterator[tuple[str, Any]]:
    pairs = dated({name: value}, version)
    return iter(pairs.items() if pairs else {"": None}.items())
