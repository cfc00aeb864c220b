"""A word of a scale said of several at once: of those just named, or of those named behind it.

"Kota Sorong 90,20. … Ketiganya hijau.", "Nilainya: A 86,61; B 87,81; C 88,81. Semuanya hijau", "Daerah zona merah itu
A, B, C dan D": who is meant stands in other sentences or has no opener, and the reference says whether it can be so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.cache.once import once
from factcheck.model import Claim
from factcheck.reading.evidence.name_lists import LEADS
from factcheck.reading.evidence.scales import (
    EVERYWHERE,
    PAIR,
    Cell,
    Word,
    cells_of,
    counted_after,
    counts_others,
    in_one_year,
    in_year,
    said,
    words_of,
)
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import irrealis
from factcheck.reference.packs.info import FIRST

BACK = 6
"""So many sentences in front of "ketiganya" those it means may stand."""
SHORT = 60
"""A line of its own with no more letters heads the list below it."""
LONG = 5
"""Of a list of so many names one may follow in the next sentence."""
FEW = 3
"""Mentions between a pronoun for all of them, or a word that opens a list, and its neighbour."""


class Around(NamedTuple):
    """What the sentences of an article say of whom: the sentences in order and the claims of each."""

    frames: Sequence[Frame]
    claims: Mapping[int, Sequence[Claim]]
    setting: Setting
    main: str
    years: Sequence[str]


Reach = tuple[Word, Sequence[tuple[Frame, Cell]]]


def said_together(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str, years: Sequence[str]
) -> list[Claim]:
    """The claims, with each word that is said of several by a pronoun or before their names said of each of them."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    around = Around(frames, by_sentence, setting, main, years)
    replaced: dict[tuple[int, str], list[Claim]] = {}
    for place, frame in enumerate(frames):
        if frame.sentence.kind not in ("row", "header") and frame.has(SCALED):
            for word, cells in _reached(around, place):
                model = _model(around, frame, word)
                made = [said(word, cell, frame, model, setting) for _, cell in cells]
                replaced[word.span.end, word.measure] = made
    if not replaced:
        return list(claims)
    kept = [one for one in claims if (one.end, one.measure) not in replaced or one.kind == "extreme"]
    return [*kept, *(claim for made in replaced.values() for claim in made)]


def _model(around: Around, frame: Frame, word: Word) -> Claim | None:
    own = around.claims.get(frame.sentence.place, ())
    return next((one for one in own if one.end == word.span.end and one.measure == word.measure), None)


def _reached(around: Around, place: int) -> Iterator[Reach]:
    frame = around.frames[place]
    words = words_of(frame, around.setting)
    for word in words:
        if irrealis(frame, word.at):
            continue
        pronoun, size = _pronoun(frame, word)
        if pronoun >= 0:
            cells = _before(around, place, pronoun, size, word)
            if size or len(cells) >= PAIR:
                yield from _accepted(around, word, cells, max(size, PAIR))
        elif _is_bare(frame, word, around):
            stop = next((one.at for one in words if one.at > word.at and one.measure == word.measure), None)
            cells = _behind(around, place, word, stop)
            if len(cells) < PAIR:
                cells = _below(around, place, word) or _named_later(around, place, word) or cells
            yield from _accepted(around, word, cells, PAIR)
        elif _is_of_region(frame, word, around):
            yield from _accepted(around, word, _named_later(around, place, word), PAIR)


def _accepted(around: Around, word: Word, cells: Sequence[tuple[Frame, Cell]], least: int) -> Iterator[Reach]:
    """The word with those it is said of, where the reference has it of most of them, or one other word of all."""
    cells = _in_best_year(around, word, cells)
    known = Counter(cell.word for _, cell in cells if cell.word)
    if len(cells) < least or not known:
        return
    most = known.most_common(1)[0][1] if len(cells) >= PAIR else 0
    if 4 * max(known[word.word], most) >= 3 * len(cells):
        yield word, cells


def _in_best_year(around: Around, word: Word, cells: Sequence[tuple[Frame, Cell]]) -> Sequence[tuple[Frame, Cell]]:
    """Those cells under the year, of those the article is about, in which the reference has the word of most."""
    if not cells or any(_has_score(around, frame, cell) for frame, cell in cells):
        return cells
    years = (cells[0][1].period, *around.years)
    whole = in_one_year([cell for _, cell in cells], word, years, around.setting)
    if whole is not None:
        return [(frame, cell) for (frame, _), cell in zip(cells, whole, strict=True)]

    under = {year: in_year([cell for _, cell in cells], word, year, around.setting) for year in years}
    best = max(under, key=lambda year: sum(cell.word == word.word for cell in under[year]))
    return [(frame, cell) for (frame, _), cell in zip(cells, under[best], strict=True)]


