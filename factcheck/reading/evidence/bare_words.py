"""A word of a scale that the grammar left: of the figure, the names or the one spoken of in front of it.

"mengumpulkan 88,73, hijau", "Kota Payakumbuh 86,34 (urutan 21 dari 98 kota, hijau)", "Sabang kuning", "Warnanya
kuning": no cue makes the word a claim, but the reference has it of whoever stands in front, or has another.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.model import Claim
from factcheck.reading.evidence.beside_figures import Beside
from factcheck.reading.evidence.choose import Choice
from factcheck.reading.evidence.list_years import is_right_in
from factcheck.reading.evidence.scales import Cell, Word, cells_of, said, word_known, words_of
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import irrealis

KINDS = ("paragraph", "item", "caption", "title")
REACH = 40
"""So many letters a word may stand behind its figure."""
GLUE = (Tag.COMMA, Tag.STATE_BEFORE, Tag.OPEN, Tag.BIND_AND, Tag.YEAR, Tag.CLOSE, Tag.MOOD_ALL, Tag.MOOD_THEM)
JOINS = {Tag.COMMA, Tag.BIND_AND, Tag.STATE_BEFORE, Tag.MOOD_THEM}
"""What joins the names of one run."""
PARALLEL = 2
"""So many right words of a scale in reach vouch for one that is not."""


class Heard(NamedTuple):
    """The one spoken of last and in which year, and how many words of each scale were right in this block."""

    entity: str = ""
    period: str = ""
    right: int = 0


def bare_words(
    claims: Sequence[Claim], frames: Sequence[Frame], beside: Beside, setting: Setting, main: str
) -> list[Claim]:
    """The claims, and those of words of scales that only what the reference has of their neighbours reads."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    found: list[Claim] = []
    heard, block = Heard(period=main), -1
    for frame in frames:
        own = by_sentence.get(frame.sentence.place, [])
        if frame.sentence.block != block:
            heard, block = Heard(heard.entity, heard.period), frame.sentence.block
        if frame.sentence.kind in KINDS and frame.has(SCALED):
            made = list(_of_sentence(frame, own, beside, heard, setting, main))
            found += made
            own = [*own, *made]
        heard = _after(heard, own, setting)
    return [*claims, *found]


def _of_sentence(
    frame: Frame, own: Sequence[Claim], beside: Beside, heard: Heard, setting: Setting, main: str
) -> Iterator[Claim]:
    taken = {(claim.end, claim.measure) for claim in own}
    right = heard.right + sum(is_right_in(claim, claim.period, setting) for claim in own)
    for word in words_of(frame, setting):
        if (word.span.end, word.measure) in taken or irrealis(frame, word.at) or _qualifies(frame, word):
            continue
        cells, sure = _whose(frame, own, word, beside, heard, setting, main)
        fits = [cell.word == word.word for cell in cells]
        if cells and (all(fits) or (sure and all(cell.word for cell in cells)) or (_vouched(cells, right))):
            yield from (said(word, cell, frame, None, setting) for cell in cells)
            right += all(fits)


def _vouched(cells: Sequence[Cell], right: int) -> bool:
    return right >= PARALLEL and all(cell.word for cell in cells)


def _whose(
    frame: Frame, own: Sequence[Claim], word: Word, beside: Beside, heard: Heard, setting: Setting, main: str
) -> tuple[list[Cell], bool]:
    """Those whom a word may be said of, and whether its place alone says so."""
    letter = word.span.end - word.span.start == 1
    inside = beside.in_brackets(frame, word.at) or beside.behind(frame, word.at)
    if inside is not None:
        return [_cell(frame, word, inside, setting)], True
    choice = beside.before(frame, word.at)
    if choice is not None and choice.fact.pack == word.pack:
        return [_cell(frame, word, choice, setting)], not letter and _touches(frame, word, beside.place(frame, word.at))
    names = [cell for cell in cells_of(frame, own, word, setting, main) if cell.at < word.at]
    if names:
        run = _run(frame, names, word)
        return run, False
    if frame.names_between() or not heard.entity or letter or not frame.before(word.at, f"{CUE_OF}{word.measure}", 1):
        return [], False
    return [
        Cell(word.at, heard.entity, heard.period, None, word_known(word, heard.entity, heard.period, setting))
    ], False


def _cell(frame: Frame, word: Word, choice: Choice, setting: Setting) -> Cell:
    entity, period = choice.fact.entity, choice.fact.period
    return Cell(word.at, entity, period, None, word_known(word, entity, period, setting, choice.fact))


def _touches(frame: Frame, word: Word, figure: int) -> bool:
    """Whether nothing but glue stands between a figure and a word: "88,73, masih hijau"."""
    if figure < 0 or frame.mentions[word.at].start - frame.mentions[figure].end > REACH:
        return False
    return all(frame.mentions[at].tags.keys() & set(GLUE) for at in range(figure + 1, word.at))


def _run(frame: Frame, names: Sequence[Cell], word: Word) -> list[Cell]:
    """The names right in front of a word, as far back as commas and "dan" join them."""
    run: list[Cell] = []
    right = word.at
    for cell in reversed(names):
        between = range(cell.at + 1, right)
        if not all(frame.mentions[at].tags.keys() & JOINS for at in between):
            break
        if frame.mentions[right].start - frame.mentions[cell.at].end > REACH // 2:
            break
        run.append(cell)
        right = cell.at
    return run[::-1]


def _qualifies(frame: Frame, word: Word) -> bool:
    """Whether a word says which of a group are counted ("13 kuning", "hijau lima"), or the sentence what it means."""
    near = range(max(0, word.at - 2), min(len(frame.mentions), word.at + 2))
    counted = any(_is_count(frame, at) or Tag.GROUP in frame.mentions[at].tags for at in near)
    return counted or frame.has(Tag.MOOD_DEFINITION) or frame.has(Tag.MOOD_ALL, 0, word.at)


def _is_count(frame: Frame, at: int) -> bool:
    number = frame.mentions[at].number
    return number is not None and number.quantum == 1 and Tag.YEAR_DIGITS not in frame.mentions[at].tags


def _after(heard: Heard, own: Sequence[Claim], setting: Setting) -> Heard:
    right = heard.right + sum(is_right_in(claim, claim.period, setting) for claim in own)
    last = max(
        (one for one in own if one.measure and one.kind != "count" and one.subject),
        key=lambda one: one.start,
        default=None,
    )
    if last is None:
        return heard._replace(right=right)
    return Heard(last.subject, last.period or heard.period, right)
