"""A word of a scale that heads a list which stands further below, with prose between: a heading "Zona kuning: tujuh
daerah", a sentence "Selain Kota Jambi, ada 15 daerah berkategori B. Urutannya dari atas:".

It is said of each line of the list, in the year of the figure there, where the reference has it of most of them, or one
other word of all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model import Claim, Span
from factcheck.reading.evidence.words.borne_words import Cell, in_year, said
from factcheck.reading.evidence.words.list_years import BACK, LISTED
from factcheck.reading.evidence.words.named_behind import FEW, Around, around_of, cells_in, has_score
from factcheck.reading.evidence.words.words_of_scales import Word, group_size, said_of_nobody, size_at, words_of
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting


def headed_lists(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str, years: Sequence[str]
) -> list[Claim]:
    """The claims, with those of words that head a list below said of each of its lines."""
    around = around_of(claims, frames, setting, main, years)
    made: dict[tuple[int, str], list[Claim]] = {}
    for lines in _lists(frames):
        for frame, word in _heads(around, lines):
            own = around.said_of(frame, word)
            named = _lines_named(around, lines, word)
            told = {one.subject for one in own}
            if _fits(frame, word, named) and told <= {cell.entity for _, cell in named} and len(told) < len(named):
                named = [*_named_between(around, frame, word, named), *named]
                model = next(iter(own), None)
                made[word.span.end, word.measure] = [
                    said(word, cell, frame, model, setting)._replace(sentence=line.sentence.place)
                    for line, cell in named
                ]
    if not made:
        return list(claims)
    kept = (one for one in claims if (one.end, one.measure) not in made or one.kind == "extreme")
    return [*kept, *(claim for group in made.values() for claim in group)]


def _lists(frames: Sequence[Frame]) -> Iterator[Sequence[Frame]]:
    """The lines of each list, one below the other."""
    for listed, lines in groupby(frames, lambda frame: frame.sentence.kind in LISTED):
        if listed:
            yield list(lines)


def _heads(around: Around, lines: Sequence[Frame]) -> Iterator[tuple[Frame, Word]]:
    """The words that may head a list: those of the nearest sentence in front that has any, and of its heading; each
    alone of its scale."""
    first = lines[0].sentence.place
    told: set[str] = set()
    for frame in reversed(around.frames[max(0, first - BACK) : first]):
        if frame.sentence.kind in LISTED:
            return
        words = words_of(frame, around.setting)
        heading = frame.sentence.kind == "heading"
        for word in words:
            from factcheck.reading.evidence.words.list_headings import MOVES, only_counts

            alone = sum(one.measure == word.measure for one in words) == 1 and word.measure not in told
            leads = only_counts(frame) if heading else group_size(frame, word.at) and not frame.has_any(MOVES)
            if alone and leads and not said_of_nobody(frame, word, around.setting):
                yield frame, word
        told.update(word.measure for word in words)
        if heading:
            return


def _lines_named(around: Around, lines: Sequence[Frame], word: Word) -> list[tuple[Frame, Cell]]:
    """The first name of each line, where all have a figure."""
    named = [(frame, cell) for frame in lines for cell in cells_in(around, frame, word)[:1]]
    return named if all(has_score(around, *one) for one in named) else []


def _named_between(
    around: Around, frame: Frame, word: Word, named: Sequence[tuple[Frame, Cell]]
) -> list[tuple[Frame, Cell]]:
    """ "Zona hijau: 16 daerah", and "Selain Kota Jambi, ada 15 daerah:" above the list: the one whom a heading counts
    with those of the list, and a sentence between names."""
    if frame.sentence.kind != "heading" or _size(frame, word) != len(named) + 1:
        return []
    listed, period = {cell.entity for _, cell in named}, named[0][1].period
    between = around.frames[frame.sentence.place + 1 : named[0][0].sentence.place]
    cells = [
        (one, Cell(at, mention.ids[0], period, Span(mention.start, mention.end), ""))
        for one in between
        for at, mention in enumerate(one.mentions)
        if len(mention.ids) == 1 and mention.ids[0] not in listed
    ]
    known = in_year([cell for _, cell in cells], word, period, around.setting)
    found = [(one, cell) for (one, _), cell in zip(cells, known, strict=True) if cell.word == named[0][1].word]
    return found if len(found) == 1 else []


def _fits(frame: Frame, word: Word, named: Sequence[tuple[Frame, Cell]]) -> bool:
    """Whether the reference has a word of most of a list, or one other of all; a sentence counts them, be it all but
    one or one more, a heading those too who are named in between."""
    if len(named) < FEW or frame.has(Tag.MOOD_NEGATION, 0, word.at):
        return False
    size = _size(frame, word)
    if size and abs(size - len(named)) > 1:
        return False
    known = Counter(cell.word for _, cell in named if cell.word)
    most = max(known.values(), default=0)
    return 4 * known[word.word] >= 3 * len(named) or most == len(named)


def _size(frame: Frame, word: Word) -> int:
    """How many a word is said of: by the number at it, in a heading by the only one; 0 where none tells."""
    numbers = frame.having(FIGURES) if frame.sentence.kind == "heading" else ()
    return group_size(frame, word.at) or (size_at(frame, numbers[0]) if len(numbers) == 1 else 0)
