"""Counts in a row, and in another their shares: "2.183.239, 1.718.160, 459.230 suara. … 50,07, 39,40, 10,53 persen".

The counts are all there are, so their sum is the whole; where all shares but one are what it makes of the counts in
their order, the one is odd. So are those of a paragraph that tells each with its share, and of one at most the count
alone: "881 suara (76,94 persen). … 239 suara (20,87 persen), 25 suara".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.language.figures import Number
from factcheck.language.interval import Range, printed, share
from factcheck.model import Document
from factcheck.reading.sums.mistyped import slips
from factcheck.reading.sums.unsaid_wholes import FAR, LEAST, Odd, Pair

FEWEST, MOST = 3, 12
"""So many shares tell by no chance of which counts they are; of more each may be of something else."""


def odd_of_series(document: Document, numbers: Sequence[Number]) -> Iterator[Odd]:
    """The one share of a paragraph that its row of counts, there or in the paragraph before, makes otherwise; `numbers`
    are those of an article that count or measure exactly."""
    starts = [one.start for one in numbers]
    paragraphs = [
        numbers[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        for block in document.blocks
        if block.kind == "paragraph"
    ]
    for before, here in pairwise([[], *paragraphs]):
        shares = [one for one in here if one.unit == "percent" and one.quantum < 1]
        if FEWEST <= len(shares) <= MOST:
            counts = _parts([one for one in (*before, *here) if one.start < shares[0].start], len(shares))
            yield from _odd([Pair(*row) for row in zip(counts, shares, strict=True)] if counts else [])


def odd_of_paragraph(document: Document, pairs: Sequence[Pair], numbers: Sequence[Number]) -> Iterator[Odd]:
    """The one pair of a paragraph whose share the sum of all its large counts makes otherwise; `pairs` and `numbers`
    are those of an article, in order."""
    for block in document.blocks if len(pairs) > 1 else ():
        inside = [pair for pair in pairs if block.start <= pair.counted.start < block.end]
        if not 1 < len(inside) <= MOST or min(pair.counted.value for pair in inside) < LEAST:
            continue
        first, last = (bisect_left(numbers, at, key=lambda one: one.start) for at in (block.start, block.end))
        counts = [one.value for one in numbers[first:last] if not one.unit and one.quantum == 1 and one.value >= LEAST]
        if 0 <= len(counts) - len(inside) <= 1 and len(counts) >= FEWEST:
            yield from _missing(inside, sum(counts, Decimal(0)))


def _missing(pairs: Sequence[Pair], whole: Decimal) -> Iterator[Odd]:
    """The one pair that is a slip of the finger from what a whole makes of it, where the whole makes all others."""
    missing = [pair for pair in pairs if not _fits(pair, whole)]
    if len(missing) == 1:
        right = 100 * missing[0].counted.value / whole
        if slips(missing[0].share, right) == 1 and 1 / FAR < missing[0].share.value / right < FAR:
            yield Odd(missing[0], whole, right)


def _parts(numbers: Sequence[Number], shares: int) -> Sequence[Number]:
    """The last so many large counts; the total of the rest, which may stand among them, is none."""
    counts = [one for one in numbers if not one.unit and one.quantum == 1 and one.value >= LEAST][-shares - 1 :]
    if len(counts) <= shares:
        return counts if len(counts) == shares else ()
    total = sum((one.value for one in counts), Decimal(0))
    parts = [one for one in counts if 2 * one.value != total]
    return parts if len(parts) == shares else counts[1:]


def _odd(pairs: Sequence[Pair]) -> Iterator[Odd]:
    whole = sum((pair.counted.value for pair in pairs), Decimal(0))
    missing = [pair for pair in pairs if not _fits(pair, whole)]
    if len(missing) == 1:
        right = 100 * missing[0].counted.value / whole
        if 1 / FAR < missing[0].share.value / right < FAR:
            yield Odd(missing[0], whole, right)


def _fits(pair: Pair, whole: Decimal) -> bool:
    answer = share(printed(pair.counted, True), Range(whole, whole))
    return answer is not None and answer.meets(printed(pair.share))
