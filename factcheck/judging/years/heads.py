"""A year at the head of figures that stand in their turn: above a column of a table, or in the sentence that announces
a list. "| Wilayah | Agustus 2022 | Agustus 2024 |" above figures of 2023 and 2024.

Each figure is explained, whatever is written, so that none contradicts; what is told of a year in running text
(`governing_year.py`) cannot tell whose a head is, for the figures of all columns and of each pair lie behind both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from factcheck.judging.case import Case
from factcheck.judging.judge import answer_to
from factcheck.judging.years.right_year import is_distinctive
from factcheck.model import Claim, Span
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.period.year_marks import Mark, is_next_to, month_marks, year_marks
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag

ENOUGH = 3
"""So many figures of one other year under a head, each of somebody else, are no chance."""
PAIR = 2
"""So many years in front of a list, and of its figures, are of one each."""
ROWS = ("row", "item")

Told = tuple[Span, tuple[Claim, ...]]


def of_heads(case: Case) -> Iterator[Told]:
    """The years at the head of a column or of a list that none of its figures is of, with the figures."""
    before: Frame | None = None
    rows: list[Frame] = []
    for frame in [*case.frames, None]:
        if frame is not None and frame.sentence.kind in ROWS:
            rows.append(frame)
            continue
        if before is not None and len(rows) >= ENOUGH:
            looked = _of_columns if before.sentence.kind == "header" else _of_announced
            yield from looked(case, before, rows)
        before, rows = frame, []


def _of_columns(case: Case, header: Frame, rows: Sequence[Frame]) -> Iterator[Told]:
    """Each year alone in its cell of a header that the figures of its column show to be another."""
    years: dict[int, list[Mark]] = defaultdict(list)
    for mark in _marks(header):
        years[_column(header, mark.span.start)].append(mark)
    columns: dict[int, list[Claim]] = defaultdict(list)
    for row in rows if years else ():
        for claim in case.claims.inside(row.sentence.place):
            columns[_column(row, claim.start)].append(claim)
    for at, marks in years.items():
        told = _of_another(case, marks[0], columns.get(at, ())) if len(marks) == 1 else ()
        if told:
            yield marks[0].span, told


def _of_announced(case: Case, frame: Frame, rows: Sequence[Frame]) -> Iterator[Told]:
    """Of two years of the paragraph in front of a list whose figures are of two years the one that is none of these,
    where the other is: "mundur pada 2025. Inilah yang turun paling dalam dibandingkan dengan 2023:"."""
    block = case.document.blocks[frame.sentence.block]
    if not case.document.plain[block.start : block.end].rstrip().endswith(":"):
        return
    place = frame.sentence.place
    near = [one for one in case.frames[max(0, place - 1) : place + 1] if one.sentence.block == frame.sentence.block]
    marks = [(one, mark) for one in near for mark in _marks(one)]
    if len(marks) != PAIR or any(one.has(Tag.YEAR_ANCHORED) for one in near):
        return
    claims = [claim for row in rows for claim in case.claims.inside(row.sentence.place) if _is_telling(case, claim)]
    years = {claim.period for claim in claims}
    missing = [claim for claim in claims if all(mark.year != claim.period for _, mark in marks)]
    if len(years) != PAIR or len({claim.period for claim in missing}) != 1:
        return
    mark = _odd(case, marks, missing, years)
    shown = _of_another(case, mark, missing) if mark is not None else ()
    if mark is not None and shown:
        yield mark.span, shown


def _odd(
    case: Case, marks: Sequence[tuple[Frame, Mark]], missing: Sequence[Claim], years: Collection[str]
) -> Mark | None:
    """The one of two written years in whose place that of some figures is missing: the one that no figure is of; where
    both are alike the one in brackets, if those are, or the one compared with, if theirs is the earlier year."""
    strange = [mark for _, mark in marks if mark.year not in years]
    if strange:
        return strange[0] if len(strange) == 1 else None
    bracketed = [mark for frame, mark in marks if _is_bracketed(frame, mark.at)]
    if len(bracketed) == 1:
        inside = all(case.document.plain[claim.start - 1] == "(" for claim in missing)
        return next(mark for _, mark in marks if (mark in bracketed) == inside)
    led = [mark for _, mark in marks if mark.led]
    earlier = missing[0].period < marks[0][1].year
    return next((mark for _, mark in marks if (mark in led) == earlier), None) if len(led) == 1 else None


def _is_bracketed(frame: Frame, at: int) -> bool:
    return len(frame.having(Tag.OPEN, 0, at)) > len(frame.having(Tag.CLOSE, 0, at))


def _marks(frame: Frame) -> Sequence[Mark]:
    return [*year_marks(frame), *(mark for _, mark in month_marks(frame))]


def _column(frame: Frame, start: int) -> int:
    return sum(frame.mentions[at].start <= start for at in frame.having(Tag.CELL))


def _of_another(case: Case, mark: Mark, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Those of the figures under a head that show another year: all that the reference knows are of the one beside it,
    and nearly all of them have something else in the written one."""
    figures = [claim for claim in claims if isinstance(claim.value, Decimal) and claim.kind != "difference"]
    right = [claim for claim in figures if case.answer(claim).verdict == "supported"]
    years = {claim.period for claim in right}
    year = next(iter(years), "")
    if len(years) != 1 or not is_next_to(mark.year, year):
        return ()
    then = [answer_to(claim._replace(period=mark.year), case.claims, case.reference).verdict for claim in right]
    otherwise = [claim for claim, verdict in zip(right, then, strict=True) if verdict == "contradicted"]
    if len({claim.subject for claim in otherwise}) < ENOUGH or 4 * len(otherwise) < 3 * len(figures):
        return ()
    borne = any(is_distinctive(claim) for claim, found in zip(right, then, strict=True) if found == "supported")
    return () if borne else tuple(right)


def _is_telling(case: Case, claim: Claim) -> bool:
    value = kind_of(claim.kind) is VALUE and is_distinctive(claim)
    return value and case.answer(claim).verdict == "supported"
