"""Rights, and how a thing came to be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from newsmodel.formats.html.digital import member_for
from newsmodel.formats.html.linked.nodes import Node, link, node, several
from newsmodel.formats.html.linked.things import organisation
from newsmodel.model import Provenance, Rights, Text

__all__ = ["digital_source", "rights", "targets"]


def rights(value: Rights | None, language: str | None, base: str | None) -> Node:
    """The properties that say whose it is and what may be done with it.

    Args:
        value: the rights.
        language: the language of the page.
        base: its address, by which relative addresses become whole.
    """
    if value is None:
        return {}
    terms = several([_terms(term, base) for term in value.usage_terms])
    return node(
        None,
        copyrightHolder=organisation(value.holder, language),
        copyrightNotice=several([notice.value for notice in value.notices]),
        license=_linked(value, "license", base),
        acquireLicensePage=_linked(value, "acquirelicensepage", base),
        usageInfo=terms,
    )


def _terms(value: Text, base: str | None) -> Node:
    """Terms of use, and the page that says them in full."""
    return node("CreativeWork", text=value.value, url=link(value.href, base))


def _linked(value: Rights, rel: str, base: str | None) -> str | None:
    return next((address for address in targets(value, rel, base) if "://" in address), None)


def targets(value: Rights | None, rel: str, base: str | None) -> Iterator[str]:
    """Where the links of rights lead that say so, however they write it: "irel:license".

    Args:
        value: the rights.
        rel: what the links are to say.
        base: the address of the page.
    """
    for each in value.links if value else ():
        address = link(each.href, base) if _said(each.rel) == rel else None
        if address:
            yield address


def _said(rel: str | None) -> str:
    return (rel or "").rpartition(":")[2].lower().replace("-", "")


def digital_source(values: Iterable[Provenance], scopes: Collection[str]) -> Any:
    """How something was made, as schema.org names IPTC's digital source types.

    Args:
        values: what is known of it and of its parts.
        scopes: what of it counts, as `scope` names it; "" for all of it.
    """
    meant = [each for each in values if (each.scope or "").lower() in scopes]
    found = [member_for(each.digital_source_type or "") for each in meant]
    return several(dict.fromkeys(found))
