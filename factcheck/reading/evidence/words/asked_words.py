"""What is asked of a word of a scale whose bearers are looked for, and who is named around it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from factcheck.model import COUNTRY, Claim
from factcheck.reading.evidence.words.borne_words import Cell, in_year
from factcheck.reading.evidence.words.named_behind import Around, cells_in, has_score, tells_of_one
from factcheck.reading.evidence.words.words_of_scales import Word, words_of
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

BACK = 6
"""So many sentences from a word those of whom it is said may be named."""
NEAR = 3
"""So many sentences more than are counted, each of whom may have one of its own."""
PAIR, MOST = 2, 40
"""No fewer and no more are counted whom sentences name one by one."""

Named = Sequence[tuple[Frame, Cell]]


class Heard(NamedTuple):
    """The one spoken of last and in which year, and the last year written before."""

    entity: str = ""
    period: str = ""
    written: str = ""


class Asked(NamedTuple):
    """A word whose bearers are looked for: what is claimed of whom, where it stands, how many they are (0: not said),
    in which years and in which region, and who was spoken of before."""

    around: Around
    claims: Sequence[Claim]
    frame: Frame
    word: Word
    size: int
    years: Sequence[str]
    region: str
    heard: Heard


def in_their_year(asked: Asked, year: str, named: Named) -> Named:
    """Those named, each under the year that a figure beside them tells, else under a year, and once."""
    around = asked.around
    moved = in_year([cell for _, cell in named], asked.word, year, around.setting)
    found: dict[str, tuple[Frame, Cell]] = {}
    for (frame, cell), other in zip(named, moved, strict=True):
        found.setdefault(cell.entity, (frame, cell if has_score(around, frame, cell) else other))
    return list(found.values())


def within(asked: Asked, found: Named) -> Named:
    """Those who lie in the region in which a word counts."""
    if asked.region in ("", COUNTRY):
        return found
    entities = asked.around.setting.reference.entities
    parents = ((one, entities.get(one[1].entity)) for one in found)
    return [one for one, record in parents if record and asked.region in (record.id, record.parent)]


def sentences_around(asked: Asked, step: int) -> Iterator[Frame]:
    """The sentences behind (1) or in front of (-1) a word, up to one that has another word of its scale."""
    frames, word = asked.around.frames, asked.word
    left = asked.frame.has(Tag.COUNT_LEFT, 0, word.at)
    far = max(BACK * (1 + left), min(asked.size, MOST) + NEAR)  # each may have a sentence of its own
    for at in range(asked.frame.sentence.place + step, asked.frame.sentence.place + step * (far + 1), step):
        if not 0 <= at < len(frames):
            return
        others = words_of(frames[at], asked.around.setting)
        apart = any(one.measure == word.measure and one.word != word.word for one in others)
        if apart and frames[at].names_between():
            return
        if not apart and not tells_of_one(frames[at]):
            yield frames[at]


def named_in(asked: Asked, frame: Frame, start: int = -1, stop: int = sys.maxsize) -> Named:
    return [(frame, cell) for cell in cells_in(asked.around, frame, asked.word, (start, stop))]


def counts_by_name(asked: Asked) -> bool:
    """Whether those whom a word counts may be named near by: a few, in no headline, beside no other word of the
    scale."""
    return PAIR <= asked.size <= MOST and asked.frame.sentence.voice != "headline" and is_alone(asked)


def is_alone(asked: Asked) -> bool:
    """Whether a word is the only one of its scale in its sentence."""
    words = words_of(asked.frame, asked.around.setting)
    return sum(one.measure == asked.word.measure for one in words) == 1
