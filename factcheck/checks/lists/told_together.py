"""Those told of together by their number, who are more or fewer: "Keempat provinsi itu", behind five with figures."""

from collections.abc import Iterator, Sequence

from factcheck.judging.case import Case, frame_of
from factcheck.language.figures import Number
from factcheck.model import Claim
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

FEWEST, MOST = 3, 10
"""So many are told of together; "kedua provinsi" may be any two."""


class Together(NamedTuple):
    """The number by which some are told of together, and how many were named."""

    number: Number
    named: int


def told_together(case: Case) -> Iterator[Together]:
    """The numbers behind which no run of sentences of their paragraph names so many, and all of it one more or less."""
    for place, frame in enumerate(case.frames):
        number = _number(case, frame)
        if number is None:
            continue
        before = _paragraph(case.frames, place)
        told = [_with_figures(case, one) for one in before]
        runs = {len(set().union(*told[first:last])) for last in range(len(told) + 1) for first in range(last)}
        everybody = set().union(*told)
        others = (at for one in before for at in one.subjects() if everybody.isdisjoint(one.mentions[at].ids))
        if next(others, None) is None and number.value not in runs and abs(len(everybody) - number.value) == 1:
            yield Together(number, len(everybody))


def _number(case: Case, frame: Frame) -> Number | None:
    """ "Keempat provinsi itu", at the head of a sentence, where no other place of the draft counts as many."""
    at = frame.first(FIGURES)
    number = frame.mentions[at].number if at == 0 else None
    if number is None or number.form != "ordinal" or not FEWEST <= number.value <= MOST:
        return None
    if not frame.after(0, Tag.GROUP) or not frame.after(1, Tag.ENTITY_SELF):
        return None
    again = any(one.value == number.value and one.form in ("word", "digits") for one in case.numbers)
    return None if again or frame.sentence.kind != "paragraph" else number


def _paragraph(frames: Sequence[Frame], place: int) -> Sequence[Frame]:
    """The sentences of the paragraph in front of one."""
    first = place
    while first and frames[first - 1].sentence.block == frames[place].sentence.block:
        first -= 1
    return frames[first:place]


def _with_figures(case: Case, frame: Frame) -> set[str]:
    """Who of a sentence has a figure anywhere in the paragraph, as far as it is named here."""
    block = frame.sentence.block
    framed = ((one.subject, frame_of(case, one)) for one in case.claims if _is_figure(one))
    told = {subject for subject, own in framed if own is not None and own.sentence.block == block}
    return {name for mention in frame.mentions for name in mention.ids if name in told}


def _is_figure(claim: Claim) -> bool:
    return kind_of(claim.kind) is VALUE and claim.subject != ""
