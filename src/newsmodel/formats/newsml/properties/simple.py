"""Small properties as elements and back: times, languages, datelines, summaries, captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from newsmodel.formats.newsml.names import ALT_TEXT, CAPTION, SUMMARIES, SUMMARY, TRANSLATOR
from newsmodel.formats.newsml.properties.concepts import contributor_in
from newsmodel.formats.newsml.properties.describing import contributor
from newsmodel.formats.newsml.properties.times import moment_in
from newsmodel.formats.newsml.xml.attributes import XML_LANG, as_number, as_tag
from newsmodel.formats.newsml.xml.leaves import Items, remembering
from newsmodel.formats.newsml.xml.reading import (
    Element,
    Reading,
    absent,
    constraint_of,
    label_in,
    nothing_in,
    text_in,
)
from newsmodel.formats.newsml.xml.writing import Inexact, as_line, element, label, marked
from newsmodel.model import Contributor, Dateline, Embargo, ImageCaption, Text
from newsmodel.model.base import maker, told_by
from newsmodel.model.vocabulary import term

_TRANSLATES = term(TRANSLATOR)
_MAKE_CAPTION = maker(ImageCaption)
_MAKE_DATELINE = maker(Dateline)
_MAKE_EMBARGO = maker(Embargo)
_MAKE_TEXT = maker(Text)
_OPEN_ENDED = Embargo()


def time(name: str, value: Any) -> str:
    """A time as an element."""
    return f"<{name}>{value.isoformat()}</{name}>"


def digit_in(node: Element, reading: Reading) -> int | None:
    """A number from 1 to 9 from an element; None, and noted, for any other."""
    value = (node.text or "").strip()
    reading.inexact |= bool(node.attrib or len(node))
    if len(value) == 1 and value in "123456789":
        return int(value)
    reading.inexact = True
    return None


def embargo(name: str, value: Embargo) -> str:
    """An embargo as an element; an open-ended one is empty."""
    return element(name, value.until.isoformat() if value.until else "")


def embargo_in(node: Element, reading: Reading) -> Embargo:
    """An embargo from an element; one that cannot be read counts as open-ended."""
    if not (node.text or "").strip():
        reading.inexact |= bool(node.attrib)
        return _OPEN_ENDED
    until = moment_in(node, reading)
    if until is None:
        reading.depart(node, "'embargoed' cannot be read: it counts as open-ended")
    return _MAKE_EMBARGO(until=until)


def language(name: str, value: str) -> str:
    """A language as an element."""
    return element(name, "", [("tag", value)])


_BESIDE = frozenset("subtitle subtitles cc caption captions closedcaption".split())


def is_of_content(node: Element) -> bool:
    """Whether a language is that of the content, and not of titles shown beneath it."""
    role = node.get("role")
    return role is None or role.rpartition(":")[2].lower() not in _BESIDE


def rank_of(node: Element) -> float:
    """How much a language is that of the content: of several the first by rank is."""
    return 1 / (as_number(node.get("rank") or "") or 1)


@remembering
def language_in(node: Element, _: Items, reading: Reading) -> str | None:
    """A language from an element; None, and noted, for what is no language tag."""
    reading.leave_attributes(node, ("tag",))
    nothing_in(node, reading)
    said = node.get("tag") or ""
    found = as_tag(said.strip())
    reading.inexact |= found is None or found != said
    return found


_is_line = told_by(Dateline, ["text", "language"])


def dateline(name: str, value: Dateline) -> str:
    """A dateline as an element, where it is a line and nothing more."""
    if value.text is None or not _is_line(value):
        raise Inexact
    return label(name, _MAKE_TEXT(value=value.text, language=value.language))


def dateline_in(node: Element, reading: Reading) -> Dateline:
    """A dateline from an element."""
    found = label_in(node, reading)
    _leave(node, found, reading, _OF_LABELS)
    return _MAKE_DATELINE(text=found.value, language=found.language)


_OF_LABELS = {
    "direction": "dir",
    **{name: name for name in ("role", "rank", "confidence", "relevance")},
}
"""The fields of a label beside its words and its language, and the attributes that say them."""
_OF_CAPTIONS = {field: name for field, name in _OF_LABELS.items() if name != "role"}


def _leave(node: Element, found: Text, reading: Reading, fields: Mapping[str, str]) -> None:
    """Note attributes that a label has a field for, and the value that is made of it has not."""
    for field, name in fields.items():
        if getattr(found, field) is not None:
            reading.strange.append((node, name))


def dateline_as_line(value: Dateline) -> Dateline | None:
    """What others are told of a dateline that says more than a line."""
    return _MAKE_DATELINE(text=as_line(str(value)), language=value.language) if str(value) else None


def text_as_line(value: Text) -> Text:
    """What others are told of a headline or a keyword of several lines."""
    return attrs.evolve(value, value=as_line(value.value))


def summary(name: str, value: str) -> str:
    """A summary as a description with that role."""
    return element(name, marked(value, name), [("role", SUMMARY)])


def summary_in(node: Element, reading: Reading) -> str:
    """A summary from a description with that role."""
    reading.leave_attributes(node, ("role",) if node.get("role") == SUMMARY else ())
    reading.inexact |= node.get("role") is None  # its address says it, which we write as a code
    return text_in(node, reading)


def other_contributor(name: str, value: Contributor) -> str:
    """A contributor who is no translator as an element."""
    if term(value.role) == _TRANSLATES:
        raise Inexact  # it would be taken for a translator
    return contributor(name, value)


def translator(name: str, value: Contributor) -> str:
    """A translator as a contributor with that role."""
    if value.role is not None:
        raise Inexact
    return contributor(name, value, TRANSLATOR)


def translator_in(node: Element, reading: Reading) -> Contributor:
    """A translator from a contributor with that role."""
    reading.inexact |= node.get("role") != TRANSLATOR
    return attrs.evolve(contributor_in(node, reading), role=None)


_is_said = told_by(ImageCaption, ["language", "text", "alt_text"])


def caption(name: str, value: ImageCaption) -> str:
    """A caption and its alternative text; what else is known of it goes elsewhere."""
    if not _is_said(value) or (value.text is None and value.alt_text is None):
        raise Inexact
    words = ((CAPTION, value.text), (ALT_TEXT, value.alt_text))
    parts = [
        element(name, marked(said, name), [("role", role), ("xml:lang", value.language)])
        for role, said in words
        if said is not None
    ]
    return "".join(parts)


def caption_in(node: Element, reading: Reading) -> ImageCaption:
    """A caption, or an alternative text alone, from a description."""
    found = label_in(node, reading)
    role = node.get("role")
    reading.inexact |= role not in (None, CAPTION, ALT_TEXT)
    _leave(node, found, reading, _OF_CAPTIONS)
    if role is None and node.get("roleuri") is None:
        reading.strange.append((node, absent("role")))
    reading.inexact |= role is None and node.get("roleuri") is not None
    if term(role_of(node)) == _ALT:
        return _MAKE_CAPTION(language=found.language, alt_text=found.value)
    return _MAKE_CAPTION(language=found.language, text=found.value)


def captions_apart(value: ImageCaption) -> tuple[ImageCaption, ...]:
    """A caption and its alternative text by themselves."""
    if value.text is None or value.alt_text is None:
        return (value,)
    alone = ImageCaption(language=value.language, alt_text=value.alt_text)
    return attrs.evolve(value, alt_text=None), alone


_ALT, _CAPTION = term(ALT_TEXT), term(CAPTION)
_CAPTIONS = frozenset({_CAPTION, _ALT})


def role_of(node: Element) -> str | None:
    """The role of an element, as a code or as an address."""
    role = node.get("role")
    return node.get("roleuri") if role is None else role


def summaries_among(nodes: Iterable[Element]) -> frozenset[Element]:
    """The descriptions that are the summary: by IPTC's role, else by one that says so."""
    told = [each for each in nodes if is_role_of_summary(role_of(each))]
    return frozenset([each for each in told if each.get("role") == SUMMARY] or told)


