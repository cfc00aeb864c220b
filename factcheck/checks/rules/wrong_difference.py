"""A change that is not the difference of the two figures it is given with.

Wrong: Nilainya turun dari 88,41 menjadi 85,62, turun 2,97 poin.
Right: Nilainya turun dari 88,41 menjadi 85,62, turun 2,79 poin.
Why: the subtraction is done on what each figure may have been before it was rounded or cut off. The change
    must be counted in points or in what the two figures count; hedged figures and years are left alone.
Silence: `wrong-difference` under `ignore` in the configuration, or `[sic]` behind the change.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judging.case import Case
from factcheck.language.interval import difference
from factcheck.language.language import load
from factcheck.language.number_format import format_like
from factcheck.messages import message
from factcheck.model import Document, Evidence, Finding, Suggestion
from factcheck.reading.sums.sums import Sum, counted_alike

RULE = "wrong-difference"


def check(case: Case) -> list[Finding]:
    """A finding for each stated difference of a case that does not follow."""
    return find(case.document, case.sums)


def find(document: Document, sums: Sequence[Sum]) -> list[Finding]:
    """A finding for each stated difference that no reading of `sums` (of `find_sums`) bears out."""
    by_place: dict[int, list[Sum]] = {}
    for stated in sums:
        if stated.kind == "difference" and _comparable(document, stated):
            by_place.setdefault(stated.figures["X"].start, []).append(stated)
    return [_finding(document, readings[0]) for readings in by_place.values() if not any(map(_holds, readings))]


def _comparable(document: Document, stated: Sum) -> bool:
    one, other, size = (stated.figures[role] for role in "ABX")
    if one.unit != other.unit or max(one.quantum, other.quantum) > size.quantum:
        return False
    return counted_alike(document, size, (one, other))


def _holds(stated: Sum) -> bool:
    return difference(stated.range("A"), stated.range("B")).meets(stated.range("X"))


def _finding(document: Document, stated: Sum) -> Finding:
    one, other, size = (stated.figures[role] for role in "ABX")
    value = abs(other.value - one.value)
    written = document.text[slice(*size.figure)]
    right = format_like(value, written, min(one.quantum, other.quantum), load(document.language))
    larger, smaller = sorted((one, other), key=lambda number: -number.value)
    row = f"{document.text[slice(*larger.figure)]} - {document.text[slice(*smaller.figure)]} = {right}"
    return Finding(
        RULE,
        "error",
        message("{text} is not the difference: {row}", text=written, row=row),
        size.start,
        size.end,
        expected=right,
        suggestions=(Suggestion(*size.figure, right),),
        evidence=(Evidence("arithmetic", "", value, row),),
    )
