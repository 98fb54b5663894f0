"""Namespaces, codes and fillers.

The codes of the IPTC NewsCodes that have a word of their own in the model, with the aliases of
IPTC's catalogue; and this library's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from newsmodel.model import Audio, Catalog, Concept, Image, Kind, Media, Video
from newsmodel.model.gathering.own_codes import OWN_CATALOG
from newsmodel.model.vocabulary import term

FORMAT = "newsml"
NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
PLUS = "http://ns.useplus.org/ldf/vocab/"
"""Where the codes of PLUS for data mining are (PLUS, Licence Data Format)."""
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
"""The element of another standard that signs an item."""
DATA_NAMESPACE = "urn:x-newsmodel:data"
"""Namespace of the element that holds the data island."""

STANDARD_VERSION = "2.35"
IPTC_CATALOG = Catalog(href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml")
DEFAULT_CATALOGS = (IPTC_CATALOG, OWN_CATALOG)
_IPTC = re.compile(
    r"https?://(www\.)?iptc\.org/std/catalog/catalog\.IPTC-G2-Standards_\d+\.xml", re.IGNORECASE
)
"""Addresses of the versions of IPTC's catalogue. All are read as the one in the package."""


def is_iptc_catalog(href: str) -> bool:
    """Whether an address is that of a version of IPTC's catalogue."""
    return _IPTC.fullmatch(href.strip()) is not None


QCODE = re.compile(r"[^\s:]+:\S+")
"""A qualified code (NewsML-G2 2.35: `QCodeType`)."""

HIERARCHY = re.compile(r"[\w.-]+:[\w.:-]+(?: [\w.-]+:[\w.:-]+)*", re.ASCII)
"""Codes from the top of a hierarchy down (NewsML-G2 2.35: `xs:NMTOKENS`)."""

NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""Filler for a time the standard demands and nobody gave."""
NO_PROVIDER = Concept(qcode="nm:unknown")
"""Filler for the provider the standard demands."""
NO_KIND = Concept(qcode="ninat:text")
"""Filler for the kind the standard demands: what has no code is read as text."""

OWN_GENERATOR = "newsmodel"
"""The program that news items written anew name as theirs."""

KIND_OF = {kind.value: kind for kind in Kind} | {
    "graphics": Kind.GRAPHIC, "photo": Kind.PICTURE, "image": Kind.PICTURE,
}  # fmt: skip
MEDIA: dict[Kind, tuple[str, type[Media]]] = {
    Kind.PICTURE: ("images", Image),
    Kind.GRAPHIC: ("images", Image),
    Kind.VIDEO: ("videos", Video),
    Kind.AUDIO: ("audios", Audio),
}
"""The fields and classes of what items of a kind are about."""
ABSENT = {
    "kind_code": "itemMeta/no-itemClass",
    "provider": "itemMeta/no-provider",
    "version_created": "itemMeta/no-versionCreated",
}
"""Fields that the standard demands, and what says of an item that was read that it had none."""
NO_META = "newsItem/no-itemMeta"
"""Says of an item that was read that it had not even the section they stand in."""
FIELD_OF = {cls: name for name, cls in MEDIA.values()}
"""The field of an article that holds media of a class."""

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
SUMMARIES = frozenset({"summary", "abstract", "intro"})
"""What descriptions are called that are the summary, by agencies in schemes of their own."""
NOT_PUBLIC = "nm:nonpublic"
OWN_WORDS = ("altText nonpublic speaker translatedFrom translator unknown").split()
"""What the library has codes of its own for, in documents."""
OWN_CODE = re.compile(r'(?<==")nm:(?=([\w-]+)")')
"""The alias in what may be a code of the library's, where it is the value of an attribute."""
_WORD = re.compile(r"[^\W\d_][\w-]*")


def known_code(word: str) -> str:
    """The code of IPTC's for a word of the model; any other word as it is."""
    return _WORDS.get(word, word)


def own_code(word: str) -> str:
    """The library's own code for a plain word that has no other; anything else as it is."""
    return f"nm:{word}" if _WORD.fullmatch(word) and word not in _WORDS else word


def word(code: str | None) -> str | None:
    """The word of the model for a code; other codes stay as they are."""
    return None if code is None else _CODES.get(code, code)


def of_any_scheme(words: Iterable[str]) -> Callable[[str], str | None]:
    """How codes and addresses are read that say one of some words, in whatever scheme."""
    known = {word.lower(): word for word in words}
    return lambda code: known.get(term(code))


type_said = of_any_scheme(_TYPES)
"""The type of a concept that a code or an address says; None for any other."""
rendition_said = of_any_scheme(_RENDITIONS)
"""The role of a file that a code or an address says; None for any other."""


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
_AUTHORITY = re.compile(r"//[^/?#]*:(?!\d*(?:[/?#]|$))")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


_COMMON_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[^]/#%[]*|//[^]#%:[]*)")
"""Addresses that are surely well-formed: most are told from the rest in one look."""


def is_uri(value: str) -> bool:
    """Whether an address has a form the schema takes (XML Schema: `anyURI`)."""
    return bool(_COMMON_URI.fullmatch(value)) or is_rare_uri(value)


def is_address(word: str) -> bool:
    """Whether a word that may be a code or an address is an address."""
    return "://" in word or word.startswith("urn:")


def is_rare_uri(value: str) -> bool:
    """The same, for addresses of any kind."""
    scheme, colon, _ = re.split(r"[/?#]", value, maxsplit=1)[0].partition(":")
    return not (
        "[" in value
        or "]" in value
        or value.count("#") > 1
        or (colon and not _SCHEME.fullmatch(scheme))
        or _BAD_ESCAPE.search(value)
        or _AUTHORITY.search(value)
    )


LINES = frozenset(
    "name keyword slugline creditline altId profile generator fileName title headline dateline by"
    " sender transmitId origin destination channel line".split()
)
"""Elements whose text is one line: NewsML-G2 2.35 allows no line ends in some (`IntlStringType`),
and no line breaks in the others (`Label1Type`)."""
WITH_BREAKS = frozenset("definition note description copyrightNotice usageTerms".split())
"""Elements whose text may hold line breaks (NewsML-G2 2.35: `BlockType` and its kin)."""


def is_line(value: str) -> bool:
    """Whether a value is a single line (NewsML-G2 2.35: `g2normalizedString`)."""
    return "\n" not in value and "\t" not in value


def is_name(value: str) -> bool:
    """Whether a value is an id (XML Schema: `NCName`, of plain letters)."""
    return _NAME.fullmatch(value) is not None


def are_names(value: str) -> bool:
    """Whether a value is ids with a space between (XML Schema: `IDREFS`)."""
    return all(map(is_name, value.split(" ")))


_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def are_qcodes(value: str) -> bool:
    """Whether a value is qualified codes (NewsML-G2 2.35: `QCodeListType`)."""
    return all(QCODE.fullmatch(each) for each in value.split(" "))


def says_not_public(role: str | None) -> bool:
    """Whether the role of a text or a file says that it is not for readers, in whatever scheme."""
    return role is not None and "nonpublic" in role.lower()
