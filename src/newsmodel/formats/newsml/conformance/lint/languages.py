"""Rules about the languages of items and of what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsmodel.formats.newsml.conformance.lint.items import Item, local
from newsmodel.formats.newsml.conformance.lint.rule import Finding, Said, rule
from newsmodel.formats.newsml.conformance.usual import USUAL
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Severity

__all__ = ["RULES"]

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BCP = "BCP 47 (RFC 5646)"
_TRANSLATED = ("translatedFrom", "isTranslationOf")


def _main(tag: str) -> str:
    return tag.strip().lower().partition("-")[0]


@rule("language.missing", Severity.WARNING)
def missing(item: Item) -> Iterator[Finding]:
    """Screen readers, search and translation need the language of a text and of its metadata."""
    if item.kind != "text":
        return
    if not item.root.get(LANG):
        yield item.root, None, "the item does not say its language: set `xml:lang`"
    content = item.first("contentMeta")
    if content is not None and next(item.within("language", "contentMeta"), None) is None:
        yield content, None, "the language of the content is not given: add a `language` with a tag"


@rule("language.unregistered", Severity.WARNING, _BCP)
def unregistered(item: Item) -> Iterator[Finding]:
    """A tag made of parts no one has registered names no language: Ukrainian is uk, not ua."""
    seen: dict[tuple[str, str], list[Element]] = {}
    for node, name, value in dict.fromkeys(item.part.noted[::-1]):
        if name not in USUAL and value.strip():
            seen.setdefault((name, value.strip()), []).append(node)
    for (name, tag), nodes in seen.items():
        more = f" (and {len(nodes) - 1} more)" if len(nodes) > 1 else ""
        yield nodes[0], name, f"{tag!r} is no registered language tag{more}"


@rule("language.disagreement", Severity.WARNING, once="language")
def disagreement(item: Item) -> Iterator[Finding]:
    """Where an item and its content name different languages, one of them is read wrongly."""
    tags = {_main(n.get("tag", "")) for n in item.within("language", "contentMeta")} - {""}
    if not tags:
        return
    named = ", ".join(sorted(tags))
    own = _main(item.root.get(LANG, ""))
    if own and own not in tags and item.kind == "text":
        yield item.root, LANG, f"the item is in {own!r}, its content in {named!r}"
    for node in item.all("inlineXML"):
        for each in (node, *node):
            tag = _tag_of(each)
            if tag and _main(tag) not in tags and _main(tag) not in {"und", "mul", "zxx"}:
                said = f"this is in {tag!r}, and `language` names {named!r}"
                yield each, LANG if each.get(LANG) else "lang", said


@rule("language.html", Severity.INFO, "Polyglot Markup, W3C, 5", on="inlineXML")
def html(node: Element, item: Item) -> Said:
    """A page in XML says its language twice, and the two must not differ."""
    for each in node:
        one, two = each.get(LANG), each.get("lang")
        if one and two and one.lower() != two.lower():
            return None, f"`lang` of the page is {two!r}, `xml:lang` {one!r}: make them the same"
    return None


@rule("language.repeated", Severity.WARNING, once="contentMeta")
def repeated(item: Item) -> Iterator[Finding]:
    """Of two headlines in one language and role a receiver cannot tell which to show."""
    for name in ("headline", "description"):
        if len(item.all(name)) > 1:
            yield from _alike(item.within(name, "contentMeta"), item.root.get(LANG, ""))


def _alike(nodes: Iterable[Element], inherited: str) -> Iterator[Finding]:
    seen = set()
    for node in nodes:
        tag = node.get(LANG, inherited).lower()
        key = (tag, node.get("role"), node.get("roleuri"), node.get("rank"))
        if key in seen and node.get("rank") is None:
            said = f"there is another `{local(node)}` of this language and role: rank them"
            yield node, None, said
        seen.add(key)


@rule(
    "language.several", Severity.WARNING, "NewsML-G2, XML schema, documentation of `contentSet`",
    on="contentSet",
)  # fmt: skip
def several(node: Element, item: Item) -> Said:
    """A contentSet holds renditions of one content; a translation is another, with its own item."""
    if len(node) < 2:
        return None
    tags = {_main(_tag_of(each) or (_tag_of(each[0]) if len(each) else "")) for each in node} - {""}
    if len(tags) < 2:
        return None
    return None, f"the contents are in {', '.join(sorted(tags))}: write an item for each language"


def _tag_of(node: Element) -> str:
    """The language an element says it is in."""
    return node.get(LANG) or node.get("lang") or ""


@rule("language.translation", Severity.WARNING, "newsmodel, translations in NewsML-G2", on="link")
def translation(node: Element, item: Item) -> Said:
    """A translation is in another language than what it is a translation of."""
    if not node.get("rel", "").endswith(_TRANSLATED):
        return None
    sources = item.whole.by_guid.get(node.get("residref", ""), ())
    own = item.root.get(LANG, "")
    others = {source.root.get(LANG, "").lower() for source in sources}
    if not own or others != {own.lower()}:
        return None
    return None, f"the item says it is a translation of one that is in {own!r} as well"


RULES = (missing, unregistered, disagreement, html, repeated, several, translation)
