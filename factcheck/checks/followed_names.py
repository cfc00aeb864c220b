"""Who is told to come next behind the highest or lowest, where the figures of the draft put another there.

"Upah terendah di Banjarnegara, disusul Wonogiri, Sragen, dan Blora", above a list in which Rembang has less than Blora.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks.own_extremes import is_right_value
from factcheck.judging.case import Case
from factcheck.model import Claim, number_of
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

HEAD = 2
"""Mentions at the head of the next sentence among which the word for who comes next stands."""


class Overtaken(NamedTuple):
    """Who is named too early, where, and who comes before, by right figures of the draft."""

    start: int
    end: int
    own: Claim
    other: Claim
    word: str


def overtaken(case: Case) -> Iterator[Overtaken]:
    """The first of the names behind each highest or lowest that another of the draft comes before."""
    for claim in case.claims:
        if claim.kind == "extreme" and claim.subject and claim.period and case.answer(claim).verdict != "contradicted":
            alike = {one.subject: one for one in case.claims if _is_alike(case, one, claim)}
            for frame, places in _followers(case, claim):
                found = _first(case, claim, alike, frame, places) if claim.subject in alike else None
                if found is not None:
                    yield found
                    break


def _is_alike(case: Case, one: Claim, claim: Claim) -> bool:
    """Whether a claim is a right figure of the measure and year of an extreme, of somebody it is told among."""
    if (one.measure, one.pack, one.period) != (claim.measure, claim.pack, claim.period) or not is_right_value(
        case, one
    ):
        return False
    reference = case.reference
    kin = reference.level_of(one.subject) == reference.level_of(claim.subject)
    there, here = (reference.entities.get(name) for name in (one.subject, claim.subject))
    beside = there is not None and here is not None and there.parent == here.parent
    return kin and beside and (not claim.group or reference.is_of(one.subject, claim.group))


def _followers(case: Case, claim: Claim) -> Iterator[tuple[Frame, Sequence[int]]]:
    """The names behind "disusul" in the sentence of an extreme, or at the head of the next one."""
    place = next((at for at, frame in enumerate(case.frames) if frame.sentence.place == claim.sentence), None)
    for frame in case.frames[place : place + 2] if place is not None else ():
        own = frame.sentence.place == claim.sentence
        behind = frame.first(Tag.BIND_BEHIND)
        led = behind >= 0 and (frame.mentions[behind].start > claim.end if own else behind < HEAD)
        if led and not frame.having(FIGURES, behind) and len(frame.having(Tag.EXTREME)) == own:
            yield frame, frame.subjects(behind)


def _first(case: Case, claim: Claim, alike: dict[str, Claim], frame: Frame, places: Sequence[int]) -> Overtaken | None:
    told = [next((alike[name] for name in frame.mentions[at].ids if name in alike), None) for at in places]
    known = [one for one in told if one is not None]
    if not known or len(known) < len(told):
        return None
    sign = -1 if claim.value == "highest" else 1
    row = [alike[claim.subject], *known]
    for at, (one, other) in enumerate(pairwise(row)):
        low, high = sign * number_of(one), sign * number_of(other)
        passed = {before.subject for before in row[: at + 1]}
        between = [
            each for each in alike.values() if each.subject not in passed and low < sign * number_of(each) < high
        ]
        if between:
            first = min(between, key=lambda each: sign * number_of(each))
            mention = frame.mentions[places[at]]
            return Overtaken(mention.start, mention.end, other, first, str(claim.value))
    return None
