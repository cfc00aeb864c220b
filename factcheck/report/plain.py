"""One line to a finding, as editors, hooks and logs read it: `path:line:col: severity rule message`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.messages import translate, translated
from factcheck.model import DocumentReport, Problem
from factcheck.report.reporter import Look, Names
from factcheck.report.safe import printable
from factcheck.report.tally import Tally
from factcheck.report.words import counted, coverage, findings
from factcheck.typed import TextIO


class PlainReporter:
    """Writes findings as they come and the summary on the last line."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out

    def document(self, report: DocumentReport) -> None:
        if not report.findings:
            return
        path = printable(report.document.path)
        from factcheck.report.located import located

        for finding, (line, column), _, where in located(report):
            message = printable(translated(finding.message)) + (f" ({translated(where)})" if where else "")
            self._out.write(f"{path}:{line}:{column}: {finding.severity} {finding.rule} {message}\n")

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        self._out.write(summary(tally, len(problems)) + "\n")


def summary(tally: Tally, problems: int) -> str:
    """ "3 articles, 2 clean: 1 error; 31 claims: 27 agree, ...; 1 could not be checked"."""
    unread = translate("{problems}, see above", problems=counted(problems, "problem"))
    if problems and not tally.documents:
        return translate("nothing was checked: {problems}", problems=unread)
    articles = f"{counted(tally.documents, 'article')}: {findings(tally)}; {coverage(tally)}"
    return f"{articles}; {unread}" if problems else articles
