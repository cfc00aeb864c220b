"""How strong each way of naming the year is, and the years that are taken from elsewhere."""

from __future__ import annotations

from factcheck.reading.records import Bound, Mark, When

EXPLICIT, RELATIVE, SENTENCE, CARRIED, TOPIC = 95, 85, 80, 70, 60
"""How strong each way of naming the year is."""
SENTENCE_BEFORE = "the year spoken of in the sentence before"


def bound_to(mark: Mark) -> Bound:
    how = "" if mark.written else "counted from the year spoken of"
    others = (mark.other,) if mark.other else ()
    return Bound(mark.year, mark.span, how, EXPLICIT if mark.written else RELATIVE, others)


def topic(when: When) -> Bound:
    """The year the article is about."""
    how = "the year the article is about" if when.period else ""
    return Bound(when.period, None, how, TOPIC, origin=when.period_span)


def carried(when: When) -> Bound:
    """The year last spoken of in the paragraph."""
    if when.spoken == when.period:
        return topic(when)
    others = (when.period,) if when.period else ()
    return Bound(
        when.spoken,
        None,
        "the year spoken of in the sentence before",
        CARRIED,
        others,
        when.spoken_span,
    )
