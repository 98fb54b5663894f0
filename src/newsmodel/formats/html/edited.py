"""What was edited in the library's own pages beside the text: lines around it, and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from newsmodel.captions import parse_captions
from newsmodel.formats._shared.xhtml.pictures import Pictures
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import Element, string
from newsmodel.formats.html.pages.figures import IMAGE
from newsmodel.formats.html.pages.page import Look, fragment
from newsmodel.formats.html.visible import FIELD
from newsmodel.model import Article, Problem, Rights, Severity, Text
from newsmodel.model.base import changed

__all__ = ["with_lines", "with_pictures"]

_WHERE: dict[str, tuple[str, ...]] = {
    "nm-kicker": ("headlines", "section"),
    "nm-subheadline": ("headlines",),
    "nm-standfirst": ("descriptions",),
    "nm-warning": ("content_warnings",),
    "nm-provider": ("credit",),
    "nm-rights": ("rights",),
}
"""Lines around the text, by their classes, and the fields from which their words may be."""


_GONE = "$.images[{}] was taken out of the page"


# ------------------------------------------------------------------ lines
def with_lines(article: Article, node: Element) -> Article:
    """The article with what was edited in lines that are shown of it in a whole page.

    What is said of names, codes and relations is not read back, which is told.

    Args:
        article: what was read of the page so far.
        node: the element that shows it.
    """
    shown = _shown(article)
    now, before = _lines(node), _lines(shown)
    gone = _numbers(shown) - _numbers(node)
    findings = [*article.findings, *[_finding(_GONE.format(n), []) for n in sorted(gone)]]
    for css in sorted(now.keys() | before.keys()):
        old, new = before.get(css, []), now.get(css, [])
        if old == new:
            continue
        edited = _edited(article, css, old, new) if len(old) == len(new) else None
        if edited is None:
            findings.append(_finding(f"the line {css!r} was edited in the page", new))
        else:
            article = edited
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
    """The words of the lines over and under the text, by their classes."""
    found: dict[str, list[str]] = {}
    for part in (*node.iterfind("header"), *node.iterfind("footer")):
        for line in part.iterfind("p[@class]"):
            if line.get(FIELD) is None and line.find(f"*[@{FIELD}]") is None:
                found.setdefault(line.get("class", ""), []).append(_words(line))
    found.pop("nm-stamp", None)
    return found


def _words(line: Element) -> str:
    """The words of a line without its label."""
    value = line.find("bdi") if line.find("span[@class='nm-label']") is not None else None
    return " ".join(string(line if value is None else value).split())


def _edited(article: Article, css: str, old: list[str], new: list[str]) -> Article | None:
    """The article with other words in the place of some; None where they are not found."""
    for before, now in zip(old, new, strict=True):
        if before == now:
            continue
        for name in _WHERE.get(css, ()):
            value = _replaced(getattr(article, name), before, now)
            if value is not None:
                article = changed(article, **{name: value})
                break
        else:
            return None
    return article


def _replaced(value: Any, before: str, now: str) -> Any:
    """A value that says other words; None where it does not say those."""
    if isinstance(value, str):
        return now if " ".join(value.split()) == before and now else None
    if isinstance(value, Text):
        words = _replaced(value.value, before, now)
        return None if words is None else changed(value, value=words)
    if isinstance(value, Rights):
        notices = _replaced(value.notices, before, now)
        return None if notices is None else changed(value, notices=notices)
    if not isinstance(value, tuple):
        return None
    for number, each in enumerate(value):
        part = _replaced(each, before, now)
        if part is not None:
            return (*value[:number], part, *value[number + 1 :])
    several = all(isinstance(each, str) for each in value) and ", ".join(value) == before
    return tuple(now.split(", ")) if several and now else None


def _finding(what: str, words: list[str]) -> Problem:
    said = "; ".join(words)[:200]
    message = f"{what}, and that is not read back" + (f": {said!r}" if said else "")
    return Problem(rule="html.edit-unread", severity=Severity.WARNING, path="$", message=message)


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
