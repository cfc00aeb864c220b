"""The run of `factcheck baseline`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from factcheck.cli.checker import Result
from factcheck.cli.options import Options
from factcheck.cli.run_check import check_all, make_ready
from factcheck.cli.status import CLEAN, INTERRUPTED, UNCHECKED
from factcheck.config import Config
from factcheck.files import alone
from factcheck.filters.apply import Filtered
from factcheck.filters.baseline import Entry, entries_of
from factcheck.filters.baseline_file import NAME, article_key, gone, read_baseline, write_baseline
from factcheck.messages import translate
from factcheck.report.safe import say
from factcheck.report.words import counted


class Recorder:
    """Takes the findings of a run into the entries of a baseline."""

    def __init__(self, file: str, today: date, until: date | None) -> None:
        self.known = _known(file)
        self._lost = gone(self.known, file)
        self.articles: dict[str, dict[str, Entry]] = {}
        self._file, self._today, self._until = file, today, until

    def document(self, filtered: Filtered) -> None:
        """Puts the findings of one article in the place of what was known of it."""
        report = filtered.report
        key = article_key(report.document.path, self._file)
        before = self.known.get(key) or self._lost
        self.articles[key] = entries_of(report.document, report.findings, before, self._today, self._until)

    def watching(self, results: Iterable[Result], total: int) -> Iterator[Result]:
        """The results as they come."""
        yield from results


def write_known(paths: Sequence[str], options: Options, file: str, until: date | None) -> int:
    """Checks the articles at `paths` and writes their findings into the baseline `file`: the exit status.

    A run that is stopped writes nothing; articles that could not be read keep their entries.
    """
    run = make_ready(paths, options._replace(baseline=""))
    target = file or run.config.baseline or NAME
    recorder = Recorder(target, run.filters.today, until)
    outcome = check_all(run, recorder)
    if outcome.interrupted:
        return INTERRUPTED
    there = _written(target, recorder.articles)
    _say(target, there, run.config)
    return UNCHECKED if outcome.problems else CLEAN


def _written(target: str, articles: dict[str, dict[str, Entry]]) -> dict[str, dict[str, Entry]]:
    """Writes the entries of `articles` among those that the file has by now: another run may have written meanwhile."""
    with alone(Path(target).parent):
        merged = {**_known(target), **articles}
        there = {key: entries for key, entries in merged.items() if os.path.lexists(Path(target).parent / key)}
        write_baseline(target, there)
    return there


def _known(target: str) -> dict[str, dict[str, Entry]]:
    return read_baseline(target) if os.path.lexists(target) else {}


def _say(target: str, articles: dict[str, dict[str, Entry]], config: Config) -> None:
    known = sum(map(len, articles.values()))
    files = counted(sum(1 for entries in articles.values() if entries), "article")
    what = translate("{findings} in {files} taken as known.", findings=counted(known, "finding"), files=files)
    say(f"{target}: {what}", sys.stderr)
    if not config.baseline:
        hint = translate('Write baseline = "{file}" into factcheck.toml, or give --baseline {file}.', file=target)
        say(hint, sys.stderr)
