"""Matched cells read as values of their measures, each held to what its measure can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.importing.cell_value import CellValue, decimal_sign, value_of
from factcheck.reference.importing.matching import Matched
from factcheck.reference.importing.measures import settle
from factcheck.reference.importing.table_words import words
from factcheck.reference.importing.unpivot import Observation
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple

SHARE = Decimal(1)
"""Percentages none of which is more than this are shares that a spreadsheet shows as percentages."""


class Figure(NamedTuple):
    """A value with its place; `note` says where it stands and what its mark means."""

    entity: str
    period: str
    measure: str
    value: Decimal
    note: str
    about: Observation


class Figures(NamedTuple):
    """`empty`, `dashes`, `marked`, `rounded` count cells; `measures` are the measures as the figures settled them."""

    figures: tuple[Figure, ...]
    measures: Mapping[str, Measure]
    problems: tuple[Problem, ...]
    empty: int
    dashes: int
    marked: int
    rounded: int


class Reading(NamedTuple):
    """How cells are to be read: label -> measure, the period where the table says none, what marks mean, whether a
    dash is nought, and what all figures are multiplied by."""

    measures: Mapping[str, Measure]
    period: str
    marks: Mapping[str, str]
    dash_is_nought: bool = False
    times: Decimal = Decimal(1)


def read_figures(matched: Sequence[Matched], reading: Reading) -> Figures:
    """The values of all matched cells whose label has a measure, and what is wrong with them."""
    asked = [one for one in matched if one.about.label in reading.measures]
    signs = _signs(asked)
    read = [(one, _value(one.about, reading, signs)) for one in asked]
    problems = [
        one.about.sheet.problem(value.wrong, one.about.row, one.about.column) for one, value in read if value.wrong
    ]
    filled = [(one, value) for one, value in read if value.value is not None]
    measures = _settled(filled, reading.measures)
    figures, rounded = _figures(filled, reading, measures, problems)
    problems += _twice(figures)
    return Figures(
        _once(figures), measures, tuple(problems), sum(value.value is None and not value.wrong for _, value in read),
        sum(value.dash for _, value in read), sum(bool(value.mark or one.about.mark) for one, value in filled), rounded,
    )  # fmt: skip


def _signs(asked: Sequence[Matched]) -> dict[tuple[str, str, int], str]:
    """The decimal sign of each column."""
    columns = defaultdict(list)
    for one in asked:
        columns[one.about.sheet.file, one.about.sheet.name, one.about.column].append(one.about.cell)
    return {place: decimal_sign(cells) for place, cells in columns.items()}


def _value(one: Observation, reading: Reading, signs: Mapping[tuple[str, str, int], str]) -> CellValue:
    decimals = reading.measures[one.label].decimals
    value = value_of(one.cell, signs[one.sheet.file, one.sheet.name, one.column], decimals)
    if value.dash and reading.dash_is_nought:
        value = value._replace(value=Decimal(0))
    return value if value.value is None else value._replace(value=value.value * one.scale * reading.times)


def _settled(filled: Sequence[tuple[Matched, CellValue]], measures: Mapping[str, Measure]) -> dict[str, Measure]:
    """Label -> measure, new ones (without `kind`) with the decimals and the unit that the table shows."""
    found = {}
    for label, measure in measures.items():
        some = [
            (one.about, value.value) for one, value in filled if one.about.label == label and value.value is not None
        ]
        unit = next((about.unit for about, _ in some if about.unit), "")
        found[label] = measure if measure.kind else settle(measure, [value for _, value in some], unit)
    return found


def _figures(
    filled: Sequence[tuple[Matched, CellValue]],
    reading: Reading,
    measures: Mapping[str, Measure],
    problems: list[Problem],
) -> tuple[list[Figure], int]:
    figures, rounded = [], 0
    dateless: set[int] = set()
    for one, read in filled:
        about, measure = one.about, measures[one.about.label]
        value = Decimal(read.value or 0)
        fitting = _fitting(value, measure, isinstance(about.cell, Decimal))
        period = about.period or reading.period
        wrong = _wrong(fitting, measure, period)
        if wrong and (period or about.column not in dateless):
            dateless |= set() if period else {about.column}
            problems.append(about.sheet.problem(wrong, about.row, about.column))
        if wrong:
            continue
        note = _note(about, read.mark, reading.marks, value if fitting != value else None)
        rounded += fitting != value
        figures.append(Figure(one.id, period, measure.name, fitting, note, about))
    problems += _shares(figures, measures)
    return figures, rounded


def _fitting(value: Decimal, measure: Measure, exact: bool) -> Decimal:
    """The value with as many decimals as the measure is published with; with noughts filled up where it is `exact`,
    for a spreadsheet keeps 29,0 as 29."""
    if measure.decimals < 0:
        return value
    shown = -int(value.as_tuple().exponent)
    if shown < measure.decimals and not exact:
        return value
    return value.quantize(Decimal(1).scaleb(-measure.decimals), ROUND_HALF_UP)


def _wrong(value: Decimal, measure: Measure, period: str) -> str:
    if not period:
        return message("nothing says of which year this figure is: say --year")
    if measure.minimum is not None and value < measure.minimum:
        least = measure.minimum
        return message(
            "{value} is less than {least}, the least that “{name}” can be", value=value, least=least, name=measure.name
        )
    if measure.maximum is not None and value > measure.maximum:
        most = measure.maximum
        return message(
            "{value} is more than {most}, the most that “{name}” can be", value=value, most=most, name=measure.name
        )
    return ""


def _shares(figures: Sequence[Figure], measures: Mapping[str, Measure]) -> list[Problem]:
    """Percentages that a spreadsheet holds as shares of one: 0.247 for 24,7 persen."""
    found = []
    for measure in measures.values():
        some = [one for one in figures if one.measure == measure.name] if measure.unit == "percent" else []
        if len(some) > 2 and all(-SHARE <= one.value <= SHARE for one in some) and any(one.value % 1 for one in some):
            what = message(
                "no figure of “{name}” is more than 1, though it is in percent: say --times 100", name=measure.name
            )
            found.append(some[0].about.sheet.problem(what, some[0].about.row, some[0].about.column))
    return found


def _note(about: Observation, mark: str, marks: Mapping[str, str], exact: Decimal | None) -> str:
    place = about.sheet.cell_name(about.row, about.column)
    known = {**words()["marks"], **marks}
    meanings = [known.get(one, one) for one in dict.fromkeys((mark, about.mark)) if one]
    return "; ".join([place, *meanings, *([f"{exact} in the table"] if exact is not None else [])])


def _twice(figures: Sequence[Figure]) -> list[Problem]:
    """Two cells that say different things of one region, year and measure."""
    seen: dict[tuple[str, ...], Figure] = {}
    found = []
    for one in figures:
        first = seen.setdefault(_thing(one), one)
        if first.value != one.value:
            place = first.about.sheet.cell_name(first.about.row, first.about.column)
            what = message(
                "“{name}” has two figures for {period}: {value} here, {other} in {place}",
                name=one.about.name, period=one.period, value=one.value, other=first.value, place=place,
            )  # fmt: skip
            found.append(one.about.sheet.problem(what, one.about.row, one.about.column))
    return found


def _once(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple({_thing(one): one for one in reversed(figures)}.values())[::-1]


def _thing(one: Figure) -> tuple[str, ...]:
    return one.entity, one.period, one.measure, one.about.source
