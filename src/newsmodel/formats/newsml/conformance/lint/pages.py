"""Rules about the pages in an item: what may run, what stands where, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsmodel.formats.newsml.conformance.lint.bodies import PAGE, runs
from newsmodel.formats.newsml.conformance.lint.items import Item, filled, local
from newsmodel.formats.newsml.conformance.lint.rule import InBody, rule
from newsmodel.formats.newsml.names import NAR, XHTML
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Severity

__all__ = ["RULES"]

_BLOCKS = tuple(
    f"{{*}}{name}"
    for name in "p h1 h2 h3 h4 h5 h6 ul ol dl table div blockquote section article aside header"
    " footer figure hr pre block bq hl2 media".split()
)
"""Elements that end a paragraph, of pages and of NITF."""
_WORDS = frozenset(
    f"{{{namespace}}}{name}"
    for namespace in (XHTML, NAR)
    for name in "a abbr b br cite code em i q small span strong sub sup u".split()
)
"""Elements of running text, as they mostly are named."""
_SAYS_WHO = re.compile(
    r"data-(?:.*[-_])?(?:speaker|author|attribution|source|credit|cite|by)|cite|quote-source"
)
"""Attributes that name a speaker or a source."""
_PERSONS = frozenset("author creator name citation spokenByCharacter".split())
"""Names in microdata for who said something."""
_LETTER = re.compile(r"\w")


@rule("content.active", Severity.ERROR, inside="active")
def active(nodes: Sequence[Element]) -> Iterator[InBody]:
    """Script in a news text runs wherever it is shown."""
    for node in nodes:
        yield node, "script has no place in news: take it out"


@rule("content.active-address", Severity.ERROR, at="href")
def active_address(node: Element, name: str, item: Item) -> str | None:
    """An address that runs script does so wherever it is followed, be it in a page or beside it."""
    if not runs(node.get(name, "")) or next(node.iterancestors(PAGE), None) is not None:
        return None
    return "an address that runs script has no place in news: take it out"


@rule("content.title", Severity.WARNING, "HTML, content model of `head`", inside="html")
def title(nodes: Sequence[Element]) -> Iterator[InBody]:
    """A page without a title is none by its own standard, and shows its address instead."""
    for node in nodes:
        if next(node.iter("{*}title"), None) is None:
            yield node, "the page has no `title`: put one in its `head`"


@rule("content.block-in-paragraph", Severity.WARNING, "HTML, content model of `p`", inside="p")
def block_in_paragraph(nodes: Sequence[Element]) -> Iterator[InBody]:
    """A paragraph holds words only; browsers end it where a block begins."""
    for paragraph in nodes:
        within = next(paragraph.iterancestors("{*}p"), None)
        if within is None and any(n.tag not in _WORDS for n in paragraph.iterdescendants()):
            for node in paragraph.iterdescendants(*_BLOCKS):
                if next(node.iterancestors(*_BLOCKS)) is paragraph:
                    yield node, f"`{local(node)}` stands in a paragraph: put it after"


@rule("content.alt", Severity.INFO, "WCAG 2.2, 1.1.1", inside="img")
def alt(nodes: Sequence[Element]) -> Iterator[InBody]:
    """Who cannot see a picture depends on its alternative text."""
    for node in nodes:
        if node.get("alt") is None:
            yield node, "the picture has no `alt`: say what it shows, or leave it empty"


@rule("content.speaker", Severity.INFO, "newsmodel, quotations", inside="blockquote q")
def speaker(nodes: Sequence[Element]) -> Iterator[InBody]:
    """A quotation without a speaker is worth little."""
    alone: dict[Element | None, bool] = {None: False}
    captioned: dict[Element | None, bool] = {None: False}
    for node in nodes:
        if next(node.iterancestors("{*}blockquote"), None) is not None:
            continue  # part of a quotation that is looked at itself
        if local(node) == "q":
            block = next(node.iterancestors(*_BLOCKS), None)
            if block not in alone:
                alone[block] = block is not None and _is_all_quoted(block)
            silent = alone[block] and not _names_somebody(node)
        else:
            figure = next(node.iterancestors("{*}figure"), None)
            if figure not in captioned:
                captioned[figure] = figure is not None and _is_captioned(figure)
            silent = not (captioned[figure] or _is_attributed(node))
        if silent:
            yield node, "nobody is named as the speaker: add a `cite`"


@rule("content.escaped", Severity.WARNING, inside="marked")
def escaped(nodes: Sequence[Element]) -> Iterator[InBody]:
    """Markup written as text is shown to readers as it is, with all its brackets."""
    for node in nodes:
        plain = node.get("contenttype", "text/plain").lower().startswith("text/plain")
        if plain and not node.get("encoding"):
            yield node, "there is markup in what is said to be plain text: use `inlineXML`"


def _is_attributed(quote: Element) -> bool:
    """Whether a quotation names its speaker in itself, or says where it comes from."""
    named = any(map(filled, quote.iter("{*}cite", "{*}footer", "{*}credit")))
    return named or any(map(_names_somebody, quote.iter("*")))


def _is_captioned(figure: Element) -> bool:
    """Whether a figure says whose words are in it: it itself, or beneath them."""
    return _names_somebody(figure) or any(map(filled, figure.iterchildren("{*}figcaption")))


def _names_somebody(node: Element) -> bool:
    """Whether the attributes of an element name a speaker or a source."""
    return any(
        value in _PERSONS if name == "itemprop" else value and _SAYS_WHO.fullmatch(name)
        for name, value in node.items()
    )


def _is_all_quoted(block: Element) -> bool:
    """Whether a block holds quotations, and no words beside them that may say who speaks."""
    outer = [n for n in block.iter("{*}q") if next(n.iterancestors("{*}q"), None) is None]
    quoted = sum(map(_letters, outer))
    return _letters(block) <= quoted and next(block.iter("{*}cite"), None) is None


def _letters(node: Element) -> int:
    return len(_LETTER.findall("".join(node.itertext())))


RULES = (active, active_address, title, block_in_paragraph, alt, speaker, escaped)
