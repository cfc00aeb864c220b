"""The list of claims as JSON: one object, one line to a document, a claim as in the report of a check and more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from factcheck.model import DocumentReport, Problem
from factcheck.report.claims.lister import Row, in_reference, rows
from factcheck.report.json import document_object, encode, plain_value, tool_object
from factcheck.report.reporter import Look, Names
from factcheck.report.tally import VERDICTS, Tally

SCHEMA = "factcheck.claims/1"


class JsonClaims:
    """Writes documents as they come; nothing but the list goes to `out`."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out
        self._names = names
        self._before = f'{{"schema": {encode(SCHEMA)}, "tool": {encode(tool_object())}, "documents": [\n'

    def document(self, report: DocumentReport) -> None:
        whole = document_object(report._replace(findings=()), self._names)
        listed = zip(whole["claims"], rows(report, self._names), strict=True)
        claims = [{**claim, **_more(row)} for claim, row in listed]
        del whole["findings"]
        self._out.write(self._before + encode({**whole, "claims": claims}))
        self._before = ",\n"

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        opening = self._before if self._before != ",\n" else ""
        counts = {"documents": tally.documents, "claims": tally.claims}
        verdicts = dict(zip(VERDICTS, tally.verdicts, strict=True))
        rest = {"problems": [problem._asdict() for problem in problems], "summary": {**counts, **verdicts}}
        self._out.write(f"{opening}\n], {encode(rest)[1:]}\n")


def _more(row: Row) -> dict[str, Any]:
    """What the report of a check leaves out; `low` and `high` are what the writing of a number stands for."""
    claim = row.judged.claim
    return {
        "measure": claim.measure or None,
        "low": plain_value(claim.low) if claim.low is not None else None,
        "high": plain_value(claim.high) if claim.high is not None else None,
        "group": claim.group or None,
        "of": claim.of or None,
        "scope": claim.scope or None,
        "condition": claim.condition or None,
        "strength": claim.strength,
        "in_reference": in_reference(row.judged),
        "sentence": row.sentence,
        **({"place": row.where} if row.where else {}),
    }
