"""What was written held against what was read: nothing lost, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.archive.rows.row_kinds import DocumentRow
from factcheck.archive.rows.tables_written import KINDS
from factcheck.archive.running.job import Done, done_with
from factcheck.messages import message
from factcheck.typed import Any

COUNTED = ("status", "reason", "remark", "document", "claims", "errors", "warnings", "infos")


def differences(folder: Path, expected: Mapping[str, int]) -> Iterator[str]:
    """Every difference between the portions that were handed out, with their numbers of articles, and the files.

    It is the files that are counted, by their footers: not what workers said.
    """
    for kind in KINDS:
        there = {path.stem for path in (folder / kind).glob("*.parquet")}
        for name in sorted(expected.keys() - there):
            yield message("{kind}/{name}.parquet is missing.", kind=kind, name=name)
        for name in sorted(there - expected.keys()):
            yield message("{kind}/{name}.parquet belongs to no portion of the inputs.", kind=kind, name=name)
    for name, articles in expected.items():
        yield from _counted(folder, name, articles)


def _counted(folder: Path, name: str, articles: int) -> Iterator[str]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        footers = {kind: pq.read_metadata(folder / kind / f"{name}.parquet") for kind in KINDS}
    except FileNotFoundError:
        return  # said above
    except (OSError, pa.ArrowException) as slip:
        yield message("{name}.parquet cannot be read: {reason}.", name=name, reason=str(slip).partition("\n")[0])
        return
    told = footers["documents"].metadata or {}
    wanted = {kind: int(told.get(kind.encode(), -1)) for kind in ("claims", "findings")}
    for kind, rows in {"documents": articles, **wanted}.items():
        if footers[kind].num_rows != rows:
            counts = {"kind": kind, "name": name, "rows": footers[kind].num_rows, "wanted": rows}
            yield message("{kind}/{name}.parquet has {rows} rows; there should be {wanted}.", **counts)


def done_before(folder: Path, name: str) -> Done:
    """What is told of a portion that a run before wrote."""
    import pyarrow.parquet as pq

    table = pq.read_table(folder / "documents" / f"{name}.parquet", columns=list(COUNTED), use_threads=False)
    empty: dict[str, Any] = dict.fromkeys(DocumentRow._fields)
    return done_with(name, [DocumentRow(**{**empty, **row}) for row in table.to_pylist()])
