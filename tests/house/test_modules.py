"""What is public says so, and is documented."""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
from types import ModuleType

import pytest

import newsmodel
from tests.house.sources import PACKAGE, modules

PUBLIC = [
    name
    for name, path in modules().items()
    if (path.name == "__init__.py" or name.count(".") == 1 or name.startswith("newsmodel.model."))
    and not any(word.startswith("_") for word in name.split("."))
    and name != "newsmodel"
]


@pytest.fixture(params=PUBLIC)
def module(request: pytest.FixtureRequest) -> ModuleType:
    return importlib.import_module(request.param)


def test_a_public_module_names_what_it_promises(module: ModuleType) -> None:
    names = module.__all__ if hasattr(module, "__all__") else []
    assert hasattr(module, "__all__") or not _defines_anything(module)
    assert len(names) == len(set(names))
    assert [name for name in names if not hasattr(module, name)] == []


def test_what_is_promised_is_documented(module: ModuleType) -> None:
    assert module.__doc__
    named = (getattr(module, name) for name in getattr(module, "__all__", []))
    bare = [thing for thing in named if _is_ours(thing) and not inspect.getdoc(thing)]
    assert bare == []


def test_every_field_of_the_model_is_documented() -> None:
    documented = {
        field
        for path in (PACKAGE / "model").glob("*.py")
        for field in _fields_with_docstrings(path.read_text(encoding="utf-8"))
    }
    classes = (getattr(newsmodel, name) for name in dir(newsmodel))
    models = [cls for cls in classes if inspect.isclass(cls) and hasattr(cls, "__attrs_attrs__")]
    missing = [
        f"{cls.__name__}.{name}"
        for cls in models
        for name in inspect.get_annotations(cls)
        if (cls.__name__, name) not in documented
    ]
    assert models
    assert missing == []


def test_types_are_shipped() -> None:
    assert (PACKAGE / "py.typed").is_file()


def _defines_anything(module: ModuleType) -> bool:
    return any(
        getattr(thing, "__module__", "") == module.__name__ for thing in vars(module).values()
    )


def _is_ours(thing: object) -> bool:
    return inspect.isclass(thing) or inspect.isfunction(thing)


def _fields_with_docstrings(source: str) -> set[tuple[str, str]]:
    classes = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return {
        (cls.name, field.target.id)
        for cls in classes
        for field, after in itertools.pairwise(cls.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(after.value.value, str)
    }


def test_all_of_the_package_can_be_imported_at_once() -> None:
    names: dict[str, object] = {}
    exec("from newsmodel import *", names)
    assert names.keys() >= set(dir(newsmodel)) - {"__version__"}


def test_python_is_told_enough_to_suggest_the_name_that_was_meant() -> None:
    with pytest.raises(AttributeError) as caught:
        newsmodel.reed  # type: ignore[attr-defined]  # what is tested
    assert (caught.value.name, caught.value.obj) == ("reed", newsmodel)
