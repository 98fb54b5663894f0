"""Namespaces, codes and fillers.

The codes of the IPTC NewsCodes that have a word of their own in the model, with the aliases of
IPTC's catalogue; and this library's own.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from newsmodel.model import Catalog, Concept, Kind, Scheme, Status

FORMAT = "newsml"
NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
DATA_NAMESPACE = "urn:x-newsmodel:data"
"""Namespace of the element that holds the data island."""

STANDARD_VERSION = "2.35"
IPTC_CATALOG = Catalog(href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml")
OWN_CATALOG = Catalog(schemes=(Scheme(alias="nm", uri="urn:x-newsmodel:code:"),))
DEFAULT_CATALOGS = (IPTC_CATALOG, OWN_CATALOG)

QCODE = re.compile(r"[^\s:]+:\S+")
"""A qualified code (NewsML-G2 2.35: `QCodeType`)."""

NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""Filler for a time the standard demands and nobody gave."""
NO_PROVIDER = Concept(qcode="nm:unknown")
"""Filler for the provider the standard demands."""

KINDS = {kind: f"ninat:{kind.value}" for kind in Kind}
KIND_OF = {code: kind for kind, code in KINDS.items()} | {"ninat:graphics": Kind.GRAPHIC}
STATUSES = {status: f"stat:{status.value}" for status in Status}
STATUS_OF = {code: status for status, code in STATUSES.items()}

_TYPES = ("abstract", "event", "geoArea", "object", "organisation", "person", "poi")
_RENDITIONS = ("highRes", "lowRes", "preview", "print", "thumb", "web")
_DESCRIPTIONS = ("caption", "summary", "teaser")

_WORDS = {
    **{word: f"cpnat:{word}" for word in _TYPES},
    **{word: f"rnd:{word}" for word in _RENDITIONS},
    **{word: f"drol:{word}" for word in _DESCRIPTIONS},
}
_CODES = {code: word for word, code in _WORDS.items()}

TRANSLATOR = "nm:translator"
ALT_TEXT = "nm:altText"
CAPTION = "drol:caption"
SUMMARY = "drol:summary"
NOT_PUBLIC = "nm:nonpublic"


def code(word: str | None) -> str | None:
    """The qualified code for a word of the model; None for what is no code at all."""
    if word is None:
        return None
    full = _WORDS.get(word, word)
    return full if QCODE.fullmatch(full) else None


def word(code: str | None) -> str | None:
    """The word of the model for a code; other codes stay as they are."""
    return None if code is None else _CODES.get(code, code)
