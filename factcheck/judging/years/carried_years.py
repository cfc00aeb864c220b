"""Years that were carried, or counted, to figures that are another's: what stands between or above them says so."""

from collections import Counter

from factcheck.judging.case import Case, frame_at
from factcheck.judging.years.held_year import Held
from factcheck.judging.years.right_year import is_distinctive, is_figure
from factcheck.judging.years.told_years import (
    FOLLOWS,
    GLUED,
    dates_something_else,
    is_relative,
    year_in_front,
    years_told,
)
from factcheck.model import How, Span, number_of
from factcheck.reading.period.year_marks import month_marks
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag
from factcheck.spans import HEADS

LARGE = 100
"""So many are not counted in two years by chance."""


def is_relative_alone(case: Case, held: Held) -> bool:
    """Whether a relative year has no figure with decimals, or is itself read as the other year."""
    if not is_relative(case, held.span):
        return False
    return not any(map(is_figure, held.shown)) or all((one.subject, held.right) in one.readings for one in held.shown)


def is_headed_otherwise(case: Case, held: Held) -> bool:
    """ "## 2022: standar baru", above "Setahun kemudian …" counted from the chapter before: whether the last heading
    above a relative year has the right one."""
    if not is_relative(case, held.span):
        return False
    heads = [block for block in case.document.blocks if block.kind in HEADS and block.end <= held.span.start]
    return bool(heads) and held.right in case.document.plain[heads[-1].start : heads[-1].end]


def is_of_month_told(case: Case, held: Held) -> bool:
    """ "Kami belum hijau," kata Bupati pada Januari 2024. … Hulu Sungai Selatan 95,07: whether a year is that of a
    month, and all that was carried from it stands in other sentences and is measured by the year."""
    if any(claim.period_span is not None for claim in held.shown):
        return False
    if any("-" in fact.period for claim in held.shown for fact in case.answer(claim).facts):
        return False
    return any(mark.span == held.span for _, mark in month_marks(frame_at(case, held.span.start)))


def is_borne_elsewhere(case: Case, held: Held) -> bool:
    """Whether the year of claims that it was carried to is borne out by a telling figure elsewhere in the draft: then
    they were misread, and the year is no slip."""
    if any(claim.period_span is not None or How.YEAR_OF_ARTICLE not in claim.how for claim in held.claims):
        return False
    year = held.claims[0].period
    if any(0 <= claim.start - held.span.end < FOLLOWS for claim in held.claims):
        return False
    return any(
        claim.period == year
        and claim.period_origin not in (held.span, held.claims[0].period_origin)
        and is_distinctive(claim)
        and case.answer(claim).verdict == "supported"
        for claim in case.claims
    )


def is_of_no_results(case: Case, held: Held) -> bool:
    from factcheck.judging.years.foreseen import is_no_year_of_results

    return is_no_year_of_results(case, held.span, held.shown)


def has_its_own_figure(case: Case, held: Held) -> bool:
    """ "tadinya posisi 28 pada tahun 2023": a year that is right beside a telling value is not convicted by those of
    later sentences that it was carried to; nor is one beside any other value, by those of the article's own year."""
    if any(claim.period_span is not None for claim in held.shown):
        return False
    own = [claim for claim in held.claims if claim.period_span == held.span]
    if _stands_behind_right_count(case, held):
        return True
    if any(is_distinctive(claim) and case.answer(claim).verdict == "supported" for claim in own):
        return True
    borne = [claim for claim in own if case.answer(claim).verdict in ("supported", "disputed")]
    if borne and 2 * sum(claim.start < held.span.start for claim in held.shown) > len(
        held.shown
    ):  # told in front of that year
        return True
    later = bool(borne) and all(claim.sentence > borne[-1].sentence for claim in held.shown)
    return later and _is_main(case, held.right, held.span)


def _stands_behind_right_count(case: Case, held: Held) -> bool:
    """ "494 are green, against 414 in 2023": whether the number right in front of a year is right in it, and large."""
    if not any(one.kind == "count" for one in held.claims):
        return False
    here = case.claims.inside(frame_at(case, held.span.start).sentence.place)
    beside = [one for one in here if one.kind == "count" and 0 <= held.span.start - one.end <= GLUED]
    year = case.document.plain[slice(*held.span)]
    return any(
        one.period == year and number_of(one) >= LARGE and case.answer(one).verdict == "supported" for one in beside
    )


