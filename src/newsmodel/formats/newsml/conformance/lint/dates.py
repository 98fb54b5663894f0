"""Rules about times: zones, order, embargoes."""

from __future__ import annotations

import re

from newsmodel.formats.newsml.conformance.lint.items import Item, is_before, local, moment
from newsmodel.formats.newsml.conformance.lint.rule import Said, rule
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Severity

__all__ = ["RULES"]

_TIMES = "sent timestamp versionCreated firstCreated contentCreated contentModified expires"
_BARE = re.compile(r"\s*-?\d{4,}-\d\d-\d\dT[0-9:.]+\s*", re.ASCII)
_EMBARGO = "NewsML-G2, XML schema, documentation of `embargoed`"


@rule("dates.zone", Severity.WARNING, "ISO 8601", on=_TIMES)
def zone(node: Element, item: Item) -> Said:
    """A time without an offset is a different moment for each receiver."""
    if not _BARE.fullmatch(node.text or ""):
        return None
    return None, f"`{local(node)}` has no time zone: add the offset, such as +02:00 or Z"


@rule("dates.hop-zone", Severity.WARNING, "ISO 8601", on="hop")
def hop_zone(node: Element, item: Item) -> Said:
    """As for other times: how long something was on its way cannot be told without the offsets."""
    if not _BARE.fullmatch(node.get("timestamp", "")):
        return None
    return "timestamp", "the time has no zone: add the offset, such as +02:00 or Z"


@rule("dates.order", Severity.INFO, on="firstCreated")
def order(node: Element, item: Item) -> Said:
    """A version cannot be older than the item."""
    late = is_before(moment(item.first("versionCreated")), moment(node))
    return (None, "the item was created after this version of it") if late else None


@rule("dates.sent", Severity.INFO, on="versionCreated")
def sent(node: Element, item: Item) -> Said:
    """A version cannot be sent before it was made."""
    message = item.whole.message
    if message is None:
        return None
    late = is_before(item.whole.sent, moment(node))
    return (None, "this version was made after it was sent") if late else None


@rule("dates.embargo-empty", Severity.WARNING, _EMBARGO, on="embargoed")
def embargo_empty(node: Element, item: Item) -> Said:
    """An empty embargo means one without an end known, not none; some senders mean none."""
    if (node.text or "").strip():
        return None
    said = "an empty `embargoed` means an embargo whose end is not known"
    return None, f"{said}: leave it out if there is none"


@rule("dates.embargo-zone", Severity.ERROR, _EMBARGO, on="embargoed")
def embargo_zone(node: Element, item: Item) -> Said:
    """An embargo without a time zone is lifted hours too early for some."""
    if not _BARE.fullmatch(node.text or ""):
        return None
    return None, "the embargo has no time zone: add the offset, such as +02:00 or Z"


@rule("dates.embargo-past", Severity.INFO, on="embargoed")
def embargo_past(node: Element, item: Item) -> Said:
    """An embargo that was over before the version was made is left from an earlier one."""
    over = is_before(moment(node), moment(item.first("versionCreated")))
    return (None, "the embargo was over before this version was made") if over else None


RULES = (zone, hop_zone, order, sent, embargo_empty, embargo_zone, embargo_past)
