"""Rights, embargoes, corrections, and what a machine had to do with it."""

from __future__ import annotations

from datetime import datetime

import attrs

from newsmodel.model.base import Model
from newsmodel.model.blocks import as_blocks
from newsmodel.model.checks import Size, Tag, When
from newsmodel.model.concept import Concept, RelatedConcept
from newsmodel.model.inlines import Link
from newsmodel.model.nodes import Block, lines_of
from newsmodel.model.text import Text, as_texts
from newsmodel.model.vocabulary import CorrectionKind

__all__ = ["Correction", "EditorNote", "Embargo", "Provenance", "Rights", "RightsExpression"]


@attrs.frozen(kw_only=True, repr=False)
class RightsExpression(Model):
    """Rights in a language for machines (NewsML-G2: `rightsExpressionXML`, `…Data`)."""

    language: str
    """The rights language: "http://www.w3.org/ns/odrl/2/"."""
    content: str
    """The expression."""
    content_type: str | None = None
    """Its media type; None where it is an element of XML."""


@attrs.frozen(kw_only=True, repr=False)
class Rights(Model):
    """Who owns it and what others may do with it (NewsML-G2: `rightsInfo`)."""

    holder: Concept | None = None
    """Who holds the copyright."""
    accountable: Concept | None = None
    """Who answers for the content before the law."""
    notices: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """Copyright notices by language."""
    usage_terms: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """What may be done with it, in words, by language."""
    links: tuple[Link, ...] = ()
    """Pages that say more; `rel="license"` for a licence."""
    data_mining: str | None = None
    """What machines may do with it, as an address (PLUS vocabulary: data mining)."""
    expressions: tuple[RightsExpression, ...] = ()
    """The same for machines."""
    properties: tuple[RelatedConcept, ...] = ()
    """What else its provider says of it (NewsML-G2: `rightsInfoExtProperty`). Never public."""


@attrs.frozen(kw_only=True, repr=False)
class Embargo(Model):
    """An order not to publish yet. No embargo at all is `None` in its place."""

    until: datetime | None = None
    """When it ends; None where that is open."""


@attrs.frozen(kw_only=True, repr=False)
class Correction(Model):
    """A notice to readers that something was changed (schema.org: `CorrectionComment`)."""

    text: str | None = None
    """The notice."""
    kind: CorrectionKind = CorrectionKind.CORRECTION
    """What it does."""
    date: When | None = None
    """When it was made."""
    version: Size | None = None
    """The version it corrects."""
    language: Tag | None = None
    """Its language where it is not the article's."""


@attrs.frozen(kw_only=True, repr=False)
class EditorNote(Model):
    """A note from editors to editors (NewsML-G2: `edNote`). Never part of a page."""

    blocks: tuple[Block, ...] = attrs.field(default=(), converter=as_blocks)
    """What it says."""
    role: str | None = None
    """What it is about, as a code."""
    public: bool = True
    """False where the source forbids publishing it in so many words."""
    constraint: str | None = None
    """The code by which it does."""
    language: Tag | None = None
    """Its language where it is not the article's."""

    @property
    def text(self) -> str:
        """Its plain text."""
        return lines_of(self.blocks)


@attrs.frozen(kw_only=True, repr=False)
class Provenance(Model):
    """How something came to be, machines included (IPTC: digital source type)."""

    scope: str | None = None
    """What is meant: "text", "headline", "image", "translation"."""
    digital_source_type: str | None = None
    """Code of the way it was made: "trainedAlgorithmicMedia", "digitalCapture"."""
    tool: str | None = None
    """The tool that made it."""
    reviewed_by: str | None = None
    """Who looked it over."""
    disclosure: str | None = None
    """What readers are told about it."""
