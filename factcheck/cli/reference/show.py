"""`factcheck reference show`: what is known of one subject."""

from __future__ import annotations

import click

from factcheck.cli.reference.grid import Grid, write
from factcheck.cli.reference.pack_options import format_option, nobody, open_reference, pack_options
from factcheck.cli.reference.subject_page import WIDTH, page
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.model import COUNTRY, EntityRecord
from factcheck.reference.ask.reference import Reference
from factcheck.reference.describe import Line, entities_called, known_of

COLUMNS = ("pack", "period", "what", "value", "source", "row", "note")


@click.command("show", short_help="What is known of a place, a ministry, a company.")
@click.argument("subject")
@click.option("--year", metavar="YEAR", default="", help="Only this year (2024) or period (2024-Q1).")
@pack_options
@format_option
def show_subject(
    subject: str, year: str, reference: tuple[str, ...], only_reference: bool | None, form: str | None
) -> int:
    """Show all that is known of SUBJECT (its name, a press name or its id): a line a year, the sources once.

    ID stands for the whole country. A name that fits several is answered for each of them. --format json and csv
    have every row with its full address and note.
    """
    known, problems = open_reference(reference, only_reference)
    found = _called(known, subject)
    if form in ("json", "csv"):
        write([_grid(known, entity, year) for entity in found], form)
    else:
        for entity in found:
            for line in page(f"{entity.name} ({entity.id})", list(known_of(known, entity.id, year)), _width()):
                print(line)
    return UNCHECKED if problems else CLEAN


def _width() -> int:
    """The columns of the terminal; 80 elsewhere, so that a page may go into a mail."""
    from shutil import get_terminal_size

    return max(get_terminal_size((WIDTH, 24)).columns, 40)


def _called(reference: Reference, subject: str) -> tuple[EntityRecord, ...]:
    found = entities_called(reference, subject)
    if not found and subject == COUNTRY:
        return (EntityRecord(COUNTRY, "the country", "", "", ""),)
    if not found:
        raise nobody(reference, subject)
    return found


def _grid(reference: Reference, entity: EntityRecord, year: str) -> Grid:
    rows = [_cells(line) for line in known_of(reference, entity.id, year)]
    return Grid(f"{entity.name} ({entity.id})", COLUMNS, rows, right=("value",))


def _cells(line: Line) -> tuple[str, ...]:
    return (line.pack, line.period, line.what, line.value, line.source, line.row, line.note)
