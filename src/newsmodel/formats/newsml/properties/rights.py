"""Rights as elements and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml.names import PLUS, is_uri
from newsmodel.formats.newsml.properties.concepts import concept_in, related_in
from newsmodel.formats.newsml.properties.describing import concept, related
from newsmodel.formats.newsml.properties.links import link, link_in
from newsmodel.formats.newsml.xml.attributes import attributes, clean, same
from newsmodel.formats.newsml.xml.known import ELEMENTS
from newsmodel.formats.newsml.xml.leaves import Items, remembering, repeated
from newsmodel.formats.newsml.xml.markup import element_of, markup_of, serialized
from newsmodel.formats.newsml.xml.reading import (
    LABEL,
    Element,
    N,
    Reading,
    absent,
    attributes_in,
    label_in,
    name_of,
    no_text,
    nothing_in,
    tails,
    text_in,
)
from newsmodel.formats.newsml.xml.writing import Inexact, element, labels, uri
from newsmodel.model import Rights, RightsExpression, Text
from newsmodel.model.base import maker

_MAKE_RIGHTS = maker(Rights)
_MAKE_TEXT = maker(Text)


def rights(value: Rights) -> str:
    """Rights as an element."""
    mining = [("uri", uri(value.data_mining))]
    parts = [
        concept("accountable", value.accountable) if value.accountable is not None else "",
        concept("copyrightHolder", value.holder) if value.holder is not None else "",
        labels("copyrightNotice", value.notices),
        labels("usageTerms", value.usage_terms),
        *(link(each) for each in value.links),
        *(related("rightsInfoExtProperty", each) for each in value.properties),
        *map(_expression, value.expressions),
        element("dataMining", "", mining) if value.data_mining is not None else "",
    ]
    return element("rightsInfo", "".join(parts))


def rights_in(node: Element, reading: Reading) -> Rights:
    """Rights from an element."""
    is_linked = next(node.iterchildren(_LINK), None) is not None
    return (_rights_in if is_linked else _rights_alone_in)(node, reading)


def _rights_in(node: Element, reading: Reading) -> Rights:
    reading.leave_attributes(node)
    no_text(node, reading)
    fields: dict[str, Any] = {}
    unread: set[str] = set()
    for part in node[:]:
        name, read, many = _RIGHTS.get(part.tag) or _misspelt(part, reading)
        if not name or (not many and name in fields):
            reading.leave(part)
            if name:
                reading.depart(part, f"{name_of(part)!r} stands more than once")
        else:
            strange = len(reading.strange)
            value = read(part, reading)
            if value is None or reading.unread(part, strange):
                reading.leave(part)
                unread.add(name)
            else:
                fields[name] = (*fields.get(name, ()), value) if many else value
                reading.inexact |= not many and name in unread  # which counts tells the order
        tail = part.tail
        if tail and not tail.isspace():
            reading.inexact = True
    return _MAKE_RIGHTS(**fields)


_LINK = f"{N}link"
"""Which headline of its target is the first follows from the language around."""
_rights_alone_in = repeated(_rights_in)


def _misspelt(part: Element, reading: Reading) -> tuple[str, Any, bool]:
    """How an element is read whose name is spelled in another case; rights are then kept whole."""
    meant = _MEANT.get(str(part.tag).lower())
    if meant is None:
        if (name := name_of(part)) in ELEMENTS:
            reading.depart(part, f"rightsInfo has no {name!r}: it is kept as it is")
        return _UNKNOWN
    spelt, named = name_of(part), meant.removeprefix(N)
    reading.depart(part, f"rightsInfo has no {spelt!r}: it is read as {named!r}")
    reading.inexact = True
    return _RIGHTS[meant]


def _mining_in(node: Element, reading: Reading) -> str | None:
    found = clean(node.get("uri") or "")
    if not found or not is_uri(found):
        found = _mining_by_code(node.get("qcode") or "")
        if not found:
            return None
        reading.strange.append((node, absent("uri")))  # it is what we write
    if len(node.attrib) > 1 and node.get("uri") is not None:
        reading.leave_attributes(node)  # the address, too: it names what the others were said of
    else:
        reading.leave_attributes(node, ("uri",))
    nothing_in(node, reading)
    return found


def _mining_by_code(code: str) -> str:
    """The address of a code of PLUS, known by its form under any alias; "" for another code."""
    _, colon, word = code.strip().rpartition(":")
    return f"{PLUS}{word}" if colon and word.startswith("DMI-") and is_uri(word) else ""


def outdated_pieces(value: Rights, pieces: Mapping[str, str]) -> list[str]:
    """The paths of carried pieces that rights contradict by now.

    Such are an element that could not be read, where its field is filled, and what was said beside
    another address for data mining.

    Args:
        value: the rights.
        pieces: what is carried for them, by paths.
    """
    filled = [name for name, field in _SINGLE.items() if getattr(value, field) is not None]
    instead = tuple(f"{name}[" for name in filled if f"{name}[1]" in pieces)
    found = [path for path in pieces if instead and path.startswith(instead)]
    mined = pieces.get("dataMining/@uri") or _mining_by_code(pieces.get("dataMining/@qcode", ""))
    if mined and value.data_mining not in (None, mined):
        found += [path for path in pieces if path.startswith("dataMining/")]
    return found


def _expression(value: RightsExpression) -> str:
    language = ("langid", uri(value.language))
    if value.content_type is not None:
        pairs = [language, ("enctype", value.content_type)]
        return element("rightsExpressionData", text(value.content), pairs)
    if serialized(value.content) is None or not _is_foreign(element_of(value.content)):
        raise Inexact
    return element("rightsExpressionXML", value.content, [language])


def _is_foreign(node: Element) -> bool:
    """Whether an element is of a namespace other than the standard's."""
    return str(node.tag).startswith("{") and not str(node.tag).startswith(N)


