"""Mentions into claims: sentence after sentence, what a clause leaves out taken from the context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim
from factcheck.reading import counts as counting
from factcheck.reading import periods, subjects
from factcheck.reading.claims import extreme_stands, make_claim, rank_scope
from factcheck.reading.context import Bound, Context, Subject, heard
from factcheck.reading.count_claims import count_claims
from factcheck.reading.discourse import after_sentence, next_block
from factcheck.reading.frame import Frame
from factcheck.reading.lists import ranked_run, shared_out
from factcheck.reading.reading import SCOPED, Reading
from factcheck.reading.setting import Setting
from factcheck.reading.spread import shared_alike, spread
from factcheck.reading.table import Table, cell_values, table_period, table_subject
from factcheck.reading.value import Value
from factcheck.reading.values import values
from factcheck.reading.waiting import pending_claims
from factcheck.reading.years import marks


def bind(frames: Sequence[Frame], context: Context, setting: Setting) -> list[Claim]:
    """The claims of all sentences in order of reading; ids and voices are given later."""
    claims: list[Claim] = []
    table = Table()
    block = -1
    for frame in frames:
        if frame.sentence.block != block:
            context = next_block(context, frame)
            block = frame.sentence.block
        table = table.heard(frame, setting, context)
        reading = _read(frame, table, context, setting)
        made = list(_claims(reading, table, context, setting))
        claims += made
        context = after_sentence(reading, made, heard(context, frame, setting), setting)
    return claims


def _read(frame: Frame, table: Table, context: Context, setting: Setting) -> Reading:
    found = cell_values(frame, table, setting) if frame.sentence.kind == "row" else values(frame, setting)
    years = marks(frame, context)
    bound = {value.at: periods.bind(frame, value, found, years, context) for value in found}
    words = [value for value in found if _is_word(value, setting)]
    counts = [value for value in found if value.kind in SCOPED]
    return Reading(frame, found, words, counts, bound)


def _is_word(value: Value, setting: Setting) -> bool:
    measure = setting.packs[value.pack].measures.get(value.measure)
    return measure is not None and measure.type == "word" and value.kind != "extreme"


def _claims(reading: Reading, table: Table, context: Context, setting: Setting) -> Iterator[Claim]:
    pairs = {
        **shared_out(reading.frame, reading.found, context, setting),
        **ranked_run(reading.frame, reading.found, context, setting),
    }
    real_counts = [value for value in reading.counts if value.kind == "count"]
    for value in reading.found:
        bound = table_period(reading.frame, value, table) or reading.periods[value.at]
        if value.kind in SCOPED:
            yield from count_claims(reading, value, bound, context, setting)
        elif value.at in pairs:
            yield make_claim(reading.frame, value, pairs[value.at], bound)
        elif value in reading.words:
            yield from _word_claims(reading, value, bound, real_counts, table, context, setting)
        else:
            yield from _single(reading.frame, value, bound, table, context, setting)
    yield from pending_claims(reading, context, setting)


def _single(
    frame: Frame, value: Value, bound: Bound, table: Table, context: Context, setting: Setting
) -> Iterator[Claim]:
    if value.unit == "entity":
        region, _ = counting.scope(frame, value, value.group, context, setting)
        yield make_claim(
            frame, value, Subject((region,), -1, -1, "counted in the region the article is about", 70), bound
        )
        return
    alike = shared_alike(frame, value, context, setting)
    if alike:
        yield from (make_claim(frame, value, one, bound) for one in alike)
        return
    subject = table_subject(frame, value, table, context, setting) or subjects.bind(frame, value, context, setting)
    if subject is None or (value.kind == "extreme" and not extreme_stands(frame, value, subject)):
        return
    scope, group = rank_scope(frame, value, setting) if value.kind in ("rank", "extreme") else ("", "")
    yield make_claim(frame, value, subject, bound)._replace(scope=scope, group=value.group or group)


def _word_claims(
    reading: Reading,
    value: Value,
    bound: Bound,
    counts: Sequence[Value],
    table: Table,
    context: Context,
    setting: Setting,
) -> Iterator[Claim]:
    inside = table_subject(reading.frame, value, table, context, setting)
    if inside is not None:
        yield make_claim(reading.frame, value, inside, bound)
        return
    qualified = [
        count for count in counts if value in counting.all_qualifiers(reading.frame, count, reading.words, counts)
    ]
    for subject in spread(reading.frame, value, qualified, reading.words, context, setting).subjects:
        yield make_claim(reading.frame, value, subject, bound)
