"""Articles of a Parquet file: cut into slices by what its footer says, read by the worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.archive.inputs.columns import find_columns
from factcheck.archive.inputs.record import Columns, Record, Slice
from factcheck.archive.inputs.row_record import record_of, too_large, unread
from factcheck.document.decode import SIZE_LIMIT
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

ROWS = 64
"""Rows that are taken from the file at a time: what is read ahead of need stays small."""
BUFFER = 1 << 20


def open_parquet(path: str) -> ParquetFile:
    """A file opened. Raises FactcheckError where it is damaged or is none, OSError where it is not there."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.ParquetFile(path, buffer_size=BUFFER)
    except pa.ArrowInvalid as slip:
        raise FactcheckError(message("This Parquet file is damaged or cut off: it has no footer."), path) from slip
    except (pa.ArrowException, NotImplementedError) as slip:
        raise FactcheckError(
            message("This Parquet file cannot be read: {reason}.", reason=_first(slip)), path
        ) from slip


def parquet_names(path: str) -> tuple[str, ...]:
    """The names of the columns."""
    with open_parquet(path) as file:
        return tuple(file.schema_arrow.names)


def parquet_slices(path: str, given: Mapping[str, str], size: int, most: int) -> Iterator[tuple[Slice, int]]:
    """The file in slices of about `size` bytes of text and at most `most` rows, each with its share of bytes on disk.

    Raises as `open_parquet` and `find_columns` do.
    """
    with open_parquet(path) as file:
        columns = find_columns(file.schema_arrow.names, given, path)
        row = 1
        for number in range(file.metadata.num_row_groups):
            group = file.metadata.row_group(number)
            step = max(1, min(most, int(size / max(_text_bytes(group, columns) / max(group.num_rows, 1), 1))))
            for first in range(0, group.num_rows, step):
                rows = min(step, group.num_rows - first)
                yield Slice(path, number, first, rows, row + first, columns), _share(group, rows)
            row += group.num_rows


def _text_bytes(group: Any, columns: Columns) -> int:
    """Bytes of the text in a group of rows, unpacked."""
    parts = [group.column(place) for place in range(group.num_columns)]
    wanted = columns.text or columns.html
    return sum(part.total_uncompressed_size for part in parts if part.path_in_schema.split(".")[0] == wanted)


def _share(group: Any, rows: int) -> int:
    parts = (group.column(place).total_compressed_size for place in range(group.num_columns))
    return int(sum(parts) * rows / group.num_rows)


def slice_records(part: Slice) -> Iterator[Record]:
    """The articles of a slice; where the file is damaged, what can no longer be read is told row by row."""
    done = 0
    try:
        for record in _records(part):
            yield record
            done += 1
    except Exception as slip:
        reason = message("This part of the Parquet file is damaged: {reason}.", reason=_first(slip))
        for row in range(part.row + done, part.row + part.rows):
            yield unread(part.path, row, reason)


def _records(part: Slice) -> Iterator[Record]:
    seen = 0
    with open_parquet(part.path) as file:
        for batch in file.iter_batches(ROWS, [part.group], list(part.columns.named), use_threads=False):
            if seen + batch.num_rows > part.first:
                left, right = max(part.first - seen, 0), min(part.first + part.rows - seen, batch.num_rows)
                for place in range(left, right):
                    yield _record(batch, place, part.row + seen + place - part.first, part)
            seen += batch.num_rows
            if seen >= part.first + part.rows:
                return


def _record(batch: Any, place: int, row: int, part: Slice) -> Record:
    """The article at a place of a batch; one that is too large never becomes text."""
    text = batch.column(part.columns.text or part.columns.html)[place]
    size = len(text.as_buffer()) if hasattr(text, "as_buffer") and text.is_valid else 0
    if size > SIZE_LIMIT:
        return unread(part.path, row, too_large(size))
    values = {name: batch.column(name)[place].as_py() for name in part.columns.named}
    return record_of(part.path, row, values, part.columns)


def _first(slip: Exception) -> str:
    """The first line of what a library says."""
    return str(slip).strip().partition("\n")[0][:200].rstrip(".") or type(slip).__name__
