"""A year written beside a figure that is of another year: the claim says what is written, and what explains it too.

"Rp1.958.169 (2022), ke Rp2.036.947 (2024)", "Pada 2022 nilainya 88,73": evidence finds the right year whatever is
written, and a slip in the year itself would pass unseen. So a written year that nothing in its sentence bears out is
held against the figure next to it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Claim, Span
from factcheck.reading.evidence.explained_figures import Figure, telling
from factcheck.reading.evidence.slots import Known, is_value
from factcheck.reading.period.marks import in_date, of_another
from factcheck.reading.scan.frame import ENDS, Frame
from factcheck.reading.scan.mentions import Tag

OTHER = (Tag.MOOD_IRREALIS, Tag.BIND_SINCE, Tag.BIND_COMPARE, Tag.BIND_FROM)
"""In front of a year these say that it is not that of the figure."""
BASE = (Tag.CHANGE, Tag.BIND_FROM, Tag.BIND_COMPARE, Tag.BIND_TO)
"""With one of these in the clause the figure may be what a change began or ended with."""


class Mark(NamedTuple):
    """A year written in a sentence."""

    at: int
    year: str
    span: Span


def under_written_years(
    claims: Sequence[Claim], frames: Sequence[Frame], known: Known, published: date | None
) -> list[Claim]:
    """The claims, each figure that stands beside a written year which nothing else bears out put under that year."""
    by_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_sentence[claim.sentence].append(claim)
    moved: dict[int, Claim] = {}
    day = str(published.year) if published else ""
    for frame in frames:
        if frame.has(Tag.YEAR_DIGITS):
            moved.update(_of_sentence(frame, by_sentence[frame.sentence.place], known, day))
    return [moved.get(claim.start, claim) if is_value(claim, known.setting) else claim for claim in claims]


def _of_sentence(frame: Frame, claims: Sequence[Claim], known: Known, published: str) -> Mapping[int, Claim]:
    marks = _marks(frame)
    borne = {claim.period for claim in claims} | {year for claim in claims for _, year in claim.readings}
    written = {mark.year for mark in marks}
    found: dict[int, Claim] = {}
    for mark in marks:
        if mark.year in borne or frame.sentence.kind == "row":
            continue
        for claim in claims:
            figure = known.evidence.figures.get(claim.start)
            if figure is None or claim.period in written or not _held(claim, figure, mark, known):
                continue
            if _beside(frame, figure.at, mark, published, claim.period):
                found[claim.start] = claim._replace(
                    period=mark.year, period_span=mark.span, period_origin=mark.span,
                    how=tuple(part for part in claim.how if not part.startswith("year:")),
                    readings=((claim.subject, claim.period), *claim.readings),
                )  # fmt: skip
                break
    return found


def _held(claim: Claim, figure: Figure, mark: Mark, known: Known) -> bool:
    """Whether the figure is somebody's in the year before or after the one written, and not in that one."""
    if not telling(figure.number) or not isinstance(claim.value, Decimal) or not is_value(claim, known.setting):
        return False
    if not claim.period.isdigit() or abs(int(claim.period) - int(mark.year)) != 1:
        return False
    mine = [fact.period for fact in figure.facts if fact.entity == claim.subject]
    return claim.period in mine and mark.year not in mine


def _marks(frame: Frame) -> list[Mark]:
    return [
        Mark(at, frame.mentions[at].tags[Tag.YEAR_DIGITS], Span(frame.mentions[at].start, frame.mentions[at].end))
        for at in frame.having(Tag.YEAR_DIGITS)
        if not in_date(frame, at) and not of_another(frame, at) and not frame.has_any(OTHER, max(0, at - 2), at)
    ]


def _beside(frame: Frame, at: int, mark: Mark, published: str, right: str) -> bool:
    """Whether a year stands in brackets right behind a figure, or in its clause with no figure between."""
    if mark.at == at + 2 and Tag.OPEN in frame.mentions[at + 1].tags and frame.after(mark.at, Tag.CLOSE):
        return True
    first, last = min(at, mark.at), max(at, mark.at)
    if frame.has_any(ENDS, first, last) or any(_is_figure(frame, place) for place in range(first + 1, last)):
        return False
    if frame.has_any(BASE, first, last) or frame.has_any(BASE, max(0, at - 2), at):
        return False
    return not (mark.year == published and int(right) == int(published) - 1)


def _is_figure(frame: Frame, at: int) -> bool:
    number = frame.mentions[at].number
    return number is not None and telling(number) and Tag.YEAR_DIGITS not in frame.mentions[at].tags
