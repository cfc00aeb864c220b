"""Who is named right in front of a figure."""

from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag


def name_before(frame: Frame, place: int) -> tuple[str, ...]:
    """Who is named last in front of a place of a sentence, with no other figure, but a year or a rank, between."""
    before = [(at, ids) for at, ids in frame.bearers if at < place]
    if not before:
        return ()
    at, ids = before[-1]
    between = (frame.mentions[one] for one in frame.having(FIGURES, at + 1, place))
    others = (one.number for one in between if Tag.YEAR_DIGITS not in one.tags)
    return ids if all(one is None or one.form == "ordinal" for one in others) else ()
