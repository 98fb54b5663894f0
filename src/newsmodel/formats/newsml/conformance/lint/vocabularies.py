"""Rules about catalogues, codes, and properties that should name what they are about."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.formats.newsml.conformance.lint.items import Item, N, identifies, local
from newsmodel.formats.newsml.conformance.lint.rule import Finding, Said, rule
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Severity

__all__ = ["RULES"]

_STATES = ("usable", "withheld", "canceled")
_KNOWN_STATES = frozenset(f"stat:{state}" for state in _STATES)
_STATUS = "http://cv.iptc.org/newscodes/pubstatusg2/"
_NATURES = "http://cv.iptc.org/newscodes/ninature/"
_CONCEPTS = tuple(
    f"{N}{name}"
    for name in "subject creator contributor located genre infoSource audience exclAudience"
    " copyrightHolder accountable".split()
)
_PROPERTIES = (
    "itemMetaExtProperty contentMetaExtProperty partMetaExtProperty rightsInfoExtProperty"
    " headerExtProperty remoteContentExtProperty groupExtProperty conceptExtProperty"
    " schemeMetaExtProperty publishedExtProperty newsCoverageExtProperty"
)
_MUST = "NewsML-G2, XML schema, documentation"


@rule("codes.catalog", Severity.WARNING, "NewsML-G2 guidelines, catalogues")
def catalog(item: Item) -> Iterator[Finding]:
    """Without a catalogue no code of the item can be resolved."""
    if item.part.codes and not item.has_catalog and item.name.endswith("Item"):
        said = "the item uses codes and names no catalogue: add a `catalogRef` or a `catalog`"
        yield item.root, None, said


@rule("codes.alias", Severity.WARNING, "NewsML-G2 guidelines, catalogues")
def alias(item: Item) -> Iterator[Finding]:
    """A code whose alias no catalogue of the item declares cannot be resolved."""
    if not item.has_catalog or not item.all_known:
        return
    codes = item.part.codes
    values = {value for _, _, value in codes}
    used = {value.partition(":")[0] for value in values}
    used.update([code.partition(":")[0] for v in values if " " in v for code in v.split()])
    unknown = {short for short in used if item.scheme(short) is None}
    for node, name, value in codes[::-1] if unknown else ():
        for code in value.split():
            short = code.partition(":")[0]
            if short in unknown:
                unknown.discard(short)
                yield node, name, f"no catalogue of the item declares the alias {short!r}: add it"


@rule("codes.alias-conflict", Severity.WARNING, once="scheme")
def alias_conflict(item: Item) -> Iterator[Finding]:
    """An alias with two meanings makes every code with it ambiguous."""
    seen: dict[str, str] = {}
    for node in item.all("scheme"):
        short, uri = node.get("alias", ""), node.get("uri", "")
        others = [seen.setdefault(short, uri), *item.published(short)]
        other = next((each for each in others if _plain(each) != _plain(uri)), None)
        if other is not None:
            yield node, "alias", f"the alias {short!r} stands for {other!r} and for {uri!r}"


@rule("codes.retired", Severity.INFO, f"{_MUST} of `schemeretired`", at="schemeretired")
def retired(node: Element, name: str, item: Item) -> str | None:
    """Codes of a scheme that has been retired are not looked after any more."""
    start = f"{node.get('alias')}:"
    if not any(value.startswith(start) for _, _, value in item.part.codes):
        return None
    return f"the scheme of {start!r} is retired, and the item uses codes of it"


@rule("codes.contradiction", Severity.WARNING, f"{_MUST} of `qcode` and `uri`", at="uri")
def contradiction(node: Element, name: str, item: Item) -> str | None:
    """Where code and address name different things, receivers differ in what they read."""
    code, uri = node.get("qcode", ""), node.get(name, "")
    resolved = item.resolved(code)
    if resolved == code or _plain(resolved) == _plain(uri):
        return None
    return f"the code {code!r} stands for {resolved!r}, not for {uri!r}"


def _plain(uri: str) -> str:
    return uri.partition("://")[2].rstrip("/") or uri


@rule("codes.item-class", Severity.ERROR, f"{_MUST} of `itemClass`", on="itemClass")
def item_class(node: Element, item: Item) -> Said:
    """Receivers choose by the class of an item what to do with it."""
    if node.get("qcode") or node.get("uri"):
        return None
    return None, 'the class of the item is not given: write qcode="ninat:text" or the like'


@rule("codes.item-class-scheme", Severity.WARNING, f"{_MUST} of `itemClass`", on="itemClass")
def item_class_scheme(node: Element, item: Item) -> Said:
    """Only IPTC's codes for classes are known to every receiver."""
    if not item.is_news or node.get("qcode", "").startswith("ninat:"):
        return None
    uri = node.get("uri") or item.resolved(node.get("qcode", "ninat:"))
    if uri.startswith((_NATURES, "ninat:")):
        return None
    name = "uri" if node.get("uri") else "qcode"
    return name, f"the class is {uri!r}, none of IPTC's (ninat:text, ninat:picture …)"


