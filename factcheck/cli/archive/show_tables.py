"""Tables in a terminal, a pipe, a spreadsheet, a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.archive.asking.archive_tables import HEADS, Table
from factcheck.archive.asking.database import Answer
from factcheck.archive.asking.shown_value import is_number, plain, shown_value
from factcheck.messages import translated
from factcheck.report.csv import cell
from factcheck.report.safe import escaped_json, printable, say

LONGEST = 60
"""Characters of a cell in a terminal or a pipe; the formats for programs cut nothing."""


def show_answer(answer: Answer, form: str) -> None:
    """Prints one answer in the format plain, csv or json."""
    if form == "json":
        print(_json(_objects(answer)))
    elif form == "csv":
        _csv(answer)
    else:
        _lines(answer)


def show_tables(tables: Iterable[Table], form: str) -> None:
    """Prints tables one under another: plain under their headings, as JSON an object with a list to each name."""
    if form == "json":
        print(_json({each.name: _objects(each.answer) for each in tables}))
        return
    for place, each in enumerate(tables):
        if place:
            print()
        if form == "plain":
            say(translated(each.title))
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


def _lines(answer: Answer) -> None:
    """Columns side by side, numbers to the right."""
    heads = [translated(HEADS.get(name, name)) for name in answer.columns]
    rows = [[_cut(printable(shown_value(value))) for value in row] for row in answer.rows]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    right = [all(is_number(row[place]) for row in answer.rows) for place in range(len(heads))]
    for row in (heads, ["-" * width for width in widths], *rows):
        print(_line(row, widths, right))


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    cells = (
        text.rjust(width) if number else text.ljust(width)
        for text, width, number in zip(row, widths, right, strict=True)
    )
    return "  ".join(cells).rstrip()


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