def _has_score(around: Around, frame: Frame, cell: Cell) -> bool:
    own = around.claims.get(frame.sentence.place, ())
    return any(one.subject_span == cell.span and not isinstance(one.value, str) for one in own)


def _pronoun(frame: Frame, word: Word) -> tuple[int, int]:
    """The place of "ketiganya" or "semuanya" close in front of a word, and how many it means (0: all); else -1."""
    for at in range(word.at - 1, max(-1, word.at - 1 - FEW), -1):
        tags = frame.mentions[at].tags
        if Tag.COLLECTIVE in tags:
            return at, int(tags[Tag.COLLECTIVE])
        if Tag.MOOD_THEM in tags:
            return at, 0
        if frame.mentions[at].ids or Tag.STOP in tags or Tag.SEMICOLON in tags:
            return -1, 0
    return -1, 0


def _before(around: Around, place: int, pronoun: int, size: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those named last in front of a pronoun: so many, or all of the sentence that names any."""
    frame = around.frames[place]
    found = [(frame, cell) for cell in _cells(around, frame, word, range(pronoun))]
    if len(_without_scope(found, word, around.setting)) >= max(size, PAIR):
        return _without_scope(found, word, around.setting)[-size:] if size else found
    if found and not size:
        return []
    for back in range(place - 1, max(-1, place - 1 - BACK), -1):
        earlier = around.frames[back]
        if earlier.sentence.kind in ("title", "heading", "header"):
            break
        here = [(earlier, cell) for cell in _cells(around, earlier, word)]
        if not here and _of_others(earlier):
            break
        found = [*here, *found]
        if (size and len(_without_scope(found, word, around.setting)) >= size) or (not size and len(here) >= PAIR):
            break
        if not size and here and earlier.sentence.kind != "item":
            break
    found = _without_scope(found, word, around.setting)
    return found[-size:] if size else found


def _of_others(frame: Frame) -> bool:
    """Whether a sentence tells figures of somebody who is not named here: of offices and health centres."""
    return any((number := frame.mentions[at].number) is not None and number.quantum < 1 for at in frame.having(FIGURES))


def _without_scope(cells: Sequence[tuple[Frame, Cell]], word: Word, setting: Setting) -> list[tuple[Frame, Cell]]:
    """The cells without the region in which the others lie, where the reference has another word of it."""
    inside = {record.parent for _, cell in cells if (record := setting.reference.entities.get(cell.entity))}
    return [(frame, cell) for frame, cell in cells if cell.word == word.word or cell.entity not in inside]


def _behind(around: Around, place: int, word: Word, stop: int | None) -> list[tuple[Frame, Cell]]:
    """Those named behind a word that nobody stands in front of, up to the next word of its scale."""
    frame = around.frames[place]
    if frame.names_between(0, word.at):
        return []
    cells = _cells(around, frame, word, range(word.at + 1, len(frame.mentions) if stop is None else stop))
    if not cells or frame.has(Tag.STOP, word.at, cells[0].at) or counted_after(frame, word.at, cells[0].at):
        return []
    end = next((at for at in range(cells[0].at, len(frame.mentions)) if frame.ends_at(at)), None)
    found = _without_scope([(frame, cell) for cell in cells if end is None or cell.at < end], word, around.setting)
    return [] if counts_others(frame, word, len(found)) else found


def _below(around: Around, place: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those whom the next sentence lists, where a word counts or heads them: "Sepuluh lainnya berkategori B. Ende
    82,06, Sikka 78,63", a line "Zona hijau" and the names below it."""
    frame = around.frames[place]
    below = next(iter(around.frames[place + 1 : place + 2]), frame)
    if below is frame or frame.names_between() or not _goes_on(around, frame, below, word):
        return []
    cells = [(below, cell) for cell in _cells(around, below, word)]
    if not cells or below.has_any((Tag.EXTREME, Tag.RANK_CUE, Tag.RANK_NUMBERED), 0, cells[0][1].at):
        return []
    found = _without_scope(cells, word, around.setting)
    count = _count_before(frame, word)
    counted = count == len(found) or (count == len(found) + 1 > LONG) or (not count and _heads_list(frame))
    return found if counted and len(found) >= FEW else []


def _named_later(around: Around, place: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those whom a later sentence names, as many as a word counts: "… zona hijau bagi lima daerah. … kelimanya yaitu A,
    B, C, D dan E", "Tiga belas kabupaten kebagian rapor merah. Mereka adalah …"."""
    frame = around.frames[place]
    count = _counted(frame)
    if count < FEW:
        return []
    for later in around.frames[place + 1 : place + 1 + BACK]:
        opened = _opened(later, count, later is around.frames[place + 1])
        cells = [(later, cell) for cell in _cells(around, later, word) if opened >= 0 and cell.at > opened]
        found = _without_scope(cells, word, around.setting)
        fits = len(found) == count or (count > LONG and abs(len(found) - count) == 1)  # a name may be lost
        if fits and _names_only_where(frame, found, around.setting):
            return found
        if later.has(SCALED) and any(one.measure == word.measure for one in words_of(later, around.setting)):
            break
    return []


def _names_only_where(frame: Frame, found: Sequence[tuple[Frame, Cell]], setting: Setting) -> bool:
    """Whether a sentence names nobody but the region that those found lie in: "lima daerah di Kalimantan Selatan"."""
    inside = {record.parent for _, cell in found if (record := setting.reference.entities.get(cell.entity))}
    return all(inside & set(frame.mentions[at].ids) for at in frame.subjects())


@once
def _counted(frame: Frame) -> int:
    """How many of a group a sentence says a word of, in front of it or behind: the one count that it has; else 0."""
    numbers = [
        number
        for at in frame.having(FIGURES)
        if (number := frame.mentions[at].number) and number.quantum == 1 and frame.after(at, Tag.GROUP, 1)
        if not frame.before(at, Tag.RANK_AMONG)
    ]
    return int(numbers[0].value) if len(numbers) == 1 and not numbers[0].unit else 0


def _opened(frame: Frame, count: int, follows: bool) -> int:
    """Where a sentence begins to name so many who were counted before: behind "kelimanya", at the head of the sentence
    that follows behind "mereka adalah"; -1 where it does not."""
    for at in frame.having(Tag.COLLECTIVE):
        if int(frame.mentions[at].tags[Tag.COLLECTIVE]) == count and frame.after(at, Tag.BIND_OPENER):
            return at
    first = next(iter(frame.subjects()), len(frame.mentions))
    led = all(one.tags.keys() & LEADS for one in frame.mentions[:first])
    return first - 1 if follows and led and 0 < first <= FEW else -1


def _goes_on(around: Around, frame: Frame, below: Frame, word: Word) -> bool:
    """Whether the next sentence may list whom a word is said of: in the same paragraph or below a short line of its
    own, with no such word itself, and not read so already."""
    if below.sentence.kind != "paragraph" or below.has(Tag.MOOD_ALL):
        return False
    if below.sentence.block != frame.sentence.block and not _heads_list(frame):
        return False
    own = around.claims.get(below.sentence.place, ())
    said_already = any(one.end == word.span.end and one.measure == word.measure for one in own)
    return not said_already and all(one.measure != word.measure for one in words_of(below, around.setting))


def _heads_list(frame: Frame) -> bool:
    """Whether a sentence is a short line of its own without an end."""
    text = frame.plain[frame.sentence.start : frame.sentence.end].strip(" *_\n")
    return len(text) <= SHORT and not text.endswith((".", "?", "!"))


def _count_before(frame: Frame, word: Word) -> int:
    """The number that counts those whom a word is said of: the last in front of it; 0 where there is none."""
    numbers = [frame.mentions[at].number for at in frame.having(FIGURES, 0, word.at)]
    whole = [one for one in numbers if one is not None and one.quantum == 1 and not one.unit]
    return int(whole[-1].value) if whole else 0


def _is_bare(frame: Frame, word: Word, around: Around) -> bool:
    """Whether a word has no claim yet, or is claimed of one only though more are named behind it."""
    own = around.claims.get(frame.sentence.place, ())
    mine = [one for one in own if one.end == word.span.end and one.measure == word.measure]
    return len(mine) <= 1 and not any(one.subject_span and one.subject_span.start < word.span.start for one in mine)


def _is_of_region(frame: Frame, word: Word, around: Around) -> bool:
    """Whether a word was taken to be of the only region that its sentence names."""
    own = around.claims.get(frame.sentence.place, ())
    subjects = {one.subject for one in own if one.end == word.span.end and one.measure == word.measure}
    return len(subjects) == 1 and around.setting.reference.level_of(next(iter(subjects))) == FIRST


def _cells(around: Around, frame: Frame, word: Word, within: range = EVERYWHERE) -> list[Cell]:
    return cells_of(frame, around.claims.get(frame.sentence.place, ()), word, around.setting, around.main, within)
