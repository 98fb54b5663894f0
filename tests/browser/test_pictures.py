"""Pictures of the page, to be looked at; `NEWSMODEL_PICTURES` names a folder to keep them in."""

from __future__ import annotations

import os
from pathlib import Path

from newsmodel.formats import html
from newsmodel.model import Article
from tests.browser.samples import LATER
from tests.browser.tools import asked, written

LOOKS = ("desktop", "phone", "dark", "print")


def test_a_page_has_a_look_everywhere(tmp_path: Path, whole: Article) -> None:
    folder = Path(os.environ.get("NEWSMODEL_PICTURES", tmp_path))
    versions = {"english": whole, "arabic": whole.in_language("ar")}
    made = [(name, html.dumps(article, at=LATER)) for name, article in versions.items()]
    files = written(tmp_path, made)
    asked("shots.mjs", folder, *(f"{file.stem}={file}" for file in files))
    sizes = [(folder / f"{name}-{look}.png").stat().st_size for name in versions for look in LOOKS]
    assert min(sizes) > 10_000
