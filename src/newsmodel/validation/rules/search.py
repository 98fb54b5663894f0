"""Rules about what search engines ask of news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from newsmodel.model import (
    Contributor,
    Severity,
)
from newsmodel.validation.base import SEARCH, Finding, rule, shortened
from newsmodel.validation.naming import is_known, printed_name
from newsmodel.validation.story import Story

ARTICLE = "Google Search Central, Article structured data"
_LONGEST = 110
_CLUTTER = re.compile(
    r"^(?:by|written by|story by|text|foto|photo|author|autor|автор|від)[\s:]+\S"
    r"|\S@\S{1,80}\.\S|https?:|\S\s(?:and|und|et|och|og|та|и)\s\S{1,60}\s\S|[;|、]|\d{4}"
    r"|^\w+\s(?:and|und|et|och|og|та|и)\s\w+$"
    r"|\S\s\S[^,]{0,60},\s\S{1,60}\s\S"
    r"|,\s\S{0,40}(?:editor|reporter|correspondent|writer|journalist|columnist|redakt|korrespond"
    r"|rédact|redac|giornalist|periodist|кореспонд|корреспонд|журналіст|журналист)",
    re.IGNORECASE,
)

_NAME = r"[^\W\d_]\S*"
_TWO = re.compile(rf"{_NAME} {_NAME}(?: (?:y|e|i|і|й|&) | ?/ ?){_NAME} {_NAME}")
# Those of two people with a word between them that is no part of any name.
_BOTH = re.compile(
    rf"({_NAME}) ({_NAME}) (?:en|a|ja|és|și|şi|ve|oraz) ({_NAME}) ({_NAME})"
    r"|(\S+) (\S+) و(?:أ|إ|عبد|محم)\S+(?: \S+)+"
)
_FIRST = re.compile(
    rf"(?:Von(?! D[aeu])|Di|Av|Af) {_NAME} {_NAME}|(?:Par|Por|Door) {_NAME} {_NAME}.*"
    r"|(?:Текст|Фото|Відео|Видео|Інтерв['’]ю|Интервью|Підготува(?:в|ла|ли)|Подготови(?:л|ла|ли)"
    r"|Tekst|Texte|Texto|Testo|Fot\.|Zdjęcia|Írta) ?: .*"
    r"|(?:本报|本報)?(?:记者|記者|撰文)[ :：/／].*"
)
_WIRE = re.compile(
    rf"{_NAME} {_NAME} ?[(/] ?(?:AFP|ANI|ANP|ANSA|APA|AP|Belga|Bloomberg|dpa|DPA|EFE|IANS|Kyodo"
    r"|Lusa|MTI|NTB|PA|PAP|PTI|Reuters|REUTERS|Ritzau|SDA|STT|TASS|TT|UPI|Xinhua|Yonhap|ČTK"
    r"|ТАСС|УНІАН|Укрінформ|Ukrinform|Interfax|Интерфакс)\)?"
)
_OFFICE = re.compile(
    r"\b(?:administration|agency|association|bureau|cent(?:er|re)|commission|committee|council"
    r"|department|foundation|institute|ministry|office|society|university)\b",
    re.IGNORECASE,
)


@rule("address-missing", SEARCH, source=f"{ARTICLE}; canonical URLs", example='headline="Ferry"')
def address_missing(story: Story) -> Iterable[Finding]:
    """A search engine shows an article under one address, the canonical one."""
    if story.article.url is None:
        yield "$.url", "the address of its page is not given: set `url`"


@rule("published-missing", SEARCH, source=f"{ARTICLE}: datePublished", example='headline="Ferry"')
def published_missing(story: Story) -> Iterable[Finding]:
    """News without a date is not shown as news."""
    if story.article.published is None:
        yield "$.published", "when it was published is not given: set it, with its offset"


@rule(
    "published-date-only",
    SEARCH,
    severity=Severity.INFO,
    source=f"{ARTICLE}: datePublished",
    example="published=datetime(2026, 3, 1, tzinfo=UTC)",
)
def published_date_only(story: Story) -> Iterable[Finding]:
    """Midnight sharp is mostly a date whose hour nobody kept."""
    when = story.article.published
    if isinstance(when, datetime) and (when.hour, when.minute, when.second) == (0, 0, 0):
        yield "$.published", "it was published at midnight sharp: give the hour, if it is known"


@rule("author-missing", SEARCH, source=f"{ARTICLE}: author", example='headline="Ferry"')
def author_missing(story: Story) -> Iterable[Finding]:
    """Readers and search engines trust what somebody has signed."""
    if not any(printed_name(author) for author in story.article.authors):
        yield "$.authors", "no author is named: name each in `authors`, or the newsroom"


@rule(
    "author-cluttered",
    SEARCH,
    source=f"{ARTICLE}, author markup best practices",
    example='authors=[Contributor(name="By Olena Marchuk and Ivan Bondar")]',
    about=Contributor,
)
def author_cluttered(story: Story) -> Iterable[Finding]:
    """A name is only a name: no "by", no job, no date, no second person."""
    for version in story.versions:
        for index, author in enumerate(version.node.authors):
            known = author.concept and author.concept.type
            if author.name and known != "organisation" and is_cluttered(author.name):
                yield (
                    f"{version.path}.authors[{index}].name",
                    (
                        f"{shortened(author.name)} is more than a name: give each author the bare "
                        "name, and the rest in fields of its own"
                    ),
                )


def is_cluttered(name: str) -> bool:
    """Whether what is to be a name says more."""
    if _TWO.fullmatch(name) or _FIRST.fullmatch(name) or _WIRE.fullmatch(name):
        return True
    both = _BOTH.fullmatch(name)
    if both and not any(word[:1].islower() for word in both.groups() if word):
        return True
    return _CLUTTER.search(name) is not None and not _OFFICE.search(name)


@rule(
    "author-page-missing",
    SEARCH,
    severity=Severity.INFO,
    source=f"{ARTICLE}: author.url",
    example='authors=[Contributor(name="Olena Marchuk")]',
    about=Contributor,
)
def author_page_missing(story: Story) -> Iterable[Finding]:
    """A page about the author tells people of the same name apart."""
    for version in story.versions:
        for index, author in enumerate(version.node.authors):
            if not author.links and not (author.concept and author.concept.uri):
                yield (
                    f"{version.path}.authors[{index}].links",
                    f"no page says who {shortened(str(author))} is: add a link to one",
                )


@rule("publisher-missing", SEARCH, source=f"{ARTICLE}: publisher", example='headline="Ferry"')
def publisher_missing(story: Story) -> Iterable[Finding]:
    """Search engines show who published it."""
    if not (is_known(story.article.publisher) or is_known(story.article.provider)):
        yield "$.publisher", "who publishes it is not given: set `publisher`"


@rule(
    "summary-missing",
    SEARCH,
    severity=Severity.INFO,
    source="Google Search Central, meta descriptions",
    example='headline="Ferry"',
)
def summary_missing(story: Story) -> Iterable[Finding]:
    """The summary is what is shown under the headline in search results."""
    said = (story.article.summary or "", *(text.value for text in story.article.descriptions))
    if not any(map(str.strip, said)):
        yield "$.summary", "there is no summary: write one of a sentence or two"


@rule(
    "headline-long",
    SEARCH,
    severity=Severity.INFO,
    source=f"{ARTICLE}: headline",
    example='headline="' + "Ferry to sail again, " * 6 + 'at last"',
)
def headline_long(story: Story) -> Iterable[Finding]:
    """A long headline is cut off, on telephones above all."""
    for version in story.versions:
        length = len(version.node.headline or "")
        if length > _LONGEST:
            yield (
                f"{version.path}.headline",
                (
                    f"it has {length} characters and will be cut off: keep it under {_LONGEST}, or "
                    "add a short one to `headlines`"
                ),
            )
