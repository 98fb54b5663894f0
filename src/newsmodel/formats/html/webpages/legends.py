"""What is printed with a picture, read element by element: caption, credit, alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from newsmodel.captions import caption_words, parse_caption, read_credit
from newsmodel.captions.characters import key
from newsmodel.captions.split import of_credit
from newsmodel.formats._shared.xhtml.quoted import printed_marks
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.lines import line_of
from newsmodel.formats.html.webpages.moments import printed_moment
from newsmodel.formats.html.webpages.outline import is_hidden
from newsmodel.formats.html.webpages.words import PageWords, tokens
from newsmodel.model import ImageCaption
from newsmodel.model.base import changed

__all__ = ["caption_elements", "credit_of", "holds_only_words", "legend", "named_captions"]

_LONGEST = 1500
_SHORT = 400
_NAMES = 2
"""What a credit weighs that names somebody and an organisation, and says nothing else."""
_LAST_WORDS = re.compile(r"(?<!\S)(?=\S{1,20}(?: \S{1,20}){0,2}:$)")
"""Where the last words of a line begin, at most three."""
_SIGNS = " \t\n|–—-•·/,;:"
_CAPTIONS = "figcaption div p span small em cite footer dd".split()
_CREDITS = "figcaption span small p div cite footer em i b strong li a".split()
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CAPTION_PROPS = ("caption", "description")
_PROPS = ("copyrightholder", "credittext", "copyrightnotice", "author", "creator")


def legend(box: Element, language: str | None, words: PageWords) -> ImageCaption | None:
    """The caption of a picture.

    Args:
        box: the element that holds the picture and its caption.
        language: the article's language.
        words: the words of pages.
    """
    captions = list(caption_elements(box, words))
    credits_ = _credits(box, captions, words)
    parts = [_parts(node, credits_, words) for node in captions]
    text = _joined(before for before, _ in parts)
    after = _joined(rest for _, rest in parts)
    credit = _joined(_credit_line(node, words) for node in credits_)
    if credit and (label := _label_after(text, language)):
        text, credit = text[: -len(label)].rstrip(_SIGNS), f"{label} {credit}"
    goes_on = after[:1] in tuple("/:,|") or text or key(credit) in caption_words().labels
    if after and credit and goes_on and len(after) < _SHORT:
        credit = f"{credit}{'' if after[0] in '/:,' else ' '}{after}"
    elif after:
        text = f"{text} {after}".strip()
    if not credit and len(captions) == 1 and _is_all_credit(captions[0], text, words):
        text, credit = "", text
    alt = _alt(box)
    made = _made(text[:_LONGEST], credit[:_LONGEST], language)
    if made is None and alt is None:
        return None
    made = made or ImageCaption(language=language)
    return made if alt is None else changed(made, alt_text=alt)


def _label_after(text: str, language: str | None) -> str:
    """The label at the end of a caption, with its colon, which belongs to a credit beside it."""
    if not text.endswith(":"):
        return ""
    known = caption_words(language).labels
    labels = (text[match.start() :] for match in islice(_LAST_WORDS.finditer(text), 3))
    return next((label for label in labels if key(label[:-1]) in known), "")


def _alt(box: Element) -> str | None:
    """The alternative text of the first image that has words, "" where one is said to need none."""
    given = [img.get("alt") for img in box.iter("img")]
    lines = [" ".join(alt.split())[:_LONGEST] for alt in given if alt is not None]
    return next(filter(None, lines), "" if lines else None)


def _made(text: str, credit: str, language: str | None) -> ImageCaption | None:
    """A caption from its line and that of the credit, or from the one line that is both."""
    if not any(char.isalpha() for char in text):
        text = ""
    if not text and not credit:
        return None
    if not credit:
        return parse_caption(text, language)
    if text.endswith(credit):
        text = text[: -len(credit)].rstrip(_SIGNS)
    parsed = credit_of(credit, language)
    if text and not parsed.credit:
        return parse_caption(f"{text} {credit}", language)
    return changed(parsed, text=text or None, printed=None)


def credit_of(line: str, language: str | None) -> ImageCaption:
    """A credit in an element of its own, its label taken off."""
    parsed = parse_caption(line, language)
    if parsed.credit and not parsed.text:
        return parsed
    bare = of_credit(line)
    start, colon, rest = bare.partition(":")
    label = start.strip().lower() in caption_words(language).labels
    named = rest.strip() if colon and rest.strip() and (label or len(start.split()) < 3) else bare
    found = read_credit(named, language)
    return ImageCaption(
        language=language,
        credit=re.sub(r"^(?:©|\(c\)|copyright)\s*", "", named, flags=re.IGNORECASE) or None,
        photographers=found.photographers,
        agencies=found.agencies,
        label=start.strip() if named is not bare else None,
    )


def _joined(lines: Iterable[str]) -> str:
    """Lines as one, without those that another says, too."""
    every = dict.fromkeys(filter(None, lines))
    held = {a for a in every for b in every if a != b and f" {a} " in f" {b} "}
    return " ".join([line for line in every if line not in held])


def caption_elements(box: Element, words: PageWords) -> Iterator[Element]:
    """The elements of a box that hold captions, outer ones only."""
    found = list(named_captions(box, words))
    yield from found or ([box] if holds_only_words(box, words) else [])


def holds_only_words(box: Element, words: PageWords) -> bool:
    """Whether words stand beside a picture that no name calls a caption, and nothing else."""
    if box.tag == "img" or not tokens(box.get("class") or "") & words.picture:
        return False
    line, _ = _parts(box, [], words)
    heading = next(box.iter(*_HEADINGS), None) is not None
    return 0 < len(line) < _SHORT and not heading and not _is_control(line, words)


def named_captions(box: Element, words: PageWords) -> Iterator[Element]:
    """The elements of a box that are called captions and say something, outer ones only."""
    held: list[Element] = []
    for node in islice(box.iter(*_CAPTIONS), 300):
        if any(outer in held for outer in node.iterancestors()):
            continue
        names = f"{node.get('class') or ''} {node.get('itemprop') or ''}"
        named = node.tag == "figcaption" or tokens(names) & words.caption
        if named and node.find(".//img") is None and _says_something(node, words):
            held.append(node)
            yield node


def _is_control(line: str, words: PageWords) -> bool:
    """Whether a line is but what a button says, or a number of pictures."""
    said = key(line)
    known = said in words.pressed or said in caption_words().interface
    return known or not any(char.isalpha() for char in line)


def _says_something(node: Element, words: PageWords) -> bool:
    """Whether an element holds words, and not a number of pictures or the author's name."""
    line = line_of(node, 500)
    return not _is_control(line, words) and not _is_byline(line, node, words)


