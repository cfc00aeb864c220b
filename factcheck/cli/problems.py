"""The one place where errors reach the user: on standard error, in a sentence, without a traceback."""

from __future__ import annotations

import os
import sys

from factcheck.errors import FactcheckError
from factcheck.messages import message, translated
from factcheck.model import Problem
from factcheck.report.safe import printable


def problem_of(error: FactcheckError, path: str = "") -> Problem:
    """The error as a record; `path` is what was being read, where the error does not say."""
    return Problem(error.message, error.path or path, error.line, error.column)


def bug(error: Exception, path: str) -> Problem:
    """What ended the check of `path` and nobody foresaw: a machine too small, or a slip of the program itself.

    The slip is raised again when FACTCHECK_DEBUG is set.
    """
    if os.environ.get("FACTCHECK_DEBUG"):
        raise error
    if isinstance(error, MemoryError):
        return Problem(message("There is not enough memory for this; check it in smaller parts."), path)
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(frame.filename)}:{frame.lineno}"  # noqa: PTH119
    cause = f"{type(error).__name__} at {where}: {error}"
    return Problem(
        message("This is a bug in factcheck, please report it ({cause}); FACTCHECK_DEBUG=1 shows all.", cause=cause),
        path,
    )


def show(problem: Problem) -> None:
    """Prints a problem on standard error: `path:line:column: what is wrong`."""
    place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part)
    sentence = translated(problem.message)
    line = f"{place}: {sentence}" if place else f"factcheck: {sentence}"
    print(printable(line), file=sys.stderr)
