"""What stands in the element of an article's text and is no part of it, taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from urllib.parse import quote

from lxml import etree

from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.lines import line_of
from newsmodel.formats.html.webpages.outline import INLINE, UNREAD, Outline, is_hidden
from newsmodel.formats.html.webpages.words import PageWords, tokens

__all__ = ["drop", "prune", "prune_apart", "tidy"]

_PLAYERS = frozenset({"math", "iframe", "video", "audio", "embed", "object"})
_UNREAD = UNREAD - _PLAYERS
_KEPT = {
    "a": ("href", "rel", "title", "hreflang"), "blockquote": ("cite",), "q": ("cite",),
    "time": ("datetime",), "ol": ("start",), "td": ("colspan", "rowspan", "scope"),
    "th": ("colspan", "rowspan", "scope"), "iframe": ("src", "title", "data-src"),
    "video": ("src", "title"),
    "audio": ("src", "title"), "source": ("src",), "embed": ("src",), "object": ("data",),
}  # fmt: skip
_CAPTIONED = (*sorted(_PLAYERS), "table", "pre")
_IMAGES = ("img", "amp-img")
_NEAR, _HIGH = 100, 10
_TELLING = frozenset({"nofollow", "sponsored", "ugc"})
"""Words that say that a link was paid for, is of a reader's, or is not vouched for."""
_WRAPPERS = ("section", "article", "main", "header", "hgroup", "center", "details", "summary",
             "form", "fieldset", "address", "nav", "aside", "footer")  # fmt: skip
_LOOKS = ("span", "font", "u", "big", "small", "mark", "abbr", "acronym", "ins", "label", "data",
          "nobr", "bdi", "s", "tt", "o-p")  # fmt: skip


def drop(node: Element) -> None:
    """Take an element out, leaving the string after it."""
    parent = node.getparent()
    if parent is None:
        return
    if tail := node.tail:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
        node.tail = None
    parent.remove(node)


def prune(text: Element, outline: Outline, words: PageWords, spared: set[Element]) -> None:
    """Take out what is there for looks, for machines, or to lead elsewhere.

    Args:
        text: the element of the text.
        outline: the outline of the page.
        words: the words of pages.
        spared: elements to leave alone, with all they hold.
    """
    total = outline.totals.get(text, 0.0)
    quoting = {quote.getparent() for quote in text.iter("blockquote")}
    doomed: list[Element] = []
    walk = etree.iterwalk(text, events=("start",), tag="*")
    for _, node in walk:
        if node is text:
            continue
        if node in spared:
            walk.skip_subtree()
        elif _is_others_caption(node, words, spared):
            _set_free(node)
            walk.skip_subtree()
        elif node.tag == "figcaption":
            # What stands beside a quotation says whose it is.
            if node.getparent() not in quoting:
                doomed.append(node)
                walk.skip_subtree()
        elif _is_foreign(node, outline, words, total):
            doomed.append(node)
            walk.skip_subtree()
    for node in doomed:
        drop(node)


def _is_foreign(node: Element, outline: Outline, words: PageWords, total: float) -> bool:
    tag = node.tag
    if tag in _PLAYERS:
        return is_hidden(node)
    if tag in _UNREAD:
        if tag == "footer" and _within_quote(node):
            return is_hidden(node)
        return outline.totals.get(node, 0.0) < 0.5 * total or not (total or tag == "form")
    if tag in INLINE:
        return is_hidden(node) or bool(tokens(node.get("class") or "") & words.hidden)
    if tag in ("ul", "ol", "dl"):
        return node in outline.noise or _is_link_list(node)
    if tokens(node.get("class") or "") & words.caption and not outline.totals.get(node, 0) > 300:
        return True
    if node not in outline.noise:
        return False
    if tag in ("p", "h2", "div") and tokens(node.get("class") or "") & words.standfirst:
        return outline.places.get(node, 0) > _first_place(outline, node)
    return True


def _is_others_caption(node: Element, words: PageWords, spared: set[Element]) -> bool:
    """Whether a caption is that of something else than a picture: a table, a frame, a gallery.

    What is said of a picture goes with it: it is read with it, or left out with it.
    """
    if node.tag == "figcaption":
        shown = list(islice(node.iterancestors("figure"), 1))
        kinds = (*_CAPTIONED, *_IMAGES)
    elif tokens(node.get("class") or "") & words.caption:
        beside = (node.getprevious(), node.getnext())
        shown, kinds = [each for each in beside if each is not None], _CAPTIONED
    else:
        return False
    inner = [each for box in shown for each in islice(box.iter("*"), _NEAR)]
    # What only a script shows is not read.
    if is_hidden(node) or not any(each.tag in kinds for each in inner):
        return False
    return all(_is_spared(each, spared) for each in inner if each.tag in _IMAGES)


