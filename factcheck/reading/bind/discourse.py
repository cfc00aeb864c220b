"""Who and what is spoken of after a sentence: who, what was counted, what waits for a list."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import COUNTRY, Strength
from factcheck.reading.bind.announced import waiting_words
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.words.named_behind import tells_of_one
from factcheck.reading.records import Context, Reading, Told
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.scan import IN_LIST
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject import whose
from factcheck.reading.subject.context import anaphor


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
    elif len(names) == 1 and not told and _is_head(frame):
        context = context._replace(entity=names[0])
    context = hears_of_some(context, frame)
    listed = tuple(dict.fromkeys(names))
    if listed:
        continued = (frame.sentence.kind == "paragraph" and len(listed) == 1) or len(listed) == 2
        context = context._replace(listed=(*context.listed, *listed)[-12:] if continued else listed)
    last = next((value for value in reversed(reading.counts) if value.kind == "count" and not value.condition), None)
    if last is not None:
        from factcheck.reading.group import counted

        group = counted.group(frame, last, context, setting)
        condition = counted.condition(frame, last, reading.words, reading.real_counts, setting) or context.condition
        region, _ = counted.scope(frame, last, group, context, setting)
        context = context._replace(group=group, condition=condition, count_scope=region, counted=str(last.value))
    return context


def hears_of_some(context: Context, frame: Frame) -> Context:
    """The context with whether a sentence is about some of a group."""
    some = Tag.MOOD_SOME in frame.tagged and _is_about_some(frame)
    return context if context.some == some else context._replace(some=some)


def _is_about_some(frame: Frame) -> bool:
    from factcheck.reading.values.said_of_some import tells_of_some

    return tells_of_some(frame)


def _is_head(frame: Frame) -> bool:
    """ "5. Gorontalo", and what is told of it in a paragraph below: whether an item is a mere name."""
    return frame.sentence.kind == "item" and not frame.having(FIGURES) and len(frame.mentions) == 1


def _spoken_of(reading: Reading, told: Sequence[Told], names: Sequence[str], context: Context) -> str:
    """Who the next sentence goes on about: the sentence's first subject, unless it only listed several."""
    if reading.frame.sentence.voice == "headline":
        return context.entity
    about = [one.subject.ids[0] for one in told if not kind_of(one.value.kind).per_group and one.subject.start >= 0]
    if len(set(about)) > 2 and context.entity:
        return context.entity
    first = next(iter(about or names), "")
    return first if first not in ("", COUNTRY) else context.entity


def _names(reading: Reading, context: Context, setting: Setting) -> list[str]:
    frame = reading.frame
    found = []
    for place in sorted({*frame.subjects(), *frame.having(Tag.ENTITY_GOVERNMENT)}):
        if frame.roles[place] == "subject":
            found.append(whose.named(frame, place, context, setting, Strength.TOPIC).ids[0])
        else:
            found.append(anaphor(frame, place, context, setting))
    return [name for name in found if name]
