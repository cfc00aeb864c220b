"""A zipped web page, as Google Docs exports a text: the one page in it is the article."""

from __future__ import annotations

import io

from factcheck.document.damaged_zip import zip_damage
from factcheck.document.decode import SIZE_LIMIT, decode
from factcheck.document.html.read_html import read_html
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Document
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile


def read_zipped(path: str, data: bytes) -> Document:
    """The document of the only page of a zip file.

    Raises FactcheckError where the file is no zip, holds none or several pages, or unpacks to more than an article.
    """
    from zipfile import ZipFile

    try:
        with ZipFile(io.BytesIO(data)) as file:
            return read_html(path, decode(_page(path, file), path))
    except zip_damage() as slip:
        raise FactcheckError(message("This zip file is damaged or locked."), path) from slip


def _page(path: str, file: ZipFile) -> bytes:
    pages = [each for each in file.infolist() if each.filename.lower().endswith((".html", ".htm"))]
    if len(pages) != 1:
        sentence = message("This zip file holds {count} web pages; name the article itself.", count=len(pages))
        raise FactcheckError(sentence, path)
    if pages[0].file_size > SIZE_LIMIT:
        limit = SIZE_LIMIT // 1_000_000
        raise FactcheckError(message("This is too large for an article: more than {limit} MB.", limit=limit), path)
    return file.read(pages[0])
