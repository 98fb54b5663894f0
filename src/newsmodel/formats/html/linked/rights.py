"""Rights, and how a thing came to be."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.formats._shared.urls import written_link
from newsmodel.formats.html.linked.nodes import Node, node, several
from newsmodel.formats.html.linked.things import organisation
from newsmodel.model import Provenance, Rights, Text

__all__ = ["digital_source", "rights"]

_SOURCES = frozenset(
    "algorithmicMedia algorithmicallyEnhanced compositeCapture composite compositeSynthetic "
    "compositeWithTrainedAlgorithmicMedia dataDrivenMedia digitalArt digitalCapture "
    "humanEdits minorHumanEdits multiFrameComputationalCapture negativeFilm positiveFilm print "
    "screenCapture trainedAlgorithmicMedia virtualRecording".split()
) - {"humanEdits"}
"""IPTC's digital source types of which schema.org knows a member."""


def rights(value: Rights | None, language: str | None) -> Node:
    """The properties that say whose it is and what may be done with it."""
    if value is None:
        return {}
    terms = several([_terms(term) for term in value.usage_terms])
    return node(
        None,
        copyrightHolder=organisation(value.holder, language),
        copyrightNotice=several([notice.value for notice in value.notices]),
        license=_linked(value, "license"),
        acquireLicensePage=_linked(value, "acquirelicensepage"),
        usageInfo=terms,
    )


def _terms(value: Text) -> Node:
    """Terms of use, and the page that says them in full."""
    return node("CreativeWork", text=value.value, url=written_link(value.href or "") or None)


def _linked(value: Rights, rel: str) -> str | None:
    hrefs = (link.href for link in value.links if _said(link.rel) == rel and link.href)
    written = (written_link(href) for href in hrefs)
    return next((address for address in written if address and "://" in address), None)


def _said(rel: str | None) -> str:
    return (rel or "").rpartition(":")[2].lower().replace("-", "")


def digital_source(values: Iterable[Provenance]) -> str | list[str] | None:
    """How it was made, as schema.org names IPTC's digital source types."""
    codes = ((each.digital_source_type or "").rpartition("/")[2] for each in values)
    known = [code.rpartition(":")[2] for code in codes]
    found: str | list[str] | None = several(
        dict.fromkeys(
            f"https://schema.org/{code[0].upper()}{code[1:]}DigitalSource"
            for code in known
            if code in _SOURCES
        )
    )
    return found
