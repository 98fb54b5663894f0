"""Bodies in NITF, the markup of many agencies before HTML (NITF 3.6), of any namespace or none."""

from newsmodel.formats._shared.nitf.reading import NitfBody, NitfImage, read

__all__ = ["NitfBody", "NitfImage", "read"]
