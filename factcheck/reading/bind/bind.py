"""Mentions into what is told of whom: sentence after sentence, what a clause leaves out taken from the context."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.model import How, Strength
from factcheck.reading.bind.announced import pending_claims
from factcheck.reading.bind.dating import Step
from factcheck.reading.bind.discourse import after_sentence, goes_on, hears_of_some, next_block
from factcheck.reading.bind.tell import extreme_stands, kind_told_of, rank_scope, tell
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.records import Bound, Context, Reading, Subject, Told, Value
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject import whose
from factcheck.reading.subject.context import heard
from factcheck.reading.subject.shared_out import ranked_run, shared_out
from factcheck.reading.subject.shared_word import shared_alike, spread
from factcheck.reading.subject.table import NO_TABLE, Table, cell_values, table_period, table_subject, table_subjects
from factcheck.reading.values.readers import values
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reading.values.spoken_measure import Spoken


def bind(frames: Sequence[Frame], context: Context, setting: Setting) -> list[Step]:
    """What all sentences tell of whom, in order of reading. Nothing here hangs on the year the article is about."""
    steps: list[Step] = []
    table, spoken = NO_TABLE, _spoken(frames, setting)
    block = -1
    for frame in frames:
        opens = frame.sentence.block != block
        going_on = opens and goes_on(context, frame)
        if opens:
            context = next_block(context, frame)
            block = frame.sentence.block
        table = table.heard(frame, setting)
        row = frame.sentence.kind == "row"
        found = cell_values(frame, table, setting, spoken) if row else values(frame, setting, spoken)
        if not found and not context.pending and _names_nobody(frame):
            steps.append(Step(frame, (), (), opens, going_on))
            context = hears_of_some(context, frame)
            continue
        reading = _read(frame, found, setting)
        told = list(_told(reading, table, context, setting))
        steps.append(Step(frame, reading.found, told, opens, going_on))
        context = after_sentence(reading, told, heard(context, frame, setting), setting)
    return steps


def _spoken(frames: Sequence[Frame], setting: Setting) -> Spoken | None:
    """What the sentences speak of, where that may be several things."""
    if not setting.has_several():
        return None
    from factcheck.reading.values.spoken_measure import spoken_in

    return spoken_in(frames, setting)


def _names_nobody(frame: Frame) -> bool:
    """Whether nobody whom the next sentence may go on about is named or meant in a sentence."""
    return not frame.bearers and not frame.has(Tag.ENTITY_GOVERNMENT)


def _read(frame: Frame, found: Sequence[Value], setting: Setting) -> Reading:
    if not found:
        return Reading(frame, (), (), (), {})
    words = [value for value in found if _is_word(value, setting)]
    counts = [value for value in found if kind_of(value.kind).per_group]
    real = [value for value in counts if value.kind == "count"] if words else []
    qualified: dict[int, list[Value]] = defaultdict(list)
    for count in real:
        from factcheck.reading.group import counted

        for word in counted.all_qualifiers(frame, count, words, real):
            qualified[word.at].append(count)
    return Reading(frame, found, words, counts, qualified)


def _is_word(value: Value, setting: Setting) -> bool:
    measure = setting.packs[value.pack].measures.get(value.measure)
    return measure is not None and measure.type == "word" and value.kind != "extreme"


def _told(reading: Reading, table: Table, context: Context, setting: Setting) -> Iterator[Told]:
    if reading.found:
        pairs = {
            **shared_out(reading.frame, reading.found, context, setting),
            **ranked_run(reading.frame, reading.found, context, setting),
        }
        for value in reading.found:
            bound = table_period(reading.frame, value, table)
            if kind_of(value.kind).per_group:
                from factcheck.reading.bind.count_claims import count_claims

                yield from count_claims(reading, value, bound, context, setting)
            elif value.at in pairs:
                yield tell(reading.frame, value, pairs[value.at], bound=bound)
            elif _is_word(value, setting):
                yield from _word_told(reading, value, bound, table, context, setting)
            else:
                yield from _single(reading.frame, value, bound, table, context, setting)
    yield from pending_claims(reading, context, setting)


def _single(
    frame: Frame, value: Value, bound: Bound | None, table: Table, context: Context, setting: Setting
) -> Iterator[Told]:
    if value.unit == "entity":
        from factcheck.reading.group import counted

        region, _ = counted.scope(frame, value, value.group, context, setting)
        by_region = Subject((region,), -1, -1, How.COUNTED_IN_REGION, Strength.CARRIED)
        yield tell(frame, value, by_region, bound=bound)
        return
    alike = shared_alike(frame, value, context, setting)
    if alike:
        yield from (tell(frame, value, one, bound=bound) for one in alike)
        return
    subject = table_subject(frame, value, table, context, setting) or whose.bind(frame, value, context, setting)
    if subject is None or (value.kind == "extreme" and not extreme_stands(frame, value, subject)):
        return
    scope, group = rank_scope(frame, value, setting) if kind_of(value.kind).ordered else ("", "")
    if value.kind == "extreme" and not group:
        group = kind_told_of(frame, value, subject, setting)
    grouped = value._replace(group=group) if group and not value.group else value
    yield tell(frame, grouped, subject, scope, bound)


def _word_told(
    reading: Reading, value: Value, bound: Bound | None, table: Table, context: Context, setting: Setting
) -> Iterator[Told]:
    inside = table_subjects(reading.frame, value, table, context, setting)
    if inside:
        yield from (tell(reading.frame, value, one, bound=bound) for one in inside)
        return
    counts = reading.qualified.get(value.at, ())
    for subject in spread(reading.frame, value, counts, reading.words, context, setting).subjects:
        if subject.start >= 0 or not context.some:
            yield tell(reading.frame, value, subject, bound=bound)
