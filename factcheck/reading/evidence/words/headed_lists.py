"""Of whom a word of a scale is said that heads a list: of those whom its items name.

"Zona hijau", "Yang hijau, tujuh kabupaten dan tiga kota:" and then items; a list further below is led to
(`lists_led_to.py`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim
from factcheck.reading.evidence.words.beside_figures import CARD
from factcheck.reading.evidence.words.borne_words import MANY, PAIR, Cell, cells_of, in_year
from factcheck.reading.evidence.words.words_of_scales import Word, counts_others, said_of_nobody, words_of
from factcheck.reading.period.year_marks import year_before
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import only_heads

LISTED = ("item", "row")
SHORT = 30
"""A heading of a group within a list has no more letters."""


def over_items(
    frames: Sequence[Frame], place: int, by_sentence: Mapping[int, Sequence[Claim]], setting: Setting, main: str
) -> Iterator[tuple[Word, Sequence[tuple[Frame, Cell]]]]:
    """A word that heads a list below it: "Zona hijau", "Yang hijau, tujuh kabupaten dan tiga kota:" and then items."""
    frame = frames[place]
    if not frame.has(SCALED):
        return
    text = frame.plain[frame.sentence.start : frame.sentence.end].strip(" *_")
    bare = len(text) <= 2 * SHORT and only_heads(frame)  # "Zona Kuning, Kategori C (Kualitas Sedang)"
    alone = not place or frames[place - 1].sentence.block != frame.sentence.block  # "… 65.57. It is now yellow."
    heading = frame.sentence.kind in ("paragraph", "heading") and (
        text.endswith(":") or (alone and (len(text) <= SHORT or bare))
    )
    items = _items(frames, place) if heading and not _closes_card(frames, place) else []
    lines = _line_of_names(frames, place) if heading and not items else []
    most = 1 if items else MANY
    single = len(items) == 1 and bare
    if (len(items) < PAIR and not (lines or single)) or any(item.has(SCALED) for item in items):
        return
    for word in words_of(frame, setting):
        if frame.names_between(word.at) or said_of_nobody(frame, word, setting):
            continue
        year = year_before(frames, place, main)
        cells = [
            (item, cell)
            for item in items or lines
            for cell in _of_line(item, by_sentence.get(item.sentence.place, ()), word, setting, year, most)
        ]
        cells = _in_year_of_most(cells, by_sentence, word, setting)
        if counts_others(frame, word, len(cells)):
            cells = [(item, cell) for item, cell in cells if cell.word == word.word]
        told = [cell.word for _, cell in cells]
        right = told.count(word.word)
        alone = sum(one.measure == word.measure for one in words_of(frame, setting)) == 1
        if cells and (4 * right >= 3 * len(cells) or (alone and len(set(told)) == 1 and _is_of_them(frame, word))):
            yield word, cells


def _is_of_them(frame: Frame, word: Word) -> bool:
    """Whether a line says a word of those below it, and not what they were before; asked where none bears it."""
    from factcheck.reading.evidence.words.list_headings import heads_plainly

    return heads_plainly(frame, word)


def _in_year_of_most(
    cells: list[tuple[Frame, Cell]], by_sentence: Mapping[int, Sequence[Claim]], word: Word, setting: Setting
) -> list[tuple[Frame, Cell]]:
    """The cells of a list, those that no figure tells the year of under that of most others: "13. Tapanuli Tengah:
    tidak terbaca"."""
    scored = {
        (claim.sentence, claim.subject_span)
        for item, _ in cells
        for claim in by_sentence.get(item.sentence.place, ())
        if isinstance(claim.value, Decimal)
    }
    told = Counter(cell.period for item, cell in cells if (item.sentence.place, cell.span) in scored)
    year, times = told.most_common(1)[0] if told else ("", 0)
    if 2 * times <= len(cells):
        return cells
    return [
        (item, cell) if (item.sentence.place, cell.span) in scored else (item, in_year([cell], word, year, setting)[0])
        for item, cell in cells
    ]


def _of_line(
    line: Frame, claims: Sequence[Claim], word: Word, setting: Setting, year: str, most: int
) -> Sequence[Cell]:
    """Those named in a line below a word: the first so many, or all where each has a figure."""
    cells = cells_of(line, claims, word, setting, year)
    scored = {claim.subject_span for claim in claims if isinstance(claim.value, Decimal)}
    return cells if all(cell.span in scored for cell in cells) else cells[:most]


def _line_of_names(frames: Sequence[Frame], place: int) -> Sequence[Frame]:
    """ "Kuning", and below it "Kota Baubau (53,15) dan Kolaka Utara (57,11)." and nothing else: the one sentence below
    a line that is only a word, which begins with a name, has a figure for each and no word of its own; else none."""
    words = [one for one in frames[place].mentions if Tag.CUE_WORD not in one.tags]
    below = frames[place + 1 : place + 2]
    if not below or len(words) != 1 or frames[place].sentence.block == below[0].sentence.block or below[0].has(SCALED):
        return ()
    names, figures = below[0].subjects(), below[0].having(FIGURES)
    return below if names and names[0] == 0 and len(figures) == len(names) else ()


def _closes_card(frames: Sequence[Frame], place: int) -> bool:
    """ "1. Tebo", and below it "Nilai: 92,5", "Opini: kualitas tertinggi" and "Kategori: A": whether a line is the last
    of several below one item, each a cue, a colon and what it tells; it heads nothing."""
    lines = frames[place - 1 : place + 1]
    in_card = all(one.sentence.kind not in LISTED and one.has(Tag.COLON, 1, CARD) for one in lines)
    return len(lines) == PAIR and in_card and any(lines[0].has(tag, CARD, CARD + 1) for tag in (FIGURES, SCALED))


def _items(frames: Sequence[Frame], place: int) -> list[Frame]:
    """The items below a sentence, short headings of groups between them passed over."""
    found = []
    for frame in frames[place + 1 :]:
        if frame.sentence.kind in LISTED:
            found.append(frame)
        elif frame.sentence.end - frame.sentence.start > SHORT or frame.has(SCALED) or frame.names_between():
            break
    return found
