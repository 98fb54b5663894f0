"""What is read, to the letter: nothing of it changes unless somebody meant it to."""

from __future__ import annotations

import json as plain_json
from pathlib import Path
from typing import Any

from newsmodel.formats import json, ninjs
from tests.formats.ninjs import documents
from tests.kept import assert_kept

HERE = Path(__file__).parent / "read.json"


def told(document: Any) -> Any:
    """The article of a document as plain data, with what is found wrong with it."""
    article = ninjs.loads(plain_json.dumps(document))
    found = [str(each) for each in article.findings]
    return plain_json.loads(json.dumps(article)) | {"found": found}


def test_documents_are_read_as_they_were() -> None:
    known = {name: told(document) for name, (_, document) in documents.ALL.items()}
    lines = plain_json.dumps(known, ensure_ascii=False, indent=1).splitlines()
    assert_kept(HERE, lines)
