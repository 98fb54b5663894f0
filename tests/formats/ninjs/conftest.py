"""IPTC's schemas of ninjs, where the shared folder has them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3, DRAFT4, DRAFT7, DRAFT202012

from newsmodel.formats.ninjs.uris import is_uri
from newsmodel.formats.ninjs.value_forms import GEOMETRIES, is_time

Complaints = Callable[[Any, str], list[str]]

GEOJSON = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
           "required": ["type"], "properties": {"type": {"enum": [*GEOMETRIES]}}}  # fmt: skip
"""What the schemas refer to and do not bring: an object with one of its types is enough here."""

FORMATS = jsonschema.FormatChecker(formats=())
FORMATS.checks("uri")(lambda value: not isinstance(value, str) or is_uri(value))
FORMATS.checks("date-time")(lambda value: not isinstance(value, str) or is_time(value))


@pytest.fixture(scope="session")
def complaints(shared: Path) -> Complaints:
    """What IPTC's schema of a version finds wrong with a document, forms of strings included."""
    folder = shared / "schemas" / "ninjs"
    if not folder.is_dir():
        pytest.skip("the schemas of ninjs are not in the shared folder")
    validators = {}
    for path in folder.glob("ninjs-schema_*.json"):
        schema = json.loads(path.read_text("utf-8"))
        validators[path.stem.rpartition("_")[2]] = _validator(schema)

    def found(document: Any, version: str) -> list[str]:
        return [f"{e.json_path}: {e.message}" for e in validators[version].iter_errors(document)]

    return found


def _validator(schema: dict[str, Any]) -> Any:
    cls = jsonschema.validators.validator_for(schema)
    kinds = {"03": DRAFT3, "04": DRAFT4, "07": DRAFT7}
    kind = next((k for n, k in kinds.items() if f"draft-{n}" in schema["$schema"]), DRAFT202012)
    own = Resource.from_contents(schema, default_specification=kind)
    ident = schema.get("$id", schema.get("id", ""))
    registry = Registry().with_resources(
        [
            (ident, own), (ident.rstrip("#"), own),
            ("https://geojson.org/schema/GeoJSON.json", DRAFT202012.create_resource(GEOJSON)),
        ]
    )  # fmt: skip
    return cls(schema, registry=registry, format_checker=FORMATS)
