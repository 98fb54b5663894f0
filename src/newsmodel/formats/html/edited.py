"""What was edited in the library's own pages beside the text: lines around it, and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from lxml import etree

from newsmodel.captions import parse_captions
from newsmodel.formats._shared.urls import written_image
from newsmodel.formats._shared.xhtml.pictures import Pictures
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.byhand import is_unseen
from newsmodel.formats.html.compared import Line, differences, lines_in, shown_from_elsewhere
from newsmodel.formats.html.elements import Element, Told, line_of, string
from newsmodel.formats.html.pages.figures import IMAGE
from newsmodel.formats.html.pages.page import Look, fragment
from newsmodel.formats.html.pages.people import last_word
from newsmodel.formats.html.pages.roles import KICKERS, STANDFIRSTS, SUBHEADLINES, TEASERS
from newsmodel.formats.html.persons import unsure_names
from newsmodel.formats.html.related import with_related
from newsmodel.formats.html.visible import FIELD
from newsmodel.model import Article, Problem, Rights, Severity, Text, public
from newsmodel.model.base import changed

__all__ = [
    "STALE", "Edits", "as_markup", "edits_in", "told_differences", "with_findings", "with_lines",
    "with_pictures",
]  # fmt: skip

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


_KEPT = frozenset({"summary", "dateline"})
"""Fields that a page keeps, and does not show, where its text says them."""
_FIGURES = frozenset({"nm-lead", "nm-figure", "nm-more"})
_SAID = ("src", "poster", "href", "alt", "aria-label")
"""Attributes that say of a figure what it shows and leads to, and what is read out of it."""
_WORD = re.compile(r"\w+")
_EDITED = "the line {!r} was edited in the page"
_TAKEN_OUT = "the line {!r} was taken out of the page"
_ORDER = "the pictures beside the text were put in another order in the page"
_STRAY = "the picture {!r} was put beside the text of the page"
STALE = "the text that repeated the line {!r} was edited in the page"
_GONE = "$.images[{}] was taken out of the page"


@attrs.frozen
class Edits:
    """What is seen of a page before anything in it is put right."""

    lines: list[Line]
    """Its lines."""
    numbers: set[str]
    """The numbers of the pictures it shows."""
    put_in: frozenset[str]
    """The addresses of what somebody put into its text that is shown from elsewhere."""
    kept: frozenset[str]
    """The lines that it keeps, and does not show, since its text says them."""
    framed: bool
    """Whether embeds are shown in frames."""
    told: list[Told]
    """What is to be told of it whatever else is found."""


def edits_in(node: Element, known: list[Any]) -> Edits:
    """What is seen in the element that shows an article, as it came.

    Args:
        node: the element.
        known: what the data island knows of elements in it.
    """
    framed = node.find(f".//iframe[@{DATA}='made']") is not None
    kept = [
        line_of(each) for each in node.iter("p") if each.get(FIELD) in _KEPT and is_unseen(each)
    ]
    return Edits(
        lines=lines_in(node),
        numbers=_numbers(node),
        put_in=shown_from_elsewhere(node),
        kept=frozenset(kept),
        framed=framed,
        told=unsure_names(node, known),
    )


# ------------------------------------------------------------------ lines
def with_lines(article: Article, node: Element, edits: Edits) -> Article:
    """The article with what was edited in lines that are shown of it in a whole page.

    What is not read back, of names, codes and relations, is told.

    Args:
        article: what was read of the page so far.
        node: the element that shows it.
        edits: what was seen of the page before anything in it was put right.
    """
    before, shown = article, _shown(article, edits)
    known = _lines(shown)
    for css, new in _lines(node).items():
        article = _edited(article, css, known.get(css, []), new)
    article = with_related(article, node)
    if article is not before:
        shown = _shown(article, edits)
    gone = _numbers(shown) - edits.numbers
    told = [*edits.told, *[(_GONE.format(n), None) for n in sorted(gone)]]
    told += _differences(shown, edits)
    edited = _edited_figures(_figures_in(shown), _figures_in(node), gone)
    told += [(f"the figure {words[:80]!r} was edited in the page", None) for words in edited]
    told += _swapped(_beside(shown), _beside(node))
    return with_findings(article, told)


def _shown(article: Article, edits: Edits) -> Element:
    """The article as a page shows it."""
    markup, _ = fragment(public(article, override=True), Look(frames=edits.framed))
    return as_markup(markup)


def as_markup(markup: str) -> Element:
    """The element of an article as the library wrote it."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    root: Element = etree.fromstring(markup.encode(), parser)
    return root.find(".//article")  # type: ignore[return-value]  # it is what was written


def _numbers(node: Element) -> set[str]:
    """The pictures that are shown, by their numbers."""
    figures = node.iterfind(f".//figure[@{IMAGE}]")
    return {each.get(IMAGE, "") for each in figures if not _is_out_of_sight(each)}


def _is_out_of_sight(element: Element) -> bool:
    around = (element, *element.iterancestors(etree.Element))
    return any(is_unseen(each) or each.get(f"{DATA}-public") == "false" for each in around)


def _beside(node: Element) -> list[str]:
    """The same of those beside the text, in order."""
    return [figure.get(IMAGE, "") for figure in node.iterfind(f"figure[@{IMAGE}]")]


