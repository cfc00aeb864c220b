"""What the reference answers, asked of the small pack in `base`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.model import Fact
from factcheck.reference.ask.reference import Reference, load

PackWith = Callable[[Sequence[Sequence[str]]], Path]


@pytest.fixture
def reference(pack_with: PackWith) -> Reference:
    found, problems = load([pack_with([])])
    assert problems == ()
    return found


def values(facts: Sequence[Fact]) -> list[str]:
    return [str(fact.value) for fact in facts]


def test_a_value_by_entity_and_period(reference: Reference) -> None:
    (fact,) = reference.facts("score", "1.1", "2023")
    assert (fact.value, fact.source, fact.row, fact.trust) == (
        Decimal("91.50"),
        "https://dinas.example/1",
        "facts.csv:2",
        0,
    )


def test_all_periods_the_latest_first(reference: Reference) -> None:
    assert [fact.period for fact in reference.facts("score", "1.1")] == ["2023", "2022"]


def test_nothing_where_nothing_is_known(reference: Reference) -> None:
    assert reference.facts("score", "1.1", "2019") == ()
    assert reference.facts("score", "9.9") == ()
    assert reference.counts("2") == ()


def test_whose_value_is_this(reference: Reference) -> None:
    found = reference.facts_of("score", "2023")
    assert {(fact.entity, str(fact.value)) for fact in found} == {
        ("1.1", "91.50"),
        ("1.2", "80.00"),
        ("1.3", "40.25"),
    }


def test_words_follow_from_the_score_by_the_scale(reference: Reference) -> None:
    (zone,) = reference.facts("zone", "1.2", "2023")
    assert (zone.value, zone.note, zone.source) == (
        "hijau",
        "by the scale of 2023",
        "https://dinas.example/1",
    )
    assert values(reference.facts("grade", "1.2", "2023")) == ["B"]


def test_a_stated_word_is_not_derived_again(reference: Reference) -> None:
    (zone,) = reference.facts("zone", "1.1", "2023")
    assert zone.note == ""


def test_words_follow_from_words_only_where_the_scale_leaves_no_choice(reference: Reference) -> None:
    assert reference.facts("grade", "2.1", "2023") == ()


def test_ranks_of_an_entity(reference: Reference) -> None:
    (rank,) = reference.ranks("1.2", "2023")
    assert (rank.measure, rank.of, rank.group, rank.scope) == ("rank", 3, "semua", "1")
    assert rank.value == 2


def test_counts_of_a_region(reference: Reference) -> None:
    found = {(fact.group, fact.condition): int(fact.value) for fact in reference.counts("1", "2023")}
    assert found["semua", "zone:hijau"] == 2
    assert found["pasar", "assessed"] == 2
    assert values(reference.counts("ID")) == ["120"]


def test_counts_of_words_that_always_go_together(reference: Reference) -> None:
    found = {fact.condition: fact for fact in reference.counts("1", "2023") if fact.group == "semua"}
    assert found["grade:C"].value == 1
    assert found["grade:C"].note == "by the scale of 2023"
    assert "grade:A" not in found


@pytest.mark.parametrize(("score", "zone"), [("100", "hijau"), ("60", "hijau"), ("59.99", "merah"), ("0", "merah")])
def test_both_ends_of_a_band_belong_to_it(reference: Reference, score: str, zone: str) -> None:
    band = reference.band_of("score", "2021", Decimal(score))
    assert band is not None
    assert dict(band.labels)["zone"] == zone


def test_no_band_outside_its_periods(reference: Reference) -> None:
    assert reference.band_of("score", "2024", Decimal(90)) is None
    assert reference.bands("score", "2019") == ()


def test_a_group_is_complete_where_a_larger_one_is(reference: Reference) -> None:
    assert reference.complete("semua", "1", "2023") == "https://dinas.example/1"
    assert reference.complete("pasar", "1", "2023") == "https://dinas.example/1"
    assert reference.complete("pasar", "2", "2023") is None
    assert reference.complete("wilayah", "1", "2023") is None


def test_members_of_a_group(reference: Reference) -> None:
    assert [entity.id for entity in reference.members("semua", "1")] == ["1.1", "1.2", "1.3"]
    assert [entity.id for entity in reference.members("pasar", "ID")] == ["1.1", "1.2", "2.1"]


def test_names_are_found_without_regard_to_case_and_blanks(reference: Reference) -> None:
    assert reference.aliases["pasar lama"] == ("1.2",)
    assert reference.aliases["psr. baru"] == ("1.1",)


def test_people_laws_and_events(reference: Reference) -> None:
    assert reference.people[0].variants == ("Siti Rachmawati", "Sitti Rahmawati")
    assert (reference.laws[0].short, reference.laws[0].number, reference.laws[0].year) == (
        "Perda",
        "7",
        "2019",
    )
    assert reference.events[0].day.isoformat() == "2024-02-05"


def test_a_slip_in_print_is_told_with_its_source_and_reason_and_is_no_fact(reference: Reference) -> None:
    (slip,) = reference.errata("score", "1.2", "2023")
    assert (slip.value, slip.source, slip.row) == (Decimal("8.00"), "https://koran.example/7", "errata.csv:2")
    assert slip.reason == "rank 2 with 8.00 cannot be: rank 3 has 40.25"
    assert values(reference.facts("score", "1.2", "2023")) == ["80.00"]


@pytest.mark.parametrize(
    ("measure", "entity", "period", "found"),
    [
        ("zone", "1.1", "2023", "merah"),
        ("rank", "1.1", "2023", "3"),
        ("date", "1", "2023", "2024-02-06"),
        ("scale", "ID", "2023", "59.90"),
        ("count", "1", "2019", "4"),
        ("score", "1.2", "", "8.00"),
    ],
)
def test_slips_of_every_kind(reference: Reference, measure: str, entity: str, period: str, found: str) -> None:
    assert [str(slip.value) for slip in reference.errata(measure, entity, period)] == [found]


def test_no_slip_where_none_is_known(reference: Reference) -> None:
    assert reference.errata("score", "1.2", "2022") == ()
    assert reference.errata("score", "1.1", "2023") == ()
    assert reference.errata("score", "1.2", "2023", pack="another") == ()


def test_a_slip_says_of_whom_where_and_what(reference: Reference) -> None:
    (rank,) = reference.errata("rank", "1.1")
    (count,) = reference.errata("count", "1")
    (day,) = reference.errata("date", "1")
    assert (rank.group, rank.scope) == ("semua", "1")
    assert (count.group, count.condition) == ("semua", "assessed")
    assert day.condition == "Senin"


def test_a_slip_is_one_whatever_was_known_on_the_day(reference: Reference) -> None:
    assert reference.known(date(1990, 1, 1)).errata("score", "1.2", "2023")


def test_the_trusted_source_comes_first_and_the_other_stays(pack_with: PackWith) -> None:
    row = "1.2,2023,81.00,,,https://koran.example/8,,,\n"
    reference, _ = load([pack_with([["facts.csv", "", row]])])
    assert [(str(fact.value), fact.trust) for fact in reference.facts("score", "1.2", "2023")] == [
        ("80.00", 0),
        ("81.00", 1),
    ]


def test_a_decision_in_the_table_goes_before_the_order_of_trust(pack_with: PackWith) -> None:
    row = "1.2,2023,81.00,,,https://koran.example/8,the sum of its parts,0,yes\n"
    reference, _ = load([pack_with([["facts.csv", "", row]])])
    assert values(reference.facts("score", "1.2", "2023")) == ["81.00", "80.00"]


def test_a_pack_with_a_broken_row_is_left_out_whole(pack_with: PackWith) -> None:
    reference, problems = load([pack_with([["facts.csv", "80.00", "delapan"]])])
    assert len(problems) == 1
    assert reference.packs == ()
    assert reference.facts("score", "1.1") == ()
