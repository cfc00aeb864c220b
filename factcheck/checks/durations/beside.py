"""Which stretch of time a duration stands beside: "selama tiga jam, pukul 08.00-11.00"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.durations.told_times import Told
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold, may_hold
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.typed import NamedTuple

NEAR, WINDOW, JOINED = 45, 120, 8
"""Letters between a duration that lasts and a stretch of time, to both sides in which one is looked for, and between
two that are joined."""
ENDS = compiled(r"[.!?;\n]\s|[0-9]")


@cache
def _leads(language: Language) -> re.Pattern[str]:
    """What stands between the two where nothing else is said: "kontrak dua tahun, yakni dari Januari …"."""
    words = alternation(language.changes.durations.leads)
    return compiled(rf"[\s,(:]*(?:(?:{words})[\s,(]+)*\)?,?\s?")


class Stretch(NamedTuple):
    """A stretch of time as written, and how much it spans."""

    span: Span
    spans: Decimal


def beside(case: Case, told: Told, stretches: Sequence[Stretch], *, bound: bool = False) -> Stretch | None:
    """The one stretch beside a duration; a `bound` one, and that of one that no word says lasts, right beside it."""
    low, leads = fold(case.document.plain), _leads(case.language)
    first, last = (
        bisect_left(stretches, at, key=lambda one: one.span.start)
        for at in (told.span.start - WINDOW, told.span.end + WINDOW)
    )
    near = [one for one in stretches[first:last] if _is_near(low, told, one.span, leads, bound=bound)]
    if near and _is_one_of_several(low, told, near[0], stretches[first:last]):
        return None
    return near[0] if len(near) == 1 and not _is_broken(case, told, near[0].span) else None


def _is_one_of_several(low: str, told: Told, near: Stretch, stretches: Sequence[Stretch]) -> bool:
    """ "dua periode, 2008-2013 dan 2013-2018, sepuluh tahun": whether another stretch is joined to one, so that what
    lasts may be all of them."""
    return any(
        other is not near and len(low[start:end]) <= JOINED and not any(map(str.isdigit, low[start:end]))
        for other in stretches
        for start, end in [sorted((min(near.span.end, other.span.end), max(near.span.start, other.span.start)))]
        if not start <= told.span.start < end
    )


def _is_near(low: str, told: Told, span: Span, leads: re.Pattern[str], *, bound: bool) -> bool:
    start, end = (told.span.end, span.start) if span.start >= told.span.end else (span.end, told.span.start)
    if start > end:
        return False
    if leads.fullmatch(low, start, end):
        return True
    return told.lasts and not bound and end - start <= NEAR and ENDS.search(low, start, end) is None


def _is_broken(case: Case, told: Told, span: Span) -> bool:
    """Whether the sentence says that the time was broken, or holds only what was worked of it."""
    low = fold(case.document.plain)
    start, end = min(told.span.start, span.start), max(told.span.end, span.end)
    head, tail = low.rfind("\n", 0, start) + 1, low.find("\n", end)
    return may_hold(low[head : tail if tail >= 0 else len(low)], case.language.changes.durations.broken)
