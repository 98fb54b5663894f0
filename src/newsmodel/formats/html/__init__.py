"""HTML: pages for readers, and articles out of pages.

A page is made of what readers may see (`newsmodel.public`). What HTML cannot say of it stands in
one data island, so that a page the library wrote comes back whole; text edited in the page counts.
"""

from newsmodel.formats.html.checking import check
from newsmodel.formats.html.verbs import (
    dump,
    dump_site,
    dumps,
    head,
    iterload,
    json_ld,
    load,
    loads,
    losses,
    stylesheet,
)

__all__ = [
    "check",
    "dump",
    "dump_site",
    "dumps",
    "head",
    "iterload",
    "json_ld",
    "load",
    "loads",
    "losses",
    "stylesheet",
]
