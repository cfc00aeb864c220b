"""Why one claim was judged as it was: the ways to read it, the answers, the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.judging.case import Answer, Case
from factcheck.judging.grounds.grounds import ground
from factcheck.judging.judge import judge
from factcheck.judging.years.charity import forgiven
from factcheck.messages import message
from factcheck.model import Claim, Finding, Judged, Span
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.bind.which_change import known_changes, stated_changes
from factcheck.typed import NamedTuple


class Candidate(NamedTuple):
    """One way to bind a claim, and what the reference answers to it. `chosen`: the claim was judged under it."""

    subject: str
    period: str
    answer: Answer
    chosen: bool


class Explained(NamedTuple):
    """A claim with its verdict, the ways to read it (the strongest first), the rules that spoke about it, and why none
    did where the reference has it otherwise."""

    judged: Judged
    candidates: tuple[Candidate, ...]
    findings: tuple[Finding, ...]
    silence: str


def explain_claim(case: Case, judged: Judged, first: Claim, findings: Sequence[Finding]) -> Explained:
    """Why a claim was judged so; `first` is the claim before the reference had a say in how it is meant."""
    claim = judged.claim
    about = [one for one in findings if claim.id in one.claims or meet(one, claim)]
    return Explained(judged, tuple(_candidates(case, claim, first)), tuple(about), _silence(case, claim, about))


def _candidates(case: Case, claim: Claim, first: Claim) -> Iterator[Candidate]:
    pairs = dict.fromkeys(((first.subject, first.period), *first.readings, (claim.subject, claim.period)))
    for subject, period in pairs:
        chosen = (subject, period) == (claim.subject, claim.period)
        answer = _with_sum(case, claim, case.answer(claim)) if chosen else _answer(case, first, subject, period)
        yield Candidate(subject, period, answer, chosen)


def _answer(case: Case, claim: Claim, subject: str, period: str) -> Answer:
    """What the reference answers to a claim under one of its readings."""
    other = claim._replace(id="?", subject=subject, period=period, readings=())
    beside = case.claims.of(subject) if claim.kind == "difference" else ()
    _, answers = judge(Claims((other, *beside)), case.reference)
    return _with_sum(case, other, answers["?"])


def _with_sum(case: Case, claim: Claim, answer: Answer) -> Answer:
    """The answer to a change with the subtraction that bears it out."""
    if claim.kind != "difference" or answer.note:
        return answer
    for change in (*known_changes(claim, case.reference), *stated_changes(claim, case.claims)):
        if change.second_period == claim.period and claim.states(change.size):
            later, earlier = f"{change.second} ({change.second_period})", f"{change.first} ({change.first_period})"
            return answer._replace(note=f"{later} − {earlier}: {change.size}")
    return answer


def _silence(case: Case, claim: Claim, about: Sequence[Finding]) -> str:
    """Why a claim that the reference has otherwise is not flagged; empty where it is, or where nothing is wrong."""
    if about or case.answer(claim).verdict != "contradicted":
        return ""
    if ground(case, claim) is None:
        return message("who or which year is meant is not written with it, and no right figure near by vouches for it")
    if forgiven(case, claim):
        return message("the value is right in another year that the article speaks of")
    return message("it may be somebody else's value, or meant otherwise")


def meet(one: Span | Claim | Finding, other: Span | Claim | Finding) -> bool:
    """Whether two spans share a letter."""
    return one.start < other.end and other.start < one.end
