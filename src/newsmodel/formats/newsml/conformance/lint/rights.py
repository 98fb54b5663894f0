"""Rules about rights, and about what is not for everybody's eyes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsmodel.formats.newsml.conformance.lint.items import Item, N, filled, identifies
from newsmodel.formats.newsml.conformance.lint.rule import Finding, Said, rule
from newsmodel.formats.newsml.names import PLUS
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Severity

__all__ = ["RULES"]

_PHONE = re.compile(r"[+0](?<!\w.)\d[\d ()/-]{6,}\d", re.ASCII)
_MAIL = re.compile(r"@(?<=\w@)[\w-]+\.\w")
_MARKED = etree.XPath("descendant::*[contains(@class, 'nonpublic')]")
_NOT_PUBLIC = frozenset({"pubconstraint", "pubconstrainturi"})
_DATA_MINING = "IPTC, change request 219; PLUS, data mining"


@rule("rights.missing", Severity.WARNING)
def missing(item: Item) -> Iterator[Finding]:
    """Who may use an item, and whom to credit, is asked before anything else."""
    if not item.is_news or item.withdrawn:
        return
    holders = any(identifies(node) for node in item.within("copyrightHolder", "rightsInfo"))
    notices = any(filled(node) for node in item.within("copyrightNotice", "rightsInfo"))
    if not (holders or notices):
        place = item.first("rightsInfo")
        said = "nobody is named who holds the copyright"
        where = item.root if place is None else place
        yield where, None, f"{said}: add a `copyrightHolder` or a `copyrightNotice`"


@rule(
    "rights.several", Severity.WARNING, "NewsML-G2, XML schema, documentation of `rightsInfo`",
    once="rightsInfo",
)  # fmt: skip
def several(item: Item) -> Iterator[Finding]:
    """Of several statements on rights each must say what part, time or use it is about."""
    found = item.all("rightsInfo")
    if len(found) < 2:
        return
    limits = ("idrefs", "scope", "scopeuri", "aspect", "aspecturi", "validfrom", "validto")
    free = [node for node in found if not any(node.get(name) for name in limits)]
    for node in free[1:]:
        yield (
            node,
            None,
            "there is another `rightsInfo` for all of the item: say what each is about",
        )


@rule("rights.data-mining", Severity.WARNING, _DATA_MINING, on="dataMining")
def data_mining(node: Element, item: Item) -> Said:
    """Machines that look whether they may learn from a text know only PLUS's terms."""
    uri = node.get("uri") or item.resolved(node.get("qcode", ""))
    term = uri.rpartition("/")[2].rpartition(":")[2]
    if not term.startswith("DMI-") or not uri.startswith((PLUS, "plus:")):
        return None, f"{uri!r} is no term of PLUS for data mining ({PLUS}DMI-…)"
    needed, rights = _needed(term), node.getparent()
    if not needed or rights is None or next(rights.iterchildren(*needed), None) is not None:
        return None
    return None, f"{term} needs a `{needed[0].removeprefix(N)}` beside it, which says more"


def _needed(term: str) -> tuple[str, ...]:
    if term.endswith("SEECONSTRAINT"):
        return (f"{N}usageTerms",)
    if term.endswith("SEEEMBEDDEDRIGHTSEXPR"):
        return (f"{N}rightsExpressionXML", f"{N}rightsExpressionData")
    return ()


@rule("rights.not-public", Severity.INFO)
def not_public(item: Item) -> Iterator[Finding]:
    """What is marked as not public must be taken out before anything is shown to readers."""
    marked: dict[Element, str] = {}
    for node, name, _ in reversed(item.part.noted):
        if name in _NOT_PUBLIC:
            marked.setdefault(node, name)
    if marked:
        more = f" (and {len(marked) - 1} more)" if len(marked) > 1 else ""
        yield (
            *next(iter(marked.items())),
            f"this{more} is not for the public: keep it out of what is published",
        )


@rule("rights.private", Severity.INFO, on="edNote")
def private(node: Element, item: Item) -> Said:
    """Telephone numbers and addresses in notes to editors are published by accident."""
    if node.get("pubconstraint") or node.get("pubconstrainturi"):
        return None
    text = item.text_of(node)
    numbered = ("0" in text or "+" in text) and _PHONE.search(text)
    if not (numbered or ("@" in text and _MAIL.search(text))) or _MARKED(node):
        return None
    said = "the note holds a telephone number or an e-mail address"
    return None, f"{said}: mark it with `pubconstraint` if it is not for the public"


RULES = (missing, several, data_mining, not_public, private)
