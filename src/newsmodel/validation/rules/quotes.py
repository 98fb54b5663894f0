"""Rules about quotations: their words, who said them, and their counterparts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsmodel.model import (
    BlockQuote,
    InlineQuote,
    QuoteKind,
    Speaker,
    Translation,
)
from newsmodel.model.nodes import lines_of, text_of
from newsmodel.validation.base import CONSISTENT, PUBLISHABLE, Finding, rule, shortened
from newsmodel.validation.counterparts import by_id, said_by_others
from newsmodel.validation.naming import is_known
from newsmodel.validation.story import Story, Version
from newsmodel.validation.versions import Piece

_WORD = re.compile(r"[^\W_]+")


def spoken(spot: Piece) -> str:
    """The words of a piece."""
    node = spot.node
    return text_of(node.content) if isinstance(node, InlineQuote) else lines_of(node.blocks)


@rule(
    "quote-empty",
    CONSISTENT,
    example='body=[Paragraph(content=["He said: ", InlineQuote(content="")])]',
    about=(InlineQuote, BlockQuote),
)
def quote_empty(story: Story) -> Iterable[Finding]:
    """A quotation holds somebody's words."""
    for version in story.texts:
        for spot in version.pieces:
            if not spoken(spot).strip():
                yield spot.path, "a quotation is marked here but holds no words: drop the mark"


@rule(
    "speaker-missing",
    PUBLISHABLE,
    example='body=[Paragraph(content=[InlineQuote(content="Never again.")])]',
    about=(InlineQuote, BlockQuote),
)
def speaker_missing(story: Story) -> Iterable[Finding]:
    """Readers want to know whose words they read."""
    for version in story.texts:
        for quotation in version.quotations:
            if not any(_attributed(spot) for spot in quotation):
                yield (
                    quotation[0].path,
                    (
                        f"nobody is named as the speaker of {shortened(spoken(quotation[0]))}: "
                        "set `speaker`, with `anonymous=True` where the source may not be named"
                    ),
                )


def _attributed(spot: Piece) -> bool:
    node = spot.node
    speaker = node.speaker or Speaker()
    said = (speaker.printed, speaker.role, node.attribution)
    known = speaker.anonymous or is_known(speaker.person)
    return known or any(words and not words.isspace() for words in said)


@rule(
    "speaker-revealed",
    PUBLISHABLE,
    example='body=[BlockQuote(blocks=["We swam."], speaker=Speaker(printed="a driver", '
    'person=Concept(names=[Text(value="Ann Roe")]), anonymous=True))]',
    about=(InlineQuote, BlockQuote),
)
def speaker_revealed(story: Story) -> Iterable[Finding]:
    """A source that wants not to be named is not named in what goes to others either.

    Pages and whatever `public` gives leave the person out; other formats carry it.
    """
    for version in story.texts:
        for spot in version.pieces:
            speaker = spot.node.speaker
            if speaker is not None and speaker.anonymous and speaker.person is not None:
                yield (
                    f"{spot.path}.speaker.person",
                    "the speaker wants not to be named, and is named here: take the person out",
                )


@rule(
    "quote-speakers-differ",
    CONSISTENT,
    example='body=[Paragraph(content=[InlineQuote(id="q1", content="It sails,", '
    'speaker=Speaker(printed="Ivanenko")), " she said, ", InlineQuote(id="q1", '
    'content="and soon.", speaker=Speaker(printed="Marchuk"))])]',
    about=(InlineQuote, BlockQuote),
)
def quote_speakers_differ(story: Story) -> Iterable[Finding]:
    """The pieces of one quotation are one person's words, in every language."""
    for version in story.texts:
        for quotation in version.quotations:
            names = _names(quotation) if len(quotation) > 1 else []
            if len(names) > 1:
                yield (
                    quotation[-1].path,
                    (
                        f"the pieces of the quotation {quotation[0].node.id!r} have different "
                        f"speakers, {' and '.join(map(repr, names))}: give them different ids"
                    ),
                )
    original = by_id(story.versions[0].quotations) if story.translated else {}
    for version, _ in story.translated if original else ():
        yield from said_by_others(original, by_id(version.quotations))


@rule(
    "attribution-absent",
    CONSISTENT,
    example='body=[Paragraph(content=[InlineQuote(content="It sails.", '
    'speaker=Speaker(printed="Olena Marchuk")), " That was all."])]',
    about=(InlineQuote, BlockQuote),
)
def attribution_absent(story: Story) -> Iterable[Finding]:
    """The words that attribute a quotation are kept as printed, so they stand in the text."""
    for version in story.texts:
        for spot in version.pieces:
            for field, printed in _printed(spot.node):
                if not _stands(printed, version.text) and not _scattered(printed, version.text):
                    yield (
                        f"{spot.path}.{field}",
                        (
                            f"{shortened(printed)} does not stand in the text: correct it, or set "
                            "it to None"
                        ),
                    )


