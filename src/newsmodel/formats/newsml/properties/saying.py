"""What the head of a body says of its article, and its markup where that is another now.

Each place there that says the words of a field follows it: it says what the field says now, or is
taken out with it. What says other words, as a title does that is a slug, stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from newsmodel.formats._shared.nitf import nitf_in, with_nitf
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.words import line_of
from newsmodel.formats.newsml.properties.bodies import Body
from newsmodel.formats.newsml.properties.head_data import IN_DATA, data_in, named_in
from newsmodel.formats.newsml.properties.heads_in_strings import head_in
from newsmodel.formats.newsml.properties.payloads import nitf_holder, page_holder
from newsmodel.formats.newsml.properties.titles import lone_title, title_in
from newsmodel.formats.newsml.xml.markup import element_of, markup_of
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Dateline

__all__ = [
    "SAYING",
    "TOLD",
    "Change",
    "changes_of",
    "places_alike",
    "said_with_markup",
    "saying",
    "words_of",
]

_NOTHING: Mapping[str, str | None] = MappingProxyType({})
SAYING = ("headline", "headlines", "byline", "dateline", "summary")
"""The fields that the head of a body may say in words."""
TOLD = tuple(dict.fromkeys([*SAYING, *sorted(IN_DATA)]))
"""All fields that it may say, in words or in data."""
_LINES = frozenset({"hl1", "hl2", "title", "hedline", "headline"})
"""The elements that say a headline each."""
_WHOLES = {"byline": "byline", "dateline": "dateline", "abstract": "summary"}
"""The elements that say a field together, and which."""
_TOLD = {"summary": {"p"}, "dateline": {"location", "story.date"}}
"""What these hold that is told by the value itself."""
_TITLE, _NAMES, _FURTHER = "title", "byline:names", "headlines:"


class Change(NamedTuple):
    """What a field says now, where the head of a body said it otherwise."""

    before: frozenset[str]
    """The words that said it, in small letters."""
    line: str | None
    """What says it now; None for nothing."""


# ------------------------------------------------------------------ what it says
def places_alike(fields: Mapping[str, Any], body: Body) -> list[str]:
    """The places in the head of a body that say the same words as a field of its item.

    Args:
        fields: the fields of the item.
        body: the body.

    Returns:
        names of fields; "title" where that alone says the headline, and "headlines:2" for the
        second of several further headlines.
    """
    held = {field: _plain(fields[field]) for field in SAYING if fields.get(field)}
    said = _words_in(body)
    alike = [place for place, words in said.items() if words in held.get(_field_at(place), ())]
    return [place for place in alike if place != _TITLE or "headline" not in alike]


def changes_of(
    now: Mapping[str, Any], body: Body, only: Container[str], alike: Collection[str]
) -> dict[str, Change]:
    """What the head of a body must say otherwise, by field.

    Args:
        now: what the fields say now.
        body: what was read.
        only: the fields that it alone said.
        alike: the places that said what the item said, too.
    """
    others = [f for f in SAYING if f in only and body.said.get(f) != now.get(f)]
    if not others and not alike:
        return {}
    said = _words_in(body)
    before: dict[str, set[str]] = {}
    for place, words in said.items():
        field = _field_at(place)
        if place in alike or (field in others and place != _TITLE):
            before.setdefault(field, set()).add(words)
    changes: dict[str, Change] = {}
    for field in filter(before.__contains__, SAYING):
        value, lines = now.get(field), before[field]
        if field == "headlines" or field not in others:
            lines.difference_update(_plain(value or ""))
        if lines:
            line = None if field == "headlines" else words_of(value)
            changes[field] = Change(frozenset(lines), line)
    return changes


def _words_in(body: Body) -> dict[str, str]:
    """The words of each place in the head of a body, by the names of these."""
    said: dict[str, str] = {}
    for field in SAYING:
        if field not in body.said:
            continue
        words = _plain(body.said[field])
        names = [field]
        if field == "headlines":
            names = [f"{_FURTHER}{number + 1}" for number in range(len(words))]
        said |= zip(names, words, strict=True)
    if body.title:
        said[_TITLE] = _small(body.title)
    if body.names:
        said[_NAMES] = _small(body.names)
    return said


def _field_at(place: str) -> str:
    return "headline" if place == _TITLE else place.partition(":")[0]


def _plain(value: Any) -> list[str]:
    """The words of a field, or of each of its values, in small letters."""
    if isinstance(value, tuple | list):
        return [_small(each.value) for each in value]
    return [_small(words_of(value) or "")]


def words_of(value: Any) -> str | None:
    """The line that a field is; None for an empty one."""
    return (value.text if isinstance(value, Dateline) else value) or None


def _small(words: str) -> str:
    return " ".join(words.split()).lower()


# ------------------------------------------------------------------ saying it otherwise
def saying(
    markup: str, changes: Mapping[str, Change], data: Mapping[str, str | None] = _NOTHING
) -> tuple[str, str | None]:
    """The markup of a body whose head says other values of some fields, or nothing of them.

    A line is put in the place of the old one, and nobody reads on there what is no longer said.

    Args:
        markup: the element that the body was read from.
        changes: what its lines say now, by field.
        data: what its data say now, by place.

    Returns:
        the markup, and the title of its page, where nothing else says anything of the article.
    """
    said = None if data else _with_title(markup, changes)
    return (_with_lines(markup, changes, data), None) if said is None else said


def _with_title(markup: str, changes: Mapping[str, Change]) -> tuple[str, str] | None:
    """The same, where nothing but the title of a page says anything of the article."""
    headline = changes.get("headline")
    title = lone_title(markup) if headline is not None and headline.line else None
    if headline is None or headline.line is None or title is None:
        return None
    if title.words.lower() not in headline.before:
        return markup, title.words
    return title.saying(headline.line), " ".join(headline.line.split())


def _with_lines(markup: str, changes: Mapping[str, Change], data: Mapping[str, str | None]) -> str:
    root = element_of(markup)
    holder, escaped = _escaped_in(root)
    whole = root if escaped is None else escaped
    page = page_holder(root) if holder is None else None
    head = head_in(page.text or "") if data and page is not None else None
    edited = _put_data(data, whole if head is None else head.root)
    for field, nodes in _found_in(whole, changes):
        _say(nodes, changes[field].line)
    if holder is not None and escaped is not None:
        holder.text = with_nitf(holder.text or "", escaped)
    elif page is not None:
        words = (page.text or "") if head is None else head.saying(edited)
        headline = changes.get("headline")
        page.text = words if headline is None else _with_title_in(words, headline)
    return markup_of(root)


def _put_data(data: Mapping[str, str | None], root: Element) -> set[Element]:
    """Put what data say now into a head; gives the elements that say it."""
    found = [each for each in data_in(root) if each.place in data] if data else []
    for place, node, attribute in found:
        _put_into(node, attribute, data[place])
    return {each.node for each in found}


def _with_title_in(page: str, headline: Change) -> str:
    title = title_in(page)
    is_said = title is not None and title.words.lower() in headline.before
    return title.saying(headline.line or "") if title is not None and is_said else page


def said_with_markup(markup: str, changes: Mapping[str, Change]) -> list[str]:
    """Those of some fields that are said anew where a line held markup, which goes with it."""
    root = element_of(markup)
    _, escaped = _escaped_in(root)
    found = _found_in(root if escaped is None else escaped, changes)
    anew = {f for f, nodes in found if changes[f].line and any(_says_more(e, f) for e in nodes)}
    return sorted(anew)


def _says_more(node: Element, field: str) -> bool:
    told = _TOLD.get(field, ())
    return any(local_name(each) not in told or each.attrib for each in node.iterdescendants("*"))


def _escaped_in(root: Element) -> tuple[Element | None, Element | None]:
    """The element that holds a document of NITF as text, and that document."""
    holder = nitf_holder(root)
    return holder, None if holder is None else nitf_in(holder.text or "")


def _found_in(root: Element, changes: Mapping[str, Change]) -> list[tuple[str, list[Element]]]:
    """The elements that say what is said otherwise now: those of one line, or of several."""
    wholes: dict[str, list[Element]] = {}
    found: list[tuple[str, list[Element]]] = []
    for name, node in named_in(root):
        if name in _LINES:
            field = _said_by_line(name, node, changes)
            found += [(field, [node])] if field is not None else []
        elif (field := _WHOLES.get(name)) in changes and field is not None and line_of(node):
            wholes.setdefault(field, []).append(node)
    if "dateline" in wholes:
        del wholes["dateline"][1:]  # another is no dateline: it stands in the text
    return [*found, *wholes.items()]


def _said_by_line(name: str, node: Element, changes: Mapping[str, Change]) -> str | None:
    """The field whose words a line says, if it is said otherwise now."""
    if name in ("hedline", "headline") and len(node):
        return None  # it holds lines
    words = _small((node.text or "") if name == "title" else line_of(node))
    fields = ("headline",) if name == "title" else ("headline", "headlines")
    return next((f for f in fields if f in changes and words in changes[f].before), None)


def _say(nodes: Iterable[Element], line: str | None) -> None:
    """Put a line into the first of some elements, take out the others."""
    for node in nodes:
        if line is not None:
            _put(line, node)
        elif local_name(node) == "title":
            _put("", node)  # a head has one
        else:
            _take_out(node)
        line = None


def _put_into(node: Element, attribute: str | None, said: str | None) -> None:
    """Put words into an attribute of an element, or into it; None takes it out."""
    if said is None and attribute == "year":  # it stands beside who holds the rights
        del node.attrib[attribute]
    elif said is None:
        _take_out(node)
    elif attribute is None:
        _put(said, node)
    else:
        node.set(attribute, said)


def _put(line: str, node: Element) -> None:
    """Put a line, "" for none, into an element, or into the first paragraph that it holds."""
    held = next((each for each in node.iterchildren("*") if local_name(each) == "p"), None)
    for each in node[:]:
        if each is not held:
            node.remove(each)
    if held is None:
        node.text = line or None
        return
    node.text = held.tail = None
    del held[:]
    held.text = line


def _take_out(node: Element) -> None:
    """Take an element out, and with the last headline what holds them; text behind it stays."""
    above = node.getparent()
    if above is None:
        return
    before = node.getprevious()
    if before is None:
        above.text = (above.text or "") + (node.tail or "") or None
    else:
        before.tail = (before.tail or "") + (node.tail or "") or None
    above.remove(node)
    if not len(above) and local_name(above) == "hedline":
        _take_out(above)
