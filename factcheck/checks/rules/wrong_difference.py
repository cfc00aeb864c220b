"""A change that is not the difference of the two figures it is given with.

Wrong: Nilainya turun dari 88,41 menjadi 85,62, turun 2,97 poin.
Right: Nilainya turun dari 88,41 menjadi 85,62, turun 2,79 poin.
Why: the subtraction is done on what each figure may have been before it was rounded or cut off. The change
    must be counted in points or in what the two figures count; hedged figures and years are left alone. What is
    flagged is the figure that one slip of the finger mends, the change itself where none does; a figure that the
    reference bears out never is; a figure that several differences are counted with is flagged once, for all of
    them. One rupiah off is cents cut off; rupiah in whole thousands are rounded.
Silence: `wrong-difference` under `ignore` in the configuration, or `[sic]` behind the change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import reckoned, rule, tables
from factcheck.checks.odd_one import (
    Odd,
    Supported,
    amended,
    figure_of,
    is_amended,
    odd_ones,
    spelled_like,
    supported_by,
)
from factcheck.judging.case import Case
from factcheck.language.interval import THOUSAND, Range, change, difference, interval, is_round_of, share
from factcheck.language.written import Number
from factcheck.messages import message
from factcheck.model import Document, Evidence, Finding, Suggestion
from factcheck.reading.sums.mistyped import is_near
from factcheck.reading.sums.sums import PER_CENT, Sum, counted_alike, is_of_steps
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.shared_figure import Shared
    from factcheck.checks.table_columns import OddRow

RULE = "wrong-difference"
CLOSE, FAR = Decimal("1.03"), Decimal(4)
"""How many times what it should be a change may be: where the words alone do not bind the figures, and where they do.
"Naik dari A menjadi B, naik D" binds them whatever D is. What is further off was said of something else, unless one
slip of the finger mends it."""
FEW = 10
"""A change that is off by fewer rupiah was reckoned wrong, and no amount mistyped."""
SENTENCE_END = compiled(r"[.!?]\s")
CENTS = 1
"""Rupiah that cents cut off on three amounts make."""


@rule(RULE, "error", after="parts-of-whole", needs=reckoned, itself=True)
def check(case: Case) -> list[Finding]:
    """A finding for each stated difference of a case that does not follow and of which no figure is flagged itself."""
    in_columns = {odd.size.start for odd in _odd_rows(case)}
    told = [stated for stated in case.sums if "X" in stated.figures and stated.figures["X"].start not in in_columns]
    failing = [stated for stated in _failing(case.document, told) if not is_amended(case, stated, "X")]
    return list(_findings(case.document, failing, supported_by(case)))


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


def _odd_rows(case: Case) -> list[OddRow]:
    """The rows of tables that do not hold, but for those of which a figure is flagged itself."""
    if not tables(case):
        return []
    from factcheck.checks.table_columns import odd_differences

    found = odd_differences(case.document, case.numbers)
    return [odd for odd in found if all(amended(case, one) == one for one in (odd.one, odd.other))]


def _failing(document: Document, sums: Sequence[Sum]) -> list[Sum]:
    by_place: dict[int, list[Sum]] = {}
    for stated in sums:
        if stated.figures.keys() >= {"A", "B", "X"} and _comparable(document, stated):
            by_place.setdefault(stated.figures["X"].start, []).append(stated)
    failing = [readings[0] for readings in by_place.values() if not any(map(_holds, readings))]
    told = {_ends(stated) for readings in by_place.values() for stated in readings if _holds(stated)} if failing else ()
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
    from factcheck.checks.shared_figure import shared_figures

    return [one for one in shared_figures(sums, _candidates, _holds) if not supported(one.odd.number)]


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


def _comparable(document: Document, stated: Sum) -> bool:
    one, other, size = (stated.figures[role] for role in "ABX")
    finest = max(size.quantum, Decimal(CENTS)) if size.unit == "rupiah" else size.quantum
    coarser = max(one.quantum, other.quantum) > finest
    if _is_scaled(stated):
        return size.value >= max(one.quantum, other.quantum)
    if not _of_one_unit(document, one, other) or (coarser and not _has_lost_a_digit(stated)):
        return False
    if stated.loose and 2 * size.value > max(one.value, other.value):  # "tambahan Rp263.561": no amount of its own
        return False
    return counted_alike(document, size, (one, other))


def _of_one_unit(document: Document, one: Number, other: Number) -> bool:
    """Whether two figures are of one unit; "5,41 persen … masih 6,37": or both of as many decimals, one without its
    "persen"."""
    if one.unit == other.unit:
        return True
    bare = {one.unit, other.unit} == {"", PER_CENT} and one.quantum == other.quantum < 1
    return bare and not (is_of_steps(document, one) or is_of_steps(document, other))


def _is_scaled(stated: Sum) -> bool:
    """ "berkurang 460 ribu orang, dari 26,36 juta menjadi 25,90 juta": whether words that bind all three leave no doubt
    that they count one thing, in thousands and millions."""
    figures = [stated.figures[role] for role in "ABX"]
    bound = stated.kind == "difference" and not stated.loose
    return bound and all(one.quantum >= THOUSAND and one.form == "digits" and not one.unit for one in figures)


def _has_lost_a_digit(stated: Sum) -> bool:
    """ "10,06 persen dan 10,8 persen, atau naik 0,02 poin": whether one of the two has a digit less than the other and
    the change, and the one that is missing mends all."""
    fine = stated.figures["X"].quantum
    short = [role for role in "AB" if stated.figures[role].quantum > fine]
    if len(short) != 1 or fine >= 1 or stated.figures[short[0]].quantum != fine * 10:
        return False
    return any(odd.number.start == stated.figures[short[0]].start and odd.slips for odd in _candidates(stated))


def _holds(stated: Sum) -> bool:
    """Whether one of the three figures is what the others leave or make: "naik Rp152 ribu, dari Rp3,614 juta naik
    Rp3,766 juta" tells them in another order."""
    one, other, made = (stated.figures[role].value for role in "ABX")
    if made == one + other or is_round_of(made, abs(one - other)):
        return True
    answer, size = difference(stated.range("A"), stated.range("B")), stated.figures["X"]
    if size.unit != "rupiah":
        return answer.meets(stated.range("X"))
    rounded = size.value % THOUSAND == 0
    cents = all(stated.figures[role].quantum < 1 for role in "ABX")  # all three are told to the cent
    return answer.distance(Range(*interval(size, "")) if rounded else stated.range("X")) <= (0 if cents else CENTS)


