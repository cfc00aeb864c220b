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

from factcheck.judging.case import Case, frame_at, frame_of
from factcheck.judging.years.governed import ENOUGH, LONG, since, year_marks_of
from factcheck.judging.years.right_year import fits_too, is_distinctive
from factcheck.judging.years.told_years import (
    dates_something_else,
    fine_figures,
    is_own_in_front,
    is_relative,
    year_behind,
    years_told,
)
from factcheck.model import Claim, How, Span, number_of
from factcheck.reading.period.marks import clauses_ended
from factcheck.reading.period.year_marks import is_next_to, month_marks, year_marks
from factcheck.reading.scan.frame import FIGURES, Frame, places_with
from factcheck.reading.scan.mentions import Tag

BESIDE = 12
"""Letters between a figure and a year that is told of it: " persen pada "."""
LED = 3
"""Mentions in front of a year in which a word of comparing may stand."""
HEAD = 4
"""So many sentences are the head of an article."""
SEASON = 40
"""In so many code points before a year the months of a season stand."""


def passed_over(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The years as written that were passed over, each with the claims that are right in the other year."""
    for span, claims in _by_origin(case).items():
        written = case.document.text[span.start : span.end]
        told = [claim for claim in claims if case.answer(claim).verdict == "supported"]
        right = told[0].period if told else written
        if any(claim.period == written for claim in told) or not is_next_to(written, right) or since(case, span):
            continue
        if _is_counted_on(case, span, told):
            continue
        if not _named(case)(right) and _heads(span, told) and _shown(case, claims) and not _bears(case, span):
            yield span, tuple(told)


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


def spoken_past(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year of a clause, or the one told last in front of a figure, in its sentence or the one before ("Lalu datang
    2018. Nilainya tinggal 12,30"), where figure and all that is right of what it governs are of the year beside it.

    Not where its sentence tells of nothing measured and the year told in front of that is theirs.
    """
    beside = _by_year_beside(case)
    governed = _by_origin(case) if beside else {}
    for span, figures in beside.items():
        written, right = case.document.plain[span.start : span.end], figures[0].period
        first = figures[0].start if figures[0].start < span.start else 0  # "… cuma 69,38, lalu 85,77 pada 2022"
        own = [one for one in governed.get(span, ()) if one.period == written and one.start >= first]
        known = [one for one in own if case.answer(one).verdict != "unverifiable"]
        borne = [one for one in known if is_distinctive(one) or case.answer(one).verdict == "supported"]
        stands = not all(fits_too(case, one, right) for one in borne) or since(case, span)
        if stands or any(one.period != right for one in figures) or not is_next_to(written, right):
            continue
        last = written > right and _is_last_known(case, span, figures, written)
        dated = _may_date(case, span) and not _is_only_compared(case, span, figures)
        if not last and dated and not dates_something_else(case, span.start, right):
            yield span, tuple(figures)


def _is_last_known(case: Case, span: Span, figures: Sequence[Claim], year: str) -> bool:
    """ "Penilaian 2025 dimulai. Kota Jambi meraih 93,68": whether figures in front of which a later year stands may be
    the last that are known: its sentence looks ahead, or the reference has nothing in it for the one of the next."""
    frame, first = frame_at(case, span.start), figures[0]
    if first.start < span.start:
        return False
    if frame.has(Tag.MOOD_IRREALIS):
        return True
    alone = len(figures) == 1 and first.kind != "count" and first.sentence != frame.sentence.place
    return alone and not case.reference.facts(first.measure, first.subject, year, first.pack)


def _is_only_compared(case: Case, span: Span, figures: Sequence[Claim]) -> bool:
    """ "berkurang dibanding Maret 2024 menjadi 23,85 juta", "publikasi yang keluar akhir September 2025": whether a
    year is what is compared with, or that of a month where what is measured has none."""
    frame = frame_at(case, span.start)
    at = next((one for one, mention in enumerate(frame.mentions) if mention.start >= span.start), 0)
    if frame.has(Tag.BIND_COMPARE, max(0, at - LED), at):
        return not is_own_in_front(frame, at, figures[0])
    month = any(mark.span == span for _, mark in month_marks(frame))
    one = figures[0]
    return month and not any(
        "-" in fact.period for fact in case.reference.facts(one.measure, one.subject, "", one.pack)
    )


def _may_date(case: Case, span: Span) -> bool:
    """Whether a year may be that of figures, alone or behind a month: it is none of a decree, a budget or a day, nor of
    a clause that has ended ("Bintan yang pada 2021 masih tiga besar jatuh ke posisi delapan")."""
    frame = frame_at(case, span.start)
    marks = (mark for mark in (*year_marks(frame), *(mark for _, mark in month_marks(frame))) if mark.span == span)
    return any(mark.at not in clauses_ended(frame) for mark in marks)


def _by_year_beside(case: Case) -> dict[Span, list[Claim]]:
    """The telling figures that are right in another year than that which was read for them, by where that is written:
    in their clause, or last in front of them."""
    found: dict[Span, list[Claim]] = defaultdict(list)
    plain = case.document.plain
    for claim in case.claims:
        origin = claim.period_origin
        if plain.startswith(claim.period, origin.start) if origin is not None else How.YEAR_EXPLAINED not in claim.how:
            continue
        if claim.kind == "difference" or not is_distinctive(claim) or _is_base(case, claim):
            continue
        span = _read_for(case, claim) if case.answer(claim).verdict == "supported" else None
        if span is not None and (_has_another(case, span, claim) or _follows_its_own(case, span, claim)):
            continue
        written = plain[span.start : span.end] if span is not None else ""
        if span is not None and written.isdigit() and claim.period != written:
            found[span].append(claim)
    return found


def _has_another(case: Case, span: Span, claim: Claim) -> bool:
    """ "Bali yang pada 2021 masih minus 2,46 persen pulih ke 4,84 persen", "tumbuh 4,8 persen pada 2023, sementara
    pemerintah bertahan di 5,3 persen": whether a figure that nothing bears out stands beside a year in its sentence,
    nearer than the one that is told in another: the year is its own."""
    near = (
        one
        for one in fine_figures(case, span.start)
        if one.end <= claim.start and (one.start > span.end or 0 <= span.start - one.end <= BESIDE)
    )
    return any(all(case.answer(read).verdict != "supported" for read in case.claims.over(*one.figure)) for one in near)


def _is_base(case: Case, claim: Claim) -> bool:
    """ "menaikkan iuran 5,96 persen dari Rp3.221.731": whether a figure is what a change began with."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    led = frame is not None and at > 0 and frame.mentions[at - 1].tags.keys() & {Tag.BIND_FROM, Tag.BIND_COMPARE}
    return bool(led) or How.YEAR_BEFORE_CHANGE in claim.how


def _follows_its_own(case: Case, span: Span, claim: Claim) -> bool:
    """ "Peringkat 2023 … Mukomuko naik dari 90,02 ke 90,64": whether the figure of a year as written stands in front of
    a claim, of the same subject and in its sentence, and behind that year: the claim is of the year it came to."""
    year = case.document.plain[span.start : span.end]
    thing = (claim.subject, claim.measure, claim.kind, year)
    return any(
        (one.subject, one.measure, one.kind, one.period) == thing
        and span.end <= one.start < claim.start
        and case.answer(one).verdict == "supported"
        for one in case.claims.inside(claim.sentence)
    )


def _read_for(case: Case, claim: Claim) -> Span | None:
    """The year in the clause of a claim, right behind it, or the one told last in front of it, in its sentence or the
    one before, where that is the very year that was read for it, or figures gave it another (of a count, or in its
    sentence) and no year follows it."""
    told = claim.period_span
    own = year_behind(case, claim) if told is None or is_relative(case, told) else None
    if told is not None or own is not None:
        return own or told
    years, plain, origin = years_told(case), case.document.plain, claim.period_origin
    at = bisect_left(years, claim.start, key=lambda told: told[1].start)
    if not at or claim.sentence - years[at - 1][0] > (origin is not None or claim.kind == "count"):
        return None
    span = years[at - 1][1]
    if origin is not None:
        return span if plain[slice(*span)] == plain[slice(*origin)] else None
    others = (one.start for one in case.claims.inside(claim.sentence) if one.start > claim.start)
    after = min(others, default=len(plain))
    followed = any(place == claim.sentence and told.start < after for place, told in years[at : at + 1])
    return span if How.YEAR_EXPLAINED in claim.how and not followed else None


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


def _by_origin(case: Case) -> dict[Span, list[Claim]]:
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
