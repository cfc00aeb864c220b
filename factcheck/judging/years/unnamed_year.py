"""A year that none of its figures belong to: at the head of an article they are all of a year it never names.

A slip of the press: "hasil penilaian tahun 2022" above a list that is the one of 2023. The reader of the article's
year passes over the year as written, since the reference bears out the other one; it is told here. So is one that
stands right in front of the figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache

from factcheck.judging.case import Case, frame_at
from factcheck.judging.years.governed import ENOUGH, LONG, since, year_marks_of
from factcheck.judging.years.right_year import is_distinctive
from factcheck.judging.years.told_years import (
    years_told,
)
from factcheck.model import Claim, How, Span, number_of
from factcheck.reading.period.year_marks import is_next_to, month_marks
from factcheck.reading.scan.frame import Frame, places_with
from factcheck.reading.scan.mentions import Tag

HEAD = 4
"""So many sentences are the head of an article."""
SEASON = 40
"""In so many code points before a year the months of a season stand."""


def passed_over(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The years as written that were passed over, each with the claims that are right in the other year."""
    for span, claims in by_origin(case).items():
        written = case.document.text[span.start : span.end]
        told = [claim for claim in claims if case.answer(claim).verdict == "supported"]
        right = told[0].period if told else written
        if any(claim.period == written for claim in told) or not is_next_to(written, right) or since(case, span):
            continue
        if _is_of_month(case, span, told) or _is_counted_on(case, span, told):
            continue
        if not _named(case)(right) and _heads(span, told) and _shown(case, claims) and not _bears(case, span):
            yield span, tuple(told)


def _is_of_month(case: Case, span: Span, told: Sequence[Claim]) -> bool:
    """ "Nilai kami 71,66," kata Bupati pada Januari 2024: whether a year is that of the month in which something was
    said, and what is told is measured by the year."""
    monthly = any("-" in fact.period for claim in told for fact in case.answer(claim).facts)
    return not monthly and any(mark.span == span for _, mark in month_marks(frame_at(case, span.start)))


def _is_counted_on(case: Case, span: Span, told: Sequence[Claim]) -> bool:
    """ "Rapor 2021 cerah. Setahun kemudian begini bunyinya:": whether a year that is counted from the one as written
    stands between it and what is right in the other, and makes that other one."""
    years = years_told(case)
    first = bisect_left(years, span.end, key=lambda one: one[1].start)
    right, written = int(told[0].period), int(case.document.text[span.start : span.end])
    for place, at in years[first : bisect_left(years, told[0].start, key=lambda one: one[1].start)]:
        steps = [
            one.tags for one in case.frames[place].mentions if one.start == at.start and Tag.YEAR_ANCHORED in one.tags
        ]
        if any(
            step.get(Tag.YEAR, "").lstrip("-").isdigit() and written + int(step[Tag.YEAR]) == right for step in steps
        ):
            return True
    return False


