"""A rank or a first place whose year nothing tells is of the year of the figure beside it.

"mencatat nilai 94,58 dan berada di peringkat delapan nasional": the figure explains itself, the rank does not.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim, How
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.beside_figures import HANGS


def years_beside(claims: Sequence[Claim], main: str) -> list[Claim]:
    """The claims, each rank and first place without a year, or under that of the article alone, under the one year of
    its subject's figures in the sentence; one that none stands beside and no year at all under `main`, the year of most
    claims."""
    years: dict[tuple[int, str], set[str]] = defaultdict(set)
    for claim in claims:
        if kind_of(claim.kind) is VALUE and isinstance(claim.value, Decimal) and claim.period:
            years[claim.sentence, claim.subject].add(claim.period)
    return [_dated(claim, years, main) if kind_of(claim.kind).ordered else claim for claim in claims]


def _dated(claim: Claim, years: Mapping[tuple[int, str], set[str]], main: str) -> Claim:
    if claim.period_span is not None or (claim.period and How.YEAR_OF_ARTICLE not in claim.how):
        return claim
    beside = years.get((claim.sentence, claim.subject), set())
    period = next(iter(beside)) if len(beside) == 1 else claim.period or main
    if period == claim.period:
        return claim
    how = tuple(part for part in claim.how if not part.startswith("year:") and part != How.NO_YEAR)
    return claim._replace(period=period, period_origin=None, how=(*how, f"year: {HANGS}"))
