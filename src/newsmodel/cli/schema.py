"""`newsmodel schema`."""

from __future__ import annotations

import json as plain

from newsmodel.cli.report import OK, say

__all__ = ["schema"]


def schema() -> int:
    """Print the JSON Schema of newsmodel's JSON."""
    from newsmodel.formats import json  # noqa: PLC0415  # keeps --help quick

    say(plain.dumps(json.schema(), ensure_ascii=False, indent=2))
    return OK
