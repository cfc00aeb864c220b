"""A share that does not follow from the counts beside it.

Wrong: Dari 98 pemkot, 53 (58,04 persen) hijau.
Right: Dari 98 pemkot, 53 (54,08 persen) hijau.
Why: part and whole stand in the draft, or the whole is known to the reference, and no whole that may be meant gives
    the percentage at the precision printed; or two counts beside it make with their shares one whole that stands
    nowhere, which the odd one misses by a slip of the finger; or three and more in a row make more than a hundred, and
    a hundred but for such a slip. In a table a share follows from its count as those of the other rows do. Where a
    count is itself contradicted nothing is said of its share.
Silence: `wrong-share` under `ignore` in the configuration.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.cache.once import once
from factcheck.checks.declare import rule
from factcheck.checks.needs import shared_out, shares, tables
from factcheck.checks.wording import as_written, replacing
from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.answers.count_answers import counted
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT
from factcheck.language.interval import is_rounded
from factcheck.language.number_format import formatted
from factcheck.messages import Message, message
from factcheck.model import TOLD, Claim, Evidence, Finding, Span, Suggestion, number_of
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.sums.shapes import is_year
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reading.sums.unsaid_wholes import Odd

RULE = "wrong-share"
TELLING = 3
"""A share printed with more signs than these tells the count that it is of."""
SEVERAL = 2
TENTH = Decimal("0.1")
REACH, FAR = 3, 6
"""Sentences back in which the whole may stand, and the part of a share whose own sentence counts nobody."""


@rule(RULE, "error", after="wrong-change", needs=shares, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each share that its part and wholes do not give."""
    claimed = _of_another_whole(case, list(_claimed(case)))
    told = {finding.start for finding in claimed}
    yield from claimed
    yield from (finding for finding in _written(case) if finding.start not in told)


@rule(RULE, "warning", after=RULE, needs=shared_out, itself=True)
def check_row(case: Case) -> Iterator[Finding]:
    """A finding at the shares of a row that make more than a hundred by a slip."""
    from factcheck.checks.figures.odd_one import figure_of, spelled_like
    from factcheck.checks.figures.over_hundred import rows_over_hundred

    for told, odd, right in rows_over_hundred(case):
        total = sum((one.value for one in told), Decimal(0))
        row = f"{' + '.join(figure_of(case.document, one) for one in told)} = {formatted(total, case.language)}"
        yield Finding(
            RULE,
            "warning",
            message("The shares make more than a hundred: {row}.", row=row),
            odd.start,
            odd.end,
            expected=spelled_like(case.document, odd, right),
            evidence=(Evidence("arithmetic", "", total, row),),
        )


@rule(RULE, "warning", after=RULE, needs=tables, itself=True)
def check_tables(case: Case) -> Iterator[Finding]:
    """A finding at each share of a table that is not that of its count, as those of the other rows are."""
    from factcheck.checks.figures.odd_one import figure_of, spelled_like
    from factcheck.checks.tables.table_grid import grids
    from factcheck.checks.tables.table_shares import odd_shares

    for grid in grids(case):
        for told, part, whole, value in odd_shares(grid):
            right = spelled_like(case.document, told, value)
            row = f"{figure_of(case.document, part)} / {formatted(whole, case.language)} = {right} %"
            yield Finding(
                RULE,
                "warning",
                message("{text} per cent does not follow: {row}.", text=figure_of(case.document, told), row=row),
                told.start,
                told.end,
                expected=right,
                suggestions=(Suggestion(*told.figure, right),),
                evidence=(Evidence("arithmetic", "", value, row),),
            )


def _of_another_whole(case: Case, findings: Sequence[Finding]) -> list[Finding]:
    """ "414 atau 70,70 persen, 133 atau 22,66 persen, 39 atau 6,64 persen": several that miss by less than a tenth were
    reckoned with figures that are not told, and not by whoever wrote: a warning."""
    told = {claim.id: number_of(claim) for claim in case.claims if claim.kind == "share"}
    near = [_is_near(finding, told) for finding in findings]
    if sum(near) < SEVERAL:
        return list(findings)
    return [
        finding._replace(severity="warning") if is_near else finding
        for finding, is_near in zip(findings, near, strict=True)
    ]


def _is_near(finding: Finding, told: Mapping[str, Decimal]) -> bool:
    value = told.get(finding.claims[0])
    right = finding.evidence[0].value
    return value is not None and isinstance(right, Decimal) and abs(value - right) < TENTH


