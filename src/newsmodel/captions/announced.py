"""Credits with a label: "Photo: A. Name/Agency", "© Agency", "Photo by A. Name"."""

from __future__ import annotations

import re

from newsmodel.captions.characters import NO_TITLE, START, has_case, key, plain
from newsmodel.captions.credit import read_credit
from newsmodel.captions.labels import Label, labels_in
from newsmodel.captions.names import Kind, kind_of
from newsmodel.captions.split import Split, closing_bracket, joined, of_credit, of_text, weight
from newsmodel.captions.unmarked import credit_first, unmarked
from newsmodel.captions.words import CaptionWords

__all__ = ["announced", "names_of"]

_LONGEST_CREDIT = 250
_MOST_WORDS = 14
_MOST_LABELS = 8
"""No caption has more that may announce a credit; it stands behind one of the last."""
_FEW_WORDS = 8
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})" + NO_TITLE + r"[.!?]\s+(?=" + START + r")|\n+")
_HEADLINE_WORDS = 3
_ENDED = re.compile(r"[.!?…:|,;/–—-][\"”’»)]*\s*$")
_SENTENCE_END = re.compile(r"[.!?…。][\"“”’»)]*\s*$")
_BEHIND = re.compile(r"\s*([^()]+)\(([^()]+)\)\s*")
_GOES_ON = re.compile(r"\s?[,;]\s+\w")
"""What shows that the sentence goes on behind brackets; its comma is the caption's."""
_TELLING = 2
"""Small words that are in no name, and so many of which only a sentence has."""
_PICTURES = frozenset(
    "photo photos photograph photographs picture pictures image images foto fotos fotografie "
    "fotografía fotografia fotografii imagen imágenes imagem imagens immagine immagini bild bilder "
    "bilde kuva zdjęcie фото фотография фотографія світлина снимка φωτογραφία φωτο "
    "صورة الصورة صور الصور عکس تصویر תמונה फोटो तस्वीर".split()
)
"""Labels behind which as often stands what is seen; behind "source" and "credit" stands whose."""
_DASH = re.compile(r"\s+[–—-]\s+")


def announced(line: str, words: CaptionWords, *, leading: bool = True) -> Split | None:
    """Split a line at the first label that announces a credit, or leads the caption.

    Args:
        line: the line.
        words: the words to know.
        leading: whether a label may lead the caption, with the credit behind another one.
    """
    labels = [each for each in labels_in(line, words) if _may_announce(line, each, words)]
    splits = (_at(line, each, words, leading=leading) for each in labels[-_MOST_LABELS:])
    return next(filter(None, splits), None)


def _may_announce(line: str, label: Label, words: CaptionWords) -> bool:
    """Whether a label stands where one may: a weak one needs a break before it, or a credit."""
    if label.kind == "sign":
        return not line[: label.start].endswith(("/", "|")) and (
            label.after_break or weight(line[label.end :], words) > 0
        )
    if label.after_break:
        return True
    if label.kind == "colon" and label.text and label.text[0].islower() and has_case(label.text):
        return weight(line[label.end :], words) > 1
    return label.kind in ("colon", "by")


def _at(line: str, label: Label, words: CaptionWords, *, leading: bool) -> Split | None:
    before, after = line[: label.start], line[label.end :]
    if plain(before).rstrip()[-1:] in ("(", "["):
        opening = len(before.rstrip()) - 1
        return _in_brackets(line, opening, label, words)
    if split := _headline(before, after, label, words):
        return split
    whole = _whole(before, after, label, words)
    return whole or _mixed(before, after, label, words, leading=leading)


def _headline(before: str, after: str, label: Label, words: CaptionWords) -> Split | None:
    """A headline repeated, the label, the caption, and an agency in brackets."""
    behind = _BEHIND.fullmatch(after)
    if label.kind != "colon" or behind is None or len(before.split()) <= _HEADLINE_WORDS:
        return None
    if _ENDED.search(before) or kind_of(behind[2], words) is not Kind.KNOWN:
        return None
    return Split(text=of_text(behind[1]), label=label.text, credit=of_credit(behind[2]))


