"""Lines of text, however they end."""

from __future__ import annotations

import pytest

from factcheck.document.offsets.line_table import line_table


@pytest.mark.parametrize(
    ("text", "starts"),
    [("", (0,)), ("a", (0,)), ("a\n", (0, 2)), ("a\n\nbc", (0, 2, 3)), ("a\r\nb\rc\n", (0, 3, 5, 7))],
)
def test_where_lines_begin(text: str, starts: tuple[int, ...]) -> None:
    assert line_table(text).starts == starts
