"""What is wrong with a page as it stands, others' as well as our own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from lxml import etree

from newsmodel.errors import ArgumentError, ParseError
from newsmodel.formats._shared.xhtml.strings import is_overfull_page
from newsmodel.formats.html.checking.base import Line, PageFinding, PageRule
from newsmodel.formats.html.checking.page import Page
from newsmodel.formats.html.checking.places import Places, path_of
from newsmodel.formats.html.checking.rules import PAGE_RULES
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.encodings import page_text
from newsmodel.model import Problem, Severity
from newsmodel.model.choosing import chosen

__all__ = ["PAGE_RULES", "check"]

_TAG = re.compile("<(?:!doctype|!--|/?[a-z][a-z0-9:-]*[\\s/>])", re.IGNORECASE)
_OTHERS = ("%PDF-", "PK\x03\x04", "\x89PNG", "\N{PER MILLE SIGN}PNG", "GIF8", "{\\rtf")
"""How other files begin that may hold what looks like markup."""
_GRAVITY = {severity: number for number, severity in enumerate(Severity)}


def check(
    data: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    others: Mapping[str, str | bytes] | None = None,
    off: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with an article page as it stands, the gravest first.

    Structure, metadata, links between language versions, structured data against what search
    engines ask of news, and contradictions between what programs and readers are told. Whatever
    the page holds is a finding and never an error; no address is followed.

    Args:
        data: the page, anybody's.
        url: its address, where it is known; else what the page says counts.
        encoding: its encoding, where it is known from elsewhere.
        others: the pages in other languages by address, to see whether they link back.
        off: ids of rules that do not count.
        severity: other severities, by id of the rule.

    Raises:
        UnknownRuleError: `off` or `severity` names a rule that there is not.
        ValueError: `severity` gives a rule one that there is not.
        ArgumentError: it is no document, `url` no string, or `others` no pages by address.
    """
    by_address = isinstance(others, Mapping) and all(isinstance(each, str) for each in others)
    if others is not None and not by_address:
        raise ArgumentError(others, "pages by address", "pass a dict: the page of each address")
    if url is not None and not isinstance(url, str):
        raise ArgumentError(url, "an address, as a string,", "pass the page's own")
    choice = chosen(off, severity, PAGE_RULES)
    try:
        text = page_text(data, encoding)
        root = _tree(text) if _is_markup(text) else None
    except ParseError as error:
        return choice.applied((_unreadable(str(error.reason)),))
    if root is None:
        return choice.applied((_unreadable("it holds no markup"),))
    page = Page(text, root, url, _parsed(others or {}))
    found = [
        (rule, finding)
        for rule in PAGE_RULES.values()
        if rule.id not in choice.off
        for finding in rule.look(page)
    ]
    places = Places(root, text) if found else None
    problems = tuple([_problem(rule, finding, places) for rule, finding in found])
    return tuple(
        sorted(choice.applied(problems), key=lambda p: (_GRAVITY[p.severity], p.line or 0))
    )


def _problem(rule: PageRule, finding: PageFinding, places: Places | None) -> Problem:
    where, message = finding
    line, column, path = None, None, "$"
    if isinstance(where, Line):
        line, column = where.number, where.column
    elif where is not None and places is not None:
        line, column = places.of(where)
        path = path_of(where)
    return Problem(
        rule=rule.id,
        severity=rule.severity,
        path=path,
        line=line,
        column=column,
        message=message,
        source=rule.source,
    )


def _is_markup(text: str) -> bool:
    """Whether there is a tag in it, and it is not JSON or another file that holds some."""
    line = text.strip().removeprefix("\ufeff")
    if line.startswith(_OTHERS) or _TAG.search(line) is None:
        return False
    return line[:1] + line[-1:] not in ("{}", "[]") or not _is_json(line)


def _is_json(text: str) -> bool:
    """Whether a text is JSON, and none that tags of a template or shortcodes stand around."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _unreadable(reason: str) -> Problem:
    rule = PAGE_RULES["html.unreadable"]
    return _problem(rule, (None, f"{reason}: send a page"), None)


def _parsed(pages: Mapping[str, str | bytes]) -> dict[str, Element]:
    roots = {}
    for address, data in pages.items():
        try:
            root = _tree(page_text(data, None))
        except ParseError:
            continue
        if root is not None:
            roots[address] = root
    return roots


def _tree(text: str) -> Element | None:
    if is_overfull_page(text):  # the parser would take minutes
        raise ParseError("html", "a tag has more than a thousand attributes")
    raw = text.encode("utf-8", "replace").replace(b"\0", b"")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
