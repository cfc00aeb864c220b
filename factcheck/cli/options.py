"""The options of `factcheck check`, and how the configuration fills them in."""

import sys
from datetime import date

from factcheck.config import Config
from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.desk.standards import Asked


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
    show_known: bool = False
    force_exclude: bool = False
    since: str = ""
    staged: bool = False
    fix: bool = False
    dry: bool = False
    jobs: int = 0
    quiet: bool = False
    verbose: bool = False
    statistics: bool = False
    warm: bool = False


def settle(options: Options, config: Config) -> Options:
    """Options with what the command line does not say taken from the configuration, lists added together."""
    from factcheck.desk.standards import settled

    return options._replace(
        format=options.format or config.format or ("rich" if sys.stdout.isatty() else "plain"),
        exclude=(*config.exclude, *options.exclude),
        fail_on=options.fail_on or config.fail_on,
        **settled(asked(options), config)._asdict(),
    )


def asked(options: Options) -> "Asked":
    """Those of the options that say how an article is checked, whoever checks it."""
    from factcheck.desk.standards import Asked

    return Asked(*(getattr(options, name) for name in Asked._fields))
