"""Who is named right in front of a figure, or in its turn: "A dan B masing-masing 20,2 persen dan 20,8 persen"."""

from collections.abc import Mapping, Sequence

from factcheck.cache.once import once
from factcheck.reading.scan.frame import FIGURES, JOINS, Frame
from factcheck.reading.scan.mentions import Tag

FEWEST = 2
"""So many figures at least are shared out."""


def name_before(frame: Frame, place: int) -> tuple[str, ...]:
    """Who is named last in front of a place of a sentence, with no other figure, but a year or a rank, between; the one
    in its turn where figures are shared out."""
    own = shared_names(frame).get(place)
    if own is not None:
        return frame.mentions[own].ids
    before = [(at, ids) for at, ids in frame.bearers if at < place]
    if not before:
        return ()
    at, ids = before[-1]
    between = (frame.mentions[one] for one in frame.having(FIGURES, at + 1, place))
    others = (one.number for one in between if Tag.YEAR_DIGITS not in one.tags)
    return ids if all(one is None or one.form == "ordinal" for one in others) else ()


@once
def shared_names(frame: Frame) -> Mapping[int, int]:
    """The place of the name of each figure behind "masing-masing", where as many names stand in front in one run."""
    found: dict[int, int] = {}
    for pair in frame.having(Tag.BIND_PAIR):
        figures = _run_behind(frame, pair)
        names = [at for at, _ in frame.bearers if at < pair][-len(figures) :]
        if len(figures) >= FEWEST and len(names) == len(figures) and not frame.has(FIGURES, names[0], pair):
            found |= dict(zip(figures, names, strict=True))
    return found


def _run_behind(frame: Frame, pair: int) -> Sequence[int]:
    """The figures that stand one behind the other from a place on, with nothing but commas and "dan" between."""
    run: list[int] = []
    for at in range(pair + 1, len(frame.mentions)):
        one = frame.mentions[at]
        if one.number is not None:
            run.append(at)
        elif one.ids or not (one.tags.keys() & JOINS or Tag.UNIT in one.tags):
            break
    return run
