"""The run of `factcheck check`: settings, reference, articles, report, exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from factcheck.cli.errors import bug, problem_of, show
from factcheck.cli.packs import pack_folders
from factcheck.cli.status import CLEAN, FINDINGS, INTERRUPTED, UNCHECKED
from factcheck.config import Config, load_config
from factcheck.document.discover import STDIN, discover
from factcheck.document.load import read_file, read_stream
from factcheck.errors import FactcheckError
from factcheck.model import Document, DocumentReport, Problem
from factcheck.report.base import Look, Reporter, reporter
from factcheck.report.tally import Tally

Checker = Callable[[Document], DocumentReport]


class Options(NamedTuple):
    """The options of the command; None and empty mean not given, so that the configuration decides."""

    format: str | None = None
    reference: tuple[str, ...] = ()
    only_reference: bool | None = None
    as_of: date | None = None
    exclude: tuple[str, ...] = ()
    fail_on: str | None = None
    color: str = "auto"
    stdin_filename: str = ""


class Outcome(NamedTuple):
    """How far a run came."""

    tally: Tally = Tally()
    problems: tuple[Problem, ...] = ()
    interrupted: bool = False


def check_articles(paths: Sequence[str], options: Options) -> int:
    """Checks the articles at `paths` (none: this folder) and writes the report: the exit status."""
    paths = paths or (".",)
    config, problems = load_config(Path("." if paths[0] == STDIN else paths[0]))
    settled = settle(options, config)
    files, missing = discover(paths, settled.exclude)
    checker, names, broken = _checker(settled)
    problems = (*problems, *missing, *broken)
    for problem in problems:
        show(problem)
    writer = reporter(settled.format or "", sys.stdout, names, Look(settled.color))
    outcome = _check_all(files, settled, checker, writer, problems)
    writer.close(outcome.tally, outcome.problems)
    return status(outcome, settled.fail_on or "")


def settle(options: Options, config: Config) -> Options:
    """Options with what the command line does not say taken from the configuration, lists added together."""
    only = config.only_reference if options.only_reference is None else options.only_reference
    return options._replace(
        format=options.format or config.format or ("rich" if sys.stdout.isatty() else "plain"),
        reference=(*config.reference, *options.reference),
        only_reference=only,
        exclude=(*config.exclude, *options.exclude),
        fail_on=options.fail_on or config.fail_on,
    )


def status(outcome: Outcome, fail_on: str) -> int:
    """The exit status of a run."""
    if outcome.interrupted:
        return INTERRUPTED
    if outcome.problems:
        return UNCHECKED
    return FINDINGS if outcome.tally.at_least(fail_on) else CLEAN


def _checker(options: Options) -> tuple[Checker, Callable[[str], str], tuple[Problem, ...]]:
    """What checks a document against the reference, what names its entities, and what is wrong with it."""
    from factcheck.pipeline import check_document
    from factcheck.reference.cachedir import cache_folder
    from factcheck.reference.store import load

    folders = pack_folders(options.reference, bool(options.only_reference))
    reference, problems = load(folders, cache_folder())

    def name(entity: str) -> str:
        known = reference.entities.get(entity)
        return known.name if known else entity

    return lambda document: check_document(document, reference), name, problems


def _check_all(
    files: Sequence[str], options: Options, checker: Checker, writer: Reporter, problems: tuple[Problem, ...]
) -> Outcome:
    """Checks and writes one file after the other; what was done stays written when the user stops it."""
    outcome = Outcome(problems=problems)
    try:
        for result in _results(files, options, checker):
            outcome = _plus(outcome, result, writer)
    except KeyboardInterrupt:
        return outcome._replace(interrupted=True)
    return outcome


def _plus(outcome: Outcome, result: DocumentReport | Problem, writer: Reporter) -> Outcome:
    if isinstance(result, Problem):
        show(result)
        return outcome._replace(problems=(*outcome.problems, result))
    writer.document(result)
    failures = tuple(Problem(failure, result.document.path) for failure in result.failures)
    for failure in failures:
        show(failure)
    return outcome._replace(tally=outcome.tally.plus(result), problems=(*outcome.problems, *failures))


def _results(files: Sequence[str], options: Options, checker: Checker) -> Iterator[DocumentReport | Problem]:
    for file in files:
        try:
            yield checker(_read(file, options))
        except FactcheckError as error:
            yield problem_of(error, file)
        except Exception as error:
            yield bug(error, file)


def _read(file: str, options: Options) -> Document:
    if file == STDIN:
        return read_stream(sys.stdin.buffer, options.stdin_filename or STDIN, as_of=options.as_of)
    return read_file(file, as_of=options.as_of)
