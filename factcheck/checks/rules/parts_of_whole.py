"""Parts that do not make the whole they are counted from.

Wrong: Dari 12 kabupaten/kota, empat berkategori A dan sembilan berkategori B.
Right: Dari 12 kabupaten/kota, empat berkategori A dan delapan berkategori B.
Why: every word of one scale has its count here, or two fill the whole, and the sum is another number. The count that
    the reference does not bear out is flagged; where it bears out none, the last one is. Nor are there more of a
    group than all of it: "26 dari 24 kabupaten/kota", "dari total 4,40 juta orang, sebanyak 144,64 juta orang". Nor is
    a match won by others than the sets in brackets behind its result: "3-1 (25-21, 25-19, 22-25)".
Silence: `parts-of-whole` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.needs import parted_wholes, sets_told
from factcheck.checks.subject_needs import counts
from factcheck.checks.wording import as_written, replacing
from factcheck.judging.case import Case, frame_at
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding, Suggestion, number_of
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag

RULE = "parts-of-whole"
ENOUGH = 2


@rule(RULE, "error", after="wrong-share", needs=counts, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding where a whole is said with its parts and they do not add up."""
    for whole, parts in _divided(case):
        total = sum((number_of(part) for part in parts), Decimal(0))
        if total == whole.value or not _closed(case, parts, total, whole):
            continue
        from factcheck.judging.grounds.grounds import is_flagged

        if not any(is_flagged(case, one) for one in (whole, *parts)):
            yield _finding(case, whole, parts, total)


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


def _divided(case: Case) -> Iterator[tuple[Claim, list[Claim]]]:
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
                yield wholes[0], parts


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
    measure = parts[0].condition.partition(":")[0]
    words = [pack.measures[measure].values for pack in case.reference.packs if measure in pack.measures]
    complete = bool(words) and len(parts) == len(words[0])
    return complete or total > number_of(whole)


def _finding(case: Case, whole: Claim, parts: Sequence[Claim], total: Decimal) -> Finding:
    doubted = [one for one in (whole, *parts) if case.answer(one).verdict != "supported"] or [parts[-1]]
    odd = doubted[-1]
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
