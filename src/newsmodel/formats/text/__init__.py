"""Plain text: a page's text as pasted, and text a reader would want.

Reading finds the language switcher, the headline, captions with their credits, headings, lists and
quotations. Writing leaves out what plain text has no place for; `losses` lists it.
"""

from newsmodel.formats.text.reading import iterload, load, loads
from newsmodel.formats.text.writing import dump, dumps, losses

__all__ = ["dump", "dumps", "iterload", "load", "loads", "losses"]
