"""CSV, a row to each finding, for a spreadsheet: no cell of it is ever a formula.

A cell that begins with a sign that a spreadsheet takes for a formula gets an apostrophe before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.messages import translated
from factcheck.model import DocumentReport, Problem
from factcheck.report.located import Located, located
from factcheck.report.reporter import Look, Names
from factcheck.report.safe import printable
from factcheck.report.tally import Tally
from factcheck.report.words import instead, reasons
from factcheck.typed import TextIO

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "place", "severity", "rule", "message", "text", "expected",
    "suggestions", "evidence", "known_since",
)  # fmt: skip
FORMULA = tuple("=+-@\t\r＝＋－＠")
"""How a cell begins that Excel, LibreOffice or Google Sheets may run."""


class CsvReporter:
    """Writes rows as the articles come; what could not be checked is a row of severity `problem`."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        import csv

        self._writer = csv.writer(out, lineterminator="\n")
        self._writer.writerow(COLUMNS)

    def document(self, report: DocumentReport) -> None:
        for item in located(report):
            self._writer.writerow([cell(value) for value in _row(report, item)])

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        for problem in problems:
            place = (problem.path, str(problem.line or ""), str(problem.column or ""), "", "", "")
            row = (*place, "problem", "not-checked", translated(problem.message))
            self._writer.writerow([cell(value) for value in row] + [""] * (len(COLUMNS) - len(row)))


def cell(text: str) -> str:
    """`text` as a cell that is text and nothing else."""
    harmless = printable(text)
    return f"'{harmless}" if text.lstrip(" ").startswith(FORMULA) or harmless.lstrip().startswith(FORMULA) else harmless


def plain(text: str) -> str:
    """The text that `cell` made a cell of, as far as it is printable."""
    return text[1:] if text.startswith("'") and text[1:].lstrip(" ").startswith(FORMULA) else text


def _row(report: DocumentReport, item: Located) -> tuple[str, ...]:
    document, finding = report.document, item.finding
    return (
        document.path,
        *(str(number) for number in (*item.first, *item.last)),
        translated(item.where),
        finding.severity,
        finding.rule,
        translated(finding.message),
        document.text[finding.start : finding.end],
        translated(finding.expected or ""),
        " | ".join(instead(document, finding)),
        " | ".join(line for line, _ in reasons(finding.evidence, document.language, translated(finding.message))),
        finding.known,
    )
