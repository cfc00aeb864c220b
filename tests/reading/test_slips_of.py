"""What one slip of the finger makes of a figure: as long, another, and known as a slip by who looks for one."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.evidence.explained.slips_of import slips_of

FIGURES = st.from_regex(r"[1-9][0-9]{0,3}(?:,[0-9]{1,2})?", fullmatch=True)


@given(FIGURES)
def test_each_is_one_slip_away_and_as_long(written: str) -> None:
    found = list(slips_of(written))
    assert written not in found
    assert all(one_slip(other, written) and len(other) == len(written) for other in found)
    assert not any(other.startswith("0") for other in found)


@given(FIGURES)
def test_a_slip_of_a_slip_leads_back(written: str) -> None:
    assert all(written in slips_of(other) for other in slips_of(written))


def test_two_digits_change_places_over_a_separator() -> None:
    assert {"6,4", "5,6", "4,7"} <= set(slips_of("4,6"))
