"""Rules about pictures, videos and sounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsmodel.model import (
    Audio,
    Figure,
    Image,
    ImageCaption,
    ImageRole,
    Media,
    Severity,
    Status,
    Video,
)
from newsmodel.model.article import LanguageVersion
from newsmodel.model.tree import nodes_in
from newsmodel.validation.alt_texts import says_nothing, says_same
from newsmodel.validation.base import (
    ACCESSIBLE,
    CONSISTENT,
    EXCHANGE,
    PUBLISHABLE,
    SEARCH,
    Finding,
    rule,
)
from newsmodel.validation.naming import is_owned, printed_name
from newsmodel.validation.story import Spot, Story

_FEWEST_PIXELS = 50_000

PICTURE = 'images=[Image(id="urn:example:2")]'


@rule(
    "figure-unresolved",
    CONSISTENT,
    severity=Severity.ERROR,
    example='body=[Figure(image_id="urn:example:2")]',
    about=Figure,
)
def figure_unresolved(story: Story) -> Iterable[Finding]:
    """A figure shows something the article has."""
    known = {spot.node.id for spot in story.media}
    for version in story.texts:
        for spot in version.all(Figure):
            if spot.node.image_id not in known:
                yield (
                    f"{spot.path}.image_id",
                    (
                        f"no image, video or audio has the id {spot.node.image_id!r}: add it, or "
                        "correct the id"
                    ),
                )


@rule(
    "credit-missing",
    PUBLISHABLE,
    EXCHANGE,
    example=PICTURE,
    about=(Image, Video, Audio),
)
def credit_missing(story: Story) -> Iterable[Finding]:
    """Who made or sent a picture is named."""
    for spot in story.media:
        if not any(words.strip() for words in _credits(spot.node)):
            yield spot.path, "nobody is credited: set `credit`, or the credit of a caption"


def _credits(media: Media) -> Iterator[str]:
    """What may say who made or sent a medium."""
    yield from (media.credit or "", printed_name(media.creator))
    for caption in media.captions:
        yield from (caption.credit or "", *caption.photographers, *caption.agencies)


@rule(
    "caption-missing",
    PUBLISHABLE,
    EXCHANGE,
    example='language="en", ' + PICTURE,
    about=Image,
)
def caption_missing(story: Story) -> Iterable[Finding]:
    """A caption tells readers what they see, and that nobody can guess."""
    for spot in story.images:
        if not any(map(_is_worded, spot.node.captions)):
            yield spot.path, "there is no caption: say who and what the picture shows, where, when"
        else:
            yield from _uncaptioned(spot, story)


def _is_worded(caption: ImageCaption) -> bool:
    return bool((caption.text or caption.printed or "").strip())


def _uncaptioned(spot: Spot[Image], story: Story) -> Iterator[Finding]:
    """The languages of versions in which nothing is told of a picture, as it is in others.

    That a translation has no caption of its own at all is `caption-untranslated`.
    """
    captions, own = spot.node.captions, story.article.language
    untold = own and story.caption_for(story.versions[0], spot.node) is None
    if untold and not _is_for_translations(spot.node, story):
        yield f"{spot.path}.captions", f"there is no caption in {own!r}, the article's language"
    found = (story.caption_for(version, spot.node) for version in story.versions)
    for index in dict.fromkeys(captions.index(c) for c in found if c and not _is_worded(c)):
        tag = captions[index].language
        there = f" in {tag!r}" if tag else ""
        yield (
            f"{spot.path}.captions[{index}].text",
            f"there is no caption{there}, as there is in another language: translate it",
        )


def _is_for_translations(image: Image, story: Story) -> bool:
    """Whether a picture stands in the text of a translation alone."""

    def stands_in(version: LanguageVersion) -> bool:
        return any(isinstance(n, Figure) and n.image_id == image.id for n in nodes_in(version.body))

    return any(map(stands_in, story.article.translations)) and not stands_in(story.article)


@rule(
    "alt-text-missing",
    PUBLISHABLE,
    ACCESSIBLE,
    source="WCAG 2.2, 1.1.1",
    example='language="en", ' + PICTURE,
    about=Image,
)
def alt_text_missing(story: Story) -> Iterable[Finding]:
    """Those who cannot see a picture are told what it shows; "" says that it is mere ornament."""
    for spot in story.images:
        caption = story.caption_for(story.versions[0], spot.node)
        if caption is None or caption.alt_text is None:
            yield (
                spot.path,
                "it has no alternative text: say what the picture shows, in `alt_text`",
            )
        elif caption.alt_text.strip() and story.article.translations:
            yield from _untold_in_translation(spot, story)


def _untold_in_translation(spot: Spot[Image], story: Story) -> Iterator[Finding]:
    """The captions for readers of translations that leave the alternative text out."""
    captions = spot.node.captions
    for index in dict.fromkeys(
        captions.index(caption)
        for version, _ in story.translations
        if version.language and (caption := story.caption_for(version, spot.node))
    ):
        if captions[index].alt_text is None:
            yield (
                f"{spot.path}.captions[{index}].alt_text",
                (
                    f"there is no alternative text in {captions[index].language!r}, as there is in "
                    "the article's language: translate it"
                ),
            )


@rule(
    "alt-text-repeats-caption",
    PUBLISHABLE,
    ACCESSIBLE,
    source="HTML, 4.8.4.4 (requirements for alternative text)",
    example='images=[Image(captions=[ImageCaption(text="A ferry", alt_text="A ferry")])]',
    about=ImageCaption,
    over="alternative_texts",
)
def alt_text_repeats_caption(story: Story) -> Iterable[Finding]:
    """Screen readers read both aloud: the same words twice help nobody."""
    for spot in story.alternative_texts:
        caption = spot.node
        if says_same(caption.alt_text or "", caption.text, caption.printed):
            yield (
                f"{spot.path}.alt_text",
                (
                    "it says the same as the caption: say what is seen, and leave who and why to "
                    "the caption"
                ),
            )


@rule(
    "alt-text-says-nothing",
    PUBLISHABLE,
    ACCESSIBLE,
    source="WCAG 2.2, failure F30",
    example='images=[Image(captions=[ImageCaption(alt_text="IMG_2041.jpg")])]',
    about=ImageCaption,
    over="alternative_texts",
)
def alt_text_says_nothing(story: Story) -> Iterable[Finding]:
    """A file's name, the word for picture, or blanks tell nobody what is seen."""
    for spot in story.alternative_texts:
        alt = (spot.node.alt_text or "").strip()
        if not alt:
            remedy = 'say what the picture shows, or set it to "" where it is mere ornament'
            yield f"{spot.path}.alt_text", f"it consists of blanks: {remedy}"
        elif says_nothing(alt):
            yield f"{spot.path}.alt_text", f"{alt!r} says nothing: say what the picture shows"


