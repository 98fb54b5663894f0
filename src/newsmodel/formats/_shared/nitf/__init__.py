"""Bodies in NITF, the markup of many agencies before HTML (NITF 3.6), of any namespace or none."""

from newsmodel.formats._shared.nitf.elements import when
from newsmodel.formats._shared.nitf.images import NitfImage
from newsmodel.formats._shared.nitf.reading import NitfBody, read
from newsmodel.formats._shared.nitf.strings import is_nitf, nitf_in, with_nitf

__all__ = ["NitfBody", "NitfImage", "is_nitf", "nitf_in", "read", "when", "with_nitf"]
