"""Years between two rounds of a measure, in which nobody was measured."""

from functools import lru_cache

from factcheck.judging.case import Case
from factcheck.model import Claim
from factcheck.reference.ask.reference import Reference

ROUND = 100
"""So many facts of a measure show that it was taken in a year."""


def is_of_no_round(case: Case, claim: Claim) -> bool:
    """ "pada penilaian 2020", of what was measured in 2019 and 2021 and not between: whether the year that a claim has
    beside it is one in which the pack knows nothing of anybody, and much in those before and after."""
    if not claim.period.isdigit() or not claim.measure or claim.period_span is None:
        return False
    return _is_left_out(case.reference, claim.pack, claim.measure, int(claim.period))


@lru_cache(maxsize=64)
def _is_left_out(reference: Reference, pack: str, measure: str, year: int) -> bool:
    if reference.facts_of(measure, str(year), pack):
        return False
    return all(len(reference.facts_of(measure, str(year + step), pack)) >= ROUND for step in (-1, 1))
