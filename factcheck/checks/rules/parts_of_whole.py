"""Parts that do not make the whole they are counted from.

Wrong: Dari 12 kabupaten/kota, empat berkategori A dan sembilan berkategori B.
Right: Dari 12 kabupaten/kota, empat berkategori A dan delapan berkategori B.
Why: every word of one scale has its count here, or two fill the whole, and the sum is another number. The count that
    the reference does not bear out is flagged; where it bears out none, the last one is. So are those of a paragraph
    that tells every word of a scale, where the sum is a slip of the finger away. Nor are there more of a
    group than all of it: "26 dari 24 kabupaten/kota", "dari total 4,40 juta orang, sebanyak 144,64 juta orang". Nor is
    a match won by others than the sets in brackets behind its result: "3-1 (25-21, 25-19, 22-25)".
Silence: `parts-of-whole` under `ignore` in the configuration.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.needs import parted_wholes, sets_told
from factcheck.checks.subject_needs import counts
from factcheck.checks.wording import as_written, replacing
from factcheck.judging.case import Case, frame_at, frame_of
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding, Suggestion, number_of
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag

RULE = "parts-of-whole"
BESIDE = 4
"""Mentions behind the number of a whole in which who is told with it stands."""
ENOUGH = 2
LEAST = 10
"""A number of one digit is a slip away from any other."""


@rule(RULE, "error", after="wrong-share", needs=counts, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding where a whole is said with its parts and they do not add up."""
    for whole, parts, near in (*_divided(case), *_over_sentences(case)):
        total = sum((number_of(part) for part in parts), Decimal(0))
        if total == whole.value or not _closed(case, parts, total, whole):
            continue
        if total == number_of(whole) + 1 and _is_one_more(case, whole):
            continue
        if not near and not _is_slip(case, whole, parts, total):
            continue
        from factcheck.judging.grounds.grounds import is_flagged

        if not any(is_flagged(case, one) for one in (whole, *parts)):
            yield _finding(case, whole, parts, total, whole_first=not near)


def _is_one_more(case: Case, whole: Claim) -> bool:
    """ "Dari 33 kabupaten/kota plus pemprov": whether the government of their province is told with so many."""
    frame = frame_of(case, whole)
    at = frame.ending(whole.end, FIGURES) if frame is not None else -1
    return frame is not None and at >= 0 and frame.has(Tag.ENTITY_GOVERNMENT, at + 1, at + 1 + BESIDE)


@rule(RULE, "error", after=RULE, needs=parted_wholes, itself=True)
def check_larger(case: Case) -> Iterator[Finding]:
    """A finding over each part, of whatever is counted, and the smaller whole that it is counted from."""
    from factcheck.checks.figures.larger_parts import larger_parts

    for part, whole in larger_parts(case):
        row = " > ".join(case.document.text[one.start : one.end] for one in (part, whole))
        told = message("A part is larger than its whole: {sum}.", sum=row)
        span = (min(part.start, whole.start), max(part.end, whole.end))
        yield Finding(RULE, "error", told, *span, evidence=(Evidence("arithmetic", "", whole.value, row),))


@rule(RULE, "error", after=RULE, needs=sets_told, itself=True)
def check_sets(case: Case) -> Iterator[Finding]:
    """A finding at each result of a match that its sets do not make."""
    from factcheck.checks.figures.sets_told import odd_sets

    text = case.document.text
    for odd in odd_sets(case):
        row = f"{text[slice(*odd.sets)]}: {odd.right}"
        told = message("The sets do not make {text}: {row}.", text=text[slice(*odd.result)], row=row)
        repair, proof = Suggestion(*odd.result, odd.right), Evidence("arithmetic", "", odd.right, row)
        yield Finding(RULE, "error", told, *odd.result, expected=odd.right, suggestions=(repair,), evidence=(proof,))


def _is_slip(case: Case, whole: Claim, parts: Sequence[Claim], total: Decimal) -> bool:
    """Whether all words of a scale are counted, and one slip of the finger mends the sum, no count more or less."""
    gap = number_of(whole) - total
    if abs(gap) <= 1 or not _is_complete(case, parts):
        return False
    rights = [(whole, total), *((part, number_of(part) + gap) for part in parts)]
    return any(one_slip(str(number_of(one)), str(right)) for one, right in rights if number_of(one) >= LEAST)


