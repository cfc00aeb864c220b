"""`--fix`: what is settled without doubt is put into the files, or with --diff only shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.cli.checker import Checker, Result, result_of
from factcheck.cli.options import Options
from factcheck.cli.problems import problem_of
from factcheck.cli.sources import Source
from factcheck.document.offsets.line_table import line_table
from factcheck.document.read_document import BINARY, read_document
from factcheck.errors import FactcheckError
from factcheck.files import write_whole
from factcheck.filters.apply import Filters, apply_filters
from factcheck.fixes.encoding import encoded
from factcheck.fixes.loop import Fixing, fix
from factcheck.fixes.unified_diff import unified
from factcheck.messages import message, translate
from factcheck.model import DocumentReport, Problem
from factcheck.report.safe import printable, say

NEWLINE = "\n"


def run_fix(sources: Sequence[Source], options: Options, checker: Checker, filters: Filters) -> Iterator[Result]:
    """The reports of the articles as they are after mending; with `options.dry` as they would be."""
    for source in sources:
        result = result_of(source, options, checker)
        if isinstance(result, Problem):
            yield result
            continue
        try:
            yield _mended(source, result, options, checker, filters)
        except FactcheckError as error:
            yield result
            yield problem_of(error, source.path)


def _mended(
    source: Source, report: DocumentReport, options: Options, checker: Checker, filters: Filters
) -> DocumentReport:
    if Path(source.path).suffix.lower() in BINARY:
        return report  # what is mended is text; in Word its author mends it
    done = fix(
        apply_filters(report, filters).report,
        lambda text: apply_filters(_recheck(source, text, options, checker), filters).report,
    )
    if not done.done:
        return report
    if source.data is not None or not Path(source.path).is_file():
        raise FactcheckError(message("Only files as they lie on disk are mended."), source.path)
    before = Path(source.path).read_bytes()
    after = encoded(done.text, before, report.document.text, source.path)
    if options.dry:
        patch = unified(source.path, report.document.text, done.text)
        if sys.stdout.isatty():  # to be read; into a pipe it goes as `git apply` takes it
            patch = (f"{printable(line.rstrip(NEWLINE))}\n" for line in patch)
        sys.stdout.writelines(patch)
        return report
    write_whole(source.path, after)
    _say(report, done)
    return _recheck(source, done.text, options, checker)


def _recheck(source: Source, text: str, options: Options, checker: Checker) -> DocumentReport:
    return checker.check(read_document(source.path, text.encode(), as_of=options.as_of))


def _say(report: DocumentReport, done: Fixing) -> None:
    lines = line_table(report.document.text)
    for finding in done.done:
        start, end, replacement = finding.suggestions[0]
        line, column = lines.place(start)
        was, path = printable(report.document.text[start:end]), printable(report.document.path)
        what = translate("mended {was} -> {now} ({rule})", was=was, now=replacement, rule=finding.rule)
        say(f"{path}:{line}:{column}: {what}", sys.stderr)
