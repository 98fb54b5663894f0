"""Which of the texts in a contentSet is the body: the richest of those that readers may see."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsmodel.formats._shared.xhtml import is_data, is_markup
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.newsml.names import XHTML, says_not_public
from newsmodel.formats.newsml.properties.alternatives import INLINE_XML, is_encoded, is_markup_type
from newsmodel.formats.newsml.properties.bodies import DATA_ELEMENT
from newsmodel.formats.newsml.properties.told import language_named
from newsmodel.formats.newsml.xml.reading import Element, constraint_of, local_name
from newsmodel.language.tags import A_VARIETY, OF_ANOTHER_REGION, THE_SAME, nearness
from newsmodel.model import AlternativeText, Article

__all__ = ["body_source", "is_hidden", "is_rivalled"]

_NOTHING, _OTHER, _WORDS, _MARKUP = range(4)
"""What an element may hold: no text; a vocabulary nobody has described; plain text; markup."""
_BEST = (True, OF_ANOTHER_REGION, _MARKUP, True)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!")
_PAGES = frozenset({"html", "nitf", "body.content"})
_START = 300
_XHTML = f"{{{XHTML}}}"


def body_source(node: Element, *, own: bool, language: str | None) -> Element | None:
    """The element the body is read from; None for a contentSet without any text.

    Args:
        node: the contentSet.
        own: whether the library has written it: then other texts are never the body.
        language: the language of the item; texts in others come after those in it.
    """
    kinds = (INLINE_XML,) if own else (INLINE_XML, DATA_ELEMENT)
    texts = [e for e in node.iterchildren(*kinds) if not (is_hidden(e) or _is_subtitles(e))]
    if not texts or (len(texts) == 1 and texts[0].tag == INLINE_XML):
        return texts[0] if texts else None
    own_language = language or ""
    if all(map(_is_plain, texts[1:])) and _rank(texts[0], own_language) == _BEST:
        return texts[0]
    marked = [each for each in texts if _is_marked(each)]
    return marked[0] if marked else _richest(texts, own_language)


def is_hidden(node: Element) -> bool:
    """Whether a rendition is not for readers: by a constraint, or by what its role says."""
    return constraint_of(node) is not None or says_not_public(node.get("rendition"))


def _is_subtitles(node: Element) -> bool:
    """Whether an element holds what is shown beneath a film, moment by moment (W3C, TTML)."""
    return "ttml" in (node.get("contenttype") or "").lower()


def _is_plain(node: Element) -> bool:
    """Whether an element says that it is plain text."""
    return node.tag == DATA_ELEMENT and node.get("contenttype") == "text/plain"


def _is_marked(node: Element) -> bool:
    """Whether the library has marked it as a body."""
    return node.tag == INLINE_XML and len(node) > 0 and any(e.get(DATA) == "body" for e in node[0])


def _richest(texts: Sequence[Element], language: str) -> Element | None:
    """The text in the item's language, of the richest kind, with the most words; the first such."""
    ranks = [(_rank(each, language), each) for each in texts]
    best = max([rank for rank, _ in ranks], default=(False,))
    if not best[0]:  # an empty body is one, too
        return next((each for each in texts if each.tag == INLINE_XML), None)
    fitting = [each for rank, each in ranks if rank == best]
    return fitting[0] if len(fitting) == 1 else max(fitting, key=_amount)


def _rank(node: Element, language: str) -> tuple[bool, int, int, bool]:
    """Whether an element holds text, in what language, of what kind, and whether of its region.

    Without a language it is in that of the item; a kind counts for more than a region.
    """
    kind = _kind_of_xml(node) if node.tag == INLINE_XML else _kind_of_data(node)
    said = language_named(node)
    near = nearness(said, language) if said else THE_SAME
    return kind > _NOTHING, min(near, OF_ANOTHER_REGION), kind, near >= A_VARIETY


def _kind_of_xml(node: Element) -> int:
    root = _root_of(node)
    if root is None:
        return _WORDS if _has_words(node) else _NOTHING
    if not _has_words(_text_of(root)):
        return _NOTHING
    parts = node[:] if root is node else [root]
    described = any(local_name(p) in _PAGES or str(p.tag).startswith(_XHTML) for p in parts)
    return _MARKUP if described or is_markup_type(node.get("contenttype")) else _OTHER


def _kind_of_data(node: Element) -> int:
    if len(node) and not is_encoded(node):
        return _kind_of_xml(node)
    said = (node.get("contenttype") or "").strip().lower()
    if is_encoded(node) or is_data(said) or not _has_words(node):
        return _NOTHING
    if is_markup_type(said):
        return _MARKUP
    if not said:
        return _MARKUP if is_markup("".join(node.itertext())) else _WORDS
    if said.startswith("text/") or "/" not in said:
        return _WORDS
    return _OTHER if "xml" in said else _NOTHING


def _root_of(node: Element) -> Element | None:
    """The only element in another, that itself where it holds several, None where it holds none."""
    parts = [child for child in node if isinstance(child.tag, str)]
    return (parts[0] if len(parts) == 1 else node) if parts else None


def _text_of(root: Element) -> Element:
    """Where the text of a page stands: its head is none."""
    return next((each for each in root.iter("{*}body")), root)


def _has_words(node: Element) -> bool:
    return any(text and not text.isspace() for text in node.itertext())


def _amount(node: Element) -> int:
    """How much text an element holds, tags and white space left out."""
    root = _root_of(node)
    words = "".join((node if root is None else _text_of(root)).itertext())
    if node.tag == DATA_ELEMENT:
        words = _TAG.sub(" ", words)
    return len("".join(words.split()))


# ------------------------------------------------------------------ writing
def is_rivalled(article: Article, body: str) -> bool:
    """Whether another text of an article may be richer than its body, as that is written."""
    others = [each for each in article.alternatives if each.public]
    if not others:
        return False
    start = body[:_START]
    plain = not start.startswith("<inlineXML") or not is_markup_type(start) or "lang=" in start
    if plain or any(map(_may_be_rich, others)):
        return True
    return not any(block.text.strip() for block in article.body)


def _may_be_rich(text: AlternativeText) -> bool:
    said = text.content_type
    return text.language is not None or is_markup_type(said) or (not said and "<" in text.content)
