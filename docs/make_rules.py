"""Writes the pages of rules from the rules themselves: python docs/make_rules.py."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import newsmodel
from newsmodel import Problem
from newsmodel.formats import html
from newsmodel.formats.html.checking import PAGE_RULES
from newsmodel.formats.html.checking.rules import GROUPS as PAGE_GROUPS
from newsmodel.formats.newsml.conformance.lint import RULES as LINT_RULES
from newsmodel.formats.newsml.conformance.wording import SCHEMA_RULES
from newsmodel.validation import PROFILES, RULES, Rule
from newsmodel.validation.rules import GROUPS

DOCS = Path(__file__).parent

HEAD = """# {title}

This page is made from the rules themselves, by `docs/make_rules.py`; a test holds it to them. How
to switch a rule off or change its severity is said in [Checking](checking.md).

"""


def as_article(rule: Rule[Any, Any]) -> str:
    """The example of a rule for articles, as a line of Python."""
    text = rule.example or ""
    own = "" if text.startswith("id=") else 'id="urn:example:1", '
    return f"Article({own}{text})"


def made(rule: Rule[Any, Any]) -> newsmodel.Article:
    """The same as an article."""
    names: dict[str, Any] = {n: getattr(newsmodel, n) for n in dir(newsmodel)}
    names |= {"UTC": UTC, "date": date, "datetime": datetime}
    article: newsmodel.Article = eval(as_article(rule), names)  # noqa: S307  # written by ourselves
    return article


def found_in_article(rule: Rule[Any, Any]) -> tuple[Problem, ...]:
    """What is said of the example of a rule for articles."""
    return newsmodel.check(made(rule), profile=PROFILES)


def found_in_page(rule: Rule[Any, Any]) -> tuple[Problem, ...]:
    """What is said of the example of a rule for pages, in company that does not link back."""
    others = {"https://example.com/uk": '<html lang="uk"><title>Пором</title>'}
    return html.check(rule.example or "", others=others)


def pages() -> dict[Path, str]:
    """The pages, by where they are kept."""
    articles = _page(
        "The rules for articles", GROUPS, RULES, "python", as_article, found_in_article
    )
    markup = _page(
        "The rules for pages", PAGE_GROUPS, PAGE_RULES, "html", _as_markup, found_in_page
    )
    newsml = "".join(_newsml())
    return {
        DOCS / "rules.md": articles,
        DOCS / "page-rules.md": markup,
        DOCS / "newsml-rules.md": newsml,
    }


def _newsml() -> Iterator[str]:
    """The page of rules for NewsML-G2, as tables."""
    yield "# The rules for NewsML-G2\n\nThis page is made from the rules themselves, by"
    yield " `docs/make_rules.py`. [](newsml-check.md) says how\nto use them.\n\n## The schema\n\n"
    yield "All are errors: a document without them is valid.\n\n"
    yield "| rule | what it finds |\n|---|---|\n"
    yield from (f"| `{id}` | {reason} |\n" for id, reason in SCHEMA_RULES.items())
    for name, rules in groupby(LINT_RULES, key=lambda rule: rule.look.__module__):
        title = (sys.modules[name].__doc__ or "").strip().removeprefix("Rules about ").rstrip(".")
        yield f"\n## {title[0].upper()}{title[1:]}\n\n| rule | | why it matters | source |\n"
        yield "|---|---|---|---|\n"
        for rule in rules:
            yield f"| `{rule.id}` | {rule.severity.value} | {rule.reason} | {rule.source} |\n"


def _as_markup(rule: Rule[Any, Any]) -> str:
    return rule.example or ""


def _page(
    title: str,
    groups: tuple[Any, ...],
    rules: Any,
    language: str,
    shown: Callable[[Rule[Any, Any]], str],
    found: Callable[[Rule[Any, Any]], tuple[Problem, ...]],
) -> str:
    lines = [HEAD.format(title=title)]
    for group in groups:
        lines.append(f"## {_title(group)}\n\n")
        for rule in rules.values():
            if rule.look.__module__ == group.__name__:
                said = next(problem for problem in found(rule) if problem.rule == rule.id)
                # Not marked the usual way, or the formatter would break the lines its own way.
                example = f"```{{code-block}} {language}\n{shown(rule)}\n```\n\n"
                words = said.message.replace("<", r"\<")  # what looks like markup would not be seen
                lines += [*_facts(rule), example, f"> {words} (at {said.place})\n\n"]
    return "".join(lines)


def _title(group: Any) -> str:
    title = group.__doc__.splitlines()[0].removeprefix("Rules about ").split(".")[0]
    return f"{title[0].upper()}{title[1:]}"


def _facts(rule: Rule[Any, Any]) -> Iterator[str]:
    yield f"### `{rule.id}`\n\n{rule.reason}\n\n"
    facts = [f"**{rule.severity.value}**"]
    if rule.profiles:
        facts.append("in " + ", ".join(f"`{profile}`" for profile in rule.profiles))
    yield " · ".join([*facts, rule.source] if rule.source else facts) + "\n\n"


if __name__ == "__main__":
    for path, page in pages().items():
        path.write_text(page, encoding="utf-8")
