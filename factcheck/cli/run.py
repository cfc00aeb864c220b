"""The command from its arguments to its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from factcheck.cli.errors import bug, problem_of, show
from factcheck.cli.group import factcheck
from factcheck.cli.speaking import translate_help, without_language
from factcheck.cli.status import INTERRUPTED, UNCHECKED
from factcheck.errors import FactcheckError
from factcheck.model import Problem


def run(arguments: Sequence[str]) -> int:
    """Runs the verb that `arguments` name; every way out gives an exit status, none a traceback."""
    _write_anything()
    try:
        words = without_language(arguments)
        translate_help(factcheck)
        status = factcheck.main(words, "factcheck", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as slip:
        slip.show()
        return UNCHECKED
    except FactcheckError as error:
        return _unchecked(problem_of(error))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit as leaving:
        return _left(leaving)
    except BrokenPipeError:
        return _unread()
    except Exception as error:
        return _unchecked(bug(error, ""))
    return status if isinstance(status, int) else 0


def _write_anything() -> None:
    """Characters that the terminal's encoding lacks are written as escapes instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _unchecked(problem: Problem) -> int:
    show(problem)
    return UNCHECKED


def _left(leaving: SystemExit) -> int:
    """Shell completion is answered by click, which then leaves; otherwise it leaves because of a closed pipe."""
    if "_FACTCHECK_COMPLETE" not in os.environ:
        return _unread()
    sys.stdout.flush()
    return leaving.code if isinstance(leaving.code, int) else 0


def _unread() -> int:
    """Whoever read the report has gone (`factcheck check | head`); Python must not try to write the rest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return UNCHECKED
