"""What the annotation of a field does not tell: which strings are codes, addresses, markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsmodel.model.checks import Attributes, Size, Tag
from newsmodel.testing.strategies.values import (
    Taste,
    codes,
    ids,
    media_types,
    tags,
    urls,
)

__all__ = ["LIKELY", "known_field", "known_kind"]

Maker: TypeAlias = Callable[[Taste], SearchStrategy[Any]]

LIKELY = frozenset(
    (
        *("blocks", "body", "caption", "captions", "cells", "content", "fallback", "groups"),
        *("headline", "images", "items", "members", "names", "renditions", "rows"),
        "translations",
    )
)
"""The fields that make an article an article: given every second time."""

_MARKS = (("\u201c", "\u201d"), ('"', '"'), ("«", "»"), ("„", "“"), ("— ", ""), ("", ""))
_NAMES = ("class", "data-a", "data-b-1", "id")
_MARKUP = (
    "<b>bold</b>",
    '<aside class="x">&lt;one&gt; &amp; <br/> two</aside>',
    "<!-- said nothing -->",
    "<p>Київ \N{FIRE}</p>",
)


def _of(*words: str) -> Maker:
    return lambda _: st.sampled_from(words)


def _markup(taste: Taste) -> SearchStrategy[str]:
    return taste.or_words(st.sampled_from(_MARKUP))


def _attributes(taste: Taste) -> SearchStrategy[Any]:
    names = st.sampled_from(_NAMES)
    pairs = st.lists(st.tuples(names, taste.words()), max_size=2, unique_by=lambda p: p[0])
    return pairs.map(tuple)


def _marks(taste: Taste) -> SearchStrategy[Any]:
    return st.sampled_from(_MARKS) | st.tuples(taste.words(), taste.words())


def _sizes(taste: Taste) -> SearchStrategy[int]:
    usual = st.integers(1 if taste.strict else 0, 10**9)
    return usual | st.sampled_from(_LARGE) if taste.awkward else usual


_LARGE = (20240110123456789, 2**63, 10**40)
"""A moment for the number of a version, and what 64 bits do not hold."""


def _word_or_code(*words: str) -> Maker:
    return lambda taste: st.sampled_from(words) | codes(taste)


_BY_KIND: dict[Any, Maker] = {
    Tag: lambda _: tags(),
    Size: _sizes,
    Attributes: _attributes,
    tuple[str, str]: _marks,
}

_BY_FIELD: dict[tuple[str, str], Maker] = {
    ("RawBlock", "content"): _markup,
    ("RawInline", "content"): _markup,
    ("RawBlock", "format"): _of("xhtml", "nitf"),
    ("RawInline", "format"): _of("xhtml", "nitf"),
    ("Extension", "format"): _of("ninjs", "html", "json"),
    ("OtherItem", "format"): _of("newsml"),
    ("OtherItem", "kind"): _of("conceptItem", "knowledgeItem"),
    ("Concept", "type"): _word_or_code("person", "organisation", "geoArea", "poi", "event"),
    ("Rendition", "role"): _word_or_code("highRes", "web", "thumb", "print"),
    ("Contributor", "role"): _word_or_code("writer", "photographer"),
    ("Timestamp", "role"): _word_or_code("received", "transmitted"),
    ("Provenance", "digital_source_type"): _word_or_code("trainedAlgorithmicMedia"),
    ("Provenance", "scope"): _of("text", "headline", "image", "translation"),
    ("RightsExpression", "language"): urls,
    ("Scheme", "alias"): _of("nm", "ex-1.b", "X_y"),
    ("Part", "id"): lambda taste: taste.or_words(st.sampled_from(("p1", "p2", "versions"))),
    ("Part", "content"): lambda taste: taste.or_words(st.sampled_from(("p1", "p2 file"))),
    ("Speaker", "role"): lambda taste: taste.words(),
}
"""Fields that need more than their name tells."""

_BY_NAME: dict[str, Maker] = {
    **dict.fromkeys(("href", "url", "uri", "source_url", "data_mining"), urls),
    **dict.fromkeys(("id", "residref", "source_id", "image_id", "idref", "root"), ids),
    **dict.fromkeys(("qcode", "role", "rel", "why", "how", "type", "mode"), codes),
    **dict.fromkeys(("value_type", "value_unit", "symbol_source", "colour_space"), codes),
    "content_type": media_types,
}
"""Strings whose name tells their form."""


def known_field(owner: type, name: str, taste: Taste) -> SearchStrategy[Any] | None:
    """Values for a field of strings, where its name tells more than its annotation."""
    maker = _BY_FIELD.get((owner.__name__, name), _BY_NAME.get(name))
    return maker(taste) if maker else None


def known_kind(kind: Any, taste: Taste) -> SearchStrategy[Any] | None:
    """Values for an annotation that tells more than the Python type it stands for."""
    maker = _BY_KIND.get(kind)
    return maker(taste) if maker else None
