"""What is spoken of after a sentence: who, which year, what was counted, what waits for a list."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim
from factcheck.reading import counts as counting
from factcheck.reading import subjects
from factcheck.reading.bounds import EXPLICIT
from factcheck.reading.context import COUNTRY, Bound, Context, anaphor
from factcheck.reading.frame import Frame
from factcheck.reading.reading import SCOPED, Reading
from factcheck.reading.setting import Setting
from factcheck.reading.waiting import tells_of_one, waiting_words
from factcheck.reading.years import marks


def next_block(context: Context, frame: Frame) -> Context:
    """The context at the beginning of another block: a paragraph begins anew, a list goes on."""
    if frame.sentence.kind in ("item", "row", "header"):
        if not context.in_list:
            return context._replace(in_list=True, base=(context.spoken, context.spoken_span))
        return context._replace(spoken=context.base[0], spoken_span=context.base[1])
    context = context._replace(in_list=False)
    short = frame.sentence.kind == "paragraph" and frame.sentence.end - frame.sentence.start < 60
    if short and context.pending and not tells_of_one(frame):
        return context
    if frame.sentence.kind in ("title", "heading"):
        context = context._replace(section=("", None))
    year, span = context.section if context.section[0] else (context.period, context.period_span)
    return context._replace(spoken=year, spoken_span=span, pending=(), count_scope="")


def after_sentence(reading: Reading, made: Sequence[Claim], context: Context, setting: Setting) -> Context:
    """The context after a sentence and the claims made of it."""
    frame = reading.frame
    if frame.sentence.kind not in ("row", "item", "header"):
        context = context._replace(
            entity=_spoken_of(reading, made, context, setting), pending=waiting_words(reading, context, setting)
        )
    listed = tuple(dict.fromkeys(_names(reading, context, setting)))
    if listed:
        continued = (frame.sentence.kind == "paragraph" and len(listed) == 1) or len(listed) == 2
        context = context._replace(listed=(*context.listed, *listed)[-12:] if continued else listed)
    explicit = [bound for value in reading.found if (bound := reading.periods[value.at]).span is not None]
    years = marks(frame, context)
    plain = [
        mark for mark in years if mark.written and not mark.compared and not frame.before(mark.at, "bind.since", 1)
    ]
    if not reading.found and plain and frame.sentence.kind in ("paragraph", "item"):
        context = context._replace(spoken=plain[-1].year, spoken_span=plain[-1].span)
    if years and frame.sentence.kind == "heading" and not reading.found:
        context = context._replace(section=(years[-1].year, years[-1].span))
    if not reading.found and plain and _introduces(frame):
        section = (plain[-1].year, plain[-1].span)
        context = context._replace(spoken=section[0], spoken_span=section[1], section=section)
    if explicit and frame.sentence.kind in ("paragraph", "item"):
        main = _main_year(reading, explicit)
        context = context._replace(spoken=main.period, spoken_span=main.span)
    context = context._replace(marked=years[-1].year if years else "", marked_span=years[-1].span if years else None)
    last = next((value for value in reversed(reading.counts) if value.kind == "count" and not value.condition), None)
    if last is not None:
        group = counting.group(frame, last, context)
        same = [value for value in reading.counts if value.kind == "count"]
        condition = counting.condition(frame, last, reading.words, same, setting) or context.condition
        region, _ = counting.scope(frame, last, group, context, setting)
        context = context._replace(group=group, condition=condition, count_scope=region, counted=str(last.value))
    return context


def _main_year(reading: Reading, explicit: Sequence[Bound]) -> Bound:
    """The year the next sentence goes on in: the last one told, but not one that only a comparison looks back to."""
    first = reading.periods[reading.found[0].at]
    looks_back = explicit[-1].strength < EXPLICIT and explicit[-1].period < first.period
    return first if looks_back and first.period else explicit[-1]


def _introduces(frame: Frame) -> bool:
    """ "Rinciannya untuk tahun 2022 sebagai berikut.": the year holds for the list or the paragraphs that follow."""
    return frame.has("bind.follows") or frame.plain[frame.sentence.start : frame.sentence.end].rstrip("* ").endswith(
        ":"
    )


def _spoken_of(reading: Reading, made: Sequence[Claim], context: Context, setting: Setting) -> str:
    """Who the next sentence goes on about: the sentence's first subject, unless it only listed several."""
    if reading.frame.sentence.voice == "headline":
        return context.entity
    about = [claim.subject for claim in made if claim.kind not in SCOPED and claim.subject_span is not None]
    names = _names(reading, context, setting)
    if len(set(about)) > 2 and context.entity:
        return context.entity
    first = next(iter(about or names), "")
    return first if first not in ("", COUNTRY) else context.entity


def _names(reading: Reading, context: Context, setting: Setting) -> list[str]:
    frame = reading.frame
    found = []
    for place, mention in enumerate(frame.mentions):
        if frame.roles[place] == "subject":
            found.append(subjects.named(frame, place, context, setting, 0).ids[0])
        elif "entity.government" in mention.tags:
            found.append(anaphor(frame, place, context, setting))
    return [name for name in found if name]
