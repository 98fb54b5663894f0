"""HTML: pages for readers, and articles out of pages.

A page is made of what readers may see (`newsmodel.public`). What HTML cannot say of it stands in
one data island, so that a page the library wrote comes back whole; text edited in the page counts.
"""

from newsmodel.formats.html.checking import check
from newsmodel.formats.html.verbs import dump, dumps, iterload, load, loads, losses

__all__ = ["check", "dump", "dumps", "iterload", "load", "loads", "losses"]
