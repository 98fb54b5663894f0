"""Which of several statements on rights is that on the whole article, and what others hold for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsmodel.formats.newsml.xml.reading import Element, constraint_of

__all__ = ["WHOLE", "fitness", "told_apart"]

_LIMITS = ("scope", "scopeuri", "aspect", "aspecturi", "idrefs", "validfrom", "validto")
"""What says that rights hold for a use, a part or a time only (NewsML-G2: `rightsInfo`)."""
NOTHING, LIMITED, WHOLE = -1, 0, 1


def fitness(node: Element) -> int:
    """How fit a statement on rights is to be that on the article: best is one on all of it."""
    if _is_empty(node):
        return NOTHING
    return LIMITED if node.keys() and _limit_of(node) else WHOLE


def told_apart(nodes: Sequence[Element]) -> Iterator[tuple[Element, str]]:
    """What to tell of statements on rights, of which one is read, so that none is silent.

    Args:
        nodes: all those of one item.
    """
    if len(nodes) < 2 and not (nodes and nodes[0].keys()):
        return
    said = [each for each in nodes if constraint_of(each) is None and not _is_empty(each)]
    chosen = max(said, key=fitness, default=None)
    for each in said:
        limit = _limit_of(each)
        of = f"'rightsInfo' of {limit}" if limit else "another 'rightsInfo' for all of the item"
        if each is not chosen:
            yield each, f"{of} is none of the article's rights: it is kept as it is"
        elif limit:
            yield each, f"{of} is read as the article's rights: there is none for all of the item"


def _is_empty(node: Element) -> bool:
    return not any(e.attrib or (e.text or "").strip() for e in node.iterdescendants("*"))


def _limit_of(node: Element) -> str:
    """What rights hold for alone, as the attributes that say it; "" where that is all."""
    return " ".join([f"{name}={said!r}" for name in _LIMITS if (said := node.get(name))])
