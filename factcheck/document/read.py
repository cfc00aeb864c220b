"""A file as bytes to a document, by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import PurePath

from factcheck.document.decode import decode
from factcheck.errors import FactcheckError
from factcheck.model import Document

READERS = {
    ".txt": "factcheck.document.text:read_text",
    ".md": "factcheck.document.markdown:read_markdown",
    ".markdown": "factcheck.document.markdown:read_markdown",
}
"""What reads the text of a file, by the ending of its name; any other file is read as plain text."""

UNREAD = {
    ".docx": "Word", ".doc": "Word", ".odt": "OpenDocument", ".rtf": "RTF", ".pdf": "PDF",
    ".html": "HTML", ".htm": "HTML",
}  # fmt: skip
"""Endings of files that would be misread as plain text."""


def read_document(path: str, data: bytes, *, as_of: date | None = None) -> Document:
    """The document that the bytes `data` of the file `path` hold.

    `published` is the date in the front matter, else `as_of`, else None. Raises FactcheckError when the bytes
    are no text, when the front matter is broken, and for kinds of files that are not read.
    """
    ending = PurePath(path).suffix.lower()
    if ending in UNREAD:
        raise FactcheckError(f"{UNREAD[ending]} files are not read; save the article as .txt or .md.", path)
    document = _reader(ending)(path, decode(data, path))
    if document.published is None and as_of is not None:
        return document._replace(published=as_of, published_from="--as-of")
    return document


def _reader(ending: str) -> Callable[[str, str], Document]:
    module, _, name = READERS.get(ending, READERS[".txt"]).partition(":")
    found: Callable[[str, str], Document] = getattr(import_module(module), name)
    return found
