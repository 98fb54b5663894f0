"""Articles out of the library's own pages: exactly as they were, with what was edited since."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from newsmodel.errors import ParseError
from newsmodel.formats._shared.island import unpacked
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats._shared.xhtml.pictures import Pictures
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html import figures
from newsmodel.formats.html.byhand import fold, keep_back, space_out, tidy_times
from newsmodel.formats.html.compared import lines_in
from newsmodel.formats.html.edited import (
    STALE,
    as_markup,
    edits_in,
    told_differences,
    with_findings,
    with_lines,
    with_pictures,
)
from newsmodel.formats.html.elements import Element, Told, language_tag, number_in
from newsmodel.formats.html.moved import put_right, with_ids
from newsmodel.formats.html.pages.datelines import PRINTED
from newsmodel.formats.html.pages.headings import RANKS
from newsmodel.formats.html.pages.island import ISLAND, OVERLAID
from newsmodel.formats.html.pages.known import KNOWN, entry_of, from_simple, is_renamed
from newsmodel.formats.html.pages.nodes import MADE, link_types
from newsmodel.formats.html.pages.notices import said
from newsmodel.formats.html.pages.switcher import TRANSLATION, switcher
from newsmodel.formats.html.pages.tables import TO_THE_END, WRAPPED
from newsmodel.formats.html.pages.tags import LANG, known_tag
from newsmodel.formats.html.pages.versions import versions_of
from newsmodel.formats.html.repeats import repeats_in, with_repeats
from newsmodel.formats.html.untouched import DIGEST, their_name
from newsmodel.formats.html.visible import FIELD, FORMAT, ROWS, blocks_in
from newsmodel.model import Article, CorrectionKind, Image, Status, Translation
from newsmodel.model.base import changed
from newsmodel.plain import to_plain

__all__ = ["notice_part", "noticed", "own_article", "own_part"]

_BROKEN = (
    "the data that the page holds beside what it shows cannot be read, and what only they say is"
    " gone: put back the script element as it was written"
)
_LOST = (
    "the data that the page was written with beside what it shows are gone, and what only they say"
    " with them: put back the script element as it was written"
)
_OTHERS = (
    "the data that the page holds beside what it shows belong to another article, and nothing of"
    " them is read: put back the script element that was written with this one"
)
_UNREAD = "what the data of the page say of $.{} cannot be read: put it back as it was written"
_ADDRESS = "the canonical address {!r} was edited in the page"
_MEDIA = ("images", "videos", "audios")
_OTHERWISE: dict[str, tuple[str, Callable[[str], str | None]]] = {
    f"{DATA}-href": ("href", written_link),
    f"{DATA}-hreflang": ("hreflang", known_tag),
    f"{DATA}-rel": ("rel", link_types),
    f"{DATA}-rowspan": ("rowspan", lambda meant: TO_THE_END),
}
"""Attributes that hold what a page writes otherwise: which it writes, and how."""
_SIMPLE = ("speaker", "concept", "marks")
"""Fields for which a line may stand that names them."""


def own_part(root: Element) -> Element | None:
    """The element of a page that holds an article the library wrote."""
    return root.find(f".//article[@{DATA}='article']")


def own_article(root: Element, node: Element, *, untouched: bool) -> Article:
    """The article of the element that `own_part` gives; its data island is anywhere in the page.

    Args:
        root: the page.
        node: the element.
        untouched: nobody edited it since it was written.
    """
    island, broken = _island(root, node)
    known = island.get("known")
    known = known if isinstance(known, list) else []
    edits = None if untouched else edits_in(node, known)
    is_lost = bool(broken)
    repeats = repeats_in(node)
    _restore(node, known)
    language = language_tag(node.get("lang"))
    hidden = [] if untouched else _settle(node)
    media, others = _media_apart(island.get("fields"))
    unread: list[str] = []
    fields = unpacked(Article, media, lambda name: None, unread)
    played = (*fields.get("videos", ()), *fields.get("audios", ()))
    needed = put_right(node, fields.get("images", ()), played)
    found = figures.images_in(node, language)
    found |= {n: changed(found[n], id=ident) for n, ident in needed.items() if n in found}
    pictures = Pictures()
    article = _visible(node, pictures, found)
    try:
        plain = to_plain(article)
    except RecursionError:
        raise ParseError(FORMAT, "it is nested too deep") from None
    fields |= unpacked(Article, others, lambda n: None if n in OVERLAID else plain.get(n), unread)
    broken += [(_UNREAD.format(name), None) for name in unread]
    if "images" in fields:
        images = figures.with_edits(fields["images"], found, language)
        if edits is not None:
            broken += figures.unsure_credits(fields["images"], images, node, language)
        fields["images"] = with_ids(images, needed)
    if "translations" in fields:
        fields["translations"] = _merged(fields["translations"], article.translations)
    broken += _canonical(root) if _is_whole(node) else []
    article = with_findings(changed(article, **fields), broken)
    if edits is None:
        return article
    article, stale = with_repeats(article, repeats)
    article = with_findings(article, [*hidden, *[(STALE.format(s[:80]), None) for s in stale]])
    # Without its data a page shows much that was not read; that they are lost tells all of it.
    if not is_lost and (island or _is_whole(node)):
        article = with_lines(article, node, edits)
    return with_pictures(article, pictures, node)


def _settle(node: Element) -> list[Told]:
    """Read what hands did to a page as browsers do; gives the words that nobody sees any more."""
    space_out(node)
    tidy_times(node)
    if node.get(DIGEST) is not None:  # or it may be as it was written
        fold(node)
    return keep_back(node)


def notice_part(root: Element) -> Element | None:
    """The element of a page that stands in the place of an article that was taken back."""
    return root.find(f".//article[@{DATA}='notice']")


def noticed(node: Element) -> Article:
    """What a notice tells of its article: which it was, and that it may not be used."""
    space_out(node)
    _with_tags(node)
    hidden = keep_back(node)
    held = node.find(f".//*[@{FIELD}='corrections']")
    told = () if held is None else ROWS["corrections"].read(held)
    article = Article(
        id=writable(node.get(f"{DATA}-id", "")),
        language=language_tag(node.get("lang")),
        status=Status.CANCELED,
        corrections=tuple([changed(each, kind=CorrectionKind.RETRACTION) for each in told]),
    )
    versions = versions_of(changed(article, translations=_translations(node)))
    languages = switcher(versions, article.language)
    shown = as_markup(f"<article>{languages}{said(article)}</article>")
    told = told_differences(lines_in(shown), lines_in(node))
    return with_findings(article, [*hidden, *told])


def _island(root: Element, article: Element) -> tuple[dict[str, Any], list[Told]]:
    """The data island of an article, and what is to be told where it cannot be read."""
    every, seal = root.findall(f".//script[@{ISLAND}]"), article.get(DIGEST)
    if seal is not None:
        name = their_name(seal)
        theirs = [node for node in every if node.get(ISLAND) == name]
        if name and not theirs:
            return {}, [(_OTHERS, every[0].sourceline) if every else (_LOST, article.sourceline)]
        every = theirs
    return _held(every[0]) if every else ({}, [])


def _held(node: Element) -> tuple[dict[str, Any], list[Told]]:
    """What a script element holds, and what is to be told where it cannot be read."""
    try:
        island = json.loads(node.text or "")
    except json.JSONDecodeError as error:
        return {}, [(_BROKEN, (node.sourceline or 1) + error.lineno - 1)]
    except (ValueError, RecursionError):
        return {}, [(_BROKEN, node.sourceline)]
    return (island, []) if isinstance(island, dict) else ({}, [(_BROKEN, node.sourceline)])


def _is_whole(node: Element) -> bool:
    """Whether an article is in a page of ours, not in one of others."""
    return any(body.get("class") == "nm-page" for body in node.iterancestors("body"))


def _canonical(root: Element) -> list[Told]:
    """The address of a page where it is not the one that its head names once more."""
    link = root.find("head/link[@rel='canonical']")
    shared = root.find("head/meta[@property='og:url']")
    if link is None or shared is None or link.get("href") == shared.get("content"):
        return []
    return [(_ADDRESS.format(link.get("href", "")[:200]), link.sourceline)]


def _media_apart(held: object) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of the island that hold pictures, videos and sounds, and the others."""
    fields = held if isinstance(held, dict) else {}
    media = {name: fields[name] for name in _MEDIA if name in fields}
    return media, {name: fields[name] for name in fields if name not in media}


