"""A year beside which a rate stands that nearly all had in the year next to it, and hardly anybody in that one.

"Iuran 2024 naik 6,5 persen di semua provinsi": no subject need be known for it, where all rose by as much in 2025.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.case import Case, frame_at
from factcheck.language.figures import PERCENT, Number
from factcheck.model import COUNTRY, Claim, Span
from factcheck.reading.period.year_marks import AHEAD, Mark, year_marks
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Mention, Tag
from factcheck.reference.ask.reference import Reference

RATE = "increase"
KINDS = ("paragraph", "title", "heading", "caption")
FEW = 10
"""So many that are known of a year tell what nearly all had in it."""
FAR = 1
"""So many words that nobody knows may stand between two of those that lead to a year."""
LED = {
    Tag.YEAR, Tag.BIND_HOLDER_AFTER, Tag.OPEN, Tag.CLOSE, Tag.GROUP, Tag.ENTITY, Tag.ENTITY_PLACES, Tag.BIND_AND,
}  # fmt: skip
"""What may stand between the word for what is paid and its year."""
MEANT = (
    Tag.MOOD_IRREALIS, Tag.MOOD_PLANNED, Tag.MOOD_DEMANDED, Tag.MOOD_FORESEEN, Tag.MOOD_RECKONED, Tag.MOOD_REFUTED,
    Tag.MOOD_CONDITIONAL, Tag.MOOD_CORRECTED, Tag.MOOD_PAST, Tag.BIND_SINCE, Tag.YEAR_ANCHORED,
)  # fmt: skip
"""With one of these a sentence tells of more than what is so."""


def of_shared_rates(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year of a sentence, or of the one before, with the rate that nearly all had in the year beside it."""
    rates = [one for one in case.numbers if one.unit == PERCENT and one.quantum < 1]
    for pack, measure in _rates_of(case) if rates else ():
        for number in rates:
            frame = frame_at(case, number.start)
            mark = _year_of(case, frame)
            right = _right(case, pack, measure, number, mark.year) if mark is not None else ""
            if mark is not None and right and not _is_own(case, frame, pack, measure, number, mark.year, right):
                told = next(iter(case.claims.over(*number.figure)), None)
                yield mark.span, (_told(number, frame, pack, measure, told)._replace(period=right),)


def _rates_of(case: Case) -> Iterator[tuple[str, str]]:
    """The measures of open packs that say by how much another measure of theirs rose."""
    setting = case.article.setting
    for name, pack in setting.packs.items() if setting is not None else ():
        yield from ((name, key) for key, measure in pack.measures.items() if measure.kind == RATE)


def _year_of(case: Case, frame: Frame) -> Mark | None:
    """The only year of the sentence of a rate, else of the one before it in its paragraph, beside the word for what
    rose; None where the sentence tells another rate, or what is meant, feared or compared."""
    rates = [at for at in frame.having(FIGURES) if _is_rate(frame, at)]
    if frame.sentence.kind not in KINDS or len(rates) > 1 or frame.has_any(MEANT):
        return None
    place = frame.sentence.place
    before = case.frames[place - 1] if place else frame
    led = before.sentence.block == frame.sentence.block and not before.has_any(MEANT)
    dated = frame if frame.has(Tag.YEAR_DIGITS) or not led else before
    if dated is not frame and any(_is_rate(before, at) for at in before.having(FIGURES)):
        return None
    marks = year_marks(dated)
    if len(marks) != 1 or marks[0].led:
        return None
    return marks[0] if _is_of_paid(dated, marks[0].at) else None


def _is_rate(frame: Frame, at: int) -> bool:
    number = frame.mentions[at].number
    return number is not None and number.unit == PERCENT


def _is_of_paid(frame: Frame, at: int) -> bool:
    """ "Iuran di Jambi untuk tahun 2025", "the 2025 fee": whether a word for what is paid leads to a year, and nothing
    but whose it is between, or follows on it; in a title the rate too ("Iuran Naik 6,5 Persen Tahun 2025")."""
    if any(_is_paid(one) for one in frame.mentions[at + 1 : at + 2]) and frame.close(at, at + 1):
        return True
    place = at - 1
    while place >= 0 and frame.close(place, place + 1, FAR) and frame.mentions[place].tags.keys() & LED:
        place -= 1
    if place < 0 or not frame.close(place, place + 1, FAR):
        return False
    return _is_paid(frame.mentions[place]) or (frame.sentence.kind == "title" and _is_rate(frame, place))


def _is_paid(mention: Mention) -> bool:
    tags = mention.tags
    cued = Tag.CUE_NUMBER in tags and Tag.CHANGE not in tags and Tag.STATE_BEFORE not in tags
    return Tag.SUBJECT in tags or (cued and f"{CUE_OF}{RATE}" not in tags)


def _right(case: Case, pack: str, measure: str, number: Number, year: str) -> str:
    """The year next to one in which nearly all had a rate that hardly anybody had in that; empty where none is."""
    if not year.isdigit():
        return ""
    known, share = _share(case.reference, pack, measure, year, number.value, number.quantum)
    if known < FEW or 10 * share > known:
        return ""
    day = case.document.published
    beside = [int(year) + step for step in (1, -1)]
    for other in (str(one) for one in beside if day is None or one <= day.year + AHEAD):
        known, share = _share(case.reference, pack, measure, other, number.value, number.quantum)
        if share >= FEW and 5 * share >= 3 * known:
            return other
    return ""


@lru_cache(maxsize=64)
def _share(
    reference: Reference, pack: str, measure: str, year: str, value: Decimal, quantum: Decimal
) -> tuple[int, int]:
    """How many are known of a year, and how many of those had a rate as it is printed."""
    values: dict[str, bool] = {}
    for fact in reference.facts_of(measure, year, pack):
        if isinstance(fact.value, Decimal):
            values[fact.entity] = abs(fact.value - value) * 2 <= quantum
    return len(values), sum(values.values())


def _is_own(case: Case, frame: Frame, pack: str, measure: str, number: Number, year: str, right: str) -> bool:
    """Whether a rate is right as written of somebody told of, or of none of them in the year that it may be of; or
    something else is read there."""
    told = list(case.claims.over(*number.figure))
    if any(one.kind != RATE or (case.answer(one).verdict == "supported" and one.period == year) for one in told):
        return True
    beside = (one for one in case.claims.inside(frame.sentence.place) if (one.pack, one.period) == (pack, year))
    if any(isinstance(one.value, Decimal) and case.answer(one).verdict == "supported" for one in beside):
        return True  # "Iuran 2024 sebesar Rp2.813.672 dikalikan kenaikan 6,5 persen"
    named = {*(one.subject for one in told), *(frame.mentions[at].ids[0] for at in frame.subjects())} - {COUNTRY, ""}
    return any(
        _had(case, measure, one, year, pack, number) or _had(case, measure, one, right, pack, number) is False
        for one in named
    )


def _had(case: Case, measure: str, entity: str, year: str, pack: str, number: Number) -> bool | None:
    """Whether somebody had a rate as it is printed in a year; None where nobody knows."""
    values = [one.value for one in case.reference.facts(measure, entity, year, pack) if isinstance(one.value, Decimal)]
    return any(2 * abs(one - number.value) <= number.quantum for one in values) if values else None


def _told(number: Number, frame: Frame, pack: str, measure: str, told: Claim | None) -> Claim:
    """What a rate says: as it was read, or of the country."""
    bare = Claim("", RATE, pack, measure, *number.figure, number.value, COUNTRY, sentence=frame.sentence.place)
    return told._replace(pack=pack, measure=measure) if told is not None else bare
