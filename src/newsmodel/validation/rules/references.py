"""Rules about ids, and what refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from newsmodel.model import Link, Severity
from newsmodel.validation.base import CONSISTENT, EXCHANGE, Finding, rule, shortened
from newsmodel.validation.story import Story, Version
from newsmodel.validation.walking import Anchor


@rule(
    "id-repeated",
    CONSISTENT,
    severity=Severity.ERROR,
    example='images=[Image(id="urn:example:2"), Image(id="urn:example:2")]',
    over="has_odd_ids",
)
def id_repeated(story: Story) -> Iterable[Finding]:
    """An id names one thing, or references lead astray."""
    seen: dict[str, str] = {}
    for path, id in story.ids:
        if id in seen:
            yield path, f"{id!r} is already the id of {seen[id]}: give this one its own"
        seen.setdefault(id, path.removesuffix(".id"))


@rule(
    "id-blank",
    CONSISTENT,
    severity=Severity.ERROR,
    source="NewsML-G2 2.35, guid",
    example='id="my item"',
    over="has_odd_ids",
)
def id_blank(story: Story) -> Iterable[Finding]:
    """An id with spaces, or an empty one, is lost on the way."""
    for path, id in story.ids:
        if len(id.split()) != 1 or id != id.strip():
            yield path, f"{id!r} is empty or holds a space: give an id without"


@rule(
    "id-not-uri",
    EXCHANGE,
    source="NewsML-G2 2.35, guid; RFC 3085",
    example='id="12345"',
    over="ids",
)
def id_not_uri(story: Story) -> Iterable[Finding]:
    """Only an id with the sender's name in it is unique in the world."""
    for path, id in story.ids:
        if ":" not in id.strip(":") and id.strip():
            yield (
                path,
                (
                    f"{shortened(id)} may be somebody else's id too: put the sender into it, as in "
                    "urn:newsml:example.com:20260301:12345"
                ),
            )


@rule(
    "anchor-repeated",
    CONSISTENT,
    source="HTML, 3.2.6 (the id attribute)",
    example='body=[Heading(content="Fares", attributes={"id": "a"}), '
    'Heading(content="Times", attributes={"id": "a"})]',
    about=Anchor,
)
def anchor_repeated(story: Story) -> Iterable[Finding]:
    """A link to a place in the text leads to the first of that name."""
    for version in story.texts:
        seen: set[str] = set()
        for path, id in _anchors(version):
            if id in seen:
                yield path, f"the id {id!r} stands elsewhere in the text too: change one of them"
            seen.add(id)


@rule(
    "anchor-unresolved",
    CONSISTENT,
    severity=Severity.INFO,
    example='body=[Paragraph(content=[Link(href="#fares", content="Fares")])]',
    about=Link,
)
def anchor_unresolved(story: Story) -> Iterable[Finding]:
    """A link to a place in the text needs the place."""
    for version in story.texts:
        wanted = [s for s in version.all(Link) if (s.node.href or "").startswith("#")]
        known = {id for _, id in _anchors(version)} if wanted else set()
        for spot in wanted:
            place = (spot.node.href or "")[1:]
            if place not in {"", "top", *known} and unquote(place) not in known:
                yield (
                    f"{spot.path}.href",
                    (
                        f"nothing in the text has the id of {spot.node.href!r}: correct the link, "
                        "or drop it"
                    ),
                )


def _anchors(version: Version) -> Iterator[tuple[str, str]]:
    for spot in version.all(Anchor):
        for name, value in spot.node.attributes:
            if name == "id":
                yield spot.path, value
