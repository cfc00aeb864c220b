"""`factcheck reference propose`: articles in, draft rows out."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from factcheck.cache.patterns import compiled
from factcheck.cli.day import day
from factcheck.cli.problems import problem_of, show
from factcheck.cli.reference.pack_options import open_reference, pack_options
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.document.discover import discover
from factcheck.document.load import read_file
from factcheck.errors import FactcheckError
from factcheck.messages import message, translate, translate_many, translated
from factcheck.model import Problem
from factcheck.pipeline import read_case
from factcheck.reference.ask.reference import Reference
from factcheck.reference.edit.propose import Draft, Left, Stated, drafts, left_out
from factcheck.reference.packs.csv_table import parse_table, read_text
from factcheck.reference.packs.info import PackInfo
from factcheck.report.csv import cell
from factcheck.report.safe import printable, say
from factcheck.typed import TextIO

NUMBER = compiled(r"-?[0-9]+(?:\.[0-9]+)?")
TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
"""Endings of files that hold a table and no article."""


@click.command("propose", short_help="Draft the rows that trusted articles would add.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--source", metavar="URL", default="", help="What the rows name as their source (else the file).")
@click.option("--as-of", callback=day, metavar="DATE", help="When articles without a date were published.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Write a CSV per table here.")
@pack_options
def propose_rows(
    articles: tuple[str, ...],
    source: str,
    as_of: date | None,
    output: Path | None,
    reference: tuple[str, ...],
    only_reference: bool | None,
) -> int:
    """Read trusted ARTICLEs or press releases and draft the rows that the reference lacks.

    Nothing is added: look the rows through, mend them, and add them with
    `factcheck reference add PACK TABLE --from FILE`. The note says what the article has and in which line. What makes
    no row is told on standard error, with the reason.
    """
    known, problems = open_reference(reference, only_reference)
    files, missing = discover(articles, ())
    unread = list(missing)
    for file in files:
        if file.lower().endswith(TABLES):
            raise FactcheckError(message("This is a table: `factcheck reference import` reads it into a pack."), file)
    stated = [one for file in files for one in _read(file, source, as_of, known, unread)]
    for problem in unread:
        show(problem)
    _write(drafts(stated, known), known, output)
    _tell(left_out(stated, known))
    return UNCHECKED if problems or unread else CLEAN


def _tell(left: Sequence[Left]) -> None:
    """What makes no row, with the reason."""
    for one in left:
        text = " ".join(one.stated.written.split())
        said = translate("“{text}” left out: {why}", text=text, why=translated(one.why))
        print(printable(f"{one.stated.source}:{one.stated.line}: {said}"), file=sys.stderr)


def _read(file: str, source: str, as_of: date | None, reference: Reference, unread: list[Problem]) -> Iterator[Stated]:
    """What the article states that the reference has no answer to."""
    try:
        case = read_case(read_file(file, as_of=as_of), reference)
    except FactcheckError as error:
        unread.append(problem_of(error, file))
        return
    document = case.document
    published = document.published.isoformat() if document.published else ""
    for claim in case.claims:
        answer = case.answer(claim)
        if answer.verdict == "unverifiable" and not answer.facts:
            line = document.text.count("\n", 0, claim.start) + 1
            yield Stated(claim, case.text(claim), line, source or file, published)


def _write(rows: Sequence[Draft], reference: Reference, output: Path | None) -> None:
    if not rows:
        say(translate("the reference lacks nothing that these articles state"), sys.stderr)
    infos = {info.name: info for info in reference.packs}
    for pack, role in dict.fromkeys((row.pack, row.role) for row in rows):
        some = [row for row in rows if (row.pack, row.role) == (pack, role)]
        columns = _columns(infos[pack], role)
        if output is None:
            say(f"# {infos[pack].folder}: {role}", sys.stderr)
            _csv(sys.stdout, columns, some)
        else:
            output.mkdir(parents=True, exist_ok=True)
            path = output / f"{pack}-{role}.csv"
            with path.open("w", encoding="utf-8", newline="") as stream:
                _csv(stream, columns, some)
            said = translate_many("{number} row", "{number} rows", len(some))
            say(translate("{path}: {rows} for {folder}", path=path, rows=said, folder=infos[pack].folder))


def _columns(info: PackInfo, role: str) -> tuple[str, ...]:
    """The columns of the pack's own table, else those that the drafts fill."""
    for found, name in info.resources:
        if found == role:
            path = Path(info.folder) / name
            text, _ = read_text(path)
            table, _ = parse_table(text.split("\n", 1)[0], str(path))
            if table is not None:
                return tuple(table.columns)
    return ()


def _csv(stream: TextIO, columns: tuple[str, ...], rows: Sequence[Draft]) -> None:
    names = columns or tuple(dict.fromkeys(name for row in rows for name in row.cells))
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row.cells.get(name, "")) for name in names] for row in rows)


def _cell(text: str) -> str:
    """A number as it is, anything else as a cell that no spreadsheet runs."""
    return text if NUMBER.fullmatch(text) else cell(text)
