"""Tables in a terminal, a pipe, a spreadsheet, a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from shutil import get_terminal_size

from factcheck.archive.asking.archive_tables import COUNTS, HEADS, PLACES, SPARED, Table
from factcheck.archive.asking.database import Answer
from factcheck.archive.asking.shown_value import is_number, plain, shown_value
from factcheck.cli.archive.fitted_lines import LONGEST, Column, fitted, lines_of_table
from factcheck.messages import translate, translated
from factcheck.report.csv import cell
from factcheck.report.reporter import standard_output
from factcheck.report.safe import escaped_json, printable, say
from factcheck.typed import Any


def show_answer(answer: Answer, form: str) -> None:
    """Prints one answer in the format plain, csv or json."""
    standard_output(form)
    if form == "json":
        print(_json(_objects(answer)))
    elif form == "csv":
        _csv(answer)
    else:
        _lines(answer)


def show_tables(tables: Iterable[Table], form: str) -> None:
    """Prints tables one under another: plain under their headings, as JSON an object with a list to each name."""
    standard_output(form)
    if form == "json":
        print(_json({each.name: _objects(each.answer) for each in tables}))
        return
    for place, each in enumerate(tables):
        if place:
            print()
        if form == "plain":
            say(translated(each.title))
            _lines(each.for_people, SPARED)
            if each.rest:
                say(each.rest)
        else:
            show_answer(each.answer, form)


def _objects(answer: Answer) -> list[dict[str, Any]]:
    return [dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows]


def _json(value: Any) -> str:
    return escaped_json(json.dumps(value, ensure_ascii=False))


def _csv(answer: Answer) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow([cell(shown_value(value)) for value in row])


def _lines(answer: Answer, spared: Sequence[str] = ()) -> None:
    """Columns side by side, on a terminal within its width; what found no room there is told."""
    columns = [column.cut(LONGEST) for column in _columns(answer)]
    shown = fitted(columns, get_terminal_size().columns, spared) if sys.stdout.isatty() else columns
    for line in lines_of_table(shown):
        print(line)
    if hidden := [column.head for column in columns if column.name not in {each.name for each in shown}]:
        say(translate("(no room here for: {columns})", columns=", ".join(hidden)))


def _columns(answer: Answer) -> Iterator[Column]:
    for place, name in enumerate(answer.columns):
        values = [row[place] for row in answer.rows]
        cells = tuple(printable(shown_value(value, name in COUNTS)) for value in values)
        yield Column(name, translated(HEADS.get(name, name)), cells, all(map(is_number, values)), name in PLACES)
