"""newsmodel JSON: every class of the model, whole, readable, strict.

A document is an object with the version of its layout (`"newsmodel": "1.0"`), its class
(`"type": "Article"` or `"Message"`), and the fields of that class by their names.
"""

from newsmodel.formats.json.reading import iterload, load, loads, loads_message
from newsmodel.formats.json.writing import dump, dumps, losses

__all__ = ["dump", "dumps", "iterload", "load", "loads", "loads_message", "losses"]
