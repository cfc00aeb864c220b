"""The counts of a sentence, of the lines of a list or of the rows of a table, each with what stands beside it: the word
of a scale that it counts, its group and its year."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.cache.once import once
from factcheck.language.figures import Number
from factcheck.model import COUNTRY, Span
from factcheck.reading.evidence.counts.explained_counts import ASSESSED, conditions_at, group_beside, whole
from factcheck.reading.period.marks import in_date, of_another
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.counts import of_two_words
from factcheck.typed import NamedTuple

AHEAD = 6
"""So many mentions behind a number the word that it counts may stand."""
NEAR = 4
"""So many mentions behind a number a word may stand that makes it a part."""
NOW = "0"
"""What a word for the year spoken of is tagged with."""
LED = (Tag.COUNT_EXISTS, Tag.STATE_BEFORE, Tag.COLON, Tag.ENTITY_PLACES, Tag.RANK_NATIONAL)
"""What may stand between a word of a scale and the number behind it."""
STOPS = (Tag.COMMA, Tag.STOP, Tag.COLON, Tag.SEMICOLON, Tag.BIND_AND, Tag.BIND_CLAUSE, Tag.CLOSE)


class Item(NamedTuple):
    """A count of a run: its sentence, place and number, what it counts (empty: what all of its run do), the group
    beside it, the year written with it, the part of the run that is of one year, and whether a part counts again what
    another did."""

    frame: Frame
    at: int
    number: Number
    condition: str
    group: str
    year: str = ""
    mark: Span | None = None
    part: int = 0
    again: bool = False


def run_items(frames: Sequence[Frame], setting: Setting) -> Iterator[Item]:
    """The counts of a run in order, each with the year written with it."""
    head: Frame | None = None
    for frame in frames:
        if frame.sentence.kind == "header":
            head = frame
        elif frame.sentence.kind == "row":
            yield from _of_row(frame, head)
        else:
            yield from _of_sentence(frame, setting)


@once
def year_places(frame: Frame) -> Sequence[int]:
    """Where a sentence names a year, in figures or in words, that may be one of its counts."""
    return [
        at
        for at in sorted({*frame.having(Tag.YEAR_DIGITS), *frame.having(Tag.YEAR)})
        if frame.mentions[at].tags.get(Tag.YEAR, NOW) not in ("word", "future") and not in_date(frame, at)
        and not of_another(frame, at)
    ]  # fmt: skip


def _of_sentence(frame: Frame, setting: Setting) -> list[Item]:
    """The counts of a sentence with their years: of the year in front of them, or of the one right behind each."""
    marks = year_places(frame)
    bare: list[Item] = []
    wider = frame.having(Tag.RANK_NATIONAL)[:1]
    for at in frame.having(FIGURES, wider[0] if wider and frame.has(Tag.BIND_AND, wider[0] - 1, wider[0]) else 0):
        item = _item(frame, at, bare[-1] if bare else None, setting)
        if item is not None:
            bare.append(item)
    leading, found = bool(bare and marks) and marks[0] < bare[0].at, []
    for place, item in enumerate(bare):
        after = bare[place + 1].at if place + 1 < len(bare) else len(frame.mentions)
        mine = [at for at in marks if (at < item.at if leading else item.at < at < after)]
        found.append(_dated(item, frame, (mine[-1] if leading else mine[0]) if mine else -1))
    return found


def _of_row(frame: Frame, head: Frame | None) -> Iterator[Item]:
    """The counts of a row of a table that tells of nobody: what they count stands at the head of the row or of their
    column, as do their group and year."""
    counts_some = frame.has(SCALED) or frame.has(Tag.COUNT_ASSESSED) or (head is not None and head.has(SCALED))
    if head is None or frame.names_between() or not counts_some:
        return
    own = _cells(frame)[:1]
    for at in frame.having(FIGURES):
        number = whole(frame, at)
        place = len(frame.having(Tag.CELL, 0, at + 1)) - 1
        if number is None or place < 1:
            continue
        column = _cells(head)[place : place + 1]
        heads = [(frame, one) for one in own] + [(head, one) for one in column]
        condition = next((_condition_in(*one) for one in heads if _condition_in(*one)), "")
        groups = [
            where.mentions[one].tags[Tag.GROUP]
            for where, (first, last) in heads
            for one in where.having(Tag.GROUP, first, last)
        ]
        years = [
            one for where, (first, last) in heads for one in where.having(Tag.YEAR_DIGITS, first, last) if where is head
        ]
        item = Item(frame, at, number, condition, next(iter(groups), ""))
        if condition or item.group:
            yield _dated(item, head, years[0] if years else -1)


def _cells(frame: Frame) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end, by the places of its mentions."""
    starts = [*frame.having(Tag.CELL), len(frame.mentions)]
    return list(pairwise(starts))


