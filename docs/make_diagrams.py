"""Draws the model and the house as SVG, from the code: `python docs/make_diagrams.py`."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import attrs

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]

from newsmodel.model import Article, Block, Inline, Model  # noqa: E402  # found by the line above
from newsmodel.model.base import fields_of, hints  # noqa: E402
from newsmodel.testing.strategies.build import concrete  # noqa: E402
from tests.house.test_imports import LAYERS  # noqa: E402

ROW, COLUMN, BOX = 26, 290, 190
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1b1b1b}.f{fill:#666;font-size:11px}"
    "rect{fill:#f3f6fa;stroke:#7a8ca3}.u rect{fill:#fff;stroke-dasharray:3 3}"
    "path{fill:none;stroke:#b4bfcc}"
    "@media(prefers-color-scheme:dark){text{fill:#eee}.f{fill:#aaa}rect{fill:#26303b}"
    ".u rect{fill:#1a1f26}}"
)


@attrs.define
class Box:
    """A class in the drawing, and the fields that lead on from it."""

    cls: type
    field: str
    column: int
    seen: bool
    row: float = 0
    below: list[Box] = attrs.field(factory=list)


def parts(cls: type) -> Iterator[tuple[str, type]]:
    """The fields of a class that hold others of the model, with those."""
    for field in fields_of(cls):
        for kind in _models(hints(cls)[field.name]):
            yield field.name, kind


def _models(hint: object) -> list[type]:
    """The classes of the model that an annotation names."""
    if isinstance(hint, type) and issubclass(hint, Model):
        return [hint]
    return list(dict.fromkeys(m for part in getattr(hint, "__args__", ()) for m in _models(part)))


def tree(cls: type, field: str, column: int, seen: set[type]) -> Box:
    """A class with all that hangs on it; each class is taken apart where it is met first."""
    box = Box(cls, field, column, cls in seen)
    if cls in seen or cls in (Block, Inline):
        return box
    seen.add(cls)
    grouped: dict[type, list[str]] = {}
    for name, kind in parts(cls):
        grouped.setdefault(kind, []).append(name)
    fresh = {kind: names for kind, names in grouped.items() if kind not in seen}
    for kind, names in fresh.items():
        shown = names[0] + (" …" if len(names) > 1 else "")
        box.below.append(tree(kind, shown, column + 1, seen))
    return box


def placed(box: Box, row: float) -> float:
    """Give a box and those below it their rows; the next free row."""
    if not box.below:
        box.row = row
        return row + 1
    for each in box.below:
        row = placed(each, row)
    box.row = (box.below[0].row + box.below[-1].row) / 2
    return row


def drawn(box: Box) -> Iterator[str]:
    """A box, the lines that lead on from it, and what they lead to."""
    x, y = box.column * COLUMN, box.row * ROW
    name = escape(box.cls.__name__)
    yield f'<g><rect x="{x}" y="{y}" width="{BOX - 40}" height="20" rx="4"/>'
    yield f'<text x="{x + 8}" y="{y + 15}">{name}</text></g>'
    for each in box.below:
        to = each.row * ROW + 10
        start, end = x + BOX - 40, each.column * COLUMN
        curve = f"M{start} {y + 10}C{start + 20} {y + 10} {start + 10} {to} {start + 30} {to}"
        yield f'<path d="{curve}H{end}"/>'
        yield f'<text class="f" x="{start + 32}" y="{to - 3}">{escape(each.field)}</text>'
        yield from drawn(each)


def svg(width: float, height: float, title: str, content: str) -> str:
    """A picture with a name for those who do not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 {width:.0f} {height:.0f}" '
        f'role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style>{content}</svg>\n"
    )


def model() -> str:
    """The classes of the model and the fields that lead from one to the next."""
    seen: set[type] = set()
    root = tree(Article, "", 0, seen)
    rows = placed(root, 0)
    content = "".join(drawn(root))
    nodes = "".join(
        _list(f"{base.__name__}s of a body", [c.__name__ for c in concrete(base)], rows + 1, column)
        for column, base in ((0, Block), (2, Inline))
    )
    height = (rows + 3 + max(len(concrete(Block)), len(concrete(Inline))) / 2) * ROW
    return svg(4.6 * COLUMN, height, "The classes of the model", content + nodes)


def _list(title: str, names: list[str], row: float, column: int) -> str:
    lines = [f'<text class="f" x="{column * COLUMN}" y="{row * ROW}">{escape(title)}</text>']
    for number, name in enumerate(names):
        x = column * COLUMN + number % 2 * 150
        y = row * ROW + 8 + number // 2 * ROW
        lines.append(f'<g><rect x="{x}" y="{y}" width="140" height="20" rx="4"/>')
        lines.append(f'<text x="{x + 8}" y="{y + 15}">{escape(name)}</text></g>')
    return "".join(lines)


def house() -> str:
    """The parts of the package, each on top of those it may import."""
    lines = []
    for number, parts_of in enumerate(reversed(LAYERS)):
        width = 760 / len(parts_of)
        for place, part in enumerate(parts_of):
            x, y = place * width, number * 52
            lines.append(f'<g><rect x="{x}" y="{y}" width="{width - 8}" height="44" rx="5"/>')
            lines.append(f'<text x="{x + 10}" y="{y + 18}">{escape(part)}</text>')
            lines.append(
                f'<text class="f" x="{x + 10}" y="{y + 35}">{_said(part, width)}</text></g>'
            )
    title = "The parts of the package: each may import only those below it"
    return svg(770, len(LAYERS) * 52 + 8, title, "".join(lines))


def _said(part: str, width: float) -> str:
    """What a part says of itself, as far as it fits."""
    module = importlib.import_module("newsmodel" if part == "newsmodel" else f"newsmodel.{part}")
    line = (module.__doc__ or "").splitlines()[0].rstrip(".").replace("`", "")
    most = int(width / 6) - 5
    return escape(line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …")


PICTURES = {"model.svg": model, "house.svg": house}
"""The pictures and what draws them."""


if __name__ == "__main__":
    for name, draw in PICTURES.items():
        (HERE / "pictures" / name).write_text(draw(), encoding="utf-8")
