"""Rows added to a table of a pack, through all checks, in one step."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.files import alone, write_whole
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.load.compile import diagnose
from factcheck.reference.packs.csv_table import parse_table
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.info import PackInfo
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.system_words import reason_of

Row = Mapping[str, str]
"""Column -> cell."""


def add_rows(
    pack: Path, table_name: str, rows: Sequence[Row], beside: Sequence[Path]
) -> tuple[Path, tuple[Problem, ...]]:
    """Adds rows to a table, named by its file or its role: the table, and the errors for which nothing was written.

    The pack with the rows is checked as a whole, together with the packs `beside` it. Raises FactcheckError where
    the pack has no such table or column, or was changed meanwhile.
    """
    table = table_of(pack, table_name)
    before = _read(table)
    after = before + lines_of(before.decode("utf-8-sig", "replace"), rows, table).encode()
    problems = errors_with(pack, {table.relative_to(pack).as_posix(): after}, beside)
    if not problems:
        with alone(pack):
            if _read(table) != before:
                raise FactcheckError(
                    message("This table was changed meanwhile: nothing was added, try again."), str(table)
                )
            write_whole(str(table), after)
    return table, problems


def table_of(pack: Path, table: str) -> Path:
    """The table of that file, else the first of that role. Raises FactcheckError where there is none."""
    return pack / _resource(pack, table)[1]


def role_of(pack: Path, table: str) -> str:
    """The role of the table of that file, or that role. Raises FactcheckError where the pack has no such table."""
    return _resource(pack, table)[0]


def _resource(pack: Path, table: str) -> tuple[str, str]:
    resources = _info(pack).resources
    for role, name in resources:
        if table in (name, name.removesuffix(".csv")):
            return role, name
    for role, name in resources:
        if table == role:
            return role, name
    known = ", ".join(f"{name} ({role})" for role, name in resources)
    raise FactcheckError(
        message("This pack has no table “{table}”: it has {known}.", table=table, known=known), str(pack / DESCRIPTOR)
    )


def _info(pack: Path) -> PackInfo:
    path = pack / DESCRIPTOR
    info, problems = read_descriptor(_read(path).decode("utf-8-sig", "replace"), str(path), str(pack))
    if info is None or problems:
        first = problems[0]
        raise FactcheckError(first.message, first.path, first.line, first.column)
    return info


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as slip:
        raise FactcheckError(message("This cannot be read: {reason}.", reason=reason_of(slip)), str(path)) from slip


def lines_of(text: str, rows: Sequence[Row], path: Path) -> str:
    """The rows as lines to stand under the table `text`: its columns, its line ends. Raises FactcheckError."""
    table, problems = parse_table(text, str(path))
    if table is None:
        raise FactcheckError(problems[0].message, str(path), problems[0].line)
    for name in (name for row in rows for name in row):
        if name not in table.columns:
            known = ", ".join(table.columns)
            raise FactcheckError(
                message("This table has no column “{name}”: it has {known}.", name=name, known=known), str(path)
            )
    end = "\r\n" if "\r\n" in text else "\n"
    out = StringIO()
    writer = csv.writer(out, lineterminator=end)
    writer.writerows([row.get(name, "") for name in table.columns] for row in rows)
    missing_end = "" if text.endswith("\n") else end
    return missing_end + out.getvalue()


def errors_with(pack: Path, files: Mapping[str, bytes], beside: Sequence[Path]) -> tuple[Problem, ...]:
    """What would be wrong with the pack with these files in it, checked in a copy; said of the pack itself."""
    with tempfile.TemporaryDirectory(prefix="factcheck-") as work:
        copy = copy_with(pack, files, Path(work))
        errors = diagnose([copy], beside).errors
        return tuple(problem._replace(path=str(pack / Path(problem.path).relative_to(copy))) for problem in errors)


def copy_with(pack: Path, files: Mapping[str, bytes], work: Path) -> Path:
    """A copy of the pack (of nothing, where there is none yet) in the folder `work`, with these files in it."""
    copy = work / pack.name
    if pack.exists():
        shutil.copytree(pack, copy, ignore=shutil.ignore_patterns(".*"))
    for name, data in files.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(data)
    return copy
