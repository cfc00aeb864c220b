"""Later mentions by a part of the name: Saiful, Roswandi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.reading.name_runs import Runs
from factcheck.reading.name_words import NameWords, bare
from factcheck.reading.spelling import bones

SHORTEST = 5
"""Letters that a part of a name must have to be told when misspelt."""
LOOK_AHEAD = 20


def parts_of(runs: Runs, names: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, int, str]]:
    """Runs of one word that is, but for a slip, a word of one of `names`: start, end, word in lower case."""
    long = (word for name in names if len(name) > 1 for word in name if len(word) >= SHORTEST)
    wanted = {frame for frame in map(bones, long) if len(frame) > 2}
    if not wanted:
        return
    for (start, end, headline), low, frame in zip(runs.spans, runs.lows, runs.bones, strict=False):
        word = low.rstrip("'-")
        if frame in wanted and not headline and " " not in word:
            yield start, end - len(low) + len(word), bare(word)


def speaking(runs: Runs, end: int, words: NameWords) -> bool:
    """Whether the word behind an offset says that the one named before it speaks: "Saiful menambahkan"."""
    following = runs.flat[end : end + LOOK_AHEAD].split()
    return runs.flat[end : end + 1] == " " and bool(following) and following[0] in words.speaks
