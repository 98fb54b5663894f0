"""The words that rules look for."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Any

__all__ = ["is_machine_made", "says_machine_made", "vague", "words"]


@functools.cache
def words() -> Mapping[str, Any]:
    """The tables of `words.toml`."""
    data = resources.files("newsmodel.validation").joinpath("words.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(data))


@functools.cache
def vague(kind: str) -> frozenset[str]:
    """Link texts or alternative texts that say nothing."""
    return frozenset(words()["vague"][kind])


def is_machine_made(source_type: str | None) -> bool:
    """Whether a digital source type, as a code or an address, means that a machine had a part."""
    last = (source_type or "").replace(":", "/").rpartition("/")[2]
    return last in words()["machine_made"]


def says_machine_made(credit: str) -> bool:
    """Whether a credit says that a machine made the picture."""
    said = credit.casefold()
    return any(map(said.__contains__, words()["machine_credits"]))
