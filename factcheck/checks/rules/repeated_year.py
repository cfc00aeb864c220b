"""A series that tells one year twice, or a year that is compared with itself or changed from a later one.

Wrong: Ombudsman mencatat aduan pelayanan publik naik dari 412 pada 2022 menjadi 424 pada 2022, lalu 1.088 pada 2024.
Right: Ombudsman mencatat aduan pelayanan publik naik dari 412 pada 2022 menjadi 424 pada 2023, lalu 1.088 pada 2024.
Why: two different figures of one series cannot both be of one year, nor can a year be what it is compared with. Which
    of the two is the slip the draft alone does not say, so both are marked. Months and halves of a year are told
    apart, and nothing is said where the reference bears out both figures in the year as written.
    Nor does anything rise or fall from what came later ("September 2023 8,57 persen, turun dari Maret 2024"), or from
    the month to which the reference has just such a change, and none from there.
Silence: `repeated-year` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import dated_twice, months_changed
from factcheck.checks.years.year_twice import Twice, told_twice
from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Finding, Suggestion

RULE = "repeated-year"
REACH = 16
"""So many code points around a series may tell its next year."""


@rule(RULE, "warning", after="rank-order", needs=dated_twice, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding over both places of each year that is told twice."""
    for twice in told_twice(case):
        yield _finding(case, twice)


@rule(RULE, "warning", after="repeated-year", needs=months_changed)
def check_bases(case: Case) -> Iterator[Finding]:
    """A finding over each change and the time that it is told from, which is that it led to."""
    from factcheck.checks.years.base_itself import from_themselves

    for claim, written, change in from_themselves(case):
        year = case.document.plain[slice(*written)]
        told = message("{text} is the change up to {year}, not from then.", text=case.text(claim), year=year)
        right = change.first_period[:4]
        repair = Suggestion(*written, right)
        yield Finding(RULE, "warning", told, claim.start, written.end, (claim.id,), suggestions=(repair,))


def _finding(case: Case, twice: Twice) -> Finding:
    year = case.document.plain[slice(*twice.second)]
    if twice.later:
        first = case.document.plain[slice(*twice.first)]
        told = message("What is told of {first} changed from {year}, which is not before it.", first=first, year=year)
    elif twice.compared:
        told = message("{year} is compared with itself: {values}.", year=year, values=" / ".join(twice.values))
    elif twice.values:
        told = message("The series tells {year} twice: {values}.", year=year, values=" / ".join(twice.values))
    else:
        told = message("{year} stands here twice.", year=year)
    return Finding(RULE, "warning", told, twice.first.start, twice.second.end, suggestions=_repairs(case, twice))


def _repairs(case: Case, twice: Twice) -> tuple[Suggestion, ...]:
    """The year before for the one, the year after for the other: whichever of them does not stand beside them."""
    if twice.later:
        return ()
    plain, published = case.document.plain, case.document.published
    front, behind = (twice.second, twice.first) if twice.compared else (twice.first, twice.second)
    near = plain[max(0, twice.first.start - REACH) : twice.second.end + REACH]
    steps = ((front, int(plain[slice(*front)]) - 1), (behind, int(plain[slice(*behind)]) + 1))
    ways = [Suggestion(*place, str(year)) for place, year in steps if published is None or year <= published.year]
    return tuple([way for way in ways if way.replacement not in near] or ways)
