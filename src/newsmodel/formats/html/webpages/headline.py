"""The headline as printed: no site's name behind it, no kicker before it."""

from __future__ import annotations

import re

from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.articles import likeness
from newsmodel.formats.html.webpages.lines import line_of, squeezed
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.things import clean
from newsmodel.formats.html.webpages.words import tokens

__all__ = ["headline", "headline_node", "kicker"]

_JOINT = re.compile(r"\s+[|·•–—\-:»/]+\s+|\s*[|•»]\s*|\s+--+\s*|--+")
_BETWEEN = " :–—-|·\u2002"
_WORD = re.compile(r"\w+")
_ALIKE = 0.3
_MOST_WORDS = 0.55
_LONGEST_SITE = 40
_SHORTEST = 20
_SAME = 0.8
_TELLING = 4
_LONGEST_TEXT = 20_000


def headline_node(page: Page) -> Element | None:
    """The heading that is the headline: the one most like what else the page calls it."""
    known = _told(page)
    best, found = -1.0, None
    for node in page.headings:
        score = max((likeness(line_of(node), title) for title in known), default=0.0)
        if score > best + 0.05:
            best, found = score, node
    if found is None or (best < _ALIKE and known):
        other = _other_heading(page, known)
        return found if other is None else other
    return found


def _other_heading(page: Page, known: list[str]) -> Element | None:
    """A heading of lower rank that says what the page is called."""
    for node in page.root.iter("h2", "h3"):
        if (line := line_of(node)) and any(line.endswith(title) for title in known if title):
            return node
    return None


def headline(page: Page, node: Element | None) -> str | None:
    """The headline as printed; without a heading what the page's data say.

    Args:
        page: the page.
        node: the heading that is the headline.
    """
    told = _told(page)
    if node is None:
        return told[0] if told else None
    whole = line_of(node)
    if other := _other_name(page, node, told):
        return other
    over = _named_kicker(page, node)
    line = whole[len(over) :].lstrip(_BETWEEN) if over else whole
    if over and told and all(_holds_both(title, over, line) for title in told):
        # All that names the article names it so: what looks like a kicker is part of the name.
        return told[0]
    if not over:
        # A kicker without a name: what the page calls itself begins only after it.
        line = next((title for title in told if _is_tail(whole, title)), line)
    spaced = (t for t in told if t.replace(" ", "") == line.replace(" ", ""))
    return _in_full(page, line) or next(spaced, line)


def _in_full(page: Page, line: str) -> str | None:
    """The headline where a heading, for want of room, prints less of it.

    All that names the article, its data and two titles at least, must agree to the letter; what a
    title has behind that is the site's name.
    """
    names = page.graph.texts(page.article, "headline")
    full = _without_site(clean(names[0]), "", page) if names else ""
    agreed = len(page.titles) > 1 and all(title.startswith(full) for title in page.titles)
    if len(full) <= len(line) or not agreed:
        return None
    return full if _is_tail(full, line) or likeness(full, line) > _SAME else None


def _other_name(page: Page, node: Element, told: list[str]) -> str | None:
    """What the article's data call it, where that has little to do with the heading.

    A heading that ends with one of the page's titles, or whose words the text has too, is trusted.
    """
    whole = line_of(node)
    names = [*page.graph.texts(page.article, "headline"), *page.graph.texts(page.article, "name")]
    if not names or any(_shared(whole, name) > _MOST_WORDS for name in names):
        return None
    if any(_is_tail(whole, title) for title in told) or _is_of_the_text(node, whole):
        return None
    return None if names[0] in page.printed_titles else _without_site(names[0], "", page)


def _is_of_the_text(node: Element, heading: str) -> bool:
    """Whether most words of a heading that say something stand in its `article` again."""
    around = next(node.iterancestors("article"), None)
    telling = {word for word in _WORD.findall(heading.casefold()) if len(word) > _TELLING}
    if around is None or not telling:
        return False
    text = line_of(around, _LONGEST_TEXT).casefold()
    return sum(text.count(word) > 1 for word in telling) * 2 > len(telling)


def _shared(one: str, other: str) -> float:
    """The share of the words of the shorter line that the other has too."""
    a, b = ({*_WORD.findall(line.casefold())} for line in (one, other))
    if squeezed(one) in squeezed(other) or squeezed(other) in squeezed(one):
        return 1.0
    return len(a & b) / (min(len(a), len(b)) or 1)


def kicker(node: Element | None, line: str | None) -> str | None:
    """What stands over the headline, as part of its heading."""
    whole = line_of(node) if node is not None else ""
    if not line or not whole.endswith(line):
        return None
    return whole[: len(whole) - len(line)].strip(_BETWEEN) or None


def _holds_both(title: str, over: str, line: str) -> bool:
    return title.startswith(over) and title.endswith(line)


def _is_tail(whole: str, title: str) -> bool:
    """Whether a line is a title with a kicker, and a sign or a space, before it."""
    before = whole[: -len(title)] if whole.endswith(title) else ""
    long = len(title) > len(whole) / 3
    return long and bool(before.strip()) and not before[-1].isalnum()


def _named_kicker(page: Page, node: Element) -> str:
    """The words a heading begins with whose class calls them a kicker."""
    whole = line_of(node)
    for part in node.iterdescendants("span", "small", "div", "p", "strong", "em", "a", "b"):
        words = line_of(part)
        leads = words and whole.startswith(words) and len(words) < len(whole)
        if leads and tokens(part.get("class") or "") & page.words.kicker:
            return words
    return ""


def _told(page: Page) -> list[str]:
    """What the page's data call the article, site names off, the most trusted first."""
    names = [*page.graph.texts(page.article, "headline"), *page.titles]
    site = page.meta("og:site_name") or ""
    found = [_without_site(clean(name), site, page) for name in names]
    return [name for name in dict.fromkeys(found) if name]


def _without_site(title: str, site: str, page: Page) -> str:
    """A title without the name of the site, and of its sections, behind the last joint."""
    for heading in page.printed_titles:
        if title.startswith(heading):
            return heading
        if heading.endswith(title):
            return title
    joints = list(_JOINT.finditer(title))
    low, site_low = title.casefold(), site.casefold()
    for joint in reversed(joints):
        rest = low[joint.end() :].strip()
        if site_low and rest and (rest in site_low or site_low in rest):
            title = title[: joint.start()].strip()
            break
    bars = [j for j in joints if "|" in j[0] and 0 < len(title) - j.end() < _LONGEST_SITE]
    cut = next((bar.start() for bar in bars if bar.start() > _SHORTEST), len(title))
    return title[:cut].strip()
