"""Which claims are read out of a passage, by the table in binding.toml, and what no passage may change."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import extract
from factcheck.model import Claim

TABLE = tomllib.loads((Path(__file__).parent / "binding.toml").read_text("utf-8"))
CASES: list[dict[str, Any]] = TABLE["case"]


def _parameters() -> list[Any]:
    """A case whose `xfail` names a known weakness must go on failing until that is mended."""
    return [
        pytest.param(
            case,
            id=case["name"],
            marks=[pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else [],
        )
        for case in CASES
    ]


def _row(claim: Claim) -> list[str]:
    return [claim.kind, str(claim.value), claim.subject or claim.scope, claim.period]


@pytest.mark.parametrize("case", _parameters())
def test_a_passage_is_read_as_the_press_means_it(case: dict[str, Any]) -> None:
    text = case.get("before", TABLE["before"]) + case["text"]
    found = extract(text, path=f"draft.{case.get('format', 'md')}", published=case.get("published"))
    kinds = case.get("only", [claim.kind for claim in found])
    assert [_row(claim) for claim in found if claim.kind in kinds] == case["claims"]


def test_no_two_cases_have_one_name() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES)
