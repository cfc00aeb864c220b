"""Levels and rises in per cent told as one that are not one's by the reference: "naik 6,29 persen menjadi Rp2.591.000"
of whose amount rose by 6,29 per cent to another one.

The year before is known and the rise, or the level, is right: what stands beside it is not what it makes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.checks.changes.grown import is_amount, is_growth, rate_finding
from factcheck.checks.figures.told_values import told_values
from factcheck.checks.wording import as_written
from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.number_format import formatted
from factcheck.messages import message
from factcheck.model import RATE, Claim, Evidence, Finding, Suggestion, number_of
from factcheck.reading.evidence.explained.known_facts import MONEY
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.typed import NamedTuple

BESIDE = 60
"""Letters between a rise and the level that it leads to."""
CLOSE = 12
"""Letters between two of which one is said of the other: "Rp5.999.422, naik 0,62 persen"."""
ROUNDED, NEARLY = Decimal("0.15"), Decimal("0.0005")
"""Points by which rises are rounded, and the part of a level that makes no other rise."""
LIKE = Decimal("1.5")
"""How many times a level another one of it may be."""
EARLIER = 5
"""Years before from which a rise may be counted."""


class Risen(NamedTuple):
    """A rise in per cent, the level beside it, and what the reference has: that level, and that of the year before."""

    rise: Claim
    level: Number
    later: Decimal
    base: Decimal

    @property
    def right(self) -> Decimal:
        """The rise that the reference makes."""
        return 100 * (self.later - self.base) / self.base


def levels_missed(case: Case, rule: str) -> Iterator[Finding]:
    """A finding of a rule at each level that a right rise does not lead to."""
    for one in _risen(case):
        step = Decimal(1).scaleb(-decimals_printed(one.rise))
        missed = abs(one.level.value / one.later - 1) > NEARLY and not _is_printed(one.level, one.later)
        if missed and abs(one.right - number_of(one.rise)) <= step:
            yield _level_finding(case, rule, one)


def rises_missed(case: Case, rule: str) -> Iterator[Finding]:
    """A finding of a rule at each rise that a right level is not reached by."""
    for one in _risen(case):
        if abs(one.level.value / one.later - 1) > NEARLY or not is_growth(case, one.rise):  # see `rates_missed`
            continue
        if case.answer(one.rise).verdict == "supported":
            continue
        close = 0 <= max(one.level.start - one.rise.end, one.rise.start - one.level.end) <= CLOSE
        slipped = one_slip(str(one.rise.value), f"{one.right:.{decimals_printed(one.rise)}f}")
        if slipped or close:
            yield rate_finding(case, rule, (one.rise,), one.right, _row(case, one))


def _risen(case: Case) -> Iterator[Risen]:
    """The rises that the level beside them, which the reference has in that year and the one before, does not make."""
    for claim in case.claims:
        if not _is_rise(case, claim) or not claim.period.isdigit():
            continue
        told = [one for one in case.claims.inside(claim.sentence) if _is_rise(case, one)]
        levels = _levels(case, claim)
        known = _known(case, claim) if levels and len({one.subject for one in told}) == 1 else ()
        if not known:
            continue
        later, *bases = known
        if not bases[0] or not later:
            continue
        levels = [one for one in levels if 1 / LIKE < one.value / later < LIKE and not _is_printed(one, bases[0])]
        reached = {100 * (one - base) / base for base in bases for one in (later, *(each.value for each in levels))}
        rise = number_of(claim)
        makes = any(abs(one - rise) <= ROUNDED for one in reached if one != 100 * (later - bases[0]) / bases[0])
        one = Risen(claim, levels[0], later, bases[0]) if len(levels) == 1 and not makes else None
        if one is not None and (abs(one.right - rise) > ROUNDED or levels[0].value != later):
            yield one


def _is_printed(number: Number, known: Decimal) -> bool:
    """Whether an amount is a known one, to the last place that it is printed to: "6.5 percent from Rp 5.07 million"."""
    return abs(number.value - known) <= max(number.quantum, Decimal(1))


def _is_rise(case: Case, claim: Claim) -> bool:
    return claim.condition.startswith(RATE) or is_growth(case, claim)


def _levels(case: Case, claim: Claim) -> Sequence[Number]:
    """The amounts right before and right behind a rise, in its line."""
    at = bisect_left(case.numbers, claim.start, key=lambda one: one.figure.start)
    around = [*case.numbers[max(0, at - 1) : at], *case.numbers[at + 1 : at + 2]]
    near = (one for one in around if one.unit not in ("", "percent") and one.value >= MONEY)
    return [one for one in near if _is_near(case, claim, one)]


def _is_near(case: Case, claim: Claim, number: Number) -> bool:
    first, last = min(claim.end, number.end), max(claim.start, number.start)
    return last - first <= BESIDE and not any(sign in case.document.plain[first:last] for sign in ".;\n")


def _known(case: Case, claim: Claim) -> Sequence[Decimal]:
    """What the reference has of the one amount that the draft tells of and that whose rise it is has: in its year, and
    in those before."""
    years = [str(int(claim.period) - back) for back in range(EARLIER)]
    of_each = [
        [case.reference.facts(measure, claim.subject, year, pack) for year in years]
        for measure, pack in sorted(_measures(case))
    ]
    known = [facts for facts in of_each if all(len(found) == 1 for found in facts[:2])]
    return [number_of(found[0]) for found in known[0] if len(found) == 1] if len(known) == 1 else ()


@lru_cache(maxsize=2)
def _measures(case: Case) -> frozenset[tuple[str, str]]:
    """The measures, with their packs, of the amounts that a draft tells."""
    return frozenset((one.claim.measure, one.claim.pack) for one in told_values(case) if is_amount(case, one.claim))


def _row(case: Case, one: Risen) -> str:
    later, base = formatted(one.later, case.language), formatted(one.base, case.language)
    return f"({later} - {base}) / {base} = {as_written(case, one.rise, one.right)} %"


def _level_finding(case: Case, rule: str, one: Risen) -> Finding:
    row, right = _row(case, one), formatted(one.later, case.language)
    written, rise = case.document.text[slice(*one.level.figure)], case.text(one.rise)
    return Finding(
        rule,
        "error",
        message("{text} does not go with {percent} per cent; {right} does.", text=written, percent=rise, right=right),
        one.level.start,
        one.level.end,
        (one.rise.id,),
        expected=right,
        suggestions=(Suggestion(*one.level.figure, right),),
        evidence=(Evidence("arithmetic", "", one.later, row),),
    )
