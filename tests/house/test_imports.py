"""The import rule: which part of the package may know which."""

from __future__ import annotations

import sys

import pytest

from tests.house.sources import imported, modules

LAYERS = (
    ("errors",),
    ("model",),
    ("language",),
    ("quotes", "captions"),
    ("validation",),
    ("plain",),
    ("formats._shared",),
    ("formats.json", "formats.newsml", "formats.html", "formats.ninjs", "formats.text"),
    ("formats.registry",),
    ("newsmodel",),
    ("bulk", "testing"),
    ("cli",),
)
"""A part may import from itself and from the layers above it here, never from its neighbours.

"newsmodel" is the package itself, from which the verbs and the model are imported.
"""

OUTSIDE = {
    "attrs": {part.partition(".")[0] for level in LAYERS for part in level},
    "cattrs": {"plain"},
    "cyclopts": {"cli"},
    "hypothesis": {"testing"},
    "langcodes": {"language", "validation"},
    "lxml": {"formats", "testing"},  # the kit looks at pages, whoever has made them
    "orjson": {"formats"},
    "pytest": {"testing"},
    "trafilatura": {"formats"},
    "rich": {"cli"},
}
"""Who may import what from outside the package and the standard library."""

FLOORS = {
    "newsmodel.formats.newsml": ("xml", "properties", "carrying", "documents"),
    "newsmodel.formats.ninjs": ("versions", "properties", "documents"),
    "newsmodel.quotes": ("spans", "sentences", "speakers"),
}
"""The folders of the largest parts, each built on those before it."""

LEVELS = {part: level for level, parts in enumerate(LAYERS) for part in parts}
FREE = {"newsmodel.formats", "newsmodel.__main__"}
"""A package that only says what it holds, and the door to the command line."""


def part(module: str) -> str:
    """The part of the package a module belongs to."""
    path = module.removeprefix("newsmodel").removeprefix(".").split(".")
    length = 2 if path[0] == "formats" else 1
    return ".".join(path[:length]) or "newsmodel"


def floor(module: str) -> tuple[str, int] | None:
    """The floor a module is on, if it is on one: the part of the package, and how high it is."""
    for own, folders in FLOORS.items():
        folder = module.removeprefix(f"{own}.").partition(".")[0]
        if module.startswith(f"{own}.") and folder in folders:
            return own, folders.index(folder)
    return None


@pytest.mark.parametrize("module", sorted(modules().keys() - FREE))
def test_every_module_has_a_place_in_the_order(module: str) -> None:
    assert part(module) in LEVELS


@pytest.mark.parametrize("module", sorted(modules().keys() - FREE - {"newsmodel"}))
def test_a_part_imports_only_itself_and_what_is_below_it(module: str) -> None:
    own = part(module)
    wrong = [
        f"line {line}: {name}"
        for line, name in imported(modules()[module])
        if name.split(".")[0] == "newsmodel"
        and part(name) != own
        and LEVELS[part(name)] >= LEVELS[own]
    ]
    assert not wrong


@pytest.mark.parametrize("module", sorted(modules()))
def test_the_largest_parts_are_built_floor_by_floor(module: str) -> None:
    own = floor(module)
    above = [
        f"line {line}: {name}"
        for line, name in imported(modules()[module])
        if own is not None and (other := floor(name)) is not None
        if other[0] == own[0] and other[1] > own[1]
    ]
    assert not above


def test_floors_are_folders() -> None:
    there = {name.rpartition(".")[0] for name in modules()}
    assert {f"{own}.{folder}" for own, folders in FLOORS.items() for folder in folders} <= there


@pytest.mark.parametrize("module", sorted(modules()))
def test_what_comes_from_outside_is_known_only_where_it_is_needed(module: str) -> None:
    outside = {
        name.split(".")[0]
        for _, name in imported(modules()[module])
        if name.split(".")[0] not in {"newsmodel", *sys.stdlib_module_names}
    }
    top = part(module).split(".")[0]
    assert {name for name in outside if top not in OUTSIDE.get(name, ())} == set()