def _swapped(before: list[str], now: list[str]) -> list[Told]:
    old = [number for number in before if number in now]
    new = [number for number in now if number in before]
    return [] if old == new else [(_ORDER, None)]


def _differences(shown: Element, edits: Edits) -> Iterator[Told]:
    both = lines_in(shown, edits.put_in), edits.lines
    before, now = ([line for line in each if line.words not in edits.kept] for each in both)
    yield from told_differences(before, now)


def told_differences(before: list[Line], now: list[Line]) -> Iterator[Told]:
    """What is to be told of lines that are others than the library writes."""
    known = {line.words for line in before}
    for lines, is_there in differences(before, now):
        # Where the words are the same an address is not.
        words = [each.key if is_there and each.words in known else each.words for each in lines]
        what = _EDITED if is_there else _TAKEN_OUT
        yield what.format(" / ".join(words)[:200]), lines[0].place if is_there else None


def _lines(node: Element) -> dict[str, list[str]]:
    """The words of lines over and under the text that are no field's, by their classes."""
    found: dict[str, list[str]] = {}
    for line in (*node.iterfind("header/p"), *node.iterfind("footer/p")):
        css = line.get("class")
        if css in _WHERE and line.get(FIELD) is None and (words := _words(line)):
            found.setdefault(css, []).append(words)
    return found


def _words(line: Element) -> str:
    """The words of a line without its label."""
    value = line.find("bdi") if line.find("span[@class='nm-label']") is not None else None
    return " ".join(string(line if value is None else value).split())


def _edited(article: Article, css: str, old: list[str], new: list[str]) -> Article:
    """The article with other words in the place of some."""
    if len(old) != len(new):
        return article
    pending = list(zip(old, new, strict=True))
    for name, roles in _WHERE[css]:
        value = getattr(article, name)
        now = _replaced(value, pending, roles)
        if now != value:
            article = changed(article, **{name: now})
    return article


def _replaced(value: Any, pending: list[tuple[str, str]], roles: frozenset[str] | None) -> Any:
    """A value with the words that a page says now; each line is taken out of those pending."""
    if isinstance(value, str):
        return _taken(" ".join(value.split()), pending, value)
    if isinstance(value, Text):
        if roles is not None and last_word(value.role) not in roles:
            return value
        return changed(value, value=_replaced(value.value, pending, roles))
    if isinstance(value, Rights):
        return changed(value, notices=_replaced(value.notices, pending, roles))
    if not isinstance(value, tuple):
        return value
    if value and all(isinstance(each, str) for each in value):
        line = ", ".join(value)
        now = _taken(line, pending, line)
        return value if now == line else tuple(now.split(", "))
    return tuple([_replaced(each, pending, roles) for each in value])


def _taken(before: str, pending: list[tuple[str, str]], value: str) -> str:
    """What is said now where a line was, the first of its words; the value where it is the same."""
    found = next((line for line in pending if line[0] == before and line[1]), None)
    if found is None:
        return value
    pending.remove(found)
    return value if found[1] == before else found[1]


def with_findings(article: Article, told: Iterable[Told]) -> Article:
    """The article with what is to be told of its page."""
    new = tuple([_finding(what, line) for what, line in told])
    return changed(article, findings=(*article.findings, *new)) if new else article


def _finding(what: str, line: int | None) -> Problem:
    message = what if ": " in what else f"{what}, and that is not read back"
    return Problem(rule="html.edit-unread", severity=Severity.WARNING, message=message, line=line)


# ------------------------------------------------------------------ figures
def _figures_in(node: Element) -> dict[str, list[tuple[list[str], str]]]:
    """What figures of ours show, as words and addresses, by their classes; pictures by numbers."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for figure in node.iter("figure"):
        classes = figure.get("class") or ""
        if _FIGURES.isdisjoint(classes.split()) or _is_out_of_sight(figure):
            continue
        words = line_of(figure)
        files = [written_image(value) or value for value in _addresses(figure)]
        said = sorted(_WORD.findall(words)) + files
        if said:
            key = figure.get(IMAGE) or classes
            found.setdefault(key, []).append((said, words or files[0]))
    return found


def _addresses(figure: Element) -> Iterator[str]:
    for each in figure.iter("img", "video", "audio", "source", "a"):
        yield from [each.get(name, "") for name in _SAID if each.get(name)]


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
        told += other or _missing(old, [said for said, _ in new])
    return told


def _missing(old: list[tuple[list[str], str]], left: list[list[str]]) -> list[str]:
    """The words of figures that are not among those that are left, each of which counts once."""
    missing = []
    for said, words in old:
        if said in left:
            left.remove(said)
        else:
            missing.append(words)
    return missing


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
    stray = [(_STRAY.format(img.get("src", "")[:200]), img.sourceline) for img in _stray(node)]
    return with_findings(article, stray)


def _stray(node: Element) -> Iterator[Element]:
    """The pictures that stand neither in the text nor in figures of ours."""
    for img in node.iter("img"):
        around = list(img.iterancestors("figure", "div", "a", "span", "p"))
        ours = img.get(DATA) == "made" or any(
            e.get(IMAGE) or e.get(DATA) or e.get(FIELD) == "body" for e in around
        )
        if not ours:
            yield img
