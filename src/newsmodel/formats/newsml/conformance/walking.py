"""Walking a document once, element by element, with the types of the standard.

The walk notes what is wrong and where; `wording` says it in words. On the way it notes what the
lint asks for: the elements by name, the codes, the ids and what refers to them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TypeAlias

import attrs

from newsmodel.formats.newsml.conformance.automata import State
from newsmodel.formats.newsml.conformance.datatypes import BUILT_IN
from newsmodel.formats.newsml.conformance.models import ANY_TYPE, Attribute, Models, Type
from newsmodel.formats.newsml.conformance.slips import Slip, aligned
from newsmodel.formats.newsml.conformance.usual import HARMLESS, leads
from newsmodel.formats.newsml.names import NAR
from newsmodel.formats.newsml.xml.reading import Element

__all__ = ["Fault", "Part", "Walk"]

_XS = "http://www.w3.org/2001/XMLSchema"
_XSI = f"{{{_XS}-instance}}"
_TYPE, _NIL = f"{_XSI}type", f"{_XSI}nil"
_HINTS = frozenset({f"{_XSI}schemaLocation", f"{_XSI}noNamespaceSchemaLocation"})
_SPACE = " \t\r\n"
_BLANK = frozenset([" ", *(f"\n{by * n}" for by in " \t" for n in range(80))])
"""What mostly stands between elements; to look it up is quicker than to strip it."""
_ITEM_SET = f"{{{NAR}}}itemSet"

Waiting: TypeAlias = list[tuple[Element, Type, str]]
"""Elements that are still to be looked at, with their types and full names."""
_NOWHERE = State(final=False)
"""Where a content model stands after a child it has no place for."""


@attrs.frozen(eq=False)
class Fault:
    """Something wrong with an element."""

    rule: str
    node: Element
    name: str | None = None
    """The attribute it is about, by its full name."""
    kind: Type | Attribute | None = None
    """The type that says so."""
    value: str = ""
    """What stands there."""
    slip: Slip | None = None
    """What is wrong with the order or number of children."""


@attrs.frozen(eq=False)
class Part:
    """What the walk notes of an item, or of the message around the items."""

    root: Element
    by_tag: defaultdict[str, list[Element]] = attrs.field(factory=lambda: defaultdict(list))
    """The elements of the standard, by their full names, in no certain order."""
    codes: list[tuple[Element, str, str]] = attrs.field(factory=list)
    """Where a code or several stand: element, attribute, value."""
    references: list[tuple[Element, str, str]] = attrs.field(factory=list)
    """Where ids of other elements stand: element, attribute, value."""
    noted: list[tuple[Element, str, str]] = attrs.field(factory=list)
    """Attributes that deserve a second look (`Models.first_look`), some perhaps twice."""
    foreign: list[Element] = attrs.field(factory=list)
    """The roots of what is foreign: elements the standard does not know."""
    leading: list[Element] = attrs.field(factory=list)
    """Elements of what is foreign that lead elsewhere or do something, some perhaps twice."""


class Walk:
    """One walk through a document."""

    def __init__(self, models: Models) -> None:
        self.models = models
        self.faults: list[Fault] = []
        self.parts: list[Part] = []
        self.ids: dict[str, dict[Element, str]] = {}
        """The elements that have an id, by it, with the names of the attributes."""
        self._casts: dict[Element, Type | None] = {}
        """The elements that say what type they have, with that type if they may have it."""
        self._everywhere = frozenset((*models.foreign, _TYPE))
        """The attributes that count on foreign elements, too."""
        self._known = tuple(f"{{{uri}}}*" for uri in models.namespaces.values())

    def run(self, root: Element) -> None:
        """Walk through a document, or through one item of it."""
        kind = self.models.elements.get(str(root.tag))
        if kind is None:
            self.faults.append(Fault("schema.root", root))
            return
        waiting: Waiting = [(root, kind, str(root.tag))]
        while waiting:
            part = Part(waiting[0][0])
            self.parts.append(part)
            waiting[:1] = self._walk(*waiting[0], part)
        self._check_ids(root)

    def _check_ids(self, root: Element) -> None:
        """Say which ids are given twice, and where for the second time."""
        twice = {each: nodes for each, nodes in self.ids.items() if len(nodes) > 1}
        numbers = {node: number for number, node in enumerate(root.iter("*"))} if twice else {}
        for value, nodes in twice.items():
            for node in sorted(nodes, key=numbers.__getitem__)[1:]:
                self.faults.append(Fault("schema.id", node, nodes[node], None, value))

    # ------------------------------------------------------------------ the loop
    def _walk(self, root: Element, root_kind: Type, root_name: str, part: Part) -> Waiting:  # noqa: C901, PLR0912, PLR0915 - the one hot loop; calls would double its time
        """Walk through all but the items of a message, which are given back."""
        items: Waiting = []
        stack: Waiting = [(root, root_kind, root_name)]
        pop, push = stack.pop, stack.append
        by_tag, codes, faults, casts = part.by_tag, part.codes, self.faults, self._casts
        while stack:
            node, kind, name_of = pop()
            plain, coded, required, is_text, text_test, closed, state = kind.at_hand
            by_tag[name_of].append(node)
            for name, value in node.items():
                test = plain.get(name)
                if test is None:
                    self._special(node, kind, name, value, part)
                elif not test(value):
                    self._look_again(node, kind.attributes[name], value, part)
                elif name in coded:
                    codes.append((node, name, value))
            if casts and casts.get(node, kind) is not kind:
                self._start_again(node, name_of, part, stack)
                continue
            if required:
                self._check_required(node, kind)
            if is_text:
                if len(node) or (text_test is not None and not text_test(node.text or "")):
                    self._check_text(node, kind)
                continue
            if closed and (text := node.text) and text not in _BLANK and text.strip(_SPACE):
                faults.append(Fault("schema.text", node, None, kind, text))
            if not len(node):
                if kind.empty and node.text:
                    faults.append(Fault("schema.text", node, None, kind, node.text))
                if not state.final:
                    self._realign(node, kind, part, stack)
                continue
            mark = (len(stack), len(faults), len(part.foreign))
            for child in node:
                tag = child.tag
                move = state.moves.get(tag)  # type: ignore[arg-type] # names are strings here
                if move is not None:
                    state = move[0]
                    push((child, move[1], tag))  # type: ignore[arg-type] # as above
                elif (after := self._through_wildcard(state, child, part, stack)) is not None:
                    state = after
                else:
                    state = _NOWHERE
                    break
                if closed and (text := child.tail) and text not in _BLANK and text.strip(_SPACE):
                    faults.append(Fault("schema.text", node, None, kind, text))
            if not state.final:
                del stack[mark[0] :], faults[mark[1] :], part.foreign[mark[2] :]
                self._realign(node, kind, part, stack)
            elif name_of == _ITEM_SET:
                items += stack[mark[0] :]
                del stack[mark[0] :]
        return items

    # ------------------------------------------------------------------ children
    def _through_wildcard(
        self, state: State, child: Element, part: Part, stack: Waiting
    ) -> State | None:
        """The state after a child that a wildcard takes, if one does."""
        for wild, after in state.wild:
            if wild.takes(str(child.tag)):
                self._admit(child, wild.process, part, stack)
                return after
        return None

    def _admit(self, child: Element, process: str, part: Part, stack: Waiting) -> None:
        if process == "skip":
            return
        known = self._known_type(child)
        if known is not None:
            stack.append((child, known, str(child.tag)))
            return
        if process == "strict":
            slip = Slip("schema.unknown-element", 0, str(child.tag))
            self.faults.append(Fault(slip.rule, child, slip=slip))
        self._look_into(child, part, stack)

    def _realign(self, node: Element, kind: Type, part: Part, stack: Waiting) -> None:
        """Say what is wrong with the children of an element, and go on with them."""
        children = list(node)
        slips, kinds = aligned([str(child.tag) for child in children], kind.start)
        for slip in slips:
            place = node if slip.index is None else children[slip.index]
            self.faults.append(Fault(slip.rule, place, None, kind, slip=slip))
        for child, aligned_kind in zip(children, kinds, strict=True):
            known = aligned_kind or self._known_type(child)
            if known is None:
                self._look_into(child, part, stack)
            else:
                stack.append((child, known, str(child.tag)))
        if not kind.mixed:
            for child in children:
                if (child.tail or "").strip(_SPACE):
                    self.faults.append(Fault("schema.text", node, None, kind, child.tail or ""))

    def _check_required(self, node: Element, kind: Type) -> None:
        """Say which attributes are missing."""
        for name in kind.required:
            if node.get(name) is None:
                self.faults.append(Fault("schema.missing-attribute", node, name, kind))

    def _check_text(self, node: Element, kind: Type) -> None:
        """Check the text of an element that holds nothing else."""
        text = node.text or ""
        if kind.test is not None and not kind.test(text):
            self.faults.append(Fault("schema.type", node, None, kind, text))
        for child in node:
            slip = Slip("schema.unknown-element", 0, str(child.tag))
            self.faults.append(Fault(slip.rule, child, None, kind, slip=slip))

    # ------------------------------------------------------------------ attributes
    def _special(self, node: Element, kind: Type, name: str, value: str, part: Part) -> None:
        """Check an attribute that its type alone cannot decide."""
        known = kind.attributes.get(name)
        if known is not None:
            self._in_context(node, known, value, part)
        elif name == _TYPE:
            self._cast(node, kind)
        elif name == _NIL:
            self.faults.append(Fault("schema.unknown-attribute", node, name, kind, value))
        elif name not in _HINTS:
            self._by_wildcard(node, kind, name, value, part)

    def _look_again(self, node: Element, known: Attribute, value: str, part: Part) -> None:
        """Check a value that has not passed at first."""
        if not known.test(value):
            self.faults.append(Fault("schema.type", node, known.name, known, value))
            return
        part.noted.append((node, known.name, value))
        if known.test in self.models.of_codes:
            part.codes.append((node, known.name, value))

    def _by_wildcard(self, node: Element, kind: Type, name: str, value: str, part: Part) -> None:
        wild = next((wild for wild in kind.others if wild.takes(name)), None)
        known = self.models.foreign.get(name)
        if wild is None or (known is None and wild.process == "strict"):
            self.faults.append(Fault("schema.unknown-attribute", node, name, kind, value))
        elif known is not None and wild.process != "skip":
            self._in_context(node, known, value, part)

    def _in_context(self, node: Element, known: Attribute, value: str, part: Part) -> None:
        """Check a value, and note it if it ties elements together."""
        if not known.test(value) or (known.kind == "QName" and not _is_bound(node, value)):
            self.faults.append(Fault("schema.type", node, known.name, known, value))
        elif known.kind == "ID":
            self.ids.setdefault(value.strip(_SPACE), {})[node] = known.name
        elif known.kind.startswith("IDREF"):
            part.references.append((node, known.name, value))
        elif known.kind == "language" and not self.models.is_registered(value):
            part.noted.append((node, known.name, value))

    def _cast(self, node: Element, kind: Type | None) -> Type | None:
        """The type an element says it has (`xsi:type`), if it may have it."""
        if node not in self._casts:
            value = node.get(_TYPE, "")
            named = self._type_called(node, value)
            if named is None or named.abstract or not (kind is None or named.derives_from(kind)):
                self.faults.append(Fault("schema.type", node, _TYPE, kind, value))
                named = kind
            self._casts[node] = named
        return self._casts[node]

    def _start_again(self, node: Element, name: str, part: Part, stack: Waiting) -> None:
        """Look at an element anew, with the type it says it has."""
        part.by_tag[name].pop()
        part.codes[:] = [each for each in part.codes if each[0] is not node]
        self.faults[:] = [each for each in self.faults if each.node is not node]
        stack.append((node, self._casts[node] or self.models.type(ANY_TYPE), name))

    def _type_called(self, node: Element, value: str) -> Type | None:
        prefix, _, local = value.strip(_SPACE).rpartition(":")
        namespace = node.nsmap.get(prefix or None)
        if namespace == _XS:
            return self.models.type(local) if local in BUILT_IN or local == ANY_TYPE else None
        for short, uri in self.models.namespaces.items():
            if namespace == uri:
                return self.models.named(local if short == "nar" else f"{short}:{local}")
        return None

    # ------------------------------------------------------------------ what is foreign
    def _known_type(self, node: Element) -> Type | None:
        """The type of an element where any may stand; None if there is none."""
        known = self.models.elements.get(str(node.tag))
        cast = known is None and node.get(_TYPE) is not None
        return self._cast(node, None) if cast else known

    def _look_into(self, node: Element, part: Part, stack: Waiting) -> None:
        """Look into an element the standard does not know for what it does know."""
        if not isinstance(node.tag, str):
            return  # a reference to an entity, which is never read
        part.foreign.append(node)
        if next(node.iter(*self._known), None) is None:
            telling = self._noted(node, part)
            if all(each.get(_TYPE) is None for each in telling):
                for each in telling:
                    self._look_at(each, part)
                return
        waiting = [node]
        while waiting:
            each = waiting.pop()
            self._look_at(each, part)
            for child in each:
                known = self._known_type(child)
                if known is None:
                    waiting.append(child)
                else:
                    stack.append((child, known, str(child.tag)))

    def _noted(self, node: Element, part: Part) -> list[Element]:
        """The elements in one whose attributes count on foreign ones, too."""
        telling = []
        for each in node.iter("*"):
            names = each.keys()
            if names and not HARMLESS.issuperset(names):
                if leads(names):
                    part.leading.append(each)
                if not self._everywhere.isdisjoint(names):
                    telling.append(each)
        return telling

    def _look_at(self, node: Element, part: Part) -> None:
        """Check the attributes of a foreign element that are known everywhere."""
        if leads(node.keys()):
            part.leading.append(node)
        for name, value in node.items():
            known = self.models.foreign.get(name)
            if known is not None:
                self._in_context(node, known, value, part)


def _is_bound(node: Element, value: str) -> bool:
    """Whether the prefix of a name is declared."""
    prefix, colon, _ = value.strip(_SPACE).partition(":")
    return not colon or prefix == "xml" or prefix in node.nsmap
