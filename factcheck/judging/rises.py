"""Rises in per cent that two amounts of the reference make: 5,12 of 3.579.314 and 3.762.431, announced as 5,1."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.model import Claim, Fact
from factcheck.reference.ask.reference import Reference

PERCENT, RUPIAH = "percent", "rupiah"
HUNDRED = 100


def amounts_of_rise(claim: Claim, reference: Reference) -> Sequence[Fact]:
    """The amounts of a year and of the year before whose change is the rise that a claim tells, as it is printed; none
    where they make another, or the claim is of no such measure."""
    amount = _amount(reference.whole, claim.pack, claim.measure)
    if not amount or not claim.period.isdigit():
        return ()
    now, then = (
        next((fact for fact in reference.facts(amount, claim.subject, year, claim.pack) if not fact.trust), None)
        for year in (claim.period, str(int(claim.period) - 1))
    )
    if now is None or then is None or not isinstance(now.value, Decimal) or not isinstance(then.value, Decimal):
        return ()
    rise = abs(now.value / then.value - 1) * HUNDRED if then.value else Decimal(0)
    return (now, then) if claim.states(rise) else ()


@lru_cache(maxsize=64)
def _amount(reference: Reference, pack: str, measure: str) -> str:
    """The one amount of a pack whose change a measure in per cent is; empty where it has several of either."""
    info = next((info for info in reference.packs if info.name == pack), None)
    measures = info.measures.values() if info is not None else ()
    rates = [one.name for one in measures if one.unit == PERCENT]
    amounts = [one.name for one in measures if one.unit == RUPIAH]
    return amounts[0] if rates == [measure] and len(amounts) == 1 else ""
