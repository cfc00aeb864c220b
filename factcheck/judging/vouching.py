"""What vouches for a contradicted claim: who is named, what right figures stand beside it, what is written out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.case import Case
from factcheck.judging.judge import decimals_printed, misses
from factcheck.model import Claim, year_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag

NEAR = 2
"""Sentences to both sides in which a right claim vouches for a slot."""
ENOUGH = 2
"""So many right claims beside it make a slot a parallel one."""
STRANGE = 4
"""So many values of one year that are wrong are hardly slips, where fewer are right."""
OFFICES = 6
"""Sentences in front of a claim in which offices may have been spoken of."""
LINES = 3
"""Lines to both sides in which so many are right in the year of a list."""
ABOVE = 250
"""Letters that a year may stand above what it is said of."""


def is_named(claim: Claim) -> bool:
    """Whether the subject is written in the sentence as the one the claim is about."""
    return claim.subject_span is not None and not any(part.is_subject for part in claim.how)


def is_written(claim: Claim) -> bool:
    """Whether subject and year both stand in the sentence of the claim."""
    return is_named(claim) and claim.period_span is not None


def is_headed(claim: Claim) -> bool:
    """Whether the year stands not far above: "Hasil tahun 2023:" over a list or a table."""
    origin = claim.period_origin
    return origin is not None and 0 <= claim.start - origin.end <= ABOVE


def hangs(case: Case, claim: Claim, near: int) -> bool:
    """Whether a right figure of the same subject and year stands in the sentence, or so many sentences from it; one
    whose subject is not written there hangs on what was said before it, not on what comes."""
    return any(
        other.subject == claim.subject and other.period == claim.period and isinstance(other.value, Decimal)
        for other in right_beside(case, claim, near)
        if kind_of(other.kind) is VALUE and (is_named(claim) or other.sentence <= claim.sentence)
    )


def siblings(case: Case, claim: Claim, near: int = 1) -> int:
    """How many right claims of the same measure and year about others stand beside it, in so many sentences around."""
    return sum(
        other.measure == claim.measure and other.kind == claim.kind and other.period == claim.period
        for other in right_beside(case, claim, near)
        if other.subject != claim.subject
    )


def counted_beside(case: Case, claim: Claim) -> int:
    """How many right counts of the same region and year stand beside it; one of the same scale counts for two."""
    return sum(
        1 + (":" in claim.condition and other.condition.partition(":")[0] == claim.condition.partition(":")[0])
        for other in right_beside(case, claim, 1)
        if other.kind == "count" and (other.subject, other.period) == (claim.subject, claim.period)
    )


def right_beside(case: Case, claim: Claim, near: int) -> Iterator[Claim]:
    for place in range(claim.sentence - near, claim.sentence + near + 1):
        for other in case.claims.inside(place):
            if other.id != claim.id and case.answer(other).verdict == "supported":
                yield other


def is_elsewhere(case: Case, claim: Claim) -> bool:
    """Whether a draft contradicts the reference at most places where it gives a value for the claim's year, and at
    several: its values are of something else, of land offices or of the police, and no slips."""
    right, wrong = _told(case).get((claim.pack, claim.period), (0, 0))
    return wrong >= STRANGE and wrong > right


@lru_cache(maxsize=2)
def _told(case: Case) -> Mapping[tuple[str, str], tuple[int, int]]:
    """At how many places a draft has the values of a pack and year right, and at how many wrong; a word told of
    several is one place, right where it is so of any; what is right in another year, or but for one slip of the
    finger, is none."""
    right: dict[tuple[str, str], set[int]] = defaultdict(set)
    wrong: dict[tuple[str, str], set[int]] = defaultdict(set)
    for claim in case.claims:
        answer = case.answer(claim)
        if kind_of(claim.kind) is not VALUE or answer.verdict not in ("supported", "contradicted"):
            continue
        if answer.verdict == "supported":
            right[claim.pack, claim.period].add(claim.start)
        elif isinstance(claim.value, str) or not (answer.periods or is_slip(case, claim)):
            wrong[claim.pack, claim.period].add(claim.start)
    places = {*right, *wrong}
    return {place: (len(right[place]), len(wrong[place] - right[place])) for place in places}


def of_offices_here(case: Case, claim: Claim) -> bool:
    """ "Untuk Polres se-Sulteng … Sementara Morowali Utara, Sigi dan Buol mendapat zona hijau": whether offices were
    spoken of last, and no government, in the paragraph of a claim or the one before it."""
    block = case.frames[claim.sentence].sentence.block if claim.sentence < len(case.frames) else -1
    for frame in case.frames[max(0, claim.sentence - OFFICES) : claim.sentence + 1][::-1]:
        if frame.sentence.block < block - 1:
            return False
        governments = [at for at in frame.having(Tag.ENTITY_GOVERNMENT) if frame.mentions[at].start < claim.start]
        offices = [at for at in frame.having(Tag.ENTITY_OFFICES) if frame.mentions[at].start < claim.start]
        if governments or offices:
            return bool(offices) and max(offices) > max(governments, default=-1)
    return False


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
    alone = sum(one.measure == claim.measure for one in case.claims.inside(claim.sentence)) == 1
    return alone and is_named(claim) and in_list(case, claim) and siblings(case, claim, near=LINES) >= LINES


def is_shown(case: Case, period: str) -> bool:
    """Whether any right figure of the draft is of the year."""
    return any(
        claim.period == period and isinstance(claim.value, Decimal) and case.answer(claim).verdict == "supported"
        for claim in case.claims
    )


def digits_of(claim: Claim) -> int:
    return sum(sign.isdigit() for sign in str(claim.value).lstrip("0."))


def digits_printed(claim: Claim) -> int:
    """How many digits of a figure tell, its naughts behind the comma among them: four of 86,00."""
    whole = isinstance(claim.value, Decimal) and claim.value == claim.value.to_integral_value()
    return digits_of(claim) + (decimals_printed(claim) if whole else 0)


def frame_of(case: Case, claim: Claim) -> Frame | None:
    frames = case.frames
    known = claim.sentence < len(frames) and frames[claim.sentence].sentence.place == claim.sentence
    return frames[claim.sentence] if known else None


def place_in(frame: Frame, claim: Claim, tag: str) -> int:
    """Where the value of a claim stands among the mentions of its sentence that have a tag; -1 where it does not."""
    return next((at for at in frame.having(tag) if frame.mentions[at].end == claim.end), -1)


@lru_cache(maxsize=2)
def spoken_years(case: Case) -> frozenset[str]:
    """The years that the draft speaks of."""
    written = {
        frame.mentions[at].tags[Tag.YEAR_DIGITS] for frame in case.frames for at in frame.having(Tag.YEAR_DIGITS)
    }
    return frozenset(written | {year_of(claim.period) for claim in case.claims})


def is_slip(case: Case, claim: Claim) -> bool:
    """Whether the figure is the right one but for one slip of the finger."""
    return any(misses(claim, fact) for fact in case.answer(claim).facts)
