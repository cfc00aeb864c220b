"""A list that does not keep the order it announces.

Wrong: Urutannya dari yang tertinggi: Kota Bima (97,50), Kota Mataram (85,97), Sumbawa Barat (88,38).
Right: Urutannya dari yang tertinggi: Kota Bima (97,50), Sumbawa Barat (88,38), Kota Mataram (85,97).
Why: the figures of a list announced from the highest fall, those of one announced from the lowest rise. The one that
    stands out of line is flagged; where the whole list runs the other way, its first figure. So do the figures of those
    who come behind the highest ("tertinggi Kota Bima, 97,50, disusul Kota Mataram, 85,97"), also where only their names
    stand there and the figures elsewhere in the draft; and where anything is counted, be it votes or visitors ("unggul
    dengan 7.827 suara, disusul Budi Jaya dengan 12.096 suara").
Silence: `list-order` under `ignore` in the configuration.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.needs import followed
from factcheck.checks.subject_needs import ordered
from factcheck.judging.case import Case, frame_at
from factcheck.judging.grounds.ground import Ground
from factcheck.language.figures import Number
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.lists.followed_names import Overtaken

RULE = "list-order"
FEWEST = 3
"""Fewer figures make no list."""
SAID = 3
"""Words in front of the highest, of which one may say that an order follows."""


@rule(RULE, "warning", after="wrong-kind", needs=ordered)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each figure that stands out of the order its list announces."""
    for frame in with_tag(case.frames, Tag.EXTREME):
        way = _announced(frame)
        if way:
            yield from _held(case, _figures(case, frame.sentence.place, frame), way)
        elif frame.has(Tag.BIND_BEHIND):
            yield from _followed(case, frame)
    if with_tag(case.frames, Tag.BIND_BEHIND):
        from factcheck.checks.lists.followed_names import overtaken

        yield from (_overtaken(case, one) for one in overtaken(case))


@rule(RULE, "warning", after=RULE, needs=followed, itself=True)
def check_followed(case: Case) -> Iterator[Finding]:
    """A finding over the figure of a first and the larger one of who comes behind, whatever is counted."""
    from factcheck.checks.lists.followed_figures import overtaking

    text = case.document.text
    for one, other in overtaking(case):
        if _is_told_by_name(case, one, other):
            continue
        first, second = (text[each.start : each.end] for each in (one, other))
        told = message("{first} is said to be the most, and {second} behind it is more.", first=first, second=second)
        row = f"{first} < {second}"
        yield Finding(
            RULE, "warning", told, one.start, other.end, evidence=(Evidence("arithmetic", "", other.value, row),)
        )


def _is_told_by_name(case: Case, one: Number, other: Number) -> bool:
    """Whether both are figures of a pack in a sentence with a word for the highest: `check` knows whose they are."""
    return all(any(map(_is_figure, case.claims.over(each.start, each.end))) for each in (one, other)) and frame_at(
        case, one.start
    ).has(Tag.EXTREME)


def _overtaken(case: Case, found: Overtaken) -> Finding:
    own, other = found.own, found.other
    from factcheck.checks.wording import with_unit

    value = with_unit(case, other, case.text(other))
    names = {"who": case.name(own.subject), "other": case.name(other.subject), "text": value}
    told = (
        message("{other} ({text}) comes before {who}, counted from the highest.", **names)
        if found.word == "highest"
        else message("{other} ({text}) comes before {who}, counted from the lowest.", **names)
    )
    return Finding(
        RULE,
        "warning",
        told,
        found.start,
        found.end,
        expected=names["other"],
        evidence=(Evidence(message("this draft"), "", other.value, names["text"]),),
        ground=Ground.SUM,
    )


def _followed(case: Case, frame: Frame) -> Iterator[Finding]:
    """ "Nilai tertinggi diraih A dengan 89,62, disusul B dengan 91,82": two in a row of whom the second has more than
    the highest, or less than the lowest, and both figures are of one measure, year and kind."""
    extremes = frame.having(Tag.EXTREME)
    words = {frame.mentions[at].tags[Tag.EXTREME] for at in extremes}
    behind = frame.mentions[frame.first(Tag.BIND_BEHIND)]
    if len(words) != 1 or frame.mentions[extremes[0]].start > behind.start:
        return
    way = -1 if words == {"highest"} else 1
    here = case.claims.inside(frame.sentence.place)
    figures = [claim for claim in here if _is_figure(claim)]
    if any(claim.kind == "extreme" and case.answer(claim).verdict == "contradicted" for claim in here):
        return  # the rule about the highest speaks
    first = [claim for claim in figures if claim.start < behind.start][-1:]
    second = [claim for claim in figures if claim.start > behind.end][:1]
    if len([one for one in figures if frame.mentions[extremes[-1]].end < one.start < behind.start]) > 1:
        return  # "A had the highest at 11.49, while B came last with 5.10, followed by C with 6.17"
    if first and second and _is_turned(case, first[0], second[0], way):
        yield _finding(case, second[0], (first[0], second[0]), way)


