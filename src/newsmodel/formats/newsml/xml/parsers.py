"""The parsers of XML: they load nothing and expand nothing."""

from __future__ import annotations

import threading
from typing import Any, TypeVar

from lxml import etree

__all__ = ["new_parser", "new_pull_parser", "parser_at_hand"]

P = TypeVar("P", etree.XMLParser, etree.XMLPullParser)


class _Nothing(etree.Resolver):
    """Answers whatever a document asks for with nothing: no file is opened, no network used."""

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:  # noqa: ARG002  # lxml's
        """An empty file for any address."""
        return self.resolve_string("", context)


def _closed(parser: P) -> P:
    """The parser, with nothing to be had from outside.

    To be told not to collect ids makes libxml2 load external DTDs, whatever else it is told.
    """
    parser.resolvers.add(_Nothing())
    return parser


def new_parser(*, recover: bool = False, encoding: str | None = None) -> etree.XMLParser:
    """A parser that loads nothing, expands nothing and keeps libxml2's limits.

    Ids (`xml:id`) are no matter of form: one that stands twice does not make it stop.

    Args:
        recover: read on after errors of form.
        encoding: what the bytes are in, whatever the document says.
    """
    return _closed(etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True,
        remove_comments=True, recover=recover, encoding=encoding, collect_ids=False,
    ))  # fmt: skip


def new_pull_parser(tags: list[str], encoding: str | None) -> etree.XMLPullParser:
    """The same for a document that comes piece by piece; it tells when elements end.

    Args:
        tags: the elements.
        encoding: what the bytes are in, whatever the document says.
    """
    return _closed(etree.XMLPullParser(
        ["end"], tag=tags, resolve_entities=False, load_dtd=False, no_network=True,
        remove_comments=True, remove_pis=True, encoding=encoding, collect_ids=False,
    ))  # fmt: skip


class _Parsers(threading.local):
    """A parser for each thread: one that several share would make them wait for one another."""

    def __init__(self) -> None:
        self.strict = new_parser()


_parsers = _Parsers()


def parser_at_hand() -> etree.XMLParser:
    """The thread's own parser, which is as `new_parser` makes one."""
    return _parsers.strict
