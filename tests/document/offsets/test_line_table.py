"""Lines of text, however they end."""

from __future__ import annotations

import re

import pytest

from factcheck.document.offsets.line_table import BOOK, line_table


@pytest.mark.parametrize(
    ("text", "starts"),
    [("", (0,)), ("a", (0,)), ("a\n", (0, 2)), ("a\n\nbc", (0, 2, 3)), ("a\r\nb\rc\n", (0, 3, 5, 7))],
)
def test_where_lines_begin(text: str, starts: tuple[int, ...]) -> None:
    assert line_table(text).starts == starts


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_book_has_its_lines_too(end: str) -> None:
    text = f"baris{end}{end}satu" * (BOOK // 10)
    assert len(text) > BOOK
    assert list(line_table(text).starts) == [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]
