"""Text read in the wrong encoding: what UTF-8 looks like then.

UTF-8 writes a character as a byte that leads and others that follow. Read as Windows-1252 each
becomes a character of its own: `é` two, of which the first is `Ã`, a dash three, of which the first
is `â`. What may follow is worked out from each encoding; what stands after such a letter in good
text too, as dashes and quotation marks do, counts only within a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

__all__ = ["GARBLED", "PLAIN", "TAME", "garbled", "garbling_in"]

Range: TypeAlias = tuple[str, str]
"""The first character and the last."""

_BYTES = bytes(range(0x80, 0xC0))
_CONTROLS = _BYTES[:0x20].decode("latin-1")
_COMMON = "\xa0«»‘’“”‹›–—…•™˜"


def _following(encoding: str, but: str = "") -> str:
    """What the bytes that follow become, without some characters."""
    known = _BYTES.decode(encoding, "ignore")
    return _CONTROLS + "".join([sign for sign in known if sign not in but])


_ANY = f"[{_following('cp1252')}]"
_ODD = f"[{_following('cp1252', _COMMON)}]"
_CENTRAL = f"[{_following('cp1250', _COMMON + 'ŠŚŤŽŹ')}]"
_CYRILLIC = f"[РС][{_following('cp1251')}]"
_NO_WORD = f"[РС][{_following('cp1251', _COMMON + 'ІіЇїЄєҐґЁё')}]"
_THREE = f"(?=(?:{_CYRILLIC}){{0,2}}{_NO_WORD})(?:{_CYRILLIC}){{3}}"
_CHINESE = "[锛銆鐨][^\n]{0,60}[锛銆鐨]"
_HALF = "(?:縺|繧(?!繝)|(?<!繧)繝)"  # 繧繝 is a word
_JAPANESE = rf"{_HALF}[^\n]{{0,3}}{_HALF}"
_MAC = "[©®†¢£§•¶ß™´¨≠ÆØÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü]"

# By the sign without which there is no match: looking for one is quick. Where what follows a letter
# is common, the letters around must be small; `.` in what is looked back at is the letter itself.
_BEFORE = 6  # a match begins so many characters before its sign, at most
GARBLED = {
    "Â": r"Â(?:[\x80-\x9f¡-¿](?![À-ÿ])|(?<![A-Z].)\xa0|(?<=[a-z\d.,:;!?].)\s)",
    "Ã": rf"Ã(?:[\x80-\x9f¡-º¼-¿](?![À-ÿ])|(?<![A-ZÀ-Þ].)»(?![À-ÿ])|(?![¡-¿]){_ODD}"
    r"|(?<![A-ZÀ-Þ].)\xa0"
    r"|(?<![A-ZÀ-Þ].)[–—‘’“”…™˜•›](?=[a-zß-ÿ])|(?<=[a-z].)[–—‘’“”…™˜•›\s.,])",
    "Ä": f"Ä(?:{_ODD}|[‘›™ŚŤŹ](?=[a-z])|(?<=[a-z].)[…“”‘›™])",
    "Å": f"Å(?:(?![²³]){_ODD}|(?<=[A-Za-zÀ-ž].)[²³]|[›™](?=[a-z])|(?<=[a-z].)[“”›™])",
    "È": "È(?:[›™](?=[a-z])|(?<=[a-z].)[›™])",
    "Ĺ": f"Ĺ(?:{_CENTRAL}|[›™](?=[a-z])|(?<=[a-z].)[›™])",
    "Ă": f"Ă(?:[{_CONTROLS}ˇłş§¤´¶˝Ľ¨±¬\xad](?![A-Z])|(?<=[a-z].)[©®«»])",
    "â": f"â(?:€{_ANY}|\x80[\x90-\xbf]|‚¬|„¢|[ˆ†œ]{_ANY})",
    "ï": "ï(?:»¿|¿½|¼[Œš›‰ˆ])",
    "Ð": f"Ð{_ANY} ?[ÐÑ]{_ANY}",
    "Ñ": f"Ñ{_ANY} ?[ÐÑ]{_ANY}",
    "Î": f"Î{_ANY} ?[ÎÏ]{_ANY}",
    "Ï": f"Ï{_ANY} ?[ÎÏ]{_ANY}",
    "×": f"×{_ANY} ?×{_ANY}",
    "Ø": f"Ø{_ANY} ?[ØÙÚÛ]{_ANY}",
    "Õ": f"Õ{_ANY} ?[ÔÕÖ]{_ANY}",
    "ƒ": f"[áã]ƒ{_ANY}",
    "‚": f"ã‚{_ANY}|ã€‚|‚Ä[ôúùòìîì¶]|{_THREE}",
    "¸": f"à¸{_ANY}à",
    "¤": f"à¤{_ANY}à",
    "¦": f"à¦{_ANY}à",
    "Ÿ": f"ðŸ{_ANY}",
    "‹": "ë‹¤",
    "ѕ": _THREE,
    "Ђ": "вЂ[™њќ¦“”˜љў]",
    "√": f"√{_MAC}",
    "锛": _CHINESE,
    "銆": _CHINESE,
    "锟": "锟斤拷",
    "縺": _JAPANESE,
    "繧": _JAPANESE,
    "繝": _JAPANESE,
}
"""What garbled text looks like, by the signs of it."""
_RAW = re.compile(
    "[\xc2-\xdf][\x80-\x9f]|\xf0[\x90-\x9f]"
    "|[\xe0-\xef](?:[\x80-\x9f][\x80-\xbf]|[\xa0-\xbf][\x80-\x9f])"
)
"""The same in ISO 8859-1, which makes them control characters."""
_PATTERNS = tuple([(sign, re.compile(pattern)) for sign, pattern in GARBLED.items()])

_SEEN = (
    (" ", "~"), ("\xa0", "\u180d"), ("\u180f", "\u200a"), ("\u200c", "\u2027"),
    ("\u202f", "\u205f"), ("\u206a", "\u3163"), ("\u3165", "\udfff"), ("\uf900", "\ufefe"),
    ("\uff00", "\ufff8"), ("\ufffe", "\U000dffff"), ("\U000e0080", "\U000effff"),
    ("\0", "\x1f"), ("\x85", "\x85"), ("\u2065", "\u2065"),
)  # fmt: skip
"""Without what nobody sees, what controls or changes the direction of text, what stands for lost
characters, and what only one font knows.

