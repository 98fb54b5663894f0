"""What was edited in the library's own pages beside the text: lines around it, and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from newsmodel.captions import parse_captions
from newsmodel.formats._shared.urls import written_image
from newsmodel.formats._shared.xhtml.pictures import Pictures
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import Element, line_of, string
from newsmodel.formats.html.made import made_anew
from newsmodel.formats.html.pages.figures import IMAGE
from newsmodel.formats.html.pages.page import Look, fragment
from newsmodel.formats.html.pages.people import last_word
from newsmodel.formats.html.pages.roles import KICKERS, STANDFIRSTS, SUBHEADLINES, TEASERS
from newsmodel.formats.html.visible import FIELD
from newsmodel.model import Article, Problem, Rights, Severity, Text
from newsmodel.model.base import changed

__all__ = ["with_lines", "with_pictures"]

_WHERE: dict[str, tuple[tuple[str, frozenset[str] | None], ...]] = {
    "nm-kicker": (("headlines", KICKERS), ("section", None)),
    "nm-subheadline": (("headlines", SUBHEADLINES),),
    "nm-standfirst": (("descriptions", STANDFIRSTS), ("descriptions", TEASERS)),
    "nm-warning": (("content_warnings", None),),
    "nm-provider": (("credit", None),),
    "nm-rights": (("rights", None),),
}
"""Lines around the text, by their classes, and the fields from which their words may be, with the
roles these have there."""


_OTHERS = frozenset({"figure", "header", "footer", "nav"})
_FIGURES = frozenset({"nm-lead", "nm-figure", "nm-more"})
_WORD = re.compile(r"\w+")
_STALE = "the text that repeated the line {!r} was edited in the page"
_MADE = "the words {!r}, which follow from other data of the page, were edited in it"
_GONE = "$.images[{}] was taken out of the page"


# ------------------------------------------------------------------ lines
def with_lines(article: Article, node: Element, stale: Iterable[str] = ()) -> Article:
    """The article with what was edited in lines that are shown of it in a whole page.

    What is said of names, codes and relations is not read back, which is told.

    Args:
        article: what was read of the page so far.
        node: the element that shows it.
        stale: the lines that the text repeated, and repeats no longer.
    """
    shown = _shown(article)
    now, before = _lines(node), _lines(shown)
    gone = _numbers(shown) - _numbers(node)
    findings = [*article.findings, *[_finding(_GONE.format(n), []) for n in sorted(gone)]]
    findings += [_finding(_STALE.format(line[:80]), []) for line in stale]
    for css in sorted(now.keys() | before.keys()):
        old, new = before.get(css, []), now.get(css, [])
        if old == new:
            continue
        article, rest = _edited(article, css, old, new)
        if rest is not None:
            findings.append(_finding(f"the line {css!r} was edited in the page", rest))
    findings += [_finding(_MADE.format(words[:80]), []) for words in made_anew(shown, node)]
    edited = _edited_figures(_figures_in(shown), _figures_in(node), gone)
    findings += [
        _finding(f"the figure {words[:80]!r} was edited in the page", []) for words in edited
    ]
    return changed(article, findings=tuple(findings)) if findings else article


def _shown(article: Article) -> Element:
    """The article as a page shows it."""
    markup, _ = fragment(article, Look())
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    root: Element = etree.fromstring(markup.encode(), parser)
    return root.find(".//article")  # type: ignore[return-value]  # it is what was written


def _numbers(node: Element) -> set[str]:
    """The pictures that are shown, by their numbers."""
    return {figure.get(IMAGE, "") for figure in node.iter("figure")} - {""}


def _lines(node: Element) -> dict[str, list[str]]:
    """The words over and under the text, by the classes of their elements, else by their tags."""
    found: dict[str, list[str]] = {}
    parts = {part: part.tag for part in (*node.iterfind("header"), *node.iterfind("footer"))}
    for part in (node, *parts):
        loose = " ".join(filter(None, [part.text, *[line.tail for line in part]])).split()
        if loose:
            found.setdefault(str(part.tag), []).append(" ".join(loose))
        for line in part:
            if line not in parts and _is_line(line) and (words := _words(line)):
                found.setdefault(line.get("class") or str(line.tag), []).append(words)
    return found


def _is_line(element: Element) -> bool:
    """Whether words are in an element that are neither a field's nor a figure's."""
    if element.tag in _OTHERS or element.get("class") == "nm-stamp":
        return False
    return element.get(FIELD) is None and element.find(f"*[@{FIELD}]") is None


def _words(line: Element) -> str:
    """The words of a line without its label."""
    value = line.find("bdi") if line.find("span[@class='nm-label']") is not None else None
    return " ".join(string(line if value is None else value).split())


def _edited(
    article: Article, css: str, old: list[str], new: list[str]
) -> tuple[Article, list[str] | None]:
    """The article with other words in the place of some, and those that have none in it, if any."""
    if len(old) != len(new):
        return article, new
    pending = list(zip(old, new, strict=True))
    for name, roles in _WHERE.get(css, ()):
        value = getattr(article, name)
        now = _replaced(value, pending, roles)
        if now != value:
            article = changed(article, **{name: now})
    rest = [now for before, now in pending if before != now]
    return article, rest or None


def _replaced(value: Any, pending: list[tuple[str, str]], roles: frozenset[str] | None) -> Any:
    """A value with the words that a page says now; each line is taken out of those pending."""
    if isinstance(value, str):
        return _taken(" ".join(value.split()), pending) or value
    if isinstance(value, Text):
        if roles is not None and last_word(value.role) not in roles:
            return value
        return changed(value, value=_replaced(value.value, pending, roles))
    if isinstance(value, Rights):
        return changed(value, notices=_replaced(value.notices, pending, roles))
    if not isinstance(value, tuple):
        return value
    if value and all(isinstance(each, str) for each in value):
        now = _taken(", ".join(value), pending)
        return tuple(now.split(", ")) if now else value
    return tuple([_replaced(each, pending, roles) for each in value])


def _taken(before: str, pending: list[tuple[str, str]]) -> str | None:
    """What is said now where a line was, the first of its words; None where there was none."""
    found = next((line for line in pending if line[0] == before and line[1]), None)
    if found is None:
        return None
    pending.remove(found)
    return found[1]


def _finding(what: str, words: list[str]) -> Problem:
    said = "; ".join(words)[:200]
    message = f"{what}, and that is not read back" + (f": {said!r}" if said else "")
    return Problem(rule="html.edit-unread", severity=Severity.WARNING, path="$", message=message)


# ------------------------------------------------------------------ figures
def _figures_in(node: Element) -> dict[str, list[tuple[list[str], str]]]:
    """What is in figures of ours, as words and addresses, by their classes; pictures by numbers."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for figure in node.iter("figure"):
        classes = figure.get("class") or ""
        if _FIGURES.isdisjoint(classes.split()):
            continue
        words = line_of(figure)
        files = [written_image(value) or value for value in _addresses(figure)]
        said = sorted(_WORD.findall(words)) + files
        if said:
            key = figure.get(IMAGE) or classes
            found.setdefault(key, []).append((said, words or files[0]))
    return found


