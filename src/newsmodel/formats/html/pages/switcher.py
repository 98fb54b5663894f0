"""The language switcher: each version named in its own language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

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
    items = "\n".join(map(partial(_item, around=around), versions, _names(versions)))
    name = attribute("aria-label", word("languages", language))
    return f'<nav class="nm-languages"{name}><ul>\n{items}\n</ul></nav>'


def _names(versions: Sequence[Version]) -> list[str]:
    """The name of each: its language, with region, script or number where others are alike."""
    plain = Counter(version.name for version in versions)
    names = [v.full_name if plain[v.name] > 1 else v.name for v in versions]
    return [_numbered(name, names[:place].count(name)) for place, name in enumerate(names)]


def _numbered(name: str, before: int) -> str:
    return f"{name} ({before + 1})" if before else name


def _item(version: Version, name: str, around: str) -> str:
    pairs = [
        ("href", version.link),
        ("hreflang", version.hreflang if version.link else None),
        (MADE, "href" if version.made else None),
        ("aria-current", "page" if version.current else None),
    ]
    tag = "a" if version.link else "span"
    own = attributes(pairs) + language_attributes(version.language, around)
    number = "" if version.number is None else attribute(TRANSLATION, version.number)
    return f"<li{number}><{tag}{own}>{text(name)}</{tag}></li>"
