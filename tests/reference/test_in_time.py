"""Who was there in a year, and what lay in what: the provinces that ship, and what is computed of them."""

from __future__ import annotations

import pytest

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


def test_a_size_is_that_of_a_year_in_which_all_of_the_country_were_assessed(reference: Reference) -> None:
    def size(scope: str, year: str) -> int | None:
        fact = computed_count(reference, "assessed", "kabupaten", scope, year, "ombudsman-kepatuhan")
        return None if fact is None else int(fact.value)

    assert [size("91", year) for year in ("2019", "2021", "2022")] == [None, 28, 28]
    assert size("15", "2023") == 9


def test_no_size_of_the_country_or_of_nowhere_follows(reference: Reference) -> None:
    for scope in ("", "ID"):
        assert computed_count(reference, "assessed", "kabupaten+kota", scope, "2024", "ombudsman-kepatuhan") is None
