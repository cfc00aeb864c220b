"""Two articles of one run that state different values of one fact.

Wrong: a.md: Nilai Kabupaten Selat pada 2023 adalah 83,22. b.md: Nilai Kabupaten Selat pada 2023 adalah 83,32.
Right: a.md: Nilai Kabupaten Selat pada 2023 adalah 83,22. b.md: Nilai Kabupaten Selat pada 2023 adalah 83,22.
Why: the same subject, year and measure cannot have both. Either may be the slip: the later article of the run bears
    the finding and names the place in the earlier. Nothing is said where the reference contradicts one of the two
    (its own rule speaks) or bears both out (two months of a year), where both agree at the precision printed, where
    two figures are further apart than one slip of the finger, or where the reading is not sure. Where it bears the
    later out, that is an info.
Silence: `conflicting-articles` under `ignore` in the configuration.
"""

from collections.abc import Iterator
from decimal import Decimal

from factcheck.document.offsets.line_table import line_table
from factcheck.messages import message
from factcheck.model import SURE, Claim, DocumentReport, Evidence, Finding, How, Judged, Value
from factcheck.typed import NamedTuple

RULE = "conflicting-articles"
MOST = 8
"""Different statements of one fact that are kept: the memory of a run over an archive stays small."""

LARGE = 10_000
MISSED = frozenset((How.SUBJECT_OF_MISPRINT, How.YEAR_OF_MISPRINT))
"""So found, a figure is of whom and of which year a slip would make it: of something else as well."""

Key = tuple[str, ...]


class Statement(NamedTuple):
    """What an article says a fact is, and where; `low`..`high` is what the writing stands for."""

    path: str
    line: int
    column: int
    written: str
    value: Value
    low: Decimal | None
    high: Decimal | None
    right: bool
    """Whether the reference bears it out."""


Known = dict[Key, tuple[Statement, ...]]
"""What the articles of a run have stated so far."""


def held_against(report: DocumentReport, known: Known) -> DocumentReport:
    """`report` with a finding for each claim that an article before it states otherwise; its own join `known`."""
    more = tuple(_conflicts(report, known))
    if not more:
        return report
    findings = sorted((*report.findings, *more), key=lambda finding: (finding.start, finding.end, finding.rule))
    return report._replace(findings=tuple(findings))


def _conflicts(report: DocumentReport, known: Known) -> Iterator[Finding]:
    flagged = {key for finding in report.findings for key in finding.claims}
    for judged in report.claims:
        if judged.claim.id in flagged or not is_comparable(judged):
            continue
        key, stated = _key(judged.claim), _statement(judged, report)
        before = known.get(key, ())
        others = [one for one in before if one.path != stated.path]
        near = [one for one in others if _may_be_meant(one, stated) and not (one.right and stated.right)]
        if near and not any(_agree(one, stated) for one in others):
            yield _finding(judged.claim, stated, near[0])
        if len(before) < MOST and not any(one[3:] == stated[3:] for one in before):
            known[key] = (*before, stated)


def is_comparable(judged: Judged) -> bool:
    """Whether a claim is held against what other articles state of its fact: its reading is sure, it can only be so or
    otherwise, and the reference does not contradict it."""
    claim = judged.claim
    if not claim.subject or not claim.period or claim.strength < SURE or _is_guessed(claim):
        return False
    from factcheck.reading.claim_kinds import kind_of

    if not kind_of(claim.kind).repeated:
        return False
    if judged.verdict in ("contradicted", "inconsistent"):
        return False
    if claim.kind == "rank":
        return bool(claim.of and (claim.group or claim.scope))
    return bool(claim.condition and claim.group) if claim.kind == "count" else True


def _is_guessed(claim: Claim) -> bool:
    """Whether a short figure was read of somebody for nothing but what it misses by a slip: a mean, another's."""
    short = isinstance(claim.value, Decimal) and claim.value < LARGE
    return short and not MISSED.isdisjoint(claim.how)


def _key(claim: Claim) -> Key:
    among = (claim.group, claim.scope, str(claim.of), claim.condition)
    return (claim.pack, claim.kind, claim.measure, claim.subject, claim.period, claim.part, *among)


def _statement(judged: Judged, report: DocumentReport) -> Statement:
    claim = judged.claim
    line, column = line_table(report.document.text).place(claim.start)
    written = report.document.text[claim.start : claim.end]
    right = judged.verdict == "supported"
    return Statement(report.document.path, line, column, written, claim.value, claim.low, claim.high, right)


def _agree(one: Statement, other: Statement) -> bool:
    """Whether both may stand for one value: 85,6 and 85,62 do."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return one.value == other.value
    return one.low <= other.high and other.low <= one.high


def _may_be_meant(one: Statement, other: Statement) -> bool:
    """Whether one may be the other mistyped: figures that are far apart are of two things ("jika naik 6,5 persen",
    the amount of a sector), whatever both were read as."""
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return True
    from factcheck.reading.evidence.explained.one_slip import one_slip

    return bool(one_slip(one.written, other.written) or one_slip(str(one.value), str(other.value)))


def _finding(claim: Claim, one: Statement, other: Statement) -> Finding:
    place = f"{other.path}:{other.line}:{other.column}"
    return Finding(
        RULE,
        "info" if one.right else "warning",
        message(
            "{here} here, but {there} for the same in {place}; one of the two is a slip.",
            here=one.written,
            there=other.written,
            place=place,
        ),
        claim.start,
        claim.end,
        (claim.id,),
        evidence=(Evidence(place, "", other.value, other.written),),
    )
