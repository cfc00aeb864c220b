"""The passes over changes in their order: those that two values show, those beside them, and columns of such."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.language.written import PERCENT
from factcheck.model import Claim
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.scan.frame import UNITS, Frame, places_with
from factcheck.reading.scan.mentions import Tag

POINT = "point"
"""What a change in points of nothing in particular measures."""


def with_changes(claims: Sequence[Claim], frames: Sequence[Frame], known: Known, tags: Collection[str]) -> list[Claim]:
    """The claims with changes that two values told near by show, and the columns of such changes; `tags` are those of
    the article."""
    rows, changing = any(frame.sentence.kind == "row" for frame in frames), Tag.CHANGE in tags
    if not (
        changing or rows or UNITS in tags or _in_points(frames) or any(claim.kind == "difference" for claim in claims)
    ):
        return list(claims)
    from factcheck.reading.evidence.changes.told_changes import told_changes

    told = list(claims)
    if known.evidence.shown and any(claim.measure == POINT for claim in told):
        from factcheck.reading.evidence.changes.points_of_rates import points_of_rates

        told = points_of_rates(told, known)
    told = told_changes(told, frames, known)
    if changing and known.evidence.known.has(PERCENT):
        from factcheck.reading.evidence.changes.changes_beside import changes_beside

        told = changes_beside(told, frames, known)
    if changing:
        from factcheck.reading.evidence.changes.slipped_changes import slipped_changes

        told = slipped_changes(told, frames, known)
    if _has_unread_sizes(told, frames):
        from factcheck.reading.evidence.changes.based_changes import based_changes

        told = based_changes(told, frames, known)
    if any(figure.number.unit == PERCENT for figure in known.evidence.figures.values()):
        from factcheck.reading.evidence.changes.relative_changes import relative_changes

        told = relative_changes(told, frames, known)
    if len(told) == len(claims) or not rows:
        return told
    from factcheck.reading.evidence.figures.list_slots import list_slots

    return list_slots(told, frames, known)


def _has_unread_sizes(claims: Sequence[Claim], frames: Sequence[Frame]) -> bool:
    """Whether a figure that is not read counts points, or thousands and millions of what is counted, in a sentence that
    compares with a year."""
    read = {claim.start for claim in claims}
    bases, years = (Tag.BIND_FROM, Tag.BIND_COMPARE, Tag.BIND_SINCE), (Tag.YEAR, Tag.YEAR_DIGITS)
    return any(
        (number := frame.mentions[at - 1].number) is not None
        and number.figure.start not in read
        and (number.quantum < 1 or number.quantum > 1)
        and frame.has_any(bases)
        and frame.has_any(years)
        for tag in (Tag.UNIT, UNITS)
        for frame, at in places_with(frames, tag)
        if at
    )


def _in_points(frames: Sequence[Frame]) -> bool:
    """Whether any figure of an article counts points."""
    units = (frame.mentions[at].tags[Tag.UNIT] for frame, at in places_with(frames, Tag.UNIT))
    return any(unit == "point" for unit in units)
