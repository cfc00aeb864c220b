"""Which source is preferred, by table and by property."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Fact, Value
from factcheck.reference.content.preferred import by_trust, rounds, settle

CASES = tomllib.loads((Path(__file__).parent / "cases/settle.toml").read_text(encoding="utf-8"))["case"]


def fact(value: str, level: int, source: str) -> Fact:
    parsed: Value = Decimal(value) if value[0].isdigit() else value
    return Fact("pack", "score", "1", "2023", parsed, source, f"{source}:{value}", trust=level)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_settling(case: dict[str, Any]) -> None:
    settled = settle(fact(*said) for said in case["said"])
    assert {str(item.value): item.trust for item in settled} == case["settled"]


NUMBERS = st.decimals(min_value=0, max_value=100, places=2).map(str)
SAID = st.lists(st.tuples(NUMBERS, st.integers(0, 3), st.sampled_from(["a", "b", "c", "d"])), min_size=1, max_size=8)


@given(SAID, st.randoms())
def test_the_order_of_the_rows_does_not_matter(said: list[tuple[str, int, str]], random: Any) -> None:
    facts = [fact(*one) for one in said]
    shuffled = facts[:]
    random.shuffle(shuffled)

    def preferred(many: list[Fact]) -> set[Value]:
        return {one.value for one in settle(many) if one.trust == 0}

    assert preferred(facts) == preferred(shuffled)


@given(SAID)
def test_no_row_is_lost_and_somebody_is_preferred(said: list[tuple[str, int, str]]) -> None:
    facts = [fact(*one) for one in said]
    settled = by_trust(settle(facts))
    assert {(one.value, one.source) for one in settled} == {(one.value, one.source) for one in facts}
    assert settled[0].trust == 0
    assert [one.trust for one in settled] == sorted(one.trust for one in settled)


@given(st.decimals(min_value=0, max_value=1000, places=2), st.integers(0, 1))
def test_every_rounding_agrees_with_what_was_rounded(exact: Decimal, places: int) -> None:
    rough = exact.quantize(Decimal(1).scaleb(-places))
    assert rounds(rough, exact)
    assert not rounds(rough + 2, exact)
