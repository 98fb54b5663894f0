"""What alternative texts say, whoever has them: an article or a page."""

from __future__ import annotations

import re

from newsmodel.validation.vocabulary import vague

__all__ = ["says_nothing", "says_same"]

_FILE = re.compile(
    r"[\w%+.-]*\.(?:jpe?g|jfif|png|gif|webp|tiff?|svg|bmp|hei[cf]|avif|jxl|eps|psd)",
    re.IGNORECASE,
)
_CAMERA = re.compile(
    r"(?:img|dscn?|dscf|pict|image|pxl|mvimg|screen ?shot|whatsapp image)[\s_-]?\d+"
    r"(?:[ _.:-]++(?:at|wa)?+ ?+\d++)*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_AROUND = " \t\n\xa0.,:;!…-–—_*#"
_NUMBER = re.compile(r"[\s_-]*(?:\d{1,3}(?:\s?(?:/|of|von|de|di)\s?\d{1,3})?)?$")
_LONG = 40
_MARKS = str.maketrans("", "", "\"'“”„‟«»‹›‘’‚‛「」『』＂")
_ENDS = " .!?…。！？"


def says_nothing(alt: str) -> bool:
    """Whether it is the name of a file, an address, the word for picture, or no words at all."""
    alt = alt.strip()
    if _FILE.fullmatch(alt) or _CAMERA.fullmatch(alt) or _ADDRESS.fullmatch(alt):
        return True
    line = alt.strip(_AROUND).casefold()
    return not line or (len(line) < _LONG and _NUMBER.sub("", line) in vague("alt_texts"))


def says_same(alt: str, *captions: str | None) -> bool:
    """Whether it says what one of some captions does, marks and capitals aside."""
    words = _bare(alt)
    return bool(words) and any(_bare(caption) == words for caption in captions if caption)


def _bare(words: str) -> str:
    return " ".join(words.translate(_MARKS).split()).rstrip(_ENDS).casefold()
