"""The language switcher: each version named in its own language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.pages.nodes import MADE
from newsmodel.formats.html.pages.versions import Version, language_attributes
from newsmodel.formats.html.pages.words import word
from newsmodel.language import direction

__all__ = ["TRANSLATION", "switcher"]

TRANSLATION = f"{DATA}-translation"
"""Marks an entry of the switcher with the number of its translation."""


def switcher(versions: Sequence[Version], language: str | None) -> str:
    """The versions of an article; nothing where there is only one.

    Args:
        versions: all of them.
        language: the language of the page.
    """
    if len(versions) < 2:
        return ""
    around = direction(language)
    names = Counter(version.name for version in versions)
    items = "\n".join([_item(v, around, alike=names[v.name] > 1) for v in versions])
    name = attribute("aria-label", word("languages", language))
    return f'<nav class="nm-languages"{name}><ul>\n{items}\n</ul></nav>'


def _item(version: Version, around: str, *, alike: bool) -> str:
    pairs = [
        ("href", version.link),
        ("hreflang", version.hreflang if version.link else None),
        (MADE, "href" if version.made else None),
        ("aria-current", "page" if version.current else None),
    ]
    tag = "a" if version.link else "span"
    own = attributes(pairs) + language_attributes(version.language, around)
    name = version.full_name if alike else version.name
    number = "" if version.number is None else attribute(TRANSLATION, version.number)
    return f"<li{number}><{tag}{own}>{text(name)}</{tag}></li>"
