"""Words of a scale that count so many of the list above: "Empat nama paling atas hijau. Selebihnya, tujuh pemda,
kuning" below twelve lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from factcheck.reading.evidence.words.asked_words import Asked, Named, counts_by_name, in_their_year, named_in
from factcheck.reading.evidence.words.borne_words import Cell
from factcheck.reading.evidence.words.named_behind import has_score
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag

BACK = 4
"""So many sentences in front of a word the list may end that it tells of."""
PLACED = (Tag.EXTREME, Tag.RANK_RANGE, Tag.COUNT_TOP, Tag.COUNT_LEFT, Tag.COUNT_OTHER)
"""One of these says which of a list are meant: the first, the last, from which to which, the rest."""
LONG = 4
"""A list has so many names or more."""


def counted_of_list(asked: Asked) -> Named:
    """Just so many as a word counts of those whom the list above names, each with a figure, where so many and no more
    of them bear it."""
    frame = asked.frame
    placed = frame.has_any(PLACED, 0, asked.word.at)  # "empat pemda hijau" alone sums up
    if not placed or not counts_by_name(asked) or frame.names_between():
        return ()
    named = list(_listed(asked))
    if len(named) < max(LONG, asked.size + 1):
        return ()
    for year in dict.fromkeys(asked.years):
        bearing = [one for one in in_their_year(asked, year, named) if one[1].word == asked.word.word]
        if len(bearing) == asked.size:
            return bearing
    return ()


def _listed(asked: Asked) -> Iterator[tuple[Frame, Cell]]:
    """Those whom the list names that ends last in front of a word: lines one below the other, or one long sentence, the
    first of each line, with a figure of their own."""
    frames, place = asked.around.frames, asked.frame.sentence.place
    before = frames[max(0, place - BACK) : place][::-1]
    last = next((one for one in before if _is_line(one) or _in_sentence(asked, one)), None)
    if last is None:
        return
    lines = list(takewhile(_is_line, frames[: last.sentence.place + 1][::-1]))[::-1] if _is_line(last) else [last]
    for line in lines:
        named = [one for one in named_in(asked, line) if has_score(asked.around, *one)]
        yield from named[:1] if _is_line(line) else named


def _is_line(frame: Frame) -> bool:
    return frame.sentence.kind in ("item", "row")


def _in_sentence(asked: Asked, frame: Frame) -> bool:
    return sum(has_score(asked.around, *one) for one in named_in(asked, frame)) > LONG
