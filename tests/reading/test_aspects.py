"""An index and an aspect of it, each a pack of its own, in one article: a figure behind a word that may mean either is
of the one that has it, a rank of the one told last."""

from __future__ import annotations

import json

import pytest
from fine_packs import MEASURE, whole_pack
from subject_drafts import flagged, told

from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs

ASPECT = "aspek-legenda"
BEGIN = "Angka melek peta 2022 dirilis. Aceh 4,90, Sumatera Utara 5,25, dan Sumatera Barat 5,30.\n\n"
OTHER = "Untuk aspek legenda, Aceh meraih 14,90. "


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The pack of an index, and beside it one of an aspect, whose figures are ten more, the highest where that is the
    lowest."""
    folder = tmp_path_factory.mktemp("packs")
    whole_pack(folder / "index", "")
    whole_pack(folder / "aspect", "")
    descriptor = folder / "aspect/datapackage.json"
    text = descriptor.read_text("utf-8").replace(MEASURE, ASPECT)
    stated = json.loads(text)
    stated["name"] = ASPECT
    ours = stated["factcheck"]
    ours["subject"] = {"names": {"id": ["aspek legenda"]}, "topics": {"id": ["aspek legenda"]}}
    ours["measures"][ASPECT]["words"] = {"id": ["aspek legenda"]}
    ours["rank"]["order"] = "ascending"
    descriptor.write_text(json.dumps(stated), "utf-8")
    table = folder / "aspect/facts.csv"
    head, *rows = table.read_text("utf-8").splitlines()
    cells = [row.split(",") for row in rows]
    lines = [",".join([*one[:2], str(float(one[2]) + 10), *one[3:]]) for one in cells]
    table.write_text("\n".join([head.replace(MEASURE, ASPECT), *lines]) + "\n", "utf-8")
    found, problems = load([*shipped_packs(), folder / "index", folder / "aspect"])
    assert problems == ()
    return found


def test_a_figure_is_of_the_measure_that_has_it(reference: Reference) -> None:
    read = told(f"{BEGIN}{OTHER}Di Riau nilainya 15,05 pada 2022.", reference, ASPECT)
    assert ("15.05", "14", "2022", "", "supported") in read


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Untuk aspek legenda, Aceh meraih 14,90 dan berada di peringkat 11 dari 34 provinsi.", ("11", "1")),
        ("Di Riau nilainya 15,50 pada 2022.", ("15,50", "15,05")),
    ],
)
def test_a_slip_is_told_of_the_right_one(text: str, slip: tuple[str, str], reference: Reference) -> None:
    assert flagged(f"{BEGIN}{OTHER}{text}", reference) == [slip]


def test_a_rank_is_asked_of_the_pack_told_last(reference: Reference) -> None:
    text = f"{BEGIN}{OTHER}Aceh di peringkat 1 dari 34 provinsi."
    (rank,) = told(text, reference, "rank")
    assert rank[:3] == ("1", "11", "2022")
    assert rank[-1] == "supported"
