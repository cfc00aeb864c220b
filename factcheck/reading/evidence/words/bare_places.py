"""Where a word of a scale without a cue stands: right behind a figure or a run of names, at the head of a list, alone
in its sentence."""

from bisect import bisect_left

from factcheck.reading.evidence.words.beside_figures import CARD_LINES, is_card_line, points_to_figure
from factcheck.reading.evidence.words.words_of_scales import Word
from factcheck.reading.period.year_marks import year_marks
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Mention, Tag
from factcheck.reading.values.mood import only_heads
from factcheck.typed import NamedTuple

REACH = 40
"""So many letters a word may stand behind its figure."""
GLUE = (Tag.COMMA, Tag.STATE_BEFORE, Tag.OPEN, Tag.BIND_AND, Tag.YEAR, Tag.CLOSE, Tag.MOOD_ALL, Tag.MOOD_THEM)
PARTS = (Tag.BIND_FROM, Tag.BIND_LEAVE, Tag.BIND_OUT, Tag.BIND_COMPARE, Tag.COUNT_OTHER)
"""What parts a word with its cue from the figure in front of it: "83,94, jauh dari zona kuning"."""
JOINS = {Tag.COMMA, Tag.BIND_AND, Tag.STATE_BEFORE, Tag.MOOD_THEM, Tag.COLON, Tag.OPEN, Tag.CLOSE}
"""What joins the names of one run."""
OPENS = (Tag.COLON, Tag.BIND_OPENER, Tag.STATE_BEFORE, Tag.COUNT_EXISTS)
"""What may stand between a word at the head of its clause and the names behind it."""
AHEAD = 3
"""Mentions between such a word and the first name."""
MARKS = 6
"""So many letters may stand for the marks at the beginning of a line."""


class Heard(NamedTuple):
    """The one spoken of last and in which year, and how many words of each scale were right in this block."""

    entity: str = ""
    period: str = ""
    right: int = 0
    figure: int = -1
    """The sentence of the figure that was told of them last; -1 where something else was."""
    begins: int = 0
    """The first sentence of the block."""
    spoken: str = ""
    """The year spoken of last in the block; empty where none was."""


def written_before(frame: Frame, word: Word) -> str:
    """ "Pada 2022, kuning": the year written in front of a word; empty where none is."""
    marks = year_marks(frame) if frame.has(Tag.YEAR_DIGITS, 0, word.at) else []
    return next((mark.year for mark in reversed(marks) if mark.at < word.at and not mark.led), "")


def stands_alone(frame: Frame, word: Word, figure: int) -> bool:
    """ "67,58. Zona kuning. Nomor 26": whether a word with its cue is all that stands between the figure in front of it
    and the next mark."""
    cued = frame.before(word.at, f"{CUE_OF}{word.measure}", 1)
    between = frame.mentions[figure + 1 : word.at - cued]
    ended = word.at + 1 == len(frame.mentions) or frame.after(word.at, Tag.STOP)
    return figure >= 0 and ended and len(between) == 1 and Tag.STOP in between[0].tags and may_touch(frame, word)


def may_be_of_heard(frame: Frame, word: Word) -> bool:
    """Whether a word of a sentence that names nobody may be said of the one spoken of: behind its cue, or at the head
    of the sentence."""
    if frame.before(word.at, f"{CUE_OF}{word.measure}", 1):
        return True
    pointed = len(frame.mentions) > 1 and Tag.GROUP in frame.mentions[0].tags and frame.after(0, Tag.ENTITY_SELF)
    first = 2 * pointed  # "Kabupaten itu, yang pada 2022 kuning, …"
    return all(one.tags.keys() & {*GLUE, Tag.YEAR_DIGITS} for one in frame.mentions[first : word.at])


def points_back(frame: Frame, word: Word, heard: Heard) -> bool:
    """Whether the place of a word says that it is of the figure told last."""
    return _of_that_figure(frame, word, heard) or _of_card(frame, word, heard) or _follows(frame, word, heard)


