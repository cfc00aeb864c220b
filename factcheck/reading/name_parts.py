"""Later mentions by a part of the name: Saiful, Roswandi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.reading.name_runs import Run
from factcheck.reading.spelling import bones

SHORTEST = 5
"""Letters that a part of a name must have to be told when misspelt."""


def parts_of(runs: Sequence[Run], names: Iterable[tuple[str, ...]]) -> Iterator[tuple[Run, int, str]]:
    """Runs of one word that is, but for a slip, a word of one of `names`: run, start, end, word in lower case."""
    wanted = {bones(word) for name in names for word in name if len(word) >= SHORTEST and len(name) > 1}
    wanted = {frame for frame in wanted if len(frame) > 2}
    if not wanted:
        return
    for run in runs:
        if (
            len(run.bones) == 1
            and not run.headline
            and not wanted.isdisjoint(run.bones)
            and " " not in run.low.strip()
        ):
            yield run, run.start, run.start + len(run.low.strip()), run.low.strip()