@rule(
    "media-rights-missing",
    PUBLISHABLE,
    EXCHANGE,
    severity=Severity.INFO,
    source="NewsML-G2 2.35, rightsInfo",
    example=PICTURE,
    about=(Image, Video, Audio),
)
def media_rights_missing(story: Story) -> Iterable[Finding]:
    """Whoever prints a picture must know that they may."""
    for spot in story.media:
        if not is_owned(spot.node.rights):
            yield (
                spot.path,
                "who holds the rights is not said: set `rights`, with a holder or a notice",
            )


@rule(
    "media-file-missing",
    PUBLISHABLE,
    EXCHANGE,
    example=PICTURE,
    about=(Image, Video, Audio),
)
def media_file_missing(story: Story) -> Iterable[Finding]:
    """A picture without a file cannot be shown."""
    for spot in story.media:
        if not any(r.href or r.residref for r in spot.node.renditions):
            yield spot.path, "there is no file: add a rendition with its address, `href`"


@rule(
    "media-not-usable",
    PUBLISHABLE,
    example='images=[Image(id="urn:example:2", status="withheld")], '
    'body=[Figure(image_id="urn:example:2")]',
    about=(Image, Video, Audio),
    over="withheld",
)
def media_not_usable(story: Story) -> Iterable[Finding]:
    """What may not be used is not shown."""
    for spot in story.shown_media:
        media = spot.node
        if media.status is not Status.USABLE:
            yield (
                f"{spot.path}.status",
                (
                    f"it is {media.status.value}, yet the article shows it: take it out, or ask "
                    "the agency"
                ),
            )


@rule(
    "lead-image-repeated",
    CONSISTENT,
    example='images=[Image(id="urn:example:2", role="lead"), '
    'Image(id="urn:example:3", role="lead")]',
    about=Image,
)
def lead_image_repeated(story: Story) -> Iterable[Finding]:
    """One picture leads."""
    leads = [spot for spot in story.all(Image) if spot.node.role is ImageRole.LEAD]
    for spot in leads[1:]:
        yield (
            f"{spot.path}.role",
            f"{leads[0].path} leads already: make this one inline or gallery",
        )


@rule(
    "caption-repeated",
    CONSISTENT,
    example='images=[Image(captions=[ImageCaption(language="en", text="A ferry"), '
    'ImageCaption(language="en", text="A boat")])]',
    about=(Image, Video, Audio),
)
def caption_repeated(story: Story) -> Iterable[Finding]:
    """There is one caption for each language, or nobody knows which is printed."""
    for spot in story.media:
        if spot.node.id in story.stand_ins.values():
            continue  # that of the text comes first, that of the item behind it
        seen: set[str | None] = set()
        for index, caption in enumerate(spot.node.captions):
            if caption.language in seen:
                there = f"in {caption.language!r}" if caption.language else "without a language"
                yield (
                    f"{spot.path}.captions[{index}]",
                    f"there is another caption {there}: drop one, or set its language",
                )
            seen.add(caption.language)


@rule(
    "lead-image-missing",
    SEARCH,
    source="Google Search Central, Article structured data: image",
    example='headline="Ferry to sail again"',
)
def lead_image_missing(story: Story) -> Iterable[Finding]:
    """Articles with a picture are shown larger in search results."""
    if not story.article.images:
        yield "$.images", "there is no picture: add one that stands for the article"


@rule(
    "lead-image-small",
    SEARCH,
    source="Google Search Central, Article structured data: image",
    example='images=[Image(renditions=[Rendition(href="https://example.com/a.jpg", width=150, '
    "height=100)])]",
    about=Image,
)
def lead_image_small(story: Story) -> Iterable[Finding]:
    """Search engines pass over pictures of less than 50,000 pixels."""
    lead = story.article.lead_image
    sizes = [(r.width or 0) * (r.height or 0) for r in lead.renditions] if lead else []
    if sizes and all(sizes) and max(sizes) < _FEWEST_PIXELS:
        where = f"$.images[{story.article.images.index(lead)}].renditions" if lead else "$.images"
        yield (
            where,
            (
                f"its largest file has {max(sizes)} pixels: add one of at least 50,000, better of "
                "1200 pixels in width"
            ),
        )


def described(spot: Spot[Image]) -> Iterator[str]:
    """The words that are printed with a picture."""
    for caption in spot.node.captions:
        yield from filter(None, (caption.text, caption.credit, caption.printed))
    if spot.node.credit:
        yield spot.node.credit
