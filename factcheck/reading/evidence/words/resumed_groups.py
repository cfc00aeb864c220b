"""A group that is told of with a word of a scale and named in a sentence of its own.

"… ditambah sepuluh pemda zona hijau kategori B. Yang sepuluh itu ialah A, B, …", "Kabupaten yang merah ada tiga. Yaitu
A, B dan C", "five districts fall in the red zone. … Those five are A, B, C, D and E": the sentence that names them
begins with what takes the group up again, and just so many follow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from factcheck.reading.evidence.words.borne_words import Cell
from factcheck.reading.evidence.words.named_behind import LONG, Around, cells_in
from factcheck.reading.evidence.words.words_of_scales import Word, counts_group, group_size, size_at
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.typed import NamedTuple

AHEAD = 3
"""So many sentences behind a group it may be taken up again by its number; without one only the next does."""
MOST = 12
"""So many mentions lead to the first name at most."""
LEADS = {
    Tag.STATE_BEFORE, Tag.COLLECTIVE, Tag.GROUP, Tag.ENTITY_SELF, Tag.ENTITY_GOVERNMENT, Tag.ENTITY_PLACES,
    Tag.BIND_OPENER, Tag.BIND_HOLDER_AFTER, Tag.BIND_IS, Tag.BIND_PAIR, Tag.BIND_FOLLOWS, Tag.COLON, Tag.COMMA,
    Tag.NUMBER, Tag.COUNT_ASSESSED, Tag.CUE_WORD, Tag.BIND_CLAUSE, Tag.ENTITY_VENUES,
}  # fmt: skip
"""What stands between the beginning of a sentence and those it names of a group told before."""
OPENS = (Tag.BIND_OPENER, Tag.BIND_FOLLOWS, Tag.COLON, Tag.COLLECTIVE, Tag.BIND_PAIR)
"""One of these stands there."""
JOINS = {
    Tag.COMMA, Tag.SEMICOLON, Tag.BIND_AND, Tag.BIND_BEHIND, Tag.OPEN, Tag.CLOSE, Tag.CUE_NUMBER, Tag.BIND_FRONT,
    Tag.BIND_TO, Tag.ENTITY_VENUES, Tag.EXTREME, Tag.STATE_BEFORE,
}  # fmt: skip
"""What joins those named, with their figures."""


class Naming(NamedTuple):
    """A sentence that names a group told before: how many it says they are (0: not said), and where those stand."""

    size: int
    places: Sequence[int]


def named_again(around: Around, place: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those whom a later sentence names as the group that a word is told of; empty where none does."""
    frame = around.frames[place]
    size = group_size(frame, word.at)
    if size < 2:
        return []
    for step, later in enumerate(around.frames[place + 1 : place + 1 + AHEAD]):
        naming = naming_of(later)
        if naming is not None and _fits(naming, size, following=step == 0):
            cells = cells_in(around, later, word)
            return [(later, cell) for cell in cells if cell.at in naming.places]
        if size in _sizes_told(later):
            break  # so many are told of anew
    return []


def _fits(naming: Naming, size: int, following: bool) -> bool:
    """Whether those named are as many as are told of: of a long list a name may be lost."""
    if naming.size != size and not (following and not naming.size):
        return False
    return abs(len(naming.places) - size) <= (size >= LONG)


@lru_cache(maxsize=64)
def naming_of(frame: Frame) -> Naming | None:
    """How a sentence names a group that was told of before; None where it does not."""
    if frame.sentence.kind not in ("paragraph", "caption"):
        return None
    names = [at for at, _ in frame.bearers if not frame.before(at, Tag.ENTITY_PLACES, 0)]
    if not names or not 0 < names[0] <= MOST:
        return None
    first = names[0]
    lead = frame.mentions[:first]
    if not all(_leads(one) for one in lead) or not frame.has_any(OPENS, 0, first) or frame.has(SCALED, 0, first):
        return None
    sizes = [size for at in range(first) if (size := size_at(frame, at))]
    run = list(_run(frame, names))
    return Naming(sizes[0] if sizes else 0, run) if len(sizes) <= 1 and len(run) > 1 else None


@lru_cache(maxsize=64)
def _sizes_told(frame: Frame) -> Collection[int]:
    """Of how many a sentence that has words of scales tells."""
    if not frame.has(SCALED):
        return ()
    sizes = ((at, size_at(frame, at)) for at in frame.having(FIGURES))
    return {size for at, size in sizes if counts_group(frame, at, size)}


def _leads(mention: Mention) -> bool:
    return bool(mention.ids) or mention.number is not None or bool(mention.tags.keys() & LEADS)


def _run(frame: Frame, names: Sequence[int]) -> Iterator[int]:
    """The first names of a sentence that nothing but commas, "dan" and their own figures join."""
    last = names[0]
    yield last
    for at in names[1:]:
        if not all(_joins(one) for one in frame.mentions[last + 1 : at]):
            return
        if not frame.before(at, Tag.OPEN):  # "Timor Tengah Utara (TTU)"
            yield at
        last = at


def _joins(mention: Mention) -> bool:
    return bool(mention.ids) or mention.number is not None or bool(mention.tags.keys() & JOINS)
