"""Rests told of any news: "Dari 240 peserta, 150 orang perempuan dan sisanya, 80 orang, laki-laki"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.figures import CARDINAL, Number
from factcheck.language.fold import fold, whole_places
from factcheck.language.language import Language
from factcheck.reading.sums.operands import is_hedged, is_name
from factcheck.reading.sums.parts_of_totals import noun_at, words_of_totals
from factcheck.reading.sums.shapes import is_year
from factcheck.typed import NamedTuple

LED, REACH, MOST = 30, 300, 6
"""Letters from the word to the rest, from the whole to the word, and so many counts beside it that may be parts."""
STOP = compiled(r"[.!?;](?=\s)")
STOPS = 1
"""So many sentences may end between the whole and its rest."""


class Rest(NamedTuple):
    """What is told to be left of a whole, with the one part that was told of it."""

    whole: Number
    part: Number
    rest: Number

    @property
    def left(self) -> Decimal:
        """How many are left."""
        return self.whole.value - self.part.value


def rests_told(case: Case) -> Iterator[Rest]:
    """The rests that are not what the one part leaves of the whole, and that no other counts beside them make so."""
    low, language = fold(case.document.plain), case.language
    counts = [one for one in case.numbers if _counts(low, one, language)]
    starts = [one.start for one in counts]
    for start, end in whole_places(low, low, language.changes.totals.rest):
        at = bisect_left(starts, end)
        near = [one for one in counts[max(0, at - MOST) : at] if start - one.end <= REACH]
        rest, whole = next(iter(counts[at : at + 1]), None), next(reversed(list(_wholes(low, near, language))), None)
        if rest is None or whole is None or rest.start - end > LED or _is_apart(low, whole, start, rest):
            continue
        parts = [one for one in near if whole.start < one.start]
        told = Rest(whole, parts[0], rest) if len(parts) == 1 else None
        if told is not None and _is_wrong(low, told, counts[at + 1 : at + MOST], language):
            yield told


def _wholes(low: str, near: Sequence[Number], language: Language) -> Iterator[Number]:
    """ "Dari 240 peserta", "Dari total 240": the counts with which a sentence begins behind a word of a whole."""
    of = words_of_totals(language).of
    return (one for one in near if of.search(low, max(0, one.start - LED), one.start))


def _is_apart(low: str, whole: Number, said: int, rest: Number) -> bool:
    """Whether another paragraph begins, or more than a sentence ends, between a whole and its rest."""
    return "\n" in low[whole.end : rest.start] or len(STOP.findall(low, whole.end, said)) > STOPS


def _is_wrong(low: str, told: Rest, behind: Sequence[Number], language: Language) -> bool:
    """Whether a rest is none, of what is counted alike; not where others behind it fill the whole up ("sisanya 80
    laki-laki, dan 10 tidak hadir")."""
    if not told.part.value < told.whole.value > told.rest.value or told.left == told.rest.value:
        return False
    whole, part, rest = (noun_at(low, one.end) for one in told)
    if rest not in ("", whole, part) and (part == whole or rest in language.changes.counted):
        return False  # "8 desa sudah dialiri listrik. Sisanya 3 dusun"
    later = [one.value for one in behind if one.start - told.rest.end <= REACH]
    missing = told.left - told.rest.value
    return all(sum(some) != missing for size in range(1, len(later) + 1) for some in combinations(later, size))


def _counts(low: str, number: Number, language: Language) -> bool:
    """Whether a figure counts to the last one: no share, no year, no part of a name, not about so many."""
    exact = not number.unit and number.quantum == 1 and number.form in CARDINAL
    return exact and not (is_year(low, number) or is_name(low, number, language) or is_hedged(low, number, language))
