"""A year in the clause of a figure, or told last in front of it, that is not the one in which the figure is right.

"Lalu datang 2018. Nilainya tinggal 12,30": the figure is explained in the year beside, and all that is right of what
the written one governs is of that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.judging.case import Case, frame_at, frame_of
from factcheck.judging.years.foreseen import is_meant_behind, is_over
from factcheck.judging.years.governed import since
from factcheck.judging.years.right_year import fits_too, is_counted_on, is_distinctive
from factcheck.judging.years.told_years import (
    dates_something_else,
    figure_at,
    fine_figures,
    is_own_in_front,
    is_relative,
    was_passed_by,
    year_behind,
    years_told,
)
from factcheck.judging.years.unnamed_year import by_origin
from factcheck.model import Claim, How, Span
from factcheck.reading.period.marks import clauses_ended
from factcheck.reading.period.year_marks import is_next_to, month_marks, year_marks
from factcheck.reading.scan.mentions import Tag

BESIDE = 12
"""Letters between a figure and a year that is told of it: " persen pada "."""
LED = 4
"""Mentions in front of a year in which a word of comparing may stand."""


def of_year_beside(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year of a clause, or the one told last in front of a figure, in its sentence or the one before ("Lalu datang
    2018. Nilainya tinggal 12,30"), where figure and all that is right of what it governs are of the year beside it.

    Not where its sentence tells of nothing measured and the year told in front of that is theirs.
    """
    beside = _by_year_beside(case)
    governed = by_origin(case) if beside else {}
    for span, figures in beside.items():
        written, right = case.document.plain[span.start : span.end], figures[0].period
        first = figures[0].start if figures[0].start < span.start else 0  # "… cuma 69,38, lalu 85,77 pada 2022"
        own = [one for one in governed.get(span, ()) if one.period == written and one.start >= first]
        risen = {one.subject for one in figures} if right > written else set()  # "93,68, naik dari 85,09"
        own = [one for one in own if one.subject not in risen or not _is_base(case, one)]
        own = [one for one in own if not is_counted_on(case, one, right)]
        if _is_right_in_front(case, span, figures[0]):
            own = [one for one in own if one.start > span.end and one.sentence == figures[0].sentence]
        elif all(_is_closed(case, span, one) for one in figures):
            own = [one for one in own if _is_told_with(case, span, one, figures[0])]
        known = [one for one in own if case.answer(one).verdict != "unverifiable"]
        borne = [one for one in known if is_distinctive(one) or case.answer(one).verdict == "supported"]
        stands = not all(fits_too(case, one, right) for one in borne) or since(case, span)
        if stands or any(one.period != right for one in figures) or not is_next_to(written, right):
            continue
        last = written > right and _is_last_known(case, span, figures, written)
        dated = _may_date(case, span) and not _is_only_compared(case, span, figures)
        if not last and dated and not _dates_something_else(case, span, right):
            yield span, tuple(figures)


def _is_right_in_front(case: Case, span: Span, figure: Claim) -> bool:
    """ "Bima, yang pada 2023 cuma 57,22, …", "menjadi Rp4,9 juta dari iuran 2023 yang Rp4,6 juta": whether a year
    stands right in front of a figure, so that what is told elsewhere says nothing of it."""
    frame = frame_of(case, figure)
    at = next((at for at, one in enumerate(frame.mentions) if one.start == span.start), -1) if frame is not None else -1
    return frame is not None and at >= 0 and figure.start > span.end and is_own_in_front(frame, at, figure)


def _is_closed(case: Case, span: Span, figure: Claim) -> bool:
    """ "turun dari 702 kasus pada 2023 menjadi 232": whether a year stands right behind a figure, and the reference has
    another for it then: the year is that of this figure, whatever it goes on to."""
    known = case.reference.facts(figure.measure, figure.subject, case.document.plain[slice(*span)], figure.pack)
    return year_behind(case, figure) == span and bool(known)


def _is_told_with(case: Case, span: Span, claim: Claim, figure: Claim) -> bool:
    """Whether a claim is told of the year right behind a figure: it stands in front of that, in the same sentence, or
    the year right in front of it."""
    if claim.sentence != figure.sentence:
        return False
    return claim.start < span.start or _is_right_in_front(case, span, claim)


def _is_last_known(case: Case, span: Span, figures: Sequence[Claim], year: str) -> bool:
    """ "Penilaian 2025 dimulai. Kota Jambi meraih 93,68": whether figures in front of which a later year stands may be
    the last that are known: its sentence looks ahead, or the reference has nothing in it for the one of the next."""
    frame, first = frame_at(case, span.start), figures[0]
    if first.start < span.start:
        return False
    if frame.has(Tag.MOOD_IRREALIS):
        return not is_over(case, year)
    alone = len(figures) == 1 and first.kind != "count" and first.sentence != frame.sentence.place
    known = case.reference.facts(first.measure, first.subject, "", first.pack) if alone else ()
    return alone and all(fact.period[: len(year)] < year for fact in known)


