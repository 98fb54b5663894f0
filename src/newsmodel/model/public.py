"""What readers may see."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from newsmodel.errors import NotPublicError
from newsmodel.model import comparing
from newsmodel.model.article import MEDIA, Article, LanguageVersion, Translation
from newsmodel.model.base import remade
from newsmodel.model.cleaning import Gone, cleaned
from newsmodel.model.expected import expect_article, expect_moment
from newsmodel.model.gathering.as_read import as_strict
from newsmodel.model.gathering.figures import with_items_for_names
from newsmodel.model.gathering.shown_items import (
    in_figures,
    media_in,
    stand_ins,
)
from newsmodel.model.inlines import Link
from newsmodel.model.media import Media
from newsmodel.model.nodes import Block
from newsmodel.model.rights import Embargo
from newsmodel.model.vocabulary import Status
from newsmodel.model.withheld import without_words_of_hidden

__all__ = ["is_for_nobody", "public"]

_JUDGED = ("translations", *MEDIA)
"""Fields whose parts are judged each on its own."""


def public(article: Article, *, at: datetime | None = None, override: bool = False) -> Article:
    """The article as readers may see it.

    Editor notes, contacts, instructions, names for the newsroom, carried extensions, markup and
    attributes (`data-*`), who an anonymous speaker is, and whatever the source keeps from readers
    are left out. Each translation and each medium is judged on its own: one that may not be seen is
    left out, with the figures that show it, and so is a medium of whose files none is for readers.
    With a translation go the captions in its language. A link to a story that may not be seen goes
    with its title.

    Args:
        article: the article.
        at: the moment of publication. An embargo that has ended by then is over; without a
            moment every embargo counts as running, for no clock is ever read.
        override: publish even what is withheld, canceled or embargoed.

    Raises:
        NotPublicError: the article itself is withheld, canceled or embargoed.
        ArgumentError: it is no article, or the moment no datetime.
    """
    expect_article(article)
    expect_moment(at)
    if not override and (reason := reason_not_public(article, at)):
        raise NotPublicError(article.id, reason, _remedy(article, at))

    unseen = {*stand_ins(article)}  # no figure shows them
    if not override:
        held = {m.id: m for m in media_in(article)}
        unseen |= {i for i, m in as_strict(held).items() if i and reason_not_public(m, at)}
    article = with_items_for_names(article)

    def allowed(part: Any) -> bool:
        usable = override or reason_not_public(part, at) is None
        return usable and not is_for_nobody(part) and part.id not in unseen

    judged = {name: getattr(article, name) for name in _JUDGED}
    kept = {name: tuple(filter(allowed, parts)) for name, parts in judged.items()}
    changes = {name: parts for name, parts in kept.items() if len(parts) != len(judged[name])}
    if not override:
        changes |= _without_links(article, kept["translations"], at)
    if not changes:
        return _with_media_left(article, cleaned(article, frozenset()))
    shown = without_words_of_hidden(remade(article, **changes), article.translations)
    return _with_media_left(shown, cleaned(shown, _media_ids(article) - _media_ids(shown)))


def _with_media_left(article: Article, shown: Article) -> Article:
    """The cleaned article without media that figures show, but none that readers may see."""
    if not any(media_in(shown)):
        return shown
    left = _blocks(shown)
    kept = frozenset(map(id, left))
    changed = [block for block in _blocks(article) if id(block) not in kept]
    gone = in_figures(changed) & _media_ids(shown)  # of most nothing is
    gone = gone and gone - in_figures(left)
    if not gone:
        return shown
    media = {n: tuple([m for m in getattr(shown, n) if m.id not in gone]) for n in MEDIA}
    return remade(shown, **media)


def _blocks(article: Article) -> list[Block]:
    """The blocks of its texts, in whatever language."""
    return [block for version in (article, *article.translations) for block in version.body]


def reason_not_public(part: LanguageVersion | Media, at: datetime | None) -> str | None:
    """Why readers may not see an article, a translation or a medium; None where they may."""
    if part.status is not Status.USABLE:
        return part.status.value
    if part.embargo is not None and _running(part.embargo, at):
        until = part.embargo.until
        return f"embargoed until {until.isoformat()}" if until else "embargoed with no end given"
    return None


def _remedy(article: Article, at: datetime | None) -> str:
    """What to do to publish an article all the same."""
    override = "override=True (on the command line --override) to publish all the same"
    until = article.embargo.until if article.embargo else None
    if article.status is not Status.USABLE or until is None:
        return f"pass {override}"
    if at is None:
        return f"pass at=… (--at) if the embargo is over by then, or {override}"
    if at.tzinfo is None and until.tzinfo is not None:
        return f"at={at} names no offset, as in {at}+00:00: pass it with one, or {override}"
    if until.tzinfo is None and at.tzinfo is not None:
        return f"the embargo names no offset, and at does: give it one, or pass {override}"
    return f"at={at} is before that: pass a later moment, or {override}"


def _without_links(
    article: Article, translations: tuple[Translation, ...], at: datetime | None
) -> dict[str, Any]:
    """The fields without links to what readers may not learn of; the title is its headline."""

    def leads(version: LanguageVersion) -> tuple[Link, ...]:
        return tuple([
            link
            for link in version.links
            if link.target is None or reason_not_public(link.target, at) is None
        ])  # fmt: skip

    if all(link.target is None for each in (article, *translations) for link in each.links):
        return {}
    changes: dict[str, Any] = {}
    if len(own := leads(article)) != len(article.links):
        changes["links"] = own
    if any(len(leads(each)) != len(each.links) for each in translations):
        changes["translations"] = tuple([remade(each, links=leads(each)) for each in translations])
    return changes


def is_for_nobody(part: LanguageVersion | Media) -> bool:
    """Whether it is a medium of whose files none is for readers."""
    files = part.renditions if isinstance(part, Media) else ()
    return bool(files) and not any(file.public for file in files)


def _running(embargo: Embargo, at: datetime | None) -> bool:
    if embargo.until is None or at is None:
        return True
    if (embargo.until.tzinfo is None) != (at.tzinfo is None):
        return True  # which comes first cannot be told
    return at < embargo.until


def _media_ids(article: Article) -> Gone:
    return frozenset([medium.id for medium in media_in(article)])


def hidden_places(article: Article, shown: Article) -> tuple[str, ...]:
    """The places of the article where something was left out of what is shown."""
    return tuple(change.path for change in comparing.changes(article, shown))
