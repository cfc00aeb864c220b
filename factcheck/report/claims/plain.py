"""The list of claims, one line to a claim: `path:line:col: kind value; who, when; verdict; how it was read`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import DocumentReport, Problem
from factcheck.report.claim_words import claim_words
from factcheck.report.claims.lister import Row, rows, summary
from factcheck.report.reporter import Look, Names
from factcheck.report.safe import printable
from factcheck.report.tally import Tally
from factcheck.typed import TextIO


class PlainClaims:
    """Writes claims as the articles come and the counts on the last line."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out
        self._names = names

    def document(self, report: DocumentReport) -> None:
        path = printable(report.document.path)
        for row in rows(report, self._names):
            self._out.write(f"{path}:{row.place.line}:{row.place.column}: {line(row, self._names)}\n")

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        self._out.write(summary(tally, len(problems)) + "\n")


def line(row: Row, names: Names) -> str:
    """ "score 90,02; Kabupaten Mukomuko, 2023; agrees; in a quotation"."""
    claim = row.judged.claim
    about = ", ".join(part for part in (row.who, printable(claim.period)) if part)
    where = (row.where,) if row.where else ()
    return "; ".join(
        (
            printable(claim_words(claim, row.text, names)),
            *((about,) if about else ()),
            row.verdict,
            *row.details,
            *where,
        )
    )
