"""JSON, one object to a line: each article as in the JSON report (`kind` "document"), the counts last ("summary")."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import DocumentReport, Problem
from factcheck.report.json import SCHEMA, document_fields, encoded, summary_object, tool_object
from factcheck.report.reporter import Look, Names
from factcheck.report.spool import Spool
from factcheck.report.tally import Tally
from factcheck.typed import TextIO


class JsonLinesReporter:
    """Writes each article as it comes."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out
        self._names = names

    def document(self, report: DocumentReport) -> None:
        self._write("document", document_fields(report, self._names))

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        fields = {"tool": tool_object(), "problems": [problem._asdict() for problem in problems]}
        self._write("summary", {**fields, "summary": summary_object(tally)})

    def _write(self, kind: str, fields: dict[str, object]) -> None:
        line = Spool(encoded({"schema": SCHEMA, "kind": kind, **fields}))
        line.add("\n")
        line.write_to(self._out)