def _over_sentences(case: Case) -> Iterator[tuple[Claim, list[Claim], bool]]:
    """Each whole with the parts of one scale in the other sentences of its paragraph; of one group and year."""
    paragraphs = [block for block in case.document.blocks if block.kind == "paragraph"]
    starts = [block.start for block in paragraphs]
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        at = bisect_right(starts, claim.start) - 1
        if claim.kind == "count" and at >= 0 and claim.start < paragraphs[at].end:
            told[at].append(claim)
    for claims in told.values():
        wholes = [one for one in claims if one.condition == "assessed"]
        parts = [one for one in claims if ":" in one.condition]
        alike = {(one.condition.partition(":")[0], one.period, one.group, one.subject) for one in parts}
        if len(wholes) == 1 and len(parts) > ENOUGH and len(alike) == 1:
            whole, (_, period, group, subject) = wholes[0], next(iter(alike))
            fits = (whole.group, whole.subject) == (group, subject) and whole.period in ("", period)
            apart = any(one.sentence != whole.sentence for one in parts)
            if fits and apart and len({one.condition for one in parts}) == len(parts):
                yield whole, parts, False


def _divided(case: Case) -> Iterator[tuple[Claim, list[Claim], bool]]:
    """Each whole with the parts of one scale in its own sentence."""
    by_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind == "count":
            by_sentence[claim.sentence].append(claim)
    for claims in by_sentence.values():
        wholes = [one for one in claims if one.condition == "assessed"]
        scales = {one.condition.partition(":")[0] for one in claims if ":" in one.condition}
        if len(wholes) == 1 and len(scales) == 1:
            parts = [one for one in claims if ":" in one.condition and one.period == wholes[0].period]
            parts = [one for one in parts if not _is_member(case, one)]
            if len(parts) >= ENOUGH and len({one.condition for one in parts}) == len(parts):
                yield wholes[0], parts, True


def _is_member(case: Case, part: Claim) -> bool:
    """ "It is one of 15 that fell", "salah satu": whether a one in letters tells who belongs to so many, and counts no
    part."""
    if part.value != 1 or not case.text(part).isalpha():
        return False
    frame = frame_at(case, part.start)
    at = frame.ending(part.end, FIGURES)
    return at >= 0 and frame.after(at, Tag.RANK_AMONG)


def _closed(case: Case, parts: Sequence[Claim], total: Decimal, whole: Claim) -> bool:
    """Whether nothing may be left out: all words of the scale are counted, or the parts exceed the whole."""
    return _is_complete(case, parts) or total > number_of(whole)


def _is_complete(case: Case, parts: Sequence[Claim]) -> bool:
    """Whether every word of a scale has its count."""
    measure = parts[0].condition.partition(":")[0]
    words = [pack.measures[measure].values for pack in case.reference.packs if measure in pack.measures]
    return bool(words) and len(parts) == len(words[0])


def _finding(case: Case, whole: Claim, parts: Sequence[Claim], total: Decimal, *, whole_first: bool) -> Finding:
    """A finding at the whole, where that comes first and a slip mends it, or the last that nothing bears out."""
    doubted = [one for one in (whole, *parts) if case.answer(one).verdict != "supported"] or [parts[-1]]
    mended = whole_first and doubted[0] is whole and one_slip(str(number_of(whole)), str(total))
    odd = whole if mended else doubted[-1]
    right = total if odd is whole else number_of(odd) + number_of(whole) - total
    row = " + ".join(str(part.value) for part in parts) + f" = {total} ≠ {whole.value}"
    return Finding(
        RULE,
        "error",
        message("The parts do not make the whole: {sum}.", sum=row),
        odd.start,
        odd.end,
        (odd.id, *(one.id for one in (whole, *parts) if one is not odd)),
        expected=as_written(case, odd, right),
        suggestions=(replacing(case, odd, right),),
        evidence=(Evidence("arithmetic", "", total, row),),
    )
