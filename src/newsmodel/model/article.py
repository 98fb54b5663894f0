"""Articles and their translations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

import attrs

from newsmodel.errors import ArgumentError, UnknownLanguageError
from newsmodel.model.base import Model, changed, fields_of, without_id
from newsmodel.model.blocks import Heading, as_blocks
from newsmodel.model.checks import Between, Size, Tag, When, Words
from newsmodel.model.concept import Concept, RelatedConcept
from newsmodel.model.in_text import shown_media, swapped, turned
from newsmodel.model.inlines import Link
from newsmodel.model.measures import Hash, Interaction, Rating
from newsmodel.model.media import Audio, Image, Video
from newsmodel.model.nodes import Block, lines_of
from newsmodel.model.people import Contributor, Dateline
from newsmodel.model.problem import Problem
from newsmodel.model.quotations import quotes_in
from newsmodel.model.quote import Quote
from newsmodel.model.rendition import Rendition
from newsmodel.model.rights import Correction, EditorNote, Embargo, Provenance, Rights
from newsmodel.model.tags import name_one_language
from newsmodel.model.text import AlternativeText, AltId, Extension, Text, as_texts
from newsmodel.model.transmission import Catalog, Dialect, Generator, Header, Hop, Part
from newsmodel.model.tree import walk_nodes
from newsmodel.model.vocabulary import Access, ImageRole, Kind, Status, TranslationMethod
from newsmodel.model.words import count_words

__all__ = ["Article", "LanguageVersion", "Translation"]


@attrs.frozen(kw_only=True, repr=False)
class LanguageVersion(Model):
    """What one language version of an article has of its own."""

    id: str | None = None
    """Its id, unique in the world."""
    version: Size | None = None
    """Its version, counted up from 1."""
    language: Tag | None = None
    """Its language."""
    url: str | None = None
    """Address of its page."""
    headline: str | None = None
    """The headline."""
    headlines: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """Further headlines by role: kicker, subheadline, short and social ones."""
    title: str | None = None
    """A name for it in the newsroom, not meant for readers."""
    summary: str | None = None
    """The summary."""
    descriptions: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """Further descriptions by role: teaser, standfirst."""
    byline: str | None = None
    """The line that names the authors, as printed."""
    dateline: Dateline | None = None
    """Where, when and by whom it was filed, as printed before the text."""
    slugline: str | None = None
    """The slug: words that identify the story for editors."""
    body: tuple[Block, ...] = attrs.field(default=(), converter=as_blocks)
    """The text."""
    corrections: tuple[Correction, ...] = ()
    """Notices that something was changed."""
    status: Status = Status.USABLE
    """Whether it may be used."""
    status_code: Concept | None = None
    """The code its document gives for the status; it counts while it means the same."""
    signals: tuple[Concept, ...] = ()
    """Instructions to receiving systems, as codes: "sig:correction"."""
    embargo: Embargo | None = None
    """An order not to publish it yet."""
    editor_notes: tuple[EditorNote, ...] = ()
    """Notes from editors to editors."""
    rights: Rights | None = None
    """Who owns it and what others may do with it."""
    authors: tuple[Contributor, ...] = ()
    """Who wrote it."""
    contributors: tuple[Contributor, ...] = ()
    """Who else had a part in it."""
    subjects: tuple[Concept, ...] = ()
    """What it is about."""
    genres: tuple[Concept, ...] = ()
    """Its journalistic form."""
    places: tuple[Concept, ...] = ()
    """Where it was made (NewsML-G2: `located`)."""
    keywords: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """Words to find it by."""
    links: tuple[Link, ...] = ()
    """What it relates to: pages, other items, earlier versions."""
    first_created: datetime | None = None
    """When its first version was made in the newsroom's system."""
    version_created: datetime | None = None
    """When this version was made in the newsroom's system."""
    created: When | None = None
    """When the content was written."""
    modified: When | None = None
    """When the content was last changed."""
    published: datetime | None = None
    """When it was first published."""
    scheduled: datetime | None = None
    """When it is to be published."""
    expires: datetime | None = None
    """When it is to be taken down."""
    provenance: tuple[Provenance, ...] = ()
    """How it came to be, machines included."""
    ratings: tuple[Rating, ...] = ()
    """Marks it was given."""
    interactions: tuple[Interaction, ...] = ()
    """How often readers did something with it."""
    icons: tuple[Rendition, ...] = ()
    """Small pictures that stand for it."""
    properties: tuple[RelatedConcept, ...] = ()
    """What else its provider says of its content (NewsML-G2: `contentMetaExtProperty`). Never
    public."""
    hashes: tuple[Hash, ...] = ()
    """Checksums of the item, or of a part of it."""
    item_properties: tuple[RelatedConcept, ...] = ()
    """What else its provider says of its item (NewsML-G2: `itemMetaExtProperty`). Never public."""
    source_language: Tag | None = None
    """The language it was translated from."""
    source_id: str | None = None
    """Id of the version it was translated from."""
    source_version: Size | None = None
    """Version number of the version it was translated from."""
    translators: tuple[Contributor, ...] = ()
    """Who translated it."""
    method: TranslationMethod | None = None
    """How it was translated."""
    alternatives: tuple[AlternativeText, ...] = ()
    """Other texts of the same content, as its document brought them: shorter, plain, in another
    language, not public."""
    alt_ids: tuple[AltId, ...] = ()
    """Its other identifiers."""
    extensions: tuple[Extension, ...] = ()
    """What its source said that the model has no field for."""

    @property
    def text(self) -> str:
        """The body as plain text, a block a line: no captions, no embeds, nothing non-public."""
        return lines_of(self.body)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body, in order."""
        found = (node for _, node in walk_nodes(self.body))
        return tuple(node for node in found if isinstance(node, Heading))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The marked quotations of the body, in order; pieces with one id are one quotation."""
        return quotes_in(self.body)

    @property
    def word_count(self) -> int:
        """Number of words in `text`; scripts without spaces count a word a character."""
        return count_words(self.text)


