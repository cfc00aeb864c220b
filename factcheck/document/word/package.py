"""The XML parts of a Word file (.docx: a zip of XML), with all that could hurt refused.

Our own hundred lines and not python-docx, which does the reading in ten: it leaves out footnotes, text boxes and what
is inserted while changes are tracked, has no limits of size, costs seven times the time, and needs lxml.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.messages import message

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    Parts = Mapping[str, Element]

ENTITIES = message("This Word file declares XML entities, which no word processor writes; save it anew from Word.")
SIZE_LIMIT = 20_000_000
"""Bytes of all parts together, unpacked: a book has five million."""
_NEEDED = "word/document.xml"
WANTED = (
    _NEEDED,
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "docProps/core.xml",
)


def word_parts(path: str, data: bytes) -> Parts:
    """The parts of the file by name, those of WANTED that it has.

    Raises FactcheckError for what is no Word file, is damaged, is protected by a password, unpacks to more than
    SIZE_LIMIT, or declares entities.
    """
    from zipfile import BadZipFile, ZipFile

    damage: tuple[type[Exception], ...] = (BadZipFile, *_damage())
    try:
        with ZipFile(io.BytesIO(data)) as file:
            names = set(file.namelist())
            if _NEEDED not in names:
                raise FactcheckError(message("This is no Word document (.docx); save it anew from Word."), path)
            _check_size(path, [file.getinfo(name).file_size for name in WANTED if name in names])
            return {name: _parsed(path, file.read(name)) for name in WANTED if name in names}
    except damage as slip:
        raise _unreadable(path, data) from slip


def _damage() -> tuple[type[Exception], ...]:
    import lzma
    import struct
    import zlib

    return zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError, OSError, ValueError, KeyError


def _check_size(path: str, sizes: list[int]) -> None:
    # zipfile reads no more of a part than its entry says, so the sizes said are the sizes unpacked.
    if sum(sizes) > SIZE_LIMIT:
        raise _refused(
            path, message("This Word file unpacks to {size} MB; it is no article.", size=f"{sum(sizes) / 1e6:.0f}")
        )


def _parsed(path: str, data: bytes) -> Element:
    from xml.etree.ElementTree import ParseError, TreeBuilder, XMLParser

    class Builder(TreeBuilder):
        def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
            raise _refused(path, ENTITIES)

    parser = XMLParser(target=Builder())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, LookupError, ValueError) as slip:
        raise _refused(
            path, message("This Word file is damaged ({reason}); save it anew from Word.", reason=str(slip))
        ) from slip
    return root


def _unreadable(path: str, data: bytes) -> FactcheckError:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _refused(path, message("This is an old Word file or has a password; save it as .docx without one."))
    return _refused(path, message("This file is damaged or no Word document (.docx); save it anew from Word."))


def _refused(path: str, sentence: str) -> FactcheckError:
    return FactcheckError(sentence, path)
