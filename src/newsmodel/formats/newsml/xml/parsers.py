"""The parsers of XML: they load nothing and expand nothing."""

from __future__ import annotations

import threading

from lxml import etree

__all__ = ["new_parser", "parser_at_hand"]


def new_parser(*, recover: bool = False, encoding: str | None = None) -> etree.XMLParser:
    """A parser that loads nothing, expands nothing and keeps libxml2's limits.

    Args:
        recover: read on after errors of form.
        encoding: what the bytes are in, whatever the document says.
    """
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True,
        remove_comments=True, recover=recover, encoding=encoding,
    )  # fmt: skip


class _Parsers(threading.local):
    """A parser for each thread: one that several share would make them wait for one another."""

    def __init__(self) -> None:
        self.strict = new_parser()


_parsers = _Parsers()


def parser_at_hand() -> etree.XMLParser:
    """The thread's own parser, which is as `new_parser` makes one."""
    return _parsers.strict
