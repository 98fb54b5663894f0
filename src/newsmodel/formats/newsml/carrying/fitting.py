"""As many pieces put back as leave the markup of a value saying what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from newsmodel.formats.newsml.carrying.completing import attributes_of, completed
from newsmodel.formats.newsml.carrying.leftovers import STEPS, Piece
from newsmodel.formats.newsml.carrying.reducing import most_of, shown_of
from newsmodel.formats.newsml.carrying.taking import is_told, told_in
from newsmodel.formats.newsml.properties.row import Row

__all__ = ["fitted"]


def fitted(
    row: Row, value: Any, plain: str | None, pieces: Sequence[Piece], *, came: bool, own: bool
) -> tuple[str, bool]:
    """The markup of a value with its pieces, and whether it says all of the value.

    Args:
        row: its row.
        value: the value.
        plain: its markup without them, None where that cannot say all of it.
        pieces: what is carried for it, but for another section.
        came: whether the value is the one that was read with them.
        own: whether the document is the library's own.
    """
    if row.plain and plain is not None and all(path[0] == "@" for path, _ in pieces):
        more = attributes_of([(path[1:], said) for path, said in pieces])
        return plain.replace(f"<{row.name}", f"<{row.name}{more}", 1), True
    base = most_of(row, value) if plain is None else plain
    if base is not None and came:
        return completed(base, pieces, row.parent, over=True), True
    whole = None if base is None else _fitting(row, base, pieces, value, own=own)
    if whole is not None:
        return whole, True
    shown = shown_of(row, value) if plain is None else plain
    if shown:  # perhaps it spells a value in another way, or says less
        shown = _fitting(row, shown, pieces, told_in(shown, row, own=own), own=own) or shown
    return shown, plain is not None


def _fitting(row: Row, base: str, pieces: Sequence[Piece], value: Any, *, own: bool) -> str | None:
    """Markup with as many pieces as leave it saying a value; None where it says another."""
    for over, some in ((True, pieces), (False, _added(pieces)), (False, _foreign(pieces))):
        said = [piece for piece in some if piece[0] != "name()"]
        if is_told(completed(base, said, row.parent, over=over), row, value, own=own):
            return completed(base, some, row.parent, over=over)
    return None


def _added(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that take nothing from a value, nor say by an address what it says by a code."""
    taking = {path for path, _ in pieces if "no(" in path}
    gone = taking | {path.replace("no(", "@").replace(")", "uri") for path in taking}
    return [piece for piece in pieces if piece[0] not in gone]


def _foreign(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces no value can be read from: what is of no namespace of the standard's."""
    return [piece for piece in pieces if STEPS.findall(piece[0])[-1].startswith(("@{", "{"))]
