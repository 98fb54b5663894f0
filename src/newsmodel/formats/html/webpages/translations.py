"""The other language versions of an article that its page names, and which is the original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import SplitResult, urlsplit

import attrs

from newsmodel.formats.html.webpages.facts import tag_of
from newsmodel.formats.html.webpages.page import Page
from newsmodel.model import Translation

__all__ = ["Source", "source", "translations"]

_MOST = 200


@attrs.frozen
class Source:
    """What a page says of the version it was translated from."""

    id: str | None = None
    """Its address."""
    language: str | None = None
    """Its language."""


def translations(page: Page, language: str | None) -> tuple[Translation, ...]:
    """The versions that links of the head name: one a language, itself and home pages left out.

    Editions of one language for other countries are no translations, nor is what the page only
    offers where no other version fits (`x-default`).
    """
    own = _own(page)
    alternates = list(_alternates(page))
    spoken = [language, *_called(alternates, own)]
    found: dict[str, Translation] = {}
    for label, url in alternates:
        tag = tag_of(label)
        if tag is None or _same(url) in own or _is_home(url, page):
            continue
        if any(_base(tag) == _base(each) and not _scripts_differ(tag, each) for each in spoken):
            continue
        held = next(
            (t for t in found if _base(t) == _base(tag) and not _scripts_differ(t, tag)), None
        )
        if held is None:
            found[tag] = Translation(language=tag, url=url)
        elif len(tag) < len(held):
            # The plain language, after one of its countries: `pt` after `pt-BR`.
            del found[held]
            found[tag] = Translation(language=tag, url=url)
    addresses = [each.url for each in found.values()]
    return tuple(each for each in found.values() if addresses.count(each.url) == 1)


def source(page: Page, language: str | None, others: Sequence[Translation]) -> Source:
    """What it was translated from, as its data say it; neither itself nor in its own language.

    What it offers to readers of all other languages (`x-default`) is no sign: agencies name there
    their largest edition, whatever they wrote first.

    Args:
        page: the page.
        language: its language.
        others: its versions in other languages.
    """
    for named in page.graph.values(page.article, "translationOfWork"):
        thing = named if isinstance(named, Mapping) else {"url": named}
        urls = [*page.graph.texts(thing, "url"), *page.graph.texts(thing, "@id")]
        url = next(filter(None, map(page.address, urls)), None)
        tag = tag_of(page.graph.text(thing, "inLanguage")) or _language_of(url, others)
        own = url is not None and _same(url) in _own(page)
        if (url or tag) and not own and _base(tag) != _base(language):
            return Source(url, tag)
    return Source()


def _language_of(url: str | None, others: Sequence[Translation]) -> str | None:
    same = (each.language for each in others if url and _same(each.url or "") == _same(url))
    return next(same, None)


def _own(page: Page) -> set[str]:
    return {_same(url) for url in (page.given_url, page.canonical) if url}


def _called(alternates: list[tuple[str, str]], own: set[str]) -> list[str | None]:
    """What the links call the language of the page itself, where they agree with themselves."""
    tags = {tag_of(label) for label, url in alternates if _same(url) in own}
    return [*tags] if len(tags) == 1 else []


def _alternates(page: Page) -> Iterator[tuple[str, str]]:
    count = 0
    for link in page.root.iter("link"):
        label = link.get("hreflang") or ""
        relations = (link.get("rel") or "").lower().split()
        if "alternate" not in relations or "stylesheet" in relations or not label:
            continue
        count += 1
        url = page.address(link.get("href"))
        if url and label.lower() != "x-default" and count <= _MOST:
            yield label, url


def _base(tag: str | None) -> str:
    base = (tag or "").partition("-")[0]
    return "no" if base == "nb" else base  # Norwegian without a word more is Bokmål


def _scripts_differ(one: str, other: str | None) -> bool:
    """Whether two tags of one language name scripts, and not the same: `zh-Hans`, `zh-Hant`."""
    scripts = [
        next((part for part in (tag or "").split("-")[1:] if len(part) == 4), None)
        for tag in (one, other)
    ]
    return None not in scripts and scripts[0] != scripts[1]


def _parts(url: str) -> SplitResult:
    """An address taken apart; all is path in one that cannot be."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


def _same(url: str) -> str:
    parts = _parts(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def _is_home(url: str, page: Page) -> bool:
    """Whether an address is a bare home page while that of the page is not."""
    own = page.canonical or page.given_url
    deep = own is None or len(_parts(own).path.strip("/")) > 3
    parts = _parts(url)
    return deep and not parts.query and len(parts.path.strip("/")) <= 3
