"""Bodies as XHTML that is also HTML: the same markup in NewsML-G2 and in pages.

Each node class has a tag. What a tag and its attributes cannot say stands in `data-nm-*`
attributes, one a field, and `data-nm` names the class where the tag does not, so that every node
comes back as it was, and text edited in between counts. Markup of other people is read into the
same nodes, and no word of it is lost.
"""

from newsmodel.formats._shared.xhtml.plain import is_data, plain_blocks
from newsmodel.formats._shared.xhtml.reading import BodyReader
from newsmodel.formats._shared.xhtml.strings import (
    has_overfull_tag,
    has_tags,
    is_markup,
    markup_blocks,
)
from newsmodel.formats._shared.xhtml.writing import BodyWriter

__all__ = [
    "BodyReader", "BodyWriter", "has_overfull_tag", "has_tags", "is_data", "is_markup",
    "markup_blocks", "plain_blocks",
]  # fmt: skip
