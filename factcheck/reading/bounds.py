"""How strong each way of naming the year is, and the years that are taken from elsewhere."""

from __future__ import annotations

from factcheck.reading.context import Bound, Context
from factcheck.reading.years import Mark

EXPLICIT, RELATIVE, SENTENCE, CARRIED, TOPIC = 95, 85, 80, 70, 60
"""How strong each way of naming the year is."""
SENTENCE_BEFORE = "the year spoken of in the sentence before"


def bound_to(mark: Mark) -> Bound:
    how = "" if mark.written else "counted from the year spoken of"
    others = (mark.other,) if mark.other else ()
    return Bound(mark.year, mark.span, how, EXPLICIT if mark.written else RELATIVE, others)


def topic(context: Context) -> Bound:
    """The year the article is about."""
    how = "the year the article is about" if context.period else ""
    return Bound(context.period, None, how, TOPIC, origin=context.period_span)


def carried(context: Context) -> Bound:
    """The year last spoken of in the paragraph."""
    if context.spoken == context.period:
        return topic(context)
    others = (context.period,) if context.period else ()
    return Bound(
        context.spoken,
        None,
        "the year spoken of in the sentence before",
        CARRIED,
        others,
        context.spoken_span,
    )
