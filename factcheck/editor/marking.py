"""The findings of a draft as an editor marks them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.desk.checked import Checked
from factcheck.messages import translate
from factcheck.model import Claim, Finding, Span
from factcheck.report.safe import printable
from factcheck.report.visible import visible_text
from factcheck.typed import NamedTuple

MOST_RELATED = 5


class Related(NamedTuple):
    """Another place that a finding hangs on, and what stands there."""

    start: int
    end: int
    message: str


class Mark(NamedTuple):
    """A place to mark; `known` where the baseline knows it. What a rule says of itself is on its manual page."""

    start: int
    end: int
    severity: str
    rule: str
    message: str
    related: tuple[Related, ...] = ()
    known: bool = False


def marks_of(checked: Checked) -> tuple[Mark, ...]:
    """What is marked in a draft, in the language that is spoken."""
    claims = {judged.claim.id: judged.claim for judged in checked.claims}
    return tuple(
        Mark(
            one.finding.start,
            one.finding.end,
            one.severity,
            one.rule,
            printable(one.message),
            tuple(_related(checked, one.finding, claims))[:MOST_RELATED],
            bool(one.finding.known),
        )
        for one in checked.findings
    )


def _related(checked: Checked, finding: Finding, claims: dict[str, Claim]) -> Iterator[Related]:
    """Where the subject and the year are written, other places it is about, and where else a repair would be."""
    seen = {(finding.start, finding.end)}
    for span, sentence in _places(checked, finding, claims):
        if (span.start, span.end) not in seen and span.start < span.end:
            seen.add((span.start, span.end))
            yield Related(span.start, span.end, printable(sentence))


def _places(checked: Checked, finding: Finding, claims: dict[str, Claim]) -> Iterator[tuple[Span, str]]:
    for way in finding.suggestions:
        wrong = visible_text(checked.document, way.start, way.end)
        sentence = translate("it may be this: “{right}” instead of “{wrong}”", right=way.replacement, wrong=wrong)
        yield Span(way.start, way.end), sentence
    for claim in (claims[key] for key in finding.claims if key in claims):
        yield Span(claim.start, claim.end), translate("this figure")
        if claim.subject_span:
            yield claim.subject_span, translate("the subject: {name}", name=checked.names(claim.subject))
        year = claim.period_span or claim.period_origin
        if year:
            yield year, translate("the year: {year}", year=claim.period)
