"""The docstrings under the fields of a class, which Python itself does not keep."""

from __future__ import annotations

import ast
import inspect
import itertools
import sys
from functools import cache

from newsmodel.model.base import per_class

__all__ = ["field_docstrings"]


@per_class
def field_docstrings(cls: type) -> dict[str, str]:
    """For each field of a class, its own or inherited, the words that stand under it.

    They are read from the source, which a wheel brings along; where it is not there, as in a
    program that was frozen without it, there are none.
    """
    found: dict[str, str] = {}
    for owner in reversed(cls.__mro__):
        found |= _of_module(owner.__module__).get(owner.__name__, {})
    return found


@cache
def _of_module(name: str) -> dict[str, dict[str, str]]:
    try:
        source = inspect.getsource(sys.modules[name])
    except (KeyError, OSError, TypeError):
        return {}
    classes = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return {node.name: _of_class(node) for node in classes}


def _of_class(node: ast.ClassDef) -> dict[str, str]:
    return {
        field.target.id: inspect.cleandoc(after.value.value)
        for field, after in itertools.pairwise(node.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(after.value.value, str)
    }