def of_season(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year of the months in which was collected ("Juni hingga Oktober 2022"), where all figures of an article are
    of the one beside it, and it never names that one or appeared before those months; with the figures."""
    told = [claim for claim in case.claims if is_distinctive(claim) and case.answer(claim).verdict == "supported"]
    years = {claim.period for claim in told}
    if len(told) < ENOUGH or len(years) != 1:
        return
    named, published = _named(case)(told[0].period), case.document.published
    for frame, at in places_with(case.frames, Tag.YEAR_DIGITS):
        mention = frame.mentions[at]
        year = mention.tags[Tag.YEAR_DIGITS]
        may_be = not named or (published is not None and int(year) > published.year)
        if may_be and is_next_to(year, told[0].period) and _ends_season(case, frame, mention.start):
            yield Span(mention.start, mention.end), tuple(told)


def of_head(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year beside what is measured that stands once at the head of an article ("Nilai Opini 2024 Pemda Lampung"),
    where all its figures are of the one beside it, which the head names as well; with the figures.

    Not the year in which the article appeared, nor one that anything is right in.
    """
    told = [claim for claim in case.claims if is_distinctive(claim) and case.answer(claim).verdict == "supported"]
    years = Counter(claim.period for claim in told)
    right, published = max(years, key=lambda year: years[year], default=""), case.document.published
    if published is None or years[right] < ENOUGH:
        return
    marks = [mark for frame, mark in year_marks_of(case) if frame.sentence.place < HEAD and mark.tight and not mark.led]
    if all(mark.year != right for mark in marks):
        return
    for mark in marks:
        alone = case.document.plain.count(mark.year) == 1 and not years[mark.year]
        behind = all(claim.start > mark.span.start for claim in told if claim.period == right)
        if alone and behind and is_next_to(mark.year, right) and int(mark.year) != published.year:
            yield mark.span, tuple(claim for claim in told if claim.period == right)


def _ends_season(case: Case, frame: Frame, start: int) -> bool:
    """Whether two months stand in front of a year, a word or a dash between them."""
    lead = frame.plain[max(frame.sentence.start, start - SEASON) : start].lower().replace("-", " ").replace("–", " ")
    months = case.language.dates.months
    *_, first, last = ("", "", *(word for word in lead.split() if word in months))
    near = lead.split()[-3:]
    return bool(first) and first != last and near[-1:] == [last] and first in near


def by_origin(case: Case) -> dict[Span, list[Claim]]:
    """The claims by where their year is written; figures too long for chance, which no written year gave theirs, by the
    one in front of them."""
    by_origin: dict[Span, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        origin = claim.period_origin
        if origin is None and How.YEAR_EXPLAINED in claim.how and number_of(claim) >= LONG:
            origin = _head_year(case, claim)
        if origin is not None:
            by_origin[origin].append(claim)
    return by_origin


def _head_year(case: Case, claim: Claim) -> Span | None:
    """The year in figures that is written last in front of a claim, where it stands beside what is measured ("iuran
    provinsi tahun 2026") in its sentence or the one before; None where a relative one follows."""
    years = years_told(case)
    last = bisect_left(years, claim.start, key=lambda told: told[1].start) - 1
    if last < 0 or years[last][0] < claim.sentence - 1 or years[last][1] not in _tight(case):
        return None
    return years[last][1]


@lru_cache(maxsize=2)
def _tight(case: Case) -> Collection[Span]:
    return {mark.span for _, mark in year_marks_of(case) if mark.tight and not mark.led}


def _bears(case: Case, span: Span) -> bool:
    """Whether something right beside the year as written is told of that year, and nothing contradicts it: "dari posisi
    28 pada 2023"."""
    return any(
        claim.period_span == span and claim.period == case.document.text[span.start : span.end]
        for claim in case.claims
        if case.answer(claim).verdict == "supported"
        or (case.answer(claim).verdict != "contradicted" and (claim.kind != "count" or is_distinctive(claim)))
    )


def _heads(span: Span, told: Sequence[Claim]) -> bool:
    """Whether most of what is told stands behind a year: at the foot of an article it is that of something else."""
    return 2 * sum(claim.start > span.start for claim in told) > len(told)


@lru_cache(maxsize=2)
def _named(case: Case) -> Callable[[str], bool]:
    """What tells whether the article names a year, but at the end of a date ("26/1/2023") or of a law; each is looked
    for once."""
    plain = case.document.plain
    laws = [claim for claim in case.claims if claim.kind == "law"]

    def named(year: str) -> bool:
        found = (match.start() for match in re.finditer(rf"(?<![/\-.\d]){year}(?!\d|-\d)", plain))
        return any(not any(law.start <= at < law.end for law in laws) for at in found)

    return cache(named)


def _shown(case: Case, claims: Sequence[Claim]) -> bool:
    """Whether so many figures are right in the other year, and nearly all of those that the reference knows."""
    verdicts = [case.answer(claim).verdict for claim in claims]
    right = [claim for claim, verdict in zip(claims, verdicts, strict=True) if verdict == "supported"]
    figures = [claim for claim in right if is_distinctive(claim)]
    enough = len(figures) >= ENOUGH or sum(number_of(claim) >= LONG for claim in figures) > 1
    return enough and 4 * len(right) >= 3 * (len(right) + verdicts.count("contradicted"))
