"""Rules about translations: which there are, what they are of, and that they are whole."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.language.doubt import is_of_another
from newsmodel.language.tags import today
from newsmodel.model import (
    Figure,
    ImageCaption,
    Media,
    Severity,
    Translation,
)
from newsmodel.model.media import are_one_language
from newsmodel.validation.base import CONSISTENT, PUBLISHABLE, SEARCH, Finding, rule, shortened
from newsmodel.validation.sources import compared
from newsmodel.validation.story import Story, Version
from newsmodel.validation.untranslated import captions_left, pieces_left


@rule(
    "translation-repeated",
    CONSISTENT,
    severity=Severity.ERROR,
    example='language="en", translations=[Translation(language="uk"), Translation(language="uk")]',
    about=Translation,
)
def translation_repeated(story: Story) -> Iterable[Finding]:
    """There is one version for each language, or nobody knows which one counts."""
    seen = set()
    for version, translation in story.translations:
        tag = translation.language and today(translation.language)
        if tag and tag in seen:
            yield (
                f"{version.path}.language",
                f"there is another translation in {tag!r}: drop one of them",
            )
        seen.add(tag)


@rule(
    "translation-into-itself",
    CONSISTENT,
    severity=Severity.ERROR,
    example='language="en", translations=[Translation(language="en")]',
    about=Translation,
)
def translation_into_itself(story: Story) -> Iterable[Finding]:
    """A translation is in another language than the article."""
    own = story.article.language and today(story.article.language)
    for version, translation in story.translations:
        if own and translation.language and today(translation.language) == own:
            yield (
                f"{version.path}.language",
                f"the article itself is in {own!r}: correct the translation's language, or drop it",
            )


@rule(
    "translation-language-missing",
    CONSISTENT,
    severity=Severity.ERROR,
    example='language="en", translations=[Translation(headline="Пором знову ходитиме")]',
    about=Translation,
)
def translation_language_missing(story: Story) -> Iterable[Finding]:
    """A translation is found by its language."""
    for version, translation in story.translations:
        if translation.language is None:
            yield f"{version.path}.language", "the translation does not say its language: set it"


@rule(
    "translation-identical",
    PUBLISHABLE,
    example='language="en", body=["The ferry sails again."], '
    'translations=[Translation(language="uk", body=["The ferry sails again."])]',
    about=Translation,
    over="translated",
)
def translation_identical(story: Story) -> Iterable[Finding]:
    """What says the same word for word has not been translated."""
    seen: dict[str, str] = {}
    for version in story.texts:
        if version.text and version.text in seen:
            yield (
                f"{version.path}.body",
                f"the text is word for word that of {seen[version.text]}: translate it",
            )
        seen.setdefault(version.text, version.path)
    first, article = story.versions[0], story.article
    for version, translation in story.translated if article.language else ():
        for field in ("headline", "summary"):
            line = getattr(translation, field) or ""
            same = line == getattr(article, field)
            if same and is_of_another(line, first.language, version.language):
                yield (
                    f"{version.path}.{field}",
                    f"the {field} is word for word that of the article: translate it",
                )
    for path, words, where in (*pieces_left(story), *captions_left(story)):
        yield (
            path,
            (
                f"{shortened(words)} stands word for word in {where}: translate it, or say its "
                "`language` where it is to stay as it is"
            ),
        )


@rule(
    "translation-stale",
    CONSISTENT,
    example='language="en", version=3, '
    'translations=[Translation(language="uk", source_version=2, headline="Пором")]',
    about=Translation,
    over="derived",
)
def translation_stale(story: Story) -> Iterable[Finding]:
    """A translation of an older version may say what is no longer true."""
    for version, source, number, now in compared(story):
        if number < now:
            what = "" if source.path == "$" else f" of {source.path}"
            yield (
                version.path,
                f"it was translated from version {number}{what}, and there is {now}: update it",
            )


@rule(
    "translation-from-the-future",
    CONSISTENT,
    example='language="en", version=1, '
    'translations=[Translation(language="uk", source_version=2, headline="Пором")]',
    about=Translation,
    over="derived",
)
def translation_from_the_future(story: Story) -> Iterable[Finding]:
    """A translation cannot be of a version that is not there yet."""
    for version, source, number, now in compared(story):
        if number > now:
            what = "the article" if source.path == "$" else source.path
            yield (
                f"{version.path}.source_version",
                (
                    f"it was translated from version {number}, but {what} is version {now}: get "
                    "the newer one, or correct the number"
                ),
            )


@rule(
    "translation-source",
    CONSISTENT,
    example='language="en", '
    'translations=[Translation(language="uk", source_language="uk", headline="Пором")]',
    over="derived",
)
def translation_source(story: Story) -> Iterable[Finding]:
    """A text is translated from another language than its own."""
    for version in story.derived:
        node = version.node
        if (
            node.language
            and node.source_language
            and today(node.language) == today(node.source_language)
        ):
            yield (
                f"{version.path}.source_language",
                f"it is in {node.language!r} and says it was translated from that: correct one",
            )


@rule(
    "translation-empty",
    PUBLISHABLE,
    severity=Severity.INFO,
    example='language="en", translations=[Translation(language="uk")]',
    about=Translation,
)
def translation_empty(story: Story) -> Iterable[Finding]:
    """A version known by language alone gives nothing to read."""
    for version, translation in story.translations:
        if not translation.body and translation.url is None:
            yield version.path, "only its language is known: add its address or its text"


@rule(
    "translation-headline-missing",
    PUBLISHABLE,
    severity=Severity.ERROR,
    example='language="en", headline="Ferry", '
    'translations=[Translation(language="uk", body=["Пором знову ходитиме."])]',
    about=Translation,
    over="translated",
)
def translation_headline_missing(story: Story) -> Iterable[Finding]:
    """A text needs a headline in its own language."""
    for version, translation in story.translated:
        if not (translation.headline or "").strip():
            yield f"{version.path}.headline", "the translation has no headline: write one"


@rule(
    "translation-figures",
    PUBLISHABLE,
    example='language="en", images=[Image(id="urn:example:2")], '
    'body=["Text.", Figure(image_id="urn:example:2")], '
    'translations=[Translation(language="uk", headline="Пором", body=["Текст."])]',
    about=Translation,
    over="translated",
)
def translation_figures(story: Story) -> Iterable[Finding]:
    """Readers of a translation see as many pictures as those of the original."""
    shown = len(story.versions[0].all(Figure))
    for version, _ in story.translated if story.article.body else ():
        count = len(version.all(Figure))
        if count != shown:
            yield (
                f"{version.path}.body",
                (
                    f"the article shows {shown} figure{'s' * (shown != 1)} in its text and the "
                    f"translation {count}: put the same ones in, or switch this rule off where the "
                    "translation is shorter on purpose"
                ),
            )


@rule(
    "caption-untranslated",
    PUBLISHABLE,
    example='language="en", images=[Image(id="urn:example:2", '
    'captions=[ImageCaption(language="en", text="A ferry")])], '
    'translations=[Translation(language="uk", headline="Пором", body=["Текст."])]',
    about=Translation,
    over="translated",
)
def caption_untranslated(story: Story) -> Iterable[Finding]:
    """A caption in a language its readers do not know is none."""
    for version, translation in story.translated:
        for spot in story.media if translation.language else ():
            if _worded(spot.node.captions) and _is_foreign(spot.node, version, story):
                yield (
                    f"{spot.path}.captions",
                    (
                        f"there is no caption in {translation.language!r}, the language of "
                        f"{version.path}: translate it"
                    ),
                )


def _is_foreign(medium: Media, version: Version, story: Story) -> bool:
    """Whether no caption is in a translation's language; one without a tag is in the article's."""
    caption, own = story.caption_for(version, medium), story.versions[0].language
    if caption is None or caption.language is not None:
        return caption is None
    return own is not None and not are_one_language(own.lower(), (version.language or own).lower())


def _worded(captions: Iterable[ImageCaption]) -> bool:
    return any(caption.text or caption.alt_text for caption in captions)


@rule(
    "translation-address-missing",
    SEARCH,
    source="Google Search Central, localized versions of your pages",
    example='language="en", translations=[Translation(language="uk", headline="Пором")]',
    about=Translation,
)
def translation_address_missing(story: Story) -> Iterable[Finding]:
    """Versions that link to each other by address are shown to the readers of each language."""
    for version, translation in story.translations:
        if translation.url is None:
            yield f"{version.path}.url", "the translation has no address: set `url`"


@rule(
    "translation-address-repeated",
    CONSISTENT,
    example='language="en", url="https://example.com/a", '
    'translations=[Translation(language="uk", url="https://example.com/a")]',
    about=Translation,
)
def translation_address_repeated(story: Story) -> Iterable[Finding]:
    """Each version has a page of its own."""
    seen: dict[str, str] = {}
    for version in story.versions:
        url = version.node.url
        if url and url in seen:
            yield (
                f"{version.path}.url",
                f"it is the address of {seen[url]} too: give each version its own",
            )
        seen.setdefault(url or "", version.path)