def _candidates(stated: Sum) -> Iterator[Odd]:
    """What each figure would have to be; where a percentage stands beside them, only those that fit it too."""
    one, other, size = (stated.figures[role] for role in "ABX")
    way = stated.direction or (1 if other.value > one.value else -1)
    apart = abs(other.value - one.value)
    if _is_scaled(stated) and len({one.quantum, other.quantum, size.quantum}) > 1:
        yield Odd(size, apart)
        return
    reckoned = size.unit == "rupiah" and abs(size.value - apart) < FEW
    against = stated.direction * (other.value - one.value) < 0  # "8,74, menurun 0,10 dari 8,57": no size mends that
    fitting = "X" if reckoned else "BA" if against else _by_percentage(stated)
    for role, right in (
        ("X", abs(other.value - one.value)),
        ("B", one.value + way * size.value),
        ("A", other.value - way * size.value),
    ):
        if role in fitting:
            number = stated.figures[role]
            finest = number.quantum if number.unit == "rupiah" else size.quantum  # whole rupiah stay whole
            yield Odd(number._replace(quantum=min(number.quantum, finest)), right)


def _by_percentage(stated: Sum) -> str:
    """The figures that may be wrong for the percentage beside them: what fits it with another is right."""
    if "P" not in stated.figures:
        return "XBA"
    whole = change(stated.range("A"), stated.range("B"))
    if whole is not None and whole.meets(stated.range("P")):
        return "X"
    risen = share(stated.range("X"), stated.range("A"))
    return "B" if risen is not None and risen.meets(stated.range("P")) else "XBA"


def _finding(document: Document, stated: Sum, supported: Supported) -> Finding | None:
    odd = odd_ones(list(_candidates(stated)), supported)
    one, other, size = (stated.figures[role] for role in "ABX")
    value = abs(other.value - one.value)
    if not odd or not (odd[0].slips or _is_close(stated, size, value)):
        return None
    larger, smaller = sorted((one, other), key=lambda number: -number.value)
    right = spelled_like(document, size, value)
    row = f"{_term(document, larger)} - {_term(document, smaller)} = {right}"
    found = Finding(
        RULE,
        "error",
        message("{text} is not the difference: {row}.", text=figure_of(document, size), row=row),
        odd[0].number.start,
        odd[0].number.end,
        expected=_spelled(document, stated, odd[0]),
        suggestions=tuple(
            Suggestion(*each.number.figure, _spelled(document, stated, each))
            for each in odd
            if each is odd[0] or 0 < each.slips == odd[0].slips
        ),
        evidence=(Evidence("arithmetic", "", value, row),),
    )
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