def _written(case: Case) -> Iterator[Finding]:
    """Shares of a list of which all others fit one whole, whatever is counted."""
    if sum(number.unit == PERCENT for number in case.numbers) == 0:
        return
    from factcheck.checks.figures.odd_one import figure_of, spelled_like
    from factcheck.reading.sums.mistyped import slips
    from factcheck.reading.sums.shares import odd_shares

    for odd in odd_shares(case.document, case.numbers):
        (count, share), whole, value, meant, _ = odd
        if meant is not None:
            yield _of_count(case, odd, meant)
            continue
        right = spelled_like(case.document, share, value)
        part = figure_of(case.document, count) if count.quantum == 1 else case.document.text[count.start : count.end]
        row = f"{part} / {formatted(whole.to_integral_value(), case.language)} = {right} %"
        said = message("{text} per cent does not follow: {row}.", text=figure_of(case.document, share), row=row)
        reckoned = Evidence("arithmetic", "", value, row)
        found = _finding(said, Span(share.start, share.end), Suggestion(*share.figure, right), reckoned)
        either = count.quantum > 1 and slips(count, share.value * whole / 100)  # "2,07 juta orang atau 8,01 persen"
        if either or odd.either:
            start, end = min(count.start, share.start), max(count.end, share.end)
            found = found._replace(start=start, end=end, expected=None, suggestions=())
        yield found._replace(severity="info") if abs(share.value - value) <= share.quantum else found


def _of_count(case: Case, odd: Odd, meant: Decimal) -> Finding:
    """A large count that its share and the whole of those beside it make otherwise in one digit."""
    from factcheck.checks.figures.odd_one import figure_of, spelled_like

    count, share = odd.pair
    right = spelled_like(case.document, count, meant)
    whole = formatted(odd.whole.to_integral_value(), case.language)
    row = f"{right} / {whole} = {figure_of(case.document, share)} %"
    said = message("{text} does not fit its share: {row}.", text=figure_of(case.document, count), row=row)
    reckoned = Evidence("arithmetic", "", meant, row)
    return _finding(said, Span(count.start, count.end), Suggestion(*count.figure, right), reckoned)


def _claimed(case: Case) -> Iterator[Finding]:
    for claim in case.claims:
        if claim.kind == "share" and isinstance(claim.value, Decimal):
            part = _part(case, claim) if _counts(case, claim.sentence) else _part_before(case, claim)
            if part is not None and not _is_flagged(case, part):
                yield from _judged(case, claim, part)


def _is_flagged(case: Case, claim: Claim) -> bool:
    """Whether a count is contradicted on a ground to flag it; what looks for that is imported where it is."""
    if case.answer(claim).verdict != "contradicted":
        return False
    from factcheck.judging.grounds.grounds import is_flagged

    return is_flagged(case, claim)


def _judged(case: Case, claim: Claim, part: Claim) -> Iterator[Finding]:
    wholes = [whole for whole in _wholes(case, part) if whole and whole >= number_of(part)]
    shares = [(100 * number_of(part) / whole, whole) for whole in wholes]
    if any(is_rounded(claim.value, share) for share, _ in shares):
        return
    if not shares or any(claim.states(_rounded(claim, share)) or claim.states(share) for share, _ in shares):
        return
    if _is_of_other_whole(case, claim, part):
        return
    meant = _meant(claim, part, [whole for _, whole in shares])
    if meant is not None:
        yield _of_part(case, claim, part, *meant)
        return
    slipped = (each for each in shares if one_slip(str(claim.value), _as_printed(claim, each[0])))
    share, whole = next(slipped, shares[0])
    row = f"{part.value} / {whole} = {as_written(case, claim, share)} %"
    said = message("{text} per cent does not follow: {row}.", text=case.text(claim), row=row)
    reckoned = Evidence("arithmetic", "", share.quantize(Decimal("0.01")), row)
    yield _finding(said, Span(claim.start, claim.end), replacing(case, claim, share), reckoned, (claim.id, part.id))


def _is_of_other_whole(case: Case, claim: Claim, part: Claim) -> bool:
    """ "Yang hijau 16. Hanya lima yang A, 31,25 persen dari yang hijau": whether a share, which has so many digits that
    it is no other's by chance, is that of its part in another count of the draft."""
    if not claim.low or not claim.high or len(str(claim.value)) <= TELLING:
        return False
    told, value = _told(case), number_of(part)
    first = bisect_left(told, max(100 * value / claim.high, value + 1))
    return first < len(told) and told[first] <= 100 * value / claim.low


@once
def _told(case: Case) -> Sequence[Decimal]:
    """The numbers that a draft counts, but those that are wrong, in order."""
    counts = (one for one in case.claims if one.kind == "count" and case.answer(one).verdict != "contradicted")
    return sorted({number_of(one) for one in counts})


