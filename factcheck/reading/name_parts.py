"""Later mentions by a part of the name: Saiful, Roswandi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.reading.name_runs import Run
from factcheck.reading.spelling import bones

SHORTEST = 5
"""Letters that a part of a name must have to be told when misspelt."""


def parts_of(runs: Sequence[Run], names: Iterable[tuple[str, ...]]) -> Iterator[tuple[Run, int, str]]:
    """Runs of one word that is, but for a slip, a word of one of `names`: run, end, word in lower case."""
    long = (word for name in names if len(name) > 1 for word in name if len(word) >= SHORTEST)
    wanted = {frame for frame in map(bones, long) if len(frame) > 2}
    for run in runs if wanted else ():
        word = run.low.strip()
        if len(run.bones) == 1 and not run.headline and " " not in word and not wanted.isdisjoint(run.bones):
            yield run, run.start + len(word), word
