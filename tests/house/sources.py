"""The sources of the package, and what they import, without importing them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "newsmodel"


@cache
def modules() -> Mapping[str, Path]:
    """Every module of the package by its dotted name."""
    return {_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def imported(path: Path) -> tuple[tuple[int, str], ...]:
    """The modules a file imports, wherever in it, with the line on which it does.

    `from a.b import c` counts as `a.b`, or as `a.b.c` where that is a module.
    """
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_bytes(), path.name)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute here"
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            inner = [name for name in names if name in modules()]
            yield from ((node.lineno, name) for name in inner or [node.module or ""])


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