def _follows(frame: Frame, word: Word, heard: Heard) -> bool:
    """Whether a word with its cue is all that a sentence says right behind the one with the figure: "Zona kuning." """
    alone = (is_all(frame, word) or _opens_sentence(frame, word)) and not begins_line(frame)
    alone = alone or _ends_its_own(frame, word)
    return alone and may_touch(frame, word) and heard.begins <= heard.figure == frame.sentence.place - 1


def is_all(frame: Frame, word: Word) -> bool:
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
    """ "Warnanya ikut berubah, kuning.", "Warnanya tetap kuning.": whether a sentence begins with the cue of the word
    that it ends with, a mark or what says that it is so in front of that, and tells of nobody and nothing else."""
    ended = all(Tag.STOP in one.tags for one in frame.mentions[word.at + 1 :])
    cued = word.at > 1 and f"{CUE_OF}{word.measure}" in frame.mentions[0].tags
    marked = frame.mentions[word.at - 1].tags.keys() & {Tag.COMMA, Tag.COLON, Tag.STATE_BEFORE} if cued else ()
    others = (*PARTS, FIGURES, Tag.GROUP, Tag.ENTITY_OFFICES, Tag.MOOD_PAST, Tag.YEAR_DIGITS, Tag.BIND_CLAUSE)
    return ended and bool(marked) and not frame.names_between() and not frame.has_any(others)


def begins_line(frame: Frame) -> bool:
    """Whether a sentence stands at the beginning of a line: alone there, a word heads what comes."""
    _, line, lead = frame.plain[max(0, frame.sentence.start - MARKS) : frame.sentence.start].rpartition("\n")
    return bool(line) and not lead.strip()


def opens_list(frame: Frame) -> bool:
    """ "Kategori B (zona hijau):", "Zona Kuning, Kategori C" on a line of its own: whether those whom a sentence tells
    of stand behind it."""
    colon = frame.plain[frame.sentence.start : frame.sentence.end].rstrip(" *_\n").endswith(":")
    return colon or (begins_line(frame) and only_heads(frame))


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


def listed_behind(frame: Frame, word: Word) -> tuple[int, int] | None:
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


def may_touch(frame: Frame, word: Word) -> bool:
    """Whether a word may be said of the figure in front of it: a letter only behind its cue."""
    return word.span.end - word.span.start > 1 or frame.before(word.at, f"{CUE_OF}{word.measure}")


def touches(frame: Frame, word: Word, figure: int) -> bool:
    """Whether nothing but glue stands between a figure and a word, be it with its cue: "88,73, masih hijau",
    "83,94, dan lebih lagi telah tercatat dalam zona hijau"."""
    cue = f"{CUE_OF}{word.measure}"
    cued = frame.before(word.at, cue, 1)
    if figure < 0 or frame.mentions[word.at].start - frame.mentions[figure].end > REACH * (1 + cued):
        return False
    between = frame.mentions[figure + 1 : word.at - cued]
    glue = {*GLUE, Tag.COUNT_EXISTS} if cued else set(GLUE)
    return all(one.tags.keys() & glue and not (cued and one.tags.keys() & set(PARTS)) for one in between)


def run_before(frame: Frame, word: Word) -> tuple[int, int] | None:
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


def qualifies(frame: Frame, word: Word) -> bool:
    """Whether a word says which of a group are counted ("13 kuning", "hijau lima"), or the sentence what it means."""
    near = range(max(0, word.at - 2), min(len(frame.mentions), word.at + 2))
    counted = any(_is_count(frame, at) or Tag.GROUP in frame.mentions[at].tags for at in near)
    all_of = frame.having(Tag.MOOD_ALL, 0, word.at)[-1:]  # "kota semuanya A, Kukar B": of those in front of a name
    return counted or frame.has(Tag.MOOD_DEFINITION) or any(not frame.names_between(at, word.at) for at in all_of)


def _is_count(frame: Frame, at: int) -> bool:
    number = frame.mentions[at].number
    return number is not None and number.quantum == 1 and Tag.YEAR_DIGITS not in frame.mentions[at].tags
