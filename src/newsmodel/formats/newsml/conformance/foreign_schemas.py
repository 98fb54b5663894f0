"""Checking with an XML schema of the caller's own, by libxml2."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats.newsml.xml.reading import Element

if TYPE_CHECKING:
    from lxml.etree._docloader import _InputDocument

__all__ = ["complaints"]


class _Offline(etree.Resolver):
    """Lets a schema include what stands in files, and nothing from elsewhere."""

    def resolve(
        self, system_url: str | None, _public_id: str | None, context: object, /
    ) -> _InputDocument | None:
        """An empty document for an address outside the file system."""
        outside = re.match(r"(?!file:)[a-zA-Z][\w+.-]+:", system_url or "")
        return self.resolve_empty(context) if outside else None


def complaints(root: Element, schema: str | os.PathLike[str]) -> Iterator[tuple[Element, str]]:
    """What a schema finds wrong: elements, and what is wrong with them.

    Raises:
        OSError: the schema cannot be read.
        ParseError: it is no XML schema, or needs something that is not in files beside it.
    """
    checker = _compiled(Path(schema))
    checker.validate(root)
    tree = root.getroottree()
    for entry in checker.error_log:
        found = tree.xpath(entry.path) if entry.path else []
        node = found[0] if isinstance(found, list) and found else root
        yield (node if isinstance(node, etree._Element) else root), _plain(entry.message)


def _compiled(path: Path) -> etree.XMLSchema:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    parser.resolvers.add(_Offline())
    data = path.read_bytes()
    try:
        return etree.XMLSchema(etree.fromstring(data, parser, base_url=path.resolve().as_uri()))
    except (etree.XMLSyntaxError, etree.XMLSchemaParseError, ValueError) as error:
        wrong = ParseError("XML schema", str(error), path.name)
    raise wrong  # not in the handler: lxml's errors cannot be pickled, and would go along


def _plain(message: str) -> str:
    return re.sub(r"\{[^{}]*\}", "", message).strip()
