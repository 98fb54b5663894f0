"""Every exception the library raises on purpose.

All of them are a `NewsModelError`; each is also the built-in exception a Python
programmer would expect in its place, keeps its facts as attributes, and pickles.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

__all__ = [
    "ArgumentError",
    "FieldError",
    "InvalidError",
    "LossError",
    "MultipleArticlesError",
    "NewsModelError",
    "NotPublicError",
    "OptionError",
    "ParseError",
    "UnknownFormatError",
    "UnknownLanguageError",
    "UnknownProfileError",
    "UnknownRuleError",
    "UnsupportedVersionError",
]


class NewsModelError(Exception):
    """Root of the library's exceptions."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by state, so that subclasses may have any constructor.

        What an error is about may be a thing that does not pickle, such as an open file: its
        `repr` stands for it.
        """
        state = {name: _pickled(value) for name, value in self.__dict__.items()}
        return _rebuild, (type(self), self.args, state)


def _pickled(value: object) -> object:
    """A value, or its `repr` if it does not pickle."""
    try:
        pickle.dumps(value)
    except Exception:  # noqa: BLE001  # each class raises its own
        return repr(value)
    return value


def _rebuild(cls: type[NewsModelError], args: tuple[Any, ...], state: dict[str, Any]) -> Exception:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ArgumentError(NewsModelError, TypeError):
    """A function was given a thing of a kind it can do nothing with.

    Attributes:
        value: what was given.
        expected: what was expected: "an Article", "a path or an open binary file".
    """

    def __init__(self, value: object, expected: str, remedy: str) -> None:
        kind = "None" if value is None else f"a value of class {type(value).__name__}"
        super().__init__(f"{expected} was expected, not {kind}: {remedy}")
        self.value: object = value
        self.expected: str = expected


class OptionError(NewsModelError, ValueError):
    """An option was given a value that it can do nothing with.

    Attributes:
        option: its name.
        value: what was given.
    """

    def __init__(self, option: str, value: object, remedy: str) -> None:
        shown = repr(value)
        shown = shown if len(shown) <= 80 else shown[:77] + "..."
        super().__init__(f"{option} is {shown}: {remedy}")
        self.option: str = option
        self.value: object = value


class FieldError(NewsModelError, ValueError):
    """A constructor was given a value that has no meaning in that field.

    Attributes:
        owner: name of the class.
        field: name of the field.
        value: what was given; of a collection the first member that is wrong.
        reason: what is wrong with it and what to do.
        place: which member that is, as "[2]"; neighbouring strings of running text are one. Empty
            where it is not about a member.
    """

    def __init__(self, owner: str, field: str, value: object, reason: str, place: str = "") -> None:
        shown = repr(value)
        shown = shown if len(shown) <= 80 else shown[:77] + "..."
        super().__init__(f"{owner}.{field}{place}: {shown} {reason}")
        self.owner: str = owner
        self.field: str = field
        self.value: object = value
        self.reason: str = reason
        self.place: str = place


class ParseError(NewsModelError, ValueError):
    """A document cannot be read.

    Attributes:
        format: name of the format that was tried ("json", "newsml" …).
        place: where, as a person can follow it: a path or a line and column; None for the whole.
        reason: what is wrong.
        reasons: all that is wrong, as `(place, reason)` pairs; more than one where the format
            reports everything at once.
    """

    def __init__(
        self,
        format: str,
        reason: str,
        place: str | None = None,
        reasons: Iterable[tuple[str | None, str]] = (),
    ) -> None:
        self.format: str = format
        self.reason: str = reason
        self.place: str | None = place
        self.reasons: tuple[tuple[str | None, str], ...] = tuple(reasons) or ((place, reason),)
        lines = [f"{r} (at {p})" if p else r for p, r in self.reasons]
        head = f"cannot read this as {format}: "
        if len(lines) > 1:
            head += f"{len(lines)} problems\n  "
        super().__init__(head + "\n  ".join(lines))


class UnsupportedVersionError(ParseError):
    """A document says it is of a version that this library does not know.

    Attributes:
        version: the version it names.
    """

    def __init__(self, format: str, version: str, known: str, place: str | None = None) -> None:
        super().__init__(
            format,
            f"it is of version {version!r} and this library reads {known}; "
            "a newer newsmodel may read it",
            place,
        )
        self.version: str = version


class UnknownFormatError(NewsModelError, LookupError):
    """No format of that name, or none that fits the file.

    Attributes:
        subject: the name or path that was given.
    """

    def __init__(self, subject: str, known: Iterable[str], hint: str = "") -> None:
        names = ", ".join(known)
        super().__init__(f"no format known for {subject!r}{hint}; known formats: {names}")
        self.subject: str = subject


class UnknownLanguageError(NewsModelError, LookupError):
    """An article has no version in the language asked for.

    Attributes:
        language: the tag asked for.
        languages: the tags there are.
    """

    def __init__(self, language: str, languages: Iterable[str]) -> None:
        self.language: str = language
        self.languages: tuple[str, ...] = tuple(languages)
        there = ", ".join(self.languages) or "none with a language"
        super().__init__(f"no version in {language!r}; there are: {there}")


class UnknownProfileError(NewsModelError, LookupError):
    """No set of validation rules of that name.

    Attributes:
        profile: the name that was given.
    """

    profile: str

    def __init__(self, profile: str, known: Iterable[str]) -> None:
        super().__init__(f"no profile {profile!r}; profiles: {', '.join(known)}")
        self.profile = profile


class UnknownRuleError(NewsModelError, LookupError):
    """No validation rule of that id.

    Attributes:
        rule: the id that was given.
    """

    def __init__(self, rule: str, known: Iterable[str]) -> None:
        near = get_close_matches(rule, list(known), 3, 0.5)
        hint = f": did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"no rule {rule!r}{hint}")
        self.rule: str = rule


class InvalidError(NewsModelError, ValueError):
    """An article breaks rules it was validated against.

    Attributes:
        problems: the findings, a tuple of `Problem`.
    """

    def __init__(self, problems: Iterable[Any]) -> None:
        self.problems: tuple[Any, ...] = tuple(problems)
        count = len(self.problems)
        head = f"{count} problem{'' if count == 1 else 's'}"
        super().__init__("\n  ".join([head, *map(str, self.problems)]))


class LossError(NewsModelError, ValueError):
    """A format cannot carry something, and the caller asked to be stopped.

    Attributes:
        format: name of the format.
        losses: what cannot be carried, a tuple of `Loss`.
    """

    def __init__(self, format: str, losses: Iterable[Any]) -> None:
        self.format: str = format
        self.losses: tuple[Any, ...] = tuple(losses)
        lines = [f"{format} cannot carry all of this", *map(str, self.losses)]
        super().__init__("\n  ".join(lines))


class MultipleArticlesError(NewsModelError, ValueError):
    """A document holds several articles, or none, where one was asked for.

    Attributes:
        count: how many there are.
    """

    def __init__(self, format: str, count: int) -> None:
        self.format: str = format
        self.count: int = count
        super().__init__(
            f"this {format} document holds {count or 'no'} articles, not one: "
            f"read it with {format}.iterload, or with newsmodel.iterread from a file"
        )


class NotPublicError(NewsModelError, PermissionError):
    """Content that readers must not see yet, or no longer, was about to be published.

    Attributes:
        subject: the id of what is not public.
        reason: "withheld", "canceled" or "embargoed …".
    """

    def __init__(self, subject: str | None, reason: str, remedy: str = "") -> None:
        self.subject: str | None = subject
        self.reason: str = reason
        super().__init__(f"{subject or 'this'} is {reason}" + (f": {remedy}" if remedy else ""))