# ------------------------------------------------------------------ as it was meant
def _restore(node: Element, known: list[Any]) -> None:
    """Undo in the markup what was done for browsers and readers, in favour of what is meant."""
    _with_tags(node)
    for wrapper in node.findall(f".//*[@{WRAPPED}]"):
        _unwrap(wrapper)
    for element in node.iter("*"):
        number, pairs = element.get(KNOWN), element.items()
        for name, value in pairs:
            if name == MADE:
                _without_made(element, value)
            elif name == PRINTED and element.tag in RANKS:
                _with_rank(element, value)
            elif name == "scope":
                # It follows from the rest of the table; where a source said it, that stands beside.
                del element.attrib[name]
            elif name in _OTHERWISE:
                _with_meant(element, name, value)
            elif name.startswith(f"{DATA}-") and name[len(DATA) + 1 :] in _SIMPLE:
                _with_line(element, name[len(DATA) + 1 :], value)
        if number is not None:  # it counts more than the lines, in whatever order they stand
            _with_known(element, entry_of(number, known), dict(pairs))


def _with_tags(node: Element) -> None:
    """Languages as their source called them, unless the page was changed."""
    for element in [node, *node.iterfind(f".//*[@{LANG}]")]:
        meant = element.attrib.pop(LANG, None)
        if meant is not None and element.get("lang") == known_tag(meant):
            element.set("lang", meant)


