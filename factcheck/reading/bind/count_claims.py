"""Counts and shares into claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from factcheck.cache.once import once
from factcheck.model import COUNTRY, TOLD, How, Span, Strength
from factcheck.reading.bind.tell import tell
from factcheck.reading.group import counted
from factcheck.reading.records import Bound, Context, Reading, Subject, Told, Value
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

OTHERS = "others"
"""The condition of "bersama 8 provinsi lainnya": how many more there are, which no table counts."""


def count_claims(
    reading: Reading, value: Value, bound: Bound | None, context: Context, setting: Setting
) -> Iterator[Told]:
    """A count or share as told, where the clause or the sentence before says what is counted."""
    frame = reading.frame
    same = _by_kind(reading)[value.kind]
    group = counted.group(frame, value, context, setting)
    condition = counted.condition(frame, value, reading.words, same, setting)
    if _restated(reading, context) and not _assessed_itself(frame, value):
        condition = context.condition
    if not condition and value.kind == "count":
        if context.condition and _continues(frame, value):
            condition = context.condition
        elif _is_told_of(frame, value, setting):
            condition = TOLD
        else:
            return
    if frame.before(value.at, Tag.BIND_MEMBER) and frame.has(Tag.COUNT_PART, value.at, value.at + 4):
        condition = OTHERS
    region, place = counted.scope(frame, value, group, context, setting)
    if condition == TOLD and place < 0:
        from factcheck.reading.group.told_groups import lies_in

        region, place = lies_in(frame, value, setting) or (region, place)
    if value.condition:
        region = _unit_holder(frame, value, context, setting) or region
    span = Span(frame.mentions[place].start, frame.mentions[place].end) if place >= 0 else None
    how = None if place >= 0 else How.COUNTED_IN_REGION
    subject = Subject((region,), *(span or (-1, -1)), how, Strength.SENTENCE if place >= 0 else Strength.CARRIED)
    yield tell(frame, value._replace(group=group, condition=condition), subject, region, bound)


def _is_told_of(frame: Frame, value: Value, setting: Setting) -> bool:
    if not value.group:
        return False
    from factcheck.reading.group.told_groups import told_of

    return told_of(frame, value, setting)


@once
def _by_kind(reading: Reading) -> Mapping[str, list[Value]]:
    """The counts of a sentence, and its shares."""
    found: dict[str, list[Value]] = defaultdict(list)
    for value in reading.counts:
        found[value.kind].append(value)
    return found


def _restated(reading: Reading, context: Context) -> bool:
    """ "The 494 institutions include 22 ministries …": the count of the sentence before, with its parts."""
    first = reading.counts[0]
    return not reading.words and str(first.value) == context.counted and bool(first.group and context.condition)


def _assessed_itself(frame: Frame, value: Value) -> bool:
    return frame.before(value.at, Tag.RANK_AMONG, 1) or frame.after(value.at, Tag.COUNT_ASSESSED, 1)


def _continues(frame: Frame, value: Value) -> bool:
    """ "2022 menjadi 272, 2023 414, dan kini 494": the count of the sentence before goes on."""
    return (
        frame.before(value.at, Tag.YEAR_DIGITS)
        or frame.before(value.at, Tag.BIND_TO)
        or frame.before(value.at, Tag.YEAR)
    )


def _unit_holder(frame: Frame, value: Value, context: Context, setting: Setting) -> str:
    """Whose units were visited: of the provinces together, or of the one spoken of."""
    near = frame.having(Tag.GROUP, max(0, value.at - 4), value.at + 5)
    if any(_is_slashed(frame, place) for place in near):  # "16 kab/kota/provinsi, meliputi 137 unit layanan"
        return ""
    groups = {frame.mentions[place].tags[Tag.GROUP] for place in near}
    if any(counted.is_national(setting.reference.whole, group) for group in groups):
        return COUNTRY
    return context.entity or context.topic


def _is_slashed(frame: Frame, group: int) -> bool:
    """Whether a word for a kind of region is one of several that slashes join behind a number."""
    before = frame.mentions[group - 1].tags if group else {}
    return Tag.GROUP in before and frame.gap(group - 1, group) == "/" and frame.before(group - 1, Tag.NUMBER)
