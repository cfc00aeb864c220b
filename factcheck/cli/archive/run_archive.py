"""The run of `factcheck archive check`: inputs, desk, progress, what is said at the end, exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from factcheck.archive.inputs.columns import find_columns, read_columns
from factcheck.archive.inputs.find_inputs import Input, find_inputs
from factcheck.archive.inputs.portions import names_of
from factcheck.archive.running.article_check import desk_of
from factcheck.archive.running.check_archive import Hands, Outcome, check_archive
from factcheck.archive.running.job import Standard
from factcheck.archive.running.pack_states import made_by, pack_states
from factcheck.archive.running.run_record import Run
from factcheck.cli.archive.archive_progress import watching
from factcheck.cli.problems import show
from factcheck.cli.status import CLEAN, INTERRUPTED, UNCHECKED
from factcheck.errors import FactcheckError
from factcheck.messages import language_in_use, translate, translate_many
from factcheck.model import Problem
from factcheck.report.safe import say
from factcheck.typed import NamedTuple


class ArchiveOptions(NamedTuple):
    """The options of the verb."""

    output: str
    columns: str = ""
    resume: bool = False
    workers: int = 1
    cluster: str = ""
    portion: int = 1_000_000
    limit: float = 60.0
    reference: tuple[str, ...] = ()
    only_reference: bool | None = None
    as_of: date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def run_archive(paths: Sequence[str], options: ArchiveOptions) -> int:
    """Checks an archive and says what came of it: the exit status."""
    run, problems = _run_of(paths, options)
    for problem in problems:
        show(problem)
    say_columns(run.inputs, run.columns)
    folder = Path(options.output)
    hands = Hands(options.workers, options.cluster)
    try:
        with watching(sum(each.size for each in run.inputs)) as listener:
            outcome = check_archive(run, folder, hands, listener, resume=options.resume)
    except KeyboardInterrupt:
        say(translate("Stopped: run the same with --resume to do what is left."), sys.stderr)
        return INTERRUPTED
    return _said(outcome, listener.unread, folder, problems)


def _run_of(paths: Sequence[str], options: ArchiveOptions) -> tuple[Run, tuple[Problem, ...]]:
    """What is asked for, and the problems of settings and packs. Raises FactcheckError where it cannot be."""
    columns = read_columns(options.columns)
    chosen = {name: getattr(options, name) for name in ("reference", "only_reference", "select", "ignore")}
    standard = Standard(str(Path.cwd()), language=language_in_use(), **chosen)
    desk = desk_of(standard)
    held = desk.standards()
    made, packs = made_by(desk), pack_states(desk)
    as_of = options.as_of.isoformat() if options.as_of else ""
    return Run(find_inputs(paths), columns, options.portion, standard, made, packs, as_of, options.limit), held.problems


def say_columns(inputs: Iterable[Input], given: Mapping[str, str]) -> None:
    """Says which columns hold what, once for all inputs that have the same."""
    seen: dict[str, list[str]] = {}
    for each in inputs:
        if line := _columns_line(each, given):
            seen.setdefault(line, []).append(each.path)
    for line, paths in seen.items():
        more = translate(" and {number} more", number=len(paths) - 1) if len(paths) > 1 else ""
        say(f"{paths[0]}{more}: {line}", sys.stderr)


def _columns_line(given: Input, columns: Mapping[str, str]) -> str:
    try:
        names = names_of(given) if not given.problem else ()
        found = find_columns(names, columns, given.path)._asdict() if names else {}
    except (FactcheckError, OSError):
        return ""  # said where it is read
    if not found:
        return ""
    known = ", ".join(f"{part} = {name}" for part, name in found.items() if name)
    lacking = ", ".join(part for part, name in found.items() if not name and part not in ("html", "text"))
    return known + (translate("; no column for {parts}", parts=lacking) if lacking else "")


def _said(outcome: Outcome, unread: Sequence[tuple[str, str]], folder: Path, problems: Sequence[Problem]) -> int:
    """Says what could not be checked and the counts: the exit status."""
    counts = outcome.counts
    for document, reason in unread:
        show(Problem(reason, document))
    hidden = counts.unread + counts.partly - len(unread)
    if hidden > 0:
        sentence = translate_many(
            "{number} more article was not checked", "{number} more articles were not checked", hidden
        )
        say(translate("{sentence}: documents with a reason.", sentence=sentence), sys.stderr)
    for difference in outcome.differences:
        show(Problem(difference, str(folder)))
    _say_counts(outcome, folder)
    return UNCHECKED if counts.unread or counts.partly or outcome.differences or problems else CLEAN


def _say_counts(outcome: Outcome, folder: Path) -> None:
    counts = outcome.counts
    checked = counts.documents - counts.unread
    words = (
        translate_many("{number} article checked", "{number} articles checked", checked),
        translate_many("{number} not checked", "{number} not checked", counts.unread),
        translate_many("{number} claim", "{number} claims", counts.claims),
        translate_many("{number} error", "{number} errors", counts.errors),
        translate_many("{number} warning", "{number} warnings", counts.warnings),
    )
    say(", ".join(words) + ".")
    if counts.remarks:
        say(translate_many("{number} article has a remark.", "{number} articles have a remark.", counts.remarks))
    if outcome.differences:
        say(translate("What was read and what was written differ: run the same with --resume."))
    elif counts.documents:
        say(translate("factcheck archive report {folder} shows what they say.", folder=folder))