def _in_brackets(line: str, opening: int, label: Label, words: CaptionWords) -> Split | None:
    close = closing_bracket(line, opening)
    credit, rest = line[label.end : close], line[close + 1 :]
    if len(credit) > _LONGEST_CREDIT or not _fills(label, line[opening + 1 : close], rest, words):
        return None
    if fuller := _fuller(credit, rest, words):
        credit, rest = fuller, ""
    before = line[:opening].rstrip()
    text = of_text(before + rest) if _GOES_ON.match(rest) else joined(before, rest)
    return Split(text=text, label=_text(label), credit=of_credit(credit))


def _fuller(credit: str, rest: str, words: CaptionWords) -> str | None:
    """What further brackets credit that name whom the first do: "(A/AFP) (A/AFP via B)"."""
    rest = rest.strip()
    if rest[:1] not in ("(", "[") or len(rest) > _LONGEST_CREDIT:
        return None
    split = announced(rest, words)
    if split is None or split.text or not split.credit:
        return None
    first, second = names_of(credit, words), names_of(split.credit, words)
    return split.credit if first and first <= second else None


def names_of(credit: str, words: CaptionWords) -> set[str]:
    """Everybody a credit names, in letters to compare."""
    found = read_credit(credit, words=words)
    return {*map(key, found.photographers), *map(key, found.agencies)}


def _fills(label: Label, inside: str, rest: str, words: CaptionWords) -> bool:
    """Whether a label and a credit fill the brackets they stand in."""
    credit = inside[len(inside) - len(inside.lstrip()) :]
    credit = credit[label.end - label.start :] if label.kind != "courtesy" else credit
    if label.kind in ("colon", "sign", "courtesy"):
        return bool(credit.strip())
    if label.kind == "bare" and (key(inside) in words.nobody or rest.strip(" .")):
        return key(inside) not in words.nobody and weight(credit, words) > 1
    return weight(credit, words) > 0


def _whole(before: str, after: str, label: Label, words: CaptionWords) -> Split | None:
    """Everything behind the label is the credit."""
    if len(after) > _LONGEST_CREDIT or not after.strip():
        return None
    if not before.strip() and _is_seen(after, label, words):
        return None
    found = weight(after, words)
    needed = 1
    if label.kind == "bare":
        name = label.text or ""
        loud = (name.endswith(".") or not name[:1].islower()) and not after.rstrip().endswith(".")
        needed = 1 if before.strip() and loud else 2
    if label.kind == "courtesy":
        found = _supplied(before, after[len(label.text or "") :], words)
    if found < needed:
        return None
    text = of_text(before)
    if plain(text).count("(") > plain(text).count(")") and after.rstrip().endswith(")"):
        text += ")"  # "(left, photo by …)"
    return Split(text=text, label=_text(label), credit=of_credit(after))


def _is_seen(after: str, label: Label, words: CaptionWords) -> bool:
    """Whether what stands before an agency in brackets is what the picture shows, and no name.

    That is "Photo: The mayor of Elmwood (Agency)", but not "Photo: City of Elmwood (Agency)".
    Without capitals a label with a colon is all that tells a name.
    """
    behind = _BEHIND.fullmatch(plain(after))
    said = key(label.text or "")
    if behind is None or "/" in behind[1]:
        return False
    if not has_case(behind[1]):
        return label.kind == "bare" and said.partition(" ")[0] in _PICTURES
    if said not in _PICTURES or read_credit(behind[1], words=words).photographers:
        return False
    parts = [part.strip(".,").lower() for part in behind[1].split()]
    named = kind_of(behind[1], words) in (Kind.KNOWN, Kind.NOBODY)
    return len(parts) > _HEADLINE_WORDS and not named and words.organisations.isdisjoint(parts)


def _supplied(before: str, owner: str, words: CaptionWords) -> int:
    """Whether what follows "courtesy of" can be whoever supplied the picture."""
    if weight(owner, words):
        return 1
    short = len(owner.split()) <= _MOST_WORDS and not _SENTENCE.search(owner)
    return int(short and bool(before.strip()))


