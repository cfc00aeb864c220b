"""A checked archive as a database: its files as tables of an engine that reads Parquet where it lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck.archive.rows.tables_written import KINDS, ORDER
from factcheck.archive.running.run_record import read_record
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PRINTED = """
create view printed as
select findings.*, outlet, published, title, address, id
from findings join documents using (document)
where severity <> 'info'
"""
"""Findings that are more than a note, each with who printed it when."""


class Answer(NamedTuple):
    """The answer to a question: names of the columns, and rows of plain values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Database:
    """One checked archive or several; a question is SQL."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection

    def ask(self, sql: str, most: int = 0) -> Answer:
        """The answer to `sql`, at most so many rows of it (0: all). Raises FactcheckError for what is no good SQL."""
        import duckdb

        sql = sql.strip().rstrip(";")
        try:
            found = self._connection.execute(f"select * from (\n{sql}\n) limit {most}" if most else sql)
            columns = tuple(column[0] for column in found.description or ())
            return Answer(columns, tuple(found.fetchall()))
        except duckdb.Error as slip:
            raise FactcheckError(message("This cannot be asked: {reason}", reason=str(slip).strip())) from slip

    def open(self, folder: Path, schema: str = "main") -> None:
        """Makes the rows in `folder` the tables of a schema: documents, claims, findings."""
        self._connection.execute(f"create schema if not exists {schema}")
        for kind in KINDS:
            files = ", ".join(_quoted(str(path)) for path in _files(folder, kind))
            self._connection.execute(f"create view {schema}.{kind} as select * from read_parquet([{files}])")


@contextmanager
def database(folder: Path) -> Iterator[Database]:
    """The archive in `folder`: `documents`, `claims`, `findings`, and `printed` (see PRINTED).

    Raises FactcheckError where nothing was checked there, and without the extra `archive`.
    """
    with _connected() as connection:
        opened = Database(connection)
        opened.open(folder)
        opened.ask(PRINTED)
        yield opened


@contextmanager
def two_databases(old: Path, new: Path) -> Iterator[Database]:
    """Two archives side by side, as `old.documents`, `new.documents` and so on. Raises as `database` does."""
    with _connected() as connection:
        opened = Database(connection)
        opened.open(old, "old")
        opened.open(new, "new")
        yield opened


def query(name: str) -> str:
    """One of the questions that come with the product."""
    return (Path(__file__).parent / "queries" / f"{name}.sql").read_text("utf-8")


def is_finished(folder: Path) -> bool:
    """Whether the run that wrote a folder came to its end. Raises FactcheckError where none did."""
    return read_record(folder)["counts"] is not None


@contextmanager
def _connected() -> Iterator[DuckDBPyConnection]:
    try:
        import duckdb
    except ImportError as missing:
        sentence = message("Archives need the extra “archive”: pip install 'factcheck-newsroom[archive]'.")
        raise FactcheckError(sentence) from missing
    settings = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    with duckdb.connect(":memory:", config=settings) as connection:
        yield connection


def _files(folder: Path, kind: str) -> Sequence[Path]:
    """The files of the portions that are done: of a run that was stopped, those of which all three are there."""
    read_record(folder)
    names = set.intersection(*({path.name for path in (folder / each).glob("*.parquet")} for each in ORDER))
    if not names:
        raise FactcheckError(message("Nothing was checked in this folder."), str(folder))
    return [folder / kind / name for name in sorted(names)]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
