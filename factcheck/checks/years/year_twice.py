"""A year that a series tells twice, or that is compared with itself: one of the two is another.

"Naik dari 412 pada 2022 menjadi 424 pada 2022", "Pada 2021 3.155, 2022 menjadi 2.234, dan 2022 tinggal 1.031",
"Sepanjang 2023 tercatat 3.117. Dibandingkan 2023 yang 1.474, …", a table with two columns of one year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.checks.subject_needs import OPENS
from factcheck.checks.years.year_backwards import backwards
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.model import Block, Span
from factcheck.reading.period.year_marks import Mark, month_marks, month_of, year_marks
from factcheck.reading.scan.frame import FIGURES, PEOPLED, SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.typed import NamedTuple

PAIR = 2
YEAR = compiled(r"\b(?:19|20)[0-9]{2}\b")
NEAR = 3
"""Mentions in front of a year in which a word of comparing, or for a part of it, may stand."""
JOINTS = (Tag.BIND_TO, Tag.BIND_AND, Tag.COMMA, Tag.OPEN)
"""What joins two members of a series."""
APART = (Tag.COMMA, Tag.BIND_AND, Tag.BIND_TO, Tag.BIND_CLAUSE, Tag.SEMICOLON, Tag.STOP)
"""What parts a figure from a year that is not its own."""
OF_OTHERS = (PEOPLED, SCALED, Tag.GROUP, Tag.SEMICOLON, Tag.BIND_CLAUSE, Tag.BIND_COMPARE, Tag.MOOD_CORRECTED)
"""What stands between two figures of one year that are no series: of others, of what else is counted."""
TABLE = ("header", "row")
SPANS = {"-", "–", "/"}
"""What joins two years to a span of them."""


class Twice(NamedTuple):
    """Two places at which one year is written, and what is told of each; nothing for a table, nor where the `later` of
    two is what the other changed from."""

    first: Span
    second: Span
    values: Sequence[str] = ()
    compared: bool = False
    later: bool = False


def told_twice(case: Case) -> Iterator[Twice]:
    """The years of a draft that are told twice of one series, or compared with themselves."""
    yield from _of_columns(case)
    before: Frame | None = None
    for frame in with_tag(case.frames, Tag.YEAR_DIGITS):
        if frame.sentence.kind not in TABLE:
            marks = _marks(frame)
            for one, other in pairwise(_with_counted(frame, marks, before)):
                if one.year == other.year and _alike(frame, one, other):
                    yield from _in_series(case, frame, one, other)
            yield from (Twice(one, other, later=True) for one, other in backwards(frame, marks))
            yield from _with_itself(case, before, frame, marks)
        before = frame


def _marks(frame: Frame) -> Sequence[Mark]:
    """The years of a sentence in order, but for those of a span of years ("2019-2024")."""
    marks = sorted([*year_marks(frame), *(mark for _, mark in month_marks(frame))])
    plain = frame.plain
    return [
        one
        for one in marks
        if not {plain[one.span.start - 1 : one.span.start], plain[one.span.end : one.span.end + 1]} & SPANS
    ]


def _with_counted(frame: Frame, marks: Sequence[Mark], before: Frame | None) -> Sequence[Mark]:
    """The years of a sentence with those counted from the one in front ("Pada 2021 1.011. Tahun berikutnya 904, lalu
    730 pada 2022"), each at the place of that one."""
    near = _marks(before)[-1:] if before is not None and _is_near(before, frame) else []
    counted = []
    for at in frame.having(Tag.YEAR_ANCHORED):
        base = next((one for one in (*reversed(marks), *near) if one.at < at or one in near), None)
        if base is not None:
            step = int(frame.mentions[at].tags[Tag.YEAR])
            counted.append(Mark(at, str(int(base.year) + step), base.span, tight=False, led=False))
    return sorted([*marks, *counted])


def _alike(frame: Frame, one: Mark, other: Mark) -> bool:
    """Whether two years are whole ones, or of one month or other part: no "awal 2022" and "akhir 2022"."""
    if month_of(frame, one.at) != month_of(frame, other.at):
        return _opens_bracket(frame, other)
    return _lead(frame, one) == _lead(frame, other) or (_is_whole(frame, one) and _is_whole(frame, other))


def _opens_bracket(frame: Frame, mark: Mark) -> bool:
    """ "8,31 persen pada Agustus 2022 (2022: 9,82 persen)": whether a year opens a bracket that goes on behind it."""
    return frame.before(mark.at, Tag.OPEN) and not month_of(frame, mark.at) and not frame.after(mark.at, Tag.CLOSE)


def _lead(frame: Frame, mark: Mark) -> str:
    """The word in front of a year."""
    start = frame.mentions[mark.at].start
    return next(iter(frame.plain[frame.sentence.start : start].lower().split()[-1:]), "")


def _is_whole(frame: Frame, mark: Mark) -> bool:
    """Whether the word in front of a year is one that is read, and no number: "pada", and not "akhir", "semester I"."""
    if not mark.at:
        return not frame.plain[frame.sentence.start : frame.mentions[mark.at].start].strip(" \"'(*#")
    led = frame.mentions[mark.at - 1].number is None and Tag.YEAR_PART not in frame.mentions[mark.at - 1].tags
    return led and not frame.gap(mark.at - 1, mark.at).strip()


def _in_series(case: Case, frame: Frame, one: Mark, other: Mark) -> Iterator[Twice]:
    if _is_listed(frame, one, other):
        yield Twice(one.span, other.span)
        return
    first, second = _of_first(frame, one, other), _of_second(frame, one, other)
    if first < 0 or second <= first or not _are_members(frame, first, second):
        return
    places = sorted((first, second, one.at, other.at))
    if frame.has_any(OF_OTHERS, places[0], places[-1]) or _is_borne_out(
        case, [frame.mentions[at] for at in (first, second)], one.year
    ):
        return
    yield Twice(one.span, other.span, [_text(frame, at) for at in (first, second)])


def _is_listed(frame: Frame, one: Mark, other: Mark) -> bool:
    """ "pada 2021, 2022, dan 2022 berturut-turut": whether nothing but a comma or a word for and stands between."""
    between = frame.mentions[one.at + 1 : other.at]
    joined = all({Tag.COMMA, Tag.BIND_AND} & mention.tags.keys() for mention in between)
    words = frame.plain[one.span.end : other.span.start].replace(",", " ").lower().split()
    words = [word for word in words if word not in frame.language.dates.months]
    series = len(frame.having(Tag.YEAR_DIGITS)) > PAIR or frame.has(Tag.BIND_PAIR)
    return bool(between) and joined and len(words) < PAIR and series


def _of_first(frame: Frame, one: Mark, other: Mark) -> int:
    """The figure of the first year: right in front of it, else behind it."""
    own = [at for at in _figures(frame, 0, one.at) if not frame.has_any(APART, at + 1, one.at)]
    return own[-1] if own else next(iter(_figures(frame, one.at, other.at)), -1)


def _of_second(frame: Frame, one: Mark, other: Mark) -> int:
    """The figure of the second year: between the two, right in front of it, else behind it."""
    own = [at for at in _figures(frame, one.at, other.at) if not frame.has_any(APART, at + 1, other.at)]
    if own and not _opens_bracket(frame, other):
        return own[-1]
    behind = next(iter(_figures(frame, other.at, len(frame.mentions))), -1)
    return -1 if behind < 0 or frame.has_any((*APART, Tag.YEAR_DIGITS), other.at + 1, behind) else behind


def _are_members(frame: Frame, first: int, second: int) -> bool:
    """Whether two figures are of one kind and size of place, joined as members of a series are."""
    one, other = (_number(frame, at) for at in (first, second))
    if one is None or other is None or one.value == other.value or not frame.has_any(JOINTS, first, second):
        return False
    return _kind(frame, first, one) == _kind(frame, second, other)


def _kind(frame: Frame, at: int, number: Number) -> tuple[object, ...]:
    unit = frame.mentions[at + 1].tags.get(Tag.UNIT, "") if at + 1 < len(frame.mentions) else ""
    sized = frame.has(Tag.CHANGE, max(0, at - 1), at)
    return number.unit, number.quantum < 1, number.form == "ordinal", unit == "point", sized


def _with_itself(case: Case, before: Frame | None, frame: Frame, marks: Sequence[Mark]) -> Iterator[Twice]:
    """ "Sepanjang 2023 tercatat 3.117. Dibandingkan 2023 yang 1.474, …", "Pada 2022 8,31 persen. Pada 2022 masih 9,82
    persen": a year compared with the one told last."""
    mark = marks[-1] if marks else None
    own = next(iter(_figures(frame, mark.at, len(frame.mentions))), -1) if mark is not None else -1
    if mark is None or own < 0 or frame.has_any((*APART, *OF_OTHERS), mark.at + 1, own) or _is_relative(frame, 0):
        return
    there = frame if len(marks) > 1 else before
    led = next(iter((_marks(there) if there is before and there is not None else marks[:-1])[::-1]), None)
    if not _is_contrasted(frame, mark, own) or there is None or led is None or led.led or led.year != mark.year:
        return
    if not _is_near(there, frame) or not _is_same_part(there, led, frame, mark):
        return
    if there is not frame and _is_relative(there, led.at):
        return
    first = _first_told(there, led, frame, mark)
    told = {one.number.value for one in there.mentions if one.number is not None}
    second = frame.mentions[own].number
    if first is None or second is None or second.value in told or first[1] != _kind(frame, own, second):
        return
    if not _is_borne_out(case, [first[0], frame.mentions[own]], mark.year):
        values = [frame.plain[one.start : one.end] for one in (first[0], frame.mentions[own])]
        yield Twice(led.span, mark.span, values, compared=True)


def _is_contrasted(frame: Frame, mark: Mark, own: int) -> bool:
    """Whether a year is compared with another, or opens a sentence that names nobody and says of its figure that it
    still was so ("Pada 2022 masih 9,82 persen")."""
    if mark.led:
        since = frame.has(Tag.BIND_SINCE, max(0, mark.at - NEAR), mark.at)
        return not since and frame.has_any((Tag.BIND_COMPARE, Tag.BIND_FROM))
    opens = mark.at <= OPENS and all(Tag.YEAR in one.tags for one in frame.mentions[: mark.at])
    return opens and not frame.bearers and frame.before(own, Tag.STATE_BEFORE)


def _first_told(there: Frame, led: Mark, frame: Frame, mark: Mark) -> tuple[Mention, tuple[object, ...]] | None:
    """The figure of the year told before, and of what kind it is; what is compared, where that year has none."""
    at = _of_first(there, led, led._replace(at=mark.at if there is frame else len(there.mentions)))
    place = there if at >= 0 else frame
    at = at if at >= 0 else next(iter(_figures(frame, 0, mark.at)), -1)
    number = place.mentions[at].number if at >= 0 else None
    return (place.mentions[at], _kind(place, at, number)) if number is not None else None


def _is_near(there: Frame, frame: Frame) -> bool:
    """Whether a sentence is the one in front of another, in its paragraph, or that itself."""
    return there.sentence.block == frame.sentence.block and frame.sentence.place - there.sentence.place < PAIR


def _is_same_part(there: Frame, one: Mark, frame: Frame, other: Mark) -> bool:
    parts = there.has(Tag.YEAR_PART, max(0, one.at - NEAR), one.at) or not _is_whole(frame, other)
    same = month_of(there, one.at) == month_of(frame, other.at)
    return (not parts or _lead(there, one) == _lead(frame, other)) and same


def _is_relative(frame: Frame, start: int) -> bool:
    """Whether another year is told in words behind a place: "kini", "tahun lalu"."""
    return any(frame.mentions[at].tags[Tag.YEAR] != "word" for at in frame.having(Tag.YEAR, start))


def _is_borne_out(case: Case, values: Sequence[Mention], year: str) -> bool:
    """Whether the reference bears out each of some values in the year that is written."""
    read = [case.claims.over(value.start, value.end) for value in values]
    right = ((one.period.startswith(year) and case.answer(one).verdict == "supported" for one in told) for told in read)
    return all(map(any, right))


def _of_columns(case: Case) -> Iterator[Twice]:
    """ "| Provinsi | 2022 | 2022 | 2024 |", "| Agustus 2023 (%) | Agustus 2023 (%) |" above figures: two columns of one
    year."""
    blocks = case.document.blocks
    for head, row in pairwise(blocks):
        if head.kind != "header" or row.kind != "row" or len(head.cells) != len(row.cells):
            continue
        years = [at for at, cell in enumerate(head.cells) if _is_year(case, cell) and _holds_figure(case, row, at)]
        for one, other in pairwise(years):
            if _cell(case, head.cells[one]) == _cell(case, head.cells[other]):
                yield Twice(_year_in(case, head.cells[one]), _year_in(case, head.cells[other]))


def _is_year(case: Case, cell: Span) -> bool:
    return len(YEAR.findall(_cell(case, cell))) == 1


def _year_in(case: Case, cell: Span) -> Span:
    found = next(YEAR.finditer(case.document.plain, cell.start, cell.end))
    return Span(found.start(), found.end())


def _holds_figure(case: Case, row: Block, at: int) -> bool:
    return _cell(case, row.cells[at])[:1].isdigit()


def _cell(case: Case, cell: Span) -> str:
    return case.document.plain[cell.start : cell.end].strip()


def _figures(frame: Frame, start: int, stop: int) -> Sequence[int]:
    return [at for at in frame.having(FIGURES, start, stop) if Tag.YEAR_DIGITS not in frame.mentions[at].tags]


def _number(frame: Frame, at: int) -> Number | None:
    return frame.mentions[at].number


def _text(frame: Frame, at: int) -> str:
    return frame.plain[frame.mentions[at].start : frame.mentions[at].end]
