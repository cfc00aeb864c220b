"""A value, a subject and a year put together into a claim."""

from decimal import Decimal

from factcheck.language.interval import hedge_of, interval
from factcheck.model import COUNTRY, Claim, Span, Strength
from factcheck.reading.records import Bound, Subject, Told, Value
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF, Mention, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject import whose


def tell(
    frame: Frame,
    value: Value,
    subject: Subject,
    scope: str = "",
    bound: Bound | None = None,
    announced: int | None = None,
) -> Told:
    """A value as told of a subject; `announced` is the sentence it stands in where that is another."""
    here = frame.sentence.start <= value.start < frame.sentence.end
    number = frame.mentions[value.at].number if here else None
    low: Decimal | None = None
    high: Decimal | None = None
    if number is not None and isinstance(value.value, Decimal) and number.value == value.value:
        hedge = hedge_of(frame.mentions[value.at - 1].tags) if value.at and frame.close(value.at - 1, value.at) else ""
        low, high = interval(number, hedge)
    dated = (frame.sentence.place if announced is None else announced, value.at)
    return Told(frame, value, subject, low, high, scope, dated, announced is not None, bound)


def make_claim(told: Told, bound: Bound) -> Claim:
    """What is told, in its year, as a claim; the id is given later."""
    _, value, subject = told[:3]
    how = tuple(part for part in (subject.how, bound.how) if part is not None)
    return Claim(
        id="", kind=value.kind, pack=value.pack, measure=value.measure, start=value.start, end=value.end,
        value=value.value, subject=subject.ids[0], period=bound.period, group=value.group, scope=told.scope,
        of=value.of, of_span=value.of_span, condition=value.condition, low=told.low, high=told.high,
        subject_span=whose.span(subject), period_span=bound.span, period_origin=bound.span or bound.origin,
        how=how, strength=min(subject.strength, Strength.SENTENCE if told.waited else bound.strength),
        voice=told.frame.sentence.voice, sentence=told.frame.sentence.place, readings=_readings(subject, bound),
    )  # fmt: skip


def _readings(subject: Subject, bound: Bound) -> tuple[tuple[str, str], ...]:
    """The other readings of comparable strength: namesakes first, then years that the text leaves open."""
    if len(subject.ids) == 1 and not bound.others:
        return ()
    namesakes = [(name, bound.period) for name in subject.ids[1:]]
    years = [(name, period) for period in bound.others for name in subject.ids]
    return (*namesakes, *years)


def rank_scope(frame: Frame, value: Value, setting: Setting) -> tuple[str, str]:
    """Where a rank holds and in which group, as said near it: "se-Riau", "nasional", "di antara enam kota di Riau"."""
    stop = min(len(frame.mentions), value.at + 7)
    for place in range(value.at + 1, stop):
        tags = frame.mentions[place].tags
        if frame.roles[place] in ("scope", "place"):
            return frame.mentions[place].ids[0], _group_among(frame, value.at + 1, place)
        if Tag.RANK_NATIONAL in tags:
            return COUNTRY, _group_among(frame, value.at + 1, place)
        if tags.keys() & {Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.CUE_NUMBER} or frame.roles[place] == "subject":
            break
    return "", ""


def kind_told_of(frame: Frame, value: Value, subject: Subject, setting: Setting) -> str:
    """The kind of regions of whom alone somebody is told to be the highest, the subject one of them: "kabupaten yang
    nilainya tertinggi", "kota dengan nilai tertinggi", "the top regency"; empty where none is told."""
    at, stop = value.at, len(frame.mentions)
    while at and value.at - at < PHRASE and _goes_on(frame, frame.mentions[at - 1]):
        at -= 1
    near = [one for one in (at - 1, value.at + 1) if 0 <= one < stop and Tag.GROUP in frame.mentions[one].tags]
    for place in near:
        if place < at:
            gap = frame.gap(place, place + 1).split()
            led = all(word.lower() in frame.words.relative for word in gap)
        else:
            led = frame.gap(value.at, place) == " "
        group = frame.mentions[place].tags[Tag.GROUP]
        if led and len(setting.reference.kinds(group)) == 1 and setting.reference.is_of(subject.ids[0], group):
            return group
    return ""


def _goes_on(frame: Frame, mention: Mention) -> bool:
    """Whether a mention goes on with the phrase of a word for the highest: "yang", "dengan", what is measured."""
    if frame.plain[mention.start : mention.end].lower() in frame.words.relative:
        return True
    return Tag.BIND_FRONT in mention.tags or any(tag.startswith(CUE_OF) for tag in mention.tags)


def _group_among(frame: Frame, start: int, stop: int) -> str:
    """The one group among which somebody is first, between the word for it and where it holds; empty where none is."""
    groups = frame.having(Tag.GROUP, start, stop)
    among = len(groups) == 1 and frame.has(Tag.RANK_AMONG, start, groups[0])
    return frame.mentions[groups[0]].tags[Tag.GROUP] if among else ""


PHRASE = 4
"""So many mentions at most stand between the kind of regions and the word for the highest of them."""
AT_ONCE = {Tag.STATE_BEFORE, Tag.BIND_FRONT, Tag.CUE_NUMBER, Tag.YEAR, Tag.YEAR_DIGITS}
"""What may stand between a name and the word for the first or last."""


def extreme_stands(frame: Frame, value: Value, subject: Subject) -> bool:
    """An extreme is a claim only where somebody in the sentence bears it, or a group is named for it."""
    scoped = any(
        frame.roles[place] in ("scope", "place")
        for place in range(value.at + 1, min(len(frame.mentions), value.at + 4))
    )
    among = frame.has_any((Tag.RANK_AMONG, Tag.RANK_NATIONAL), value.at + 1, value.at + 3)
    if any(
        Tag.CUE_WORD in frame.mentions[place].tags
        and not frame.mentions[place].tags.keys() & {Tag.CUE_NUMBER, Tag.RANK_CUE}
        for place in range(max(0, value.at - 1), value.at)
    ):
        return False
    measured = any(
        frame.mentions[place].tags.keys() & {Tag.CUE_NUMBER, Tag.RANK_CUE}
        for place in range(max(0, value.at - 2), value.at)
    )
    measured = measured or (
        value.at + 1 < len(frame.mentions)
        and Tag.CUE_NUMBER in frame.mentions[value.at + 1].tags
        and frame.close(value.at, value.at + 1)
    )  # "the highest score"
    scored = any(
        frame.mentions[place].number is not None
        for place in range(value.at + 1, min(len(frame.mentions), value.at + 3))
    )
    measured = measured or scored or _said_at_once(frame, value, subject)
    return scoped or among or (subject.start >= 0 and (measured or subject.strength >= Strength.BESIDE))


def _said_at_once(frame: Frame, value: Value, subject: Subject) -> bool:
    """ "Kota Bima dengan 82,11 sudah yang tertinggi": whether nothing but a figure and what leads to the word stands
    between a name and it."""
    name = frame.subject_at(Span(subject.start, subject.end)) if subject.start >= 0 else -1
    between = frame.mentions[name + 1 : value.at] if 0 <= name < value.at else ()
    led = bool(between) and frame.before(value.at, Tag.STATE_BEFORE, 1)
    joined = all(frame.close(at, at + 1, 1) for at in range(max(0, name), value.at))
    return led and joined and all(one.number is not None or one.tags.keys() & AT_ONCE for one in between)
