"""Whether media may be used where a text shows them: the strictest of all orders counts."""

from __future__ import annotations

from collections.abc import Mapping

from newsmodel.model import Figure, LanguageVersion, Media, Status
from newsmodel.model.gathering.as_read import as_strict, is_noted
from newsmodel.model.strictness import LAST_ON_EARTH, latest, strictest
from newsmodel.model.tree import nodes_in

__all__ = ["LAST_ON_EARTH", "is_allowed_in", "latest", "shows_forbidden", "strictest"]


def is_allowed_in(version: LanguageVersion, medium: Media) -> bool:
    """Whether a medium may be used wherever the article or translation that shows it may."""
    if medium.status is Status.USABLE and medium.embargo is None:
        return True
    is_as_free = strictest([version.status, medium.status]) is version.status
    return is_as_free and latest([version.embargo, medium.embargo]) == version.embargo


def shows_forbidden(version: LanguageVersion, media: Mapping[str | None, Media]) -> bool:
    """Whether a text shows a medium that may not be used where it may, and did not come so.

    Args:
        version: the article or translation.
        media: the media that its figures may show, by id; those noted came so.
    """
    forbidden = {
        ident
        for ident, medium in as_strict(media).items()
        if not is_allowed_in(version, medium) and not is_noted(medium)
    }
    return bool(forbidden) and any(
        isinstance(node, Figure) and node.image_id in forbidden for node in nodes_in(version.body)
    )
