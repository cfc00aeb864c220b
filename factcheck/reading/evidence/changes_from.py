"""Changes told with what they began from: "turun 2,54 dari 93,18", "tambahan 13,20 poin dari 69,86 (2021)" are of the
year behind that of the figure, whatever year the article is about."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim, How
from factcheck.reading.evidence.slots import Known
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag

CARRIED = {How.YEAR_OF_ARTICLE, How.YEAR_OF_SENTENCE_BEFORE}
"""How a year comes to a change that none is written with."""


def changes_from(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, each change whose year was carried to it under the one after that of the figure it began from."""
    by_place = {frame.sentence.place: frame for frame in frames}
    return [_dated(claim, by_place.get(claim.sentence), known) for claim in claims]


def _dated(claim: Claim, frame: Frame | None, known: Known) -> Claim:
    if claim.kind != "difference" or frame is None or not {*claim.how} & CARRIED:
        return claim
    base = _year_of_base(claim, frame, known)
    if not base:
        return claim
    how = tuple(part for part in claim.how if not part.is_year)
    return claim._replace(
        period=str(int(base) + 1), period_span=None, period_origin=None, how=(*how, How.YEAR_OF_FIGURE)
    )


def _year_of_base(claim: Claim, frame: Frame, known: Known) -> str:
    """The one year in which the subject of a change had the figure that "dari" joins to it; empty where none did."""
    at = next((at for at, one in enumerate(frame.mentions) if one.end == claim.end), len(frame.mentions))
    source = at + 1 + frame.has(Tag.UNIT, at + 1, at + 2)
    if not frame.has(Tag.BIND_FROM, source, source + 1) or source + 1 >= len(frame.mentions):
        return ""
    number = frame.mentions[source + 1].number
    figure = known.evidence.figures.get(number.figure.start) if number is not None else None
    facts = figure.facts if figure is not None else ()
    years = {fact.period for fact in facts if (fact.entity, fact.measure) == (claim.subject, claim.measure)}
    return next(iter(years)) if len(years) == 1 and next(iter(years)).isdigit() else ""
