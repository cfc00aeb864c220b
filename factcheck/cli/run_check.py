"""The run of `factcheck check`: settings, reference, articles, report, exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from factcheck.cli.checker import Checker, Result, make_checker
from factcheck.cli.filters import say_idle
from factcheck.cli.options import Options, asked, settle
from factcheck.cli.own_settings import OwnSettings, own_sources
from factcheck.cli.run_output import RunOutput
from factcheck.cli.sources import Source, without_reports
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
from factcheck.report.reporter import Look, Reporter, reporter, standard_output
from factcheck.report.tally import Tally
from factcheck.typed import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from factcheck.filters.git import Touched


class Run(NamedTuple):
    """A run made ready: what to check, with what, how quietly. `own` are the settings of each article, `options` and
    `config` those of the run as a whole."""

    options: Options
    config: Config
    own: OwnSettings
    sources: tuple[Source, ...]
    checker: Checker
    filters: Filters
    problems: tuple[Problem, ...]


class Listener(Protocol):
    """Told of each document of a run as it is shown; `watching` passes the results on, with a bar or without."""

    def document(self, filtered: Filtered) -> None: ...

    def watching(self, results: Iterable[Result], total: int) -> Iterator[Result]: ...


Idle = Mapping[str, tuple[tuple[Entry, ...], tuple[Entry, ...]]]


class Outcome(NamedTuple):
    """How far a run came; `failing` says whether any finding is as heavy as the settings of its article allow none to
    be, `idle` are the useless entries of each baseline: those mended, those past their day."""

    tally: Tally = Tally()
    failing: bool = False
    problems: tuple[Problem, ...] = ()
    idle: Idle = {}  # noqa: RUF012 - a named tuple's default, never written to
    interrupted: bool = False


def check_articles(paths: Sequence[str], options: Options) -> int:
    """Checks the articles at `paths` (none: this folder) and writes the report: the exit status."""
    copies = [name for name in options.output if name.lower().endswith(".docx")]
    files, printed = outputs((name for name in options.output if name not in copies), options.format or "")
    run = make_ready(paths, options._replace(format=printed), [*(file.path for file in files), *copies])
    outcome = _reported(run, files, copies)
    for baseline, (stale, expired) in outcome.idle.items():
        say_idle(stale, expired, baseline)
    return status(outcome)


def _reported(run: Run, files: Sequence[Output], copies: Sequence[str]) -> Outcome:
    """Checks what the run asks for, and writes the report on standard output, into `files` and as comments into
    `copies` of a Word file."""
    names = run.checker.name
    form = run.options.format or ""
    writer = reporter(form, standard_output(form), names, Look(run.options.color))
    with ExitStack() as opened:
        into = [(file.format, opened.enter_context(whole_file(file.path))) for file in files]
        beside = [reporter(form, out, names) for form, out in into]
        voice = RunOutput(writer, run.options, names, [*beside, *_copies(run, copies)])
        outcome = check_all(run, voice)
        voice.close(outcome.tally, outcome.problems)
    return outcome


def _copies(run: Run, names: Sequence[str]) -> Iterator[Reporter]:
    if names:
        from factcheck.report.word_copy import WordCopy

        yield from (WordCopy(name, run.checker.name, [source.path for source in run.sources]) for name in names)


def make_ready(paths: Sequence[str], options: Options, written: Sequence[str] = ()) -> Run:
    """The run that the arguments and the configuration ask for, with the paths of the reports that are `written`; what
    is wrong with it is shown at once."""
    paths = paths or (".",)
    touched = _touched(options, paths[0])
    own = OwnSettings(options, touched)
    config = own.shared(paths)
    use_language(config.lang)
    sources, missing = own_sources(paths, own, touched)
    sources = without_reports(sources, paths, written)
    checker = make_checker(own, [source.path for source in sources] or paths)
    slips = (slip for standing in own.all() for slip in standing.slips)
    problems = (*slips, *unknown_rules(asked(options)), *missing, *checker.problems)
    for problem in problems:
        from factcheck.cli.problems import show

        show(problem)
    return Run(settle(options, config), config, own, sources, checker, own.filters(), problems)


def check_all(run: Run, voice: Listener) -> Outcome:
    """Checks and writes one article after the other; what was done stays written when the user stops it."""
    outcome = Outcome(problems=run.problems)
    known: Known = {}
    try:
        for result in voice.watching(_results(run), len(run.sources)):
            outcome = _plus(outcome, result, run, known, voice)
    except KeyboardInterrupt:
        return _stopped(outcome, len(run.sources))
    return outcome


def _stopped(outcome: Outcome, asked: int) -> Outcome:
    """A run that the user ended: its reports say that it is not whole."""
    done = outcome.tally.documents
    problem = Problem(message("stopped: {done} of {asked} articles were checked", done=done, asked=asked))
    from factcheck.cli.problems import show

    show(problem)
    return outcome._replace(problems=(*outcome.problems, problem), interrupted=True)


def status(outcome: Outcome) -> int:
    """The exit status of a run."""
    if outcome.interrupted:
        return INTERRUPTED
    if outcome.problems:
        return UNCHECKED
    return FINDINGS if outcome.failing else CLEAN


def _touched(options: Options, first: str) -> Touched | None:
    if not options.since and not options.staged:
        return None
    from factcheck.filters import git

    place = Path(first)
    folder = next((folder for folder in (place, place.parent) if folder.is_dir()), Path())
    return git.touched_staged(folder) if options.staged else git.touched_since(options.since, folder)


def _results(run: Run) -> Iterable[Result]:
    if not run.options.fix:
        return results(run.sources, run.options, run.own, run.checker)
    from factcheck.cli.run_fix import run_fix

    return run_fix(run.sources, run.options, run.checker, run.filters)


def _plus(outcome: Outcome, result: Result, run: Run, known: Known, voice: Listener) -> Outcome:
    if isinstance(result, Problem):
        from factcheck.cli.problems import show

        show(result)
        return outcome._replace(problems=(*outcome.problems, result))
    filtered = apply_filters(held_against(result, known), run.filters)
    options = run.own.of(result.document.path).options
    voice.document(filtered)
    failures = _failures(result)
    tally = outcome.tally.plus(filtered.report)
    return outcome._replace(
        tally=tally._replace(known=tally.known + filtered.known),
        failing=outcome.failing or _fails(filtered.report, options.fail_on or ""),
        problems=(*outcome.problems, *failures),
        idle=_idle(outcome.idle, options.baseline or "", filtered),
    )


def _fails(report: DocumentReport, fail_on: str) -> bool:
    """Whether a finding that the baseline does not know is heavy enough to end the run with."""
    return bool(report.findings) and Tally().plus(fresh(report)).at_least(fail_on) > 0


def _idle(idle: Idle, baseline: str, filtered: Filtered) -> Idle:
    if not filtered.stale and not filtered.expired:
        return idle
    stale, expired = idle.get(baseline, ((), ()))
    return {**idle, baseline: ((*stale, *filtered.stale), (*expired, *filtered.expired))}


def _failures(report: DocumentReport) -> tuple[Problem, ...]:
    failures = tuple(Problem(failure, report.document.path) for failure in report.failures)
    for failure in failures:
        from factcheck.cli.problems import show

        show(failure)
    return failures
