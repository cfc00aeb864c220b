"""How sentences were read: their mentions, what names do in them, the years and values found. For users who doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from factcheck.model import Document
from factcheck.reading.bind.topic import begin, begin_years, candidates
from factcheck.reading.period.marks import marks
from factcheck.reading.records import Mark, Value, When
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Sentence
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject.table import Table, cell_values
from factcheck.reading.values.readers import values

Touched = Callable[[Sequence[Sentence]], Sequence[int]]
"""Chooses sentences, by their places in the document."""


class Trace(NamedTuple):
    """A sentence as read: its mentions with their roles in `frame`, and the years and values among them."""

    frame: Frame
    years: tuple[Mark, ...]
    values: tuple[Value, ...]


class About(NamedTuple):
    """What the document was taken to be about before its sentences were bound.

    `subjects` are the packs whose subject it is about, `closed` the others that measure something. `years` are the
    years it may be about where headline and lead do not settle it.
    """

    subjects: tuple[str, ...]
    closed: tuple[str, ...]
    entity: str
    period: str
    scope: str
    years: tuple[str, ...]


def trace(
    document: Document, frames: Sequence[Frame], setting: Setting, touched: Touched
) -> tuple[About, tuple[Trace, ...]]:
    """What the document is about, and how the sentences were read that `touched` chooses among all of it."""
    context, when = begin(frames, setting), begin_years(frames, document.published)
    wanted = frozenset(touched([frame.sentence for frame in frames]))
    years = candidates(frames, document.published)
    closed = (pack.name for pack in setting.reference.packs if pack.measures and pack.name not in setting.packs)
    about = About(tuple(setting.packs), tuple(closed), context.topic, when.period, context.scope, years)
    return about, tuple(_traces(frames, wanted, when, setting))


def _traces(frames: Sequence[Frame], wanted: frozenset[int], when: When, setting: Setting) -> list[Trace]:
    found = []
    table = Table()
    for frame in frames:
        table = table.heard(frame, setting)
        if frame.sentence.place in wanted:
            found.append(_trace(frame, table, when, setting))
    return found


def _trace(frame: Frame, table: Table, when: When, setting: Setting) -> Trace:
    if not setting.packs:
        return Trace(frame, tuple(marks(frame, when)), ())
    found = cell_values(frame, table, setting) if frame.sentence.kind == "row" else values(frame, setting)
    return Trace(frame, tuple(marks(frame, when)), tuple(found))
