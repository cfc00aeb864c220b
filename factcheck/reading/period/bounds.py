"""The years that are written, and the years that are taken from elsewhere."""

from __future__ import annotations

from factcheck.model import How, Strength
from factcheck.reading.records import Bound, Mark, When


def bound_to(mark: Mark) -> Bound:
    how = None if mark.written else How.COUNTED_YEAR
    others = (mark.other,) if mark.other else ()
    return Bound(mark.year, mark.span, how, Strength.BESIDE if mark.written else Strength.RELATIVE, others)


def topic(when: When) -> Bound:
    """The year the article is about."""
    how = How.YEAR_OF_ARTICLE if when.period else None
    return Bound(when.period, None, how, Strength.TOPIC, origin=when.period_span)


def carried(when: When) -> Bound:
    """The year last spoken of in the paragraph."""
    if when.spoken == when.period:
        return topic(when)
    others = (when.period,) if when.period else ()
    return Bound(
        when.spoken,
        None,
        How.YEAR_OF_SENTENCE_BEFORE,
        Strength.CARRIED,
        others,
        when.spoken_span,
    )
