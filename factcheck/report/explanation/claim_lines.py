"""A claim of an explanation: how it was bound, the ways to read it, what the reference and the rules said."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.day_words import day_of
from factcheck.explain.claim import Candidate, Explained
from factcheck.explain.place import Explanation
from factcheck.judging.case import Answer
from factcheck.messages import translate, translated
from factcheck.model import Claim, Fact, Span
from factcheck.report.claim_words import ENDS, claim_words
from factcheck.report.claims.lister import STANDS, among
from factcheck.report.explanation.line import Line, place, written
from factcheck.report.reporter import Names
from factcheck.report.safe import printable
from factcheck.report.words import shown

MOST = 3
"""Facts shown of one answer."""


def claim_lines(explanation: Explanation, explained: Explained, names: Names) -> Iterator[Line]:
    """All that is known of a claim."""
    claim = explained.judged.claim
    text = written(explanation, Span(claim.start, claim.end))
    yield Line(
        0,
        translate("claim {id}", id=claim.id),
        f"{printable(claim_words(claim, text, names))}, {place(explanation, claim.start)}",
    )
    yield Line(1, translate("value"), "; ".join(_value(explanation, claim, names)))
    yield from _bound(explanation, claim, names)
    language = explanation.document.language
    for number, candidate in enumerate(explained.candidates):
        label = translate("reading") if not number else translate("or")
        yield Line(1, label, printable(_candidate(claim, candidate, number, names)))
        yield from (Line(2, "", printable(fact)) for fact in _facts(candidate.answer, language, names))
    yield Line(1, translate("verdict"), translated(STANDS[explained.judged.verdict]))
    for finding in explained.findings:
        sentence = translated(finding.message)
        yield Line(1, translate("rule"), printable(f"{finding.rule} ({translated(finding.severity)}): {sentence}"))
    if not explained.findings:
        yield Line(
            1, translate("rule"), translated(explained.silence) if explained.silence else translate("none speaks")
        )


def _value(explanation: Explanation, claim: Claim, names: Names) -> Iterator[str]:
    language = explanation.document.language
    yield translated(ENDS.get(str(claim.value), "")) or translated(day_of(shown(claim.value, language)))
    if claim.low is not None and claim.high is not None and claim.low != claim.high:
        yield translate("stands for {low} to {high}", low=shown(claim.low, language), high=shown(claim.high, language))
    yield from map(printable, among(claim, names))


def _bound(explanation: Explanation, claim: Claim, names: Names) -> Iterator[Line]:
    """Where subject and year are written, and how they were found where they are not."""
    told = {str(part).partition(":")[0]: str(part) for part in claim.how}
    parts = (
        (translate("subject"), claim.subject_span, names(claim.subject) if claim.subject else "", "subject"),
        (translate("year"), claim.period_span or claim.period_origin, claim.period, "year"),
    )
    for label, span, bound, key in parts:
        if not bound:
            continue
        pieces = [printable(bound)]
        if span is not None:
            where = translate(
                "written “{text}” at {place}", text=written(explanation, span), place=place(explanation, span.start)
            )
            pieces.append(where)
        if key in told:
            pieces.append(translated(told[key]).removeprefix(f"{key}: "))
        yield Line(1, label, "; ".join(pieces))


def _candidate(claim: Claim, candidate: Candidate, number: int, names: Names) -> str:
    about = ", ".join(
        part for part in (names(candidate.subject) if candidate.subject else "", candidate.period) if part
    )
    notes = [about or translate("bound to nobody")]
    if not number:
        notes.append(translate("strength {strength} of 100", strength=claim.strength))
    answer = translate("the reference: {verdict}", verdict=translated(STANDS[candidate.answer.verdict]))
    taken = [translate("so it was taken")] if candidate.chosen and number else []
    return "; ".join((*notes, answer, *taken))


def _facts(answer: Answer, language: str, names: Names) -> Iterator[str]:
    for intro, facts in (
        ("", answer.facts),
        (translate("the same value in another year: "), answer.periods),
        (translate("the same value of a namesake: "), answer.namesakes),
    ):
        yield from (f"{intro}{_fact(fact, language, names)}" for fact in facts[:MOST])
        if len(facts) > MOST:
            yield translate("and {number} more", number=len(facts) - MOST)
    if answer.note:
        yield translated(answer.note)


def _fact(fact: Fact, language: str, names: Names) -> str:
    who = names(fact.entity) if fact.entity else ""
    parts = (shown(fact.value, language), who, fact.period, fact.row, fact.source)
    return " · ".join(part for part in parts if part)
