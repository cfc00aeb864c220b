"""Who was there in a year, and what lay in what: the provinces that ship, and what is computed of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import copytree

import pytest
from subject_drafts import with_pack

from factcheck.reference.ask.computed import computed_count, computed_ranks, members_facts
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs


@pytest.fixture(scope="module")
def reference() -> Reference:
    found, problems = load(shipped_packs())
    assert problems == ()
    return found


@pytest.mark.parametrize(
    ("group", "scope", "period", "size"),
    [
        ("provinsi", "ID", "", 38),
        ("provinsi", "ID", "2024", 38),
        ("provinsi", "ID", "2023-03", 34),
        ("provinsi", "ID", "2014-09", 33),
        ("kabupaten", "91", "2021", 28),
        ("kabupaten", "91", "2024", 8),
        ("kota", "91", "2021", 1),
        ("kabupaten", "92", "2021", 12),
        ("kota", "92", "2021", 1),
        ("kabupaten", "64", "2013", 11),
        ("kabupaten", "93", "2021", 0),
        ("kabupaten", "15", "2012", 9),
        ("kabupaten", "ID", "2012", 416),
    ],
)
def test_the_members_of_a_region_in_a_year(
    reference: Reference, group: str, scope: str, period: str, size: int
) -> None:
    assert len(reference.members(group, scope, period)) == size


def test_a_region_lies_in_what_its_own_came_out_of(reference: Reference) -> None:
    assert [reference.lies_in("93.01", year) for year in ("2021", "2024", "")] == ["91", "93", "93"]
    assert reference.lies_in("93.01", "2021") == "91"
    assert reference.lies_in("nobody", "2021") == ""


def test_the_provinces_of_a_time_are_ranked_among_themselves(reference: Reference) -> None:
    assert len(members_facts(reference, "poor_share", "provinsi", "ID", "2014-09", "kemiskinan")) == 33
    assert len(members_facts(reference, "poor_share", "provinsi", "ID", "2022-09", "kemiskinan")) == 34
    (rank,) = computed_ranks(reference, "amount", "91", "2023", "upah-minimum")
    assert (int(rank.value), rank.of) == (2, 34)


PACK = Path(__file__).parents[1] / "reading" / "without_words"
ALL = tuple(
    f"{code:02}" for code in (*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77))
)
EAST = ("81", "82", "91", "92")
NEW = ("93", "94", "95", "96")


def _table(folder: Path, held: Sequence[str]) -> Reference:
    """The packs that ship and one with a value of 2025 of each that is `held`, which nobody declared complete."""
    copytree(PACK, folder, dirs_exist_ok=True)
    rows = [f"{one},2025,{place}.5,karangan,,,," for place, one in enumerate(held, 1)]
    head = "entity,period,angka-melek-peta,source,note,trust,conflict,published"
    (folder / "facts.csv").write_text("\n".join([head, *rows, ""]))
    (folder / "complete.csv").write_text("period,group,scope,source,note\n")
    return with_pack(folder)


def _size(found: Reference) -> int:
    return len(members_facts(found, "angka-melek-peta", "provinsi", "ID", "2025", "without-words"))


def test_a_table_that_holds_all_there_are_is_complete_though_nobody_says_so(tmp_path: Path) -> None:
    assert _size(_table(tmp_path, (*ALL, *EAST, *NEW))) == 38


def test_a_table_without_all_new_regions_and_no_others_is_of_the_borders_before(tmp_path: Path) -> None:
    found = _table(tmp_path, (*ALL, *EAST))
    assert _size(found) == 34
    assert found.lies_in("93.01", "2025", "without-words") == "91"


@pytest.mark.parametrize("held", [(*ALL, *EAST, *NEW[1:]), (*ALL[1:], *EAST), (*ALL, *EAST[1:])])
def test_a_table_that_lacks_others_is_none(held: Sequence[str], tmp_path: Path) -> None:
    assert _size(_table(tmp_path, held)) == 0


def test_a_size_is_that_of_a_year_in_which_all_of_the_country_were_assessed(reference: Reference) -> None:
    def size(scope: str, year: str) -> int | None:
        fact = computed_count(reference, "assessed", "kabupaten", scope, year, "ombudsman-kepatuhan")
        return None if fact is None else int(fact.value)

    assert [size("91", year) for year in ("2019", "2021", "2022")] == [None, 28, 28]
    assert size("15", "2023") == 9


def test_no_size_of_the_country_or_of_nowhere_follows(reference: Reference) -> None:
    for scope in ("", "ID"):
        assert computed_count(reference, "assessed", "kabupaten+kota", scope, "2024", "ombudsman-kepatuhan") is None
