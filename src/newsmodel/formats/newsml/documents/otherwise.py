"""What an item says otherwise than its article does: codes, fillers, its own attributes."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from newsmodel.formats.newsml.documents.speakers import WHY, speakers_of
from newsmodel.formats.newsml.names import MEDIA, NO_PROVIDER, NO_TIME, OWN_GENERATOR
from newsmodel.formats.newsml.properties.catalogues import hidden_catalogs, shown_catalogs
from newsmodel.formats.newsml.properties.headlines import would_be_headline
from newsmodel.formats.newsml.properties.kinds import is_no_kind, kind_told
from newsmodel.formats.newsml.properties.simple import is_role_of_summary
from newsmodel.formats.newsml.properties.statuses import stated, status_of
from newsmodel.formats.newsml.properties.table import ROWS
from newsmodel.formats.newsml.xml.attributes import as_tag
from newsmodel.model import Article, Concept, Dialect, Generator
from newsmodel.model.base import told_by
from newsmodel.model.gathering.feeds import item_dialect

__all__ = [
    "filler",
    "holds_own_codes",
    "is_own",
    "is_plain",
    "item_attributes",
    "outspoken",
    "said_otherwise",
]

_WRITTEN = frozenset(row.field for row in ROWS) | {
    "id", "version", "kind", "status", "body", "extensions", "dialect", "findings", "language",
    *(name for name, _ in MEDIA.values()),
}  # fmt: skip
_is_written_whole = told_by(Article, _WRITTEN)


def said_otherwise(article: Article) -> dict[str, Any]:
    """The fields of an article that its item must say otherwise, or at all."""
    dialect = item_dialect(article)
    return _as_document(article) if dialect is None else _as_read(article, dialect)


def is_own(article: Article) -> bool:
    """Whether an article names the library as the program that wrote it."""
    return any(each.name == OWN_GENERATOR for each in article.generators)


def is_plain(article: Article) -> bool:
    """Whether nothing of an article lies outside what the rows write and the reader takes back."""
    if article.version == 0 or not _is_written_whole(article):
        return False
    return item_dialect(article) is not None or (
        article.dialect is None
        and article.kind_code is None
        and article.status_code is None
        and article.provider != NO_PROVIDER
        and article.version_created != NO_TIME
        and all(each.name != OWN_GENERATOR for each in article.generators)
        and all(each.why != WHY for each in article.subjects)
        and hidden_catalogs(shown_catalogs(article.catalogs)) == article.catalogs
    )


def _as_document(article: Article) -> dict[str, Any]:
    """The fields of a new article that a document must say otherwise, or at all."""
    return {
        "kind_code": Concept(qcode=f"ninat:{article.kind.value}"),
        "status_code": Concept(qcode=f"stat:{article.status.value}"),
        "provider": article.provider if article.provider is not None else NO_PROVIDER,
        "version_created": article.version_created or NO_TIME,
        "generators": (*article.generators, Generator(name=OWN_GENERATOR)),
        "catalogs": shown_catalogs(article.catalogs),
        "subjects": (*article.subjects, *speakers_of(article.body, article.subjects)),
    }


def _as_read(article: Article, dialect: Dialect) -> dict[str, Any]:
    """The fields of an article that was read which its document says otherwise.

    Its codes for kind and status are mended where these were changed.
    """
    changes: dict[str, Any] = {}
    if not dialect.tagged and article.language == dialect.language:
        changes["language"] = None
    if kind_told(article.kind_code) is not article.kind:
        changes["kind_code"] = Concept(qcode=f"ninat:{article.kind.value}")
    if status_of(article.status_code) is not article.status:
        changes["status_code"] = Concept(qcode=f"stat:{article.status.value}")
    return changes


def holds_own_codes(article: Article, changes: Container[str]) -> bool:
    """Whether codes for kind or status that say none of ours give way to such as do.

    Args:
        article: the article.
        changes: the fields that its item says otherwise.
    """
    return ("kind_code" in changes and is_no_kind(article.kind_code)) or (
        "status_code" in changes and not stated(article.status_code)[1]
    )


def outspoken(article: Article) -> set[str]:
    """The fields that an item must say itself, even where its body does.

    Else another of their kind would be read in their place.
    """
    rivals = (each for each in article.headlines if would_be_headline(each, article.language))
    said = {"headline" for _ in rivals}
    return said | {"summary" for d in article.descriptions if is_role_of_summary(d.role)}


def filler(field: str, article: Article) -> Any:
    """What stands for a field that the standard demands, and the article has not."""
    if field == "kind_code":
        return Concept(qcode=f"ninat:{article.kind.value}")
    return NO_PROVIDER if field == "provider" else NO_TIME


def item_attributes(article: Article, version: str) -> list[tuple[str, object]]:
    """The attributes of the item of an article; a new one names a version of the standard."""
    dialect = item_dialect(article)
    if dialect is None:
        return [
            ("guid", article.id),
            ("version", article.version or None),
            ("standard", "NewsML-G2"),
            ("standardversion", version),
            ("conformance", "power"),
            ("xml:lang", article.language),
        ]
    return [
        ("guid", article.id if dialect.identified or article.id else None),
        ("version", article.version or None),
        ("standard", dialect.standard),
        ("standardversion", dialect.version),
        ("conformance", dialect.conformance),
        ("xml:lang", None if _is_taken_out(article, dialect.language) else dialect.language),
    ]


def _is_taken_out(article: Article, language: str | None) -> bool:
    """Whether an item came in a language, and its article has none any more."""
    return language is not None and article.language is None and as_tag(language) is not None
