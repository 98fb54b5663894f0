"""What the standard says: elements, their content, attributes and types.

The facts stand in `data/models.toml` and were derived from IPTC's XML schema by
`tools/newsml_models.py`. Here they become objects the checker walks with; a type is made ready when
the first element of it is met.

Source: NewsML-G2 2.35, XML schema of the Power conformance level, with ODRL 2.2 and the attributes
of the XML namespace.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib import resources
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.newsml.conformance import expressions
from newsmodel.formats.newsml.conformance.automata import State, automaton
from newsmodel.formats.newsml.conformance.datatypes import BUILT_IN, Test, made
from newsmodel.formats.newsml.conformance.expressions import Node, Sequence, Wildcard
from newsmodel.formats.newsml.conformance.usual import USUAL, seldom
from newsmodel.language import is_registered

__all__ = ["ANY_TYPE", "Attribute", "Models", "Type", "models"]

_XML = "{http://www.w3.org/XML/1998/namespace}"
ANY_TYPE = "anyType"
_OF_VOCABULARIES = frozenset({"QCodeType", "QCodeListType", "language"})
"""Types of whose values documents use the same few again and again."""
_FREE = frozenset({"string", "IRIType", "AnyItemType/@standardversion"})
"""Types whose values are valid where they are usual."""
_IN_CONTEXT = frozenset({"ID", "IDREF", "IDREFS", "QName"})
"""Types whose values are not valid in themselves but with the rest of the document."""


@attrs.frozen(eq=False)
class Attribute:
    """An attribute as a type allows it."""

    name: str
    kind: str
    """The name of its simple type."""
    test: Test
    required: bool = False
    fixed: str | None = None

    @property
    def in_context(self) -> bool:
        """Whether its value counts for more than this element."""
        return self.kind in _IN_CONTEXT


class AtHand(NamedTuple):
    """What a walk needs of a type for every element."""

    plain: Mapping[str, Test]
    coded: frozenset[str]
    """The attributes that hold a code or several."""
    required: tuple[str, ...]
    is_text: bool
    test: Test | None
    closed: bool
    """Whether no text may stand between the elements."""
    start: State


class Type:
    """The type of an element."""

    def __init__(self, name: str, facts: Mapping[str, Any], models: Models) -> None:
        self.name = name
        self._facts = facts
        self._models = models
        self.base = models.type(facts["extends"]) if models.is_complex(facts) else None
        self.abstract = bool(facts.get("abstract"))

    # ------------------------------------------------------------------ content
    @cached_property
    def simple(self) -> str | None:
        """The simple type of the text; None for an element of elements."""
        if self.base is not None:
            return self.base.simple
        return self._facts.get("extends")

    @cached_property
    def test(self) -> Test | None:
        """The test for the text, if it is restricted at all."""
        kind = self.simple
        return None if kind in (None, "string", "anySimpleType") else self._models.test(kind)

    @cached_property
    def mixed(self) -> bool:
        """Whether text may stand between the elements."""
        own = str(self._facts.get("content", "")).split(" ")[0] == "text"
        return own or (self.base is not None and self.base.mixed)

    @cached_property
    def content(self) -> Node:
        """The content model."""
        inherited = () if self.base is None else (self.base.content,)
        shown = str(self._facts.get("content", "")).removeprefix("text").strip()
        own = (expressions.parsed(shown, self._models.groups),) if shown else ()
        parts = (*inherited, *own)
        return parts[0] if len(parts) == 1 else Sequence(parts)

    @cached_property
    def empty(self) -> bool:
        """Whether nothing may stand in it, white space included."""
        return not self.mixed and self.simple is None and not any(expressions.places(self.content))

    @cached_property
    def start(self) -> State:
        """The state before the first child."""
        return automaton(self._models, self.content)

    # ------------------------------------------------------------------ attributes
    @cached_property
    def attributes(self) -> Mapping[str, Attribute]:
        """What attributes it may have, by name."""
        inherited = {} if self.base is None else self.base.attributes
        own = self._models.attributes(str(self._facts.get("attributes", "")))
        return MappingProxyType({**inherited, **{each.name: each for each in own}})

    @cached_property
    def plain(self) -> Mapping[str, Test]:
        """The tests for attributes whose values are valid in themselves, for a first look."""
        look = self._models.first_look
        return {n: look(a) for n, a in self.attributes.items() if not a.in_context}

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The attributes it must have."""
        return tuple(name for name, each in self.attributes.items() if each.required)

    @cached_property
    def at_hand(self) -> AtHand:
        """What a walk needs of a type for every element, together."""
        return AtHand(
            self.plain,
            frozenset(n for n, a in self.attributes.items() if a.test in self._models.of_codes),
            self.required,
            self.simple is not None,
            self.test,
            not self.mixed,
            self.start,
        )

    @cached_property
    def others(self) -> tuple[Wildcard, ...]:
        """The other attributes it may have; a type that extends another allows what both do."""
        inherited = () if self.base is None else self.base.others
        tokens = self._models.tokens(str(self._facts.get("attributes", "")))
        own = [self._models.wildcard(each) for each in tokens if each[0] in "#{"]
        return (*own, *inherited)

    def derives_from(self, other: Type) -> bool:
        """Whether it is that type, or extends it."""
        return self is other or (self.base is not None and self.base.derives_from(other))


