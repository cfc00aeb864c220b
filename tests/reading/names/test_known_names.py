"""Names of places and institutions against the reference: with the slips of the press, and as they are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck import check_text

NAMES = tomllib.loads(Path(__file__).with_name("known_names.toml").read_text("utf-8"))
RULES = ("wrong-place", "wrong-institution")
WRONG = [name for table in NAMES.values() for name in table["wrong"]]
RIGHT = [name for table in NAMES.values() for name in table["right"]]


def rules_about(name: str) -> set[str]:
    findings = check_text(f"Acara itu dihadiri warga dari {name} pada pekan lalu.").findings
    return {finding.rule for finding in findings if finding.rule in RULES}


@pytest.mark.parametrize("name", WRONG)
def test_a_slip_in_a_known_name_is_told(name: str) -> None:
    assert rules_about(name)


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_name_and_another_thing_are_left_alone(name: str) -> None:
    assert not rules_about(name)


def test_each_kind_has_as_many_wrong_names_as_right_ones() -> None:
    assert all(len(table[side]) >= 60 for table in NAMES.values() for side in ("wrong", "right"))
