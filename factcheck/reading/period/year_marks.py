"""The years written in a sentence, each with how it stands there: beside what is measured, behind a word that makes it
another's, behind the name of a month; and of which years an article could not tell yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice

from factcheck.model import Span
from factcheck.reading.period.marks import TIGHT, clauses_ended, compared, in_date, is_ended_by, is_tight, of_another
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple

AHEAD = 1
"""So many years ahead is decided: what is to be paid in 2025 is told of in 2024."""


def known_by_then(periods: Iterable[str], reference: Reference, published: date | None) -> list[str]:
    """Those of `periods` of which an article may tell that was published on a day: none further ahead than the next
    year, nor one whose first event that the reference knows is later."""
    if published is None:
        return list(periods)
    first = _first_days(reference)
    latest = published.year + AHEAD
    return [one for one in periods if int(one or 0) <= latest and first.get(one, published) <= published]


@lru_cache(maxsize=8)
def _first_days(reference: Reference) -> Mapping[str, date]:
    """The day of the first event of each year."""
    first: dict[str, date] = {}
    for event in reference.events:
        first[event.period] = min(event.day, first.get(event.period, event.day))
    return first


OTHER = (Tag.MOOD_IRREALIS, Tag.BIND_SINCE, Tag.BIND_COMPARE, Tag.BIND_FROM)
"""In front of a year these say that it is not that of the figure."""
NEARBY = 6
"""So many sentences in front of a list the year may stand that it is of."""


class Mark(NamedTuple):
    """A year written in a sentence; `tight` where it stands beside what is measured or the name of the subject, `led`
    where a word in front of it says that it is another's ("dibandingkan iuran 2022")."""

    at: int
    year: str
    span: Span
    tight: bool
    led: bool


def year_marks(frame: Frame) -> list[Mark]:
    """The years written in a sentence that may be those of its figures, in order."""
    return [mark for mark in _marks(frame) if not month_of(frame, mark.at)]


def month_marks(frame: Frame) -> list[tuple[int, Mark]]:
    """The years of months in a sentence ("kemiskinan Maret 2021"), each with the number of its month."""
    return [(month, mark) for mark in _marks(frame) if (month := month_of(frame, mark.at))]


def _marks(frame: Frame) -> Sequence[Mark]:
    """All years written in a sentence; several passes ask for them."""
    known: Sequence[Mark] | None = frame.kept.get("years")
    if known is None:
        known = frame.kept["years"] = _written(frame)
    return known


def _written(frame: Frame) -> Sequence[Mark]:
    return [
        Mark(
            at, frame.mentions[at].tags[Tag.YEAR_DIGITS], Span(frame.mentions[at].start, frame.mentions[at].end),
            is_tight(frame, at), _is_led(frame, at),
        )
        for at in frame.having(Tag.YEAR_DIGITS)
        if not in_date(frame, at) and not of_another(frame, at) and not is_ended_by(frame, at)
    ]  # fmt: skip


def _is_led(frame: Frame, at: int) -> bool:
    """Whether a word in front of a year, or the end of the clause it stands in, says that it is another's."""
    led = frame.has_any(OTHER, max(0, at - 2), at) or compared(frame, at)
    return led or at in clauses_ended(frame)


def year_before(frames: Sequence[Frame], place: int, main: str) -> str:
    """The year written last in the few sentences in front of one; that of the article where none is."""
    earlier = (frames[at] for at in range(place - 1, -1, -1))
    prose = (frame for frame in earlier if frame.sentence.kind not in ("item", "row"))
    for frame in islice(prose, NEARBY):
        marks = [mark for mark in year_marks(frame) if not mark.led] if frame.has(Tag.YEAR_DIGITS) else []
        if marks:
            return marks[-1].year
    return main


def place_of_year_behind(frame: Frame, at: int) -> int:
    """Where the year stands that is written right behind a mention: "lantas kuning pada tahun 2022"; -1 where none
    is, or it is that since when."""
    place = at + 1
    while frame.has(Tag.YEAR, place, place + 1) and frame.mentions[place].tags[Tag.YEAR] == "word":
        place += 1
    if not frame.has(Tag.YEAR_DIGITS, place, place + 1) or frame.has(Tag.BIND_SINCE, at + 1, place):
        return -1
    return place if all(not frame.gap(one, one + 1).strip() for one in range(at, place)) else -1


def month_of(frame: Frame, at: int) -> int:
    """ "pada pertengahan Desember 2021": the month right in front of a year, whose year that is; 0 where none stands
    there."""
    start = frame.mentions[at].start
    lead = frame.plain[max(frame.sentence.start, start - TIGHT) : start].split()
    return frame.language.dates.months.get(lead[-1].lower().lstrip("("), 0) if lead else 0


def is_next_to(written: str, right: str) -> bool:
    """Whether a year is the one before or behind another."""
    return written.isdigit() and right.isdigit() and abs(int(written) - int(right)) == 1
