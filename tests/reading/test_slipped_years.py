"""Years that are slips, in drafts on a subject that ships with nobody (`slipped-years.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from fine_packs import fine_pack
from subject_drafts import flagged

from factcheck.reference.ask.reference import Reference

CASES = tomllib.loads(Path(__file__).with_name("slipped-years.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The pack in per cent, most of it four digits."""
    return fine_pack(tmp_path_factory.mktemp("packs") / "fine", "percent", 5)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_year_is_flagged_where_its_figures_are_of_another(case: dict[str, object], reference: Reference) -> None:
    assert [list(one) for one in flagged(str(case["text"]), reference)] == case["findings"]