class Models:
    """The facts of the standard."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._facts = facts
        self._types: dict[str, Type] = {}
        self._tests: dict[str, Test] = {}
        self.version: str = facts["version"]
        """The version of the standard they were derived from."""
        self.namespaces: Mapping[str, str] = facts["namespaces"]
        self.groups: Mapping[str, str] = facts["groups"]
        self.elements: Mapping[str, Type] = {
            self.clark(name): self.type(kind) for name, kind in facts["elements"].items()
        }
        """The elements known everywhere, by their full names."""
        self.foreign: Mapping[str, Attribute] = _of_xml(self)
        """The attributes known everywhere, by their full names."""
        language = self.test("language")
        self.is_registered: Test = Remembered(
            lambda tag: bool(language(tag)) and is_registered(tag.strip(" \t\r\n"))
        ).__getitem__
        """The test for language tags that name a language."""
        self.of_codes = (self.test("QCodeType"), self.test("QCodeListType"))
        """The tests for codes."""

    def clark(self, name: str) -> str:
        """A name as lxml writes it."""
        prefix, colon, local = name.rpartition(":")
        return f"{{{self.namespaces[prefix if colon else 'nar']}}}{local}"

    # ------------------------------------------------------------------ types
    def is_complex(self, facts: Mapping[str, Any]) -> bool:
        """Whether a type extends one of elements or attributes, and not a string."""
        return facts.get("extends") in self._facts["types"]

    def type(self, name: str) -> Type:
        """A type by its name; simple types and the type of anything included."""
        if name not in self._types:
            facts = self._facts["types"].get(name)
            if facts is None:
                facts = _ANYTHING if name == ANY_TYPE else {"extends": name}
            self._types[name] = Type(name, facts, self)
        return self._types[name]

    def named(self, name: str) -> Type | None:
        """A type that documents may name: one that has a name in the schema."""
        known = name in self._facts["types"] and "/" not in name
        return self.type(name) if known and name not in self._unnamed else None

    @cached_property
    def _unnamed(self) -> frozenset[str]:
        """Types that have their names from the element they belong to."""
        return frozenset(n for n, kind in self._facts["elements"].items() if n == kind)

    def test(self, name: str) -> Test:
        """The test for a simple type."""
        if name not in self._tests:
            built_in = BUILT_IN.get(name)
            test = built_in or made(self._facts["simple"][name], self.test)
            few = name in _OF_VOCABULARIES
            self._tests[name] = Remembered(lambda v: bool(test(v))).__getitem__ if few else test
        return self._tests[name]

    def words(self, name: str) -> tuple[str, ...]:
        """The words a simple type is one of, if it is that."""
        facts = self._facts["simple"].get(name)
        return tuple(facts.get("values", ())) if isinstance(facts, dict) else ()

    # ------------------------------------------------------------------ attributes
    def tokens(self, shown: str) -> Iterable[str]:
        """The words of a list of attributes, groups put in."""
        for token in shown.split():
            if token.startswith("@"):
                yield from self.tokens(self._facts["attributes"][token[1:]])
            else:
                yield token

    def attributes(self, shown: str) -> Iterable[Attribute]:
        """The attributes of a list."""
        return [self._attribute(token) for token in self.tokens(shown) if token[0] not in "#{"]

    def _attribute(self, token: str) -> Attribute:
        required = token.endswith("!")
        name, equals, kind = token.rstrip("!").partition("=")
        if not equals:
            known = self.foreign[_XML + name.removeprefix("xml:")]
            return attrs.evolve(known, required=required)
        kind, _, fixed = kind.rstrip(")").partition("(")
        test = (lambda value: value == fixed) if fixed else self.test(kind)
        return Attribute(name, kind, test, required, fixed or None)

    def first_look(self, attribute: Attribute) -> Test:
        """The test for an attribute; it fails, too, for what deserves a second look.

        That are language tags nobody has registered, and what is unusual where rules look.
        """
        usual = USUAL.get(attribute.name)
        if usual is not None and (usual is seldom or attribute.kind in _FREE):
            return usual
        return self.is_registered if attribute.kind == "language" else attribute.test

    def wildcard(self, token: str) -> Wildcard:
        """A wildcard as it is written."""
        return attrs.evolve(expressions.wildcard(token), own=self.namespaces["nar"])


_ANYTHING = {"content": "text ##any*", "attributes": "##any"}


def _of_xml(models: Models) -> Mapping[str, Attribute]:
    """The attributes of the XML namespace (its schema at http://www.w3.org/2001/xml.xsd)."""
    language = models.test("language")
    or_none = Remembered(lambda v: v == "" or bool(language(v))).__getitem__
    return {
        f"{_XML}lang": Attribute(f"{_XML}lang", "language", or_none),
        f"{_XML}space": Attribute(
            f"{_XML}space", "NMTOKEN", lambda v: v.strip() in {"default", "preserve"}
        ),
        f"{_XML}base": Attribute(f"{_XML}base", "anyURI", BUILT_IN["anyURI"]),
        f"{_XML}id": Attribute(f"{_XML}id", "ID", BUILT_IN["ID"]),
    }


@cache
def models() -> Models:
    """What the package knows of the standard; made once, and never changed in what it says."""
    data = resources.files(__package__).joinpath("data", "models.toml")
    return Models(tomllib.loads(data.read_text("utf-8")))
