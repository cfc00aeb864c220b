"""What checks one article: the reference loaded, the stages in their order."""

import gc
from collections.abc import Callable
from typing import NamedTuple

from factcheck.cli.options import Options
from factcheck.cli.problems import bug, problem_of
from factcheck.cli.sources import Source, read
from factcheck.desk.packs_loaded import load_packs
from factcheck.errors import FactcheckError
from factcheck.model import Document, DocumentReport, Problem

Result = DocumentReport | Problem


class Checker(NamedTuple):
    """`check` gives the report of a document, `name` the name of an entity, `problems` are those of the packs."""

    check: Callable[[Document], DocumentReport]
    name: Callable[[str], str]
    problems: tuple[Problem, ...]


def make_checker(options: Options) -> Checker:
    """The checker of a run: the packs that its options name, loaded."""
    packs = load_packs(options.reference, bool(options.only_reference), options.leave_out)
    gc.freeze()  # what is loaded lives as long as the run: no collection need look through it again
    return Checker(packs.check, packs.name, packs.problems)


def result_of(source: Source, options: Options, checker: Checker) -> Result:
    """The report of one article, or why it could not be checked."""
    try:
        return checker.check(read(source, options.as_of, options.stdin_filename))
    except FactcheckError as error:
        return problem_of(error, source.path)
    except Exception as error:
        return bug(error, source.path)
