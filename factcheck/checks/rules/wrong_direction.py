"""A word of rising or falling between two figures that went the other way.

Wrong: Angka kemiskinan 10,83 persen, menurun dibandingkan tahun lalu yang 10,77 persen.
Right: Angka kemiskinan 10,83 persen, meningkat dibandingkan tahun lalu yang 10,77 persen.
Why: the two figures are of one unit, the wording says which of them is the earlier, and no reading of the sentence
    bears the word out. Ranks, and currencies that are quoted the other way round, are left alone, and so are figures so
    far apart that they cannot be of one thing.
Silence: `wrong-direction` under `ignore` in the configuration, or `[sic]` behind the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule, sums
from factcheck.checks.odd_one import figure_of
from factcheck.checks.wording import like
from factcheck.judging.case import Case
from factcheck.language.fold import fold
from factcheck.language.interval import change, difference
from factcheck.language.language import load
from factcheck.messages import message
from factcheck.model import Document, Evidence, Finding, Span, Suggestion
from factcheck.reading.sums.sums import Sum

RULE = "wrong-direction"
FAR = Decimal("2.5")
"""How many times the smaller figure the larger may be."""


@rule(RULE, "error", after="wrong-percentage", needs=sums, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding for each word of rising or falling of a case that its figures do not bear out."""
    return find(case.document, case.sums)


def find(document: Document, sums: Sequence[Sum]) -> Iterator[Finding]:
    """A finding for each verb that no reading of `sums` (of `find_sums`) bears out."""
    by_verb: dict[Span, list[Sum]] = {}
    for stated in sums:
        if stated.verb is not None and stated.direction and _comparable(stated):
            by_verb.setdefault(stated.verb, []).append(stated)
    for verb, readings in by_verb.items():
        if all(map(_against, readings)):
            yield _finding(document, verb, readings[0])


def _comparable(stated: Sum) -> bool:
    if not stated.figures.keys() >= {"A", "B"} or stated.kind == "share":
        return False
    one, other = stated.figures["A"], stated.figures["B"]
    if one.unit != other.unit or one.value <= 0 or "word" in (one.form, other.form):
        return False
    return 1 / FAR < other.value / one.value < FAR and _belong(stated)


def _belong(stated: Sum) -> bool:
    """Whether the two figures are of one change: what is said of its size fits them, or the words alone say so."""
    one, other = stated.range("A"), stated.range("B")
    if "X" in stated.figures:
        return difference(one, other).meets(stated.range("X"))
    if "P" in stated.figures:
        whole = change(one, other)
        return whole is not None and whole.meets(stated.range("P"))
    return stated.kind == "direction"


def _against(stated: Sum) -> bool:
    """Whether the figures went the other way beyond all rounding."""
    one, other = stated.range("A"), stated.range("B")
    return other.low > one.high if stated.direction < 0 else other.high < one.low


def _finding(document: Document, verb: Span, stated: Sum) -> Finding:
    one, other = stated.figures["A"], stated.figures["B"]
    word = document.text[slice(*verb)]
    row = f"{figure_of(document, one)}, {figure_of(document, other)}"
    told = (
        message("The figures rise: {row}.", row=row)
        if stated.direction < 0
        else message("The figures fall: {row}.", row=row)
    )
    opposite = load(document.language).changes.opposites.get(fold(word), "")
    return Finding(
        RULE,
        "error",
        told,
        *verb,
        expected=like(word, word, opposite) if opposite else row,
        suggestions=(Suggestion(*verb, like(word, word, opposite)),) if opposite else (),
        evidence=(Evidence("arithmetic", "", other.value - one.value, row),),
    )