To say what there is, the most frequent first, is quicker than to look for what there is not.
"""


def _without(ranges: Iterable[Range], signs: Iterable[str]) -> Iterator[Range]:
    """Ranges of characters, some characters left out."""
    for first, last in ranges:
        start = first
        for sign in sorted(signs):
            if start <= sign <= last:
                yield start, chr(ord(sign) - 1)
                start = chr(ord(sign) + 1)
        yield start, last


def _made_of(ranges: Iterable[Range]) -> re.Pattern[str]:
    """Any text of characters in some ranges."""
    spans = [f"{re.escape(first)}-{re.escape(last)}" for first, last in ranges if first <= last]
    return re.compile(f"[{''.join(spans)}]*")


PLAIN = _made_of(_SEEN)
"""Text in which no character is seldom meant."""
TAME = _made_of(_without(_SEEN, GARBLED))
"""Plain text without a sign of having been garbled: nearly all there is."""


def garbled(text: str) -> re.Match[str] | None:
    """The first place that looks like UTF-8 read in another encoding."""
    patterns = () if TAME.fullmatch(text) else garbling_in(text, odd=True)
    matches = [match for pattern in patterns if (match := pattern.search(text))]
    return min(matches, key=re.Match.start, default=None)


def garbling_in(text: str, *, odd: bool) -> list[re.Pattern[str]]:
    """The patterns of what was garbled that match somewhere in a text.

    Args:
        text: the text.
        odd: whether it may hold characters that are seldom meant.
    """
    signs = [(text.find(sign), pattern) for sign, pattern in _PATTERNS]
    found = [p for at, p in signs if at >= 0 and p.search(text, max(0, at - _BEFORE))]
    return [*found, _RAW] if odd and _RAW.search(text) else found
