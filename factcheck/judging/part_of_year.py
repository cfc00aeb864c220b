"""What is counted in a part of a year only: "Januari sampai Juni 2024 ada 279 kasus", "hingga 12 Februari 2024"."""

from __future__ import annotations

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case, frame_of
from factcheck.model import Claim
from factcheck.reading.scan.mentions import Tag

_WORD = compiled(r"[\w.]+")
DAY = 2
"""The digits of a day of the month."""


def is_of_part_of_year(case: Case, claim: Claim) -> bool:
    """Whether a number of a measure that is counted, and told of whole years, stands behind a month, or a day up to
    which it was counted, or in a sentence about a quarter: what was counted till then is not that of the year."""
    measures = next((info.measures for info in case.reference.packs if info.name == claim.pack), {})
    measure = measures.get(claim.measure)
    frame = frame_of(case, claim)
    if frame is None or measure is None or not measure.counted_in or measure.decimals:
        return False
    facts = case.reference.facts(claim.measure, claim.subject, "", claim.pack)
    if not all(fact.period.isdigit() for fact in facts):
        return False
    words = _WORD.findall(frame.plain[frame.sentence.start : claim.start].lower())
    months, until = frame.language.dates.months, frame.language.words.rank.range
    if frame.has(Tag.YEAR_PART):
        return True
    return any(
        word in months and (not _is_day(words, at) or words[at - DAY : at - 1] in [[one] for one in until])
        for at, word in enumerate(words)
    )


def _is_day(words: list[str], month: int) -> bool:
    """Whether a day of the month stands in front of it."""
    day = words[month - 1] if month else ""
    return day.isdigit() and len(day) <= DAY
