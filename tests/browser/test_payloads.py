"""No payload runs, whatever field it is in; and nothing is asked for but what the article shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import html5lib
import pytest

from newsmodel.formats import html
from newsmodel.model import Article
from tests.browser.hostile import ADDRESSES, OUR_OWN, filled, payloads
from tests.browser.samples import LATER
from tests.browser.tools import EVERYTHING, asked, written

TAGS = frozenset(
    "html head meta title link script style body main article nav ul ol li a span header footer h1 "
    "h2 h3 h4 h5 h6 p div bdi strong em small time figure figcaption img video audio source "
    "details summary blockquote table caption thead tbody tfoot tr th td pre code sub sup br hr "
    "aside section iframe".split()
)
SCHEMES = ("http:", "https:", "mailto:", "tel:")
FREE = "allow-same-origin"
SCRIPTS = ("application/json", "application/ld+json")
STEP = 24
"""Of so many payloads one is tried in a browser where not all are wanted."""


def hostile_pages(whole: Article, shared: Path | None) -> list[tuple[str, str]]:
    """For each payload a page with it as an address, and one with it within each address."""
    found = []
    for number, payload in enumerate(payloads(shared)):
        for name, address in (("alone", payload), ("within", f"https://example.com/?q={payload}")):
            article = filled(whole, payload, address)
            found.append((f"{number}-{name}", html.dumps(article, at=LATER, frames=True)))
    for number, address in enumerate(ADDRESSES):
        article = filled(whole, address, address)
        found.append((f"address-{number}", html.dumps(article, at=LATER, frames=True)))
    return found


@pytest.fixture(scope="session")
def hostile(whole: Article, request: pytest.FixtureRequest) -> list[tuple[str, str]]:
    try:
        shared = request.getfixturevalue("shared")
    except pytest.skip.Exception:
        shared = None
    return hostile_pages(whole, shared)


def faults(page: str) -> list[str]:
    """What stands in a page that may not."""
    found = []
    for element in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            continue
        names = set(element.attrib)
        found += [f"<{element.tag}>"] if element.tag not in TAGS else []
        found += [n for n in names if n.startswith("on") or n in ("style", "srcdoc")]
        if element.tag == "script" and element.get("type") not in SCRIPTS:
            found.append("a script to run")
        if element.tag == "iframe" and FREE in element.get("sandbox", FREE):
            found.append("a frame of free hands")
        addresses = [element.get(name, "") for name in ("href", "src", "poster")]
        found += [a for a in addresses if _names_a_scheme(a) and not a.startswith(SCHEMES)]
    return found


def _names_a_scheme(address: str) -> bool:
    return ":" in address.partition("#")[0].partition("/")[0]


def test_the_search_for_faults_finds_them() -> None:
    bad = '<p onclick="x">a<object></object><a href="javascript:x">b</a><iframe></iframe>'
    assert len(faults(bad)) == 4


def test_what_a_browser_makes_of_a_page_is_what_was_meant(hostile: list[tuple[str, str]]) -> None:
    looked_at = hostile if EVERYTHING else hostile[::5]
    assert {name: faults(page) for name, page in looked_at if faults(page)} == {}


def test_no_payload_runs(hostile: list[tuple[str, str]], tmp_path: Path) -> None:
    tried = hostile if EVERYTHING else [*hostile[: 2 * len(OUR_OWN)], *hostile[-len(ADDRESSES) :]]
    tried += [] if EVERYTHING else hostile[2 * len(OUR_OWN) : -len(ADDRESSES) : STEP]
    found: list[dict[str, Any]] = asked("fire.mjs", *written(tmp_path, tried))
    assert len(found) == len(tried)
    assert [page for page in found if page["fired"] or page["asked"]] == []


def test_the_browser_does_notice_what_runs(tmp_path: Path) -> None:
    body = "<!DOCTYPE html><html><body>%s</body></html>"
    bad = [
        "<p onclick='window.x = 1'>",
        "<script>1</script>",
        "<a href='javascript:alert(1)'>a</a>",
    ]
    bad.append("<link rel=stylesheet href='https://evil.test/x.css'>")
    files = written(tmp_path, [(str(n), body % line) for n, line in enumerate(bad)])
    found = asked("fire.mjs", *files)
    assert [bool(page["fired"] or page["asked"]) for page in found] == [True] * len(bad)
