"""Saying in words what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from newsmodel.formats.newsml.conformance.models import Attribute, Type, models
from newsmodel.formats.newsml.conformance.slips import Slip
from newsmodel.formats.newsml.conformance.walking import Fault
from newsmodel.formats.newsml.names import NAR

__all__ = ["SCHEMA_RULES", "message", "shown"]

_XML = "{http://www.w3.org/XML/1998/namespace}"
_ADVICE = {
    "guid": "give the item its id",
    "standard": 'write standard="NewsML-G2"',
    "standardversion": 'say which version of the standard it follows, such as "2.35"',
    "itemMeta": "say what kind of item it is, who provides it, and when it was made",
    "itemClass": 'say what kind of item it is, such as qcode="ninat:text"',
    "provider": "say who provides the item",
    "versionCreated": "say when this version was made",
    "sent": "say when the message was sent",
    "header": "begin the message with its header",
    "itemSet": "put the items of the message in it",
    "href": "give the address",
    "tag": 'give the language tag, such as tag="uk"',
    "root": "name the id of the group that all others belong to",
    "idref": "name the id it refers to",
}
_FORMS = {
    "ID": "an id: a letter or _, then letters, digits, - . _",
    "IDREF": "an id",
    "IDREFS": "one or more ids",
    "IRIType": "an address (URI); spaces, % and brackets are written as %20, %25, %5B",
    "anyURI": "an address (URI)",
    "IRIListType": "addresses (URIs), separated by spaces",
    "NCName": "a name without colon and spaces",
    "NMTOKENS": "one or more words of letters, digits, - . _ :",
    "QCodeType": 'a code of the form "alias:code", without spaces',
    "QCodeListType": 'codes of the form "alias:code", separated by spaces',
    "QName": "a name whose prefix is declared",
    "boolean": "true or false",
    "date": 'a day such as "2030-01-31"',
    "dateTime": 'a time such as "2030-01-31T10:00:00+02:00"',
    "DateOptTimeType": 'a day or a time such as "2030-01-31" or "2030-01-31T10:00:00+02:00"',
    "TruncatedDateTimeType": 'a year, month, day or time such as "2030-01" or "2030-01-31"',
    "UnionDateTimeType": 'a date, whole or in part, or a time such as "2030-01-31T10:00:00+02:00"',
    "UnionDateTimeEmptyStringType": 'empty, or a time such as "2030-01-31T10:00:00+02:00"',
    "decimal": "a number",
    "double": "a number",
    "duration": 'a length of time such as "PT1H30M"',
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number, 0 or more",
    "positiveInteger": "a whole number, 1 or more",
    "Int1to9Type": "a whole number from 1 to 9",
    "Int100Type": "a whole number from 0 to 100",
    "language": 'a language tag such as "uk" or "pt-BR"',
    "g2normalizedString": "text in one line, without tabs",
    "AnyItemType/@standardversion": 'a version such as "2.35"',
}
_MOST = 60


SCHEMA_RULES: Mapping[str, str] = MappingProxyType(
    {
        "schema.xml": "It is not well-formed XML, uses prefixes it does not declare, declares"
        " entities, or is no XML at all.",
        "schema.root": "The root is no element of NewsML-G2.",
        "schema.unknown-element": "An element stands where none of its name may: it is misspelt, in"
        " the wrong namespace, or belongs elsewhere.",
        "schema.missing": "An element that is demanded is missing.",
        "schema.order": "An element comes too early or too late.",
        "schema.repeated": "An element stands more often than it may.",
        "schema.missing-attribute": "An attribute that is demanded is missing.",
        "schema.unknown-attribute": "An attribute has no place on its element.",
        "schema.type": "A value is not of its type: a date, a code, a number, one of some words.",
        "schema.text": "Text stands where only elements may, or nothing at all.",
        "schema.id": "An id is given twice.",
        "schema.xsd": "What the XML schema of the caller finds.",
    }
)
"""The rules of the standard's schema, with what it means to break them."""


def shown(tag: str) -> str:
    """A name as people write it."""
    if tag.startswith(_XML):
        return f"xml:{tag.removeprefix(_XML)}"
    return tag.rpartition("}")[2]


def message(fault: Fault) -> str:
    """What is wrong and what to do about it."""
    return _SAID[fault.rule](fault)


def _root(fault: Fault) -> str:
    tag = str(fault.node.tag)
    namespace, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    if namespace == NAR:
        return f"`{name}` is no element a document may begin with: a newsMessage or an item is"
    held = f"the namespace {namespace!r}" if namespace else "no namespace"
    return f"the root is `{name}` in {held}, no element of NewsML-G2 ({NAR})"


