"""Draws the model and the house as SVG, from the code: `python docs/make_diagrams.py`."""

from __future__ import annotations

import importlib
import sys
import textwrap
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

ROW, COLUMN, BOX = 29, 256, 158
STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#1b1b1b}.f{fill:#595959;font-size:12px}"
    "rect{fill:#f3f6fa;stroke:#7a8ca3}.u rect{fill:#fff;stroke-dasharray:3 3}"
    "path{fill:none;stroke:#b4bfcc}"
    "@media(prefers-color-scheme:dark){text{fill:#eee}.f{fill:#aaa}rect{fill:#26303b}"
    ".u rect{fill:#1a1f26}}"
)


@attrs.define
class Box:
    """A class in the drawing, and those that its fields lead to."""

    cls: type
    field: str
    column: int
    row: float = 0
    below: list[Box] = attrs.field(factory=list)


def parts(cls: type) -> dict[type, list[str]]:
    """The classes of the model that a class holds objects of, with the fields that do."""
    found: dict[type, list[str]] = {}
    for field in fields_of(cls):
        for kind in _models(hints(cls)[field.name]):
            found.setdefault(kind, []).append(field.name)
    return found


def _models(hint: object) -> list[type]:
    """The classes of the model that an annotation names."""
    if isinstance(hint, type) and issubclass(hint, Model):
        return [hint]
    return list(dict.fromkeys(m for part in getattr(hint, "__args__", ()) for m in _models(part)))


def tree(cls: type) -> Box:
    """A class with all that hangs on it, each class as near to it as it can be met."""
    queue = [Box(cls, "", 0)]
    seen = {cls}
    for box in queue:
        for kind, names in parts(box.cls).items():
            if kind not in seen:
                seen.add(kind)
                box.below.append(Box(kind, _label(kind, names), box.column + 1))
        queue += [each for each in box.below if each.cls not in (Block, Inline)]
    return queue[0]


def _label(kind: type, names: list[str]) -> str:
    """The fields that lead to a class, where they are not called as it is."""
    alike = names[0].replace("_", "").rstrip("s") == kind.__name__.lower().rstrip("s")
    return "" if alike and len(names) == 1 else names[0] + (" …" if len(names) > 1 else "")


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
    yield f'<g><rect x="{x}" y="{y}" width="{BOX}" height="22" rx="4"/>'
    yield f'<text x="{x + 8}" y="{y + 16}">{name}</text></g>'
    for each in box.below:
        to = each.row * ROW + 11
        start, end = x + BOX, each.column * COLUMN
        curve = f"M{start} {y + 11}C{start + 14} {y + 11} {start + 4} {to} {start + 18} {to}"
        yield f'<path d="{curve}H{end}"/>'
        label = f'<text class="f" text-anchor="end" x="{end - 4}" y="{to - 4}">{each.field}</text>'
        yield label if each.field else ""
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
    root = tree(Article)
    rows = placed(root, 0)
    content = "".join(drawn(root))
    nodes = "".join(
        _list(f"{base.__name__}s of a body", [c.__name__ for c in concrete(base)], rows + 1, column)
        for column, base in ((0, Block), (2, Inline))
    )
    height = (rows + 3 + max(len(concrete(Block)), len(concrete(Inline))) / 2) * ROW
    return svg(3 * COLUMN + BOX + 12, height, "The classes of the model", content + nodes)


def _list(title: str, names: list[str], row: float, column: int) -> str:
    lines = [f'<text class="f" x="{column * COLUMN}" y="{row * ROW}">{escape(title)}</text>']
    for number, name in enumerate(names):
        x = column * COLUMN + number % 2 * (BOX + 16)
        y = row * ROW + 8 + number // 2 * ROW
        lines.append(f'<g><rect x="{x}" y="{y}" width="{BOX}" height="22" rx="4"/>')
        lines.append(f'<text x="{x + 8}" y="{y + 16}">{escape(name)}</text></g>')
    return "".join(lines)


def house() -> str:
    """The parts of the package, each on top of those it may import."""
    lines = []
    y = 0
    for neighbours in reversed(LAYERS):
        width = 760 / len(neighbours)
        said = [_said(part, width) for part in neighbours]
        height = 28 + 15 * max(map(len, said))
        for place, (part, words) in enumerate(zip(neighbours, said, strict=True)):
            x = place * width
            lines.append(f'<g><rect x="{x}" y="{y}" width="{width - 8}" height="{height}" rx="5"/>')
            lines.append(f'<text x="{x + 10}" y="{y + 18}">{escape(part)}</text>')
            lines += [
                f'<text class="f" x="{x + 10}" y="{y + 34 + 15 * number}">{escape(line)}</text>'
                for number, line in enumerate(words)
            ]
            lines.append("</g>")
        y += height + 8
    title = "The parts of the package: each may import only those below it"
    return svg(770, y + 6, title, "".join(lines))


def _said(part: str, width: float) -> list[str]:
    """What a part says of itself, in lines that fit."""
    module = importlib.import_module("newsmodel" if part == "newsmodel" else f"newsmodel.{part}")
    line = (module.__doc__ or "").splitlines()[0].rstrip(".").replace("`", "")
    return textwrap.wrap(line, int((width - 24) / 6.2))


PICTURES = {"model.svg": model, "house.svg": house}
"""The pictures and what draws them."""


if __name__ == "__main__":
    for name, draw in PICTURES.items():
        (HERE / "pictures" / name).write_text(draw(), encoding="utf-8")
