"""A copy of the Word file that is checked, with its findings as comments: `-o naskah.periksa.docx`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from zipfile import BadZipFile, ZipFile

from factcheck.document.load import file_bytes
from factcheck.errors import FactcheckError
from factcheck.files import write_whole
from factcheck.messages import message
from factcheck.model import DocumentReport, Problem
from factcheck.report.reporter import Names
from factcheck.report.tally import Tally
from factcheck.report.word_comments import AUTHOR, COMMENTS, commented

ENDING = ".docx"


class WordCopy:
    """Writes the copy once the run is over. Raises FactcheckError where that would lose what stands at `path`."""

    def __init__(self, path: str, names: Names, articles: Sequence[str]) -> None:
        self._path, self._names = path, names
        self._copy: bytes | None = None
        files = [article for article in articles if PurePath(article).suffix.lower() == ENDING]
        if len(files) != 1 or not os.path.isfile(files[0]):  # noqa: PTH113
            raise FactcheckError(message("A copy with comments is made of one Word file: check that one alone."), path)
        if os.path.lexists(path) and (os.path.realpath(path) == os.path.realpath(files[0]) or not _is_ours(path)):
            told = message("This file is no report of factcheck: it is not written over; choose another name.")
            raise FactcheckError(told, path)

    def document(self, report: DocumentReport) -> None:
        """Makes the copy of the one Word file among the articles."""
        path = report.document.path
        if PurePath(path).suffix.lower() == ENDING:
            self._copy = commented(path, file_bytes(path), report, self._names)

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        """Writes it; nothing where the article could not be read."""
        if self._copy is not None:
            write_whole(self._path, self._copy)


def _is_ours(path: str) -> bool:
    """Whether a file is such a copy: a Word file with comments of ours."""
    try:
        with ZipFile(Path(path)) as file:
            return f'author="{AUTHOR}"'.encode() in file.read(COMMENTS)
    except (OSError, BadZipFile, KeyError):
        return False
