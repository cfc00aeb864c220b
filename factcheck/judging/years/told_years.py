"""The years that a draft tells, in order, and of what."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.judging.case import Case, frame_at
from factcheck.language.written import Number
from factcheck.model import Span
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag

SERIES = 60
"""Code points from a figure to a year behind others of a series."""
FOLLOWS = 200
"""Code points behind a year within which a relative one is counted from it."""
MEASURED = (Tag.SUBJECT, Tag.COUNT_ASSESSED)
"""What a sentence tells of that is about what is measured."""


def is_relative(case: Case, span: Span) -> bool:
    """Whether a year is told as "last year" and not in figures."""
    return not case.document.plain[span.start : span.end].isdigit()


@lru_cache(maxsize=2)
def years_told(case: Case) -> Sequence[tuple[int, Span]]:
    """Every year of a draft in order, with the place of its sentence, told in figures or as "tahun lalu"."""
    return [
        (frame.sentence.place, Span(frame.mentions[at].start, frame.mentions[at].end))
        for frame in case.frames
        if Tag.YEAR_DIGITS in frame.tagged or Tag.YEAR in frame.tagged
        for at in sorted({*frame.having(Tag.YEAR_DIGITS), *frame.having(Tag.YEAR)})
        if frame.mentions[at].tags.get(Tag.YEAR, "word") != "word" or Tag.YEAR_DIGITS in frame.mentions[at].tags
    ]


def year_in_front(case: Case, start: int) -> str:
    """The year that is told last in front of a place; empty where none is."""
    years = years_told(case)
    last = bisect_left(years, start, key=lambda told: told[1].start) - 1
    return case.document.plain[slice(*years[last][1])] if last >= 0 else ""


def ends_series(frame: Frame, end: int, year: Span) -> bool:
    """ "Gowa 82,60, 92,33, lalu 94 pada 2024": whether a year stands behind a figure that ends there and behind others,
    with nobody named between."""
    if not 0 < year.start - end < SERIES:
        return False
    between = [one for one in frame.mentions if end <= one.start < year.start]
    return any(one.number is not None for one in between) and not any(one.ids for one in between)


def dates_something_else(case: Case, start: int, right: str) -> bool:
    """Whether the sentence at a place tells of nothing measured, and the year told in front of it is the right one: the
    year that it tells is that of something else."""
    frame = frame_at(case, start)
    if frame.has_any(MEASURED) or names_measure(frame.tagged) or case.claims.inside(frame.sentence.place):
        return False
    return year_in_front(case, frame.sentence.start) == right


def fine_figures(case: Case, place: int) -> Sequence[Number]:
    """The figures with decimals of the sentence at a place, be they read or not: any of them may be what its year is
    told of."""
    frame = frame_at(case, place)
    numbers = (frame.mentions[at].number for at in frame.having(FIGURES))
    return [number for number in numbers if number is not None and number.quantum < 1]


def names_measure(tags: Iterable[str]) -> bool:
    """Whether one of the tags of a mention, or of a sentence, is the word for what is measured."""
    return any(tag.startswith(CUE_OF) and tag != Tag.CUE_NUMBER for tag in tags)
