"""Whether a figure stands in the place of a list or a table that others beside it fill rightly."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice

from factcheck.judging.case import Case, frame_of
from factcheck.judging.vouching import is_named, siblings
from factcheck.model import Claim
from factcheck.reading.scan.frame import Frame

LINES = 3
"""Lines to both sides in which so many are right in the year of a list."""
SENTENCES = 3
"""So many sentences a line of a list holds that tells more than a figure."""


def in_list(case: Case, claim: Claim) -> bool:
    """Whether the figure stands in an item, a row, or in brackets right behind its name."""
    plain = case.document.plain
    span = claim.subject_span
    if span is None or span.end > claim.start:
        return False
    between = plain[span.end : claim.start].replace("Rp", "").strip(" .")
    return between in ("(", ":", "=", "-", "–", "|", ",", "", ": (", "dengan", "with")


def is_of_list(case: Case, claim: Claim) -> bool:
    """Whether a figure is the only one of its line, between lines that are right in its year: of another year it would
    be a slip, that of last year left standing."""
    frame = frame_of(case, claim)
    if frame is None or frame.sentence.kind not in ("item", "row") or claim.period_span is not None:
        return False
    if not is_named(claim) or not in_list(case, claim) or siblings(case, claim, _reach(case, frame)) < LINES:
        return False
    told = (one for one in case.claims.inside(claim.sentence) if isinstance(one.value, Decimal))
    return len(list(islice((one for one in told if one.measure == claim.measure), 2))) == 1


def _reach(case: Case, frame: Frame) -> int:
    """How many sentences the lines around one reach, of which some hold several: "Boalemo, 7 kecamatan. Bupati …"."""
    place, block = frame.sentence.place, frame.sentence.block
    far = (place - SENTENCES * LINES, place + SENTENCES * LINES)
    around = case.frames[max(0, far[0]) : far[1] + 1]
    same = (abs(one.sentence.place - place) for one in around if abs(one.sentence.block - block) <= LINES)
    return max(LINES, *same)
