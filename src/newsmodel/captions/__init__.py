"""Captions and credits as they are printed: taken apart into who, what and for whom.

`parse_caption` takes a caption line, `read_credit` a credit in an element of its own, and
`parse_captions` all captions of an article.
"""

from newsmodel.captions.articles import parse_captions
from newsmodel.captions.credit import Credit, read_credit
from newsmodel.captions.parse import parse_caption
from newsmodel.captions.words import CaptionWords, caption_words

__all__ = [
    "CaptionWords",
    "Credit",
    "caption_words",
    "parse_caption",
    "parse_captions",
    "read_credit",
]