def is_role_of_summary(role: str | None) -> bool:
    """Whether a role is that of the summary, in some scheme."""
    return role is not None and term(role) in SUMMARIES


def captions_among(nodes: Iterable[Element]) -> frozenset[Element]:
    """The descriptions of a picture that are captions or alternative texts.

    The first without a role is the caption where none in its language has that role.
    """
    found: set[Element] = set()
    first: dict[str | None, Element] = {}
    told: set[str | None] = set()
    for each in nodes:
        role, language = role_of(each), each.get(XML_LANG)
        public = constraint_of(each) is None
        if is_role_of_caption(role):
            found.add(each)
        if role is None and public:
            first.setdefault(language, each)
        elif public and term(role) == _CAPTION:
            told.add(language)
    return frozenset([*found, *[first[each] for each in first.keys() - told]])


def is_role_of_caption(role: str | None) -> bool:
    """Whether a role is that of a caption or an alternative text, in some scheme."""
    return role is not None and term(role) in _CAPTIONS


def code_of_caption(role: str | None) -> str:
    """The code that stands for a role of a caption or an alternative text, given in some scheme."""
    return ALT_TEXT if term(role) == _ALT else CAPTION


_ROLE = re.compile('<[^>]* role="([^"]*)"')


def role_in(markup: str) -> str | None:
    """The role of an element that is ready as markup."""
    found = _ROLE.match(markup)
    return found[1] if found else None


def is_translator(node: Element) -> bool:
    """Whether a contributor is a translator, in some scheme."""
    return term(node.get("role")) == _TRANSLATES
