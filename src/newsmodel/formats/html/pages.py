"""Pages, and the bare article for templates."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.island import packed
from newsmodel.formats._shared.urls import is_safe_link
from newsmodel.formats._shared.xhtml import BodyWriter
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html import figures
from newsmodel.formats.html.headings import ShownLevels
from newsmodel.formats.html.visible import ROWS, tagged, visible
from newsmodel.language import autonym, direction
from newsmodel.model import Article, Figure, Media, Translation
from newsmodel.model.tree import walk_nodes
from newsmodel.plain import to_plain

OVERLAID = ("images", "translations")
"""Fields whose value in the island counts, with what was edited in the page laid over it."""
ISLAND = f"{DATA}-island"
TRANSLATION = f"{DATA}-translation"


def page(article: Article, *, stylesheet: bool) -> str:
    """An article that is all public as a complete page."""
    style = f"<style>\n{_stylesheet()}</style>\n" if stylesheet else ""
    return (
        f"<!DOCTYPE html>\n<html{_language(article.language)}>\n<head>\n"
        f'<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{_head(article)}{style}</head>\n<body>\n<main>\n{fragment(article)}</main>\n"
        f"{_island(article)}\n</body>\n</html>\n"
    )


def fragment(article: Article) -> str:
    """An article that is all public as the bare `<article>`."""
    parts = [_languages(article), _header(article), *_content(article), _footer(article)]
    own = attributes([(DATA, "article"), (f"{DATA}-id", article.id)])
    content = "\n".join(filter(None, parts))
    return (
        f'<article class="nm-article"{own}{_language(article.language)}>\n{content}\n</article>\n'
    )


def _language(tag: str | None) -> str:
    """The attributes that name a language, and its direction where that is not the usual one."""
    if tag is None:
        return ""
    return attributes([("lang", tag), ("dir", "rtl" if direction(tag) == "rtl" else None)])


@cache
def _stylesheet() -> str:
    return files("newsmodel.formats.html").joinpath("style.css").read_text("utf-8")


def _head(article: Article) -> str:
    lines = [f"<title>{text(article.headline or article.title or article.id)}</title>"]
    if article.summary:
        pairs = [("name", "description"), ("content", article.summary)]
        lines.append(f"<meta{attributes(pairs)}>")
    if article.url and is_safe_link(article.url):
        lines.append(f"<link{attributes([('rel', 'canonical'), ('href', article.url)])}>")
    versions = [(article.language, article.url)]
    versions += [(each.language, each.url) for each in article.translations]
    if len(versions) > 1:
        lines += [_alternate(tag, url) for tag, url in versions if tag and url]
    return "".join(f"{line}\n" for line in lines if line)


def _alternate(tag: str, url: str) -> str:
    pairs = [("rel", "alternate"), ("hreflang", tag), ("href", url)]
    return f"<link{attributes(pairs)}>" if is_safe_link(url) else ""


def _languages(article: Article) -> str:
    """The language switcher: each version named in its own language."""
    if not article.translations:
        return ""
    own = f'<li><span{_language(article.language)} aria-current="page">'
    own += f"{text(_name(article.language))}</span></li>"
    others = [_other(each, number) for number, each in enumerate(article.translations)]
    items = "\n".join([own, *others])
    return f'<nav class="nm-languages" aria-label="Languages"><ul>\n{items}\n</ul></nav>'


def _other(translation: Translation, number: int) -> str:
    name, lang = text(_name(translation.language)), _language(translation.language)
    mark = attribute(TRANSLATION, number)
    if translation.url is not None and is_safe_link(translation.url):
        pairs = [("href", translation.url), ("hreflang", translation.language)]
        return f"<li{mark}><a{attributes(pairs)}{lang}>{name}</a></li>"
    return f"<li{mark}><span{lang}>{name}</span></li>"


def _name(tag: str | None) -> str:
    return "?" if tag is None else autonym(tag) or tag


def _header(article: Article) -> str:
    lines = [_field(article, name) for name in ("headline", "summary", "byline")]
    stamp = " ".join(filter(None, [_field(article, "dateline"), _field(article, "published")]))
    lines.append(f'<p class="nm-stamp">{stamp}</p>' if stamp else "")
    inner = "\n".join(filter(None, lines))
    return f"<header>\n{inner}\n</header>" if inner else ""


def _field(article: Article, name: str) -> str:
    value = getattr(article, name)
    return ROWS[name].write(value) if value not in (None, ()) else ""


def _content(article: Article) -> list[str]:
    """The body with its pictures, and around it those that stand nowhere in it."""
    placed = {n.image_id for _, n in walk_nodes(article.body) if isinstance(n, Figure)}
    numbers = {id(image): number for number, image in enumerate(article.images)}
    loose: list[Media] = [
        medium
        for medium in (*article.images, *article.videos, *article.audios)
        if medium.id is None or medium.id not in placed
    ]
    lead = [m for m in loose if m is article.lead_image]
    after = [m for m in loose if m is not article.lead_image]
    return [
        *(_loose(m, article, numbers, "nm-lead") for m in lead),
        _body(article),
        *(_loose(m, article, numbers, "nm-more") for m in after),
    ]


def _loose(medium: Media, article: Article, numbers: dict[int, int], css: str) -> str:
    return figures.figure(medium, article.language, numbers.get(id(medium)), css)


def _body(article: Article) -> str:
    if not article.body:
        return ""
    every = (*article.images, *article.videos, *article.audios)
    media = {medium.id: medium for medium in reversed(every) if medium.id is not None}
    numbers = {image.id: number for number, image in reversed(list(enumerate(article.images)))}

    def figure(node: Figure) -> str:
        medium = media.get(node.image_id)
        number = numbers.pop(node.image_id, None)
        return figures.inside(medium, article.language, number) if medium else ""

    blocks = BodyWriter(html=True, figure=figure, levels=ShownLevels()).blocks(article.body)
    return tagged("div", "body", "nm-body", f"\n{blocks}\n")


def _footer(article: Article) -> str:
    lines = [_field(article, "corrections")]
    notices = article.rights.notices if article.rights else ()
    lines += [f'<p class="nm-rights">{text(notice.value)}</p>' for notice in notices]
    inner = "\n".join(filter(None, lines))
    return f"<footer>\n{inner}\n</footer>" if inner else ""


def _island(article: Article) -> str:
    """What the page's markup does not say of the article, escaped for a script element."""
    meant, seen = to_plain(article), to_plain(visible(article))
    names = [name for name in meant | seen if meant.get(name) != seen.get(name)]
    island = packed(meant, {n: None if n in OVERLAID else seen.get(n) for n in names})
    if not island:
        return ""
    content = json.dumps(island, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        content = content.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/json" {ISLAND}="1">{content}</script>'
