"""Reading does not fall back: floors a little below what docs/reading.md says was measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from measure import Score, measure

HERE = Path(__file__).parent
FLOORS = {"id": (0.95, 0.88, 33), "en": (0.96, 0.93, 5)}
"""Precision, recall, and known errors found, by folder."""


def shares(score: Score) -> tuple[float, float, int]:
    gold, read, right = (sum(counts.values()) for counts in (score.gold, score.read, score.right))
    return right / read, right / gold, score.found


@pytest.mark.parametrize("folder", FLOORS)
def test_claims_are_read_as_well_as_before(folder: str) -> None:
    precision, recall, found = FLOORS[folder]
    now = shares(measure([HERE / folder]))
    assert now[0] >= precision
    assert now[1] >= recall
    assert now[2] >= found


@pytest.mark.parametrize("folder", ["id", "en", "other"])
def test_hardly_an_alarm_is_false(folder: str) -> None:
    assert measure([HERE / folder]).false <= 2
