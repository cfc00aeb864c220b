"""A rate on the page of a regency's office that is the province's, as the number of people beside it shows: "Persentase
penduduk miskin 5,11 persen", under the head of an office in Kapuas, and "142,17 ribu orang", of Central Kalimantan.

A number of four digits is hardly anybody else's by chance, a rate of three often is: whose the number is, in the same
year, the rate is too, where it is just theirs and not that of the one it was read of.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.language.figures import RUPIAH
from factcheck.model import Claim, Fact, How
from factcheck.reading.evidence.explained.slots import Known, is_value
from factcheck.reading.evidence.rates.rates_alike import of_rate
from factcheck.reading.scan.frame import Frame

LONG = 1000
"""So much, counted in steps of the last digit printed, is told of one by chance only."""

Key = tuple[str, str]
"""A pack and a year."""


def rates_of_counted(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, each rate that is not that of whom it was read of, and whom no name in front of it in its sentence
    tells, moved to the one whose number of people is told of the same year."""
    rates = [one for one in claims if is_value(one, known.setting) and of_rate(one, known.setting)]
    strange = [one for one in rates if not _is_named(one, frames) and not _held(one, one.subject, known)]
    if not strange:
        return list(claims)
    owners = _counted(claims, known)
    moved = {one: owner for one in strange if (owner := _owner(one, owners, known))}
    beside = {(one.sentence, one.subject, one.measure): owner for one, owner in moved.items()}
    return [_of(claim, moved.get(claim, "") or _beside(claim, beside)) for claim in claims]


def _of(claim: Claim, owner: str) -> Claim:
    if not owner:
        return claim
    how = (How.SUBJECT_OF_FIGURE, *(part for part in claim.how if not part.is_subject))
    return claim._replace(subject=owner, subject_span=None, how=how, readings=())


def _beside(claim: Claim, moved: dict[tuple[int, str, str], str]) -> str:
    """Whose a change is that is told of a rate which was moved, in its sentence."""
    return moved.get((claim.sentence, claim.subject, claim.measure), "") if claim.kind == "difference" else ""


def _owner(claim: Claim, owners: dict[Key, set[str]], known: Known) -> str:
    """The one whose number of people is told of the year of a rate, where the rate is just theirs."""
    theirs = owners.get((claim.pack, claim.period), set())
    owner = min(theirs) if len(theirs) == 1 else ""
    return owner if owner and _held(claim, owner, known) else ""


def _counted(claims: Sequence[Claim], known: Known) -> dict[Key, set[str]]:
    """Whose numbers of people are told and right, by pack and year."""
    found: dict[Key, set[str]] = {}
    for one in claims:
        if not is_value(one, known.setting) or of_rate(one, known.setting) or not isinstance(one.value, Decimal):
            continue
        if known.setting.packs[one.pack].measures[one.measure].unit == RUPIAH:
            continue
        facts = _held(one, one.subject, known)
        if facts and one.high is not None and one.low is not None and one.value >= LONG * (one.high - one.low):
            found.setdefault((one.pack, one.period), set()).add(one.subject)
    return found


def _held(claim: Claim, owner: str, known: Known) -> list[Fact]:
    """What the reference has of somebody in the year of a claim, which says just that."""
    facts = known.setting.reference.facts(claim.measure, owner, "", claim.pack)
    return [fact for fact in facts if fact.period[:4] == claim.period and claim.states(fact.value)]


def _is_named(claim: Claim, frames: Sequence[Frame]) -> bool:
    """Whether a sentence names whose a rate was read to be, in front of it."""
    span = claim.subject_span
    return span is not None and frames[claim.sentence].sentence.start <= span.start < claim.start
