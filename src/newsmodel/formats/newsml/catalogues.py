"""Catalogues as elements and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsmodel.formats.newsml.attributes import attributes, same
from newsmodel.formats.newsml.leaves import Items, remembering
from newsmodel.formats.newsml.names import (
    DEFAULT_CATALOGS,
    IPTC_CATALOG,
    OWN_CATALOG,
    is_iptc_catalog,
)
from newsmodel.formats.newsml.reading import (
    Element,
    N,
    Reading,
    attributes_in,
    label_in,
    no_text,
    nothing_in,
    tails,
)
from newsmodel.formats.newsml.writing import Inexact, element, is_id, labels, uri
from newsmodel.model import Catalog, Scheme
from newsmodel.model.base import maker

_MAKE_CATALOG = maker(Catalog)
_MAKE_SCHEME = maker(Scheme)
_BY_ADDRESS, _SCHEME_TAG = f"{N}catalogRef", f"{N}scheme"
_REFERENCE = attributes({"href": ("href", same)})
_SCHEME = attributes({"alias": ("alias", same), "uri": ("uri", same)})
_LABELS = {"name": "names", "definition": "definitions", "note": "notes"}
_FIELDS: dict[Any, str] = {f"{N}{name}": field for name, field in _LABELS.items()}


def catalog(value: Catalog) -> str:
    """A catalogue as an element."""
    if value.href is not None:
        if value.schemes:
            raise Inexact
        return element("catalogRef", "", [("href", uri(value.href))])
    if not value.schemes:
        raise Inexact
    return element("catalog", "".join(map(_scheme, value.schemes)))


def _scheme(value: Scheme) -> str:
    inside = "".join([labels(name, getattr(value, field)) for name, field in _LABELS.items()])
    return element("scheme", inside, [("alias", is_id(value.alias)), ("uri", uri(value.uri))])


@remembering
def catalog_in(node: Element, items: Items, reading: Reading) -> Catalog:
    """A catalogue from an element."""
    if node.tag == _BY_ADDRESS:
        fields = attributes_in(node, _REFERENCE, reading, items)
        reading.inexact |= "href" not in fields
        nothing_in(node, reading)
        return _MAKE_CATALOG(**fields)
    schemes = [_scheme_in(each, reading) for each in node]
    reading.leave_attributes(node)
    no_text(node, reading)
    tails(node, reading)
    return _MAKE_CATALOG(schemes=tuple(scheme for scheme in schemes if scheme is not None))


def _scheme_in(node: Element, reading: Reading) -> Scheme | None:
    fields = attributes_in(node, _SCHEME, reading)
    if node.tag != _SCHEME_TAG or len(fields) < 2:
        reading.inexact = True
        return None
    no_text(node, reading)
    tails(node, reading)
    for child in node:
        field = _FIELDS.get(child.tag)
        if field is None:
            reading.leave(child)
        else:
            fields[field] = (*fields.get(field, ()), label_in(child, reading))
    return _MAKE_SCHEME(**fields)


def shown_catalogs(values: Sequence[Catalog]) -> tuple[Catalog, ...]:
    """The catalogues a new document names: its own first, then IPTC's and the library's."""
    chosen = [each for each in values if each != OWN_CATALOG]
    named = any(each.href and is_iptc_catalog(each.href) for each in chosen)
    return (*chosen, *(() if named else (IPTC_CATALOG,)), OWN_CATALOG)


def hidden_catalogs(found: tuple[Catalog, ...]) -> tuple[Catalog, ...]:
    """The catalogues of a new document less those that every such document names."""
    if found[-2:] == DEFAULT_CATALOGS:
        return found[:-2]
    return found[:-1] if found[-1:] == (OWN_CATALOG,) else found
