"""Giving what was written its name, in one place, so that nothing replaces anything by accident."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal, Protocol

import attrs

from newsmodel.bulk.collecting import Collected, collector
from newsmodel.bulk.documents import Document
from newsmodel.bulk.outcomes import Failure, Outcome, Written
from newsmodel.bulk.rendering import Rendered, unwritable
from newsmodel.bulk.targets import Targets
from newsmodel.errors import LossError
from newsmodel.formats._shared.files import Target, writing
from newsmodel.model import Loss

__all__ = ["Publisher", "Taken", "folder", "one_file"]

Result = Outcome[tuple[Rendered, ...]]


class Publisher(Protocol):
    """What takes articles that were rendered, and publishes them."""

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats to write."""

    @property
    def targets(self) -> Targets:
        """Where to."""

    @property
    def staging(self) -> str | None:
        """Name of the folders for what is not published yet; None where it is sent."""

    def published(self, result: Result) -> Iterator[Outcome[Written]]:
        """What became of an article, and of each format it could not be written in."""


@contextlib.contextmanager
def folder(formats: tuple[str, ...], targets: Targets, taken: Taken) -> Iterator[Publisher]:
    """A file for each article and format, but none in place of a file that is taken."""
    publisher = _Folder(formats, targets, taken)
    try:
        yield publisher
    finally:
        for root in publisher.roots:
            shutil.rmtree(root / publisher.staging, ignore_errors=True)


@contextlib.contextmanager
def one_file(
    format: str, target: Target, on_loss: Literal["ignore", "raise"]
) -> Iterator[Publisher]:
    """One file for all articles; it gets its name when it is whole."""
    path = Path(target) if isinstance(target, str | os.PathLike) else None
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    with writing(target) as file, collector(format, file) as collected:
        yield _OneFile(format, path, collected, on_loss)


class Taken:
    """Files that nothing may be written in place of: those that are read, and were written."""

    def __init__(self) -> None:
        self._places: set[str] = set()  # no paths: those take five times the memory
        self._folder: Callable[[str], str] = lru_cache(1024)(os.path.realpath)

    def add(self, path: Path) -> None:
        """Take a file that is written: a link there is replaced, and not what it leads to."""
        self._places.add(self._place(path))

    def add_source(self, path: Path) -> None:
        """Take a file that is read, and all that it is behind a link."""
        self._places |= {self._place(path), os.path.realpath(path)}

    def __contains__(self, path: Path) -> bool:
        return self._place(path) in self._places

    def _place(self, path: Path) -> str:
        folder, name = os.path.split(path)
        return f"{self._folder(folder)}{os.sep}{name}"


class _Folder:
    def __init__(self, formats: tuple[str, ...], targets: Targets, taken: Taken) -> None:
        self.formats = formats
        self.targets = targets
        self.staging = f".newsmodel-{os.urandom(6).hex()}.part"
        self.roots: set[Path] = set()
        self._taken = taken
        self._counts: Counter[tuple[Path, str | None]] = Counter()

    def published(self, result: Result) -> Iterator[Outcome[Written]]:
        """Move the files of an article to where they belong."""
        document = result.document
        self.roots.add(self.targets.root(document))
        if result.value is None:
            yield _failed(result, result.failure)
            return
        number = self._number(document)
        whole: dict[Path, Rendered] = {}
        failures: list[Failure] = []
        for each in result.value:
            target = self.targets.target(document, number, each.format)
            failure = self._publish(each, target)
            if failure is None:
                whole[target] = each
            else:
                failures.append(failure)
        yield _done(result, whole.values(), tuple(whole))
        yield from (_failed(result, failure) for failure in failures)

    def _number(self, document: Document) -> int:
        """Which article of its file, or member of an archive, comes next."""
        one = self.targets.file
        key = (document.path, document.member) if one is None else (one, None)
        self._counts[key] += 1
        return self._counts[key]

    def _publish(self, each: Rendered, target: Path) -> Failure | None:
        """Why a file could not be published, or nothing."""
        if each.staged is None:
            return each.failure
        if target in self._taken:
            reason = (
                f"{target} is not written: it would replace a file this call reads or wrote; "
                "convert this one by itself, to another folder"
            )
            return Failure(kind="FileExistsError", reason=reason)
        try:
            _moved(each.staged, target)
        except OSError as error:
            return unwritable(target.parent, error)
        self._taken.add(target)
        return None


def _moved(staged: Path, target: Path) -> None:
    """Give a file its name; its folder is there as a rule, and made where it is not."""
    try:
        staged.replace(target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(target)


class _OneFile:
    staging = None

    def __init__(
        self,
        format: str,
        path: Path | None,
        collected: Collected,
        on_loss: Literal["ignore", "raise"],
    ) -> None:
        self.formats = (format,)
        self.targets = Targets(file=path)
        self._collected = collected
        self._on_loss = on_loss

    def published(self, result: Result) -> Iterator[Outcome[Written]]:
        """Add an article to the file."""
        if result.value is None:
            yield _failed(result, result.failure)
            return
        (each,) = result.value
        lost = () if each.failure else self._collected.losses(each.piece)
        failure = each.failure or self._add(each.piece, lost)
        whole = [attrs.evolve(each, losses=(*each.losses, *lost))] if failure is None else []
        yield _done(result, whole, (self.targets.file or Path("-"),) * len(whole))
        if failure is not None:
            yield _failed(result, failure)

    def _add(self, piece: object, lost: tuple[Loss, ...]) -> Failure | None:
        if lost and self._on_loss == "raise":
            return Failure.of(LossError(self.formats[0], lost))
        try:
            self._collected.add(piece)
        except ValueError as error:
            return Failure(kind="ValueError", reason=str(error))
        return None


def _done(result: Result, whole: Iterable[Rendered], targets: tuple[Path, ...]) -> Outcome[Written]:
    losses = tuple((each.format, loss) for each in whole for loss in each.losses)
    written = Written(targets=targets, losses=losses)
    return Outcome(document=result.document, number=result.number, value=written)


def _failed(result: Result, failure: Failure | None) -> Outcome[Written]:
    return Outcome(document=result.document, number=result.number, failure=failure)
