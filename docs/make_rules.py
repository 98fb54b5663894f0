"""Writes `rules.md` from the rules themselves: python docs/make_rules.py."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import newsmodel
from newsmodel.validation import PROFILES, RULES, ArticleRule
from newsmodel.validation.rules import GROUPS

PAGE = Path(__file__).with_name("rules.md")

HEAD = """# The rules

This page is made from the rules themselves, by `docs/make_rules.py`; a test holds it to them. How
to switch a rule off, change its severity or add one is said in [Checking](checking.md).

"""


def example(rule: ArticleRule) -> str:
    """The example of a rule as a line of Python."""
    text = rule.example or ""
    own = "" if text.startswith("id=") else 'id="urn:example:1", '
    return f"Article({own}{text})"


def made(rule: ArticleRule) -> newsmodel.Article:
    """The example of a rule as an article."""
    names: dict[str, Any] = {n: getattr(newsmodel, n) for n in dir(newsmodel)}
    names |= {"UTC": UTC, "date": date, "datetime": datetime}
    article: newsmodel.Article = eval(example(rule), names)  # noqa: S307  # written by ourselves
    return article


def page() -> str:
    """The whole page."""
    return HEAD + "\n".join(line for group in GROUPS for line in _group(group)) + "\n"


def _group(group: Any) -> Iterator[str]:
    title = group.__doc__.splitlines()[0].removeprefix("Rules about ").split(".")[0]
    yield f"## {title[0].upper()}{title[1:]}\n"
    for rule in RULES.values():
        if rule.look.__module__ == group.__name__:
            yield from _rule(rule)


def _rule(rule: ArticleRule) -> Iterator[str]:
    yield f"### `{rule.id}`\n"
    yield f"{rule.reason}\n"
    facts = [f"**{rule.severity.value}**", "in " + ", ".join(f"`{p}`" for p in rule.profiles)]
    yield " · ".join([*facts, rule.source] if rule.source else facts) + "\n"
    found = newsmodel.check(made(rule), profile=PROFILES)
    said = next(problem for problem in found if problem.rule == rule.id)
    # Not marked as Python for the formatter, which would break the lines its own way.
    yield f"```{{code-block}} python\n{example(rule)}\n```\n"
    yield f"> {said.message} (at `{said.path}`)\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
