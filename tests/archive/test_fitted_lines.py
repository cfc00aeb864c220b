"""Tables in a terminal: in its width, and what finds no room is known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.archive.fitted_lines import Column, fitted, lines_of_table

COLUMNS = (
    Column("quote", "as printed", ("93,86", "dua puluh tiga persen")),
    Column("title", "first title", ("Upah Minimum 2026 Diumumkan", "Berita")),
    Column("article", "article", ("/archive/2024.jsonl.gz#17", "/archive/2024.jsonl.gz#4")),
    Column("articles", "articles after it", ("96", "4"), right=True),
)


def test_what_has_room_is_shown_whole() -> None:
    assert list(lines_of_table(fitted(COLUMNS[:1] + COLUMNS[3:], 80, ()))) == [
        "                       articles",
        "as printed             after it",
        "---------------------  --------",
        "93,86                        96",
        "dua puluh tiga persen         4",
    ]


def test_what_matters_least_goes_first_and_the_rest_is_cut() -> None:
    columns = [column._replace(places=column.name == "article") for column in COLUMNS]
    assert list(lines_of_table(fitted(columns, 34, ("title", "quote")))) == [
        "                          articles",
        "as printed   article      after it",
        "-----------  -----------  --------",
        "93,86        …sonl.gz#17        96",
        "dua puluh …  …jsonl.gz#4         4",
    ]


WORDS = st.text("abcdef ", max_size=70)


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, min_size=2, max_size=2)), max_size=5), st.integers(20, 120))
def test_a_line_is_never_longer_than_the_width_while_a_cell_can_be_cut(
    made: list[tuple[str, list[str]]], width: int
) -> None:
    columns = [Column(str(place), head, tuple(cells)) for place, (head, cells) in enumerate(made)]
    shown = fitted(columns, width, ())
    longest = max(map(len, lines_of_table(shown)))
    assert longest <= max(width, sum(column.least for column in columns) + 2 * len(columns))
