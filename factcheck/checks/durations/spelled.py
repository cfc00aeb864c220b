"""A duration as its article would write it: "tiga jam 15 menit"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from factcheck.checks.durations.hours import Missed
from factcheck.judging.case import Case
from factcheck.language.fold import fold
from factcheck.language.number_words import in_words_like


def spelled(case: Case, missed: Missed, sizes: Mapping[str, int]) -> str:
    """What the stretch beside a duration spans, in the units of the two."""
    span = missed.told.span
    written = case.document.text[slice(*span)]
    low = fold(case.document.plain)[slice(*span)]
    large = max(sizes[word] for word in sizes if word in low)
    base = large if large > 1 else max(sizes.values())
    many, rest = divmod(int(missed.stretch.spans.to_integral_value(ROUND_HALF_UP)), base)
    sign = "-" if "-" in written else " "
    parts = [_part(case, many, written, _unit(low, base, sizes, many), sign)] if many else []
    if rest and (missed.told.quantum < base or not many):
        parts.append(_part(case, rest, "1" if parts else written, _unit(low, 1, sizes, rest), sign))
    return " ".join(parts)


def _part(case: Case, many: int, written: str, unit: str, sign: str) -> str:
    first = written.split(maxsplit=1)[0].partition("-")[0]
    return f"{in_words_like(Decimal(many), first, case.language) or many}{sign}{unit}"


def _unit(low: str, size: int, sizes: Mapping[str, int], many: int) -> str:
    """The word for a unit that the article has, else the first or last of its words, for one or more."""
    words = [word for word, each in sizes.items() if each == size]
    told = [word for word in words if word in low]
    return max(told, key=len) if told else words[0 if many == 1 else -1]
