"""Tables: what a column holds is said in its head, whose row it is in the row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.model import How, Span, Strength
from factcheck.reading.records import Bound, Context, Subject, Value
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, VALUE_OF, Mention, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject.context import resolve
from factcheck.reading.values.ranks import group_size
from factcheck.reading.values.scale_words import word_value
from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.reading.values.spoken_measure import Spoken

PAIR = 2
"""So many names in one cell are a list."""


class Column(NamedTuple):
    """The head of a column: the measure it names, the year, the entity whose figures it holds."""

    measure: str = ""
    year: str = ""
    span: Span | None = None
    entity: tuple[str, ...] = ()
    entity_span: Span | None = None
    rank: bool = False


class Table(NamedTuple):
    """The columns of the table being read; none outside one."""

    columns: tuple[Column, ...] = ()

    def heard(self, frame: Frame, setting: Setting) -> Table:
        """The table after a sentence: a header opens one, a row keeps it, anything else closes it."""
        if frame.sentence.kind == "header":
            return Table(tuple(_column(cell, setting) for cell in _cells(frame)))
        return self if frame.sentence.kind == "row" else NO_TABLE

    def column(self, frame: Frame, at: int) -> Column:
        """The column that a mention of a row stands in."""
        place = len(frame.having(Tag.CELL, 0, at + 1)) - 1
        return self.columns[place] if 0 <= place < len(self.columns) else Column()


NO_TABLE = Table()


def cell_values(frame: Frame, table: Table, setting: Setting, spoken: Spoken | None = None) -> list[Value]:
    """The values of a row: a number is what its column's head says or is spoken of, a word of a scale is itself."""
    found: list[Value] = []
    for at, mention in enumerate(frame.mentions):
        value = _cell_value(frame, at, mention, table, spoken.setting(frame, mention.start) if spoken else setting)
        if value is not None:
            found.append(value)
    return found


def table_period(frame: Frame, value: Value, table: Table) -> Bound | None:
    """The year in the head of the value's column, else in its row."""
    if frame.sentence.kind != "row":
        return None
    column = table.column(frame, value.at)
    if column.year:
        return Bound(column.year, column.span, None, Strength.BESIDE)
    for place in frame.having(Tag.YEAR_DIGITS):
        mention = frame.mentions[place]
        return Bound(mention.tags[Tag.YEAR_DIGITS], Span(mention.start, mention.end), None, Strength.BESIDE)
    return None


def table_subject(frame: Frame, value: Value, table: Table, context: Context, setting: Setting) -> Subject | None:
    """The name in the row, else in the head of the value's column."""
    if frame.sentence.kind != "row":
        return None
    for place in frame.subjects():
        mention = frame.mentions[place]
        return Subject(resolve(mention.ids, context, setting), mention.start, mention.end, None, Strength.BESIDE)
    column = table.column(frame, value.at)
    if column.entity and column.entity_span:
        return Subject(
            resolve(column.entity, context, setting),
            *column.entity_span,
            How.SUBJECT_OF_COLUMN,
            Strength.MEANT,
        )
    return None


def table_subjects(frame: Frame, value: Value, table: Table, context: Context, setting: Setting) -> Sequence[Subject]:
    """Whom a word of a scale in a row is said of: all names of the cell that lists them ("| Hijau | A, B dan C |"),
    else the one of the row or of the head of its column."""
    names = [at for at, _ in frame.bearers] if frame.sentence.kind == "row" else []
    if len(names) < PAIR or not _lists(frame, names):
        subject = table_subject(frame, value, table, context, setting)
        return () if subject is None else (subject,)
    listed = (frame.mentions[at] for at in names)
    return [Subject(resolve(one.ids, context, setting), one.start, one.end, None, Strength.BESIDE) for one in listed]


def _lists(frame: Frame, names: Sequence[int]) -> bool:
    """Whether all names of a row stand in one cell, with commas or "dan" between and without figures."""
    joined = (frame.has_any((Tag.COMMA, Tag.BIND_AND, Tag.SEMICOLON), one, other) for one, other in pairwise(names))
    return not frame.has(FIGURES, names[0]) and not frame.has(Tag.CELL, names[0], names[-1]) and all(joined)


def _cells(frame: Frame) -> list[list[Mention]]:
    cells: list[list[Mention]] = []
    for mention in frame.mentions:
        if Tag.CELL in mention.tags and mention.start == mention.end:
            cells.append([])
        elif cells:
            cells[-1].append(mention)
    return cells


def _column(cell: list[Mention], setting: Setting) -> Column:
    column = Column()
    for mention in cell:
        span = Span(mention.start, mention.end)
        if Tag.YEAR_DIGITS in mention.tags:
            column = column._replace(year=mention.tags[Tag.YEAR_DIGITS], span=span)
        elif mention.ids:
            column = column._replace(entity=mention.ids, entity_span=span)
        elif Tag.RANK_CUE in mention.tags and Tag.CUE_NUMBER not in mention.tags:
            column = column._replace(rank=True)
        elif not column.measure:
            column = column._replace(measure=_measure(mention, setting))
    return column


def _measure(mention: Mention, setting: Setting) -> str:
    for tag, place in mention.tags.items():
        if tag.startswith(CUE_OF) and setting.opened(place):
            return place
    return ""


def _cell_value(frame: Frame, at: int, mention: Mention, table: Table, setting: Setting) -> Value | None:
    for tag, place in mention.tags.items():
        if tag.startswith(VALUE_OF) and setting.opened(place):
            return word_value(frame, at, place, setting)
    if mention.number is None or Tag.YEAR_DIGITS in mention.tags or mention.number.form != "digits":
        return None
    column = table.column(frame, at)
    pack = next(iter(setting.packs))
    if column.rank and frame.before(at, Tag.RANK_AMONG):  # the whole of "254 dari 416"
        return None
    if column.rank:
        size, span, group = group_size(frame, at, setting)
        value = mention.number.value
        return Value(at, "rank", pack, "rank", value, *mention.number.figure, group=group, of=size, of_span=span)
    for pack, measure in setting.numeric(mention.number):
        named = column.measure == f"{pack}/{measure.name}"
        if named or (mention.number.quantum < 1 and (column.year or not column.measure)):
            return Value(at, measure.kind, pack, measure.name, mention.number.value, *mention.number.figure)
    return None
