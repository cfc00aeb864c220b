"""The list of claims as JSON: one object, one line to a document, a claim as in the report of a check and more."""

from __future__ import annotations

from factcheck.model import DocumentReport
from factcheck.report.claims.lister import Row, in_reference, rows
from factcheck.report.json import JsonReporter, document_fields, plain_value
from factcheck.report.tally import VERDICTS, Tally
from factcheck.typed import Any

SCHEMA = "factcheck.claims/1"


class JsonClaims(JsonReporter):
    """Writes documents as they come; nothing but the list goes to `out`."""

    schema = SCHEMA

    def entry(self, report: DocumentReport) -> dict[str, Any]:
        """One entry of `documents`: no findings, and more of each claim."""
        whole = document_fields(report._replace(findings=()), self.names)
        listed = zip(whole["claims"], rows(report, self.names), strict=True)
        del whole["findings"]
        return {**whole, "claims": ({**claim, **_more(row)} for claim, row in listed)}

    def summary(self, tally: Tally) -> dict[str, int]:
        """The counts of documents, claims and verdicts."""
        verdicts = dict(zip(VERDICTS, tally.verdicts, strict=True))
        return {"documents": tally.documents, "claims": tally.claims, **verdicts}


def _more(row: Row) -> dict[str, Any]:
    """What the report of a check leaves out; `low` and `high` are what the writing of a number stands for."""
    claim = row.judged.claim
    return {
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
