"""A pack with two series of one measure: its own sentences, and what a draft that mixes them is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.api import check_text
from factcheck.cli.reference.pack_tests import run_tests
from factcheck.reference.ask.reference import load
from factcheck.reference.load.compile import diagnose
from factcheck.reference.packs.shipped import gazetteers

PACK = Path(__file__).parent / "series"


def test_the_pack_is_sound_and_judges_its_sentences() -> None:
    assert diagnose([PACK], gazetteers()).errors == ()
    assert run_tests([PACK], gazetteers()) == (9, ())


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (
            "IPM Kota Palu pada 2019 sebesar 80,91, pada 2020 sebesar 81,47, dan pada 2021 sebesar 83,60.",
            "1 of 3 figures are of the series “IPM”, the others of “IPM metode lama”: 83,60.",
        ),
        (
            "IPM Kota Palu pada 2019 sebesar 80,91, pada 2020 sebesar 83,12, dan pada 2021 sebesar 83,60.",
            "1 of 3 figures are of the series “IPM metode lama”, the others of “IPM”: 80,91.",
        ),
    ],
)
def test_the_finding_says_which_figures_are_of_which_series(draft: str, said: str) -> None:
    reference, _ = load([*gazetteers(), PACK])
    report = check_text(draft, published=date(2024, 5, 1), reference=reference)
    assert [(finding.rule, str(finding.message)) for finding in report.findings] == [("mixed-series", said)]
    assert {judged.verdict for judged in report.claims} == {"supported"}
