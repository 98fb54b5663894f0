"""NITF that comes as one string, with or without `nitf` around it."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

from newsmodel.formats._shared.escaping import text as escaped
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.strings import REFERENCE, parsed_html
from newsmodel.formats._shared.xhtml.vocabulary import Element

__all__ = ["is_nitf", "nitf_in", "with_nitf"]

_PROLOG = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)?", re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w-]+:)?(?:nitf|body\.(?:head|content|end))\b", re.IGNORECASE)
_TWICE = re.compile(rf"&amp;(?={REFERENCE.pattern[1:]})")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[a-zA-Z][a-zA-Z0-9]{1,30};")


def is_nitf(text: str) -> bool:
    """Whether a string of markup is NITF by its first element."""
    return _ROOT.match(text, _start(text)) is not None


def nitf_in(text: str) -> Element | None:
    """The element whose children a string of NITF is, one or more.

    References that were escaped twice are resolved once more, as in markup of HTML. What is not
    well-formed is parsed as HTML is; None for what no parser takes.
    """
    markup = _TWICE.sub("&", text[_start(text) :])
    markup = _NAMED.sub(lambda match: escaped(unescape(match[0])), markup)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True,
        remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(
            f"<nitf>{writable(markup)}</nitf>".encode("utf-8", "replace"), parser
        )
    except (etree.XMLSyntaxError, ValueError):
        root = parsed_html(markup)
    return root if root is None else next(root.iter("body"), root)


def with_nitf(text: str, root: Element) -> str:
    """A string of NITF with what `nitf_in` gave of it, changed, in the place of its elements."""
    inner = [etree.tostring(child, encoding="unicode") for child in root]
    return text[: _start(text)] + escaped(root.text or "") + "".join(inner)


def _start(text: str) -> int:
    found = _PROLOG.match(text)
    return found.end() if found else 0
