"""CSV in any dialect: what stands between cells is found out by looking which mark gives rows of one width."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.importing.sheet import Sheet, even

DELIMITERS = ("\t", ";", "|", ",")
"""In the order of trust: a comma is also a decimal sign."""
NAMES = {
    "\t": message("tabs between cells"),
    ";": message("semicolons between cells"),
    "|": message("bars between cells"),
    ",": message("commas between cells"),
}
SAMPLE = 400
"""Lines looked at."""
ENOUGH = 0.5
"""The share of lines that must be of one width for a mark to be believed."""


def read_csv(text: str, file: str) -> Sheet:
    """The rows of a CSV file. Raises FactcheckError where a quotation mark is left open."""
    delimiter = delimiter_of(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        for cells in reader:
            rows += [[] for _ in range(reader.line_num - len(rows) - 1)]
            rows.append([cell.strip() for cell in cells])
    except csv.Error as slip:
        sentence = message("This line is no CSV ({reason}): is a quotation mark left open?", reason=str(slip))
        raise FactcheckError(sentence, file, len(rows) + 1) from slip
    return Sheet(file, "", even([list(row) for row in rows]), NAMES[delimiter])


def delimiter_of(text: str) -> str:
    """The mark between cells: the first of `DELIMITERS` that cuts most lines into as many cells, else a comma."""
    lines = [line for line in text.splitlines()[:SAMPLE] if line.strip()]
    for delimiter in DELIMITERS:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row))
        width, times = max(widths.items(), key=lambda item: item[1], default=(1, 0))
        if width > 1 and times >= ENOUGH * len(lines):
            return delimiter
    return max(DELIMITERS, key=lambda mark: sum(mark in line for line in lines))
