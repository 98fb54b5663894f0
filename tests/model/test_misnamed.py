"""Which name was meant."""

from __future__ import annotations

import pytest

from newsmodel.model.misnamed import meant_name

KNOWN = ("headline", "headline_", "version_created", "versionCreated2", "body_", "subjects", "id")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Headline", "headline"),
        ("head-line", "headline"),
        ("versionCreated", "version_created"),
        ("subject", "subjects"),
        ("bodyXhtml", "body_xhtml"),
        ("body-text", "body_text"),
        ("bodytext", None),
        ("body", None),
        ("ID", "id"),
        ("mood", None),
        ("", None),
        ("headline" * 9999, None),
    ],
)
def test_a_name_in_another_form_or_misspelt_is_known(name: str, meant: str | None) -> None:
    assert meant_name(name, KNOWN) == meant
