"""Totals of votes and the like told one by one: large numbers, with their sum anywhere in the paragraph."""

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from factcheck.language.figures import Number
from factcheck.reading.sums.mistyped import slips
from factcheck.reading.sums.parts_of_totals import FEWEST, MANY, PART, THOUSAND, Division, Text

TALLY = 700
"""So many letters from a total to what it is the sum of."""


def tallied_votes(text: Text) -> Iterator[Division]:
    """Votes and the like told one by one, with their total anywhere in the paragraph: large numbers whose sum misses it
    by one slip of the finger, which no others do."""
    for place, whole in enumerate(text.figures):
        if not _is_large(whole) or not text.words.tallied.search(text.masked, max(0, whole.start - PART), whole.start):
            continue
        sums = [(sum(part.value for part in parts), parts) for parts in _tallies(text, place)]
        if all(value != whole.value for value, _ in sums):
            near = (parts for value, parts in sums if slips(whole, Decimal(value)) == 1)
            yield from (Division((whole,), parts, True) for parts in islice(near, 1))


def _tallies(text: Text, place: int) -> Iterator[tuple[Number, ...]]:
    """What a total may be the sum of: the last few large numbers in front of it in its paragraph, or all others."""
    whole = text.figures[place]
    first = text.masked.rfind("\n\n", max(0, whole.start - TALLY), whole.start)
    last = text.masked.find("\n\n", whole.end, whole.end + TALLY)
    start = first if first >= 0 else max(0, whole.start - TALLY)
    stop = last if last >= 0 else whole.end + TALLY
    near = range(bisect_left(text.starts, start), bisect_left(text.starts, stop))
    others = [text.figures[at] for at in near if at != place and _is_large(text.figures[at], THOUSAND)]
    others = [one for one in others if one.unit == whole.unit]
    before = [one for one in others if one.start < whole.start]
    if FEWEST <= len(others) <= MANY + 1:
        yield tuple(others)
    for size in range(FEWEST, min(MANY + 1, len(before)) + 1):
        yield tuple(before[-size:])


def _is_large(number: Number, least: int = 10 * THOUSAND) -> bool:
    return number.value >= least and number.quantum == 1 and number.form == "digits"
