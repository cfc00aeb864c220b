"""Facts that no source states but that follow from one that does, by the scale of the period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from factcheck.model import Band, Fact
from factcheck.reference.descriptor import PackInfo


def band_for(bands: Iterable[Band], period: str, value: Decimal) -> Band | None:
    """The step of the scale of `period` that `value` lies on; None where that scale is not known."""
    for band in bands:
        if band.first <= period <= band.last and band.low <= value <= band.high:
            return band
    return None


def words_from_numbers(info: PackInfo, facts: Iterable[Fact], bands: tuple[Band, ...]) -> Iterator[Fact]:
    """Zone, category and the like for each score whose row is silent on them, with its source."""
    stated = {(fact.row, fact.measure) for fact in facts}
    scaled = {measure.banded_by for measure in info.measures.values() if measure.banded_by}
    for fact in facts:
        if fact.measure in scaled and isinstance(fact.value, Decimal):
            band = band_for(bands, fact.period, fact.value)
            for measure, word in band.labels if band else ():
                if (fact.row, measure) not in stated:
                    yield fact._replace(measure=measure, value=word, note=f"by the scale of {fact.period}")


def counts_of_twins(counts: Iterable[Fact], bands: tuple[Band, ...]) -> Iterator[Fact]:
    """Counts of words that always go together: those with an A are those with the highest opinion."""
    for fact in counts:
        measure, _, word = fact.condition.partition(":")
        for twin in _twins(bands, fact.period).get((measure, word), ()):
            yield fact._replace(condition=":".join(twin), note=f"by the scale of {fact.period}")


def _twins(bands: tuple[Band, ...], period: str) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Words that stand in one and the same single band of the period."""
    seen: dict[tuple[str, str], list[Band]] = defaultdict(list)
    for band in bands:
        if band.first <= period <= band.last:
            for label in band.labels:
                seen[label].append(band)
    alone = {label: found[0] for label, found in seen.items() if len(found) == 1}
    return {
        label: [other for other in band.labels if other != label and other in alone]
        for label, band in alone.items()
    }
