"""Attributes that rules of the lint look at, and what mostly stands there.

The walk tests each attribute once. What is usual passes, and costs nothing more; what is not is
checked a second time and noted for the rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.newsml.conformance.datatypes import Test
from newsmodel.formats.newsml.names import STANDARD_VERSION

__all__ = ["ADDRESSES", "HARMLESS", "NEWEST", "SINCE", "USUAL", "VERSIONS", "leads", "seldom"]

NEWEST = int(STANDARD_VERSION.partition(".")[2])
"""The minor version by which documents are checked."""
VERSIONS = frozenset(f"2.{minor}" for minor in range(NEWEST + 1))
SINCE: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("schemecreated", "schememodified", "schemeretired"), 29),
        **dict.fromkeys(("residrefformat", "residrefformaturi"), 30),
        **dict.fromkeys(("authoritystatus", "authoritystatusuri"), 32),
    }
)
"""The minor version of the standard that brought an attribute, as far as its schema and IPTC's
change requests 212 and 216 say so."""


def seldom(_: str) -> bool:
    """What is usual in an attribute that is seldom there: nothing."""
    return False


USUAL: Mapping[str, Test] = MappingProxyType(
    {
        "href": re.compile(r"https?://[\w.~/?=&;,+-]*", re.ASCII).fullmatch,
        "guid": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+").fullmatch,
        "standard": frozenset({"NewsML-G2"}).__contains__,
        "standardversion": VERSIONS.__contains__,
        "conformance": frozenset({"core", "power"}).__contains__,
        "contenttype": frozenset(
            "application/xhtml+xml application/nitf+xml text/plain text/html image/jpeg image/png"
            " video/mp4 audio/mpeg".split()
        ).__contains__,
        **dict.fromkeys(
            ("guidref", "hreftype", "pubconstraint", "pubconstrainturi", "uri", "wordcount"), seldom
        ),
        **dict.fromkeys(SINCE, seldom),
    }
)
"""For attributes that rules look at the test for what needs no look."""

ADDRESSES = frozenset(
    "href src action formaction data poster cite background {http://www.w3.org/1999/xlink}href"
    .split()
)  # fmt: skip
"""Attributes that hold an address, in pages and the like."""
_LEADING = frozenset({*ADDRESSES, "srcdoc", "http-equiv"})
HARMLESS = frozenset("class id style title alt width height rel target colspan".split())
"""Attributes of pages that say nothing to a rule."""


def leads(names: Sequence[str]) -> bool:
    """Whether an element of a page leads elsewhere, or says what to do when something happens.

    Names are taken as HTML takes them, in any case.
    """
    return _leading[" ".join(names)]


def _lead(names: str) -> bool:
    said = f" {names.lower()}"
    return " on" in said or not _LEADING.isdisjoint(said.split(" "))


_leading = Remembered(_lead)
