"""Many documents at once, on one core, on all of them, or on a cluster.

`map_articles` applies a function to every article of any number of files, folders and archives;
`convert_all` writes them in other formats. Both take any `concurrent.futures.Executor`, keep only
a few documents in flight, and give what fails as a value: one bad file never stops the rest.
"""

from newsmodel.bulk.converting import convert_all
from newsmodel.bulk.documents import Document, documents
from newsmodel.bulk.mapping import map_articles
from newsmodel.bulk.outcomes import Failure, Outcome, Summary, Written

__all__ = [
    "Document",
    "Failure",
    "Outcome",
    "Summary",
    "Written",
    "convert_all",
    "documents",
    "map_articles",
]
