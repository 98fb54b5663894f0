"""newsmodel JSON: every class of the model, whole, readable, strict.

A document is an object with the version of its layout (`"newsmodel": "1.0"`), its class
(`"type": "Article"` or `"Message"`), and the fields of that class by their names.
"""

from newsmodel.formats.json.checking import check
from newsmodel.formats.json.lines import iterload, load
from newsmodel.formats.json.reading import loads, loads_message
from newsmodel.formats.json.schema import schema
from newsmodel.formats.json.writing import dump, dump_all, dumps, losses

__all__ = [
    "check",
    "dump",
    "dump_all",
    "dumps",
    "iterload",
    "load",
    "loads",
    "loads_message",
    "losses",
    "schema",
]
