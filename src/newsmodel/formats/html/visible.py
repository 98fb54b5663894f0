"""What a page shows of each field, and what a reader takes from it.

`ROWS` lists the fields with an element of their own. A field without a row, and one of which less
is shown than the model knows, is in the data island.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import attrs

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.times import loosely
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats._shared.xhtml import BodyReader
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import Element, language_tag, line_of, string
from newsmodel.formats.html.figures import shown_images
from newsmodel.formats.html.pages.datelines import dateline, read_dateline
from newsmodel.formats.html.pages.dates import machine_date, time_element
from newsmodel.formats.html.pages.spoken import own_direction
from newsmodel.formats.html.pages.versions import language_attributes
from newsmodel.formats.html.pages.words import label
from newsmodel.language import direction
from newsmodel.model import Article, Block, Correction, CorrectionKind, Dateline, Translation
from newsmodel.model.base import changed, maker
from newsmodel.model.checks import When

__all__ = [
    "FIELD",
    "FORMAT",
    "ROWS",
    "Row",
    "blocks_in",
    "is_shown",
    "shown_translation",
    "tagged",
    "visible",
    "when",
]

FORMAT = "html"
FIELD = f"{DATA}-field"


@attrs.frozen
class Row:
    """One field that a page shows."""

    field: str
    """The field."""
    write: Callable[[Any, str | None], str]
    """Gives the element that shows a value in a page of that language."""
    read: Callable[[Element], Any]
    """Takes the value from the element."""
    shown: Callable[[Any], Any] = lambda value: value
    """What `read` will make of a value; the same object where it will make the same of it."""


def is_shown(value: object) -> bool:
    """Whether a page shows a value at all: not one that is missing, nor a blank line."""
    if isinstance(value, str):
        return not (value == "" or value.isspace())
    if value is None or isinstance(value, tuple | date):
        return bool(value)
    return bool(str(value).strip())


def tagged(tag: str, field: str, inner: str, own: str = "") -> str:
    """An element that shows a field."""
    return f'<{tag} class="nm-{field}" {FIELD}="{field}"{own}>{inner}</{tag}>'


def _line(tag: str, field: str) -> Row:
    return Row(field, lambda value, _: tagged(tag, field, text(value)), string)


def _stamp(field: str, read: Callable[[Element], When | None]) -> Row:
    def write(value: When, language: str | None) -> str:
        shown = f"{label(_STAMPS[field], language)} {time_element(value, language)}"
        return tagged("span", field, shown)

    return Row(field, write, read, _shown_time)


_STAMPS = {"published": "published", "modified": "updated"}


def _read_moment(node: Element) -> datetime | None:
    """A moment; of a mere day, which somebody put there, its beginning."""
    found = _read_time(node)
    if found is None or isinstance(found, datetime):
        return found
    return datetime(found.year, found.month, found.day)  # noqa: DTZ001  # nobody told the zone


def _read_time(node: Element) -> When | None:
    """A time as HTML writes it; None where it cannot be read."""
    found = node.find(".//time")
    return None if found is None else when(found.get("datetime", ""))


def when(written: str) -> When | None:
    """A day or a moment as HTML writes them in an attribute; None for what is neither."""
    written = written.strip()
    try:
        return loosely(written) or date.fromisoformat(written)
    except ValueError:
        return None


def _shown_time(value: When) -> When:
    """A time without what is less than a millisecond."""
    if not isinstance(value, datetime) or not value.microsecond % 1000:
        return value
    return datetime.fromisoformat(machine_date(value))


def _corrections(values: tuple[Correction, ...], language: str | None) -> str:
    notices = "\n".join([_correction(each, language) for each in values])
    return tagged("div", "corrections", f"\n{notices}\n", attribute("role", "note"))


def _correction(value: Correction, language: str | None) -> str:
    told = (
        language_attributes(value.language, direction(language))
        if value.language
        else own_direction(value.text or "", language)
    )
    name = f'<strong class="nm-label">{label(value.kind.value, language)}</strong>'
    date = f" {time_element(value.date, language)}" if value.date else ""
    pairs = [("class", "nm-correction"), ("data-kind", value.kind.value)]
    own = attributes([*pairs, ("data-version", value.version)])
    return f"<p{own}>{name}{date} <span{told}>{text(value.text or '')}</span></p>"


def _read_corrections(node: Element) -> tuple[Correction, ...]:
    return tuple(map(_read_correction, node.iterfind("p")))


def _read_correction(node: Element) -> Correction:
    """A notice by itself, so that an edit of one, or a further one, leaves the others whole."""
    span, kind, version = node.find("span"), node.get("data-kind"), node.get("data-version", "")
    words = node if span is None else span
    date = node.find("time")
    line = line_of(node, _APART)
    text = string(words)
    if date is not None and line.startswith(said := line_of(date)):
        line = line[len(said) :].lstrip()
    return Correction(
        text=text if line == " ".join(text.split()) else line,
        kind=CorrectionKind(kind) if kind in _KINDS else CorrectionKind.CORRECTION,
        date=_read_time(node),
        version=int(version) if _VERSION.fullmatch(version) else None,
        language=language_tag(words.get("lang")),
    )


_APART = frozenset({"nm-label"})
_KINDS = frozenset(kind.value for kind in CorrectionKind)
_VERSION = re.compile("[0-9]{1,9}")


def _shown_corrections(values: tuple[Correction, ...]) -> tuple[Correction, ...]:
    shown = tuple([_shown_correction(each) for each in values])
    return values if shown == values else shown


def _shown_correction(value: Correction) -> Correction:
    date = _shown_time(value.date) if value.date else None
    known = None if value.version is None or value.version >= 10**9 else value.version
    return changed(value, text=value.text or "", date=date, version=known)


def blocks_in(node: Element, figure: Callable[[Element], str | None]) -> tuple[Block, ...]:
    """The text; `figure` is told of pictures that are no figures of ours, as in `BodyReader`."""
    return BodyReader(html=True, exact=True, figure=figure).blocks(node)


ROWS: dict[str, Row] = {
    row.field: row
    for row in (
        _line("h1", "headline"),
        _line("p", "summary"),
        _line("p", "byline"),
        Row(
            "dateline", lambda value, tag: tagged("p", "dateline", dateline(value, tag)),
            read_dateline, lambda value: Dateline(text=str(value)),
        ),
        _stamp("published", _read_moment),
        _stamp("modified", _read_time),
        Row("corrections", _corrections, _read_corrections, _shown_corrections),
        Row(
            "body", lambda value, language: "",
            lambda node: blocks_in(node, lambda element: None),
        ),
    )
}  # fmt: skip


def visible(article: Article) -> Article:
    """The article a reader of the bare `<article>` would make of it."""
    fields = {
        name: row.shown(value)
        for name, row in ROWS.items()
        if is_shown(value := getattr(article, name))
    }
    return Article(
        id=article.id,
        language=article.language,
        images=shown_images(article.images, article.language),
        translations=tuple([shown_translation(each) for each in article.translations]),
        **fields,
    )


def shown_translation(value: Translation) -> Translation:
    """What the language switcher tells of a translation."""
    url = written_link(value.url) if value.url else None
    return maker(Translation)(language=value.language, url=url)