def _id_first(_: type, fields: list[attrs.Attribute[object]]) -> list[attrs.Attribute[object]]:
    return sorted(fields, key=lambda field: field.name != "id")


@attrs.frozen(kw_only=True, repr=False)
class Translation(LanguageVersion):
    """An article in another language.

    It may be known by language alone: a page's language switcher names versions that nobody has
    sent yet.
    """

    item: Article | None = attrs.field(default=None, eq=without_id)
    """What its own news item says of the story where that is not what the article says; kept by
    `Message.gather`. Its id is the translation's: it does not count when translations are
    compared."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=_id_first)
class Article(LanguageVersion):
    """A piece of news, in one language, with its translations and pictures."""

    id: str = attrs.field()
    """Its id, unique in the world, the same for all its versions."""
    kind: Kind = Kind.TEXT
    """What sort of news it is."""
    kind_code: Concept | None = None
    """The code its document gives for the kind; it counts while it means the same."""
    role: Concept | None = None
    """The part it plays in the day's news, as a code: first take, lead, wrap-up."""
    translations: tuple[Translation, ...] = ()
    """The same article in other languages."""
    images: tuple[Image, ...] = ()
    """Its pictures, in order."""
    videos: tuple[Video, ...] = ()
    """Its videos, in order."""
    audios: tuple[Audio, ...] = ()
    """Its sounds, in order."""
    provider: Concept | None = None
    """Who sends it."""
    publisher: Concept | None = None
    """Who publishes it to readers."""
    info_sources: tuple[Concept, ...] = ()
    """Where the information comes from."""
    services: tuple[Concept, ...] = ()
    """The services it is part of."""
    section: str | None = None
    """The part of the publication it belongs to: "Politics"."""
    credit: str | None = None
    """The credit line to print with it."""
    urgency: Annotated[int, Between(1, 9)] | None = None
    """How urgent it is for editors: 1 the most, 9 the least."""
    priority: Annotated[int, Between(1, 9)] | None = None
    """How urgent its transmission is: 1 the most, 9 the least."""
    profile: str | None = None
    """The provider's name for the way the document is built."""
    file_name: str | None = None
    """Name of the file it is to be kept in."""
    generators: tuple[Generator, ...] = ()
    """The programs that had a hand in its document."""
    member_of: tuple[Concept, ...] = ()
    """The sets of items it belongs to."""
    instance_of: tuple[Concept, ...] = ()
    """The series it is an instance of."""
    audiences: tuple[Concept, ...] = ()
    """For whom it is meant."""
    excluded_audiences: tuple[Concept, ...] = ()
    """For whom it is not meant."""
    access: Access | None = None
    """Who may read it without paying."""
    sponsor: Concept | None = None
    """Who paid for it, where somebody did."""
    content_warnings: Words = ()
    """What readers are warned of."""
    assertions: tuple[Concept, ...] = ()
    """What the document asserts of the concepts it names (NewsML-G2: `assert`)."""
    catalogs: tuple[Catalog, ...] = ()
    """The catalogues its codes resolve against, as its document named them."""
    hops: tuple[Hop, ...] = ()
    """The way it took through other systems."""
    parts: tuple[Part, ...] = ()
    """What its document says of parts of the content."""
    dialect: Dialect | None = None
    """How the document it was read from was written; None for a new one."""
    message_header: Header | None = None
    """The header of the message, where it came alone in one."""
    findings: tuple[Problem, ...] = attrs.field(default=(), eq=False)
    """What the reader of its document had to guess or mend. Not part of the news: it does not
    count when articles are compared and is written nowhere."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of all its versions, its own first."""
        versions: tuple[LanguageVersion, ...] = (self, *self.translations)
        return tuple(dict.fromkeys(v.language for v in versions if v.language))

    @property
    def lead_image(self) -> Image | None:
        """The image with the role lead, else the first; None where there is none.

        Images that stand in the text of a translation alone do not count.
        """
        images = shown_media(self.images, self.body)
        leads = (image for image in images if image.role is ImageRole.LEAD)
        return next(leads, images[0] if images else None)

    def in_language(self, language: str) -> Article:
        """The article as its version in another language, the others as its translations.

        `article.in_language("uk").in_language("en")` is the English article again.

        Args:
            language: a tag; "en" finds "en-GB" too where no version is plain "en", and "he" finds
                the withdrawn "iw".

        Raises:
            UnknownLanguageError: there is no such version.
            ArgumentError: the language is no string.
        """
        if not isinstance(language, str):
            raise ArgumentError(language, "a language tag", "pass one of its `languages`")
        versions: tuple[LanguageVersion, ...] = (self, *self.translations)
        tags = [(version.language or "").lower() for version in versions]
        wanted = language.lower()
        exact = (i for i, tag in enumerate(tags) if tag == wanted)
        narrower = (i for i, tag in enumerate(tags) if tag.startswith(wanted + "-"))
        found = next(exact, next(narrower, None))
        if found is None and "-" not in wanted:
            alike = (i for i, tag in enumerate(tags) if tag and name_one_language(tag, wanted))
            found = next(alike, None)
        if found is None:
            raise UnknownLanguageError(language, self.languages)
        return exchanged(self, found - 1) if found else self


