"""Figures that are told of one month and are known of another: "Februari 2023 yang masih 5,86 persen"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import alternation, fold
from factcheck.language.language import Language
from factcheck.model import COUNTRY, Claim, Fact, Span, number_of
from factcheck.reading.evidence.explained.printed import stands_for
from factcheck.reading.evidence.rates.of_part import is_of_part
from factcheck.reading.period.year_marks import is_next_to
from factcheck.reading.scan.frame import FIGURES, JOINS, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple

WORDS = 4
"""Words between a month and its figure."""
APART = 60
"""So many code points at most stand between a month and its figure."""
DECIMALS = Decimal("0.01")
"""A rate that is printed so finely is hardly another month's by chance."""
LONG = 1000
"""So much, counted in steps of the last digit printed, is hardly counted so in two months."""
NEARBY = 8
"""So many sentences of a paragraph are looked through for what is spoken of."""
MONTHLY = 7
"""Letters of a period that is a month."""


class MonthSlip(NamedTuple):
    """A figure under a month as written: where that stands, what the figure is of, and what the month really has; None
    where nothing was measured in it."""

    month: Span
    number: Number
    right: Fact
    there: Fact | None


def month_slips(case: Case) -> Iterator[MonthSlip]:
    """The months of a draft whose rate is that of another month, and of nobody named in the month as written."""
    setting = case.article.setting
    measures = [] if setting is None else _monthly(case, setting.packs)
    if not measures:
        return
    named = {name for frame in case.frames for _, ids in frame.bearers for name in ids} | {COUNTRY}
    for frame in case.frames:
        for month, period, number in _told(case, frame):
            told = [one for one in measures if _is_spoken_of(case, one, _last_of_rates(case, frame, measures))]
            found = [slip for one in told for slip in _slips(case, one, (month, period, number), frame, named)]
            if len({(slip.right.entity, slip.right.period) for slip in found}) == 1:
                yield found[0]


def _monthly(case: Case, packs: Container[str]) -> list[tuple[str, Measure]]:
    """The rates and counts of the open packs that are of months."""
    known = [(pack.name, one) for pack in case.reference.packs if pack.name in packs for one in pack.measures.values()]
    return [
        (pack, one)
        for pack, one in known
        if any(len(fact.period) == MONTHLY for fact in case.reference.facts(one.name, COUNTRY, "", pack))
    ]


def _told(case: Case, frame: Frame) -> Iterator[tuple[Span, str, Number]]:
    """The months with their year in a sentence that have a rate right behind them, or right in front."""
    start = frame.sentence.start
    low = fold(frame.plain[start : frame.sentence.end])
    months, states = case.language.dates.months, frozenset(case.language.dates.states)
    for match in _month(case.language).finditer(low):
        lead = low[: match.start()].split()[-2:]
        if (lead and lead[0] in months) or _is_of_span(low[match.end() :], case.language):
            continue  # "Maret dan September 2024 masing-masing …"
        span = Span(start + match.start(), start + match.end())
        number = _behind(case, frame, span, low, states) or _before(case, frame, span, low, states)
        if number is not None and _is_telling(number):
            yield span, f"{match['year']}-{months[match['month']]:02d}", number


def _is_of_span(behind: str, language: Language) -> bool:
    """ "18,38; 16,39; 15,62 persen pada Maret 2021 sampai 2023": whether another month or year follows a month that
    what is told reaches to."""
    words = behind.split(None, 2)[:2]
    if len(words) < 2 or words[0] not in language.dates.until:
        return False
    return words[1] in language.dates.months or words[1].rstrip(".,;:)").isdigit()


def _is_telling(number: Number) -> bool:
    """Whether a rate has two decimals, or a count four digits."""
    if number.unit == PERCENT:
        return number.quantum <= DECIMALS
    return number.unit == "" and number.form == "digits" and number.value / number.quantum >= LONG


