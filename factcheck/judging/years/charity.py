"""Charity to a figure that is right in another year which its draft tells too."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, lru_cache

from factcheck.judging.case import Answer, Case
from factcheck.judging.judge import answer_to, other_reading
from factcheck.judging.years.told_years import GLUED
from factcheck.judging.years.year_slips import explained
from factcheck.model import Claim
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.claim_kinds import kind_of


def charitable(case: Case) -> Case:
    """The case with each claim that only another year of the text supports put under that year.

    Not where the claims under the year show that the year itself is the slip.
    """
    moved = explained(case)
    better: dict[str, tuple[Claim, Answer]] = {}
    for claim in case.claims:
        if not claim.readings or claim.id in moved or case.answer(claim).verdict in ("supported", "disputed"):
            continue
        from factcheck.judging.in_lists import is_of_list

        if is_of_list(case, claim) or _is_of_figure(case, claim):
            continue
        other = other_reading(claim, case.claims, case.reference, same_year=False)
        if other is not None:
            better[claim.id] = other
    if not better:
        return case
    better |= _with_their_figures(case, better)
    claims = Claims(better[claim.id][0] if claim.id in better else claim for claim in case.claims)
    answers = {name: answer for name, (_, answer) in better.items()}
    return case._replace(claims=claims, answers={**case.answers, **answers})


def _is_of_figure(case: Case, claim: Claim) -> bool:
    """ "mengantongi 86,18, kategori B": whether a word stands right behind a right figure of its subject: it is of that
    figure's year and no other."""
    if not isinstance(claim.value, str):
        return False
    slot = claim.subject, claim.period
    near = (one for one in case.claims.inside(claim.sentence) if 0 <= claim.start - one.end <= GLUED)
    figures = [one for one in near if isinstance(one.value, Decimal) and (one.subject, one.period) == slot]
    borne = (one for one in figures if kind_of(one.kind).repeated and case.answer(one).verdict == "supported")
    return any(not any(map(str.isdigit, case.document.plain[one.end : claim.start])) for one in borne)


def _with_their_figures(case: Case, better: Mapping[str, tuple[Claim, Answer]]) -> Mapping[str, tuple[Claim, Answer]]:
    """ "Lalu Bone Bolango, 71,75, di urutan ke-158": a rank whose year was carried to it is of the year that the figure
    beside it was put under, with what the reference says of it then."""
    moved = {(old.sentence, old.subject, old.period): better[old.id][0] for old in case.claims if old.id in better}
    found = {}
    for claim in case.claims:
        figure = moved.get((claim.sentence, claim.subject, claim.period))
        if figure is None or claim.id in better or not kind_of(claim.kind).ordered or claim.period_span is not None:
            continue
        if isinstance(figure.value, Decimal) and case.answer(claim).verdict == "unverifiable":
            dated = claim._replace(period=figure.period)
            found[claim.id] = dated, answer_to(dated, case.claims, case.reference)
    return found


def forgiven(case: Case, claim: Claim) -> bool:
    """Charity: the year is not written beside the value, which is right in another year the draft speaks of."""
    from factcheck.judging.in_lists import is_of_list

    if claim.period_span is not None or not isinstance(claim.value, Decimal) or is_of_list(case, claim):
        return False
    return any(map(_speaks_of(case), (fact.period for fact in case.answer(claim).periods)))


@lru_cache(maxsize=2)
def _speaks_of(case: Case) -> Callable[[str], bool]:
    """What tells whether a year stands in the article, each looked for once."""
    return cache(case.document.plain.__contains__)
