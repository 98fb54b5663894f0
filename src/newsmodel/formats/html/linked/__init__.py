"""Articles as linked data: schema.org's vocabulary, as JSON-LD.

Each module turns one sort of thing into plain data; what is empty is left out. Sources:
schema.org's definitions and IPTC's rNews, which became a part of them.
"""

from newsmodel.formats.html.linked.articles import linked_article

__all__ = ["linked_article"]
