"""Figures of a measure of which an article goes by another source than the packs: "Kabupaten Pelalawan luasnya 13.409
km²", "Kabupaten Bogor 5.664.537 jiwa". They are told with the unit and the word of a measure, of a region, and nothing
else reads them; so they are claims, and nothing is held against them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT, Number
from factcheck.language.interval import interval
from factcheck.model import Claim, How, Span, Strength
from factcheck.reading.evidence.figures.measure_elsewhere import cued_measures, ends_phrase, measure_elsewhere
from factcheck.reading.evidence.figures.owner_elsewhere import BACK, HEADS, Told, owner_elsewhere
from factcheck.reading.evidence.figures.shares_elsewhere import numbers_beside_rates, shares_elsewhere
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.scan.told_elsewhere import measures_from_elsewhere
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reading.values.scores import is_size_of_change
from factcheck.reference.packs.info import Measure

THOUSAND = 1000
"""Fewer may count anybody; an area is told in fewer with decimals."""


def from_elsewhere(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, years: tuple[str, str]
) -> list[Claim]:
    """The claims of figures that no claim reads; `years` are the one that the article is about, and that of its
    publication: areas stay."""
    measures = measures_from_elsewhere(setting.reference.packs)
    rated = {
        pack.name for pack in setting.reference.packs if any(one.unit == PERCENT for one in pack.measures.values())
    }
    read = {claim.start for claim in claims}
    found: list[Claim] = []
    told = Told(_headed(frames, measures))
    known = [claim for claim in claims if f"{claim.pack}/{claim.measure}" in measures]
    by_place = {claim.sentence: claim for claim in known}
    for frame in with_tag(frames, UNITS):
        place = frame.sentence.place
        earlier = next((by_place[one] for one in range(place, place - BACK - 1, -1) if one in by_place), None)
        if earlier is not None and earlier.sentence > told.sentence:
            told = Told(f"{earlier.pack}/{earlier.measure}", earlier.subject, earlier.sentence)
        for at, number in _unread(frame, read):
            measure = measure_elsewhere(frame, at, measures, told)
            if measure.split("/")[0] in rated and frame.has(Tag.COUNT_PEOPLE):  # "penduduk miskin perkotaan"
                continue
            subject, span = owner_elsewhere(frame, at, frames, told, setting) if measure else ("", None)
            if subject:
                told = Told(measure, subject, place)
                found.append(
                    _made(frame, at, number, measures[measure], (subject, span), years[not measures[measure].reported])
                )
    if any(frame.sentence.kind == "header" for frame in frames):
        from factcheck.reading.evidence.figures.columns_elsewhere import columns_elsewhere

        found += columns_elsewhere(frames, read, measures, setting, years)
    wholes = [*found, *(claim for claim in known if claim.kind == claim.measure)]
    found += shares_elsewhere(wholes, frames, read | {claim.start for claim in found})
    rates = {
        f"{pack.name}/{name}"
        for pack in setting.packs.values()
        for name, measure in pack.measures.items()
        if measure.unit == PERCENT and measure.reported
    }
    return [*found, *numbers_beside_rates(claims, frames, read | {claim.start for claim in found}, rates)]


def _headed(frames: Sequence[Frame], measures: Mapping[str, Measure]) -> str:
    """The measure that the headline names."""
    for frame in frames[:2]:
        if frame.sentence.kind in HEADS:
            cues = [one for at in frame.having(Tag.CUE_NUMBER) for one in cued_measures(frame, at, measures)]
            if cues:
                return cues[0]
    return ""


def _unread(frame: Frame, read: set[int]) -> Iterator[tuple[int, Number]]:
    """The figures of a sentence that nothing reads and that tell a state, with a unit behind them."""
    if frame.sentence.voice == "boilerplate":
        return
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        if number is None or number.figure.start in read or number.unit or number.form != "digits":
            continue
        if Tag.YEAR_DIGITS in frame.mentions[at].tags:
            continue
        if number.value < THOUSAND and number.quantum >= 1:
            continue
        if not frame.has_any((UNITS, Tag.CUE_NUMBER), at + 1, at + 2) or not frame.close(at, at + 1):
            continue
        if is_size_of_change(frame, at) or irrealis(frame, at) or demanded(frame, at):
            continue
        if not frame.before(at, Tag.MAGNITUDE_BEFORE, 1) and ends_phrase(frame, at):
            yield at, number


def _made(frame: Frame, at: int, number: Number, measure: Measure, owner: tuple[str, Span | None], year: str) -> Claim:
    subject, span = owner
    written = frame.having(Tag.YEAR_DIGITS, 0, at) or frame.having(Tag.YEAR_DIGITS)
    dated = frame.mentions[written[-1]] if written else None
    how = (*(() if span else (How.SUBJECT_OF_SENTENCE_BEFORE,)), *(() if dated else (How.YEAR_OF_ARTICLE,)))
    low, high = interval(number, "")
    value = number.value if isinstance(number.value, Decimal) else Decimal(number.value)
    return Claim(
        "", measure.reported or measure.kind, "", "", *number.figure, value, subject=subject,
        period=dated.tags[Tag.YEAR_DIGITS] if dated is not None else year,
        low=low, high=high, subject_span=span, period_span=Span(dated.start, dated.end) if dated is not None else None,
        how=how, strength=Strength.CARRIED, voice=frame.sentence.voice,
    )  # fmt: skip
