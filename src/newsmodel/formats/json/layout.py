"""The layout of a document."""

FORMAT = "json"
VERSION_KEY = "newsmodel"
TYPE_KEY = "type"
MAJOR = 1
VERSION = f"{MAJOR}.0"
