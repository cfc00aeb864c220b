"""An explanation as JSON, for programs: one object."""

from __future__ import annotations

from factcheck.explain.claim import Explained
from factcheck.explain.place import Explanation, Passage
from factcheck.judging.case import Answer
from factcheck.model import Claim, Fact, Span
from factcheck.reading.scan.mentions import Mention
from factcheck.report.json import plain_value
from factcheck.report.reporter import Names
from factcheck.typed import Any

SCHEMA = "factcheck.explanation/1"


def explanation_object(explanation: Explanation, names: Names) -> dict[str, Any]:
    """The whole explanation; offsets, lines and columns are those of the file."""
    about = explanation.about
    return {
        "schema": SCHEMA,
        "path": explanation.document.path,
        "about": {
            **explanation.opened._asdict(),
            **about._asdict(),
            "entity": _who(about.entity, names),
        },
        "silent": explanation.silent or None,
        "sentences": [_passage(explanation, passage, names) for passage in explanation.passages],
    }


def _passage(explanation: Explanation, passage: Passage, names: Names) -> dict[str, Any]:
    frame = passage.read.frame
    sentence = frame.sentence
    mentions = zip(sentence.mentions, frame.roles, strict=True)
    return {
        "sentence": sentence.place + 1,
        "kind": sentence.kind,
        "voice": sentence.voice,
        **_at(explanation, Span(sentence.start, sentence.end)),
        "mentions": [_mention(explanation, mention, role, names) for mention, role in mentions],
        "years": [
            {"year": mark.year, "written": mark.written, "compared": mark.compared} for mark in passage.read.years
        ],
        "values": [
            {"kind": value.kind, "value": plain_value(value.value), **_at(explanation, Span(value.start, value.end))}
            for value in passage.read.values
        ],
        "figures": [_at(explanation, Span(claim.start, claim.end)) for claim in passage.figures],
        "claims": [_claim(explanation, explained, names) for explained in passage.claims],
    }


def _mention(explanation: Explanation, mention: Mention, role: str, names: Names) -> dict[str, Any]:
    number, date = mention.number, mention.date
    return {
        **_at(explanation, Span(mention.start, mention.end)),
        "tags": dict(mention.tags),
        **(
            {"ids": list(mention.ids), "names": [names(name) for name in mention.ids], "role": role}
            if mention.ids
            else {}
        ),
        **({"number": plain_value(number.value), "form": number.form, "unit": number.unit or None} if number else {}),
        **({"date": [date.year, date.month, date.day]} if date else {}),
    }


def _claim(explanation: Explanation, explained: Explained, names: Names) -> dict[str, Any]:
    claim = explained.judged.claim
    return {
        "id": claim.id,
        "kind": explained.judged.kind,
        "measure": claim.measure or None,
        "value": plain_value(claim.value),
        **_at(explanation, Span(claim.start, claim.end)),
        "subject": _who(claim.subject, names),
        "period": claim.period or None,
        "low": plain_value(claim.low) if claim.low is not None else None,
        "high": plain_value(claim.high) if claim.high is not None else None,
        "how": list(claim.how),
        "strength": claim.strength,
        "written": {part: _at(explanation, span) for part, span in _spans(claim)},
        "readings": [
            {
                "subject": _who(one.subject, names),
                "period": one.period or None,
                "chosen": one.chosen,
                **_answer(one.answer),
            }
            for one in explained.candidates
        ],
        "verdict": explained.judged.verdict,
        "rules": [{"rule": one.rule, "severity": one.severity, "message": one.message} for one in explained.findings],
        "silence": explained.silence or None,
    }


def _spans(claim: Claim) -> list[tuple[str, Span]]:
    found = (
        ("subject", claim.subject_span),
        ("period", claim.period_span or claim.period_origin),
        ("of", claim.of_span),
    )
    return [(part, span) for part, span in found if span is not None]


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "answer": answer.verdict,
        "facts": [_fact(fact) for fact in answer.facts],
        "other_periods": [_fact(fact) for fact in answer.periods],
        "namesakes": [_fact(fact) for fact in answer.namesakes],
        "note": answer.note or None,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "value": plain_value(fact.value), "subject": fact.entity or None, "period": fact.period or None,
        "source": fact.source, "row": fact.row or None, "trust": fact.trust,
    }  # fmt: skip


def _who(entity: str, names: Names) -> dict[str, str] | None:
    return {"id": entity, "name": names(entity)} if entity else None


def _at(explanation: Explanation, span: Span) -> dict[str, Any]:
    """The words of a span and their place in the file."""
    start, end = explanation.back.spans([span])[0]
    place = explanation.back.lines.place(start)
    text = explanation.document.text[span.start : span.end]
    return {"text": text, "start": start, "end": end, "line": place.line, "column": place.column}
