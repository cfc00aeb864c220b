"""The year of results that were handed over on a day on which, as the reference knows, those of the year beside it
were: "hasil penilaian 2023 diserahkan Selasa (21/1/2025)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.judging.case import Case
from factcheck.judging.corrected import is_corrected
from factcheck.judging.judge import answer_to
from factcheck.judging.years.governed import right_claims, since, year_marks_of
from factcheck.judging.years.right_year import is_distinctive
from factcheck.language.figures import DateMention
from factcheck.model import COUNTRY, Claim, Event, Span
from factcheck.reading.period.year_marks import Mark, is_next_to
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag

APART = 80
"""So many code points at most stand between the word for results and their year."""
SEVERAL = 2
"""So many counts that are right in one year only are hardly so by chance."""


def of_events(case: Case) -> Iterator[tuple[Span, Event]]:
    """The years of results beside a day on which those of another year were told, each with what was on that day."""
    if not case.dates:
        return
    for frame, mark in year_marks_of(case):
        if mark.led or since(case, mark.span) or not _tells_results(frame, mark) or is_corrected(case, mark.span.start):
            continue
        told = right_claims(case, (one for one in case.claims if one.period_span == mark.span))
        days = _days(case, frame)
        events = _events(case, _nearest(days, mark.span)) if days else []
        years = {event.period for event in events}
        if len(years) == 1 and is_next_to(mark.year, min(years)) and not _is_told(case, told, min(years)):
            yield mark.span, events[0]


def _nearest(days: Sequence[DateMention], year: Span) -> DateMention:
    """ "Hasil 2021 diserahkan pada 9 Februari 2022, hasil 2022 pada 16 Februari 2023": the first day behind a year,
    else the last in front of it."""
    return next((day for day in days if day.start >= year.end), days[-1])


def _is_told(case: Case, told: Sequence[Claim], other: str) -> bool:
    """Whether a telling figure is right in a year, or several counts that are right in no other: "pada penilaian 2022
    yang hijau baru 14 dan 24 lainnya kuning"."""
    only = [one for one in told if not _is_right_in(case, one, other)]
    return any(map(is_distinctive, told)) or len(only) >= SEVERAL


def _is_right_in(case: Case, claim: Claim, year: str) -> bool:
    return answer_to(claim._replace(period=year), case.claims, case.reference).verdict == "supported"


def _tells_results(frame: Frame, mark: Mark) -> bool:
    """Whether a sentence tells of the results of one year, and of none to come."""
    others = [at for at in frame.having(Tag.YEAR) if frame.mentions[at].tags[Tag.YEAR] != "word"]
    results = frame.having(Tag.YEAR_RESULT, 0, mark.at)
    near = bool(results) and mark.span.start - frame.mentions[results[-1]].end <= APART
    return near and not others and not frame.has_any((Tag.MOOD_IRREALIS, Tag.MOOD_FORESEEN))


def _days(case: Case, frame: Frame) -> Sequence[DateMention]:
    """The days of a sentence; those of the next where it has none, and that tells of no other year."""
    behind = case.frames[frame.sentence.place + 1 : frame.sentence.place + 2]
    near = [frame, *(one for one in behind if not one.has(Tag.YEAR_DIGITS) and not one.has(Tag.YEAR_ANCHORED))]
    for one in near:
        here = [day for day in case.dates if one.sentence.start <= day.start < one.sentence.end]
        if here:
            return here
    return ()


def _events(case: Case, mention: DateMention) -> list[Event]:
    """What was on a day of whom the draft names, or of the country."""
    try:
        day = date(mention.year, mention.month, mention.day)
    except ValueError:
        return []
    named = {COUNTRY, *(claim.subject for claim in case.claims)}
    named |= {one for frame in case.frames for mention in frame.mentions for one in mention.ids}
    known = (event for event in case.reference.events if event.day == day and event.period.isdigit())
    return [event for event in known if event.entity in named]
