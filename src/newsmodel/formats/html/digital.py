"""How a thing was made: IPTC's digital source types, and schema.org's members for them."""

from __future__ import annotations

__all__ = ["code_of", "member_for"]

_CODES = frozenset(
    "algorithmicMedia algorithmicallyEnhanced compositeCapture composite compositeSynthetic "
    "compositeWithTrainedAlgorithmicMedia dataDrivenMedia digitalArt digitalCapture "
    "minorHumanEdits multiFrameComputationalCapture negativeFilm positiveFilm print "
    "screenCapture trainedAlgorithmicMedia virtualRecording".split()
)
"""IPTC's codes of which schema.org knows a member."""
_BEFORE = {"digitalCreation": "digitalArt", "humanEdits": "minorHumanEdits"}
"""What took the place of codes that IPTC retired, and schema.org still has."""
_END = "DigitalSource"


def code_of(value: str) -> str | None:
    """The code that an address, a qcode, or the name of a member means; None for another word."""
    word = value.strip().rstrip("/").rpartition("/")[2].rpartition(":")[2]
    if word.endswith(_END):
        word = word.removesuffix(_END)
        word = word[:1].lower() + word[1:]
    return word if word in _CODES or word in _BEFORE else None


def member_for(value: str) -> str | None:
    """The address of schema.org's member for the same."""
    code = code_of(value)
    if code is None:
        return None
    code = _BEFORE.get(code, code)
    return f"https://schema.org/{code[0].upper()}{code[1:]}{_END}"
