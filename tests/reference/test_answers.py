"""Questions to the small pack: the answer, how it was come by, and the rows it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.reference import answers
from factcheck.reference.answers import Asked, Reply
from factcheck.reference.ask.reference import Reference, load

PackWith = Callable[[Sequence[Sequence[str]]], Path]
HELD = Asked("semua", "1", "2023")
NOT_COMPLETE = Asked("semua", "1", "2022")


@pytest.fixture
def reference(pack_with: PackWith) -> Reference:
    return load([pack_with([])])[0]


def said(reply: Reply) -> tuple[str, str, str]:
    return (str(reply.value), reply.how, reply.sum)


def test_a_value_with_its_row(reference: Reference) -> None:
    reply = answers.value_of(reference, "score", "1.1", "2023")
    assert said(reply) == ("91.50", "stated", "")
    assert [(fact.source, fact.row) for fact in reply.facts] == [("https://dinas.example/1", "facts.csv:2")]


def test_the_extremes_of_a_complete_group(reference: Reference) -> None:
    best, worst = answers.highest(reference, "score", HELD), answers.lowest(reference, "score", HELD)
    assert (said(best), best.facts[0].entity) == (("91.50", "computed", "of 3 rows"), "1.1")
    assert (said(worst), worst.facts[0].entity) == (("40.25", "computed", "of 3 rows"), "1.3")


def test_sum_and_mean_show_their_arithmetic(reference: Reference) -> None:
    assert said(answers.sum_of(reference, "score", HELD)) == ("211.75", "computed", "the sum of 3 rows")
    mean = answers.mean_of(reference, "score", HELD)
    assert (round(Decimal(str(mean.value)), 3), mean.sum) == (Decimal("70.583"), "211.75 / 3")
    assert len(mean.facts) == 3


def test_a_difference_between_two_years(reference: Reference) -> None:
    reply = answers.difference_of(reference, "score", "1.1", ("2022", "2023"))
    first, second = (answers.value_of(reference, "score", "1.1", year).value for year in ("2022", "2023"))
    assert reply.sum == f"{second} - {first}"
    assert [fact.period for fact in reply.facts] == ["2023", "2022"]


def test_counts_and_shares(reference: Reference) -> None:
    assert said(answers.count_of(reference, "assessed", HELD))[:2] == ("3", "computed")
    assert said(answers.count_of(reference, "zone:hijau", HELD))[:2] == ("2", "computed")
    share = answers.share_of(reference, "zone:hijau", HELD)
    assert (round(Decimal(str(share.value)), 2), share.sum) == (Decimal("66.67"), "2 / 3")


def test_a_rank(reference: Reference) -> None:
    assert said(answers.rank_of(reference, "score", "1.2", HELD)) == ("2", "computed", "place 2 of 3")


def test_what_is_not_complete_is_not_computed(reference: Reference) -> None:
    for ask in (answers.highest, answers.lowest, answers.sum_of, answers.mean_of):
        assert ask(reference, "score", NOT_COMPLETE) == answers.NOT_HELD
    assert answers.rank_of(reference, "score", "1.1", NOT_COMPLETE) == answers.NOT_HELD
    assert answers.share_of(reference, "zone:hijau", NOT_COMPLETE) == answers.NOT_HELD


def test_a_stated_count_answers_where_no_table_is_complete(pack_with: PackWith) -> None:
    row = "1,2022,semua,zone:hijau,7,https://dinas.example/0,,,\n"
    reference, problems = load([pack_with([["counts.csv", "", row]])])
    assert problems == ()
    assert said(answers.count_of(reference, "zone:hijau", NOT_COMPLETE)) == ("7", "stated", "")


def test_a_group_with_a_member_whose_value_is_missing_is_not_computed(pack_with: PackWith) -> None:
    reference, _ = load([pack_with([])])
    assert answers.sum_of(reference, "unknown", HELD) == answers.NOT_HELD
