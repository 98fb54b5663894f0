"""Several files written together: all of them or none."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

__all__ = ["write_folder"]


def write_folder(texts: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Write texts as UTF-8 files of a folder, which is made where there is none.

    Whatever goes wrong, every file is afterwards as it was before.

    Args:
        texts: what to write, by the names of the files.
        folder: where.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=".", suffix=".part", dir=folder))
    try:
        for name, text in texts.items():
            (beside / name).write_bytes(text.encode())
        return _moved([beside / name for name in texts], folder, beside)
    except BaseException:
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _moved(files: list[Path], folder: Path, beside: Path) -> tuple[Path, ...]:
    """Put the files into their places; what stood there is kept until all of them are."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for file in files:
            place = folder / file.name
            done.append((place, _kept(place, beside)))
            file.replace(place)
    except BaseException:
        for place, kept in reversed(done):
            _restored(place, kept)
        raise
    return tuple(place for place, _ in done)


def _kept(place: Path, beside: Path) -> Path | None:
    if not place.exists():
        return None
    kept = beside / f"{place.name}.before"
    shutil.copy2(place, kept)
    return kept


def _restored(place: Path, kept: Path | None) -> None:
    if kept is None:
        place.unlink(missing_ok=True)
    else:
        kept.replace(place)
