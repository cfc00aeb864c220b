"""The rows of a portion on disk: three Parquet files, of which a reader never sees half."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from factcheck.archive.rows.row_kinds import ClaimRow, DocumentRow, FindingRow, Rows
from factcheck.errors import FactcheckError
from factcheck.files import own_name
from factcheck.messages import message
from factcheck.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pyarrow as pa

KINDS: Mapping[str, type[tuple[Any, ...]]] = {"documents": DocumentRow, "claims": ClaimRow, "findings": FindingRow}
"""The folders of a checked archive, and what a row is in each."""
ORDER = ("claims", "findings", "documents")
"""In which order the files of a portion are put in their places: it is done when that of its documents is there."""
WRITING = ".writing"
"""The folder below the archive in which files are written before they are put in their places."""
TYPES = {
    "str": "string", "int": "int32", "bool": "bool", "float | None": "double", "date | None": "date32[day]",
    "list[str]": "list<string>",
}  # fmt: skip
"""Types of the rows, as Parquet has them."""


class UnwrittenError(FactcheckError):
    """The system refuses to write: a full disk, a missing permission. No other portion will fare better."""


class Made(NamedTuple):
    """By what the rows were made: the version of the program, and a key of the content of all packs."""

    version: str
    packs: str


def write_rows(folder: Path, name: str, rows: Rows, made: Made) -> None:
    """Writes the files of a portion, each whole or not at all. Raises UnwrittenError where the system refuses."""
    counts = {b"claims": str(len(rows.claims)).encode(), b"findings": str(len(rows.findings)).encode()}
    try:
        ready = [
            (_written(folder, _table(kind, getattr(rows, kind), made), counts), folder / kind / f"{name}.parquet")
            for kind in ORDER
        ]
        for path, place in ready:
            path.replace(place)
    except OSError as slip:
        reason = slip.strerror or str(slip)
        sentence = message("This cannot be written: {reason}. Mend that and run the same with --resume.", reason=reason)
        raise UnwrittenError(sentence, str(folder)) from slip


def is_done(folder: Path, name: str) -> bool:
    """Whether the files of a portion are there."""
    return all((folder / kind / f"{name}.parquet").is_file() for kind in ORDER)


def _written(folder: Path, table: pa.Table, counts: Mapping[bytes, bytes]) -> Path:
    """A table in a file of its own beside its place; nothing of it is left where that fails."""
    import pyarrow.parquet as pq

    path = own_name(folder / WRITING)
    try:
        with path.open("xb") as file:
            pq.write_table(table.replace_schema_metadata(counts), file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _table(kind: str, rows: Sequence[tuple[Any, ...]], made: Made) -> pa.Table:
    import pyarrow as pa

    schema = _schema(kind)
    columns = list(zip(*rows, strict=True)) or [()] * (len(schema) - len(made))
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=False)]
    constant = [pa.repeat(pa.scalar(each, pa.string()), len(rows)) for each in made]
    return pa.Table.from_arrays([*arrays, *constant], schema=schema)


@cache
def _schema(kind: str) -> pa.Schema:
    import pyarrow as pa

    types = {"int32": pa.int32(), "string": pa.string(), "bool": pa.bool_(), "double": pa.float64()}
    types |= {"date32[day]": pa.date32(), "list<string>": pa.list_(pa.string())}
    written = {**KINDS[kind].__annotations__, "version": "str", "packs": "str"}
    return pa.schema([(name, types[TYPES[str(getattr(t, "__forward_arg__", t))]]) for name, t in written.items()])
