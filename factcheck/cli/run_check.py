"""The run of `factcheck check`: settings, reference, articles, report, exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factcheck.cli.checker import Checker, Result, make_checker
from factcheck.cli.filters import run_filters, say_idle
from factcheck.cli.options import Options, asked, settle
from factcheck.cli.problems import show
from factcheck.cli.run_output import RunOutput
from factcheck.cli.sources import Source, configured, find_sources, not_excluded
from factcheck.cli.status import CLEAN, FINDINGS, INTERRUPTED, UNCHECKED
from factcheck.cli.workers import results
from factcheck.config import Config
from factcheck.desk.standards import unknown_rules
from factcheck.filters.apply import Filtered, Filters, apply_filters
from factcheck.filters.baseline import Entry, fresh
from factcheck.filters.conflicting_articles import Known, held_against
from factcheck.messages import message, use_language
from factcheck.model import DocumentReport, Problem
from factcheck.report.output import Output, outputs, whole_file
from factcheck.report.reporter import Look, reporter
from factcheck.report.tally import Tally

if TYPE_CHECKING:
    from factcheck.filters.git import Touched


class Run(NamedTuple):
    """A run made ready: what to check, with what, how quietly."""

    options: Options
    config: Config
    sources: tuple[Source, ...]
    checker: Checker
    filters: Filters
    problems: tuple[Problem, ...]


class Listener(Protocol):
    """Told of each document of a run as it is shown; `watching` passes the results on, with a bar or without."""

    def document(self, filtered: Filtered) -> None: ...

    def watching(self, results: Iterable[Result], total: int) -> Iterator[Result]: ...


class Outcome(NamedTuple):
    """How far a run came; `fresh` counts without what the baseline knows, `idle` are its useless entries."""

    tally: Tally = Tally()
    fresh: Tally = Tally()
    problems: tuple[Problem, ...] = ()
    stale: tuple[Entry, ...] = ()
    expired: tuple[Entry, ...] = ()
    interrupted: bool = False


def check_articles(paths: Sequence[str], options: Options) -> int:
    """Checks the articles at `paths` (none: this folder) and writes the report: the exit status."""
    files, printed = outputs(options.output, options.format or "")
    run = make_ready(paths, options._replace(format=printed), [file.path for file in files])
    outcome = _reported(run, files)
    say_idle(outcome.stale, outcome.expired, run.options.baseline or "")
    return status(outcome, run.options.fail_on or "")


def _reported(run: Run, files: Sequence[Output]) -> Outcome:
    """Checks what the run asks for, and writes the report on standard output and into `files`."""
    names = run.checker.name
    writer = reporter(run.options.format or "", sys.stdout, names, Look(run.options.color))
    with ExitStack() as opened:
        into = [(file.format, opened.enter_context(whole_file(file.path))) for file in files]
        voice = RunOutput(writer, run.options, names, [reporter(form, out, names) for form, out in into])
        outcome = check_all(run, voice)
        voice.close(outcome.tally, outcome.problems)
    return outcome


def make_ready(paths: Sequence[str], options: Options, written: Sequence[str] = ()) -> Run:
    """The run that the arguments and the configuration ask for, with the paths of the reports that are `written`; what
    is wrong with it is shown at once."""
    paths = paths or (".",)
    config, slips = configured(paths[0])
    use_language(config.lang)
    settled = settle(options, config)
    touched = _touched(settled, paths[0])
    sources, missing = find_sources(paths, settled.exclude, touched, written)
    if settled.force_exclude:
        sources = not_excluded(sources, settled.exclude)
    checker = make_checker(settled)
    problems = (*slips, *unknown_rules(asked(settled)), *missing, *checker.problems)
    for problem in problems:
        show(problem)
    return Run(settled, config, sources, checker, run_filters(settled, config, touched), problems)


def check_all(run: Run, voice: Listener) -> Outcome:
    """Checks and writes one article after the other; what was done stays written when the user stops it."""
    outcome = Outcome(problems=run.problems)
    known: Known = {}
    try:
        for result in voice.watching(_results(run), len(run.sources)):
            outcome = _plus(outcome, result, run.filters, known, voice)
    except KeyboardInterrupt:
        return _stopped(outcome, len(run.sources))
    return outcome


def _stopped(outcome: Outcome, asked: int) -> Outcome:
    """A run that the user ended: its reports say that it is not whole."""
    done = outcome.tally.documents
    problem = Problem(message("stopped: {done} of {asked} articles were checked", done=done, asked=asked))
    show(problem)
    return outcome._replace(problems=(*outcome.problems, problem), interrupted=True)


def status(outcome: Outcome, fail_on: str) -> int:
    """The exit status of a run."""
    if outcome.interrupted:
        return INTERRUPTED
    if outcome.problems:
        return UNCHECKED
    return FINDINGS if outcome.fresh.at_least(fail_on) else CLEAN


def _touched(options: Options, first: str) -> Touched | None:
    if not options.since and not options.staged:
        return None
    from factcheck.filters import git

    place = Path(first)
    folder = next((folder for folder in (place, place.parent) if folder.is_dir()), Path())
    return git.touched_staged(folder) if options.staged else git.touched_since(options.since, folder)


def _results(run: Run) -> Iterable[Result]:
    if not run.options.fix:
        return results(run.sources, run.options, run.checker)
    from factcheck.cli.run_fix import run_fix

    return run_fix(run.sources, run.options, run.checker, run.filters)


def _plus(outcome: Outcome, result: Result, filters: Filters, known: Known, voice: Listener) -> Outcome:
    if isinstance(result, Problem):
        show(result)
        return outcome._replace(problems=(*outcome.problems, result))
    filtered = apply_filters(held_against(result, known), filters)
    voice.document(filtered)
    failures = _failures(result)
    return outcome._replace(
        tally=outcome.tally.plus(filtered.report),
        fresh=outcome.fresh.plus(fresh(filtered.report)) if filtered.report.findings else outcome.fresh,
        problems=(*outcome.problems, *failures),
        stale=(*outcome.stale, *filtered.stale),
        expired=(*outcome.expired, *filtered.expired),
    )


def _failures(report: DocumentReport) -> tuple[Problem, ...]:
    failures = tuple(Problem(failure, report.document.path) for failure in report.failures)
    for failure in failures:
        show(failure)
    return failures
