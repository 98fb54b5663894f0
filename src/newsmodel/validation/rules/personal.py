"""Rules about personal data where readers see it. Opt-in: news is often about people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsmodel.validation.base import PERSONAL_DATA, Finding, rule
from newsmodel.validation.story import Story
from newsmodel.validation.vocabulary import words

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[^\W\d_]{2,24}")
_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:\+|00)\d{1,3}[\s./-]?(?:\(0?\d{1,5}\)[\s./-]?)?\d(?:[\s./-]?\d){5,12}(?![\w-])"
    r"|(?<![\w.,/+-])\(?0\d{1,5}\)?(?: ?/ ?|[ -])\d{2,}(?:[ -]?\d){3,9}(?![\w/-])"
    r"|(?<![\w.,/+-])\(\d{3}\) ?\d{3}-\d{4}(?![\w-])"
    r"|(?<![\w.,/+-])\d{3}([.-])\d{3}\1\d{4}(?![\w-]|\.\d)"
    r"|(?<![\w.,/+-])0\d(?:\.\d\d){4}(?![\w-]|\.\d)"
    r"|(?<![\w.,/+-])8 ?\(\d{3,5}\) ?\d{1,3}(?:[ -]\d\d){2}(?![\w-])"
    r"|(?<![\w.,/+-])8([ -])\d{3}\2\d{3}[ -]\d\d[ -]\d\d(?![\w-])"
    r"|(?<![\w.,/+-])1([.-])\d{3}\3\d{3}\3\d{4}(?![\w-]|\.\d)"
    r"|(?<![\w.,/+-])(?<!ISBN )(?<!ISBN: )(?<!-10 )(?<!-10: )(?<!№)(?<!№ )"
    r"0[1-9]\d{8,9}(?![\w-]|[.,]\d)"
)
_MANY_DIGITS = re.compile(r"\d(?:[\s()./-]{0,3}\d){6}")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_CARD = re.compile(r"(?<![\w./-])\d(?:[ -]?\d){12,18}(?![\w-])")
_DATE = re.compile(
    r"(?<![\d./-])\d{1,2}([./-])\d{1,2}\1\d{2,4}\b(?!\1\d)|(?<![\d./-])\d{4}-\d\d-\d\d"
)

# A large sum: three figures at a time, the first group not begun with 0.
_SUM = re.compile(
    r"(?<![\d+(])(?<!\d )[1-9]\d{0,2}(?: \d{3}){2,}(?![ -]?\d)"
    # With a plus before it: numbers in North America have ten figures behind the 1.
    r"|\+1\d{0,2}(?: \d{3}){2}(?![ -]?\d)|\+[1-9]\d{0,2}(?: 000){2,}(?![ -]?\d)"
)
# The sets of a match, and the numbers of cases by year.
_PAIRS = re.compile(
    r"(?<![\d-])0?\d-0?\d(?:[ ,;]{1,2}0?\d-0?\d)+(?![\d-])|(?<![\d/])0\d/\d{1,5}(?! ?\d|[/-])"
)
_APART = re.compile(r"(\+\d{1,3}(?: \d{1,5})?) - (?=\d)")
_TYPED = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\uff0d", "-")
    | dict.fromkeys("\xa0\u2009\u202f\u3000", " ")
    | {chr(zero + n): str(n) for zero in (0x660, 0x6F0, 0x966, 0xFF10) for n in range(10)}
)
"""The signs of printed numbers, as a typewriter has them."""


def _numbers_in(text: str) -> str:
    """A text as it is searched for telephone numbers: dates, sums and scores left out."""
    typed = _APART.sub(r"\1 ", text.translate(_TYPED))
    if not _MANY_DIGITS.search(typed):
        return ""
    return _PAIRS.sub(" ", _SUM.sub(" ", _DATE.sub(" ", typed)))


def _strings(story: Story) -> Iterator[tuple[str, str]]:
    yield from story.strings
    for spot, field, address in story.addresses:
        if spot.is_public and address.lower().startswith(("mailto:", "tel:")):
            yield f"{spot.path}.{field}", address.partition(":")[2]


@rule(
    "personal-email",
    PERSONAL_DATA,
    source="Regulation (EU) 2016/679 (GDPR), 4 and 5",
    example='body=["Write to olena.marchuk@example.com."]',
)
def personal_email(story: Story) -> Iterable[Finding]:
    """Somebody's own mailbox is found by machines within hours; an office's is meant to be."""
    for path, text in _strings(story):
        for match in _MAIL.finditer(text) if "@" in text else ():
            name, _, host = match[0].partition("@")
            if name.lower() not in words()["office_mailboxes"]:
                yield (
                    path,
                    (
                        f"readers see an e-mail address, {name[:1]}…@{host}: take it out, or make "
                        "sure that its owner agrees"
                    ),
                )


@rule(
    "personal-phone",
    PERSONAL_DATA,
    source="Regulation (EU) 2016/679 (GDPR), 4 and 5",
    example='body=["Call +380 44 123 45 67."]',
)
def personal_phone(story: Story) -> Iterable[Finding]:
    """A number once printed rings for years."""
    for path, text in _strings(story):
        for match in _PHONE.finditer(_numbers_in(text)):
            yield (
                path,
                (
                    f"readers see a telephone number, {_masked(match[0])}: take it out, or make "
                    "sure that its owner agrees"
                ),
            )


@rule(
    "personal-account",
    PERSONAL_DATA,
    source="Regulation (EU) 2016/679 (GDPR), 4 and 5; ISO 13616; ISO/IEC 7812",
    example='body=["Give to DE89 3704 0044 0532 0130 00."]',
)
def personal_account(story: Story) -> Iterable[Finding]:
    """Numbers of bank accounts and payment cards invite fraud."""
    for path, text in _strings(story):
        if not _MANY_DIGITS.search(text):
            continue
        for match in _ACCOUNT.finditer(text):
            if _is_account(match[0]):
                yield path, f"readers see a bank account, {_masked(match[0])}: is that meant?"
        for match in _CARD.finditer(text):
            if _is_card(match[0]):
                yield path, f"readers see a payment card, {_masked(match[0])}: take it out"


def _masked(number: str) -> str:
    """The beginning and the end, enough to find it by."""
    line = number.strip()
    return f"{line[:3]}…{line[-2:]}"


def _is_account(text: str) -> bool:
    """Whether the check digits are right (ISO 13616: the remainder by 97 is 1)."""
    plain = text.replace(" ", "")
    if not 15 <= len(plain) <= 34:
        return False
    digits = "".join(str(int(char, 36)) for char in plain[4:] + plain[:4])
    return int(digits) % 97 == 1


def _is_card(text: str) -> bool:
    """Whether the check digit is right (ISO/IEC 7812-1: the Luhn formula)."""
    digits = [int(char) for char in text if char.isdigit()][::-1]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (
        len(set(digits)) > 1
        and (sum(digits[::2]) + sum(doubled)) % 10 == 0
        and digits[-1] in (3, 4, 5, 6)
    )
