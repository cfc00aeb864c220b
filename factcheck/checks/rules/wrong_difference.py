"""A change that is not the difference of the two figures it is given with.

Wrong: Nilainya turun dari 88,41 menjadi 85,62, turun 2,97 poin.
Right: Nilainya turun dari 88,41 menjadi 85,62, turun 2,79 poin.
Why: the subtraction is done on what each figure may have been before it was rounded or cut off: where all three are
    told as finely, one of the last digit may be missing, and no more. The change must
    be counted in points or in what the two figures count; hedged figures and years are left alone. What is
    flagged is the figure that one slip of the finger mends, the change itself where none does; a figure that the
    reference bears out never is; a figure that several differences are counted with is flagged once, for all of
    them. Where one slip mends several of the three, all from the first to the last of these are. One rupiah off is
    cents cut off; rupiah in whole thousands are rounded. A change in per cent between two percentages is held as one
    in points where it is no such part of the earlier.
Silence: `wrong-difference` under `ignore` in the configuration, or `[sic]` behind the change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.checks.changes.told_differences import candidates, holds, is_against, is_comparable, with_lost_scale
from factcheck.checks.declare import rule
from factcheck.checks.figures.odd_one import (
    Odd,
    Supported,
    amended,
    figure_of,
    is_amended,
    odd_ones,
    spelled_like,
    supported_by,
)
from factcheck.checks.needs import reckoned, tables
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.messages import message
from factcheck.model import Document, Evidence, Finding, Suggestion
from factcheck.reading.sums.mistyped import is_near
from factcheck.reading.sums.sums import Sum
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.figures.shared_figure import Shared
    from factcheck.checks.figures.table_columns import OddRow

RULE = "wrong-difference"
CLOSE, FAR = Decimal("1.03"), Decimal(4)
"""How many times what it should be a change may be: where the words alone do not bind the figures, and where they do.
"Naik dari A menjadi B, naik D" binds them whatever D is. What is further off was said of something else, unless one
slip of the finger mends it."""
LONGEST = 4
"""Words of the longest name that is looked for."""
FAR_BACK = 120
"""Letters in front of the figures of a change in which whose they are may stand."""
SENTENCE_END = compiled(r"[.!?]\s")


@rule(RULE, "error", after="parts-of-whole", needs=reckoned, itself=True)
def check(case: Case) -> list[Finding]:
    """A finding for each stated difference of a case that does not follow and of which no figure is flagged itself."""
    in_columns = {odd.size.start for odd in _odd_rows(case)}
    sums = [*case.sums, *_in_points(case)]
    told = [with_lost_scale(stated) for stated in sums if _is_of_size(stated, in_columns)]
    failing = [stated for stated in _failing(case.document, told) if not is_amended(case, stated, "X")]
    failing = [stated for stated in failing if not _is_of_next(case, stated)]
    found = list(_findings(case.document, failing, supported_by(case)))
    placed = {finding.start for finding in found}
    loose = [stated for stated in failing if stated.loose and stated.figures["X"].start not in placed]
    if not loose:
        return found
    from factcheck.checks.changes.bound_changes import is_bound

    return [*found, *(_of_size(case.document, stated) for stated in loose if is_bound(case, stated))]


def _is_of_size(stated: Sum, but: Collection[int]) -> bool:
    """Whether the size of a change is told, at none of some places."""
    return "X" in stated.figures and stated.figures["X"].start not in but


def _is_of_next(case: Case, stated: Sum) -> bool:
    """ "Kepulauan Riau dari 15,4 ke 16,8 persen. Bengkulu naik 0,4 poin": whether a change stands in another sentence
    than its figures, which begins with the name of somebody whom theirs does not name."""
    plain, size = case.document.plain, stated.figures["X"].start
    told = min(stated.figures[role].start for role in "AB")
    ends = [match.end() for match in SENTENCE_END.finditer(plain, told, size)]
    if not ends or any(stated.figures[role].start > ends[-1] for role in "AB"):
        return False
    words = [word.strip(",.").lower() for word in plain[ends[-1] : size].split()[:LONGEST]]
    names = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    name = next((name for name in names if name in case.reference.aliases), "")
    return bool(name) and name not in plain[max(0, told - FAR_BACK) : ends[-1]].lower()


def _in_points(case: Case) -> list[Sum]:
    """The changes between two percentages in per cent as such in points; imported where one is."""
    rates = [stated for stated in case.sums if stated.kind == "change" and stated.figures.keys() == {"A", "B", "P"}]
    if not rates:
        return []
    from factcheck.checks.changes.bound_changes import in_points

    return list(in_points(rates))


@rule(RULE, "error", after="wrong-difference", needs=tables, itself=True)
def check_columns(case: Case) -> Iterator[Finding]:
    """A finding at each difference of a table that its row does not make, as all other rows do."""
    supported = supported_by(case)
    for odd in _odd_rows(case):
        right = spelled_like(case.document, odd.size, odd.right)
        larger, smaller = sorted((odd.one, odd.other), key=lambda number: -number.value)
        row = f"{_term(case.document, larger)} - {_term(case.document, smaller)} = {right}"
        others = (Odd(larger, smaller.value + odd.size.value), Odd(smaller, larger.value - odd.size.value))
        slips = [one for one in others if one.slips == 1 and not supported(one.number)]
        yield Finding(
            RULE,
            "error",
            message("{text} is not the difference: {row}.", text=figure_of(case.document, odd.size), row=row),
            odd.size.start,
            odd.size.end,
            expected=right,
            suggestions=(
                Suggestion(*odd.size.figure, right),
                *(Suggestion(*one.number.figure, spelled_like(case.document, *one)) for one in slips),
            ),
            evidence=(Evidence("arithmetic", "", odd.right, row),),
        )


def _of_size(document: Document, stated: Sum) -> Finding:
    """A finding at a change itself, with the difference that it should be."""
    one, other, size = (stated.figures[role] for role in "ABX")
    value = abs(other.value - one.value)
    right = spelled_like(document, size, value)
    larger, smaller = sorted((one, other), key=lambda number: -number.value)
    row = f"{_term(document, larger)} - {_term(document, smaller)} = {right}"
    return Finding(
        RULE,
        "error",
        message("{text} is not the difference: {row}.", text=figure_of(document, size), row=row),
        size.start,
        size.end,
        expected=right,
        suggestions=(Suggestion(*size.figure, right),),
        evidence=(Evidence("arithmetic", "", value, row),),
    )


def _odd_rows(case: Case) -> list[OddRow]:
    """The rows of tables that do not hold, but for those of which a figure is flagged itself."""
    if not tables(case):
        return []
    from factcheck.checks.figures.table_columns import odd_differences

    found = odd_differences(case.document, case.numbers)
    return [odd for odd in found if all(amended(case, one) == one for one in (odd.one, odd.other))]


def _failing(document: Document, sums: Sequence[Sum]) -> list[Sum]:
    by_place: dict[int, list[Sum]] = {}
    for stated in sums:
        if stated.figures.keys() >= {"A", "B", "X"} and is_comparable(document, stated):
            by_place.setdefault(stated.figures["X"].start, []).append(stated)
    failing = [
        next((one for one in readings if not is_against(one)), readings[0])
        for readings in by_place.values()
        if not any(map(holds, readings))
    ]
    told = {_ends(stated) for readings in by_place.values() for stated in readings if holds(stated)} if failing else ()
    return [stated for stated in failing if not (stated.loose and _ends(stated) in told)]


def _ends(stated: Sum) -> tuple[int, int]:
    """Between which two figures a difference is told: "bertambah 995, dari 1.308 menjadi 2.303. Di Cimahi tambahannya
    500" tells theirs before that of Cimahi."""
    return stated.figures["A"].start, stated.figures["B"].start