def _is_main(case: Case, year: str, span: Span) -> bool:
    """Whether most figures that the reference bears out are of a year, one of them in front of a place: then what was
    carried to another year from there was misread."""
    borne = [claim for claim in case.claims if is_distinctive(claim) and case.answer(claim).verdict == "supported"]
    years = Counter(claim.period for claim in borne)
    told = any(claim.period == year and claim.end <= span.start for claim in borne)
    return told and years[year] == max(years.values())


def is_of_something_else(case: Case, held: Held) -> bool:
    """ "Tahun 2024. Pada 2023 kantornya pindah. Kota Jambi bernilai 93,68": whether a year was only carried to claims
    from a sentence that tells of nothing measured, and the year written last in front of that sentence is theirs."""
    if any(claim.period_span is not None for claim in held.shown):
        return False
    behind = [claim for claim in held.shown if claim.start > held.span.end] or held.shown
    if all(year_in_front(case, claim.start) == held.right for claim in behind):
        return True  # "… 92,08 pada 2024.\n\nDi tahun terakhir cara lama itu Tuban meraih 99,03"
    return dates_something_else(case, held.span.start, held.right)


def is_counted_on(case: Case, held: Held) -> bool:
    """ "Daftar 34 pemda pada 2021. … Setahun kemudian lembarnya berubah. Begini bunyinya.": whether a year counted from
    the one written stands behind it and in front of all that fits that one."""
    year, first = case.document.plain[slice(*held.span)], min(claim.start for claim in held.shown)
    between = (span for _, span in years_told(case) if held.span.end <= span.start < first)
    last = next(iter(list(between)[-1:]), None)
    if last is None or not year.isdigit():
        return False
    frame = frame_at(case, last.start)
    at = next((at for at in frame.having(Tag.YEAR_ANCHORED) if frame.mentions[at].start == last.start), -1)
    step = frame.mentions[at].tags.get(Tag.YEAR, "") if at >= 0 else ""
    return step.lstrip("-").isdigit() and str(int(year) + int(step)) == held.right


def is_told_past(case: Case, held: Held) -> bool:
    """ "hasil 2025 … Pada 2021 91,45 … Setahun kemudian 81,66 … Surabaya 97,43 dan 98,59": whether a year was only
    carried to figures in front of each of which another is told last."""
    if any(claim.period_span is not None for claim in held.shown):
        return False
    year = case.document.plain[slice(*held.span)]
    telling = [claim for claim in held.shown if is_distinctive(claim) and claim.start > held.span.end]
    return bool(telling) and all(year_in_front(case, claim.start) != year for claim in telling)


def is_named_behind(case: Case, held: Held) -> bool:
    """ "… nomor enam dengan 90,83. Itu 2021.": whether the sentence behind all that fits another year tells nothing but
    that year, and that it was then."""
    place = max(claim.sentence for claim in held.shown)
    frame = case.frames[place + 1] if place + 1 < len(case.frames) else None
    if frame is None or not frame.mentions or Tag.ENTITY_SELF not in frame.mentions[0].tags or frame.names_between():
        return False
    years = [frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)]
    return years == [held.right] and len(frame.having(FIGURES)) == len(years)


def tells_both(case: Case, held: Held) -> bool:
    """ "Hasil penilaian 2023 baru dibicarakan pada 2024. Waktu itu Tebo 88,85": whether a year was only carried to what
    fits another from a sentence that writes that one too."""
    if any(claim.period_span is not None for claim in held.shown):
        return False
    frame = frame_at(case, held.span.start)
    return any(frame.mentions[at].tags[Tag.YEAR_DIGITS] == held.right for at in frame.having(Tag.YEAR_DIGITS)) and all(
        one.sentence == frame.sentence.place + 1 and case.frames[one.sentence].has(Tag.BIND_THEN) for one in held.shown
    )
