"""The options of `factcheck check`, and how the configuration fills them in."""

import sys
from datetime import date
from typing import NamedTuple

from factcheck.config import Config


class Options(NamedTuple):
    """The options of the command; None and empty mean not given, so that the configuration decides."""

    format: str | None = None
    output: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    only_reference: bool | None = None
    leave_out: tuple[str, ...] = ()
    as_of: date | None = None
    exclude: tuple[str, ...] = ()
    fail_on: str | None = None
    color: str = "auto"
    stdin_filename: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    force_exclude: bool = False
    since: str = ""
    staged: bool = False
    fix: bool = False
    dry: bool = False
    jobs: int = 0
    quiet: bool = False
    verbose: bool = False
    statistics: bool = False


def settle(options: Options, config: Config) -> Options:
    """Options with what the command line does not say taken from the configuration, lists added together."""
    only = config.only_reference if options.only_reference is None else options.only_reference
    return options._replace(
        format=options.format or config.format or ("rich" if sys.stdout.isatty() else "plain"),
        reference=(*config.reference, *options.reference),
        only_reference=only,
        leave_out=config.leave_out,
        exclude=(*config.exclude, *options.exclude),
        fail_on=options.fail_on or config.fail_on,
        baseline=config.baseline if options.baseline is None else options.baseline,
    )