def _findings(document: Document, sums: Sequence[Sum], supported: Supported) -> Iterator[Finding]:
    told = _shared(sums, supported) if len(sums) > 1 else []
    yield from (_of_shared(document, one) for one in told)
    alone = [stated for stated in sums if not any(stated in one.sums for one in told)]
    found = (_finding(document, stated, supported) for stated in alone)
    yield from (finding for finding in found if finding is not None)


def _shared(sums: Sequence[Sum], supported: Supported) -> list[Shared]:
    from factcheck.checks.figures.shared_figure import shared_figures

    return [one for one in shared_figures(sums, candidates, holds) if not supported(one.odd.number)]


def _of_shared(document: Document, shared: Shared) -> Finding:
    """A finding at the one figure that several differences are counted from."""
    number, right = shared.odd.number, spelled_like(document, *shared.odd)
    return Finding(
        RULE,
        "error",
        message(
            "{text} fits none of the {count} differences counted with it; {right} fits all.",
            text=figure_of(document, number),
            count=len(shared.sums),
            right=right,
        ),
        number.start,
        number.end,
        expected=right,
        suggestions=(Suggestion(*number.figure, right),),
        evidence=tuple(_row(document, stated, shared.odd) for stated in shared.sums),
    )


def _row(document: Document, stated: Sum, odd: Odd) -> Evidence:
    """The difference as it comes out with the figure put right."""
    right = {
        role: odd.right if number.start == odd.number.start else number.value for role, number in stated.figures.items()
    }
    value = abs(right["B"] - right["A"])
    larger, smaller = sorted((right["A"], right["B"]), reverse=True)
    size = stated.figures["X"]
    row = [spelled_like(document, size, one) for one in (larger, smaller, value)]
    return Evidence("arithmetic", "", value, f"{row[0]} - {row[1]} = {row[2]}")


