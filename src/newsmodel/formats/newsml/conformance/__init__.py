"""Whether a document conforms to the standard, and where it does not.

What the standard allows stands in `data/models.toml`, as facts; one walk compares a document with
them. Above that stands the lint, rules no schema can express.
"""

from newsmodel.formats.newsml.conformance.checking import check, departures
from newsmodel.formats.newsml.conformance.orders import child_order

__all__ = ["check", "child_order", "departures"]
