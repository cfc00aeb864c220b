"""Articles of a web archive: every page that was served, whatever else was fetched with it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.archive.inputs.chunks import CUT, read_chunks
from factcheck.archive.inputs.record import At, Record
from factcheck.archive.inputs.row_record import too_large, unread
from factcheck.archive.inputs.warc_stream import WarcStream
from factcheck.document.decode import SIZE_LIMIT
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

PAGES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
"""What is read as an article, and how."""
TYPES = frozenset(("response", "resource", "conversion"))
"""The records that may hold a page."""
SERVED = ("http", "https", "ftp", "file")
"""Where pages are from: what else a crawler puts in (its log, its settings) has addresses of its own kind."""


def warc_records(path: str) -> Iterator[At]:
    """The pages of a web archive. Raises FactcheckError without the extra `archive`, OSError as `read_chunks` does.

    What is damaged is a row in the place of what was lost.
    """
    stream = WarcStream(read_chunks(path))
    for row, record in enumerate(_rows(stream, path), 1):
        yield record._replace(row=row), stream.at


def _rows(stream: WarcStream, path: str) -> Iterator[Record]:
    for record in _records(stream, path):
        yield from _lost(stream, path)
        if (ending := _ending(record)) is not None:
            page = _page(path, record, ending)
            if _end(record) > stream.tell() and stream.ended():
                _tell(stream, CUT)
            yield page._replace(data=b"", problem=stream.damage.pop()) if stream.damage else page
    yield from _lost(stream, path)


def _lost(stream: WarcStream, path: str) -> Iterator[Record]:
    for damage in stream.damage:
        yield unread(path, 0, damage)
    stream.damage.clear()


def _records(stream: WarcStream, path: str) -> Iterator[WarcRecord]:
    """The records whose heads are whole; behind what is damaged it goes on with the next that begins."""
    begun, end, headless = -1, 0, False
    while True:
        try:
            for record in _library(path)(stream, auto_decode="all"):
                begun, end, headless = record.stream_pos, _end(record), not record.headers.get("Content-Length")
                if not headless:
                    yield record
            break
        except (GeneratorExit, KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # the library is no Python: what ends it there is no Exception
            _tell(stream, message("This file is damaged near byte {place}.", place=stream.at))
        if not stream.go_on(begun + 1):
            return
        begun = stream.tell()
    if headless or stream.go_on(end):
        _tell(stream, CUT)


def _tell(stream: WarcStream, damage: str) -> None:
    """Something is lost here, and it is told once: what a packed file says of itself is enough."""
    if not stream.damage:
        stream.damage.append(damage)


def _end(record: WarcRecord) -> int:
    """Where a record ends, or a little before: what is between its names and values is not known for sure."""
    names = sum(len(name) + len(value) + 4 for name, value in record.headers.items())
    length = record.headers.get("Content-Length") or ""
    return int(record.stream_pos) + names + 12 + (int(length) if length.isdecimal() else 0)


def _library(path: str) -> Any:
    """What reads web archives; its types know nothing of streams that are no files."""
    try:
        from fastwarc import ArchiveIterator
    except ImportError as missing:
        sentence = message("Web archives need the extra “archive”: pip install 'factcheck-newsroom[archive]'.")
        raise FactcheckError(sentence, path) from missing
    return ArchiveIterator


def _ending(record: WarcRecord) -> str | None:
    """How a record is read; None for one that is no page: a request, a picture, a redirection, an error, a log."""
    if (record.headers.get("WARC-Type") or "").lower() not in TYPES:
        return None
    scheme, colon, _ = _address(record).partition(":")
    if colon and scheme.lower() not in SERVED:
        return None
    if record.is_http:
        if record.http_headers is None or record.http_headers.status_code != 200:
            return None
        kind = record.http_content_type
    else:
        kind = record.headers.get("Content-Type")
    return PAGES.get((kind or "").partition(";")[0].strip().lower())


def _address(record: WarcRecord) -> str:
    """The address of a page, without the brackets that the grammar of WARC 1.0 has and wget writes."""
    return (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")


def _page(path: str, record: WarcRecord, ending: str) -> Record:
    found = Record(
        path,
        0,
        ending=ending,
        address=_address(record),
        id=(record.headers.get("WARC-Record-ID") or "").strip("<>"),
    )
    try:
        data = record.reader.read(SIZE_LIMIT + 1)
    except Exception as slip:
        return found._replace(problem=message("This page cannot be unpacked: {reason}.", reason=type(slip).__name__))
    if len(data) > SIZE_LIMIT:
        return found._replace(problem=too_large(max(len(data), record.content_length)))
    return found._replace(data=data)
