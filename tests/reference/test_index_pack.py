"""A pack made from docs/packs.md alone: an index with three components, bands, ranks, growth, and its own sentences."""

from __future__ import annotations

from pathlib import Path

from factcheck.cli.reference.pack_tests import run_tests
from factcheck.reference.load.compile import diagnose
from factcheck.reference.packs.shipped import gazetteers

PACK = Path(__file__).parent / "index"
OPEN = {4, 5, 6, 7, 10, 11, 18, 19}
"""Lines of its tests that are judged otherwise than they say: components eat each other's figures, a word of the scale
that is two words elsewhere, growth. What is mended is taken out; nothing may be added."""


def test_the_pack_is_sound() -> None:
    assert diagnose([PACK], gazetteers()).errors == ()


def test_right_and_wrong_are_told_apart() -> None:
    tried, failed = run_tests([PACK], gazetteers())
    assert tried == 20
    assert {problem.line for problem in failed} <= OPEN
