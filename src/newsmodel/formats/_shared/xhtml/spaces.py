"""White space in other people's markup, where runs of it count as one space."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from newsmodel.formats._shared.text import normal, writable
from newsmodel.model import Block, LineBreak

__all__ = [
    "cleaner", "folded", "is_blank", "joined", "lines_of_runs", "stretches", "trimmed",
]  # fmt: skip

_EDGE = " \t\n\r\f"
"""HTML's white space; a no-break space is text."""


def folded(text: str) -> str:
    """Text that any format can hold, with each run of white space as one space."""
    if not text.isprintable():
        if not text.strip(_EDGE):
            return " "
        text = writable(text).replace("\n", " ").replace("\t", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _folded_xml(text: str) -> str:
    """The same of text from a parser of XML, as `normal` is to `writable`."""
    if "\n" in text or "\t" in text or "\r" in text:
        if not text.strip(_EDGE):
            return " "
        text = text.replace("\r\n", " ").replace("\r", " ").replace("\n", " ").replace("\t", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def cleaner(*, html: bool, exact: bool) -> Callable[[str], str]:
    """What brings the strings of a parser into normal form: of HTML's or XML's, exactly or not."""
    if html:
        return writable if exact else folded
    return normal if exact else _folded_xml


def joined(content: Sequence[Any], *, exact: bool) -> list[Any]:
    """Content with neighbouring strings as one, and none that is empty."""
    runs: list[Any] = []
    strings: list[str] = []
    for item in (*content, None):
        if isinstance(item, str):
            strings.append(item)
            continue
        if strings:
            line = "".join(strings)
            if line:
                runs.append(line if exact or len(strings) == 1 else folded(line))
            strings = []
        runs.append(item)
    return runs[:-1]


def trimmed(runs: Sequence[Any]) -> tuple[Any, ...]:
    """Joined running text without white space at its ends."""
    if not runs:
        return ()
    first, last = runs[0], runs[-1]
    starts = isinstance(first, str) and first[:1] in _EDGE
    ends = isinstance(last, str) and last[-1:] in _EDGE
    if not starts and not ends:
        return tuple(runs)
    content = list(runs)
    if starts:
        content[0] = first.lstrip(_EDGE)
    if ends:
        content[-1] = content[-1].rstrip(_EDGE)
    return tuple([run for run in content if run.__class__ is not str or run])


def stretches(content: Sequence[Any]) -> Iterator[Block | list[Any]]:
    """Content as blocks and the stretches of running text between them."""
    stretch: list[Any] = []
    for item in content:
        if isinstance(item, Block):
            if stretch:
                yield stretch
                stretch = []
            yield item
        else:
            stretch.append(item)
    if stretch:
        yield stretch


def lines_of_runs(runs: Sequence[Any]) -> Iterator[list[Any]]:
    """Running text parted where line breaks follow each other, without breaks at its ends."""
    if not any(isinstance(run, LineBreak) for run in runs):
        yield list(runs)
        return
    line: list[Any] = []
    held: list[Any] = []
    for run in runs:
        if isinstance(run, LineBreak) or (held and is_blank([run])):
            held.append(run)
            continue
        if line and sum(isinstance(each, LineBreak) for each in held) > 1:
            yield line
            line = []
        line += [*held, run] if line else [run]
        held = []
    if line:
        yield line


def is_blank(runs: Sequence[Any]) -> bool:
    """Whether running text shows no character."""
    for run in runs:
        text = run if isinstance(run, str) else run.text
        if text and not text.isspace():
            return False
    return True
