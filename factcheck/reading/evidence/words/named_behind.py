"""Those who are named behind a word of a scale that is said of them: in its sentence, in the next, one after another.

"Daerah zona merah itu A, B, C dan D", "Sepuluh lainnya berkategori B. Ende 82,06, Sikka 78,63", "Tiga pemda berkategori
C. Tiga pemda itu A dengan nilai 73,08. Kemudian, B 72,79. Selanjutnya adalah C": nothing but their place says who is
meant, and the reference whether it can be so.
"""

from collections.abc import Collection, Mapping, Sequence

from factcheck.cache.once import once
from factcheck.model import Claim, Span
from factcheck.reading.evidence.explained.name_lists import LEADS
from factcheck.reading.evidence.words.borne_words import EVERYWHERE, Cell, by_sentence, cells_of
from factcheck.reading.evidence.words.words_of_scales import Word, counted_after, counts_others, scales_of, words_of
from factcheck.reading.scan.frame import FIGURES, PLACE, SCALED, Frame
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import asks_who
from factcheck.typed import NamedTuple

BACK = 6
"""So many sentences behind a count those it counts may be named."""
SHORT = 60
"""A line of its own with no more letters heads the list below it."""
LONG = 5
"""Of a list of so many names one may follow in the next sentence."""
MANY = 20
"""So many sentences at most go on with one list."""
FEW = 3
"""So many names make a list; mentions between what opens one and its first name."""


class Around(NamedTuple):
    """What the sentences of an article say of whom: the sentences in order and the claims of each, these also by the
    end and the measure of what they state."""

    frames: Sequence[Frame]
    claims: Mapping[int, Sequence[Claim]]
    said: Mapping[tuple[int, int, str], Sequence[Claim]]
    setting: Setting
    main: str
    years: Sequence[str]

    def said_of(self, frame: Frame, word: Word) -> Sequence[Claim]:
        """The claims of a sentence that are made by a word."""
        return self.said.get((frame.sentence.place, word.span.end, word.measure), ())


def around_of(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str, years: Sequence[str]
) -> Around:
    """The sentences of an article with what is claimed in them, as far as it is read."""
    said: dict[tuple[int, int, str], list[Claim]] = {}
    for claim in claims:
        said.setdefault((claim.sentence, claim.end, claim.measure), []).append(claim)
    return Around(frames, by_sentence(claims), said, setting, main, years)


def named_behind(around: Around, place: int, word: Word, stop: int | None) -> list[tuple[Frame, Cell]]:
    """Those named behind a word that nobody stands in front of, up to the next word of its scale."""
    frame = around.frames[place]
    if frame.names_between(0, word.at):
        return []
    cells = cells_in(around, frame, word, (word.at, len(frame.mentions) if stop is None else stop))
    while len(cells) > 1 and frame.roles[cells[-1].at] == PLACE:  # ""A, B dan C," kata X di Mataram"
        cells.pop()
    if not cells or frame.has(Tag.STOP, word.at, cells[0].at) or counted_after(frame, word.at, cells[0].at):
        return []
    end = frame.list_ends(cells[0].at, len(frame.mentions))
    found = without_scope([(frame, cell) for cell in cells if cell.at < end], word, around.setting)
    return [] if counts_others(frame, word, len(found)) else found