def _finding(document: Document, stated: Sum, supported: Supported) -> Finding | None:
    odd = odd_ones(list(candidates(stated)), supported)
    one, other, size = (stated.figures[role] for role in "ABX")
    value = abs(other.value - one.value)
    if not odd or not (odd[0].slips or _is_close(stated, size, value)):
        return None
    found = _of_size(document, stated)._replace(
        start=odd[0].number.start,
        end=odd[0].number.end,
        expected=_spelled(document, stated, odd[0]),
        suggestions=tuple(
            Suggestion(*each.number.figure, _spelled(document, stated, each))
            for each in odd
            if each is odd[0] or 0 < each.slips == odd[0].slips
        ),
    )
    tied = [each.number for each in odd if each.slips == odd[0].slips == 1]
    if len(tied) > 1:
        found = found._replace(start=min(one.start for one in tied), end=max(one.end for one in tied))
    return found if odd[0].slips or is_near(size, value, CLOSE) else _of_any(document, found, stated)


def _of_any(document: Document, found: Finding, stated: Sum) -> Finding:
    """ "7,47 juta orang. Angka itu berkurang 0,39 juta dibanding tahun lalu yang 7,99 juta": where no single slip mends
    figures of two sentences, any of them may be wrong, and all are what is flagged."""
    start, end = min(one.start for one in stated.figures.values()), max(one.end for one in stated.figures.values())
    if SENTENCE_END.search(document.plain[start:end]) is None:
        return found
    return found._replace(start=start, end=end, expected=None, suggestions=())


def _spelled(document: Document, stated: Sum, odd: Odd) -> str:
    """What a figure should read; one that lost a digit with as many as the change has."""
    number = next(one for one in stated.figures.values() if one.start == odd.number.start)
    return spelled_like(document, number, odd.right, odd.number.quantum)


def _is_close(stated: Sum, size: Number, value: Decimal) -> bool:
    if stated.kind == "amounts":
        return False
    if stated.kind == "difference":
        return True
    return is_near(size, value, CLOSE if stated.loose else FAR)


def _term(document: Document, number: Number) -> str:
    """The figure as written; below zero in brackets: (-2,3)."""
    written = figure_of(document, number)
    return f"(-{written})" if number.value < 0 else written
