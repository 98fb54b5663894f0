"""What no schema forbids of languages: what is no tag, or none that anybody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsmodel.formats.ninjs.parsing import Steps
from newsmodel.formats.ninjs.properties.values import language
from newsmodel.language import is_registered
from newsmodel.validation.tags import remedy_for

__all__ = ["RULE", "odd_languages"]

RULE = "ninjs-language"


def odd_languages(document: Mapping[str, Any], steps: Steps) -> Iterator[tuple[Steps, str, str]]:
    """The languages of a document and of what it is associated with that are no good tags."""
    said = document.get("language")
    if isinstance(said, str) and (read := language(said)) != said:
        counts = "it is not read" if read is None else f"it is read as {read!r}"
        yield (*steps, "language"), RULE, f"{said!r} is no language tag (BCP 47): {counts}"
    elif isinstance(said, str) and not is_registered(said):
        message = f"{said!r} is no registered language tag: {remedy_for(said)}"
        yield (*steps, "language"), RULE, message
    held = document.get("associations")
    for step, each in _pairs(held):
        if isinstance(each, dict):
            yield from odd_languages(each, (*steps, "associations", step))


def _pairs(held: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(held, dict):
        return iter(held.items())
    return enumerate(held if isinstance(held, list) else ())
