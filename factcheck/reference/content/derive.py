"""Facts that no source states but that follow from one that does, by the scale of the period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from factcheck.model import Band, Fact
from factcheck.reference.packs.info import PackInfo

BY_SCALE = "by the scale of"
"""How the note of a derived fact begins."""

Label = tuple[str, str]
"""A word measure and one of its words."""


def band_for(bands: Iterable[Band], period: str, value: Decimal) -> Band | None:
    """The step of the scale of `period` that `value` lies on; None where that scale is not known."""
    for band in bands:
        if band.first <= period <= band.last and band.low <= value <= band.high:
            return band
    return None


def word_for(bands: Iterable[Band], period: str, value: Decimal, measure: str) -> str:
    """The word of a measure that goes with `value` by the scale of `period`; empty where the scale has none."""
    band = band_for(bands, period, value)
    return dict(band.labels).get(measure, "") if band else ""


def words_by_scale(info: PackInfo, facts: Iterable[Fact], bands: tuple[Band, ...]) -> Iterator[Fact]:
    """Zone, category and the like that a row does not state but that follow from its score or words.

    A derived fact has the source and the row of what it follows from.
    """
    scaled = {measure.banded_by for measure in info.measures.values() if measure.banded_by}
    rows: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        rows[fact.row].append(fact)
    for row in rows.values():
        stated = {fact.measure for fact in row}
        ground = next((fact for fact in row if fact.measure in scaled), row[0])
        for measure, word in _implied(bands, row, ground):
            if measure not in stated:
                yield ground._replace(measure=measure, value=word, note=f"{BY_SCALE} {ground.period}")


def _implied(bands: tuple[Band, ...], row: list[Fact], ground: Fact) -> tuple[Label, ...]:
    """Pairs of measure and word that hold in every band that fits all the row says."""
    labels = {fact.measure: fact.value for fact in row if isinstance(fact.value, str)}
    fitting = [band for band in bands if band.first <= ground.period <= band.last]
    if isinstance(ground.value, Decimal):
        band = band_for(fitting, ground.period, ground.value)
        return band.labels if band else ()
    fitting = [band for band in fitting if set(labels.items()) <= set(band.labels)]
    if not fitting:
        return ()
    shared = set(fitting[0].labels).intersection(*[set(band.labels) for band in fitting])
    return tuple(label for label in fitting[0].labels if label in shared)


def counts_of_twins(counts: Iterable[Fact], bands: tuple[Band, ...]) -> Iterator[Fact]:
    """Counts of words that always go together: those with an A are those with the highest opinion."""
    twins: dict[str, Mapping[Label, list[Label]]] = {}
    for fact in counts:
        if fact.period not in twins:
            twins[fact.period] = _twins(bands, fact.period)
        measure, _, word = fact.condition.partition(":")
        for twin in twins[fact.period].get((measure, word), ()):
            yield fact._replace(condition=":".join(twin), note=f"{BY_SCALE} {fact.period}")


def _twins(bands: tuple[Band, ...], period: str) -> Mapping[Label, list[Label]]:
    """Words that stand in one and the same single band of the period."""
    seen: dict[Label, list[Band]] = defaultdict(list)
    for band in bands:
        if band.first <= period <= band.last:
            for label in band.labels:
                seen[label].append(band)
    alone = {label: found[0] for label, found in seen.items() if len(found) == 1}
    return {
        label: [other for other in band.labels if other != label and other in alone] for label, band in alone.items()
    }
