"""A word of a scale that the grammar left: of the figure, the names or the one spoken of in front of it.

"mengumpulkan 88,73, hijau", "Kota Payakumbuh 86,34 (urutan 21 dari 98 kota, hijau)", "Sabang kuning", "Warnanya
kuning": no cue makes the word a claim, but the reference has it of whoever stands in front, or has another.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, groupby

from factcheck.model import Claim
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.beside_figures import CARD_LINES, Beside, is_card_line, points_to_figure
from factcheck.reading.evidence.choose import Choice
from factcheck.reading.evidence.list_years import is_right_in
from factcheck.reading.evidence.scales import (
    Cell,
    Word,
    by_sentence,
    cells_of,
    in_one_year,
    said,
    said_of_nobody,
    word_known,
    words_of,
)
from factcheck.reading.evidence.written_years import year_marks
from factcheck.reading.scan.frame import ENDS, FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, Mention, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import of_any
from factcheck.typed import NamedTuple

KINDS = ("paragraph", "item", "caption", "title")
REACH = 40
"""So many letters a word may stand behind its figure."""
GLUE = (Tag.COMMA, Tag.STATE_BEFORE, Tag.OPEN, Tag.BIND_AND, Tag.YEAR, Tag.CLOSE, Tag.MOOD_ALL, Tag.MOOD_THEM)
PARTS = (Tag.BIND_FROM, Tag.BIND_LEAVE, Tag.BIND_OUT, Tag.BIND_COMPARE, Tag.COUNT_OTHER)
"""What parts a word with its cue from the figure in front of it: "83,94, jauh dari zona kuning"."""
JOINS = {Tag.COMMA, Tag.BIND_AND, Tag.STATE_BEFORE, Tag.MOOD_THEM, Tag.COLON, Tag.OPEN, Tag.CLOSE}
"""What joins the names of one run."""
OPENS = (Tag.COLON, Tag.BIND_OPENER, Tag.STATE_BEFORE, Tag.COUNT_EXISTS)
"""What may stand between a word at the head of its clause and the names behind it."""
AHEAD, MANY = 3, 3
"""Mentions between such a word and the first name; so many who all have one other word show that the word is meant."""
MARKS = 6
"""So many letters may stand for the marks at the beginning of a line."""
PARALLEL = 2
"""So many right words of a scale in reach vouch for one that is not."""


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


class Heard(NamedTuple):
    """The one spoken of last and in which year, and how many words of each scale were right in this block."""

    entity: str = ""
    period: str = ""
    right: int = 0
    figure: int = -1
    """The sentence of the figure that was told of them last; -1 where something else was."""
    begins: int = 0
    """The first sentence of the block."""


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
        heard = heard._replace(right=0, begins=block[0].sentence.place)
        made, heard = _of_block(block, by_place, heard, told)
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
        if not own and not frame.has(SCALED):
            continue
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
        if (word.span.end, word.measure) in taken and not _points_back(frame, word, heard):
            continue
        if said_of_nobody(frame, word, told.setting) or _qualifies(frame, word):
            continue
        cells, sure = _whose(frame, own, word, heard, told)
        if not _tell_years(frame, own, cells):
            cells = _in_best_year(cells, word, told)
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


def _in_best_year(cells: Sequence[Cell], word: Word, told: Told) -> Sequence[Cell]:
    """The cells under the year spoken of in which they are told of as a whole; as they are where there is none."""
    if not cells or all(cell.word == word.word for cell in cells) or any(cell.span is None for cell in cells):
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
        return [_cell(frame, word, choice, setting)], _may_touch(frame, word) and _touches(
            frame, word, beside.place(frame, word.at)
        )
    figure = beside.place(frame, word.at)
    told_last = beside.at(frame, figure) if _is_alone(frame, word, figure) else None
    if told_last is not None:
        return [_cell(frame, word, told_last, setting)], True
    names = _run(frame, word) or _listed_behind(frame, word)
    if names:
        return cells_of(frame, own, word, setting, told.main, names), False
    if _points_back(frame, word, heard):
        return [Cell(word.at, heard.entity, heard.period, None, word_known(word, *heard[:2], setting))], True
    others = frame.names_between() or frame.has(Tag.ENTITY_OFFICES, 0, word.at)  # "Dari 12 Polres, tujuh hijau"
    others = others or (_is_all(frame, word) and _begins_line(frame))
    if others or of_any(frame, word.at) or not heard.entity or letter or not _of_heard(frame, word):
        return [], False
    period = _written_before(frame, word) or heard.period
    known = word_known(word, heard.entity, period, setting)
    return [Cell(word.at, heard.entity, period, None, known)], False


def _written_before(frame: Frame, word: Word) -> str:
    """ "Pada 2022, kuning": the year written in front of a word; empty where none is."""
    marks = year_marks(frame) if frame.has(Tag.YEAR_DIGITS, 0, word.at) else []
    return next((mark.year for mark in reversed(marks) if mark.at < word.at and not mark.led), "")


def _is_alone(frame: Frame, word: Word, figure: int) -> bool:
    """ "67,58. Zona kuning. Nomor 26": whether a word with its cue is all that stands between the figure in front of it
    and the next mark."""
    cued = frame.before(word.at, f"{CUE_OF}{word.measure}", 1)
    between = frame.mentions[figure + 1 : word.at - cued]
    ended = word.at + 1 == len(frame.mentions) or frame.after(word.at, Tag.STOP)
    return figure >= 0 and ended and len(between) == 1 and Tag.STOP in between[0].tags and _may_touch(frame, word)


def _of_heard(frame: Frame, word: Word) -> bool:
    """Whether a word of a sentence that names nobody may be said of the one spoken of: behind its cue, or at the head
    of the sentence."""
    if frame.before(word.at, f"{CUE_OF}{word.measure}", 1):
        return True
    return all(one.tags.keys() & {*GLUE, Tag.YEAR_DIGITS} for one in frame.mentions[: word.at])


def _points_back(frame: Frame, word: Word, heard: Heard) -> bool:
    """Whether the place of a word says that it is of the figure told last."""
    return _of_that_figure(frame, word, heard) or _of_card(frame, word, heard) or _follows(frame, word, heard)


def _follows(frame: Frame, word: Word, heard: Heard) -> bool:
    """Whether a word with its cue is all that a sentence says right behind the one with the figure: "Zona kuning." """
    alone = (_is_all(frame, word) or _opens_sentence(frame, word)) and not _begins_line(frame)
    alone = alone or _ends_its_own(frame, word)
    return alone and _may_touch(frame, word) and heard.begins <= heard.figure == frame.sentence.place - 1


def _is_all(frame: Frame, word: Word) -> bool:
    """Whether a word with its cue is all that a sentence says."""
    cued = frame.before(word.at, f"{CUE_OF}{word.measure}", 1)
    return word.at == cued and all(Tag.STOP in one.tags for one in frame.mentions[word.at + 1 :])


def _opens_sentence(frame: Frame, word: Word) -> bool:
    """ "Kuning, sama seperti tahun lalu.": whether a word with its cue is all up to the first comma of a sentence that
    names nobody and has no figure."""
    cued = frame.before(word.at, f"{CUE_OF}{word.measure}", 1)
    opens = word.at == cued and frame.after(word.at, Tag.COMMA)
    return opens and not frame.names_between() and not frame.has_any((FIGURES, Tag.GROUP, Tag.ENTITY_OFFICES))


def _ends_its_own(frame: Frame, word: Word) -> bool:
    """ "Warnanya ikut berubah, kuning.": whether a sentence begins with the cue of the word that it ends with, a mark
    in front of that, and tells of nobody and nothing else."""
    ended = all(Tag.STOP in one.tags for one in frame.mentions[word.at + 1 :])
    cued = word.at > 1 and f"{CUE_OF}{word.measure}" in frame.mentions[0].tags
    marked = frame.mentions[word.at - 1].tags.keys() & {Tag.COMMA, Tag.COLON} if cued else ()
    others = (*PARTS, FIGURES, Tag.GROUP, Tag.ENTITY_OFFICES, Tag.MOOD_PAST, Tag.YEAR_DIGITS, Tag.BIND_CLAUSE)
    return ended and bool(marked) and not frame.names_between() and not frame.has_any(others)


def _begins_line(frame: Frame) -> bool:
    """Whether a sentence stands at the beginning of a line: alone there, a word heads what comes."""
    _, line, lead = frame.plain[max(0, frame.sentence.start - MARKS) : frame.sentence.start].rpartition("\n")
    return bool(line) and not lead.strip()


def _of_card(frame: Frame, word: Word, heard: Heard) -> bool:
    """Whether a word is a line of the card whose figure was told last."""
    near = 0 <= frame.sentence.place - heard.figure <= CARD_LINES if heard.figure >= 0 else False
    return near and is_card_line(frame, word.at)


def _of_that_figure(frame: Frame, word: Word, heard: Heard) -> bool:
    """ "Nilai tersebut berada di zona kuning dan kategori C": whether a sentence begins with the figure of the one
    before and names nobody and no other figure up to the word."""
    if not points_to_figure(frame) or frame.names_between(0, word.at):
        return False
    told = 0 <= heard.figure == frame.sentence.place - 1 and not frame.has(FIGURES, 0, word.at)
    return told and not frame.has_any((*ENDS, *PARTS, Tag.MOOD_PAST), 0, word.at)


def _listed_behind(frame: Frame, word: Word) -> tuple[int, int] | None:
    """ "Hijau: Way Kanan dan Lampung Timur", "Yang kuning Batanghari": between which places those stand who are named
    right behind a word that heads its clause."""
    names = frame.bearers
    number = bisect_left(names, (word.at + 1,))
    if number == len(names) or not _heads(frame, word) or names[number][0] - word.at > AHEAD:
        return None
    first = last = names[number][0]
    if not all(one.tags.keys() & set(OPENS) for one in frame.mentions[word.at + 1 : first]):
        return None
    for following in range(number + 1, len(names)):
        at = names[following][0]
        if not all(one.tags.keys() & set(GLUE) for one in frame.mentions[last + 1 : at]):
            break
        last = at
    return word.at, last + 1


def _heads(frame: Frame, word: Word) -> bool:
    """Whether nothing but "yang" or its cue stands between a word and the beginning of its clause."""
    for at in range(word.at - 1, -1, -1):
        tags = frame.mentions[at].tags
        if tags.keys() & {*ENDS, Tag.COMMA}:
            return True
        if not tags.keys() & {Tag.STATE_BEFORE, f"{CUE_OF}{word.measure}", Tag.YEAR, Tag.YEAR_DIGITS, Tag.GROUP}:
            return False
    return True


def _cell(frame: Frame, word: Word, choice: Choice, setting: Setting) -> Cell:
    entity, period = choice.fact.entity, choice.fact.period
    return Cell(word.at, entity, period, None, word_known(word, entity, period, setting, choice.fact))


def _may_touch(frame: Frame, word: Word) -> bool:
    """Whether a word may be said of the figure in front of it: a letter only behind its cue."""
    return word.span.end - word.span.start > 1 or frame.before(word.at, f"{CUE_OF}{word.measure}")


def _touches(frame: Frame, word: Word, figure: int) -> bool:
    """Whether nothing but glue stands between a figure and a word, be it with its cue: "88,73, masih hijau",
    "83,94, dan lebih lagi telah tercatat dalam zona hijau"."""
    cue = f"{CUE_OF}{word.measure}"
    cued = frame.before(word.at, cue, 1)
    if figure < 0 or frame.mentions[word.at].start - frame.mentions[figure].end > REACH * (1 + cued):
        return False
    between = frame.mentions[figure + 1 : word.at - cued]
    glue = {*GLUE, Tag.COUNT_EXISTS} if cued else set(GLUE)
    return all(one.tags.keys() & glue and not (cued and one.tags.keys() & set(PARTS)) for one in between)


def _run(frame: Frame, word: Word) -> tuple[int, int] | None:
    """Between which places the names stand right in front of a word, as far back as commas, "dan" and their own figures
    join them."""
    names = frame.bearers
    right = word.at
    for number in range(bisect_left(names, (word.at,)) - 1, -1, -1):
        at = names[number][0]
        if not all(joins(mention) for mention in frame.mentions[at + 1 : right]):
            break
        if frame.mentions[right].start - frame.mentions[at].end > REACH // 2:
            break
        right = at
    return (right - 1, word.at) if right < word.at else None


def joins(mention: Mention) -> bool:
    figure = mention.number is not None and mention.number.quantum < 1
    return figure or bool(mention.tags.keys() & JOINS)


def _qualifies(frame: Frame, word: Word) -> bool:
    """Whether a word says which of a group are counted ("13 kuning", "hijau lima"), or the sentence what it means."""
    near = range(max(0, word.at - 2), min(len(frame.mentions), word.at + 2))
    counted = any(_is_count(frame, at) or Tag.GROUP in frame.mentions[at].tags for at in near)
    all_of = frame.having(Tag.MOOD_ALL, 0, word.at)[-1:]  # "kota semuanya A, Kukar B": of those in front of a name
    return counted or frame.has(Tag.MOOD_DEFINITION) or any(not frame.names_between(at, word.at) for at in all_of)


def _is_count(frame: Frame, at: int) -> bool:
    number = frame.mentions[at].number
    return number is not None and number.quantum == 1 and Tag.YEAR_DIGITS not in frame.mentions[at].tags


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
    return Heard(last.subject, last.period or heard.period, right, figure, heard.begins)
