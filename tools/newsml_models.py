"""Derive what newsmodel knows of NewsML-G2 from the XML schema of the standard.

    python tools/newsml_models.py SCHEMA [SCHEMA ...] > models.toml

SCHEMA is IPTC's "All-Power" schema, first, and those of other vocabularies that count, such as
ODRL. What is printed holds facts only: content models, attributes, types, and no text of the
standard. `src/newsmodel/formats/newsml/conformance/data/models.toml` was made so; a new version of
the standard is one run of this script and a look at the difference.

How to read it:

    content     what may stand in an element, in order: `a?` `a*` `a+` `(a|b)` as in a DTD.
                `name` is an element known everywhere, `name=Type` one that is known only here,
                `&Group` the content of a group. `text` allows text between the elements.
    attributes  `name=Type`, with `!` where it is demanded, `(value)` where it can only have that;
                `@group` is a group of them.
    ##other     anything from a foreign namespace, `##any` from any, `##local` from none, and
                `{address}` from that one. What is known there has to be valid; `!strict` demands
                that it is known, `!skip` that it is not looked at.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

XS = "{http://www.w3.org/2001/XMLSchema}"
_COUNTS = {("1", "1"): "", ("0", "1"): "?", ("0", "unbounded"): "*", ("1", "unbounded"): "+"}
_FACETS = {
    "pattern": "pattern", "minInclusive": "min", "maxInclusive": "max", "minLength": "least",
    "length": "length",
}  # fmt: skip


class Unsupported(Exception):
    """The schema uses something this script does not know."""


class Schema:
    """One schema document, and the names it gives to things."""

    def __init__(self, path: Path, prefix: str) -> None:
        self.root = etree.parse(path, etree.XMLParser(remove_comments=True)).getroot()
        etree.strip_elements(self.root, f"{XS}annotation", with_tail=False)
        self.namespace = self.root.get("targetNamespace")
        self.prefix = prefix
        self.types: dict[str, dict[str, str]] = {}
        self.simple: dict[str, str] = {}
        for unsupported in ("substitutionGroup", "nillable"):
            if self.root.xpath(f"//@{unsupported}"):
                raise Unsupported(unsupported)

    # ------------------------------------------------------------------ names
    def own(self, name: str) -> str:
        """A name of this schema as the output has it."""
        return f"{self.prefix}{name}"

    def reference(self, node: etree._Element, name: str) -> str:
        """The name by which what is referred to is known in the output."""
        prefix, _, local = name.rpartition(":")
        if prefix == "xml":
            return name
        if node.nsmap.get(prefix or None) == XS[1:-1]:
            return local
        return self.own(local)

    # ------------------------------------------------------------------ what is global
    def elements(self) -> dict[str, str]:
        """The global elements and their types."""
        found = {}
        for node in self.root.findall(f"{XS}element"):
            found[self.own(node.get("name"))] = self.type_of(node, self.own(node.get("name")))
        return found

    def groups(self) -> dict[str, str]:
        """The groups of elements and their content."""
        return {
            self.own(node.get("name")): self.particle(_model(node), self.own(node.get("name")))
            for node in self.root.findall(f"{XS}group")
        }

    def attribute_groups(self) -> dict[str, str]:
        """The groups of attributes."""
        return {
            self.own(node.get("name")): self.attributes(node, self.own(node.get("name")))
            for node in self.root.findall(f"{XS}attributeGroup")
        }

    def named_types(self) -> None:
        """Note the types that have names."""
        for node in self.root.findall(f"{XS}simpleType"):
            self.simple[self.own(node.get("name"))] = self.simple_type(node)
        for node in self.root.findall(f"{XS}complexType"):
            self.complex_type(node, self.own(node.get("name")))

    # ------------------------------------------------------------------ types
    def type_of(self, node: etree._Element, path: str) -> str:
        """The name of the type of an element, which is noted if it has none yet."""
        if name := node.get("type"):
            return self.reference(node, name)
        inner = node.find(f"{XS}complexType")
        if inner is not None:
            self.complex_type(inner, path)
            return path
        return "anyType"

    def complex_type(self, node: etree._Element, name: str) -> None:
        """Note the content and the attributes of a type."""
        if name in self.types:
            raise Unsupported(f"two types of the name {name}")
        facts = self.types[name] = {}
        if node.get("abstract") == "true":
            facts["abstract"] = "true"
        body = node
        content = node.find(f"{XS}complexContent")
        simple = node.find(f"{XS}simpleContent")
        for holder in (content, simple):
            if holder is not None:
                (body,) = holder
                if body.tag != f"{XS}extension":
                    raise Unsupported(body.tag)
                facts["extends"] = _quoted(self.reference(body, body.get("base")))
        model = _model(body)
        mixed = "true" in (node.get("mixed"), content is not None and content.get("mixed"))
        shown = " ".join(
            part for part in ("text" if mixed else "", self.particle(model, name)) if part
        )
        if shown:
            facts["content"] = _quoted(shown)
        if attributes := self.attributes(body, name):
            facts["attributes"] = _quoted(attributes)

    def particle(self, node: etree._Element | None, path: str) -> str:
        """Part of a content model as an expression."""
        if node is None:
            return ""
        kind = node.tag.removeprefix(XS)
        count = _COUNTS[node.get("minOccurs", "1"), node.get("maxOccurs", "1")]
        if kind == "element":
            return self.element(node, path) + count
        if kind == "any":
            return _wildcard(node) + count
        if kind == "group":
            return f"&{self.reference(node, node.get('ref'))}{count}"
        parts = [self.particle(n, path) for n in node if n.tag in _PARTICLES]
        joined = {"sequence": " ", "choice": "|"}[kind].join(parts)
        return joined if kind == "sequence" and not count and _top(node) else f"({joined}){count}"

    def element(self, node: etree._Element, path: str) -> str:
        """An element in a content model."""
        if name := node.get("ref"):
            return self.reference(node, name)
        name = node.get("name")
        return f"{self.own(name)}={self.type_of(node, f'{path}/{name}')}"

    def attributes(self, node: etree._Element, path: str) -> str:
        """The attributes of a type or group."""
        return " ".join(self._attributes(node, path))

    def _attributes(self, node: etree._Element, path: str) -> Iterator[str]:
        for child in node:
            if child.tag == f"{XS}attributeGroup":
                yield f"@{self.reference(child, child.get('ref'))}"
            elif child.tag == f"{XS}anyAttribute":
                yield _wildcard(child)
            elif child.tag == f"{XS}attribute" and child.get("use") != "prohibited":
                yield self.attribute(child, path)

    def attribute(self, node: etree._Element, path: str) -> str:
        """One attribute."""
        demanded = "!" if node.get("use") == "required" else ""
        if name := node.get("ref"):
            return f"{self.reference(node, name)}{demanded}"
        name = node.get("name")
        kind = "anySimpleType"
        if node.get("type"):
            kind = self.reference(node, node.get("type"))
        elif (inner := node.find(f"{XS}simpleType")) is not None:
            kind = f"{path}/@{name}"
            self.simple[kind] = self.simple_type(inner)
        fixed = f"({node.get('fixed')})" if node.get("fixed") else ""
        return f"{name}={kind}{fixed}{demanded}"

    def simple_type(self, node: etree._Element) -> str:
        """How a simple type is made."""
        (body,) = node
        kind = body.tag.removeprefix(XS)
        inner = [self.simple_type(n) for n in body.findall(f"{XS}simpleType")]
        if kind == "list":
            return f"{{ list = {inner[0] if inner else self._named(body, 'itemType')} }}"
        if kind == "union":
            names = (body.get("memberTypes") or "").split()
            named = [_quoted(self.reference(body, name)) for name in names]
            return f"{{ union = [{', '.join(named + inner)}] }}"
        base = inner[0] if inner else self._named(body, "base")
        return f"{{ {', '.join([f'base = {base}', *_facets(body)])} }}"

    def _named(self, node: etree._Element, attribute: str) -> str:
        return _quoted(self.reference(node, node.get(attribute)))


_PARTICLES = {f"{XS}{name}" for name in ("element", "any", "group", "sequence", "choice", "all")}


def _model(node: etree._Element) -> etree._Element | None:
    """What stands in a type or a group: a sequence, a choice, a group, or nothing."""
    return next((n for n in node if n.tag in _PARTICLES), None)


def _top(node: etree._Element) -> bool:
    return node.getparent().tag not in _PARTICLES - {f"{XS}group"}


def _wildcard(node: etree._Element) -> str:
    namespace = node.get("namespace", "##any")
    shown = namespace if namespace.startswith("##") else f"{{{namespace}}}"
    process = node.get("processContents", "strict")
    return shown if process == "lax" else f"{shown}!{process}"


def _facets(node: etree._Element) -> Iterator[str]:
    values = [n.get("value") for n in node.findall(f"{XS}enumeration")]
    if values:
        yield f"values = [{', '.join(map(_quoted, values))}]"
    for child in node:
        name = child.tag.removeprefix(XS)
        if name in _FACETS:
            value = child.get("value")
            number = re.fullmatch("-?[0-9]+", value)
            yield f"{_FACETS[name]} = {value if number else _quoted(value)}"
        elif name not in {"enumeration", "simpleType"}:
            raise Unsupported(name)


def _quoted(value: str) -> str:
    quote = '"' if "\\" not in value else "'"
    return f"{quote}{value}{quote}"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name) else _quoted(name)


def _table(title: str, rows: dict[str, str]) -> Iterator[str]:
    yield f"\n[{title}]"
    yield from (f"{_key(name)} = {value}" for name, value in sorted(rows.items()))


def derived(schemas: list[Schema]) -> Iterator[str]:
    """The lines of the output."""
    elements: dict[str, str] = {}
    groups: dict[str, str] = {}
    attributes: dict[str, str] = {}
    for schema in schemas:
        schema.named_types()
        elements |= schema.elements()
        groups |= schema.groups()
        attributes |= schema.attribute_groups()
    version = schemas[0].root.get("version")
    yield f"# Facts of NewsML-G2 {version} (Power), made by tools/newsml_models.py, which says how"
    yield "# to read them. Do not edit: make it anew."
    yield f"\nversion = {_quoted(version)}"
    namespaces = {s.prefix.strip(":") or "nar": _quoted(s.namespace) for s in schemas}
    yield from _table("namespaces", namespaces)
    yield from _table("elements", {name: _quoted(kind) for name, kind in elements.items()})
    yield from _table("groups", {name: _quoted(shown) for name, shown in groups.items()})
    yield from _table("attributes", {name: _quoted(shown) for name, shown in attributes.items()})
    yield from _table("simple", {n: s for schema in schemas for n, s in schema.simple.items()})
    types = {name: facts for schema in schemas for name, facts in schema.types.items()}
    for name, facts in sorted(types.items()):
        yield f"\n[types.{_key(name)}]"
        yield from (f"{key} = {value}" for key, value in facts.items())


def main(paths: list[str]) -> None:
    """Print what the schemas say."""
    prefixes = ["", *(f"{Path(path).stem[0].lower()}:" for path in paths[1:])]
    schemas = [Schema(Path(p), prefix) for p, prefix in zip(paths, prefixes, strict=True)]
    print("\n".join(derived(schemas)))


if __name__ == "__main__":
    main(sys.argv[1:])