def _is_turned(case: Case, one: Claim, other: Claim, way: int) -> bool:
    """Whether two figures that are held against each other stand the other way round."""
    slots = {(claim.kind, claim.measure, claim.period, case.reference.kind_of(claim.subject)) for claim in (one, other)}
    if len(slots) != 1 or one.subject == other.subject or way * number_of(one) <= way * number_of(other):
        return False
    return all(case.answer(claim).verdict != "contradicted" for claim in (one, other))


def _announced(frame: Frame) -> int:
    """-1 for a list from the highest, 1 for one from the lowest, 0 where no order is announced."""
    for at in frame.having(Tag.EXTREME):
        led = frame.has_any((Tag.BIND_FROM, Tag.BIND_OPENER), max(0, at - 2), at)
        if led and (_opens(frame, at) or _is_sorted(frame, at)):
            return -1 if frame.mentions[at].tags[Tag.EXTREME] == "highest" else 1
    return 0


def _opens(frame: Frame, at: int) -> bool:
    """Whether a colon stands behind the announcement: the list follows it."""
    return ":" in frame.plain[frame.mentions[at].end : frame.sentence.end]


def _is_sorted(frame: Frame, at: int) -> bool:
    """ "Diurutkan dari yang tertinggi, setelah A ada B": whether it is said in front of it that they are in order."""
    before = frame.plain[frame.sentence.start : frame.mentions[at].start].lower().split()[-SAID:]
    return any(word in frame.words.viewing for word in before)


def _figures(case: Case, place: int, frame: Frame) -> list[Claim]:
    """The figures of one measure and year behind the announcement, in its sentence or in the items below it."""
    here = [claim for claim in case.claims.inside(frame.sentence.place) if _is_figure(claim)]
    if len(here) < FEWEST:
        here = []
        for below in case.frames[place + 1 :]:
            if below.sentence.kind not in ("item", "row"):
                break
            here += [claim for claim in case.claims.inside(below.sentence.place) if _is_figure(claim)][:1]
    first = next(iter(here), None)
    alike = [claim for claim in here if first and (claim.measure, claim.period) == (first.measure, first.period)]
    return sorted(alike, key=lambda claim: claim.start)


def _is_figure(claim: Claim) -> bool:
    return isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE and bool(claim.subject)


def _held(case: Case, claims: Sequence[Claim], way: int) -> Iterator[Finding]:
    if len(claims) < FEWEST:
        return
    values = [way * number_of(claim) for claim in claims]
    kept = _longest(values)
    if len(kept) == len(claims) or any(case.answer(claim).verdict == "contradicted" for claim in claims):
        return
    odd = [claim for at, claim in enumerate(claims) if at not in kept]
    for claim in odd if 3 * len(odd) <= len(claims) else claims[:1]:
        yield _finding(case, claim, claims, way)


def _longest(values: Sequence[Decimal]) -> set[int]:
    """The places of the longest run of values, not all neighbours, that never fall."""
    ends: list[Decimal] = []
    chains: list[list[int]] = []
    for at, value in enumerate(values):
        place = bisect_right(ends, value)
        chain = [*(chains[place - 1] if place else []), at]
        ends[place : place + 1] = [value]
        chains[place : place + 1] = [chain]
    return set(chains[-1]) if chains else set()


def _finding(case: Case, claim: Claim, claims: Sequence[Claim], way: int) -> Finding:
    ordered = sorted(claims, key=lambda one: way * number_of(one))
    right = ", ".join(case.text(one) for one in ordered)
    told = (
        message("{who} ({text}) does not stand where the announced order has it, from the highest.",
                text=case.text(claim), who=case.name(claim.subject))
        if way < 0
        else message("{who} ({text}) does not stand where the announced order has it, from the lowest.",
                     text=case.text(claim), who=case.name(claim.subject))
    )  # fmt: skip
    return Finding(
        RULE,
        "warning",
        told,
        claim.subject_span.start if claim.subject_span and claim.subject_span.start < claim.start else claim.start,
        claim.end,
        tuple(one.id for one in claims),
        expected=right,
        evidence=(Evidence(message("this draft"), "", claim.value, right),),
        ground=Ground.SUM,
    )
