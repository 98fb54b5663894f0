"""How content came to be, machines included: `digitalSourceType`, and back.

Source: NewsML-G2 2.33, `digitalSourceType`; IPTC NewsCodes, digital source type.
"""

from __future__ import annotations

import re

from newsmodel.formats.newsml.names import QCODE, is_address, is_uri
from newsmodel.formats.newsml.xml.reading import Element, Reading, nothing_in
from newsmodel.formats.newsml.xml.writing import Inexact, code, element, uri
from newsmodel.model import Provenance
from newsmodel.model.base import maker, told_by

__all__ = ["of_whole", "source_type", "source_type_in"]

_MAKE = maker(Provenance)
_ALIAS = "digsrctype:"
_TERM = re.compile("[A-Za-z]+")
"""A term of IPTC's vocabulary, which the model has without its alias."""
_OF_WHOLE = frozenset({None, "text", "translation", "image", "video", "audio"})
"""What the content of an item is, in the words of `Provenance.scope`."""

_is_code_alone = told_by(Provenance, ["digital_source_type"])


def source_type(name: str, values: tuple[Provenance, ...]) -> str:
    """How the content of an item came to be as an element, where a code says it all."""
    if len(values) != 1 or not _is_code_alone(values[0]):
        raise Inexact
    word = values[0].digital_source_type
    if word is None or (word.startswith(_ALIAS) and _TERM.fullmatch(word, len(_ALIAS))):
        raise Inexact  # it would come back without its alias
    if _TERM.fullmatch(word):
        return element(name, "", [("qcode", _ALIAS + word)])
    if is_address(word):
        return element(name, "", [("uri", uri(word))])
    return element(name, "", [("qcode", code(word))])


def source_type_in(node: Element, reading: Reading) -> tuple[Provenance, ...] | None:
    """How the content of an item came to be from an element; None where no code says it."""
    qcode, address = node.get("qcode"), node.get("uri")
    nothing_in(node, reading)
    word = _word(qcode) if qcode is not None else address
    fits = word is not None and is_address(word) is (qcode is None)
    if word is None or not fits or (qcode is None and not is_uri(word)):
        reading.inexact = True
        return None
    reading.leave_attributes(node, ("uri" if qcode is None else "qcode",))
    return (_MAKE(digital_source_type=word),)


def _word(qcode: str) -> str | None:
    """A code as the model has it; None for what is none."""
    if not QCODE.fullmatch(qcode):
        return None
    of_iptc = qcode.startswith(_ALIAS) and _TERM.fullmatch(qcode, len(_ALIAS))
    return qcode[len(_ALIAS) :] if of_iptc else qcode


def of_whole(values: tuple[Provenance, ...]) -> tuple[Provenance, ...] | None:
    """What others are told where more is known: the code of the first about all the content."""
    for value in values:
        if value.digital_source_type is not None and value.scope in _OF_WHOLE:
            return (Provenance(digital_source_type=value.digital_source_type.removeprefix(_ALIAS)),)
    return None
