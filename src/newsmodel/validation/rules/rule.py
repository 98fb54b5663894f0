"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from newsmodel.model import Article, Problem

Rule: TypeAlias = Callable[[Article], Iterable[Problem]]
"""Looks at an article, gives what it finds."""
