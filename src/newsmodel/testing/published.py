"""What something that is published says, and what of an article it must not say."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from typing import Any

from lxml import etree

from newsmodel.errors import NotPublicError
from newsmodel.model import Article, Extension, Model, public
from newsmodel.model.base import fields_of
from newsmodel.model.nodes import Node
from newsmodel.model.walk import walk

__all__ = ["leaked"]

_SHORTEST = 4
"""Signs of the shortest string that is looked for: shorter ones stand everywhere."""
_MACHINES = frozenset({"dialect", "generators", "role"})
"""Fields that hold words of a standard or of a program, not of a newsroom."""
_WORD = re.compile("[a-z][a-z_-]*")
"""The same among what is carried: a keyword."""
_MARKUP = re.compile(r"<[a-zA-Z!?/]")
_HTML = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)


def leaked(published: str, article: Article, at: datetime | None) -> list[str]:
    """The strings of an article that its public version has not and something published says.

    Args:
        published: a page, a feed in XML, JSON or JSON Lines, or plain text.
        article: the article as the newsroom has it.
        at: the moment of publication.
    """
    said = "\n".join(map(_folded, _said(published)))
    return sorted(words for words in _hidden(article, at) if _says(said, _folded(words)))


def _folded(words: str) -> str:
    return " ".join(words.split())


def _says(said: str, words: str) -> bool:
    """Whether words stand there as words: "ines" is not said by "lines"."""
    if words not in said:
        return False
    before, after = (r"(?<!\w)" * _is_spaced(words[0]), r"(?!\w)" * _is_spaced(words[-1]))
    return re.search(f"{before}{re.escape(words)}{after}", said) is not None


def _is_spaced(sign: str) -> bool:
    """Whether it is of a script that puts spaces between words, or a digit."""
    return sign.isdecimal() or sign.lower() != sign.upper()


# ------------------------------------------------------------------ what is published
def _said(published: str) -> Iterator[str]:
    """The strings of a document, without the names of elements, attributes and keys."""
    found = _data(published)
    if found is None and _MARKUP.search(published):
        yield from _of_markup(published)
    elif found is None:
        yield from _both(published)
    else:
        for words in _values(found):
            yield from _both(words)
            yield from _of_markup(words) if _MARKUP.search(words) else ()


def _both(words: str) -> Iterator[str]:
    """Words as they stand, and with references to characters resolved."""
    yield words
    if "&" in words:
        yield html.unescape(words)


def _data(text: str) -> Any:
    """What JSON or JSON Lines say; None where it is neither."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    for pieces in ([text], text.splitlines()):
        try:
            return [json.loads(piece) for piece in pieces if piece.strip()]
        except ValueError:
            continue
    return None


def _values(plain: Any) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict | list):
        for each in plain.values() if isinstance(plain, dict) else plain:
            yield from _values(each)


def _of_markup(markup: str) -> Iterator[str]:
    is_html = _HTML.match(markup) is not None or not markup.lstrip().startswith("<?xml")
    # libxml2 reads no further than the end of the page; what stands behind is published, too.
    whole = _END.sub("", markup) if is_html else markup
    data = whole.encode("utf-8", "replace")
    parser = (
        etree.HTMLParser(encoding="utf-8", huge_tree=True)
        if is_html
        else etree.XMLParser(
            encoding="utf-8", recover=True, resolve_entities=False, no_network=True, huge_tree=True
        )
    )
    root = etree.fromstring(data, parser)
    if root is None:
        yield from _both(markup)
        return
    running = []
    for node in (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()):
        name = node.tag.lower() if isinstance(node.tag, str) else None
        for value in node.values() if name is not None else ():
            yield from _both(value)
        if node.tail:
            running.append(node.tail)
            yield from _inner(node.tail, markup)
        if not node.text or name == "style":
            continue
        if name == "script":
            yield from _both(node.text) if _data(node.text) is None else _said(node.text)
        else:
            yield from _inner(node.text, markup)
            running += [node.text] if name is not None else []
    yield "".join(running)


def _inner(words: str, markup: str) -> Iterator[str]:
    """Words of a document, in which markup may be escaped, as feeds do with descriptions."""
    yield from _both(words)
    if len(words) < len(markup) and _MARKUP.search(words):
        yield from _of_markup(words)


# ------------------------------------------------------------------ what is not for readers
def _hidden(article: Article, at: datetime | None) -> set[str]:
    """The strings that stand in an article and nowhere in its public version."""
    try:
        seen = "\n".join(map(_folded, _shown(public(article, at=at))))
    except NotPublicError:
        seen = ""
    held = {words for words in _strings(article) if len(words) >= _SHORTEST and words.strip()}
    return {words for words in held if _folded(words) not in seen}


def _shown(article: Article) -> Iterator[str]:
    """The strings of an article, and what its running text says across them."""
    yield from _strings(article)
    for version in (article, *article.translations):
        yield f"{version.dateline or ''} {version.text}"
        yield from [quote.text for quote in version.quotes]
    for _, node in walk(article):
        if isinstance(node, Node):
            yield node.text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, Extension):
        yield from [value.content] if not _WORD.fullmatch(value.content) else ()
    elif isinstance(value, Model):
        for field in fields_of(type(value)):
            if field.name not in _MACHINES:
                yield from _strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
