"""The letters of a PDF with their places on the page, put together to stretches of text.

PDFium (the reader of Chromium) finds the letters; it is not safe for two threads at a time, so one lock is around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from threading import Lock

from factcheck.document.published import read_date
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import Any, NamedTuple

MOST_PAGES = 200
"""Pages: a press release has five, and a yearbook is no article."""
MOST_LETTERS = 1_000_000
"""Letters of all pages: a book."""
WIDE_GAP = 0.9
"""Of the height of a line, which is some 1.15 of the size of its letters: a wider gap sets cells or columns apart.
Justified lines have such gaps too, at another place in every line."""
_PICTURE_SHARE = 0.5
"""Of a page that holds no text, how much a picture must cover for the page to be a scan."""
_SIGNS = str.maketrans({"\x02": "-", "\ufffe": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi",
                        "\ufb04": "ffl"})  # fmt: skip
"""PDFium gives any hyphen at the end of a line as U+0002 or U+FFFE; ligatures are two letters or three."""
_lock = Lock()


class Stretch(NamedTuple):
    """What stands on a line without a wide gap; its box in points, from the left and the bottom of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """Of its letters, in points."""
        return self.top - self.bottom


class Page(NamedTuple):
    """A page, numbered from 1; `scanned` where it holds a picture and no text."""

    number: int
    height: float
    stretches: tuple[Stretch, ...]
    scanned: bool


class Printed(NamedTuple):
    """The pages of a file, and the day that it was made, where it says so."""

    pages: list[Page]
    made: date | None


class _Letter(NamedTuple):
    text: str
    left: float
    right: float
    bottom: float
    top: float


def read_pages(path: str, data: bytes) -> Printed:
    """The pages of a PDF and the day it was made.

    Raises FactcheckError where pypdfium2 is not installed, and for what is damaged, locked by a password, or larger
    than any article.
    """
    try:
        import pypdfium2  # type: ignore[import-untyped, unused-ignore]
    except ImportError as missing:
        sentence = message("PDF files are read with a library: pip install 'factcheck-newsroom[pdf]'.")
        raise FactcheckError(sentence, path) from missing
    with _lock:
        try:
            return _read(path, pypdfium2.PdfDocument(data))
        except pypdfium2.PdfiumError as slip:
            raise FactcheckError(_reason(str(slip)), path) from slip


def _reason(said: str) -> str:
    if "password" in said.lower():
        return message("This PDF is locked by a password; save it without one.")
    return message("This PDF is damaged; save it anew.")


def _read(path: str, pdf: Any) -> Printed:
    try:
        return Printed(_pages(path, pdf), _day(pdf.get_metadata_value("ModDate")))
    finally:
        pdf.close()


def _day(written: str) -> date | None:
    """The day of a date as PDF writes it, "D:20241204091500+07'00'"; None for none."""
    found = re.match(r"(?:D:)?([0-9]{4})([0-9]{2})([0-9]{2})", written)
    return read_date("-".join(found.groups())) if found else None


def _pages(path: str, pdf: Any) -> list[Page]:
    if len(pdf) > MOST_PAGES:
        sentence = message(
            "This PDF has {count} pages, more than {most}; it is no article.", count=len(pdf), most=MOST_PAGES
        )
        raise FactcheckError(sentence, path)
    pages: list[Page] = []
    letters = 0
    for number in range(1, len(pdf) + 1):
        page, count = _page(pdf[number - 1], number, path)
        letters = _counted(letters + count, path)
        pages.append(page)
    return pages


def _counted(letters: int, path: str) -> int:
    if letters > MOST_LETTERS:
        raise FactcheckError(message("This PDF holds more text than a book; it is no article."), path)
    return letters


def _page(page: Any, number: int, path: str) -> tuple[Page, int]:
    """The page, and how many letters it has."""
    text = page.get_textpage()
    try:
        count = _counted(text.count_chars(), path)
        stretches = tuple(_stretches(_letters(text, count)))
        scanned = not stretches and _pictured(page)
        return Page(number, page.get_height(), stretches, scanned), count
    finally:
        text.close()
        page.close()


def _letters(text: Any, count: int) -> Iterator[_Letter]:
    """The letters in the order of the file; blanks and line ends have no place that holds."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]

    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        letter = chr(code).translate(_SIGNS) if 0 < code <= 0x10FFFF else ""
        if not letter:
            continue
        if letter.isspace():
            yield _Letter("\n" if letter in "\r\n" else " ", 0, 0, 0, 0)
        else:
            left, bottom, right, top = text.get_charbox(at, loose=True)
            yield _Letter(letter, left, right, bottom, top)


def _stretches(letters: Iterator[_Letter]) -> Iterator[Stretch]:
    """Letters put together until a line ends or a wide gap comes."""
    held: list[_Letter] = []
    blank = False
    for letter in letters:
        if letter.text == " ":
            blank = True
            continue
        if held and (letter.text == "\n" or _apart(held[-1], letter)):
            yield _stretch(held)
            held, blank = [], False
        if letter.text != "\n":
            if held and blank:
                held.append(held[-1]._replace(text=" "))
            held.append(letter)
            blank = False
    if held:
        yield _stretch(held)


def _apart(before: _Letter, letter: _Letter) -> bool:
    height = max(before.top - before.bottom, letter.top - letter.bottom)
    gap = letter.left - before.right
    lower = min(before.top, letter.top) - max(before.bottom, letter.bottom) < 0
    return gap > WIDE_GAP * height or gap < -2 * height or lower


def _stretch(letters: list[_Letter]) -> Stretch:
    boxes = [letter for letter in letters if letter.text != " "]
    return Stretch(
        "".join(letter.text for letter in letters).strip(),
        min(letter.left for letter in boxes),
        max(letter.right for letter in boxes),
        min(letter.bottom for letter in boxes),
        max(letter.top for letter in boxes),
    )


def _pictured(page: Any) -> bool:
    """Whether a picture covers most of the page."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]

    area = page.get_width() * page.get_height()
    for picture in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = picture.get_bounds() if hasattr(picture, "get_bounds") else picture.get_pos()
        if (right - left) * (top - bottom) >= _PICTURE_SHARE * area:
            return True
    return False