def _text(label: Label) -> str | None:
    return None if label.kind == "courtesy" else label.text


def _mixed(
    before: str, after: str, label: Label, words: CaptionWords, *, leading: bool
) -> Split | None:
    """The label stands before a credit and more text, or before the caption."""
    if label.kind in ("bare", "courtesy"):
        return None
    if split := _sentence(before, after, label, words):
        return split
    if leading and (split := _caption_behind(before, after, label, words)):
        return split
    if split := credit_first(after, words, announced=True):
        return Split(text=joined(before, split.text), label=label.text, credit=split.credit)
    return _told(before, after, label, words) or _unlike(before, after, label)


def _sentence(before: str, after: str, label: Label, words: CaptionWords) -> Split | None:
    """A credit, a full stop or a dash, and the caption or a note goes on."""
    for needed, ends in ((1, _SENTENCE), (2, _DASH)):
        for end in ends.finditer(after[:_LONGEST_CREDIT]):
            credit, rest = after[: end.start()], after[end.end() :]
            if len(credit.split()) <= _MOST_WORDS and weight(credit, words) >= needed:
                return Split(text=joined(before, rest), label=label.text, credit=of_credit(credit))
    return None


def _caption_behind(before: str, after: str, label: Label, words: CaptionWords) -> Split | None:
    """The label leads the caption; a headline before it is repeated and no part of it."""
    repeated = label.after_break or len(before.split()) >= _HEADLINE_WORDS
    if label.kind != "colon" or not repeated:
        return None
    split = announced(after, words, leading=False) or unmarked(after, words)
    if split is None or not _is_caption(split.text, words):
        return None
    if of_credit(after).startswith(split.credit or " ") and not of_text(after).startswith(
        split.text[:20]
    ):
        return None  # the credit comes first; what follows may be a note
    text = joined(before, split.text) if _SENTENCE_END.search(before) else split.text
    return Split(text=text, label=label.text, credit=split.credit)


def _is_caption(text: str, words: CaptionWords) -> bool:
    """Whether a text is long enough for a caption, or a sentence and no name."""
    count = len(text.split())
    ended = count > 1 and _SENTENCE_END.search(text) is not None
    return count >= _HEADLINE_WORDS or (ended and not weight(text, words))


def _told(before: str, after: str, label: Label, words: CaptionWords) -> Split | None:
    """A word for a picture that leads the line, and a few words of what is seen."""
    if before.strip() or label.kind != "colon" or key(label.text or "") not in _PICTURES:
        return None
    behind = _BEHIND.fullmatch(plain(after))
    told = after[: behind.end(1)] if behind else after
    if not _tells(told, words) or len(after) > _LONGEST_CREDIT:
        return None
    if behind and weight(behind[2], words):
        credit = after[behind.start(2) : behind.end(2)]
        return Split(text=of_text(told), label=label.text, credit=of_credit(credit))
    # "supplied by the family of the girl" goes on from the label; a sentence begins.
    return None if told.lstrip()[:1].islower() else Split(text=of_text(after), label=label.text)


def _tells(text: str, words: CaptionWords) -> bool:
    """Whether words are those of a sentence, and not of a name or an office."""
    parts = [part for part in text.split() if part[0].islower()]
    low = {part.strip(".,").lower() for part in text.split()}
    small = (words.small, words.particles, words.nobody)
    said = [part for part in parts if not any(part in each for each in small)]
    return len(said) >= _TELLING and words.organisations.isdisjoint(low)


def _unlike(before: str, after: str, label: Label) -> Split | None:
    """What follows looks like no credit; short, it is one by its label, long, the caption."""
    count = len(after.split())
    if label.kind == "by" or not count:
        return None
    short = count <= _FEW_WORDS
    placed = label.after_break or ((label.text or "")[:1].isupper() and short)
    fits = count <= _MOST_WORDS and len(after) <= _LONGEST_CREDIT
    if placed and fits and (short or before.strip()):
        return Split(text=of_text(before), label=label.text, credit=of_credit(after))
    if not before.strip():
        return Split(text=of_text(after), label=label.text)
    return None
