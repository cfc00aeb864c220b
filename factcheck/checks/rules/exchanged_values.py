"""Two right figures that changed places.

Wrong: Pada 2022 Kota Bogor meraih nilai 79,53 dan Kabupaten Bogor 87,05.
Right: Pada 2022 Kota Bogor meraih nilai 87,05 dan Kabupaten Bogor 79,53.
Why: each of the two is what the reference has of the other: of the name, the year or the word of a scale that stands
    right beside it. Both stand in one sentence, each right behind its name or year, or right in front of it, with
    nothing but a comma or a word that joins between the two pairs.
Silence: `exchanged-values` under `ignore` in the configuration, or `[sic]` behind the second figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import paired_figures
from factcheck.judging.case import Case, evidence, frame_of
from factcheck.judging.grounds.ground import Ground
from factcheck.messages import message
from factcheck.model import Claim, Finding, Span, Suggestion
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Mention, Tag

RULE = "exchanged-values"
BESIDE = 36
"""Letters between a figure and the name, year or word that it is told of."""
JOINS = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.BIND_AND, Tag.BIND_CLAUSE, Tag.CLOSE, Tag.YEAR, Tag.BIND_TO))
"""What may stand between the two pairs."""
PLACES = frozenset((Tag.ENTITY_PLACES, Tag.YEAR))
"""What leads to a name or a year."""
PARTS = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.COLON, Tag.BIND_AND, Tag.BIND_CLAUSE, Tag.EXTREME))
"""What parts a figure from the name beside it."""


@rule(RULE, "error", after="wrong-subject", needs=paired_figures, ground=Ground.SWAPPED)
def check(case: Case) -> Iterator[Finding]:
    """A finding over each two figures of a case that stand at each other's name, year or word."""
    return (_finding(case, one, other) for one, other in exchanged(case))


@lru_cache(maxsize=2)
def exchanged(case: Case) -> Sequence[tuple[Claim, Claim]]:
    """Each two right figures that stand at each other's name, year or word."""
    return list(_exchanged(case))


def _exchanged(case: Case) -> Iterator[tuple[Claim, Claim]]:
    figures = [one for one in case.claims if one.low is not None and one.sentence >= 0]
    for one, other in pairwise(figures):
        if one.sentence != other.sentence or one.measure != other.measure or not _may_be_exchanged(one, other):
            continue
        frame = frame_of(case, one) if _alike(one, other) and _are_right(case, one, other) else None
        if frame is not None and _are_exchanged(frame, one, other):
            yield one, other


def _may_be_exchanged(one: Claim, other: Claim) -> bool:
    """Whether the second figure is told of what stands in front of that of the first, or neither's place is known."""
    if one.subject != other.subject:
        first, second = one.subject_span, other.subject_span
    else:
        first, second = one.period_span, other.period_span
        if one.period == other.period:
            return one.condition != other.condition
    return first is not None and second is not None and second.start < first.start


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two figures differ in what they are told of, and in one thing alone."""
    ours = (one.pack, one.kind, one.group, one.scope, one.part)
    if ours != (other.pack, other.kind, other.group, other.scope, other.part) or one.value == other.value:
        return False
    differ = (one.subject != other.subject, one.period != other.period, one.condition != other.condition)
    return differ.count(True) == 1


def _are_right(case: Case, one: Claim, other: Claim) -> bool:
    """Whether the reference bears out both."""
    return case.answer(one).verdict == "supported" == case.answer(other).verdict


def _are_exchanged(frame: Frame, one: Claim, other: Claim) -> bool:
    """Whether what the second figure is told of stands beside the first, and the other way round."""
    near = _near(frame, one.start - 2 * BESIDE, other.end + 2 * BESIDE)
    keys = _keys(near, one, other)
    if keys is None:
        return False
    (first, second), (begin, then) = keys, (_figure(near, one), _figure(near, other))
    if second.end <= begin.start and begin.end <= first.start and first.end <= then.start:
        pairs = ((second, begin), (first, then))
    elif begin.end <= second.start and second.end <= then.start and then.end <= first.start:
        pairs = ((begin, second), (then, first))
    else:
        return False
    (_, end), (start, last) = pairs
    parted = _are_joined(frame, near, end.end, start.start) and not _goes_on(frame, near, last.end)
    return parted and all(_are_beside(frame, near, left.end, right.start) for left, right in pairs)


def _near(frame: Frame, start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in a stretch of a sentence."""
    first, last = (bisect_left(frame.mentions, at, key=lambda one: one.start) for at in (start, end))
    return frame.mentions[first:last]


def _figure(near: Sequence[Mention], claim: Claim) -> Span:
    """Where a figure stands with its unit."""
    inside = (one for one in near if one.start <= claim.start < one.end)
    return next((Span(one.start, one.end) for one in inside), Span(claim.start, claim.end))


def _goes_on(frame: Frame, near: Sequence[Mention], end: int) -> bool:
    """Whether a name or a year follows at once, of which the last pair may be told: "87,05 di Kota Bogor"."""
    following = next((one for one in near if one.start >= end and not one.tags.keys() & PLACES), None)
    if following is None or not (following.ids or Tag.YEAR_DIGITS in following.tags):
        return False
    return _are_beside(frame, near, end, following.start)


def _keys(near: Sequence[Mention], one: Claim, other: Claim) -> tuple[Span, Span] | None:
    """Where what each of two figures is told of, and the other is not, is written."""
    if one.subject != other.subject:
        first, second = one.subject_span, other.subject_span
    elif one.period != other.period:
        first, second = one.period_span, other.period_span
    else:
        first, second = _worded(near, one), _worded(near, other)
    return (first, second) if first is not None and second is not None else None


def _worded(near: Sequence[Mention], claim: Claim) -> Span | None:
    """The one word of a scale near by that a count is told of."""
    said = f"{claim.pack}/{claim.condition}"
    words = [one for one in near if said in one.tags.values()]
    return Span(words[0].start, words[0].end) if len(words) == 1 else None


def _are_beside(frame: Frame, near: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a figure and what it is told of stand right beside each other."""
    inside = [one for one in near if start <= one.start and one.end <= end]
    if end - start > BESIDE or any(one.number or one.ids or one.tags.keys() & PARTS for one in inside):
        return False
    return not any(mark in frame.plain[start:end] for mark in ",;:|\n")


def _are_joined(frame: Frame, near: Sequence[Mention], start: int, end: int) -> bool:
    """Whether nothing but a comma, or a word that joins, stands between the first pair and the second."""
    inside = [one for one in near if start <= one.start and one.end <= end]
    if not inside or not all(one.tags.keys() & JOINS for one in inside):
        return False
    ends = [start, *(one.end for one in inside)]
    starts = [*(one.start for one in inside), end]
    return not any(frame.plain[one:other].strip() for one, other in zip(ends, starts, strict=True))


def _finding(case: Case, one: Claim, other: Claim) -> Finding:
    text = case.document.text
    first, second = text[one.start : one.end], text[other.start : other.end]
    right = f"{second}{text[one.end : other.start]}{first}"
    facts = [*case.answer(one).facts[:1], *case.answer(other).facts[:1]]
    return Finding(
        RULE,
        "error",
        message("{first} and {second} changed places.", first=first, second=second),
        one.start,
        other.end,
        (one.id, other.id),
        expected=right,
        suggestions=(Suggestion(one.start, other.end, right),),
        evidence=evidence(facts),
    )
