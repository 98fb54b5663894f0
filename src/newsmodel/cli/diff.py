"""`newsmodel diff`."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from newsmodel.cli.report import FAILED, OK, USAGE, complain, printable

if TYPE_CHECKING:
    from newsmodel.model import Article, Change

__all__ = ["diff"]

_Source = Annotated[str, Parameter(allow_leading_hyphen=True)]


def diff(
    before: _Source,
    after: _Source,
    *,
    from_: Annotated[str | None, Parameter(name="--from")] = None,
) -> int:
    """Say what changed between two versions of an article, field by field, paragraph by paragraph.

    The two may be of different formats. The exit status is 0 where they say the same, 1 where
    they differ, 2 where they cannot be compared.

    Args:
        before: file with the earlier version, or - for the standard input.
        after: file with the later version, or - for the standard input.
        from_: format of both, where neither name nor content tells it.
    """
    import newsmodel  # noqa: PLC0415  # keeps --help quick

    if before == after == "-":
        complain("newsmodel diff: only one of the two can be the standard input")
        return USAGE
    articles = []
    for path in (before, after):
        try:
            articles.append(_article(path, from_))
        except newsmodel.NewsModelError as error:
            complain(f"{path}: {error}")
            return USAGE
        except OSError as error:
            complain(f"{path}: {error.strerror or error}")
            return USAGE
        except ValueError as error:
            complain(f"newsmodel diff: {error}")
            return USAGE
    found = newsmodel.changes(*articles)
    for change in found:
        _print(change)
    return FAILED if found else OK


def _article(path: str, format: str | None) -> Article:
    """The article of a file, or of the standard input."""
    import newsmodel  # noqa: PLC0415  # keeps --help quick
    from newsmodel.cli.inputs import found  # noqa: PLC0415

    if not path.startswith("-"):
        return newsmodel.read(path, format=format)
    with found([path]) as (file,):
        return newsmodel.read(file.path, format=format)


def _print(change: Change) -> None:
    """A change: words taken away in red after a minus, words put in in green after a plus.

    Where the words are the same, it is said what else is not, place by place.
    """
    from rich.console import Console  # noqa: PLC0415  # keeps --help quick
    from rich.text import Text  # noqa: PLC0415

    from newsmodel.testing.assertions import differences  # noqa: PLC0415

    console = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
    old, new = _words(change.before), _words(change.after)
    console.print(printable(change.path), style="bold")
    if old == new:
        for line in differences(change.before, change.after, change.path):
            console.print(f"  {printable(line)}")
        return
    if old is not None:
        console.print(Text.assemble(("  - ", "red"), *_marked(old, new, "red")))
    if new is not None:
        console.print(Text.assemble(("  + ", "green"), *_marked(new, old, "green")))


def _words(value: Any) -> str | None:
    """A value as a person reads it."""
    if value is None:
        return None
    text = getattr(value, "text", None)
    if isinstance(text, str) and text:
        return f"{type(value).__name__}: {printable(text)}"
    return printable(value if isinstance(value, str) else repr(value))


def _marked(mine: str, theirs: str | None, style: str) -> list[tuple[str, str]]:
    """The words of one side, those that the other side has not set off."""
    if theirs is None:
        return [(mine, style)]
    words, others = mine.split(" "), theirs.split(" ")
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return [
        (" ".join(words[i:j]) + " " * (j < len(words)), "" if kind == "equal" else f"bold {style}")
        for kind, i, j, _, _ in matcher.get_opcodes()
        if j > i
    ]
