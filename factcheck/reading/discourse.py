"""Who and what is spoken of after a sentence: who, what was counted, what waits for a list."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading import counts as counting
from factcheck.reading import subjects
from factcheck.reading.claims import Told
from factcheck.reading.context import COUNTRY, Context, anaphor
from factcheck.reading.frame import Frame
from factcheck.reading.reading import SCOPED, Reading
from factcheck.reading.setting import Setting
from factcheck.reading.waiting import tells_of_one, waiting_words

IN_LIST = ("item", "row", "header")
"""Kinds of blocks that a list or a table is made of."""


def goes_on(context: Context, frame: Frame) -> bool:
    """Whether a block goes on with a list that was announced before it, being a mere name or two."""
    short = frame.sentence.kind == "paragraph" and frame.sentence.end - frame.sentence.start < 60
    return short and bool(context.pending) and not tells_of_one(frame)


def next_block(context: Context, frame: Frame) -> Context:
    """The context at the beginning of another block: a paragraph begins anew, a list goes on."""
    if frame.sentence.kind in IN_LIST or not (context.pending or context.count_scope) or goes_on(context, frame):
        return context
    return context._replace(pending=(), count_scope="")


def after_sentence(reading: Reading, told: Sequence[Told], context: Context, setting: Setting) -> Context:
    """The context after a sentence and what was told in it."""
    frame = reading.frame
    names = _names(reading, context, setting)
    if frame.sentence.kind not in IN_LIST:
        entity = _spoken_of(reading, told, names, context)
        pending = waiting_words(reading, context, setting)
        if entity != context.entity or pending or context.pending:
            context = context._replace(entity=entity, pending=pending)
    listed = tuple(dict.fromkeys(names))
    if listed:
        continued = (frame.sentence.kind == "paragraph" and len(listed) == 1) or len(listed) == 2
        context = context._replace(listed=(*context.listed, *listed)[-12:] if continued else listed)
    last = next((value for value in reversed(reading.counts) if value.kind == "count" and not value.condition), None)
    if last is not None:
        group = counting.group(frame, last, context)
        condition = counting.condition(frame, last, reading.words, reading.real_counts, setting) or context.condition
        region, _ = counting.scope(frame, last, group, context, setting)
        context = context._replace(group=group, condition=condition, count_scope=region, counted=str(last.value))
    return context


def _spoken_of(reading: Reading, told: Sequence[Told], names: Sequence[str], context: Context) -> str:
    """Who the next sentence goes on about: the sentence's first subject, unless it only listed several."""
    if reading.frame.sentence.voice == "headline":
        return context.entity
    about = [one.subject.ids[0] for one in told if one.value.kind not in SCOPED and one.subject.start >= 0]
    if len(set(about)) > 2 and context.entity:
        return context.entity
    first = next(iter(about or names), "")
    return first if first not in ("", COUNTRY) else context.entity


def _names(reading: Reading, context: Context, setting: Setting) -> list[str]:
    frame = reading.frame
    found = []
    for place in sorted({*frame.subjects(), *frame.having("entity.government")}):
        if frame.roles[place] == "subject":
            found.append(subjects.named(frame, place, context, setting, 0).ids[0])
        else:
            found.append(anaphor(frame, place, context, setting))
    return [name for name in found if name]
