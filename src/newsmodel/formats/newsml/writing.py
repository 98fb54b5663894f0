"""What writing an element has in common, whatever the element.

Where the schema has no place for a value, writing raises `Inexact`; the field then goes into the
data island, whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from newsmodel.formats._shared.escaping import attributes, quoted, text
from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.newsml.names import QCODE, are_qcodes, is_name, is_uri, known_code
from newsmodel.model import Direction, Text

_ONE_LINE = frozenset("name keyword slugline creditline altId profile generator fileName".split())
_UNDIRECTED = Direction.AUTO


class Inexact(Exception):
    """The schema has no place for a value as it is."""


def element(name: str, content: str, pairs: Iterable[tuple[str, object]] = ()) -> str:
    """An element with ready markup as its content."""
    start = f"<{name}{attributes(pairs)}"
    return f"{start}>{content}</{name}>" if content else f"{start}/>"


def rank(value: int | None) -> int | None:
    """A number where the standard demands one above zero."""
    if value == 0:
        raise Inexact
    return value


def code(word: str | None) -> str | None:
    """The qualified code for a word of the model (NewsML-G2 2.35: `QCodeType`)."""
    if word is None:
        return None
    return _full_code(word)


def _checked(word: str) -> str:
    full = known_code(word)
    if not QCODE.fullmatch(full):
        raise Inexact
    return full


_full_code = Remembered(_checked).__getitem__


def codes(value: str | None) -> str | None:
    """Qualified codes with a space between (NewsML-G2 2.35: `QCodeListType`)."""
    if value is not None and not are_qcodes(value):
        raise Inexact
    return value


def direction(value: Direction | None) -> str | None:
    """A direction where the standard has it; it knows no `auto`."""
    if value is _UNDIRECTED:
        raise Inexact
    return None if value is None else value.value


def one_line(value: str | None) -> str | None:
    """A string where the standard allows no line ends and tabs (NewsML-G2: `IntlStringType`)."""
    if value is not None and ("\n" in value or "\t" in value):
        raise Inexact
    return value


def uri(value: str | None) -> str | None:
    """An address in a form the schema takes (XML Schema: `anyURI`)."""
    if value is not None and not is_uri(value):
        raise Inexact
    return value


coded = Remembered(lambda word: quoted(str(code(word)))).__getitem__
"""The code for a word of the model, as it stands between quotation marks."""


def enclosed(name: str, attributes: str, content: str) -> str:
    """An element with ready markup as its attributes and its content."""
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


def words(name: str, value: str) -> str:
    """A string as an element of that name."""
    return enclosed(name, "", _marked(value, name))


def labels(name: str, values: Iterable[Text]) -> str:
    """Labels as elements of that name."""
    return "".join([label(name, value) for value in values])


_RANKED = frozenset("headline keyword slugline description".split())
_RARE_OF = attrgetter("direction", "role", "rank", "confidence", "relevance")
_RARE = (None,) * 5


def label(name: str, value: Text) -> str:
    """A label as an element (NewsML-G2 2.35: `Label1Type` and its kin)."""
    language, said = value.language, value.value
    more = "" if language is None else f' xml:lang="{language}"'
    if (rare := _RARE_OF(value)) != _RARE:
        more += _label_attributes(name, *rare)
    content = text(said) if said.isprintable() else _marked(said, name)
    return f"<{name}{more}>{content}</{name}>" if content else f"<{name}{more}/>"


def _label_attributes(
    name: str, towards: Direction | None, role: str | None, *ranks: int | None
) -> str:
    markup = "" if towards is None else f' dir="{direction(towards)}"'
    if role is not None:
        markup += f' role="{coded(role)}"'
    if ranks != (None, None, None):
        if name not in _RANKED:
            raise Inexact
        pairs = zip(("rank", "confidence", "relevance"), (rank(ranks[0]), *ranks[1:]), strict=True)
        markup += attributes(pairs)
    return markup


_WITH_BREAKS = frozenset("definition note description copyrightNotice usageTerms".split())


def _marked(words: str, name: str) -> str:
    """Text as markup, newlines as line breaks where the standard has these."""
    shown = text(words)
    if words.isprintable():
        return shown
    if name in _ONE_LINE:
        one_line(words)
    return shown.replace("\n", "<br/>") if name in _WITH_BREAKS else shown


def is_id(value: str | None) -> str | None:
    """An id in a form the schema takes (XML Schema: `NCName`)."""
    if value is not None and not is_name(value):
        raise Inexact
    return value


def digits(value: float) -> str:
    """A number in its shortest form (XML Schema: `decimal`, which has no exponents)."""
    shown = repr(value).removesuffix(".0")
    if "e" in shown:
        raise Inexact
    return shown