def _addresses(figure: Element) -> Iterator[str]:
    for each in figure.iter("img", "video", "source", "a"):
        yield from [each.get(name, "") for name in ("src", "poster", "href") if each.get(name)]


def _edited_figures(
    before: dict[str, list[tuple[list[str], str]]],
    now: dict[str, list[tuple[list[str], str]]],
    gone: set[str],
) -> list[str]:
    """The words of figures that say what the article does not."""
    told = []
    for key in sorted((before.keys() | now.keys()) - gone):
        old, new = before.get(key, []), now.get(key, [])
        known = [said for said, _ in old]
        other = [words for said, words in new if said not in known]
        missing = [words for _, words in old] if len(old) > len(new) else []
        told += other or missing
    return told


# ------------------------------------------------------------------ pictures
def with_pictures(article: Article, pictures: Pictures, node: Element) -> Article:
    """The article with the pictures that somebody put into its text.

    Args:
        article: what was read of the page so far.
        pictures: those met in its text.
        node: the element that shows it.
    """
    known = {image.id for image in article.images}
    new = tuple([image for image in pictures.found if image.id not in known])
    if new:
        new = parse_captions(Article(id="", language=article.language, images=new)).images
        article = changed(article, images=(*article.images, *new))
    stray = [img.get("src", "") for img in _stray(node)]
    if not stray:
        return article
    what = "a picture was put beside the text of the page"
    return changed(article, findings=(*article.findings, _finding(what, stray)))


def _stray(node: Element) -> Iterator[Element]:
    """The pictures that stand neither in the text nor in figures of ours."""
    for img in node.iter("img"):
        around = list(img.iterancestors("figure", "div", "a", "span", "p"))
        ours = img.get(DATA) == "made" or any(
            e.get(IMAGE) or e.get(DATA) or e.get(FIELD) == "body" for e in around
        )
        if not ours:
            yield img
