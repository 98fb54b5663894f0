"""What an article, written as an item, says no more of its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsmodel.formats._shared.twins import LEFT_BEHIND, followed, left_behind
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.taking import BODY
from newsmodel.formats.newsml.documents.contents import is_bare
from newsmodel.formats.newsml.documents.edited import WHOLE, outdated, settled
from newsmodel.formats.newsml.documents.otherwise import (
    is_own,
)
from newsmodel.formats.newsml.documents.signatures import is_outdated, is_signed
from newsmodel.formats.newsml.documents.writer import written
from newsmodel.formats.newsml.names import (
    STANDARD_VERSION,
)
from newsmodel.model import (
    Article,
    Loss,
    Media,
)

__all__ = ["lost", "reason_of"]


def lost(
    article: Article,
    path: str = "$",
    media: Mapping[str | None, Media] | None = None,
    whole: Callable[[], str] | None = None,
) -> tuple[Loss, ...]:
    """Where an article says something else than its source, whose markup said more than a field.

    Args:
        article: the article of one item.
        path: its path.
        media: the media that figures of its body show, by id.
        whole: gives the item as it is written, where that is more than its article.
    """
    if not article.extensions:
        return ()
    lost = {f"{path}.alternatives[{number}]": LEFT_BEHIND for number in left_behind(article)}
    if is_signed(article.extensions):
        item = whole() if whole else written(article, media=media, version=STANDARD_VERSION)
        lost |= {f"{path}.extensions": _UNSIGNED} if is_outdated(article.extensions, item) else {}
    article, left = settled(followed(article))
    lost |= {f"{path}.{field}": reason_of(key) for field, key in left}
    if not any(each.place in WHOLE for each in article.extensions):
        return _losses(lost)
    carried = Carried(article.extensions, own=is_own(article))
    lost |= {f"{path}.{field}": _OTHER for field in outdated(article, carried)}
    if any(each.place == BODY for each in article.extensions):
        is_same = carried.body(article, media or {})[0] is not None
        lost |= {f"{path}.{field}": _OTHER for field in carried.text.unsaid()}
        lost |= {f"{path}.{field}": _IN_TEXT for field in carried.text.left}
        lost |= {} if is_same or is_bare(carried.text.frame()) else {f"{path}.body": _OTHER}
    return _losses(lost)


def reason_of(key: str | None) -> str:
    """Why something is left out that is carried for a value, told by a key or by none."""
    return f"{key} is called so no more: {_LEFT}" if key not in (None, "''") else _OTHER


def _losses(reasons: Mapping[str, str]) -> tuple[Loss, ...]:
    return tuple([Loss(path=path, reason=reason) for path, reason in reasons.items()])


_LEFT = "what the markup of its source said besides is left out"
_OTHER = f"it is another now: {_LEFT}"
_IN_TEXT = "the text alone said it, and says the old one still: put it right there, or take it out"
_UNSIGNED = "the item says something else than what was signed: its signature is left out"
