"""Annotations of GitHub Actions: `::error file=…,line=…::message`, the worst first, for few of them are shown."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.messages import translated
from factcheck.model import DocumentReport, Problem
from factcheck.report.located import Located, explained, located
from factcheck.report.plain import summary
from factcheck.report.reporter import Look, Names
from factcheck.report.safe import printable
from factcheck.report.tally import SEVERITIES, Tally
from factcheck.typed import NamedTuple, TextIO

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class Annotation(NamedTuple):
    """One line, and how heavy it is (0: the heaviest)."""

    weight: int
    line: str


class GithubReporter:
    """Holds the annotations until the end, to write the worst first."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out
        self._annotations: list[Annotation] = []

    def document(self, report: DocumentReport) -> None:
        for item in located(report):
            severity = "info" if item.finding.known else item.finding.severity
            line = _command(
                COMMANDS[severity], _properties(report.document.path, item), explained(report.document, item)
            )
            self._annotations.append(Annotation(SEVERITIES.index(severity), line))

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        lines = [_problem(problem) for problem in problems]
        lines += [annotation.line for annotation in sorted(self._annotations, key=lambda each: each.weight)]
        self._out.write("".join(f"{line}\n" for line in lines))
        self._out.write(summary(tally, len(problems)) + "\n")


def _properties(path: str, item: Located) -> dict[str, str]:
    places = {"line": item.first.line, "col": item.first.column}
    if item.last.line == item.first.line:
        places |= {"endLine": item.last.line, "endColumn": item.last.column}
    return {"file": path, **{name: str(value) for name, value in places.items()}, "title": item.finding.rule}


def _problem(problem: Problem) -> str:
    fields = {"file": problem.path, "line": str(problem.line or ""), "col": str(problem.column or "")}
    return _command("error", {**fields, "title": "not checked"}, translated(problem.message))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    fields = ",".join(f"{key}={printable(value).translate(_PROPERTY)}" for key, value in properties.items() if value)
    return f"::{name} {fields}::{printable(message).translate(_DATA)}"