def _names(quotation: list[Piece]) -> list[str]:
    """The different people who are said to speak; "she" and a surname may be anybody."""
    found: list[str] = []
    for spot in quotation:
        name = (spot.node.speaker and spot.node.speaker.name) or ""
        parts = set(name.split())
        if name[:1].isupper() and not any(parts & set(other.split()) for other in found):
            found.append(name)
    return found


def _printed(node: InlineQuote | BlockQuote) -> Iterator[tuple[str, str]]:
    speaker: Speaker | None = node.speaker
    if speaker is not None and speaker.printed:
        yield "speaker.printed", speaker.printed
    if node.attribution and not isinstance(node, BlockQuote):
        yield "attribution", node.attribution


def _scattered(printed: str, text: str) -> bool:
    """Whether the words stand in the text one by one, or with other spaces and capitals."""
    low = text.lower()
    return all(_stands(word.strip(".,:;"), low) for word in printed.lower().split())


def _stands(words: str, text: str) -> bool:
    """Whether words stand in a text, and are not only a part of longer ones."""
    at = text.find(words)
    while words and at >= 0:
        before, after = text[max(at - 1, 0) : at], text[at + len(words) : at + len(words) + 1]
        if not _is_glued(before, words[0]) and not _is_glued(words[-1], after):
            return True
        at = text.find(words, at + 1)
    return not words


def _is_glued(one: str, other: str) -> bool:
    """Whether two characters belong to one word, in the scripts that part words by spaces."""
    return one.isalnum() and other.isalnum() and max(one, other) < "\u0530"


@rule(
    "pull-quote-absent",
    PUBLISHABLE,
    example='body=["The ferry sails.", BlockQuote(kind="pull", blocks=["We waited for years."])]',
    about=(InlineQuote, BlockQuote),
)
def pull_quote_absent(story: Story) -> Iterable[Finding]:
    """A pull quote repeats words of the text; others were perhaps never said."""
    for version in story.texts:
        for spot in version.pieces:
            if spot.node.kind is QuoteKind.PULL and not _repeated(spot, version):
                yield (
                    spot.path,
                    (
                        f"the pull quote {shortened(spoken(spot))} does not stand in the text: "
                        "quote the text word for word"
                    ),
                )


def _repeated(spot: Piece, version: Version) -> bool:
    """Whether the words stand in the text outside the pull quote too."""
    words = _bare(spoken(spot))
    return not words or _bare(version.text).count(words) > 1


def _bare(words: str) -> str:
    """Letters and figures only, in lower case."""
    return " ".join(_WORD.findall(words.lower()))


@rule(
    "quote-untranslated",
    PUBLISHABLE,
    example='language="en", body=[Paragraph(content=[InlineQuote(content="It sails.", '
    "speaker=Speaker(anonymous=True))])], "
    'translations=[Translation(language="uk", headline="Пором", body=["Він сказав."])]',
    about=Translation,
    over="translated",
)
def quote_untranslated(story: Story) -> Iterable[Finding]:
    """What somebody said in one version was said in the others too."""
    original = story.versions[0].quotations
    for version, _ in story.translated if story.article.body else ():
        found = version.quotations
        ours, theirs = by_id(original), by_id(found)
        shared = not ours.keys().isdisjoint(theirs)
        if shared:
            yield from _without_counterpart(ours, theirs, version.path)
            yield from _without_counterpart(theirs, ours, "the article")
        loose = len(original) - len(ours), len(found) - len(theirs)
        if len(original) != len(found) and (not shared or loose[0] != loose[1]):
            one, other = loose if shared else (len(original), len(found))
            yield (
                f"{version.path}.body",
                (
                    f"the article has {_counted(one)}{' without an id' * shared} and the "
                    f"translation {other}: mark the missing ones, or give those that belong "
                    "together one id"
                ),
            )


def _without_counterpart(
    ours: dict[str, list[Piece]], theirs: dict[str, list[Piece]], where: str
) -> Iterator[Finding]:
    for ident in [each for each in ours if each not in theirs]:
        first = ours[ident][0]
        yield (
            first.path,
            (
                f"{shortened(spoken(first))} has no counterpart in {where}: mark it there, with "
                "the same id"
            ),
        )


def _counted(number: int) -> str:
    return f"{number} quotation{'' if number == 1 else 's'}"


@rule(
    "quote-translated-from-itself",
    CONSISTENT,
    example='language="en", body=[Paragraph(content=[InlineQuote(content="It sails.", '
    'original=Text(value="It sails.", language="en"))])]',
    about=(InlineQuote, BlockQuote),
)
def quote_translated_from_itself(story: Story) -> Iterable[Finding]:
    """The words a quotation was translated from are in another language."""
    for version in story.texts:
        for spot in version.pieces:
            original = spot.node.original
            own = spot.language or version.node.language
            if original and original.language and original.language == own:
                yield (
                    f"{spot.path}.original",
                    (
                        f"the original words are said to be in {own!r}, as the quotation is: "
                        "correct their language, or drop them"
                    ),
                )
