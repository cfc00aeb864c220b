"""A percentage that does not follow from the figures it is given with.

Wrong: Nilai naik dari 75,00 menjadi 90,00 atau 25 persen; 36 dari 98 kota (46,7 persen).
Right: Nilai naik dari 75,00 menjadi 90,00 atau 20 persen; 36 dari 98 kota (36,7 persen).
Why: the sum is done on what each figure may have been before it was rounded or cut off, so that a last digit
    never makes an alarm; one that is only just outside is an info. "Naik 10 poin atau 2 persen ke 510" starts
    from 500; where that fits only the other way, the word (turun) is offered too. Hedged figures ("sekitar"),
    years and ranks are left alone.
Silence: `wrong-percentage` under `ignore` in the configuration, or `[sic]` behind the percentage.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.judging.case import Case
from factcheck.language.fold import fold
from factcheck.language.interval import Range, change, difference, share, step
from factcheck.language.language import load
from factcheck.language.number_format import format_like
from factcheck.language.written import Number
from factcheck.messages import message
from factcheck.model import Document, Evidence, Finding, Suggestion
from factcheck.reading.sums.sums import Sum

RULE = "wrong-percentage"
LOPSIDED = 1000
"""Two figures further apart than this are written in different scales: 4,5 menjadi 5,2 juta."""


class Reckoned(NamedTuple):
    """A percentage as the sum gives it: all it may be, the figure without tolerance, how it was reckoned."""

    range: Range
    value: Decimal
    sum: str


def check(case: Case) -> list[Finding]:
    """A finding for each percentage of a case that does not follow."""
    return find(case.document, case.sums)


def find(document: Document, sums: Sequence[Sum]) -> list[Finding]:
    """A finding for each percentage that no reading of `sums` (of `find_sums`) bears out."""
    by_place: dict[int, list[Sum]] = {}
    for stated in sums:
        if "P" in stated.figures and _comparable(stated):
            by_place.setdefault(stated.figures["P"].start, []).append(stated)
    found = [_judge(document, readings) for readings in by_place.values()]
    return [finding for finding in found if finding is not None]


def _comparable(stated: Sum) -> bool:
    if stated.kind == "points":
        return stated.figures["B"].unit != "percent"
    one, other = stated.figures["A"], stated.figures["B"]
    if one.unit != other.unit or not one.value or not other.value:
        return False
    if stated.kind == "share":
        return one.value <= other.value and one.unit != "percent" and stated.exact >= {"A", "B"}
    return Decimal(1) / LOPSIDED < one.value / other.value < LOPSIDED


def _judge(document: Document, readings: Sequence[Sum]) -> Finding | None:
    printed = readings[0].range("P")
    reckoned = [(stated, list(_reckon(document, stated))) for stated in readings]
    ranges = [one.range for _, answers in reckoned for one in answers]
    if not ranges or any(answer.meets(printed) for answer in ranges):
        return None
    near = min(answer.distance(printed) for answer in ranges) <= readings[0].figures["P"].quantum / 2
    stated, answers = next(pair for pair in reckoned if pair[1])
    return _finding(document, stated, answers[0], "info" if near else "error")


def _reckon(document: Document, stated: Sum) -> Iterator[Reckoned]:
    """What the percentage may be; more than one answer where the words leave it open."""
    figures = stated.figures
    if stated.kind == "points":
        for sign in (stated.direction,) if stated.direction else (1, -1):
            yield from _stepped(document, stated, sign)
        return
    first, second = _written(document, figures["A"]), _written(document, figures["B"])
    one, other = figures["A"].value, figures["B"].value
    if stated.kind == "share":
        answer = share(stated.range("A"), stated.range("B"))
        yield from _one(answer, 100 * one / other, f"{first} / {second}")
        return
    answer = change(stated.range("A"), stated.range("B"))
    yield from _one(answer, 100 * abs(other - one) / one, f"({second} - {first}) / {first}")
    if figures["A"].unit == "percent":
        answer = difference(stated.range("A"), stated.range("B"))
        yield from _one(answer, abs(other - one), f"{second} - {first}")


def _stepped(document: Document, stated: Sum, sign: int) -> Iterator[Reckoned]:
    size, after = stated.figures["X"], stated.figures["B"]
    before = after.value - sign * size.value
    if before > 0:
        part, whole = _written(document, size), _written(document, after)
        written = f"{part} / ({whole} {'-' if sign > 0 else '+'} {part})"
        yield from _one(step(stated.range("X"), stated.range("B"), sign), 100 * size.value / before, written)


def _one(answer: Range | None, value: Decimal, written: str) -> Iterator[Reckoned]:
    if answer is not None:
        yield Reckoned(answer, value, written)


def _written(document: Document, number: Number) -> str:
    return document.text[slice(*number.figure)]


def _finding(document: Document, stated: Sum, answer: Reckoned, severity: str) -> Finding:
    number = stated.figures["P"]
    language = load(document.language)
    written = _written(document, number)
    right = format_like(answer.value, written, number.quantum, language)
    row = f"{answer.sum} = {right} %"
    return Finding(
        RULE,
        severity,
        message("{text} per cent does not follow: {row}", text=written, row=row),
        number.start,
        number.end,
        expected=right,
        suggestions=(Suggestion(*number.figure, right), *_turned(document, stated)),
        evidence=(Evidence("arithmetic", "", answer.value, row),),
    )


def _turned(document: Document, stated: Sum) -> Iterator[Suggestion]:
    """The opposite verb, where the percentage fits a step the other way: "naik" in a list of losers."""
    if stated.kind != "points" or not stated.direction or stated.verb is None:
        return
    answer = step(stated.range("X"), stated.range("B"), -stated.direction)
    word = fold(document.plain[slice(*stated.verb)])
    opposite = load(document.language).changes["opposites"].get(word)
    if opposite and answer is not None and answer.meets(stated.range("P")):
        yield Suggestion(*stated.verb, opposite)
