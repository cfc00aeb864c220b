"""The rules of the product, in the order in which they may speak about a place: an earlier one silences a later one."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import (
    conflicting_values,
    impossible_date,
    name_variants,
    off_scale,
    parts_of_whole,
    rank_order,
    wrong_change,
    wrong_count,
    wrong_difference,
    wrong_extreme,
    wrong_government,
    wrong_law,
    wrong_list_count,
    wrong_name,
    wrong_percentage,
    wrong_period,
    wrong_province,
    wrong_rank,
    wrong_share,
    wrong_subject,
    wrong_total,
    wrong_value,
    wrong_weekday,
)
from factcheck.checks.base import Case, Rule
from factcheck.model import Finding
from factcheck.reading.governments import regions_at
from factcheck.reading.mentions import Number


def _weekdays(case: Case) -> Iterator[Finding]:
    yield from wrong_weekday.find(case.document, case.dates, case.document.published, case.reference.events)


def _impossible_dates(case: Case) -> Iterator[Finding]:
    yield from impossible_date.find(case.document, case.dates, case.document.published)


def _differences(case: Case) -> Iterator[Finding]:
    yield from wrong_difference.find(case.document, case.sums)


def _percentages(case: Case) -> Iterator[Finding]:
    yield from wrong_percentage.find(case.document, case.sums)


def _totals(case: Case) -> Iterator[Finding]:
    yield from wrong_total.find(case.document, case.numbers, case.dates)


def _lists(case: Case) -> Iterator[Finding]:
    numbers = [number for number in case.numbers if not _in_name(case, number)]
    yield from wrong_list_count.find(case.document, numbers)


def _in_name(case: Case, number: Number) -> bool:
    """ "Kabupaten Lima Puluh Kota" announces no fifty."""
    plain = case.document.plain
    named = number.form == "word" and plain[number.start].isupper()
    return named and bool(regions_at(plain, number.start, case.reference)[1])


RULES: tuple[Rule, ...] = (
    Rule("impossible-date", "error", _impossible_dates),
    Rule("wrong-weekday", "error", _weekdays),
    wrong_period.RULE,
    wrong_subject.RULE,
    wrong_value.RULE,
    *wrong_rank.RULES,
    wrong_count.RULE,
    wrong_extreme.RULE,
    wrong_law.RULE,
    *off_scale.RULES,
    conflicting_values.RULE,
    wrong_change.RULE,
    wrong_share.RULE,
    parts_of_whole.RULE,
    Rule("wrong-difference", "error", _differences),
    Rule("wrong-percentage", "error", _percentages),
    Rule("wrong-total", "warning", _totals),
    Rule("wrong-list-count", "warning", _lists),
    rank_order.RULE,
    wrong_name.RULE,
    name_variants.RULE,
    wrong_government.RULE,
    wrong_province.RULE,
)
