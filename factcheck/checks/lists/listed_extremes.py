"""Somebody called highest or lowest with a figure that stands in a list of the draft too, where another is beyond it.

"Kenaikan tertinggi di Lampung dicatat Kota Metro, yakni 4,10 persen", above a list in which Pesisir Barat has 5,02: of
rises and of anything else, whether a pack knows the figures or not. The list has to have the very figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.cache.patterns import compiled
from factcheck.checks.lists.own_extremes import LEAD, NARROWED, narrows, unknown_place
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.model import COUNTRY
from factcheck.reading.scan.frame import FIGURES, PLACE, SCOPE, Frame, places_with
from factcheck.reading.scan.mentions import CUE_OF, Mention, Tag
from factcheck.typed import NamedTuple

ROWS = ("item", "row")
FEW = 4
"""A list in which one is the first or last has so many members or more."""
SOME = (*NARROWED, Tag.MOOD_SOME, Tag.BIND_ONEOF)
"""With one of these elsewhere in the sentence it is the highest of some, or one of them."""
WORD = compiled(r"\w+")
DIFFERENCES = ("difference", "increase")


class Surpassed(NamedTuple):
    """Who is told to be first or last, where, and the figure of another one in a list, with its place."""

    start: int
    end: int
    word: str
    own: str
    other: str
    figure: Mention


class _Row(NamedTuple):
    who: str
    figures: Sequence[Mention]


def surpassed(case: Case) -> Iterator[Surpassed]:
    """The extremes whose own figure stands in a list or table of the draft beside one that is beyond it."""
    lists: list[list[_Row]] | None = None
    for frame, at in places_with(case.frames, Tag.EXTREME):
        told = _told(case, frame, at) if frame.sentence.kind not in ROWS else None
        if told is None:
            continue
        lists = _lists(case) if lists is None else lists
        mention, (who, figure) = frame.mentions[at], told
        groups = [frame.mentions[place].tags[Tag.GROUP] for place in frame.having(Tag.GROUP, 0, at)]
        among = [[row for row in rows if _is_of(case, row.who, groups)] for rows in lists]
        beyond = [one for rows in among if (one := _beyond(case, rows, who, figure, mention.tags[Tag.EXTREME]))]
        if beyond:
            yield Surpassed(mention.start, mention.end, mention.tags[Tag.EXTREME], who, *beyond[0])


def _is_of(case: Case, who: str, groups: Sequence[str]) -> bool:
    return all(case.reference.is_of(who, group) for group in groups)


def _lists(case: Case) -> list[list[_Row]]:
    """The rows of each list and table that have one name and figures."""
    runs = groupby(case.frames, key=lambda frame: frame.sentence.kind in ROWS)
    made = [[row for frame in run if (row := _row(frame))] for listed, run in runs if listed]
    return [rows for rows in made if len(rows) >= FEW]


def _row(frame: Frame) -> _Row | None:
    figures = [frame.mentions[at] for at in frame.having(FIGURES) if frame.mentions[at].number is not None]
    if len(frame.named) != 1 or len(frame.mentions[frame.named[0]].ids) != 1 or not figures:
        return None
    return _Row(frame.mentions[frame.named[0]].ids[0], figures)


def _beyond(case: Case, rows: Sequence[_Row], who: str, figure: Number, word: str) -> tuple[str, Mention] | None:
    """Who is furthest beyond the one named in the column of the list that has its figure; None where nobody is."""
    own = next((row for row in rows if row.who == who), None)
    column = _column(own, figure) if own is not None else -1
    if own is None or column < 0:
        return None
    alike = [row for row in rows if len(row.figures) == len(own.figures) and _is_alike(row, column, figure)]
    around = {who: _around(case, who)}
    beside = [row for row in alike if around.setdefault(row.who, _around(case, row.who)) == around[who]]
    if len({row.who for row in beside}) < FEW or 4 * len(beside) < 3 * len(rows):
        return None
    sign = 1 if word == "highest" else -1
    best = max(beside, key=lambda row: sign * _value(row, column).value)
    if sign * _value(best, column).value <= sign * figure.value or best.who == who:
        return None
    return best.who, best.figures[column]


def _value(row: _Row, column: int) -> Number:
    number = row.figures[column].number
    assert number is not None, "rows are made of numbers"
    return number


def _column(row: _Row, figure: Number) -> int:
    """The one place in a row at which the figure stands, -1 where it is none or several."""
    places = [at for at in range(len(row.figures)) if _is_same(_value(row, at), figure)]
    return places[0] if len(places) == 1 else -1


def _is_same(one: Number, other: Number) -> bool:
    return (one.value, one.unit, one.quantum) == (other.value, other.unit, other.quantum)


def _is_alike(row: _Row, column: int, figure: Number) -> bool:
    return _value(row, column).unit == figure.unit


def _around(case: Case, who: str) -> tuple[str, str]:
    """The region in which somebody lies, and its level: of others nobody is first."""
    entity = case.reference.entities.get(who)
    return (entity.parent if entity is not None else who, case.reference.level_of(who))


def _told(case: Case, frame: Frame, at: int) -> tuple[str, Number] | None:
    """Who is called first or last, named behind the word or alone in front of it, and the figure right behind."""
    behind = next((place for place in frame.having(FIGURES, at + 1) if frame.mentions[place].number is not None), -1)
    number = frame.mentions[behind].number if behind >= 0 else None
    if number is None or not _is_of_measure(case, frame, at, behind):
        return None
    named = frame.subjects(at, behind) or frame.subjects(0, at) or _place(frame, at, behind)
    if len(named) != 1 or len(frame.mentions[named[0]].ids) != 1 or not _is_read(frame, at, behind):
        return None
    who = frame.mentions[named[0]].ids[0]
    return None if _narrowed(case, frame, at, who) else (who, number)


def _place(frame: Frame, at: int, behind: int) -> Sequence[int]:
    """The place right in front of the figure, where it happens: "tertinggi ada di Kota Metro, yakni 4,10 persen"."""
    return [place for place in range(at + 1, behind) if frame.roles[place] == PLACE][-1:]


def _is_of_measure(case: Case, frame: Frame, at: int, behind: int) -> bool:
    """Whether the figure is of what the word is said of: of a rise where one is told in front of it, else of none, and
    of no other measure than is named there."""
    lead, between = frame.mentions[max(0, at - LEAD) : at], frame.mentions[at + 1 : behind]
    number = frame.mentions[behind].number
    if number is None or any(tag in one.tags for one in between for tag in (Tag.CHANGE, Tag.BIND_FROM, Tag.BIND_TO)):
        return False
    if any(Tag.CHANGE in one.tags for one in lead):
        start = frame.mentions[behind].start
        read = any(one.kind in DIFFERENCES for one in case.claims.inside(frame.sentence.place) if one.start == start)
        return number.unit == PERCENT or read
    spoken, said = ({tag for one in part for tag in one.tags if tag.startswith(CUE_OF)} for part in (lead, between))
    return bool(spoken) and said <= spoken


def _is_read(frame: Frame, at: int, behind: int) -> bool:
    """Whether all words between the end and its figure are known but one right behind it ("tertinggi terjadi di"), and
    none is of a time: "tertinggi sepanjang sejarah", "tertinggi sejak 2018"."""
    between = frame.mentions[at + 1 : behind]
    words = WORD.finditer(frame.plain, frame.mentions[at].end, frame.mentions[behind].start)
    around = [any(one.start <= word.start() < one.end for one in between) for word in words]
    return all(around[1:]) and not any(tag in one.tags for one in between for tag in (Tag.YEAR, Tag.YEAR_DIGITS))


def _narrowed(case: Case, frame: Frame, at: int, who: str) -> bool:
    """Whether the word is said of some, is one of several, or a wish: "di Jawa", "ketiga tertinggi", "usulan"."""
    if frame.has(Tag.NUMBER, max(0, at - LEAD), at) or (at + 1 < len(frame.mentions) and frame.mentions[at + 1].number):
        return True
    some = (place for tag in SOME for place in frame.having(tag) if place != at and narrows(frame, tag, place))
    if next(some, None) is not None:
        return True
    elsewhere = any(unknown_place(frame, place) for place in frame.having(Tag.ENTITY_PLACES))
    return elsewhere or any(_is_within(case, frame, place, who) for place in range(len(frame.mentions)))


def _is_within(case: Case, frame: Frame, place: int, who: str) -> bool:
    """Whether a name tells among whom, and is no region that holds them all: "di Jawa Barat" of a list of provinces."""
    if frame.roles[place] not in (PLACE, SCOPE):
        return False
    around = {_around(case, who)[0]}
    return who not in frame.mentions[place].ids and not any(
        one == COUNTRY or one in around for one in frame.mentions[place].ids
    )