@rule("codes.status", Severity.ERROR, f"{_MUST} of `pubStatus`", on="pubStatus")
def status(node: Element, item: Item) -> Said:
    """An item may be usable, withheld or canceled; another word leaves open if it may be used."""
    if node.get("qcode") in _KNOWN_STATES:
        return None
    uri = node.get("uri") or item.resolved(node.get("qcode", ""))
    code = uri.removeprefix(_STATUS).removeprefix("stat:")
    if code in _STATES or (code == uri and uri):
        return None
    return None, f"the status is {code!r}, which is none: it is one of {', '.join(_STATES)}"


@rule("codes.provider", Severity.ERROR, f"{_MUST} of `provider`", on="provider")
def provider(node: Element, item: Item) -> Said:
    """Nobody can ask back, pay or credit a provider that is not named."""
    if identifies(node):
        return None
    return None, "the provider is not named: give a code, an address or a name"


@rule("codes.empty-concept", Severity.WARNING)
def empty_concept(item: Item) -> Iterator[Finding]:
    """A property that names nothing says nothing."""
    by_tag = item.part.by_tag
    for tag in _CONCEPTS:
        for node in by_tag.get(tag, ()):
            if node.get("qcode") or identifies(node):
                continue
            if all(child.tag == f"{N}name" for child in node):
                said = f"this `{local(node)}` names nothing: give a code, an address or a name"
                yield node, None, said


@rule("codes.relation", Severity.WARNING, f"{_MUST} of `rel`", on=f"link {_PROPERTIES}")
def relation(node: Element, item: Item) -> Said:
    """A link or an extension property means what its relation says, and without one nothing."""
    outer = node.getparent()
    if node.get("rel") or node.get("reluri") or (outer is not None and outer.tag == node.tag):
        return None
    return None, f"this `{local(node)}` has no `rel`: say how it relates to the item"


@rule("codes.group-role", Severity.ERROR, f"{_MUST} of `group`", on="group")
def group_role(node: Element, item: Item) -> Said:
    """A group of a package must say what part it plays."""
    given = node.get("role") or node.get("roleuri")
    return None if given else (None, "the group has no role: say what part it plays")


@rule("codes.subject-type", Severity.INFO, once="subject")
def subject_type(item: Item) -> Iterator[Finding]:
    """The type tells a person from a topic without a look at a vocabulary."""
    bare = [n for n in item.all("subject") if not (n.get("type") or n.get("typeuri"))]
    if bare:
        more = f" (and {len(bare) - 1} more)" if len(bare) > 1 else ""
        yield bare[0], None, f"this subject{more} has no type: say cpnat:person, cpnat:abstract …"


@rule("codes.facet", Severity.INFO, f"{_MUST} of `facet`", on="facet")
def facet(node: Element, item: Item) -> Said:
    """`facet` has been deprecated for long; `related` took its place."""
    return None, "`facet` is deprecated: use `related`"


@rule("codes.guidref", Severity.WARNING, f"{_MUST} of `guidref`", at="guidref hreftype")
def guidref(node: Element, name: str, item: Item) -> str:
    """`guidref` and `hreftype` are deprecated, and newer receivers do not look at them."""
    return f"`{name}` is deprecated: use `{'residref' if name == 'guidref' else 'contenttype'}`"


RULES = (
    catalog, alias, alias_conflict, retired, contradiction, item_class, item_class_scheme, status,
    provider, empty_concept, relation, group_role, subject_type, facet, guidref,
)  # fmt: skip
