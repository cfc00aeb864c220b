"""What is cited by its name: laws and people, which the reference lists, and days, which the calendar knows."""

from __future__ import annotations

from datetime import date

from factcheck.judging.case import UNKNOWN, Answer
from factcheck.messages import message
from factcheck.model import Claim, Fact
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.people.known import known_people, split
from factcheck.reference.ask.reference import Reference


def law_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    """A law or decree that the reference has is borne out."""
    from factcheck.judging.answers.known_laws import laws_cited

    law = next(iter(laws_cited(reference.whole, str(claim.value))), None)
    if law is None:
        return UNKNOWN
    fact = Fact("", "law", "", law.year, str(claim.value), law.source, law.row, note=law.about)
    return Answer("supported", (fact,))


def date_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    """A date with the weekday that it fell on is borne out by the calendar."""
    _, _, weekday = claim.condition.partition(":")
    try:
        day = date.fromisoformat(str(claim.value))
    except ValueError:
        return UNKNOWN
    if weekday != str(day.weekday()):
        return UNKNOWN
    from factcheck.day_words import long_day

    return Answer("supported", note=message("{day} by the calendar", day=long_day(day)))


def name_answer(claim: Claim, claims: Claims, reference: Reference) -> Answer:
    """A name that the reference has, written as there, is borne out."""
    bearers = known_people(reference.whole).named(split(str(claim.value)))
    person = next((known.person for known in bearers if known.person.name == claim.value), None)
    if person is None:
        return UNKNOWN
    return Answer("supported", (Fact("", "name", "", "", person.name, person.source, person.row),))