def _is_byline(line: str, node: Element, words: PageWords) -> bool:
    """Whether a line names an author beside a portrait: "By A. Name, Reporter"."""
    first, _, rest = line.partition(" ")
    if first.rstrip(":").lower() not in words.by:
        return False
    named = all(not word[:1].islower() for word in rest.split()) and len(rest.split()) < 7
    return node.tag != "figcaption" or named or printed_moment(rest) is not None


def _credits(box: Element, captions: list[Element], words: PageWords) -> list[Element]:
    """The innermost elements of a box whose names say that they hold a credit."""
    found: list[Element] = []
    for node in islice(box.iterdescendants(*_CREDITS), 300):
        if captions == [node] or not _is_credit(node, words):
            continue
        line = line_of(node)
        if line and len(line) < 300:
            found = [each for each in found if each not in node.iterancestors()]
            found.append(node)
    return found


def _is_credit(node: Element, words: PageWords) -> bool:
    prop = (node.get("itemprop") or "").lower()
    if prop and any(name in prop for name in _PROPS):
        return True
    if prop in _CAPTION_PROPS:
        return False
    if node.tag == "footer" or (node.tag in ("small", "cite") and _is_in_figcaption(node)):
        return True
    found = tokens(node.get("class") or "")
    if node.tag == "figcaption" and found & words.caption:
        return False
    if not found & words.credit:
        return bool(_label_of(node, words))
    # `caption-credit` may be a credit in a caption; with a caption inside, it is what holds both.
    return not any(_is_only_caption(each, words) for each in node.iterdescendants())


def _is_all_credit(node: Element, line: str, words: PageWords) -> bool:
    """Whether a caption is by its name a credit, and names only who took the picture for whom."""
    return _is_credit(node, words) and read_credit(line).weight >= _NAMES


def _is_in_figcaption(node: Element) -> bool:
    return next(node.iterancestors("figcaption"), None) is not None


def _label_of(node: Element, words: PageWords) -> str:
    """The label for those who listen that leads a line: "Image source, " before an agency."""
    first = next(iter(node), None)
    if first is None or (node.text or "").strip() or not isinstance(first.tag, str):
        return ""
    if not is_hidden(first) and not tokens(first.get("class") or "") & words.hidden:
        return ""
    label = line_of(first)
    labelled = line_of(node) != label and key(label.strip(_SIGNS)) in caption_words().labels
    return label if labelled else ""


def _credit_line(node: Element, words: PageWords) -> str:
    line, label = line_of(node), _label_of(node, words)
    return f"{label.strip(_SIGNS)}: {line[len(label) :].lstrip(_SIGNS)}" if label else line


def _is_only_caption(node: Element, words: PageWords) -> bool:
    if not isinstance(node.tag, str):
        return False
    found = tokens(node.get("class") or "")
    return node.tag in ("figcaption", "img") or bool(
        found & words.caption and not found & words.credit
    )


def _parts(node: Element, credits_: list[Element], words: PageWords) -> tuple[str, str]:
    """The words of a caption before its first credit, and after; no buttons, nothing hidden."""
    if node in credits_:
        return "", ""
    parts: list[str] = []
    cut: int | None = None
    stack: list[tuple[Element, bool]] = [(node, True)]
    while stack:
        each, opening = stack.pop()
        marks = printed_marks(each) if each.tag == "q" else ("", "")
        if not opening:
            parts.append(marks[1] + (each.tail or ""))
            continue
        if each is not node:
            stack.append((each, False))
        if each in credits_:
            cut = len(parts) if cut is None else cut
        elif isinstance(each.tag, str) and not (
            _is_left_out(each, words) or (each is not node and _is_pressed(each, words))
        ):
            parts.append(_before(each, parts) + marks[0] + (each.text or ""))
            stack += [(child, True) for child in reversed(each)]
    before, after = " ".join("".join(parts[:cut]).split()), ""
    if cut is not None:
        after = " ".join("".join(parts[cut:]).split())
    return before.strip(" |–—•·/"), after.strip(" |–—•·")


def _before(node: Element, parts: list[str]) -> str:
    """A space where two elements stand side by side without one."""
    if not parts:
        return ""
    before = node.getprevious()
    spans = node.tag == "span" and before is not None and before.tag == "span" and not before.tail
    return " " if spans or node.tag in ("p", "div", "br", "li") else ""


def _is_left_out(node: Element, words: PageWords) -> bool:
    if node.tag in ("button", "script", "style", "svg", "noscript", "img") or is_hidden(node):
        return True
    return bool(tokens(node.get("class") or "") & words.hidden)


def _is_pressed(node: Element, words: PageWords) -> bool:
    return bool(tokens(node.get("class") or "") & words.control)
