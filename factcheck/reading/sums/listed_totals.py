"""Totals at the foot of a list that its lines miss by a slip: "1. A (6.578 suara) / 2. B (653) / 3. C (7.456) / Suara
sah: 14.687 / Suara tidak sah: 474 / Total: 15.161".

Each line has one count, and that of a total a label: what the lines in front of it make from some line on is what it
says, or misses it by one slip of the finger and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.figures import Number
from factcheck.language.fold import fold
from factcheck.language.language import load
from factcheck.model import Document
from factcheck.reading.sums.mistyped import slips
from factcheck.reading.sums.near_totals import Broken
from factcheck.reading.sums.shapes import whole_words

LEAST, FEW = 1000, 100
"""A total of fewer digits is one slip off many sums; one of three must be that of all lines in front of it."""
LONGEST, MOST = 90, 12
"""Letters of a line; lines in front of a total that it may be made of."""
PARTS = 2
LINES = ("item", "paragraph")

Line = tuple[Number, str]
"""The count of a line, and what is written in front of it."""


def listed_totals(document: Document, numbers: Sequence[Number]) -> list[Broken]:
    """The labelled totals of lists that the lines in front of them nearly make, where no run of these makes them."""
    labels = whole_words(load(document.language).changes.totals.labels)
    found: list[Broken] = []
    for run in _runs(document, numbers):
        for at, (whole, label) in enumerate(run):
            closes = at == len(run) - 1 and whole.value >= FEW
            if at < PARTS or not label.rstrip().endswith(":") or not labels.search(label):
                continue
            if whole.value >= LEAST or closes:
                parts = [one for one, _ in run[max(0, at - MOST) : at]]
                found += _broken(whole, parts, closed=whole.value < LEAST)
    return found


def _broken(whole: Number, before: Sequence[Number], *, closed: bool) -> Iterator[Broken]:
    """The total where one slip makes it of some run of lines that ends with it; of a `closed` list only of all."""
    sums = [(before[at:], sum((one.value for one in before[at:]), Decimal(0))) for at in range(len(before) - 1)]
    near = [(parts, total) for parts, total in sums if slips(whole, total) == 1]
    if closed:
        near = [(parts, total) for parts, total in near if len(parts) == len(before)]
    if len(near) == 1 and all(total != whole.value for _, total in sums):
        parts, total = near[0]
        yield Broken(whole, total, whole, tuple(parts))


def _runs(document: Document, numbers: Sequence[Number]) -> Iterator[Sequence[Line]]:
    """The lines that follow each other, each with one count."""
    counts = iter(numbers)
    number = next(counts, None)
    run: list[Line] = []
    for block in document.blocks:
        inside = []
        while number is not None and number.start < block.end:
            inside += [number] if number.start >= block.start else []
            number = next(counts, None)
        told = [one for one in inside if one.quantum == 1 and not one.unit and one.form == "digits"]
        if block.kind in LINES and len(inside) == len(told) == 1 and block.end - block.start <= LONGEST:
            run.append((told[0], fold(document.plain[block.start : told[0].start])))
        elif run:
            yield run
            run = []
    if run:
        yield run
