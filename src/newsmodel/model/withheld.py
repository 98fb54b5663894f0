"""What goes with a language version that readers may not see: its words on media."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.model.article import MEDIA, Article, LanguageVersion, Translation
from newsmodel.model.base import changed, remade
from newsmodel.model.in_text import placed, tagged
from newsmodel.model.media import Media, are_one_language

__all__ = ["with_captions_told", "without_words_of_hidden"]

_UNKNOWN = "und"


def with_captions_told(article: Article) -> Article:
    """The article with its language at captions that name none, for whoever turns it."""
    tag = article.language or _UNKNOWN
    media = {n: tuple([tagged(m, tag) for m in getattr(article, n)]) for n in MEDIA}
    return changed(article, **media)


def without_words_of_hidden(shown: Article, every: Iterable[Translation]) -> Article:
    """The article without what its hidden translations say of media, and those they alone show.

    Args:
        shown: the article with the translations that readers may see.
        every: those it had.
    """
    hidden = [each for each in every if each not in shown.translations]
    if not hidden:
        return shown
    versions = (shown, *shown.translations)
    theirs = frozenset([ident for version in hidden for ident in placed(version.body)])
    theirs -= {ident for version in versions for ident in placed(version.body)}
    tags, seen = _tags(hidden), _tags(versions)
    changes = {}
    for name in MEDIA:
        media = [medium for medium in getattr(shown, name) if medium.id not in theirs]
        changes[name] = tuple([_without_captions(medium, tags, seen) for medium in media])
    return remade(shown, **changes)


def _tags(versions: Iterable[LanguageVersion]) -> frozenset[str]:
    return frozenset([(version.language or _UNKNOWN).lower() for version in versions])


def _without_captions(medium: Media, hidden: frozenset[str], seen: frozenset[str]) -> Media:
    """The medium without its captions for hidden versions; a credit stays, for it is owed."""
    kept = tuple([c for c in medium.captions if not _is_for(c.language or "", hidden, seen)])
    if len(kept) == len(medium.captions):
        return medium
    credit = medium.credit
    if credit is None and not any(c.credit for c in kept):
        credit = next((c.credit for c in medium.captions if c.credit), None)
    return changed(medium, captions=kept, credit=credit)


def _is_for(tag: str, hidden: frozenset[str], seen: frozenset[str]) -> bool:
    """Whether a caption in a language is for readers of hidden versions, and of no other."""
    tag = tag.lower()
    if tag in seen or tag in hidden:
        return tag not in seen
    return any(are_one_language(tag, each) for each in hidden) and not any(
        are_one_language(tag, s) for s in seen
    )