def _condition_in(frame: Frame, cell: tuple[int, int]) -> str:
    for place in frame.having(SCALED, *cell):
        return next(conditions_at(frame, place), "")
    return ASSESSED if frame.has(Tag.COUNT_ASSESSED, *cell) else ""


def _dated(item: Item, frame: Frame, mark: int) -> Item:
    """The item with the year at a place of its sentence or of the head of its table; as it is where there is none."""
    if mark < 0 or frame.mentions[mark].tags.get(Tag.YEAR) == NOW:
        return item
    mention = frame.mentions[mark]
    digits = mention.tags.get(Tag.YEAR_DIGITS, "")
    span = Span(mention.start, mention.end)
    return item._replace(year=digits, mark=span)


def parted(items: Sequence[Item]) -> list[Item]:
    """The items with the part of the run that each is of: those of one year, up to where the same is counted again."""
    found: list[Item] = []
    turns: dict[Span | None, int] = {}
    seen: set[tuple[Span | None, int, str, str]] = set()
    parts: dict[tuple[Span | None, int], tuple[int, bool]] = {}
    for item in items:
        what = item.condition, item.group
        turn = turns.setdefault(item.mark, 0)
        if item.condition and (item.mark, turn, *what) in seen:
            turn = turns[item.mark] = turn + 1
        again = any(one[2:] == what for one in seen)
        seen.add((item.mark, turn, *what))
        part, again = parts.setdefault((item.mark, turn), (len(parts), again))
        alone = not (part or again or (item.mark and not item.year))
        mark = item.mark if item.year else None
        found.append(item if alone else item._replace(part=part, again=again, mark=mark))
    return sorted(found, key=lambda item: item.part)


def _item(frame: Frame, at: int, last: Item | None, setting: Setting) -> Item | None:
    """The count at a place, behind the one before it: "316 pada 2021 dan turun menjadi 250"."""
    number = whole(frame, at)
    if number is None or number.value < 1 or frame.has(Tag.COUNT_PART, at + 1, at + NEAR):
        return None  # "bersama 8 provinsi lainnya": some of them
    if frame.after(at, Tag.CUE_NUMBER) and not frame.after(at, Tag.GROUP):
        return None  # "Empat angka di atas adalah jumlah kota yang hijau": figures are counted
    if (
        frame.before(at, Tag.RANK_AMONG, 1)
        and at > 1
        and frame.mentions[at - 2].number is not None
        and not (last is not None and last.at == at - 2)
    ):  # "naik dari 28 dari 415": of a rank
        return None
    word, group = said_of(frame, at, setting)
    if word and frame.before(at, Tag.RANK_AMONG, 1):  # "8 dari 34 pemda yang hijau": the 34 are all
        return Item(frame, at, number, ASSESSED, group or (last.group if last is not None else ""))
    if word == _before(frame, at) and last is not None and word == last.condition and not _before(frame, last.at):
        word = ""  # "157 received the high-quality one"
    group = group or _fronted(frame, at)
    if not word and group and (frame.before(at, Tag.RANK_AMONG, 1) or _assessed(frame, at)):
        word = ASSESSED
    if not word and last and frame.before(at, Tag.BIND_TO):
        word = last.condition
    if not word and not group_beside(frame, at):
        return None
    return Item(frame, at, number, word, group or (last.group if last is not None else ""))


