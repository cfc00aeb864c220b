"""What is looked up by bisection is what looking through all gives."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Claim
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.sums.changes import Change, Changes, in_order
from factcheck.spans import Overlap, inside


class Piece(NamedTuple):
    start: int
    end: int


OFFSETS = st.integers(0, 30)
PIECES = st.lists(st.tuples(OFFSETS, st.integers(0, 9)).map(lambda pair: Piece(pair[0], pair[0] + pair[1])), max_size=9)
FIGURES = st.lists(
    st.tuples(st.sampled_from(["2021", "2022", "2023", "2025"]), st.integers(0, 20).map(Decimal)), max_size=12
)


@given(PIECES, OFFSETS)
def test_what_holds_an_offset(pieces: list[Piece], at: int) -> None:
    assert inside(pieces).holds(at) == any(piece.start <= at < piece.end for piece in pieces)


@given(PIECES, OFFSETS, OFFSETS)
def test_what_overlaps(pieces: list[Piece], start: int, end: int) -> None:
    over = [piece for piece in pieces if piece.start < end and start < piece.end]
    found = Overlap(pieces)
    assert sorted(found.over(start, end)) == sorted(over)
    assert found.meets(start, end) == bool(over)


@given(FIGURES, st.integers(-3, 12), st.integers(0, 6), st.sampled_from(["", "2022", "2025", "2030"]))
def test_changes_by_their_size(figures: list[tuple[str, Decimal]], low: int, width: int, second: str) -> None:
    every = [
        Change(min(pair)[1], max(pair)[1], min(pair)[0], max(pair)[0])
        for pair in combinations(set(figures), 2)
        if pair[0][0] != pair[1][0]
    ]
    wanted = [one for one in every if low <= one.size <= low + width and second in ("", one.second_period)]
    changes = Changes(figures)
    assert list(changes) == in_order(every)
    assert in_order(changes.sized(Decimal(low), Decimal(low + width), second)) == in_order(wanted)
    spans = [one.years for one in every if one.size == low]
    soonest = changes.soonest(Decimal(low))
    assert bool(soonest) == bool(spans)
    assert not spans or soonest in {one.second_period for one in every if one.size == low and one.years == min(spans)}


@given(FIGURES, st.sampled_from(["2021", "2022", "2025"]))
def test_the_nearest_change_to_a_year(figures: list[tuple[str, Decimal]], second: str) -> None:
    every = [change for change in Changes(figures) if change.second_period == second]
    assert Changes(figures).nearest(second) == min(every, key=lambda change: change.years, default=None)


def test_claims_by_what_they_have_in_common() -> None:
    def claim(start: int, subject: str, period: str, sentence: int) -> Claim:
        return Claim(f"c{start}", "score", "p", "score", start, start + 4, Decimal(start), subject, period)._replace(
            sentence=sentence
        )

    claims = Claims([claim(0, "a", "2024", 0), claim(5, "b", "2024", 0), claim(9, "a", "2023", 1)])
    assert [one.id for one in claims.of("a")] == ["c0", "c9"]
    assert [one.id for one in claims.about("a", "2023")] == ["c9"]
    assert [one.id for one in claims.inside(0)] == ["c0", "c5"]
    assert [one.id for one in claims.at(5)] == ["c5"]
    assert [one.id for one in claims.over(3, 6)] == ["c5", "c0"]
    assert claims.of("nobody") == ()
