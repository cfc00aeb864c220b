"""Points of which no word says what rose by them, where a draft shows one rate: "Kalimantan Timur bahkan naik 1,1 poin
menjadi 23,9 persen" is that of the rate which 23,9 is, of its year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from factcheck.language.figures import PERCENT
from factcheck.model import Claim
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.scan.frame import FIGURES

POINT = "point"


def points_of_rates(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The claims, each change in points of nothing as that of the one rate that the draft shows, up to the year of the
    right figure of its subject that its sentence has nearest to it, or to the one written beside it."""
    shown = [one for one in known.evidence.shown if known.setting.packs[one[0]].measures[one[1]].unit == PERCENT]
    if len(shown) != 1:
        return list(claims)
    pack, measure = shown[0]
    told: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        figure = known.evidence.figures.get(claim.start)
        if claim.measure == measure and isinstance(claim.value, Decimal) and figure is not None and figure.facts:
            told[claim.sentence, claim.subject].append(claim)
    figures = known.evidence.figures
    return [
        _of_rate(
            claim, pack, measure, told.get((claim.sentence, claim.subject), ()),
            is_distance=claim.measure == POINT and _is_distance(figures.get(claim.start)),
        )
        for claim in claims
    ]  # fmt: skip


def _is_distance(figure: Figure | None) -> bool:
    """ "unggul 2,4 poin atas Maluku": whether somebody is named right behind points, no figure between."""
    if figure is None:
        return True
    behind = next((place for place, _ in figure.frame.bearers if place > figure.at), -1)
    return behind > 0 and not figure.frame.has(FIGURES, figure.at + 1, behind)


def _of_rate(claim: Claim, pack: str, measure: str, told: Sequence[Claim], *, is_distance: bool) -> Claim:
    if (claim.kind, claim.measure) != ("difference", POINT) or is_distance:
        return claim
    if claim.period_span is not None:  # "turun 5,2 poin pada 2022"
        return claim._replace(pack=pack, measure=measure)
    rates = [one for one in told if one.kind != "difference"]
    end = min(rates, key=lambda one: (one.start < claim.start, abs(one.start - claim.start)), default=None)
    return claim if end is None else claim._replace(pack=pack, measure=measure, period=end.period, part=end.part)


def is_since_year_before(claim: Claim, known: Known) -> bool:
    """Whether the reference has two values of the subject of a change so far apart, of its year and the one before."""
    years = (claim.period, str(int(claim.period) - 1)) if claim.period.isdigit() else ()
    facts = [known.setting.reference.facts(claim.measure, claim.subject, year, claim.pack) for year in years]
    return any(
        isinstance(one.value, Decimal)
        and isinstance(other.value, Decimal)
        and claim.states(abs(one.value - other.value))
        for one, other in product(*facts)
        if len(facts) == 2
    )
