"""A word of a scale said of several at once: of those just named, or of those named behind it.

"Kota Sorong 90,20. … Ketiganya hijau.", "Nilainya: A 86,61; B 87,81; C 88,81. Semuanya hijau", "Daerah zona merah itu
A, B, C dan D": who is meant stands in other sentences or has no opener, and the reference says whether it can be so.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Span
from factcheck.reading.evidence.words.borne_words import (
    PAIR,
    Cell,
    in_one_year,
    in_told_year,
    in_year,
    said,
    year_beside,
)
from factcheck.reading.evidence.words.named_behind import (
    Around,
    around_of,
    cells_in,
    has_score,
    named_behind,
    named_below,
    named_in_answer,
    named_later,
    named_on,
    without_scope,
)
from factcheck.reading.evidence.words.words_of_scales import (
    Word,
    group_size,
    next_of_scale,
    pronoun_of,
    said_of_nobody,
    words_of,
)
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import FIRST

MANY = 4
"""So many whom no number counts are told of in the year in which they all have one word."""
BACK = 6
"""So many sentences in front of "ketiganya" those it means may stand."""


Reach = tuple[Word, Sequence[tuple[Frame, Cell]]]


def said_together(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str, years: Sequence[str]
) -> list[Claim]:
    """The claims, with each word that is said of several by a pronoun or before their names said of each of them."""
    around = around_of(claims, frames, setting, main, years)
    replaced: dict[tuple[int, str], list[Claim]] = {}
    for frame in with_tag(frames, SCALED):
        if frame.sentence.kind not in ("row", "header"):
            for word, cells in _reached(around, frame.sentence.place):
                model = _model(around, frame, word)
                own = in_told_year(word, [cell for _, cell in cells], model, setting)
                made = [said(word, cell, frame, model, setting) for cell in own]
                replaced[word.span.end, word.measure] = made
    if not replaced:
        return list(claims)
    kept = [one for one in claims if (one.end, one.measure) not in replaced or one.kind == "extreme"]
    return [*kept, *(claim for made in replaced.values() for claim in made)]


def _model(around: Around, frame: Frame, word: Word) -> Claim | None:
    return next(iter(around.said_of(frame, word)), None)


def _reached(around: Around, place: int) -> Iterator[Reach]:
    frame = around.frames[place]
    words = words_of(frame, around.setting)
    for word in words:
        if said_of_nobody(frame, word, around.setting):
            continue
        grouped = group_size(frame, word.at) or frame.has(Tag.BIND_LIKEWISE, 0, word.at)
        grouped = grouped and not _is_of_own(around, frame, word)
        group = list(_of_group(around, place, word)) if grouped else []
        yield from group or _reached_by(around, place, word, words)


def _is_of_own(around: Around, frame: Frame, word: Word) -> bool:
    """ "A 92,53, B 89,26 dan C 88,01; ketiganya kategori A": whether "ketiganya" means just those whom its sentence
    names with figures in front of it."""
    pronoun, size = pronoun_of(frame, word)
    if size < PAIR:
        return False
    named = cells_in(around, frame, word, (-1, pronoun))
    return len(named) == size and all(has_score(around, frame, cell) for cell in named)


def _of_group(around: Around, place: int, word: Word) -> Iterator[Reach]:
    """The word of a counted group with those whom a later sentence names as that group, or its own beside it."""
    from factcheck.reading.evidence.words.group_members import named_beside
    from factcheck.reading.evidence.words.resumed_groups import named_again

    frame = around.frames[place]
    again = list(_accepted(around, frame, word, named_again(around, place, word), PAIR))
    if again:
        yield from again
    elif beside := named_beside(around, place, word):
        known = all(cell.word for _, cell in beside)
        yield word, beside if known else _in_best_year(around, around.years, word, beside, MANY)


def _reached_by(around: Around, place: int, word: Word, words: Sequence[Word]) -> Iterator[Reach]:
    """The word with those it is said of by a pronoun, or whom its sentence or those behind it name."""
    frame = around.frames[place]
    pronoun, size = pronoun_of(frame, word)
    behind = named_behind(around, place, word, next_of_scale(word, words)) if pronoun >= 0 and size else ()
    if behind and len(behind) == size:  # "The four red regencies not yet named are Buton, Muna, …"
        yield from _accepted(around, frame, word, behind, PAIR)
    elif pronoun >= 0:
        cells = _before(around, place, pronoun, size, word)
        if size and any(cell.word != word.word for _, cell in cells):
            cells = _named_together(around, place, size, word) or cells
        if size or len(cells) >= PAIR:
            yield from _accepted(around, frame, word, cells, max(size, PAIR))
    elif _is_bare(frame, word, around):
        cells = named_behind(around, place, word, next_of_scale(word, words))
        if len(cells) < PAIR:
            cells = _named_elsewhere(around, place, word) or cells
        reached = _accepted(around, frame, word, cells, PAIR)
        yield from (one for one in reached if not _told_apart(around, place, *one))
    elif _is_of_region(frame, word, around):
        later = named_later(around, place, word) or named_on(around, place, word)
        yield from _accepted(around, frame, word, later, PAIR)


def _named_elsewhere(around: Around, place: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those named behind the sentence of a word, in the first way that finds any."""
    ways = (named_below, named_later, named_on, named_in_answer)
    return next((found for way in ways if (found := way(around, place, word))), [])


