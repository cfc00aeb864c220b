"""A file as bytes to a document, by the ending of its name."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module

from factcheck.document.decode import decode
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Document
from factcheck.typed import Any

READERS = {
    ".txt": "factcheck.document.text.read_text:read_text",
    ".md": "factcheck.document.text.read_markdown:read_markdown",
    ".markdown": "factcheck.document.text.read_markdown:read_markdown",
    ".rst": "factcheck.document.text.read_restructured:read_restructured",
    ".html": "factcheck.document.html.read_html:read_html",
    ".htm": "factcheck.document.html.read_html:read_html",
    ".docx": "factcheck.document.word.read_docx:read_docx",
    ".odt": "factcheck.document.word.read_odt:read_odt",
    ".rtf": "factcheck.document.word.read_rtf:read_rtf",
    ".pdf": "factcheck.document.pdf.read_pdf:read_pdf",
    ".zip": "factcheck.document.html.read_zipped:read_zipped",
}
"""What reads the text of a file, by the ending of its name; any other file is read as plain text."""

FILE_PROPERTIES = "file properties"
"""Where the day a Word file was last saved is known from: any date in the text or on the command line goes before."""

BINARY = frozenset((".docx", ".odt", ".rtf", ".pdf", ".zip"))
"""Endings of files that are no text: their readers take bytes."""

NAMED_ONLY = frozenset((".pdf", ".zip"))
"""Endings of files that are read where they are named, and passed over in a folder: there they are what a draft was
written from."""

UNREAD = {".doc": message("Old Word")}
"""Endings of files that would be misread as plain text."""


def read_document(
    path: str, data: bytes, *, as_of: date | None = None, ending: str = "", language: str = ""
) -> Document:
    """The document that the bytes `data` of the file `path` hold, read by `ending`, else by that of its name.

    `published` is the date in the front matter or the metadata of a page, else `as_of`, else None or the date in the
    properties of a Word file. `language` goes before what the text says or looks like. Raises FactcheckError when the
    bytes are no text, when the front matter or the file is broken, and for kinds of files that are not read.
    """
    ending = ending or os.path.splitext(path)[1].lower()  # noqa: PTH122 - a path object is a tenth of reading
    if ending in UNREAD:
        raise FactcheckError(
            message("{kind} files are not read; save the article as .docx or .txt.", kind=UNREAD[ending]), path
        )
    content = data if ending in BINARY else decode(data, path)
    document = _reader(ending)(path, content)
    if language:
        document = document._replace(language=language)
    dated = document.published is not None and document.published_from != FILE_PROPERTIES
    if not dated and as_of is not None:
        return document._replace(published=as_of, published_from="--as-of")
    return document


@cache
def _reader(ending: str) -> Callable[[str, Any], Document]:
    module, _, name = READERS.get(ending, READERS[".txt"]).partition(":")
    found: Callable[[str, Any], Document] = getattr(import_module(module), name)
    return found
