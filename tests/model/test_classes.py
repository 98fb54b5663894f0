"""What holds of the source of the model itself."""

import ast
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsmodel.model
from newsmodel.model import Model

FOLDER = Path(newsmodel.model.__file__).parent
MODULES = sorted(FOLDER.glob("*.py"))


def undocumented(module: Path) -> list[str]:
    """The fields of classes of a module that no string follows."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    missing = []
    for cls in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        followers = [*cls.body[1:], None]
        missing += [
            f"{cls.name}.{ast.unparse(statement.target)}"
            for statement, after in zip(cls.body, followers, strict=True)
            if isinstance(statement, ast.AnnAssign) and not is_string(after)
        ]
    return missing


def is_string(node: ast.AST | None) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def test_the_search_for_undocumented_fields_finds_one(tmp_path: Path) -> None:
    module = tmp_path / "some.py"
    module.write_text('class A:\n    a: int\n    """A."""\n    b: str = ""\n    c: int\n', "utf-8")
    assert undocumented(module) == ["A.b", "A.c"]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_field_is_documented(module: Path) -> None:
    if module.stem != "checks":  # its limits are machinery, not model
        assert undocumented(module) == []


@pytest.mark.parametrize("name", newsmodel.model.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(newsmodel.model, name).__doc__


def model_classes() -> list[Any]:
    found = [getattr(newsmodel.model, name) for name in newsmodel.model.__all__]
    return [c for c in found if isinstance(c, type) and issubclass(c, Model) and c is not Model]


@pytest.mark.parametrize("cls", model_classes(), ids=lambda cls: cls.__name__)
def test_fields_are_given_by_name_and_cannot_change(cls: Any) -> None:
    assert all(field.kw_only for field in attrs.fields(cls))
    assert cls.__setattr__ is not object.__setattr__
    with pytest.raises(TypeError, match="positional"):
        cls("something")


def test_an_article_needs_only_an_id_and_what_it_holds_mostly_nothing() -> None:
    required = {
        cls.__name__: [f.name for f in attrs.fields(cls) if f.default is attrs.NOTHING]
        for cls in (newsmodel.model.Article, newsmodel.model.Translation, newsmodel.model.Image)
    }
    assert required == {"Article": ["id"], "Translation": [], "Image": []}


def test_every_class_of_the_model_is_public() -> None:
    written = set()
    for module in MODULES:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        written |= {
            node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
            and "attrs.frozen" in "".join(map(ast.unparse, node.decorator_list))
        }
    helpers = {
        *("AtLeast", "Between", "Choice", "Matches"),
        *("BlockWithBlocks", "BlockWithContent", "InlineWithContent", "QuoteFacts"),
    }
    assert written - helpers == set(newsmodel.model.__all__) & written
    assert helpers <= written


@pytest.mark.parametrize(
    "base", [Model, *(getattr(newsmodel.model, name) for name in ("Article", "Block", "Paragraph"))]
)
def test_nobody_derives_classes_that_no_format_knows(base: Any) -> None:
    with pytest.raises(TypeError, match=rf"House cannot be a class below {base.__name__}: .*ext"):
        type("House", (base,), {})
    with pytest.raises(TypeError, match="let a class of your own hold the article"):
        attrs.frozen(type("House", (base,), {"__annotations__": {"desk": "str"}}))
