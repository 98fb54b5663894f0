"""Rules about what machines made, and about rights."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.model import Image, Provenance, Severity, Status, TranslationMethod
from newsmodel.validation.base import CONSISTENT, EXCHANGE, PUBLISHABLE, Finding, rule
from newsmodel.validation.naming import is_owned
from newsmodel.validation.rules.pictures import described
from newsmodel.validation.story import Story
from newsmodel.validation.vocabulary import is_machine_made, says_machine_made

_BY_MACHINE = (TranslationMethod.MACHINE, TranslationMethod.MACHINE_EDITED)


@rule(
    "machine-made-undisclosed",
    PUBLISHABLE,
    EXCHANGE,
    source="IPTC, digital source type; Regulation (EU) 2024/1689, 50",
    example='provenance=[Provenance(scope="text", digital_source_type="trainedAlgorithmicMedia")]',
    about=Provenance,
)
def machine_made_undisclosed(story: Story) -> Iterable[Finding]:
    """Readers are told what a machine made."""
    for spot in story.all(Provenance):
        made = is_machine_made(spot.node.digital_source_type)
        if made and not (spot.node.disclosure or "").strip():
            what = repr(spot.node.scope) if spot.node.scope else "a part of it"
            yield (
                f"{spot.path}.disclosure",
                f"a machine made {what} and readers are not told: say so in `disclosure`",
            )


@rule(
    "machine-translation-undeclared",
    PUBLISHABLE,
    EXCHANGE,
    source="IPTC, digital source type; Regulation (EU) 2024/1689, 50",
    example='language="en", translations=[Translation(language="uk", method="machine", '
    'headline="Пором", body=["Пором знову ходитиме."])]',
    over="derived",
)
def machine_translation_undeclared(story: Story) -> Iterable[Finding]:
    """Readers of a translation by machine know that it is one."""
    for version in story.versions:
        node = version.node
        if node.method in _BY_MACHINE and not any(p.disclosure for p in node.provenance):
            yield (
                f"{version.path}.provenance",
                (
                    "it was translated by machine and readers are not told: add a `Provenance` "
                    'with `scope="translation"` and a `disclosure`'
                ),
            )


@rule(
    "machine-made-contradicted",
    CONSISTENT,
    example='language="en", translations=[Translation(language="uk", method="human", '
    'provenance=[Provenance(scope="translation", digital_source_type="trainedAlgorithmicMedia")])]',
    about=Provenance,
)
def machine_made_contradicted(story: Story) -> Iterable[Finding]:
    """A translation is by a person or by a machine."""
    for version in story.versions:
        if version.node.method is TranslationMethod.HUMAN:
            for index, origin in enumerate(version.node.provenance):
                if origin.scope == "translation" and is_machine_made(origin.digital_source_type):
                    yield (
                        f"{version.path}.provenance[{index}]",
                        (
                            "the translation is said to be human, and here to be a machine's: "
                            "correct `method`, or this"
                        ),
                    )


@rule(
    "machine-made-unreviewed",
    PUBLISHABLE,
    severity=Severity.INFO,
    example='provenance=[Provenance(scope="text", digital_source_type="trainedAlgorithmicMedia", '
    'disclosure="Written with the help of a machine.")]',
    about=Provenance,
)
def machine_made_unreviewed(story: Story) -> Iterable[Finding]:
    """Somebody answers for what a machine made."""
    for spot in story.all(Provenance):
        if is_machine_made(spot.node.digital_source_type) and not spot.node.reviewed_by:
            yield f"{spot.path}.reviewed_by", "nobody is said to have looked it over: name who did"


@rule(
    "machine-made-picture",
    PUBLISHABLE,
    source="IPTC, digital source type",
    example='images=[Image(captions=[ImageCaption(credit="AI-generated/Example")])]',
    about=Image,
)
def machine_made_picture(story: Story) -> Iterable[Finding]:
    """What a credit gives away, programs and readers should find in its place too."""
    pictures = story.all(Image)
    if not says_machine_made("\n".join(words for spot in pictures for words in described(spot))):
        return
    for spot in pictures:
        declared = any(p.digital_source_type for p in spot.node.provenance)
        if not declared and says_machine_made("\n".join(described(spot))):
            yield (
                f"{spot.path}.provenance",
                (
                    "its credit says that a machine made it: add a `Provenance` with "
                    '`digital_source_type="trainedAlgorithmicMedia"` and a `disclosure`'
                ),
            )


@rule(
    "rights-missing",
    EXCHANGE,
    source="NewsML-G2 2.35, rightsInfo",
    example='headline="Ferry to sail again"',
)
def rights_missing(story: Story) -> Iterable[Finding]:
    """Whoever receives it must know what they may do with it."""
    article = story.article
    if article.status is not Status.CANCELED and not is_owned(article.rights):
        yield (
            "$.rights",
            "who owns it is not said: set `rights`, with a holder, a notice or terms of use",
        )
