"""A figure that is made of those told beside it: their mean, or how far two of them lie apart."""

from __future__ import annotations

from decimal import Decimal

from factcheck.judging.case import Case, frame_of
from factcheck.model import Claim, number_of
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag

MOST = 24
"""Of more figures some make any mean."""


def is_mean(case: Case, claim: Claim) -> bool:
    """ "The three average 95.84", "kelompok pertama rata-rata 94,04, kelompok kedua 96,72": whether a sentence tells of
    means, and a figure of it is that of figures told in a row there or in the sentences beside it, as it is printed."""
    frame = frame_of(case, claim)
    if frame is None or not frame.has(Tag.BIND_AVERAGE) or not isinstance(claim.value, Decimal):
        return False
    near = case.frames[max(0, claim.sentence - 1) : claim.sentence + 2]
    numbers = [one.mentions[at].number for one in near for at in one.having(FIGURES)]
    told = [one for one in numbers if one is not None and one.quantum < 1 and one.figure.start != claim.start]
    if len(told) > MOST:
        return False
    step = Decimal(1).scaleb(min(0, int(number_of(claim).as_tuple().exponent)))
    for first in range(len(told)):
        total = told[first].value
        for size, one in enumerate(told[first + 1 :], 2):
            total += one.value
            if abs(total / size - number_of(claim)) < step:
                return True
    return False
