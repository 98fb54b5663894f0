"""What is shown of parts of a body beside their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from urllib.parse import urlsplit

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.pages.datelines import PRINTED
from newsmodel.formats.html.pages.names import marked, name_for
from newsmodel.model import BlockQuote, Embed, QuoteKind, Table, TableCell

__all__ = ["attribution", "embedded", "frame", "is_wide"]

_SANDBOX = "allow-scripts allow-popups allow-presentation"
_FEW_COLUMNS, _FEW_SIGNS = 3, 28
"""A table of so many columns, whose longest words are together so long, finds room on a telephone
(WCAG 2.2, 1.4.10)."""
_SHORT = _FEW_SIGNS // _FEW_COLUMNS
_WORD = re.compile("[!-\u0dff]+")
"""Signs between which no line is broken; scripts that have no spaces break anywhere."""


# ------------------------------------------------------------------ quotations
def attribution(node: BlockQuote, language: str | None) -> str:
    """The words beneath a quotation, else who speaks, in a page of that language."""
    if node.attribution is not None:
        own = attribute(PRINTED, node.attribution) if node.speaker else ""
        return f"<figcaption{own}>{marked(node.attribution, None, language)}</figcaption>"
    name = None if node.kind is QuoteKind.PULL else name_for(node.speaker, language)
    if node.speaker is None or name is None:
        return ""
    role = node.speaker.role
    shown = ", ".join([name.markup(language), *([marked(role, None, language)] if role else [])])
    return f'<figcaption {DATA}="made">\N{EM DASH} {shown}</figcaption>'


# ------------------------------------------------------------------ from elsewhere
def embedded(node: Embed, language: str | None) -> str:
    """A link to what is shown from elsewhere."""
    name = node.title or node.provider or node.url or ""
    shown = text(name) if name == node.url else marked(name, None, node.language or language)
    address = written_link(node.url) if node.url else None
    if address is not None:
        shown = f"<a{attribute('href', address)}>{shown}</a>"
    return f'<p class="nm-source" {DATA}="made">{shown}</p>' if shown else ""


def frame(node: Embed) -> str:
    """A frame that may do nothing to the page around it (HTML, "The iframe element")."""
    address = written_link(node.url) if node.url else None
    if address is None or not address.lower().startswith(("http://", "https://")):
        return ""
    title = node.title or node.provider or _host(address)
    pairs = [("src", address), ("title", title), ("sandbox", _SANDBOX), ("loading", "lazy")]
    pairs += [("referrerpolicy", "strict-origin-when-cross-origin"), (DATA, "made")]
    return f"<iframe{attributes(pairs)}></iframe>"


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


# ------------------------------------------------------------------ tables
def is_wide(node: Table) -> bool:
    """Whether a table may be wider than a telephone."""
    columns = max((sum(cell.colspan for cell in row.cells) for row in node.rows), default=0)
    return columns > _FEW_COLUMNS or sum(_longest_words(node)) > _FEW_SIGNS


def _longest_words(node: Table) -> Iterator[int]:
    """How many signs the longest word of each column has."""
    rows = [[_longest(_words(cell)) for cell in row.cells] for row in node.rows]
    return map(max, zip_longest(*rows, fillvalue=0))


def _words(cell: TableCell) -> str:
    first = cell.content[0] if len(cell.content) == 1 else None
    return first if isinstance(first, str) else cell.text  # most hold one string


def _longest(line: str) -> int:
    if len(line) < _SHORT:
        return len(line)
    return max(map(len, _WORD.findall(line)), default=0)
