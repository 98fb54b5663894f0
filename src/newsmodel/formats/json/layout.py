"""The layout of a document, its versions, and how documents of older layouts are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from newsmodel.errors import ParseError, UnsupportedVersionError

FORMAT = "json"
VERSION_KEY = "newsmodel"
TYPE_KEY = "type"
MAJOR = 1
MINOR = 0
VERSION = f"{MAJOR}.{MINOR}"
VERSION_PATTERN = r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})"

Plain: TypeAlias = dict[str, Any]
Upgrade: TypeAlias = Callable[[Plain], Plain]

UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})
"""For each older major version a function that makes a document of the next out of one of it.

It takes and gives plain data, before any object is made, and leaves its argument as it is. There
is none yet: 1 is the first layout.
"""


def current(
    plain: Plain, *, major: int = MAJOR, upgrades: Mapping[int, Upgrade] = UPGRADES
) -> Plain:
    """A document in the layout this library knows, step by step from its own.

    Args:
        plain: the document.
        major: the layout wanted.
        upgrades: the steps there are.

    Raises:
        ParseError: it names no version.
        UnsupportedVersionError: its layout is newer than `major`, or older than the first step.
    """
    own = version_of(plain)[0]
    for number in range(own, major):
        if number not in upgrades:
            break
        plain, own = upgrades[number](plain), number + 1
    if own != major:
        known = f"layout {major}.x" if not upgrades else f"layouts {min(upgrades)}.x to {major}.x"
        named = str(plain[VERSION_KEY])
        raise UnsupportedVersionError(FORMAT, named, known, f"$.{VERSION_KEY}")
    return plain


def version_of(plain: Plain) -> tuple[int, int]:
    """The version a document names, major and minor.

    Raises:
        ParseError: it names none.
    """
    version = plain.get(VERSION_KEY)
    match = re.fullmatch(VERSION_PATTERN, version) if isinstance(version, str) else None
    if match is None:
        reason = f"it must name the version of its layout, such as {VERSION!r}"
        raise ParseError(FORMAT, reason, f"$.{VERSION_KEY}")
    return int(match[1]), int(match[2])
