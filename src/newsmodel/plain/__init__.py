"""The model as plain data (dictionaries, lists, strings, numbers) and back.

The only place that knows how objects are converted. Names are those of the classes; fields equal
to their default are left out; where a field admits several classes, `type` names the class; runs
of plain text are plain strings; times are ISO 8601 strings. Reading is strict: nothing is coerced,
and everything that is wrong is reported at once, each with its path.
"""

from newsmodel.plain.reading import from_plain
from newsmodel.plain.writing import to_plain

__all__ = ["from_plain", "to_plain"]
