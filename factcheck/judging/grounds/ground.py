"""The grounds for an alarm, and how grave each is."""

from factcheck.typed import StrEnum

LISTED = "item"
"""The condition of a rank that is the printed number of a list: only the list itself can break it."""


class Ground(StrEnum):
    """The six grounds for an alarm, the surest first."""

    SLIP = "slip"
    """(a) A figure that nothing explains is one slip of the finger from what should stand in its slot."""
    PARALLEL = "parallel"
    """(b) Its slot is parallel to two or more right ones: in a list, in brackets, in a column."""
    SWAPPED = "swapped"
    """(c) Two right figures changed places."""
    CLAUSE = "clause"
    """(d) What explains it is of another year or region than its own clause names."""
    SUM = "sum"
    """(e) Arithmetic, the scale or the calendar, whose other members are right or written out."""
    WRITTEN = "written"
    """(f) Measure, subject, year and value are all written in one clause."""


def severity(found: Ground) -> str:
    """error, but for what only its own words vouch for: that is a warning."""
    return "warning" if found is Ground.WRITTEN else "error"
