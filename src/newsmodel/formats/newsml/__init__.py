"""NewsML-G2: the exchange format of news agencies (IPTC, version 2.35).

An article is written as a message: a news item for each language version that has text, one for
each picture, video and sound, and, where there are several, a package last that ties them.
"""

from newsmodel.formats.newsml.conformance import check
from newsmodel.formats.newsml.joining import Joined, dump_all, joined
from newsmodel.formats.newsml.parts import part
from newsmodel.formats.newsml.verbs import dump, dumps, iterload, load, loads, loads_message, losses

__all__ = [
    "Joined",
    "check",
    "dump",
    "dump_all",
    "dumps",
    "iterload",
    "joined",
    "load",
    "loads",
    "loads_message",
    "losses",
    "part",
]
