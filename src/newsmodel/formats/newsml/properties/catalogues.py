"""Catalogues as elements and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from newsmodel.formats._shared.escaping import quoted
from newsmodel.formats.newsml.names import (
    DEFAULT_CATALOGS,
    IPTC_CATALOG,
    is_iptc_catalog,
)
from newsmodel.formats.newsml.properties.row import Read
from newsmodel.formats.newsml.xml.attributes import attributes, same
from newsmodel.formats.newsml.xml.leaves import Items, remembering
from newsmodel.formats.newsml.xml.reading import (
    Element,
    N,
    Reading,
    attributes_in,
    label_in,
    no_text,
    tails,
)
from newsmodel.formats.newsml.xml.writing import (
    Inexact,
    attributes_of,
    enclosed,
    is_id,
    labels,
    uri,
)
from newsmodel.model import Catalog, Scheme
from newsmodel.model.base import joiner, maker
from newsmodel.model.gathering.own_codes import OWN_CATALOG, is_foreign

_MAKE_CATALOG = maker(Catalog)
_MAKE_SCHEME = maker(Scheme)
_BY_ADDRESS, _TITLE = f"{N}catalogRef", f"{N}title"
_REFERENCE = attributes({"href": ("href", same)})
_SCHEME = attributes({"alias": ("alias", same), "uri": ("uri", same)})
_LABELS = {"name": "names", "definition": "definitions", "note": "notes"}
_ABOUT = {f"{N}{name}": (field, label_in) for name, field in _LABELS.items()}


def catalog(value: Catalog) -> str:
    """A catalogue as an element."""
    titles = labels("title", value.titles) if value.titles else ""
    if value.href is not None:
        if value.schemes:
            raise Inexact
        return enclosed("catalogRef", f' href="{quoted(str(uri(value.href)))}"', titles)
    if not value.schemes:
        raise Inexact
    return f"<catalog>{titles}{''.join(map(_scheme, value.schemes))}</catalog>"


def _scheme(value: Scheme) -> str:
    return enclosed("scheme", _scheme_attributes(value), _scheme_labels(value))


_scheme_attributes = attributes_of(Scheme, {"alias": ("alias", is_id), "uri": ("uri", uri)})
_scheme_labels = joiner(Scheme, _LABELS.values(), [partial(labels, name) for name in _LABELS])


@remembering
def catalog_in(node: Element, items: Items, reading: Reading) -> Catalog:
    """A catalogue from an element."""
    if node.tag == _BY_ADDRESS:
        fields = attributes_in(node, _REFERENCE, reading, items)
        reading.inexact |= "href" not in fields
        if len(node) or node.text:
            _read_inside(node, fields, reading, {_TITLE: ("titles", label_in)})
        return _MAKE_CATALOG(**fields)
    fields = {}
    reading.leave_attributes(node)
    _read_inside(node, fields, reading, _INSIDE)
    reading.inexact |= "schemes" not in fields
    return _MAKE_CATALOG(**fields)


def _read_inside(
    node: Element, fields: dict[str, Any], reading: Reading, known: Mapping[Any, tuple[str, Read]]
) -> None:
    no_text(node, reading)
    tails(node, reading)
    held: dict[str, list[Any]] = {}
    for child in node[:]:
        if child.tag not in known:
            reading.leave(child)
            continue
        field, read = known[child.tag]
        value = read(child, reading)
        if value is not None:
            held.setdefault(field, []).append(value)
    fields |= {field: tuple(values) for field, values in held.items()}


def _scheme_in(node: Element, reading: Reading) -> Scheme | None:
    fields = attributes_in(node, _SCHEME, reading)
    if len(fields) < 2:
        reading.inexact = True
        return None
    _read_inside(node, fields, reading, _ABOUT)
    return _MAKE_SCHEME(**fields)


_INSIDE: dict[Any, tuple[str, Read]] = {
    _TITLE: ("titles", label_in),
    f"{N}scheme": ("schemes", _scheme_in),
}


def shown_catalogs(values: Sequence[Catalog]) -> tuple[Catalog, ...]:
    """The catalogues a new document names: its own first, then IPTC's and the library's.

    Not that where its alias is somebody else's.
    """
    chosen = [each for each in values if each != OWN_CATALOG]
    named = any(each.href and is_iptc_catalog(each.href) for each in chosen)
    own = () if is_foreign(chosen) else (OWN_CATALOG,)
    return (*chosen, *(() if named else (IPTC_CATALOG,)), *own)


def hidden_catalogs(found: tuple[Catalog, ...]) -> tuple[Catalog, ...]:
    """The catalogues of a new document less those that every such document names."""
    if found[-2:] == DEFAULT_CATALOGS:
        return found[:-2]
    return found[:-1] if found[-1:] == (OWN_CATALOG,) else found
