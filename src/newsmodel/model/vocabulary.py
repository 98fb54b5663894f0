"""The closed vocabularies of the model, where the trade has agreed on a list of words."""

from enum import StrEnum

__all__ = [
    "Access",
    "CorrectionKind",
    "Direction",
    "HeaderScope",
    "ImageRole",
    "Kind",
    "PlaceKind",
    "QuoteKind",
    "RowSection",
    "SectionKind",
    "Status",
    "TranslationMethod",
    "Word",
    "term",
]


def term(code: str | None) -> str:
    """What a code says whatever its scheme is called, in small letters.

    It is what stands behind the alias of a code or the last slash of an address: feeds give one
    scheme many aliases and its address, and have schemes of their own with the same words.
    """
    return (code or "").replace("/", ":").rpartition(":")[2].lower()


class Word(StrEnum):
    """A word of a closed vocabulary; prints as the name by which code refers to it."""

    def __repr__(self) -> str:
        """The expression that names it: `Kind.TEXT`."""
        return f"{type(self).__name__}.{self.name}"


class Kind(Word):
    """What sort of news an item is (IPTC NewsCodes: news item nature)."""

    TEXT = "text"
    PICTURE = "picture"
    GRAPHIC = "graphic"
    VIDEO = "video"
    AUDIO = "audio"
    COMPOSITE = "composite"


class SectionKind(Word):
    """What sort of part of a body a section is (HTML: sections and grouping content)."""

    SECTION = "section"
    HEADER = "header"
    FOOTER = "footer"
    ARTICLE = "article"
    ASIDE = "aside"
    MAIN = "main"
    NAVIGATION = "nav"
    DIVISION = "div"
    """A part without a meaning of its own."""


class Status(Word):
    """Whether news may be used (IPTC NewsCodes: publishing status)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class ImageRole(Word):
    """Where a picture stands in its article."""

    LEAD = "lead"
    INLINE = "inline"
    GALLERY = "gallery"


class QuoteKind(Word):
    """What sort of quotation it is."""

    DIRECT = "direct"
    """The speaker's words, a sentence or more."""
    PARTIAL = "partial"
    """Some of the speaker's words inside the writer's own sentence."""
    PULL = "pull"
    """Words of the article itself, repeated large to catch the eye."""


class CorrectionKind(Word):
    """What a correction notice does."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    RETRACTION = "retraction"
    UPDATE = "update"
    EDITORS_NOTE = "editors-note"


class Access(Word):
    """Who may read without paying."""

    FREE = "free"
    METERED = "metered"
    PAID = "paid"


class TranslationMethod(Word):
    """How a translation was made."""

    HUMAN = "human"
    MACHINE = "machine"
    MACHINE_EDITED = "machine-edited"
    """By machine, then gone over by a person."""


class Direction(Word):
    """The way a script runs (HTML: the `dir` attribute)."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"
    AUTO = "auto"


class PlaceKind(Word):
    """What sort of place it is (NewsML-G2: `geoAreaDetails`, `POIDetails`)."""

    AREA = "area"
    POINT = "poi"
    """A point of interest: a building, a venue."""


class RowSection(Word):
    """The part of a table a row belongs to."""

    HEAD = "head"
    BODY = "body"
    FOOT = "foot"


class HeaderScope(Word):
    """The cells of a table that a header cell names (HTML: the `scope` attribute)."""

    ROW = "row"
    COLUMN = "col"
    ROWS = "rowgroup"
    """The rest of its part of the table."""
    COLUMNS = "colgroup"
    """The columns of its group."""
