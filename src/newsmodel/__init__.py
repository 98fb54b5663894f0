"""News as typed objects, and between formats with nothing lost unsaid.

The classes of the model, the errors, and the verbs (`read`, `write`, `iterread`, `convert`) are
all importable from here; a name is loaded when it is first used.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsmodel.errors import (
        ArgumentError as ArgumentError,
        FieldError as FieldError,
        InvalidError as InvalidError,
        LossError as LossError,
        MultipleArticlesError as MultipleArticlesError,
        NewsModelError as NewsModelError,
        NotPublicError as NotPublicError,
        OptionError as OptionError,
        ParseError as ParseError,
        UnknownFormatError as UnknownFormatError,
        UnknownLanguageError as UnknownLanguageError,
        UnknownProfileError as UnknownProfileError,
        UnknownRuleError as UnknownRuleError,
        UnsupportedVersionError as UnsupportedVersionError,
    )
    from newsmodel.formats.registry import (
        convert as convert,
        iterread as iterread,
        read as read,
        write as write,
    )
    from newsmodel.model import *  # noqa: F403  # the model's __all__ is the promise
    from newsmodel.validation import check as check, validate as validate

__version__ = "0.1.0"

_VERBS = {
    "convert": "newsmodel.formats.registry",
    "iterread": "newsmodel.formats.registry",
    "read": "newsmodel.formats.registry",
    "write": "newsmodel.formats.registry",
    "check": "newsmodel.validation",
    "validate": "newsmodel.validation",
}


def _home(name: str) -> str | None:
    """The module a public name lives in."""
    if name in _VERBS:
        return _VERBS[name]
    for module in ("newsmodel.model", "newsmodel.errors"):
        if name in importlib.import_module(module).__all__:
            return module
    return None


if not TYPE_CHECKING:  # a type checker would take any name for one of ours

    def __getattr__(name: str) -> Any:
        if name == "__all__":
            return [name for name in __dir__() if name != "__version__"]
        if name.startswith("_") or (home := _home(name)) is None:
            here = sys.modules[__name__]  # by which Python finds the name that was meant
            message = f"module 'newsmodel' has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=here)
        value = globals()[name] = getattr(importlib.import_module(home), name)
        return value


def __dir__() -> list[str]:
    model, errors = (importlib.import_module(f"newsmodel.{n}") for n in ("model", "errors"))
    return sorted({*model.__all__, *errors.__all__, *_VERBS, "__version__"})
