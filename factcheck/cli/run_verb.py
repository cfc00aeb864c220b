"""Any verb with any options, through the library of the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from factcheck.cli.group import factcheck
from factcheck.cli.help_language import translated_help
from factcheck.cli.status import INTERRUPTED, UNCHECKED


def run_verb(words: Sequence[str]) -> int:
    """Runs the verb that `words` name: its exit status. Raises what the verb raises, but nothing of click's."""
    try:
        status = translated_help(factcheck).main(words, "factcheck", standalone_mode=False)
    except click.ClickException as slip:
        slip.show()
        return UNCHECKED
    except click.Abort:
        return INTERRUPTED
    except SystemExit as leaving:
        return _left(leaving)
    return status if isinstance(status, int) else 0


def _left(leaving: SystemExit) -> int:
    """Shell completion is answered by click, which then leaves; otherwise it leaves because of a closed pipe."""
    if "_FACTCHECK_COMPLETE" not in os.environ:
        raise BrokenPipeError
    sys.stdout.flush()
    return leaving.code if isinstance(leaving.code, int) else 0
