"""Orders for the medium that an article is about: where an item has one place for those of both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.formats._shared.strictest import latest, strictest
from newsmodel.model import Article, EditorNote, Media, Paragraph

__all__ = ["joint_orders"]


def joint_orders(article: Article, medium: Media) -> dict[str, Any]:
    """Status, embargo and notes to editors of an article that is no freer than its medium.

    Args:
        article: the article.
        medium: the picture, video or sound it is about.
    """
    return {
        "status": strictest([article.status, medium.status]),
        "embargo": latest([article.embargo, medium.embargo]),
        "editor_notes": (*article.editor_notes, *_instructions(article, medium)),
    }


def _instructions(article: Article, medium: Media) -> Iterator[EditorNote]:
    """Orders to editors as a note to them, unless there is one that says the same."""
    said = medium.instructions
    if said and all(note.text != said for note in article.editor_notes):
        yield EditorNote(blocks=(Paragraph(content=(said,)),))
