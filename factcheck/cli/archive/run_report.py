"""What is asked of a checked archive, and how the answer is shown."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from factcheck.archive.asking.archive_tables import REPORT, Table, difference_tables, report_tables
from factcheck.archive.asking.database import database, is_finished, two_databases
from factcheck.archive.running.run_record import read_record
from factcheck.cli.archive.show_tables import show_answer, show_tables
from factcheck.cli.status import CLEAN, FINDINGS
from factcheck.errors import FactcheckError
from factcheck.files import write_whole
from factcheck.messages import message, translate, translate_many
from factcheck.report.safe import say

FORMATS_OF_TABLES = ("plain", "csv", "json")


def report_archive(folder: str, sql: str, only: str, most: int, form: str, output: str) -> int:
    """Shows the report on an archive, or the answer to a question of the user's own: the exit status."""
    place = Path(folder)
    _say_unfinished(place)
    wanted = _wanted(only)
    with database(place) as opened:
        if sql:
            show_answer(opened.ask(sql), form)
            return CLEAN
        tables = report_tables(opened, wanted, most)
        if output:
            _write_page(output, translate("The archive {folder}", folder=folder), place, list(tables))
        else:
            show_tables(tables, form)
    return CLEAN


def diff_archives(old: str, new: str, most: int, form: str, output: str) -> int:
    """Shows what the second of two archives says otherwise: the exit status."""
    before, now = Path(old), Path(new)
    for place in (before, now):
        _say_unfinished(place)
    with two_databases(before, now) as opened:
        tables = list(difference_tables(opened, before, now, most))
    if output:
        _write_page(output, translate("From {old} to {new}", old=old, new=new), now, tables)
    elif tables or form == "json":
        show_tables(tables, form)
    else:
        say(translate("Both say the same."))
    return FINDINGS if tables else CLEAN


def _wanted(only: str) -> Sequence[str]:
    """The names of the tables to show. Raises FactcheckError for one that there is not."""
    names = only.replace(",", " ").split() or list(REPORT)
    for name in names:
        if name not in REPORT:
            there = ", ".join(REPORT)
            raise FactcheckError(message("There is no table “{name}”; there are: {there}.", name=name, there=there))
    return names


def _say_unfinished(folder: Path) -> None:
    if not is_finished(folder):
        sentence = translate("this run has not come to its end: what follows is what was checked so far.")
        say(f"{folder}: {sentence}", sys.stderr)


def _write_page(path: str, title: str, folder: Path, tables: Sequence[Table]) -> None:
    from factcheck.archive.asking.archive_page import archive_page

    record = read_record(folder)
    counts = record["counts"] or {}
    words = (
        translate_many("{number} article", "{number} articles", counts.get("documents", 0)),
        translate_many("{number} not checked", "{number} not checked", counts.get("unread", 0)),
        translate_many("{number} claim", "{number} claims", counts.get("claims", 0)),
        translate_many("{number} error", "{number} errors", counts.get("errors", 0)),
        translate_many("{number} warning", "{number} warnings", counts.get("warnings", 0)),
    )
    packs = ", ".join(f"{pack['name']} {pack['version']}" for pack in record["packs"])
    write_whole(path, archive_page(title, ", ".join(words), packs, tables).encode())
