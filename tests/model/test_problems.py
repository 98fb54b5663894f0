"""How bad problems are."""

from __future__ import annotations

import operator
from itertools import permutations
from typing import Any

import pytest

from newsmodel import Severity

RISING = [Severity.INFO, Severity.WARNING, Severity.ERROR]


def test_severities_are_ordered_by_gravity() -> None:
    for order in permutations(RISING):
        assert sorted(order) == RISING
        assert max(order) is Severity.ERROR
        assert min(order) is Severity.INFO
    assert [each for each in RISING if each >= Severity.WARNING] == RISING[1:]
    assert [each for each in RISING if each <= Severity.WARNING] == RISING[:2]
    assert not Severity.ERROR > Severity.ERROR
    assert not Severity.INFO < Severity.INFO


def test_words_for_severities_are_ordered_with_them() -> None:
    assert [each for each in RISING if each >= "warning"] == RISING[1:]
    assert [each for each in RISING if operator.lt("warning", each)] == [Severity.ERROR]
    assert {"error": 1}[Severity.ERROR] == 1


@pytest.mark.parametrize("other", ["grave", "WARNING", None, 3])
@pytest.mark.parametrize("compared", [operator.lt, operator.le, operator.gt, operator.ge])
def test_what_is_no_severity_has_no_place_in_their_order(compared: Any, other: Any) -> None:
    for pair in ((Severity.ERROR, other), (other, Severity.ERROR)):
        with pytest.raises(TypeError, match="no place in the order of severities: info, warning"):
            compared(*pair)
