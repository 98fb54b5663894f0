"""Running text: plain strings, and what is more than a string."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

import attrs

from newsmodel.model.checks import Size, Tag, When
from newsmodel.model.concept import Concept
from newsmodel.model.nodes import Inline, merged, text_of
from newsmodel.model.quote import QuoteFacts

if TYPE_CHECKING:
    from newsmodel.model.article import Article
    from newsmodel.model.rendition import Rendition

__all__ = [
    "Code",
    "Emphasis",
    "InlineQuote",
    "LanguageSpan",
    "LineBreak",
    "Link",
    "Mention",
    "RawInline",
    "Run",
    "Strong",
    "Subscript",
    "Superscript",
    "Time",
    "as_runs",
]

Run: TypeAlias = str | Inline
"""A run of text: a plain string, or an inline."""


def as_runs(value: Iterable[Run] | str) -> tuple[Run, ...]:
    """Running text in normal form, from a string or from runs."""
    return merged(value)


@attrs.frozen(kw_only=True, repr=False)
class InlineWithContent(Inline):
    """An inline that holds running text."""

    content: tuple[Run, ...] = attrs.field(default=(), converter=as_runs)
    """The running text it holds."""

    @property
    def text(self) -> str:
        """The plain text it holds."""
        return text_of(self.content)


@attrs.frozen(kw_only=True, repr=False)
class Emphasis(InlineWithContent):
    """Stressed text (HTML: `em`)."""


@attrs.frozen(kw_only=True, repr=False)
class Strong(InlineWithContent):
    """Important text (HTML: `strong`)."""


@attrs.frozen(kw_only=True, repr=False)
class Code(InlineWithContent):
    """Computer code (HTML: `code`)."""


@attrs.frozen(kw_only=True, repr=False)
class Subscript(InlineWithContent):
    """Text below the line (HTML: `sub`)."""


@attrs.frozen(kw_only=True, repr=False)
class Superscript(InlineWithContent):
    """Text above the line (HTML: `sup`)."""


@attrs.frozen(kw_only=True, repr=False)
class LineBreak(Inline):
    """A line break within a paragraph (HTML: `br`)."""

    @property
    def text(self) -> str:
        """A newline."""
        return "\n"


@attrs.frozen(kw_only=True, repr=False)
class Link(InlineWithContent):
    """A link to something else, in running text or beside it.

    In running text `content` is what a reader clicks; beside it (`article.links`) there is no
    content and `title` says what it leads to (NewsML-G2: `link`; HTML: `a`).
    """

    href: str | None = None
    """Address of the target."""
    residref: str | None = None
    """Id of the target, where it is a news item."""
    rel: str | None = None
    """How the target relates to this, as a code: "irel:seeAlso", "license"."""
    title: str | None = None
    """What the target is called."""
    version: Size | None = None
    """Version of the target."""
    content_type: str | None = None
    """Media type of the target."""
    hreflang: Tag | None = None
    """Language of the target."""
    rank: Size | None = None
    """Importance among its like; 1 comes first."""
    links: tuple[Link, ...] = ()
    """Further ways to the same target: a short address."""
    renditions: tuple[Rendition, ...] = ()
    """Files of the target."""
    target: Article | None = None
    """What the link says of the news item it leads to: kind, provider, status."""


@attrs.frozen(kw_only=True, repr=False)
class Mention(InlineWithContent):
    """Text that names something known: a person, an organisation, a place."""

    concept: Concept = attrs.field(factory=Concept)
    """What it names."""


@attrs.frozen(kw_only=True, repr=False)
class LanguageSpan(InlineWithContent):
    """Text in another language, or of other form (HTML: `span`; WCAG 2.2, 3.1.2)."""


@attrs.frozen(kw_only=True, repr=False)
class Time(InlineWithContent):
    """Text that tells a time, with the time itself (HTML: `time`)."""

    value: When | None = None
    """The moment or day meant."""


@attrs.frozen(kw_only=True, repr=False)
class InlineQuote(Inline, QuoteFacts):
    """Somebody's words within running text: a quotation, or a piece of one.

    Its plain text is the words between the marks as printed, so that marking a quotation in
    running text changes no character of it.
    """

    content: tuple[Run, ...] = attrs.field(default=(), converter=as_runs)
    """The words, without the marks around them."""
    marks: tuple[str, str] = ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")
    """The quotation marks as printed; "" where one is not printed."""

    @property
    def text(self) -> str:
        """The words between their marks."""
        return self.marks[0] + text_of(self.content) + self.marks[1]


@attrs.frozen(kw_only=True, repr=False)
class RawInline(Inline):
    """Markup the model has no class for, carried as it was. Never public."""

    format: str
    """The format it is written in: "xhtml", "nitf"."""
    content: str
    """The markup."""
