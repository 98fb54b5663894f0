"""Which of the nodes of a page describes its article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel.formats.html.webpages.things import Graph, Thing, types_of

__all__ = ["ARTICLES", "PRECISE", "likeness", "main_article"]

ARTICLES = frozenset({
    "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "Article", "BlogPosting",
    "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "AdvertiserContentArticle",
    "SatiricalArticle", "ScholarlyArticle", "MedicalScholarlyArticle", "TechArticle", "Report",
    "Review", "Blog", "CreativeWork", "VideoObject", "WebPage",
})  # fmt: skip
"""The types an article may have (schema.org 29), and those that stand in for one."""

PRECISE = ARTICLES - {"Review", "Blog", "CreativeWork", "VideoObject", "WebPage"}
"""Those that say what sort of article one is."""
_STAND_IN = {"Review": 1.5, "Blog": 0.2, "CreativeWork": 0.8, "VideoObject": 0.3, "WebPage": 0.4}
_TELLING = ("headline", "datePublished", "author", "articleBody", "image", "dateModified")
_WORD = re.compile(r"\w+")


def main_article(graph: Graph, titles: list[str], addresses: Iterable[str]) -> Thing | None:
    """The node that describes the article; what others say of the same article fills its gaps."""
    lows = {name.lower(): name for name in ARTICLES}
    ranked: list[tuple[float, int, Thing]] = []
    known = frozenset(addresses)
    for number, (depth, thing) in enumerate(graph.things):
        types = {lows[t.lower()] for t in types_of(thing) if t.lower() in lows}
        if types:
            score = _score(graph, thing, types, titles, known) - 0.7 * depth
            ranked.append((score, -number, thing))
    if not ranked:
        return None
    ranked.sort(key=lambda each: each[:2], reverse=True)
    best, _, main = ranked[0]
    if best < _ENOUGH:
        return None
    headline = graph.text(main, "headline")
    merged = dict(main)
    for _, _, thing in ranked[1:20]:
        other = graph.text(thing, "headline")
        if headline and other and likeness(headline, other) > 0.9:
            merged = {**{k: v for k, v in thing.items() if v not in (None, "", [])}, **merged}
    return {k: v for k, v in merged.items() if v not in (None, "", [])}


_ENOUGH = 1.0


def _score(
    graph: Graph, thing: Thing, types: set[str], titles: list[str], addresses: frozenset[str]
) -> float:
    score = 2.0 if types & PRECISE else max(_STAND_IN[name] for name in types)
    score += 0.3 * sum(bool(graph.values(thing, name)) for name in _TELLING)
    own = [*graph.texts(thing, "url"), *graph.texts(thing, "mainEntityOfPage")]
    if addresses and any(_ends_alike(url, each) for url in own for each in addresses):
        score += 1.0
    headline = graph.text(thing, "headline") or graph.text(thing, "name")
    if headline and titles:
        score += 2.5 * max(likeness(headline, title) for title in titles)
    return score


def _ends_alike(url: str, address: str) -> bool:
    bare = url.partition("#")[0].partition("?")[0].rstrip("/")
    return len(address) > 8 and bare.endswith(address)


def likeness(one: str, other: str) -> float:
    """How many of the words of two lines are the same: from 0 to 1."""
    a, b = ({*_WORD.findall(line.casefold())} for line in (one, other))
    if not a or not b:
        return 0.0
    shared = len(a & b)
    if not shared and (one in other or other in one):
        return 0.5  # scripts without spaces
    return shared / min(len(a), len(b)) * (0.5 + 0.5 * shared / max(len(a), len(b)))
