"""Who is named right in front of a figure, or told in step with it: "Jawa Barat dan Banten masing-masing 20,2 persen
dan 20 persen"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from factcheck.cache.once import once
from factcheck.reading.scan.frame import ENDS, FIGURES, JOINS, Frame
from factcheck.reading.scan.mentions import Tag


def name_before(frame: Frame, place: int) -> tuple[str, ...]:
    """Who is named last in front of a place of a sentence, with no other figure, but a year or a rank, between; or who
    is told in step with the figure there."""
    before = [(at, ids) for at, ids in frame.bearers if at < place]
    if not before:
        return ()
    shared = name_in_step(frame, place)
    if shared:
        return shared
    at, ids = before[-1]
    between = (frame.mentions[one] for one in frame.having(FIGURES, at + 1, place))
    others = (one.number for one in between if Tag.YEAR_DIGITS not in one.tags)
    return ids if all(one is None or one.form == "ordinal" for one in others) else ()


def name_in_step(frame: Frame, place: int) -> tuple[str, ...]:
    """Whose the figure at a place is, where a word says that a run of figures is shared out over the run of names in
    front of them ("masing-masing", "respectively"); nobody where there are not as many of both."""
    own = places_in_step(frame).get(place) if Tag.BIND_PAIR in frame.tagged else None
    return frame.mentions[own].ids if own is not None else ()


@once
def places_in_step(frame: Frame) -> Mapping[int, int]:
    """Where the name of each figure of a sentence stands that is shared out."""
    bearers, found = frame.bearers, dict[int, int]()
    ends = sorted(at for tag in ENDS for at in frame.having(tag))
    for sign in frame.having(Tag.BIND_PAIR):
        behind = bisect_left(bearers, sign, key=lambda one: one[0])
        if not behind:
            continue
        first = bearers[behind - 1][0]
        stops = (*(at for at, _ in bearers[behind : behind + 1]), *ends[bisect_left(ends, sign) :][:1])
        places = _figures(frame, sign, min(stops, default=None)) or _figures(frame, first, sign)
        run = bearers[max(0, behind - len(places)) : behind]
        if 1 < len(places) == len(run) and is_run(frame, [at for at, _ in run]):
            found.update(zip(places, (at for at, _ in run), strict=True))
    return found


def _figures(frame: Frame, start: int, stop: int | None) -> list[int]:
    """The figures between two places, but for years."""
    return [at for at in frame.having(FIGURES, start, stop) if Tag.YEAR_DIGITS not in frame.mentions[at].tags]


def is_run(frame: Frame, places: Sequence[int]) -> bool:
    """Whether nothing but commas and "dan" stands between the places."""
    joined = (frame.mentions[between] for one, two in pairwise(places) for between in range(one + 1, two))
    return all(one.tags.keys() & JOINS for one in joined)
