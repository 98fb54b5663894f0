"""The verdict is that of the standard's XML schema, on real documents and on mutants of them.

A sample; `benchmarks/conformance.py` does it for all documents and as many mutants as one likes.
"""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from newsmodel.formats import newsml

MUTANTS = 500
ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    path = ROOT / "benchmarks" / "conformance.py"
    spec = importlib.util.spec_from_file_location("benchmarks_conformance", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(path.parent)  # as where it runs on its own
        spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "schemas/newsml-g2/G2-multi-schema-2.35.xsd"))


@pytest.fixture(scope="module")
def documents(shared: Path, measuring: ModuleType) -> list[tuple[str, bytes]]:
    return list(measuring.documents(shared / "corpus" / "newsml-g2"))


def test_the_verdict_on_real_documents(
    documents: list[tuple[str, bytes]], schema: etree.XMLSchema, measuring: ModuleType
) -> None:
    wrong = []
    for name, data in documents:
        ours = not measuring.verdict(data)
        theirs = schema.validate(etree.fromstring(data, measuring.parser()))
        if ours != theirs and measuring.excused(schema, ours, data) is None:
            wrong.append(name)
    assert wrong == []


def test_the_verdict_on_mutants_and_where_they_are_named(
    documents: list[tuple[str, bytes]], schema: etree.XMLSchema, measuring: ModuleType
) -> None:
    chance = random.Random(7)
    valid = [data for _, data in documents if not measuring.verdict(data)]
    wrong, unnamed, invalid = [], [], 0
    for _ in range(MUTANTS):
        root, changed, what = measuring.mutant(chance, chance.choice(valid))
        data = etree.tostring(root, encoding="utf-8")
        found = measuring.verdict(data)
        theirs = schema.validate(etree.fromstring(data, measuring.parser()))
        if theirs != (not found) and measuring.excused(schema, not found, data) is None:
            wrong.append(what)
        invalid += bool(found)
        if found and not measuring.is_named(found, changed):
            unnamed.append(what)
    assert wrong == []
    assert invalid > MUTANTS / 4
    assert len(unnamed) <= MUTANTS / 100


def test_the_facts_are_those_of_the_schema(shared: Path) -> None:
    path = ROOT / "tools" / "newsml_models.py"
    spec = importlib.util.spec_from_file_location("newsml_models", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folder = shared / "schemas" / "newsml-g2"
    schemas = [
        module.Schema(folder / "NewsML-G2_2.35-spec-All-Power.xsd", ""),
        module.Schema(folder / "ODRL22.xsd", "o:"),
    ]
    kept = ROOT / "src/newsmodel/formats/newsml/conformance/data/models.toml"
    assert "\n".join(module.derived(schemas)) + "\n" == kept.read_text("utf-8")


def test_no_real_document_raises(documents: list[tuple[str, bytes]]) -> None:
    for _, data in documents:
        assert all(each.message and each.path for each in newsml.check(data))


def test_attacks_are_findings(shared: Path) -> None:
    for path in sorted((shared / "security" / "xml").iterdir()):
        found = newsml.check(path.read_bytes())
        assert found[0].rule in {"schema.xml", "schema.root"}
