"""`factcheck reference show`: what is known of one subject."""

from __future__ import annotations

import click

from factcheck.cli.reference.grid import Grid, write
from factcheck.cli.reference.pack_options import format_option, open_reference, pack_options
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.errors import FactcheckError
from factcheck.model import COUNTRY, EntityRecord
from factcheck.reference.ask.reference import Reference
from factcheck.reference.describe import Line, entities_called, known_of

COLUMNS = ("period", "what", "value", "source", "row", "note")


@click.command("show", short_help="What is known of a place, a ministry, a company.")
@click.argument("subject")
@click.option("--year", metavar="YEAR", default="", help="Only this year (2024) or period (2024-Q1).")
@pack_options
@format_option
def show_subject(
    subject: str, year: str, reference: tuple[str, ...], only_reference: bool | None, form: str | None
) -> int:
    """Show all that is known of SUBJECT (its name, a press name or its id), with sources.

    ID stands for the whole country. A name that fits several is answered for each of them.
    """
    known, problems = open_reference(reference, only_reference)
    write([_grid(known, entity, year) for entity in _called(known, subject)], form)
    return UNCHECKED if problems else CLEAN


def _called(reference: Reference, subject: str) -> tuple[EntityRecord, ...]:
    found = entities_called(reference, subject)
    if not found and subject == COUNTRY:
        return (EntityRecord(COUNTRY, "the country", "", "", ""),)
    if not found:
        raise FactcheckError(f"“{subject}” is nobody in the reference.{_near(reference, subject)}")
    return found


def _near(reference: Reference, subject: str) -> str:
    from rapidfuzz import fuzz, process

    known = list(reference.aliases)
    near = [
        match[0] for match in process.extract(subject.casefold(), known, scorer=fuzz.ratio, score_cutoff=75, limit=3)
    ]
    names = dict.fromkeys(reference.entities[id].name for name in near for id in reference.aliases[name][:1])
    return f" Did you mean {' or '.join(names)}?" if names else ""


def _grid(reference: Reference, entity: EntityRecord, year: str) -> Grid:
    rows = [_cells(line) for line in known_of(reference, entity.id, year)]
    return Grid(f"{entity.name} ({entity.id})", COLUMNS, rows, right=("value",))


def _cells(line: Line) -> tuple[str, ...]:
    return (line.period, line.what, line.value, line.source, line.row, line.note)
