"""How much a run says: the report on standard output, remarks and progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from factcheck.cli.checker import Result
from factcheck.cli.options import Options
from factcheck.document.offsets.line_table import line_table
from factcheck.filters.apply import Filtered
from factcheck.messages import translate, translated
from factcheck.model import DocumentReport, Problem
from factcheck.report.reporter import Names, Reporter
from factcheck.report.safe import printable, say
from factcheck.report.tally import Tally
from factcheck.report.words import counted, coverage, published
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.cli.statistics import Statistics

FOR_PEOPLE = ("rich", "plain")
"""Formats of which --quiet may leave out parts; a program gets its whole report."""
MANY = 20
"""Articles from which on a run shows how far it is."""


class RunOutput:
    """Writes the documents of a run as its options ask."""

    def __init__(self, writer: Reporter, options: Options, names: Names, files: Sequence[Reporter] = ()) -> None:
        self._writer = writer
        self._files = files
        self._options = options
        self._brief = options.quiet and options.format in FOR_PEOPLE
        self._muted = options.fix and options.dry
        self._statistics = _statistics(options, names)

    def document(self, filtered: Filtered) -> None:
        """Writes one document, and the remarks about it."""
        if self._options.verbose:
            _remark(filtered)
        if self._statistics is not None:
            self._statistics.plus(filtered.report)
        report = _spoken(filtered.report)
        if not self._muted and (report.findings or not self._brief):
            self._writer.document(report)
        for file in self._files:
            file.document(report)

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        """Writes the summary."""
        if not self._brief and not self._muted:
            self._writer.close(tally, problems)
        for file in self._files:
            file.close(tally, problems)
        if self._statistics is not None:
            out = sys.stdout if self._options.format in FOR_PEOPLE and not self._muted else sys.stderr
            out.write("".join(f"{line}\n" for line in self._statistics.lines()))

    def watching(self, results: Iterable[Result], total: int) -> Iterator[Result]:
        """The results as they come, with a bar on the terminal where the report does not show how far it is."""
        seen = sys.stdout.isatty() and not self._brief
        if total < MANY or seen or not sys.stderr.isatty():
            yield from results
            return
        from factcheck.cli.progress import watched

        yield from watched(results, total)


def _spoken(report: DocumentReport) -> DocumentReport:
    """`report` with its messages in the language of the run."""
    if not report.findings:
        return report
    findings = tuple(finding._replace(message=translated(finding.message)) for finding in report.findings)
    return report._replace(findings=findings)


def _statistics(options: Options, names: Names) -> Statistics | None:
    if not options.statistics:
        return None
    from factcheck.cli.statistics import Statistics

    return Statistics(names)


def _remark(filtered: Filtered) -> None:
    """What a doubting user wants to know: what was read, and what was found and is not shown."""
    document = filtered.report.document
    path = printable(document.path)
    day = published(document) or translate("day of publication unknown")
    claims = coverage(Tally().plus(filtered.report))
    hidden = translate("{findings} not shown", findings=counted(len(filtered.hidden), "finding"))
    say(f"{path}: {day}; {claims}; {hidden}", sys.stderr)
    lines = line_table(document.text) if filtered.hidden else None
    for finding, reason in filtered.hidden:
        assert lines is not None
        line, column = lines.place(finding.start)
        why = translate("not shown: {rule}, {reason}", rule=finding.rule, reason=printable(translated(reason)))
        say(f"{path}:{line}:{column}: {why}", sys.stderr)
