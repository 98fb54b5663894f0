"""How the elements are read that NITF has of its own."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from newsmodel import model
from newsmodel.formats._shared.nitf.joints import is_glued, text_before
from newsmodel.formats._shared.nitf.media import (
    attribute_of,
    files_of,
    kind_of,
    line_of_attribute,
)
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import is_safe_link
from newsmodel.formats._shared.xhtml.elements import (
    division,
    dropped,
    heading,
    paragraph,
    unwrapped,
    void,
)
from newsmodel.formats._shared.xhtml.fields import built
from newsmodel.formats._shared.xhtml.grids import listing
from newsmodel.formats._shared.xhtml.reading import TAGS, XHTML
from newsmodel.formats._shared.xhtml.shown import (
    attributed,
    block_quote,
    figure,
    host_of,
    inline_quote,
    picture,
)
from newsmodel.formats._shared.xhtml.table import row_of
from newsmodel.formats._shared.xhtml.vocabulary import (
    BLOCK,
    RUN,
    Element,
    Entry,
    Items,
    Read,
    Vocabulary,
    entry,
    split_name,
)
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.formats._shared.xhtml.words import are_glued, fraction_in, is_to_editors, line_of
from newsmodel.model import (
    Concept,
    LanguageSpan,
    Link,
    Mention,
    Node,
    SectionKind,
    Speaker,
    Text,
    Time,
)
from newsmodel.model.base import changed
from newsmodel.model.checks import When
from newsmodel.model.quote import QuoteFacts

__all__ = ["NITF", "when"]


def when(norm: str | None) -> When | None:
    """The moment or day of a normalised date (ISO 8601, basic or extended); None for others."""
    text = (norm or "").strip().upper()
    try:
        if "T" not in text and " " not in text:
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    time = built(Time, {"value": moment})
    return time.value if isinstance(time, Time) else None


# ------------------------------------------------------------------ running text
def _runs(walker: Walker, element: Element, out: list[Any], cls: type[Node], **known: Any) -> int:
    """An inline of a class with fields that are known."""
    content: list[Any] = []
    kinds = walker.content(element, content)

    def node(runs: list[Any]) -> Any:
        return built(cls, {**known, "content": runs}) or built(cls, {"content": runs})

    return walker.torn(content, out, node) if kinds != RUN else _put(node(content), out)


def _put(node: Any, out: list[Any]) -> int:
    out.append(node)
    return RUN


def _mention(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """Text that names something, with its code where it has one."""
    told = dict(items)
    code = told.get("value") or told.get("iso-cc") or told.get("code-source")
    name = _name_in(element)
    concept = Concept(
        type=entry.value,
        literal=writable(code) if code else None,
        names=(Text(value=name),) if name else (),
    )
    scheme = told.get("idsrc")
    attributes = {"data-idsrc": writable(scheme)} if scheme else {}
    return _runs(walker, element, out, Mention, concept=concept, attributes=attributes)


def _name_in(element: Element) -> str:
    """What something is called: the function of a person is no part of it."""
    if not any(split_name(each)[1].lower() == "function" for each in element):
        return line_of(element)
    bare = deepcopy(element)
    for each in bare:
        if split_name(each)[1].lower() == "function":
            each.text = None
            del each[:]
    return _EMPTIED.sub("", line_of(bare)).strip(" ,;:\u2013\u2014-")


_EMPTIED = re.compile(r"\(\s*\)|\[\s*\]")


def _marked(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """Text marked as something that no class stands for: the mark is kept as an attribute."""
    attributes = {"data-nitf": split_name(element)[1].lower()}
    return _runs(walker, element, out, LanguageSpan, attributes=attributes)


def _time(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """Text that tells a time."""
    return _runs(walker, element, out, Time, value=when(element.get("norm")))


def _language(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """Text in another language."""
    tag = element.get("iso") or element.get("lang")
    return _runs(walker, element, out, LanguageSpan, language=tag)


def _parted(read: Read) -> Read:
    """The reading of a part of a name or an address, with a space between two that are glued."""

    def with_space(
        walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
    ) -> int:
        before = element.getprevious()
        while before is not None and not before.tail and split_name(before)[1].lower() in _VOID:
            before = before.getprevious()
        if before is not None and split_name(before)[1].lower() in _OF and is_glued(element):
            out.append(" ")
        return read(walker, element, items, entry, out)

    return with_space


def _fraction(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A fraction, apart from a whole number before it: 2 1/2."""
    fraction = fraction_in(element)
    if fraction is None:
        return unwrapped(walker, element, items, entry, out)
    walker.faithful = False
    out.append(f" {fraction}" if are_glued(text_before(element), fraction) else fraction)
    return RUN


