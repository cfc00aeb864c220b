"""The list of claims as CSV, a row to each, for a spreadsheet: no cell of it is ever a formula."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.messages import translated
from factcheck.model import DocumentReport, Problem
from factcheck.report.claims.lister import Row, rows
from factcheck.report.csv import cell
from factcheck.report.json import plain_value
from factcheck.report.reporter import Look, Names
from factcheck.report.tally import Tally
from factcheck.report.words import reasons
from factcheck.typed import TextIO

COLUMNS = (
    "path", "line", "column", "place", "kind", "text", "value", "measure", "subject", "subject_id", "period", "verdict",
    "voice", "how", "group", "of", "scope", "condition", "sentence", "evidence",
)  # fmt: skip


class CsvClaims:
    """Writes rows as the articles come; what could not be read is a row of the kind `problem`."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        import csv

        self._names = names
        self._writer = csv.writer(out, lineterminator="\n")
        self._writer.writerow(COLUMNS)

    def document(self, report: DocumentReport) -> None:
        for row in rows(report, self._names):
            cells = (report.document.path, *_cells(row, report.document.language))
            self._writer.writerow([cell(each) for each in cells])

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        for problem in problems:
            row = (problem.path, str(problem.line or ""), str(problem.column or ""), "", "problem", problem.message)
            self._writer.writerow([cell(each) for each in row] + [""] * (len(COLUMNS) - len(row)))


def _cells(row: Row, language: str) -> tuple[str, ...]:
    judged, claim = row.judged, row.judged.claim
    return (
        str(row.place.line), str(row.place.column), row.where, judged.kind, row.text, str(plain_value(claim.value)),
        claim.measure, row.who, claim.subject, claim.period, judged.verdict, claim.voice,
        " | ".join(map(translated, claim.how)), claim.group, str(claim.of or ""), claim.scope, claim.condition,
        row.sentence, " | ".join(line for line, _ in reasons(judged.evidence, language)),
    )  # fmt: skip
