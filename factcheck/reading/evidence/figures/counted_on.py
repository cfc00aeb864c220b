"""Numbers that go on with those of one measure by its unit alone: "Jawa Barat berpenduduk 50.489.208 jiwa. Sesudahnya
Jawa Timur dengan 41.714.928 jiwa"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.language.figures import Number
from factcheck.language.interval import interval
from factcheck.model import Claim, How, Span, Strength
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reading.values.scores import is_size_of_change, own_units

THOUSAND = 1000
"""Fewer may count anybody."""
REACH = 3
"""So many sentences back the measure may be told."""
_NOUN = compiled(r"[ \u00a0]([^\W\d_]+)")


def counted_on(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of numbers behind a name that nothing reads, of a measure told not far in front of them,
    whose unit stands behind them, with no word more that says who else is counted."""
    models = sorted((one for one in claims if _is_model(one, setting)), key=lambda one: one.start)
    if not models:
        return list(claims)
    starts, read = [one.start for one in models], {one.start for one in claims}
    found = list(claims)
    for frame in with_tag(frames, UNITS):
        for at, number in _unread(frame, read):
            before = models[bisect_left(starts, number.start) - 1] if starts[0] < number.start else None
            near = before is not None and frame.sentence.place - before.sentence <= REACH
            if before is not None and near and f"{before.pack}/{before.measure}" in own_units(frame, at, setting):
                found += _made(frame, at, number, before)
    return found


def _is_model(claim: Claim, setting: Setting) -> bool:
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack is not None else None
    counted = measure is not None and bool(measure.counted_in) and claim.kind == measure.kind
    return counted and isinstance(claim.value, Decimal)


def _unread(frame: Frame, read: set[int]) -> Iterator[tuple[int, Number]]:
    """The whole numbers of thousands of a sentence that nothing reads and that tell a state."""
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        if number is None or number.start in read or number.unit or number.value < THOUSAND:
            continue
        if frame.before(at, Tag.MAGNITUDE_BEFORE, 1) or is_size_of_change(frame, at) or irrealis(frame, at):
            continue
        if not demanded(frame, at) and _ends_phrase(frame, at):
            yield at, number


def _ends_phrase(frame: Frame, at: int) -> bool:
    """Whether no word that nobody knows stands behind the unit of a number: "41.200 jiwa mengungsi"."""
    end = frame.mentions[min(at + 1, len(frame.mentions) - 1)].end
    noun = _NOUN.match(frame.plain, end, frame.sentence.end)
    return noun is None or noun[1] in frame.language.about.common


def _made(frame: Frame, at: int, number: Number, model: Claim) -> Iterator[Claim]:
    named = [(place, ids) for place, ids in frame.bearers if place < at]
    if not named or frame.has(FIGURES, named[-1][0], at) or frame.has_any((Tag.YEAR, Tag.YEAR_DIGITS)):
        return  # of a year of its own: "Hingga Februari 2024 Jawa Barat mencatat 4.637 kasus"
    place, ids = named[-1]
    low, high = interval(number, "")
    yield Claim(
        "", model.kind, model.pack, model.measure, *number.figure, number.value,
        subject=ids[0], period=model.period, low=low, high=high,
        subject_span=Span(frame.mentions[place].start, frame.mentions[place].end), how=(How.YEAR_OF_SENTENCE_BEFORE,),
        strength=Strength.CARRIED, voice=frame.sentence.voice, sentence=frame.sentence.place,
    )  # fmt: skip
