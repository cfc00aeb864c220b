"""A figure that is made of those told beside it: their mean, or how far two of them lie apart."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from factcheck.judging.case import Case, frame_of
from factcheck.model import Claim, number_of
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag

TELLING = 3
"""So many digits are no difference by chance."""
FEW = 8
"""Of more figures some two are any distance apart."""
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


def is_difference(case: Case, claim: Claim) -> bool:
    """ "dari 929 kasus menjadi 1.320 kasus, atau berubah 391 kasus", "selisih A (Rp3.200.000) dengan B (Rp1.975.000)
    Rp1.225.000": whether a figure of three digits and more is just how far two others of its sentence lie apart."""
    frame = frame_of(case, claim)
    if frame is None or not isinstance(claim.value, Decimal) or len(str(claim.value).strip("0.")) < TELLING:
        return False
    if len(frame.having(FIGURES)) > MOST:
        return False
    numbers = (
        frame.mentions[at].number for at in frame.having(FIGURES) if Tag.YEAR_DIGITS not in frame.mentions[at].tags
    )
    others = [one.value for one in numbers if one is not None and one.figure.start != claim.start]
    if len(others) > FEW:
        return False
    return any(abs(one - other) == claim.value for one, other in combinations(others, 2))
