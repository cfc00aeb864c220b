"""Two packs of one subject, an index and one of its aspects: which a figure is of is what its place speaks of, in
whatever order the packs were asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fine_packs import PACK

from factcheck import check_text
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs

ENTITIES = ("15", "14", "17", "18", "51", "81")
INDEX = ("61.40", "63.70", "58.20", "57.90", "71.30", "72.80", "49.60", "52.10", "80.50", "81.20", "44.30", "46.10")
ASPECT = ("70.15", "71.25", "66.35", "64.45", "59.55", "60.65", "82.75", "83.85", "77.95", "78.05", "68.15", "69.25")


def _pack(folder: Path, name: str, words: str, values: tuple[str, ...]) -> Path:
    """A pack of a measure, one value for each year and region."""
    shutil.copytree(PACK, folder)
    descriptor = folder / "datapackage.json"
    told = descriptor.read_text(encoding="utf-8").replace("angka-melek-peta", name).replace("angka melek peta", words)
    told = told.replace('"without-words"', f'"{name}"').replace('"decimals": 1', '"decimals": 2')
    descriptor.write_text(told.replace('"unit": "percent",', ""), encoding="utf-8")
    table = folder / "facts.csv"
    head = table.read_text(encoding="utf-8").splitlines()[0].replace("angka-melek-peta", name)
    slots = [(entity, year) for entity in ENTITIES for year in ("2021", "2022")]
    rows = [f"{one},{year},{value},karangan,,,," for (one, year), value in zip(slots, values, strict=True)]
    table.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["index first", "aspect first"])
def reference(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The packs that ship with the two, in either order."""
    folder = tmp_path_factory.mktemp("packs")
    both = [
        _pack(folder / "index", "indeks-ramah", "indeks ramah", INDEX),
        _pack(folder / "aspect", "aspek-sopan", "aspek sopan", ASPECT),
    ]
    found, problems = load([*shipped_packs(), *(both if request.param == "index first" else reversed(both))])
    assert problems == ()
    return found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Indeks ramah 2022 dirilis bersama aspek sopan. Jambi 2022: indeks ramah 63,70. Pada 2021 angkanya 61,40.",
            [("indeks-ramah", "63.70", "2022"), ("indeks-ramah", "61.40", "2021")],
            id="goes on with what was named last",
        ),
        pytest.param(
            "Aspek sopan 2022 dirilis bersama indeks ramah. Jambi 2022: aspek sopan 71,25. Pada 2021 angkanya 70,51.",
            [("aspek-sopan", "71.25", "2022"), ("aspek-sopan", "70.51", "2021")],
            id="also where a figure is a slip away",
        ),
        pytest.param(
            "Jambi meraih nilai aspek sopan dalam indeks ramah 2022. Nilainya 71,25. Pada 2021 baru 70,51.",
            [("aspek-sopan", "71.25", "2022"), ("aspek-sopan", "70.51", "2021")],
            id="of a part and what it is a part of the part",
        ),
        pytest.param(
            "Aspek sopan 2022 dirilis.\n\nJambi meraih 63,70 dalam indeks ramah 2022.",
            [("indeks-ramah", "63.70", "2022")],
            id="what is named behind a figure in its sentence",
        ),
    ],
)
def test_a_figure_is_of_the_measure_spoken_of(
    text: str, claims: list[tuple[str, str, str]], reference: Reference
) -> None:
    read = (judged.claim for judged in check_text(text, reference=reference).claims)
    assert [(one.measure, str(one.value), one.period) for one in read if one.measure] == claims


def test_a_rank_is_of_the_measure_of_its_place(reference: Reference) -> None:
    text = "Indeks ramah Jambi 2022 63,70. Aspek sopannya 71,25, dan daerah itu peringkat dua.\n\nJambi peringkat satu."
    ranks = [one.claim for one in check_text(text, reference=reference).claims if one.claim.kind == "rank"]
    assert [one.pack for one in ranks] == ["aspek-sopan", "aspek-sopan"]
