"""What a page tells machines of itself in its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsmodel.formats._shared.escaping import quoted, text
from newsmodel.formats._shared.repeated import opening
from newsmodel.formats._shared.shown_files import main_file, shown_files
from newsmodel.formats._shared.urls import whole
from newsmodel.formats.html.linked import linked_article
from newsmodel.formats.html.linked.nodes import address, link
from newsmodel.formats.html.linked.rights import targets
from newsmodel.formats.html.pages.dates import locale, machine_date
from newsmodel.formats.html.pages.figures import caption_for
from newsmodel.formats.html.pages.island import script
from newsmodel.formats.html.pages.names import name_for
from newsmodel.formats.html.pages.people import page_of
from newsmodel.formats.html.pages.roles import is_foreign
from newsmodel.formats.html.pages.texts import PageText
from newsmodel.formats.html.pages.titles import shortened
from newsmodel.formats.html.pages.versions import Version
from newsmodel.model import Article, Image
from newsmodel.model.in_text import shown_media

__all__ = ["alternates", "head"]

_DESCRIPTION = 200
"""How much of the text stands for a description where there is none."""
_TWITTER_TITLE, _TWITTER_DESCRIPTION, _TWITTER_ALT = 70, 200, 420
"""How many signs a card shows (X, "Cards markup")."""


def head(
    page_text: PageText, versions: Sequence[Version], classes: Iterable[type] | None = None
) -> str:
    """The metadata of an article that is all public, an element a line.

    Args:
        page_text: the article, with what its page asks of its text.
        versions: its language versions.
        classes: the classes of the nodes in its body, where somebody has just gone through it.
    """
    article, title = page_text.article, page_text.title
    linked = linked_article(page_text, versions, classes)
    own = next(version for version in versions if version.current)
    summary = _description(page_text)
    lines = [f"<title>{text(title)}</title>"]
    lines += _metas("name", _names(article, summary))
    base = own.address if own.absolute else None
    lines += _links(article, base)
    lines += alternates(versions)
    lines += _metas("property", _open_graph(article, own, versions, title, summary))
    lines += _metas("name", _card(article, title, summary, base))
    lines.append(script(linked, 'type="application/ld+json"'))
    return "\n".join(lines) + "\n"


def _description(page_text: PageText) -> str | None:
    """The summary, else another description, else how the text begins that anybody may read.

    A description in another language than the article's counts where there is nothing else.
    """
    article = page_text.article
    foreign = [each for each in article.descriptions if is_foreign(each, article.language)]
    own = [each for each in article.descriptions if each not in foreign]
    line = _first((article.summary, *[each.value for each in own]))
    if line is None:
        line = shortened(opening(page_text.open_body), _DESCRIPTION)
    return " ".join((line or _first(each.value for each in foreign) or "").split()) or None


def _first(lines: Iterable[str | None]) -> str | None:
    return next((line for line in lines if line and line.strip()), None)


def _metas(kind: str, pairs: Iterable[tuple[str, str | None]]) -> list[str]:
    return [f'<meta {kind}="{n}" content="{quoted(v)}">' for n, v in pairs if v]


# ------------------------------------------------------------------ names and links
def _names(article: Article, summary: str | None) -> Iterator[tuple[str, str | None]]:
    yield "description", summary
    names = (name_for(author, article.language) for author in article.authors)
    yield from (("author", str(name)) for name in names if name)
    yield "keywords", ", ".join([keyword.value for keyword in article.keywords])
    yield "robots", _robots(article)
    yield "tdm-reservation", _mining(article)


def _robots(article: Article) -> str:
    rules = "max-image-preview:large"
    return (
        f"{rules}, unavailable_after: {article.expires.isoformat()}" if article.expires else rules
    )


def _mining(article: Article) -> str | None:
    """Whether mining text and data is reserved (W3C TDMRep), from the vocabulary of PLUS."""
    code = (article.rights.data_mining or "") if article.rights else ""
    word = code.rpartition("/")[2].rpartition(":")[2].upper()
    return "1" if word.startswith("DMI-PROHIBITED") else "0" if word == "DMI-ALLOWED" else None


def _links(article: Article, base: str | None) -> Iterator[str]:
    if base:
        yield f'<link rel="canonical" href="{quoted(base)}">'
    for page in dict.fromkeys(targets(article.rights, "license", base)):
        yield f'<link rel="license" href="{quoted(page)}">'


def alternates(versions: Sequence[Version]) -> list[str]:
    """One version for each language, the page itself among them, and the one for all others.

    That is the original, or else the first: the order is the same on every page. Where nobody
    tells whether there is one, none is for all others. Of two in a language the first is told:
    search engines heed neither where both are, nor what a page tells that is not among them.
    """
    if len(versions) < 2:
        return []
    told = [v for v in versions if v.address]
    firsts = {v.hreflang.lower(): v for v in reversed(told) if v.hreflang}
    named = [(v.hreflang, v.address) for v in told if v in firsts.values()]
    if any(v.current and v.hreflang and v not in firsts.values() for v in told):
        return []
    if versions[0].original is not None:
        named += [("x-default", v.address) for v in told[:1]]
    return [
        f'<link rel="alternate" hreflang="{quoted(tag or "")}" href="{quoted(address or "")}">'
        for tag, address in named
    ]


# ------------------------------------------------------------------ OpenGraph and cards
def _open_graph(
    article: Article, own: Version, versions: Sequence[Version], title: str, summary: str | None
) -> Iterator[tuple[str, str | None]]:
    """What networks show of a page (The Open Graph protocol, type "article")."""
    yield "og:type", "article"
    yield "og:title", title
    yield "og:description", summary
    base = own.address if own.absolute else None
    yield "og:url", base
    site = name_for(article.publisher or article.provider, article.language)
    yield "og:site_name", str(site or "")
    yield from _locales(own, versions)
    yield from _pictures(article, base)
    if article.published:
        yield "article:published_time", machine_date(article.published)
    if article.modified:
        yield "article:modified_time", machine_date(article.modified)
    if article.expires:
        yield "article:expiration_time", machine_date(article.expires)
    for author in article.authors:
        yield "article:author", address(link(page_of(author), base))
    yield "article:section", article.section
    yield from (("article:tag", keyword.value) for keyword in article.keywords)


def _locales(own: Version, versions: Sequence[Version]) -> Iterator[tuple[str, str | None]]:
    told = locale(own.hreflang)
    yield "og:locale", told
    others = (locale(v.hreflang) for v in versions if not v.current and v.link)
    for other in dict.fromkeys(others):
        if other != told:
            yield "og:locale:alternate", other


def _pictures(article: Article, base: str | None) -> Iterator[tuple[str, str | None]]:
    for image in _lead_first(article):
        file = main_file(shown_files(image))
        if file is not None:
            width, height = file.width, file.height
            yield "og:image", whole(file.address, base)
            yield "og:image:type", file.rendition.content_type
            yield "og:image:width", str(width) if width else None
            yield "og:image:height", str(height) if height else None
            yield "og:image:alt", _alt(article, image)


def _lead_first(article: Article) -> list[Image]:
    lead = article.lead_image
    return sorted(shown_media(article.images, article.body), key=lambda image: image is not lead)


def _alt(article: Article, image: Image) -> str | None:
    caption = caption_for(image, article.language)
    return caption.alt_text if caption else None


def _card(
    article: Article, title: str, summary: str | None, base: str | None
) -> Iterator[tuple[str, str | None]]:
    """What X shows of a page (X, "Cards markup")."""
    lead = article.lead_image
    file = main_file(shown_files(lead)) if lead else None
    yield "twitter:card", "summary_large_image" if file else "summary"
    yield "twitter:title", shortened(title, _TWITTER_TITLE)
    yield "twitter:description", shortened(summary or "", _TWITTER_DESCRIPTION)
    if lead and file:
        yield "twitter:image", whole(file.address, base)
        yield "twitter:image:alt", shortened(_alt(article, lead) or "", _TWITTER_ALT)
