"""Rules about what an item holds: texts, files, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel.formats.newsml.conformance.lint.items import HTML, Item, N, filled, local
from newsmodel.formats.newsml.conformance.lint.rule import Finding, Said, rule
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Severity

__all__ = ["RULES"]

_NITF = "http://iptc.org/std/NITF/2006-10-18/"
_HOLDERS = frozenset({"inlineXML", "inlineData", "remoteContent"})
_MEDIA_TYPE = re.compile(
    r"\s*(application|audio|chemical|font|image|message|model|multipart|text|video)"
    r"/[\w.+-]+\s*(;.*)?",
    re.IGNORECASE | re.DOTALL,
)
_NO_TYPES = frozenset({"application/xhtml+html", "text/xhtml", "text/xhtml+xml", "image/jpg"})
"""Media types that look as if they were registered, and are not."""
_TWICE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos|nbsp);")


@rule("content.empty", Severity.WARNING)
def empty(item: Item) -> Iterator[Finding]:
    """A news item without content is no news, unless it takes back what was sent before."""
    if not item.is_news or item.withdrawn:
        return
    held = item.first("contentSet")
    if held is None:
        yield item.root, None, "the item has no `contentSet`: put its content in one"
    elif not any(len(n) or filled(n) or local(n) == "remoteContent" for n in held):
        yield held, None, "there is no content: put it in, or cancel the item"


@rule("content.class", Severity.WARNING)
def matches_class(item: Item) -> Iterator[Finding]:
    """Receivers look for words in a text item, and for a file in a picture item."""
    held = item.first("contentSet")
    if held is None or not len(held):
        return
    texts = item.part.by_tag.get(f"{N}inlineXML") or item.part.by_tag.get(f"{N}inlineData")
    files = item.part.by_tag.get(f"{N}remoteContent")
    if item.kind == "text" and not texts:
        yield held, None, "the item is a text, and holds none"
    if item.kind in {"picture", "graphic", "video", "audio"} and not files:
        yield held, None, f"the item is a {item.kind}, and names no file: add a `remoteContent`"


@rule("content.media-type", Severity.WARNING, "IANA, media types", at="contenttype")
def media_type(node: Element, name: str, item: Item) -> str | None:
    """Receivers choose by the media type what to do with content."""
    value = node.get(name, "")
    registered = _MEDIA_TYPE.fullmatch(value) and value.strip().lower() not in _NO_TYPES
    if registered or local(node) not in _HOLDERS:
        return None
    return f"{value!r} is no media type{_instead(value)}"


def _instead(value: str) -> str:
    if "html" in value.lower():
        return ": application/xhtml+xml is meant, it seems"
    return ": image/jpeg is meant, it seems" if "jpg" in value.lower() else ""


@rule("content.media-type-missing", Severity.INFO, on="inlineXML remoteContent")
def media_type_missing(node: Element, item: Item) -> Said:
    """Without a media type receivers have to guess."""
    if node.get("contenttype") is not None or node.get("format") is not None:
        return None
    return None, f"`{local(node)}` has no `contenttype`: say what it is"


@rule("content.payload", Severity.WARNING, on="inlineXML")
def payload(node: Element, item: Item) -> Said:
    """Where media type and content are not the same, one of them is read wrongly."""
    value = node.get("contenttype", "").lower()
    for child in node:
        name = local(child)
        if name == "html" and value.startswith(("text/plain", "application/nitf")):
            return "contenttype", f"it says {value!r}, and is a page (html)"
        if name == "nitf" and "html" in value:
            return "contenttype", f"it says {value!r}, and is NITF"
    return None


@rule("content.html-namespace", Severity.WARNING, "XHTML 1.0, 3.1.1", on="inlineXML")
def html_namespace(node: Element, item: Item) -> Said:
    """A page outside XHTML's namespace is no page to a parser."""
    for child in node:
        if local(child) == "html" and child.tag != f"{HTML}html":
            return None, f"`html` in it is not in the namespace of XHTML: xmlns={HTML[1:-1]!r}"
    return None