def _unwrap(wrapper: Element) -> None:
    """Put what is meant into the place of what is there for the looks."""
    parent, inner = wrapper.getparent(), next(iter(wrapper), None)
    if parent is not None and inner is not None:
        inner.tail = wrapper.tail
        parent.replace(wrapper, inner)


def _without_made(element: Element, names: str) -> None:
    for name in names.split():
        if name.replace("-", "").isalpha():
            element.attrib.pop(name, None)


def _with_known(element: Element, entry: dict[str, Any], said: dict[str, str]) -> None:
    """What more is known of an element, unless the line that it says of that was edited."""
    for name, value in entry.items():
        key = f"{DATA}-{name.replace('_', '-')}"
        renamed = name in _SIMPLE and is_renamed(said.get(key), value)
        if name.replace("_", "").isalpha() and not renamed:
            element.set(key, writable(json.dumps(value, ensure_ascii=False)))


def _with_rank(element: Element, before: str) -> None:
    """A heading that was given another rank in the page goes as many levels up or down."""
    level = number_in(element.get(f"{DATA}-level"))
    if level is not None and before in RANKS and element.tag != before:
        moved = level + RANKS.index(element.tag) - RANKS.index(before)
        element.set(f"{DATA}-level", str(min(max(moved, 1), len(RANKS))))


def _with_meant(element: Element, name: str, meant: str) -> None:
    """What is meant by an attribute that a page writes otherwise, unless it was changed there."""
    shown, written = _OTHERWISE[name]
    if shown in element.attrib and element.get(shown) != written(meant):
        del element.attrib[name]


def _with_line(element: Element, field: str, line: str) -> None:
    """The object that a line stands for."""
    element.set(f"{DATA}-{field}", json.dumps(from_simple(field, line), ensure_ascii=False))


# ------------------------------------------------------------------ what the markup says
def _visible(node: Element, pictures: Pictures, images: Mapping[int, Image]) -> Article:
    """What the markup alone says; pictures that somebody put into the text are collected."""
    fields: dict[str, Any] = {}
    for held in node.iterfind(f".//*[@{FIELD}]"):
        row = ROWS.get(held.get(FIELD, ""))
        if row is not None and row.field not in fields:
            is_body = row.field == "body"
            fields[row.field] = blocks_in(held, pictures.take) if is_body else row.read(held)
    return Article(
        id=writable(node.get(f"{DATA}-id", "")),
        language=language_tag(node.get("lang")),
        images=tuple(images[number] for number in sorted(images)),
        translations=_translations(node),
        **fields,
    )


def _translations(node: Element) -> tuple[Translation, ...]:
    found = {}
    for item in node.iterfind(f".//*[@{TRANSLATION}]"):
        shown, number = next(iter(item), None), number_in(item.get(TRANSLATION))
        if shown is not None and number is not None:
            href = shown.get("href")
            url = None if href is None else writable(href)
            found[number] = Translation(language=language_tag(shown.get("lang")), url=url)
    return tuple(found[number] for number in sorted(found))


def _merged(
    known: tuple[Translation, ...], shown: tuple[Translation, ...]
) -> tuple[Translation, ...]:
    """The translations of the island, with addresses edited in the page."""
    if len(known) != len(shown):
        return known
    return tuple(
        changed(one, url=now.url) if now.url is not None and now.url != _written(one) else one
        for one, now in zip(known, shown, strict=True)
    )


def _written(translation: Translation) -> str | None:
    return written_link(translation.url) if translation.url else None
