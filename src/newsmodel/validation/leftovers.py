"""What is left over in texts from where they were written, whoever has them: an article or a page.

Each pattern stands by a sign without which there is no match: looking for one is quick.
"""

from __future__ import annotations

import re
from typing import TypeAlias

__all__ = ["MARKUP", "SIGNS", "TEMPLATES", "Signs"]

Signs: TypeAlias = tuple[tuple[str, re.Pattern[str]], ...]
"""Patterns, each with the sign without which there is no match."""

# HTML, and what agencies' texts hold: NITF and XHTML of word processors.
_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|big|block|blockquote|body|br|button|center|chron|cite|code|div|em"
    r"|figcaption|figure|font|footer|h[1-6]|head|header|hl[12]|hr|html|i|iframe|img|input|ins|li"
    r"|link|location|main|mark|media(?:-\w+)?|meta|money|nav|nitf|num|object|ol|org|p|person|picture"
    r"|postaddr|pre|q|s|script|section|small|source|span|strike|strong|style|sub|sup|svg|table"
    r"|tagline|tbody|td|th|thead|time|tr|u|ul|video|virtloc|(?:[movw]|st1):\w+)(?:\s[^<>]*|\s*/)?>"
    r"|<!--|<!\[|<!DOCTYPE|<\?xml",
    re.IGNORECASE,
)
# `[caption id="1"]`, `[youtube https://…]`, `[/caption]`; `[video]` is what headlines say.
_SHORTCODE = re.compile(
    r"\[(?:[a-z][\w-]{1,30}\s(?:[^\[\]=]{0,60}\s)?[\w-]{1,30}=[\"'“”„″][^\[\]]{0,300}"
    r"|(?:audio|embed|facebook|instagram|soundcloud|tweet|twitter|video|vimeo|youtube)\s+"
    r"https?://[^\[\]\s]{1,300}|/[a-z][\w-]{0,30})\]"
)

MARKUP: Signs = (
    ("<", _TAG),
    ("[", _SHORTCODE),
    ("[", re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?://|mailto:)[^()\s]{1,500}\)")),
    # What stands before the signs is looked at after them: a pattern that begins with them is found
    # ten times as fast.
    ("**", re.compile(r"\*\*(?<![\w*]\*\*)(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])")),
    ("##", re.compile(r"(?m)^\s{0,3}#{2,6} (?=\w)[^\n#]{1,200}$")),
)
"""Markup of pages, of editorial systems, and of those who write Markdown."""

TEMPLATES: Signs = (
    ("{", re.compile(r"\{\{\s{0,9}[\w.|$][^{}]{0,99}\}\}|\$\{\w[\w.]{0,60}\}")),
    ("{", re.compile(r"\{%-?\s{0,9}\w[^{}%]{0,99}%\}")),
    ("<", re.compile("<%=")),
    ("%%", re.compile(r"%%[A-Za-z]\w{1,40}%%")),
    ("[", re.compile(r"\[object Object\]|\[(?i:insert|tbd|tbc|todo)\b[^\]]{0,99}\]")),
    ("undefined undefined", re.compile(r"\bundefined undefined\b")),
    ("orem ipsum", re.compile("(?i:lorem ipsum)")),
    ("TK", re.compile(r"\bTK ?TK\b")),
)
"""What somebody or a program was to fill in."""

SIGNS = ("&", *dict.fromkeys(sign for sign, _ in (*MARKUP, *TEMPLATES)))
"""Without one of these there is no markup, no entity and nothing to fill in."""