def _finding(
    said: Message, place: Span, repair: Suggestion, reckoned: Evidence, claims: tuple[str, ...] = ()
) -> Finding:
    """A finding at a figure that does not go with those beside it, with its one repair and what was reckoned."""
    right = repair.replacement
    return Finding(RULE, "error", said, *place, claims, expected=right, suggestions=(repair,), evidence=(reckoned,))


def _meant(claim: Claim, part: Claim, wholes: Sequence[Decimal]) -> tuple[Decimal, Decimal] | None:
    """The count that a share makes of one of the wholes, where the one printed is a slip away from it and the share
    from none that the printed one makes; with that whole."""
    if not isinstance(claim.value, Decimal) or len(str(claim.value)) <= TELLING:
        return None
    printed = {_as_printed(claim, 100 * number_of(part) / whole) for whole in wholes}
    if any(one_slip(str(claim.value), share) for share in printed):
        return None
    counts = [((claim.value * whole / 100).to_integral_value(), whole) for whole in wholes]
    fitting = [(count, whole) for count, whole in counts if claim.states(100 * count / whole)]
    meant = [(count, whole) for count, whole in fitting if one_slip(str(part.value), str(count))]
    return meant[0] if len({count for count, _ in meant}) == 1 else None


def _as_printed(claim: Claim, share: Decimal) -> str:
    return f"{share:.{decimals_printed(claim)}f}"


def _of_part(case: Case, claim: Claim, part: Claim, count: Decimal, whole: Decimal) -> Finding:
    """A count that its own share makes another one."""
    row = f"{count} / {whole} = {case.text(claim)} %"
    said = message("{text} does not fit its share: {row}.", text=case.text(part), row=row)
    reckoned = Evidence("arithmetic", "", count, row)
    return _finding(said, Span(part.start, part.end), replacing(case, part, count), reckoned, (part.id, claim.id))


def _rounded(claim: Claim, share: Decimal) -> Decimal:
    """The share cut off where the print ends: truncating is no error."""
    if claim.low is None or claim.high is None or claim.low == claim.high:
        return Decimal(int(share))
    quantum = (claim.high - claim.low).normalize()
    return (share // quantum) * quantum


def _part(case: Case, claim: Claim) -> Claim | None:
    """The count just before the share in its sentence."""
    counts = _counts(case, claim.sentence)
    before = counts[: bisect_left(counts, claim.start, key=lambda one: one.start)]
    last = next((one for one in reversed(before) if one.condition != "assessed"), None)
    if last is not None and last.condition == TOLD:  # "Enam provinsi menyumbang 50 persen": of something else
        return None
    if last is None:
        return None
    ends = (before[-1].end, claim.start - 1)
    start, stop = (bisect_right(case.numbers, at, key=lambda one: one.start) for at in ends)
    if not all(is_year(case.document.plain, number) for number in case.numbers[start:stop]):
        return None  # the share of a count that nobody read
    told = (claim.condition, claim.group)
    parts = (one for one in reversed(before) if one.condition != "assessed")
    own = next((one for one in parts if (one.condition, one.group) == told), None)
    return own or (None if claim.condition else last)


def _part_before(case: Case, claim: Claim) -> Claim | None:
    """The last count of those of whom a share is told that are counted in some sentence before its own."""
    slot = (claim.condition, claim.subject, claim.period, claim.group, claim.pack)
    for place in range(claim.sentence - 1, max(-1, claim.sentence - 1 - FAR), -1):
        for one in reversed(_counts(case, place)):
            if claim.condition and (one.condition, one.subject, one.period, one.group, one.pack) == slot:
                return one
    return None


@once
def _counts(case: Case, sentence: int) -> Sequence[Claim]:
    """The counts of a sentence in the order of the text."""
    counts = (one for one in case.claims.inside(sentence) if one.kind == "count")
    return sorted(counts, key=lambda one: one.start)


def _wholes(case: Case, part: Claim) -> Iterator[Decimal]:
    """The wholes that may be meant, the nearest first: said in the sentence, before it, known to the reference."""
    near = [
        one
        for place in range(part.sentence - REACH, part.sentence + 1)
        for one in case.claims.inside(place)
        if one.kind == "count"
        and one.condition == "assessed"
        and one.period == part.period
        and not _is_flagged(case, one)
    ]
    yield from (number_of(one) for one in sorted(near, key=lambda one: abs(one.start - part.start)))
    for fact in counted(part, "assessed", case.reference):
        if isinstance(fact.value, Decimal):
            yield fact.value