def _behind(case: Case, frame: Frame, month: Span, low: str, states: frozenset[str]) -> Number | None:
    """The figure that follows a month: "Agustus 2022 yang masih 5,86 persen", "2022, yang …", "2022 (5,86 persen)"."""
    at = bisect_left(case.numbers, month.end, key=lambda one: one.start)
    if at == len(case.numbers) or case.numbers[at].start >= frame.sentence.end:
        return None
    number = case.numbers[at]
    gap = low[month.end - frame.sentence.start : number.start - frame.sentence.start]
    words = gap.split()
    if words[1:2] and words[0] == "," and words[1] in frame.language.words.text.relative:
        gap, words = gap[1:], words[1:]
    fits = gap[:1] == " " and len(words) <= WORDS and (words == ["("] or states.issuperset(words))
    named = not fits and not _is_dated_behind(case, frame, number, low) and _is_only_named(case, frame, month, number)
    return number if fits or named else None


def _is_dated_behind(case: Case, frame: Frame, number: Number, low: str) -> bool:
    """ "March 2021, 187,350 in September 2022": whether a month stands behind a figure, no other figure between."""
    at = bisect_left(case.numbers, number.end, key=lambda one: one.start)
    end = case.numbers[at].start if at < len(case.numbers) else frame.sentence.end
    behind = low[number.end - frame.sentence.start : end - frame.sentence.start]
    return not set(behind.split()).isdisjoint(case.language.dates.months)


def _is_only_named(case: Case, frame: Frame, month: Span, number: Number) -> bool:
    """ "Maret 2022 Bali 4,57 persen", "Agustus 2022, angkanya 6,80 persen": whether between a month and a figure
    nothing stands but a comma, who it is of, what is measured and that it was so."""
    start, end = month.end, number.start
    if end - start > APART:
        return False
    setting = case.article.setting
    cues = {f"{CUE_OF}{rate.name}" for _, rate in _monthly(case, setting.packs)} if setting is not None else set()
    rest, at = [], start
    for one in frame.mentions:
        if start <= one.start and one.end <= end and (one.ids or cues & one.tags.keys()):
            rest.append(frame.plain[at : one.start])
            at = one.end
    words = fold(" ".join([*rest, frame.plain[at:end]])).replace(",", " ").split()
    said = bool(words) or at > start
    return said and len(words) <= WORDS and set(words) <= set(case.language.dates.states)


def _before(case: Case, frame: Frame, month: Span, low: str, states: frozenset[str]) -> Number | None:
    """The figure right in front of a month: "5,86 persen pada Agustus 2022"."""
    at = bisect_left(case.numbers, month.start, key=lambda one: one.start) - 1
    if at < 0 or case.numbers[at].start < frame.sentence.start:
        return None
    words = low[case.numbers[at].end - frame.sentence.start : month.start - frame.sentence.start].split()
    if _ends_run(frame, case.numbers[at]):
        return None
    return case.numbers[at] if len(words) <= 1 and states.issuperset(words) else None


def _ends_run(frame: Frame, number: Number) -> bool:
    """ "38,66; 39,01; 37,29 persen pada Maret 2023, Maret 2024, dan Maret 2025": whether another figure stands right in
    front of one, so that the months behind are those of all in their turn."""
    at = next((at for at in frame.having(FIGURES) if frame.mentions[at].start >= number.start), 0) - 1
    joined = at
    while at >= 0 and frame.mentions[at].tags.keys() & JOINS:
        at -= 1
    before = frame.mentions[at].number if 0 <= at < joined else None
    return before is not None and before.quantum < 1


@cache
def _month(language: Language) -> re.Pattern[str]:
    return compiled(rf"(?<![a-z0-9])(?P<month>{alternation(language.dates.months)}) (?P<year>20[0-9]{{2}})(?![0-9])")


