"""A pack made from docs/packs.md alone: an index with three components, bands, ranks, growth, and its own sentences."""

from __future__ import annotations

from pathlib import Path

from factcheck.cli.reference.pack_tests import run_tests
from factcheck.reference.load.compile import diagnose
from factcheck.reference.packs.shipped import gazetteers

PACK = Path(__file__).parent / "index"


def test_the_pack_is_sound() -> None:
    assert diagnose([PACK], gazetteers()).errors == ()


def test_right_and_wrong_are_told_apart() -> None:
    tried, failed = run_tests([PACK], gazetteers())
    assert tried == 40
    assert failed == ()
