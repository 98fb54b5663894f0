"""Rules about pictures."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.model import Article, Figure, Problem, Severity
from newsmodel.model.tree import walk_nodes
from newsmodel.validation.rules.rule import Rule


def figure_unresolved(article: Article) -> Iterator[Problem]:
    """A figure shows something the article has."""
    media = {m.id for m in (*article.images, *article.videos, *article.audios)}
    for path, node in walk_nodes(article.body):
        if isinstance(node, Figure) and node.image_id not in media:
            yield Problem(
                rule="figure-unresolved",
                severity=Severity.ERROR,
                path=f"{path}.image_id",
                message=f"no image, video or audio has the id {node.image_id!r}: add it",
            )


def credit_missing(article: Article) -> Iterator[Problem]:
    """A picture names who made or sent it."""
    for index, image in enumerate(article.images):
        if not image.credit and not image.creator and not any(c.credit for c in image.captions):
            yield Problem(
                rule="credit-missing",
                path=f"$.images[{index}]",
                message="nobody is credited: set `credit`, or the credit of a caption",
            )


def alt_text_missing(article: Article) -> Iterator[Problem]:
    """Those who cannot see a picture are told what it shows (WCAG 2.2, 1.1.1)."""
    for index, image in enumerate(article.images):
        caption = image.caption_in(article.language)
        if caption is None or not caption.alt_text:
            yield Problem(
                rule="alt-text-missing",
                path=f"$.images[{index}]",
                message="it has no alternative text: say what the picture shows, in `alt_text`",
                source="WCAG 2.2, 1.1.1",
            )


CONSISTENT: tuple[Rule, ...] = (figure_unresolved,)
PUBLISHABLE: tuple[Rule, ...] = (credit_missing, alt_text_missing)
