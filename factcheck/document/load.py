"""A file or standard input to a document; nothing larger than an article is read whole."""

from __future__ import annotations

import os
from datetime import date

from factcheck.document.decode import SIZE_LIMIT, check_size
from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Document
from factcheck.typed import BinaryIO


def is_address(path: str) -> bool:
    """Whether a path is a web address of any kind: something before "://"."""
    scheme, found, _ = path.partition("://")
    return bool(found) and scheme.isalpha()


def read_file(path: str, *, as_of: date | None = None) -> Document:
    """The document in a file or at a web address. Raises FactcheckError where it cannot be read or holds no article."""
    if is_address(path):
        return _read_address(path, as_of)
    return read_document(path, file_bytes(path), as_of=as_of)


def file_bytes(path: str) -> bytes:
    """What is in a file. Raises FactcheckError where it cannot be read or is too large for an article."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path object for each article is a tenth of reading it
            size = os.fstat(file.fileno()).st_size
            check_size(size, path)
            return _whole(file, path, size)
    except (OSError, ValueError) as slip:
        from factcheck.system_words import reason_of

        reason = reason_of(slip) if isinstance(slip, OSError) else str(slip)
        raise FactcheckError(message("This file cannot be read: {reason}.", reason=reason), path) from slip


def read_stream(stream: BinaryIO, path: str, *, as_of: date | None = None) -> Document:
    """The document in a stream of bytes, called `path`. Raises FactcheckError as `read_document` does."""
    return read_document(path, _whole(stream, path, SIZE_LIMIT), as_of=as_of)


def _whole(stream: BinaryIO, path: str, size: int) -> bytes:
    """All bytes of a stream. `size` is how much it should hold, so that no room is made for the largest of articles;
    it may hold more."""
    data = stream.read(size + 1)
    if size < len(data) <= SIZE_LIMIT:
        data += stream.read(SIZE_LIMIT + 1 - len(data))
    if len(data) > SIZE_LIMIT:
        raise FactcheckError(
            message("This is too large for an article: more than {limit} MB.", limit=SIZE_LIMIT // 1_000_000), path
        )
    return data


def _read_address(address: str, as_of: date | None) -> Document:
    if not address.lower().startswith(("http://", "https://")):
        raise FactcheckError(message("Only addresses that begin with https:// or http:// are read."), address)
    from factcheck.document.fetch import read_address

    return read_address(address, as_of=as_of)