def said_of(frame: Frame, at: int, setting: Setting) -> tuple[str, str]:
    """The word of a scale that the number at a place counts, and the group that stands with it; each empty where the
    words beside it name none."""
    word, group = _behind(frame, at, setting)
    if not word and not frame.before(at, Tag.RANK_AMONG):
        word = _before(frame, at)
    return word, group_beside(frame, at) or group


def _assessed(frame: Frame, at: int) -> bool:
    return any(Tag.COUNT_ASSESSED in one.tags for one in frame.mentions[at + 1 : at + 4])


def _behind(frame: Frame, at: int, setting: Setting) -> tuple[str, str]:
    """The word of a scale that a number counts, up to the end of its clause, and the group on the way to it."""
    group, place, last = "", at + 1, min(len(frame.mentions), at + 1 + AHEAD)
    while place < last:
        mention = frame.mentions[place]
        if Tag.OPEN in mention.tags:  # "21 (84 persen) hijau"
            place = next((one for one in range(place, last) if Tag.CLOSE in frame.mentions[one].tags), last) + 1
            continue
        condition = next(conditions_at(frame, place), "")
        if condition:
            found = "" if of_two_words(frame, place, setting) else _finest(frame, place, setting) or condition
            return found, group or _group(frame, place + 1)
        if mention.tags.keys() & {*STOPS, Tag.EXTREME} or (mention.ids and frame.roles[place] == "subject"):
            break
        if mention.number is not None and Tag.RANK_AMONG not in frame.mentions[place - 1].tags:
            break
        group = group or mention.tags.get(Tag.GROUP, "")
        place += 1
    return "", group


def _finest(frame: Frame, place: int, setting: Setting) -> str:
    """ "zona hijau dengan kategori A": of words of scales in a row the one whose scale divides finest."""
    found, steps = "", 0
    for at in range(place, min(place + NEAR, len(frame.mentions))):
        mention = frame.mentions[at]
        if mention.tags.keys() & set(STOPS) or mention.ids or mention.number is not None:
            break
        told = [(tag, word) for tag, word in mention.tags.items() if tag.startswith(SCALED)]
        for condition, (_, word) in zip(conditions_at(frame, at), told, strict=False):
            pack, _, measure = word.partition(":")[0].rpartition("/")
            size = len(setting.packs[pack].measures[measure].values) if pack in setting.packs else 0
            found, steps = (condition, size) if size > steps else (found, steps)
    return found


def _fronted(frame: Frame, at: int) -> str:
    """ "untuk kota, 4 hijau", "Lembaga 12 hijau dan tiga kuning": the group named in front of its number, with no end
    of a clause and no region between."""
    found = ""
    for place in range(at - 1, max(-1, at - 1 - AHEAD), -1):
        mention = frame.mentions[place]
        if Tag.GROUP in mention.tags:  # the first of several: "dari delapan pemda termasuk provinsi, tujuh hijau"
            found = mention.tags[Tag.GROUP]
        if mention.tags.keys() & {Tag.STOP, Tag.SEMICOLON, Tag.BIND_CLAUSE} or mention.ids:
            break
    return found


def _group(frame: Frame, at: int) -> str:
    near = frame.mentions[at : at + 1]
    return next((one.tags[Tag.GROUP] for one in near if Tag.GROUP in one.tags), "")


def _before(frame: Frame, at: int) -> str:
    """ "yang hijau 36", "kuning hanya dua", "Zona merah: 3": the word right in front of its number."""
    for place in range(at - 1, max(-1, at - 1 - AHEAD), -1):
        mention = frame.mentions[place]
        condition = next(conditions_at(frame, place), "")
        if condition:
            near = frame.close(place, place + 1) or Tag.COLON in frame.mentions[place + 1].tags
            return condition if near else ""
        where = mention.ids and (frame.roles[place] in ("place", "scope") or COUNTRY in mention.ids)
        if not where and not mention.tags.keys() & set(LED):
            return ""
        if not frame.close(place, place + 1) and Tag.COLON not in mention.tags:
            return ""
    return ""
