"""Changes in points of which no word says what rose by them, in a draft that shows one rate."""

from __future__ import annotations

from pathlib import Path

import pytest
from subject_drafts import flagged, told, with_pack

from factcheck.reference.ask.reference import Reference

PACK = Path(__file__).with_name("without_words")
SHOWN = "Angka melek peta 2022: Bengkulu 72,8 persen, Jambi 63,7 persen, dan Riau 57,9 persen.\n\n"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return with_pack(PACK)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Maluku malah naik {} poin menjadi 47,7 persen.", "2,4"),
        ("Di Maluku ada 47,7 persen, bertambah {} poin dalam setahun.", "3,9"),
        ("Pada 2022 Maluku naik {} poin.", "4,3"),
    ],
)
def test_a_change_that_is_not_that_of_the_rate_beside_it_is_flagged(
    text: str, wrong: str, reference: Reference
) -> None:
    assert flagged(SHOWN + text.format("3,4"), reference) == []
    assert flagged(SHOWN + text.format(wrong), reference) == [(wrong, "3,4")]


@pytest.mark.parametrize(
    "text",
    [
        "Maluku ingin naik 2,4 poin lagi dari 47,7 persen.",
        "Minat baca di Maluku naik 2,4 poin.",
        "Maluku naik 2,4 poin sejak 2019 menjadi 47,7 persen.",
        "Maluku, 47,7 persen, unggul 2,4 poin atas Nusa Tenggara Timur.",
    ],
)
def test_what_may_be_another_change_is_not(text: str, reference: Reference) -> None:
    assert flagged(SHOWN + text, reference) == []


def test_a_change_told_beside_another_rate_is_of_whom_it_stands_behind(reference: Reference) -> None:
    text = f"{SHOWN}Lampung naik dari 49,6 menjadi 52,1 persen, sedangkan Maluku naik 3,4 poin menjadi 47,7 persen."
    assert [one[:3] for one in told(text, reference, "difference")] == [("3.4", "81", "2022")]
