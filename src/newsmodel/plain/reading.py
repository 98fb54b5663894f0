"""From plain data to objects, strictly."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from newsmodel.errors import ParseError
from newsmodel.model import Model
from newsmodel.plain.quick import Unfit, quickly_structured
from newsmodel.plain.thorough import TROUBLE, member, reasons_against, structured

__all__ = ["MAX_DEPTH", "from_plain", "refuse_depth"]

M = TypeVar("M", bound=Model)

MAX_DEPTH = 200
"""How deep lists and dictionaries may be nested: a hundred nodes, each in a list."""


@overload
def from_plain(cls: type[M], data: object, *, format: str = ..., clean: bool = ...) -> M: ...
@overload
def from_plain(cls: Any, data: object, *, format: str = ..., clean: bool = ...) -> Any: ...
def from_plain(cls: Any, data: object, *, format: str = "json", clean: bool = False) -> Any:
    """An object from plain data.

    Args:
        cls: the class of the object, or a field's annotation.
        data: what `to_plain` gives.
        format: name of the format the data comes from, for the error.
        clean: whether the data is known to be of dictionaries, lists and the like alone, without
            a character that no format can hold; reading a `Model` is then several times as fast.

    Raises:
        ParseError: something is wrong; `reasons` lists all of it, each with its path.
    """
    if clean:
        try:
            return quickly_structured(cls, data)
        except Unfit:
            pass  # the thorough reader takes it after all, or says what is wrong
    return _thoroughly(cls, data, format)


def _thoroughly(cls: Any, data: object, format: str) -> Any:
    refuse_depth(data, format)
    try:
        return structured(data, cls)
    except TROUBLE as error:
        reasons = list(reasons_against(error))
    except RecursionError:
        raise ParseError(format, "it is nested deeper than the stack allows", "$") from None
    place, reason = reasons[0]
    raise ParseError(format, reason, place, reasons)


def refuse_depth(data: object, format: str, most: int = MAX_DEPTH) -> None:
    """Refuse plain data that is nested deeper than so many levels.

    Raises:
        ParseError: it is.
    """
    levels = [[("$", data)]]
    for _ in range(most + 1):
        inner = [part for whole in levels[-1] for part in _parts(whole[1])]
        if not inner:
            return
        levels.append(inner)
    raise ParseError(format, f"it is nested deeper than {most} levels", _path_into(levels))


def _parts(whole: Any) -> list[tuple[Any, Any]]:
    """The lists and dictionaries within a list or a dictionary, each with its place there."""
    if type(whole) is dict:
        return [(name, part) for name, part in whole.items() if type(part) in (dict, list)]
    if type(whole) is list:
        return [(index, part) for index, part in enumerate(whole) if type(part) in (dict, list)]
    return []


def _path_into(levels: list[list[tuple[Any, Any]]]) -> str:
    """The path of what lies too deep."""
    place, part = levels[-1][0]
    steps = [place]
    for level in reversed(levels[1:-1]):
        place, part = next((p, whole) for p, whole in level if _holds(whole, part))
        steps.append(place)
    path = "$"
    for step in reversed(steps):
        path = f"{path}[{step}]" if type(step) is int else member(path, step)
    return path


def _holds(whole: Any, part: Any) -> bool:
    return any(inner is part for _, inner in _parts(whole))
