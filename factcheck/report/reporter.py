"""What every format is: told of one document after the other, and of the end."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from factcheck.formats import REPORTERS
from factcheck.model import DocumentReport, Problem, Report
from factcheck.report.tally import Tally
from factcheck.typed import Any, NamedTuple, Protocol, TextIO

Names = Callable[[str], str]
"""The name of the entity with an id, or what a measure is called (`pack:measure`); the id itself where it has none."""


FOR_PEOPLE = ("rich", "plain")


class Look(NamedTuple):
    """How a report looks: `color` is auto, always or never; `width` is in columns, 0: the terminal's own."""

    color: str = "auto"
    width: int = 0


class Reporter(Protocol):
    """Writes a report as the documents come, so that a long run is seen and held in no memory."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None: ...

    def document(self, report: DocumentReport) -> None:
        """Writes what was found in one document."""

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        """Writes the summary; `problems` have been shown to the user already."""


def reporter(format_name: str, out: TextIO, names: Names, look: Look = Look()) -> Reporter:  # noqa: B008
    """The reporter of a format, a key of `REPORTERS`, that writes to `out`."""
    module, _, name = REPORTERS[format_name].reporter.partition(":")
    made: Any = getattr(import_module(module), name)
    return made(out, names, look)  # type: ignore[no-any-return]


def standard_output(format_name: str) -> TextIO:
    """Standard output for a report of a format: what programs, browsers and spreadsheets read is UTF-8 there too,
    whatever the encoding of a terminal would be, unless it is one."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if format_name not in FOR_PEOPLE and reconfigure and not sys.stdout.isatty():
        reconfigure(encoding="utf-8", errors=sys.stdout.errors)
    return sys.stdout


def write(report: Report, format_name: str, out: TextIO, look: Look = Look()) -> None:  # noqa: B008
    """Writes a finished report to `out`."""
    names = dict(report.entities)
    writer = reporter(format_name, out, lambda entity: names.get(entity, entity), look)
    tally = Tally()
    for document in report.documents:
        writer.document(document)
        tally = tally.plus(document)
    writer.close(tally, report.problems)
