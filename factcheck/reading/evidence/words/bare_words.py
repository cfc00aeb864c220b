"""A word of a scale that the grammar left: of the figure, the names or the one spoken of in front of it.

"mengumpulkan 88,73, hijau", "Kota Payakumbuh 86,34 (urutan 21 dari 98 kota, hijau)", "Sabang kuning", "Warnanya
kuning": no cue makes the word a claim, but the reference has it of whoever stands in front, or has another.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, groupby

from factcheck.model import Claim
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.explained.choose import Choice
from factcheck.reading.evidence.words.bare_places import (
    Heard,
    begins_line,
    is_all,
    listed_behind,
    may_be_of_heard,
    may_touch,
    opens_list,
    points_back,
    qualifies,
    run_before,
    stands_alone,
    touches,
    written_before,
)
from factcheck.reading.evidence.words.beside_figures import Beside
from factcheck.reading.evidence.words.borne_words import (
    Cell,
    by_sentence,
    cells_of,
    in_one_year,
    said,
    year_behind,
    year_beside,
)
from factcheck.reading.evidence.words.list_years import is_right_in
from factcheck.reading.evidence.words.words_of_scales import Word, group_size, said_of_nobody, word_known, words_of
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import of_any
from factcheck.typed import NamedTuple

KINDS = ("paragraph", "item", "caption", "title")
PARALLEL = 2
"""So many right words of a scale in reach vouch for one that is not."""
MANY = 3
"""So many who all have one other word show that the word is meant."""


class Told(NamedTuple):
    """What is the same for all words of an article: its explained figures, its year, and others it may be."""

    beside: Beside
    setting: Setting
    main: str
    years: Sequence[str]


class Said(NamedTuple):
    """A word with those it may be said of: whether it holds, and whether only the names in front of it say so."""

    word: Word
    cells: Sequence[Cell]
    holds: bool
    named: bool


def bare_words(
    claims: Sequence[Claim], frames: Sequence[Frame], beside: Beside, setting: Setting, main: str, years: Sequence[str]
) -> list[Claim]:
    """The claims, and those of words of scales that only what the reference has of their neighbours reads; `years` are
    those that the article may be about."""
    found: list[Claim] = []
    heard = Heard(period=main)
    told, by_place = Told(beside, setting, main, years), by_sentence(claims)
    for _, sentences in groupby(frames, key=lambda frame: frame.sentence.block):
        block = list(sentences)
        spoken = [one for one in block if SCALED in one.tagged or one.sentence.place in by_place]
        if not spoken:
            continue
        heard = heard._replace(right=0, begins=block[0].sentence.place, spoken="")
        made, heard = _of_block(spoken, by_place, heard, told)
        found += made
    again = {(claim.end, claim.measure) for claim in found}
    kept = (one for one in claims if (one.end, one.measure) not in again or one.subject_span is not None)
    return [*kept, *found]


def _of_block(
    frames: Sequence[Frame], by_sentence: Mapping[int, Sequence[Claim]], heard: Heard, told: Told
) -> tuple[list[Claim], Heard]:
    """The words of a block that the reference bears out, and those beside two and more that it does."""
    found: list[Claim] = []
    odd: list[tuple[Frame, Said]] = []
    for frame in frames:
        own = by_sentence.get(frame.sentence.place, ())
        held: dict[int, list[Claim]] = {}
        if frame.sentence.kind in KINDS and frame.has(SCALED):
            for one in _of_sentence(frame, own, heard, told):
                if one.holds:
                    held.pop(one.word.span.end, None)  # of two words at one place the last is heard
                    held[one.word.span.end] = [said(one.word, cell, frame, None, told.setting) for cell in one.cells]
                    found += held[one.word.span.end]
                elif one.named and all(cell.word for cell in one.cells):
                    odd.append((frame, one))
        rest = (claim for claim in own if claim.end not in held)
        heard = _after(heard, [*rest, *chain.from_iterable(held.values())], told.setting)
    if heard.right >= PARALLEL:
        found += [said(one.word, cell, frame, None, told.setting) for frame, one in odd for cell in one.cells]
    return found, heard


def _of_sentence(frame: Frame, own: Sequence[Claim], heard: Heard, told: Told) -> Iterator[Said]:
    taken = {(claim.end, claim.measure) for claim in own}
    for word in words_of(frame, told.setting):
        if (word.span.end, word.measure) in taken and not points_back(frame, word, heard):
            continue
        if said_of_nobody(frame, word, told.setting) or qualifies(frame, word):
            continue
        cells, sure = _whose(frame, own, word, heard, told)
        if not _tell_years(frame, own, cells) and year_beside(frame, word) is None:
            cells = _in_best_year(cells, word, told, heard.spoken)
        named = not sure and all(cell.span is not None for cell in cells)
        if cells:
            fits = all(cell.word == word.word for cell in cells)
            known = {cell.word for cell in cells}
            alike = len(cells) >= MANY and len(known) == 1 and "" not in known
            yield Said(word, cells, fits or alike or (sure and "" not in known), named)


def _tell_years(frame: Frame, own: Sequence[Claim], cells: Sequence[Cell]) -> bool:
    """Whether each of those named has a figure of the year told of: "Yang merah tinggal Ketapang, 46,02"."""
    scored = {(one.subject_span, one.period) for one in own if isinstance(one.value, Decimal)}
    return bool(cells) and all((cell.span, cell.period) in scored for cell in cells)


def _in_best_year(cells: Sequence[Cell], word: Word, told: Told, spoken: str) -> Sequence[Cell]:
    """The cells under the year spoken of in which they are told of as a whole; as they are where there is none."""
    if not cells or all(cell.word == word.word for cell in cells) or any(cell.span is None for cell in cells):
        return cells
    if spoken and all(cell.word for cell in cells):
        return cells
    whole = in_one_year(cells, word, (cells[0].period, *told.years), told.setting)
    return cells if whole is None else whole


def _whose(frame: Frame, own: Sequence[Claim], word: Word, heard: Heard, told: Told) -> tuple[Sequence[Cell], bool]:
    """Those whom a word may be said of, and whether its place alone says so."""
    beside, setting = told.beside, told.setting
    letter = word.span.end - word.span.start == 1
    inside = beside.in_brackets(frame, word.at) or beside.behind(frame, word.at) or beside.joined(frame, word.at)
    if inside is not None:
        return [_cell(frame, word, inside, setting)], True
    choice = beside.before(frame, word.at)
    if choice is not None and choice.fact.pack == word.pack:
        year = year_behind(frame, word)
        if year not in ("", choice.fact.period):
            return [_in_year(word, choice, year, setting)], False
        return [_cell(frame, word, choice, setting)], may_touch(frame, word) and touches(
            frame, word, beside.place(frame, word.at)
        )
    figure = beside.place(frame, word.at)
    told_last = beside.at(frame, figure) if stands_alone(frame, word, figure) else None
    if told_last is not None:
        return [_cell(frame, word, told_last, setting)], True
    before = run_before(frame, word)
    names = before or listed_behind(frame, word)
    if names:
        cells = cells_of(frame, own, word, setting, heard.spoken or told.main, names)
        return cells, not before and len(cells) == 1 and _tell_years(
            frame, own, cells
        )  # "yang hijau cuma X, nilainya …"
    if points_back(frame, word, heard):
        return [Cell(word.at, heard.entity, heard.period, None, word_known(word, *heard[:2], setting))], True
    others = frame.names_between() or frame.has(Tag.ENTITY_OFFICES, 0, word.at)  # "Dari 12 Polres, tujuh hijau"
    others = (
        others or (is_all(frame, word) and begins_line(frame)) or group_size(frame, word.at) > 1 or opens_list(frame)
    )
    if others or of_any(frame, word.at) or not heard.entity or letter or not may_be_of_heard(frame, word):
        return [], False
    period = written_before(frame, word) or heard.period
    known = word_known(word, heard.entity, period, setting)
    return [Cell(word.at, heard.entity, period, None, known)], False


def _cell(frame: Frame, word: Word, choice: Choice, setting: Setting) -> Cell:
    entity, period = choice.fact.entity, choice.fact.period
    return Cell(word.at, entity, period, None, word_known(word, entity, period, setting, choice.fact))


def _in_year(word: Word, choice: Choice, year: str, setting: Setting) -> Cell:
    """ "23 pada 2021 (85,97), lantas kuning pada 2022": of whom the figure is, in the year of the word."""
    return Cell(word.at, choice.fact.entity, year, None, word_known(word, choice.fact.entity, year, setting))


def _after(heard: Heard, own: Sequence[Claim], setting: Setting) -> Heard:
    if not own:
        return heard
    right = heard.right + sum(is_right_in(claim, claim.period, setting) for claim in own)
    last = max(
        (one for one in own if one.measure and one.kind != "count" and one.subject),
        key=lambda one: one.start,
        default=None,
    )
    if last is None:
        return heard._replace(right=right)
    told = any(
        isinstance(one.value, Decimal) and kind_of(one.kind) is VALUE and one.subject == last.subject for one in own
    )  # "kini 64,68, hilang 21,29 poin"
    figure = last.sentence if told else heard.figure if last.subject == heard.entity else -1
    return Heard(last.subject, last.period or heard.period, right, figure, heard.begins, last.period or heard.spoken)
