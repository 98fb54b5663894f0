"""Reading newsmodel JSON."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, TypeVar

from newsmodel.errors import ParseError
from newsmodel.formats._shared.arguments import expect_word
from newsmodel.formats._shared.gathering import only
from newsmodel.formats.json.decoding import decode
from newsmodel.formats.json.layout import (
    FORMAT,
    MINOR,
    TYPE_KEY,
    VERSION,
    VERSION_KEY,
    current,
    version_of,
)
from newsmodel.formats.json.mending import mend
from newsmodel.formats.json.unknown import kept
from newsmodel.model import Article, Message, Model, Problem
from newsmodel.model.base import changed
from newsmodel.plain import from_plain, refuse_depth, shown

__all__ = ["Unknown", "articles_in", "loads", "loads_message"]

M = TypeVar("M", bound=Model)

Unknown: TypeAlias = Literal["refuse", "keep"]
"""What becomes of keys this library does not know."""


def loads(data: str | bytes, *, unknown: Unknown = "refuse") -> Article:
    """The article of a document.

    A message is read too where it holds one article, translations and pictures gathered. For
    characters that no format can hold others stand, and `findings` says so.

    Args:
        data: the document.
        unknown: "keep" to carry keys this library does not know, as documents of a newer minor
            version may have them, and to write them again; without it each is an error.

    Raises:
        ParseError: the document is not newsmodel JSON; all that is wrong is listed, each with its
            path.
        UnsupportedVersionError: its layout is newer than this library, or too old for it.
        MultipleArticlesError: it is a message of several articles.
    """
    return only(articles_in(data, unknown), FORMAT)


def loads_message(data: str | bytes, *, unknown: Unknown = "refuse") -> Message:
    """The message of a document; an article becomes a message of one item.

    Args:
        data: the document.
        unknown: "keep" to carry keys this library does not know; see `loads`.

    Raises:
        ParseError: the document is not newsmodel JSON; all that is wrong is listed.
        UnsupportedVersionError: its layout is newer than this library, or too old for it.
    """
    read, findings = _read(data, unknown)
    message = read if isinstance(read, Message) else Message(items=_noted((read,), findings))
    return changed(message, findings=findings) if findings else message


def articles_in(
    data: str | bytes, unknown: Unknown, line: int | None = None
) -> tuple[Article, ...]:
    """The articles of a document, which is the whole file, or a line of it."""
    read, findings = _read(data, unknown, line)
    return _noted(read.gather() if isinstance(read, Message) else (read,), findings)


def _read(
    data: str | bytes, unknown: Unknown, line: int | None = None
) -> tuple[Article | Message, tuple[Problem, ...]]:
    """What a document stands for, and what had to be mended in it."""
    plain, clean = decode(data)
    mended = None if clean else mend(plain)
    read = document(plain, clean=clean, unknown=unknown)
    return read, () if mended is None else (mended.problem(line),)


def _noted(articles: tuple[Article, ...], findings: tuple[Problem, ...]) -> tuple[Article, ...]:
    if not findings:
        return articles
    return tuple(changed(each, findings=(*each.findings, *findings)) for each in articles)


def document(plain: object, *, clean: bool, unknown: Unknown) -> Article | Message:
    """The object a document of plain data stands for, of whichever version it is.

    Args:
        plain: the document.
        clean: see `from_plain`.
        unknown: see `loads`.

    Raises:
        ParseError, UnsupportedVersionError: as for `loads`.
    """
    expect_word("unknown", unknown, "refuse", "keep")
    if not isinstance(plain, dict):
        raise ParseError(FORMAT, f"an object was expected, not {shown(plain)}", "$")
    cls = _CLASSES.get(str(plain.get(TYPE_KEY)))
    if plain.get(VERSION_KEY) == VERSION and cls is not None:
        newest, newer = plain, None
    else:
        cls = _class_of(plain)
        newest = current(plain)
        newer = plain[VERSION_KEY] if version_of(plain)[1] > MINOR else None
    return _built(cls, _fields(newest), newer, clean=clean, unknown=unknown)


def _built(
    cls: type[M], fields: dict[str, Any], newer: str | None, *, clean: bool, unknown: Unknown
) -> M:
    """The object; `newer` is the version its document names, where that is newer than ours."""
    try:
        return from_plain(cls, fields, format=FORMAT, clean=clean)
    except ParseError as error:
        if unknown == "refuse":
            raise _with_remedy(error, newer) from None
        refuse_depth(fields, FORMAT)
        return from_plain(cls, kept(cls, fields, newer), format=FORMAT)


def _class_of(plain: dict[str, Any]) -> type[Article | Message]:
    """What a document says it is, or else all that is wrong with it."""
    cls = _CLASSES.get(str(plain.get(TYPE_KEY)))
    wrong = [*_version_reasons(plain), *([] if cls else [_type_reason(plain)])]
    wrong += _reasons(cls, plain) if cls and wrong else []
    if cls is None or wrong:
        raise ParseError(FORMAT, wrong[0][1], wrong[0][0], wrong)
    return cls


_CLASSES: dict[str, type[Article | Message]] = {"Article": Article, "Message": Message}


def _fields(plain: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name not in (TYPE_KEY, VERSION_KEY)}


def _reasons(cls: type, plain: dict[str, Any]) -> list[tuple[str | None, str]]:
    """What is wrong with the fields of a document."""
    try:
        from_plain(cls, _fields(plain), format=FORMAT)
    except ParseError as error:
        return list(error.reasons)
    return []


def _version_reasons(plain: dict[str, Any]) -> list[tuple[str | None, str]]:
    try:
        version_of(plain)
    except ParseError as error:
        return list(error.reasons)
    return []


def _type_reason(plain: dict[str, Any]) -> tuple[str | None, str]:
    reason = f"its 'type' is {shown(plain.get(TYPE_KEY))}, neither 'Article' nor 'Message'"
    return f"$.{TYPE_KEY}", reason


def _with_remedy(error: ParseError, newer: str | None) -> ParseError:
    """The error, with what helps where the document is of a newer minor version."""
    if newer is None:
        return error
    advice = f"it is of version {newer} and this library knows {VERSION}: "
    advice += "unknown='keep' carries keys it does not know"
    return ParseError(FORMAT, error.reason, error.place, [*error.reasons, (None, advice)])
