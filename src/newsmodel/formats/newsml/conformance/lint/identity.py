"""Rules about what identifies items and messages, and what standard they say they follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel.formats.newsml.conformance.lint.items import Item, Whole, local
from newsmodel.formats.newsml.conformance.lint.rule import Finding, Said, rule
from newsmodel.formats.newsml.conformance.usual import NEWEST, SINCE
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Severity

__all__ = ["OF_DOCUMENTS", "RULES"]

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
_VERSION = re.compile(r"([0-9]+)\.([0-9]+)")
_SINCE = {
    **dict.fromkeys(("pubHistory",), 24),
    **dict.fromkeys(("metadataCreator", "derivedFromValue"), 28),
    **dict.fromkeys(("digitalSourceType",), 33),
    **dict.fromkeys(("dataMining",), 34),
}
"""The minor version of the standard that brought an element (comments in its schema)."""
_POWER = frozenset({"assert", "inlineRef", "partMeta", "derivedFrom", "derivedFromValue"})
"""Children of items that the schema of the Core level does not have."""


_ITEMS = "newsItem packageItem conceptItem knowledgeItem planningItem catalogItem"


@rule("identity.guid", Severity.ERROR, "NewsML-G2, XML schema, documentation of `guid`", at="guid")
def guid(node: Element, name: str, item: Item) -> str | None:
    """An id that is empty or holds white space identifies nothing."""
    value = node.get(name, "")
    if len(value.split()) == 1:
        return None
    what = f"holds white space: {value!r}" if value.strip() else "is empty"
    return f"the id of the item {what}: give it one that is unique for good"


@rule("identity.guid-uri", Severity.WARNING, at="guid")
def guid_uri(node: Element, name: str, item: Item) -> str | None:
    """Only an address is unique in the world: `urn:newsml:…` and `tag:…` are made for it."""
    value = node.get(name, "")
    if len(value.split()) != 1 or _URI.fullmatch(value):
        return None
    return f"the id {value!r} is no URI: use urn:newsml:, tag: or the like"


@rule("identity.version", Severity.INFO, on=_ITEMS)
def version(node: Element, item: Item) -> Said:
    """Without a version receivers cannot tell an update from what they have; it counts as 1."""
    if node.get("version") is not None or node.get("guid") is None:
        return None
    return None, "the item has no version, which counts as 1: say which one it is"


@rule(
    "identity.standard", Severity.ERROR, "NewsML-G2, XML schema, documentation of `standard`",
    at="standard",
)  # fmt: skip
def standard(node: Element, name: str, item: Item) -> str | None:
    """Receivers look here to learn what they have got."""
    return f"it is {node.get(name)!r}: write 'NewsML-G2'"


@rule("identity.standard-version", Severity.WARNING, at="standardversion")
def standard_version(node: Element, name: str, item: Item) -> str | None:
    """A version of the standard that there is not tells receivers nothing."""
    found = _VERSION.fullmatch(node.get(name, ""))
    if found is None or (found[1] in {"1", "2"} and len(found[2]) < 4):
        return None
    return f"the standard has no version {found[0]}: write '2.{NEWEST}'"


@rule("identity.standard-newer", Severity.INFO, at="standardversion")
def standard_newer(node: Element, name: str, item: Item) -> str | None:
    """A document in a later version may hold what is new there, and is told to be wrong here."""
    minor = _minor(node)
    if minor is None or minor <= NEWEST:
        return None
    return f"version 2.{minor} is later than 2.{NEWEST}, by which it is checked"


def _minor(root: Element) -> int | None:
    found = _VERSION.fullmatch(root.get("standardversion", ""))
    return int(found[2]) if found and found[1] == "2" and len(found[2]) < 4 else None


@rule(
    "identity.too-new", Severity.WARNING, "NewsML-G2, XML schema, notes on versions",
    on=" ".join(_SINCE),
)  # fmt: skip
def too_new(node: Element, item: Item) -> Said:
    """A receiver that validates by the version the item names refuses what came later."""
    minor, since = _minor(item.root), _SINCE[local(node)]
    if minor is None or minor >= since:
        return None
    return None, f"`{local(node)}` came with 2.{since}, and the item says it follows 2.{minor}"


@rule(
    "identity.too-new-attribute", Severity.WARNING, "NewsML-G2, XML schema, notes on versions",
    at=" ".join(SINCE),
)  # fmt: skip
def too_new_attribute(node: Element, name: str, item: Item) -> str | None:
    """As for an element: a receiver that knows an older version refuses what came later."""
    minor, since = _minor(item.root), SINCE[name]
    if minor is None or minor >= since:
        return None
    return f"`{name}` came with 2.{since}, and the item says it follows 2.{minor}"


@rule(
    "identity.conformance-level", Severity.ERROR,
    "NewsML-G2, XML schema, documentation of `conformance`", at="conformance",
)  # fmt: skip
def level(node: Element, name: str, item: Item) -> str | None:
    """There are two levels of conformance, and receivers know no other."""
    return f"there is no level {node.get(name)!r}: write 'power', or 'core' for the simple one"


@rule(
    "identity.conformance", Severity.WARNING, "NewsML-G2, XML schemas of Core and Power",
    on=" ".join(sorted(_POWER)),
)  # fmt: skip
def conformance(node: Element, item: Item) -> Said:
    """An item is of the Core level unless it says otherwise, and some properties are not."""
    if node.getparent() is not item.root or item.root.get("conformance", "core") != "core":
        return None
    return None, f'`{local(node)}` is of the Power level: say conformance="power" on the item'


@rule("identity.duplicate", Severity.ERROR)
def duplicate(whole: Whole) -> Iterator[Finding]:
    """Of two items with one id and version receivers keep one, and which is chance."""
    seen = set()
    for item in whole.items:
        key = (item.guid, item.root.get("version", "1"))
        if item.guid and key in seen:
            yield item.root, "guid", f"the id {item.guid!r} in version {key[1]} stands here twice"
        seen.add(key)


@rule("identity.no-item", Severity.ERROR, "NewsML-G2, XML schema, `itemSet`")
def no_item(whole: Whole) -> Iterator[Finding]:
    """An itemSet is there for items; what is none is dropped by receivers."""
    item_set = whole.message.first("itemSet") if whole.message else None
    known = {item.root for item in whole.items if item.name.endswith("Item")}
    for node in () if item_set is None else item_set:
        if node not in known:
            yield node, None, f"`{local(node)}` is no item: an itemSet holds only items"


@rule("identity.root", Severity.WARNING)
def root(whole: Whole) -> Iterator[Finding]:
    """The schema takes any of its elements as a document; receivers expect a message or an item."""
    for item in whole.items[:1] if whole.message is None else ():
        if not item.name.endswith("Item"):
            yield item.root, None, f"`{item.name}` is no document: send a newsMessage or an item"


OF_DOCUMENTS = (duplicate, no_item, root)
RULES = (
    guid, guid_uri, version, standard, standard_version, standard_newer, too_new,
    too_new_attribute, level, conformance, *OF_DOCUMENTS,
)  # fmt: skip
