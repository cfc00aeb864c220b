"""Mentions into claims: sentence after sentence, what a clause leaves out taken from the context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Claim, Span
from factcheck.reading import counts as counting
from factcheck.reading import periods, subjects
from factcheck.reading.bounds import EXPLICIT, SENTENCE
from factcheck.reading.context import COUNTRY, Bound, Context, Subject, anaphor, heard
from factcheck.reading.frame import Frame
from factcheck.reading.interval import hedge_of, interval
from factcheck.reading.lists import ranked_run, shared_out
from factcheck.reading.setting import Setting
from factcheck.reading.spread import opens, shared_alike, spread
from factcheck.reading.table import Table, cell_values, table_period, table_subject
from factcheck.reading.value import Value
from factcheck.reading.values import values
from factcheck.reading.years import marks

SCOPED = ("count", "share")
OTHERS = "others"
"""The condition of "bersama 8 provinsi lainnya": how many more there are, which no table counts."""


class Reading(NamedTuple):
    """A sentence half read: its values by sort, and the periods found for them."""

    frame: Frame
    found: list[Value]
    words: list[Value]
    counts: list[Value]
    periods: dict[int, Bound]


def bind(frames: Sequence[Frame], context: Context, setting: Setting) -> list[Claim]:
    """The claims of all sentences in order of reading; ids and voices are given later."""
    claims: list[Claim] = []
    table = Table()
    block = -1
    for frame in frames:
        if frame.sentence.block != block:
            context = _next_block(context, frame)
            block = frame.sentence.block
        table = table.heard(frame, setting, context)
        reading = _read(frame, table, context, setting)
        made = list(_claims(reading, table, context, setting))
        claims += made
        context = _after(reading, made, heard(context, frame, setting), setting)
    return claims


def _next_block(context: Context, frame: Frame) -> Context:
    if frame.sentence.kind in ("item", "row", "header"):
        if not context.in_list:
            return context._replace(in_list=True, base=(context.spoken, context.spoken_span))
        return context._replace(spoken=context.base[0], spoken_span=context.base[1])
    context = context._replace(in_list=False)
    if frame.sentence.kind == "paragraph" and frame.sentence.end - frame.sentence.start < 60 and context.pending:
        return context
    if frame.sentence.kind in ("title", "heading"):
        context = context._replace(section=("", None))
    year, span = context.section if context.section[0] else (context.period, context.period_span)
    return context._replace(spoken=year, spoken_span=span, pending=(), count_scope="")


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


# ------------------------------------------------------------------ claims


def _claims(reading: Reading, table: Table, context: Context, setting: Setting) -> Iterator[Claim]:
    pairs = {
        **shared_out(reading.frame, reading.found, context, setting),
        **ranked_run(reading.frame, reading.found, context, setting),
    }
    real_counts = [value for value in reading.counts if value.kind == "count"]
    for value in reading.found:
        bound = table_period(reading.frame, value, table) or reading.periods[value.at]
        if value.kind in SCOPED:
            yield from _count_claims(reading, value, bound, context, setting)
        elif value.at in pairs:
            yield _claim(reading.frame, value, pairs[value.at], bound)
        elif value in reading.words:
            yield from _word_claims(reading, value, bound, real_counts, table, context, setting)
        else:
            yield from _single(reading.frame, value, bound, table, context, setting)
    yield from _pending_claims(reading, context, setting)


def _single(
    frame: Frame, value: Value, bound: Bound, table: Table, context: Context, setting: Setting
) -> Iterator[Claim]:
    if value.unit == "entity":
        region, _ = counting.scope(frame, value, value.group, context, setting)
        yield _claim(frame, value, Subject((region,), -1, -1, "counted in the region the article is about", 70), bound)
        return
    alike = shared_alike(frame, value, context, setting)
    if alike:
        yield from (_claim(frame, value, one, bound) for one in alike)
        return
    subject = table_subject(frame, value, table, context, setting) or subjects.bind(frame, value, context, setting)
    if subject is None or (value.kind == "extreme" and not _extreme_stands(frame, value, subject)):
        return
    scope, group = _rank_scope(frame, value, setting) if value.kind in ("rank", "extreme") else ("", "")
    yield _claim(frame, value, subject, bound)._replace(scope=scope, group=value.group or group)


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
        yield _claim(reading.frame, value, inside, bound)
        return
    qualified = [
        count for count in counts if value in counting.all_qualifiers(reading.frame, count, reading.words, counts)
    ]
    for subject in spread(reading.frame, value, qualified, reading.words, context, setting).subjects:
        yield _claim(reading.frame, value, subject, bound)


def _count_claims(reading: Reading, value: Value, bound: Bound, context: Context, setting: Setting) -> Iterator[Claim]:
    frame = reading.frame
    same = [other for other in reading.counts if other.kind == value.kind]
    group = counting.group(frame, value, context)
    condition = counting.condition(frame, value, reading.words, same, setting)
    if not condition and value.kind == "count":
        if not (context.condition and _continues(frame, value)):
            return
        condition = context.condition
    if frame.before(value.at, "bind.member") and frame.has("count.part", value.at, value.at + 4):
        condition = OTHERS
    region, place = counting.scope(frame, value, group, context, setting)
    if value.condition:
        region = _unit_holder(frame, value, context) or region
    span = Span(frame.mentions[place].start, frame.mentions[place].end) if place >= 0 else None
    how = "" if place >= 0 else "counted in the region the article is about"
    subject = Subject((region,), *(span or (-1, -1)), how, 80 if place >= 0 else 70)
    yield _claim(frame, value, subject, bound)._replace(group=group, condition=condition, scope=region)


def _continues(frame: Frame, value: Value) -> bool:
    """ "2022 menjadi 272, 2023 414, dan kini 494": the count of the sentence before goes on."""
    return frame.before(value.at, "year.digits") or frame.before(value.at, "bind.to") or frame.before(value.at, "year")


def _unit_holder(frame: Frame, value: Value, context: Context) -> str:
    """Whose units were visited: of the provinces together, or of the one spoken of."""
    near = frame.having("group", max(0, value.at - 4), value.at + 5)
    if any(frame.mentions[place].tags["group"] in counting.NATIONAL for place in near):
        return COUNTRY
    return context.entity or context.topic


def _pending_claims(reading: Reading, context: Context, setting: Setting) -> Iterator[Claim]:
    """The words announced before a list are said of every name in it."""
    if not context.pending or not _takes_up(reading.frame):
        return
    own = {value.measure for value in reading.words}
    for value, bound in context.pending:
        if value.measure in own:
            continue
        for place in _listed(reading, value):
            subject = subjects.named(reading.frame, place, context, setting, subjects.MEANT)
            yield _claim(reading.frame, value, subject, bound._replace(strength=SENTENCE))


def _takes_up(frame: Frame) -> bool:
    """Whether a sentence goes on with the list announced before it: "Mereka ialah …", "Kedua Kota Bima …", or a row."""
    if frame.sentence.kind != "paragraph":
        return frame.sentence.kind in ("item", "row")
    if not frame.mentions or frame.mentions[0].start - frame.sentence.start > 3:
        return bool(frame.roles) and frame.sentence.end - frame.sentence.start < 60
    first = frame.mentions[0]
    ordinal = first.number is not None and first.number.form == "ordinal"
    return ordinal or "bind.opener" in first.tags or frame.sentence.end - frame.sentence.start < 60


def _listed(reading: Reading, value: Value) -> list[int]:
    if reading.frame.sentence.kind == "header":
        return []
    names = list(reading.frame.subjects())
    return names[:1] if reading.frame.sentence.kind in ("item", "row") else names


def _claim(frame: Frame, value: Value, subject: Subject, bound: Bound) -> Claim:
    here = frame.sentence.start <= value.start < frame.sentence.end
    number = frame.mentions[value.at].number if here else None
    low: Decimal | None = None
    high: Decimal | None = None
    if number is not None and isinstance(value.value, Decimal) and number.value == value.value:
        hedge = hedge_of(frame.mentions[value.at - 1].tags) if value.at and frame.close(value.at - 1, value.at) else ""
        low, high = interval(number, hedge)
    how = tuple(
        part for part in (subject.how and f"subject: {subject.how}", bound.how and f"year: {bound.how}") if part
    )
    return Claim(
        id="", kind=value.kind, pack=value.pack, measure=value.measure, start=value.start, end=value.end,
        value=value.value, subject=subject.ids[0], period=bound.period, group=value.group, of=value.of,
        of_span=value.of_span, condition=value.condition, low=low, high=high, subject_span=subjects.span(subject),
        period_span=bound.span, period_origin=bound.span or bound.origin, how=how,
        strength=min(subject.strength, bound.strength), sentence=frame.sentence.place,
        readings=_readings(subject, bound),
    )  # fmt: skip


def _readings(subject: Subject, bound: Bound) -> tuple[tuple[str, str], ...]:
    """The other readings of comparable strength: namesakes first, then years that the text leaves open."""
    namesakes = [(name, bound.period) for name in subject.ids[1:]]
    years = [(name, period) for period in bound.others for name in subject.ids]
    return (*namesakes, *years)


def _rank_scope(frame: Frame, value: Value, setting: Setting) -> tuple[str, str]:
    """Where a rank holds and in which group, as said near it: "se-Riau", "nasional", "kelompok kota"."""
    stop = min(len(frame.mentions), value.at + 7)
    for place in range(value.at + 1, stop):
        tags = frame.mentions[place].tags
        if frame.roles[place] in ("scope", "place"):
            return frame.mentions[place].ids[0], ""
        if "rank.national" in tags:
            return COUNTRY, ""
        if tags.keys() & {"comma", "stop", "semicolon", "cue.number"} or frame.roles[place] == "subject":
            break
    return "", ""


def _extreme_stands(frame: Frame, value: Value, subject: Subject) -> bool:
    """An extreme is a claim only where somebody in the sentence bears it, or a group is named for it."""
    scoped = any(
        frame.roles[place] in ("scope", "place")
        for place in range(value.at + 1, min(len(frame.mentions), value.at + 4))
    )
    among = frame.has("rank.among", value.at + 1, value.at + 3) or frame.has(
        "rank.national", value.at + 1, value.at + 3
    )
    if any(
        "cue.word" in frame.mentions[place].tags and not frame.mentions[place].tags.keys() & {"cue.number", "rank.cue"}
        for place in range(max(0, value.at - 1), value.at)
    ):
        return False
    measured = any(
        frame.mentions[place].tags.keys() & {"cue.number", "rank.cue"}
        for place in range(max(0, value.at - 2), value.at)
    )
    scored = any(
        frame.mentions[place].number is not None
        for place in range(value.at + 1, min(len(frame.mentions), value.at + 3))
    )
    measured = measured or scored
    return scoped or among or (subject.start >= 0 and (measured or subject.strength >= subjects.BESIDE))


# ------------------------------------------------------------------ after a sentence


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


def _after(reading: Reading, made: Sequence[Claim], context: Context, setting: Setting) -> Context:
    frame = reading.frame
    if frame.sentence.kind not in ("row", "item", "header"):
        context = context._replace(
            entity=_spoken_of(reading, made, context, setting), pending=_pending(reading, context, setting)
        )
    listed = tuple(dict.fromkeys(_names(reading, context, setting)))
    if listed:
        continued = (frame.sentence.kind == "paragraph" and len(listed) == 1) or len(listed) == 2
        context = context._replace(listed=(*context.listed, *listed)[-12:] if continued else listed)
    explicit = [bound for value in reading.found if (bound := reading.periods[value.at]).span is not None]
    years = marks(frame, context)
    plain = [mark for mark in years if mark.written and not mark.compared]
    if not reading.found and plain and frame.sentence.kind in ("paragraph", "item"):
        context = context._replace(spoken=plain[-1].year, spoken_span=plain[-1].span)
    if years and frame.sentence.kind == "heading" and not reading.found:
        context = context._replace(section=(years[-1].year, years[-1].span))
    if not reading.found and years and _introduces(frame):
        section = (years[-1].year, years[-1].span)
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
        context = context._replace(group=group, condition=condition, count_scope=region)
    return context


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


def _scaled_counts(reading: Reading) -> int:
    """How many counts of a sentence are of a word of a scale."""
    counts = [value for value in reading.counts if value.kind == "count"]
    return sum(1 for count in counts if counting.all_qualifiers(reading.frame, count, reading.words, counts))


def _names(reading: Reading, context: Context, setting: Setting) -> list[str]:
    frame = reading.frame
    found = []
    for place, mention in enumerate(frame.mentions):
        if frame.roles[place] == "subject":
            found.append(subjects.named(frame, place, context, setting, 0).ids[0])
        elif "entity.government" in mention.tags:
            found.append(anaphor(frame, place, context, setting))
    return [name for name in found if name]


def _pending(reading: Reading, context: Context, setting: Setting) -> tuple[tuple[Value, Bound], ...]:
    waiting: list[tuple[Value, Bound]] = []
    scaled = _scaled_counts(reading)
    real_counts = [value for value in reading.counts if value.kind == "count"]
    for value in reading.words:
        qualified = [
            count
            for count in real_counts
            if value in counting.all_qualifiers(reading.frame, count, reading.words, real_counts)
        ]
        outcome = spread(reading.frame, value, qualified, reading.words, context, setting)
        head = opens(reading.frame, value)
        if outcome.pending or head or (qualified and not outcome.subjects and scaled == 1):
            waiting.append((value, reading.periods[value.at]))
    if waiting:
        return tuple(waiting)
    return ()
