"""An amount in a line of its year is of whom the amount of another year beside it is: "2024: Rp4.878.612 /
2025: Rp5.195.720"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.language.interval import interval
from factcheck.language.written import Number
from factcheck.model import Claim, How, Span
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import Known, is_value
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

RUPIAH = "rupiah"
PAIR = 2
"""The figures of a line of a year: the year and the amount."""
LONG = 6
"""An amount of so many digits is told exactly."""


def amounts_of_years(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, and those of amounts that nothing explains and nobody is named for, alone in a line with their year,
    beside the line of another year whose amount is read."""
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    two = [frame for frame in frames if len(frame.tagged.get(FIGURES, ())) == PAIR and not frame.bearers]
    alone = {frame.sentence.place: found for frame in two if (found := _of_year(frame, known)) is not None}
    told = {claim.sentence: claim for claim in claims if claim.sentence in alone and is_value(claim, known.setting)}
    made = []
    for place, line in alone.items():
        like = next((one for step in (1, -1) if (one := told.get(place + step)) is not None), None)
        if like is None or like.period == line.year or line.number.figure.start in read or not line.unexplained:
            continue
        low, high = interval(line.number, "")
        one = like._replace(
            start=line.number.figure.start, end=line.number.figure.end, value=line.number.value, low=low, high=high,
            period=line.year, period_span=line.span, period_origin=line.span, subject_span=None, sentence=place,
            how=(How.SUBJECT_OF_SENTENCE_BEFORE,), readings=(),
        )  # fmt: skip
        made.append(one)
    return [*claims, *made]


class Line(NamedTuple):
    """The amount of a line, the year in front of it with its place, and whether nothing explains it."""

    number: Number
    year: str
    span: Span
    unexplained: bool


def _of_year(frame: Frame, known: Known) -> Line | None:
    """The one amount of a line that has two figures and names nobody, its year in front of it; else None."""
    figures = frame.having(FIGURES)
    if Tag.YEAR_DIGITS not in frame.mentions[figures[0]].tags:
        return None
    year, number = frame.mentions[figures[0]], frame.mentions[figures[1]].number
    if number is None or number.unit != RUPIAH or digits(number) < LONG or frame.has(Tag.CHANGE):
        return None
    figure = known.evidence.figures.get(number.figure.start)
    span = Span(year.start, year.end)
    return Line(number, year.tags[Tag.YEAR_DIGITS], span, figure is not None and not figure.facts)
