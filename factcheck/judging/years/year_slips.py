"""Years that are slips: the figures under a year fit the same subject in another year."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.judging.case import Case, frame_of
from factcheck.judging.years.right_year import right_year
from factcheck.judging.years.told_years import FOLLOWS, has_year, is_relative
from factcheck.model import Claim, How, Span
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.scan.frame import places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple


class Slip(NamedTuple):
    """A year as written, the year that fits, and the claims that show it. `beside`: written in their own clause."""

    span: Span
    right: str
    claims: tuple[Claim, ...]
    beside: bool


@lru_cache(maxsize=2)
def slips(case: Case) -> Sequence[Slip]:
    """The years of a draft that are slips, in order.

    The claims under one written year are held together: those that the reference has in one other year, against
    those that are right as written. A figure with decimals tells; a colour or a rank may fit two years by chance.
    """
    found = []
    for span, claims in _by_year(case).items():
        right, shown = right_year(case, claims)
        if not right or _is_none(case, span, claims, shown, right):
            continue
        beside = any(has_year(case, claim) for claim in shown)
        if not beside and all(claim.end <= span.start for claim in shown):
            continue  # at the foot of an article a year is that of something else
        found.append(Slip(span if beside else _nearest(case, span, shown[0]), right, tuple(shown), beside))
    return sorted(found)


def _is_none(case: Case, span: Span, claims: Sequence[Claim], shown: Sequence[Claim], right: str) -> bool:
    from factcheck.judging.years.held_year import Held
    from factcheck.judging.years.no_slip import is_none

    return is_none(case, Held(span, claims, shown, right))


def follows(case: Case, slip: Slip, found: Sequence[Slip]) -> bool:
    """Whether a relative year is off only by the written one it is counted from: "In 2023 …; a year later …"."""
    if not is_relative(case, slip.span):
        return False
    return any(
        _shift(other) == _shift(slip)
        and 0 < slip.span.start - other.span.end < FOLLOWS
        and not is_relative(case, other.span)
        for other in found
    )


def _shift(slip: Slip) -> int:
    return int(slip.right) - int(slip.claims[0].period)


@lru_cache(maxsize=2)
def explained(case: Case) -> Mapping[str, Slip]:
    """The slips of a draft by the ids of the claims they explain."""
    return {claim.id: slip for slip in slips(case) for claim in slip.claims}


def _nearest(case: Case, span: Span, claim: Claim) -> Span:
    """Where a year carried to a claim is written last in front of it: "tahun 2023 dua anak. Tahun 2023, 12"."""
    return _last(case, case.document.plain[span.start : span.end], claim) or span


def _nearer(case: Case, span: Span, claim: Claim) -> Span:
    """ "Nilai 2023: Banyuwangi 92,25 (2023: 82,01)": the last place in the sentence of a claim, in front of it, where
    its year is written again, and not that of the figure right in front of it ("dari 93,55 pada 2022 menjadi 96,13").
    """
    again = _last(case, claim.period, claim) if span.end < claim.start else None
    frame = frame_of(case, claim) if again is not None and again.start > span.start else None
    if again is None or frame is None or again.start < frame.sentence.start:
        return span
    at = next((at for at in frame.having(Tag.YEAR_DIGITS) if frame.mentions[at].start == again.start), -1)
    if at < 0:  # a rank that the sentence behind it tells again is read of the one in front
        return span
    led = at - 1
    while led >= 0 and Tag.YEAR in frame.mentions[led].tags:
        led -= 1
    owned = led >= 0 and frame.mentions[led].number is not None
    return span if owned or frame.after(at, Tag.CLOSE) else again


def _last(case: Case, year: str, claim: Claim) -> Span | None:
    """The last place in front of a claim where a year is written."""
    places = _written(case).get(year, ())
    behind = bisect_left(places, claim.start, key=lambda span: span.start)
    return places[behind - 1] if behind else None


@lru_cache(maxsize=2)
def _written(case: Case) -> Mapping[str, Sequence[Span]]:
    """Where each year stands in the sentences of a draft."""
    places: dict[str, list[Span]] = defaultdict(list)
    for frame, at in places_with(case.frames, Tag.YEAR_DIGITS):
        mention = frame.mentions[at]
        places[mention.tags[Tag.YEAR_DIGITS]].append(Span(mention.start, mention.end))
    return places


def _by_year(case: Case) -> dict[Span, list[Claim]]:
    """The claims by where their year is written: one that is told under another than that, as a base with "dari semula"
    is, or that the figures chose of several, by where its own was written last."""
    grouped: dict[Span, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        span = claim.period_origin
        if span is None or not _dated(claim):
            continue
        written = case.document.plain[span.start : span.end]
        if How.YEAR_BEFORE_CHANGE in claim.how and written.isdigit() and written != claim.period:
            continue  # "iuran 2025 …, naik dari Rp2.702.616": of no year that is written
        own = _last(case, claim.period, claim) if written.isdigit() and written != claim.period else span
        own = own and _nearer(case, own, claim)
        if own is not None:
            grouped[own].append(claim)
    return grouped


def _dated(claim: Claim) -> bool:
    """Whether the reference can tell the year of such a claim; a change only where its year is written with it."""
    if claim.kind == "difference":
        return claim.period_span is not None
    return kind_of(claim.kind).dated