def _last_of_rates(case: Case, frame: Frame, rates: Sequence[tuple[str, Measure]]) -> Frame | None:
    """The sentence that speaks of a rate last: a given one, the one in front of it, or another of its paragraph."""
    place = frame.sentence.place
    for at in range(place, max(-1, place - NEARBY), -1):
        before = case.frames[at]
        if place - at > 1 and before.sentence.block != frame.sentence.block:
            return None
        if any(_is_spoken_of(case, rate, before) for rate in rates):
            return before
    return None


def _is_spoken_of(case: Case, rate: tuple[str, Measure], frame: Frame | None) -> bool:
    """Whether a sentence speaks of a rate, by its name or by what it was."""
    if frame is None:
        return False
    told = case.claims.inside(frame.sentence.place)
    return f"{CUE_OF}{rate[1].name}" in frame.tagged or any(claim.measure == rate[1].name for claim in told)


def _is_of_venue(frame: Frame, number: Number) -> bool:
    """ "di Pulau Jawa turun dari 9,03 persen": whether a sentence leads in front of a figure to where something lies
    that is no region, as an island."""
    venues = frame.having(Tag.ENTITY_VENUES, 1)
    return any(frame.before(at, Tag.ENTITY_PLACES) and frame.mentions[at].end < number.start for at in venues)


def _is_of(claim: Claim, number: Number) -> bool:
    """Whether a claim was read of a region's figure, so that it is known whose it is though nobody is named there."""
    return claim.start == number.start and claim.subject not in ("", COUNTRY)


def _slips(
    case: Case, rate: tuple[str, Measure], told: tuple[Span, str, Number], frame: Frame, named: set[str]
) -> Iterator[MonthSlip]:
    pack, measure = rate
    month, period, number = told
    if is_of_part(frame, number.start, measure.name) or (measure.unit == PERCENT) != (number.unit == PERCENT):
        return
    known = {name: case.reference.facts(measure.name, name, "", pack) for name in sorted(named)}
    if any(fact.period == period and stands_for(number, number_of(fact)) for facts in known.values() for fact in facts):
        return
    own, carried = _whose(case, frame, number, measure.name)
    for name in sorted(own & known.keys()):
        there = next((fact for fact in known[name] if fact.period == period), None)
        other = [fact for fact in known[name] if len(fact.period) == MONTHLY and stands_for(number, number_of(fact))]
        beside = [fact for fact in other if _is_of_year_beside(fact.period, period)]
        other = other if there is not None and not carried else beside
        if other:
            yield MonthSlip(month, number, other[0], there)


def _is_of_year_beside(period: str, written: str) -> bool:
    """Whether two months are the same one of a year and of the next."""
    return period[4:] == written[4:] and is_next_to(period[:4], written[:4])


def _whose(case: Case, frame: Frame, number: Number, measure: str) -> tuple[set[str], bool]:
    """Whose a figure may be, and whether that is told in a sentence before: a region's of its own, whose it was read
    for, the country's, or that of the regions named last, unless what was read behind them is the country's."""
    regions = _regions(case, frame)
    regions = regions or {claim.subject for claim in case.claims.inside(frame.sentence.place) if _is_of(claim, number)}
    if regions:
        return regions, False
    country = set() if _is_of_venue(frame, number) else {COUNTRY}
    near = case.frames[max(0, frame.sentence.place - NEARBY) : frame.sentence.place + 1]
    last = next((one for one in reversed(near) if _regions(case, one) or _is_of_country(case, one, measure)), None)
    named = _regions(case, last) if last is not None else set()
    return country | named, bool(named)


def _is_of_country(case: Case, frame: Frame, measure: str) -> bool:
    """ "Secara nasional angkanya 5,32 persen": whether a sentence names no region, and a figure in it was read of the
    country."""
    told = case.claims.inside(frame.sentence.place)
    return any(claim.subject == COUNTRY and claim.measure == measure for claim in told)


def _regions(case: Case, frame: Frame) -> set[str]:
    return {name for _, ids in frame.bearers for name in ids if case.reference.level_of(name)}
