"""Documents of the layout, sound and spoilt."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from newsmodel.formats.json.layout import VERSION
from newsmodel.model import Model
from newsmodel.plain import to_plain
from newsmodel.testing import examples, strategies

HEAD = '"newsmodel":"1.0","type":"Article","id":"urn:example:1"'

JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, 1, 5, -1, 10, 101, 10**30, 10**400, 0.5, 1.5, -200.25),
    *("", "no", "abc", "5", "en", "x_y", "en\n", "text", "\u0007", "\ud800", "\ufffe", "ti\tme"),
    *("2024-01-10", "2024-02-30", "1900-02-29", "2000-02-29", "0000-01-01", "2024-01-10T09:00:00"),
    *("2024-01-10T09:00:00Z", "2024-01-10T24:00:00Z", "2024-01-10T09:00:00+15:00"),
    *("2024-01-10 09:00:00", "٢٠٢٤-01-10", "2024-01-10T09:00:00.1234567Z"),
    *([], ["x"], [""], [None], ["a", "b"], [[]], [{}], {}, {"a": "b"}, {"a": 1}, {"\u0001": "b"}),
    *({"type": "Paragraph"}, {"type": "Foo"}, {"type": ["Paragraph"]}, {"type": "Link"}),
    *({"value": "x"}, {"id": "x"}, {"x": 0, "y": 1}, [{"type": "Paragraph", "content": ["x"]}]),
)
"""Values that belong somewhere, or nowhere."""


def plain_document(thing: Model) -> dict[str, Any]:
    return {"newsmodel": VERSION, "type": type(thing).__name__, **to_plain(thing)}


def documents() -> SearchStrategy[dict[str, Any]]:
    """Sound documents as plain data."""
    made = strategies.articles() | strategies.messages()
    ready = st.sampled_from([*examples.examples().values(), examples.a_message()])
    return (made | ready).map(plain_document)


@st.composite
def spoilt_documents(draw: DrawFn) -> dict[str, Any]:
    """Documents with up to three things changed, for better or worse."""
    document = copy.deepcopy(draw(documents()))
    for _ in range(draw(st.integers(1, 3))):
        spoil(draw, document)
    return document


def spoil(draw: DrawFn, document: dict[str, Any]) -> None:
    whole = draw(st.sampled_from(containers(document)))
    places = list(whole) if isinstance(whole, dict) else list(range(len(whole)))
    how = draw(st.sampled_from(["replace", "remove", "add", "retag"]))
    if how == "retag" and isinstance(whole, dict):
        whole["type"] = draw(st.sampled_from(["Paragraph", "Heading", "Link", "Foo", None, 5, []]))
    elif how == "add" and isinstance(whole, dict):
        name = draw(st.sampled_from(["mood", "text", "id", "language", "headline", "a b", ""]))
        whole[name] = copy.deepcopy(draw(st.sampled_from(JUNK)))
    elif how == "add" and isinstance(whole, list):
        whole.append(copy.deepcopy(draw(st.sampled_from(JUNK))))
    elif places and how == "remove":
        del whole[draw(st.sampled_from(places))]
    elif places:
        whole[draw(st.sampled_from(places))] = copy.deepcopy(draw(st.sampled_from(JUNK)))


def containers(whole: Any) -> list[Any]:
    """A dictionary or list and all within it."""
    inner = whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else ()
    found = [part for value in inner for part in containers(value)]
    return [whole, *found] if isinstance(whole, dict | list) else found


def text_of(document: Any, *, indent: int | None = None) -> str:
    """A document as this library would write it, lone surrogates escaped."""
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators)
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
