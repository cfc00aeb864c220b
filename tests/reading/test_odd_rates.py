"""One figure that nothing explains among many right ones of a measure, and figures that two bear together."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from subject_drafts import flagged, values_read, with_pack

from factcheck.reference.ask.reference import Reference

PACK = Path(__file__).with_name("without_words")
MEASURE = "angka-melek-peta"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return with_pack(PACK)


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The pack in which Riau has the figure of Jambi in 2022."""
    folder = tmp_path_factory.mktemp("packs") / "alike"
    shutil.copytree(PACK, folder)
    table = folder / "facts.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("14,2022,57.9", "14,2022,63.7"), encoding="utf-8")
    return with_pack(folder)


SHOWN = (
    "Angka melek peta 2022: Bengkulu 72,8 persen, Jambi 63,7 persen, dan Riau 57,9 persen.\n\n"
    "Setahun sebelumnya Riau 58,2 persen dan Jambi 61,4 persen.\n\n"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Di Maluku angkanya naik 3,4 poin menjadi {} persen.", "47,7"),
        ("Angka di Maluku, kata seorang dosen, sudah menyentuh {} persen.", "47,7"),
        ("Tengoklah Maluku. Dari 44,3 persen angkanya menjadi {} persen.", "47,7"),
        ("Maluku lain cerita: pada 2021 kita di sini masih {} persen.", "44,3"),
        ("Bali dan Maluku masing-masing 81,2 persen dan {} persen.", "47,7"),
        ("Maluku dan Bali berturut-turut {} persen dan 81,2 persen.", "47,7"),
        ("Capaian Bengkulu di atas angka nasional yang {} persen.", "62,4"),
        ("Bengkulu melampaui angka nasional pada tahun itu, {} persen.", "62,4"),
    ],
)
def test_the_one_that_nothing_explains_is_flagged(text: str, found: str, reference: Reference) -> None:
    slipped = f"{int(found[0]) - 1}{found[1:]}"
    assert flagged(SHOWN + text.format(found), reference) == []
    assert flagged(SHOWN + text.format(slipped), reference) == [(slipped, found)]


@pytest.mark.parametrize(
    "text",
    [
        "Di Maluku angkanya naik 3,4 poin menjadi 7,7 persen.",  # a digit less: of something else
        "Maluku pada 2018, dalam survei yang lain, mencatat 74,7 persen.",
        "Maluku membidik 3,4 poin lagi supaya menjadi 74,7 persen.",
        "Bali di atas sasaran nasional yang 26,4 persen.",
        "Televisi: Maluku 91,6 persen, Bali 93,9 persen. Di Maluku radio naik 3,4 poin menjadi 74,7 persen.",
        "Bali dan Maluku melampaui Riau, masing-masing dengan 3 dan 4 kota.",
    ],
)
def test_what_may_be_of_something_else_is_not(text: str, reference: Reference) -> None:
    assert flagged(SHOWN + text, reference) == []


def test_figures_in_step_with_names_are_each_of_its_own(reference: Reference) -> None:
    text = f"{SHOWN}Bali dan Maluku masing-masing 81,2 persen dan 47,7 persen."
    assert {("81.2", "51", "2022"), ("47.7", "81", "2022")} <= {*values_read(text, reference, MEASURE)}


TOGETHER = "Angka melek peta 2022: Bengkulu 72,8 persen, Bali 81,2 persen, dan Lampung 52,1 persen.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Jambi dan Riau sama-sama {} persen.",
        "Riau dan Jambi kembar, {} persen.",
        "Angka Jambi dan Riau persis sama, yaitu {} persen.",
    ],
)
def test_what_two_told_together_bear_is_read_of_both(text: str, alike: Reference) -> None:
    read = {*values_read(TOGETHER + text.format("63,7"), alike, MEASURE)}
    assert {("63.7", "15", "2022"), ("63.7", "14", "2022")} <= read
    assert flagged(TOGETHER + text.format("36,7"), alike) == [("36,7", "63,7")]


def test_so_it_is_of_the_one_named_behind(alike: Reference) -> None:
    text = f"{TOGETHER}Di Jambi angkanya 63,7 persen, persis sama dengan Riau."
    assert {("63.7", "15", "2022"), ("63.7", "14", "2022")} <= {*values_read(text, alike, MEASURE)}


def test_two_who_differ_do_not_share_a_figure(reference: Reference) -> None:
    assert ("63.7", "14", "2022") not in values_read(f"{TOGETHER}Jambi dan Riau 63,7 persen.", reference, MEASURE)