def named_below(around: Around, place: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those whom the next sentence lists, where a word counts or heads them: "Sepuluh lainnya berkategori B. Ende
    82,06, Sikka 78,63", a line "Zona hijau" and the names below it."""
    frame = around.frames[place]
    below = next(iter(around.frames[place + 1 : place + 2]), frame)
    if below is frame or frame.names_between() or not _goes_on(around, frame, below, word):
        return []
    cells = [(below, cell) for cell in cells_in(around, below, word)]
    if not cells or below.has_any((Tag.EXTREME, Tag.RANK_CUE, Tag.RANK_NUMBERED), 0, cells[0][1].at):
        return []
    found = without_scope(cells, word, around.setting)
    count = _count_before(frame, word)
    counted = count == len(found) or (count == len(found) + 1 > LONG) or (not count and heads_list(frame))
    return found if counted and len(found) >= FEW else []


def named_later(around: Around, place: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those whom a later sentence names, as many as a word counts: "… zona hijau bagi lima daerah. … kelimanya yaitu A,
    B, C, D dan E", "Tiga belas kabupaten kebagian rapor merah. Mereka adalah …"."""
    frame = around.frames[place]
    count = _counted(frame)
    if count < FEW:
        return []
    for later in around.frames[place + 1 : place + 1 + BACK]:
        opened = _opened(later, count, later is around.frames[place + 1])
        cells = [(later, cell) for cell in cells_in(around, later, word) if opened >= 0 and cell.at > opened]
        found = without_scope(cells, word, around.setting)
        fits = len(found) == count or (count > LONG and abs(len(found) - count) == 1)  # a name may be lost
        if fits and _names_only_where(frame, found, around.setting):
            return found
        if later.has(SCALED) and any(one.measure == word.measure for one in words_of(later, around.setting)):
            break
    return []


def named_on(around: Around, place: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those whom the sentences behind name one after another, each with a figure of its own, as many as a word counts:
    "Tiga pemda berkategori C. Tiga pemda itu A dengan nilai 73,08. Kemudian, B 72,79. …"; all of the next sentence
    where the word is of the rest: "Selebihnya kuning. A 67,58; B 78,01; dan C 52,16"."""
    frame = around.frames[place]
    count = _counted(frame)
    left = not count and frame.has(Tag.COUNT_LEFT, 0, word.at) and not frame.names_between()
    first = next(one for one in words_of(frame, around.setting) if one.measure == word.measure)
    if (count < FEW and not left) or first.at != word.at or _is_of_before(frame):
        return []
    found: list[tuple[Frame, Cell]] = []
    for later in _following(around, place, 1 if left else min(count, MANY)):
        named = [(later, cell) for cell in cells_in(around, later, word)]
        cells = [one for one in named if has_score(around, *one)]
        if not cells and found and _completes(named, count - len(found), word):  # "X serta Y juga di kelompok ini"
            cells = named
        if not cells and len(named) == 1 and _says_same(around, later, word, named[0][1]):
            cells = named  # "Pertama Kabupaten Bima, kategori B juga"
        if not cells or _says_its_own(around, later, word, cells[0][1]):
            break
        found += cells
        if len(found) >= count > 0:
            break
    whole = len(found) == count if count else len(found) >= FEW
    if not _in_written_year(frame, found):
        return []
    once = len({cell.entity for _, cell in found}) == len(found)
    return found if whole and once and _names_only_where(frame, found, around.setting) else []


def _following(around: Around, place: int, most: int) -> Sequence[Frame]:
    """So many sentences behind one, the first passed over where it names nobody and has no figures of theirs: "Enam
    daerah hijau. Setahun sebelumnya tidak ada. Kota Ternate meraih 92,53"."""
    silent = place + 1 < len(around.frames) and _is_silent(around.frames[place + 1])
    return around.frames[place + 1 + silent : place + 1 + silent + most]


def _is_silent(frame: Frame) -> bool:
    numbers = (frame.mentions[at].number for at in frame.having(FIGURES))
    fine = any(one is not None and one.quantum < 1 for one in numbers)
    text = frame.plain[frame.sentence.start : frame.sentence.end].rstrip(" *_\n")
    opens = text.endswith(":")  # "Urutannya sebagai berikut:" and all of them
    return not (opens or fine or frame.names_between() or frame.has(SCALED) or frame.has(Tag.ENTITY_OFFICES))


def _completes(named: Sequence[tuple[Frame, Cell]], missing: int, word: Word) -> bool:
    """Whether just those named who are missing bear a word."""
    return 0 < len(named) == missing and all(cell.word == word.word for _, cell in named)


def _says_its_own(around: Around, frame: Frame, word: Word, first: Cell) -> bool:
    """ "Delapan berkategori B. Dalam kelompok B, urutan pertama …": whether a sentence has another word of the scale,
    or one of any in front of its names."""
    others = any(one.measure == word.measure and one.word != word.word for one in words_of(frame, around.setting))
    return others or frame.has(SCALED, 0, first.at)


def _says_same(around: Around, frame: Frame, word: Word, named: Cell) -> bool:
    """Whether a sentence says the word once more of the one it names, who bears it."""
    same = ((one.measure, one.word, one.at > named.at) for one in words_of(frame, around.setting))
    return named.word == word.word and (word.measure, word.word, True) in same


def named_in_answer(around: Around, place: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those whom the paragraph behind a question after them names, each with a figure, up to the next word of the
    scale: "Siapa saja yang hijau? – Ambon di atas, 91,01. Lalu Maluku Tengah 90,47"."""
    frame = around.frames[place]
    if frame.names_between() or not asks_who(frame) or place + 1 == len(around.frames):
        return []
    found: list[tuple[Frame, Cell]] = []
    block = around.frames[place + 1].sentence.block
    for later in around.frames[place + 1 : place + 1 + MANY]:
        told = any(one.measure == word.measure for one in words_of(later, around.setting))
        if later.sentence.block != block or told:
            break
        found += [(later, cell) for cell in cells_in(around, later, word) if has_score(around, later, cell)]
    once = list({cell.entity: (one, cell) for one, cell in reversed(found)}.values())[::-1]
    return once if len(once) >= FEW else []


def _is_of_before(frame: Frame) -> bool:
    """Whether a sentence speaks of a year before: "tahun lalu", "dulu"."""
    counted = (frame.mentions[at].tags[Tag.YEAR] for at in frame.having(Tag.YEAR))
    return frame.has(Tag.MOOD_PAST) or any(year.startswith("-") for year in counted)


def _in_written_year(frame: Frame, found: Sequence[tuple[Frame, Cell]]) -> bool:
    """Whether those found are spoken of in a year that a sentence writes, where it writes any."""
    years = {frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)}
    return not years or all(cell.period in years for _, cell in found)


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
        if (number := frame.mentions[at].number) and number.quantum == 1 and _counts_group(frame, at)
        if not frame.before(at, Tag.RANK_AMONG)
    ]
    return int(numbers[0].value) if len(numbers) == 1 and not numbers[0].unit else 0


def _counts_group(frame: Frame, at: int) -> bool:
    """Whether a number stands in front of a word for a group, be it once more in brackets or out of more: "tiga (3)
    pemda", "tiga dari enam pemda"."""
    bracketed = frame.before(at, Tag.OPEN) and frame.after(at, Tag.CLOSE)
    among = frame.after(at, Tag.RANK_AMONG) and frame.having(FIGURES, at + 2, at + 3)  # "tiga dari enam pemda"
    return frame.after(at + 2 if among else at + bracketed, Tag.GROUP, 1)


def _opened(frame: Frame, count: int, follows: bool) -> int:
    """Where a sentence begins to name so many who were counted before: behind "kelimanya", at the head of the sentence
    that follows behind "mereka adalah"; -1 where it does not."""
    for at in frame.having(Tag.COLLECTIVE):
        opener = frame.first(Tag.COLON, at)  # "Ketiganya tidak berganti nama: A, B, dan C"
        opens = frame.after(at, Tag.BIND_OPENER) or (opener >= 0 and not frame.names_between(at, opener))
        if int(frame.mentions[at].tags[Tag.COLLECTIVE]) == count and opens:
            return at
    first = next(iter(frame.subjects()), len(frame.mentions))
    told = any(_is_number(frame, at, count) and frame.after(at, Tag.GROUP) for at in frame.having(FIGURES, 0, first))
    led = all(one.tags.keys() & LEADS or (told and _leads_counted(frame, at, count)) for at, one in _lead(frame, first))
    return first - 1 if follows and led and 0 < first <= FEW * (1 + told) else -1


def _lead(frame: Frame, first: int) -> Sequence[tuple[int, Mention]]:
    return list(enumerate(frame.mentions[:first]))


def _leads_counted(frame: Frame, at: int, count: int) -> bool:
    """ "Empat daerah itu masing-masing A, B, C dan D": the number told before, and what shares out behind it."""
    return _is_number(frame, at, count) or bool(frame.mentions[at].tags.keys() & {Tag.BIND_PAIR, Tag.COMMA})


def _is_number(frame: Frame, at: int, count: int) -> bool:
    number = frame.mentions[at].number
    return number is not None and number.value == count and not number.unit


def _goes_on(around: Around, frame: Frame, below: Frame, word: Word) -> bool:
    """Whether the next sentence may list whom a word is said of: in the same paragraph or below a short line of its
    own, with no such word itself, and not read so already."""
    if below.sentence.kind != "paragraph" or below.has(Tag.MOOD_ALL):
        return False
    if below.sentence.block != frame.sentence.block and not heads_list(frame):
        return False
    return not around.said_of(below, word) and word.measure not in scales_of(below, around.setting)


def tells_of_one(frame: Frame) -> bool:
    """ "Pinrang leads the province with 92.33", "Satu yang tak ada lagi: Kota Banjarmasin": no list announced."""
    names = frame.subjects()
    return len(names) == 1 and (frame.has(Tag.EXTREME) or frame.has(Tag.MOOD_NEGATION, 0, names[0]))


def heads_list(frame: Frame) -> bool:
    """Whether a sentence is a short line of its own without an end."""
    text = frame.plain[frame.sentence.start : frame.sentence.end].strip(" *_\n")
    return len(text) <= SHORT and not text.endswith((".", "?", "!"))


def _count_before(frame: Frame, word: Word) -> int:
    """The number that counts those whom a word is said of: the last in front of it; 0 where there is none."""
    numbers = (frame.mentions[at].number for at in reversed(frame.having(FIGURES, 0, word.at)))
    whole = (one for one in numbers if one is not None and one.quantum == 1 and not one.unit)
    return int(last.value) if (last := next(whole, None)) else 0


def without_scope(cells: Sequence[tuple[Frame, Cell]], word: Word, setting: Setting) -> list[tuple[Frame, Cell]]:
    """The cells without the region in which the others lie, where the reference has another word of it."""
    inside = {record.parent for _, cell in cells if (record := setting.reference.entities.get(cell.entity))}
    return [(frame, cell) for frame, cell in cells if cell.word == word.word or cell.entity not in inside]


def has_score(around: Around, frame: Frame, cell: Cell) -> bool:
    own = around.claims.get(frame.sentence.place, ())
    return cell.span in _figured(own)


@once
def _figured(claims: Sequence[Claim]) -> Collection[Span | None]:
    """Where those are written of whom a sentence has figures."""
    return {one.subject_span for one in claims if not isinstance(one.value, str)}


def cells_in(around: Around, frame: Frame, word: Word, between: tuple[int, int] = EVERYWHERE) -> list[Cell]:
    return cells_of(frame, around.claims.get(frame.sentence.place, ()), word, around.setting, around.main, between)
