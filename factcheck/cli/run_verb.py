"""Any verb with any options, through the library of the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import StringIO

import click

from factcheck.cli.group import factcheck
from factcheck.cli.help_language import translated_help
from factcheck.cli.status import INTERRUPTED, UNCHECKED
from factcheck.report.safe import say


def run_verb(words: Sequence[str]) -> int:
    """Runs the verb that `words` name: its exit status. Raises what the verb raises, but nothing of click's."""
    try:
        status = translated_help(factcheck).main(words, "factcheck", standalone_mode=False)
    except click.ClickException as slip:
        _show(slip)
        return UNCHECKED
    except click.Abort:
        return INTERRUPTED
    except SystemExit as leaving:
        return _left(leaving)
    return status if isinstance(status, int) else 0


def _show(slip: click.ClickException) -> None:
    """What click says of a wrong call; it names what was typed, maybe by a script from names of files."""
    said = StringIO()
    slip.show(said)
    for line in said.getvalue().removesuffix("\n").split("\n"):
        say(line, sys.stderr)


def _left(leaving: SystemExit) -> int:
    """Shell completion is answered by click, which then leaves; otherwise it leaves because of a closed pipe."""
    if "_FACTCHECK_COMPLETE" not in os.environ:
        raise BrokenPipeError
    sys.stdout.flush()
    return leaving.code if isinstance(leaving.code, int) else 0
