"""A measure that goes below zero: the text writes its size, behind a sign or a word that says which way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from factcheck.api import check_text
from factcheck.cli.reference.pack_tests import run_tests
from factcheck.reference.ask.reference import load
from factcheck.reference.load.compile import diagnose
from factcheck.reference.packs.shipped import gazetteers

PACK = Path(__file__).parent / "growth"


def test_the_pack_is_sound_and_judges_its_sentences() -> None:
    assert diagnose([PACK], gazetteers()).errors == ()
    assert run_tests([PACK], gazetteers()) == (7, ())


def test_figures_below_zero_are_read_and_mended_by_their_size() -> None:
    draft = "Pertumbuhan ekonomi Bali pada 2020 minus 9,43 persen, Riau minus 1,13 persen."
    reference, _ = load([*gazetteers(), PACK])
    report = check_text(draft, published=date(2023, 5, 1), reference=reference)
    assert [(one.claim.subject, one.verdict) for one in report.claims] == [("51", "contradicted"), ("14", "supported")]
    assert [[way.replacement for way in finding.suggestions] for finding in report.findings] == [["9,34"]]