def _unknown_element(fault: Fault) -> str:
    slip = fault.slip or Slip(fault.rule, None)
    name, parent = shown(slip.tag), fault.node.getparent()
    outer = "the document" if parent is None else f"`{shown(str(parent.tag))}`"
    if slip.meant is not None and shown(slip.meant) == name:
        return f"`{name}` in {outer} is in the wrong namespace: it belongs in {NAR}"
    if slip.meant is not None:
        return f"`{outer.strip('`')}` has no `{name}`: `{shown(slip.meant)}` is meant, it seems"
    return f"{outer} has no `{name}`{_expected(slip.expected)}"


def _expected(tags: tuple[str, ...]) -> str:
    names = sorted(shown(tag) for tag in tags)
    if not names:
        return ""
    if len(names) == 1:
        return f": `{names[0]}` is expected here"
    more = f" or {len(names) - 8} more" if len(names) > 8 else ""
    return f": expected is one of {', '.join(f'`{name}`' for name in names[:8])}{more}"


def _missing(fault: Fault) -> str:
    slip = fault.slip or Slip(fault.rule, None)
    outer = shown(str(fault.node.tag))
    if not slip.tag:
        return f"something is missing in `{outer}`{_expected(slip.expected)}"
    name = shown(slip.tag)
    where = f" before `{shown(slip.before)}`" if slip.before else ""
    return f"`{name}` is missing in `{outer}`{where}: {_ADVICE.get(name, 'add it')}"


def _order(fault: Fault) -> str:
    slip = fault.slip or Slip(fault.rule, None)
    if slip.before:
        return f"`{shown(slip.tag)}` must come before `{shown(slip.before)}`"
    return f"`{shown(slip.tag)}` must come after `{shown(slip.after or '')}`"


def _repeated(fault: Fault) -> str:
    slip = fault.slip or Slip(fault.rule, None)
    holder = fault.node.getparent()
    outer = "" if holder is None else f" in `{shown(str(holder.tag))}`"
    return f"there is no place for a further `{shown(slip.tag)}`{outer}: keep one"


def _missing_attribute(fault: Fault) -> str:
    name = shown(fault.name or "")
    return f"`{name}` is missing on `{shown(str(fault.node.tag))}`: {_ADVICE.get(name, 'add it')}"


def _unknown_attribute(fault: Fault) -> str:
    name, outer = shown(fault.name or ""), shown(str(fault.node.tag))
    known = {shown(each): each for each in getattr(fault.kind, "attributes", ())}
    close = ["xml:lang"] if name == "lang" else get_close_matches(name, known, n=1)
    meant = f": `{close[0]}` is meant, it seems" if close else ""
    return f"`{outer}` has no attribute `{name}`{meant}"


def _type(fault: Fault) -> str:
    value = fault.value if len(fault.value) <= _MOST else f"{fault.value[: _MOST - 3]}..."
    what = f"`{shown(fault.name)}`" if fault.name else f"`{shown(str(fault.node.tag))}`"
    if isinstance(fault.kind, Attribute) and fault.kind.fixed:
        return f"{what} can only be {fault.kind.fixed!r}, not {value!r}"
    return f"{what} is {value!r}, which is not {form(fault.kind)}"


def form(kind: Type | Attribute | None) -> str:
    """What a value of a type looks like."""
    name = kind.kind if isinstance(kind, Attribute) else getattr(kind, "simple", None)
    words = models().words(str(name))
    if words:
        return f"one of {', '.join(words)}"
    return _FORMS.get(str(name), "of the form the standard demands")


def _text(fault: Fault) -> str:
    outer = shown(str(fault.node.tag))
    said = fault.value.strip(" \t\r\n")
    if not said:
        return f"`{outer}` must be empty: take out the white space in it"
    return f"text may not stand in `{outer}`: {said[:_MOST]!r}"


def _id(fault: Fault) -> str:
    return f"the id {fault.value!r} is given twice: ids are unique in a document"


_SAID: Mapping[str, Callable[[Fault], str]] = {
    "schema.root": _root,
    "schema.unknown-element": _unknown_element,
    "schema.missing": _missing,
    "schema.order": _order,
    "schema.repeated": _repeated,
    "schema.missing-attribute": _missing_attribute,
    "schema.unknown-attribute": _unknown_attribute,
    "schema.type": _type,
    "schema.text": _text,
    "schema.id": _id,
}
