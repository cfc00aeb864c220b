"""Bytes to text, or a sentence that says why they are no text."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from factcheck.errors import FactcheckError
from factcheck.messages import message

SIZE_LIMIT = 20_000_000
"""Bytes of the largest file that is read: some eight thousand times a long article."""

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\f\x1b")) + b"\x7f"


def decode(data: bytes, path: str = "") -> str:
    """The text of a file in UTF-8, UTF-16 with a byte order mark, or cp1252; the mark is no part of it.

    Raises FactcheckError for what is empty, binary, too large, or in none of these encodings.
    """
    check_size(len(data), path)
    text = _decoded(data, path)
    if not text.strip():
        raise FactcheckError(message("This file holds no text."), path)
    return text


def check_size(size: int, path: str = "") -> None:
    """Raises FactcheckError when a file of `size` bytes is larger than is read."""
    if size > SIZE_LIMIT:
        sizes = {"size": f"{size / 1e6:.0f}", "limit": SIZE_LIMIT // 1_000_000}
        sentence = message("This file of {size} MB is too large for an article; the limit is {limit} MB.", **sizes)
        raise FactcheckError(sentence, path)


def _decoded(data: bytes, path: str) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _utf16(data, path)
    if b"\0" in data or data.startswith(b"%PDF-"):
        raise _binary(path)
    body = data.removeprefix(BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as slip:
        return _cp1252(body, slip, path)


def _utf16(data: bytes, path: str) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise FactcheckError(message("This file is damaged UTF-16; save it again as UTF-8."), path) from None
    if "\0" in text:
        raise _binary(path)
    return text


def _cp1252(data: bytes, slip: UnicodeDecodeError, path: str) -> str:
    """The text in the encoding of older Windows editors, unless it is damaged UTF-8 or no text at all."""
    if data.translate(None, _CONTROLS) != data:
        raise _binary(path)
    if _mostly_utf8(data):
        raise _undecodable(data, slip.start, path)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as undefined:
        raise _undecodable(data, undefined.start, path) from None


def _mostly_utf8(data: bytes) -> bool:
    """Whether most characters beyond ASCII are good UTF-8: a bad byte among them does not make it cp1252."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(not char.isascii() for char in text) - bad > bad


def _undecodable(data: bytes, at: int, path: str) -> FactcheckError:
    line = data.count(b"\n", 0, at) + 1
    sentence = message(
        "This file is undecodable, byte {byte} fits neither UTF-8 nor cp1252; save it again as UTF-8.",
        byte=f"0x{data[at]:02x}",
    )
    return FactcheckError(sentence, path, line)


def _binary(path: str) -> FactcheckError:
    return FactcheckError(
        message("This is a binary file, not an article; give text (.txt), Markdown (.md) or Word (.docx)."), path
    )
