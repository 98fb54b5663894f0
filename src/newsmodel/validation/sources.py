"""Which version of an article another one was translated from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsmodel.language import normal_tag
from newsmodel.model import LanguageVersion
from newsmodel.model.article import made_id
from newsmodel.validation.story import Story, Version

__all__ = ["compared"]


def compared(story: Story) -> Iterator[tuple[Version, Version, int, int]]:
    """The versions that were translated, from which, from what version of it, and the one it is."""
    for version in story.derived:
        source, number = _source(story, version), version.node.source_version
        if source is not None and number is not None and source.node.version is not None:
            yield version, source, number, source.node.version


def _source(story: Story, version: Version) -> Version | None:
    """The version that one was translated from; None where that is not among them."""
    node, first = version.node, story.versions[0]
    named: Iterable[Version]
    others = [each for each in story.versions if each is not version]
    if node.source_id is not None:
        named = (each for each in others if node.source_id in _ids(story, each))
    elif node.source_language:
        tag = normal_tag(node.source_language)
        named = (each for each in others if normal_tag(each.node.language or "") == tag)
    elif version is first or _is_translated(first.node):
        originals = [each for each in others if not _is_translated(each.node)]
        named = originals if len(originals) == 1 else ()
    else:
        return first
    return next(iter(named), None)


def _ids(story: Story, version: Version) -> tuple[str | None, str]:
    """The id of a version, and the one it is given where it has none."""
    return version.node.id, made_id(story.article.id, version.node.language)


def _is_translated(node: LanguageVersion) -> bool:
    known = (node.source_id, node.source_language, node.source_version)
    return any(each is not None for each in known)
