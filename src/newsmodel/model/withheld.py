"""What goes with a language version that readers may not see: its words on media, links to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from newsmodel.model.addresses import bare, whole
from newsmodel.model.article import MEDIA, Article, LanguageVersion, Translation, made_id
from newsmodel.model.base import changed, remade
from newsmodel.model.blocks import Embed
from newsmodel.model.in_text import placed, tagged
from newsmodel.model.inlines import Link
from newsmodel.model.media import Media, are_one_language
from newsmodel.model.nodes import Node
from newsmodel.model.tree import branches, replaced

__all__ = ["with_captions_told", "without_words_of_hidden"]

V = TypeVar("V", bound=LanguageVersion)

_UNKNOWN = "und"


def with_captions_told(article: Article) -> Article:
    """The article with its language at captions that name none, for whoever turns it."""
    tag = article.language or _UNKNOWN
    media = {n: tuple([tagged(m, tag) for m in getattr(article, n)]) for n in MEDIA}
    return changed(article, **media)


def without_words_of_hidden(shown: Article, every: Iterable[Translation]) -> Article:
    """The article without what its hidden translations say of media, and those they alone show.

    Links to them and embeds of them go with their titles; of a link in the text its words stay.

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
    return _without_links_to(hidden, remade(shown, **changes))


def _without_links_to(hidden: Iterable[LanguageVersion], shown: Article) -> Article:
    gone, seen = _names(hidden, shown), _names((shown, *shown.translations), shown)

    def is_gone(address: str, base: str | None) -> bool:
        ways = {address, _page(address, base)}
        return seen.isdisjoint(ways) and not gone.isdisjoint(ways)

    def leads(link: Link | Embed, base: str | None) -> bool:
        if isinstance(link, Embed):
            return is_gone(link.url, base) if link.url else False
        told = [is_gone(each, base) for each in (link.residref, link.href) if each]
        return any(told) or any(leads(each, base) for each in link.links)

    def without(version: V) -> V:
        base = version.url or shown.url
        links = tuple([link for link in version.links if not leads(link, base)])
        body = _unlinked(version.body, lambda link: leads(link, base))
        left: V = replaced(replaced(version, "links", links), "body", body)
        return left

    translations = tuple(map(without, shown.translations))
    left: Article = replaced(without(shown), "translations", translations)
    return left


def _names(versions: Iterable[LanguageVersion], shown: Article) -> set[str]:
    """What links call versions: their ids and addresses."""
    versions = tuple(versions)
    ids = {version.id or made_id(shown.id, version.language) for version in versions}
    return ids | {_page(version.url, shown.url) for version in versions if version.url}


def _page(address: str, base: str | None) -> str:
    page, sign, place = whole(address, base).partition("#")
    return bare(page) + (sign + place if place.startswith(("/", "!")) else "")


def _unlinked(nodes: Iterable[Any], leads: Callable[[Link | Embed], bool]) -> tuple[Any, ...]:
    """The nodes without embeds of what is hidden, and of links to it with the words alone."""
    left: list[Any] = []
    for node in nodes:
        if isinstance(node, Link) and leads(node):
            left += _unlinked(node.content, leads)
        elif not (isinstance(node, Embed) and leads(node)):
            left.append(_unlinked_within(node, leads))
    return tuple(left)


def _unlinked_within(node: Any, leads: Callable[[Link | Embed], bool]) -> Any:
    for name in branches(type(node)) if isinstance(node, Node) else ():
        node = replaced(node, name, _unlinked(getattr(node, name), leads))
    return node


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
