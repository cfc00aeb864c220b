"""From a mended text back to bytes, in the encoding that the file has."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from factcheck.errors import FactcheckError
from factcheck.messages import message

MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-8"),
    (b"", "cp1252"),
)


def encoded(text: str, data: bytes, before: str, path: str) -> bytes:
    """`text` in the encoding and with the byte order mark of a file whose bytes `data` were read as `before`.

    Raises FactcheckError where the file is no plain text (a Word file, a page) or `text` has a character that
    its encoding lacks.
    """
    for mark, codec in MARKS:
        if data.startswith(mark) and mark + _encode(before, codec) == data:
            try:
                return mark + text.encode(codec)
            except UnicodeEncodeError as slip:
                told = message(
                    "This file is in {codec}, which has no '{letter}'; save it as UTF-8 first.",
                    codec=codec, letter=text[slip.start],
                )  # fmt: skip
                raise FactcheckError(told, path) from slip
    raise FactcheckError(message("Only text files are mended; put the suggestions into this one by hand."), path)


def _encode(text: str, codec: str) -> bytes:
    return text.encode(codec, "replace")
