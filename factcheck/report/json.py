"""The JSON report, a contract that programs rely on: one object, one line to a document, UTF-8.

Offsets are code points into the text of the file, `end` exclusive; lines and columns count from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from json import JSONEncoder

from factcheck.document.offsets.line_table import LineTable, line_table
from factcheck.model import Claim, Document, DocumentReport, Evidence, Finding, Judged, Problem, Span, Value
from factcheck.report.passage import sentences_of
from factcheck.report.reporter import Look, Names
from factcheck.report.safe import escaped_json
from factcheck.report.spool import Spool
from factcheck.report.tally import Tally, in_order
from factcheck.report.where import place_words
from factcheck.typed import Any, TextIO
from factcheck.version import __version__

SCHEMA = "factcheck.report/1"
_LARGEST = 10**300
_encode = JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode


def encode(value: Any) -> str:
    """`value` as JSON on one line, harmless in a terminal."""
    return escaped_json(_encode(value))


def encoded(fields: Mapping[str, Any]) -> Iterator[str]:
    """An object as JSON on one line, piece by piece: what is an iterator in it becomes an array as it is made."""
    before = "{"
    for name, value in fields.items():
        yield f"{before}{encode(name)}: "
        yield from _array(value) if isinstance(value, Iterator) else (encode(value),)
        before = ", "
    yield "}" if fields else "{}"


def _array(values: Iterator[Any]) -> Iterator[str]:
    yield "["
    before = ""
    for value in values:
        yield before + encode(value)
        before = ", "
    yield "]"


class JsonReporter:
    """Writes documents as they come; nothing but the report goes to `out`."""

    schema = SCHEMA

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out
        self.names = names
        self._before = f'{{"schema": {encode(self.schema)}, "tool": {encode(tool_object())}, "documents": [\n'

    def document(self, report: DocumentReport) -> None:
        Spool(chain((self._before,), encoded(self.entry(report)))).write_to(self._out)
        self._before = ",\n"

    def entry(self, report: DocumentReport) -> dict[str, Any]:
        """One entry of `documents`, its lists as they are made."""
        return document_fields(report, self.names)

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        opening = self._before if self._before != ",\n" else ""
        rest = {"problems": [problem._asdict() for problem in problems], "summary": self.summary(tally)}
        self._out.write(f"{opening}\n], {encode(rest)[1:]}\n")

    def summary(self, tally: Tally) -> dict[str, int]:
        """The counts over all documents."""
        return summary_object(tally)


def tool_object() -> dict[str, str]:
    """What wrote the report."""
    return {"name": "factcheck", "version": __version__}


def document_object(report: DocumentReport, names: Names) -> dict[str, Any]:
    """One entry of `documents`."""
    return {
        name: list(value) if isinstance(value, Iterator) else value
        for name, value in document_fields(report, names).items()
    }


def document_fields(report: DocumentReport, names: Names) -> dict[str, Any]:
    """The same, claims and findings made one after the other: those of a book are not held at once."""
    document = report.document
    lines = line_table(document.text)
    sentences = sentences_of(document) if document.landmarks else ()
    findings = (
        {**_finding(finding, document.text, lines), **_where(document, sentences, finding)}
        for finding in in_order(report.findings)
    )
    return {
        "path": document.path,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from or None,
        "language": document.language,
        "claims": (_claim(judged, document.text, lines, names) for judged in report.claims),
        "findings": findings,
    }


def summary_object(tally: Tally) -> dict[str, int]:
    """The counts over all documents."""
    errors, warnings, notes = tally.severities
    return {
        "documents": tally.documents,
        "claims": tally.claims,
        "errors": errors,
        "warnings": warnings,
        "infos": notes,
    }


def _claim(judged: Judged, text: str, lines: LineTable, names: Names) -> dict[str, Any]:
    claim = judged.claim
    return {
        "id": claim.id,
        "kind": judged.kind,
        "text": text[claim.start : claim.end],
        **_place(claim.start, claim.end, lines),
        "value": plain_value(claim.value),
        "subject": _subject(claim, names),
        "period": claim.period or None,
        "verdict": judged.verdict,
        "voice": claim.voice,
        "how": list(claim.how),
        "measure": claim.measure or None,
        "evidence": [_evidence(item) for item in judged.evidence],
    }


def _finding(finding: Finding, text: str, lines: LineTable) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        **_place(finding.start, finding.end, lines),
        "text": text[finding.start : finding.end],
        "claims": list(finding.claims),
        "expected": finding.expected,
        "suggestions": [suggestion._asdict() for suggestion in finding.suggestions],
        "evidence": [_evidence(item) for item in finding.evidence],
        "ground": finding.ground or None,
        **({"known": finding.known} if finding.known else {}),
    }


def _where(document: Document, sentences: Sequence[Span], finding: Finding) -> dict[str, str]:
    """For files that nobody reads by line: where a reader finds it."""
    words = place_words(document, sentences, finding.start)
    return {"place": words} if words else {}


def _place(start: int, end: int, lines: LineTable) -> dict[str, int]:
    first, last = lines.place(start), lines.place(end)
    return {
        "start": start,
        "end": end,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
    }


def _subject(claim: Claim, names: Names) -> dict[str, str] | None:
    return {"id": claim.subject, "name": names(claim.subject)} if claim.subject else None


def _evidence(evidence: Evidence) -> dict[str, Any]:
    value = plain_value(evidence.value) if evidence.value != "" else None
    return {
        "source": evidence.source,
        "url": evidence.url or None,
        "value": value,
        "row": evidence.row or None,
    }


def plain_value(value: Value) -> int | float | str:
    """A value as JSON has it: 90.02 for Decimal("90.02"), 36 for Decimal("36.0"), words as they are, and so what no
    number of JSON can be."""
    if not isinstance(value, Decimal):
        return value if not isinstance(value, int) or abs(value) < _LARGEST else str(Decimal(value))
    if abs(value) >= _LARGEST:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)