def _dates_something_else(case: Case, span: Span, right: str) -> bool:
    """Whether a year is that of something else than the figures it stands in front of, and the next sentence does not
    mean it ("bila ditarik ke Maret 2024. Ketika itu 14,23 persen")."""
    return dates_something_else(case, span.start, right) and not is_meant_behind(case, frame_at(case, span.start))


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
        if not was_passed_by(case, claim):
            continue
        if claim.kind == "difference" or not is_distinctive(claim) or _is_base(case, claim):
            continue
        span = _read_for(case, claim) if case.answer(claim).verdict == "supported" else None
        if span is not None and any(asked(case, span, claim) for asked in NOT_ITS):
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


def _is_owned(case: Case, span: Span, claim: Claim) -> bool:
    """ "the national 73.53 is far off, at 17.14 points, after 17.97 points in 2023": whether a figure that is right in
    the year stands right in front of it and behind a claim: the year is that of this figure."""
    year = case.document.plain[span.start : span.end]
    return any(
        claim.end < one.start and 0 <= span.start - one.end <= BESIDE and one.period == year
        for one in case.claims.inside(claim.sentence)
        if isinstance(one.value, Decimal) and case.answer(one).verdict == "supported"
    )


def _is_base(case: Case, claim: Claim) -> bool:
    """ "menaikkan iuran 5,96 persen dari Rp3.221.731": whether a figure is what a change began with, and no year of its
    own stands right behind it ("dari Rp2.938.564 di tahun 2022")."""
    frame = frame_of(case, claim)
    at = figure_at(frame, claim.start) if frame is not None else -1
    led = frame is not None and at > 0 and frame.mentions[at - 1].tags.keys() & {Tag.BIND_FROM, Tag.BIND_COMPARE}
    return (bool(led) or How.YEAR_BEFORE_CHANGE in claim.how) and year_behind(case, claim) is None


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
    near = claim.sentence - years[at - 1][0] if at else 0
    if not at or near > 1 or (near and not _is_carried_on(case, claim)):
        return None
    span = years[at - 1][1]
    if origin is not None:
        return span if plain[slice(*span)] == plain[slice(*origin)] else None
    others = (one.start for one in case.claims.inside(claim.sentence) if one.start > claim.start)
    after = min(others, default=len(plain))
    followed = any(
        place == claim.sentence and told.start < after and not _is_parted(case, claim, told.start)
        for place, told in years[at : at + 1]
    )
    return span if How.YEAR_EXPLAINED in claim.how and not followed else None


def _is_carried_on(case: Case, claim: Claim) -> bool:
    """ "Lalu datang 2018. Nilainya tinggal 12,30": whether the year of the sentence in front of a claim may be its own:
    it stands in its paragraph and tells of no other ("yang pada Maret 2024 dan Maret 2025 tertinggi")."""
    frame = frame_of(case, claim)
    before = case.frames[claim.sentence - 1] if claim.sentence else None
    if frame is None or before is None:
        return False
    if claim.kind == "count" or _is_led_to(case, claim):
        return True
    years = {before.mentions[at].tags[Tag.YEAR_DIGITS] for at in before.having(Tag.YEAR_DIGITS)}
    return claim.period_origin is not None and before.sentence.block == frame.sentence.block and len(years) == 1


def _is_led_to(case: Case, claim: Claim) -> bool:
    """ "… penilaian kepatuhan 2023. Kabupaten Bekasi memperoleh 87,88": whether the sentence in front of a figure, in
    its paragraph, tells of one year alone, that of what is measured, and of no figure itself."""
    frame = frame_of(case, claim)
    if frame is None or not frame.sentence.place:
        return False
    before = case.frames[frame.sentence.place - 1]
    marks = year_marks(before)
    alone = len(before.having(Tag.YEAR_DIGITS)) == len(marks) == 1
    if any(map(is_distinctive, case.claims.inside(before.sentence.place))):
        return False
    return alone and marks[0].tight and not marks[0].led and before.sentence.block == frame.sentence.block


def _is_parted(case: Case, claim: Claim, start: int) -> bool:
    """ "pada 2022 cuma 57,22, setahun kemudian …": whether a comma stands between a figure and a year behind it."""
    frame = frame_of(case, claim)
    return frame is not None and any(claim.end <= frame.mentions[at].start < start for at in frame.having(Tag.COMMA))


def _tells_both(case: Case, span: Span, claim: Claim) -> bool:
    """ "Hasil penilaian 2023 baru dibicarakan pada 2024. Waktu itu Tebo 88,85": whether the sentence of a year, in
    front of that of a claim which "waktu itu" opens, writes the year of the claim too."""
    frame = frame_at(case, span.start)
    years = (frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS))
    then = frame.sentence.place + 1 == claim.sentence and case.frames[claim.sentence].has(Tag.BIND_THEN)
    return then and claim.period in years


NOT_ITS = (_has_another, _is_owned, _follows_its_own, _tells_both)
"""Each a way in which a year beside a figure is not its own."""
