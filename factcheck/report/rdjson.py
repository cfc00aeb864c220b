"""The Diagnostic Format of reviewdog: lines from 1, columns from 1 in bytes of UTF-8, ends exclusive."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.document.offsets.line_table import LineTable, line_table
from factcheck.messages import translated
from factcheck.model import Document, DocumentReport, Problem
from factcheck.report.json import encode
from factcheck.report.located import Located, explained, located
from factcheck.report.reporter import Look, Names
from factcheck.report.tally import Tally
from factcheck.typed import Any, TextIO

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class RdjsonReporter:
    """Writes diagnostics as they come."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out
        self._before = '{"source": {"name": "factcheck"}, "diagnostics": [\n'

    def document(self, report: DocumentReport) -> None:
        lines = line_table(report.document.text)
        for item in located(report):
            self._write(_diagnostic(report.document, lines, item))

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        for problem in problems:
            self._write(_problem(problem))
        opening = self._before if self._before != ",\n" else ""
        self._out.write(f"{opening}\n]}}\n")

    def _write(self, diagnostic: dict[str, Any]) -> None:
        self._out.write(self._before + encode(diagnostic))
        self._before = ",\n"


def _diagnostic(document: Document, lines: LineTable, item: Located) -> dict[str, Any]:
    finding = item.finding
    ways = [
        {"range": _range(document.text, lines, way.start, way.end), "text": way.replacement}
        for way in finding.suggestions
    ]
    return {
        "message": explained(document, item),
        "location": {"path": document.path, "range": _range(document.text, lines, finding.start, finding.end)},
        "severity": "INFO" if finding.known else SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        **({"suggestions": ways} if ways else {}),
    }


def _range(text: str, lines: LineTable, start: int, end: int) -> dict[str, dict[str, int]]:
    return {"start": _position(text, lines, start), "end": _position(text, lines, end)}


def _position(text: str, lines: LineTable, offset: int) -> dict[str, int]:
    place = lines.place(offset)
    before = text[offset - place.column + 1 : offset]
    return {"line": place.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _problem(problem: Problem) -> dict[str, Any]:
    start = {"line": problem.line, **({"column": problem.column} if problem.column else {})}
    place = {"range": {"start": start}} if problem.line else {}
    return {
        "message": translated(problem.message),
        "location": {"path": problem.path, **place},
        "severity": "ERROR",
        "code": {"value": "not-checked"},
    }
