"""The model as plain data (dictionaries, lists, strings, numbers) and back.

The only place that knows how objects are converted. Names are those of the classes; fields equal
to their default are left out; where a field admits several classes, `type` names the class; runs
of plain text are plain strings; times are ISO 8601 strings. Reading is strict: nothing is coerced,
and everything that is wrong is reported at once, each with its path.
"""

from newsmodel.plain.objects import PlainObject, objects_in
from newsmodel.plain.reading import MAX_DEPTH, from_plain, refuse_depth
from newsmodel.plain.schema import Schemas
from newsmodel.plain.thorough import member
from newsmodel.plain.values import shown
from newsmodel.plain.writing import (
    TooDeep,
    UnusualFloat,
    fields_to_plain,
    number,
    to_plain,
)

__all__ = [
    "MAX_DEPTH",
    "PlainObject",
    "Schemas",
    "TooDeep",
    "UnusualFloat",
    "fields_to_plain",
    "from_plain",
    "member",
    "number",
    "objects_in",
    "refuse_depth",
    "shown",
    "to_plain",
]