# ------------------------------------------------------------------ blocks
def _paragraph(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A paragraph; that it is the lead is kept as an attribute."""
    kept = [(name, value) for name, value in items if name in entry.known]
    if any(name in ("lede", "lead") and value.strip() == "true" for name, value in items):
        kept.append(("data-lede", "true"))
    return paragraph(walker, element, kept, entry, out)


def _group(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A block: a part of its own, unless it is what a quotation consists of."""
    parent = element.getparent()
    quoted = parent is not None and split_name(parent)[1].lower() == "bq"
    return division(walker, element, items, _PLAIN if quoted else entry, out)


def _note(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A note, which may be for no reader."""
    public = not is_to_editors(element)
    kept = [(name, value) for name, value in items if name in entry.known]
    blocks = walker.blocks(element)
    out.append(walker.node(entry, kept, blocks=blocks, kind=entry.value, public=public))
    return BLOCK


def _numbered(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A list with numbers, which may begin with another than 1."""
    kept = [("start" if name == "seqnum" else name, value) for name, value in items]
    return listing(walker, element, kept, entry, out)


def _media(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A picture, video or sound; any other file is a link, and what is no file an embed.

    What is said of it stands beneath.
    """
    if kind_of(element) != "file" or walker.figure(element) is not None:
        return figure(walker, element, items, entry, out)
    if attribute_of(element, "media-type") == "other":
        return _shown_elsewhere(walker, element, items, entry, out)
    for each in files_of(element):
        href = attribute_of(each, "source", "src")
        if href and is_safe_link(href):
            words = href.rpartition("/")[2] or href
            content_type = attribute_of(each, "mime-type")
            link = built(Link, {"href": href, "content": words, "content_type": content_type})
            out.append(_PARAGRAPH.make(content=(link,)))
    return division(walker, element, items, _PLAIN, out)


def _shown_elsewhere(
    walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
) -> int:
    found = (attribute_of(each, "source", "src") for each in files_of(element))
    url = next((url for url in found if url and is_safe_link(url)), None)
    if url is None:
        return division(walker, element, items, _PLAIN, out)
    walker.faithful = False
    kept = [(name, value) for name, value in items if name in entry.known]
    blocks = walker.blocks(element)
    out.append(walker.node(_EMBED, kept, url=url, provider=host_of(url), fallback=blocks))
    return BLOCK


def _quoted(read: Read) -> Read:
    """The reading of a quotation, with the source that an attribute names as its speaker."""

    def with_speaker(
        walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
    ) -> int:
        held: list[Any] = []
        kind = read(walker, element, items, entry, held)
        source = line_of_attribute(element.get("quote-source"))
        speaker = Speaker(person=Concept(names=(Text(value=source),))) if source else None
        out += [
            changed(part, speaker=speaker) if speaker and isinstance(part, QuoteFacts) else part
            for part in held
        ]
        return kind

    return with_speaker


# ------------------------------------------------------------------ the vocabulary
def _alike(names: str, read: Read, cls: type[Node], value: Any = None) -> dict[str, Entry]:
    return {name: entry(read, row_of(cls), value) for name in names.split()}


_PLAIN, _EMBED = entry(division, row_of(model.Section)), entry(division, row_of(model.Embed))
_PARAGRAPH = entry(paragraph, row_of(model.Paragraph))
_PLACES = "location city country state region sublocation"
_ADDRESS = "addressee care.of delivery.address delivery.point delivery.office postcode"
_OF = frozenset(f"{_PLACES} {_ADDRESS} name.given name.family person function".split())
"""The parts of names, places and addresses."""
_VOID = ("", "media-reference", "media-metadata", "alt-code", "ds", "datasource")
"""What shows nothing: comments, and elements of these names."""
_PARTS = (
    "nitf body body.content body.end hedline headline byline byttl dateline abstract "
    "rights series tagline bibliography fn nitf-table nitf-table-metadata "
    "distributor media-caption media-producer"
)

NITF = Vocabulary(
    tags=MappingProxyType({
        **TAGS,
        **_alike("person", _parted(_mention), Mention, "person"),
        **_alike("org", _mention, Mention, "organisation"),
        **_alike(_PLACES, _parted(_mention), Mention, "geoArea"),
        **_alike(f"{_ADDRESS} name.given name.family", _parted(unwrapped), LanguageSpan),
        **_alike("frac", _fraction, LanguageSpan),
        **_alike("event", _mention, Mention, "event"),
        **_alike("object.title", _mention, Mention, "object"),
        **_alike(
            "money num pronoun copyrite classifier virtloc postaddr", _marked, LanguageSpan
        ),
        **_alike("function", _parted(_marked), LanguageSpan),
        **_alike("chron story.date", _time, Time),
        **_alike("lang", _language, LanguageSpan),
        **_alike("q", _quoted(inline_quote), model.InlineQuote),
        **_alike("p", _paragraph, model.Paragraph),
        **{f"hl{level}": entry(heading, row_of(model.Heading), level) for level in (1, 2)},
        **_alike("block", _group, model.Section, SectionKind.DIVISION),
        **_alike("bq", _quoted(block_quote), model.BlockQuote),
        **_alike("credit", attributed, model.Section, "credit"),
        **_alike("note", _note, model.Section, SectionKind.ASIDE),
        **_alike("media", _media, model.Figure),
        **_alike("ol", _numbered, model.ListBlock, "ol"),
        **_alike("img", picture, model.Figure),
        **_alike(_PARTS, division, model.Section),
        **_alike("body.head", dropped, model.Section, "made"),
        **_alike("media-object", dropped, model.Section),
        **_alike(" ".join(filter(None, _VOID)), void, LanguageSpan),
    }),
    classes=XHTML.classes,
    hidden=XHTML.hidden,
    other=XHTML.other,
)  # fmt: skip
"""The tags of NITF, and those of HTML that stand in it."""
