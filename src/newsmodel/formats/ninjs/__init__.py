"""ninjs: IPTC's "News in JSON", the trade's exchange format between systems.

Documents of versions 1.0 to 3.1 are read, 1.6, 2.1 and 3.1 are written. What a version cannot say
`losses` lists; what a document says beyond the standard is carried and put back.
"""

from newsmodel.formats.ninjs.checking import check
from newsmodel.formats.ninjs.verbs import dump, dumps, iterload, load, loads, losses

__all__ = ["check", "dump", "dumps", "iterload", "load", "loads", "losses"]
