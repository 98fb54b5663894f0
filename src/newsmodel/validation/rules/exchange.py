"""Rules about what another newsroom's system needs."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.model import Concept, Link, Media, Rendition, Severity, Status
from newsmodel.validation.base import EXCHANGE, Finding, rule, shortened
from newsmodel.validation.naming import is_known
from newsmodel.validation.story import Story


@rule("version-missing", EXCHANGE, source="NewsML-G2 2.35, version", example='headline="Ferry"')
def version_missing(story: Story) -> Iterable[Finding]:
    """A correction or a kill replaces a lower version, so each has a number."""
    if story.article.version is None:
        yield "$.version", "the version is not given: count it up from 1"


@rule(
    "version-time-missing",
    EXCHANGE,
    source="NewsML-G2 2.35, versionCreated",
    example='headline="Ferry"',
)
def version_time_missing(story: Story) -> Iterable[Finding]:
    """Receivers sort by the moment a version was made."""
    if story.article.version_created is None:
        yield "$.version_created", "when this version was made is not given: set it"


@rule(
    "provider-missing",
    EXCHANGE,
    source="NewsML-G2 2.35, provider",
    example='headline="Ferry"',
)
def provider_missing(story: Story) -> Iterable[Finding]:
    """Receivers want to know who answers for it."""
    if not (is_known(story.article.provider) or is_known(story.article.publisher)):
        yield "$.provider", "who sends it is not given: set `provider`"


@rule(
    "subject-missing",
    EXCHANGE,
    severity=Severity.INFO,
    source="NewsML-G2 2.35, subject",
    example='headline="Ferry"',
)
def subject_missing(story: Story) -> Iterable[Finding]:
    """Desks get what they asked for by subject."""
    article = story.article
    if article.status is not Status.CANCELED and not (article.subjects or article.keywords):
        yield "$.subjects", "it has no subject: add one, best of a published vocabulary"


@rule(
    "concept-empty",
    EXCHANGE,
    source="NewsML-G2 2.35, concept-valued properties",
    example='subjects=[Concept(type="person")]',
    about=Concept,
)
def concept_empty(story: Story) -> Iterable[Finding]:
    """A subject without a code or a name says nothing."""
    for spot in story.all(Concept):
        if not is_known(spot.node):
            yield spot.path, "it has neither code nor name: give one, or take it out"


@rule(
    "code-malformed",
    EXCHANGE,
    severity=Severity.ERROR,
    source="NewsML-G2 2.35, QCodeType",
    example='subjects=[Concept(qcode="politics")]',
    about=Concept,
)
def code_malformed(story: Story) -> Iterable[Finding]:
    """A code is the alias of its scheme, a colon, and a code of that scheme."""
    for spot in story.all(Concept):
        code = spot.node.qcode
        if code is not None and not _well_formed(code):
            yield (
                f"{spot.path}.qcode",
                (
                    f"{shortened(code)} is not alias:code, such as medtop:20000587: correct it, or "
                    "put it in `literal`"
                ),
            )


def _well_formed(code: str) -> bool:
    alias, colon, value = code.partition(":")
    return bool(alias and colon and value) and not any(map(str.isspace, alias))


@rule(
    "label-repeated",
    EXCHANGE,
    source="NewsML-G2 2.35, headline and description (role, rank)",
    example='headlines=[Text(value="Ferry", role="hl:short"), Text(value="Boat", role="hl:short")]',
)
def label_repeated(story: Story) -> Iterable[Finding]:
    """Of two of the same role and language, nobody knows which to print."""
    for version in story.versions:
        for field in ("headlines", "descriptions"):
            seen: set[tuple[str | None, ...]] = set()
            for index, text in enumerate(getattr(version.node, field)):
                key = (text.role, text.language)
                if key in seen and text.rank is None:
                    yield (
                        f"{version.path}.{field}[{index}]",
                        (
                            f"there is another one of the role {text.role!r}: give each a role or "
                            "a rank of its own"
                        ),
                    )
                seen.add(key)


@rule(
    "link-relation-missing",
    EXCHANGE,
    severity=Severity.INFO,
    source="NewsML-G2 2.35, link (rel)",
    example='links=[Link(residref="urn:example:2")]',
    about=Link,
)
def link_relation_missing(story: Story) -> Iterable[Finding]:
    """Without it nobody knows whether the other item is a picture, a source or an older version."""
    for version in story.versions:
        for index, link in enumerate(version.node.links):
            if not link.rel:
                yield (
                    f"{version.path}.links[{index}].rel",
                    'how the target relates to this is not said: set `rel`, as in "irel:seeAlso"',
                )


@rule(
    "link-target-missing",
    EXCHANGE,
    source="NewsML-G2 2.35, link",
    example='links=[Link(rel="irel:seeAlso")]',
    about=Link,
)
def link_target_missing(story: Story) -> Iterable[Finding]:
    """A link leads somewhere."""
    for spot in story.all(Link):
        if spot.node.href is None and spot.node.residref is None:
            yield spot.path, "the link leads nowhere: set `href` or `residref`"


@rule(
    "file-undescribed",
    EXCHANGE,
    severity=Severity.INFO,
    source="NewsML-G2 2.35, remoteContent",
    example='images=[Image(renditions=[Rendition(href="https://example.com/a.jpg")])]',
    about=Rendition,
)
def file_undescribed(story: Story) -> Iterable[Finding]:
    """Receivers choose a file by its type before they fetch it."""
    for spot in story.all(Rendition):
        if spot.node.content_type is None and any(isinstance(h.node, Media) for h in spot.holders):
            yield f"{spot.path}.content_type", 'its type is not given: set it, as in "image/jpeg"'