def _told_apart(around: Around, place: int, word: Word, cells: Sequence[tuple[Frame, Cell]]) -> bool:
    """ "Kategori A diraih X dan Y. Lima lainnya B. Yang naik jauh X, lalu Z, …": whether a word is of the others,
    and one of those named was just told rightly with another word of its scale."""
    if not around.frames[place].has_any((Tag.COUNT_OTHER, Tag.COUNT_LEFT), 0, word.at):
        return False
    near = (claim for back in range(max(0, place - BACK), place) for claim in around.claims.get(back, ()))
    told = {(claim.subject, claim.period, claim.value) for claim in near if claim.measure == word.measure}
    return any(cell.word != word.word and (cell.entity, cell.period, cell.word) in told for _, cell in cells)


def _accepted(
    around: Around, frame: Frame, word: Word, cells: Sequence[tuple[Frame, Cell]], least: int
) -> Iterator[Reach]:
    """The word with those it is said of, where the reference has it of most of them, or one other word of all."""
    mark = year_beside(frame, word)
    years = (mark.year,) if mark is not None else around.years
    cells = _in_best_year(around, years, word, cells, least if least > PAIR else MANY)
    known = Counter(cell.word for _, cell in cells if cell.word)
    if len({cell.entity for _, cell in cells}) < min(least, PAIR) or len(cells) < least or not known:
        return  # "16 pemda di Sulawesi Selatan (Sulsel)": one, and named twice
    most = known.most_common(1)[0][1] if len(cells) >= PAIR else 0
    if 4 * max(known[word.word], most) >= 3 * len(cells):
        yield word, cells


def _in_best_year(
    around: Around, years: Sequence[str], word: Word, cells: Sequence[tuple[Frame, Cell]], counted: int
) -> Sequence[tuple[Frame, Cell]]:
    """Those cells under the year, of those that may be meant, in which the reference has the word of most, or one
    other word of all, who are no fewer than `counted`."""
    if not cells or any(has_score(around, frame, cell) for frame, cell in cells):
        return cells
    years = (cells[0][1].period, *years)
    whole = in_one_year([cell for _, cell in cells], word, years, around.setting, counted)
    if whole is not None:
        return [(frame, cell) for (frame, _), cell in zip(cells, whole, strict=True)]

    under = {year: in_year([cell for _, cell in cells], word, year, around.setting) for year in years}
    best = max(under, key=lambda year: sum(cell.word == word.word for cell in under[year]))
    return [(frame, cell) for (frame, _), cell in zip(cells, under[best], strict=True)]