@rule("content.nitf-namespace", Severity.INFO, "NITF 3.6", on="inlineXML")
def nitf_namespace(node: Element, item: Item) -> Said:
    """NITF has a namespace, and readers of it look for that."""
    for child in node:
        if local(child) == "nitf" and child.tag != f"{{{_NITF}}}nitf":
            return None, f"`nitf` in it is not in its namespace: xmlns={_NITF!r}"
    return None


@rule(
    "content.escaped-twice", Severity.WARNING, on="headline slugline keyword description inlineXML"
)
def escaped_twice(node: Element, item: Item) -> Said:
    """What is escaped twice reaches readers with its ampersands."""
    text = item.text_of(node) if len(node) else node.text
    found = _TWICE.search(text) if text and "&" in text else None
    if found is None:
        return None
    return None, f"something is escaped twice here: readers see {found[0]!r}"


@rule("content.reference", Severity.ERROR, on="remoteContent")
def reference(node: Element, item: Item) -> Said:
    """A file without an address cannot be had."""
    named = any(node.get(name) for name in ("href", "residref", "persistidref"))
    if named or node.find(f"{N}altLoc") is not None:
        return None
    return None, "the file has no address: give `href` or `residref`"


@rule("content.size", Severity.INFO, on="remoteContent")
def size(node: Element, item: Item) -> Said:
    """With width and height receivers can choose a picture without fetching it."""
    if not node.get("contenttype", "").startswith("image/"):
        return None
    known = node.get("width") and node.get("height")
    return None if known else (None, "the picture has no width and height: say how large it is")


@rule("content.rendition", Severity.INFO, once="remoteContent")
def rendition(item: Item) -> Iterator[Finding]:
    """A receiver that looks for one rendition cannot tell which of two it is."""
    seen = set()
    for node in item.all("remoteContent"):
        key = (node.get("rendition"), node.get("contenttype"))
        if key[0] and key in seen:
            yield node, "rendition", f"the rendition {key[0]!r} is there twice"
        seen.add(key)


@rule("content.headline", Severity.WARNING)
def headline(item: Item) -> Iterator[Finding]:
    """Lists, searches and pages show a text by its headline."""
    if item.kind != "text" or item.withdrawn:
        return
    found = list(item.within("headline", "contentMeta"))
    if not any(filled(node) for node in found):
        place = found[0] if found else item.first("contentMeta")
        yield place if place is not None else item.root, None, "the text has no headline: write one"


@rule("content.caption", Severity.INFO, "IPTC, quick start guide to pictures")
def caption(item: Item) -> Iterator[Finding]:
    """A picture is published with its caption and its credit."""
    content = item.first("contentMeta")
    if item.kind != "picture" or content is None or item.withdrawn:
        return
    for name, what in (("description", "caption"), ("creditline", "credit")):
        if not any(filled(node) for node in item.within(name, "contentMeta")):
            yield content, None, f"the picture has no {what}: add a `{name}`"


@rule("content.word-count", Severity.INFO, at="wordcount")
def word_count(node: Element, name: str, item: Item) -> str | None:
    """A count that is wrong misleads whoever plans a page with it."""
    value = node.get(name, "").strip()
    text = item.text_of(node)
    if not value.isdecimal() or 2 * (number := int(value[:9])) <= len(text) <= 12 * number:
        return None  # so many words are plausible for so much text: most counts end here
    words = len(text.split())
    if not words or _is_plausible(number, words, len(text)):
        return None
    return f"the count of words is {number}, and there are about {words}"


def _is_plausible(number: int, words: int, signs: int) -> bool:
    """Whether a count may be right: what counts as a word differs, and some scripts part none."""
    most = 3 * words + 100 if signs < 15 * words else signs
    return 0 < number <= most and words <= 3 * number + 100


RULES = (
    empty, matches_class, media_type, media_type_missing, payload, html_namespace, nitf_namespace,
    escaped_twice, reference, size, rendition, headline, caption, word_count,
)  # fmt: skip
