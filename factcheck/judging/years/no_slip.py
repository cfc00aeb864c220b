"""Years that look like slips and are none: what stands beside a written year says why its figures fit another."""

from collections.abc import Callable

from factcheck.judging.case import Case
from factcheck.judging.years.carried_years import (
    has_its_own_figure,
    is_borne_elsewhere,
    is_counted_on,
    is_headed_otherwise,
    is_named_behind,
    is_of_month_told,
    is_of_no_results,
    is_of_something_else,
    is_relative_alone,
    is_told_past,
    tells_both,
)
from factcheck.judging.years.held_year import Held
from factcheck.judging.years.slipped_figures import are_cut_short, is_old_amount, is_risen_to, is_told_otherwise
from factcheck.judging.years.years_of_others import (
    is_behind_full_stop,
    is_moved_on,
    is_of_extreme,
    is_of_last_alone,
    is_of_others,
    is_of_word,
    stands_behind_series,
)


def is_none(case: Case, held: Held) -> bool:
    """Whether a year that the figures under it refute is right all the same, or was carried to them wrongly."""
    return any(question(case, held) for question in QUESTIONS)


QUESTIONS: tuple[Callable[[Case, Held], bool], ...] = (
    is_relative_alone,
    is_borne_elsewhere,
    are_cut_short,
    is_risen_to,
    is_old_amount,
    is_of_no_results,
    is_of_month_told,
    is_of_last_alone,
    has_its_own_figure,
    is_behind_full_stop,
    stands_behind_series,
    is_of_something_else,
    is_headed_otherwise,
    is_told_otherwise,
    is_of_others,
    is_of_word,
    is_moved_on,
    is_counted_on,
    is_of_extreme,
    tells_both,
    is_told_past,
    is_named_behind,
)
"""Each a way of writing of the press in which the year is right, the cheap ones first."""