def _is_spared(image: Element, spared: set[Element]) -> bool:
    return any(each in spared for each in (image, *islice(image.iterancestors(), _HIGH)))


def _set_free(caption: Element) -> None:
    """Make of a caption a paragraph, or what holds paragraphs."""
    caption.attrib.clear()
    caption.tag = "div" if any(each.tag not in INLINE for each in caption) else "p"


def _first_place(outline: Outline, node: Element) -> int:
    """The place of the second paragraph of the text: a standfirst comes before it."""
    weighty = [b.place for b in outline.blocks if b.weight > 60 and b.element is not node]
    return weighty[0] if weighty else 0


def _within_quote(node: Element) -> bool:
    return any(outer.tag in ("blockquote", "figure") for outer in node.iterancestors())


def _is_link_list(node: Element) -> bool:
    """Whether the items of a list are all but nothing but links."""
    items = [item for item in node if item.tag in ("li", "dd", "dt")]
    linked = sum(len(line_of(a, 500)) for a in islice(node.iter("a"), 200))
    whole = len(line_of(node))
    return bool(items) and whole > 0 and linked > 0.75 * whole


# ------------------------------------------------------------------ what is left, made plain
def tidy(text: Element, address: Callable[[str | None], str | None]) -> None:
    """Strip what is left of all that is the publisher's own: classes, ids, data, style.

    Nothing of it can claim to be the library's own mark-up afterwards.
    """
    loose: list[Element] = []
    for node in text.iter():
        if not isinstance(node.tag, str):
            continue
        kept = {n: v for n in _KEPT.get(node.tag, ()) if (v := node.get(n)) is not None}
        lang = node.get("lang") if node is not text else None
        _relation_in(kept)
        node.attrib.clear()
        _address_in(node, kept, address)
        node.attrib.update(kept)
        if lang and node.tag in ("p", "span", "i", "em", "q", "blockquote", "div"):
            node.set("lang", lang)
        if node.tag in _WRAPPERS and not _signs_quote(node):
            node.tag = "div"
        elif (node.tag in _LOOKS and not node.attrib) or (node.tag == "a" and not node.get("href")):
            loose.append(node)
    for node in loose:
        if node is not text:
            node.tag = "loose"
    etree.strip_tags(text, "loose", etree.Comment, etree.ProcessingInstruction)


def _signs_quote(node: Element) -> bool:
    outer = node.getparent()
    return node.tag == "footer" and outer is not None and outer.tag == "blockquote"


def _relation_in(kept: dict[str, str]) -> None:
    """Of a link's relation what search engines must be told again by whoever publishes it."""
    told = [word for word in kept.pop("rel", "").lower().split() if word in _TELLING]
    if told:
        kept["rel"] = " ".join(told)


def _address_in(
    node: Element, kept: dict[str, str], address: Callable[[str | None], str | None]
) -> None:
    for name in ("href", "src", "data-src", "data", "cite"):
        if name in kept:
            whole = address(kept.pop(name))
            if whole is not None:
                kept[name] = quote(whole, safe=":/?#[]@!$&'()*+,;=%~-._|{}^")


# ------------------------------------------------------------------ what stands apart
_SHARE = 0.05
_WHOLE = frozenset({"blockquote", "ul", "ol", "dl", "table", "figure"})


def prune_apart(text: Element, outline: Outline, spared: set[Element]) -> None:
    """Take out paragraphs that stand apart from the others, in parts of another make.

    The paragraphs of a text have the same surroundings over and over; boxes, notices and offers
    between them have their own.
    """
    paths: dict[int, int] = {}
    for node, path in _paths(text, spared):
        paths[outline.places.get(node, -1)] = path
    weights: dict[int, float] = {}
    found = [b for b in outline.within(text) if b.place in paths]
    for block in found:
        path = paths[block.place]
        weights[path] = weights.get(path, 0.0) + block.weight
    least = _SHARE * sum(weights.values())
    for block in found:
        if weights[paths[block.place]] < least:
            drop(block.element)


def _paths(text: Element, spared: set[Element]) -> Iterator[tuple[Element, int]]:
    """The paragraphs in a text, each with a number for its surroundings.

    Surroundings are alike where the elements around have the same tags and classes.
    """
    numbers: dict[tuple[int, str, str], int] = {}
    open_ = [0]
    walk = etree.iterwalk(text, events=("start", "end"), tag="*")
    for event, node in walk:
        if event == "end":
            open_.pop()
            continue
        outer = open_[-1]
        key = (outer, str(node.tag), node.get("class") or "")
        open_.append(numbers.setdefault(key, len(numbers) + 1))
        if node in spared or node.tag in _WHOLE:
            walk.skip_subtree()
        elif node.tag in ("p", "div") and node is not text:
            yield node, outer
