"""Of which years an article could not tell yet on the day of its publication."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Event
from factcheck.reading.period.year_marks import known_by_then
from factcheck.reference.ask.reference import Reference


class _Told(Reference):
    """A reference that knows when the results of three years were first told."""

    events = tuple(
        Event(day, "penganugerahan", "", "", "ID", period, "", "")
        for day, period in ((date(2021, 12, 29), "2021"), (date(2022, 12, 22), "2022"), (date(2023, 1, 20), "2022"))
    )


YEARS = ["2019", "2021", "2022", "2023", "2024"]


@pytest.mark.parametrize(
    ("published", "years"),
    [
        pytest.param(None, YEARS, id="all_where_the_day_is_not_known"),
        pytest.param(date(2022, 3, 24), ["2019", "2021", "2023"], id="none_whose_results_were_told_later"),
        pytest.param(date(2022, 12, 22), ["2019", "2021", "2022", "2023"], id="one_told_on_that_day"),
        pytest.param(date(2023, 12, 1), YEARS, id="the_next_for_what_is_decided_ahead"),
    ],
)
def test_an_article_tells_of_no_year_that_nobody_knew_of(published: date | None, years: list[str]) -> None:
    assert known_by_then(YEARS, _Told.__new__(_Told), published) == years