def _before(around: Around, place: int, pronoun: int, size: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those named last in front of a pronoun: so many, or all of the sentence that names any."""
    frame = around.frames[place]
    found = [(frame, cell) for cell in cells_in(around, frame, word, (-1, pronoun))]
    if len(without_scope(found, word, around.setting)) >= max(size, PAIR):
        return without_scope(found, word, around.setting)[-size:] if size else found
    if found and not size:
        return []
    for back in range(place - 1, max(-1, place - 1 - BACK), -1):
        earlier = around.frames[back]
        if earlier.sentence.kind in ("title", "heading", "header") or _begins_anew(frame, earlier, size):
            break
        here = [(earlier, cell) for cell in cells_in(around, earlier, word)]
        if not here and _of_others(earlier):
            break
        found = [*here, *found]
        if len(found) == size and len({cell.word for _, cell in found}) == 1:  # "Pemprov NTT dan Pemkot Kupang …"
            return found
        if size and _run_of(earlier, found) > size:  # "Tiga itu" is none of the last seven
            found = []
            continue
        if (size and len(without_scope(found, word, around.setting)) >= size) or (not size and len(here) >= PAIR):
            break
        if not size and here and earlier.sentence.kind != "item" and not _adds_one(around, here, word):
            break
    found = without_scope(found, word, around.setting)
    return found[-size:] if size else found


def _begins_anew(frame: Frame, earlier: Frame, size: int) -> bool:
    """ "Kedua, yang tidak punya wakil hijau adalah tahun 2022. Waktu itu semuanya kuning.": whether "semuanya" stands
    behind the first sentence of its paragraph, and so means nobody of an earlier one."""
    blocks = frame.sentence.block, earlier.sentence.block
    return not size and blocks[0] != blocks[1] and frame.sentence.place - earlier.sentence.place > 1


def _named_together(around: Around, place: int, size: int, word: Word) -> list[tuple[Frame, Cell]]:
    """ "Tiga kabupaten hijau: A, B dan C. Sebaliknya D, E dan F merah. Tiga itu patuh": of the sentences in front of a
    pronoun the last that names just so many together, of all of whom the reference has the word."""
    for frame in around.frames[max(0, place - BACK) : place][::-1]:
        here = [(frame, cell) for cell in cells_in(around, frame, word)]
        if len(here) == size == _run_of(frame, here) and all(cell.word == word.word for _, cell in here):
            return here
    return []


def _run_of(frame: Frame, found: Sequence[tuple[Frame, Cell]]) -> int:
    """How many names the run has, nothing but commas and "dan" between, that ends with the last one found."""
    last = max((cell.at for one, cell in found if one is frame), default=-1)
    return len(frame.run_before(last + 1)) if last >= 0 else 0


def _adds_one(around: Around, here: Sequence[tuple[Frame, Cell]], word: Word) -> bool:
    """ "A 83,54, B 86,2. Satu lagi, C, 84,85. Semua B.": whether a sentence adds one to those of the one before."""
    return len(here) == 1 and has_score(around, *here[0]) and here[0][1].word != ""


def _of_others(frame: Frame) -> bool:
    """Whether a sentence tells figures of somebody who is not named here: of offices and health centres."""
    return any((number := frame.mentions[at].number) is not None and number.quantum < 1 for at in frame.having(FIGURES))


def _is_bare(frame: Frame, word: Word, around: Around) -> bool:
    """Whether a word has no claim yet, or is claimed of one only though more are named behind it."""
    mine = around.said_of(frame, word)
    return len(mine) <= 1 and not any(one.subject_span and one.subject_span.start < word.span.start for one in mine)


def _is_of_region(frame: Frame, word: Word, around: Around) -> bool:
    """Whether a word was taken to be of the only region that its sentence names."""
    subjects = {one.subject for one in around.said_of(frame, word)}
    return len(subjects) == 1 and around.setting.reference.level_of(next(iter(subjects))) == FIRST


def without_excepted(claims: Sequence[Claim], frames: Sequence[Frame]) -> list[Claim]:
    """The claims without words of scales of those whom they are said to leave out: "Kategori B disandang semua kecuali
    Dompu"."""
    by_place = {frame.sentence.place: frame for frame in frames}
    return [claim for claim in claims if not _is_excepted(claim, by_place.get(claim.sentence))]


def _is_excepted(claim: Claim, frame: Frame | None) -> bool:
    span = claim.subject_span
    if frame is None or span is None or not isinstance(claim.value, str):
        return False
    if span.start > claim.end:
        between = f" {frame.plain[claim.end : span.start].lower()}"
        return any(f" {word} " in between for word in frame.words.excepting)
    return _is_of_the_others(frame, claim, span)


def _is_of_the_others(frame: Frame, claim: Claim, left_out: Span) -> bool:
    """ "Keempatnya, kecuali Pagar Alam, sudah hijau": whether a word behind a name that is left out is said of the
    others, and not of that one by a clause of its own: "kecuali Pagar Alam, yang masih kuning"."""
    lead = frame.plain[frame.sentence.start : left_out.start].lower().split()
    if not lead or lead[-1].strip("(—–") not in frame.words.excepting:
        return False
    between = frame.plain[left_out.end : claim.start].lower().split()
    return not any(word in frame.words.relative for word in between)
