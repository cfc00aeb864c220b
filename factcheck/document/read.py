"""A file as bytes to a document, by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import PurePath

from factcheck.document.decode import decode
from factcheck.document.markdown import read_markdown
from factcheck.document.text import read_text
from factcheck.errors import FactcheckError
from factcheck.model import Document

READERS: dict[str, Callable[[str, str], Document]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
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
    document = READERS.get(ending, read_text)(path, decode(data, path))
    if document.published is None and as_of is not None:
        return document._replace(published=as_of, published_from="--as-of")
    return document