OWN = tuple(f.name for f in fields_of(LanguageVersion) if f.name != "id")
"""The fields a language version has of its own, its id left out."""

MEDIA = ("images", "videos", "audios")
"""The fields that hold media."""

STORY = tuple(
    f.name
    for f in fields_of(Article)
    if f.name not in (*OWN, *MEDIA, "id", "translations", "message_header", "findings")
)
"""The fields that belong to the story, whatever the language, media and message left out."""


def picked(source: Model, names: tuple[str, ...]) -> dict[str, Any]:
    """Some fields of an object, as constructor arguments."""
    return {name: getattr(source, name) for name in names}


def made_id(original: str, part: str | None) -> str:
    """An id for a part that has none, which tells whose part it is."""
    return f"{original}#{part or 'und'}"


def is_made_id(id: str, original: str, language: str | None) -> bool:
    """Whether an id was made for a version in that language."""
    made, _, number = id.rpartition("-")
    plain = made_id(original, language)
    return id == plain or (made == plain and number.isdecimal())


def _version_id(original: str, language: str | None, before: Iterable[Translation]) -> str:
    """An id for a version that has none, behind others that have none."""
    alike = sum(each.id is None and each.language == language for each in before)
    return made_id(original, language) + (f"-{alike + 1}" if alike else "")


def exchanged(article: Article, index: int) -> Article:
    """The article as its translation of that index, itself in that translation's place."""
    chosen, rest = article.translations[index], article.translations
    before = rest[:index]
    known = chosen.id is not None and article.id == _version_id(chosen.id, article.language, before)
    media: dict[str, Any] = {}
    kept: dict[str, Any] = {}
    for name in MEDIA:
        own = turned(getattr(article, name), article.language, chosen.language)
        theirs = getattr(chosen.item, name) if chosen.item else ()
        media[name], kept[name] = swapped(own, theirs)
    now_translation = Translation(
        id=None if known else article.id,
        item=chosen.item and Article(id=article.id, **picked(article, STORY), **kept),
        **picked(article, OWN),
    )
    return changed(
        article,
        id=_version_id(article.id, chosen.language, before) if chosen.id is None else chosen.id,
        translations=(*before, now_translation, *rest[index + 1 :]),
        **media,
        **picked(chosen.item, STORY) if chosen.item else {},
        **picked(chosen, OWN),
    )
