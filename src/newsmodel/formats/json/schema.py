"""The JSON Schema of documents."""

from __future__ import annotations

from typing import Any

from newsmodel.formats.json.layout import MAJOR, TYPE_KEY, VERSION, VERSION_KEY, VERSION_PATTERN
from newsmodel.model import Article, Message
from newsmodel.plain import Schemas

__all__ = ["schema"]


def schema() -> dict[str, Any]:
    """A JSON Schema (2020-12) of the documents this library writes and reads.

    It is made from the classes, with the words that describe their fields. What it takes `loads`
    takes, and the other way round, but for two things no schema can say, that `1.0` is not the
    whole number 1, and that nothing may be nested deeper than 200 levels, and for the characters
    that `loads` replaces.
    """
    schemas = Schemas()
    documents = [_document(schemas, cls) for cls in (Article, Message)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"newsmodel JSON {VERSION}",
        "description": "An article, or a message that holds articles.",
        "anyOf": documents,
        "$defs": dict(sorted(schemas.definitions.items())),
    }


def _document(schemas: Schemas, cls: type) -> dict[str, Any]:
    version = {
        "description": "The version of the layout.",
        "type": "string",
        "pattern": f"^{MAJOR}{VERSION_PATTERN.partition(')')[2]}$(?!\\n)",
        "examples": [VERSION],
    }
    return schemas.of_class(cls, {VERSION_KEY: version, TYPE_KEY: {"const": cls.__name__}})
