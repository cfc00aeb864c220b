"""Articles of a web archive: every page that was served, whatever else was fetched with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factcheck.archive.inputs.chunks import Chunk, read_chunks
from factcheck.archive.inputs.record import At, Record
from factcheck.archive.inputs.row_record import too_large, unread
from factcheck.document.decode import SIZE_LIMIT
from factcheck.errors import FactcheckError
from factcheck.messages import message

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

PAGES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
"""What is read as an article, and how."""


class _Stream:
    """The chunks of a file as something to read from; keeps what was said of damage."""

    def __init__(self, chunks: Iterator[Chunk]) -> None:
        self._chunks = chunks
        self._held = b""
        self._given = 0
        self.at = 0
        self.damage: list[str] = []

    def read(self, size: int) -> bytes:
        """At most `size` bytes, none at the end."""
        while not self._held:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._held, self.at = chunk.data, chunk.at
            if chunk.damage:
                self.damage.append(chunk.damage)
        found, self._held = self._held[:size], self._held[size:]
        self._given += len(found)
        return found

    def tell(self) -> int:
        """How many bytes were read from this."""
        return self._given


def warc_records(path: str) -> Iterator[At]:
    """The pages of a web archive. Raises FactcheckError without the extra `archive`, OSError as `read_chunks` does."""
    stream = _Stream(read_chunks(path))
    row = 0
    for record in _responses(stream, path):
        for damage in stream.damage:
            row += 1
            yield unread(path, row, damage), stream.at
        stream.damage.clear()
        if (ending := _ending(record)) is not None:
            row += 1
            yield _page(path, row, record, ending), stream.at
    for number, damage in enumerate(stream.damage, row + 1):
        yield unread(path, number, damage), stream.at


def _responses(stream: _Stream, path: str) -> Iterator[WarcRecord]:
    try:
        from fastwarc import ArchiveIterator, WarcRecordType
    except ImportError as missing:
        sentence = message("Web archives need the extra “archive”: pip install 'factcheck-newsroom[archive]'.")
        raise FactcheckError(sentence, path) from missing
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    source: Any = stream
    try:
        yield from ArchiveIterator(source, record_types=wanted, auto_decode="all")
    except (GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as slip:  # the library is no Python: what ends it there is no Exception
        reason = type(slip).__name__
        raise FactcheckError(message("This web archive is damaged: {reason}.", reason=reason), path) from slip


def _ending(record: WarcRecord) -> str | None:
    """How a record is read; None for one that is no page: a picture, a redirection, an error."""
    if record.is_http:
        if record.http_headers is None or record.http_headers.status_code != 200:
            return None
        kind = record.http_content_type
    else:
        kind = record.headers.get("Content-Type")
    return PAGES.get((kind or "").partition(";")[0].strip().lower())


def _page(path: str, row: int, record: WarcRecord, ending: str) -> Record:
    found = Record(
        path,
        row,
        ending=ending,
        address=record.headers.get("WARC-Target-URI") or "",
        id=(record.headers.get("WARC-Record-ID") or "").strip("<>"),
    )
    try:
        data = record.reader.read(SIZE_LIMIT + 1)
    except Exception as slip:
        return found._replace(problem=message("This page cannot be unpacked: {reason}.", reason=type(slip).__name__))
    if len(data) > SIZE_LIMIT:
        return found._replace(problem=too_large(max(len(data), record.content_length)))
    return found._replace(data=data)
