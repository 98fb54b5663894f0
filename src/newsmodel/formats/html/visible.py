"""What a page shows of each field, and what a reader takes from it.

`ROWS` lists the fields with an element of their own. A field without a row, and one of which less
is shown than the model knows, is in the data island.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import attrs

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.xhtml import BodyReader
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import Element, string
from newsmodel.formats.html.figures import shown_images
from newsmodel.model import Article, Correction, Dateline, Translation
from newsmodel.model.base import When

FORMAT = "html"
FIELD = f"{DATA}-field"


@attrs.frozen
class Row:
    """One field that a page shows."""

    field: str
    """The field."""
    write: Callable[[Any], str]
    """Gives the element that shows a value."""
    read: Callable[[Element], Any]
    """Takes the value from the element."""
    shown: Callable[[Any], Any] = lambda value: value
    """What `read` will make of a value."""


def tagged(tag: str, field: str, css: str, inner: str) -> str:
    """An element that shows a field."""
    return f'<{tag} class="{css}"{attribute(FIELD, field)}>{inner}</{tag}>'


def _line(tag: str, field: str) -> Row:
    css = f"nm-{field}"
    return Row(field, lambda value: tagged(tag, field, css, text(value)), string)


def time(value: When) -> str:
    """A time for people and machines."""
    shown = value.isoformat(" ", "minutes") if isinstance(value, datetime) else value.isoformat()
    return f"<time{attribute('datetime', value.isoformat())}>{text(shown)}</time>"


def _stamp(field: str) -> Row:
    def write(value: datetime) -> str:
        return tagged("span", field, f"nm-{field}", time(value))

    def read(node: Element) -> datetime | None:
        found = node.find(".//time")
        try:
            return datetime.fromisoformat("" if found is None else found.get("datetime", ""))
        except ValueError:
            return None

    return Row(field, write, read)


def _dateline(value: Dateline) -> str:
    return tagged("span", "dateline", "nm-dateline", text(str(value)))


def _corrections(values: tuple[Correction, ...]) -> str:
    notices = [
        f"<p{attributes([('lang', c.language)])}>{time(c.date) + ' ' if c.date else ''}"
        f"<span>{text(c.text or '')}</span></p>"
        for c in values
    ]
    return tagged("div", "corrections", "nm-corrections", "".join(notices))


def _read_corrections(node: Element) -> tuple[Correction, ...]:
    return tuple([Correction(text=string(each)) for each in node.iterfind("p/span")])


def _shown_corrections(values: tuple[Correction, ...]) -> tuple[Correction, ...]:
    return tuple([Correction(text=each.text or "") for each in values])


ROWS: dict[str, Row] = {
    row.field: row
    for row in (
        _line("h1", "headline"),
        _line("p", "summary"),
        _line("p", "byline"),
        Row(
            "dateline", _dateline, lambda node: Dateline(text=string(node)),
            lambda value: Dateline(text=str(value)),
        ),
        _stamp("published"),
        Row("corrections", _corrections, _read_corrections, _shown_corrections),
        Row(
            "body", lambda value: "", lambda node: BodyReader(html=True, exact=True).blocks(node)
        ),
    )
}  # fmt: skip


def visible(article: Article) -> Article:
    """The article a reader of the bare `<article>` would make of it."""
    fields = {
        name: row.shown(value)
        for name, row in ROWS.items()
        if (value := getattr(article, name)) not in (None, ())
    }
    return Article(
        id=article.id,
        language=article.language,
        images=shown_images(article.images, article.language),
        translations=tuple([_shown_translation(each) for each in article.translations]),
        **fields,
    )


def _shown_translation(value: Translation) -> Translation:
    return Translation(language=value.language, url=value.url)
