"""Checking a document."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from newsmodel.formats._shared.arguments import given_document
from newsmodel.formats.newsml.conformance import foreign_schemas, lint
from newsmodel.formats.newsml.conformance.documents import opened
from newsmodel.formats.newsml.conformance.models import models
from newsmodel.formats.newsml.conformance.places import Paths, Place, Places
from newsmodel.formats.newsml.conformance.walking import Fault, Walk
from newsmodel.formats.newsml.conformance.wording import SCHEMA_RULES, message
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Problem, Severity
from newsmodel.model.choosing import chosen

__all__ = ["check", "departures"]


class _Finding(NamedTuple):
    """A problem whose place is yet to be looked up."""

    node: Element
    attribute: str | None
    rule: str
    severity: Severity
    message: str
    source: str

    @property
    def shown(self) -> str | None:
        """The attribute, if it stands in the document, and not among a thousand others."""
        here = self.attribute is not None and self.node.get(self.attribute) is not None
        return self.attribute if here and len(self.node.attrib) < 1000 else None


def check(
    data: str | bytes,
    *,
    schema: str | os.PathLike[str] | None = None,
    off: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
) -> tuple[Problem, ...]:
    """All that is wrong with a document as it stands, in the order of the document.

    Rules whose ids begin with `schema.` are those of the standard's XML schema; a document without
    a finding of theirs is valid. All others are the lint: what the schema allows, and receivers
    stumble over. No network is used, and no document is refused: what is no XML is a finding, too.

    Args:
        data: the document.
        schema: an XML schema to use instead of what the package knows of the standard, a file;
            what it includes is read from files only.
        off: ids of rules that do not count.
        severity: other severities, by id of the rule.

    Raises:
        OSError: the file of the schema cannot be read.
        ParseError: it is no XML schema.
        UnknownRuleError: `off` or `severity` names a rule that there is not.
        ValueError: `severity` gives a rule one that there is not.
        ArgumentError: it is no document.
    """
    choice = chosen(off, severity, _ids())
    document = opened(given_document(data))
    if document.root is None:
        return choice.applied(document.problems)
    walk = Walk(models())
    walk.run(document.root)
    if schema is None:
        found = [_of_fault(fault) for fault in walk.faults]
    else:
        found = [_of_schema(*each) for each in foreign_schemas.complaints(document.root, schema)]
    found += [_of_lint(*each) for each in lint.findings(walk)]
    return choice.applied((*document.problems, *_placed(found, document.root, document.text)))


@functools.cache
def _ids() -> frozenset[str]:
    return frozenset([*SCHEMA_RULES, *(rule.id for rule in lint.RULES)])


def departures(root: Element, text: str | None = None) -> tuple[Problem, ...]:
    """Where a document departs from the XML schema of the standard, in the order it is read.

    It is `check` for a document that is already parsed, without the lint: what `loads_message`
    needs to stop at the first departure.

    Args:
        root: the root of a document parsed without comments and processing instructions.
        text: the document as text; without it the findings have lines, and no columns.
    """
    walk = Walk(models())
    walk.run(root)
    return tuple(_placed([_of_fault(fault) for fault in walk.faults], root, text))


def _of_fault(fault: Fault) -> _Finding:
    return _Finding(fault.node, fault.name, fault.rule, Severity.ERROR, message(fault), _source())


def _source() -> str:
    return f"NewsML-G2 {models().version}, XML schema"


def _of_schema(node: Element, said: str) -> _Finding:
    return _Finding(node, None, "schema.xsd", Severity.ERROR, said, "the XML schema given")


def _of_lint(rule: lint.Rule[Any], found: tuple[Element, str | None, str]) -> _Finding:
    node, attribute, said = found
    return _Finding(node, attribute, rule.id, rule.severity, said, rule.source)


def _placed(found: list[_Finding], root: Element, text: str | None) -> Iterable[Problem]:
    """The findings with their places, in the order of the document."""
    if not found:
        return ()
    places = Places(root, text, [each.node for each in found])
    placed = zip(places.of([(each.node, each.shown) for each in found]), found, strict=True)
    paths = Paths()
    return [
        Problem(
            rule=each.rule, severity=each.severity, path=paths.of(each.node, each.attribute),
            line=line or None, column=column, message=each.message, source=each.source,
        )
        for (_, line, column), each in sorted(placed, key=_in_order)
    ]  # fmt: skip


def _in_order(placed: tuple[Place, _Finding]) -> tuple[int, int, int]:
    (number, line, column), _ = placed
    return number, line, column or 0
