"""Rules about quotations."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.model import Article, Problem
from newsmodel.validation.rules.rule import Rule


def speaker_missing(article: Article) -> Iterator[Problem]:
    """A quotation says whose words it holds."""
    for quote in article.quotes:
        if quote.speaker is None:
            words = (
                quote.text if len(quote.text) <= 40 else quote.text[:39] + "\N{HORIZONTAL ELLIPSIS}"
            )
            yield Problem(
                rule="speaker-missing",
                path=quote.places[0],
                message=f"nobody is named as the speaker of {words!r}: set `speaker`",
            )


CONSISTENT: tuple[Rule, ...] = ()
PUBLISHABLE: tuple[Rule, ...] = (speaker_missing,)