_STATEMENT = LABEL | attributes({"href": ("href", same)})


@remembering
def _statement_in(node: Element, items: Items, reading: Reading) -> Text:
    """What is said of rights, which may be said in full elsewhere."""
    fields = attributes_in(node, _STATEMENT, reading, items)
    return _MAKE_TEXT(value=text_in(node, reading), **fields)


_XML = attributes({"langid": ("language", same)})
_DATA = attributes({"langid": ("language", same), "enctype": ("content_type", same)})


def _xml_in(node: Element, reading: Reading) -> RightsExpression:
    fields = attributes_in(node, _XML, reading)
    reading.inexact |= len(node) != 1 or "language" not in fields or not _is_foreign(node[0])
    tails(node, reading)
    no_text(node, reading)
    content = markup_of(node[0]) if len(node) else ""
    return RightsExpression(language=fields.get("language", ""), content=content)


def _data_in(node: Element, reading: Reading) -> RightsExpression:
    fields = attributes_in(node, _DATA, reading)
    reading.inexact |= len(fields) < len(_DATA)
    return RightsExpression(**{"language": "", "content": text_in(node, reading)} | fields)


_UNKNOWN = ("", label_in, False)
_RIGHTS: dict[Any, tuple[str, Any, bool]] = {
    f"{N}accountable": ("accountable", concept_in, False),
    f"{N}copyrightHolder": ("holder", concept_in, False),
    f"{N}copyrightNotice": ("notices", _statement_in, True),
    f"{N}usageTerms": ("usage_terms", _statement_in, True),
    _LINK: ("links", link_in, True),
    f"{N}rightsInfoExtProperty": ("properties", related_in, True),
    f"{N}rightsExpressionXML": ("expressions", _xml_in, True),
    f"{N}rightsExpressionData": ("expressions", _data_in, True),
    f"{N}dataMining": ("data_mining", _mining_in, False),
}
_SINGLE = {tag.removeprefix(N): name for tag, (name, _, many) in _RIGHTS.items() if not many}
"""The elements that stand once, each with its field."""
_MEANT: dict[str, str] = {tag.lower(): tag for tag in _RIGHTS}
"""For each name in small letters how it is spelled."""
