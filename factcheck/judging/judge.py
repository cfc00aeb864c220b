"""What the reference says to each claim. Charity: a claim is contradicted when its strongest reading is wrong and
no other reading of comparable strength is right."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from operator import is_

from factcheck.judging.case import Answer
from factcheck.model import Claim
from factcheck.reading.bind.claim_index import Claims
from factcheck.reference.ask.reference import Reference


def judge(claims: Claims, reference: Reference) -> tuple[Claims, dict[str, Answer]]:
    """The answers by claim id; a claim that only another of its readings supports is given that reading."""
    judged: list[Claim] = []
    answers: dict[str, Answer] = {}
    for claim in claims:
        chosen, answer = _best(claim, claims, reference)
        judged.append(chosen)
        answers[chosen.id] = answer
    same = all(map(is_, judged, claims))
    return claims if same else Claims(judged), answers


def _best(claim: Claim, claims: Claims, reference: Reference) -> tuple[Claim, Answer]:
    answer = answer_to(claim, claims, reference)
    if answer.verdict in ("supported", "disputed"):
        return claim, answer
    return other_reading(claim, claims, reference, same_year=True) or (claim, answer)


def answer_to(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    """What the reference says to a claim as it stands."""
    return _asked(claim.kind)(claim, claims, reference)


def other_reading(claim: Claim, claims: Claims, reference: Reference, same_year: bool) -> tuple[Claim, Answer] | None:
    """The claim under another of its readings that the reference supports: of the same year, or of another."""
    for subject, period in claim.readings:
        if (period == claim.period) == same_year:
            other = claim._replace(subject=subject, period=period)
            answer = answer_to(other, claims, reference)
            if answer.verdict == "supported":
                return other, answer
    return None


Ask = Callable[[Claim, Claims, Reference], Answer]
VALUE = "value_answers:value_answer"
KINDS = {
    "rank": "rank_answers:rank_answer",
    "count": "count_answers:count_answer",
    "share": "count_answers:share_answer",
    "difference": "change_answers:difference_answer",
    "extreme": "rank_answers:extreme_answer",
    "law": "named:law_answer",
    "date": "named:date_answer",
    "name": "named:name_answer",
}
"""How each kind of claim is asked, "module:function"; any other kind is a value of a measure. A draft has few kinds."""


@cache
def _asked(kind: str) -> Ask:
    module, _, function = KINDS.get(kind, VALUE).partition(":")
    asked: Ask = getattr(import_module(f"factcheck.judging.answers.{module}"), function)
    return asked
