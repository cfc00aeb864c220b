"""SARIF 2.1.0, as code hosts and editors take up the findings of analysers.

Columns count code points (`columnKind`), fingerprints hold no line numbers, so that an alert is the same one after
edits elsewhere in the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.day_words import day_of
from factcheck.document.offsets.line_table import LineTable, line_table
from factcheck.filters.fingerprint import fingerprints
from factcheck.messages import language_in_use, translate, translated
from factcheck.model import Document, DocumentReport, Evidence, Problem, Suggestion
from factcheck.report.json import encode
from factcheck.report.located import Located, explained, located, uri
from factcheck.report.reporter import Look, Names
from factcheck.report.safe import printable
from factcheck.report.tally import Tally
from factcheck.rules import RuleInfo, known_rules
from factcheck.typed import Any, TextIO
from factcheck.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


class SarifReporter:
    """Writes results as they come, and the tool with its rules at the end."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out
        self._before = f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"results": [\n'

    def document(self, report: DocumentReport) -> None:
        document = report.document
        found = list(located(report))
        keys = fingerprints(document, [item.finding for item in found])
        lines = line_table(document.text)
        for item, key in zip(found, keys, strict=True):
            self._out.write(self._before + encode(_result(document, lines, item, key)))
            self._before = ",\n"

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        opening = self._before if self._before != ",\n" else ""
        rest = encode({"columnKind": "unicodeCodePoints", "invocations": [_invocation(problems)]})
        tool = f'"tool": {{"driver": {rules_of_sarif(language_in_use())}}}'
        self._out.write(f"{opening}\n], {tool}, {rest[1:-1]}}}]}}\n")


@cache
def rules_of_sarif(language: str) -> str:
    """The tool with its rules, in the language in use: made once where a process writes many reports."""
    rules = [_rule(rule) for rule in known_rules().values()]
    return encode({"name": "factcheck", "version": __version__, "semanticVersion": __version__, "rules": rules})


def _rule(rule: RuleInfo) -> dict[str, Any]:
    """A rule with its manual page, in the language of the run: hosts show it beside the finding."""
    from factcheck.manual.in_terminal import LABELS, in_short
    from factcheck.manual.pages import page

    manual = page(rule)
    title = translated(manual.title)
    parts = (manual.wrong, manual.right, translated(manual.why), in_short(manual))
    said = [(translated(label), part) for label, part in zip(LABELS, parts, strict=True)]
    return {
        "id": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": title},
        "help": {
            "text": "\n".join(f"{label}: {part}" for label, part in said),
            "markdown": "\n".join(f"- **{label}**: {part}" for label, part in said),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _invocation(problems: Sequence[Problem]) -> dict[str, Any]:
    notifications = [
        {"level": "error", "message": {"text": printable(translated(item.message))}, **_problem_place(item)}
        for item in problems
    ]
    return {"executionSuccessful": not problems, "toolExecutionNotifications": notifications}


def _problem_place(problem: Problem) -> dict[str, Any]:
    if not problem.path:
        return {}
    region = {"region": {"startLine": problem.line}} if problem.line else {}
    return {"locations": [{"physicalLocation": {"artifactLocation": _artifact(problem.path), **region}}]}


def _result(document: Document, lines: LineTable, item: Located, key: str) -> dict[str, Any]:
    finding = item.finding
    region = _region(lines, finding.start, finding.end)
    place: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _artifact(document.path),
            "region": {**region, "snippet": {"text": printable(document.text[finding.start : finding.end])}},
        }
    }
    if item.where:
        place["logicalLocations"] = [{"fullyQualifiedName": translated(item.where)}]
    fixes = [_fix(document, lines, way) for way in finding.suggestions]
    known = (
        [{"kind": "external", "justification": translate("known since {day}", day=translated(day_of(finding.known)))}]
        if finding.known
        else []
    )
    return {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": explained(document, item)},
        "locations": [place],
        "partialFingerprints": {"factcheck/v1": key},
        **({"fixes": fixes} if fixes else {}),
        **({"suppressions": known} if known else {}),
        "properties": {"expected": finding.expected, "evidence": [_evidence(each) for each in finding.evidence]},
    }


def _region(lines: LineTable, start: int, end: int) -> dict[str, int]:
    first, last = lines.place(start), lines.place(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": end - start,
    }


def _artifact(path: str) -> dict[str, str]:
    return {"uri": uri(path)}


def _fix(document: Document, lines: LineTable, way: Suggestion) -> dict[str, Any]:
    """One of the ways to mend the place."""
    replaced = {"deletedRegion": _region(lines, way.start, way.end), "insertedContent": {"text": way.replacement}}
    change = {"artifactLocation": _artifact(document.path), "replacements": [replaced]}
    told = translate("Write {text}", text=printable(way.replacement)) if way.replacement else translate("take it out")
    return {"description": {"text": told}, "artifactChanges": [change]}


def _evidence(evidence: Evidence) -> dict[str, str]:
    value = str(evidence.value)
    return {"source": evidence.source, "url": evidence.url, "value": value, "row": evidence.row}
